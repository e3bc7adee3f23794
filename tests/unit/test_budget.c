// test_budget.c - lines to the cent, and totals that are sums of them.
#include "base/text.h"
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

// Twelve salaries at 3 %, parts 60/25/15, in minor units (cents, yen, fils). The exact products:
//
//        salary     x 3 %       pool    x 60 %     x 25 %     x 15 %
//   Ana  21234567   637037.01   637037  382222.20  159259.25   95555.55   rest 1 to .55
//   Ben  14500000   435000.00   435000  261000     108750      65250
//   Cleo 13899999   416999.97   417000  250200     104250      62550
//   Dan  12000050   360001.50   360002  216001.20   90000.50   54000.30   rest 1 to .50
//   Eva   9875017   296250.51   296251  177750.60   74062.75   44437.65   rest 2 to .75 and .65
//   Fay   8433349   253000.47   253000  151800      63250      37950
//   Gil   7200000   216000.00   216000  129600      54000      32400
//   Hal   6850033   205500.99   205501  123300.60   51375.25   30825.15   rest 1 to .60
//   Ida   9000017   270000.51   270001  162000.60   67500.25   40500.15   rest 1 to .60
//   Jon   8500050   255001.50   255002  153001.20   63750.50   38250.30   rest 1 to .50
//   Kim  24000500   720015.00   720015  432009     180003.75  108002.25   rest 1 to .75
//   Lou  18123450   543703.50   543704  326222.40  135926      81555.60   rest 1 to .60
static const struct budget_row {
    const char *name, *manager, *currency;
    int64_t salary, spent;
    int64_t pool, training, coaching, conferences, left;
} budget_rows[] = {
    {"Ana", "", "USD", 21234567, 0, 637037, 382222, 159259, 95556, 637037},
    {"Ben", "Ana", "USD", 14500000, 100000, 435000, 261000, 108750, 65250, 335000},
    {"Cleo", "Ana", "USD", 13899999, 0, 417000, 250200, 104250, 62550, 417000},
    {"Dan", "Ana", "USD", 12000050, 400000, 360002, 216001, 90001, 54000, -39998},
    {"Eva", "Ben", "USD", 9875017, 0, 296251, 177750, 74063, 44438, 296251},
    {"Fay", "Ben", "USD", 8433349, 253001, 253000, 151800, 63250, 37950, -1},
    {"Gil", "Ben", "EUR", 7200000, 0, 216000, 129600, 54000, 32400, 216000},
    {"Hal", "Ben", "EUR", 6850033, 0, 205501, 123301, 51375, 30825, 205501},
    {"Ida", "Zoe Park", "JPY", 9000017, 270001, 270001, 162001, 67500, 40500, 0},
    {"Jon", "Zoe Park", "JPY", 8500050, 0, 255002, 153001, 63751, 38250, 255002},
    {"Kim", "zoe park", "KWD", 24000500, 0, 720015, 432009, 180004, 108002, 720015},
    {"Lou", "Zoe  Park", "KWD", 18123450, 120125, 543704, 326222, 135926, 81556, 423579},
};
enum { PEOPLE = sizeof budget_rows / sizeof *budget_rows };

static const struct total_row {
    const char *manager, *currency;
    size_t headcount, trained, depth, whole; // `whole`: headcount with those further below
    int64_t salary, pool, training, coaching, conferences, spent, left;
} manager_rows[] = {
    {"Ana", "EUR", 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0},
    {"Ben", "EUR", 2, 0, 1, 2, 14050033, 421501, 252901, 105375, 63225, 0, 421501},
    {"Zoe Park", "JPY", 2, 1, 0, 2, 17500067, 525003, 315002, 131251, 78750, 270001, 255002},
    {"Zoe Park", "KWD", 2, 1, 0, 2, 42123950, 1263719, 758231, 315930, 189558, 120125, 1143594},
    {"", "USD", 1, 0, 0, 1, 21234567, 637037, 382222, 159259, 95556, 0, 637037},
    {"Ana", "USD", 3, 2, 0, 5, 40400049, 1212002, 727201, 303001, 181800, 500000, 712002},
    {"Ben", "USD", 2, 1, 1, 2, 18308366, 549251, 329550, 137313, 82388, 253001, 296250},
};
enum { TOTALS = sizeof manager_rows / sizeof *manager_rows };

static const struct total_row currency_rows[] = {
    {"", "EUR", 2, 0, 0, 0, 14050033, 421501, 252901, 105375, 63225, 0, 421501},
    {"", "JPY", 2, 1, 0, 0, 17500067, 525003, 315002, 131251, 78750, 270001, 255002},
    {"", "KWD", 2, 1, 0, 0, 42123950, 1263719, 758231, 315930, 189558, 120125, 1143594},
    {"", "USD", 6, 3, 0, 0, 79942982, 2398290, 1438973, 599573, 359744, 753001, 1645289},
};

