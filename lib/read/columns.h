// columns.h - headers to fields, for the tables whose rows are things: a roster, a catalogue of
// courses, a list of expenses. Private to lib/read.
#ifndef GP_READ_COLUMNS_H
#define GP_READ_COLUMNS_H

#include "read/intake.h"

// What the columns of a table may be called, in lower_snake_case; rules of kind "field" lead to
// these. The first `suggested` are worth naming in a message. A column of field `synonym` is one
// of field `of`; none with both 0.
struct gp_fields {
    const char *const *names;
    size_t count, suggested;
    size_t synonym, of;
};

// Which column is which field: `at[field]`, GP_NO_COLUMN where there is none. Reports columns that
// are not known, that have texts and no header, and that say what an earlier one says. Of `intake`
// only the memory, the names and the messages are used.
void gp_columns_read(struct gp_intake *intake, const struct gp_csv *csv,
                     const struct gp_fields *fields, size_t *at);

// The same of a table that has been shaped: what its dialect says of a column comes first, and a
// tool's columns that are not known are passed over, and named in one warning.
void gp_columns_read_shaped(struct gp_intake *intake, const struct gp_shaped *shaped,
                            const struct gp_fields *fields, size_t *at);

// The text of a row in the column of a field, "" if there is none; and its place, that of the row
// then. `at` is as gp_columns_read() fills it.
const char *gp_field_text(const struct gp_csv *csv, const size_t *at, size_t row, size_t field);
struct gp_at gp_field_place(const struct gp_csv *csv, const size_t *at, size_t row, size_t field);

#endif
