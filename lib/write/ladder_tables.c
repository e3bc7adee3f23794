#include "write/ladder_tables.h"

#include "model/words.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

const char *gp_ladder_from(struct gp_memory *memory, const struct gp_ladder *ladder, size_t rung,
                           const char *between) {
    const char *text = "";
    for (size_t i = 0; i < ladder->rungs[rung].from_count; i++)
        text = gp_print(memory, "%s%s%s", text, i == 0 ? "" : between,
                        ladder->rungs[ladder->rungs[rung].from[i]].id);
    return text;
}

static const char *hats_text(struct gp_memory *memory, const struct gp_rung *rung) {
    return gp_print(memory, "%d/%d", (int)rung->hats[GP_PRODUCT_SIDE],
                    (int)rung->hats[GP_PEOPLE_SIDE]);
}

static const char *side_word(enum gp_side side) {
    switch (side) {
    case GP_PRODUCT_SIDE:
        return "product";
    case GP_PEOPLE_SIDE:
        return "people";
    }
    return "";
}

static void add_rung(struct gp_memory *memory, const struct gp_ladder *ladder, size_t index,
                     struct gp_grid *grid) {
    const struct gp_rung *rung = &ladder->rungs[index];
    gp_grid_text(grid, rung->id);
    gp_grid_text(grid, rung->title);
    gp_grid_text(grid, gp_path_word(rung->path));
    gp_grid_count(grid, (size_t)rung->rank);
    gp_grid_text(grid, gp_ladder_from(memory, ladder, index, "|"));
    gp_grid_text(grid, gp_ladder_from(memory, ladder, index, ", "));
    gp_grid_text(grid, hats_text(memory, rung));
    gp_grid_count(grid, (size_t)rung->hats[GP_PRODUCT_SIDE]);
    gp_grid_count(grid, (size_t)rung->hats[GP_PEOPLE_SIDE]);
    gp_grid_count(grid, (size_t)rung->min_years);
    gp_grid_count(grid, (size_t)rung->min_products);
    gp_grid_count(grid, gp_ladder_expected_count(ladder, index));
    gp_grid_count(grid, gp_ladder_must_have_count(ladder, index));
    gp_grid_text(grid, rung->scope);
}

struct gp_grid *gp_ladder_rungs_grid(struct gp_memory *memory, const struct gp_ladder *ladder,
                                     const size_t *rungs, size_t count) {
    static const struct gp_grid_column columns[] = {
        {"rung", "Rung", GP_CELL_TEXT},
        {"title", "Title", GP_CELL_TEXT},
        {"path", "Path", GP_CELL_TEXT},
        {"rank", "Rank", GP_CELL_COUNT},
        {"from", NULL, GP_CELL_TEXT},
        {NULL, "From", GP_CELL_TEXT},
        {NULL, "Hats", GP_CELL_TEXT},
        {"product_hat", NULL, GP_CELL_COUNT},
        {"people_hat", NULL, GP_CELL_COUNT},
        {"min_years", "Years", GP_CELL_COUNT},
        {"min_products", "Products", GP_CELL_COUNT},
        {"activities", NULL, GP_CELL_COUNT},
        {"must_haves", "Must-haves", GP_CELL_COUNT},
        {"scope", NULL, GP_CELL_TEXT},
    };
    struct gp_grid *grid = gp_grid_new(memory, columns, COUNT_OF(columns));
    for (size_t i = 0; i < count; i++)
        add_rung(memory, ladder, rungs[i], grid);
    return grid;
}

