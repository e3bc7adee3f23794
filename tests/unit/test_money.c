// test_money.c - currencies, amounts as people write them, shares and splits.
#include "base/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static gp_currency find(const char *code) {
    return gp_currency_find(code, strlen(code));
}

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

static void test_currencies(void **state) {
    (void)state;
    static const struct {
        const char *code, *found;
        unsigned decimals;
    } rows[] = {{"USD", "USD", 2}, {"usd", "USD", 2}, {"Eur", "EUR", 2}, {"JPY", "JPY", 0},
                {"KWD", "KWD", 3}, {"ISK", "ISK", 0}, {"XXY", "", 2},    {"US", "", 2},
                {"USDT", "", 2},   {"", "", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_currency currency = find(rows[i].code);
        assert_string_equal(gp_currency_code(currency), rows[i].found);
        assert_int_equal(gp_currency_decimals(currency), rows[i].decimals);
    }
    assert_true(gp_currency_scale(find("JPY")) == 1);
    assert_true(gp_currency_scale(find("USD")) == 100);
    assert_true(gp_currency_scale(find("KWD")) == 1000);
}

struct amount_row {
    const char *text, *column; // the column's currency; "" for none
    const char *expected;      // "USD 120000.00", and the periods in a year behind it if not 1
};

static void check_amounts(struct gp_memory *memory, const struct amount_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct gp_salary_text read = {.periods_per_year = 0};
        const struct gp_money_beside beside = {.currency = find(rows[i].column)};
        enum gp_money_fault fault = gp_money_parse(rows[i].text, &beside, &read);
        if (fault != GP_MONEY_GOOD)
            fail_msg("\"%s\": fault %d", rows[i].text, fault);
        const char *got = gp_print(memory, "%s %s", gp_currency_code(read.amount.currency),
                                   gp_money_text(memory, read.amount));
        if (read.periods_per_year != 1)
            got = gp_print(memory, "%s %u", got, read.periods_per_year);
        if (strcmp(got, rows[i].expected) != 0)
            fail_msg("\"%s\": %s, not %s", rows[i].text, got, rows[i].expected);
    }
}

static void test_amounts(void **state) {
    static const struct amount_row rows[] = {
        {"$120,000.00", "", "USD 120000.00"},
        {"$120,000", "", "USD 120000.00"},
        {"120,000", "USD", "USD 120000.00"},
        {"120.000,00 \xE2\x82\xAC", "", "EUR 120000.00"},
        {"120 000 EUR", "", "EUR 120000.00"},
        {"120\xC2\xA0"
         "000 EUR",
         "", "EUR 120000.00"},
        {"120\xE2\x80\xAF"
         "000,50 \xE2\x82\xAC",
         "", "EUR 120000.50"},
        {"1'200'000 CHF", "", "CHF 1200000.00"},
        {"1\xE2\x80\x99"
         "200\xE2\x80\x99"
         "000 CHF",
         "", "CHF 1200000.00"},
        {"USD 120000", "", "USD 120000.00"},
        {"120000 usd", "", "USD 120000.00"},
        {"120000", "EUR", "EUR 120000.00"},
        {"120000.5", "EUR", "EUR 120000.50"},
        {"120000,5", "EUR", "EUR 120000.50"},
        {"120k", "USD", "USD 120000.00"},
        {"$120K", "", "USD 120000.00"},
        {"1.5k", "USD", "USD 1500.00"},
        {"12,50,000", "INR", "INR 1250000.00"}, // groups of two
        {"12,50,000.75", "INR", "INR 1250000.75"},
        {"1.234.567", "EUR", "EUR 1234567.00"},
        {"\xC2\xA5"
         "9,000,000",
         "", "JPY 9000000"},
        {"9,000,000", "JPY", "JPY 9000000"},
        {"1234.500", "KWD", "KWD 1234.500"},
        {"0.500", "KWD", "KWD 0.500"},
        {"1,234.500", "KWD", "KWD 1234.500"},
        {"0", "USD", "USD 0.00"},
        {"0.00", "USD", "USD 0.00"},
        {"$120,000", "CAD", "CAD 120000.00"}, // the column's dollar
        {"$120,000", "SGD", "SGD 120000.00"},
        {"  $ 120,000.00  ", "", "USD 120000.00"},
        {"99999999999.99", "USD", "USD 99999999999.99"},
        {"100000000000.00", "USD", "USD 100000000000.00"}, // 10^13 cents
        {"1'20'000", "INR", "INR 120000.00"},
        {"12,00,000 INR", "", "INR 1200000.00"},
        {"120 000,50 EUR", "", "EUR 120000.50"},
        {"120'000.50 CHF", "", "CHF 120000.50"},
        {"120 k", "EUR", "EUR 120000.00"},
        {"120000.0000", "USD", "USD 120000.00"}, // as databases write it
        {"1,234.500", "USD", "USD 1234.50"},
        {"120000.0", "JPY", "JPY 120000"},
        {"US$120,000", "", "USD 120000.00"},
        {"CA$120,000", "", "CAD 120000.00"},
        {"NZ$ 120,000", "", "NZD 120000.00"},
        {"R$ 120.000,00", "", "BRL 120000.00"},
    };
    check_amounts(*state, rows, sizeof rows / sizeof *rows);
}

