// test_packed.c - the cells of a row in a byte each.
#include "read/packed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 100 };

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

static void test_numbers_come_back(void **state) {
    static const struct {
        const char *name;
        size_t columns[5];
        uint32_t number;
    } rows[] = {
        {"none apart", {WIDTH, WIDTH, WIDTH, WIDTH, WIDTH}, 0},
        {"at both ends", {0, 1, 2, WIDTH - 2, WIDTH - 1}, 1U << 20},
        {"one", {50, 50, 50, 50, 50}, UINT32_MAX},
        {"large and small ones", {3, 10, 11, 40, 98}, GP_LARGE_NUMBER},
        {"the largest that are small", {3, 10, 11, 40, 98}, GP_LARGE_NUMBER - 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t cells[WIDTH];
        for (size_t j = 0; j < WIDTH; j++)
            cells[j] = (uint32_t)(j % 7);
        for (size_t j = 0; j < 5; j++)
            if (rows[i].columns[j] < WIDTH)
                cells[rows[i].columns[j]] = rows[i].number - (uint32_t)j % 2;
        const struct gp_packed *packed = gp_pack(*state, cells, WIDTH);
        if (packed == NULL)
            fail_msg("%s: not packed", rows[i].name);
        for (size_t j = 0; j < WIDTH; j++)
            if (gp_packed_number(packed, j) != cells[j])
                fail_msg("%s: %u in column %zu, not %u", rows[i].name,
                         (unsigned)gp_packed_number(packed, j), j, (unsigned)cells[j]);
    }
}

// A row is packed only where that takes less room.
static void test_what_is_not_packed(void **state) {
    uint32_t cells[WIDTH] = {0};
    assert_null(gp_pack(*state, cells, 0));
    assert_null(gp_pack(*state, cells, 1));
    assert_non_null(gp_pack(*state, cells, WIDTH));
    for (size_t i = 0; i < WIDTH; i++)
        cells[i] = 1000;
    assert_null(gp_pack(*state, cells, WIDTH));
}

static void test_put(void **state) {
    uint32_t cells[WIDTH] = {0};
    cells[5] = 1000;
    cells[60] = 2000;
    struct gp_packed *packed = gp_pack(*state, cells, WIDTH);
    assert_non_null(packed);
    static const struct {
        const char *name;
        size_t column;
        uint32_t number;
        bool good;
    } rows[] = {
        {"small over small", 4, 7, true},    {"small over large", 5, 7, true},
        {"large over that", 5, 3000, true},  {"large over large", 60, 4000, true},
        {"large over small", 4, 300, false}, {"the least large one", 4, GP_LARGE_NUMBER, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool good = gp_packed_put(packed, rows[i].column, rows[i].number);
        cells[rows[i].column] = good ? rows[i].number : cells[rows[i].column];
        if (good != rows[i].good)
            fail_msg("%s", rows[i].name);
        for (size_t j = 0; j < WIDTH; j++)
            if (gp_packed_number(packed, j) != cells[j])
                fail_msg("%s: column %zu", rows[i].name, j);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_numbers_come_back, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_what_is_not_packed, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_put, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
