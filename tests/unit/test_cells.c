// test_cells.c - cells of every kind, as they stand in the XML, of package/cells.c: numbers read
// back as the very same, texts and formulas with signs that mean something in XML.
#include "package/cells.h"
#include "package/package.h"
#include "package/tags.h"
#include "write/book_private.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "book_cells.h"

static const double numbers[] = {0,           -0.0,       1,
                                 -1,          7,          10,
                                 100,         1e6,        123456789,
                                 1e11,        1e12,       1e15,
                                 1e16,        1e300,      5e-324,
                                 0.001,       0.01,       0.1,
                                 0.5,         0.25,       0.686,
                                 0.763,       0.999,      1.001,
                                 -0.001,      -0.5,       -1.25,
                                 1.0 / 3,     2.0 / 3,    1234.567,
                                 99999.999,   0.0005,     0.00049,
                                 1e-5,        -1e-10,     123456789.123,
                                 1e12 - 1,    1e12 + 0.5, 3.14159265358979,
                                 100000.0005, 0.1 + 0.2};
enum { NUMBER_COUNT = sizeof numbers / sizeof *numbers, FEWEST = 1000, FILLED = 12 };

static const char *const texts[] = {"plain",      "a < b & c > d",       "\"quoted\" 'too'",
                                    "two\nlines", "tab\there",           "Przykład ≥ 3",
                                    "",           " spaces at its ends "};
enum { TEXT_COUNT = sizeof texts / sizeof *texts };

static const gp_date day = {2026, 11, 23};

// The same in each row but the eighth: there it is another, and the one below is that of those
// above again.
static const char *filled_formula(struct gp_memory *memory, const struct gp_sheet *sheet,
                                  size_t row) {
    const char *above = gp_formula_above(sheet, row % 8 > 0 && row != 7);
    return above != NULL ? above : gp_print(memory, "=IF(A%zu<0,A$1,%d)", row + 1, row == 7);
}

// Numbers in A, formulas that give them in B, thousandths in D; texts in E, formulas that give them
// in F. In G one formula is filled down seven rows, and behind another down four.
static struct cells write_and_open(struct gp_memory *memory, const char *folder) {
    const char *path = gp_print(memory, "%s/cells.xlsx", folder), *why = "";
    struct gp_book *book = gp_book_open(memory, path, folder, "Cells", day);
    struct gp_sheet *sheet = gp_book_sheet(book, "Cells");
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        gp_put_number(sheet, i, 0, numbers[i], GP_STYLE_PLAIN);
        gp_put_formula_number(sheet, i, 1, "=IF(A1<>\"&\",A1,2)", numbers[i], GP_STYLE_SHARE);
        gp_put_blank(sheet, i, 2, GP_STYLE_INPUT);
    }
    for (size_t i = 0; i < FEWEST; i++)
        gp_put_number(sheet, i, 3, (double)i / 1000, GP_STYLE_SHARE);
    for (size_t i = 0; i < FILLED; i++)
        gp_put_formula_number(sheet, i, 6, filled_formula(memory, sheet, i), (double)i,
                              GP_STYLE_PLAIN);
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        gp_put_text(sheet, i, 4, texts[i], GP_STYLE_TEXT);
        gp_put_formula_text(sheet, i, 5, "=E1&\" < \"", texts[i], GP_STYLE_TEXT);
    }
    gp_put_merged(sheet, (struct gp_area){0, 26, 1, 27}, "merged", GP_STYLE_TEXT);
    gp_sheet_height(sheet, 1, 22.5);
    gp_sheet_height(sheet, FEWEST + 1, 7); // of a row without cells
    if (!gp_book_close(book, 0600, NULL, &why))
        fail_msg("%s", why);
    struct cells cells = cells_open(memory, path, 1);
    assert_int_equal(remove(path), 0);
    return cells;
}

