// test_budget_workshops.c - group courses: who comes, what each pays, and when they are taken. All
// worked out by hand: everybody is expected to have level 4 of the six activities and wants to;
// weights are 1, so a level closed is 1000.
#include "budget_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

enum { MOST_PEOPLE = 5, MOST_COURSES = 4 };

// `courses`: PRICE LEVELS of six activities, of a group with its seats (0: no limit) behind a "g".
// `workshops`: COURSE by PEOPLE for what it closes.
static const struct row {
    const char *name;
    struct {
        int64_t left;
        const char *skill, *choice;
    } people[MOST_PEOPLE];
    struct {
        int64_t price;
        int32_t seats; // -2: a seat course
        const char *levels;
    } courses[MOST_COURSES];
    const char *workshops;
} rows[] = {
    {.name = "nobody else closes it: three share 100, a unit more for the first",
     .people = {{100, "1.....", "0:34"}, {100, "2.....", "0:33"}, {100, "3.....", "0:33"}},
     .courses = {{100, -1, "400000"}},
     .workshops = "0 by 012 for 6000"},
    {.name = "one alone is no group",
     .people = {{100, "1.....", ""}, {100, "4.....", ""}},
     .courses = {{100, -1, "400000"}},
     .workshops = ""},
    {.name = "it teaches one of them nothing new",
     .people = {{100, "1.....", "0:50"}, {100, "3.....", ""}, {100, "2.....", "0:50"}},
     .courses = {{100, -1, "300000"}},
     .workshops = "0 by 02 for 3000"},
    // Seats go to 1, 2 (gap 3), then 0 (gap 2): the first of the two.
    {.name = "seats to those it closes most for, then in the team's order",
     .people = {{100, "2.....", "0:40"},
                {100, "1.....", "0:40"},
                {100, "1.....", "0:40"},
                {100, "2.....", ""}},
     .courses = {{120, 3, "400000"}},
     .workshops = "0 by 012 for 8000"},
    // 120 / 3 = 40 is more than 2 has; then 60 / 1 for two.
    {.name = "who cannot pay the share is left out",
     .people = {{100, "1.....", "0:60"}, {60, "1.....", "0:60"}, {39, "1.....", ""}},
     .courses = {{120, -1, "400000"}},
     .workshops = "0 by 01 for 6000"},
    {.name = "then the others cannot pay either",
     .people = {{100, "1.....", ""}, {59, "1.....", ""}, {39, "1.....", ""}},
     .courses = {{120, -1, "400000"}},
     .workshops = ""},
    {.name = "a seat that is left goes to the next",
     .people = {{10, "1.....", ""}, {100, "2.....", "0:60"}, {100, "3.....", "0:60"}},
     .courses = {{120, 2, "400000"}},
     .workshops = "0 by 12 for 3000"},
    // 60 + 60 for 6 levels; the workshop has the same for 100.
    {.name = "as much for less than the seat courses",
     .people = {{100, "1.....", "1:50"}, {100, "1.....", "1:50"}},
     .courses = {{60, -2, "400000"}, {100, -1, "400000"}},
     .workshops = "1 by 01 for 6000"},
    {.name = "as much for the same is no reason",
     .people = {{100, "1.....", "0:50"}, {100, "1.....", "0:50"}},
     .courses = {{50, -2, "400000"}, {100, -1, "400000"}},
     .workshops = ""},
    {.name = "nor is it for more",
     .people = {{100, "1.....", "0:40"}, {100, "1.....", "0:40"}},
     .courses = {{40, -2, "400000"}, {100, -1, "400000"}},
     .workshops = ""},
    // Before: 2 levels for 40 each, 20 a level. With it: 3 levels for 60 each, 20 a level.
    {.name = "more for no more a level than what goes",
     .people = {{100, "1.....", "1:60"}, {100, "1.....", "1:60"}},
     .courses = {{40, -2, "300000"}, {120, -1, "400000"}},
     .workshops = "1 by 01 for 6000"},
    // 61 for 3 is 20.33 a level, over 20.
    {.name = "more, but dearer a level than what goes",
     .people = {{100, "1.....", "0:40"}, {100, "1.....", "0:40"}},
     .courses = {{40, -2, "300000"}, {122, -1, "400000"}},
     .workshops = ""},
    // Nothing goes: the seat course for Ask stays, and Watch is closed by nothing else.
    {.name = "more at any price where nothing goes",
     .people = {{100, "13....", "0:30 1:70"}, {100, "13....", "0:30 1:70"}},
     .courses = {{30, -2, "400000"}, {140, -1, "040000"}},
     .workshops = "1 by 01 for 2000"},
    // Ask for 60, or Watch for 50: 100 is not enough for both. With 30 for Ask it is. What comes
    // costs 60 + 50 + 50 for 8 levels, what goes 60 + 60 for 6: 20 a level, both.
    {.name = "what it saves pays for another seat course",
     .people = {{100, "13....", "1:50 2:30"}, {100, "13....", "1:50 2:30"}},
     .courses = {{60, -2, "400000"}, {50, -2, "040000"}, {60, -1, "400000"}},
     .workshops = "2 by 01 for 6000"},
    // A level costs 200 / 6 with 0 and 120 / 4 with 1, which is tried first; what it leaves, 1
    // level each, 0 closes as well, but for 100 each there is no money.
    {.name = "the one that costs less a level comes first",
     .people = {{150, "1.....", "1:60"}, {150, "1.....", "1:60"}},
     .courses = {{200, -1, "400000"}, {120, -1, "300000"}},
     .workshops = "1 by 01 for 4000"},
    {.name = "more, but for something where it was free",
     .people = {{100, "1.....", "0:0"}, {100, "1.....", "0:0"}},
     .courses = {{0, -2, "300000"}, {2, -1, "400000"}},
     .workshops = ""},
    {.name = "at the same price a level the first of the catalogue",
     .people = {{100, "1.....", "0:60"}, {100, "1.....", "0:60"}},
     .courses = {{120, -1, "400000"}, {120, -1, "400000"}},
     .workshops = "0 by 01 for 6000"},
    // 1 is tried first and taken, then 0 closes one level more; beside it 1 teaches nothing.
    {.name = "not two of which one teaches all that the other does",
     .people = {{160, "1.....", "0:100"}, {160, "1.....", "0:100"}},
     .courses = {{200, -1, "400000"}, {120, -1, "300000"}},
     .workshops = "0 by 01 for 6000"},
    // The seat course for both activities comes where the workshop was weighed against another one.
    {.name = "a seat course that teaches all of it takes its place",
     .people = {{100, "11....", "1:100"}, {100, "11....", "1:100"}},
     .courses = {{40, -1, "300000"}, {100, -2, "440000"}},
     .workshops = ""},
    {.name = "a free one",
     .people = {{0, "1.....", "0:0"}, {0, "1.....", "0:0"}},
     .courses = {{0, -1, "400000"}},
     .workshops = "0 by 01 for 6000"},
};

