#include "read/shape.h"

#include "base/text.h"
#include "read/header_row.h"
#include "read/shape_parts.h"

#include <string.h>

// What a tool's own columns must amount to before it is taken to have written a table.
enum { ENOUGH = 600 };

struct choice {
    const struct gp_dialect *dialect;
    gp_permille score;
    size_t header;
};

static struct choice score(const struct gp_shaping *shaping, const struct gp_dialect *dialect) {
    struct choice choice = {.dialect = dialect, .header = 0};
    choice.score = dialect->score != NULL ? dialect->score(shaping, &choice.header)
                                          : gp_dialect_weigh(shaping, dialect, &choice.header);
    return choice;
}

// The two best of an input's dialects; of score 0 where there are none.
static void choose(const struct gp_shaping *shaping, enum gp_input input, struct choice best[2]) {
    best[0] = best[1] = (struct choice){.dialect = NULL};
    for (size_t i = 0; i < gp_dialect_count(); i++) {
        const struct gp_dialect *dialect = gp_dialect_at(i);
        if (dialect->input != input)
            continue;
        struct choice one = score(shaping, dialect);
        if (one.score == 0 || (dialect->tool && one.score < ENOUGH))
            continue;
        if (one.score > best[0].score) {
            best[1] = best[0];
            best[0] = one;
        } else if (one.score > best[1].score) {
            best[1] = one;
        }
    }
}

enum gp_input gp_table_input(const struct gp_shaping *shaping) {
    struct choice answers[2], roster[2];
    choose(shaping, GP_INPUT_ANSWERS, answers);
    choose(shaping, GP_INPUT_ROSTER, roster);
    return roster[0].score > answers[0].score ? GP_INPUT_ROSTER : GP_INPUT_ANSWERS;
}

// Where nothing is known of a table, its columns are to say what is wrong with it.
static const char *plainest(enum gp_input input) {
    return input == GP_INPUT_ANSWERS ? "plain-wide" : "plain-roster";
}

// Settles the dialect of a table, and which of its rows is the header.
static bool find_dialect(struct gp_shaping *shaping, const char *told, enum gp_input input,
                         struct gp_shaped *shaped) {
    struct choice best[2];
    choose(shaping, input, best);
    shaped->told = told != NULL;
    if (told != NULL) {
        best[1] = best[0];
        best[0] = score(shaping, gp_dialect_find(told));
    } else if (best[0].dialect != NULL && best[0].dialect->tool && best[1].score == best[0].score) {
        return gp_error(shaping->messages, (struct gp_at){shaping->csv.file, 0, 0},
                        "this may be of %s and of %s; say which with --dialect %s or --dialect %s",
                        best[0].dialect->title, best[1].dialect->title, best[0].dialect->name,
                        best[1].dialect->name);
    }
    if (best[0].score == 0)
        best[0].header = gp_header_row(shaping->names, &shaping->csv);
    if (best[0].dialect == NULL)
        best[0].dialect = gp_dialect_find(plainest(input));
    shaped->dialect = best[0].dialect;
    shaped->score = best[0].score;
    shaped->runner_up = best[1].dialect;
    shaped->runner_up_score = best[1].score;
    shaping->header = best[0].header;
    return true;
}

static bool has_odd_blank(const char *text) {
    for (size_t i = 0; text[i] != '\0'; i++)
        if (gp_csv_blank(text + i) > 0 && (text[i] != ' ' || text[i + 1] == ' '))
            return true;
    return false;
}

// A header on one line, with single blanks.
static const char *squeezed(struct gp_memory *memory, const char *text) {
    if (!has_odd_blank(text))
        return text;
    char *squeezed = gp_alloc(memory, strlen(text) + 1, 1);
    size_t length = 0;
    for (const char *at = text; *at != '\0';) {
        size_t blank = gp_csv_blank(at);
        if (blank == 0)
            squeezed[length++] = *at++;
        else if (length > 0 && squeezed[length - 1] != ' ')
            squeezed[length++] = ' ';
        at += blank;
    }
    while (length > 0 && squeezed[length - 1] == ' ')
        length--;
    squeezed[length] = '\0';
    return squeezed;
}

static bool is_given(const struct gp_shaped *shaped, size_t count, const char *field) {
    for (size_t i = 0; i < count; i++)
        if (field[0] != '\0' && shaped->fields[i] != NULL && strcmp(shaped->fields[i], field) == 0)
            return true;
    return false;
}

// Of two columns that are the same field, the first is it.
static void head_columns(const struct gp_shaping *shaping, struct gp_shaped *shaped) {
    struct gp_csv *csv = &shaped->csv;
    size_t count = csv->rows[0].count;
    shaped->fields = gp_alloc(shaping->memory, count + 1, sizeof *shaped->fields);
    for (size_t i = 0; i < count; i++) {
        const char *header = squeezed(shaping->memory, gp_csv_text(csv, 0, i));
        gp_csv_put(csv, 0, i, header);
        const struct gp_dialect_column *column =
            gp_dialect_column_of(shaping->names, shaped->dialect, header);
        shaped->fields[i] = column == NULL                       ? NULL
                            : is_given(shaped, i, column->field) ? ""
                                                                 : column->field;
    }
}

bool gp_table_shape_rows(struct gp_shaping *shaping, const struct gp_csv_options *options,
                         enum gp_input input, struct gp_shaped *shaped) {
    const char *told = options == NULL ? NULL : options->dialects[input];
    *shaped = (struct gp_shaped){.dialect = NULL};
    shaping->header_rows = 1;
    if (!find_dialect(shaping, told, input, shaped))
        return false;
    shaped->header_line = gp_csv_at(&shaping->csv, shaping->header, 0).line;
    shaped->title_count = shaping->header;
    if (shaped->dialect->settle != NULL && !shaped->dialect->settle(shaping))
        return false;
    gp_csv_start_at(shaping->memory, shaping->header, shaping->messages, &shaping->csv);
    shaped->csv = shaping->csv;
    head_columns(shaping, shaped);
    gp_shape_people(shaping, shaped);
    shaped->header_rows = shaping->header_rows;
    shaped->dropped = shaping->dropped;
    return true;
}

bool gp_table_shape(struct gp_memory *memory, const struct gp_names *names,
                    const struct gp_source *source, enum gp_input input,
                    struct gp_messages *messages, struct gp_shaped *shaped) {
    struct gp_shaping shaping = {
        .memory = memory, .names = names, .messages = messages, .source = source->name};
    if (!gp_csv_read_rows(memory, source, messages, &shaping.csv))
        return false;
    gp_dialect_fold(&shaping);
    return gp_table_shape_rows(&shaping, source->csv, input, shaped);
}
