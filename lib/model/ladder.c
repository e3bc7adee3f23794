#include "model/ladder.h"

size_t gp_ladder_expected_count(const struct gp_ladder *ladder, size_t rung) {
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++)
        count += gp_expected(ladder, rung, i)->level > 0;
    return count;
}

size_t gp_ladder_must_have_count(const struct gp_ladder *ladder, size_t rung) {
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++)
        count += gp_expected(ladder, rung, i)->must_have;
    return count;
}

size_t gp_ladder_next(const struct gp_ladder *ladder, size_t rung) {
    for (size_t i = 0; i < ladder->rung_count; i++)
        for (size_t j = 0; j < ladder->rungs[i].from_count; j++)
            if (ladder->rungs[i].from[j] == rung)
                return i;
    return GP_NO_RUNG;
}

static bool comes_from_any(const struct gp_rung *rung, const bool *reached) {
    for (size_t i = 0; i < rung->from_count; i++)
        if (reached[rung->from[i]])
            return true;
    return false;
}

void gp_ladder_reach(const struct gp_ladder *ladder, const bool *open, bool *reached) {
    // Predecessors may stand behind their successors in the file: repeat until nothing is added.
    for (bool added = true; added;) {
        added = false;
        for (size_t i = 0; i < ladder->rung_count; i++)
            if (!reached[i] && (open == NULL || open[i]) &&
                comes_from_any(&ladder->rungs[i], reached))
                reached[i] = added = true;
    }
}
