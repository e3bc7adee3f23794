// Exact readings come before rules: a header whose key is that of an axis and an activity is that,
// whatever a pattern may say. What a rule passes over is looked up last, so that a wide pattern
// cannot hide a column that is known.
#include "base/text.h"
#include "read/intake.h"

#include <string.h>

#define NO_ACTIVITY ((size_t)-1)

const char *const gp_answer_fields[GP_ANSWER_FIELD_COUNT] = {
    "person",   "name", "id",    "email",      "date",     "role",         "manager",
    "activity", "note", "skill", "experience", "interest", "manager_skill"};

// The same fields in the same order; those that a wide file has, too, stand first.
static const struct {
    enum gp_column_kind kind;
    size_t rating;
} fields[GP_ANSWER_FIELD_COUNT] = {
    {GP_COLUMN_PERSON, 0},
    {GP_COLUMN_PERSON, 0},
    {GP_COLUMN_ID, 0},
    {GP_COLUMN_EMAIL, 0},
    {GP_COLUMN_DATE, 0},
    {GP_COLUMN_PASSED, 0},
    {GP_COLUMN_PASSED, 0},
    {GP_COLUMN_ACTIVITY, 0},
    {GP_COLUMN_NOTE, 0},
    {GP_COLUMN_RATING, GP_SKILL},
    {GP_COLUMN_RATING, GP_EXPERIENCE},
    {GP_COLUMN_RATING, GP_INTEREST},
    {GP_COLUMN_RATING, GP_MANAGER_SKILL},
};
enum { FIELD_COUNT = GP_ANSWER_FIELD_COUNT, WIDE_FIELD_COUNT = 7 };

// What a header can be read as.
struct readings {
    struct gp_answer_column found[2]; // the second differs from the first
    size_t count;
    bool too_costly;     // a rule gave no answer
    const char *no_such; // a text that stands where an activity should, beside an axis
    bool no_axis;        // an activity stands there, and no axis beside it
};

struct header {
    struct gp_intake *intake;
    const struct gp_csv *csv;
    struct gp_answer_columns *columns;
    struct gp_map *keys[2]; // "skillpricing" -> rating * activities + activity; where two
                            // readings have one key, the other one is in the second map
};

const char *gp_rating_name(size_t rating) {
    return rating == GP_MANAGER_SKILL ? "manager_skill" : gp_axis_name((enum gp_axis)rating);
}

static void add_key(struct header *header, const char *before, const char *behind, size_t value) {
    const char *key = gp_print(header->intake->memory, "%s%s", before, behind);
    if (gp_map_add(header->keys[0], key, value) != value)
        gp_map_add(header->keys[1], key, value);
}

static void make_keys(struct header *header) {
    const struct gp_ladder *ladder = header->intake->ladder;
    header->keys[0] = gp_map_new(header->intake->memory);
    header->keys[1] = gp_map_new(header->intake->memory);
    for (size_t rating = 0; rating < GP_RATING_COUNT; rating++) {
        const char *axis = gp_text_key(header->intake->memory, gp_rating_name(rating));
        for (size_t i = 0; i < ladder->activity_count; i++) {
            size_t value = rating * ladder->activity_count + i;
            add_key(header, axis, ladder->activities[i].key, value);
            add_key(header, ladder->activities[i].key, axis, value);
        }
    }
}

static void add_reading(struct readings *readings, size_t rating, size_t activity) {
    struct gp_answer_column column = {GP_COLUMN_RATING, rating, activity};
    const struct gp_answer_column *first = &readings->found[0];
    if (readings->count == 1 && first->rating == rating && first->activity == activity)
        return;
    if (readings->count < 2)
        readings->found[readings->count++] = column;
}

static void read_key(const struct header *header, const char *text, struct readings *readings) {
    const char *key = gp_text_key(header->intake->memory, text);
    size_t count = header->intake->ladder->activity_count, value = 0;
    for (size_t i = 0; i < 2; i++)
        if (gp_map_find(header->keys[i], key, &value))
            add_reading(readings, value / count, value % count);
}

// The text behind "Manager" or "Manager's", NULL if it does not start so.
static const char *behind_manager(const char *text) {
    static const char *const words[] = {"manager's", "manager’s", "managers", "manager"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        bool starts = (text[0] == 'm' || text[0] == 'M') && strlen(text) > length &&
                      strncmp(text + 1, words[i] + 1, length - 1) == 0;
        if (starts && strchr(" _-", text[length]) != NULL)
            return text + length + 1;
    }
    return NULL;
}