static void test_periods(void **state) {
    static const struct amount_row rows[] = {
        {"45.50/hr", "USD", "USD 94640.00 2080"}, // 45.50 x 2080
        {"$45.50 / hour", "", "USD 94640.00 2080"},
        {"9,500 per month", "USD", "USD 114000.00 12"}, // 9,500 x 12
        {"9500 EUR a month", "", "EUR 114000.00 12"},
        {"9500 EUR monthly", "", "EUR 114000.00 12"},
        {"2000/week", "GBP", "GBP 104000.00 52"}, // 2,000 x 52
        {"400/day", "GBP", "GBP 104000.00 260"},  // 400 x 260
        {"120000/yr", "USD", "USD 120000.00"},
        {"120k p.a.", "USD", "USD 120000.00"},
        {"120,000 per year", "USD", "USD 120000.00"},
        {"120,000 per annum", "USD", "USD 120000.00"},
        {"120,000 Annually", "USD", "USD 120000.00"},
        {"$9,500/mo", "", "USD 114000.00 12"},
        {"9,500/month EUR", "", "EUR 114000.00 12"},
        {"9,500 PER MONTH", "EUR", "EUR 114000.00 12"},
        {"9,500 (monthly)", "EUR", "EUR 114000.00 12"},
        {"9.5k p.m.", "EUR", "EUR 114000.00 12"},
        {"4750 semi-monthly", "EUR", "EUR 114000.00 24"}, // 4,750 x 24
        {"4750 twice a month", "EUR", "EUR 114000.00 24"},
        {"4750 per half month", "EUR", "EUR 114000.00 24"},
        {"4000 biweekly", "USD", "USD 104000.00 26"}, // 4,000 x 26
        {"4000 bi-weekly", "USD", "USD 104000.00 26"},
        {"$4,000 every two weeks", "", "USD 104000.00 26"},
        {"4000 every 2 weeks", "USD", "USD 104000.00 26"},
        {"4000/2 weeks", "USD", "USD 104000.00 26"},
        {"4000 a fortnight", "USD", "USD 104000.00 26"},
        {"4000 per fortnight", "USD", "USD 104000.00 26"},
        {"2000 weekly", "GBP", "GBP 104000.00 52"},
        {"400 daily", "GBP", "GBP 104000.00 260"},
        {"45.50 an hour", "USD", "USD 94640.00 2080"},
        {"45,50 \xE2\x82\xAC hourly", "", "EUR 94640.00 2080"},
    };
    check_amounts(*state, rows, sizeof rows / sizeof *rows);
}

