// test_number.c - decimals, rates, division and shares.
#include "base/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_decimals(void **state) {
    (void)state;
    static const struct {
        const char *text;
        unsigned places;
        bool good;
        int64_t scaled;
    } rows[] = {
        {"0", 0, true, 0},
        {"7", 3, true, 7000},
        {"2.5", 3, true, 2500},
        {"2,5", 3, true, 2500},
        {"+2.5", 1, true, 25},
        {"-2.5", 1, true, -25},
        {"2.50", 1, false, 0}, // more places than there are, even if they are zeros
        {"2.55", 1, false, 0},
        {".5", 1, true, 5},
        {"007", 0, true, 7},
        {"9223372036854775807", 0, true, INT64_MAX},
        {"9223372036854775808", 0, false, 0},
        {"922337203685477580.8", 1, false, 0},
        {"922337203685477581", 1, false, 0}, // fits until its place is added
        {"", 0, false, 0},
        {"-", 0, false, 0},
        {".", 1, false, 0},
        {"1.2.3", 3, false, 0},
        {"1 000", 0, false, 0},
        {" 1", 0, false, 0},
        {"1e3", 0, false, 0},
        {"--1", 0, false, 0},
        {"0x10", 0, false, 0},
        {"\xD9\xA1", 0, false, 0}, // a digit, but not one of ours
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t scaled = 77;
        bool good = gp_decimal_parse(rows[i].text, rows[i].places, &scaled);
        if (good != rows[i].good || scaled != (rows[i].good ? rows[i].scaled : 77))
            fail_msg("\"%s\" with %u places: %d, %lld", rows[i].text, rows[i].places, good,
                     (long long)scaled);
    }
}

static void test_rates(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool good;
        int32_t ppm;
    } rows[] = {
        {"3 %", true, 30000},
        {"3%", true, 30000},
        {"3", true, 30000},
        {"0.03", true, 30000},
        {"0,03", true, 30000},
        {"2.5 %", true, 25000},
        {"2,5", true, 25000},
        {"0.5 %", true, 5000},
        {"1 %", true, 10000},
        {"1", true, 1000000}, // the whole: only above 1 a bare number is percent
        {"1.5", true, 15000},
        {"0", true, 0},
        {"0 %", true, 0},
        {"100 %", true, 1000000},
        {"100", true, 1000000},
        {"0.00005 %", true, 1}, // half a millionth
        {"0.00004 %", true, 0},
        {"100.1 %", false, 0},
        {"300", false, 0},
        {"-3 %", false, 0},
        {"3 percent", false, 0},
        {"%", false, 0},
        {"", false, 0},
        {"3 % %", false, 0},
        {"three", false, 0},
        {"0.0300001", false, 0}, // finer than millionths
        {"00000000000000000000000000000000000000003", false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int32_t ppm = 77;
        bool good = gp_rate_parse(rows[i].text, &ppm);
        if (good != rows[i].good || ppm != (rows[i].good ? rows[i].ppm : 77))
            fail_msg("\"%s\": %d, %d", rows[i].text, good, (int)ppm);
    }
}

static void test_division_rounds_half_up(void **state) {
    (void)state;
    static const struct {
        int64_t numerator, denominator, result;
    } rows[] = {
        {0, 1, 0},
        {1, 2, 1}, // 0.5
        {1, 3, 0}, // 0.33
        {2, 3, 1}, // 0.67
        {3, 2, 2}, // 1.5
        {5, 2, 3}, // 2.5: up, not to even
        {7, 7, 1},
        {49, 100, 0},
        {50, 100, 1},
        {149, 100, 1},
        {INT64_MAX, 1, INT64_MAX},
        {INT64_MAX, 2, INT64_C(4611686018427387904)}, // 2^62 - 0.5
        {INT64_MAX - 1, INT64_MAX, 1},
        {INT64_MAX / 2, INT64_MAX, 0}, // just under one half
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(gp_divide_half_up(rows[i].numerator, rows[i].denominator) == rows[i].result);
}

static void test_shares(void **state) {
    (void)state;
    assert_int_equal(gp_share(0, 0), GP_NO_SHARE);
    assert_int_equal(gp_share(0, 5), 0);
    assert_int_equal(gp_share(5, 5), 1000);
    assert_int_equal(gp_share(1, 3), 333);
    assert_int_equal(gp_share(2, 3), 667);
    assert_int_equal(gp_share(1, 2000), 1); // 0.5 thousandths
    assert_int_equal(gp_share(1, 2001), 0); // just under
    assert_int_equal(gp_share(1999, 2000), 1000);
    assert_int_equal(gp_share(17, 20), 850);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_rates),
        cmocka_unit_test(test_division_rounds_half_up),
        cmocka_unit_test(test_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
