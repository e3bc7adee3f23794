#include "write/gate_text.h"
#include "write/readiness_parts.h"

#include "model/words.h"

static const struct gp_grid_column columns[] = {
    {"person", NULL, GP_CELL_TEXT},         {"rung", NULL, GP_CELL_TEXT},
    {"facet", NULL, GP_CELL_TEXT},          {"side", NULL, GP_CELL_TEXT},
    {"activity", "Activity", GP_CELL_TEXT}, {"weight", "Weight", GP_CELL_COUNT},
    {"self", "Self", GP_CELL_LEVEL},        {"manager", "Manager", GP_CELL_LEVEL},
    {"skill", "Skill", GP_CELL_LEVEL},      {"expected", "Expected", GP_CELL_COUNT},
    {"must_have", NULL, GP_CELL_YES_NO},    {"experience", "Experience", GP_CELL_LEVEL},
    {"unproven", NULL, GP_CELL_YES_NO},     {"cap", NULL, GP_CELL_SHARE},
    {"credit", "Credit", GP_CELL_SHARE},    {NULL, "Remark", GP_CELL_REMARK},
    {"low_credit", NULL, GP_CELL_SHARE},    {"high_credit", NULL, GP_CELL_SHARE},
    {"self_credit", NULL, GP_CELL_SHARE},   {"manager_credit", NULL, GP_CELL_SHARE}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, COLUMN_SELF = 6, COLUMN_MANAGER = 7 };

static gp_level_milli level_of(gp_rating rating) {
    return gp_rated(rating) ? 1000 * rating : GP_NO_LEVEL;
}

// What is to be said of an activity besides its numbers: "must-have, short, unproven".
static const char *remark(struct gp_memory *memory, const struct gp_earning *earning,
                          const struct gp_expectation *expected) {
    const char *const parts[] = {
        expected->must_have ? "must-have" : "",
        earning->skill < 0                         ? "not rated"
        : earning->skill >= 1000 * expected->level ? ""
        : expected->must_have                      ? "short"
                                                   : "",
        earning->unproven ? "unproven" : "",
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i][0] != '\0')
            text = gp_print(memory, "%s%s%s", text, text[0] == '\0' ? "" : ", ", parts[i]);
    return text;
}

static void add_row(struct gp_memory *memory, struct gp_grid *grid,
                    const struct gp_readiness_view *view, const struct gp_shown *shown,
                    size_t activity) {
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_answer *answer = &gp_answers_of(view->report->team, shown->person)[activity];
    const struct gp_expectation *expected = gp_expected(ladder, shown->rung, activity);
    const struct gp_earning *earning = &shown->earnings[activity];
    enum gp_side side = gp_side_of(ladder, activity);
    gp_grid_text(grid, view->report->team->people[shown->person].name);
    gp_grid_text(grid, ladder->rungs[shown->rung].id);
    gp_grid_text(grid, ladder->facets[ladder->activities[activity].facet].name);
    gp_grid_text(grid, side == GP_PRODUCT_SIDE ? "product" : "people");
    gp_grid_text(grid, ladder->activities[activity].name);
    gp_grid_count(grid, (size_t)ladder->activities[activity].weight);
    gp_grid_level(grid, level_of(answer->axis[GP_SKILL]));
    gp_grid_level(grid, level_of(answer->manager_skill));
    gp_grid_level(grid, earning->skill);
    gp_grid_count(grid, (size_t)expected->level);
    gp_grid_yes_no(grid, expected->must_have);
    gp_grid_level(grid, level_of(answer->axis[GP_EXPERIENCE]));
    gp_grid_yes_no(grid, earning->unproven);
    gp_grid_share(grid, earning->cap);
    gp_grid_share(grid, earning->credit);
    gp_grid_text(grid, remark(memory, earning, expected));
    gp_grid_share(grid, earning->low);
    gp_grid_share(grid, earning->high);
    gp_rating raters[GP_RATER_COUNT] = {answer->axis[GP_SKILL], answer->manager_skill};
    for (size_t i = 0; i < GP_RATER_COUNT; i++)
        gp_grid_share(grid, gp_rated(raters[i]) ? earning->raters[i] : GP_NO_SHARE);
}

