// book.h - the guard round libxlsxwriter: the only way a workbook is written.
//
// Texts are written as texts, whatever they start with; characters a workbook cannot hold are
// replaced; texts over 32,767 UTF-16 units are cut. Formulas are ours alone, and each is written
// with the value it has now, so that a viewer that does not calculate shows the right thing.
// Rows and columns count from 0. The same calls make the same bytes.
#ifndef GP_WRITE_BOOK_H
#define GP_WRITE_BOOK_H

#include "base/date.h"
#include "base/hash.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct gp_book;
struct gp_sheet;

// How a cell looks. One list for all workbooks, so that they look alike.
enum gp_style {
    GP_STYLE_PLAIN,
    GP_STYLE_TITLE,      // 18 pt, bold, dark blue
    GP_STYLE_SUBTITLE,   // 11 pt, gray
    GP_STYLE_SECTION,    // 13 pt, bold, dark blue, a line below
    GP_STYLE_HEADER,     // bold white on dark blue, wrapped, centered vertically
    GP_STYLE_HEADER_UP,  // the same, rotated 90 degrees
    GP_STYLE_LABEL,      // gray, for the name of a fact
    GP_STYLE_FACT,       // bold, the fact itself
    GP_STYLE_TEXT,       // bordered, top-aligned
    GP_STYLE_WRAP,       // bordered, top-aligned, wrapped
    GP_STYLE_NOTE,       // 9 pt italic gray, wrapped
    GP_STYLE_CENTER,     // bordered, centered
    GP_STYLE_NUMBER,     // bordered, centered, General
    GP_STYLE_EXPECTED,   // bordered, centered, whole number; 0 shows as a middle dot
    GP_STYLE_SHARE,      // bordered, centered, 0.000
    GP_STYLE_PERCENT,    // bordered, centered, 0 %
    GP_STYLE_INPUT,      // bordered, centered, light yellow: to be filled in or changed
    GP_STYLE_INPUT_TEXT, // the same, left-aligned, wrapped
    GP_STYLE_INPUT_RATE, // the same, right-aligned, 0.00 %
    GP_STYLE_MONEY,      // bordered, right, #,##0.00
    GP_STYLE_MONEY_0,    // bordered, right, #,##0
    GP_STYLE_MONEY_3,    // bordered, right, #,##0.000
    GP_STYLE_TOTAL,      // bold, line above
    GP_STYLE_TOTAL_MONEY,
    GP_STYLE_TOTAL_MONEY_0,
    GP_STYLE_TOTAL_MONEY_3,
    GP_STYLE_HEADER_RIGHT, // like GP_STYLE_HEADER, right-aligned: over money
    GP_STYLE_RATE,         // bordered, right, 0.00 %
    GP_STYLE_TOTAL_RATE,
    GP_STYLE_TOTAL_NUMBER, // centered, General
    GP_STYLE_INPUT_MONEY,  // like GP_STYLE_MONEY, light yellow
    GP_STYLE_INPUT_MONEY_0,
    GP_STYLE_INPUT_MONEY_3,
    GP_STYLE_INDENT // like GP_STYLE_TEXT, indented by 1; the styles behind it by 2, 3 ...
};
enum { GP_STYLE_INDENTS = 7, GP_STYLE_COUNT = GP_STYLE_INDENT + GP_STYLE_INDENTS };

// A new workbook, to be written to `path` (which must not exist), one at a time; temporary files,
// if there are any (package/package.h), go to the private folder `scratch`. `created` stands in its
// properties. Texts made on the way live in `memory`.
struct gp_book *gp_book_open(struct gp_memory *memory, const char *path, const char *scratch,
                             const char *title, gp_date created);
// Writes the file with `mode`, and gives the hash of its bytes (base/hash.h); NULL where nobody
// asks for that. False with `*why` when the workbook could not be made or written; no file is left
// then. `*why` outlives the memory.
bool gp_book_close(struct gp_book *book, unsigned mode, char hash[GP_HASH_TEXT], const char **why);

struct gp_sheet *gp_book_sheet(struct gp_book *book, const char *name);
// A sheet of more rows than should stand in memory: its rows are put from the first to the last
// (asserted), each with all that belongs to it, and handed on when a later one begins. Charts over
// its cells would have no figures until they are calculated, so there are none.
struct gp_sheet *gp_book_long_sheet(struct gp_book *book, const char *name);
// The rows and columns that a sheet has room for.
enum { GP_SHEET_ROWS = 1048576, GP_SHEET_COLUMNS = 16384 };

// Cells.
void gp_put_text(struct gp_sheet *sheet, size_t row, size_t column, const char *text,
                 enum gp_style style);
void gp_put_number(struct gp_sheet *sheet, size_t row, size_t column, double value,
                   enum gp_style style);
