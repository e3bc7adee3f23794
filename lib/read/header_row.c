#include "read/header_row.h"

#include "read/intake.h"
#include "read/shape.h"

#include <string.h>

enum { MOST_ROWS = 20, MOST_CELLS = 100, ENOUGH = 2 };

static size_t filled_cells(const struct gp_csv *csv, size_t row) {
    size_t filled = 0;
    for (size_t i = 0; i < csv->rows[row].count; i++)
        filled += gp_csv_text(csv, row, i)[0] != '\0';
    return filled;
}

static bool is_field(const struct gp_names *names, const char *text) {
    static const struct {
        const char *const *names;
        size_t count;
    } inputs[] = {{gp_answer_fields, GP_ANSWER_FIELD_COUNT},
                  {gp_roster_fields, GP_ROSTER_FIELD_COUNT},
                  {gp_course_fields, GP_COURSE_FIELD_COUNT},
                  {gp_expense_fields, GP_EXPENSE_FIELD_COUNT},
                  {gp_shape_fields, GP_SHAPE_FIELD_COUNT}};
    size_t field = 0;
    enum gp_axis axis = GP_SKILL;
    if (strlen(text) > GP_LONGEST_HEADER)
        return false;
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (gp_names_field(names, text, inputs[i].names, inputs[i].count, &field) == GP_FOUND)
            return true;
    return gp_names_axis(names, text, &axis) == GP_FOUND;
}

static bool looks_like_header(const struct gp_names *names, const struct gp_csv *csv, size_t row) {
    size_t count = csv->rows[row].count < MOST_CELLS ? csv->rows[row].count : MOST_CELLS;
    size_t known = 0;
    for (size_t i = 0; i < count && known < ENOUGH; i++) {
        const char *text = gp_csv_text(csv, row, i);
        known += text[0] != '\0' && (is_field(names, text) || gp_answer_header_known(names, text));
    }
    return known >= ENOUGH;
}

size_t gp_header_row(const struct gp_names *names, const struct gp_csv *csv) {
    size_t rows = csv->row_count < MOST_ROWS ? csv->row_count : MOST_ROWS, above = 0;
    for (size_t row = 0; row < rows; row++) {
        size_t filled = filled_cells(csv, row);
        if (filled > above && filled >= ENOUGH && looks_like_header(names, csv, row))
            return row;
        above = filled > above ? filled : above;
    }
    return 0;
}

bool gp_table_read(struct gp_memory *memory, const struct gp_names *names,
                   const struct gp_source *source, struct gp_messages *messages,
                   struct gp_csv *csv) {
    if (!gp_csv_read_rows(memory, source, messages, csv))
        return false;
    gp_csv_start_at(memory, gp_header_row(names, csv), messages, csv);
    return true;
}
