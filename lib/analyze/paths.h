// paths.h - the product path and the people path side by side, for somebody who may take either.
//
// Rule "Two paths". The choice is between the lowest rung of each path that the person holds or can
// come to from the rung held (from the target, for somebody outside the ladder): the product one
// may be held already, the people one not. Ties of rank in ladder order. There is no choice where
// one of the two is missing.
#ifndef GP_ANALYZE_PATHS_H
#define GP_ANALYZE_PATHS_H

#include "model/results.h"

// Fills `*paths`:
// - deciding: activities with a skill in which the gaps to the two rungs differ; the larger weight
//   x difference first, then ladder order.
// - interest: the weighted mean of the rated interests in what a rung expects of a side, then of
//   the two sides by the rung's hats, each half up; a side with none rated is left out, and
//   GP_NO_LEVEL when both are.
// `answers` is [activity]. The profile has its target and skill.
void gp_compare_paths(struct gp_memory *memory, const struct gp_ladder *ladder,
                      const struct gp_person *person, const struct gp_answer *answers,
                      const struct gp_profile *profile, struct gp_two_paths *paths);

#endif
