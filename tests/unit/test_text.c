// test_text.c - UTF-8, folded keys by which names meet, display width, and the nearest name.
#include "base/text.h"

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

static void test_character(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        size_t length;
        int32_t code;
    } rows[] = {
        {"ASCII", "ab", 1, 'a'},
        {"two bytes", "\xC3\xA9z", 2, 0xE9},
        {"three bytes", "\xE2\x82\xAC", 3, 0x20AC},
        {"four bytes", "\xF0\x9F\x98\x80", 4, 0x1F600},
        {"a lone continuation", "\x80z", 1, -1},
        {"cut off by the end", "\xE2\x82", 1, -1},
        {"cut off by a letter", "\xC3z", 1, -1},
        {"overlong", "\xC0\x80", 1, -1},
        {"surrogate", "\xED\xA0\x80", 1, -1},
        {"beyond U+10FFFF", "\xF4\x90\x80\x80", 1, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int32_t code = 0;
        size_t length = gp_text_character(rows[i].text, &code);
        if (length != rows[i].length || code != rows[i].code)
            fail_msg("%s: %zu bytes, code %d", rows[i].name, length, (int)code);
    }
    int32_t untouched = 7;
    assert_int_equal(gp_text_character("", &untouched), 0);
    assert_int_equal(untouched, 7);
}

static void test_printable(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int32_t code;
        bool expected;
    } rows[] = {
        {"letter", 'a', true},
        {"space", ' ', true},
        {"NUL", 0, false},
        {"escape", 0x1B, false},
        {"DEL", 0x7F, false},
        {"C1 control", 0x85, false},
        {"zero width space", 0x200B, false},
        {"right-to-left override", 0x202E, false},
        {"byte order mark", 0xFEFF, false},
        {"surrogate", 0xD800, false},
        {"private", 0xE000, false},
        {"unassigned", 0x378, false},
        {"noncharacter", 0xFFFE, false},
        {"no code point", -1, false},
        {"beyond the last", 0x110000, false},
        {"no-break space", 0xA0, true},
        {"combining accent", 0x301, true},
        {"kana", 0x3042, true},
        {"emoji", 0x1F600, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_text_printable(rows[i].code) != rows[i].expected)
            fail_msg("%s", rows[i].name);
}

static void test_first_fault(void **state) {
    (void)state;
    static const struct {
        const char *name, *bytes;
        size_t length, expected;
    } rows[] = {
        {"nothing", "", 0, 0},
        {"ASCII", "abc", 3, 3},
        {"all lengths", "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10, 10},
        {"NUL", "abc\0d", 5, 3},
        {"NUL first", "\0", 1, 0},
        {"Windows-1252", "caf\xE9 au lait", 12, 3},
        {"cut off at the end", "ab\xE2\x82", 4, 2},
        {"a character beyond the length", "a\xC3\xA9", 2, 1},
        {"overlong slash", "a\xC0\xAF", 3, 1},
        {"surrogate", "\xED\xA0\x80", 3, 0},
        {"beyond U+10FFFF", "ok\xF4\x90\x80\x80", 6, 2},
        {"behind good ones", "\xC3\xA9\xC3\xA9\xFF", 5, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = gp_text_first_fault(rows[i].bytes, rows[i].length);
        if (at != rows[i].expected)
            fail_msg("%s: at %zu", rows[i].name, at);
    }
}

static const struct {
    const char *name, *text, *key;
} keys[] = {
    {"blanks and case", "  Market SIZING ", "marketsizing"},
    {"punctuation", "Win/Loss (B2B) - v2.0", "winlossb2bv20"},
    {"ampersand", "R&D", "randd"},
    {"and", "r and D", "randd"},
    {"nothing to key", " -/- ", ""},
    {"empty", "", ""},
    {"accent in one", "CAF\xC3\x89", "caf\xC3\xA9"},
    {"accent beside", "Cafe\xCC\x81", "caf\xC3\xA9"},
    {"accent that has no letter of its own", "x\xCC\x83-y", "x\xCC\x83y"},
    {"sharp s",
     "Stra\xC3\x9F"
     "e",
     "strasse"},
    {"full width", "\xEF\xBC\xA1\xEF\xBC\x91\xEF\xBC\x86", "a1and"},
    {"ligature", "de\xEF\xAC\x81ne", "define"},
    {"no-break space and dash", "Go\xE2\x80\x91to\xC2\xA0market", "gotomarket"},
    {"zero width space",
     "pri\xE2\x80\x8B"
     "cing",
     "pricing"},
    {"two letters of one kind", "\xCE\xA3\xCF\x83\xCF\x82", "\xCF\x83\xCF\x83\xCF\x83"},
    {"another script", "\xE8\xA3\xBD\xE5\x93\x81 \xE3\x81\xAE",
     "\xE8\xA3\xBD\xE5\x93\x81\xE3\x81\xAE"},
    {"not UTF-8", "caf\xE9", "caf\xE9"},
};

static void test_key(void **state) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *key = gp_text_key(*state, keys[i].text);
        if (strcmp(key, keys[i].key) != 0)
            fail_msg("%s: \"%s\"", keys[i].name, key);
    }
}

