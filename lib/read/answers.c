#include "read/dates.h"
#include "read/submissions.h"

#include <string.h>

struct rating_column {
    size_t column, rating;
    enum gp_axis axis; // whose scale it is on
    size_t activity;   // GP_NO_ACTIVITY: that of the row
};

// What is found out about a text is found out once: columns say the same few things.
enum { NOT_ASKED = INT8_MIN, NO_RATING };
struct known {
    gp_rating *ratings[GP_AXIS_COUNT]; // [axis][text]: NOT_ASKED, NO_RATING, or what it says
    size_t *activities;                // [text]; GP_NO_ACTIVITY where not known, or not asked
    // The date of the row above.
    uint32_t date;
    gp_moment moment;
    enum gp_date_fault fault;
};

// What there was of an activity before the row that is being read.
struct earlier {
    size_t row; // that one; 0: none yet
    struct gp_given given;
    unsigned rated; // a bit a rating
};

struct reading {
    struct gp_intake *intake;
    struct gp_csv csv;
    struct gp_answer_columns columns;
    struct gp_dates dates;
    struct rating_column *ratings;
    size_t rating_count;
    uint32_t *fields;        // [activity]: see struct gp_giver
    struct earlier *earlier; // [activity]
    struct known known;
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

// What becomes of a rating where there is one already, of another file.
enum again { AGAIN_KEPT, AGAIN_REPLACED, AGAIN_REFUSED };

static enum again settle_again(const struct reading *reading, int32_t before, int32_t now) {
    enum gp_duplicates duplicates = reading->intake->duplicates;
    bool timed = before != GP_NO_SECOND && now != GP_NO_SECOND && before != now;
    if (duplicates == GP_DUPLICATES_ERROR || (duplicates == GP_DUPLICATES_BY_TIME && !timed))
        return AGAIN_REFUSED;
    bool first = duplicates == GP_DUPLICATES_FIRST;
    bool later = timed ? now > before : true;
    return later != first ? AGAIN_REPLACED : AGAIN_KEPT;
}

// The ratings of a row are of one time: what the row itself has given is nothing it gives again.
static const struct earlier *earlier_of(const struct reading *reading, size_t row, size_t activity,
                                        struct gp_assessment *assessment) {
    struct earlier *earlier = &reading->earlier[activity];
    if (earlier->row == row)
        return earlier;
    *earlier = (struct earlier){.row = row, .given = assessment->given[activity]};
    for (size_t rating = 0; rating <= GP_MANAGER_SKILL; rating++)
        if (*rating_in(&assessment->answers[activity], rating) != GP_ABSENT)
            earlier->rated |= 1U << rating;
    return earlier;
}

static void refuse_again(const struct reading *reading, const struct gp_assessment *assessment,
                         size_t activity, size_t rating, struct gp_at at) {
    struct gp_intake *intake = reading->intake;
    const struct gp_at *first = &reading->earlier[activity].given.at;
    bool dated = gp_date_known(assessment->date);
    gp_intake_fault(intake, assessment->person, at,
                    "%s of %s is given twice for %s%s%s; keep one, or say --duplicates latest or "
                    "first; the first is at %s:%u:%u",
                    gp_rating_name(rating), intake->ladder->activities[activity].name,
                    quoted(reading, intake->team.people[assessment->person].name),
                    dated ? " on " : "", gp_date_text(intake->memory, assessment->date),
                    first->file, (unsigned)first->line, (unsigned)first->column);
}

static void refuse_rating(const struct reading *reading, const struct gp_submission *submission,
                          const struct rating_column *column, size_t activity) {
    struct gp_intake *intake = reading->intake;
    const char *text = gp_csv_text(&reading->csv, submission->row, column->column);
    struct gp_at at = gp_csv_at(&reading->csv, submission->row, column->column);
    gp_rating value = GP_BLANK;
    if (gp_names_rating(intake->names, column->axis, text, &value) == GP_FOUND_TOO_COSTLY)
        gp_intake_costly(intake, at, text);
    else
        gp_intake_fault(
            intake, submission->person, at, "%s is %s for %s%s", gp_rating_name(column->rating),
            quoted(reading, text), intake->ladder->activities[activity].name,
            gp_intake_suggests(intake) ? gp_names_suggest_rating(intake->names, column->axis, text)
                                       : "");
}

// What a cell says that was not asked before, or is no rating: blank then, and reported.
static gp_rating ask_rating(const struct reading *reading, const struct gp_submission *submission,
                            const struct rating_column *column, size_t activity) {
    uint32_t number = gp_csv_number(&reading->csv, submission->row, column->column);
    const char *text = gp_texts_get(reading->csv.texts, number);
    gp_rating value = GP_BLANK, *known = &reading->known.ratings[column->axis][number];
    bool found = gp_names_rating(reading->intake->names, column->axis, text, &value) == GP_FOUND;
    *known = found ? value : NO_RATING;
    if (!found)
        refuse_rating(reading, submission, column, activity);
    return value;
}

static gp_rating find_rating(const struct reading *reading, const struct gp_submission *submission,
                             const struct rating_column *column, size_t activity) {
    uint32_t number = gp_csv_number(&reading->csv, submission->row, column->column);
    gp_rating known = reading->known.ratings[column->axis][number];
    return known > NO_RATING ? known : ask_rating(reading, submission, column, activity);
}

// Puts the rating of a cell into its answer. False when the rest of the row is to be passed over:
// there is one already.
static bool take_rating(const struct reading *reading, const struct gp_submission *submission,
                        const struct rating_column *column, size_t activity,
                        struct gp_assessment *assessment) {
    struct gp_at at = gp_csv_at(&reading->csv, submission->row, column->column);
    struct gp_given *given = &assessment->given[activity];
    gp_rating *rating = rating_in(&assessment->answers[activity], column->rating);
    const struct earlier *earlier = earlier_of(reading, submission->row, activity, assessment);
    if ((earlier->rated & 1U << column->rating) != 0) {
        switch (settle_again(reading, earlier->given.second, submission->moment.second)) {
        case AGAIN_KEPT:
            return true;
        case AGAIN_REFUSED:
            refuse_again(reading, assessment, activity, column->rating, at);
            return false;
        case AGAIN_REPLACED:
            break;
        }
    }
    *rating = find_rating(reading, submission, column, activity);
    *given = (struct gp_given){at, submission->moment.second};
    return true;
}

static bool find_activity(const struct reading *reading, size_t row, size_t person,
                          size_t *activity) {
    uint32_t number = gp_csv_number(&reading->csv, row, reading->columns.at[GP_COLUMN_ACTIVITY]);
    size_t *known = &reading->known.activities[number];
    if (*known != GP_NO_ACTIVITY) {
        *activity = *known;
        return true;
    }
    const char *text = cell(reading, row, GP_COLUMN_ACTIVITY);
    struct gp_at at = place(reading, row, GP_COLUMN_ACTIVITY);
    if (text[0] == '\0') {
        gp_intake_fault(reading->intake, person, at, "row has no activity; name one, or remove it");
        return false;
    }
    switch (gp_names_activity(reading->intake->names, text, activity)) {
    case GP_FOUND:
        *known = *activity;
        return true;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, person, at,
                        "no activity is called %s; correct it, or add a rule to aliases.csv%s",
                        quoted(reading, text),
                        gp_intake_suggests(reading->intake)
                            ? gp_names_suggest_activity(reading->intake->names, text)
                            : "");
        return false;
    case GP_FOUND_TWO_WAYS:
        return gp_intake_two_ways(
            reading->intake, at, text,
            gp_names_two_ways(reading->intake->names, GP_RULE_ACTIVITY, text, NULL, 0));
    case GP_FOUND_TOO_COSTLY:
        return gp_intake_costly(reading->intake, at, text);
    }
    return false;
}

