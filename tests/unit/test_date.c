// test_date.c - days and quarters.
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

static void test_dates_that_are_read(void **state) {
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"2026-11-23", "2026-11-23"},
        {"2026/11/23", "2026-11-23"},
        {"23.11.2026", "2026-11-23"},
        {"3.1.2026", "2026-01-03"},
        {"2026-1-3", "2026-01-03"},
        {"2026-11-23 14:05:00", "2026-11-23"},
        {"2026-11-23T14:05:00Z", "2026-11-23"},
        {"23.11.2026 14:05", "2026-11-23"},
        {"2024-02-29", "2024-02-29"},
        {"2000-02-29", "2000-02-29"},
        {"1900-01-01", "1900-01-01"},
        {"9999-12-31", "9999-12-31"},
        {"11/23/2026", "2026-11-23"},
        {"23/11/2026", "2026-11-23"},
        {"11/23/26", "2026-11-23"},
        {"23-11-26", NULL},           // or in 2023
        {"05/05/2026", "2026-05-05"}, // the same whichever comes first
        {"1.2.26", "2026-02-01"},
        {"31.12.68", "2068-12-31"},
        {"1.1.69", "1969-01-01"},
        {"Nov 23, 2026", "2026-11-23"},
        {"november 23 2026 10:15 AM", "2026-11-23"},
        {"Sept. 3, 2026", NULL}, // no month is cut to four letters
        {"Sep. 3, 2026", "2026-09-03"},
        {"23 Nov 2026", "2026-11-23"},
        {"23-Nov-26", "2026-11-23"},
        {"23 November, 2026", "2026-11-23"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_date date = {0};
        if (gp_date_parse(rows[i].text, &date) != (rows[i].expected != NULL))
            fail_msg("%s was %s", rows[i].text, rows[i].expected == NULL ? "read" : "refused");
        assert_string_equal(gp_date_text(*state, date),
                            rows[i].expected == NULL ? "" : rows[i].expected);
    }
}

static void test_dates_that_are_refused(void **state) {
    (void)state;
    static const char *const rows[] = {
        "11/12/2026", // two countries, two days
        "11-12-2026",  "2026-02-29",  "1900-02-29", "2026-04-31",  "2026-13-01",  "2026-00-10",
        "2026-10-00",  "1899-12-31",  "1.2.026",    "2026-11",     "2026",        "",
        "today",       "2026-11/23",  "2026/11-23", "20261123",    "2026-11-23x", "2026-11-233",
        "-2026-11-23", " 2026-11-23", "2026--1-23", "10000-01-01", "1.2.20261",   "46349",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_date date = {1999, 9, 9};
        if (gp_date_parse(rows[i], &date))
            fail_msg("\"%s\" was read", rows[i]);
        assert_int_equal(date.year, 1999); // untouched
    }
}

