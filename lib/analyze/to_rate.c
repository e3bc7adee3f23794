#include "analyze/to_rate.h"

#include "analyze/classify.h"

// None is left.
#define NONE ((size_t)-1)

struct missing {
    const struct gp_ladder *ladder;
    bool *open;              // [activity]: expected, not rated, and not to be rated yet
    bool *chosen;            // [activity]: to be rated
    bool *known;             // [facet]: something of it is rated, or is to be
    int64_t expected, rated; // weights; what is to be rated counts as rated
};

static void choose(struct missing *missing, size_t activity) {
    if (activity == NONE)
        return;
    missing->open[activity] = false;
    missing->chosen[activity] = true;
    missing->known[missing->ladder->activities[activity].facet] = true;
    missing->rated += missing->ladder->activities[activity].weight;
}

// The first of the heaviest open ones from `first` on; NONE when none is open.
static size_t heaviest(const struct missing *missing, size_t first, size_t count) {
    const struct gp_activity *activities = missing->ladder->activities;
    size_t best = NONE;
    for (size_t i = first; i < first + count; i++)
        if (missing->open[i] && (best == NONE || activities[i].weight > activities[best].weight))
            best = i;
    return best;
}

static void choose_all(const struct gp_policy *policy, size_t rung, struct missing *missing) {
    const struct gp_ladder *ladder = missing->ladder;
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (missing->open[i] && gp_expected(ladder, rung, i)->must_have)
            choose(missing, i);
    for (size_t i = 0; i < ladder->facet_count; i++)
        if (!missing->known[i])
            choose(missing, heaviest(missing, ladder->facets[i].first, ladder->facets[i].count));
    for (size_t next = 0;
         next != NONE && gp_share(missing->rated, missing->expected) < policy->answered_gate;) {
        next = heaviest(missing, 0, ladder->activity_count);
        choose(missing, next);
    }
}

static struct missing find_missing(struct gp_memory *memory, const struct gp_ladder *ladder,
                                   const struct gp_policy *policy, const struct gp_answer *answers,
                                   size_t rung) {
    struct missing missing = {ladder,
                              gp_alloc(memory, ladder->activity_count, sizeof *missing.open),
                              gp_alloc(memory, ladder->activity_count, sizeof *missing.chosen),
                              gp_alloc(memory, ladder->facet_count, sizeof *missing.known),
                              0,
                              0};
    for (size_t i = 0; i < ladder->activity_count; i++) {
        if (gp_expected(ladder, rung, i)->level <= 0)
            continue;
        const struct gp_activity *activity = &ladder->activities[i];
        bool rated = gp_skill_used(&answers[i], policy->manager_weight) >= 0;
        missing.open[i] = !rated;
        missing.known[activity->facet] = missing.known[activity->facet] || rated;
        missing.expected += activity->weight;
        missing.rated += rated ? activity->weight : 0;
    }
    return missing;
}

size_t *gp_find_to_rate(struct gp_memory *memory, const struct gp_ladder *ladder,
                        const struct gp_policy *policy, const struct gp_answer *answers,
                        size_t rung, size_t *count) {
    struct missing missing = find_missing(memory, ladder, policy, answers, rung);
    choose_all(policy, rung, &missing);
    size_t *to_rate = gp_alloc(memory, ladder->activity_count, sizeof *to_rate);
    *count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (missing.chosen[i])
            to_rate[(*count)++] = i;
    return to_rate;
}
