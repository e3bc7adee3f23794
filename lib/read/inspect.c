#include "read/inspect.h"

#include "base/text.h"
#include "read/columns.h"
#include "read/dates.h"
#include "read/delimiter.h"
#include "read/roster_parts.h"
#include "read/shape_parts.h"

#include <stdlib.h>
#include <string.h>

struct inspecting {
    struct gp_intake *intake;
    struct gp_shaped shaped;
    struct gp_inspection *inspection;
    struct gp_map *labels; // "OF\nTEXT" -> index
    size_t label_capacity;
};

static const char *print(const struct inspecting *inspecting, const char *before,
                         const char *behind) {
    return gp_print(inspecting->intake->memory, "%s%s", before, behind);
}

// A file without its folders, and the line.
static const char *rule_place(struct gp_memory *memory, const struct gp_rule *rule) {
    const char *slash = strrchr(rule->at.file, '/');
    return gp_print(memory, "%s:%u", slash == NULL ? rule->at.file : slash + 1,
                    (unsigned)rule->at.line);
}

// By what a text was found: its rule, or its own name.
static const char *why_found(const struct inspecting *inspecting, enum gp_rule_kind kind,
                             const char *text, const char *const *fields, size_t count) {
    const struct gp_rule *rule =
        gp_names_rule(inspecting->intake->names, kind, text, fields, count);
    return rule == NULL ? "its name" : rule_place(inspecting->intake->memory, rule);
}

// "axis by aliases.csv:71, activity by its name"
static const char *why_parts(const struct inspecting *inspecting,
                             const struct gp_answer_column *column) {
    struct gp_memory *memory = inspecting->intake->memory;
    const char *axis = why_found(inspecting, GP_RULE_AXIS, column->rating_text, NULL, 0);
    if (column->activity_text == NULL)
        return axis;
    const char *activity = why_found(inspecting, GP_RULE_ACTIVITY, column->activity_text, NULL, 0);
    if (strcmp(axis, activity) == 0)
        return axis;
    return gp_print(memory, "axis by %s, activity by %s", axis, activity);
}

static const char *why_taken(const struct inspecting *inspecting, size_t i,
                             const struct gp_answer_column *column) {
    const char *header = gp_csv_text(&inspecting->shaped.csv, 0, i);
    switch (column->by) {
    case GP_BY_NOTHING:
        return column->kind != GP_COLUMN_PASSED ? "not known"
               : gp_csv_first_text(&inspecting->shaped.csv, i) == inspecting->shaped.csv.row_count
                   ? "empty"
                   : "passed over: not known";
    case GP_BY_NAME:
        return why_found(inspecting, GP_RULE_FIELD, header, gp_answer_fields,
                         GP_ANSWER_FIELD_COUNT);
    case GP_BY_PARTS:
        return why_parts(inspecting, column);
    case GP_BY_ORDER:
        return print(inspecting, "its place among the columns of this activity", "");
    case GP_BY_DIALECT:
        return print(inspecting, inspecting->shaped.dialect->title, " writes it");
    case GP_BY_IGNORE:
        return print(inspecting, "passed over by ",
                     why_found(inspecting, GP_RULE_IGNORE, header, NULL, 0));
    }
    return "";
}

static const char *taken_for(const struct inspecting *inspecting,
                             const struct gp_answer_column *column) {
    const struct gp_ladder *ladder = inspecting->intake->ladder;
    static const char *const words[GP_COLUMN_KIND_COUNT] = {
        "", "", "person", "id", "email", "date", "activity", "note", ""};
    if (column->kind != GP_COLUMN_RATING)
        return words[column->kind];
    if (column->activity == GP_NO_ACTIVITY)
        return gp_rating_name(column->rating);
    return gp_print(inspecting->intake->memory, "%s of %s", gp_rating_name(column->rating),
                    ladder->activities[column->activity].name);
}

static struct gp_inspected_column *new_columns(struct inspecting *inspecting) {
    const struct gp_csv *csv = &inspecting->shaped.csv;
    struct gp_inspection *inspection = inspecting->inspection;
    inspection->column_count = csv->rows[0].count;
    inspection->columns = gp_alloc(inspecting->intake->memory, inspection->column_count + 1,
                                   sizeof *inspection->columns);
    for (size_t i = 0; i < inspection->column_count; i++)
        inspection->columns[i] = (struct gp_inspected_column){.number = gp_csv_at(csv, 0, i).column,
                                                              .header = gp_csv_text(csv, 0, i),
                                                              .taken_for = "",
                                                              .why = ""};
    return inspection->columns;
}

static const char *rating_means(struct gp_memory *memory, gp_rating rating) {
    switch (rating) {
    case GP_BLANK:
        return "blank";
    case GP_NOT_APPLICABLE:
        return "N/A";
    case GP_DONT_KNOW:
        return "don't know";
    default:
        return gp_print(memory, "%d", rating);
    }
}

