// The cells of a sheet, which are nine tenths of a workbook's XML, and the other tags that there
// are many of: rows, merged cells, texts. The library writes each by some ten calls of printf and a
// list of attributes made for it; here it is put together by hand, with the same meaning. What is
// seldom in them is left to the library, and all of it where the library does not export the
// function. (Its other tags: tags.c.)
#include "package/cells.h"

#include "base/text.h"
#include "package/fills.h"
#include "package/library.h"
#include "package/package.h"
#include "package/piece.h"

#include <assert.h>
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <xlsxwriter/shared_strings.h>
#include <xlsxwriter/worksheet.h>

typedef void cell_writer(lxw_worksheet *sheet, lxw_cell *cell, lxw_format *row_format);
typedef void row_writer(lxw_worksheet *sheet, lxw_row *row, char *spans);
typedef void spans_finder(const lxw_row *row, char *spans, int32_t *block);
typedef void merge_writer(lxw_worksheet *sheet, lxw_merged_range *range);
typedef void text_writer(lxw_sst *texts, char *text);

// Their names for the linker are the library's.
cell_writer gp_write_cell __asm__("_write_cell");
row_writer gp_write_row __asm__("_write_row");
spans_finder gp_find_spans __asm__("_calculate_spans");
merge_writer gp_write_merge __asm__("_worksheet_write_merge_cell");
text_writer gp_write_text __asm__("_write_si");

// What the library works out for a format again and again: its place among the styles.
static struct {
    struct {
        const lxw_format *format;
        int32_t style;
    } items[64];
    size_t count, writes, filled;
} styles;

void gp_cells_begin(void) {
    styles.count = styles.filled = 0;
    gp_fills_begin();
}

size_t gp_cells_count(void) {
    return styles.writes;
}

size_t gp_package_filled(void) {
    return styles.filled;
}

static int32_t style_of(lxw_format *format) {
    for (size_t i = 0; i < styles.count; i++)
        if (styles.items[i].format == format)
            return styles.items[i].style;
    int32_t style = lxw_format_get_xf_index(format);
    if (styles.count < sizeof styles.items / sizeof *styles.items) {
        styles.items[styles.count].format = format;
        styles.items[styles.count++].style = style;
    }
    return style;
}

static int32_t cell_style(const lxw_worksheet *sheet, const lxw_cell *cell,
                          lxw_format *row_format) {
    if (cell->format != NULL)
        return style_of(cell->format);
    if (row_format != NULL)
        return style_of(row_format);
    if (cell->col_num < sheet->col_formats_max && sheet->col_formats[cell->col_num] != NULL)
        return style_of(sheet->col_formats[cell->col_num]);
    return 0;
}

// "<c r="B7" s="12"", without its end.
static void add_start(struct gp_piece *piece, const lxw_cell *cell, int32_t style) {
    GP_PIECE_ADD(piece, "<c r=\"");
    gp_piece_add_cell(piece, cell->row_num, cell->col_num);
    GP_PIECE_ADD(piece, "\"");
    if (style == 0)
        return;
    GP_PIECE_ADD(piece, " s=\"");
    gp_piece_add_whole(piece, style);
    GP_PIECE_ADD(piece, "\"");
}

// Whether a formula refers to another sheet: such a one is never shared.
static bool refers_elsewhere(const char *formula) {
    bool quoted = false;
    for (; *formula != '\0'; formula++) {
        quoted = quoted != (*formula == '"');
        if (!quoted && *formula == '!')
            return true;
    }
    return false;
}

static bool is_first(const lxw_cell *cell, const struct gp_fill *fill) {
    return cell->row_num == fill->row && cell->col_num == fill->column;
}

// "<f t="shared" ref="B7:B20" si="3">" of the first cell; the others point at it and end there.
static void start_filled(struct gp_piece *piece, const lxw_cell *cell, const struct gp_fill *fill) {
    GP_PIECE_ADD(piece, "<f t=\"shared\"");
    if (is_first(cell, fill)) {
        assert(!refers_elsewhere(cell->u.string));
        GP_PIECE_ADD(piece, " ref=\"");
        gp_piece_add_cell(piece, fill->row, fill->column);
        GP_PIECE_ADD(piece, ":");
        gp_piece_add_cell(piece, fill->last_row, fill->last_column);
        GP_PIECE_ADD(piece, "\"");
    }
    GP_PIECE_ADD(piece, " si=\"");
    gp_piece_add_whole(piece, fill->number);
    GP_PIECE_ADD(piece, "\"");
}

// Behind a formula stands what it gives: a number, or a text.
static void add_formula(struct gp_piece *piece, const lxw_cell *cell, const struct gp_fill *fill) {
    bool text = cell->user_data2 != NULL;
    if (text)
        GP_PIECE_ADD(piece, " t=\"str\"");
    GP_PIECE_ADD(piece, ">");
    if (fill == NULL)
        GP_PIECE_ADD(piece, "<f");
    else
        start_filled(piece, cell, fill);
    if (fill != NULL && !is_first(cell, fill)) {
        styles.filled += gp_fill_said(cell);
        GP_PIECE_ADD(piece, "/><v>");
    } else {
        assert(!gp_fill_said(cell));
        GP_PIECE_ADD(piece, ">");
        gp_piece_add_text(piece, cell->u.string);
        GP_PIECE_ADD(piece, "</f><v>");
    }
    if (text)
        gp_piece_add_text(piece, cell->user_data2);
    else
        gp_piece_add_number(piece, cell->formula_result);
    GP_PIECE_ADD(piece, "</v></c>");
}