// A manager's rating is told from the person's own before any rule: "Manager skill" is none of
// theirs, though a pattern for "skill" may match it.
static enum gp_found find_rating(const struct header *header, const char *text, size_t *rating) {
    static const char *const manager_skill[] = {"manager_skill"};
    const char *rest = behind_manager(text);
    enum gp_axis axis = GP_SKILL;
    size_t field = 0;
    if (gp_names_field(header->intake->names, text, manager_skill, 1, &field) == GP_FOUND) {
        *rating = GP_MANAGER_SKILL;
        return GP_FOUND;
    }
    enum gp_found found = gp_names_axis(header->intake->names, rest == NULL ? text : rest, &axis);
    if (found != GP_FOUND)
        return found;
    if (rest != NULL && axis != GP_SKILL)
        return GP_NOT_FOUND;
    *rating = rest != NULL ? GP_MANAGER_SKILL : (size_t)axis;
    return GP_FOUND;
}

static void read_parts(const struct header *header, const char *axis, const char *activity,
                       struct readings *readings) {
    size_t rating = 0, found = NO_ACTIVITY;
    if (axis[0] == '\0' || activity[0] == '\0')
        return;
    enum gp_found as_axis = find_rating(header, axis, &rating);
    enum gp_found as_activity = gp_names_activity(header->intake->names, activity, &found);
    if (as_axis == GP_FOUND_TOO_COSTLY || as_activity == GP_FOUND_TOO_COSTLY)
        readings->too_costly = true;
    else if (as_axis == GP_FOUND && as_activity == GP_FOUND)
        add_reading(readings, rating, found);
    else if (as_axis == GP_FOUND)
        readings->no_such = activity;
    else if (as_activity == GP_FOUND)
        readings->no_axis = true;
}

static const char *part(struct gp_memory *memory, const char *text, size_t length) {
    for (; length > 0 && *text == ' '; length--)
        text++;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return gp_copy(memory, text, length);
}

static void read_both_ways(const struct header *header, const char *one, const char *other,
                           struct readings *readings) {
    read_parts(header, one, other, readings);
    read_parts(header, other, one, readings);
}

