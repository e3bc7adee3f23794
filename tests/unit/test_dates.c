// test_dates.c - which of day and month comes first in a file's dates.
#include "read/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// Two columns of dates; how the first cell is read, or what is said of it.
static const struct row {
    const char *name, *text;
    enum gp_date_order given;
    const char *expected;
} rows[] = {
    {"nothing tells", "a,b\n03/04/2026,\n", GP_ORDER_UNKNOWN,
     "that is 2026-04-03 or 2026-03-04, and nothing in this file tells; say --dates day-first or "
     "--dates month-first, or write dates as 2026-11-23"},
    {"the run's word", "a,b\n03/04/2026,\n", GP_DAY_FIRST, "2026-04-03"},
    {"the run's other word", "a,b\n03/04/2026,\n", GP_MONTH_FIRST, "2026-03-04"},
    {"another row tells", "a,b\n03/04/2026,\n13/04/2026,\n", GP_ORDER_UNKNOWN, "2026-04-03"},
    {"another column tells", "a,b\n03/04/2026,\n,04/13/2026\n", GP_ORDER_UNKNOWN, "2026-03-04"},
    {"the file tells against the run", "a,b\n03/04/2026,\n,04/13/2026\n", GP_DAY_FIRST,
     "2026-03-04"},
    {"dates that show nothing", "a,b\n03/04/2026,5.4.2026\n2026-04-13,\n", GP_ORDER_UNKNOWN,
     "that is 2026-04-03 or 2026-03-04, and nothing in this file tells; say --dates day-first or "
     "--dates month-first, or write dates as 2026-11-23"},
    {"both are shown", "a,b\n03/04/2026,\n13/04/2026,04/13/2026\n", GP_ORDER_UNKNOWN,
     "that is 2026-04-03 or 2026-03-04, and line 3 has the day first and line 3 the month; say "
     "--dates day-first or --dates month-first, or write dates as 2026-11-23"},
    {"both are shown, and the run's word", "a,b\n03/04/2026,\n13/04/2026,04/13/2026\n",
     GP_MONTH_FIRST, "2026-03-04"},
    {"the header is no date", "13/04/2026,b\n03/04/2026,\n", GP_MONTH_FIRST, "2026-03-04"},
    {"no date at all", "a,b\nsoon,\n", GP_MONTH_FIRST, "write dates as 2026-11-23"},
};

static const char *read_first(struct gp_memory *memory, const struct row *row) {
    struct gp_messages messages = {.memory = memory};
    struct gp_csv csv;
    const struct gp_source source = {.name = "d.csv", .bytes = {row->text, strlen(row->text)}};
    assert_true(gp_csv_read(memory, &source, &messages, &csv));
    struct gp_dates dates = {.csv = &csv, .given = row->given};
    gp_dates_see(&dates, 0);
    gp_dates_see(&dates, 1);
    gp_dates_see(&dates, GP_NO_COLUMN);
    gp_moment moment = {.second = GP_NO_SECOND};
    const char *text = gp_csv_text(&csv, 1, 0);
    enum gp_date_fault fault = gp_dates_parse(&dates, text, &moment);
    return fault == GP_DATE_READ ? gp_date_text(memory, moment.date)
                                 : gp_dates_right(memory, &dates, text, fault);
}

static void test_order_of_a_file(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *read = read_first(memory, &rows[i]);
        if (strcmp(read, rows[i].expected) != 0)
            fail_msg("%s: %s", rows[i].name, read);
    }
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order_of_a_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
