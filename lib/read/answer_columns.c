// Exact readings come before rules: a header whose key is that of an axis and an activity is that,
// whatever a pattern may say. What a rule passes over is looked up last, so that a wide pattern
// cannot hide a column that is known.
#include "base/text.h"
#include "read/intake.h"

#include <string.h>

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

// Headers that can each be read in a thousand ways are reported, and the rest is not looked at.
enum { MOST_FAULTS = 100 };

struct header {
    struct gp_intake *intake;
    const struct gp_shaped *shaped;
    const struct gp_csv *csv;
    struct gp_answer_columns *columns;
    size_t *passed; // columns of a tool that are not known
    size_t passed_count;
};

static const char *quoted(const struct header *header, const char *text) {
    return gp_quoted(header->intake->memory, text);
}

static const char *described(const struct header *header, size_t rating, size_t activity) {
    return gp_print(header->intake->memory, "%s of %s", gp_rating_name(rating),
                    header->intake->ladder->activities[activity].name);
}

static void refuse_unknown(const struct header *header, struct gp_at at, const char *text,
                           const struct gp_header_readings *readings) {
    struct gp_messages *messages = header->intake->messages;
    const struct gp_names *names = header->intake->names;
    if (text[0] == '\0')
        gp_error(messages, at, "the column has answers and no header; name it, or empty it");
    else if (strlen(text) > GP_LONGEST_HEADER)
        gp_error(messages, at, "the header %s has more than %d bytes; shorten it",
                 quoted(header, text), GP_LONGEST_HEADER);
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
        gp_error(
            messages, at,
            "the column %s names an activity and no axis; write skill, experience, interest "
            "or manager_skill beside it, say with --axes what such columns hold, or add an ignore "
            "rule to aliases.csv",
            quoted(header, text));
    else
        gp_error(messages, at,
                 "the column %s is not known; correct it, or add an ignore rule to aliases.csv%s",
                 quoted(header, text), gp_names_suggest_activity(names, text));
}

static struct gp_answer_column field_column(size_t field, enum gp_column_by by) {
    return (struct gp_answer_column){
        .kind = fields[field].kind,
        .rating = fields[field].rating,
        .activity = GP_NO_ACTIVITY,
        .by = by,
    };
}

// A long file's column by its field's name, or an axis by one of its other names. Two rules that
// contradict one another are reported: GP_FOUND_TWO_WAYS.
static enum gp_found read_field(const struct header *header, const char *text, struct gp_at at,
                                struct gp_answer_column *column) {
    const struct gp_names *names = header->intake->names;
    size_t field = 0, rating = 0, count = header->columns->wide ? WIDE_FIELD_COUNT : FIELD_COUNT;
    enum gp_rule_kind kind = GP_RULE_FIELD;
    enum gp_found found = gp_names_field(names, text, gp_answer_fields, count, &field);
    if (found == GP_FOUND)
        *column = field_column(field, GP_BY_NAME);
    if (found == GP_NOT_FOUND && !header->columns->wide) {
        kind = GP_RULE_AXIS;
        found = gp_answer_rating(names, text, &rating);
        if (found == GP_FOUND)
            *column = (struct gp_answer_column){.kind = GP_COLUMN_RATING,
                                                .rating = rating,
                                                .activity = GP_NO_ACTIVITY,
                                                .by = GP_BY_PARTS,
                                                .rating_text = text};
    }
    if (found == GP_FOUND_TWO_WAYS)
        gp_intake_two_ways(header->intake, at, text,
                           gp_names_two_ways(names, kind, text, gp_answer_fields, count));
    return found;
}

// A column by what its header says of an axis and an activity. False when it says nothing of them.
static bool read_rating(const struct header *header, const char *text, struct gp_at at,
                        const struct gp_header_readings *readings,
                        struct gp_answer_column *column) {
    const struct gp_header_reading *one = &readings->found[0], *two = &readings->found[1];
    if (readings->count == 2)
        gp_error(header->intake->messages, at,
                 "the column %s can be read as %s and as %s; write it another way",
                 quoted(header, text), described(header, one->rating, one->activity),
                 described(header, two->rating, two->activity));
    if (readings->count == 0 && readings->two_ways != NULL)
        return !gp_intake_two_ways(header->intake, at, text, readings->two_ways);
    if (readings->count == 1)
        *column = (struct gp_answer_column){
            .kind = GP_COLUMN_RATING,
            .rating = one->rating,
            .activity = one->activity,
            .by = one->rating_text == NULL ? GP_BY_NAME : GP_BY_PARTS,
            .rating_text = one->rating_text,
            .activity_text = one->activity_text,
        };
    return readings->count > 0;
}

