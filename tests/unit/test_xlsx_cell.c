// What stands in a cell of a workbook as people see it: numbers, days, and which formats are dates.
#include "read/xlsx_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text, *number, *day, *day_from_1904;
    } rows[] = {
        {"3", "3", "3", "1904-01-04"},
        {"3.0", "3", "3", "1904-01-04"},
        {"-2.50", "-2.5", "-2.5", "-2.5"},
        {"0.30000000000000004", "0.3", "0.3", "0.3"},
        {"1E-5", "0.00001", "0.00001", "0.00001"},
        {"1.5E5", "150000", "2310-09-07", "2314-09-08"},
        {"123456789012345678", "123456789012345678", "123456789012345678", "123456789012345678"},
        {"1E+20", "100000000000000000000", "100000000000000000000", "100000000000000000000"},
        {"-0.0", "0", "0", "0"},
        {"nan", "nan", "nan", "nan"},
        {"0x10", "0x10", "0x10", "0x10"},
        {"", "", "", ""},
        {"60", "60", "60", "1904-03-01"},
        {"61", "61", "1900-03-01", "1904-03-02"},
        {"36585", "36585", "2000-02-29", "2004-03-01"},
        {"46349.5", "46349.5", "2026-11-23 12:00:00", "2030-11-24 12:00:00"},
        {"46349.42746527777", "46349.4274652778", "2026-11-23 10:15:33", "2030-11-24 10:15:33"},
        {"46348.9999999", "46348.9999999", "2026-11-23", "2030-11-24"},
        {"2958465", "2958465", "9999-12-31", "2958465"},
        {"2958466", "2958466", "2958466", "2958466"},
    };
    struct gp_memory *memory = gp_memory_open();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(gp_shown_number(memory, rows[i].text), rows[i].number);
        assert_string_equal(gp_shown_day(memory, rows[i].text, false), rows[i].day);
        assert_string_equal(gp_shown_day(memory, rows[i].text, true), rows[i].day_from_1904);
    }
    gp_memory_close(memory);
}

static void test_formats(void **state) {
    (void)state;
    static const struct {
        const char *code;
        bool date;
    } rows[] = {{"General", false},      {"0.00", false},        {"yyyy-mm-dd", true},
                {"[$-409]d/m/yy", true}, {"h:mm", true},         {"[Red]0", false},
                {"0\" days\"", false},   {"0\\d", false},        {"#,##0;[Red]-#,##0\\d", false},
                {"0;yyyy", false},       {"_-* #,##0_m", false}, {"\"open", false},
                {"0.00E+00", false},     {"[h]:mm:ss", true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (gp_format_code_is_date(rows[i].code) != rows[i].date)
            fail_msg("%s", rows[i].code);
    static const unsigned long dates[] = {14, 17, 22, 45, 47},
                               others[] = {0, 13, 23, 44, 48, 49, 164};
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++)
        assert_true(gp_format_id_is_date(dates[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(gp_format_id_is_date(others[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