static void fill(struct world *world, struct gp_memory *memory) {
    world_open(world, memory, PEOPLE);
    for (size_t i = 0; i < PEOPLE; i++) {
        const struct budget_row *row = &budget_rows[i];
        struct gp_person *person = &world->team.people[i];
        person->name = row->name;
        person->key = gp_text_key(memory, row->name);
        person->manager_name = row->manager;
        for (size_t j = 0; j < PEOPLE; j++)
            if (strcmp(row->manager, budget_rows[j].name) == 0)
                person->manager = j;
        world->payroll.items[i] = world_pay(row->salary, row->currency);
        world->payroll.items[i].spent.minor = row->spent;
    }
}

static void check_sum(const struct gp_budget_sum *got, const struct total_row *row) {
    assert_string_equal(gp_currency_code(got->currency), row->currency);
    assert_int_equal(got->headcount, row->headcount);
    assert_int_equal(got->trained, row->trained);
    assert_true(got->salary.minor == row->salary && got->pool.minor == row->pool);
    assert_true(got->parts[0].minor == row->training && got->parts[1].minor == row->coaching &&
                got->parts[2].minor == row->conferences);
    assert_true(got->spent.minor == row->spent && got->left.minor == row->left);
    assert_true(got->open.minor == row->left && got->planned.minor == 0);
    assert_int_equal(got->salary.currency, got->currency);
    assert_int_equal(got->left.currency, got->currency);
}

static void test_twelve_salaries(void **state) {
    struct world world;
    struct gp_budget budget;
    fill(&world, *state);
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.line_count, PEOPLE);
    for (size_t i = 0; i < PEOPLE; i++) {
        const struct budget_row *row = &budget_rows[i];
        const struct gp_budget_line *got = &budget.lines[i];
        if (got->person != i || got->rate_ppm != 30000 || got->pool.minor != row->pool ||
            got->parts[0].minor != row->training || got->parts[1].minor != row->coaching ||
            got->parts[2].minor != row->conferences || got->left.minor != row->left)
            fail_msg("%s: pool %lld", row->name, (long long)got->pool.minor);
        assert_true(got->full.minor == row->pool && got->open.minor == row->left);
    }
    assert_int_equal(budget.by_manager_count, TOTALS);
    for (size_t i = 0; i < TOTALS; i++) {
        const struct gp_budget_total *got = &budget.by_manager[i];
        assert_string_equal(got->manager_name, manager_rows[i].manager);
        check_sum(&got->direct, &manager_rows[i]);
        assert_int_equal(got->depth, manager_rows[i].depth);
        assert_int_equal(got->whole.headcount, manager_rows[i].whole);
    }
    assert_int_equal(budget.by_currency_count, 4);
    for (size_t i = 0; i < budget.by_currency_count; i++)
        check_sum(&budget.by_currency[i], &currency_rows[i]);
    assert_int_equal(budget.without_salary, 0);
    assert_int_equal(budget.trained, 5);
    assert_int_equal(world.messages.count, 0);
}

// Ana's people and Ben's in USD: 1212002 + 549251 = 1761253. Ana's line is the first, Ben's the
// second; Zoe is a name alone.
static void test_wholes_and_managers(void **state) {
    struct world world;
    struct gp_budget budget;
    fill(&world, *state);
    assert_true(world_budget(&world, &budget));
    const struct gp_budget_total *totals = budget.by_manager;
    assert_true(totals[5].whole.pool.minor == 1761253);
    assert_true(totals[0].whole.pool.minor == 421501);
    assert_int_equal(totals[5].manager, 0);
    assert_int_equal(totals[5].line, 0);
    assert_int_equal(totals[6].manager, 1);
    assert_int_equal(totals[6].line, 1);
    assert_true(totals[4].manager == GP_NO_PERSON && totals[4].line == GP_NO_LINE);
    assert_true(totals[2].manager == GP_NO_PERSON && totals[2].line == GP_NO_LINE);
}

// Person before rung before policy; 0 is a rate.
static void test_rates(void **state) {
    static const struct {
        const char *name;
        size_t rung;
        int32_t own_ppm, rung_ppm, rate_ppm;
        int64_t pool; // of 100,000.00
    } rows[] = {
        {"policy", PM, -1, -1, 30000, 300000},
        {"rung", PM, -1, 45000, 45000, 450000},
        {"rung of zero", PM, -1, 0, 0, 0},
        {"own", PM, 12345, 45000, 12345, 123450},
        {"own of zero", PM, 0, 45000, 0, 0},
        {"outside the ladder", GP_NO_RUNG, -1, 45000, 30000, 300000},
        {"all of it", PM, 1000000, -1, 1000000, 10000000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        struct gp_budget budget;
        world_open(&world, *state, 1);
        world.small.rung_budget_ppm[PM] = rows[i].rung_ppm;
        world.team.people[0].rung = rows[i].rung;
        world.payroll.items[0] = world_pay(10000000, "USD");
        world.payroll.items[0].rate_ppm = rows[i].own_ppm;
        assert_true(world_budget(&world, &budget));
        if (budget.lines[0].rate_ppm != rows[i].rate_ppm ||
            budget.lines[0].pool.minor != rows[i].pool)
            fail_msg("%s: %d", rows[i].name, (int)budget.lines[0].rate_ppm);
    }
}

// With a salary; without one; without one and not on the roster; none, but trained.
static void test_people_without_a_salary(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 4);
    struct gp_pay *pay = world.payroll.items;
    for (size_t i = 1; i < 4; i++)
        pay[i] = (struct gp_pay){.rate_ppm = -1, .fte_ppm = -1};
    pay[0].spent = world_money(1, "USD");
    pay[3].spent = world_money(5, "USD");
    world.team.people[2].on_roster = false;
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.line_count, 1);
    assert_int_equal(budget.without_salary, 2);
    assert_int_equal(budget.trained, 2);
    world.team.person_count = 0;
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.line_count, 0);
    assert_int_equal(budget.by_manager_count, 0);
    assert_int_equal(budget.by_currency_count, 0);
    assert_int_equal(budget.by_rung_count, 0);
}