static bool find_moment(struct reading *reading, size_t row, size_t person, gp_moment *moment) {
    struct gp_memory *memory = reading->intake->memory;
    struct known *known = &reading->known;
    size_t column = reading->columns.at[GP_COLUMN_DATE];
    uint32_t number = column == GP_NO_COLUMN ? 0 : gp_csv_number(&reading->csv, row, column);
    const char *text = gp_texts_get(reading->csv.texts, number);
    *moment = (gp_moment){.second = GP_NO_SECOND};
    if (number == 0)
        return true;
    if (number != known->date)
        known->fault = gp_dates_parse(&reading->dates, text, &known->moment);
    known->date = number;
    if (known->fault == GP_DATE_READ)
        *moment = known->moment;
    else
        gp_intake_fault(reading->intake, person, place(reading, row, GP_COLUMN_DATE),
                        "date is %s; %s", quoted(reading, text),
                        gp_dates_right(memory, &reading->dates, text, known->fault));
    return known->fault == GP_DATE_READ;
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

// Whether all that is known of an assessment is what this row says: then there is nothing it could
// contradict, and where the answers stand follows from where the row does.
static bool gives_all(const struct reading *reading, size_t row,
                      const struct gp_assessment *assessment) {
    return reading->columns.wide && assessment->giver.file == NULL && assessment->given == NULL &&
           reading->csv.rows[row].places == NULL;
}

static void read_whole_row(const struct reading *reading, const struct gp_submission *submission,
                           struct gp_assessment *assessment) {
    assessment->giver =
        (struct gp_giver){reading->csv.file, reading->csv.rows[submission->row].line,
                          submission->moment.second, reading->fields};
    for (size_t i = 0; i < reading->rating_count; i++) {
        const struct rating_column *column = &reading->ratings[i];
        *rating_in(&assessment->answers[column->activity], column->rating) =
            find_rating(reading, submission, column, column->activity);
    }
}

// The rest of a row that was given before is passed over: one message says it.
static void read_row(const struct reading *reading, const struct gp_submission *submission) {
    size_t row = submission->row;
    bool wide = reading->columns.wide;
    struct gp_assessment *assessment =
        gp_intake_assessment(reading->intake, submission->person, submission->moment.date);
    if (gives_all(reading, row, assessment)) {
        read_whole_row(reading, submission, assessment);
        return;
    }
    gp_intake_given(reading->intake, assessment);
    for (size_t i = 0; i < reading->rating_count; i++) {
        const struct rating_column *column = &reading->ratings[i];
        if (!take_rating(reading, submission, column,
                         wide ? column->activity : submission->activity, assessment))
            return;
    }
    const char *note = cell(reading, row, GP_COLUMN_NOTE);
    if (!wide && note[0] != '\0' && rates_oneself(reading, row))
        gp_intake_note(reading->intake, assessment, submission->activity, note);
}

// The rows whose person, date and activity are known; the others are reported.
static size_t find_submissions(struct reading *reading, const size_t *people,
                               struct gp_submission *submissions) {
    size_t count = 0;
    for (size_t row = 1; row < reading->csv.row_count; row++) {
        struct gp_submission one = {.row = row, .person = people[row], .activity = GP_NO_ACTIVITY};
        if (one.person == GP_NO_PERSON)
            continue;
        reading->intake->team.people[one.person].answered = true;
        bool dated = find_moment(reading, row, one.person, &one.moment);
        if ((reading->columns.wide || find_activity(reading, row, one.person, &one.activity)) &&
            dated)
            submissions[count++] = one;
    }
    return count;
}

static void read_rows(struct reading *reading, const struct gp_shaped *shaped,
                      const size_t *people) {
    struct gp_intake *intake = reading->intake;
    struct gp_submission *submissions =
        gp_alloc(intake->memory, reading->csv.row_count, sizeof *submissions);
    reading->dates = (struct gp_dates){.csv = &reading->csv, .given = intake->date_order};
    gp_dates_see(&reading->dates, reading->columns.at[GP_COLUMN_DATE]);
    size_t count = find_submissions(reading, people, submissions);
    gp_submissions_settle(intake, &reading->csv, shaped->dialect->survey, submissions, count);
    for (size_t i = 0; i < count; i++)
        if (submissions[i].counts)
            read_row(reading, &submissions[i]);
}

// Gathers the columns of ratings, and by them the last field about each activity.
static void gather_ratings(struct reading *reading) {
    struct gp_memory *memory = reading->intake->memory;
    const struct gp_answer_columns *columns = &reading->columns;
    reading->ratings = gp_alloc(memory, columns->count, sizeof *reading->ratings);
    reading->fields =
        gp_alloc(memory, reading->intake->team.activity_count, sizeof *reading->fields);
    reading->earlier =
        gp_alloc(memory, reading->intake->team.activity_count, sizeof *reading->earlier);
    for (size_t i = 0; i < columns->count; i++) {
        const struct gp_answer_column *column = &columns->items[i];
        if (column->kind != GP_COLUMN_RATING)
            continue;
        bool manager = column->rating == GP_MANAGER_SKILL;
        reading->ratings[reading->rating_count++] = (struct rating_column){
            i, column->rating, manager ? GP_SKILL : (enum gp_axis)column->rating, column->activity};
        if (columns->wide)
            reading->fields[column->activity] = (uint32_t)(i + 1);
    }
}

static void open_known(struct reading *reading) {
    struct gp_memory *memory = reading->intake->memory;
    size_t count = gp_texts_count(reading->csv.texts);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
        reading->known.ratings[axis] = gp_alloc(memory, count, sizeof(gp_rating));
        memset(reading->known.ratings[axis], NOT_ASKED, count);
    }
    reading->known.activities =
        reading->columns.wide ? NULL : gp_alloc(memory, count, sizeof(size_t));
    for (size_t i = 0; !reading->columns.wide && i < count; i++)
        reading->known.activities[i] = GP_NO_ACTIVITY;
}

