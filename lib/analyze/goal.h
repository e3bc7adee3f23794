// goal.h - what the gates and the score still ask for, once the least of every item is done.
//
// Rule "Shortest way": of what is rated, every gate of skill passes and the score is at least the
// policy's `ready_from`. Rounding is that of analyze/readiness.h.
#ifndef GP_ANALYZE_GOAL_H
#define GP_ANALYZE_GOAL_H

#include "analyze/raises.h"

// No credit, however large, is enough.
enum { GP_NEVER = INT32_MAX };

struct gp_goal {
    const struct gp_rung *rung;
    gp_permille ready_from;
    int32_t weights[GP_SIDE_COUNT]; // that is rated
    int32_t credits[GP_SIDE_COUNT]; // weight x credit, with the least of every item
    int32_t unit;                   // what every weight that can still be met is a multiple of
    int32_t met;                    // the units of it that breadth asks for beyond the least
    int32_t *facet_credits;         // [facet]: the credit its gate asks for beyond the least
};

void gp_find_goal(struct gp_memory *memory, const struct gp_ladder *ladder,
                  const struct gp_policy *policy, size_t rung, const struct gp_raises *raises,
                  struct gp_goal *goal);

// The score with so much credit beyond the least on each side.
gp_permille gp_goal_score(const struct gp_goal *goal, const int32_t credits[GP_SIDE_COUNT]);

// The least credit beyond the least that makes the score on one side when the other has so much;
// GP_NEVER when none does.
int32_t gp_goal_least(const struct gp_goal *goal, enum gp_side side, int32_t other);

#endif
