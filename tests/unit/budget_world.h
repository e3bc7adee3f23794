// budget_world.h - a team with salaries, for the tests of the budget. All of it may be changed
// before it is used; what is not set is not given.
#ifndef GP_TESTS_BUDGET_WORLD_H
#define GP_TESTS_BUDGET_WORLD_H

#include "analyze/analyze.h"
#include "small_ladder.h"

struct world {
    struct gp_memory *memory;
    struct small small;
    struct gp_team team;
    struct gp_payroll payroll;
    struct gp_courses courses;
    struct gp_expenses expenses;
    struct gp_budget_terms terms; // the year 2027
    const struct gp_results *results;
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

// People without a name, each with 100.00 USD. `world` must stay where it is.
static inline void world_open(struct world *world, struct gp_memory *memory, size_t people) {
    *world = (struct world){.memory = memory, .messages = {.memory = memory}};
    small_open(&world->small);
    world->terms =
        (struct gp_budget_terms){.year_first = {2027, 1, 1}, .year_last = {2027, 12, 31}};
    world->team.people = gp_alloc(memory, people, sizeof *world->team.people);
    world->team.person_count = people;
    world->team.activity_count = ACTIVITIES;
    world->payroll.items = gp_alloc(memory, people, sizeof *world->payroll.items);
    for (size_t i = 0; i < people; i++) {
        world->team.people[i] = small_person("");
        world->payroll.items[i] = world_pay(10000, "USD");
    }
}

static inline bool world_budget(struct world *world, struct gp_budget *budget) {
    const struct gp_budget_input input = {.ladder = &world->small.ladder,
                                          .policy = &world->small.policy,
                                          .team = &world->team,
                                          .results = world->results,
                                          .payroll = &world->payroll,
                                          .courses = &world->courses,
                                          .expenses = &world->expenses,
                                          .terms = world->terms};
    return gp_analyze_budget(world->memory, &input, &world->messages, budget);
}

#endif
