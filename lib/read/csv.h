// csv.h - CSV bytes to rows of cells (libcsv), each cell with the place it stands at. A workbook is
// read as well: see xlsx.h.
//
// UTF-8 with or without BOM; comma, semicolon or tab (the one most frequent outside quotes in the
// first record, ties to the comma); LF, CRLF, CR; quoted line breaks. Blank lines are passed over.
#ifndef GP_READ_CSV_H
#define GP_READ_CSV_H

#include "base/messages.h"
#include "model/source.h"

enum { GP_LONGEST_FIELD = 1 << 20, GP_MOST_FIELDS = 16384 };

// Where a file lacks a column.
#define GP_NO_COLUMN ((size_t)-1)

struct gp_cell {
    const char *text; // trimmed of blanks, NUL-terminated UTF-8; never NULL
    uint32_t line;    // where the cell starts, from 1
};

struct gp_row {
    struct gp_cell *cells;
    size_t count;
};

struct gp_csv {
    const char *file;    // the name for messages
    struct gp_row *rows; // rows[0] is the header
    size_t row_count;
    char delimiter;
};

// Reads a whole input. Faults (not UTF-8, a NUL, an unclosed quote with the line it opened at, text
// behind a closing quote, a field or record over the caps, no rows at all) are reported and give
// false. Everything lives in `memory`.
bool gp_csv_read(struct gp_memory *memory, const struct gp_source *source,
                 struct gp_messages *messages, struct gp_csv *csv);

// A copy of a cell's bytes without the blanks, no-break ones among them, at either end.
const char *gp_csv_trimmed(struct gp_memory *memory, const char *bytes, size_t length);

// The cell of a row in a column (from 0); an empty text where the row is shorter.
const char *gp_csv_text(const struct gp_csv *csv, size_t row, size_t column);

// The first row, the header among them, that says something in a column; `csv->row_count` if none
// does. A column without a header is none as long as nothing stands below.
size_t gp_csv_first_text(const struct gp_csv *csv, size_t column);

// The place of a cell; for a column the row does not have, the row's last line.
struct gp_at gp_csv_at(const struct gp_csv *csv, size_t row, size_t column);

#endif
