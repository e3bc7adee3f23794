// budget_book_world.h - a budget of four people in two currencies, for the tests of what shows it.
// What the analysis makes of it is worked out by hand here, choice of courses included.
//
//   person    role       manager  salary          rate
//   Ann, Lee  PM         =Dana    120,000.00 USD  3 %
//   Ben       PM         =Dana    100,333.33 USD  3 %
//   Chie      Designer   =Dana    8,000,017 JPY   3 %     outside the ladder
//   =Dana     VP                  180,500.50 USD  3.25 %
//
// 120,000.00 x 3 % = 3,600.00 = 2,160.00 + 900.00 + 540.00
// 100,333.33 x 3 % = 3,009.9999, so 3,010.00 = 1,806.00 + 752.50 + 451.50
// 8,000,017 yen x 3 % = 240,000.51, so 240,001 = 144,000.6 + 60,000.25 + 36,000.15; the one yen
// left over goes to the largest remainder: 144,001 + 60,000 + 36,000
// 180,500.50 x 3.25 % = 5,866.26625, so 5,866.27 = 3,519.762 + 1,466.5675 + 879.9405; of the one
// cent left over 0.75 is the largest claim: 3,519.76 + 1,466.57 + 879.94
#ifndef GP_TESTS_BUDGET_BOOK_WORLD_H
#define GP_TESTS_BUDGET_BOOK_WORLD_H

#include "base/file.h"
#include "base/unfinished.h"
#include "budget_world.h"
#include "write/budget_words.h"

#include <stdlib.h>

enum { PEOPLE = 4, ANN = 0, BEN, CHIE, DANA };
enum { BASICS, WRITING, TEAM_DAY, COURSES };

struct place {
    struct gp_memory *memory;
    const char *folder;
    struct world world;
    struct gp_origin origin;
    struct gp_profile profiles[PEOPLE];
    struct gp_results results;
    struct gp_course items[COURSES];
    struct gp_courses courses;
    struct gp_workshop workshop;
    struct gp_report report;
    struct gp_budget budget;
};

static inline void place_people(struct place *place) {
    static const char *const names[PEOPLE] = {"Ann, Lee", "Ben", "Chie", "=Dana"};
    struct world *world = &place->world;
    world_open(world, place->memory, PEOPLE);
    world->small.rungs[PM].title = "Product Manager";
    world->small.rungs[GPM].title = "Group Product Manager";
    world->small.rungs[VP].title = "VP";
    for (size_t i = 0; i < PEOPLE; i++) {
        struct gp_person *person = &world->team.people[i];
        *person = small_person(names[i]);
        person->role = i == CHIE ? "Designer" : "as written";
        person->rung = i == CHIE ? GP_NO_RUNG : i == DANA ? VP : PM;
        person->manager = i == DANA ? GP_NO_PERSON : DANA;
    }
    world->payroll.items[ANN] = world_pay(12000000, "USD");
    world->payroll.items[BEN] = world_pay(10033333, "USD");
    world->payroll.items[CHIE] = world_pay(8000017, "JPY");
    world->payroll.items[DANA] = world_pay(18050050, "USD");
    world->payroll.items[DANA].rate_ppm = 32500;
    world->payroll.items[ANN].spent = world_money(100000, "USD");
    world->payroll.items[DANA].spent = world_money(600000, "USD");
    world->payroll.items[BEN].carry_over = world_money(5001, "USD");
}

static inline void place_report(struct place *place) {
    place->origin = (struct gp_origin){.program = "growthplan", .as_of = "2027-11-23"};
    place->report = (struct gp_report){.ladder = &place->world.small.ladder,
                                       .policy = &place->world.small.policy,
                                       .team = &place->world.team,
                                       .results = &place->results,
                                       .origin = &place->origin,
                                       .as_of = {2027, 11, 23},
                                       .scratch = place->folder};
}

// A folder to write to, and the people; nothing is worked out yet.
static inline int make_place(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct place *place = gp_alloc(memory, 1, sizeof *place);
    const char *top = getenv("TMPDIR");
    char *folder = gp_print(memory, "%s/test_budget-XXXXXX", top == NULL ? "/tmp" : top);
    if (mkdtemp(folder) == NULL)
        return -1;
    place->memory = memory;
    place->folder = folder;
    place->results.profiles = place->profiles;
    place_people(place);
    place_report(place);
    *state = place;
    return 0;
}

static inline int remove_place(void **state) {
    const struct place *place = *state;
    gp_folder_remove(place->folder);
    gp_memory_close(place->memory);
    return 0;
}

