// test_budget_lines.c - pools to the minor unit: hours and days, floors and caps, what was spent.
#include "analyze/budget_lines.h"

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

// Pools of one person, pro-rated, at 3 %. 2027 has 365 days, 2028 has 366.
static const struct pool_row {
    const char *name;
    int64_t salary;
    int16_t year;
    int32_t fte_ppm;
    gp_date joins, leaves;
    int64_t floor, cap; // -1: none
    int64_t full, pool;
    int32_t days;
} pool_rows[] = {
    {"all year, full time", 10000000, 2027, -1, {0}, {0}, -1, -1, 300000, 300000, 365},
    {"full time, as written", 10000000, 2027, 1000000, {0}, {0}, -1, -1, 300000, 300000, 365},
    {"half the time", 10000000, 2027, 500000, {0}, {0}, -1, -1, 300000, 150000, 365},
    // 300001 x 0.5 = 150000.5
    {"half a cent is a cent", 10000033, 2027, 500000, {0}, {0}, -1, -1, 300001, 150001, 365},
    // 300000 x 184 / 365 = 151232.876
    {"from July", 10000000, 2027, -1, {2027, 7, 1}, {0}, -1, -1, 300000, 151233, 184},
    // 300000 x 184 / 366 = 150819.672
    {"the same in a leap year", 10000000, 2028, -1, {2028, 7, 1}, {0}, -1, -1, 300000, 150820, 184},
    // 1 January to 29 February: 60 days; 300000 x 60 / 366 = 49180.327
    {"to the leap day", 10000000, 2028, -1, {0}, {2028, 2, 29}, -1, -1, 300000, 49180, 60},
    // 366 x 1/2 of 1: 1 x 183 / 366 = 0.5
    {"half a cent of a leap year", 33, 2028, -1, {2028, 7, 2}, {0}, -1, -1, 1, 1, 183},
    // 1 x 182 / 366 = 0.497
    {"a day less", 33, 2028, -1, {2028, 7, 3}, {0}, -1, -1, 1, 0, 182},
    // 300000 x 0.6 x 92 / 365 = 45369.863
    {"part-time for a quarter",
     10000000,
     2027,
     600000,
     {2027, 7, 1},
     {2027, 9, 30},
     -1,
     -1,
     300000,
     45370,
     92},
    {"for a day", 10000000, 2027, -1, {2027, 7, 1}, {2027, 7, 1}, -1, -1, 300000, 822, 1},
    {"joined long ago, leaves later",
     10000000,
     2027,
     -1,
     {2020, 2, 2},
     {2028, 1, 1},
     -1,
     -1,
     300000,
     300000,
     365},
    {"joined on the last day", 10000000, 2027, -1, {2027, 12, 31}, {0}, -1, -1, 300000, 822, 1},
    {"joins next year", 10000000, 2027, -1, {2028, 1, 1}, {0}, -1, -1, 300000, 0, 0},
    {"left last year", 10000000, 2027, -1, {0}, {2026, 12, 31}, -1, -1, 300000, 0, 0},
    {"under the floor", 10000000, 2027, 100000, {0}, {0}, 50000, -1, 300000, 50000, 365},
    {"at the floor", 10000000, 2027, 100000, {0}, {0}, 30000, -1, 300000, 30000, 365},
    {"over the cap", 10000000, 2027, -1, {0}, {0}, -1, 250000, 300000, 250000, 365},
    {"at the cap", 10000000, 2027, -1, {0}, {0}, -1, 300000, 300000, 300000, 365},
    {"the cap is of the share", 10000000, 2027, 500000, {0}, {0}, -1, 200000, 300000, 150000, 365},
    {"floor and cap alike", 10000000, 2027, 500000, {0}, {0}, 77, 77, 300000, 77, 365},
    {"no floor for no days", 10000000, 2027, -1, {2028, 1, 1}, {0}, 50000, -1, 300000, 0, 0},
    {"a floor for a salary of 0", 0, 2027, -1, {0}, {0}, 50000, -1, 0, 50000, 365},
    {"a salary of 0", 0, 2027, 500000, {2027, 7, 1}, {0}, -1, -1, 0, 0, 184},
    // 3 x 10^11 x 0.999999 x 365 / 366 = 299180028688.52
    {"the largest salary",
     INT64_C(10000000000000),
     2028,
     999999,
     {2028, 1, 2},
     {0},
     -1,
     -1,
     INT64_C(300000000000),
     INT64_C(299180028689),
     365},
    // 17 x 0.03 = 0.51; 16 x 0.03 = 0.48
    {"the smallest salary with a pool", 17, 2027, -1, {0}, {0}, -1, -1, 1, 1, 365},
    {"one less", 16, 2027, -1, {0}, {0}, -1, -1, 0, 0, 365},
};

