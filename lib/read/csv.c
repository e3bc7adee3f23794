#include "read/csv.h"

#include "base/charset.h"
#include "base/text.h"
#include "read/csv_parts.h"
#include "read/delimiter.h"
#include "read/xlsx.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

// What is gathered while libcsv calls back. libcsv knows no positions, so it is fed line by line
// and `line` is that of the bytes it is fed now. A line without a quote needs none of its rules,
// and is cut at the delimiters here, in less than half the time: nearly all are such.
struct reading {
    struct gp_memory *memory;
    struct gp_messages *messages;
    struct gp_csv csv;
    size_t row_capacity;
    // Of the row being read.
    uint32_t *cells;
    uint32_t *lines; // [cell]: where it starts, of a row with a quote
    size_t cell_count, cell_capacity, line_capacity;
    uint32_t first_line;
    uint32_t line;
    uint32_t singles[UINT8_MAX + 1]; // [byte]: the number of the text of that byte; 0: none yet
    bool capped;                     // a cap was passed; nothing further is taken
};

static struct gp_at place(const struct reading *reading, uint32_t line, size_t field) {
    return (struct gp_at){reading->csv.file, line, (uint32_t)field};
}

static bool is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r'); // tab, line breaks, page breaks
}

// Bytes of the blank at the start of a text; 0 if there is none. Spreadsheets and web pages leave
// no-break spaces behind, which nobody sees and nobody means.
static size_t blank_ahead(const char *bytes, size_t length) {
    if (length >= 1 && is_blank(bytes[0]))
        return 1;
    return length >= 2 && bytes[0] == '\xC2' && bytes[1] == '\xA0' ? 2 : 0;
}

static size_t blank_behind(const char *bytes, size_t length) {
    if (length >= 1 && is_blank(bytes[length - 1]))
        return 1;
    return length >= 2 && bytes[length - 2] == '\xC2' && bytes[length - 1] == '\xA0' ? 2 : 0;
}

size_t gp_csv_blank(const char *text) {
    return blank_ahead(text, text[0] == '\0' ? 0 : text[1] == '\0' ? 1 : 2);
}

// Most cells have nothing to trim, and are told by their ends.
static bool is_plain(char byte) {
    return byte > ' ' && byte <= '~';
}

static struct gp_bytes trimmed(const char *bytes, size_t length) {
    size_t blank = 0;
    if (length > 0 && is_plain(bytes[0]) && is_plain(bytes[length - 1]))
        return (struct gp_bytes){bytes, length};
    while ((blank = blank_ahead(bytes, length)) > 0) {
        bytes += blank;
        length -= blank;
    }
    while ((blank = blank_behind(bytes, length)) > 0)
        length -= blank;
    return (struct gp_bytes){bytes, length};
}

const char *gp_csv_trimmed(struct gp_memory *memory, const char *bytes, size_t length) {
    struct gp_bytes text = trimmed(bytes, length);
    return text.length == 0 ? "" : gp_copy(memory, text.data, text.length);
}

static void refuse_longer(struct reading *reading, uint32_t line) {
    gp_error(reading->messages, place(reading, line, reading->cell_count + 1),
             "this field has more than %d bytes; is its closing quote missing?", GP_LONGEST_FIELD);
    reading->capped = true;
}

// The line a field started on that ends on this one. No break can have been in one of a row that is
// still on its first line.
static uint32_t line_of(const struct reading *reading, const char *text, size_t length) {
    bool first = reading->line == reading->first_line;
    return first ? reading->line : reading->line - gp_text_breaks(text, length);
}

// The number of a cell's text. Most cells are empty or a single digit.
static uint32_t number_of(struct reading *reading, const char *text, size_t length) {
    if (length == 0)
        return 0;
    if (length == 1 && is_plain(text[0])) {
        uint32_t *single = &reading->singles[(unsigned char)text[0]];
        if (*single == 0)
            *single = gp_texts_put(reading->csv.texts, text, length);
        return *single;
    }
    struct gp_bytes cell = trimmed(text, length);
    return gp_texts_put(reading->csv.texts, cell.data, cell.length);
}

static void make_room(struct reading *reading) {
    struct gp_memory *memory = reading->memory;
    reading->cells = gp_grow(memory, reading->cells, reading->cell_count, &reading->cell_capacity,
                             sizeof *reading->cells);
    reading->lines = gp_grow(memory, reading->lines, reading->cell_count, &reading->line_capacity,
                             sizeof *reading->lines);
}

