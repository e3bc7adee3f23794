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

static enum gp_class *classes_of(struct gp_memory *memory, const struct gp_ladder *ladder,
                                 const struct gp_answer *answers,
                                 const struct gp_profile *profile) {
    enum gp_class *classes = gp_alloc(memory, ladder->activity_count, sizeof *classes);
    for (size_t i = 0; i < ladder->activity_count; i++)
        classes[i] = gp_classify(ladder, profile->skill[i], answers[i].axis[GP_INTEREST],
                                 answers[i].axis[GP_EXPERIENCE]);
    return classes;
}

struct gp_detail gp_find_detail(struct gp_memory *memory, const struct gp_ladder *ladder,
                                const struct gp_policy *policy, const struct gp_answer *answers,
                                size_t rung, const struct gp_profile *profile) {
    return (struct gp_detail){.classes = classes_of(memory, ladder, answers, profile),
                              .gap_now = gp_gaps(memory, ladder, rung, profile->skill),
                              .credits = credits_of(memory, ladder, policy, answers)};
}
