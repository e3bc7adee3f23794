// The cells of a sheet, which are nine tenths of a workbook's XML. The library writes each by some
// ten calls of printf and a list of attributes made for it; here it is put together by hand, with
// the same meaning. A libxlsxwriter that does not export the function goes on writing cells itself.
#define _GNU_SOURCE // fwrite_unlocked, RTLD_NEXT
#include "package/cells.h"

#include "base/memory.h"
#include "package/moved.h"

#include <dlfcn.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter/worksheet.h>

typedef void cell_writer(lxw_worksheet *sheet, lxw_cell *cell, lxw_format *row_format);

// Its name for the linker is the library's.
cell_writer gp_write_cell __asm__("_write_cell");

// What the library works out for a format again and again: its place among the styles.
static struct {
    struct {
        const lxw_format *format;
        int32_t style;
    } items[64];
    size_t count, writes;
} styles;

// The formulas of the sheet being written that are filled down, by column: a spreadsheet takes
// such a formula once, with where it ends (a "shared" one of ECMA-376, 18.3.1.40). They would
// be a fifth of the XML of a plan.
enum { MOST_COLUMNS = 256, FEWEST_ROWS = 4 };
struct fill {
    lxw_row_t first, last;
    unsigned number; // within the sheet
};
static struct {
    const lxw_worksheet *sheet;
    unsigned count;
    struct fill columns[MOST_COLUMNS]; // the last of each
} fills;

void gp_cells_begin(void) {
    styles.count = 0;
    fills.sheet = NULL;
}

