// shape.h - a table as it came, to a plain one: one header, and below it a row a thing.
//
// The dialect is found by its score, or told; it makes one header of what heads the table and drops
// what is no answer. Then, whatever the dialect: blanks in headers are made single ones, first and
// last names become one name, "Last, First" is turned where a whole column is written so, and rows
// of people who have left are dropped. What happened to rows is said in a warning.
#ifndef GP_READ_SHAPE_H
#define GP_READ_SHAPE_H

#include "base/messages.h"
#include "read/dialect.h"

// A plain table, and what is known of how it came.
struct gp_shaped {
    struct gp_csv csv;
    const struct gp_dialect *dialect, *runner_up; // runner_up: NULL if nothing else scored
    gp_permille score, runner_up_score;
    bool told;            // by --dialect
    uint32_t header_line; // of the file
    size_t title_count;   // rows above it
    size_t header_rows;
    size_t dropped;                     // rows that were no answers: previews, people who have left
    size_t last_name, status, pay_type; // columns that were used up; GP_NO_COLUMN: none
    const char **fields; // [column]: what the dialect says it is; "" passed over; NULL: nothing
};

// A cell of the rows where headers may be: its folded key, and whether a number sign stood in it.
struct gp_folded_cell {
    const char *key; // NULL: nothing that a tool writes
    bool numbered;
};
// The rows, and the cells of each at either end together, that are looked at for a tool's columns.
enum { GP_HEADER_ROWS = 20, GP_HEADER_CELLS = 80 };

// What the headers of a table are known as, counted once for all plain dialects.
struct gp_known_headers {
    bool counted;
    size_t header; // which row they are
    size_t filled, known, ratings, activities, people;
};

// A table while it is shaped; for the functions of dialects.
struct gp_shaping {
    struct gp_memory *memory;
    const struct gp_names *names;
    struct gp_messages *messages;
    const char *source;             // the file's name
    struct gp_csv csv;              // all rows at first
    struct gp_folded_cell *folded;  // [row * GP_HEADER_CELLS + cell], by gp_dialect_fold()
    struct gp_known_headers *plain; // what is known of the plain header; not counted at first
    size_t header;                  // which row heads the table
    size_t header_rows;
    size_t dropped;
};

// Fields that tables may have besides those of their input, and that are used up here.
enum gp_shape_field { GP_SHAPE_FIRST_NAME, GP_SHAPE_LAST_NAME, GP_SHAPE_STATUS, GP_SHAPE_PAY_TYPE };
enum { GP_SHAPE_FIELD_COUNT = 4 };
extern const char *const gp_shape_fields[GP_SHAPE_FIELD_COUNT];

// Reads a whole input and makes it plain. False, and reported, where it cannot be read, or is of
// two dialects at once.
bool gp_table_shape(struct gp_memory *memory, const struct gp_names *names,
                    const struct gp_source *source, enum gp_input input,
                    struct gp_messages *messages, struct gp_shaped *shaped);

// The input whose dialects score highest for a file; answers where none does.
enum gp_input gp_table_input(const struct gp_shaping *shaping);

// A dialect by its name for the command line; NULL if there is none.
const struct gp_dialect *gp_dialect_find(const char *name);
// "plain-wide, plain-long, ..."
const char *gp_dialect_names(struct gp_memory *memory);

#endif