// Adds a field that started on a line to the row.
static void add_field(struct reading *reading, uint32_t line, const char *text, size_t length) {
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
    if (reading->cell_count == reading->cell_capacity)
        make_room(reading);
    reading->lines[reading->cell_count] = line;
    reading->cells[reading->cell_count++] = number_of(reading, text, length);
}

static void take_field(void *text, size_t length, void *data) {
    struct reading *reading = data;
    add_field(reading, line_of(reading, text, length), text, length);
}

static bool says_something(const struct reading *reading) {
    size_t count = reading->cell_count;
    while (count > 0 && reading->cells[count - 1] == 0)
        count--;
    return count > 0;
}

// Where the cells of a row stand that goes over several lines.
static struct gp_place *find_places(const struct reading *reading) {
    size_t count = reading->cell_count;
    struct gp_place *places = gp_alloc(reading->memory, count + 1, sizeof *places);
    for (size_t i = 0; i < count; i++)
        places[i] = (struct gp_place){reading->lines[i], (uint32_t)(i + 1)};
    places[count] = (struct gp_place){reading->line, (uint32_t)(count + 1)};
    return places;
}

static uint32_t *copied_cells(const struct reading *reading) {
    uint32_t *cells = gp_alloc(reading->memory, reading->cell_count, sizeof *cells);
    return memcpy(cells, reading->cells, reading->cell_count * sizeof *cells);
}

static void keep_row(struct reading *reading) {
    struct gp_csv *csv = &reading->csv;
    size_t count = reading->cell_count;
    if (csv->row_count == GP_MOST_ROWS) {
        gp_error(reading->messages, place(reading, reading->line, 0),
                 "there are more than %d rows; give one part of them after the other",
                 GP_MOST_ROWS);
        reading->capped = true;
        return;
    }
    csv->rows = gp_grow(reading->memory, csv->rows, csv->row_count, &reading->row_capacity,
                        sizeof *csv->rows);
    struct gp_packed *packed = gp_pack(reading->memory, reading->cells, count);
    csv->rows[csv->row_count++] = (struct gp_row){
        .cells = packed == NULL ? copied_cells(reading) : NULL,
        .packed = packed,
        .count = (uint32_t)count,
        .line = reading->line,
        .places = reading->line == reading->first_line ? NULL : find_places(reading)};
}

static void take_row(int end, void *data) {
    (void)end;
    struct reading *reading = data;
    if (says_something(reading) && !reading->capped)
        keep_row(reading);
    reading->cell_count = 0;
}

// The next signs of a text that matter, looked for with memchr() and not again until they are
// passed. Without any it is the end.
struct signs {
    const char *lf, *cr, *quote, *end;
};

static const char *find_sign(const char *from, const char *end, char sign) {
    const char *found = from == end ? NULL : memchr(from, sign, (size_t)(end - from));
    return found == NULL ? end : found;
}

static struct signs find_signs(struct gp_bytes text) {
    const char *start = text.data, *end = text.data + text.length;
    return (struct signs){find_sign(start, end, '\n'), find_sign(start, end, '\r'),
                          find_sign(start, end, '"'), end};
}

static void pass_signs(struct signs *signs, const char *to) {
    if (signs->lf < to)
        signs->lf = find_sign(to, signs->end, '\n');
    if (signs->cr < to)
        signs->cr = find_sign(to, signs->end, '\r');
    if (signs->quote < to)
        signs->quote = find_sign(to, signs->end, '"');
}

// Bytes up to the first line break and with it, `longest` at most. A CR at the end may be the first
// half of a CRLF: see end_line().
static size_t piece_length(const struct signs *signs, const char *from, size_t longest) {
    const char *first = signs->cr < signs->lf ? signs->cr : signs->lf;
    size_t length = (size_t)(first - from) + (first < signs->end);
    if (first == signs->cr && signs->lf == first + 1 && signs->lf < signs->end)
        length++;
    return length < longest ? length : longest;
}

static bool is_break(char byte) {
    return byte == '\n' || byte == '\r';
}

// Whether a piece is all of a line and has no quote.
static bool is_simple(const struct signs *signs, const char *from, size_t piece) {
    const char *end = from + piece;
    return signs->quote >= end && (end == signs->end || is_break(end[-1]));
}

