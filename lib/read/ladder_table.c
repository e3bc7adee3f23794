#include "read/ladder_parts.h"

#include "base/number.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

enum { NAMES_LISTED = 12 };

const char *gp_suggestion(struct gp_memory *memory, const char *text, const char *const *names,
                          size_t count) {
    size_t nearest = gp_text_nearest(text, names, count);
    if (nearest < count)
        return gp_print(memory, "did you mean %s?", gp_quoted(memory, names[nearest]));
    if (count == 0)
        return "there is none yet";
    const char *list = gp_print(memory, "there is %s", gp_quoted(memory, names[0]));
    for (size_t i = 1; i < count && i < NAMES_LISTED; i++)
        list = gp_print(memory, "%s, %s", list, gp_quoted(memory, names[i]));
    return count > NAMES_LISTED ? gp_print(memory, "%s, ...", list) : list;
}

const char *gp_next_part(struct gp_memory *memory, const char **rest) {
    while (**rest != '\0') {
        const char *start = *rest + strspn(*rest, " \t\r\n");
        size_t length = strcspn(start, "|");
        *rest = start + length + (start[length] == '|');
        while (length > 0 && strchr(" \t\r\n", start[length - 1]) != NULL)
            length--;
        if (length > 0)
            return gp_copy(memory, start, length);
    }
    return NULL;
}

// A column without a name is no column, so nothing may stand below it.
static void check_nameless_column(const struct gp_table *table, size_t field) {
    size_t row = gp_csv_first_text(&table->csv, field);
    if (row < table->csv.row_count)
        gp_error(table->messages, gp_csv_at(&table->csv, row, field),
                 "%s stands in a column without a name; name the column or empty it",
                 gp_quoted(table->memory, gp_csv_text(&table->csv, row, field)));
}

static void take_column(struct gp_table *table, size_t field) {
    const struct gp_shape *shape = table->shape;
    const char *name = gp_csv_text(&table->csv, 0, field);
    struct gp_at at = gp_csv_at(&table->csv, 0, field);
    if (name[0] == '\0') {
        check_nameless_column(table, field);
        return;
    }
    size_t found = 0;
    while (found < shape->count && strcmp(name, shape->names[found]) != 0)
        found++;
    if (found == shape->count)
        gp_error(table->messages, at, "unknown column %s; %s", gp_quoted(table->memory, name),
                 gp_suggestion(table->memory, name, shape->names, shape->count));
    else if (table->columns[found] != GP_NO_COLUMN)
        gp_error(table->messages, at, "column %s is there twice; keep one",
                 gp_quoted(table->memory, name));
    else
        table->columns[found] = field;
}

static bool find_columns(struct gp_table *table) {
    const struct gp_shape *shape = table->shape;
    table->columns = gp_alloc(table->memory, shape->count, sizeof *table->columns);
    for (size_t i = 0; i < shape->count; i++)
        table->columns[i] = GP_NO_COLUMN;
    for (size_t field = 0; field < table->csv.rows[0].count; field++)
        take_column(table, field);
    bool good = true;
    for (size_t i = 0; i < shape->required; i++)
        if (table->columns[i] == GP_NO_COLUMN)
            good = gp_error(table->messages, gp_csv_at(&table->csv, 0, 0),
                            "no column %s; every %s needs one",
                            gp_quoted(table->memory, shape->names[i]), shape->thing);
    return good;
}

bool gp_table_open(struct gp_table *table, const struct gp_source *source,
                   const struct gp_shape *shape) {
    table->shape = shape;
    table->built_in = source->built_in;
    struct gp_at whole = {source->name, 0, 0};
    if (source->bytes.length > GP_LARGEST_TABLE)
        return gp_error(table->messages, whole,
                        "more than 16 MiB; a file of a ladder or a policy is far smaller");
    if (!gp_csv_read(table->memory, source, table->messages, &table->csv))
        return false;
    bool good = find_columns(table);
    size_t rows = table->csv.row_count - 1;
    if (rows == 0 && !shape->may_be_empty)
        return gp_error(table->messages, whole,
                        "no rows below the header; at least one %s is needed", shape->thing);
    if (rows > shape->most_rows)
        return gp_error(table->messages, gp_csv_at(&table->csv, shape->most_rows + 1, 0),
                        "%zu rows; at most %zu are allowed", rows, shape->most_rows);
    return good;
}

const char *gp_table_text(const struct gp_table *table, size_t row, size_t column) {
    assert(column < table->shape->count);
    size_t field = table->columns[column];
    return field == GP_NO_COLUMN ? "" : gp_csv_text(&table->csv, row, field);
}

struct gp_at gp_table_at(const struct gp_table *table, size_t row, size_t column) {
    size_t field = table->columns[column];
    return gp_csv_at(&table->csv, row, field == GP_NO_COLUMN ? 0 : field);
}

const char *gp_table_quoted(const struct gp_table *table, size_t row, size_t column) {
    return gp_quoted(table->memory, gp_table_text(table, row, column));
}

bool gp_table_number(const struct gp_table *table, size_t row, size_t column,
                     const int32_t limits[2], int32_t *number) {
    const char *text = gp_table_text(table, row, column);
    int64_t value = 0;
    if (text[0] == '\0' && *number >= 0)
        return true;
    if (!gp_decimal_parse(text, 0, &value) || value < limits[0] || value > limits[1])
        return gp_error(table->messages, gp_table_at(table, row, column),
                        "%s is %s; a whole number from %d to %d is needed",
                        table->shape->names[column],
                        text[0] == '\0' ? "empty" : gp_quoted(table->memory, text), (int)limits[0],
                        (int)limits[1]);
    *number = (int32_t)value;
    return true;
}

size_t gp_table_word(const struct gp_table *table, size_t row, size_t column,
                     const char *const *words, size_t count) {
    const char *text = gp_table_text(table, row, column);
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(text, words[i]) == 0)
            return i;
    gp_error(table->messages, gp_table_at(table, row, column), "unknown %s %s; %s",
             table->shape->names[column], gp_quoted(table->memory, text),
             gp_suggestion(table->memory, text, words, count));
    return count;
}

struct gp_pattern *gp_table_pattern(const struct gp_table *table, size_t row, size_t column) {
    const char *text = gp_table_text(table, row, column);
    const char *fault = "";
    size_t fault_at = 0;
    if (text[0] == '\0') {
        gp_error(table->messages, gp_table_at(table, row, column),
                 "a %s without a pattern; write the name it is to match", table->shape->thing);
        return NULL;
    }
    if (table->built_in)
        return gp_pattern_later(table->memory, text);
    struct gp_pattern *pattern = gp_pattern_compile(table->memory, text, &fault, &fault_at);
    if (pattern == NULL)
        gp_error(table->messages, gp_table_at(table, row, column),
                 "%s is no pattern: %s at byte %zu; mend it, with \\ before a sign meant as itself",
                 gp_quoted(table->memory, text), fault, fault_at + 1);
    return pattern;
}
