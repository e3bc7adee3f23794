// table.h - CSV for other programs (RFC 4180, LF line ends), written cell by cell.
//
// A spreadsheet runs what starts with = + - @, a tab or a carriage return, also in a CSV: such a
// text gets an apostrophe in front. Numbers, which are ours, do not.
#ifndef GP_WRITE_TABLE_H
#define GP_WRITE_TABLE_H

#include "base/file.h"
#include "base/memory.h"

struct gp_text_table {
    struct gp_memory *memory;
    char *bytes;
    size_t length, capacity;
    bool in_row; // whether the row has a cell already
};

// A table with its header: names with commas between them, none of which needs quoting.
void gp_text_table_open(struct gp_text_table *table, struct gp_memory *memory, const char *header);

// A cell with a text; NULL is an empty one.
void gp_text_table_text(struct gp_text_table *table, const char *text);
// A cell with a number as it is to stand there: "-12.50".
void gp_text_table_number(struct gp_text_table *table, const char *number);
void gp_text_table_count(struct gp_text_table *table, size_t count);
void gp_text_table_end_row(struct gp_text_table *table);

// What was written; in the table's memory.
struct gp_bytes gp_text_table_bytes(const struct gp_text_table *table);

#endif
