// budget_world.h - a team with salaries, for the tests of the budget. All of it may be changed
// before it is used; what is not set is not given.
#ifndef GP_TESTS_BUDGET_WORLD_H
#define GP_TESTS_BUDGET_WORLD_H

#include "analyze/analyze.h"
#include "small_ladder.h"

enum { WORLD_COURSES = 12, WORLD_NEEDS = 3 };

struct world {
    struct gp_memory *memory;
    struct small small;
    struct gp_team team;
    struct gp_payroll payroll;
    struct gp_courses courses;
    struct gp_expenses expenses;
    struct gp_budget_terms terms; // the year 2027
    struct gp_results results;
    struct gp_course items[WORLD_COURSES];
    struct gp_taught taught[WORLD_COURSES][ACTIVITIES];
    size_t needs[WORLD_COURSES][WORLD_NEEDS];
    struct gp_messages messages;
};

static inline gp_money world_money(int64_t minor, const char *currency) {
    return (gp_money){minor, gp_currency_find(currency, 3)};
}

// What is spent and carried over is nothing; the rest is not given.
static inline struct gp_pay world_pay(int64_t salary, const char *currency) {
    return (struct gp_pay){.known = true,
                           .salary = world_money(salary, currency),
                           .periods_per_year = 1,
                           .rate_ppm = -1,
                           .fte_ppm = -1,
                           .spent = world_money(0, currency),
                           .carry_over = world_money(0, currency)};
}

// People without a name, each with 100.00 USD, who have answered nothing. All of them go for the
// gpm, who is expected to have level 4 of everything. `world` must stay where it is.
static inline void world_open(struct world *world, struct gp_memory *memory, size_t people) {
    *world = (struct world){.memory = memory, .messages = {.memory = memory}};
    small_open(&world->small);
    world->terms =
        (struct gp_budget_terms){.year_first = {2027, 1, 1}, .year_last = {2027, 12, 31}};
    world->team.people = gp_alloc(memory, people, sizeof *world->team.people);
    world->team.person_count = people;
    world->team.activity_count = ACTIVITIES;
    world->payroll.items = gp_alloc(memory, people, sizeof *world->payroll.items);
    world->team.answers = gp_alloc(memory, people * ACTIVITIES, sizeof *world->team.answers);
    world->courses.items = world->items;
    small_expect(&world->small, GPM, "444444");
    for (size_t i = 0; i < people; i++) {
        small_answer(&world->team.answers[i * ACTIVITIES], NULL, NULL, NULL, NULL);
        world->team.people[i] = small_person("");
        world->team.people[i].target = GPM;
        world->payroll.items[i] = world_pay(10000, "USD");
    }
}

// Skills of the six activities, a digit each, or '.' for not rated; interest is 5 where `interest`
// is not given.
static inline void world_answer(struct world *world, size_t person, const char *skill,
                                const char *interest) {
    small_answer(&world->team.answers[person * ACTIVITIES], skill, NULL, NULL,
                 interest != NULL ? interest : "555555");
}

// What somebody may spend: a pool without a split to think about.
static inline void world_left(struct world *world, size_t person, int64_t left) {
    world->payroll.items[person].salary.minor = left;
    world->payroll.items[person].rate_ppm = 1000000;
}

// A seat course in USD that teaches the six activities to these levels, a digit each; 0 for not.
static inline struct gp_course *world_course(struct world *world, int64_t price,
                                             const char *levels) {
    size_t index = world->courses.count++;
    struct gp_course *course = &world->items[index];
    *course = (struct gp_course){.name = "",
                                 .provider = "",
                                 .price = world_money(price, "USD"),
                                 .seats = -1,
                                 .hours_tenths = -1,
                                 .taught = world->taught[index],
                                 .needs = world->needs[index]};
    for (size_t i = 0; i < ACTIVITIES; i++)
        if (levels[i] != '0')
            course->taught[course->taught_count++] =
                (struct gp_taught){i, (gp_rating)(levels[i] - '0')};
    return course;
}

static inline void world_group(struct world *world, int64_t price, int32_t seats,
                               const char *levels) {
    struct gp_course *course = world_course(world, price, levels);
    course->group = true;
    course->seats = seats;
}

static inline void world_need(struct world *world, size_t course, size_t needed) {
    struct gp_course *of = &world->items[course];
    of->needs[of->needs_count++] = needed;
}

// Of somebody's choice, as "COURSE:COST COURSE:COST".
static inline const char *world_choice(const struct world *world,
                                       const struct gp_budget_line *line) {
    const char *text = "";
    for (size_t i = 0; i < line->choice.count; i++)
        text = gp_print(world->memory, "%s%s%zu:%lld", text, i > 0 ? " " : "",
                        line->choice.courses[i], (long long)line->choice.costs[i].minor);
    return text;
}

static inline bool world_budget(struct world *world, struct gp_budget *budget) {
    const struct gp_budget_input input = {.ladder = &world->small.ladder,
                                          .policy = &world->small.policy,
                                          .team = &world->team,
                                          .results = &world->results,
                                          .payroll = &world->payroll,
                                          .courses = &world->courses,
                                          .expenses = &world->expenses,
                                          .terms = world->terms};
    gp_analyze_team(world->memory, &world->small.ladder, &world->small.policy, &world->team,
                    &world->results);
    return gp_analyze_budget(world->memory, &input, &world->messages, budget);
}

#endif