// Most cells are too short to call memchr() for.
static const char *find_delimiter_sign(const char *from, const char *end, char delimiter) {
    enum { SHORT = 8 };
    const char *near = end - from > SHORT ? from + SHORT : end;
    while (from < near && *from != delimiter)
        from++;
    return from < near ? from : find_sign(from, end, delimiter);
}

// Adds the signs of a simple line that are fields by themselves and were there before, from `at`
// on, which most fields are; gives where the first other field starts, or what is behind the end.
static const char *add_singles(struct reading *reading, const char *at, const char *end) {
    char delimiter = reading->csv.delimiter;
    size_t most = reading->cell_capacity < GP_MOST_FIELDS ? reading->cell_capacity : GP_MOST_FIELDS;
    size_t count = reading->cell_count;
    for (; at < end && count < most && (at + 1 == end || at[1] == delimiter); at += 2) {
        uint32_t single = reading->singles[(unsigned char)*at];
        if (single == 0 || *at == delimiter)
            break;
        reading->cells[count++] = single;
    }
    reading->cell_count = count;
    return at;
}

// Takes the row of a line that is simple; nobody will ask for the line of one of its fields. An
// empty line is none.
static void cut_line(struct reading *reading, const char *line, size_t length) {
    const char *end = line + length;
    while (end > line && is_break(end[-1]))
        end--;
    if (end == line)
        return;
    for (const char *at = line; (at = add_singles(reading, at, end)) <= end;) {
        const char *stop = find_delimiter_sign(at, end, reading->csv.delimiter);
        add_field(reading, reading->line, at, (size_t)(stop - at));
        at = stop + 1;
    }
    take_row(0, reading);
}

// The line the field libcsv is in the midst of started on.
static uint32_t field_line(const struct csv_parser *parser, const struct reading *reading) {
    return reading->line - gp_text_breaks((const char *)parser->entry_buf, parser->entry_pos);
}

