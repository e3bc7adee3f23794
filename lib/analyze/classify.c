#include "analyze/classify.h"

gp_level_milli gp_skill_used(const struct gp_answer *answer, gp_permille manager_weight) {
    gp_rating own = answer->axis[GP_SKILL], manager = answer->manager_skill;
    if (!gp_rated(own) && !gp_rated(manager))
        return GP_NO_LEVEL;
    if (!gp_rated(manager))
        return 1000 * own;
    if (!gp_rated(own))
        return 1000 * manager;
    return own * (1000 - manager_weight) + manager * manager_weight;
}

int gp_levels_apart(const struct gp_answer *answer) {
    gp_rating own = answer->axis[GP_SKILL], manager = answer->manager_skill;
    if (!gp_rated(own) || !gp_rated(manager))
        return -1;
    return own > manager ? own - manager : manager - own;
}

enum gp_class gp_classify(const struct gp_ladder *ladder, gp_level_milli skill, gp_rating interest,
                          gp_rating experience) {
    if (skill < 0 || !gp_rated(interest))
        return GP_UNCLASSIFIED;
    bool skilled = gp_high_milli(&ladder->scales[GP_SKILL], skill);
    bool interested = gp_high(&ladder->scales[GP_INTEREST], interest);
    if (skilled)
        return interested ? GP_STRENGTH : GP_RELUCTANT;
    if (!interested)
        return GP_POOR_FIT;
    return gp_high(&ladder->scales[GP_EXPERIENCE], experience) ? GP_STRENGTHEN : GP_DEVELOP;
}

enum gp_class gp_dominant_class(const size_t counts[GP_CLASS_COUNT]) {
    size_t classified = 0;
    for (size_t i = GP_UNCLASSIFIED + 1; i < GP_CLASS_COUNT; i++)
        classified += counts[i];
    for (size_t i = GP_UNCLASSIFIED + 1; i < GP_CLASS_COUNT; i++)
        if (classified > 0 && 3 * counts[i] >= 2 * classified)
            return (enum gp_class)i;
    return GP_UNCLASSIFIED;
}

static void count_answer(gp_rating skill, struct gp_profile *profile) {
    profile->rated_count += gp_rated(skill);
    profile->blank_count += skill == GP_BLANK;
    profile->not_applicable_count += skill == GP_NOT_APPLICABLE;
    profile->dont_know_count += skill == GP_DONT_KNOW;
}

void gp_classify_all(struct gp_memory *memory, const struct gp_ladder *ladder,
                     const struct gp_policy *policy, const struct gp_answer *answers,
                     struct gp_profile *profile) {
    profile->skill = gp_alloc(memory, ladder->activity_count, sizeof *profile->skill);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        const gp_rating *axis = answers[i].axis;
        profile->skill[i] = gp_skill_used(&answers[i], policy->manager_weight);
        enum gp_class class =
            gp_classify(ladder, profile->skill[i], axis[GP_INTEREST], axis[GP_EXPERIENCE]);
        profile->class_counts[class]++;
        count_answer(axis[GP_SKILL], profile);
    }
    profile->dominant = gp_dominant_class(profile->class_counts);
}
