// book_private.h - what the parts of the guard round libxlsxwriter share. Only book*.c include it,
// so that the library's own header stands in one place.
#ifndef GP_WRITE_BOOK_PRIVATE_H
#define GP_WRITE_BOOK_PRIVATE_H

#include "package/verify.h"
#include "write/book.h"

#include <xlsxwriter.h>

// Colors, red-green-blue.
enum {
    GP_COLOR_DARK = 0x1F3A5F,
    GP_COLOR_LINE = 0x3B6EA5,
    GP_COLOR_LIGHT = 0xE8EFF7,
    GP_COLOR_INPUT = 0xFFF9DB,
    GP_COLOR_GRAY = 0x5A6570,
    GP_COLOR_BORDER = 0xC9D2DC,
    GP_COLOR_WHITE = 0xFFFFFF
};

enum { GP_SIGNAL_COUNT = 3 };

struct gp_book {
    struct gp_memory *memory;
    const char *path;
    const char *title; // fit for a workbook
    lxw_workbook *workbook;
    lxw_format *formats[GP_STYLE_COUNT]; // made on first use
    lxw_format *on_dark;                 // of heat cells, likewise
    lxw_format *signals[GP_SIGNAL_COUNT];
    const char *why; // the first thing that went wrong; NULL while nothing has
    struct gp_sheet *sheets;
    bool fills;    // whether formulas may be said to be the one above, or to the left
    size_t filled; // those that were
};

// Which cells of a row there are: a bit a column.
struct gp_counted_row {
    uint64_t *words;
    size_t word_count;
    bool there; // with a cell, or a height of its own
};

struct gp_sheet {
    struct gp_book *book;
    struct gp_sheet *next; // the sheet made before
    lxw_worksheet *page;
    const char *key; // folded name
    struct gp_area *merges;
    size_t merge_count, merge_capacity;
    bool filtered;
    bool in_order;                    // a long sheet
    size_t row;                       // the last that was put, of a long sheet
    bool broken_rows, broken_columns; // into pages by hand
    struct gp_sheet_size size;        // that it was asked to hold
    struct gp_counted_row *counted;   // [row]; of a long sheet the one row it is at
    size_t counted_count, counted_capacity, counted_row;
};

// Remembers the first call of the library that failed; gp_book_close() reports it.
void gp_book_note(struct gp_book *book, lxw_error error);

// Counts a cell and its row, once wherever it is put again. Not for what the library leaves out: an
// empty text or a blank without a style.
void gp_book_count(struct gp_sheet *sheet, size_t row, size_t column);
// A row that may be without a cell; likewise.
void gp_book_count_row(struct gp_sheet *sheet, size_t row);

// `text` with what a workbook cannot hold replaced, cut at `most` UTF-16 units; itself where there
// is nothing to do.
const char *gp_book_text(struct gp_memory *memory, const char *text, size_t most);
// The same as a copy, for calls of the library that take no constant text.
char *gp_book_text_copy(struct gp_memory *memory, const char *text, size_t most);
enum { GP_LONGEST_TEXT = 32767, GP_LONGEST_SHORT_TEXT = 255 };

// NULL for GP_STYLE_PLAIN.
lxw_format *gp_book_format(struct gp_book *book, enum gp_style style);

// Cell numbers as the library counts them; asserted to be on the sheet.
lxw_row_t gp_book_row(size_t row);
// The same of a row that something is put into.
lxw_row_t gp_book_row_of(struct gp_sheet *sheet, size_t row);
lxw_col_t gp_book_column(size_t column);

#endif
