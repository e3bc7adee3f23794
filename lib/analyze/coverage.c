#include "analyze/coverage.h"

#include "analyze/classify.h"

// A list of people that grows.
struct names {
    size_t *people;
    size_t count, capacity;
};

static void append(struct gp_memory *memory, struct names *names, size_t person) {
    names->people =
        gp_grow(memory, names->people, names->count, &names->capacity, sizeof *names->people);
    names->people[names->count++] = person;
}

// Whether the rung held expects at least half the scale; not so for someone outside the ladder.
static bool is_expected(const struct gp_ladder *ladder, size_t rung, size_t activity) {
    return rung != GP_NO_RUNG &&
           gp_high(&ladder->scales[GP_SKILL], gp_expected(ladder, rung, activity)->level);
}

static void cover_activity(struct gp_memory *memory, const struct gp_ladder *ladder,
                           const struct gp_team *team, const struct gp_profile *profiles,
                           size_t activity, struct gp_coverage *coverage) {
    struct names able = {0}, unwilling = {0}, hidden = {0}, apart = {0};
    for (size_t i = 0; i < team->person_count; i++) {
        const struct gp_answer *answer = &gp_answers_of(team, i)[activity];
        gp_level_milli skill = profiles[i].skill[activity];
        gp_rating interest = answer->axis[GP_INTEREST];
        bool can = skill >= 0 && gp_high_milli(&ladder->scales[GP_SKILL], skill);
        bool wants = gp_high(&ladder->scales[GP_INTEREST], interest);
        bool expected = is_expected(ladder, team->people[i].rung, activity);
        coverage->rated += skill >= 0;
        coverage->interested += wants;
        coverage->expected_by += expected;
        coverage->wanting_training += wants && profiles[i].gap_target[activity] > 0;
        if (can)
            append(memory, &able, i);
        if (can && gp_rated(interest) && !wants)
            append(memory, &unwilling, i);
        if (can && wants && !expected)
            append(memory, &hidden, i);
        if (gp_levels_apart(answer) >= GP_APART_LEVELS)
            append(memory, &apart, i);
    }
    coverage->able = able.people;
    coverage->able_count = able.count;
    coverage->unwilling = unwilling.people;
    coverage->unwilling_count = unwilling.count;
    coverage->hidden = hidden.people;
    coverage->hidden_count = hidden.count;
    coverage->apart = apart.people;
    coverage->apart_count = apart.count;
}

struct gp_coverage *gp_cover(struct gp_memory *memory, const struct gp_ladder *ladder,
                             const struct gp_team *team, const struct gp_profile *profiles) {
    struct gp_coverage *coverage = gp_alloc(memory, ladder->activity_count, sizeof *coverage);
    for (size_t i = 0; i < ladder->activity_count; i++)
        cover_activity(memory, ladder, team, profiles, i, &coverage[i]);
    return coverage;
}