// "AXIS [ACTIVITY]", "AXIS: ACTIVITY", "AXIS - ACTIVITY" and the other way round, wherever the
// signs stand.
static void read_split(const struct header *header, const char *text, struct readings *readings) {
    static const char *const signs[] = {": ", " - "};
    struct gp_memory *memory = header->intake->memory;
    const char *open = strchr(text, '['), *close = strrchr(text, ']');
    if (open != NULL && close != NULL && open < close) {
        const char *outside = gp_print(memory, "%s %s", part(memory, text, (size_t)(open - text)),
                                       part(memory, close + 1, strlen(close + 1)));
        read_both_ways(header, part(memory, outside, strlen(outside)),
                       part(memory, open + 1, (size_t)(close - open) - 1), readings);
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (const char *at = strstr(text, signs[i]); at != NULL; at = strstr(at + 1, signs[i])) {
            const char *behind = at + strlen(signs[i]);
            read_both_ways(header, part(memory, text, (size_t)(at - text)),
                           part(memory, behind, strlen(behind)), readings);
        }
}

// Whether a key is that of an axis with an activity's in front or behind.
static bool is_joined_key(const struct gp_names *names, const char *key) {
    struct gp_memory *memory = gp_names_memory(names);
    size_t length = strlen(key), activity = 0;
    for (size_t i = 0; i < GP_RATING_COUNT; i++) {
        const char *axis = gp_text_key(memory, gp_rating_name(i));
        size_t rest = length - strlen(axis);
        if (strlen(axis) >= length)
            continue;
        if (strncmp(key, axis, length - rest) == 0 &&
            gp_names_activity(names, key + length - rest, &activity) == GP_FOUND)
            return true;
        if (strcmp(key + rest, axis) == 0 &&
            gp_names_activity(names, gp_copy(memory, key, rest), &activity) == GP_FOUND)
            return true;
    }
    return false;
}

bool gp_answer_header_known(const struct gp_names *names, const char *text) {
    struct gp_intake intake = {.memory = gp_names_memory(names), .names = names};
    const struct header header = {.intake = &intake};
    struct readings readings = {.count = 0};
    read_split(&header, text, &readings);
    return readings.count > 0 || is_joined_key(names, gp_text_key(intake.memory, text));
}

static const char *quoted(const struct header *header, const char *text) {
    return gp_quoted(header->intake->memory, text);
}

static const char *described(const struct header *header, const struct gp_answer_column *column) {
    return gp_print(header->intake->memory, "%s of %s", gp_rating_name(column->rating),
                    header->intake->ladder->activities[column->activity].name);
}

static void refuse_unknown(const struct header *header, struct gp_at at, const char *text,
                           const struct readings *readings) {
    struct gp_messages *messages = header->intake->messages;
    const struct gp_names *names = header->intake->names;
    if (text[0] == '\0')
        gp_error(messages, at, "the column has answers and no header; name it, or empty it");
    else if (!header->columns->wide)
        gp_error(messages, at,
                 "the column %s is not known; correct it, or add an ignore rule to aliases.csv%s",
                 quoted(header, text),
                 gp_names_suggest_field(names, text, gp_answer_fields, FIELD_COUNT));
    else if (readings->no_such != NULL)
        gp_error(messages, at,
                 "no activity is called %s; correct it, or add an ignore rule to aliases.csv%s",
                 quoted(header, readings->no_such),
                 gp_names_suggest_activity(names, readings->no_such));
    else if (readings->no_axis)
        gp_error(messages, at,
                 "the column %s names an activity and no axis; write skill, experience, interest "
                 "or manager_skill beside it, or add an ignore rule to aliases.csv",
                 quoted(header, text));
    else
        gp_error(messages, at,
                 "the column %s is not known; correct it, or add an ignore rule to aliases.csv%s",
                 quoted(header, text), gp_names_suggest_activity(names, text));
}

// A long file's column by its field's name, or an axis by one of its other names.
static enum gp_found read_field(const struct header *header, const char *text,
                                struct gp_answer_column *column) {
    size_t field = 0, rating = 0;
    size_t count = header->columns->wide ? WIDE_FIELD_COUNT : FIELD_COUNT;
    enum gp_found found =
        gp_names_field(header->intake->names, text, gp_answer_fields, count, &field);
    if (found == GP_FOUND)
        *column = (struct gp_answer_column){fields[field].kind, fields[field].rating, NO_ACTIVITY};
    if (found != GP_NOT_FOUND || header->columns->wide)
        return found;
    found = find_rating(header, text, &rating);
    if (found == GP_FOUND)
        *column = (struct gp_answer_column){GP_COLUMN_RATING, rating, NO_ACTIVITY};
    return found;
}

static struct gp_answer_column read_header(const struct header *header, const char *text,
                                           struct gp_at at) {
    struct gp_answer_column column = {GP_COLUMN_UNKNOWN, 0, NO_ACTIVITY};
    struct readings readings = {.count = 0};
    if (header->columns->wide)
        read_key(header, text, &readings);
    if (readings.count == 0) {
        enum gp_found found = read_field(header, text, &column);
        if (found == GP_FOUND)
            return column;
        if (header->columns->wide)
            read_split(header, text, &readings);
        readings.too_costly = readings.too_costly || found == GP_FOUND_TOO_COSTLY;
    }
    if (readings.count == 2)
        gp_error(header->intake->messages, at,
                 "the column %s can be read as %s and as %s; write it another way",
                 quoted(header, text), described(header, &readings.found[0]),
                 described(header, &readings.found[1]));
    else if (readings.count == 1)
        column = readings.found[0];
    else if (text[0] != '\0' && gp_names_ignored(header->intake->names, text))
        column.kind = GP_COLUMN_PASSED;
    else if (readings.too_costly)
        gp_intake_costly(header->intake, at, text);
    else
        refuse_unknown(header, at, text, &readings);
    return column;
}

// A file is long if one of its columns names activities.
static bool is_long(const struct header *header) {
    for (size_t i = 0; i < header->csv->rows[0].count; i++) {
        const char *text = gp_csv_text(header->csv, 0, i);
        struct readings readings = {.count = 0};
        size_t field = 0;
        read_key(header, text, &readings);
        if (readings.count == 0 &&
            gp_names_field(header->intake->names, text, gp_answer_fields, FIELD_COUNT, &field) ==
                GP_FOUND &&
            fields[field].kind == GP_COLUMN_ACTIVITY)
            return true;
    }
    return false;
}

static void refuse_second(const struct header *header, size_t column, size_t first) {
    const struct gp_answer_column *item = &header->columns->items[column];
    const char *both = item->activity != NO_ACTIVITY    ? described(header, item)
                       : item->kind == GP_COLUMN_RATING ? gp_rating_name(item->rating)
                                                        : NULL;
    for (size_t i = 0; both == NULL; i++)
        if (fields[i].kind == item->kind)
            both = gp_answer_fields[i];
    gp_intake_twice(header->intake, header->csv, column, first, both);
}

// Reports columns that say what an earlier one says, and passes them over.
static void refuse_twice(const struct header *header) {
    struct gp_answer_columns *columns = header->columns;
    struct gp_map *taken = gp_map_new(header->intake->memory);
    for (size_t i = 0; i < columns->count; i++) {
        struct gp_answer_column *item = &columns->items[i];
        if (item->kind == GP_COLUMN_PASSED || item->kind == GP_COLUMN_UNKNOWN)
            continue;
        const char *key = gp_print(header->intake->memory, "%d:%zu:%zu", (int)item->kind,
                                   item->rating, item->activity);
        size_t first = gp_map_add(taken, key, i);
        if (first != i) {
            refuse_second(header, i, first);
            item->kind = GP_COLUMN_UNKNOWN;
        } else if (columns->at[item->kind] == GP_NO_COLUMN) {
            columns->at[item->kind] = i;
        }
    }
}

// Interest and experience alone are worth keeping, and make no score.
static void warn_of_no_skill(const struct header *header, struct gp_at at) {
    const struct gp_answer_columns *columns = header->columns;
    for (size_t i = 0; i < columns->count; i++) {
        const struct gp_answer_column *item = &columns->items[i];
        if (item->kind == GP_COLUMN_RATING &&
            (item->rating == GP_SKILL || item->rating == GP_MANAGER_SKILL))
            return;
    }
    const char *name = header->intake->ladder->activities[0].name;
    const char *example = columns->wide ? gp_print(header->intake->memory, "like Skill [%s]", name)
                                        : "skill or manager_skill";
    gp_warn(header->intake->messages, at, "no column has skill: nothing can be scored; head one %s",
            example);
}

static bool check_enough(const struct header *header) {
    const struct gp_answer_columns *columns = header->columns;
    const struct gp_ladder *ladder = header->intake->ladder;
    struct gp_at at = {header->csv->file, gp_csv_at(header->csv, 0, 0).line, 0};
    bool someone = columns->at[GP_COLUMN_PERSON] != GP_NO_COLUMN ||
                   columns->at[GP_COLUMN_ID] != GP_NO_COLUMN ||
                   columns->at[GP_COLUMN_EMAIL] != GP_NO_COLUMN;
    bool rated = columns->at[GP_COLUMN_RATING] != GP_NO_COLUMN;
    if (!someone)
        gp_error(header->intake->messages, at,
                 "no column says whose answers these are; head one person, email or id");
    if (!rated && !columns->wide)
        gp_error(header->intake->messages, at,
                 "no column has ratings; head one skill, experience, interest or manager_skill");
    else if (!rated)
        gp_error(header->intake->messages, at,
                 "no column has ratings; head columns like %s, or have activity and skill for a "
                 "row per activity",
                 quoted(header, gp_print(header->intake->memory, "Skill [%s]",
                                         ladder->activities[0].name)));
    if (rated)
        warn_of_no_skill(header, at);
    return someone && rated;
}

bool gp_answer_columns_read(struct gp_intake *intake, const struct gp_csv *csv,
                            struct gp_answer_columns *columns) {
    struct header header = {.intake = intake, .csv = csv, .columns = columns};
    make_keys(&header);
    *columns = (struct gp_answer_columns){.count = csv->rows[0].count};
    columns->wide = !is_long(&header);
    columns->items = gp_alloc(intake->memory, columns->count, sizeof *columns->items);
    for (size_t i = 0; i < GP_COLUMN_KIND_COUNT; i++)
        columns->at[i] = GP_NO_COLUMN;
    for (size_t i = 0; i < columns->count; i++) {
        if (gp_csv_first_text(csv, i) == csv->row_count)
            columns->items[i].kind = GP_COLUMN_PASSED;
        else
            columns->items[i] = read_header(&header, gp_csv_text(csv, 0, i), gp_csv_at(csv, 0, i));
    }
    refuse_twice(&header);
    return check_enough(&header);
}