size_t gp_cells_count(void) {
    return styles.writes;
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

// A piece of XML on its way to a stream.
struct piece {
    FILE *file;
    char bytes[512];
    size_t length;
};

static void flush(struct piece *piece) {
    fwrite_unlocked(piece->bytes, 1, piece->length, piece->file);
    piece->length = 0;
}

static void add_bytes(struct piece *piece, const char *bytes, size_t count) {
    if (count > sizeof piece->bytes - piece->length)
        flush(piece);
    if (count > sizeof piece->bytes) {
        fwrite_unlocked(bytes, 1, count, piece->file);
        return;
    }
    memcpy(piece->bytes + piece->length, bytes, count);
    piece->length += count;
}

#define ADD(piece, literal) add_bytes((piece), (literal), sizeof(literal) - 1)

static void add_whole(struct piece *piece, int64_t number) {
    char reversed[24];
    size_t count = 0;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        reversed[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        reversed[count++] = '-';
    char digits[24];
    for (size_t i = 0; i < count; i++)
        digits[i] = reversed[count - 1 - i];
    add_bytes(piece, digits, count);
}

// Thousandths without the zeros at their end: 763 is ".763", 500 is ".5".
static void add_thousandths(struct piece *piece, unsigned thousandths) {
    char digits[4] = {'.', (char)('0' + thousandths / 100), (char)('0' + thousandths / 10 % 10),
                      (char)('0' + thousandths % 10)};
    size_t count = sizeof digits;
    while (digits[count - 1] == '0')
        count--;
    add_bytes(piece, digits, count);
}

// The shortest text that reads back as the number, for whole numbers and thousandths of up to
// fifteen digits, which nearly all numbers are; sixteen digits, as the library writes them, for the
// others.
static void add_number(struct piece *piece, double number) {
    enum { UNIT = 1000 };
    const double most = 1e12;
    char text[32];
    if (fabs(number) < most && !(number == 0 && signbit(number))) {
        int64_t scaled = llround(number * UNIT);
        if ((double)scaled / UNIT == number) {
            if (number < 0 && scaled > -UNIT)
                ADD(piece, "-");
            add_whole(piece, scaled / UNIT);
            if (scaled % UNIT != 0)
                add_thousandths(piece, (unsigned)llabs(scaled % UNIT));
            return;
        }
    }
    int length = snprintf(text, sizeof text, "%.16G", number);
    add_bytes(piece, text, (size_t)length);
}

// Of signs that mean something in XML the entity; of a line break what the library makes of it.
static void add_escaped(struct piece *piece, const char *text) {
    size_t length = strcspn(text, "&<>\n");
    if (text[length] == '\0') {
        add_bytes(piece, text, length);
        return;
    }
    char *escaped = lxw_escape_data(text);
    if (escaped == NULL)
        gp_memory_exhausted();
    add_bytes(piece, escaped, strlen(escaped));
    free(escaped);
}

static void add_name(struct piece *piece, lxw_row_t row, lxw_col_t column) {
    char reversed[4];
    size_t count = 0;
    for (unsigned rest = column + 1U; rest > 0; rest = (rest - 1) / 26)
        reversed[count++] = (char)('A' + (rest - 1) % 26);
    while (count > 0)
        add_bytes(piece, &reversed[--count], 1);
    add_whole(piece, (int64_t)row + 1);
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
static void add_start(struct piece *piece, const lxw_cell *cell, int32_t style) {
    ADD(piece, "<c r=\"");
    add_name(piece, cell->row_num, cell->col_num);
    ADD(piece, "\"");
    if (style == 0)
        return;
    ADD(piece, " s=\"");
    add_whole(piece, style);
    ADD(piece, "\"");
}

// The last row that a cell's formula is filled down to; the cell's own where it is not.
static lxw_row_t last_filled(lxw_worksheet *sheet, const lxw_cell *cell) {
    int moving = -1;
    for (const lxw_cell *above = cell;;) {
        lxw_row *row = lxw_worksheet_find_row(sheet, above->row_num + 1);
        const lxw_cell *below = lxw_worksheet_find_cell_in_row(row, above->col_num);
        if (below == NULL || below->type != FORMULA_CELL)
            return above->row_num;
        int moved = gp_count_moved(above->u.string, below->u.string);
        if (above == cell && moved >= 0)
            moving = gp_count_moving(cell->u.string);
        if (moved < 0 || moved != moving)
            return above->row_num;
        above = below;
    }
}

// What a cell's formula is filled down with; NULL where it stands alone.
static const struct fill *fill_of(lxw_worksheet *sheet, const lxw_cell *cell) {
    if (fills.sheet != sheet)
        memset(&fills, 0, sizeof fills);
    fills.sheet = sheet;
    if (cell->col_num >= MOST_COLUMNS || sheet->optimize)
        return NULL;
    struct fill *fill = &fills.columns[cell->col_num];
    if (fill->last > 0 && fill->last >= cell->row_num)
        return fill;
    lxw_row_t last = last_filled(sheet, cell);
    if (last - cell->row_num + 1 < FEWEST_ROWS)
        return NULL;
    *fill = (struct fill){cell->row_num, last, fills.count++};
    return fill;
}

// "<f t="shared" ref="B7:B20" si="3">" of the first cell; the others point at it and end there.
static void start_filled(struct piece *piece, const lxw_cell *cell, const struct fill *fill) {
    ADD(piece, "<f t=\"shared\"");
    if (cell->row_num == fill->first) {
        ADD(piece, " ref=\"");
        add_name(piece, fill->first, cell->col_num);
        ADD(piece, ":");
        add_name(piece, fill->last, cell->col_num);
        ADD(piece, "\"");
    }
    ADD(piece, " si=\"");
    add_whole(piece, fill->number);
    ADD(piece, "\"");
}

// Behind a formula stands what it gives: a number, or a text.
static void add_formula(struct piece *piece, const lxw_cell *cell, const struct fill *fill) {
    bool text = cell->user_data2 != NULL;
    if (text)
        ADD(piece, " t=\"str\"");
    ADD(piece, ">");
    if (fill == NULL)
        ADD(piece, "<f");
    else
        start_filled(piece, cell, fill);
    if (fill != NULL && cell->row_num > fill->first) {
        ADD(piece, "/><v>");
    } else {
        ADD(piece, ">");
        add_escaped(piece, cell->u.string);
        ADD(piece, "</f><v>");
    }
    if (text)
        add_escaped(piece, cell->user_data2);
    else
        add_number(piece, cell->formula_result);
    ADD(piece, "</v></c>");
}

static bool is_blank(char sign) {
    return sign != '\0' && strchr(" \t\n\v\f\r", sign) != NULL;
}

// A text that stands in its cell, of a sheet whose rows are handed on as they come.
static void add_inline(struct piece *piece, const char *text) {
    size_t length = strlen(text);
    ADD(piece, " t=\"inlineStr\"><is><t");
    if (length > 0 && (is_blank(text[0]) || is_blank(text[length - 1])))
        ADD(piece, " xml:space=\"preserve\"");
    ADD(piece, ">");
    add_escaped(piece, text);
    ADD(piece, "</t></is></c>");
}

// What is not written here, the library writes itself.
static void leave(lxw_worksheet *sheet, lxw_cell *cell, lxw_format *row_format) {
    union {
        void *symbol;
        cell_writer *writer;
    } library = {.symbol = dlsym(RTLD_NEXT, "_write_cell")};
    if (library.symbol == NULL)
        abort(); // the library has called this function of its own
    library.writer(sheet, cell, row_format);
}

void gp_write_cell(lxw_worksheet *sheet, lxw_cell *cell, lxw_format *row_format) {
    struct piece piece = {.file = sheet->file, .length = 0};
    int32_t style = cell_style(sheet, cell, row_format);
    bool ours = cell->type == NUMBER_CELL || cell->type == STRING_CELL ||
                cell->type == FORMULA_CELL || cell->type == BLANK_CELL ||
                cell->type == INLINE_STRING_CELL;
    if (!ours) {
        leave(sheet, cell, row_format);
        return;
    }
    styles.writes++;
    if (cell->type == BLANK_CELL && style == 0)
        return;
    add_start(&piece, cell, style);
    if (cell->type == BLANK_CELL) {
        ADD(&piece, "/>");
    } else if (cell->type == FORMULA_CELL) {
        add_formula(&piece, cell, fill_of(sheet, cell));
    } else if (cell->type == INLINE_STRING_CELL) {
        add_inline(&piece, cell->u.string);
    } else if (cell->type == STRING_CELL) {
        ADD(&piece, " t=\"s\"><v>");
        add_whole(&piece, cell->u.string_id);
        ADD(&piece, "</v></c>");
    } else {
        ADD(&piece, "><v>");
        add_number(&piece, cell->u.number);
        ADD(&piece, "</v></c>");
    }
    flush(&piece);
}
