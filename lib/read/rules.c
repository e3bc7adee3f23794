#include "read/ladder_parts.h"

#include "base/number.h"
#include "base/text.h"
#include "read/intake.h"
#include "read/shape.h"

#include <string.h>

enum column { KIND, PATTERN, TARGET, COMMENT };
enum { COLUMN_COUNT = 4, REQUIRED_COUNT = 3 };

static const char *const column_names[COLUMN_COUNT] = {"kind", "pattern", "target", "comment"};

// A ladder may do without rules: names then meet by their folded keys alone.
static const struct gp_shape shape = {.thing = "rule",
                                      .names = column_names,
                                      .count = COLUMN_COUNT,
                                      .required = REQUIRED_COUNT,
                                      .most_rows = GP_MOST_RULES,
                                      .may_be_empty = true};

static const char *const kind_names[GP_RULE_KIND_COUNT] = {"field", "axis", "activity",
                                                           "level", "role", "ignore"};

struct reading {
    const struct gp_ladder_parts *parts;
    struct gp_table table;
};

// A target that must be one of `names` as it is written there.
static void check_name(const struct reading *reading, size_t row, const char *what,
                       const char *const *names, size_t count) {
    const struct gp_table *table = &reading->table;
    const char *target = gp_table_text(table, row, TARGET);
    for (size_t i = 0; i < count; i++)
        if (strcmp(target, names[i]) == 0)
            return;
    gp_error(table->messages, gp_table_at(table, row, TARGET), "target %s is no %s; %s",
             gp_quoted(table->memory, target), what,
             gp_suggestion(table->memory, target, names, count));
}

// What a column of an input can hold: answers first, then what the other inputs have besides.
static void check_field(const struct reading *reading, size_t row) {
    static const struct {
        const char *const *names;
        size_t count;
    } inputs[] = {
        {gp_answer_fields, GP_ANSWER_FIELD_COUNT}, {gp_roster_fields, GP_ROSTER_FIELD_COUNT},
        {gp_course_fields, GP_COURSE_FIELD_COUNT}, {gp_expense_fields, GP_EXPENSE_FIELD_COUNT},
        {gp_pair_fields, GP_PAIR_FIELD_COUNT},     {gp_shape_fields, GP_SHAPE_FIELD_COUNT}};
    const char *names[GP_SHAPE_FIELD_COUNT + GP_ANSWER_FIELD_COUNT + GP_ROSTER_FIELD_COUNT +
                      GP_COURSE_FIELD_COUNT + GP_EXPENSE_FIELD_COUNT + GP_PAIR_FIELD_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        memcpy(names + count, inputs[i].names, inputs[i].count * sizeof *names);
        count += inputs[i].count;
    }
    check_name(reading, row, "field", names, count);
}

static void check_activity(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const struct gp_ladder_parts *parts = reading->parts;
    const char *target = gp_table_text(table, row, TARGET);
    size_t activity = 0;
    if (!parts->activities_known ||
        gp_map_find(parts->activity_keys, gp_text_key(table->memory, target), &activity))
        return;
    gp_error(table->messages, gp_table_at(table, row, TARGET),
             "target %s is no activity; change or remove the rule; %s",
             gp_quoted(table->memory, target), gp_activity_suggestion(parts, target));
}

static void check_role(const struct reading *reading, size_t row) {
    const struct gp_ladder_parts *parts = reading->parts;
    size_t count = parts->ladder->rung_count;
    if (!parts->rungs_known)
        return;
    const char **names = gp_alloc(parts->memory, count + 1, sizeof *names);
    if (count > 0)
        memcpy(names, parts->rung_id_list, count * sizeof *names);
    names[count] = GP_OUTSIDE;
    check_name(reading, row, "rung", names, count + 1);
}

// A rule for answers holds on every axis, so one scale that has the level will do.
static void check_level(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const char *target = gp_table_text(table, row, TARGET);
    for (size_t i = 0; i < GP_UNRATED_COUNT; i++)
        if (strcmp(target, gp_unrated_words[i]) == 0)
            return;
    int64_t level = -1;
    bool number = gp_decimal_parse(target, 0, &level);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        if (number && gp_scale_has(&reading->parts->ladder->scales[axis], level))
            return;
    if (!number || reading->parts->scales_known)
        gp_error(table->messages, gp_table_at(table, row, TARGET),
                 "target %s is no level; write a number on the scale, na, dk or blank",
                 gp_quoted(table->memory, target));
}

static void check_target(const struct reading *reading, size_t row, enum gp_rule_kind kind) {
    static const char *const axes[GP_AXIS_COUNT] = {"skill", "experience", "interest"};
    const struct gp_table *table = &reading->table;
    switch (kind) {
    case GP_RULE_FIELD:
        check_field(reading, row);
        break;
    case GP_RULE_AXIS:
        check_name(reading, row, "axis", axes, GP_AXIS_COUNT);
        break;
    case GP_RULE_ACTIVITY:
        check_activity(reading, row);
        break;
    case GP_RULE_LEVEL:
        check_level(reading, row);
        break;
    case GP_RULE_ROLE:
        check_role(reading, row);
        break;
    case GP_RULE_IGNORE:
        if (gp_table_text(table, row, TARGET)[0] != '\0')
            gp_error(table->messages, gp_table_at(table, row, TARGET),
                     "target %s of a rule that ignores; leave it empty",
                     gp_table_quoted(table, row, TARGET));
        break;
    }
}

static void read_rule(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    struct gp_ladder *ladder = reading->parts->ladder;
    size_t kind = gp_table_word(table, row, KIND, kind_names, GP_RULE_KIND_COUNT);
    struct gp_pattern *pattern = gp_table_pattern(table, row, PATTERN);
    if (kind == GP_RULE_KIND_COUNT)
        return;
    check_target(reading, row, (enum gp_rule_kind)kind);
    ladder->rules[ladder->rule_count++] =
        (struct gp_rule){.kind = (enum gp_rule_kind)kind,
                         .text = gp_table_text(table, row, PATTERN),
                         .pattern = pattern,
                         .target = gp_table_text(table, row, TARGET),
                         .at = gp_table_at(table, row, PATTERN)};
}

void gp_read_rules(struct gp_ladder_parts *parts, const struct gp_source *source) {
    struct reading reading = {.parts = parts};
    reading.table = (struct gp_table){.memory = parts->memory, .messages = parts->messages};
    if (!gp_table_open(&reading.table, source, &shape))
        return;
    parts->ladder->rules =
        gp_alloc(parts->memory, reading.table.csv.row_count, sizeof *parts->ladder->rules);
    for (size_t row = 1; row < reading.table.csv.row_count; row++)
        read_rule(&reading, row);
}