struct gp_grid *gp_ladder_facets_grid(struct gp_memory *memory, const struct gp_ladder *ladder) {
    static const struct gp_grid_column columns[] = {
        {"facet", "Facet", GP_CELL_TEXT},
        {"side", "Side", GP_CELL_TEXT},
        {"activities", "Activities", GP_CELL_COUNT},
        {"weight", "Weight", GP_CELL_COUNT},
    };
    struct gp_grid *grid = gp_grid_new(memory, columns, COUNT_OF(columns));
    for (size_t i = 0; i < ladder->facet_count; i++) {
        const struct gp_facet *facet = &ladder->facets[i];
        size_t weight = 0;
        for (size_t j = facet->first; j < facet->first + facet->count; j++)
            weight += (size_t)ladder->activities[j].weight;
        gp_grid_text(grid, facet->name);
        gp_grid_text(grid, side_word(facet->side));
        gp_grid_count(grid, facet->count);
        gp_grid_count(grid, weight);
    }
    return grid;
}

static const char *level_label(const struct gp_scale *scale, gp_rating level) {
    for (size_t i = 0; i < scale->level_count; i++)
        if (scale->levels[i].value == level)
            return scale->levels[i].label;
    return NULL;
}

static void add_expectation(const struct gp_ladder *ladder, size_t rung, size_t index,
                            struct gp_grid *grid) {
    const struct gp_activity *activity = &ladder->activities[index];
    const struct gp_expectation *expected = gp_expected(ladder, rung, index);
    gp_grid_text(grid, ladder->rungs[rung].id);
    gp_grid_text(grid, ladder->facets[activity->facet].name);
    gp_grid_text(grid, activity->name);
    gp_grid_count(grid, (size_t)expected->level);
    gp_grid_text(grid, level_label(&ladder->scales[GP_SKILL], expected->level));
    gp_grid_yes_no(grid, expected->must_have);
    gp_grid_text(grid, expected->must_have ? "must-have" : NULL);
    gp_grid_count(grid, (size_t)activity->weight);
    gp_grid_text(grid, activity->description);
}

struct gp_grid *gp_ladder_expectations_grid(struct gp_memory *memory,
                                            const struct gp_ladder *ladder, size_t rung) {
    static const struct gp_grid_column columns[] = {
        {"rung", NULL, GP_CELL_TEXT},           {"facet", "Facet", GP_CELL_TEXT},
        {"activity", "Activity", GP_CELL_TEXT}, {"level", "Level", GP_CELL_COUNT},
        {"label", "Label", GP_CELL_TEXT},       {"must_have", NULL, GP_CELL_YES_NO},
        {NULL, "Must-have", GP_CELL_REMARK},    {"weight", "Weight", GP_CELL_COUNT},
        {"description", NULL, GP_CELL_TEXT},
    };
    struct gp_grid *grid = gp_grid_new(memory, columns, COUNT_OF(columns));
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (gp_expected(ladder, rung, i)->level > 0)
            add_expectation(ladder, rung, i, grid);
    return grid;
}

// Columns with titles of this ladder, kept for as long as their grid.
static struct gp_grid *new_grid(struct gp_memory *memory, const struct gp_grid_column *columns,
                                size_t count) {
    struct gp_grid_column *kept = gp_alloc(memory, count, sizeof *kept);
    memcpy(kept, columns, count * sizeof *kept);
    return gp_grid_new(memory, kept, count);
}

enum { FACT_COUNT = 4 };
static const char *const fact_names[FACT_COUNT] = {"Path", "Hats", "Years in product",
                                                   "Products worked on"};
struct facts {
    const char *texts[FACT_COUNT];
};

static struct facts facts_of(struct gp_memory *memory, const struct gp_rung *rung) {
    return (struct facts){{gp_path_word(rung->path), hats_text(memory, rung),
                           gp_print(memory, "%d", (int)rung->min_years),
                           gp_print(memory, "%d", (int)rung->min_products)}};
}

