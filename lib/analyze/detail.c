#include "analyze/detail.h"

#include "analyze/classify.h"
#include "analyze/gaps.h"
#include "analyze/readiness.h"

static gp_permille *credits_of(struct gp_memory *memory, const struct gp_ladder *ladder,
                               const struct gp_policy *policy, const struct gp_answer *answers) {
    size_t activities = ladder->activity_count;
    gp_permille *credits = gp_alloc(memory, ladder->rung_count * activities, sizeof *credits);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        for (size_t i = 0; i < activities; i++) {
            struct gp_earning earning;
            bool expected = gp_earn(ladder, policy, &answers[i], rung, i, &earning);
            credits[rung * activities + i] = expected ? earning.credit : GP_NO_SHARE;
        }
    return credits;
}

void gp_find_detail(struct gp_memory *memory, const struct gp_ladder *ladder,
                    const struct gp_policy *policy, const struct gp_answer *answers, size_t rung,
                    const struct gp_profile *profile, struct gp_detail *detail) {
    detail->classes = gp_alloc(memory, ladder->activity_count, sizeof *detail->classes);
    for (size_t i = 0; i < ladder->activity_count; i++)
        detail->classes[i] = gp_classify(ladder, profile->skill[i], answers[i].axis[GP_INTEREST],
                                         answers[i].axis[GP_EXPERIENCE]);
    detail->gap_now = gp_gaps(memory, ladder, rung, profile->skill);
    detail->credits = credits_of(memory, ladder, policy, answers);
}