static inline void place_budget(struct place *place) {
    place->budget = (struct gp_budget){0};
    bool good = world_budget(&place->world, &place->budget);
    assert_true(good);
}

// Ann at 80 % from 1 April (275 of 365 days), Ben until 10 January, Chie at a third; no pool under
// 500.00 nor over 4,000.00 USD.
//   Ann   3,600.00 x 0.8 x 275 / 365 = 2,169.863, so 2,169.86 = 1,301.916 + 542.465 + 325.479; the
//         two cents left over go to the largest remainders: 1,301.92 + 542.46 + 325.48
//   Ben   3,010.00 x 10 / 365 = 82.4657..., under the floor: 500.00 = 300.00 + 125.00 + 75.00
//   Chie  240,001 x 0.333333 = 80,000.25: 80,000 = 48,000 + 20,000 + 12,000
//   Dana  5,866.27, over the cap: 4,000.00 = 2,400.00 + 1,000.00 + 600.00
static inline void place_prorated(struct place *place) {
    struct gp_policy *policy = &place->world.small.policy;
    policy->floors = gp_alloc(place->memory, 1, sizeof *policy->floors);
    policy->caps = gp_alloc(place->memory, 1, sizeof *policy->caps);
    policy->floors[0] = world_money(50000, "USD");
    policy->caps[0] = world_money(400000, "USD");
    policy->floor_count = policy->cap_count = 1;
    place->world.terms.prorate = true;
    place->world.payroll.items[ANN].fte_ppm = 800000;
    place->world.payroll.items[ANN].joins = (gp_date){2027, 4, 1};
    place->world.payroll.items[BEN].leaves = (gp_date){2027, 1, 10};
    place->world.payroll.items[CHIE].fte_ppm = 333333;
}

static inline struct gp_expense place_expense(size_t person, gp_date date, enum gp_part kind,
                                              gp_money amount) {
    return (struct gp_expense){
        .person = person, .date = date, .kind = kind, .what = "something", .amount = amount};
}

// 1,000.00 on Ann in February, 6,000.00 on Dana, half of it in June and half in December.
static inline void place_expenses(struct place *place) {
    static struct gp_expense items[3];
    items[0] =
        place_expense(ANN, (gp_date){2027, 2, 28}, GP_PART_TRAINING, world_money(100000, "USD"));
    items[1] =
        place_expense(DANA, (gp_date){2027, 6, 30}, GP_PART_COACHING, world_money(300000, "USD"));
    items[2] = place_expense(DANA, (gp_date){2027, 12, 31}, GP_PART_CONFERENCES,
                             world_money(300000, "USD"));
    place->world.expenses =
        (struct gp_expenses){.items = items, .count = 3, .capacity = 3, .given = true};
}

static inline bool is_below(const struct place *place, size_t person, size_t manager) {
    const struct gp_person *people = place->world.team.people;
    for (size_t at = people[person].manager; at != GP_NO_PERSON; at = people[at].manager)
        if (at == manager)
            return true;
    return false;
}

static inline void add_choice(struct gp_budget_sum *sum, const struct gp_budget_line *line) {
    if (sum->currency != line->salary.currency)
        return;
    sum->planned.minor += line->choice.planned.minor;
    sum->open.minor -= line->choice.planned.minor;
    sum->closed += line->choice.closed;
}

// Gives a line its choice, in all sums it is in.
static inline void place_choice(struct place *place, size_t index, const struct gp_choice *choice) {
    struct gp_budget *budget = &place->budget;
    struct gp_budget_line *line = &budget->lines[index];
    const struct gp_person *person = &place->world.team.people[line->person];
    line->choice = *choice;
    line->open.minor = line->left.minor - choice->planned.minor;
    for (size_t i = 0; i < budget->by_currency_count; i++)
        add_choice(&budget->by_currency[i], line);
    for (size_t i = 0; i < budget->by_rung_count; i++)
        if (budget->by_rung[i].rung == person->rung)
            add_choice(&budget->by_rung[i].sum, line);
    for (size_t i = 0; i < budget->by_manager_count; i++) {
        struct gp_budget_total *total = &budget->by_manager[i];
        if (total->manager == person->manager)
            add_choice(&total->direct, line);
        if (total->manager == person->manager || is_below(place, line->person, total->manager))
            add_choice(&total->whole, line);
    }
}