static void test_what_is_no_amount(void **state) {
    (void)state;
    static const struct {
        const char *text, *column;
        enum gp_money_fault fault;
    } rows[] = {
        {"", "USD", GP_MONEY_NOT_A_NUMBER},
        {"n/a", "USD", GP_MONEY_NOT_A_NUMBER},
        {"-120000", "USD", GP_MONEY_BELOW_0},
        {"-$120,000", "", GP_MONEY_BELOW_0},
        {"$ -120,000", "", GP_MONEY_BELOW_0},
        {"\xE2\x88\x92"
         "120000",
         "USD", GP_MONEY_BELOW_0},
        {"-", "USD", GP_MONEY_NOT_A_NUMBER},
        {"(120000)", "USD", GP_MONEY_NOT_A_NUMBER},
        {"120000 per quarter", "USD", GP_MONEY_UNKNOWN_WORDS},
        {"120000 month", "USD", GP_MONEY_UNKNOWN_WORDS}, // of what kind is not said
        {"1.2m", "USD", GP_MONEY_UNKNOWN_WORDS},         // a million, or a month
        {"120000 bananas", "USD", GP_MONEY_UNKNOWN_WORDS},
        {"5000 bimonthly", "USD", GP_MONEY_UNKNOWN_WORDS},
        {"120000-140000", "USD", GP_MONEY_TWO_AMOUNTS},
        {"$100,000 - $120,000", "", GP_MONEY_TWO_AMOUNTS},
        {"100k\xE2\x80\x93"
         "120k",
         "USD", GP_MONEY_TWO_AMOUNTS},
        {"100000 to 120000", "USD", GP_MONEY_TWO_AMOUNTS},
        {"100000 / 120000", "USD", GP_MONEY_TWO_AMOUNTS},
        {"120000 x 12", "USD", GP_MONEY_NOT_A_NUMBER},
        {"USD 9500/month EUR", "", GP_MONEY_TWO_CURRENCIES},
        {"120000.0001", "USD", GP_MONEY_TOO_FINE},
        {"1.2.3", "USD", GP_MONEY_NOT_A_NUMBER},
        {"12,3456.00", "USD", GP_MONEY_NOT_A_NUMBER},
        {"1234,567,890", "USD", GP_MONEY_NOT_A_NUMBER}, // the first group is too long
        {"1 23", "USD", GP_MONEY_NOT_A_NUMBER},
        {"1.234'567,00", "USD", GP_MONEY_NOT_A_NUMBER}, // three kinds of separators
        {"1e5", "USD", GP_MONEY_NOT_A_NUMBER},
        {"=120000", "USD", GP_MONEY_NOT_A_NUMBER},
        {"1.234,567", "EUR", GP_MONEY_TOO_FINE},
        {"120000", "", GP_MONEY_NO_CURRENCY},
        {"120.000", "EUR", GP_MONEY_TWO_READINGS},
        {"120.000", "JPY", GP_MONEY_TWO_READINGS},
        {"120.000k", "USD", GP_MONEY_TWO_READINGS},
        {"1,234", "KWD", GP_MONEY_TWO_READINGS}, // three decimals, or a thousand
        {"120000.555", "USD", GP_MONEY_TOO_FINE},
        {"0.005", "USD", GP_MONEY_TOO_FINE},
        {"9000000.5", "JPY", GP_MONEY_TOO_FINE},
        {"100000000000.01", "USD", GP_MONEY_TOO_LARGE}, // 10^13 cents and one
        {"99999999999999999999", "USD", GP_MONEY_TOO_LARGE},
        {"5000000000000/hr", "JPY", GP_MONEY_TOO_LARGE},
        {"99999999999999999999999999999999999999999999", "USD", GP_MONEY_NOT_A_NUMBER},
        {"$120,000", "EUR", GP_MONEY_TWO_CURRENCIES},
        {"$120,000", "KWD", GP_MONEY_TWO_CURRENCIES}, // ends in D, but is no dollar
        {"USD 120000 EUR", "", GP_MONEY_TWO_CURRENCIES},
        {"120000 GBP", "EUR", GP_MONEY_TWO_CURRENCIES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_salary_text read = {.periods_per_year = 77};
        const struct gp_money_beside beside = {.currency = find(rows[i].column)};
        enum gp_money_fault fault = gp_money_parse(rows[i].text, &beside, &read);
        if (fault != rows[i].fault || read.periods_per_year != 77)
            fail_msg("\"%s\": %d, not %d", rows[i].text, fault, rows[i].fault);
    }
}

// What stands beside a cell: its currency and period where the cell names none, and the decimal
// sign where the cell can be read in two ways, and only there.
static void test_beside(void **state) {
    static const struct {
        const char *text, *currency, *fallback;
        unsigned period;
        char decimal;
        const char *expected;
    } rows[] = {
        {"120000", "", "EUR", 0, '\0', "EUR 120000.00 1 0"},
        {"120000 GBP", "", "EUR", 0, '\0', "GBP 120000.00 1 0"}, // the default is no claim
        {"$120000", "", "CAD", 0, '\0', "CAD 120000.00 1 0"},
        {"$120000", "", "EUR", 0, '\0', "USD 120000.00 1 0"},
        {"$120000", "USD", "CAD", 0, '\0', "USD 120000.00 1 0"},
        {"9500", "EUR", "", 12, '\0', "EUR 114000.00 12 0"},
        {"45/hr", "EUR", "", 12, '\0', "EUR 93600.00 2080 2080"}, // the cell's own: 45 x 2080
        {"120000 p.a.", "EUR", "", 12, '\0', "EUR 120000.00 1 1"},
        {"120.000", "EUR", "", 0, ',', "EUR 120000.00 1 0"},
        {"120.000", "EUR", "", 0, '.', "EUR 120.00 1 0"},
        {"120.000", "JPY", "", 0, ',', "JPY 120000 1 0"},
        {"1,234", "KWD", "", 0, ',', "KWD 1.234 1 0"},
        {"1,234", "KWD", "", 0, '.', "KWD 1234.000 1 0"},
        {"1.250k", "EUR", "", 0, '.', "EUR 1250.00 1 0"},
        {"120,000", "EUR", "", 0, ',', "EUR 120000.00 1 0"}, // these can be read in one way only
        {"1,234.50", "EUR", "", 0, ',', "EUR 1234.50 1 0"},
        {"1234.50", "EUR", "", 0, ',', "EUR 1234.50 1 0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct gp_money_beside beside = {.currency = find(rows[i].currency),
                                               .default_currency = find(rows[i].fallback),
                                               .periods_per_year = rows[i].period,
                                               .decimal = rows[i].decimal};
        struct gp_salary_text read = {.periods_per_year = 0};
        if (gp_money_parse(rows[i].text, &beside, &read) != GP_MONEY_GOOD)
            fail_msg("row %zu: \"%s\"", i, rows[i].text);
        const char *got =
            gp_print(*state, "%s %s %u %u", gp_currency_code(read.amount.currency),
                     gp_money_text(*state, read.amount), read.periods_per_year, read.own_period);
        if (strcmp(got, rows[i].expected) != 0)
            fail_msg("row %zu: \"%s\": %s, not %s", i, rows[i].text, got, rows[i].expected);
    }
}

// What an amount shows of point and comma to those who read the rest of its column.
static void test_signs(void **state) {
    (void)state;
    enum { POINT = GP_POINT_DECIMAL | GP_COMMA_GROUP, COMMA = GP_COMMA_DECIMAL | GP_POINT_GROUP };
    static const struct {
        const char *text, *currency;
        unsigned shown;
    } rows[] = {
        {"1,234.50", "USD", POINT},
        {"1.234,50", "USD", COMMA},
        {"64800,5", "EUR", COMMA},
        {"1234.500", "EUR", POINT}, // four digits before it: no group
        {"0.500", "KWD", POINT},
        {"12'000.50", "CHF", POINT},
        {"1.234.567", "EUR", GP_POINT_GROUP}, // says nothing of the comma
        {"12,00,000", "INR", GP_COMMA_GROUP},
        {"120,000", "USD", GP_COMMA_GROUP},
        {"120.000", "USD", GP_POINT_OPEN},
        {"120.000", "JPY", GP_POINT_OPEN},
        {"1,234", "KWD", GP_COMMA_OPEN},
        {"120000", "USD", 0},
        {"120 000", "USD", 0},
        {"12,3456.00", "USD", 0}, // no amount
        {"1.5 bananas", "USD", 0},
        {"", "USD", 0},
        {"1,5", "", COMMA}, // of no currency, but it shows
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct gp_money_beside beside = {.currency = find(rows[i].currency)};
        unsigned shown = gp_money_signs(rows[i].text, &beside);
        if (shown != rows[i].shown)
            fail_msg("\"%s\": %u, not %u", rows[i].text, shown, rows[i].shown);
    }
}

static void test_currencies_in_headers(void **state) {
    (void)state;
    static const struct {
        const char *header, *near, *found;
    } rows[] = {
        {"Salary (EUR)", "", "EUR"},
        {"Annual base pay, GBP", "", "GBP"},
        {"salary_usd", "", "USD"},
        {"Salary (eur) a year", "", "EUR"},
        {"Salary in \xE2\x82\xAC", "", "EUR"},
        {"Pay ($)", "", "USD"},
        {"Pay ($)", "CAD", "CAD"},
        {"Pay (US$)", "CAD", "USD"},
        {"Salary", "", ""},
        {"Salary of all", "", ""},
        {"eur pay now", "", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_currency found = gp_money_currency_within(rows[i].header, find(rows[i].near));
        if (strcmp(gp_currency_code(found), rows[i].found) != 0)
            fail_msg("\"%s\": %s", rows[i].header, gp_currency_code(found));
    }
}

static void test_texts(void **state) {
    static const struct {
        const char *code;
        int64_t minor;
        const char *expected;
    } rows[] = {{"USD", 123450, "1234.50"},   {"USD", 5, "0.05"},   {"USD", 0, "0.00"},
                {"USD", -123450, "-1234.50"}, {"USD", -5, "-0.05"}, {"JPY", 1234, "1234"},
                {"KWD", 1234, "1.234"},       {"KWD", 7, "0.007"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_money money = {rows[i].minor, find(rows[i].code)};
        assert_string_equal(gp_money_text(*state, money), rows[i].expected);
    }
}

static void test_shares_round_half_up(void **state) {
    (void)state;
    static const struct {
        int64_t minor;
        int32_t ppm;
        int64_t share;
    } rows[] = {
        {12000000, 30000, 360000}, // 120,000.00 x 3 %
        {50, 30000, 2},            // 1.5 cents
        {49, 30000, 1},            // 1.47
        {0, 30000, 0},
        {12345678, 0, 0},
        {12345678, 1000000, 12345678},
        {1, 500000, 1},
        {1, 499999, 0},
        {INT64_C(10000000000000), 999999, INT64_C(9999990000000)},
        {INT64_C(9999999999999), 1, 10000000}, // 9,999,999.999999
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_money share = gp_money_share((gp_money){rows[i].minor, find("USD")}, rows[i].ppm);
        assert_true(share.minor == rows[i].share);
        assert_int_equal(share.currency, find("USD"));
    }
}

static void test_sums(void **state) {
    (void)state;
    gp_currency usd = find("USD");
    gp_money sum = {77, usd};
    assert_true(gp_money_add((gp_money){INT64_MAX - 1, usd}, (gp_money){1, usd}, &sum));
    assert_true(sum.minor == INT64_MAX);
    sum.minor = 77;
    assert_false(gp_money_add((gp_money){INT64_MAX, usd}, (gp_money){1, usd}, &sum));
    assert_true(sum.minor == 77);
    assert_false(gp_money_add((gp_money){INT64_MIN, usd}, (gp_money){-1, usd}, &sum));
}

static void test_splits(void **state) {
    (void)state;
    static const struct {
        int64_t whole;
        unsigned percents[3];
        int64_t parts[3];
    } rows[] = {
        {360000, {60, 25, 15}, {216000, 90000, 54000}},
        {1, {60, 25, 15}, {1, 0, 0}},  // .60 .25 .15
        {3, {60, 25, 15}, {2, 1, 0}},  // 1.80 .75 .45: two left over
        {10, {60, 25, 15}, {6, 3, 1}}, // 6 2.50 1.50: a tie, to the earlier
        {1, {34, 33, 33}, {1, 0, 0}},
        {2, {33, 33, 34}, {1, 0, 1}}, // .66 .66 .68: the last, then a tie
        {100, {100, 0, 0}, {100, 0, 0}},
        {0, {60, 25, 15}, {0, 0, 0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_money parts[3];
        gp_money_split((gp_money){rows[i].whole, find("USD")}, rows[i].percents, parts, 3);
        for (size_t j = 0; j < 3; j++)
            if (parts[j].minor != rows[i].parts[j])
                fail_msg("row %zu: part %zu is %lld", i, j, (long long)parts[j].minor);
    }
}

static uint64_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

// Whatever is split: the parts sum to the whole, and each is within one unit of its exact share.
static void test_parts_sum_to_the_whole(void **state) {
    (void)state;
    uint64_t seed = 20261123;
    for (int round = 0; round < 20000; round++) {
        gp_money whole = {(int64_t)(next_random(&seed) % UINT64_C(10000000000001)), find("EUR")};
        if (round % 2 == 0)
            whole.minor %= 1000;
        unsigned first = (unsigned)(next_random(&seed) % 101);
        unsigned second = (unsigned)(next_random(&seed) % (101 - first));
        const unsigned percents[3] = {first, second, 100 - first - second};
        gp_money parts[3];
        gp_money_split(whole, percents, parts, 3);
        assert_true(parts[0].minor + parts[1].minor + parts[2].minor == whole.minor);
        for (size_t i = 0; i < 3; i++) {
            int64_t off = 100 * parts[i].minor - whole.minor * percents[i];
            assert_true(off > -100 && off < 100);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_currencies),
        cmocka_unit_test_setup_teardown(test_amounts, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_periods, open_memory, close_memory),
        cmocka_unit_test(test_what_is_no_amount),
        cmocka_unit_test_setup_teardown(test_beside, open_memory, close_memory),
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_currencies_in_headers),
        cmocka_unit_test_setup_teardown(test_texts, open_memory, close_memory),
        cmocka_unit_test(test_shares_round_half_up),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_splits),
        cmocka_unit_test(test_parts_sum_to_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