// The rows of a person; of one side only, or of both with GP_SIDE_COUNT.
static void add_rows(struct gp_memory *memory, struct gp_grid *grid,
                     const struct gp_readiness_view *view, const struct gp_shown *shown,
                     size_t side) {
    const struct gp_ladder *ladder = view->report->ladder;
    for (size_t i = 0; i < ladder->activity_count && shown->rung != GP_NO_RUNG; i++)
        if (gp_expected(ladder, shown->rung, i)->level > 0 &&
            (side == GP_SIDE_COUNT || side == gp_side_of(ladder, i)))
            add_row(memory, grid, view, shown, i);
}

struct gp_grid *gp_why_rows(struct gp_memory *memory, const struct gp_readiness_view *view,
                            size_t first, size_t last) {
    struct gp_grid *grid = gp_grid_new(memory, columns, COLUMN_COUNT);
    for (size_t i = first; i < last; i++)
        add_rows(memory, grid, view, &view->people[i], GP_SIDE_COUNT);
    return grid;
}

struct gp_bytes gp_readiness_why_csv(struct gp_memory *memory,
                                     const struct gp_readiness_view *view) {
    return gp_grid_as_csv(gp_why_rows(memory, view, 0, view->count));
}

struct gp_side_sum gp_sum_of_side(const struct gp_ladder *ladder, const struct gp_shown *shown,
                                  enum gp_side side) {
    struct gp_side_sum sum = {0};
    for (size_t i = 0; i < ladder->activity_count; i++) {
        if (gp_expected(ladder, shown->rung, i)->level <= 0 || gp_side_of(ladder, i) != side)
            continue;
        const struct gp_earning *earning = &shown->earnings[i];
        int64_t weight = ladder->activities[i].weight;
        sum.weight += weight;
        sum.low += weight * earning->low;
        sum.high += weight * earning->high;
        if (earning->skill < 0)
            continue;
        sum.weight_rated += weight;
        sum.credit += weight * earning->credit;
        for (size_t rater = 0; rater < GP_RATER_COUNT; rater++)
            sum.raters[rater] += weight * earning->raters[rater];
    }
    return sum;
}

// "sum / weight = share"; the sum of weight x credit is in thousandths.
static const char *division(struct gp_memory *memory, int64_t sum, int64_t weight,
                            gp_permille result) {
    if (weight == 0)
        return "nothing to count";
    return gp_print(memory, "%lld.%03lld / %lld = %s", (long long)(sum / 1000),
                    (long long)(sum % 1000), (long long)weight, gp_share_text(memory, result));
}

// "(80 x 0.851 + 20 x 0.700) / 100 = 0.821", or the one side there is.
static const char *hats(struct gp_memory *memory, const struct gp_rung *rung,
                        const gp_permille sides[GP_SIDE_COUNT], gp_permille score) {
    if (score == GP_NO_SHARE)
        return "nothing to count";
    if (sides[GP_PRODUCT_SIDE] == GP_NO_SHARE || sides[GP_PEOPLE_SIDE] == GP_NO_SHARE)
        return gp_print(memory, "%s: the one side that counts", gp_share_text(memory, score));
    return gp_print(memory, "(%d x %s + %d x %s) / 100 = %s", (int)rung->hats[GP_PRODUCT_SIDE],
                    gp_share_text(memory, sides[GP_PRODUCT_SIDE]), (int)rung->hats[GP_PEOPLE_SIDE],
                    gp_share_text(memory, sides[GP_PEOPLE_SIDE]), gp_share_text(memory, score));
}

// A row of the derivation: two divisions, then the hats over them.
static void add_derivation(struct gp_grid *grid, struct gp_memory *memory, const char *what,
                           const char *const divisions[GP_SIDE_COUNT], const char *joined) {
    gp_grid_text(grid, what);
    gp_grid_text(grid, divisions[GP_PRODUCT_SIDE]);
    gp_grid_text(grid, divisions[GP_PEOPLE_SIDE]);
    gp_grid_text(grid, gp_print(memory, "%s", joined));
}