// What stands behind the day, in seconds of it; NONE where there is no time.
static void test_moments(void **state) {
    (void)state;
    enum { NONE = -100000, HOUR = 3600, QUARTER = 900 };
    static const struct {
        const char *text;
        int32_t second;
    } rows[] = {
        {"2026-11-23", NONE},
        {"2026-11-23 10:15", 10 * HOUR + QUARTER},
        {"2026-11-23T10:15:33.250Z", 10 * HOUR + QUARTER + 33},
        {"2026-11-23 10:15:33 AM", 10 * HOUR + QUARTER + 33},
        {"2026-11-23 10:15 pm", 22 * HOUR + QUARTER},
        {"2026-11-23 12:15 AM", QUARTER},
        {"2026-11-23 12:15 PM", 12 * HOUR + QUARTER},
        {"11/23/2026 9:15:00", 9 * HOUR + QUARTER},
        {"11/23/26, 9:15", 9 * HOUR + QUARTER},
        {"2026/11/23 1:15:00 AM GMT+2", -HOUR + QUARTER}, // the evening before, by UTC
        {"2026-11-23T23:15:00-05:30", 23 * HOUR + QUARTER + 11 * HOUR / 2},
        {"2026-11-23 1:15 UTC", HOUR + QUARTER},
        {"2026-11-23 25:00", NONE},
        {"2026-11-23 10:75", NONE},
        {"2026-11-23 at noon", NONE},
        {"2026-11-23 9:15 p. m.", 21 * HOUR + QUARTER},
        {"2026-11-23 9:15 a.m.", 9 * HOUR + QUARTER},
        {"2026-11-23 9:15 PM GMT+2", 19 * HOUR + QUARTER},
        {"2026-11-23 9:15 PST", NONE}, // one of several zones
        {"2026-11-23 9:15 or so", NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_moment moment = {.second = 1};
        if (gp_moment_parse(rows[i].text, GP_ORDER_UNKNOWN, &moment) != GP_DATE_READ)
            fail_msg("%s was refused", rows[i].text);
        int32_t expected = rows[i].second == NONE ? GP_NO_SECOND : rows[i].second;
        if (moment.second != expected)
            fail_msg("%s: %d", rows[i].text, (int)moment.second);
    }
}

// Dates that two countries read differently: what they show, and what they are by either order.
static void test_orders_of_day_and_month(void **state) {
    static const struct {
        const char *text;
        enum gp_date_order shown;
        const char *unknown, *day_first, *month_first; // NULL: either; "": no date
    } rows[] = {
        {"03/04/2026", GP_ORDER_UNKNOWN, NULL, "2026-04-03", "2026-03-04"},
        {"03-04-26", GP_ORDER_UNKNOWN, NULL, "2026-04-03", "2026-03-04"},
        {"24-03-05", GP_ORDER_UNKNOWN, NULL, "2005-03-24", ""},
        {"23/11/45", GP_DAY_FIRST, "2045-11-23", "2045-11-23", ""}, // 45 is no day
        {"13/04/2026", GP_DAY_FIRST, "2026-04-13", "2026-04-13", ""},
        {"04/13/2026", GP_MONTH_FIRST, "2026-04-13", "", "2026-04-13"},
        {"02/30/2026", GP_ORDER_UNKNOWN, "", "", ""},
        {"04/04/2026", GP_ORDER_UNKNOWN, "2026-04-04", "2026-04-04", "2026-04-04"},
        {"2026-03-04", GP_ORDER_UNKNOWN, "2026-03-04", "2026-03-04", "2026-03-04"},
        {"3.4.2026", GP_ORDER_UNKNOWN, "2026-04-03", "2026-04-03", "2026-04-03"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *expected[] = {rows[i].unknown, rows[i].day_first, rows[i].month_first};
        assert_int_equal(gp_date_order_shown(rows[i].text), rows[i].shown);
        for (size_t order = 0; order < 3; order++) {
            gp_moment moment = {.second = 7};
            enum gp_date_fault fault =
                gp_moment_parse(rows[i].text, (enum gp_date_order)order, &moment);
            if (expected[order] == NULL || expected[order][0] == '\0') {
                assert_int_equal(fault, expected[order] == NULL ? GP_DATE_TWO_WAYS : GP_DATE_WRONG);
                assert_int_equal(moment.second, 7); // untouched
            } else {
                assert_int_equal(fault, GP_DATE_READ);
                assert_string_equal(gp_date_text(*state, moment.date), expected[order]);
            }
        }
    }
}

static void test_order(void **state) {
    (void)state;
    static const gp_date days[] = {{0, 0, 0},    {1999, 12, 31}, {2026, 1, 31},
                                   {2026, 2, 1}, {2026, 2, 2},   {2027, 1, 1}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        for (size_t j = 0; j < sizeof days / sizeof *days; j++) {
            int order = gp_date_compare(days[i], days[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
}

static void test_no_date(void **state) {
    gp_date none = {0};
    assert_false(gp_date_known(none));
    assert_string_equal(gp_date_text(*state, none), "");
}

static void test_quarters(void **state) {
    static const struct {
        gp_date date;
        unsigned count;
        const char *expected;
    } rows[] = {
        {{2026, 1, 1}, 0, "Q1 2026"},   {{2026, 3, 31}, 0, "Q1 2026"},
        {{2026, 4, 1}, 0, "Q2 2026"},   {{2026, 11, 23}, 0, "Q4 2026"},
        {{2026, 11, 23}, 1, "Q1 2027"}, {{2026, 11, 23}, 4, "Q4 2027"},
        {{2026, 11, 23}, 5, "Q1 2028"}, {{2026, 6, 30}, 9, "Q3 2028"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(gp_quarter_text(*state, gp_quarter_after(rows[i].date, rows[i].count)),
                            rows[i].expected);
}

static void test_days_between(void **state) {
    static const struct {
        gp_date first, last;
        int32_t days;
    } rows[] = {
        {{2027, 1, 1}, {2027, 12, 31}, 365},    {{2028, 1, 1}, {2028, 12, 31}, 366},
        {{2027, 4, 1}, {2028, 3, 31}, 366},     {{2028, 3, 1}, {2029, 2, 28}, 365},
        {{2027, 5, 5}, {2027, 5, 5}, 1},        {{2028, 2, 28}, {2028, 3, 1}, 3},
        {{2027, 2, 28}, {2027, 3, 1}, 2},       {{2027, 5, 5}, {2027, 5, 4}, 0},
        {{2027, 12, 31}, {2027, 1, 1}, 0},      {{2027, 12, 31}, {2028, 1, 1}, 2},
        {{2000, 2, 28}, {2000, 3, 1}, 3},       {{2100, 2, 28}, {2100, 3, 1}, 2},
        {{1900, 1, 1}, {1900, 12, 31}, 365},    {{9999, 1, 1}, {9999, 12, 31}, 365},
        {{2000, 1, 1}, {2399, 12, 31}, 146097},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_days_between(rows[i].first, rows[i].last) != rows[i].days)
            fail_msg("row %zu: %d", i, (int)gp_days_between(rows[i].first, rows[i].last));
}

// Day by day, no two days are 0 or 2 apart.
static void test_every_day_counts_one(void **state) {
    static const int8_t month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    gp_date first = {1999, 1, 1}, day = first;
    (void)state;
    for (int32_t count = 1; count < 4000; count++) {
        assert_int_equal(gp_days_between(first, day), count);
        bool leap = day.year % 4 == 0; // 2000 is
        int8_t last = (int8_t)(month_days[day.month - 1] + (day.month == 2 && leap));
        day.day++;
        if (day.day > last) {
            day.day = 1;
            day.month = (int8_t)(day.month % 12 + 1);
            day.year = (int16_t)(day.year + (day.month == 1));
        }
    }
}

// Known from the calendar: the first day, the days about it, and one far on.
static void test_days_since_1970(void **state) {
    (void)state;
    assert_int_equal(gp_date_days((gp_date){1970, 1, 1}), 0);
    assert_int_equal(gp_date_days((gp_date){1969, 12, 31}), -1);
    assert_int_equal(gp_date_days((gp_date){1970, 3, 1}), 59);
    assert_int_equal(gp_date_days((gp_date){2000, 2, 29}), 11016);
    assert_int_equal(gp_date_days((gp_date){2026, 11, 25}), 20782);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_dates_that_are_read, open_memory, close_memory),
        cmocka_unit_test(test_dates_that_are_refused),
        cmocka_unit_test(test_moments),
        cmocka_unit_test_setup_teardown(test_orders_of_day_and_month, open_memory, close_memory),
        cmocka_unit_test(test_order),
        cmocka_unit_test_setup_teardown(test_no_date, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_quarters, open_memory, close_memory),
        cmocka_unit_test(test_days_between),
        cmocka_unit_test(test_every_day_counts_one),
        cmocka_unit_test(test_days_since_1970),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
