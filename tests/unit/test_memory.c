// test_memory.c - one memory for a run: zero, aligned, growing, and what happens when it is out.
#include "base/memory.h"

#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

// Bytes of all that the process has of the system and of its heap.
static size_t in_use(void) {
    struct mallinfo2 info = mallinfo2();
    char line[256]; // the first number is that of all pages
    FILE *file = fopen("/proc/self/statm", "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    return strtoul(line, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE) - (size_t)info.fordblks;
}

// A large block that was outgrown is given back, and only that: what stood beside it stays.
static void test_outgrown_blocks_go(void **state) {
    enum { COUNT = 1 << 20 };
    size_t before = in_use(), capacity = 0, other_capacity = 0;
    size_t *items = NULL, *others = NULL;
    for (size_t i = 0; i < COUNT; i++) {
        items = gp_grow(*state, items, i, &capacity, sizeof *items);
        items[i] = i;
        if (i % 8 == 0) {
            others = gp_grow(*state, others, i / 8, &other_capacity, sizeof *others);
            others[i / 8] = i;
        }
    }
    for (size_t i = 0; i < COUNT; i++)
        if (items[i] != i || others[i / 8] != i / 8 * 8)
            fail_msg("%zu: %zu, %zu", i, items[i], others[i / 8]);
    size_t needed = (capacity + other_capacity) * sizeof *items;
#ifdef GP_SANITIZED // keeps what is given back, to see whether it is used again
    (void)before, (void)needed;
#else
    assert_true(in_use() - before < needed + needed / 8);
#endif
}

// A large block goes with its memory.
static void test_large_blocks_go(void **state) {
    enum { LARGE = 64 << 20 };
    (void)state;
    size_t before = in_use();
    for (int i = 0; i < 8; i++) {
        struct gp_memory *memory = gp_memory_open();
        char *block = gp_alloc(memory, LARGE, 1);
        assert_int_equal(block[0], 0);
        assert_int_equal(block[LARGE - 1], 0);
        gp_memory_close(memory);
    }
#ifdef GP_SANITIZED
    (void)before;
#else
    assert_true(in_use() < before + LARGE);
#endif
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
        cmocka_unit_test_setup_teardown(test_outgrown_blocks_go, open_memory, close_memory),
        cmocka_unit_test(test_large_blocks_go),
        cmocka_unit_test_setup_teardown(test_copy_ends_in_nul, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_print_is_printf, open_memory, close_memory),
        cmocka_unit_test(test_close_of_nothing),
        cmocka_unit_test_setup_teardown(test_a_size_beyond_all_calls_the_handler, open_memory,
                                        close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