// Counts a label; what it means is asked the first time.
static struct gp_inspected_label *count_label(struct inspecting *inspecting, const char *of,
                                              const char *text) {
    struct gp_memory *memory = inspecting->intake->memory;
    struct gp_inspection *inspection = inspecting->inspection;
    size_t index = gp_map_add(inspecting->labels, gp_print(memory, "%s\n%s", of, text),
                              inspection->label_count);
    if (index == inspection->label_count) {
        inspection->labels = gp_grow(memory, inspection->labels, inspection->label_count,
                                     &inspecting->label_capacity, sizeof *inspection->labels);
        inspection->labels[inspection->label_count++] =
            (struct gp_inspected_label){.of = of, .text = text, .means = NULL};
    }
    inspection->labels[index].count++;
    return &inspection->labels[index];
}

static void count_answers(struct inspecting *inspecting, size_t column, size_t rating) {
    const struct gp_csv *csv = &inspecting->shaped.csv;
    enum gp_axis axis = rating == GP_MANAGER_SKILL ? GP_SKILL : (enum gp_axis)rating;
    for (size_t row = 1; row < csv->row_count; row++) {
        const char *text = gp_csv_text(csv, row, column);
        struct gp_inspected_label *label = count_label(inspecting, gp_rating_name(rating), text);
        gp_rating value = GP_BLANK;
        if (label->means == NULL)
            label->means =
                gp_names_rating(inspecting->intake->names, axis, text, &value) == GP_FOUND
                    ? rating_means(inspecting->intake->memory, value)
                    : "not known";
    }
}

static void count_roles(struct inspecting *inspecting, size_t column) {
    const struct gp_csv *csv = &inspecting->shaped.csv;
    const struct gp_ladder *ladder = inspecting->intake->ladder;
    for (size_t row = 1; column != GP_NO_COLUMN && row < csv->row_count; row++) {
        const char *text = gp_csv_text(csv, row, column);
        struct gp_inspected_label *label = count_label(inspecting, "role", text);
        size_t rung = GP_NO_RUNG;
        if (label->means == NULL)
            label->means = gp_names_role(inspecting->intake->names, text, &rung) != GP_FOUND
                               ? "not known"
                           : rung == GP_NO_RUNG ? GP_OUTSIDE
                                                : ladder->rungs[rung].id;
    }
}

static int compare_labels(const void *a, const void *b) {
    const struct gp_inspected_label *left = a, *right = b;
    int order = strcmp(left->of, right->of);
    if (order == 0)
        order = strcmp(left->means, right->means);
    return order != 0 ? order : strcmp(left->text, right->text);
}

static bool column_has_activity(const struct gp_answer_columns *columns, size_t activity) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].kind == GP_COLUMN_RATING && columns->items[i].activity == activity)
            return true;
    return false;
}

static bool is_asked(const struct gp_answer *answer) {
    bool asked = answer->manager_skill != GP_ABSENT;
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        asked = asked || answer->axis[axis] != GP_ABSENT;
    return asked;
}

// In a long file each row has one; an activity counts once it is asked of anybody.
static size_t count_activities(const struct inspecting *inspecting,
                               const struct gp_answer_columns *columns) {
    const struct gp_team *team = &inspecting->intake->team;
    size_t count = 0;
    for (size_t activity = 0; activity < team->activity_count; activity++) {
        bool asked = columns->wide && column_has_activity(columns, activity);
        for (size_t i = 0; !asked && i < team->assessment_count; i++)
            asked = is_asked(&team->assessments[i].answers[activity]);
        count += asked;
    }
    return count;
}

// Columns that were used up when the table was shaped.
static void say_used_up(const struct inspecting *inspecting) {
    const struct gp_shaped *shaped = &inspecting->shaped;
    struct gp_inspected_column *columns = inspecting->inspection->columns;
    if (shaped->last_name != GP_NO_COLUMN)
        columns[shaped->last_name].taken_for = "the last part of the name";
    if (shaped->status != GP_NO_COLUMN)
        columns[shaped->status].taken_for = "who has left";
    if (shaped->pay_type != GP_NO_COLUMN && columns[shaped->pay_type].taken_for[0] == '\0')
        columns[shaped->pay_type].taken_for = "who is paid by the hour";
}

static void inspect_answers(struct inspecting *inspecting, const struct gp_source *source) {
    struct gp_answer_columns columns;
    struct gp_inspected_column *inspected = new_columns(inspecting);
    bool good =
        gp_answer_columns_read(inspecting->intake, &inspecting->shaped, source->csv, &columns);
    struct gp_dates dates = {.csv = &inspecting->shaped.csv};
    gp_dates_see(&dates, columns.at[GP_COLUMN_DATE]);
    inspecting->inspection->date_order = gp_dates_order(&dates);
    for (size_t i = 0; i < columns.count; i++) {
        inspected[i].taken_for = taken_for(inspecting, &columns.items[i]);
        inspected[i].why = why_taken(inspecting, i, &columns.items[i]);
        if (columns.items[i].kind == GP_COLUMN_RATING)
            count_answers(inspecting, i, columns.items[i].rating);
    }
    if (good)
        gp_answer_rows_read(inspecting->intake, &inspecting->shaped, &columns);
    inspecting->inspection->activities = count_activities(inspecting, &columns);
}

