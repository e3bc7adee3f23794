#include "read/xlsx.h"

#include "read/xlsx_parts.h"

#include <string.h>

#define ZIP "PK\x03\x04"
#define EMPTY_ZIP "PK\x05\x06"
#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // .xls, and what is encrypted

static bool starts_with(struct gp_bytes bytes, const char *start) {
    size_t length = strlen(start);
    return bytes.length >= length && memcmp(bytes.data, start, length) == 0;
}

bool gp_is_workbook(struct gp_bytes bytes) {
    return starts_with(bytes, ZIP) || starts_with(bytes, EMPTY_ZIP) || starts_with(bytes, COMPOUND);
}

// A workbook with a password lies encrypted in a container of the old kind, under a name in UTF-16.
static bool is_encrypted(struct gp_bytes bytes) {
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    const char *at = bytes.data, *end = bytes.data + bytes.length;
    while (at != NULL && (size_t)(end - at) >= sizeof name) {
        if (memcmp(at, name, sizeof name) == 0)
            return true;
        at = memchr(at + 1, name[0], (size_t)(end - at) - 1);
    }
    return false;
}

static bool refuse_compound(const struct gp_source *source, struct gp_messages *messages) {
    struct gp_at at = {source->name, 0, 0};
    if (is_encrypted(source->bytes))
        return gp_error(messages, at,
                        "this file is encrypted; take the password off and save it as .xlsx or "
                        "CSV");
    return gp_error(messages, at,
                    "this is a workbook of the old kind (.xls); save it as .xlsx or CSV");
}

// Reports what is wrong in the cells that are taken, and empties them. Formulas without values come
// by the hundred, and one remedy mends all.
static bool report_faults(const struct gp_workbook *book, struct gp_csv *csv,
                          const struct gp_cell_faults *faults) {
    bool valued = true;
    for (size_t i = 0; i < faults->count; i++) {
        const struct gp_cell_fault *fault = &faults->items[i];
        struct gp_at at = gp_csv_at(csv, fault->row, fault->column);
        const char *text = gp_csv_text(csv, fault->row, fault->column);
        if (strcmp(text, fault->text) != 0)
            continue;
        gp_csv_put(csv, fault->row, fault->column, "");
        if (!fault->no_value)
            gp_error(book->messages, at,
                     "this cell shows the error %s; correct its formula, or empty it",
                     gp_quoted(book->memory, fault->text));
        else if (valued)
            valued = gp_error(book->messages, at,
                              "this cell has a formula without its value; open the workbook in a "
                              "spreadsheet program and save it there");
    }
    return valued;
}

static bool read_book(struct gp_workbook *book, struct gp_csv *csv) {
    struct gp_cell_faults faults = {.count = 0};
    if (!gp_workbook_find(book) || !gp_workbook_texts(book) || !gp_workbook_styles(book))
        return false;
    csv->file = gp_print(book->memory, "%s [%s]", book->file, book->sheet_name);
    csv->delimiter = ',';
    if (!gp_sheet_read(book, csv, &faults))
        return false;
    // A plan's rows are a part of all rows: the faults' places are those of all.
    struct gp_csv all = *csv;
    all.rows = gp_alloc(book->memory, csv->row_count, sizeof *all.rows);
    memcpy(all.rows, csv->rows, csv->row_count * sizeof *all.rows);
    if (gp_is_own_workbook(book) && !gp_own_rows(book, &faults, csv))
        return false;
    return report_faults(book, &all, &faults);
}

bool gp_xlsx_read(struct gp_memory *memory, const struct gp_source *source,
                  struct gp_messages *messages, struct gp_csv *csv) {
    if (starts_with(source->bytes, COMPOUND))
        return refuse_compound(source, messages);
    struct gp_csv rows = {.memory = memory, .texts = gp_texts_new(memory)};
    struct gp_workbook book = {.memory = memory, .messages = messages, .file = source->name};
    book.archive = gp_archive_open(memory, source, messages);
    if (book.archive == NULL)
        return false;
    bool good = read_book(&book, &rows);
    gp_archive_close(book.archive);
    if (good)
        *csv = rows;
    return good;
}
