// choose.h - of everything that may be raised, the fewest raises that reach the goal. Exact.
#ifndef GP_ANALYZE_CHOOSE_H
#define GP_ANALYZE_CHOOSE_H

#include "analyze/goal.h"

// Leaves every item the one choice it has in the shortest way. Of several shortest ways that is the
// one whose first item has its first choice, or else its second and so on; then the second item.
// False when the items have more weight and levels than an exact answer can be had for.
bool gp_choose(struct gp_memory *memory, const struct gp_ladder *ladder, const struct gp_goal *goal,
               struct gp_raises *raises);

#endif