static size_t open_row(struct world *world, struct gp_memory *memory, const struct row *row) {
    size_t people = 0;
    while (people < MOST_PEOPLE && row->people[people].skill != NULL)
        people++;
    world_open(world, memory, people);
    for (size_t i = 0; i < people; i++) {
        world_answer(world, i, row->people[i].skill, NULL);
        world_left(world, i, row->people[i].left);
    }
    for (size_t i = 0; i < MOST_COURSES && row->courses[i].levels != NULL; i++) {
        if (row->courses[i].seats == -2)
            world_course(world, row->courses[i].price, row->courses[i].levels);
        else
            world_group(world, row->courses[i].price, row->courses[i].seats,
                        row->courses[i].levels);
    }
    return people;
}

static const char *workshops_text(struct gp_memory *memory, const struct gp_budget *budget) {
    const char *text = "";
    for (size_t i = 0; i < budget->workshop_count; i++) {
        const struct gp_workshop *workshop = &budget->workshops[i];
        text = gp_print(memory, "%s%s%zu by ", text, i > 0 ? ", " : "", workshop->course);
        for (size_t j = 0; j < workshop->people_count; j++)
            text = gp_print(memory, "%s%zu", text, workshop->people[j]);
        text = gp_print(memory, "%s for %lld", text, (long long)workshop->closed);
    }
    return text;
}

