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

// One person's lists. A list is put together in `scratch`, and only what is in it kept in `memory`:
// of a large team that is what counts.
struct lists {
    struct gp_memory *memory, *scratch;
    const struct gp_ladder *ladder;
    const struct gp_answer *answers;
    struct gp_profile *profile;
};

static size_t *keep(const struct lists *lists, const struct gp_ranked *items, size_t count) {
    size_t *activities = count == 0 ? NULL : gp_alloc(lists->memory, count, sizeof *activities);
    for (size_t i = 0; i < count; i++)
        activities[i] = items[i].activity;
    return activities;
}

static struct gp_ranked *no_items(const struct lists *lists) {
    return gp_alloc(lists->scratch, lists->ladder->activity_count, sizeof(struct gp_ranked));
}

// The activities of the first `most` items in order; how many that are in `*taken`.
static size_t *keep_first(const struct lists *lists, struct gp_ranked *items, size_t count,
                          size_t most, size_t *taken) {
    qsort(items, count, sizeof *items, gp_larger_first);
    *taken = count < most ? count : most;
    return keep(lists, items, *taken);
}

static void list_focus(const struct lists *lists, const struct gp_policy *policy) {
    const struct gp_ladder *ladder = lists->ladder;
    struct gp_profile *profile = lists->profile;
    struct gp_ranked *items = no_items(lists);
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        gp_rating interest = lists->answers[i].axis[GP_INTEREST];
        gp_level_milli gap = profile->gap_target[i];
        if (gap > 0 && gp_high(&ladder->scales[GP_INTEREST], interest))
            items[count++] = gp_focus_rank(ladder, profile->target, i, gap, interest);
    }
    size_t most = policy->focus_count > 0 ? (size_t)policy->focus_count : 0;
    profile->focus = keep_first(lists, items, count, most, &profile->focus_count);
}

static void list_talk_about(const struct lists *lists) {
    const struct gp_ladder *ladder = lists->ladder;
    struct gp_profile *profile = lists->profile;
    struct gp_ranked *items = no_items(lists);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        gp_rating interest = lists->answers[i].axis[GP_INTEREST];
        bool low = gp_rated(interest) && !gp_high(&ladder->scales[GP_INTEREST], interest);
        if (low && profile->gap_target[i] > 0 && must_have(ladder, profile->target, i))
            items[profile->talk_about_count++].activity = i;
    }
    profile->talk_about = keep(lists, items, profile->talk_about_count);
}

static void list_can_teach(const struct lists *lists) {
    struct gp_profile *profile = lists->profile;
    struct gp_ranked *items = no_items(lists);
    size_t count = 0;
    for (size_t i = 0; i < lists->ladder->activity_count; i++) {
        const gp_rating *axis = lists->answers[i].axis;
        if (gp_classify(lists->ladder, profile->skill[i], axis[GP_INTEREST], axis[GP_EXPERIENCE]) ==
            GP_STRENGTH)
            items[count++] = (struct gp_ranked){i, {profile->skill[i], axis[GP_INTEREST], 0}};
    }
    profile->can_teach =
        keep_first(lists, items, count, GP_MOST_TO_TEACH, &profile->can_teach_count);
}

static void list_apart(const struct lists *lists) {
    struct gp_profile *profile = lists->profile;
    struct gp_ranked *items = no_items(lists);
    size_t count = 0;
    for (size_t i = 0; i < lists->ladder->activity_count; i++) {
        int levels = gp_levels_apart(&lists->answers[i]);
        if (levels >= GP_APART_LEVELS)
            items[count++] = (struct gp_ranked){i, {levels, 0, 0}};
    }
    profile->apart = keep_first(lists, items, count, count, &profile->apart_count);
}

static void list_brings(const struct lists *lists) {
    struct gp_profile *profile = lists->profile;
    if (profile->target == GP_NO_RUNG)
        return;
    struct gp_ranked *items = no_items(lists);
    for (size_t i = 0; i < lists->ladder->activity_count; i++)
        if (gp_expected(lists->ladder, profile->target, i)->level > 0 &&
            profile->gap_target[i] == 0)
            items[profile->brings_count++].activity = i;
    profile->brings = keep(lists, items, profile->brings_count);
}

void gp_focus(struct gp_memory *memory, const struct gp_ladder *ladder,
              const struct gp_policy *policy, const struct gp_answer *answers,
              struct gp_profile *profile) {
    struct lists lists = {memory, gp_memory_open(), ladder, answers, profile};
    list_focus(&lists, policy);
    list_talk_about(&lists);
    list_can_teach(&lists);
    list_apart(&lists);
    list_brings(&lists);
    gp_memory_close(lists.scratch);
}
