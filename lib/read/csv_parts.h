// csv_parts.h - how a CSV is handed to libcsv. Private to lib/read and its tests.
#ifndef GP_READ_CSV_PARTS_H
#define GP_READ_CSV_PARTS_H

#include "read/csv.h"

// gp_csv_read_rows(), with libcsv fed at most `longest` bytes at a time, 1 or more. Rows, places
// and messages are the same for any; only how soon a field over the cap is noticed is not. A
// workbook is not read by libcsv.
bool gp_csv_read_in_pieces(struct gp_memory *memory, const struct gp_source *source, size_t longest,
                           struct gp_messages *messages, struct gp_csv *csv);

#endif
