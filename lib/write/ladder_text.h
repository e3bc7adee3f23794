// ladder_text.h - the ladder for people in a terminal, from the tables of ladder_tables.h.
#ifndef GP_WRITE_LADDER_TEXT_H
#define GP_WRITE_LADDER_TEXT_H

#include "write/ladder_tables.h"

// The rungs, what each answers for, and the facets.
struct gp_bytes gp_ladder_text(struct gp_memory *memory, const struct gp_ladder *ladder);
// Rung `index`: what it asks for, where it leads, and what it expects.
struct gp_bytes gp_rung_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                             size_t index);
// What changes on the way from one rung to another, and by how much.
struct gp_bytes gp_step_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                             struct gp_step step);
// "quartz: 78 activities in 9 facets, 8 rungs"
const char *gp_ladder_sizes(struct gp_memory *memory, const struct gp_ladder *ladder);

#endif
