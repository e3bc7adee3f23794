#include "base/text.h"
#include "package/package.h"
#include "write/book_private.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { LONGEST_SHEET_NAME = 31, LONGEST_FORMULA = 8191 };

// `why` must outlive the book's memory: a literal, or what strerror() gives.
static void fail(struct gp_book *book, const char *why) {
    if (book->why == NULL)
        book->why = why;
}

void gp_book_note(struct gp_book *book, lxw_error error) {
    if (error != LXW_NO_ERROR)
        fail(book, lxw_strerror(error));
}

// Midday, so that it is the same date in every time zone. Never 0: the library takes 0 for the
// present moment.
static time_t creation_time(gp_date date) {
    static const gp_date first = {1980, 1, 1};
    if (gp_date_compare(date, first) < 0)
        date = first;
    return (time_t)gp_date_days(date) * 86400 + 43200;
}

static void set_properties(struct gp_book *book, gp_date created) {
    static char author[] = "growthplan";
    const char *title = gp_book_text(book->memory, book->title, GP_LONGEST_SHORT_TEXT);
    lxw_doc_properties properties = {.title = gp_copy(book->memory, title, strlen(title)),
                                     .author = author,
                                     .created = creation_time(created)};
    gp_book_note(book, workbook_set_properties(book->workbook, &properties));
}