static inline void place_catalogue(struct place *place) {
    static struct gp_taught watch[] = {{WATCH, 1}}, writing[] = {{WRITE, 4}, {WATCH, 3}},
                            drawing[] = {{DRAW, 2}, {HIRE, 5}};
    static size_t basics[] = {BASICS};
    struct gp_course *items = place->items;
    items[BASICS] = (struct gp_course){.name = "Basics",
                                       .provider = "",
                                       .kind = GP_PART_TRAINING,
                                       .price = world_money(10000, "USD"),
                                       .seats = -1,
                                       .hours_tenths = -1,
                                       .taught = watch,
                                       .taught_count = 1};
    items[WRITING] = (struct gp_course){.name = "Writing well",
                                        .provider = "Pen, Inc.",
                                        .kind = GP_PART_COACHING,
                                        .price = world_money(29999, "USD"),
                                        .seats = -1,
                                        .hours_tenths = 75,
                                        .taught = writing,
                                        .taught_count = 2,
                                        .needs = basics,
                                        .needs_count = 1};
    items[TEAM_DAY] = (struct gp_course){.name = "Team day",
                                         .provider = "",
                                         .kind = GP_PART_CONFERENCES,
                                         .price = world_money(10001, "USD"),
                                         .group = true,
                                         .seats = 12,
                                         .hours_tenths = 80,
                                         .taught = drawing,
                                         .taught_count = 2};
    place->courses = (struct gp_courses){.items = items, .count = COURSES};
    place->report.courses = &place->courses;
}

// Both want Watch, Write and Draw at 2 more than they have; Write has a weight of 3. Ann has 1, 1.5
// and 1, Ben 2, 2, and 0. Hire, which the team day teaches too, they do not care for.
static inline void place_wishes(struct place *place) {
    static gp_level_milli skills[][ACTIVITIES] = {{5000, 1000, 1500, 1000, 3000, 5000},
                                                  {5000, 2000, 2000, 0, 3000, 5000}};
    static gp_level_milli gaps[ACTIVITIES] = {0, 2000, 2000, 2000, 2000, 2000};
    struct gp_team *team = &place->world.team;
    place->world.small.activities[WRITE].weight = 3;
    team->answers = gp_alloc(place->memory, (size_t)PEOPLE * ACTIVITIES, sizeof *team->answers);
    for (size_t i = 0; i < PEOPLE; i++) {
        small_answer(&team->answers[i * ACTIVITIES], "......", NULL, NULL, "533300");
        place->profiles[i] =
            (struct gp_profile){.skill = skills[i == ANN ? 0 : 1], .gap_target = gaps};
    }
}

// Ann: Basics (which takes Watch from 1 to 1: only needed), Writing (Watch 1 to 3: 2 levels; Write
// 1.5 to 3.5 of the 4: 2 levels x 3), the team day (Draw 1 to 2: 1 level), together 9 levels.
// Ben: the team day (Draw 0 to 2: 2 levels). Of its 100.01 Ann has 50.01 and Ben 50.00.
static inline void place_choices(struct place *place) {
    static size_t of_ann[] = {BASICS, WRITING, TEAM_DAY}, of_ben[] = {TEAM_DAY};
    static size_t comers[] = {ANN, BEN};
    static gp_money costs_of_ann[3], cost_of_ben[1];
    costs_of_ann[0] = world_money(10000, "USD");
    costs_of_ann[1] = world_money(29999, "USD");
    costs_of_ann[2] = world_money(5001, "USD");
    cost_of_ben[0] = world_money(5000, "USD");
    place_choice(place, ANN,
                 &(struct gp_choice){.courses = of_ann,
                                     .costs = costs_of_ann,
                                     .count = 3,
                                     .planned = world_money(45000, "USD"),
                                     .closed = 9000,
                                     .exact = true,
                                     .open = DRAW,
                                     .open_gap = 1000});
    place_choice(place, BEN,
                 &(struct gp_choice){.courses = of_ben,
                                     .costs = cost_of_ben,
                                     .count = 1,
                                     .planned = world_money(5000, "USD"),
                                     .closed = 2000,
                                     .exact = false,
                                     .open = GP_NO_ACTIVITY});
    place->workshop = (struct gp_workshop){TEAM_DAY, comers, 2, 3000};
    place->budget.workshops = &place->workshop;
    place->budget.workshop_count = 1;
}

// All of the above.
static inline void place_everything(struct place *place) {
    place_prorated(place);
    place_expenses(place);
    place_wishes(place);
    place_budget(place);
    place_catalogue(place);
    place_choices(place);
}

static inline const char *inside(const struct place *place, const char *name) {
    return gp_print(place->memory, "%s/%s", place->folder, name);
}

#endif