static void check_number(const struct cells *cells, char column, size_t row, double expected) {
    const char *place = gp_print(cells->memory, "%c%zu", column, row + 1);
    const char *text = cells_at(cells, place);
    assert_non_null(text);
    double read = strtod(text, NULL);
    // Fifteen digits and more are cut to sixteen by the library, too.
    bool same = read == expected && signbit(read) == signbit(expected);
    if (!same && fabs(read - expected) > fabs(expected) * 1e-15)
        fail_msg("%s: %s for %.17g", place, text, expected);
    bool exact = expected == nearbyint(expected * 1000) / 1000;
    if (exact && !same)
        fail_msg("%s: %s is not %.17g to the last bit", place, text, expected);
}

static void test_cells(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    char folder[] = "/tmp/growthplan-cells-XXXXXX";
    assert_non_null(mkdtemp(folder));
    size_t before = gp_package_uses_scratch() ? 0 : gp_cells_count();
    const struct cells cells = write_and_open(memory, folder);
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        check_number(&cells, 'A', i, numbers[i]);
        check_number(&cells, 'B', i, numbers[i]);
        assert_string_equal(cells_at(&cells, gp_print(memory, "C%zu", i + 1)), "");
    }
    for (size_t i = 0; i < FEWEST; i++)
        check_number(&cells, 'D', i, (double)i / 1000);
    assert_non_null(strstr(cells.sheet, "<f>IF(A1&lt;&gt;\"&amp;\",A1,2)</f>"));
    assert_non_null(strstr(cells.sheet, " t=\"str\"><f>E1&amp;\" &lt; \"</f>"
                                        "<v>a &lt; b &amp; c &gt; d</v>"));
    assert_non_null(strstr(cells.sheet, "<v>Przykład ≥ 3</v>"));
    assert_string_equal(cells_at(&cells, "E1"), "plain");
    assert_string_equal(cells_at(&cells, "E6"), "Przykład ≥ 3");
    if (!gp_package_uses_scratch()) {
        assert_non_null(strstr(
            cells.sheet, "<f t=\"shared\" ref=\"G1:G7\" si=\"0\">IF(A1&lt;0,A$1,0)</f><v>0<"));
        assert_non_null(strstr(cells.sheet, "<c r=\"G7\"><f t=\"shared\" si=\"0\"/><v>6</v>"));
        assert_non_null(strstr(cells.sheet, "<c r=\"G8\"><f>IF(A8&lt;0,A$1,1)</f><v>7</v>"));
        assert_non_null(strstr(
            cells.sheet, "<f t=\"shared\" ref=\"G9:G12\" si=\"1\">IF(A9&lt;0,A$1,0)</f><v>8<"));
    }
    const char *spans = gp_package_uses_scratch() ? " spans=\"1:28\"" : "";
    assert_non_null(strstr(cells.sheet, gp_print(memory, "<row r=\"1\"%s><c r=\"A1\">", spans)));
    assert_non_null(strstr(
        cells.sheet, gp_print(memory, "<row r=\"2\"%s ht=\"22.5\" customHeight=\"1\">", spans)));
    assert_non_null(
        strstr(cells.sheet, "<row r=\"1002\" ht=\"7\" customHeight=\"1\"/></sheetData>"));
    assert_non_null(strstr(cells.sheet, "<mergeCells count=\"1\"><mergeCell ref=\"AA1:AB2\"/>"));
    assert_non_null(strstr(cells.texts, "<si><t>two\nlines</t></si>"));
    assert_non_null(strstr(cells.texts, "<si><t>a &lt; b &amp; c &gt; d</t></si>"));
    assert_non_null(
        strstr(cells.texts, "<si><t xml:space=\"preserve\"> spaces at its ends </t></si>"));
    // All of these cells are ours, unless the library was told to go its own way.
    size_t written = NUMBER_COUNT * 3 + FEWEST + TEXT_COUNT * 2 + FILLED + 4;
    if (!gp_package_uses_scratch())
        assert_int_equal(gp_cells_count() - before, written);
    // Of the tags that are none of a cell there are some in every sheet.
    if (!gp_package_uses_scratch())
        assert_true(gp_tags_count() > 50);
    assert_int_equal(rmdir(folder), 0);
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
