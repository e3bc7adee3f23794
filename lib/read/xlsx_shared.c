// What a workbook's cells share: texts, and the formats of numbers.
#include "base/map.h"
#include "read/xlsx_parts.h"

#include <stdlib.h>
#include <string.h>

struct texts {
    struct gp_workbook *book;
    struct gp_gathered text;
    unsigned phonetic; // inside of how a text is pronounced
    bool in_text;
};

struct styles {
    struct gp_workbook *book;
    struct gp_map *codes; // id of a format of the workbook's own -> whether it is a date
    bool in_cells;        // inside of the styles of cells, not those they are made from
};

void gp_gather_anew(struct gp_gathered *gathered) {
    gathered->length = 0;
    gathered->too_long = false;
}

void gp_gather(struct gp_memory *memory, struct gp_gathered *gathered, const char *bytes,
               size_t length) {
    gathered->too_long = gathered->too_long || length > GP_LONGEST_FIELD - gathered->length;
    if (gathered->too_long)
        return;
    if (gathered->capacity - gathered->length < length) {
        size_t capacity = 2 * (gathered->length + length);
        char *wider = gp_alloc(memory, capacity, 1);
        if (gathered->length > 0)
            memcpy(wider, gathered->bytes, gathered->length);
        gathered->bytes = wider;
        gathered->capacity = capacity;
    }
    memcpy(gathered->bytes + gathered->length, bytes, length);
    gathered->length += length;
}

static void pass_text(void *data __attribute__((unused)), const char *text __attribute__((unused)),
                      size_t length __attribute__((unused))) {
}

static bool start_text(void *data, const char *name,
                       const char *const *attributes __attribute__((unused))) {
    struct texts *texts = data;
    if (strcmp(name, "si") == 0)
        gp_gather_anew(&texts->text);
    else if (strcmp(name, "rPh") == 0)
        texts->phonetic++;
    else if (strcmp(name, "t") == 0)
        texts->in_text = texts->phonetic == 0;
    return true;
}

static void take_text(void *data, const char *text, size_t length) {
    struct texts *texts = data;
    if (texts->in_text)
        gp_gather(texts->book->memory, &texts->text, text, length);
}

static bool add_text(struct texts *texts) {
    struct gp_workbook *book = texts->book;
    struct gp_at at = {book->file, 0, 0};
    if (texts->text.too_long)
        return gp_error(book->messages, at,
                        "a text of this workbook has more than %d bytes; shorten it",
                        GP_LONGEST_FIELD);
    if (book->text_count == GP_MOST_SHARED_TEXTS)
        return gp_error(book->messages, at,
                        "this workbook has more than %d texts; save the one sheet as CSV",
                        GP_MOST_SHARED_TEXTS);
    book->texts = gp_grow(book->memory, book->texts, book->text_count, &book->text_capacity,
                          sizeof *book->texts);
    book->texts[book->text_count++] =
        gp_shown_text(book->memory, texts->text.bytes, texts->text.length);
    return true;
}

static bool end_text(void *data, const char *name) {
    struct texts *texts = data;
    if (strcmp(name, "rPh") == 0)
        texts->phonetic--;
    else if (strcmp(name, "t") == 0)
        texts->in_text = false;
    return strcmp(name, "si") != 0 || add_text(texts);
}

bool gp_workbook_texts(struct gp_workbook *book) {
    static const struct gp_xml_calls calls = {start_text, end_text, take_text};
    struct texts texts = {.book = book};
    return book->shared == NULL || gp_archive_read(book->archive, book->shared, &calls, &texts);
}

static void add_style(struct styles *styles, const char *format) {
    struct gp_workbook *book = styles->book;
    size_t is_date = 0;
    bool own = format != NULL && gp_map_find(styles->codes, format, &is_date);
    book->dates = gp_grow(book->memory, book->dates, book->date_count, &book->date_capacity,
                          sizeof *book->dates);
    book->dates[book->date_count++] =
        own ? is_date != 0 : format != NULL && gp_format_id_is_date(strtoul(format, NULL, 10));
}

static bool start_style(void *data, const char *name, const char *const *attributes) {
    struct styles *styles = data;
    const char *format = gp_xml_attribute(attributes, "numFmtId");
    const char *code = gp_xml_attribute(attributes, "formatCode");
    if (strcmp(name, "cellXfs") == 0)
        styles->in_cells = true;
    else if (strcmp(name, "xf") == 0 && styles->in_cells)
        add_style(styles, format);
    else if (strcmp(name, "numFmt") == 0 && format != NULL && code != NULL)
        gp_map_add(styles->codes, gp_copy(styles->book->memory, format, strlen(format)),
                   gp_format_code_is_date(code));
    return true;
}

static bool end_style(void *data, const char *name) {
    struct styles *styles = data;
    if (strcmp(name, "cellXfs") == 0)
        styles->in_cells = false;
    return true;
}

bool gp_workbook_styles(struct gp_workbook *book) {
    static const struct gp_xml_calls calls = {start_style, end_style, pass_text};
    struct styles styles = {.book = book, .codes = gp_map_new(book->memory)};
    return book->styles == NULL || gp_archive_read(book->archive, book->styles, &calls, &styles);
}
