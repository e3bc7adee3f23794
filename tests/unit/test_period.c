// test_period.c - how often a salary is paid: in a column, behind an amount, in a header.
#include "base/period.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_periods(void **state) {
    (void)state;
    // In a column of their own, and behind an amount.
    static const struct {
        const char *text;
        unsigned alone, behind;
    } rows[] = {
        {"year", 1, 0},
        {"yearly", 1, 1},
        {"annual", 1, 1},
        {"per annum", 1, 1},
        {"P.A.", 1, 1},
        {"/yr", 1, 1},
        {"month", 12, 0},
        {"Monthly", 12, 12},
        {"per month", 12, 12},
        {"  / mo.", 12, 12},
        {"m", 12, 0},
        {"/m", 12, 12},
        {"each month", 12, 12},
        {"paid monthly", 12, 12},
        {"semi-monthly", 24, 24},
        {"semimonthly", 24, 24},
        {"twice a month", 24, 24},
        {"half month", 24, 0},
        {"per half-month", 24, 24},
        {"two weeks", 26, 0},
        {"every two weeks", 26, 26},
        {"every 2 weeks", 26, 26},
        {"every other week", 26, 26},
        {"bi-weekly", 26, 26},
        {"biweekly", 26, 26},
        {"fortnight", 26, 0},
        {"a fortnight", 26, 26},
        {"fortnightly", 26, 26},
        {"week", 52, 0},
        {"weekly", 52, 52},
        {"/wk", 52, 52},
        {"day", 260, 0},
        {"per day", 260, 260},
        {"daily", 260, 260},
        {"hour", 2080, 0},
        {"an hour", 2080, 2080},
        {"hourly", 2080, 2080},
        {"per\xC2\xA0hour", 2080, 2080},
        {"/h", 2080, 2080},
        {"", 0, 0},
        {"per", 0, 0},
        {"quarter", 0, 0},
        {"per quarter", 0, 0},
        {"bimonthly", 0, 0},
        {"per per month", 0, 0},
        {"per monthly", 0, 0},
        {"monthly or so", 0, 0},
        {"12", 0, 0},
        {"an extremely long text that goes on and on, and on and on, and on and on, and on and "
         "on, and on and on, and on and on, monthly",
         0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (gp_period_parse(rows[i].text) != rows[i].alone)
            fail_msg("\"%s\" alone: %u", rows[i].text, gp_period_parse(rows[i].text));
        if (gp_period_behind_amount(rows[i].text) != rows[i].behind)
            fail_msg("\"%s\" behind: %u", rows[i].text, gp_period_behind_amount(rows[i].text));
    }
}

static void test_headers(void **state) {
    (void)state;
    static const struct {
        const char *header;
        unsigned period;
    } rows[] = {
        {"Monthly salary", 12},
        {"Salary per month (EUR)", 12},
        {"Salary (EUR/month)", 12},
        {"Hourly rate (USD)", 2080},
        {"Rate/hr", 2080},
        {"Day rate", 260},
        {"Annual base pay, GBP", 1},
        {"salary_per_year", 1},
        {"Semi-monthly pay", 24},
        {"Bi-weekly pay", 26},
        {"Pay every two weeks", 26},
        {"Pay per fortnight", 26},
        {"Weekly wage", 52},
        {"Monthly pay per month", 12},
        {"Salary", 0},
        {"HR salary", 0},
        {"PM salary", 0},
        {"Salary today", 0}, // a day within a word
        {"Annual salary (paid monthly)", GP_TWO_PERIODS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_period_within(rows[i].header) != rows[i].period)
            fail_msg("\"%s\": %u", rows[i].header, gp_period_within(rows[i].header));
}

static void test_words(void **state) {
    (void)state;
    assert_string_equal(gp_period_word(1), "year");
    assert_string_equal(gp_period_word(24), "half month");
    assert_string_equal(gp_period_words(26), "times two weeks");
    assert_string_equal(gp_period_words(2080), "hours");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