// For all texts: the key of a key is itself.
static void test_key_of_a_key(void **state) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *key = gp_text_key(*state, keys[i].text);
        assert_string_equal(gp_text_key(*state, key), key);
    }
}

static void test_width(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        unsigned expected;
    } rows[] = {
        {"empty", "", 0},
        {"ASCII", "plan", 4},
        {"accent in one", "\xC3\xA9", 1},
        {"accent beside", "e\xCC\x81", 1},
        {"wide", "\xE6\x97\xA5\xE6\x9C\xAC", 4},
        {"emoji", "\xF0\x9F\x98\x80", 2},
        {"not UTF-8", "a\xFF", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_text_width(rows[i].text) != rows[i].expected)
            fail_msg("%s: %u", rows[i].name, gp_text_width(rows[i].text));
}

static int sign(int value) {
    return (value > 0) - (value < 0);
}

// In order; a total one, so every pair must say the same as the places in the list.
static void test_compare_is_a_total_order(void **state) {
    static const char *const ordered[] = {"",      "--",         "Ana",       "ana",
                                          "Ana B", "an\xC3\xA9", "Zo\xC3\xAB"};
    enum { COUNT = sizeof ordered / sizeof *ordered };
    for (int a = 0; a < COUNT; a++)
        for (int b = 0; b < COUNT; b++) {
            int order = gp_text_compare(gp_text_key(*state, ordered[a]), ordered[a],
                                        gp_text_key(*state, ordered[b]), ordered[b]);
            if (sign(order) != sign(a - b))
                fail_msg("\"%s\" against \"%s\": %d", ordered[a], ordered[b], order);
        }
}

// "Near enough" is an edit distance of at most half the letters asked for.
static void test_nearest(void **state) {
    (void)state;
    static const struct {
        const char *name, *text, *names[3];
        size_t expected; // 3: none
    } rows[] = {
        {"same key", "PRICING ", {"Positioning", "Pricing", "Planning"}, 1},
        {"a letter left out", "Postioning", {"Pricing", "Planning", "Positioning"}, 2},
        {"a letter too many", "Priicing", {"Positioning", "Pricing", "Planning"}, 1},
        {"smallest distance", "planing", {"pricing", "planning", "plan"}, 1},
        {"a tie goes to the first", "pm", {"tpm", "pmm", "apm"}, 0},
        {"half the letters", "abcd", {"uvwxyz", "abyz", "none"}, 1},
        {"over half the letters", "abcd", {"uvwxyz", "axyz", "none"}, 3},
        // A swap counts one, else these would be 3 of 4 letters apart.
        {"two swaps", "abcd", {"badc", "uvwx", "none"}, 0},
        {"a swap of two letters", "ab", {"xy", "ba", "none"}, 1},
        {"one letter, another", "a", {"b", "c", "d"}, 3},
        {"nothing asked", "", {"a", "b", "c"}, 3},
        {"nothing to key", "--", {"a", "b", "c"}, 3},
        {"names without a key", "abcd", {"", "--", "abce"}, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t found = gp_text_nearest(rows[i].text, rows[i].names, 3);
        if (found != rows[i].expected)
            fail_msg("%s: %zu", rows[i].name, found);
    }
    assert_int_equal(gp_text_nearest("a", NULL, 0), 0);
}

// By the whole table of edits, without leaving anything out.
static size_t edits(const char *a, const char *b) {
    size_t table[12][12];
    for (size_t i = 0; i <= strlen(a); i++)
        for (size_t j = 0; j <= strlen(b); j++) {
            size_t least = i == 0 ? j : i == 0 || j == 0 ? i : 100;
            if (i > 0 && table[i - 1][j] + 1 < least)
                least = table[i - 1][j] + 1;
            if (j > 0 && table[i][j - 1] + 1 < least)
                least = table[i][j - 1] + 1;
            if (i > 0 && j > 0 && table[i - 1][j - 1] + (a[i - 1] != b[j - 1]) < least)
                least = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                table[i - 2][j - 2] + 1 < least)
                least = table[i - 2][j - 2] + 1;
            table[i][j] = least;
        }
    return table[strlen(a)][strlen(b)];
}

