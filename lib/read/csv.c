#include "read/csv.h"

#include "base/text.h"
#include "read/xlsx.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

// What is gathered while libcsv calls back. libcsv knows no positions, so it is fed line by line
// and `line` is that of the bytes it is fed now.
struct reading {
    struct gp_memory *memory;
    struct gp_messages *messages;
    struct gp_csv csv;
    size_t row_capacity;
    struct gp_cell *cells; // of the row being read
    size_t cell_count, cell_capacity;
    size_t widest; // columns up to the last one in which any row says something
    uint32_t line;
    bool capped; // a cap was passed; nothing further is taken
};

static struct gp_at place(const struct reading *reading, uint32_t line, size_t field) {
    return (struct gp_at){reading->csv.file, line, (uint32_t)field};
}

static uint32_t count_breaks(const char *bytes, size_t length) {
    uint32_t breaks = 0;
    for (size_t i = 0; i < length; i++)
        breaks +=
            bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n'));
    return breaks;
}

// Bytes of the blank at the start of a text; 0 if there is none. Spreadsheets and web pages leave
// no-break spaces behind, which nobody sees and nobody means.
static size_t blank_ahead(const char *bytes, size_t length) {
    if (length >= 1 && strchr(" \t\r\n\v\f", bytes[0]) != NULL)
        return 1;
    return length >= 2 && memcmp(bytes, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static size_t blank_behind(const char *bytes, size_t length) {
    if (length >= 1 && strchr(" \t\r\n\v\f", bytes[length - 1]) != NULL)
        return 1;
    return length >= 2 && memcmp(bytes + length - 2, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

const char *gp_csv_trimmed(struct gp_memory *memory, const char *bytes, size_t length) {
    size_t blank = 0;
    while ((blank = blank_ahead(bytes, length)) > 0) {
        bytes += blank;
        length -= blank;
    }
    while ((blank = blank_behind(bytes, length)) > 0)
        length -= blank;
    return length == 0 ? "" : gp_copy(memory, bytes, length);
}

static void refuse_longer(struct reading *reading, uint32_t line) {
    gp_error(reading->messages, place(reading, line, reading->cell_count + 1),
             "this field has more than %d bytes; is its closing quote missing?", GP_LONGEST_FIELD);
    reading->capped = true;
}

static void take_field(void *text, size_t length, void *data) {
    struct reading *reading = data;
    uint32_t line = reading->line - count_breaks(text, length);
    if (reading->capped)
        return;
    if (length > GP_LONGEST_FIELD) {
        refuse_longer(reading, line);
        return;
    }
    if (reading->cell_count == GP_MOST_FIELDS) {
        gp_error(reading->messages, place(reading, line, 0),
                 "this row has more than %d fields; is a line break missing?", GP_MOST_FIELDS);
        reading->capped = true;
        return;
    }
    reading->cells = gp_grow(reading->memory, reading->cells, reading->cell_count,
                             &reading->cell_capacity, sizeof *reading->cells);
    reading->cells[reading->cell_count++] =
        (struct gp_cell){gp_csv_trimmed(reading->memory, text, length), line};
}

static const char *delimiter_word(char delimiter) {
    return delimiter == ';' ? "semicolon" : delimiter == '\t' ? "tab" : "comma";
}

static size_t filled_width(const struct gp_cell *cells, size_t count) {
    while (count > 0 && cells[count - 1].text[0] == '\0')
        count--;
    return count;
}

// The row's cells up to the header's width. The faulty ones are cut and kept: the cells in front
// are mostly right, and without them other files' references to the row would look wrong too.
static size_t fit_to_header(struct reading *reading, size_t filled) {
    const struct gp_csv *csv = &reading->csv;
    if (csv->row_count == 0)
        return reading->cell_count;
    size_t width = csv->rows[0].count;
    if (filled > width)
        gp_error(reading->messages, place(reading, reading->cells[width].line, width + 1),
                 "this row has %zu fields, the header has %zu; is a text with a %s missing its "
                 "quotes?",
                 filled, width, delimiter_word(csv->delimiter));
    return reading->cell_count < width ? reading->cell_count : width;
}

static void take_row(int end, void *data) {
    (void)end;
    struct reading *reading = data;
    size_t filled = filled_width(reading->cells, reading->cell_count);
    if (filled > 0 && !reading->capped) {
        struct gp_csv *csv = &reading->csv;
        size_t count = fit_to_header(reading, filled);
        // One cell more than the row has, for where the row ends.
        struct gp_cell *cells = gp_alloc(reading->memory, count + 1, sizeof *cells);
        memcpy(cells, reading->cells, count * sizeof *cells);
        cells[count] = (struct gp_cell){"", reading->line};
        csv->rows = gp_grow(reading->memory, csv->rows, csv->row_count, &reading->row_capacity,
                            sizeof *csv->rows);
        csv->rows[csv->row_count++] = (struct gp_row){cells, count};
        if (filled > reading->widest)
            reading->widest = filled;
    }
    reading->cell_count = 0;
}

// Takes a UTF-8 BOM off and refuses what is not UTF-8.
static bool check_bytes(struct gp_messages *messages, const char *file, struct gp_bytes *bytes) {
    struct gp_at at = {file, 0, 0};
    const char *data = bytes->data;
    if (bytes->length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
        *bytes = (struct gp_bytes){data + 3, bytes->length - 3};
    if (bytes->length >= 2 &&
        (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0))
        return gp_error(messages, at, "this is UTF-16; save the file as CSV UTF-8");
    size_t fault = gp_text_first_fault(bytes->data, bytes->length);
    if (fault == bytes->length)
        return true;
    unsigned byte = (unsigned char)bytes->data[fault];
    at.line = 1 + count_breaks(bytes->data, fault);
    if (byte == 0)
        return gp_error(messages, at,
                        "a NUL byte stands here, as in UTF-16; save the file as CSV UTF-8");
    return gp_error(messages, at, "byte 0x%02X is not UTF-8; save the file as CSV UTF-8", byte);
}

static char find_delimiter(struct gp_bytes bytes) {
    static const char delimiters[] = {',', ';', '\t'};
    size_t counts[sizeof delimiters] = {0};
    bool quoted = false, begun = false;
    for (size_t i = 0; i < bytes.length; i++) {
        char byte = bytes.data[i];
        bool line_break = byte == '\n' || byte == '\r';
        if (line_break && !quoted && begun)
            break;
        begun = begun || !line_break;
        quoted = quoted != (byte == '"');
        for (size_t j = 0; j < sizeof delimiters; j++)
            counts[j] += !quoted && byte == delimiters[j];
    }
    size_t best = 0;
    for (size_t j = 1; j < sizeof delimiters; j++)
        if (counts[j] > counts[best])
            best = j;
    return delimiters[best];
}

// Bytes of the first line, its line break among them.
static size_t line_length(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n')
            return i + 1;
        if (bytes[i] == '\r')
            return i + 1 + (i + 1 < length && bytes[i + 1] == '\n');
    }
    return length;
}

// The line the field libcsv is in the midst of started on.
static uint32_t field_line(const struct csv_parser *parser, const struct reading *reading) {
    return reading->line - count_breaks((const char *)parser->entry_buf, parser->entry_pos);
}

static bool report_stop(struct csv_parser *parser, struct reading *reading) {
    struct gp_at at = place(reading, reading->line, reading->cell_count + 1);
    uint32_t opened = field_line(parser, reading);
    if (csv_error(parser) != CSV_EPARSE)
        return gp_error(reading->messages, at,
                        "this field cannot be read (%s); is its closing quote missing?",
                        csv_strerror(csv_error(parser)));
    if (!parser->quoted)
        return gp_error(reading->messages, at,
                        "a quote stands inside a field that does not start with one; put quotes "
                        "around the field and write two quotes for one");
    if (opened == reading->line)
        return gp_error(reading->messages, at,
                        "a quote stands inside a field that is in quotes; write two quotes for "
                        "one");
    return gp_error(reading->messages, at,
                    "a quote stands inside a field that was opened on line %u; close it there, or "
                    "write two quotes for one",
                    (unsigned)opened);
}

static bool feed(struct csv_parser *parser, struct reading *reading, struct gp_bytes bytes) {
    // Short pieces, so that a field without end is seen before it has filled the memory.
    enum { PIECE = 1 << 16 };
    size_t done = 0;
    while (done < bytes.length) {
        size_t left = line_length(bytes.data + done, bytes.length - done);
        bool broken = strchr("\r\n", bytes.data[done + left - 1]) != NULL;
        while (left > 0) {
            size_t piece = left < PIECE ? left : PIECE;
            if (csv_parse(parser, bytes.data + done, piece, take_field, take_row, reading) != piece)
                return report_stop(parser, reading);
            reading->line += broken && piece == left;
            if (!reading->capped && parser->entry_pos > GP_LONGEST_FIELD)
                refuse_longer(reading, field_line(parser, reading));
            if (reading->capped)
                return false;
            done += piece;
            left -= piece;
        }
    }
    if (csv_fini(parser, take_field, take_row, reading) == 0)
        return !reading->capped;
    uint32_t opened = field_line(parser, reading);
    return gp_error(reading->messages, place(reading, opened, reading->cell_count + 1),
                    "the quote opened on line %u is never closed, so that everything behind it "
                    "was swallowed; close it behind its text",
                    (unsigned)opened);
}

// Empty cells at the header's end are columns only where some row says something in them.
static void settle_header(struct reading *reading) {
    struct gp_row *header = &reading->csv.rows[0];
    if (reading->widest < header->count)
        header->count = reading->widest;
    for (size_t i = 1; i < reading->csv.row_count; i++) {
        struct gp_row *row = &reading->csv.rows[i];
        if (row->count > header->count)
            row->count = header->count;
    }
}

bool gp_csv_read(struct gp_memory *memory, const struct gp_source *source,
                 struct gp_messages *messages, struct gp_csv *csv) {
    if (gp_is_workbook(source->bytes))
        return gp_xlsx_read(memory, source, messages, csv);
    struct gp_bytes bytes = source->bytes;
    if (!check_bytes(messages, source->name, &bytes))
        return false;
    struct reading reading = {.memory = memory, .messages = messages, .line = 1};
    reading.csv.file = source->name;
    reading.csv.delimiter = find_delimiter(bytes);
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, (unsigned char)reading.csv.delimiter);
    bool good = feed(&parser, &reading, bytes);
    csv_free(&parser);
    if (!good)
        return false;
    if (reading.csv.row_count == 0)
        return gp_error(messages, place(&reading, 0, 0),
                        "there is nothing in it; a header and rows below it would be right");
    settle_header(&reading);
    *csv = reading.csv;
    return true;
}

const char *gp_csv_text(const struct gp_csv *csv, size_t row, size_t column) {
    assert(row < csv->row_count);
    return column < csv->rows[row].count ? csv->rows[row].cells[column].text : "";
}

size_t gp_csv_first_text(const struct gp_csv *csv, size_t column) {
    size_t row = 0;
    while (row < csv->row_count && gp_csv_text(csv, row, column)[0] == '\0')
        row++;
    return row;
}

struct gp_at gp_csv_at(const struct gp_csv *csv, size_t row, size_t column) {
    assert(row < csv->row_count);
    const struct gp_row *found = &csv->rows[row];
    size_t cell = column < found->count ? column : found->count;
    return (struct gp_at){csv->file, found->cells[cell].line, (uint32_t)(column + 1)};
}
