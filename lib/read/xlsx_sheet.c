// A sheet's XML to rows: cells stand in order, and those that are empty may be left out.
#include "read/xlsx_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 1 << 20 };

enum cell_kind { KIND_NUMBER, KIND_SHARED, KIND_BOOLEAN, KIND_ERROR, KIND_TEXT };

struct reading {
    struct gp_workbook *book;
    struct gp_csv *csv;
    struct gp_cell_faults *faults;
    size_t row_capacity;
    uint32_t *cells; // of the row being read, up to the last one that says something
    size_t cell_count, cell_capacity;
    size_t cells_kept, widest;
    uint32_t line; // of the row being read
    size_t column; // of the cell being read, from 1
    enum cell_kind kind;
    unsigned long style;
    bool in_data, has_formula, in_text;
    unsigned phonetic;
    struct gp_gathered text;
};

static struct gp_at place(const struct reading *reading) {
    return (struct gp_at){reading->csv->file, reading->line, (uint32_t)reading->column};
}

static bool damaged(const struct reading *reading, const char *what) {
    return gp_error(reading->book->messages, place(reading),
                    "this workbook is damaged: %s; save it anew as .xlsx or CSV", what);
}

static bool refuse_larger(const struct reading *reading) {
    return gp_error(reading->book->messages, place(reading),
                    "the table of this sheet has more than %d cells; clear what stands far from "
                    "it, or save it as CSV",
                    GP_MOST_CELLS);
}

static bool start_row(struct reading *reading, const char *number) {
    unsigned long line = number == NULL ? reading->line + 1UL : strtoul(number, NULL, 10);
    reading->cell_count = reading->column = 0;
    if (line <= reading->line || line > MOST_ROWS)
        return damaged(reading, "the row behind this one has no number that follows");
    reading->line = (uint32_t)line;
    return true;
}

// The column of a reference such as "AB12", from 1; 0 for what is none.
static size_t column_of(const char *reference) {
    size_t column = 0;
    for (; *reference >= 'A' && *reference <= 'Z' && column <= GP_MOST_FIELDS; reference++)
        column = column * 26 + (size_t)(*reference - 'A') + 1;
    return column;
}

static enum cell_kind kind_of(const char *type) {
    static const struct {
        const char *type;
        enum cell_kind kind;
    } kinds[] = {{"s", KIND_SHARED}, {"b", KIND_BOOLEAN},      {"e", KIND_ERROR},
                 {"str", KIND_TEXT}, {"inlineStr", KIND_TEXT}, {"d", KIND_TEXT}};
    for (size_t i = 0; type != NULL && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(type, kinds[i].type) == 0)
            return kinds[i].kind;
    return KIND_NUMBER;
}

static bool start_cell(struct reading *reading, const char *const *attributes) {
    const char *reference = gp_xml_attribute(attributes, "r");
    const char *style = gp_xml_attribute(attributes, "s");
    size_t column = reference == NULL ? reading->column + 1 : column_of(reference);
    if (column <= reading->column || column > GP_MOST_FIELDS)
        return damaged(reading, "the cell behind this one has no place that follows");
    reading->column = column;
    reading->kind = kind_of(gp_xml_attribute(attributes, "t"));
    reading->style = style == NULL ? 0 : strtoul(style, NULL, 10);
    reading->has_formula = false;
    gp_gather_anew(&reading->text);
    return true;
}

static bool start_element(void *data, const char *name, const char *const *attributes) {
    struct reading *reading = data;
    if (strcmp(name, "sheetData") == 0)
        reading->in_data = true;
    if (!reading->in_data)
        return true;
    if (strcmp(name, "row") == 0)
        return start_row(reading, gp_xml_attribute(attributes, "r"));
    if (strcmp(name, "c") == 0)
        return start_cell(reading, attributes);
    if (strcmp(name, "f") == 0)
        reading->has_formula = true;
    else if (strcmp(name, "rPh") == 0)
        reading->phonetic++;
    else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        reading->in_text = reading->phonetic == 0;
    return true;
}

static void take_text(void *data, const char *text, size_t length) {
    struct reading *reading = data;
    if (reading->in_text)
        gp_gather(reading->book->memory, &reading->text, text, length);
}

