// test_moved.c - which formulas are the one above, filled down by a row.
#include "package/moved.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// -1: not told, or not moved.
static const struct {
    const char *name, *above, *below;
    int moving, moved;
} rows[] = {
    {"one reference", "A1*2", "A2*2", 1, 1},
    {"its column fixed", "$A1*2", "$A2*2", 1, 1},
    {"its row fixed", "A$1*2", "A$1*2", 0, 0},
    {"a growing range", "COUNT($R$4:R4)+1", "COUNT($R$4:R5)+1", 1, 1},
    {"several", "IF(G5=\"\",\"\",MAX(0,H5-G5))", "IF(G6=\"\",\"\",MAX(0,H6-G6))", 3, 3},
    {"a digit more", "A9+B99", "A10+B100", 2, 2},
    {"three letters", "XFD9", "XFD10", 1, 1},
    {"lower case", "a1", "a2", 1, 1},
    {"a function with a digit", "LOG10(A1)", "LOG10(A2)", 1, 1},
    {"no reference", "1+1", "1+1", 0, 0},
    {"not moved", "A1+B1", "A2+B1", 2, 1},
    {"moved by two", "A1", "A3", 1, -1},
    {"moved up", "A2", "A1", 1, -1},
    {"to another column", "A1", "B2", 1, -1},
    {"of a digit more, by eleven", "A1", "A12", 1, -1},
    {"a number that grows", "A1+1", "A2+2", 1, -1},
    {"a fixed row that grows", "A$1", "A$2", 0, -1},
    {"a function that grows", "LOG9(1)", "LOG10(1)", 0, -1},
    {"a name of four letters", "RATE1", "RATE2", 0, -1},
    {"a name with a sign", "of_A1", "of_A2", 0, -1},
    {"a name that goes on", "A1b", "A2b", 0, -1},
    {"a name of another alphabet",
     "\xC5\xBB"
     "A1",
     "\xC5\xBB"
     "A2",
     0, -1},
    {"longer", "A1", "A2+1", 1, -1},
    {"shorter", "A1+1", "A2", 1, -1},
    {"a reference in a text", "A1&\"see B7\"", "A2&\"see B7\"", -1, 1},
    {"one that moves in a text", "A1&\"B7\"", "A2&\"B8\"", -1, 2},
    {"a quote in a text", "A1&\"\"\"\"&B1", "A2&\"\"\"\"&B2", 2, 2},
    {"of another sheet", "Other!A1", "Other!A2", -1, 1},
    {"of a sheet in quotes", "'A1'!B2", "'A1'!B3", -1, 1},
    {"whole rows", "SUM(5:5)", "SUM(6:6)", -1, -1},
    {"whole rows, fixed", "A1+SUM($5:$5)", "A2+SUM($5:$5)", -1, 1},
    {"an array", "A1+SUM({1,2})", "A2+SUM({1,2})", -1, 1},
    {"a table", "A1+SUM(T[x])", "A2+SUM(T[x])", -1, 1},
};

static void test_moved(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int moving = gp_count_moving(rows[i].above);
        int moved = gp_count_moved(rows[i].above, rows[i].below);
        if (moving != rows[i].moving || moved != rows[i].moved)
            fail_msg("%s: %d of %d", rows[i].name, moved, moving);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_moved)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