static void set_limits(struct world *world, const gp_money *floor, const gp_money *cap) {
    struct gp_policy *policy = &world->small.policy;
    policy->floor_count = floor->minor >= 0;
    policy->cap_count = cap->minor >= 0;
    policy->floors = gp_alloc(world->memory, 1, sizeof *policy->floors);
    policy->caps = gp_alloc(world->memory, 1, sizeof *policy->caps);
    policy->floors[0] = *floor;
    policy->caps[0] = *cap;
}

static void test_pools(void **state) {
    for (size_t i = 0; i < sizeof pool_rows / sizeof *pool_rows; i++) {
        const struct pool_row *row = &pool_rows[i];
        struct world world;
        struct gp_budget budget;
        world_open(&world, *state, 1);
        gp_money floor = world_money(row->floor, "USD"), cap = world_money(row->cap, "USD");
        set_limits(&world, &floor, &cap);
        world.terms = (struct gp_budget_terms){
            .year_first = {row->year, 1, 1}, .year_last = {row->year, 12, 31}, .prorate = true};
        struct gp_pay *pay = &world.payroll.items[0];
        *pay = world_pay(row->salary, "USD");
        pay->fte_ppm = row->fte_ppm;
        pay->joins = row->joins;
        pay->leaves = row->leaves;
        assert_true(world_budget(&world, &budget));
        const struct gp_budget_line *got = &budget.lines[0];
        if (got->full.minor != row->full || got->pool.minor != row->pool ||
            got->days != row->days || got->year_days != (row->year == 2028 ? 366 : 365))
            fail_msg("%s: %lld, %d days", row->name, (long long)got->pool.minor, (int)got->days);
        assert_true(got->parts[0].minor + got->parts[1].minor + got->parts[2].minor ==
                    got->pool.minor);
        // Without --prorate hours and days do not count; floor and cap do.
        world.terms.prorate = false;
        assert_true(world_budget(&world, &budget));
        int64_t pool = row->full < row->floor ? row->floor : row->full;
        if (row->cap >= 0 && row->cap < pool)
            pool = row->cap;
        assert_true(budget.lines[0].pool.minor == pool);
        assert_int_equal(budget.lines[0].fte_ppm, 1000000);
        assert_int_equal(budget.lines[0].days, budget.lines[0].year_days);
    }
}

// A floor of USD is none for JPY. Yen have no decimals, a dinar has a thousand fils.
//
//   JPY 5550017 x 3 % = 166500.51 -> 166501; x 184 / 365 = 83934.75 -> 83935
//     60 % 50361.0, 25 % 20983.75, 15 % 12590.25 -> 50361, 20984, 12590
//   KWD 18000.150: 18000150 fils x 3 % = 540004.5 -> 540005; x 184 / 365 = 272221.7 -> 272222
//     60 % 163333.2, 25 % 68055.5, 15 % 40833.3 -> 163333, 68056, 40833
static void test_currencies(void **state) {
    static const struct {
        const char *currency;
        int64_t salary, full, pool, parts[3];
    } rows[] = {{"JPY", 5550017, 166501, 83935, {50361, 20984, 12590}},
                {"KWD", 18000150, 540005, 272222, {163333, 68056, 40833}}};
    for (size_t i = 0; i < 2; i++) {
        struct world world;
        struct gp_budget budget;
        world_open(&world, *state, 1);
        gp_money floor = world_money(90000000, "USD"), cap = world_money(1, "USD");
        set_limits(&world, &floor, &cap);
        world.terms.prorate = true;
        world.payroll.items[0] = world_pay(rows[i].salary, rows[i].currency);
        world.payroll.items[0].joins = (gp_date){2027, 7, 1};
        assert_true(world_budget(&world, &budget));
        const struct gp_budget_line *got = &budget.lines[0];
        if (got->full.minor != rows[i].full || got->pool.minor != rows[i].pool)
            fail_msg("%s: %lld of %lld", rows[i].currency, (long long)got->pool.minor,
                     (long long)got->full.minor);
        for (size_t j = 0; j < 3; j++)
            assert_true(got->parts[j].minor == rows[i].parts[j]);
    }
}