// A rule that makes a field of a header, and parts of it that make a rating, contradict one
// another.
static bool refuse_both(const struct header *header, const char *text, struct gp_at at,
                        const struct gp_header_readings *readings) {
    const struct gp_rule *rule = gp_names_rule(header->intake->names, GP_RULE_FIELD, text,
                                               gp_answer_fields, WIDE_FIELD_COUNT);
    if (rule == NULL || readings->count == 0)
        return false;
    return !gp_intake_two_ways(
        header->intake, at, text,
        gp_print(header->intake->memory, "%s:%u says %s, and its parts say %s", rule->at.file,
                 (unsigned)rule->at.line, rule->target,
                 described(header, readings->found[0].rating, readings->found[0].activity)));
}

// Whether any cell of a column can be read as a rating. A box for remarks stands beside activities,
// and has none.
static bool has_ratings(const struct header *header, size_t column) {
    for (size_t row = 1; row < header->csv->row_count; row++) {
        const char *text = gp_csv_text(header->csv, row, column);
        gp_rating rating = GP_BLANK;
        for (size_t axis = 0; text[0] != '\0' && axis < GP_AXIS_COUNT; axis++)
            if (gp_names_rating(header->intake->names, (enum gp_axis)axis, text, &rating) ==
                GP_FOUND)
                return true;
    }
    return false;
}

static struct gp_answer_column read_header(struct header *header, size_t i) {
    const char *text = gp_csv_text(header->csv, 0, i);
    struct gp_at at = gp_csv_at(header->csv, 0, i);
    struct gp_answer_column column = {.kind = GP_COLUMN_UNKNOWN, .activity = GP_NO_ACTIVITY};
    struct gp_header_readings readings = {.count = 0};
    enum gp_found found = GP_NOT_FOUND;
    if (header->columns->wide)
        gp_answer_header_read(header->intake->names, text, &readings);
    readings.no_axis = readings.no_axis || header->columns->items[i].activity != GP_NO_ACTIVITY;
    bool exact = readings.count > 0 && readings.found[0].rating_text == NULL;
    if (!exact && strlen(text) <= GP_LONGEST_HEADER)
        found = read_field(header, text, at, &column);
    if (found == GP_FOUND_TWO_WAYS ||
        (found == GP_FOUND && refuse_both(header, text, at, &readings)))
        return (struct gp_answer_column){.kind = GP_COLUMN_UNKNOWN, .activity = GP_NO_ACTIVITY};
    if (found == GP_FOUND || read_rating(header, text, at, &readings, &column))
        return column;
    if (text[0] != '\0' && gp_names_ignored(header->intake->names, text)) {
        column.kind = GP_COLUMN_PASSED;
        column.by = GP_BY_IGNORE;
    } else if (readings.too_costly || found == GP_FOUND_TOO_COSTLY) {
        gp_intake_costly(header->intake, at, text);
    } else if (header->shaped->dialect->tool && text[0] != '\0' &&
               ((readings.no_such == NULL && !readings.no_axis) || !has_ratings(header, i))) {
        column.kind = GP_COLUMN_PASSED;
        header->passed[header->passed_count++] = i;
    } else {
        refuse_unknown(header, at, text, &readings);
    }
    return column;
}

// A file is long if one of its columns names activities; such files have few columns.
static bool is_long(const struct header *header) {
    enum { MOST_COLUMNS = 200 };
    for (size_t i = 0; i < header->csv->rows[0].count && i < MOST_COLUMNS; i++) {
        const char *text = gp_csv_text(header->csv, 0, i);
        size_t field = 0;
        if (strlen(text) <= GP_LONGEST_HEADER &&
            gp_names_field(header->intake->names, text, gp_answer_fields, FIELD_COUNT, &field) ==
                GP_FOUND &&
            fields[field].kind == GP_COLUMN_ACTIVITY &&
            !gp_answer_header_known(header->intake->names, text))
            return true;
    }
    return false;
}

