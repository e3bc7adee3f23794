// test_cell_store.c - the cells that package/cell_store.c keeps for the library: put in any order
// and over one another, a row holds each column once, in order, with what was put last; and when
// the workbook is done, none is left. And the texts that package/shared_texts.c keeps.
#include "package/cell_store.h"
#include "package/package.h"
#include "package/shared_texts.h"
#include "write/book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "book_cells.h"

static char folder[] = "/tmp/growthplan-store-XXXXXX";
static const char *path; // of the workbook, in the folder
static const gp_date day = {2026, 11, 26};

enum { ROWS = 60, COLUMNS = 40, PLACES = ROWS * COLUMNS, PUTS = 3 * PLACES, MANY = 9000 };

// What was put into a cell last.
enum kind { NONE, NUMBER, TEXT, NUMBER_FORMULA, TEXT_FORMULA, BLANK, KINDS };
struct put {
    enum kind kind;
    unsigned value;
};

static unsigned next_random(unsigned *state) {
    *state = *state * 1103515245u + 12345u;
    return *state >> 16;
}

static void put(struct gp_memory *memory, struct gp_sheet *sheet, size_t row, size_t column,
                struct put what) {
    const char *text = gp_print(memory, "text %u", what.value);
    const char *formula = gp_print(memory, "=A1+%u", what.value);
    switch (what.kind) {
    case NUMBER:
        gp_put_number(sheet, row, column, what.value, GP_STYLE_NUMBER);
        break;
    case TEXT:
        gp_put_text(sheet, row, column, text, GP_STYLE_TEXT);
        break;
    case NUMBER_FORMULA:
        gp_put_formula_number(sheet, row, column, formula, what.value, GP_STYLE_NUMBER);
        break;
    case TEXT_FORMULA:
        gp_put_formula_text(sheet, row, column, formula, text, GP_STYLE_TEXT);
        break;
    default:
        gp_put_blank(sheet, row, column, GP_STYLE_INPUT);
        break;
    }
}

// Puts cells at random, over others too; remembers the last of each place. Gives how many.
static size_t fill(struct gp_memory *memory, struct gp_sheet *sheet, struct put *puts) {
    unsigned state = 7;
    for (size_t i = 0; i < PUTS; i++) {
        size_t row = next_random(&state) % ROWS, column = next_random(&state) % COLUMNS;
        struct put what = {NUMBER + next_random(&state) % (KINDS - NUMBER), next_random(&state)};
        put(memory, sheet, row, column, what);
        puts[row * COLUMNS + column] = what;
    }
    return PUTS;
}

// The name of a cell, by another way than the program's.
static const char *name_of(struct gp_memory *memory, size_t row, size_t column) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return column < 26 ? gp_print(memory, "%c%zu", letters[column], row + 1)
                       : gp_print(memory, "A%c%zu", letters[column - 26], row + 1);
}

// Where a cell stands in the XML; checks that it stands there once and has what was put last.
static const char *check_cell(const struct cells *cells, size_t row, size_t column,
                              struct put what) {
    const char *name = name_of(cells->memory, row, column);
    const char *start = gp_print(cells->memory, "<c r=\"%s\"", name);
    const char *at = strstr(cells->sheet, start);
    if (what.kind == NONE) {
        assert_null(at);
        return NULL;
    }
    if (at == NULL || strstr(at + 1, start) != NULL)
        fail_msg("%s: not there once", name);
    const char *got = cells_at(cells, name);
    const char *expected = gp_print(cells->memory, "text %u", what.value);
    if (what.kind == NUMBER || what.kind == NUMBER_FORMULA)
        expected = gp_print(cells->memory, "%u", what.value);
    else if (what.kind == BLANK)
        expected = "";
    if (strcmp(got, expected) != 0)
        fail_msg("%s: %s for %s", name, got, expected);
    return at;
}

static struct gp_book *open_book(struct gp_memory *memory) {
    return gp_book_open(memory, path, folder, "Cells", day);
}

