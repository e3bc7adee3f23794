#include "read/columns.h"

#include <string.h>

// The columns of a table while they are read.
struct headers {
    struct gp_intake *intake;
    const struct gp_csv *csv;
    const struct gp_fields *fields;
    size_t *at;
    bool tool;      // whether columns that are not known are passed over
    size_t *passed; // those that were
    size_t passed_count;
};

static void take_field(const struct headers *headers, size_t column, size_t field) {
    const struct gp_fields *fields = headers->fields;
    if (field == fields->synonym)
        field = fields->of;
    if (headers->at[field] == GP_NO_COLUMN)
        headers->at[field] = column;
    else
        gp_intake_twice(headers->intake, headers->csv, column, headers->at[field],
                        fields->names[field]);
}

static void refuse_unknown(struct headers *headers, size_t column) {
    struct gp_intake *intake = headers->intake;
    const struct gp_fields *fields = headers->fields;
    const char *text = gp_csv_text(headers->csv, 0, column);
    struct gp_at place = gp_csv_at(headers->csv, 0, column);
    if (text[0] == '\0')
        gp_error(intake->messages, place,
                 "the column has texts and no header; name it, or empty it");
    else if (strlen(text) > GP_LONGEST_HEADER)
        gp_error(intake->messages, place, "the header %s has more than %d bytes; shorten it",
                 gp_quoted(intake->memory, text), GP_LONGEST_HEADER);
    else if (headers->tool)
        headers->passed[headers->passed_count++] = column;
    else
        gp_error(intake->messages, place,
                 "the column %s is not known; correct it, or add an ignore rule to aliases.csv%s",
                 gp_quoted(intake->memory, text),
                 gp_names_suggest_field(intake->names, text, fields->names, fields->suggested));
}

static void read_header(struct headers *headers, size_t column) {
    struct gp_intake *intake = headers->intake;
    const struct gp_fields *fields = headers->fields;
    const char *text = gp_csv_text(headers->csv, 0, column);
    struct gp_at place = gp_csv_at(headers->csv, 0, column);
    if (gp_csv_first_text(headers->csv, column) == headers->csv->row_count)
        return;
    size_t field = fields->count;
    enum gp_found found = GP_NOT_FOUND;
    if (strlen(text) <= GP_LONGEST_HEADER)
        found = gp_names_field(intake->names, text, fields->names, fields->count, &field);
    if (found == GP_FOUND)
        take_field(headers, column, field);
    else if (found == GP_FOUND_TWO_WAYS)
        gp_intake_two_ways(
            intake, place, text,
            gp_names_two_ways(intake->names, GP_RULE_FIELD, text, fields->names, fields->count));
    else if (text[0] != '\0' && gp_names_ignored(intake->names, text))
        return;
    else if (found == GP_FOUND_TOO_COSTLY)
        gp_intake_costly(intake, place, text);
    else
        refuse_unknown(headers, column);
}

void gp_columns_read(struct gp_intake *intake, const struct gp_csv *csv,
                     const struct gp_fields *fields, size_t *at) {
    struct headers headers = {.intake = intake, .csv = csv, .fields = fields, .at = at};
    for (size_t i = 0; i < fields->count; i++)
        at[i] = GP_NO_COLUMN;
    for (size_t i = 0; i < csv->rows[0].count; i++)
        read_header(&headers, i);
}

static void take_dialect(const struct headers *headers, const char *said, size_t column) {
    const struct gp_fields *fields = headers->fields;
    if (said == NULL)
        return;
    for (size_t field = 0; field < fields->count && said[0] != '\0'; field++)
        if (strcmp(said, fields->names[field]) == 0 && gp_csv_says(headers->csv, column))
            take_field(headers, column, field);
}

void gp_columns_read_shaped(struct gp_intake *intake, const struct gp_shaped *shaped,
                            const struct gp_fields *fields, size_t *at) {
    const struct gp_csv *csv = &shaped->csv;
    size_t count = csv->rows[0].count;
    struct headers headers = {.intake = intake,
                              .csv = csv,
                              .fields = fields,
                              .at = at,
                              .tool = shaped->dialect->tool,
                              .passed = gp_alloc(intake->memory, count + 1, sizeof(size_t))};
    for (size_t i = 0; i < fields->count; i++)
        at[i] = GP_NO_COLUMN;
    for (size_t i = 0; i < count; i++)
        take_dialect(&headers, shaped->fields[i], i);
    for (size_t i = 0; i < count; i++)
        if (shaped->fields[i] == NULL)
            read_header(&headers, i);
    gp_intake_passed_over(intake, csv, headers.passed, headers.passed_count);
}

const char *gp_field_text(const struct gp_csv *csv, const size_t *at, size_t row, size_t field) {
    return at[field] == GP_NO_COLUMN ? "" : gp_csv_text(csv, row, at[field]);
}

struct gp_at gp_field_place(const struct gp_csv *csv, const size_t *at, size_t row, size_t field) {
    return gp_csv_at(csv, row, at[field] == GP_NO_COLUMN ? 0 : at[field]);
}