// Bytes that this field has in any case: a closing quote, and blanks that may turn out to stand at
// its end, are not its own. It never falls, so that the cap is met wherever a piece ends.
static size_t sure_length(const struct csv_parser *parser) {
    size_t others = parser->spaces + (parser->quoted ? 1 : 0);
    return parser->entry_pos > others ? parser->entry_pos - others : 0;
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

// Counts the line that ends with a text, if one does: the text is all up to the end of a piece. A
// CRLF that was cut in two was counted as a CR, and as a line, with its first half.
static void end_line(struct reading *reading, struct gp_bytes text, size_t piece) {
    size_t *counts = reading->csv.line_ends;
    char last = text.data[text.length - 1];
    bool crlf = last == '\n' && text.length >= 2 && text.data[text.length - 2] == '\r';
    if (crlf && piece == 1) {
        counts[GP_CR]--;
        counts[GP_CRLF]++;
    } else if (last == '\n' || last == '\r') {
        counts[crlf ? GP_CRLF : last == '\n' ? GP_LF : GP_CR]++;
        reading->line++;
    }
}

static bool between_rows(const struct csv_parser *parser, const struct reading *reading) {
    return reading->cell_count == 0 && parser->entry_pos == 0 && !parser->quoted;
}

// Feeds the last `piece` bytes of a text. Where a cap and something else stop it, the cap was
// passed first: libcsv goes on behind one to the end of the piece.
static bool feed_piece(struct csv_parser *parser, struct reading *reading, struct gp_bytes text,
                       size_t piece, bool simple) {
    const char *bytes = text.data + text.length - piece;
    bool between = between_rows(parser, reading);
    if (between)
        reading->first_line = reading->line;
    if (between && simple) {
        cut_line(reading, bytes, piece);
        end_line(reading, text, piece);
        return !reading->capped;
    }
    bool whole = csv_parse(parser, bytes, piece, take_field, take_row, reading) == piece;
    if (whole)
        end_line(reading, text, piece);
    if (!reading->capped && sure_length(parser) > GP_LONGEST_FIELD)
        refuse_longer(reading, field_line(parser, reading));
    if (reading->capped)
        return false;
    return whole || report_stop(parser, reading);
}

static bool feed(struct csv_parser *parser, struct reading *reading, struct gp_bytes text,
                 size_t longest) {
    struct signs signs = find_signs(text);
    for (size_t done = 0; done < text.length;) {
        const char *from = text.data + done;
        pass_signs(&signs, from);
        size_t piece = piece_length(&signs, from, longest);
        done += piece;
        if (!feed_piece(parser, reading, (struct gp_bytes){text.data, done}, piece,
                        is_simple(&signs, from, piece)))
            return false;
    }
    if (csv_fini(parser, take_field, take_row, reading) == 0)
        return !reading->capped;
    uint32_t opened = field_line(parser, reading);
    return gp_error(reading->messages, place(reading, opened, reading->cell_count + 1),
                    "the quote opened on line %u is never closed, so that everything behind it "
                    "was swallowed; close it behind its text",
                    (unsigned)opened);
}

static bool decode(const struct gp_source *source, struct reading *reading,
                   struct gp_decoded *decoded) {
    return gp_charset_decode(reading->memory, source->name,
                             source->csv == NULL ? NULL : source->csv->encoding, source->bytes,
                             reading->messages, decoded);
}

// Settles the delimiter, and passes over a line that does nothing but say it.
static struct gp_bytes find_delimiter(const struct gp_csv_options *options, struct gp_bytes text,
                                      struct reading *reading) {
    char *delimiter = &reading->csv.delimiter;
    size_t passed = gp_delimiter_line(text, delimiter);
    reading->line = 1 + gp_text_breaks(text.data, passed);
    text = (struct gp_bytes){text.data + passed, text.length - passed};
    if (options != NULL && options->delimiter != '\0')
        *delimiter = options->delimiter;
    else if (passed == 0)
        *delimiter = gp_delimiter_find(text);
    return text;
}

static void warn_of_guess(const struct reading *reading, const struct gp_decoded *decoded) {
    struct gp_bytes text = decoded->text;
    int32_t code = 0;
    size_t length = gp_text_character(text.data + decoded->first, &code);
    struct gp_at at = {reading->csv.file, 1 + gp_text_breaks(text.data, decoded->first),
                       (uint32_t)gp_delimiter_field(text, decoded->first, reading->csv.delimiter)};
    gp_warn(
        reading->messages, at,
        "byte 0x%02X shows that this is not UTF-8; it was taken for %s in %s; if that is "
        "wrong, name the file's encoding with --encoding",
        (unsigned)decoded->byte,
        gp_quoted(reading->memory, gp_copy(reading->memory, text.data + decoded->first, length)),
        decoded->encoding);
}

// Digits come first, so that ratings can be packed however many texts a header has.
static struct gp_texts *new_texts(struct gp_memory *memory) {
    struct gp_texts *texts = gp_texts_new(memory);
    for (const char *digit = "0123456789"; *digit != '\0'; digit++)
        gp_texts_put(texts, digit, 1);
    return texts;
}

bool gp_csv_read_in_pieces(struct gp_memory *memory, const struct gp_source *source, size_t longest,
                           struct gp_messages *messages, struct gp_csv *csv) {
    assert(longest > 0);
    if (gp_is_workbook(source->bytes))
        return gp_xlsx_read(memory, source, messages, csv);
    struct reading reading = {.memory = memory, .messages = messages, .csv.file = source->name};
    struct gp_decoded decoded;
    if (!decode(source, &reading, &decoded))
        return false;
    reading.csv.encoding = decoded.encoding;
    reading.csv.marked = decoded.marked;
    reading.csv.memory = memory;
    reading.csv.texts = new_texts(memory);
    struct gp_bytes text = find_delimiter(source->csv, decoded.text, &reading);
    if (decoded.guessed)
        warn_of_guess(&reading, &decoded);
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, (unsigned char)reading.csv.delimiter);
    csv_set_blk_size(&parser, 1 << 14); // its own 128 bytes move a long field thousands of times
    bool good = feed(&parser, &reading, text, longest);
    csv_free(&parser);
    if (!good)
        return false;
    if (reading.csv.row_count == 0)
        return gp_error(messages, place(&reading, 0, 0),
                        "there is nothing in it; a header and rows below it would be right");
    *csv = reading.csv;
    return true;
}

bool gp_csv_read_rows(struct gp_memory *memory, const struct gp_source *source,
                      struct gp_messages *messages, struct gp_csv *csv) {
    // Short, so that a field without end is seen before it has filled the memory.
    enum { LONGEST_PIECE = 1 << 16 };
    return gp_csv_read_in_pieces(memory, source, LONGEST_PIECE, messages, csv);
}