void gp_put_blank(struct gp_sheet *sheet, size_t row, size_t column, enum gp_style style);
// `formula` starts with "=". The number or text is what it gives now, to the last bit.
void gp_put_formula_number(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                           double value, enum gp_style style);
void gp_put_formula_text(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                         const char *value, enum gp_style style);
// In place of a formula: the one of the cell above, filled down by a row, or of the cell to the
// left, filled right by a column, as `is` says that it is. NULL where it is not, or where the
// workbook has to be given each formula in full: then it is to be made. The cell that is meant is
// the formula that was put last in that column, or row (asserted), and refers to no other sheet,
// which a spreadsheet does not share (asserted, too).
const char *gp_formula_above(const struct gp_sheet *sheet, bool is);
const char *gp_formula_left(const struct gp_sheet *sheet, bool is);
// A block of cells, from its first to its last.
struct gp_area {
    size_t row, column, last_row, last_column;
};
// One text over several cells.
void gp_put_merged(struct gp_sheet *sheet, struct gp_area area, const char *text,
                   enum gp_style style);
void gp_put_merged_formula(struct gp_sheet *sheet, struct gp_area area, const char *formula,
                           const char *value, enum gp_style style);

// References: "B7", "$B$7", "'Heat map'!$B$7:$B$20".
const char *gp_ref(struct gp_memory *memory, size_t row, size_t column);
const char *gp_ref_fixed(struct gp_memory *memory, size_t row, size_t column);
// "B$7:B$20": filled right, its columns move.
const char *gp_ref_range_right(struct gp_memory *memory, size_t row, size_t column, size_t last_row,
                               size_t last_column);
const char *gp_ref_range(struct gp_memory *memory, const char *sheet_name_or_null, size_t row,
                         size_t column, size_t last_row, size_t last_column);

// Layout. Widths in characters, heights in points.
void gp_sheet_width(struct gp_sheet *sheet, size_t column, size_t last_column, double characters);
void gp_sheet_height(struct gp_sheet *sheet, size_t row, double points);
// The height a row needs for a text wrapped to so many characters: a spreadsheet does not find it
// out by itself where cells are merged.
double gp_wrapped_height(const char *text, double characters);
// The lines running text takes in a wrapped column of `width` characters; at least 1.
unsigned gp_wrapped_lines(const char *text, double width);
void gp_sheet_freeze(struct gp_sheet *sheet, size_t rows, size_t columns);
void gp_sheet_filter(struct gp_sheet *sheet, size_t row, size_t column, size_t last_row,
                     size_t last_column);
// Paper A4; `wide` is landscape. Fits to one page across, and `pages_down` pages (0: as many as it
// takes). The rows up to `header_rows` are repeated on each page.
void gp_sheet_print(struct gp_sheet *sheet, bool wide, unsigned pages_down, size_t header_row,
                    size_t header_rows);
void gp_sheet_print_area(struct gp_sheet *sheet, size_t last_row, size_t last_column);
// What stands below each page, before its number: the book's title, unless it is told another, once
// it is known how the sheet prints.
void gp_sheet_footer(struct gp_sheet *sheet, const char *text);
// For what is too wide for one page to be read: paper A4 in landscape at `percent` of its size, on
// as many pages as it takes, with the rows from `header_row` on and the first columns on each.
void gp_sheet_print_scaled(struct gp_sheet *sheet, unsigned percent, size_t header_row,
                           size_t header_rows, size_t header_columns);
// In print, each of these starts a new page. Each once a sheet; 0 is none of them.
void gp_sheet_break_rows(struct gp_sheet *sheet, const size_t *rows, size_t count);
void gp_sheet_break_columns(struct gp_sheet *sheet, const size_t *columns, size_t count);
// What a page of such a sheet holds in both directions, in points of 100 percent; and how wide a
// column of so many characters is.
enum { GP_PAGE_WIDE_POINTS = 769, GP_PAGE_HIGH_POINTS = 508 };
double gp_column_points(double characters);
void gp_sheet_hide_gridlines(struct gp_sheet *sheet);

// Choices from the cells of a range such as "=About!$A$5:$A$12"; any other entry is refused with
// `error_text`.
void gp_sheet_dropdown(struct gp_sheet *sheet, struct gp_area area, const char *list_formula,
                       const char *error_text);

// Sequential blues from `lowest` (white) to `highest` (dark).
void gp_sheet_heat(struct gp_sheet *sheet, struct gp_area area, double lowest, double highest);
// Cells whose text is exactly `text` get a soft Okabe-Ito color: good (bluish green), bad
// (vermillion) or open (yellow).
enum gp_signal { GP_SIGNAL_GOOD, GP_SIGNAL_BAD, GP_SIGNAL_OPEN };
void gp_sheet_signal(struct gp_sheet *sheet, struct gp_area area, const char *text,
                     enum gp_signal signal);

// A chart over cells of this workbook; it follows them when they change.
enum gp_chart_kind {
    GP_CHART_BAR, // lying, the series side by side
    GP_CHART_RADAR,
    GP_CHART_STACK // columns, the series one upon another
};
struct gp_series {
    const char *name;       // shown in the legend
    const char *categories; // "=Readiness!$A$30:$A$38"
    const char *values;
};
struct gp_chart {
    enum gp_chart_kind kind;
    const char *title;       // a text; what it starts with does not matter
    const char *description; // alternative text; required
    const struct gp_series *series;
    size_t series_count;
    double highest;         // of the value axis; 0 for automatic
    bool percent;           // value axis in percent
    bool money;             // value axis in thousands and whole units
    unsigned width, height; // pixels
};
void gp_sheet_chart(struct gp_sheet *sheet, size_t row, size_t column,
                    const struct gp_chart *chart);

#endif
