// test_long_sheet.c - a sheet whose rows are handed on as they come: the same cells as in one that
// stands in memory, and other sheets of the workbook keep what they have.
#include "write/book_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "book_cells.h"

// So many rows that a sheet is more than a piece (package/stash.h), and is packed while it comes
// (package/zip.c).
enum { ROWS = 6000, COLUMNS = 8 };
static const gp_date day = {2026, 11, 23};
static const char *const texts[] = {"plain",        "a < b & c > d", " blanks around ",
                                    "Przykład ≥ 3", "=1+1",          ""};
enum { TEXT_COUNT = sizeof texts / sizeof *texts };

static void fill_row(struct gp_memory *memory, struct gp_sheet *sheet, size_t row) {
    gp_put_text(sheet, row, 0, texts[row % TEXT_COUNT], GP_STYLE_TEXT);
    gp_put_number(sheet, row, 1, (double)row / 8, GP_STYLE_SHARE);
    gp_put_blank(sheet, row, 2, GP_STYLE_INPUT);
    // Not filled down: a formula that is stands once in a sheet in memory, not so in a long one.
    size_t turn = row % 2;
    gp_put_formula_number(sheet, row, 3, gp_print(memory, "=B%zu*2+%zu", row + 1, turn),
                          (double)row / 4 + (double)turn, GP_STYLE_NUMBER);
    gp_put_formula_text(sheet, row, 4, gp_print(memory, "=A%zu&\"!%zu\"", row + 1, turn), "!",
                        GP_STYLE_TEXT);
    gp_put_merged(sheet, (struct gp_area){row, 5, row, 6}, texts[(row + 1) % TEXT_COUNT],
                  GP_STYLE_WRAP);
    gp_put_text(sheet, row, 7, gp_print(memory, "%zu of its kind", row * row), GP_STYLE_PLAIN);
    if (row % 3 == 0)
        gp_sheet_height(sheet, row, 20);
}

static void fill(struct gp_memory *memory, struct gp_sheet *sheet) {
    gp_sheet_width(sheet, 0, 3, 12);
    for (size_t row = 0; row < ROWS; row++)
        fill_row(memory, sheet, row);
    gp_sheet_heat(sheet, (struct gp_area){0, 1, ROWS - 1, 1}, 0, 1);
    gp_sheet_freeze(sheet, 1, 1);
}

static const char *write_book(struct gp_memory *memory, const char *folder) {
    const char *path = gp_print(memory, "%s/long.xlsx", folder), *why = "";
    struct gp_book *book = gp_book_open(memory, path, folder, "Long", day);
    struct gp_sheet *summary = gp_book_sheet(book, "Summary");
    fill(memory, gp_book_long_sheet(book, "Long"));
    fill(memory, gp_book_sheet(book, "Short"));
    gp_put_text(summary, 1, 0, "later than the rows of others", GP_STYLE_TEXT);
    gp_put_number(summary, 0, 1, 8125, GP_STYLE_NUMBER);
    const struct gp_series series = {"A series", "=Summary!$A$1:$A$1", "=Summary!$B$1:$B$1"};
    const struct gp_chart chart = {.kind = GP_CHART_BAR,
                                   .title = "A chart",
                                   .description = "A chart",
                                   .series = &series,
                                   .series_count = 1,
                                   .width = 300,
                                   .height = 200};
    gp_sheet_chart(summary, 3, 0, &chart);
    if (!gp_book_close(book, 0600, NULL, &why))
        fail_msg("%s", why);
    return path;
}

// strstr() for a tag; the sanitizer's looks for the end of all there is each time.
static const char *find_tag(const char *at, const char *tag) {
    for (at = strchr(at, '<'); at != NULL && strncmp(at, tag, strlen(tag)) != 0;)
        at = strchr(at + 1, '<');
    return at;
}

// The next cell behind `at`, as its own text; NULL behind the last. `*at` goes on.
static const char *next_cell(struct gp_memory *memory, const char **at) {
    const char *cell = find_tag(*at, "<c r=\"");
    if (cell == NULL)
        return NULL;
    const char *tag_end = strchr(cell, '>'), *end = tag_end;
    if (tag_end[-1] != '/')
        end = find_tag(cell, "</c>");
    *at = end;
    return gp_copy(memory, cell, (size_t)(end - cell));
}

static const char *place_of(struct gp_memory *memory, const char *cell) {
    const char *start = strchr(cell, '"') + 1;
    return gp_copy(memory, start, strcspn(start, "\""));
}

// What stands behind the tag; "" in an empty cell.
static const char *content_of(const char *cell) {
    const char *content = strchr(cell, '>');
    return content == NULL ? "" : content;
}

// Every cell, and the height of every row.
static void compare(struct gp_memory *memory, const struct cells *one, const struct cells *other) {
    const char *at = one->sheet, *from = other->sheet;
    size_t count = 0;
    for (;; count++) {
        struct gp_memory *scratch = gp_memory_open();
        const char *cell = next_cell(scratch, &at), *twin = next_cell(scratch, &from);
        bool end = cell == NULL || twin == NULL;
        if (end)
            assert_true(cell == NULL && twin == NULL);
        else
            assert_string_equal(place_of(scratch, cell), place_of(scratch, twin));
        if (!end && strstr(cell, "inlineStr") == NULL)
            assert_string_equal(content_of(cell), content_of(twin));
        gp_memory_close(scratch);
        if (end)
            break;
    }
    assert_int_equal(count, ROWS * COLUMNS);
    for (size_t row = 1; row <= ROWS; row += 777)
        for (int column = 0; column < COLUMNS; column++) {
            const char *place = gp_print(memory, "%c%zu", 'A' + column, row);
            assert_string_equal(cells_at(one, place), cells_at(other, place));
        }
    for (int row = 1; row <= 10; row++) {
        const char *height = cells_height(one, row), *twin = cells_height(other, row);
        assert_true((height == NULL) == (twin == NULL));
        if (height != NULL)
            assert_string_equal(height, twin);
    }
}

static void test_same_cells(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    char folder[] = "/tmp/growthplan-long-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = write_book(memory, folder);
    const struct cells is_long = cells_open(memory, path, 2),
                       is_short = cells_open(memory, path, 3);
    assert_non_null(strstr(is_long.sheet, "inlineStr"));
    assert_null(strstr(is_short.sheet, "inlineStr"));
    compare(memory, &is_long, &is_short);
    assert_string_equal(cells_at(&is_long, "A3"), " blanks around ");
    assert_non_null(strstr(is_long.sheet, "<t xml:space=\"preserve\"> blanks around </t>"));
    const struct cells summary = cells_open(memory, path, 1);
    assert_string_equal(cells_at(&summary, "A2"), "later than the rows of others");
    // The figures of a chart are there before anything is calculated.
    assert_non_null(strstr(cells_part(memory, path, "xl/charts/chart1.xml"), "<c:v>8125</c:v>"));
    assert_int_equal(remove(path), 0);
    assert_int_equal(rmdir(folder), 0);
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
