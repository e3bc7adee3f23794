#include "read/header_row.h"
#include "read/intake.h"

#include <string.h>

struct reading {
    struct gp_intake *intake;
    struct gp_csv csv;
    struct gp_answer_columns columns;
};

// The cell of a row in the column of a kind; empty if there is no such column.
static const char *cell(const struct reading *reading, size_t row, enum gp_column_kind kind) {
    size_t column = reading->columns.at[kind];
    return column == GP_NO_COLUMN ? "" : gp_csv_text(&reading->csv, row, column);
}

static struct gp_at place(const struct reading *reading, size_t row, enum gp_column_kind kind) {
    return gp_csv_at(&reading->csv, row, reading->columns.at[kind]);
}

static const char *quoted(const struct reading *reading, const char *text) {
    return gp_quoted(reading->intake->memory, text);
}

static gp_rating *rating_in(struct gp_answer *answer, size_t rating) {
    return rating == GP_MANAGER_SKILL ? &answer->manager_skill : &answer->axis[rating];
}

// Puts the rating of a cell into its answer. False when there is one already.
static bool take_rating(const struct reading *reading, size_t row, size_t column, size_t activity,
                        struct gp_assessment *assessment) {
    size_t rating = reading->columns.items[column].rating;
    enum gp_axis axis = rating == GP_MANAGER_SKILL ? GP_SKILL : (enum gp_axis)rating;
    const char *text = gp_csv_text(&reading->csv, row, column);
    const char *name = reading->intake->ladder->activities[activity].name;
    struct gp_at at = gp_csv_at(&reading->csv, row, column), *first = &assessment->at[activity];
    gp_rating *given = rating_in(&assessment->answers[activity], rating), value = GP_BLANK;
    if (*given != GP_ABSENT) {
        gp_intake_fault(reading->intake, assessment->person, at,
                        "%s of %s is given twice for %s%s%s; keep one, the first is at %s:%u:%u",
                        gp_rating_name(rating), name,
                        quoted(reading, reading->intake->team.people[assessment->person].name),
                        gp_date_known(assessment->date) ? " on " : "",
                        gp_date_text(reading->intake->memory, assessment->date), first->file,
                        (unsigned)first->line, (unsigned)first->column);
        return false;
    }
    switch (gp_names_rating(reading->intake->names, axis, text, &value)) {
    case GP_FOUND:
        break;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, assessment->person, at, "%s is %s for %s%s",
                        gp_rating_name(rating), quoted(reading, text), name,
                        gp_names_suggest_rating(reading->intake->names, axis, text));
        break;
    case GP_FOUND_TOO_COSTLY:
        gp_intake_costly(reading->intake, at, text);
        break;
    }
    *given = value;
    if (first->line == 0)
        *first = at;
    return true;
}

static bool find_activity(const struct reading *reading, size_t row, size_t person,
                          size_t *activity) {
    const char *text = cell(reading, row, GP_COLUMN_ACTIVITY);
    struct gp_at at = place(reading, row, GP_COLUMN_ACTIVITY);
    if (text[0] == '\0') {
        gp_intake_fault(reading->intake, person, at, "row has no activity; name one, or remove it");
        return false;
    }
    switch (gp_names_activity(reading->intake->names, text, activity)) {
    case GP_FOUND:
        return true;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, person, at,
                        "no activity is called %s; correct it, or add a rule to aliases.csv%s",
                        quoted(reading, text),
                        gp_names_suggest_activity(reading->intake->names, text));
        return false;
    case GP_FOUND_TOO_COSTLY:
        return gp_intake_costly(reading->intake, at, text);
    }
    return false;
}

static bool find_date(const struct reading *reading, size_t row, size_t person, gp_date *date) {
    const char *text = cell(reading, row, GP_COLUMN_DATE);
    *date = (gp_date){0};
    if (text[0] == '\0' || gp_date_parse(text, date))
        return true;
    gp_intake_fault(reading->intake, person, place(reading, row, GP_COLUMN_DATE),
                    "date is %s; write dates as 2026-11-23", quoted(reading, text));
    return false;
}

// Whether a row says anything of the person's own. A row with the manager's rating alone is the
// manager's, and the manager's words are not for the plan.
static bool rates_oneself(const struct reading *reading, size_t row) {
    for (size_t i = 0; i < reading->columns.count; i++) {
        const struct gp_answer_column *column = &reading->columns.items[i];
        if (column->kind == GP_COLUMN_RATING && column->rating != GP_MANAGER_SKILL &&
            gp_csv_text(&reading->csv, row, i)[0] != '\0')
            return true;
    }
    return false;
}

// The rest of a row that was given before is passed over: one message says it.
static void read_row(const struct reading *reading, size_t row, size_t person) {
    gp_date date;
    size_t activity = 0;
    reading->intake->team.people[person].answered = true;
    bool dated = find_date(reading, row, person, &date);
    bool wide = reading->columns.wide;
    if ((!wide && !find_activity(reading, row, person, &activity)) || !dated)
        return;
    struct gp_assessment *assessment = gp_intake_assessment(reading->intake, person, date);
    for (size_t i = 0; i < reading->columns.count; i++) {
        const struct gp_answer_column *column = &reading->columns.items[i];
        if (column->kind == GP_COLUMN_RATING &&
            !take_rating(reading, row, i, wide ? column->activity : activity, assessment))
            return;
    }
    const char *note = cell(reading, row, GP_COLUMN_NOTE);
    if (!wide && note[0] != '\0' && rates_oneself(reading, row))
        assessment->answers[activity].note = note;
}

bool gp_read_answers(struct gp_intake *intake, const struct gp_source *source) {
    struct reading reading = {.intake = intake};
    size_t errors = intake->messages->counts[GP_ERROR];
    if (!gp_table_read(intake->memory, intake->names, source, intake->messages, &reading.csv) ||
        !gp_answer_columns_read(intake, &reading.csv, &reading.columns))
        return false;
    if (reading.csv.row_count == 1)
        return gp_error(intake->messages, gp_csv_at(&reading.csv, 0, 0),
                        "the file has a header and no answers; a row for each would be right");
    const struct gp_identity_columns who = {.name = reading.columns.at[GP_COLUMN_PERSON],
                                            .email = reading.columns.at[GP_COLUMN_EMAIL],
                                            .id = reading.columns.at[GP_COLUMN_ID]};
    size_t *people =
        gp_intake_people(intake, &reading.csv, &who,
                         "row has no person; say whose answers these are, or remove the row");
    for (size_t row = 1; row < reading.csv.row_count; row++)
        if (people[row] != GP_NO_PERSON)
            read_row(&reading, row, people[row]);
    return intake->messages->counts[GP_ERROR] == errors;
}
