#include "read/answer_columns.h"

#include "base/text.h"

#include <string.h>

// Headers of an answers file that are no rating of an activity. The first stand for the fields in
// the order of enum gp_answer_field, then come axes, then what is passed over.
static const char *const names[] = {"person",   "id",    "email",      "date",     "note",
                                    "activity", "skill", "experience", "interest", "manager_skill",
                                    "name",     "role",  "target",     "manager"};
enum {
    FIRST_AXIS = GP_ANSWER_FIELDS,
    NAME = FIRST_AXIS + GP_RATED_AXES, // another word for person
    FIRST_PASSED = NAME + 1,
    NAME_COUNT = sizeof names / sizeof *names
};

const char *gp_rated_axis_name(size_t axis) {
    return names[FIRST_AXIS + axis];
}

// A header being understood.
struct finder {
    struct gp_intake *intake;
    const struct gp_csv *csv;
    struct gp_answer_columns *columns;
    struct gp_map *pairs; // folded "axis activity" and "activity axis" -> axis and activity
    size_t *taken;        // [axis x activity]: the column that says it already, from 1
};

static size_t pair_of(const struct finder *finder, size_t axis, size_t activity) {
    return axis * finder->intake->ladder->activity_count + activity;
}

// Both orders of every axis and activity, so that all ways of writing a wide header that name both
// and nothing else meet: "Skill [X]", "X - Skill", "Skill: X", "x_skill".
static void fold_pairs(struct finder *finder) {
    const struct gp_ladder *ladder = finder->intake->ladder;
    struct gp_memory *memory = finder->intake->memory;
    finder->pairs = gp_map_new(memory);
    finder->taken = gp_alloc(memory, GP_RATED_AXES * ladder->activity_count, sizeof *finder->taken);
    for (size_t axis = 0; axis < GP_RATED_AXES; axis++) {
        const char *axis_key = gp_text_key(memory, gp_rated_axis_name(axis));
        for (size_t i = 0; i < ladder->activity_count; i++) {
            const char *key = ladder->activities[i].key;
            size_t pair = pair_of(finder, axis, i);
            gp_map_add(finder->pairs, gp_print(memory, "%s%s", axis_key, key), pair);
            gp_map_add(finder->pairs, gp_print(memory, "%s%s", key, axis_key), pair);
        }
    }
}

static const char *trimmed(struct gp_memory *memory, const char *start, size_t length) {
    while (length > 0 && (*start == ' ' || *start == '\n')) {
        start++;
        length--;
    }
    while (length > 0 && (start[length - 1] == ' ' || start[length - 1] == '\n'))
        length--;
    return gp_copy(memory, start, length);
}

// The two parts of "A [B]", "A: B" or "A - B".
static bool split(struct gp_memory *memory, const char *header, const char **before,
                  const char **behind) {
    const char *open = strchr(header, '['), *close = strrchr(header, ']');
    if (open != NULL && close != NULL && close > open) {
        *before = trimmed(memory, header, (size_t)(open - header));
        *behind = trimmed(memory, open + 1, (size_t)(close - open - 1));
        return true;
    }
    static const char *const separators[] = {": ", " - "};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        const char *at = strstr(header, separators[i]);
        for (const char *next = at; next != NULL; next = strstr(next + 1, separators[i]))
            at = next;
        if (at == NULL)
            continue;
        const char *rest = at + strlen(separators[i]);
        *before = trimmed(memory, header, (size_t)(at - header));
        *behind = trimmed(memory, rest, strlen(rest));
        return true;
    }
    return false;
}

static enum gp_found find_axis(const struct finder *finder, const char *text, size_t *axis) {
    enum gp_axis found = GP_SKILL;
    if (strcmp(gp_text_key(finder->intake->memory, text), "managerskill") == 0) {
        *axis = GP_MANAGER_AXIS;
        return GP_FOUND;
    }
    enum gp_found result = gp_names_axis(finder->intake->names, text, &found);
    if (result == GP_FOUND)
        *axis = found;
    return result;
}

// An axis and an activity by the ladder's rules, in this order of the two texts.
static enum gp_found find_parts(const struct finder *finder, const char *axis_text,
                                const char *activity_text, size_t *pair) {
    size_t axis = 0, activity = 0;
    enum gp_found result = find_axis(finder, axis_text, &axis);
    if (result == GP_FOUND)
        result = gp_names_activity(finder->intake->names, activity_text, &activity);
    if (result == GP_FOUND)
        *pair = pair_of(finder, axis, activity);
    return result;
}

static enum gp_found find_pair(const struct finder *finder, const char *header, size_t *pair) {
    const char *before = "", *behind = "";
    if (gp_map_find(finder->pairs, gp_text_key(finder->intake->memory, header), pair))
        return GP_FOUND;
    if (!split(finder->intake->memory, header, &before, &behind))
        return GP_NOT_FOUND;
    enum gp_found result = find_parts(finder, before, behind, pair);
    return result != GP_NOT_FOUND ? result : find_parts(finder, behind, before, pair);
}

static bool take_pair(struct finder *finder, size_t column, size_t pair) {
    size_t activities = finder->intake->ladder->activity_count;
    if (finder->taken[pair] != 0)
        return gp_twice(finder->intake, finder->csv, column, finder->taken[pair] - 1);
    finder->taken[pair] = column + 1;
    finder->columns->ratings[finder->columns->rating_count++] =
        (struct gp_rating_column){column, pair / activities, pair % activities};
    return true;
}

