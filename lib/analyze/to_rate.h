// to_rate.h - what must be rated before the gates of skill can pass, however much is raised.
//
// Rule "Shortest way". The gates wait for every must-have that is not rated; for each facet of
// which something is expected and nothing is rated; and for enough of the weight.
#ifndef GP_ANALYZE_TO_RATE_H
#define GP_ANALYZE_TO_RATE_H

#include "model/policy.h"
#include "model/results.h"

// The fewest activities whose rating these gates wait for, in ladder order: the must-haves; of such
// a facet its heaviest, unless a must-have of it is there; then the heaviest that are not rated,
// while the answered share would still be under its gate. Ties in ladder order. `answers` is
// [activity]; the list is as long as the activities at most and lives in `memory`.
size_t *gp_find_to_rate(struct gp_memory *memory, const struct gp_ladder *ladder,
                        const struct gp_policy *policy, const struct gp_answer *answers,
                        size_t rung, size_t *count);

#endif
