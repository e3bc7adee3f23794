// test_odd_numbers.c - what looks like a number, or was one in another program: every reader of
// numbers takes it for what a person would, or for none at all; never for another number.
#include "base/date.h"
#include "base/money.h"
#include "base/number.h"
#include "built_in_ladder.h"
#include "read/names.h"

#include <string.h>

// What a reader makes of a text; "" where it is refused.
struct row {
    const char *text;
    const char *rating;  // on a scale of 0 to 5
    const char *decimal; // with one place, in tenths
    const char *rate;    // in millionths
    const char *money;   // in a column of dollars, in cents
};

static const struct row rows[] = {
    // No numbers at all, though other programs write and read them.
    {"NaN", "", "", "", ""},
    {"nan", "", "", "", ""},
    {"inf", "", "", "", ""},
    {"-inf", "", "", "", ""},
    {"Infinity", "", "", "", ""},
    {"1e999", "", "", "", ""},
    {"1e3", "", "", "", ""},
    {"3e0", "", "", "", ""},
    {"0x10", "", "", "", ""},
    {"0x3", "", "", "", ""},
    {"1_000", "", "", "", ""},
    {"true", "", "", "", ""},
    {"#VALUE!", "", "", "", ""},
    {"#N/A", "N/A", "", "", ""},
    // Signs. There is no salary below 0, and -0 is one.
    {"-0", "0", "0", "0", ""},
    {"+0", "0", "0", "0", ""},
    {"+3", "3", "30", "30000", ""},
    {"-1", "", "-10", "", ""},
    {"--3", "", "", "", ""},
    {"+-3", "", "", "", ""},
    // Digits of other scripts, and signs that are numbers.
    {"\xEF\xBC\x93", "", "", "", ""},     // full width 3
    {"\xD9\xA3", "", "", "", ""},         // Arabic 3
    {"\xC2\xB3", "", "", "", ""},         // superscript 3
    {"\xC2\xBD", "", "", "", ""},         // a half
    {"3\xC2\xBD", "", "", "", ""},        // three and a half
    {"\xE2\x85\xA2", "", "", "", ""},     // Roman 3
    {"\xF0\x9D\x9F\x9B", "", "", "", ""}, // mathematical 3
    {"3\xE2\x80\x8B", "", "", "", ""},    // and a blank of no width
    // Decimals.
    {"3.0", "3", "30", "30000", "300"},
    {"3,0", "3", "30", "30000", "300"},
    {"3.", "3", "30", "30000", ""},
    {".3", "", "3", "300000", "30"},
    {"3.5", "", "35", "35000", "350"},
    {"3,5", "", "35", "35000", "350"},
    {"3,,0", "", "", "", ""},
    {"3,0.0", "", "", "", ""},
    {"3.00000000000000000000", "", "", "", "300"},
    {"0003", "3", "30", "30000", "300"},
    // Thousands: of money alone, and where it may be either, of nothing.
    {"1'000", "", "", "", "100000"},
    {"1 000", "", "", "", "100000"},
    {"1,000", "1", "", "1000000", "100000"},
    {"1.000", "1", "", "1000000", ""},
    // Of what, or out of what.
    {"3%", "", "", "30000", ""},
    {"3 %", "", "", "30000", ""},
    {"3/5", "3", "", "", ""},
    {"1/2", "", "", "", ""},
    // Off the scale, and off the edges of 32 and 64 bits: 3 must not come of 2^32 + 3.
    {"5.0", "5", "50", "50000", "500"},
    {"6", "", "60", "60000", "600"},
    {"2147483648", "", "21474836480", "", "214748364800"},
    {"4294967299", "", "42949672990", "", "429496729900"},
    {"100000000000.00", "", "", "", "10000000000000"},
    {"100000000000.01", "", "", "", ""},
    {"922337203685477580.7", "", "9223372036854775807", "", ""},
    {"922337203685477580.8", "", "", "", ""},
    {"9223372036854775807", "", "", "", ""},
    {"9223372036854775808", "", "", "", ""},
    {"18446744073709551619", "", "", "", ""}, // 2^64 + 3
    {"-9223372036854775808", "", "", "", ""},
    {"99999999999999999999999999", "", "", "", ""},
};

