// coverage.h - an activity across the team: who can, who wants to, who is expected to.
//
// Rule "Team". Skill is the one that counts (see gp_skill_used()); high and low are as in the class
// of an activity; people without a rating are in no list.
#ifndef GP_ANALYZE_COVERAGE_H
#define GP_ANALYZE_COVERAGE_H

#include "model/results.h"

// The coverage of every activity: [activity]. Lists are in the team's order. `profiles` is
// [person], with skill and gaps.
struct gp_coverage *gp_cover(struct gp_memory *memory, const struct gp_ladder *ladder,
                             const struct gp_team *team, const struct gp_profile *profiles);

#endif
