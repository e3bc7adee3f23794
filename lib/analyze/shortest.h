// shortest.h - the fewest one-level raises that make a person ready for a rung. Exact.
//
// Rule "Shortest way". A raise takes a rating to the next level its scale has: of skill, up to the
// first level that meets what is expected (a mean of two raters goes to the next level above it,
// and both then agree), or of an experience that is rated low, up to the lowest that is high, since
// a low one caps what the activity earns (analyze/readiness.h). What is not rated is never raised.
// Ready means: every gate of skill that ratings alone decide passes (must-haves, breadth, facets),
// and the score is at least the policy's `ready_from`.
//
// Of several ways of the same length it is the one that raises the skill of the first activity of
// the focus order (analyze/focus.h) most, then its experience; then so the second, and so on.
#ifndef GP_ANALYZE_SHORTEST_H
#define GP_ANALYZE_SHORTEST_H

#include "model/policy.h"
#include "model/results.h"

// `answers` is [activity], `readiness` that of the rung, measured. Ratings that the gates wait for
// stand in `to_rate` (analyze/to_rate.h); the way is then that of what is rated. Its lists live in
// `memory`. Too large is what would take some hundred million additions (analyze/gains.c).
struct gp_way gp_shortest_way(struct gp_memory *memory, const struct gp_ladder *ladder,
                              const struct gp_policy *policy, const struct gp_answer *answers,
                              size_t rung, const struct gp_readiness *readiness);

#endif