// Split of 1 cent: 0.60, 0.25 and 0.15, so the one cent is for training; of 2: 1.20, 0.50, 0.30,
// so the second is for coaching; of 3: 1.80, 0.75, 0.45: 2 and 1; of 0: nothing.
static void test_splits_of_cents(void **state) {
    static const int64_t parts[4][3] = {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {2, 1, 0}};
    for (int64_t pool = 0; pool < 4; pool++) {
        struct world world;
        struct gp_budget budget;
        world_open(&world, *state, 1);
        world_left(&world, 0, pool);
        assert_true(world_budget(&world, &budget));
        for (size_t i = 0; i < 3; i++)
            assert_true(budget.lines[0].parts[i].minor == parts[pool][i]);
    }
}

// What does not fit for one person is refused at their place.
static void test_amounts_of_one_that_do_not_fit(void **state) {
    struct world world;
    world_open(&world, *state, 1);
    world.team.people[0].at = (struct gp_at){"roster.csv", 7, 1};
    world.payroll.items[0] = world_pay(INT64_C(10000000000000), "USD");
    world.payroll.items[0].carry_over.minor = INT64_MAX;
    struct gp_budget budget = {.trained = 77};
    assert_false(world_budget(&world, &budget));
    assert_int_equal(budget.trained, 77);
    assert_int_equal(world.messages.count, 1);
    assert_int_equal(world.messages.items[0].at.line, 7);
}

static struct gp_expense expense(size_t person, gp_date date, enum gp_part kind, int64_t minor) {
    return (struct gp_expense){.person = person,
                               .date = date,
                               .kind = kind,
                               .what = "",
                               .amount = world_money(minor, person == 1 ? "EUR" : "USD"),
                               .at = {"spent.csv", 5, 5}};
}