// Shares sum to the price; nobody is above what they have.
static void check_money(const struct world *world, const struct gp_budget *budget) {
    for (size_t i = 0; i < budget->workshop_count; i++) {
        int64_t paid = 0;
        for (size_t j = 0; j < budget->line_count; j++) {
            const struct gp_choice *choice = &budget->lines[j].choice;
            for (size_t k = 0; k < choice->count; k++)
                paid +=
                    choice->courses[k] == budget->workshops[i].course ? choice->costs[k].minor : 0;
        }
        assert_true(paid == world->items[budget->workshops[i].course].price.minor);
    }
    for (size_t i = 0; i < budget->line_count && !budget->terms.pooled; i++)
        assert_true(budget->lines[i].open.minor >= 0 || budget->lines[i].left.minor < 0);
}

// What a person's courses close together but for `without`; weights are 1.
static int64_t closed_without(const struct world *world, const struct gp_budget_line *line,
                              size_t without) {
    const struct gp_profile *profile = &world->results.profiles[line->person];
    const struct gp_answer *answers = gp_answers_of(&world->team, line->person);
    int64_t closed = 0;
    for (size_t activity = 0; activity < ACTIVITIES; activity++) {
        gp_level_milli most = 0, gap = profile->gap_target[activity];
        if (gap <= 0 || answers[activity].axis[GP_INTEREST] < 3)
            continue;
        for (size_t i = 0; i < line->choice.count; i++) {
            const struct gp_course *course = &world->items[line->choice.courses[i]];
            for (size_t j = 0; j < course->taught_count; j++) {
                gp_level_milli lift = 1000 * course->taught[j].level - profile->skill[activity];
                if (line->choice.courses[i] != without && course->taught[j].activity == activity &&
                    lift > most)
                    most = lift;
            }
        }
        closed += most < gap ? most : gap;
    }
    return closed;
}

// Nobody takes a course, of either kind, that teaches nothing beside their others.
static void check_all_teach(const struct world *world, const struct gp_budget *budget) {
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_budget_line *line = &budget->lines[i];
        assert_true(closed_without(world, line, SIZE_MAX) == line->choice.closed);
        for (size_t j = 0; j < line->choice.count; j++)
            assert_true(closed_without(world, line, line->choice.courses[j]) < line->choice.closed);
    }
}

static void test_rows(void **state) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct gp_budget budget;
        size_t people = open_row(&world, *state, &rows[i]);
        assert_true(world_budget(&world, &budget));
        const char *workshops = workshops_text(*state, &budget);
        if (strcmp(workshops, rows[i].workshops) != 0)
            fail_msg("%s: %s", rows[i].name, workshops);
        check_money(&world, &budget);
        for (size_t j = 0; j < people; j++) {
            const char *choice = world_choice(&world, &budget.lines[j]);
            if (strcmp(choice, rows[i].people[j].choice) != 0)
                fail_msg("%s: person %zu takes %s", rows[i].name, j, choice);
        }
    }
}

// The workshop (1) needs a seat course (0). The one in the middle has not the money for that, and
// to the last it teaches nothing, so that they have not chosen it. Where the workshop is taken, 0
// is paid though nothing is closed by it that the workshop does not close.
static void test_needs(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 4);
    for (size_t i = 0; i < 4; i++) {
        world_answer(&world, i, i < 3 ? "13...." : "34....", NULL);
        world_left(&world, i, i == 1 ? 20 : 100);
    }
    world_course(&world, 30, "300000");
    world_group(&world, 40, -1, "440000");
    world_need(&world, 1, 0);
    assert_true(world_budget(&world, &budget));
    assert_string_equal(workshops_text(*state, &budget), "1 by 02 for 8000");
    assert_string_equal(world_choice(&world, &budget.lines[0]), "0:30 1:20");
    assert_string_equal(world_choice(&world, &budget.lines[1]), "");
    assert_string_equal(world_choice(&world, &budget.lines[2]), "0:30 1:20");
    assert_string_equal(world_choice(&world, &budget.lines[3]), "");
    assert_true(budget.lines[0].choice.closed == 4000);
    world_left(&world, 0, 49); // 30 + 20 is more; then there is no group
    assert_true(world_budget(&world, &budget));
    assert_string_equal(workshops_text(*state, &budget), "");
    assert_string_equal(world_choice(&world, &budget.lines[0]), "0:30");
    // A seat course may need a workshop, too: it is for those who come to that.
    world_left(&world, 0, 100);
    world.items[1].needs_count = 0;
    world_need(&world, 0, 1);
    world.items[1].taught[0].level = 2;
    assert_true(world_budget(&world, &budget));
    assert_string_equal(workshops_text(*state, &budget), "1 by 012 for 6000");
    assert_string_equal(world_choice(&world, &budget.lines[0]), "0:30 1:14");
    assert_string_equal(world_choice(&world, &budget.lines[1]), "1:13");
    assert_string_equal(world_choice(&world, &budget.lines[2]), "0:30 1:13");
}

