#include "analyze/gaps.h"

gp_level_milli gp_gap(gp_rating expected, gp_level_milli skill) {
    if (skill < 0)
        return GP_NO_LEVEL;
    gp_level_milli level = 1000 * expected;
    return level > skill ? level - skill : 0;
}

gp_level_milli *gp_gaps(struct gp_memory *memory, const struct gp_ladder *ladder, size_t rung,
                        const gp_level_milli *skill) {
    gp_level_milli *gaps = gp_alloc(memory, ladder->activity_count, sizeof *gaps);
    for (size_t i = 0; i < ladder->activity_count; i++)
        gaps[i] = rung == GP_NO_RUNG ? GP_NO_LEVEL
                                     : gp_gap(gp_expected(ladder, rung, i)->level, skill[i]);
    return gaps;
}
