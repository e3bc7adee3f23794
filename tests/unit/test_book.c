// test_book.c - the guard round libxlsxwriter: what is let through, what is refused, and that the
// same calls make the same bytes.
#define _GNU_SOURCE // mkdtemp beside strict C
#include "package/package.h"
#include "write/book_private.h"

#include "place.h"

static const gp_date day = {2026, 11, 23};

static struct gp_bytes bytes_of(const struct place *place, const char *path) {
    struct gp_bytes bytes = {NULL, 0};
    const char *why = "";
    if (!gp_file_read(place->memory, path, &bytes, &why))
        fail_msg("%s: %s", path, why);
    return bytes;
}

static void test_texts(void **state) {
    static const struct {
        const char *name, *text;
        size_t most;
        const char *kept;
    } rows[] = {
        {"a text", "Ann", 10, "Ann"},
        {"what looks like a formula stays", "=1+1", 10, "=1+1"},
        {"line break and tab stay", "a\n\tb", 10, "a\n\tb"},
        {"a carriage return is a line break", "a\r\nb\rc", 10, "a\nb\nc"},
        {"a control character",
         "a\x01"
         "b\x7F",
         10,
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD"},
        {"a control character of two bytes", "a\xC2\x85", 10, "a\xEF\xBF\xBD"},
        {"not UTF-8",
         "a\xFF"
         "b",
         10,
         "a\xEF\xBF\xBD"
         "b"},
        {"U+FFFE", "\xEF\xBF\xBE", 10, "\xEF\xBF\xBD"},
        {"U+FFFF", "\xEF\xBF\xBF", 10, "\xEF\xBF\xBD"},
        {"cut at the limit", "abcdef", 5, "abcde"},
        {"an accent is one unit", "\xC3\xA9\xC3\xA9\xC3\xA9", 2, "\xC3\xA9\xC3\xA9"},
        {"an emoji is two units", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 3, "\xF0\x9F\x98\x80"},
        {"what a workbook takes for an escape", "_x0041_", 20, "_x005F_x0041_"},
        {"no escape", "_x004_ _y0041_", 20, "_x004_ _y0041_"},
        {"an escape that does not fit", "ab_x0041_", 8, "ab"},
    };
    const struct place *place = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *kept = gp_book_text(place->memory, rows[i].text, rows[i].most);
        if (strcmp(kept, rows[i].kept) != 0)
            fail_msg("%s: got \"%s\"", rows[i].name, kept);
    }
}

static void test_references(void **state) {
    struct gp_memory *memory = ((const struct place *)*state)->memory;
    assert_string_equal(gp_ref(memory, 0, 0), "A1");
    assert_string_equal(gp_ref(memory, 6, 25), "Z7");
    assert_string_equal(gp_ref(memory, 6, 26), "AA7");
    assert_string_equal(gp_ref(memory, 1048575, 16383), "XFD1048576");
    assert_string_equal(gp_ref_fixed(memory, 6, 701), "$ZZ$7");
    assert_string_equal(gp_ref_fixed(memory, 6, 702), "$AAA$7");
    assert_string_equal(gp_ref_range(memory, NULL, 6, 1, 19, 1), "$B$7:$B$20");
    assert_string_equal(gp_ref_range(memory, "About", 4, 0, 11, 0), "About!$A$5:$A$12");
    assert_string_equal(gp_ref_range(memory, "Heat map", 6, 1, 19, 1), "'Heat map'!$B$7:$B$20");
    assert_string_equal(gp_ref_range(memory, "Ann's", 0, 0, 0, 0), "'Ann''s'!$A$1:$A$1");
    assert_string_equal(gp_ref_range(memory, "RC", 0, 0, 0, 0), "'RC'!$A$1:$A$1");
}

static void test_heights(void **state) {
    (void)state;
    assert_true(gp_wrapped_height("", 10) == 16); // one line of 15, and 1
    assert_true(gp_wrapped_height("123456789", 10) == 16);
    assert_true(gp_wrapped_height("12345678901", 10) == 31);
    assert_true(gp_wrapped_height("a\nb\nc", 10) == 46);
}

static void put_cells(struct gp_sheet *sheet) {
    for (size_t style = 0; style < GP_STYLE_COUNT; style++) {
        gp_put_text(sheet, style, 0, "=not a formula \x01\xFF", (enum gp_style)style);
        gp_put_number(sheet, style, 1, (double)style / 8, (enum gp_style)style);
        gp_put_blank(sheet, style, 2, (enum gp_style)style);
        gp_put_text(sheet, style, 3, "", (enum gp_style)style);
    }
    gp_put_formula_number(sheet, 0, 4, "=B2*8", 1, GP_STYLE_SHARE);
    gp_put_formula_text(sheet, 1, 4, "=IF(B2=0,\"none\",\"\")", "", GP_STYLE_TEXT);
    gp_put_merged(sheet, (struct gp_area){2, 4, 3, 6}, "merged", GP_STYLE_WRAP);
    gp_put_merged(sheet, (struct gp_area){4, 4, 4, 4}, "a merge of one cell", GP_STYLE_WRAP);
    gp_put_merged_formula(sheet, (struct gp_area){5, 4, 5, 6}, "=A1&\"\"", "=not a formula",
                          GP_STYLE_WRAP);
}

