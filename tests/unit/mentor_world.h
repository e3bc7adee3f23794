// mentor_world.h - a team on the small ladder, for the tests of who may mentor whom. A pm's target
// is gpm, a gpm's vp. The policy's defaults; everybody has five years in product.
#ifndef TESTS_MENTOR_WORLD_H
#define TESTS_MENTOR_WORLD_H

#include "analyze/analyze.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_PEOPLE = 12, MOST_SAID = 40 };

struct mentor_world {
    struct gp_memory *memory;
    struct small small;
    struct gp_person people[MOST_PEOPLE];
    struct gp_answer answers[MOST_PEOPLE * ACTIVITIES];
    struct gp_pair_said said[MOST_SAID];
    struct gp_pairs_said pairs;
    struct gp_team team;
    struct gp_results results;
    struct gp_mentor_input input;
    struct gp_matching matching;
};

static inline void set_mentor_policy(struct gp_policy *policy) {
    static const int64_t bonuses[GP_BONUS_COUNT] = {10000, 5000, 5000, 8000};
    policy->hours_per_mentee_tenths = 40;
    policy->mentor_ahead = 2;
    policy->mentor_years_tenths = 10;
    policy->newcomer_years_tenths = 10;
    policy->zone_overlap = 2;
    policy->manager_may_mentor = false;
    for (size_t i = 0; i < GP_BONUS_COUNT; i++)
        policy->mentor_bonuses[i] = bonuses[i];
}

// `world` must stay where it is. Gpm and vp are expected to have 4 everywhere.
static inline void open_mentors(struct mentor_world *world) {
    *world = (struct mentor_world){.memory = gp_memory_open()};
    small_open(&world->small);
    small_expect(&world->small, GPM, "444444");
    small_expect(&world->small, VP, "444444");
    set_mentor_policy(&world->small.policy);
    world->pairs.items = world->said;
    world->team = (struct gp_team){
        .people = world->people, .answers = world->answers, .activity_count = ACTIVITIES};
    world->input = (struct gp_mentor_input){.ladder = &world->small.ladder,
                                            .policy = &world->small.policy,
                                            .team = &world->team,
                                            .results = &world->results,
                                            .pairs = &world->pairs,
                                            .each = 1};
}

static inline void close_mentors(struct mentor_world *world) {
    gp_memory_close(world->memory);
}

// Somebody with no hours for others, by skill and interest in the six activities.
static inline size_t add_mentee(struct mentor_world *world, const char *name, size_t rung,
                                const char *skill, const char *interest) {
    size_t index = world->team.person_count++;
    struct gp_person *person = &world->people[index];
    *person = small_person(name);
    person->rung = rung;
    person->product_years_tenths = 50;
    person->zone_minutes = GP_NO_ZONE;
    small_answer(&world->answers[index * ACTIVITIES], skill, NULL, NULL, interest);
    return index;
}

// Somebody willing, with hours for so many, who has nothing to learn.
static inline size_t add_mentor(struct mentor_world *world, const char *name, size_t rung,
                                const char *skill, int32_t mentees) {
    size_t index = add_mentee(world, name, rung, skill, NULL);
    world->people[index].mentor_willing = GP_YES;
    world->people[index].mentor_hours_tenths = 40 * mentees;
    return index;
}

static inline void say(struct mentor_world *world, size_t mentee, size_t mentor,
                       enum gp_pair_rule rule) {
    world->said[world->pairs.count++] = (struct gp_pair_said){mentee, mentor, rule, {0}};
}

static inline void analyze(struct mentor_world *world) {
    gp_analyze_team(world->memory, &world->small.ladder, &world->small.policy, &world->team,
                    &world->results);
}

static inline const struct gp_matching *match(struct mentor_world *world) {
    analyze(world);
    gp_match_mentors(world->memory, &world->input, &world->matching);
    return &world->matching;
}

#endif
