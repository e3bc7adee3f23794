#include "analyze/coverage.h"

#include "analyze/classify.h"

struct covering {
    const struct gp_ladder *ladder;
    const struct gp_team *team;
    const struct gp_profile *profiles;
};

// Whether the rung held expects at least half the scale; not so for someone outside the ladder.
static bool is_expected(const struct gp_ladder *ladder, size_t rung, size_t activity) {
    return rung != GP_NO_RUNG &&
           gp_high(&ladder->scales[GP_SKILL], gp_expected(ladder, rung, activity)->level);
}

// What a person is to an activity.
struct part {
    bool rated, able, interested, expected, wants_training, unwilling, hidden, apart;
};

static struct part part_of(const struct covering *covering, size_t person, size_t activity) {
    const struct gp_ladder *ladder = covering->ladder;
    const struct gp_answer *answer = &gp_answers_of(covering->team, person)[activity];
    const struct gp_profile *profile = &covering->profiles[person];
    gp_level_milli skill = profile->skill[activity];
    gp_rating interest = answer->axis[GP_INTEREST];
    struct part part = {.rated = skill >= 0,
                        .able = skill >= 0 && gp_high_milli(&ladder->scales[GP_SKILL], skill),
                        .interested = gp_high(&ladder->scales[GP_INTEREST], interest),
                        .expected =
                            is_expected(ladder, covering->team->people[person].rung, activity),
                        .apart = gp_levels_apart(answer) >= GP_APART_LEVELS};
    part.wants_training = part.interested && profile->gap_target[activity] > 0;
    part.unwilling = part.able && gp_rated(interest) && !part.interested;
    part.hidden = part.able && part.interested && !part.expected;
    return part;
}

static void count(struct gp_coverage *coverage, struct part part) {
    coverage->rated += part.rated;
    coverage->interested += part.interested;
    coverage->expected_by += part.expected;
    coverage->wanting_training += part.wants_training;
    coverage->able_count += part.able;
    coverage->unwilling_count += part.unwilling;
    coverage->hidden_count += part.hidden;
    coverage->apart_count += part.apart;
}

// An empty list with room for so many, which are counted anew while it is filled.
static size_t *make_room(struct gp_memory *memory, size_t *count) {
    size_t *people = *count == 0 ? NULL : gp_alloc(memory, *count, sizeof *people);
    *count = 0;
    return people;
}

static void append(size_t *people, size_t *count, bool member, size_t person) {
    if (member)
        people[(*count)++] = person;
}

static void list(struct gp_coverage *coverage, struct part part, size_t person) {
    append(coverage->able, &coverage->able_count, part.able, person);
    append(coverage->unwilling, &coverage->unwilling_count, part.unwilling, person);
    append(coverage->hidden, &coverage->hidden_count, part.hidden, person);
    append(coverage->apart, &coverage->apart_count, part.apart, person);
}

// Counted first, so that each list has just the room it needs; person by person, as they lie in
// memory.
struct gp_coverage *gp_cover(struct gp_memory *memory, const struct gp_ladder *ladder,
                             const struct gp_team *team, const struct gp_profile *profiles) {
    struct gp_coverage *coverage = gp_alloc(memory, ladder->activity_count, sizeof *coverage);
    const struct covering covering = {ladder, team, profiles};
    for (size_t person = 0; person < team->person_count; person++)
        for (size_t i = 0; i < ladder->activity_count; i++)
            count(&coverage[i], part_of(&covering, person, i));
    for (size_t i = 0; i < ladder->activity_count; i++) {
        coverage[i].able = make_room(memory, &coverage[i].able_count);
        coverage[i].unwilling = make_room(memory, &coverage[i].unwilling_count);
        coverage[i].hidden = make_room(memory, &coverage[i].hidden_count);
        coverage[i].apart = make_room(memory, &coverage[i].apart_count);
    }
    for (size_t person = 0; person < team->person_count; person++)
        for (size_t i = 0; i < ladder->activity_count; i++)
            list(&coverage[i], part_of(&covering, person, i), person);
    return coverage;
}