static void close_book(struct gp_book *book) {
    const char *why = "";
    if (!gp_book_close(book, 0600, NULL, &why))
        fail_msg("%s", why);
}

static int set_up(void **state) {
    struct gp_memory *memory = gp_memory_open();
    *state = memory;
    assert_non_null(mkdtemp(folder));
    path = gp_print(memory, "%s/cells.xlsx", folder);
    return 0;
}

static int tear_down(void **state) {
    assert_int_equal(rmdir(folder), 0);
    gp_memory_close(*state);
    return 0;
}

static void test_any_order(void **state) {
    struct gp_memory *memory = *state;
    size_t before = gp_stored_cells_count();
    struct put *puts = gp_alloc(memory, PLACES, sizeof *puts);
    struct gp_book *book = open_book(memory);
    size_t count = fill(memory, gp_book_sheet(book, "Cells"), puts);
    close_book(book);
    if (!gp_package_uses_scratch()) {
        assert_int_equal(gp_stored_cells_count() - before, count);
        assert_int_equal(gp_stored_cells_live(), 0);
    }
    struct cells cells = cells_open(memory, path, 1);
    const char *last = cells.sheet;
    for (size_t i = 0; i < PLACES; i++) {
        const char *at = check_cell(&cells, i / COLUMNS, i % COLUMNS, puts[i]);
        assert_true(at == NULL || at > last);
        last = at == NULL ? last : at;
    }
    assert_int_equal(remove(path), 0);
}

// More cells than the next workbook needs; then one, of cells that were there before.
static void test_many_then_few(void **state) {
    struct gp_memory *memory = *state;
    for (size_t count = MANY; count > 0; count /= 10) {
        struct gp_book *book = open_book(memory);
        struct gp_sheet *sheet = gp_book_sheet(book, "Cells");
        gp_put_text(sheet, 0, 1, "text", GP_STYLE_TEXT);
        for (size_t i = 0; i < count; i++)
            gp_put_formula_text(sheet, i, 0, "=B1&\"x\"", gp_print(memory, "%zu", i),
                                GP_STYLE_TEXT);
        close_book(book);
        assert_int_equal(gp_stored_cells_live(), 0);
        struct cells cells = cells_open(memory, path, 1);
        const char *last = gp_print(memory, "%zu", count - 1);
        assert_string_equal(cells_at(&cells, gp_print(memory, "A%zu", count)), last);
        assert_int_equal(remove(path), 0);
    }
}

// Texts that come again: each stands once, in the order it first came, and every cell has its own.
static void test_shared_texts(void **state) {
    enum { KINDS_OF_TEXT = 700, CELLS = 3000, STEP = 307 };
    struct gp_memory *memory = *state;
    size_t before = gp_shared_texts_count();
    struct gp_book *book = open_book(memory);
    struct gp_sheet *sheet = gp_book_sheet(book, "Cells");
    for (size_t i = 0; i < CELLS; i++)
        gp_put_text(sheet, i, 0, gp_print(memory, "text %zu", i * STEP % KINDS_OF_TEXT),
                    GP_STYLE_TEXT);
    close_book(book);
    if (!gp_package_uses_scratch())
        assert_int_equal(gp_shared_texts_count() - before, CELLS);
    struct cells cells = cells_open(memory, path, 1);
    const char *counts = gp_print(memory,
                                  " count=\"%d\" uniqueCount=\"%d\"><si><t>text 0</t></si>"
                                  "<si><t>text %d</t></si>",
                                  CELLS, KINDS_OF_TEXT, STEP);
    assert_non_null(strstr(cells.texts, counts));
    for (size_t i = 0; i < CELLS; i++)
        assert_string_equal(cells_at(&cells, gp_print(memory, "A%zu", i + 1)),
                            gp_print(memory, "text %zu", i * STEP % KINDS_OF_TEXT));
    assert_int_equal(remove(path), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_order),
                                       cmocka_unit_test(test_many_then_few),
                                       cmocka_unit_test(test_shared_texts)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
