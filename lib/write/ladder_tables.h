// ladder_tables.h - the ladder as tables: its rungs and facets, what a rung expects, and how two
// rungs differ. All in ladder order.
#ifndef GP_WRITE_LADDER_TABLES_H
#define GP_WRITE_LADDER_TABLES_H

#include "model/ladder.h"
#include "write/grid.h"

// "tpm, pmm": the ids of the rungs a rung comes from; empty at an entry.
const char *gp_ladder_from(struct gp_memory *memory, const struct gp_ladder *ladder, size_t rung,
                           const char *between);

// A row a rung, of the `count` in `rungs`. Scopes are for programs: they are too long for a line.
struct gp_grid *gp_ladder_rungs_grid(struct gp_memory *memory, const struct gp_ladder *ladder,
                                     const size_t *rungs, size_t count);
// A row a facet: its side, its activities and their weight.
struct gp_grid *gp_ladder_facets_grid(struct gp_memory *memory, const struct gp_ladder *ladder);
// A row an activity that the rung expects something of. Descriptions are for programs.
struct gp_grid *gp_ladder_expectations_grid(struct gp_memory *memory,
                                            const struct gp_ladder *ladder, size_t rung);

// From one rung to another.
struct gp_step {
    size_t from, to;
};
// The facts that differ, a row each; without rows when none does.
struct gp_grid *gp_ladder_facts_grid(struct gp_memory *memory, const struct gp_ladder *ladder,
                                     struct gp_step step);
// The activities whose level or must-have differs, a row each.
struct gp_grid *gp_ladder_changes_grid(struct gp_memory *memory, const struct gp_ladder *ladder,
                                       struct gp_step step);

struct gp_step_totals {
    size_t facts;                    // that differ
    size_t activities;               // whose level or must-have differs
    size_t more, less;               // activities whose level is higher, lower
    size_t levels_more, levels_less; // in all
    size_t must_haves_new, must_haves_no_longer;
};
struct gp_step_totals gp_ladder_step_totals(struct gp_memory *memory,
                                            const struct gp_ladder *ladder, struct gp_step step);

#endif
