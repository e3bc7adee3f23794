#include "analyze/coverage.h"

#include "analyze/classify.h"

// A list of people while it is made: there is room for everybody.
struct names {
    size_t *people;
    size_t count;
};
enum list { ABLE, UNWILLING, HIDDEN, APART, LISTS };

struct covering {
    struct gp_memory *memory;
    const struct gp_ladder *ladder;
    const struct gp_team *team;
    const struct gp_profile *profiles;
    struct names lists[LISTS];
};

static void append(struct names *names, bool member, size_t person) {
    if (member)
        names->people[names->count++] = person;
}

// What is in the list, in memory that stays; the list is empty again.
static size_t *keep(struct gp_memory *memory, struct names *names, size_t *count) {
    size_t *people = names->count == 0 ? NULL : gp_alloc(memory, names->count, sizeof *people);
    for (size_t i = 0; i < names->count; i++)
        people[i] = names->people[i];
    *count = names->count;
    names->count = 0;
    return people;
}

// Whether the rung held expects at least half the scale; not so for someone outside the ladder.
static bool is_expected(const struct gp_ladder *ladder, size_t rung, size_t activity) {
    return rung != GP_NO_RUNG &&
           gp_high(&ladder->scales[GP_SKILL], gp_expected(ladder, rung, activity)->level);
}

static void cover_activity(struct covering *covering, size_t activity,
                           struct gp_coverage *coverage) {
    const struct gp_ladder *ladder = covering->ladder;
    const struct gp_team *team = covering->team;
    struct names *lists = covering->lists;
    for (size_t i = 0; i < team->person_count; i++) {
        const struct gp_answer *answer = &gp_answers_of(team, i)[activity];
        const struct gp_profile *profile = &covering->profiles[i];
        gp_level_milli skill = profile->skill[activity];
        gp_rating interest = answer->axis[GP_INTEREST];
        bool can = skill >= 0 && gp_high_milli(&ladder->scales[GP_SKILL], skill);
        bool wants = gp_high(&ladder->scales[GP_INTEREST], interest);
        bool expected = is_expected(ladder, team->people[i].rung, activity);
        coverage->rated += skill >= 0;
        coverage->interested += wants;
        coverage->expected_by += expected;
        coverage->wanting_training += wants && profile->gap_target[activity] > 0;
        append(&lists[ABLE], can, i);
        append(&lists[UNWILLING], can && gp_rated(interest) && !wants, i);
        append(&lists[HIDDEN], can && wants && !expected, i);
        append(&lists[APART], gp_levels_apart(answer) >= GP_APART_LEVELS, i);
    }
    coverage->able = keep(covering->memory, &lists[ABLE], &coverage->able_count);
    coverage->unwilling = keep(covering->memory, &lists[UNWILLING], &coverage->unwilling_count);
    coverage->hidden = keep(covering->memory, &lists[HIDDEN], &coverage->hidden_count);
    coverage->apart = keep(covering->memory, &lists[APART], &coverage->apart_count);
}

struct gp_coverage *gp_cover(struct gp_memory *memory, const struct gp_ladder *ladder,
                             const struct gp_team *team, const struct gp_profile *profiles) {
    struct gp_coverage *coverage = gp_alloc(memory, ladder->activity_count, sizeof *coverage);
    struct gp_memory *scratch = gp_memory_open();
    struct covering covering = {memory, ladder, team, profiles, {{NULL, 0}}};
    for (size_t i = 0; i < LISTS; i++)
        covering.lists[i].people = gp_alloc(scratch, team->person_count, sizeof(size_t));
    for (size_t i = 0; i < ladder->activity_count; i++)
        cover_activity(&covering, i, &coverage[i]);
    gp_memory_close(scratch);
    return coverage;
}