struct gp_book *gp_book_open(struct gp_memory *memory, const char *path, const char *scratch,
                             const char *title, gp_date created) {
    struct gp_book *book = gp_alloc(memory, 1, sizeof *book);
    book->memory = memory;
    book->path = path;
    book->title = title;
    book->fills = gp_package_fills();
    lxw_workbook_options options = {.tmpdir = gp_copy(memory, scratch, strlen(scratch))};
    book->workbook = workbook_new_opt(gp_package_begin(memory, scratch), &options);
    if (book->workbook == NULL)
        fail(book, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
    else
        set_properties(book, created);
    return book;
}

// What each sheet holds, in the order of the sheets, the last of which stands first in the list.
static struct gp_sheet_size *sheet_sizes(const struct gp_book *book, size_t *sheet_count) {
    *sheet_count = 0;
    for (const struct gp_sheet *sheet = book->sheets; sheet != NULL; sheet = sheet->next)
        ++*sheet_count;
    struct gp_sheet_size *sizes = gp_alloc(book->memory, *sheet_count, sizeof *sizes);
    size_t place = *sheet_count;
    for (const struct gp_sheet *sheet = book->sheets; sheet != NULL; sheet = sheet->next)
        sizes[--place] = sheet->size;
    return sizes;
}

static bool make_file(const struct gp_book *book, unsigned mode, char *hash, const char **why) {
    struct gp_bytes package = {NULL, 0};
    size_t sheet_count = 0;
    const struct gp_sheet_size *sizes = sheet_sizes(book, &sheet_count);
    if (!gp_package_take(book->memory, &package, why))
        return false;
    if (gp_package_filled() != book->filled) {
        *why = "this libxlsxwriter writes cells in another way; build with PACKAGE=minizip";
        return false;
    }
    bool good = gp_package_whole(package, sizes, sheet_count, why) &&
                gp_file_write(book->path, package, mode, why);
    if (good && hash != NULL)
        gp_hash(package.data, package.length, hash);
    return good;
}

bool gp_book_close(struct gp_book *book, unsigned mode, char hash[GP_HASH_TEXT], const char **why) {
    const char *wrong = "";
    if (book->workbook != NULL && book->why == NULL)
        gp_book_note(book, workbook_close(book->workbook));
    else if (book->workbook != NULL)
        lxw_workbook_free(book->workbook);
    book->workbook = NULL;
    if (book->why == NULL && !make_file(book, mode, hash, &wrong))
        fail(book, wrong);
    gp_package_drop();
    *why = book->why;
    return book->why == NULL;
}

// A name a spreadsheet takes: no []:*?/\, no apostrophe at an end, not empty, not "History".
static char *legal_name(struct gp_memory *memory, const char *name, size_t most) {
    char *legal = gp_book_text_copy(memory, name, most);
    for (char *at = legal; *at != '\0'; at++)
        if (strchr("[]:*?/\\\n\t", *at) != NULL)
            *at = '-';
    size_t length = strlen(legal);
    if (length == 0 || strcmp(gp_text_key(memory, legal), "history") == 0)
        return gp_print(memory, "Sheet %s", legal);
    if (legal[0] == '\'')
        legal[0] = '-';
    if (legal[length - 1] == '\'')
        legal[length - 1] = '-';
    return legal;
}

static bool name_taken(const struct gp_book *book, const char *key) {
    for (const struct gp_sheet *sheet = book->sheets; sheet != NULL; sheet = sheet->next)
        if (strcmp(sheet->key, key) == 0)
            return true;
    return false;
}

struct gp_sheet *gp_book_sheet(struct gp_book *book, const char *name) {
    char *own = legal_name(book->memory, name, LONGEST_SHEET_NAME);
    for (unsigned i = 2; name_taken(book, gp_text_key(book->memory, own)); i++)
        own = gp_print(book->memory, "%s (%u)", legal_name(book->memory, name, 24), i);
    struct gp_sheet *sheet = gp_alloc(book->memory, 1, sizeof *sheet);
    *sheet = (struct gp_sheet){.book = book, .next = book->sheets};
    sheet->key = gp_text_key(book->memory, own);
    sheet->page = workbook_add_worksheet(book->workbook, own);
    // The writers go on with a sheet whatever happens; a name is refused only by our own mistake.
    assert(sheet->page != NULL);
    book->sheets = sheet;
    return sheet;
}

// The library takes its mode for a whole workbook, and then has no figures for any chart; but it
// remembers it sheet by sheet, from this member of a public structure.
struct gp_sheet *gp_book_long_sheet(struct gp_book *book, const char *name) {
    if (book->workbook != NULL)
        book->workbook->options.constant_memory = LXW_TRUE;
    struct gp_sheet *sheet = gp_book_sheet(book, name);
    if (book->workbook != NULL)
        book->workbook->options.constant_memory = LXW_FALSE;
    sheet->in_order = true;
    assert(sheet->page->optimize);
    return sheet;
}

lxw_row_t gp_book_row(size_t row) {
    assert(row < LXW_ROW_MAX);
    return (lxw_row_t)row;
}

// The library drops what comes too late without a word.
lxw_row_t gp_book_row_of(struct gp_sheet *sheet, size_t row) {
    assert(!sheet->in_order || row >= sheet->row);
    sheet->row = row;
    return gp_book_row(row);
}

lxw_col_t gp_book_column(size_t column) {
    assert(column < LXW_COL_MAX);
    return (lxw_col_t)column;
}

void gp_put_text(struct gp_sheet *sheet, size_t row, size_t column, const char *text,
                 enum gp_style style) {
    struct gp_book *book = sheet->book;
    if (text[0] != '\0' || style != GP_STYLE_PLAIN)
        gp_book_count(sheet, row, column);
    gp_book_note(book, worksheet_write_string(sheet->page, gp_book_row_of(sheet, row),
                                              gp_book_column(column),
                                              gp_book_text(book->memory, text, GP_LONGEST_TEXT),
                                              gp_book_format(book, style)));
}

void gp_put_number(struct gp_sheet *sheet, size_t row, size_t column, double value,
                   enum gp_style style) {
    assert(isfinite(value));
    gp_book_count(sheet, row, column);
    gp_book_note(sheet->book, worksheet_write_number(sheet->page, gp_book_row_of(sheet, row),
                                                     gp_book_column(column), value,
                                                     gp_book_format(sheet->book, style)));
}

void gp_put_blank(struct gp_sheet *sheet, size_t row, size_t column, enum gp_style style) {
    if (style != GP_STYLE_PLAIN)
        gp_book_count(sheet, row, column);
    gp_book_note(sheet->book,
                 worksheet_write_blank(sheet->page, gp_book_row_of(sheet, row),
                                       gp_book_column(column), gp_book_format(sheet->book, style)));
}

static const char above_formula[] = GP_PACKAGE_FILLED_DOWN;
static const char left_formula[] = GP_PACKAGE_FILLED_RIGHT;

static bool may_fill(const struct gp_sheet *sheet) {
    return !sheet->in_order && sheet->book->fills;
}

const char *gp_formula_above(const struct gp_sheet *sheet, bool is) {
    return is && may_fill(sheet) ? above_formula : NULL;
}

const char *gp_formula_left(const struct gp_sheet *sheet, bool is) {
    return is && may_fill(sheet) ? left_formula : NULL;
}

// A formula fit to be written: ours, so faults in it are asserted against.
static const char *checked_formula(struct gp_book *book, const char *formula) {
    struct gp_memory *memory = book->memory;
    assert(formula[0] == '=' && formula[1] != '\0');
    if (formula == above_formula || formula == left_formula) {
        book->filled++;
        return formula;
    }
    const char *checked = gp_book_text(memory, formula, GP_LONGEST_TEXT);
    assert(strlen(checked) <= LONGEST_FORMULA);
    return checked;
}

void gp_put_formula_number(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                           double value, enum gp_style style) {
    assert(isfinite(value));
    struct gp_book *book = sheet->book;
    gp_book_count(sheet, row, column);
    gp_book_note(book, worksheet_write_formula_num(
                           sheet->page, gp_book_row_of(sheet, row), gp_book_column(column),
                           checked_formula(book, formula), gp_book_format(book, style), value));
}

void gp_put_formula_text(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                         const char *value, enum gp_style style) {
    struct gp_book *book = sheet->book;
    gp_book_count(sheet, row, column);
    gp_book_note(book, worksheet_write_formula_str(
                           sheet->page, gp_book_row_of(sheet, row), gp_book_column(column),
                           checked_formula(book, formula), gp_book_format(book, style),
                           gp_book_text(book->memory, value, GP_LONGEST_TEXT)));
}

static bool overlap(const struct gp_area *a, const struct gp_area *b) {
    return a->row <= b->last_row && b->row <= a->last_row && a->column <= b->last_column &&
           b->column <= a->last_column;
}

// Joins the cells, with nothing in them yet. A single cell is left as it is.
static void merge(struct gp_sheet *sheet, const struct gp_area *area, enum gp_style style) {
    struct gp_book *book = sheet->book;
    assert(area->row <= area->last_row && area->column <= area->last_column);
    assert(!sheet->in_order || area->row == area->last_row);
    if (area->row == area->last_row && area->column == area->last_column)
        return;
    for (size_t i = 0; i < sheet->merge_count; i++)
        assert(!overlap(&sheet->merges[i], area));
    sheet->merges = gp_grow(book->memory, sheet->merges, sheet->merge_count, &sheet->merge_capacity,
                            sizeof *sheet->merges);
    sheet->merges[sheet->merge_count++] = *area;
    for (size_t row = area->row; row <= area->last_row; row++)
        for (size_t column = area->column; column <= area->last_column; column++)
            gp_book_count(sheet, row, column);
    gp_book_note(book, worksheet_merge_range(
                           sheet->page, gp_book_row_of(sheet, area->row),
                           gp_book_column(area->column), gp_book_row(area->last_row),
                           gp_book_column(area->last_column), "", gp_book_format(book, style)));
}

void gp_put_merged(struct gp_sheet *sheet, struct gp_area area, const char *text,
                   enum gp_style style) {
    merge(sheet, &area, style);
    gp_put_text(sheet, area.row, area.column, text, style);
}

void gp_put_merged_formula(struct gp_sheet *sheet, struct gp_area area, const char *formula,
                           const char *value, enum gp_style style) {
    merge(sheet, &area, style);
    gp_put_formula_text(sheet, area.row, area.column, formula, value, style);
}
