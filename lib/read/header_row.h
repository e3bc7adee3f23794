// header_row.h - which row of a table is its header, where titles stand above it.
#ifndef GP_READ_HEADER_ROW_H
#define GP_READ_HEADER_ROW_H

#include "read/csv.h"
#include "read/names.h"

// The first row that looks like a header: at least two of its cells are called as columns of any
// input are (a field, an axis, an axis of an activity), and every row above it says something in
// fewer cells. 0 if there is none among the first 20 rows. Of each row the first 100 cells count.
size_t gp_header_row(const struct gp_names *names, const struct gp_csv *csv);

// Reads a whole input, and drops the rows above its header. As gp_csv_read() otherwise.
bool gp_table_read(struct gp_memory *memory, const struct gp_names *names,
                   const struct gp_source *source, struct gp_messages *messages,
                   struct gp_csv *csv);

#endif
