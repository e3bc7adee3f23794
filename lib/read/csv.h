// csv.h - CSV bytes to rows of cells, each cell with the place it stands at: lines with quotes by
// libcsv, the others, which need no rules, by cutting them. A workbook is read as well: see xlsx.h.
//
// Any encoding (base/charset.h) and delimiter (read/delimiter.h), as the source's options say, else
// as the bytes show; a first line "sep=;" is taken and passed over; LF, CRLF, CR, also mixed;
// quoted line breaks. Blank lines are passed over. What is taken for Windows-1252 is warned of, at
// the first character that is not ASCII.
#ifndef GP_READ_CSV_H
#define GP_READ_CSV_H

#include "base/messages.h"
#include "base/texts.h"
#include "model/inspection.h"
#include "model/source.h"
#include "read/packed.h"

enum { GP_LONGEST_FIELD = 1 << 20, GP_MOST_FIELDS = 16384, GP_MOST_ROWS = 1 << 25 };

// Where a file lacks a column.
#define GP_NO_COLUMN ((size_t)-1)

// Where a cell starts: the line, and which field of that line it is, both from 1.
struct gp_place {
    uint32_t line, column;
};

// The cells are numbers of the table's texts, packed or not: see gp_csv_number().
struct gp_row {
    uint32_t *cells; // [count]; NULL where they are packed
    struct gp_packed *packed;
    uint32_t count;
    uint32_t line; // where the row ends
    // [count + 1], the last is where the row ends. NULL: the cells are the first fields of `line`.
    struct gp_place *places;
};

struct gp_csv {
    struct gp_memory *memory; // of the rows and texts
    const char *file;         // the name for messages
    struct gp_row *rows;      // rows[0] is the header
    size_t row_count;
    struct gp_texts *texts; // of the cells: trimmed of blanks, UTF-8
    char delimiter;
    // What the input was found to be.
    const char *encoding;                // as of struct gp_decoded
    bool marked;                         // with a byte order mark
    size_t line_ends[GP_LINE_END_COUNT]; // how many of each, those in quotes among them
    size_t title_count;                  // rows above the header, passed over
};

// Reads a whole input whose first row is its header: gp_csv_read_rows(), then gp_csv_start_at() the
// first.
bool gp_csv_read(struct gp_memory *memory, const struct gp_source *source,
                 struct gp_messages *messages, struct gp_csv *csv);

// Reads the rows of a whole input, each as long as it is: there is at least one. Faults (bytes that
// cannot be decoded, a NUL, an unclosed quote with the line it opened at, text behind a closing
// quote, a field or record over the caps, no rows at all) are reported and give false. Everything
// lives in `memory`.
bool gp_csv_read_rows(struct gp_memory *memory, const struct gp_source *source,
                      struct gp_messages *messages, struct gp_csv *csv);

// Makes a row the header: those above it are dropped, empty columns at its end, too, where no row
// says anything in them, and those below get no longer than it is. Rows that say more than that are
// reported, and are cut.
void gp_csv_start_at(struct gp_memory *memory, size_t row, struct gp_messages *messages,
                     struct gp_csv *csv);

// A copy of a cell's bytes without the blanks, no-break ones among them, at either end.
const char *gp_csv_trimmed(struct gp_memory *memory, const char *bytes, size_t length);

// Bytes of the blank, a no-break one or a line break, at the start of a text; 0 if there is none.
size_t gp_csv_blank(const char *text);

// The cell of a row in a column (from 0), by the number of its text; 0, the empty text's, where the
// row is shorter.
static inline uint32_t gp_csv_number(const struct gp_csv *csv, size_t row, size_t column) {
    const struct gp_row *found = &csv->rows[row];
    if (column >= found->count)
        return 0;
    return found->packed == NULL ? found->cells[column] : gp_packed_number(found->packed, column);
}

// The same cell's text.
const char *gp_csv_text(const struct gp_csv *csv, size_t row, size_t column);

// Puts a text into a cell that the row has; it is copied.
void gp_csv_put(struct gp_csv *csv, size_t row, size_t column, const char *text);

// The first row, the header among them, that says something in a column; `csv->row_count` if none
// does. A column without a header is none as long as nothing stands below.
size_t gp_csv_first_text(const struct gp_csv *csv, size_t column);

// Whether a row below the header says something in a column.
bool gp_csv_says(const struct gp_csv *csv, size_t column);

// The place of a cell; for a column the row does not have, the row's last line.
struct gp_at gp_csv_at(const struct gp_csv *csv, size_t row, size_t column);

#endif
