#include "write/way_text.h"

#include "base/text.h"
#include "write/readiness_parts.h"

// Why there are no raises; NULL when there are.
static const char *why_none(const struct gp_ladder *ladder, size_t rung, const struct gp_way *way) {
    if (way->too_large)
        return "The ladder's weights are too large for an exact answer; make them smaller whole "
               "numbers.";
    if (!way->found && gp_ladder_expected_count(ladder, rung) == 0)
        return "The rung expects nothing, so there is nothing to raise, and nobody can be ready "
               "for it; give it levels in expectations.csv.";
    if (!way->found)
        return "Nothing the role expects is rated; rate first, then ask again.";
    if (way->levels > 0)
        return NULL;
    return way->to_rate_count > 0
               ? "Of what is rated nothing needs raising, but gates of skill wait for the rest."
               : "Nothing needs raising: every gate of skill passes.";
}

const char *gp_way_text(struct gp_memory *memory, const struct gp_report *report, size_t rung,
                        const struct gp_way *way) {
    const char *none = why_none(report->ladder, rung, way);
    if (none != NULL)
        return none;
    return gp_print(memory,
                    "%u raise%s of one level: the fewest that bring the score to %s or more and "
                    "every gate of skill to pass%s. With them the score is %s. Years, products, "
                    "support and a place are asked for besides.",
                    (unsigned)way->levels, gp_plural(way->levels),
                    gp_share_text(memory, report->policy->ready_from),
                    way->to_rate_count > 0 ? ", by what is rated so far" : "",
                    gp_share_text(memory, way->score));
}

const char *gp_paths_interest_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                                   const struct gp_two_paths *paths) {
    const char *texts[2];
    if (paths->interest[0] < 0 && paths->interest[1] < 0)
        return "No interest in the work of either is rated.";
    for (size_t i = 0; i < 2; i++) {
        const struct gp_rung *rung = &ladder->rungs[paths->rungs[i]];
        texts[i] = gp_print(
            memory, "%s in that of %s (%d %% product, %d %% people)",
            paths->interest[i] < 0 ? "not rated" : gp_level_text(memory, paths->interest[i]),
            rung->title, (int)rung->hats[GP_PRODUCT_SIDE], (int)rung->hats[GP_PEOPLE_SIDE]);
    }
    const char *leaning =
        paths->leaning == GP_NO_LEANING
            ? "does not say which"
            : gp_print(memory, "points to %s", ladder->rungs[paths->rungs[paths->leaning]].title);
    return gp_print(memory, "Interest %s. Interest in the work of each, on average: %s; %s.",
                    leaning, texts[0], texts[1]);
}

const char *gp_paths_even_text(const struct gp_profile *profile, const struct gp_two_paths *paths) {
    return gp_rung_is_rated(profile, paths->rungs[0]) || gp_rung_is_rated(profile, paths->rungs[1])
               ? "By the skills that are rated the two are equally far away."
               : "No skill that either asks for is rated: by skill nothing decides it yet.";
}
