#include "read/answer_columns.h"

#include "base/text.h"

// An answers file being read.
struct answers {
    struct gp_intake *intake;
    struct gp_csv csv;
    struct gp_answer_columns columns;
};

static const char *text_of(const struct answers *answers, size_t row, enum gp_answer_field field) {
    size_t column = answers->columns.fields[field];
    return column == GP_NO_ANSWER_COLUMN ? "" : gp_csv_text(&answers->csv, row, column);
}

static struct gp_at at_of(const struct answers *answers, size_t row, enum gp_answer_field field) {
    size_t column = answers->columns.fields[field];
    return gp_csv_at(&answers->csv, row, column == GP_NO_ANSWER_COLUMN ? 0 : column);
}

static const char *nearest_person(const struct gp_intake *intake, const char *name) {
    const struct gp_team *team = &intake->team;
    const char **names = gp_alloc(intake->memory, team->person_count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < team->person_count; i++)
        if (team->people[i].on_roster)
            names[count++] = team->people[i].name;
    size_t nearest = gp_text_nearest(intake->memory, name, names, count);
    return nearest < count ? gp_print(intake->memory, "; did you mean %s?",
                                      gp_quoted(intake->memory, names[nearest]))
                           : "";
}

// The person a row is of. A stranger to the roster is added too, so that all of their rows are one
// error, and left out.
static bool find_person(const struct answers *answers, size_t row, size_t *person) {
    struct gp_intake *intake = answers->intake;
    const struct gp_identity identity = {text_of(answers, row, GP_ANSWER_ID),
                                         text_of(answers, row, GP_ANSWER_EMAIL),
                                         text_of(answers, row, GP_ANSWER_PERSON)};
    struct gp_at at = at_of(answers, row, GP_ANSWER_PERSON);
    const char *shown = identity.name[0] != '\0' ? identity.name : identity.email;
    if (shown[0] == '\0')
        shown = identity.id;
    if (shown[0] == '\0')
        return gp_error(intake->messages, at,
                        "the row does not say who answered; write a name, or remove the row");
    switch (gp_intake_find(intake, &identity, person)) {
    case GP_PERSON_FOUND:
        return !(intake->has_roster && !intake->team.people[*person].on_roster);
    case GP_PERSON_AMBIGUOUS:
        return gp_error(intake->messages, at,
                        "two people are called %s; add a column id or email that tells them apart",
                        gp_quoted(intake->memory, shown));
    case GP_PERSON_UNKNOWN:
        break;
    }
    *person = gp_intake_add(intake, &identity, at);
    if (!intake->has_roster)
        return true;
    return gp_intake_error(
        intake, *person, at,
        "%s is not on the roster; correct the name, or add a row to the roster%s",
        gp_quoted(intake->memory, shown), nearest_person(intake, shown));
}

static bool find_date(const struct answers *answers, size_t row, size_t person, gp_date *date) {
    const char *text = text_of(answers, row, GP_ANSWER_DATE);
    *date = (gp_date){0};
    if (text[0] == '\0' || gp_date_parse(text, date))
        return true;
    return gp_intake_error(answers->intake, person, at_of(answers, row, GP_ANSWER_DATE),
                           "date is %s; write it as 2026-11-23",
                           gp_quoted(answers->intake->memory, text));
}

static bool find_activity(const struct answers *answers, size_t row, size_t person,
                          size_t *activity) {
    struct gp_intake *intake = answers->intake;
    const char *text = text_of(answers, row, GP_ANSWER_ACTIVITY);
    struct gp_at at = at_of(answers, row, GP_ANSWER_ACTIVITY);
    switch (gp_names_activity(intake->names, text, activity)) {
    case GP_FOUND:
        return true;
    case GP_FOUND_TOO_COSTLY:
        return gp_too_costly(intake, at, text);
    case GP_NOT_FOUND:
        break;
    }
    return gp_intake_error(intake, person, at, "activity %s is not on the ladder%s",
                           gp_quoted(intake->memory, text),
                           gp_names_suggest_activity(intake->names, text));
}

static gp_rating *slot_of(struct gp_answer *answer, size_t axis) {
    return axis == GP_MANAGER_AXIS ? &answer->manager_skill : &answer->axis[axis];
}

// Where a row's ratings go.
struct row {
    size_t index, person;
    struct gp_assessment *assessment;
};

// One rating into its place. False only when the same thing was said before.
static bool read_rating(const struct answers *answers, const struct row *row,
                        const struct gp_rating_column *column, size_t activity) {
    struct gp_intake *intake = answers->intake;
    const char *text = gp_csv_text(&answers->csv, row->index, column->column);
    struct gp_at at = gp_csv_at(&answers->csv, row->index, column->column);
    struct gp_answer *answer = &row->assessment->answers[activity];
    gp_rating *slot = slot_of(answer, column->axis), rating = GP_BLANK;
    enum gp_axis axis = column->axis == GP_MANAGER_AXIS ? GP_SKILL : (enum gp_axis)column->axis;
    const char *name = intake->ladder->activities[activity].name;
    if (*slot != GP_ABSENT) {
        struct gp_at first = row->assessment->at[activity];
        return gp_intake_error(
            intake, row->person, at,
            "%s has rated %s on this date already, in %s line %u; keep one, or give the rows dates",
            intake->team.people[row->person].name, name, first.file, (unsigned)first.line);
    }
    switch (gp_names_rating(intake->names, axis, text, &rating)) {
    case GP_FOUND:
        break;
    case GP_FOUND_TOO_COSTLY:
        gp_too_costly(intake, at, text);
        return true;
    case GP_NOT_FOUND:
        gp_intake_error(intake, row->person, at, "%s is %s for %s%s",
                        gp_rated_axis_name(column->axis), gp_quoted(intake->memory, text), name,
                        gp_names_suggest_rating(intake->names, axis));
        return true;
    }
    *slot = rating;
    row->assessment->at[activity] = at;
    if (column->axis != GP_MANAGER_AXIS)
        intake->team.people[row->person].answered = true;
    return true;
}

static void read_row(const struct answers *answers, size_t index) {
    const struct gp_answer_columns *columns = &answers->columns;
    struct row row = {.index = index};
    gp_date date;
    size_t activity = 0;
    if (!find_person(answers, index, &row.person))
        return;
    bool dated = find_date(answers, index, row.person, &date);
    if (columns->is_long && !find_activity(answers, index, row.person, &activity))
        return;
    if (!dated)
        return;
    row.assessment = gp_intake_assessment(answers->intake, row.person, date);
    for (size_t i = 0; i < columns->rating_count; i++) {
        size_t rated = columns->is_long ? activity : columns->ratings[i].activity;
        if (!read_rating(answers, &row, &columns->ratings[i], rated))
            return; // the whole row says things twice; once is enough to know
    }
    const char *note = text_of(answers, index, GP_ANSWER_NOTE);
    if (columns->is_long && note[0] != '\0')
        row.assessment->answers[activity].note = note;
}

bool gp_read_answers(struct gp_intake *intake, const struct gp_source *source) {
    struct answers answers = {.intake = intake};
    if (!gp_csv_read(intake->memory, source, intake->messages, &answers.csv) ||
        !gp_answer_columns_find(intake, &answers.csv, &answers.columns))
        return false;
    if (answers.csv.row_count < 2)
        return gp_error(intake->messages, (struct gp_at){source->name, 1, 0},
                        "there are no answers; add rows below the header");
    for (size_t row = 1; row < answers.csv.row_count; row++)
        read_row(&answers, row);
    return true;
}
