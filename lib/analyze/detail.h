// detail.h - what the plan of one person shows activity by activity.
#ifndef GP_ANALYZE_DETAIL_H
#define GP_ANALYZE_DETAIL_H

#include "model/policy.h"
#include "model/results.h"

// Classes, gaps to the rung held and credits, by the rules of analyze/classify.h, gaps.h and
// readiness.h. `rung` is the one held, or GP_NO_RUNG; `answers` is [activity] of the person whose
// profile it is.
struct gp_detail gp_find_detail(struct gp_memory *memory, const struct gp_ladder *ladder,
                                const struct gp_policy *policy, const struct gp_answer *answers,
                                size_t rung, const struct gp_profile *profile);

#endif
