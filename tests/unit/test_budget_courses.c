// test_budget_courses.c - what people take for what is left: seat courses, pooled purses, seats,
// and workshops. All worked out by hand: everybody is expected to have level 4, so a skill of 1 is
// a gap of 3; weights are 1, so a level closed is 1000.
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

static void check_choice(const struct world *world, const struct gp_budget *budget, size_t line,
                         const char *choice, int64_t closed) {
    const struct gp_budget_line *got = &budget->lines[line];
    int64_t planned = 0;
    for (size_t i = 0; i < got->choice.count; i++)
        planned += got->choice.costs[i].minor;
    assert_string_equal(world_choice(world, got), choice);
    assert_true(got->choice.closed == closed);
    assert_true(got->choice.planned.minor == planned && got->choice.exact);
    assert_true(got->open.minor == got->left.minor - planned);
}

// Ask 1 (gap 3), Watch 3 (gap 1), Write 2 (gap 2, but no interest), Draw 5 (none), the rest not
// rated. Left: 500.
//
//   0  400  Ask to 4, Watch to 4   closes 4
//   1  200  Ask to 3               closes 2
//   2  100  Watch to 5             closes 1
//   3   10  Write to 4             not wanted
//   4   10  Draw to 5, Hire to 5   no gap; not rated
//   5   50  Ask to 4, in EUR
//   6   50  Ask to 1               nothing new
static void test_one_person(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 1);
    world_answer(&world, 0, "1325..", "552555");
    static const char *const levels[] = {"440000", "300000", "050000", "004000",
                                         "000550", "400000", "100000"};
    static const int64_t prices[] = {400, 200, 100, 10, 10, 50, 50};
    for (size_t i = 0; i < sizeof prices / sizeof *prices; i++)
        world_course(&world, prices[i], levels[i]);
    world.items[5].price = world_money(50, "EUR");
    static const struct {
        int64_t left;
        const char *choice;
        int64_t closed;
        size_t open;
        gp_level_milli open_gap;
    } rows[] = {
        {500, "0:400", 4000, GP_NO_ACTIVITY, 0},
        {400, "0:400", 4000, GP_NO_ACTIVITY, 0},
        {399, "1:200 2:100", 3000, ASK, 1000},
        {300, "1:200 2:100", 3000, ASK, 1000},
        {299, "1:200", 2000, ASK, 1000}, // Ask and Watch have 1 left each: ladder order
        {199, "2:100", 1000, ASK, 3000},
        {99, "", 0, ASK, 3000},
        {0, "", 0, ASK, 3000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        world_left(&world, 0, rows[i].left);
        assert_true(world_budget(&world, &budget));
        check_choice(&world, &budget, 0, rows[i].choice, rows[i].closed);
        assert_true(budget.lines[0].choice.open == rows[i].open);
        assert_int_equal(budget.lines[0].choice.open_gap, rows[i].open_gap);
        assert_true(budget.by_currency[0].planned.minor + budget.by_currency[0].open.minor ==
                    rows[i].left);
        assert_true(budget.by_currency[0].closed == rows[i].closed);
    }
    // Overspent by 1, or carried over 100 to 300 and spent 1 of that.
    world_left(&world, 0, 300);
    world.payroll.items[0].spent.minor = 301;
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "", 0);
    assert_true(budget.lines[0].open.minor == -1);
    world.payroll.items[0] = world_pay(300, "USD");
    world_left(&world, 0, 300);
    world.payroll.items[0].carry_over.minor = 100;
    world.payroll.items[0].spent.minor = 1;
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "1:200 2:100", 3000);
}

// The weight of an activity counts, and a mean of two raters leaves part of a level: own 1, the
// manager's 2, so 1500 and a gap of 2500. Write has a wider one, but no course for it.
static void test_weights_and_parts_of_levels(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 1);
    world.small.activities[WATCH].weight = 3;
    small_answer(world.team.answers, "131...", "2.....", NULL, "555555");
    world_left(&world, 0, 100);
    world_course(&world, 100, "300000"); // closes 1500
    world_course(&world, 100, "041000"); // closes 3 x 1000
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "1:100", 3000);
    assert_true(budget.lines[0].choice.open == ASK);
    assert_int_equal(budget.lines[0].choice.open_gap, 2500);
}