static void expect(const char *text, const char *what, const char *got, const char *expected) {
    if (strcmp(got, expected) != 0)
        fail_msg("\"%s\" as %s: \"%s\", not \"%s\"", text, what, got, expected);
}

static void test_numbers(void **state) {
    (void)state;
    struct built_in_ladder built_in;
    open_built_in_ladder(&built_in, "quartz");
    struct gp_memory *memory = built_in.memory;
    const struct gp_names *names = gp_names_new(memory, &built_in.ladder);
    const struct gp_money_beside dollars = {.currency = gp_currency_find("USD", 3)};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = rows[i].text;
        gp_rating rating = GP_BLANK;
        bool rated = gp_names_rating(names, GP_SKILL, text, &rating) == GP_FOUND;
        const char *said = !rated                        ? ""
                           : rating == GP_NOT_APPLICABLE ? "N/A"
                                                         : gp_print(memory, "%d", rating);
        expect(text, "a rating", said, rows[i].rating);
        int64_t scaled = 0;
        said =
            gp_decimal_parse(text, 1, &scaled) ? gp_print(memory, "%lld", (long long)scaled) : "";
        expect(text, "a decimal", said, rows[i].decimal);
        int32_t ppm = 0;
        said = gp_rate_parse(text, &ppm) ? gp_print(memory, "%d", (int)ppm) : "";
        expect(text, "a rate", said, rows[i].rate);
        struct gp_salary_text salary = {.periods_per_year = 0};
        bool paid = gp_money_parse(text, &dollars, &salary) == GP_MONEY_GOOD;
        said = paid ? gp_print(memory, "%lld", (long long)salary.amount.minor) : "";
        expect(text, "an amount", said, rows[i].money);
    }
    gp_memory_close(memory);
}

// The edges of the calendar, days there are not, and what is no date but looks like one; "" where
// it is refused.
static const struct {
    const char *text, *date;
} dates[] = {
    {"1899-12-31", ""},
    {"31.12.1899", ""},
    {"1900-01-01", "1900-01-01"},
    {"1900-02-28", "1900-02-28"},
    {"1900-02-29", ""}, // a day in Lotus and in Excel, and in no calendar
    {"1904-02-29", "1904-02-29"},
    {"2000-02-29", "2000-02-29"},
    {"2023-02-29", ""},
    {"29.2.2023", ""},
    {"29 Feb 2023", ""},
    {"29 Feb 2024", "2024-02-29"},
    {"2024-02-29", "2024-02-29"},
    {"2100-02-29", ""},
    {"9999-12-31", "9999-12-31"},
    {"31.12.9999", "9999-12-31"},
    {"10000-01-01", ""},
    {"1.1.10000", ""},
    {"0000-01-01", ""},
    {"0001-01-01", ""},
    {"-2026-01-01", ""},
    {"2026-00-10", ""},
    {"2026-10-00", ""},
    {"2026-13-01", ""},
    {"2026-04-31", ""},
    {"2026-12-32", ""},
    {"2026-001-01", ""},
    {"20260101", ""},
    {"\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x96-01-01", ""}, // full width 2026
    {"4294969322-01-01", ""},                                       // 2^32 + 2026
    // Days since 1900, as a spreadsheet counts them: in a CSV, it was never said that they are.
    {"0", ""},
    {"60", ""},
    {"45000", ""},
    {"1e5", ""},
    // Times there are not leave the day.
    {"2026-01-01T24:00", "2026-01-01"},
    {"2026-01-01T23:59:60", "2026-01-01"},
};

static void test_dates(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        gp_date date = {0, 0, 0};
        bool read = gp_date_parse(dates[i].text, &date);
        expect(dates[i].text, "a date", read ? gp_date_text(memory, date) : "", dates[i].date);
    }
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers),
                                       cmocka_unit_test(test_dates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