// What the cell holds, as people see it; NULL for a text that is not there.
static const char *shown(const struct reading *reading) {
    const struct gp_workbook *book = reading->book;
    const char *raw = gp_csv_trimmed(book->memory, reading->text.bytes, reading->text.length);
    bool is_date = reading->style < book->date_count && book->dates[reading->style];
    size_t index = 0;
    switch (reading->kind) {
    case KIND_NUMBER:
        return is_date ? gp_shown_day(book->memory, raw, book->from_1904)
                       : gp_shown_number(book->memory, raw);
    case KIND_SHARED:
        index = strtoul(raw, NULL, 10);
        return raw[0] == '\0' ? "" : index < book->text_count ? book->texts[index] : NULL;
    case KIND_BOOLEAN:
        return raw[0] == '\0' ? "" : strcmp(raw, "0") == 0 ? "FALSE" : "TRUE";
    case KIND_ERROR:
        return raw;
    case KIND_TEXT:
        break;
    }
    return gp_shown_text(book->memory, reading->text.bytes, reading->text.length);
}

static void add_fault(struct reading *reading, const char *text, bool no_value) {
    struct gp_cell_faults *faults = reading->faults;
    faults->items = gp_grow(reading->book->memory, faults->items, faults->count, &faults->capacity,
                            sizeof *faults->items);
    faults->items[faults->count++] =
        (struct gp_cell_fault){reading->csv->row_count, reading->column - 1, text, no_value};
}

// The cells left out in front of it are put as empty ones.
static bool put_cell(struct reading *reading, const char *text) {
    if (reading->cells_kept + reading->column > GP_MOST_CELLS)
        return refuse_larger(reading);
    while (reading->cell_count < reading->column) {
        reading->cells = gp_grow(reading->book->memory, reading->cells, reading->cell_count,
                                 &reading->cell_capacity, sizeof *reading->cells);
        reading->cells[reading->cell_count++] = 0;
    }
    reading->cells[reading->column - 1] = gp_texts_put(reading->csv->texts, text, strlen(text));
    return true;
}

static bool end_cell(struct reading *reading) {
    if (reading->text.too_long)
        return gp_error(reading->book->messages, place(reading),
                        "this cell has more than %d bytes; shorten it", GP_LONGEST_FIELD);
    const char *text = shown(reading);
    if (text == NULL)
        return damaged(reading, "this cell has a text that is not there");
    // A text that is empty is a formula's value, too; a number is not.
    if (reading->has_formula && text[0] == '\0' && reading->kind != KIND_TEXT) {
        text = "=";
        add_fault(reading, text, true);
    } else if (reading->kind == KIND_ERROR) {
        add_fault(reading, text, false);
    }
    return text[0] == '\0' || put_cell(reading, text);
}

static void end_row(struct reading *reading) {
    struct gp_csv *csv = reading->csv;
    if (reading->cell_count == 0)
        return;
    uint32_t *cells = gp_alloc(reading->book->memory, reading->cell_count, sizeof *cells);
    memcpy(cells, reading->cells, reading->cell_count * sizeof *cells);
    csv->rows = gp_grow(reading->book->memory, csv->rows, csv->row_count, &reading->row_capacity,
                        sizeof *csv->rows);
    csv->rows[csv->row_count++] = (struct gp_row){
        .cells = cells, .count = (uint32_t)reading->cell_count, .line = reading->line};
    reading->cells_kept += reading->cell_count;
    if (reading->cell_count > reading->widest)
        reading->widest = reading->cell_count;
}

static bool end_element(void *data, const char *name) {
    struct reading *reading = data;
    if (!reading->in_data)
        return true;
    if (strcmp(name, "c") == 0)
        return end_cell(reading);
    if (strcmp(name, "sheetData") == 0)
        reading->in_data = false;
    else if (strcmp(name, "row") == 0)
        end_row(reading);
    else if (strcmp(name, "rPh") == 0)
        reading->phonetic--;
    else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        reading->in_text = false;
    return true;
}

// Makes all rows as wide as the widest: the header may stand in any, and a column without one is a
// column. There is room for a cell more.
static void widen(const struct reading *reading) {
    for (size_t i = 0; i < reading->csv->row_count; i++) {
        struct gp_row *row = &reading->csv->rows[i];
        uint32_t *cells = gp_alloc(reading->book->memory, reading->widest + 1, sizeof *cells);
        memcpy(cells, row->cells, row->count * sizeof *cells);
        row->cells = cells;
        row->count = (uint32_t)reading->widest;
    }
}

bool gp_sheet_read(struct gp_workbook *book, struct gp_csv *csv, struct gp_cell_faults *faults) {
    static const struct gp_xml_calls calls = {start_element, end_element, take_text};
    struct reading reading = {.book = book, .csv = csv, .faults = faults};
    if (!gp_archive_read(book->archive, book->sheet, &calls, &reading))
        return false;
    reading.line = 0;
    if (csv->row_count == 0)
        return gp_error(book->messages, place(&reading),
                        "there is nothing in this sheet; a header and rows below it would be "
                        "right");
    if (csv->row_count > GP_MOST_CELLS / reading.widest)
        return refuse_larger(&reading);
    widen(&reading);
    return true;
}
