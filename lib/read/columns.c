#include "read/columns.h"

static void take_field(struct gp_intake *intake, const struct gp_csv *csv, size_t column,
                       const char *field, size_t *at) {
    if (*at == GP_NO_COLUMN)
        *at = column;
    else
        gp_intake_twice(intake, csv, column, *at, field);
}

static void read_header(struct gp_intake *intake, const struct gp_csv *csv, size_t column,
                        const struct gp_fields *fields, size_t *at) {
    const char *text = gp_csv_text(csv, 0, column);
    struct gp_at place = gp_csv_at(csv, 0, column);
    if (gp_csv_first_text(csv, column) == csv->row_count)
        return;
    size_t field = fields->count;
    enum gp_found found = gp_names_field(intake->names, text, fields->names, fields->count, &field);
    if (found == GP_FOUND) {
        if (field == fields->synonym)
            field = fields->of;
        take_field(intake, csv, column, fields->names[field], &at[field]);
    } else if (text[0] == '\0') {
        gp_error(intake->messages, place,
                 "the column has texts and no header; name it, or empty it");
    } else if (gp_names_ignored(intake->names, text)) {
        return;
    } else if (found == GP_FOUND_TOO_COSTLY) {
        gp_intake_costly(intake, place, text);
    } else {
        gp_error(intake->messages, place,
                 "the column %s is not known; correct it, or add an ignore rule to aliases.csv%s",
                 gp_quoted(intake->memory, text),
                 gp_names_suggest_field(intake->names, text, fields->names, fields->suggested));
    }
}

void gp_columns_read(struct gp_intake *intake, const struct gp_csv *csv,
                     const struct gp_fields *fields, size_t *at) {
    for (size_t i = 0; i < fields->count; i++)
        at[i] = GP_NO_COLUMN;
    for (size_t i = 0; i < csv->rows[0].count; i++)
        read_header(intake, csv, i, fields, at);
}

const char *gp_field_text(const struct gp_csv *csv, const size_t *at, size_t row, size_t field) {
    return at[field] == GP_NO_COLUMN ? "" : gp_csv_text(csv, row, at[field]);
}

struct gp_at gp_field_place(const struct gp_csv *csv, const size_t *at, size_t row, size_t field) {
    return gp_csv_at(csv, row, at[field] == GP_NO_COLUMN ? 0 : at[field]);
}
