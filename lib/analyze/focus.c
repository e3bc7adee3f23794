#include "analyze/focus.h"

#include "analyze/classify.h"

#include <stdlib.h>

int gp_larger_first(const void *a, const void *b) {
    const struct gp_ranked *one = a, *other = b;
    for (size_t i = 0; i < sizeof one->by / sizeof *one->by; i++)
        if (one->by[i] != other->by[i])
            return one->by[i] > other->by[i] ? -1 : 1;
    return (one->activity > other->activity) - (one->activity < other->activity);
}

static bool must_have(const struct gp_ladder *ladder, size_t rung, size_t activity) {
    return rung != GP_NO_RUNG && gp_expected(ladder, rung, activity)->must_have;
}

struct gp_ranked gp_focus_rank(const struct gp_ladder *ladder, size_t rung, size_t activity,
                               gp_level_milli gap, gp_rating interest) {
    int64_t weighted = (int64_t)ladder->activities[activity].weight * gap;
    return (struct gp_ranked){
        activity,
        {must_have(ladder, rung, activity), weighted, gp_rated(interest) ? interest : -1}};
}

// The activities of the first `most` items in order; how many that are in `*taken`.
static size_t *take_first(struct gp_memory *memory, struct gp_ranked *items, size_t count,
                          size_t most, size_t *taken) {
    qsort(items, count, sizeof *items, gp_larger_first);
    *taken = count < most ? count : most;
    size_t *activities = gp_alloc(memory, *taken, sizeof *activities);
    for (size_t i = 0; i < *taken; i++)
        activities[i] = items[i].activity;
    return activities;
}

static void list_focus(struct gp_memory *memory, const struct gp_ladder *ladder,
                       const struct gp_policy *policy, const struct gp_answer *answers,
                       struct gp_profile *profile) {
    struct gp_ranked *items = gp_alloc(memory, ladder->activity_count, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        gp_rating interest = answers[i].axis[GP_INTEREST];
        gp_level_milli gap = profile->gap_target[i];
        if (gap > 0 && gp_high(&ladder->scales[GP_INTEREST], interest))
            items[count++] = gp_focus_rank(ladder, profile->target, i, gap, interest);
    }
    size_t most = policy->focus_count > 0 ? (size_t)policy->focus_count : 0;
    profile->focus = take_first(memory, items, count, most, &profile->focus_count);
}

static void list_talk_about(struct gp_memory *memory, const struct gp_ladder *ladder,
                            const struct gp_answer *answers, struct gp_profile *profile) {
    profile->talk_about = gp_alloc(memory, ladder->activity_count, sizeof *profile->talk_about);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        gp_rating interest = answers[i].axis[GP_INTEREST];
        bool low = gp_rated(interest) && !gp_high(&ladder->scales[GP_INTEREST], interest);
        if (low && profile->gap_target[i] > 0 && must_have(ladder, profile->target, i))
            profile->talk_about[profile->talk_about_count++] = i;
    }
}

static void list_can_teach(struct gp_memory *memory, const struct gp_ladder *ladder,
                           const struct gp_answer *answers, struct gp_profile *profile) {
    struct gp_ranked *items = gp_alloc(memory, ladder->activity_count, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (profile->classes[i] == GP_STRENGTH)
            items[count++] =
                (struct gp_ranked){i, {profile->skill[i], answers[i].axis[GP_INTEREST], 0}};
    profile->can_teach =
        take_first(memory, items, count, GP_MOST_TO_TEACH, &profile->can_teach_count);
}

static void list_apart(struct gp_memory *memory, const struct gp_ladder *ladder,
                       const struct gp_answer *answers, struct gp_profile *profile) {
    struct gp_ranked *items = gp_alloc(memory, ladder->activity_count, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        int levels = gp_levels_apart(&answers[i]);
        if (levels >= GP_APART_LEVELS)
            items[count++] = (struct gp_ranked){i, {levels, 0, 0}};
    }
    profile->apart = take_first(memory, items, count, count, &profile->apart_count);
}

static void list_brings(struct gp_memory *memory, const struct gp_ladder *ladder,
                        struct gp_profile *profile) {
    if (profile->target == GP_NO_RUNG)
        return;
    profile->brings = gp_alloc(memory, ladder->activity_count, sizeof *profile->brings);
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (gp_expected(ladder, profile->target, i)->level > 0 && profile->gap_target[i] == 0)
            profile->brings[profile->brings_count++] = i;
}

void gp_focus(struct gp_memory *memory, const struct gp_ladder *ladder,
              const struct gp_policy *policy, const struct gp_answer *answers,
              struct gp_profile *profile) {
    list_focus(memory, ladder, policy, answers, profile);
    list_talk_about(memory, ladder, answers, profile);
    list_can_teach(memory, ladder, answers, profile);
    list_apart(memory, ladder, answers, profile);
    list_brings(memory, ladder, profile);
}