static void test_a_total_that_does_not_fit(void **state) {
    struct world world;
    world_open(&world, *state, 2);
    world.team.people[1].at = (struct gp_at){"roster.csv", 3, 1};
    for (size_t i = 0; i < 2; i++)
        world.payroll.items[i].carry_over.minor = INT64_MAX / 2 + 1;
    struct gp_budget budget = {.trained = 77};
    assert_false(world_budget(&world, &budget));
    assert_int_equal(budget.trained, 77); // untouched
    assert_int_equal(world.messages.count, 1);
    assert_int_equal(world.messages.items[0].at.line, 3);
    assert_int_equal(world.messages.items[0].severity, GP_ERROR);
}

// By rung in ladder order, outside last, then by code.
static void test_by_rung(void **state) {
    static const struct {
        size_t rung;
        const char *currency;
    } people[] = {{GP_NO_RUNG, "USD"}, {VP, "USD"},         {PM, "USD"},
                  {PM, "EUR"},         {GP_NO_RUNG, "EUR"}, {PM, "USD"}};
    static const struct {
        size_t rung;
        const char *currency;
        size_t headcount;
        int64_t pool; // 3 % of (person + 1) x 100.00
    } rows[] = {{PM, "EUR", 1, 1200},
                {PM, "USD", 2, 900 + 1800},
                {VP, "USD", 1, 600},
                {GP_NO_RUNG, "EUR", 1, 1500},
                {GP_NO_RUNG, "USD", 1, 300}};
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 6);
    for (size_t i = 0; i < 6; i++) {
        world.team.people[i].rung = people[i].rung;
        world.payroll.items[i] = world_pay((int64_t)(i + 1) * 10000, people[i].currency);
    }
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.by_rung_count, 5);
    for (size_t i = 0; i < 5; i++) {
        const struct gp_budget_rung *got = &budget.by_rung[i];
        if (got->rung != rows[i].rung || got->sum.headcount != rows[i].headcount ||
            got->sum.pool.minor != rows[i].pool ||
            strcmp(gp_currency_code(got->sum.currency), rows[i].currency) != 0)
            fail_msg("row %zu: %lld", i, (long long)got->sum.pool.minor);
    }
}

static uint64_t seed;

static uint64_t below(uint64_t limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed % limit;
}

// Any salaries and rates: parts sum to the pool, in every line and every total; totals by manager
// sum to those by currency.
static void test_sums_always_hold(void **state) {
    seed = 31;
    for (int round = 0; round < 200; round++) {
        struct world world;
        struct gp_budget budget;
        fill(&world, *state);
        for (size_t i = 0; i < PEOPLE; i++) {
            world.payroll.items[i].salary.minor = (int64_t)below(UINT64_C(10000000000001));
            world.payroll.items[i].rate_ppm = (int32_t)below(1000001);
            world.team.people[i].rung = below(4) == 0 ? GP_NO_RUNG : (size_t)below(RUNGS);
        }
        assert_true(world_budget(&world, &budget));
        int64_t by_line = 0, by_manager = 0, at_top = 0, by_rung = 0, by_currency = 0;
        for (size_t i = 0; i < budget.line_count; i++) {
            const gp_money *parts = budget.lines[i].parts;
            assert_true(parts[0].minor + parts[1].minor + parts[2].minor ==
                        budget.lines[i].pool.minor);
            by_line += budget.lines[i].pool.minor;
        }
        for (size_t i = 0; i < budget.by_manager_count; i++) {
            by_manager += budget.by_manager[i].direct.pool.minor;
            at_top += budget.by_manager[i].depth == 0 ? budget.by_manager[i].whole.pool.minor : 0;
        }
        for (size_t i = 0; i < budget.by_rung_count; i++)
            by_rung += budget.by_rung[i].sum.pool.minor;
        for (size_t i = 0; i < budget.by_currency_count; i++) {
            const gp_money *parts = budget.by_currency[i].parts;
            assert_true(parts[0].minor + parts[1].minor + parts[2].minor ==
                        budget.by_currency[i].pool.minor);
            by_currency += budget.by_currency[i].pool.minor;
        }
        assert_true(by_line == by_manager && by_line == at_top && by_line == by_rung &&
                    by_line == by_currency);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_twelve_salaries, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_wholes_and_managers, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_rates, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_people_without_a_salary, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_by_rung, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_a_total_that_does_not_fit, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_sums_always_hold, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
