// way_text.h - the shortest way and the choice of paths in sentences, the same on the terminal and
// in a plan. Rules: analyze/shortest.h, analyze/paths.h.
#ifndef GP_WRITE_WAY_TEXT_H
#define GP_WRITE_WAY_TEXT_H

#include "write/writers.h"

// How many raises there are and what they come to; or why there are none.
const char *gp_way_text(struct gp_memory *memory, const struct gp_report *report, size_t rung,
                        const struct gp_way *way);

// Where interest points to. There are two paths.
const char *gp_paths_interest_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                                   const struct gp_two_paths *paths);
// Why no skill decides; there is none that does.
const char *gp_paths_even_text(const struct gp_profile *profile, const struct gp_two_paths *paths);

#endif
