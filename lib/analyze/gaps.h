// gaps.h - how far a skill is below what a rung expects. Rule "Gap".
#ifndef GP_ANALYZE_GAPS_H
#define GP_ANALYZE_GAPS_H

#include "model/results.h"

// Expected level - skill, in thousandths of a level, never below 0; GP_NO_LEVEL when the skill is
// not known.
gp_level_milli gp_gap(gp_rating expected, gp_level_milli skill);

// The gaps of all activities ([activity]) to a rung; all GP_NO_LEVEL to GP_NO_RUNG.
gp_level_milli *gp_gaps(struct gp_memory *memory, const struct gp_ladder *ladder, size_t rung,
                        const gp_level_milli *skill);

#endif
