// test_messages.c - what a run has to say, where it stood, and texts shown safely.
#include "base/messages.h"

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

static void test_at_leaves_out_what_is_not_known(void **state) {
    static const struct {
        const char *name;
        struct gp_at at;
        const char *expected;
    } rows[] = {
        {"all", {"a.csv", 3, 2}, "a.csv:3:2: "},
        {"no column", {"a.csv", 3, 0}, "a.csv:3: "},
        {"no line", {"a.csv", 0, 0}, "a.csv: "},
        {"a column of no line", {"a.csv", 0, 2}, "a.csv: "},
        {"no file", {NULL, 3, 2}, ""},
        {"the largest", {"a.csv", UINT32_MAX, UINT32_MAX}, "a.csv:4294967295:4294967295: "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = gp_at_text(*state, rows[i].at);
        if (strcmp(text, rows[i].expected) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, text);
    }
}

#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN
#define TEN_WIDE "éééééééééé"
#define SIXTY_WIDE TEN_WIDE TEN_WIDE TEN_WIDE TEN_WIDE TEN_WIDE TEN_WIDE

static void test_quoted_shows_every_text_safely(void **state) {
    static const struct {
        const char *name, *text, *expected;
    } rows[] = {
        {"plain", "Positioning", "\"Positioning\""},
        {"empty", "", "\"\""},
        {"line break and tab", "a\nb\tc", "\"a\\nb\\tc\""},
        {"escape", "\x1B[31m", "\"\\x1B[31m\""},
        {"carriage return", "a\r", "\"a\\x0D\""},
        {"not UTF-8", "caf\xE9!", "\"caf\\xE9!\""},
        {"letters beyond ASCII", "Café 日本", "\"Café 日本\""},
        {"U+2060 word joiner",
         "\xE2\x81\xA0"
         "x",
         "\"\\u{2060}x\""},
        {"U+FEFF byte order mark", "\xEF\xBB\xBFname", "\"\\u{FEFF}name\""},
        {"sixty characters", SIXTY, "\"" SIXTY "\""},
        {"sixty-one characters", SIXTY "x", "\"" SIXTY "...\""},
        {"sixty characters of two bytes", SIXTY_WIDE, "\"" SIXTY_WIDE "\""},
        {"sixty-one of two bytes", SIXTY_WIDE "x", "\"" SIXTY_WIDE "...\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *quoted = gp_quoted(*state, rows[i].text);
        if (strcmp(quoted, rows[i].expected) != 0)
            fail_msg("%s: %s instead of %s", rows[i].name, quoted, rows[i].expected);
    }
}

// U+10FFFF needs the longest escape there is: 60 of them must fit.
static void test_quoted_has_room_for_the_longest_escapes(void **state) {
    char text[61 * 4 + 1] = "";
    for (size_t i = 0; i < 61; i++)
        memcpy(text + 4 * i, "\xF4\x8F\xBF\xBF", 5);
    const char *quoted = gp_quoted(*state, text);
    assert_int_equal(strlen(quoted), 60 * strlen("\\u{10FFFF}") + strlen("\"...\""));
}

static void test_messages_are_kept_in_order_and_counted(void **state) {
    struct gp_messages messages = {.memory = *state};
    for (uint32_t line = 1; line <= 100; line++) {
        struct gp_at at = {"a.csv", line, 0};
        if (line % 2 == 0) // 50
            assert_false(gp_error(&messages, at, "line %u is even", (unsigned)line));
        else if (line % 5 == 0) // 5, 15, ... 95: 10
            assert_false(gp_error_of_person(&messages, at, "%s", "of a person"));
        else // the other 40
            gp_warn(&messages, at, "odd");
    }
    assert_int_equal(messages.count, 100);
    assert_int_equal(messages.counts[GP_ERROR], 50);
    assert_int_equal(messages.counts[GP_ERROR_OF_PERSON], 10);
    assert_int_equal(messages.counts[GP_WARNING], 40);
    for (size_t i = 0; i < messages.count; i++)
        assert_int_equal(messages.items[i].at.line, i + 1);
    assert_string_equal(messages.items[41].text, "line 42 is even");
    assert_int_equal(messages.items[41].severity, GP_ERROR);
    assert_int_equal(messages.items[24].severity, GP_ERROR_OF_PERSON);
    assert_int_equal(messages.items[0].severity, GP_WARNING);
}

static void test_messages_beyond_the_most_are_counted(void **state) {
    struct gp_messages messages = {.memory = *state};
    struct gp_at at = {"a.csv", 1, 0};
    for (int i = 0; i < GP_MOST_MESSAGES; i++)
        gp_warn(&messages, at, "odd");
    assert_int_equal(gp_messages_lost(&messages), 0);
    gp_warn(&messages, at, "one more");
    gp_warn(&messages, at, "and one more");
    // No warning keeps an error from being shown.
    assert_false(gp_error(&messages, at, "%s", "an error"));
    assert_false(gp_error_of_person(&messages, at, "another"));
    assert_int_equal(messages.count, GP_MOST_MESSAGES + 2);
    assert_int_equal(gp_messages_lost(&messages), 2);
    assert_string_equal(messages.items[GP_MOST_MESSAGES].text, "an error");
    assert_string_equal(messages.items[GP_MOST_MESSAGES + 1].text, "another");
    assert_int_equal(messages.counts[GP_ERROR], 1);
    assert_int_equal(messages.counts[GP_ERROR_OF_PERSON], 1);
    assert_int_equal(messages.counts[GP_WARNING], GP_MOST_MESSAGES + 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_at_leaves_out_what_is_not_known, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_quoted_shows_every_text_safely, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_quoted_has_room_for_the_longest_escapes, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_messages_are_kept_in_order_and_counted, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_messages_beyond_the_most_are_counted, open_memory,
                                        close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
