// test_print.c - what is printed without printf is what printf prints.
#include "base/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = 64 };

// Whether it is printed at all; if it is, it must be what printf prints, in no more room than
// given.
__attribute__((format(printf, 2, 3))) static bool prints(size_t room, const char *format, ...) {
    char expected[ROOM * 8], text[ROOM * 8 + 1];
    size_t length = 0;
    va_list arguments, again;
    memset(text, '#', sizeof text);
    va_start(arguments, format);
    va_copy(again, arguments);
    bool printed = gp_print_plain(text, room, &length, format, again);
    va_end(again);
    vsnprintf(expected, sizeof expected, format, arguments);
    va_end(arguments);
    if (printed && (strcmp(text, expected) != 0 || length != strlen(expected) || length >= room))
        fail_msg("%s: %s, not %s", format, text, expected);
    assert_int_equal(text[room], '#');
    return printed;
}

static void test_pieces(void **state) {
    (void)state;
    assert_true(prints(ROOM, "as it is"));
    assert_true(prints(ROOM, "%s", ""));
    assert_true(prints(ROOM, "=IF(%s=\"\",\"%s\",%d)", "A1", "none", 7));
    assert_true(prints(ROOM, "%d%d %zu%%", 12, -3, (size_t)0));
    assert_true(prints(ROOM, "%d, %d", INT32_MAX, INT32_MIN));
    assert_true(prints(ROOM, "%zu", SIZE_MAX));
}

static void test_left_to_printf(void **state) {
    (void)state;
    assert_false(prints(ROOM, "%s %5d", "x", 1));
    assert_false(prints(ROOM, "%.*s", 1, "xyz"));
    assert_false(prints(ROOM, "%u", 1U));
    assert_false(prints(ROOM, "%c", 'x'));
    assert_false(prints(ROOM, "%.1f", 0.5));
}

static void test_room(void **state) {
    (void)state;
    assert_false(prints(0, "%s", ""));
    assert_true(prints(1, "%s", ""));
    assert_false(prints(4, "%s", "1234"));
    assert_true(prints(5, "%s", "1234"));
    assert_false(prints(5, "%s%d", "1234", 5));
    assert_false(prints(5, "12345"));
}

static void test_numbers(void **state) {
    (void)state;
    size_t printed = 0;
    for (int i = 0; i < 1000000; i++)
        printed += prints(ROOM, "%g", i / 1000.0);
    assert_true(printed > 900000); // the others are no whole thousandths when they are multiplied
    for (int i = 0; i < 2000; i++)
        assert_true(prints(ROOM, "%g", i / 2.0));
    static const double others[] = {-0.0, -1, 1000, 0.0005, 1.0 / 3, 999.9999, 1e300, 123456.7};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(prints(ROOM, "%g", others[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pieces),
                                       cmocka_unit_test(test_left_to_printf),
                                       cmocka_unit_test(test_room), cmocka_unit_test(test_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
