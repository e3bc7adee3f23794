#include "write/ladder_text.h"

#include "base/text.h"
#include "model/words.h"
#include "write/page.h"

static void end_paragraph(struct gp_page *page) {
    gp_page_line(page, "%s", "");
}

const char *gp_ladder_sizes(struct gp_memory *memory, const struct gp_ladder *ladder) {
    return gp_print(memory, "%s: %zu %s in %zu facet%s, %zu rung%s", ladder->name,
                    ladder->activity_count, ladder->activity_count == 1 ? "activity" : "activities",
                    ladder->facet_count, gp_plural(ladder->facet_count), ladder->rung_count,
                    gp_plural(ladder->rung_count));
}

// What each rung answers for, behind its id.
static void add_scopes(struct gp_page *page, const struct gp_ladder *ladder) {
    unsigned widest = 0;
    for (size_t i = 0; i < ladder->rung_count; i++) {
        unsigned width = gp_text_width(ladder->rungs[i].id);
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (ladder->rungs[i].scope[0] != '\0')
            gp_page_wrapped(page,
                            gp_print(page->memory, "%-*s  ", (int)widest, ladder->rungs[i].id),
                            ladder->rungs[i].scope);
}

struct gp_bytes gp_ladder_text(struct gp_memory *memory, const struct gp_ladder *ladder) {
    size_t *rungs = gp_alloc(memory, ladder->rung_count, sizeof *rungs);
    for (size_t i = 0; i < ladder->rung_count; i++)
        rungs[i] = i;
    struct gp_page page;
    gp_page_open(&page, memory);
    gp_page_line(&page, "%s", gp_ladder_sizes(memory, ladder));
    end_paragraph(&page);
    gp_page_add(&page,
                gp_grid_as_text(gp_ladder_rungs_grid(memory, ladder, rungs, ladder->rung_count)));
    end_paragraph(&page);
    gp_page_wrapped(&page, "",
                    "Hats are the percent of the score that product work and people work have. "
                    "Years in product and products worked on are the least a rung asks for.");
    end_paragraph(&page);
    add_scopes(&page, ladder);
    end_paragraph(&page);
    gp_page_add(&page, gp_grid_as_text(gp_ladder_facets_grid(memory, ladder)));
    return gp_page_bytes(&page);
}

static const char *comes_from(struct gp_memory *memory, const struct gp_ladder *ladder,
                              size_t rung) {
    const char *from = gp_ladder_from(memory, ladder, rung, ", ");
    if (ladder->rungs[rung].path != GP_PATH_ENTRY)
        return from;
    if (from[0] == '\0')
        return "outside: it can be started at";
    return gp_print(memory, "%s; or outside: it can be started at", from);
}

// The rungs that name this one among those they come from.
static const char *leads_to(struct gp_memory *memory, const struct gp_ladder *ladder, size_t rung) {
    const char *text = "";
    for (size_t i = 0; i < ladder->rung_count; i++)
        for (size_t j = 0; j < ladder->rungs[i].from_count; j++)
            if (ladder->rungs[i].from[j] == rung)
                text = gp_print(memory, "%s%s%s", text, text[0] == '\0' ? "" : ", ",
                                ladder->rungs[i].id);
    return text[0] == '\0' ? "no other rung" : text;
}

static const char *asks_for(struct gp_memory *memory, const struct gp_rung *rung) {
    if (rung->min_years == 0 && rung->min_products == 0)
        return "no time in product";
    return gp_print(memory, "%d year%s in product, %d product%s worked on", (int)rung->min_years,
                    gp_plural((size_t)rung->min_years), (int)rung->min_products,
                    gp_plural((size_t)rung->min_products));
}

struct gp_bytes gp_rung_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                             size_t index) {
    const struct gp_rung *rung = &ladder->rungs[index];
    struct gp_page page;
    gp_page_open(&page, memory);
    gp_page_line(&page, "%s (%s)", rung->title, rung->id);
    if (rung->scope[0] != '\0')
        gp_page_wrapped(&page, "", rung->scope);
    end_paragraph(&page);
    gp_page_line(&page, "Path      %s, rank %d", gp_path_word(rung->path), (int)rung->rank);
    gp_page_line(&page, "From      %s", comes_from(memory, ladder, index));
    gp_page_line(&page, "Leads to  %s", leads_to(memory, ladder, index));
    gp_page_line(&page, "Hats      %d %% product, %d %% people", (int)rung->hats[GP_PRODUCT_SIDE],
                 (int)rung->hats[GP_PEOPLE_SIDE]);
    gp_page_line(&page, "Asks for  %s", asks_for(memory, rung));
    gp_page_line(&page, "Expects   %zu of %zu activities, %zu of them must-haves",
                 gp_ladder_expected_count(ladder, index), ladder->activity_count,
                 gp_ladder_must_have_count(ladder, index));
    end_paragraph(&page);
    gp_page_add(&page, gp_grid_as_text(gp_ladder_expectations_grid(memory, ladder, index)));
    return gp_page_bytes(&page);
}

static void add_totals(struct gp_page *page, const struct gp_step_totals *totals) {
    if (totals->activities == 0)
        gp_page_line(page, "They expect the same of every activity.");
    else
        gp_page_line(page,
                     "%zu activit%s more, %zu less; %zu level%s up, %zu down; %zu new "
                     "must-have%s, %zu no longer.",
                     totals->more, totals->more == 1 ? "y" : "ies", totals->less,
                     totals->levels_more, gp_plural(totals->levels_more), totals->levels_less,
                     totals->must_haves_new, gp_plural(totals->must_haves_new),
                     totals->must_haves_no_longer);
}

struct gp_bytes gp_step_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                             struct gp_step step) {
    const struct gp_rung *from = &ladder->rungs[step.from], *to = &ladder->rungs[step.to];
    struct gp_step_totals totals = gp_ladder_step_totals(memory, ladder, step);
    struct gp_page page;
    gp_page_open(&page, memory);
    gp_page_line(&page, "From %s (%s) to %s (%s)", from->title, from->id, to->title, to->id);
    end_paragraph(&page);
    if (totals.facts > 0) {
        gp_page_add(&page, gp_grid_as_text(gp_ladder_facts_grid(memory, ladder, step)));
        end_paragraph(&page);
    }
    if (totals.activities > 0) {
        gp_page_add(&page, gp_grid_as_text(gp_ladder_changes_grid(memory, ladder, step)));
        end_paragraph(&page);
    }
    add_totals(&page, &totals);
    return gp_page_bytes(&page);
}
