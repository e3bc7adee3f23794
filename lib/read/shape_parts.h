// shape_parts.h - the steps of shaping a table, for one another and for the dialects. Private to
// lib/read.
#ifndef GP_READ_SHAPE_PARTS_H
#define GP_READ_SHAPE_PARTS_H

#include "read/shape.h"

// gp_table_shape() of rows that are read, and whose first cells are folded.
bool gp_table_shape_rows(struct gp_shaping *shaping, const struct gp_csv_options *options,
                         enum gp_input input, struct gp_shaped *shaped);

// What is done with the people of a table whose header is settled: one name each, none of those
// who have left.
void gp_shape_people(struct gp_shaping *shaping, struct gp_shaped *shaped);

// Makes the row below the header the header, with these texts in it; the rows in front of it go.
void gp_shape_merge(struct gp_shaping *shaping, size_t rows, const char *const *texts);

// Drops the rows from `first` on that are marked, and counts them: marked[row].
void gp_shape_drop(struct gp_shaping *shaping, struct gp_csv *csv, size_t first,
                   const bool *marked);

#endif