static void test_needs(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 1);
    world_answer(&world, 0, "1.....", NULL);
    world_course(&world, 10, "400000");
    world_course(&world, 30, "010000");
    world_need(&world, 0, 1);
    world_left(&world, 0, 40);
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "0:10 1:30", 3000);
    world_left(&world, 0, 39);
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "", 0);
    world_left(&world, 0, 40);
    world.items[1].price = world_money(30, "EUR"); // not to be had, nor what needs it
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "", 0);
}

// Ana and Ben (gap 3) and Cleo (gap 1) are of Dan, who is of nobody, like Eva. 60 left each; Ana
// has overspent by 5, which takes nothing from the others. The course costs 120 and takes to
// level 4.
static void test_pooled(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 5);
    static const char *const skills[] = {"1.....", "1.....", "3.....", "1.....", "1....."};
    for (size_t i = 0; i < 5; i++) {
        world_answer(&world, i, skills[i], NULL);
        world_left(&world, i, 60);
        world.team.people[i].manager = i < 3 ? 3 : GP_NO_PERSON;
    }
    world.payroll.items[0].spent.minor = 65;
    world_course(&world, 120, "400000");
    assert_true(world_budget(&world, &budget));
    for (size_t i = 0; i < 5; i++)
        check_choice(&world, &budget, i, "", 0);
    world.terms.pooled = true;
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "0:120", 3000); // Ana and Ben close the same: the first
    for (size_t i = 1; i < 5; i++)
        check_choice(&world, &budget, i, "", 0); // Dan and Eva of nobody are no group
    assert_true(budget.lines[0].open.minor == -125);
    assert_true(budget.by_manager[1].direct.open.minor == -5);
    world.team.people[0].manager = GP_NO_PERSON;
    world.team.people[0].manager_name = "Zoe"; // off the roster, alone
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "", 0);
    check_choice(&world, &budget, 1, "0:120", 3000);
    for (size_t i = 1; i < 3; i++)
        world.team.people[i] = world.team.people[0];
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "0:120", 3000); // Zoe's three
    world.payroll.items[1] = world_pay(60, "EUR");   // a purse of another currency
    world.payroll.items[1].rate_ppm = 1000000;
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "", 0);
}

// Two seats, four people with gaps of 1, 3, 2 and 3. The two without one take the next best.
static void test_seats(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 4);
    static const char *const skills[] = {"3.....", "1.....", "2.....", "1....."};
    for (size_t i = 0; i < 4; i++) {
        world_answer(&world, i, skills[i], NULL);
        world_left(&world, i, 100);
    }
    world_course(&world, 50, "400000")->seats = 2;
    world_course(&world, 80, "400000")->seats = 1;
    world_course(&world, 10, "300000");
    assert_true(world_budget(&world, &budget));
    check_choice(&world, &budget, 0, "", 0); // level 3 already; 1 closes less than for 2
    check_choice(&world, &budget, 1, "0:50", 3000);
    check_choice(&world, &budget, 2, "1:80", 2000);
    check_choice(&world, &budget, 3, "0:50", 3000);
}

static uint64_t seed;

static uint64_t below(uint64_t limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed % limit;
}

// One purse closes at least what its people close each by themselves, and often more.
static void test_a_purse_closes_no_less(void **state) {
    size_t more = 0;
    seed = 12;
    for (int round = 0; round < 200; round++) {
        struct world world;
        struct gp_budget alone, together;
        world_open(&world, *state, 5);
        for (size_t i = 0; i < 5; i++) {
            char skill[ACTIVITIES + 1] = "";
            for (size_t j = 0; j < ACTIVITIES; j++)
                skill[j] = (char)('0' + below(5));
            world_answer(&world, i, skill, NULL);
            world_left(&world, i, (int64_t)below(300));
            world.team.people[i].manager = i < 4 ? 4 : GP_NO_PERSON;
        }
        for (size_t i = 0; i < 10; i++) {
            char levels[ACTIVITIES + 1] = "000000";
            for (size_t j = 0; j < 3; j++)
                levels[below(ACTIVITIES)] = (char)('1' + below(5));
            world_course(&world, (int64_t)below(300), levels);
        }
        assert_true(world_budget(&world, &alone));
        world.terms.pooled = true;
        assert_true(world_budget(&world, &together));
        const struct gp_budget_sum *one = &alone.by_manager[1].direct;
        const struct gp_budget_sum *all = &together.by_manager[1].direct;
        assert_true(all->closed >= one->closed && all->open.minor >= 0 && one->open.minor >= 0);
        more += all->closed > one->closed;
    }
    assert_true(more > 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_one_person, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_weights_and_parts_of_levels, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_needs, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_pooled, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_a_purse_closes_no_less, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_seats, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