// The budget year runs from April 2027 to March 2028. Ana (0) is paid in USD, Ben (1) in EUR, Cleo
// (2) not at all; Dan (3) has spent nothing. What the roster says is passed over.
static void test_expenses(void **state) {
    struct world world;
    struct gp_budget budget;
    struct gp_expense items[] = {
        expense(0, (gp_date){2027, 3, 31}, GP_PART_TRAINING, 9999),
        expense(0, (gp_date){2027, 4, 1}, GP_PART_TRAINING, 100),
        expense(0, (gp_date){2027, 6, 30}, GP_PART_COACHING, 20),
        expense(0, (gp_date){2027, 7, 1}, GP_PART_TRAINING, 3),
        expense(0, (gp_date){2028, 3, 31}, GP_PART_CONFERENCES, 7),
        expense(0, (gp_date){2028, 4, 1}, GP_PART_TRAINING, 9999),
        expense(1, (gp_date){2027, 12, 31}, GP_PART_TRAINING, 50),
        expense(2, (gp_date){2027, 5, 1}, GP_PART_TRAINING, 1000),
    };
    world_open(&world, *state, 4);
    world.terms.year_first = (gp_date){2027, 4, 1};
    world.terms.year_last = (gp_date){2028, 3, 31};
    world.payroll.items[0].spent.minor = 555;
    world.payroll.items[1] = world_pay(10000, "EUR");
    world.payroll.items[2] = (struct gp_pay){.rate_ppm = -1, .fte_ppm = -1};
    world.payroll.items[3].spent.minor = 8;
    world.expenses = (struct gp_expenses){items, 8, 8, true};
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.lines[0].year_days, 366);
    assert_true(budget.lines[0].spent.minor == 130 && budget.lines[0].left.minor == 170);
    assert_true(budget.lines[0].spent_by_kind[GP_PART_TRAINING].minor == 103);
    assert_true(budget.lines[0].spent_by_kind[GP_PART_COACHING].minor == 20);
    assert_true(budget.lines[0].spent_by_kind[GP_PART_CONFERENCES].minor == 7);
    assert_true(budget.lines[1].spent.minor == 50 && budget.lines[2].spent.minor == 0);
    assert_int_equal(budget.outside_year, 2);
    assert_int_equal(budget.without_line, 1);
    assert_int_equal(budget.trained, 3);
    assert_int_equal(budget.by_currency[1].trained, 1); // Ana; Cleo is in no sum
    static const int64_t quarters[8][3] = {{0}, {0}, {50}, {0}, {100, 20, 0}, {3}, {0}, {0, 0, 7}};
    static const gp_date firsts[] = {{2027, 4, 1}, {2027, 7, 1}, {2027, 10, 1}, {2028, 1, 1}};
    static const gp_date lasts[] = {{2027, 6, 30}, {2027, 9, 30}, {2027, 12, 31}, {2028, 3, 31}};
    assert_int_equal(budget.quarter_count, 8);
    for (size_t i = 0; i < 8; i++) {
        const struct gp_budget_quarter *got = &budget.quarters[i];
        assert_string_equal(gp_currency_code(got->currency), i < 4 ? "EUR" : "USD");
        assert_int_equal(got->quarter.quarter, i % 4 + 1);
        assert_int_equal(got->quarter.year, 2027);
        assert_int_equal(gp_date_compare(got->first, firsts[i % 4]), 0);
        assert_int_equal(gp_date_compare(got->last, lasts[i % 4]), 0);
        for (size_t j = 0; j < 3; j++)
            assert_true(got->spent[j].minor == quarters[i][j]);
    }
    world.expenses.given = false;
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.quarter_count, 0);
    assert_true(budget.lines[0].spent.minor == 555 && budget.lines[2].spent.minor == 8);
    assert_true(budget.lines[0].spent_by_kind[0].minor == 0);
    assert_int_equal(budget.trained, 2);
}

// An empty list is a list: nothing was spent.
static void test_an_empty_list(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 1);
    world.payroll.items[0].spent.minor = 555;
    world.expenses.given = true;
    assert_true(world_budget(&world, &budget));
    assert_true(budget.lines[0].spent.minor == 0);
    assert_int_equal(budget.trained, 0);
    assert_int_equal(budget.quarter_count, 4);
}

static void test_expenses_that_do_not_fit(void **state) {
    struct world world;
    struct gp_budget budget;
    struct gp_expense items[2];
    for (size_t i = 0; i < 2; i++)
        items[i] = expense(0, (gp_date){2027, 4, 1}, GP_PART_TRAINING, INT64_MAX / 2 + 1);
    world_open(&world, *state, 2);
    world.expenses = (struct gp_expenses){items, 2, 2, true};
    assert_false(world_budget(&world, &budget)); // of one person
    items[1].kind = GP_PART_COACHING;
    assert_false(world_budget(&world, &budget)); // of one person, in two kinds
    items[1].kind = GP_PART_TRAINING;
    world.payroll.items[1] = world_pay(10000, "USD");
    items[1].person = 1;
    items[1].amount.currency = items[0].amount.currency;
    assert_false(world_budget(&world, &budget)); // of one quarter
    assert_int_equal(world.messages.count, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_pools, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_currencies, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_splits_of_cents, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_amounts_of_one_that_do_not_fit, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_expenses, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_an_empty_list, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_expenses_that_do_not_fit, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