bool gp_answer_rows_read(struct gp_intake *intake, const struct gp_shaped *shaped,
                         const struct gp_answer_columns *columns) {
    struct reading reading = {.intake = intake, .csv = shaped->csv, .columns = *columns};
    size_t errors = intake->messages->counts[GP_ERROR];
    if (reading.csv.row_count == 1)
        return gp_error(intake->messages, gp_csv_at(&reading.csv, 0, 0),
                        "the file has a header and no answers; a row for each would be right");
    const struct gp_identity_columns who = {.name = reading.columns.at[GP_COLUMN_PERSON],
                                            .email = reading.columns.at[GP_COLUMN_EMAIL],
                                            .id = reading.columns.at[GP_COLUMN_ID]};
    gather_ratings(&reading);
    open_known(&reading);
    size_t *people =
        gp_intake_people(intake, &reading.csv, &who,
                         "row has no person; say whose answers these are, or remove the row");
    read_rows(&reading, shaped, people);
    return intake->messages->counts[GP_ERROR] == errors;
}

bool gp_read_answers(struct gp_intake *intake, const struct gp_source *source) {
    struct gp_shaped shaped;
    struct gp_answer_columns columns;
    size_t errors = intake->messages->counts[GP_ERROR];
    return gp_table_shape(intake->memory, intake->names, source, GP_INPUT_ANSWERS, intake->messages,
                          &shaped) &&
           gp_answer_columns_read(intake, &shaped, source->csv, &columns) &&
           gp_answer_rows_read(intake, &shaped, &columns) &&
           intake->messages->counts[GP_ERROR] == errors;
}
