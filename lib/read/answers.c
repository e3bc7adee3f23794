#include "base/text.h"
#include "read/intake.h"

#include <stdlib.h>
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

// The rows that say in the same words who they are about.
struct mention {
    struct gp_identity identity;
    const char *key; // folded name
    struct gp_at at; // of the first of them
    size_t person;
};

// An id is better than an email, and an email than a name.
static int strength(const struct gp_identity *identity) {
    return identity->id[0] != '\0' ? 2 : identity->email[0] != '\0' ? 1 : 0;
}

// The strongest first, whatever the order of the rows: then a name alone meets everybody who has
// it. Those with a name stand before those without, so that a person has a name if any row has it.
static int compare_mentions(const void *a, const void *b) {
    const struct mention *left = *(const struct mention *const *)a;
    const struct mention *right = *(const struct mention *const *)b;
    int order = strength(&right->identity) - strength(&left->identity);
    if (order == 0)
        order = strcmp(left->identity.id, right->identity.id);
    if (order == 0)
        order = (left->identity.name[0] == '\0') - (right->identity.name[0] == '\0');
    if (order == 0)
        order = strcmp(left->identity.email, right->identity.email);
    if (order == 0)
        order = gp_text_compare(left->key, left->identity.name, right->key, right->identity.name);
    return order;
}

static struct gp_identity identity_of(const struct reading *reading, size_t row) {
    return (struct gp_identity){.id = cell(reading, row, GP_COLUMN_ID),
                                .email = cell(reading, row, GP_COLUMN_EMAIL),
                                .name = cell(reading, row, GP_COLUMN_PERSON)};
}

static enum gp_column_kind identity_kind(const struct reading *reading) {
    const size_t *at = reading->columns.at;
    return at[GP_COLUMN_PERSON] != GP_NO_COLUMN ? GP_COLUMN_PERSON
           : at[GP_COLUMN_ID] != GP_NO_COLUMN   ? GP_COLUMN_ID
                                                : GP_COLUMN_EMAIL;
}

// Which person each row is about: [row], GP_NO_PERSON where that cannot be known.
static size_t *find_people(const struct reading *reading) {
    struct gp_memory *memory = reading->intake->memory;
    size_t row_count = reading->csv.row_count, count = 0;
    struct mention *mentions = gp_alloc(memory, row_count, sizeof *mentions);
    struct mention **sorted = gp_alloc(memory, row_count, sizeof *sorted);
    size_t *people = gp_alloc(memory, row_count, sizeof *people);
    struct gp_map *map = gp_map_new(memory);
    for (size_t row = 1; row < row_count; row++) {
        struct gp_identity who = identity_of(reading, row);
        struct gp_at at = place(reading, row, identity_kind(reading));
        people[row] = GP_NO_PERSON;
        if (who.id[0] == '\0' && who.email[0] == '\0' && who.name[0] == '\0') {
            gp_error(reading->intake->messages, at,
                     "row has no person; say whose answers these are, or remove the row");
            continue;
        }
        const char *key = gp_print(memory, "%s\n%s\n%s", who.id, who.email, who.name);
        people[row] = gp_map_add(map, key, count);
        if (people[row] < count)
            continue;
        mentions[count] = (struct mention){who, gp_text_key(memory, who.name), at, GP_NO_PERSON};
        sorted[count] = &mentions[count];
        count++;
    }
    qsort(sorted, count, sizeof *sorted, compare_mentions);
    for (size_t i = 0; i < count; i++)
        sorted[i]->person = gp_intake_find(reading->intake, &sorted[i]->identity, sorted[i]->at);
    for (size_t row = 1; row < row_count; row++)
        if (people[row] != GP_NO_PERSON)
            people[row] = mentions[people[row]].person;
    return people;
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
                        gp_names_suggest_rating(reading->intake->names, axis));
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
    if (!gp_csv_read(intake->memory, source, intake->messages, &reading.csv) ||
        !gp_answer_columns_read(intake, &reading.csv, &reading.columns))
        return false;
    if (reading.csv.row_count == 1)
        return gp_error(intake->messages, gp_csv_at(&reading.csv, 0, 0),
                        "the file has a header and no answers; a row for each would be right");
    size_t *people = find_people(&reading);
    for (size_t row = 1; row < reading.csv.row_count; row++)
        if (people[row] != GP_NO_PERSON)
            read_row(&reading, row, people[row]);
    return intake->messages->counts[GP_ERROR] == errors;
}