// A text that stands in its cell, of a sheet whose rows are handed on as they come.
static void add_inline(struct gp_piece *piece, const char *text) {
    size_t length = strlen(text);
    GP_PIECE_ADD(piece, " t=\"inlineStr\"><is><t");
    if (length > 0 && (isspace((unsigned char)text[0]) || isspace((unsigned char)text[length - 1])))
        GP_PIECE_ADD(piece, " xml:space=\"preserve\"");
    GP_PIECE_ADD(piece, ">");
    gp_piece_add_text(piece, text);
    GP_PIECE_ADD(piece, "</t></is></c>");
}

// What is not written here, the library writes itself.
static void leave_cell(lxw_worksheet *sheet, lxw_cell *cell, lxw_format *row_format) {
    cell_writer *write = (cell_writer *)gp_library_function("_write_cell");
    write(sheet, cell, row_format);
}

void gp_write_cell(lxw_worksheet *sheet, lxw_cell *cell, lxw_format *row_format) {
    struct gp_piece piece;
    int32_t style = cell_style(sheet, cell, row_format);
    bool ours = cell->type == NUMBER_CELL || cell->type == STRING_CELL ||
                cell->type == FORMULA_CELL || cell->type == BLANK_CELL ||
                cell->type == INLINE_STRING_CELL;
    if (!ours) {
        leave_cell(sheet, cell, row_format);
        return;
    }
    styles.writes++;
    if (cell->type == BLANK_CELL && style == 0)
        return;
    gp_piece_begin(&piece, sheet->file);
    add_start(&piece, cell, style);
    if (cell->type == BLANK_CELL) {
        GP_PIECE_ADD(&piece, "/>");
    } else if (cell->type == FORMULA_CELL) {
        add_formula(&piece, cell, gp_fill_of(sheet, cell));
    } else if (cell->type == INLINE_STRING_CELL) {
        add_inline(&piece, cell->u.string);
    } else if (cell->type == STRING_CELL) {
        GP_PIECE_ADD(&piece, " t=\"s\"><v>");
        gp_piece_add_whole(&piece, cell->u.string_id);
        GP_PIECE_ADD(&piece, "</v></c>");
    } else {
        GP_PIECE_ADD(&piece, "><v>");
        gp_piece_add_number(&piece, cell->u.number);
        GP_PIECE_ADD(&piece, "</v></c>");
    }
    gp_piece_flush(&piece);
}

// The first and last column of every sixteen rows, a hint that the format leaves to whoever writes
// it: looked for in all rows, it is a hundredth of a plan's time. None is found.
void gp_find_spans(const lxw_row *row, char *spans, int32_t *block) {
    *block = (int32_t)(row->row_num / 16); // asked for again of the next
    spans[0] = '\0';
}

static void leave_row(lxw_worksheet *sheet, lxw_row *row, char *spans) {
    row_writer *write = (row_writer *)gp_library_function("_write_row");
    write(sheet, row, spans);
}

void gp_write_row(lxw_worksheet *sheet, lxw_row *row, char *spans) {
    struct gp_piece piece;
    double height = row->height_changed ? row->height : sheet->default_row_height;
    if (spans != NULL && spans[0] == '\0')
        spans = NULL; // none was found
    if (row->format != NULL || row->hidden || row->level > 0 || row->collapsed) {
        leave_row(sheet, row, spans);
        return;
    }
    gp_piece_begin(&piece, sheet->file);
    GP_PIECE_ADD(&piece, "<row r=\"");
    gp_piece_add_whole(&piece, (int64_t)row->row_num + 1);
    if (spans != NULL) {
        GP_PIECE_ADD(&piece, "\" spans=\"");
        gp_piece_add(&piece, spans, strlen(spans));
    }
    if (height != LXW_DEF_ROW_HEIGHT) {
        GP_PIECE_ADD(&piece, "\" ht=\"");
        gp_piece_add_number(&piece, height);
        GP_PIECE_ADD(&piece, "\" customHeight=\"1");
    }
    if (row->data_changed)
        GP_PIECE_ADD(&piece, "\">");
    else
        GP_PIECE_ADD(&piece, "\"/>");
    gp_piece_flush(&piece);
}

void gp_write_merge(lxw_worksheet *sheet, lxw_merged_range *range) {
    struct gp_piece piece;
    gp_piece_begin(&piece, sheet->file);
    GP_PIECE_ADD(&piece, "<mergeCell ref=\"");
    gp_piece_add_cell(&piece, range->first_row, range->first_col);
    GP_PIECE_ADD(&piece, ":");
    gp_piece_add_cell(&piece, range->last_row, range->last_col);
    GP_PIECE_ADD(&piece, "\"/>");
    gp_piece_flush(&piece);
}

// Whether a text needs no escapes for control characters, nor to be told to keep spaces at its
// ends.
static bool is_plain(const char *text) {
    size_t length = strlen(text);
    for (size_t i = 0; i < length;)
        if (length - i >= 8 && gp_eight_shown(text + i))
            i += 8;
        else if ((unsigned char)text[i] >= ' ' || text[i] == '\n')
            i++;
        else
            return false;
    return length > 0 && !isspace((unsigned char)text[0]) &&
           !isspace((unsigned char)text[length - 1]);
}

static void leave_text(lxw_sst *texts, char *text) {
    text_writer *write = (text_writer *)gp_library_function("_write_si");
    write(texts, text);
}

void gp_write_text(lxw_sst *texts, char *text) {
    struct gp_piece piece;
    if (!is_plain(text)) {
        leave_text(texts, text);
        return;
    }
    gp_piece_begin(&piece, texts->file);
    GP_PIECE_ADD(&piece, "<si><t>");
    gp_piece_add_text(&piece, text);
    GP_PIECE_ADD(&piece, "</t></si>");
    gp_piece_flush(&piece);
}