// 100 of one purse: three of Dan's people at 40 each would be 120. The third is left out, then 60
// each is 120 again, and there is no group; with 120 in the purse there is.
static void test_pooled(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 4);
    world.terms.pooled = true;
    for (size_t i = 0; i < 3; i++) {
        world_answer(&world, i, "1.....", NULL);
        world_left(&world, i, i == 0 ? 100 : 0);
        world.team.people[i].manager = 3;
    }
    world_group(&world, 120, -1, "400000");
    assert_true(world_budget(&world, &budget));
    assert_string_equal(workshops_text(*state, &budget), "");
    world_left(&world, 0, 120);
    assert_true(world_budget(&world, &budget));
    assert_string_equal(workshops_text(*state, &budget), "0 by 012 for 9000");
    assert_true(budget.lines[1].open.minor == -40);
    check_money(&world, &budget);
}

// Other currencies than the course's have no part in it.
static void test_currencies(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 3);
    for (size_t i = 0; i < 3; i++) {
        world_answer(&world, i, "1.....", NULL);
        world.payroll.items[i] = world_pay(10000, i == 1 ? "EUR" : "USD"); // left 3.00
    }
    world_group(&world, 301, -1, "400000");
    assert_true(world_budget(&world, &budget));
    assert_string_equal(workshops_text(*state, &budget), "0 by 02 for 6000");
    assert_string_equal(world_choice(&world, &budget.lines[0]), "0:151");
    assert_string_equal(world_choice(&world, &budget.lines[2]), "0:150");
    assert_true(budget.lines[1].choice.open == GP_NO_ACTIVITY);
}

static uint64_t seed;

static uint64_t below(uint64_t limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed % limit;
}

// Whatever the team and the catalogue: no purse is overdrawn, shares sum to prices, groups are of
// two and more and have seats, and a catalogue without workshops closes no more.
static void test_what_always_holds(void **state) {
    size_t taken = 0;
    seed = 5;
    for (int round = 0; round < 300; round++) {
        struct world world;
        struct gp_budget budget, without;
        world_open(&world, *state, 5);
        world.terms.pooled = round % 3 == 0;
        for (size_t i = 0; i < 5; i++) {
            char skill[ACTIVITIES + 1] = "";
            for (size_t j = 0; j < ACTIVITIES; j++)
                skill[j] = (char)('0' + below(5));
            world_answer(&world, i, skill, NULL);
            world_left(&world, i, (int64_t)below(400));
            world.team.people[i].manager = i < 4 ? 4 : GP_NO_PERSON;
        }
        for (size_t i = 0; i < 10; i++) {
            char levels[ACTIVITIES + 1] = "000000";
            for (size_t j = 0; j < 3; j++)
                levels[below(ACTIVITIES)] = (char)('1' + below(5));
            if (i % 2 == 0)
                world_course(&world, (int64_t)below(200), levels);
            else
                world_group(&world, (int64_t)below(500), (int32_t)below(6) - 1, levels);
        }
        assert_true(world_budget(&world, &budget));
        check_money(&world, &budget);
        check_all_teach(&world, &budget);
        taken += budget.workshop_count;
        for (size_t i = 0; i < budget.workshop_count; i++) {
            int32_t seats = world.items[budget.workshops[i].course].seats;
            assert_true(budget.workshops[i].people_count >= 2);
            assert_true(seats < 0 || budget.workshops[i].people_count <= (size_t)seats);
        }
        for (size_t i = 0; i < budget.by_manager_count; i++)
            assert_true(budget.by_manager[i].direct.open.minor >= 0);
        for (size_t i = 1; i < 10; i += 2)
            world.items[i].seats = 0;
        assert_true(world_budget(&world, &without));
        assert_int_equal(without.workshop_count, 0);
        assert_true(without.by_currency[0].closed <= budget.by_currency[0].closed);
    }
    assert_true(taken > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_needs, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_pooled, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_currencies, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_what_always_holds, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