static void lay_out(struct gp_sheet *sheet) {
    gp_sheet_width(sheet, 0, 3, 20);
    gp_sheet_height(sheet, 0, 1000);
    gp_sheet_freeze(sheet, 1, 1);
    gp_sheet_filter(sheet, 0, 0, 9, 3);
    gp_sheet_print(sheet, true, 0, 0, 1);
    gp_sheet_print_area(sheet, 30, 6);
    static const size_t rows[] = {12, 20}, columns[] = {3};
    gp_sheet_break_rows(sheet, rows, 2);
    gp_sheet_break_columns(sheet, columns, 1);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_dropdown(sheet, (struct gp_area){0, 2, 9, 2}, "=Cells!$A$1:$A$3",
                      "Choose one of the list.");
    gp_sheet_heat(sheet, (struct gp_area){0, 1, 9, 1}, 0, 1);
    gp_sheet_signal(sheet, (struct gp_area){0, 0, 9, 0}, "pass", GP_SIGNAL_GOOD);
    gp_sheet_signal(sheet, (struct gp_area){0, 0, 9, 0}, "fail", GP_SIGNAL_BAD);
    gp_sheet_signal(sheet, (struct gp_area){0, 0, 9, 0}, "unknown", GP_SIGNAL_OPEN);
}

static void draw(struct gp_sheet *sheet) {
    const struct gp_series series[] = {{"=one", "=Cells!$A$1:$A$5", "=Cells!$B$1:$B$5"},
                                       {"two", "=Cells!$A$1:$A$5", "=Cells!$B$6:$B$10"}};
    static const enum gp_chart_kind kinds[] = {GP_CHART_BAR, GP_CHART_RADAR};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        gp_sheet_chart(sheet, 16 * i, 1,
                       &(struct gp_chart){.kind = kinds[i],
                                          .title = "=a title",
                                          .description = "What it shows, in words.",
                                          .series = series,
                                          .series_count = 2,
                                          .highest = i == 0 ? 1 : 0,
                                          .percent = i == 0,
                                          .width = 400,
                                          .height = 240});
}

// Everything the guard has, once.
static bool write_everything(const struct place *place, const char *path, unsigned mode,
                             const char **why) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_book *book = gp_book_open(memory, path, place->folder, "A title & more", day);
    struct gp_sheet *cells = gp_book_sheet(book, "Cells");
    put_cells(cells);
    lay_out(cells);
    draw(gp_book_sheet(book, "Charts"));
    static const char *const names[] = {"CELLS",
                                        "",
                                        "History",
                                        "[a]:*?/\\b",
                                        "'quoted'",
                                        "cells",
                                        "a name of thirty characters and more, cut",
                                        "a name of thirty characters and more, cut again"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        gp_put_text(gp_book_sheet(book, names[i]), 0, 0, names[i], GP_STYLE_TITLE);
    char told[GP_HASH_TEXT], found[GP_HASH_TEXT];
    bool good = gp_book_close(book, mode, told, why) && gp_hash_file(path, found, why);
    if (good)
        assert_string_equal(told, found);
    gp_memory_close(memory);
    return good;
}

static void test_same_bytes(void **state) {
    const struct place *place = *state;
    const char *first = inside(place, "first.xlsx"), *second = inside(place, "second.xlsx");
    const char *why = "";
    if (!write_everything(place, first, 0600, &why))
        fail_msg("%s", why);
    setenv("TZ", "Asia/Tokyo", 1);
    bool good = write_everything(place, second, 0644, &why);
    unsetenv("TZ");
    if (!good)
        fail_msg("%s", why);
    struct gp_bytes a = bytes_of(place, first), b = bytes_of(place, second);
    assert_int_equal(a.length, b.length);
    assert_memory_equal(a.data, b.data, a.length);
    assert_memory_equal(a.data, "PK", 2);
    struct stat facts;
    assert_int_equal(stat(first, &facts), 0);
    assert_int_equal(facts.st_mode & 07777, 0600);
    assert_int_equal(stat(second, &facts), 0);
    assert_int_equal(facts.st_mode & 07777, 0644);
}

static void test_refusals(void **state) {
    const struct place *place = *state;
    const char *taken = inside(place, "taken.xlsx"), *why = "";
    assert_true(gp_file_write(taken, (struct gp_bytes){"mine", 4}, 0644, &why));
    assert_false(write_everything(place, taken, 0600, &why));
    assert_string_equal(why, "File exists");
    assert_string_equal(bytes_of(place, taken).data, "mine");

    const char *nowhere = inside(place, "no/such/folder.xlsx");
    assert_false(write_everything(place, nowhere, 0600, &why));
    assert_string_equal(why, "No such file or directory");

    const struct place without_scratch = {place->memory, inside(place, "missing")};
    const char *path = inside(place, "scratch.xlsx");
    bool written = write_everything(&without_scratch, path, 0600, &why);
    // Where our own calls stand in for the library's, no temporary file is made at all.
    assert_int_equal(written, !gp_package_uses_scratch());
    assert_int_equal(gp_file_exists(path), written);
    assert_true(written || why[0] != '\0');
}

// The first that went wrong is told at the end, and the half-made file is gone.
static void test_first_fault_is_kept(void **state) {
    const struct place *place = *state;
    const char *path = inside(place, "fault.xlsx"), *why = "";
    struct gp_book *book = gp_book_open(place->memory, path, place->folder, "T", day);
    gp_put_text(gp_book_sheet(book, "S"), 0, 0, "a", GP_STYLE_PLAIN);
    gp_book_note(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    gp_book_note(book, LXW_ERROR_PARAMETER_VALIDATION);
    gp_book_note(book, LXW_NO_ERROR);
    assert_false(gp_book_close(book, 0600, NULL, &why));
    assert_string_equal(why, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
    assert_false(gp_file_exists(path));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_references),
        cmocka_unit_test(test_heights),  cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_refusals), cmocka_unit_test(test_first_fault_is_kept),
    };
    return cmocka_run_group_tests(tests, make_place, remove_place);
}
