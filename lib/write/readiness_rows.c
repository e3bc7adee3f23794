#include "model/words.h"
#include "write/gate_text.h"
#include "write/readiness_parts.h"

// The columns; those from FIRST_OF_RATERS on say what two raters make of a score.
static const struct gp_grid_column columns[] = {{"person", "Person", GP_CELL_TEXT},
                                                {"current", NULL, GP_CELL_TEXT},
                                                {"rung", NULL, GP_CELL_TEXT},
                                                {NULL, "Rung", GP_CELL_TEXT},
                                                {"is_target", NULL, GP_CELL_YES_NO},
                                                {"score", "Score", GP_CELL_SHARE},
                                                {"low", "Low", GP_CELL_SHARE},
                                                {"high", "High", GP_CELL_SHARE},
                                                {"product_score", "Product", GP_CELL_SHARE},
                                                {"people_score", "People", GP_CELL_SHARE},
                                                {"band", "Band", GP_CELL_TEXT},
                                                {"first_gate", NULL, GP_CELL_TEXT},
                                                {NULL, "Blocked first by", GP_CELL_TEXT},
                                                {"self_score", "Self", GP_CELL_SHARE},
                                                {"manager_score", "Manager", GP_CELL_SHARE},
                                                {"spread", "Spread", GP_CELL_SHARE}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, FIRST_OF_RATERS = COLUMN_COUNT - 3 };

static const char *rung_id(const struct gp_ladder *ladder, size_t rung) {
    return rung == GP_NO_RUNG ? "" : ladder->rungs[rung].id;
}

static const char *marked_title(struct gp_memory *memory, const struct gp_report *report,
                                size_t person, size_t rung) {
    const char *mark = rung == report->team->people[person].rung          ? " (now)"
                       : rung == report->results->profiles[person].target ? " (target)"
                                                                          : "";
    return gp_print(memory, "%s%s", report->ladder->rungs[rung].title, mark);
}

static void add_row(struct gp_memory *memory, struct gp_grid *grid, const struct gp_report *report,
                    size_t person, size_t rung) {
    const struct gp_profile *profile = &report->results->profiles[person];
    const struct gp_readiness *readiness = &profile->readiness[rung];
    gp_grid_text(grid, report->team->people[person].name);
    gp_grid_text(grid, rung_id(report->ladder, report->team->people[person].rung));
    gp_grid_text(grid, rung_id(report->ladder, rung));
    gp_grid_text(grid, marked_title(memory, report, person, rung));
    gp_grid_yes_no(grid, profile->target == rung);
    gp_grid_share(grid, readiness->score);
    gp_grid_share(grid, readiness->low);
    gp_grid_share(grid, readiness->high);
    gp_grid_share(grid, readiness->sides[GP_PRODUCT_SIDE]);
    gp_grid_share(grid, readiness->sides[GP_PEOPLE_SIDE]);
    gp_grid_text(grid, gp_band_word(readiness->band));
    gp_grid_text(grid, gp_gate_id(readiness->first_gate));
    gp_grid_text(grid, gp_first_gate_text(memory, report, person, rung));
    gp_grid_share(grid, readiness->raters[GP_SELF]);
    gp_grid_share(grid, readiness->raters[GP_MANAGER]);
    gp_grid_share(grid, readiness->spread);
}

static bool anybody_has_two_raters(const struct gp_readiness_view *view) {
    for (size_t i = 0; i < view->count; i++)
        for (size_t rung = 0; rung < view->report->ladder->rung_count; rung++)
            if (view->report->results->profiles[view->people[i].person].readiness[rung].spread !=
                GP_NO_SHARE)
                return true;
    return false;
}

struct gp_grid *gp_readiness_rows(struct gp_memory *memory, const struct gp_readiness_view *view) {
    struct gp_grid *grid = gp_grid_new(memory, columns, COLUMN_COUNT);
    if (view->whole)
        gp_grid_hide(grid, 0);
    bool two_raters = anybody_has_two_raters(view);
    for (size_t i = FIRST_OF_RATERS; i < COLUMN_COUNT && !two_raters; i++)
        gp_grid_hide(grid, i);
    for (size_t i = 0; i < view->count; i++)
        for (size_t rung = 0; rung < view->report->ladder->rung_count; rung++)
            if (view->only == GP_NO_RUNG || view->only == rung)
                add_row(memory, grid, view->report, view->people[i].person, rung);
    return grid;
}

// A person at a time: a team may be large.
struct gp_bytes gp_readiness_csv(struct gp_memory *memory, const struct gp_report *report) {
    struct gp_text_table table;
    gp_grid_open_csv(gp_grid_new(memory, columns, COLUMN_COUNT), memory, &table);
    for (size_t person = 0; person < report->team->person_count; person++) {
        struct gp_memory *scratch = gp_memory_open();
        struct gp_grid *grid = gp_grid_new(scratch, columns, COLUMN_COUNT);
        for (size_t rung = 0; rung < report->ladder->rung_count; rung++)
            add_row(scratch, grid, report, person, rung);
        gp_grid_add_to_csv(grid, &table);
        gp_memory_close(scratch);
    }
    return gp_text_table_bytes(&table);
}

struct gp_bytes gp_readiness_rows_csv(struct gp_memory *memory,
                                      const struct gp_readiness_view *view) {
    return gp_grid_as_csv(gp_readiness_rows(memory, view));
}
