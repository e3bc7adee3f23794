// test_page.c - what of a text reaches a terminal.
#include "write/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
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

// Not as texts: they would turn this file's own lines.
static const char right_to_left[] = {'a', '\xE2', '\x80', '\xAE', 'b', '\0'};
static const char isolated[] = {'a', '\xE2', '\x81', '\xA6', 'b', '\0'};

static const struct row {
    const char *name, *text, *shown; // between < and >
} rows[] = {
    {"as it is", "Zo\xC3\xAB", "Zo\xC3\xAB"},
    {"escape", "a\x1B[31mb", "a [31mb"},
    {"delete",
     "a\x7F"
     "b",
     "a b"},
    {"a C1 control that begins a sequence",
     "a\xC2\x9B"
     "31mb",
     "a 31mb"},
    {"a C1 control that ends a line",
     "a\xC2\x85"
     "b",
     "a b"},
    {"line break", "a\nb", "a b"},
    {"line separator",
     "a\xE2\x80\xA8"
     "b",
     "a b"},
    {"from right to left from here", right_to_left, "a b"},
    {"isolated from left to right", isolated, "a b"},
    {"no UTF-8",
     "a\xFF"
     "b",
     "a b"},
};

static void test_lines(void **state) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_page page;
        gp_page_open(&page, *state);
        gp_page_line(&page, "<%s>", rows[i].text);
        gp_page_heading(&page, "<%s>", rows[i].text);
        gp_page_wrapped(&page, "", gp_print(*state, "<%s>", rows[i].text));
        struct gp_bytes bytes = gp_page_bytes(&page);
        const char *line = rows[i].shown;
        const char *expected = gp_print(*state, "<%s>\n\n<%s>\n<%s>\n", line, line, line);
        if (bytes.length != strlen(expected) || memcmp(bytes.data, expected, bytes.length) != 0)
            fail_msg("%s: %.*s", rows[i].name, (int)bytes.length, bytes.data);
    }
}

// "- " and 30 words of three letters: 24 words are 2 + 24 x 4 - 1 = 97 columns, 25 would be 101.
static void test_wrapped(void **state) {
    struct gp_page page;
    const char *text = "";
    for (int i = 0; i < 30; i++)
        text = gp_print(*state, "%s  abc", text);
    gp_page_open(&page, *state);
    gp_page_wrapped(&page, "- ", text);
    struct gp_bytes bytes = gp_page_bytes(&page);
    assert_memory_equal(bytes.data, "- abc abc", 9);
    assert_memory_equal(bytes.data + 97, "\n  abc abc", 10);
    assert_int_equal(bytes.length, 98 + 2 + 6 * 4 - 1 + 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_wrapped),
    };
    return cmocka_run_group_tests(tests, open_memory, close_memory);
}