// By what a roster's column was taken for its field, or passed over.
static const char *why_roster(const struct inspecting *inspecting, size_t i, bool taken) {
    const struct gp_shaped *shaped = &inspecting->shaped;
    const char *header = gp_csv_text(&shaped->csv, 0, i);
    if (shaped->fields[i] != NULL && shaped->dialect->tool)
        return print(inspecting, shaped->dialect->title, " writes it");
    if (taken && shaped->fields[i] == NULL)
        return why_found(inspecting, GP_RULE_FIELD, header, gp_roster_fields,
                         GP_ROSTER_FIELD_COUNT);
    if (taken || shaped->fields[i] != NULL)
        return why_found(inspecting, GP_RULE_FIELD, header, gp_shape_fields, GP_SHAPE_FIELD_COUNT);
    if (gp_csv_first_text(&shaped->csv, i) == shaped->csv.row_count)
        return "empty";
    if (header[0] != '\0' && gp_names_ignored(inspecting->intake->names, header))
        return print(inspecting, "passed over by ",
                     why_found(inspecting, GP_RULE_IGNORE, header, NULL, 0));
    return shaped->dialect->tool ? "passed over: not known" : "not known";
}

static void inspect_roster(struct inspecting *inspecting) {
    struct gp_roster roster;
    struct gp_inspected_column *inspected = new_columns(inspecting);
    gp_roster_rows_read(inspecting->intake, &inspecting->shaped, &roster);
    inspecting->inspection->date_order = gp_dates_order(&roster.dates);
    for (size_t field = 0; field < GP_ROSTER_FIELD_COUNT; field++)
        if (roster.at[field] != GP_NO_COLUMN)
            inspected[roster.at[field]].taken_for = gp_roster_fields[field];
    for (size_t i = 0; i < inspecting->inspection->column_count; i++)
        inspected[i].why = why_roster(inspecting, i, inspected[i].taken_for[0] != '\0');
    count_roles(inspecting, roster.at[GP_FIELD_ROLE]);
}

static void say_how_written(struct inspecting *inspecting) {
    const struct gp_csv *csv = &inspecting->shaped.csv;
    struct gp_inspection *inspection = inspecting->inspection;
    inspection->file = csv->file;
    inspection->encoding = csv->encoding;
    inspection->marked = csv->marked;
    if (csv->encoding != NULL)
        inspection->delimiter = gp_delimiter_word(inspecting->intake->memory, csv->delimiter);
    memcpy(inspection->line_ends, csv->line_ends, sizeof inspection->line_ends);
}

static void say_dialect(struct inspecting *inspecting) {
    const struct gp_shaped *shaped = &inspecting->shaped;
    struct gp_inspection *inspection = inspecting->inspection;
    inspection->input = shaped->dialect->input;
    inspection->dialect = shaped->dialect->name;
    inspection->dialect_title = shaped->dialect->title;
    inspection->score = shaped->score;
    inspection->runner_up = shaped->runner_up == NULL ? NULL : shaped->runner_up->name;
    inspection->runner_up_score = shaped->runner_up_score;
    inspection->told = shaped->told;
    inspection->title_count = shaped->title_count;
    inspection->header_rows = shaped->header_rows;
    inspection->header_line = shaped->header_line;
    inspection->row_count = shaped->csv.row_count - 1;
    inspection->dropped = shaped->dropped;
}

// What the run was told a table is, or what it looks like.
static enum gp_input find_input(const struct gp_csv_options *options,
                                const struct gp_shaping *shaping) {
    bool answers = options != NULL && options->dialects[GP_INPUT_ANSWERS] != NULL;
    bool roster = options != NULL && options->dialects[GP_INPUT_ROSTER] != NULL;
    if (options != NULL && options->axis_count > 0)
        return GP_INPUT_ANSWERS;
    if (answers != roster)
        return answers ? GP_INPUT_ANSWERS : GP_INPUT_ROSTER;
    return gp_table_input(shaping);
}

bool gp_inspect(struct gp_intake *intake, const struct gp_source *source,
                struct gp_inspection *inspection) {
    struct inspecting inspecting = {
        .intake = intake, .inspection = inspection, .labels = gp_map_new(intake->memory)};
    struct gp_shaping shaping = {.memory = intake->memory,
                                 .names = intake->names,
                                 .messages = intake->messages,
                                 .source = source->name};
    *inspection = (struct gp_inspection){.file = source->name};
    if (!gp_csv_read_rows(intake->memory, source, intake->messages, &shaping.csv))
        return false;
    gp_dialect_fold(&shaping);
    if (!gp_table_shape_rows(&shaping, source->csv, find_input(source->csv, &shaping),
                             &inspecting.shaped))
        return false;
    say_how_written(&inspecting);
    say_dialect(&inspecting);
    if (inspection->input == GP_INPUT_ANSWERS)
        inspect_answers(&inspecting, source);
    else
        inspect_roster(&inspecting);
    say_used_up(&inspecting);
    inspection->people = intake->team.person_count;
    if (inspection->label_count > 0)
        qsort(inspection->labels, inspection->label_count, sizeof *inspection->labels,
              compare_labels);
    return true;
}