static bool take_name(struct finder *finder, size_t column, size_t name) {
    struct gp_answer_columns *columns = finder->columns;
    if (name >= FIRST_PASSED)
        return true;
    if (name >= FIRST_AXIS && name < NAME) {
        for (size_t i = 0; i < columns->rating_count; i++)
            if (columns->ratings[i].activity == GP_NO_ANSWER_COLUMN &&
                columns->ratings[i].axis == name - FIRST_AXIS)
                return gp_twice(finder->intake, finder->csv, column, columns->ratings[i].column);
        columns->ratings[columns->rating_count++] =
            (struct gp_rating_column){column, name - FIRST_AXIS, GP_NO_ANSWER_COLUMN};
        return true;
    }
    size_t *field = &columns->fields[name == NAME ? GP_ANSWER_PERSON : name];
    if (*field != GP_NO_ANSWER_COLUMN)
        return gp_twice(finder->intake, finder->csv, column, *field);
    *field = column;
    return true;
}

static bool refuse_header(struct finder *finder, size_t column, const char *header) {
    struct gp_intake *intake = finder->intake;
    const char *before = header, *behind = header;
    bool two_parts = split(intake->memory, header, &before, &behind);
    size_t axis = 0;
    // Of "Skill [Problem Discvery]" it is the activity that is not known.
    const char *activity =
        two_parts && find_axis(finder, before, &axis) == GP_FOUND ? behind : before;
    const char *suggestion = two_parts ? gp_names_suggest_activity(intake->names, activity)
                                       : gp_names_suggest_field(intake->names, header, names, NAME);
    return gp_error(
        intake->messages, gp_csv_at(finder->csv, 0, column),
        "header %s is no field, and no activity with skill, experience or interest; correct "
        "it, or pass it over with an ignore rule in aliases.csv%s",
        gp_quoted(intake->memory, header), suggestion);
}

static bool take_column(struct finder *finder, size_t column) {
    const char *header = gp_csv_text(finder->csv, 0, column);
    struct gp_at at = gp_csv_at(finder->csv, 0, column);
    size_t found = 0;
    enum gp_found result = find_pair(finder, header, &found);
    if (result == GP_FOUND)
        return take_pair(finder, column, found);
    if (result == GP_NOT_FOUND)
        result = gp_names_field(finder->intake->names, header, names, NAME_COUNT, &found);
    if (result == GP_FOUND)
        return take_name(finder, column, found);
    if (result == GP_FOUND_TOO_COSTLY)
        return gp_too_costly(finder->intake, at, header);
    if (gp_names_ignored(finder->intake->names, header))
        return true;
    return refuse_header(finder, column, header);
}

// Whether the columns together are a long or a wide form.
static bool check_form(const struct finder *finder) {
    struct gp_answer_columns *columns = finder->columns;
    struct gp_messages *messages = finder->intake->messages;
    struct gp_at at = gp_csv_at(finder->csv, 0, 0);
    at.column = 0;
    columns->is_long = columns->fields[GP_ANSWER_ACTIVITY] != GP_NO_ANSWER_COLUMN;
    if (columns->fields[GP_ANSWER_PERSON] == GP_NO_ANSWER_COLUMN &&
        columns->fields[GP_ANSWER_ID] == GP_NO_ANSWER_COLUMN &&
        columns->fields[GP_ANSWER_EMAIL] == GP_NO_ANSWER_COLUMN)
        return gp_error(messages, at, "no column says who answered; name one person, email or id");
    if (columns->rating_count == 0)
        return gp_error(messages, at,
                        "no column holds ratings; name them skill, experience and interest beside "
                        "a column activity, or one an activity, such as \"Skill [%s]\"",
                        finder->intake->ladder->activities[0].name);
    for (size_t i = 0; i < columns->rating_count; i++) {
        const struct gp_rating_column *rating = &columns->ratings[i];
        if ((rating->activity == GP_NO_ANSWER_COLUMN) != columns->is_long)
            return gp_error(
                messages, gp_csv_at(finder->csv, 0, rating->column),
                columns->is_long ? "header %s names an activity, but a column activity names one "
                                   "a row; keep one of the two forms"
                                 : "header %s names no activity, and there is no column activity; "
                                   "add the activity's name to it",
                gp_quoted(finder->intake->memory, gp_csv_text(finder->csv, 0, rating->column)));
    }
    return true;
}

bool gp_answer_columns_find(struct gp_intake *intake, const struct gp_csv *csv,
                            struct gp_answer_columns *columns) {
    struct finder finder = {.intake = intake, .csv = csv, .columns = columns};
    size_t count = csv->rows[0].count;
    bool good = true;
    *columns = (struct gp_answer_columns){0};
    columns->ratings = gp_alloc(intake->memory, count + 1, sizeof *columns->ratings);
    for (size_t i = 0; i < GP_ANSWER_FIELDS; i++)
        columns->fields[i] = GP_NO_ANSWER_COLUMN;
    fold_pairs(&finder);
    for (size_t i = 0; i < count; i++)
        if (gp_csv_text(csv, 0, i)[0] != '\0')
            good = take_column(&finder, i) && good;
    return good && check_form(&finder);
}