// What the dialect says of a column; false where it says nothing.
static bool take_dialect(const struct header *header, size_t i) {
    const char *field = header->shaped->fields[i];
    struct gp_answer_column *column = &header->columns->items[i];
    if (field == NULL)
        return false;
    *column = (struct gp_answer_column){
        .kind = GP_COLUMN_PASSED, .activity = GP_NO_ACTIVITY, .by = GP_BY_DIALECT};
    for (size_t j = 0; j < FIELD_COUNT && field[0] != '\0' && gp_csv_says(header->csv, i); j++)
        if (strcmp(field, gp_answer_fields[j]) == 0)
            *column = field_column(j, GP_BY_DIALECT);
    return true;
}

static void refuse_second(const struct header *header, size_t column, size_t first) {
    const struct gp_answer_column *item = &header->columns->items[column];
    const char *both = item->activity != GP_NO_ACTIVITY
                           ? described(header, item->rating, item->activity)
                       : item->kind == GP_COLUMN_RATING ? gp_rating_name(item->rating)
                                                        : NULL;
    for (size_t i = 0; both == NULL; i++)
        if (fields[i].kind == item->kind)
            both = gp_answer_fields[i];
    gp_intake_twice(header->intake, header->csv, column, first, both);
}

// Reports columns that say what an earlier one says, and passes them over. Whoever asks for a name
// in a tool that knows it already has made no mistake.
static void refuse_twice(struct header *header) {
    struct gp_answer_columns *columns = header->columns;
    struct gp_map *taken = gp_map_new(header->intake->memory);
    for (size_t i = 0; i < columns->count; i++) {
        struct gp_answer_column *item = &columns->items[i];
        if (item->kind == GP_COLUMN_PASSED || item->kind == GP_COLUMN_UNKNOWN)
            continue;
        const char *key = gp_print(header->intake->memory, "%d:%zu:%zu", (int)item->kind,
                                   item->rating, item->activity);
        size_t first = gp_map_add(taken, key, i);
        if (first == i) {
            if (columns->at[item->kind] == GP_NO_COLUMN)
                columns->at[item->kind] = i;
        } else if (columns->items[first].by == GP_BY_DIALECT && item->kind != GP_COLUMN_RATING) {
            item->kind = GP_COLUMN_PASSED;
            header->passed[header->passed_count++] = i;
        } else {
            refuse_second(header, i, first);
            item->kind = GP_COLUMN_UNKNOWN;
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

static void read_headers(struct header *header) {
    struct gp_answer_columns *columns = header->columns;
    size_t errors = header->intake->messages->counts[GP_ERROR];
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->items[i].by == GP_BY_ORDER || take_dialect(header, i))
            continue;
        if (gp_csv_first_text(header->csv, i) == header->csv->row_count) {
            columns->items[i].kind = GP_COLUMN_PASSED;
            continue;
        }
        columns->items[i] = read_header(header, i);
        if (header->intake->messages->counts[GP_ERROR] - errors < MOST_FAULTS)
            continue;
        gp_error(header->intake->messages, gp_csv_at(header->csv, 0, i),
                 "%d columns are wrong; those behind this one were not looked at", MOST_FAULTS);
        break;
    }
}

bool gp_answer_columns_read(struct gp_intake *intake, const struct gp_shaped *shaped,
                            const struct gp_csv_options *options,
                            struct gp_answer_columns *columns) {
    const struct gp_csv *csv = &shaped->csv;
    struct header header = {.intake = intake, .shaped = shaped, .csv = csv, .columns = columns};
    *columns = (struct gp_answer_columns){.count = csv->rows[0].count};
    columns->wide = !is_long(&header);
    columns->items = gp_alloc(intake->memory, columns->count + 1, sizeof *columns->items);
    header.passed = gp_alloc(intake->memory, columns->count + 1, sizeof *header.passed);
    for (size_t i = 0; i < columns->count; i++)
        columns->items[i] =
            (struct gp_answer_column){.kind = GP_COLUMN_UNKNOWN, .activity = GP_NO_ACTIVITY};
    for (size_t i = 0; i < GP_COLUMN_KIND_COUNT; i++)
        columns->at[i] = GP_NO_COLUMN;
    if (columns->wide)
        gp_answer_statements(intake, shaped, options, columns);
    read_headers(&header);
    refuse_twice(&header);
    gp_intake_passed_over(intake, csv, header.passed, header.passed_count);
    return check_enough(&header);
}