static void page_derivation(struct gp_page *page, const struct gp_readiness_view *view,
                            const struct gp_shown *shown) {
    static const struct gp_grid_column titles[] = {
        {NULL, "", GP_CELL_TEXT},
        {NULL, "Product side: weight x credit / weight", GP_CELL_TEXT},
        {NULL, "People side: the same", GP_CELL_TEXT},
        {NULL, "Both hats", GP_CELL_TEXT}};
    struct gp_memory *memory = page->memory;
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_rung *rung = &ladder->rungs[shown->rung];
    const struct gp_readiness *r =
        &view->report->results->profiles[shown->person].readiness[shown->rung];
    const char *score[2], *low[2], *high[2], *raters[GP_RATER_COUNT][2];
    for (size_t i = 0; i < GP_SIDE_COUNT; i++) {
        struct gp_side_sum sum = gp_sum_of_side(ladder, shown, (enum gp_side)i);
        score[i] = division(memory, sum.credit, sum.weight_rated, r->sides[i]);
        low[i] = division(memory, sum.low, sum.weight, r->low_sides[i]);
        high[i] = division(memory, sum.high, sum.weight, r->high_sides[i]);
        for (size_t k = 0; k < GP_RATER_COUNT; k++)
            raters[k][i] = division(memory, sum.raters[k], sum.weight_rated, r->rater_sides[k][i]);
    }
    struct gp_grid *grid = gp_grid_new(memory, titles, sizeof titles / sizeof *titles);
    add_derivation(grid, memory, "Score", score, hats(memory, rung, r->sides, r->score));
    add_derivation(grid, memory, "Lowest", low, hats(memory, rung, r->low_sides, r->low));
    add_derivation(grid, memory, "Highest", high, hats(memory, rung, r->high_sides, r->high));
    for (size_t k = 0; k < GP_RATER_COUNT && r->spread != GP_NO_SHARE; k++)
        add_derivation(grid, memory, k == GP_SELF ? "Self" : "Manager", raters[k],
                       hats(memory, rung, r->rater_sides[k], r->raters[k]));
    gp_page_add(page, gp_grid_as_text(grid));
}

static void page_gates(struct gp_page *page, const struct gp_readiness_view *view,
                       const struct gp_shown *shown) {
    static const struct gp_grid_column titles[] = {{NULL, "Gate", GP_CELL_TEXT},
                                                   {NULL, "Asks for", GP_CELL_TEXT},
                                                   {NULL, "Found", GP_CELL_TEXT},
                                                   {NULL, "State", GP_CELL_TEXT}};
    const struct gp_readiness *readiness =
        &view->report->results->profiles[shown->person].readiness[shown->rung];
    struct gp_grid *grid = gp_grid_new(page->memory, titles, sizeof titles / sizeof *titles);
    for (size_t gate = 0; gate < GP_GATE_COUNT; gate++) {
        const struct gp_gate_of of = {view->report, shown->person, shown->rung, gate};
        gp_grid_text(grid, gp_gate_word(gate));
        gp_grid_text(grid, gp_gate_asked(page->memory, &of));
        gp_grid_text(grid, gp_gate_found(page->memory, &of));
        gp_grid_text(grid, gp_gate_state_word(readiness->gates[gate]));
    }
    gp_page_line(page, "%s", "");
    gp_page_add(page, gp_grid_as_text(grid));
}

static bool manager_rated(const struct gp_readiness_view *view, const struct gp_shown *shown) {
    return view->report->results->profiles[shown->person].readiness[shown->rung].spread !=
           GP_NO_SHARE;
}

void gp_page_why(struct gp_page *page, const struct gp_readiness_view *view, size_t index) {
    static const char *const names[GP_SIDE_COUNT] = {"Product side", "People side"};
    const struct gp_shown *shown = &view->people[index];
    if (shown->earnings == NULL || shown->rung == GP_NO_RUNG)
        return;
    gp_page_heading(page, "Why: %s for %s", view->report->team->people[shown->person].name,
                    view->report->ladder->rungs[shown->rung].title);
    gp_page_wrapped(
        page, "",
        gp_print(page->memory,
                 "Credit is skill / expected, at most 1; while the experience is rated low at "
                 "most %s (unproven). Each division is rounded half up to three decimals. What "
                 "is not rated is left out of the score; the lowest counts it 0, the highest 1.",
                 gp_share_text(page->memory, view->report->policy->unproven_credit)));
    for (size_t side = 0; side < GP_SIDE_COUNT; side++) {
        struct gp_grid *grid = gp_grid_new(page->memory, columns, COLUMN_COUNT);
        if (!manager_rated(view, shown)) {
            gp_grid_hide(grid, COLUMN_SELF);
            gp_grid_hide(grid, COLUMN_MANAGER);
        }
        add_rows(page->memory, grid, view, shown, side);
        gp_page_heading(page, "%s", names[side]);
        gp_page_add(page, gp_grid_as_text(grid));
    }
    gp_page_line(page, "%s", "");
    page_derivation(page, view, shown);
    page_gates(page, view, shown);
}
