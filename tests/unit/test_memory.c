// test_memory.c - one memory for a run: zero, aligned, growing, and what happens when it is out.
#include "base/memory.h"

#include <malloc.h>
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

static void test_alloc_is_zero_and_aligned(void **state) {
    static const struct {
        const char *name;
        size_t count, size;
    } rows[] = {
        {"nothing", 0, 8},           {"a byte", 1, 1},           {"three bytes", 3, 1},
        {"seven numbers", 7, 8},     {"near a chunk", 65000, 1}, {"a chunk", 65536, 1},
        {"many chunks", 4096, 1024},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t bytes = rows[i].count * rows[i].size;
        unsigned char *block = gp_alloc(*state, rows[i].count, rows[i].size);
        assert_non_null(block);
        if ((uintptr_t)block % _Alignof(max_align_t) != 0)
            fail_msg("%s: not aligned", rows[i].name);
        for (size_t at = 0; at < bytes; at++)
            if (block[at] != 0)
                fail_msg("%s: byte %zu is %u", rows[i].name, at, block[at]);
        memset(block, 0xAA, bytes); // the next block must be zero all the same
    }
}

static void test_blocks_are_apart(void **state) {
    enum { BLOCKS = 500 };
    unsigned char *blocks[BLOCKS];
    for (size_t i = 0; i < BLOCKS; i++) {
        blocks[i] = gp_alloc(*state, i + 1, 1);
        memset(blocks[i], (int)(i % 256), i + 1);
    }
    for (size_t i = 0; i < BLOCKS; i++)
        for (size_t at = 0; at <= i; at++)
            assert_int_equal(blocks[i][at], i % 256);
}

static void test_grow_keeps_items_and_doubles(void **state) {
    size_t *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 1000; count++) {
        size_t before = capacity;
        size_t *same = items;
        items = gp_grow(*state, items, count, &capacity, sizeof *items);
        if (count < before) { // there was room
            assert_ptr_equal(items, same);
            assert_int_equal(capacity, before);
        } else if (before > 0) {
            assert_int_equal(capacity, 2 * before);
        }
        assert_true(capacity > count);
        items[count] = 3 * count;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], 3 * i);
}

static size_t bytes_taken(void) {
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

// An array larger than a chunk: what is new in it is zero, other blocks stand between its growths,
// and nothing of its earlier sizes stays. Where the allocator does not tell (sanitizers), the last
// cannot be seen.
static void test_a_large_array_leaves_nothing_behind(void **state) {
    enum { ITEMS = 1 << 20 };
    size_t before = bytes_taken(), capacity = 0, other_capacity = 0;
    uint32_t *items = NULL, *other = NULL;
    for (uint32_t count = 0; count < ITEMS; count++) {
        items = gp_grow(*state, items, count, &capacity, sizeof *items);
        for (size_t i = count; i < capacity && i < count + 3; i++)
            assert_int_equal(items[i], 0);
        items[count] = 7 * count;
        other = gp_grow(*state, other, count, &other_capacity, sizeof *other);
        other[count] = count;
        if (count % 50000 == 0)
            memset(gp_alloc(*state, 100, 1), 0xAA, 100);
    }
    for (uint32_t i = 0; i < ITEMS; i++)
        if (items[i] != 7 * i || other[i] != i)
            fail_msg("item %u is %u and %u", i, items[i], other[i]);
    if (before > 0 && bytes_taken() > before)
        assert_in_range(bytes_taken() - before, 2 * ITEMS * sizeof *items,
                        2 * ITEMS * sizeof *items + 512 * 1024);
}

static void test_copy_ends_in_nul(void **state) {
    const char bytes[] = {'g', 'a', '\0', 'p', 's'};
    char *copy = gp_copy(*state, bytes, 4);
    assert_memory_equal(copy, "ga\0p", 5); // the fifth is the NUL
    assert_string_equal(gp_copy(*state, bytes, 0), "");
    copy[0] = 'm';
    assert_int_equal(bytes[0], 'g');
}

static void test_print_is_printf(void **state) {
    assert_string_equal(gp_print(*state, "%s of %d at %.1f", "gap", -3, 2.5), "gap of -3 at 2.5");
    assert_string_equal(gp_print(*state, "%s", ""), "");
    const char *wide = gp_print(*state, "%200000d", 7); // wider than a chunk
    assert_int_equal(strlen(wide), 200000);
    assert_int_equal(wide[199999], '7');
}

static void test_close_of_nothing(void **state) {
    (void)state;
    gp_memory_close(NULL);
}

static jmp_buf exhausted;

static void on_exhausted(void) {
    longjmp(exhausted, 1);
}

static void test_a_size_beyond_all_calls_the_handler(void **state) {
    static const struct {
        const char *name;
        size_t count, size;
    } rows[] = {
        {"product over size_t", SIZE_MAX / 2, 3},
        {"product wraps to 0", (size_t)1 << (sizeof(size_t) * 4),
         (size_t)1 << (sizeof(size_t) * 4)},
        {"half of all addresses", SIZE_MAX / 2, 1},
        {"all addresses", SIZE_MAX, 1},
    };
    gp_memory_on_exhausted(on_exhausted);
    for (volatile size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (setjmp(exhausted) == 0) {
            gp_alloc(*state, rows[i].count, rows[i].size);
            fail_msg("%s: was given", rows[i].name);
        }
    }
    // What was there before still serves.
    assert_string_equal(gp_print(*state, "%d", 1), "1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_alloc_is_zero_and_aligned, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_blocks_are_apart, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_grow_keeps_items_and_doubles, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_a_large_array_leaves_nothing_behind, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_copy_ends_in_nul, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_print_is_printf, open_memory, close_memory),
        cmocka_unit_test(test_close_of_nothing),
        cmocka_unit_test_setup_teardown(test_a_size_beyond_all_calls_the_handler, open_memory,
                                        close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