struct gp_grid *gp_ladder_facts_grid(struct gp_memory *memory, const struct gp_ladder *ladder,
                                     struct gp_step step) {
    const struct gp_rung *from = &ladder->rungs[step.from], *to = &ladder->rungs[step.to];
    const struct gp_grid_column columns[] = {{"fact", "Differs", GP_CELL_TEXT},
                                             {"from", from->id, GP_CELL_TEXT},
                                             {"to", to->id, GP_CELL_TEXT}};
    struct gp_grid *grid = new_grid(memory, columns, COUNT_OF(columns));
    struct facts here = facts_of(memory, from), there = facts_of(memory, to);
    for (size_t i = 0; i < FACT_COUNT; i++) {
        if (strcmp(here.texts[i], there.texts[i]) == 0)
            continue;
        gp_grid_text(grid, fact_names[i]);
        gp_grid_text(grid, here.texts[i]);
        gp_grid_text(grid, there.texts[i]);
    }
    return grid;
}

// What a step changes in one activity.
struct change {
    const struct gp_expectation *from, *to;
    int32_t levels;
    bool any;
};

static struct change change_in(const struct gp_ladder *ladder, struct gp_step step,
                               size_t activity) {
    struct change change = {.from = gp_expected(ladder, step.from, activity),
                            .to = gp_expected(ladder, step.to, activity)};
    change.levels = change.to->level - change.from->level;
    change.any = change.levels != 0 || change.from->must_have != change.to->must_have;
    return change;
}

static const char *must_have_word(const struct change *change) {
    if (change->from->must_have)
        return change->to->must_have ? "stays" : "no longer";
    return change->to->must_have ? "becomes" : NULL;
}

struct gp_grid *gp_ladder_changes_grid(struct gp_memory *memory, const struct gp_ladder *ladder,
                                       struct gp_step step) {
    const struct gp_grid_column columns[] = {
        {"facet", "Facet", GP_CELL_TEXT},
        {"activity", "Activity", GP_CELL_TEXT},
        {"level_from", ladder->rungs[step.from].id, GP_CELL_COUNT},
        {"level_to", ladder->rungs[step.to].id, GP_CELL_COUNT},
        {"change", "Change", GP_CELL_CHANGE},
        {"must_have_from", NULL, GP_CELL_YES_NO},
        {"must_have_to", NULL, GP_CELL_YES_NO},
        {NULL, "Must-have", GP_CELL_REMARK},
    };
    struct gp_grid *grid = new_grid(memory, columns, COUNT_OF(columns));
    for (size_t i = 0; i < ladder->activity_count; i++) {
        struct change change = change_in(ladder, step, i);
        if (!change.any)
            continue;
        gp_grid_text(grid, ladder->facets[ladder->activities[i].facet].name);
        gp_grid_text(grid, ladder->activities[i].name);
        gp_grid_count(grid, (size_t)change.from->level);
        gp_grid_count(grid, (size_t)change.to->level);
        gp_grid_change(grid, change.levels);
        gp_grid_yes_no(grid, change.from->must_have);
        gp_grid_yes_no(grid, change.to->must_have);
        gp_grid_text(grid, must_have_word(&change));
    }
    return grid;
}

struct gp_step_totals gp_ladder_step_totals(struct gp_memory *memory,
                                            const struct gp_ladder *ladder, struct gp_step step) {
    struct gp_step_totals totals = {0};
    struct facts here = facts_of(memory, &ladder->rungs[step.from]);
    struct facts there = facts_of(memory, &ladder->rungs[step.to]);
    for (size_t i = 0; i < FACT_COUNT; i++)
        totals.facts += strcmp(here.texts[i], there.texts[i]) != 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        struct change change = change_in(ladder, step, i);
        totals.activities += change.any;
        totals.more += change.levels > 0;
        totals.less += change.levels < 0;
        totals.levels_more += change.levels > 0 ? (size_t)change.levels : 0;
        totals.levels_less += change.levels < 0 ? (size_t)-change.levels : 0;
        totals.must_haves_new += change.to->must_have && !change.from->must_have;
        totals.must_haves_no_longer += change.from->must_have && !change.to->must_have;
    }
    return totals;
}