static void test_nearest_key_is_the_nearest(void **state) {
    (void)state;
    enum { ROUNDS = 20000, COUNT = 6, LONGEST = 9 };
    uint64_t seed = 20261126;
    for (size_t round = 0; round < ROUNDS; round++) {
        char words[COUNT + 1][LONGEST + 1] = {""};
        const char *folded[COUNT + 1];
        for (size_t i = 0; i <= COUNT; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            size_t length = (size_t)(seed >> 60) % (LONGEST + 1);
            for (size_t j = 0; j < length; j++)
                words[i][j] = (char)('a' + (seed >> (20 + 3 * j)) % 4);
            folded[i] = words[i];
        }
        size_t best = COUNT, least = strlen(words[COUNT]) / 2 + 1;
        for (size_t i = 0; i < COUNT && words[COUNT][0] != '\0'; i++)
            if (edits(words[COUNT], words[i]) < least) {
                best = i;
                least = edits(words[COUNT], words[i]);
            }
        assert_int_equal(gp_text_nearest_key(words[COUNT], folded, COUNT), best);
    }
}

// However long a text is, it is answered, and at once.
static void test_nearest_of_a_long_text(void **state) {
    (void)state;
    char text[100001];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    const char *const names[] = {"Pricing", text};
    assert_int_equal(gp_text_nearest(text, names, 2), 2);
    assert_int_equal(gp_text_nearest("Pricin", names, 2), 0);
}

static void test_shell_word(void **state) {
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"growth/ladder-2,a:b@c%d+e_f", "growth/ladder-2,a:b@c%d+e_f"},
        {"", "''"},
        {"A B", "'A B'"},
        {"A=4", "'A=4'"},
        {"a\"b", "'a\"b'"},
        {"$(rm) `rm` $HOME \\ !", "'$(rm) `rm` $HOME \\ !'"},
        {"it's", "'it'\\''s'"},
        {"''", "''\\'''\\'''"},
        {"Zo\xC3\xAB", "'Zo\xC3\xAB'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = gp_shell_word(*state, rows[i].text);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("%s: %s", rows[i].text, found);
    }
}

static void test_plural(void **state) {
    (void)state;
    assert_string_equal(gp_plural(0), "s");
    assert_string_equal(gp_plural(1), "");
    assert_string_equal(gp_plural(2), "s");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_character),
        cmocka_unit_test(test_printable),
        cmocka_unit_test(test_first_fault),
        cmocka_unit_test_setup_teardown(test_key, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_key_of_a_key, open_memory, close_memory),
        cmocka_unit_test(test_width),
        cmocka_unit_test_setup_teardown(test_compare_is_a_total_order, open_memory, close_memory),
        cmocka_unit_test(test_nearest_key_is_the_nearest),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_nearest_of_a_long_text),
        cmocka_unit_test_setup_teardown(test_shell_word, open_memory, close_memory),
        cmocka_unit_test(test_plural),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
