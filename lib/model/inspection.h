// inspection.h - what a file was understood to be: how it is written, which tool wrote it, what
// each column was taken for and why, and what the answers in it mean. No salaries.
#ifndef GP_MODEL_INSPECTION_H
#define GP_MODEL_INSPECTION_H

#include "base/date.h"
#include "base/number.h"
#include "model/source.h"

#include <stdint.h>

// A column of the table, as its header stands in the file once rows of it are joined.
struct gp_inspected_column {
    uint32_t number; // in the file, from 1
    const char *header;
    const char *taken_for; // "skill of Pricing", "email"; "" where it is passed over or not known
    const char *why;       // "its name", "aliases.csv:12", "Qualtrics writes it", "not known", ...
};

// What an answer, or a role of a roster, that stands so often was taken for.
struct gp_inspected_label {
    const char *of;    // "skill", "experience", "interest", "manager_skill", "role"
    const char *text;  // "" for cells with nothing in them
    const char *means; // "3", "N/A", "don't know", "blank"; a rung's id, "outside"; "not known"
    size_t count;
};

enum gp_line_end { GP_LF, GP_CRLF, GP_CR };
enum { GP_LINE_END_COUNT = 3 };

struct gp_inspection {
    const char *file;
    enum gp_input input;
    // How it is written; a workbook has no encoding and no delimiter: NULL.
    const char *encoding, *delimiter;
    bool marked;                         // with a byte order mark
    size_t line_ends[GP_LINE_END_COUNT]; // how many of each
    enum gp_date_order date_order;       // as its dates show; GP_ORDER_UNKNOWN where they do not
    // What it was taken for.
    const char *dialect, *dialect_title, *runner_up; // runner_up: NULL if there is none
    gp_permille score, runner_up_score;
    bool told; // by --dialect
    size_t title_count, header_rows, row_count, dropped;
    uint32_t header_line;
    struct gp_inspected_column *columns;
    size_t column_count;
    // What is in it.
    size_t people, activities;         // activities: of those the ladder has
    struct gp_inspected_label *labels; // by what they are of, then what they mean, then text
    size_t label_count;
};

#endif
