// test_pattern.c - patterns users write: what matches, what is refused, what costs too much.
#include "base/pattern.h"

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

#define LONG_RUN "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"

static void test_match(void **state) {
    static const struct {
        const char *name, *pattern, *text;
        enum gp_match expected;
    } rows[] = {
        {"the whole text", "pricing", "pricing", GP_MATCH},
        {"not its end only", "pricing", "my pricing", GP_NO_MATCH},
        {"not its start only", "pricing", "pricing model", GP_NO_MATCH},
        {"what stands around", ".*pricing.*", "my pricing model", GP_MATCH},
        {"each way of an alternation is whole", "a|ab", "ab", GP_MATCH},
        {"and no less", "a|b", "ab", GP_NO_MATCH},
        {"no line break at the end", "a", "a\n", GP_NO_MATCH},
        {"$ is no way round", "a$", "a\n", GP_NO_MATCH},
        {"case", "sr\\.? pm", "SR. PM", GP_MATCH},
        {"case beyond ASCII", "caf\xC3\x89", "CAF\xC3\xA9", GP_MATCH},
        {"a dot is a character, not a byte", "caf.", "caf\xC3\xA9", GP_MATCH},
        {"a dot is a line break too", "how.skilled", "how\nskilled", GP_MATCH},
        {"\\w is any letter", "\\w+", "z\xC3\xA9ro", GP_MATCH},
        {"class", "q[0-9]+ - .*", "Q12 - skill", GP_MATCH},
        {"empty pattern, empty text", "", "", GP_MATCH},
        {"empty pattern", "", "a", GP_NO_MATCH},
        // A run of n letters takes some 2^n steps: the limit of 100,000 is between these two.
        {"steps below the limit", "(a+)+", "aaaaaaaaaa!", GP_NO_MATCH},
        {"steps over the limit", "(a+)+", "aaaaaaaaaaaaaaaaaaa!", GP_MATCH_TOO_COSTLY},
        {"steps without end", "(a+)+", LONG_RUN, GP_MATCH_TOO_COSTLY},
        {"a pattern cannot raise the limit", "(*LIMIT_MATCH=4000000000)(a+)+", LONG_RUN,
         GP_MATCH_TOO_COSTLY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *fault = "";
        size_t at = 0;
        struct gp_pattern *pattern = gp_pattern_compile(*state, rows[i].pattern, &fault, &at);
        if (pattern == NULL)
            fail_msg("%s: refused, %s", rows[i].name, fault);
        // Twice: a match must leave nothing behind.
        for (int again = 0; again < 2; again++)
            if (gp_pattern_match(pattern, rows[i].text) != rows[i].expected)
                fail_msg("%s: %d", rows[i].name, gp_pattern_match(pattern, rows[i].text));
    }
}

// Compiled when it is first matched, it is the same.
static void test_later(void **state) {
    struct gp_pattern *pattern = gp_pattern_later(*state, "q[0-9]+");
    for (int again = 0; again < 2; again++) {
        assert_int_equal(gp_pattern_match(pattern, "Q12"), GP_MATCH);
        assert_int_equal(gp_pattern_match(pattern, "Q"), GP_NO_MATCH);
    }
    assert_int_equal(gp_pattern_match(gp_pattern_later(*state, "(a+)+"), LONG_RUN),
                     GP_MATCH_TOO_COSTLY);
}

static void test_refused(void **state) {
    static const struct {
        const char *name, *pattern;
        size_t at; // the byte PCRE2 stopped at
    } rows[] = {
        {"no closing parenthesis", "a(b", 3}, // known at the end
        {"no opening parenthesis", "ab)", 2}, {"nothing to repeat", "*a", 0},
        {"no closing bracket", "a[bc", 4},    {"a range backwards", "[z-a]", 3},
        {"a single byte, \\C", "a\\C", 3},    {"not UTF-8", "ab\xFF", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *fault = NULL;
        size_t at = 77;
        if (gp_pattern_compile(*state, rows[i].pattern, &fault, &at) != NULL)
            fail_msg("%s: taken", rows[i].name);
        if (fault == NULL || *fault == '\0')
            fail_msg("%s: no reason", rows[i].name);
        if (at != rows[i].at)
            fail_msg("%s: at %zu, %s", rows[i].name, at, fault);
    }
}

static void test_good_pattern_leaves_fault_alone(void **state) {
    const char *fault = "untouched";
    size_t at = 7;
    assert_non_null(gp_pattern_compile(*state, "a", &fault, &at));
    assert_string_equal(fault, "untouched");
    assert_int_equal(at, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_match, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_later, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_refused, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_good_pattern_leaves_fault_alone, open_memory,
                                        close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
