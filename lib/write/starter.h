// starter.h - a first roster and first answers for a ladder: three invented people, to run and to
// write over. The same ladder gives the same bytes; whatever its scales and rungs, they can be
// read.
#ifndef GP_WRITE_STARTER_H
#define GP_WRITE_STARTER_H

#include "base/file.h"
#include "model/ladder.h"

// One on the ladder's first entry rung, one up to two rungs further who manages the others, and one
// outside the ladder who aims at that entry. Without salaries.
struct gp_bytes gp_starter_roster(struct gp_memory *memory, const struct gp_ladder *ladder);
// Their answers: a row per person and activity, numbers near what their rung expects (of the one
// outside: what the first rung does), here and there no answer, or "N/A" where the scales know it.
struct gp_bytes gp_starter_answers(struct gp_memory *memory, const struct gp_ladder *ladder);
// What the folder holds and what to do with it, as plain text.
struct gp_bytes gp_starter_readme(struct gp_memory *memory, const struct gp_ladder *ladder);

#endif
