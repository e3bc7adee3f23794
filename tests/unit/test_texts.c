// test_texts.c - texts kept once, and known by a number.
#include "base/texts.h"

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

// The same text has the same number, and others have the next.
static void test_numbers(void **state) {
    struct gp_texts *texts = gp_texts_new(*state);
    static const struct {
        const char *name, *bytes;
        size_t length;
        uint32_t number;
    } rows[] = {
        {"empty", "", 0, 0},
        {"a digit", "3", 1, 1},
        {"a word", "N/A", 3, 2},
        {"the digit again", "3", 1, 1},
        {"the word again", "N/A, as part of more", 3, 2},
        {"the word and more", "N/A ", 4, 3},
        {"its start", "N/", 2, 4},
        {"a word and a byte", "Pricing", 7, 5},
        {"eight bytes", "Pricings", 8, 6},
        {"more than eight", "Pricing and Packaging", 21, 7},
        {"they differ at the end", "Pricing and Packagink", 21, 8},
        {"they differ in front", "pricing and Packaging", 21, 9},
        {"empty again", "x", 0, 0},
        {"a NUL is a byte", "a\0b", 3, 10},
        {"and what stands behind it", "a\0c", 3, 11},
        {"what stands before it", "a", 1, 12},
        {"a byte above ASCII", "\xE9", 1, 13},
        {"that byte again", "\xE9", 1, 13},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t number = gp_texts_put(texts, rows[i].bytes, rows[i].length);
        const char *text = gp_texts_get(texts, number);
        if (number != rows[i].number || memcmp(text, rows[i].bytes, rows[i].length) != 0 ||
            text[rows[i].length] != '\0')
            fail_msg("%s: %u \"%s\"", rows[i].name, (unsigned)number, text);
    }
    assert_int_equal(gp_texts_count(texts), 14);
}

static void test_find(void **state) {
    struct gp_texts *texts = gp_texts_new(*state);
    uint32_t number = 7;
    assert_false(gp_texts_find(texts, "Pricing", 7, &number));
    assert_int_equal(number, 7); // untouched
    assert_true(gp_texts_find(texts, "", 0, &number));
    assert_int_equal(number, 0);
    gp_texts_put(texts, "N/A", 3);
    gp_texts_put(texts, "Pricing", 7);
    assert_true(gp_texts_find(texts, "Pricing", 7, &number));
    assert_int_equal(number, 2);
    assert_false(gp_texts_find(texts, "Pricing", 6, &number));
    assert_int_equal(gp_texts_count(texts), 3); // looking puts nothing there
}

// More than the first table holds, and of every length up to beyond a block of short ones.
static void test_many(void **state) {
    enum { COUNT = 20000, LONGEST = 3000 };
    struct gp_texts *texts = gp_texts_new(*state);
    const char *first = gp_texts_get(texts, gp_texts_put(texts, "first", 5));
    char *bytes = gp_alloc(*state, LONGEST + 1, 1);
    for (size_t round = 0; round < 2; round++)
        for (size_t i = 0; i < COUNT; i++) {
            size_t length = 8 + i % (LONGEST - 8);
            memset(bytes, 'x', length);
            memcpy(bytes, &i, sizeof i);
            uint32_t number = gp_texts_put(texts, bytes, length);
            assert_int_equal(number, i + 2);
            assert_memory_equal(gp_texts_get(texts, number), bytes, length);
            assert_int_equal(gp_texts_get(texts, number)[length], '\0');
        }
    assert_int_equal(gp_texts_count(texts), COUNT + 2);
    assert_ptr_equal(first, gp_texts_get(texts, 1)); // it stays where it is
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_numbers, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_find, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_many, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
