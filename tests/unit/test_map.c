// test_map.c - from a text to a number.
#include "base/map.h"

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

static void test_an_empty_map_has_nothing(void **state) {
    const struct gp_map *map = gp_map_new(*state);
    size_t value = 7;
    assert_false(gp_map_find(map, "a", &value));
    assert_false(gp_map_find(map, "", &value));
    assert_int_equal(value, 7); // untouched
}

static void test_the_first_under_a_key_stays(void **state) {
    struct gp_map *map = gp_map_new(*state);
    static const struct {
        const char *name, *key;
        size_t value, expected;
    } rows[] = {
        {"first", "ana", 1, 1},
        {"the key is taken", "ana", 2, 1},
        {"another case is another key", "Ana", 3, 3},
        {"the start of a key is another key", "an", 4, 4},
        {"a longer key is another key", "anab", 5, 5},
        {"an empty key is a key", "", 6, 6},
        {"and taken too", "", 7, 6},
        {"the largest value", "max", SIZE_MAX, SIZE_MAX},
        {"zero is a value", "zero", 0, 0},
        {"that stays", "zero", 9, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_map_add(map, rows[i].key, rows[i].value) != rows[i].expected)
            fail_msg("%s: added", rows[i].name);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t value = 77;
        if (!gp_map_find(map, rows[i].key, &value) || value != rows[i].expected)
            fail_msg("%s: found %zu", rows[i].name, value);
    }
}

static void test_a_key_is_its_letters(void **state) {
    struct gp_map *map = gp_map_new(*state);
    gp_map_add(map, gp_copy(*state, "key", 3), 5);
    size_t value = 0;
    assert_true(gp_map_find(map, gp_copy(*state, "keys", 3), &value));
    assert_int_equal(value, 5);
}

static void test_two_maps_are_apart(void **state) {
    struct gp_map *one = gp_map_new(*state), *other = gp_map_new(*state);
    gp_map_add(one, "a", 1);
    size_t value = 0;
    assert_false(gp_map_find(other, "a", &value));
    assert_int_equal(gp_map_add(other, "a", 2), 2);
    assert_true(gp_map_find(one, "a", &value));
    assert_int_equal(value, 1);
}

// For any number of keys: every one is found, no other is.
static void test_many_keys(void **state) {
    enum { KEYS = 20000 };
    struct gp_map *map = gp_map_new(*state);
    for (size_t i = 0; i < KEYS; i++)
        assert_int_equal(gp_map_add(map, gp_print(*state, "person %zu", i), i), i);
    for (size_t i = 0; i < KEYS; i++) {
        size_t value = SIZE_MAX;
        assert_true(gp_map_find(map, gp_print(*state, "person %zu", i), &value));
        assert_int_equal(value, i);
    }
    size_t value = 0;
    assert_false(gp_map_find(map, gp_print(*state, "person %d", KEYS), &value));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_an_empty_map_has_nothing, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_the_first_under_a_key_stays, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_a_key_is_its_letters, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_two_maps_are_apart, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_many_keys, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
