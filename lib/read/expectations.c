#include "read/ladder_parts.h"

#include "base/number.h"
#include "base/text.h"

#include <string.h>

// What expectations.csv says: a row an activity, a column a rung, levels on the scale of skill.
struct expectations {
    struct gp_ladder_parts *parts;
    struct gp_table table;
    size_t *lines; // [activity]: where its row stands; 0 while there is none
};

// More activities than these are not listed in a message.
enum { MOST_LISTED = 12 };

// What an activity without a row may have been called before.
static const char *renamed(const struct gp_ladder_parts *parts, const char *text) {
    struct gp_memory *memory = parts->memory;
    size_t count = parts->rowless_count;
    size_t nearest = gp_text_nearest(text, parts->rowless, count);
    if (nearest < count)
        return gp_print(memory, "did you mean %s?", gp_quoted(memory, parts->rowless[nearest]));
    const char *list = "";
    for (size_t i = 0; i < count && i < MOST_LISTED; i++)
        list = gp_print(memory, "%s%s%s", list,
                        i == 0           ? ""
                        : i + 1 == count ? " or "
                                         : ", ",
                        gp_quoted(memory, parts->rowless[i]));
    return gp_print(memory, "did you rename it to %s%s?", list, count > MOST_LISTED ? ", ..." : "");
}

const char *gp_activity_suggestion(const struct gp_ladder_parts *parts, const char *text) {
    struct gp_memory *memory = parts->memory;
    size_t count = parts->ladder->activity_count, found = 0;
    bool is_nameless =
        parts->nameless != NULL && gp_map_find(parts->nameless, gp_text_key(memory, text), &found);
    if (is_nameless && parts->rowless_count > 0)
        return renamed(parts, text);
    if (count <= MOST_LISTED || gp_text_nearest(text, parts->activity_names, count) < count)
        return gp_suggestion(memory, text, parts->activity_names, count);
    return "activities.csv lists what there is";
}

static bool is_level(const struct gp_scale *skill, int64_t level) {
    return level == 0 || (level >= skill->lowest && level <= skill->highest);
}

// "3" or "3!", with a blank before the mark if one likes.
static void read_expectation(const struct expectations *reading, size_t row, size_t rung,
                             struct gp_expectation *expectation) {
    const struct gp_table *table = &reading->table;
    const struct gp_scale *skill = &reading->parts->ladder->scales[GP_SKILL];
    const char *text = gp_table_text(table, row, rung + 1);
    size_t length = strlen(text);
    bool must_have = length > 0 && text[length - 1] == '!';
    length -= must_have;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    int64_t level = 0;
    struct gp_at at = gp_table_at(table, row, rung + 1);
    if (!gp_decimal_parse(gp_copy(table->memory, text, length), 0, &level))
        gp_error(table->messages, at,
                 "%s is no expected level; write a level, with ! behind it for a must-have, or 0 "
                 "for nothing expected",
                 text[0] == '\0' ? "an empty cell" : gp_quoted(table->memory, text));
    else if (reading->parts->scales_known && !is_level(skill, level))
        gp_error(table->messages, at, "level %s is off the scale of skill; it goes from %d to %d",
                 gp_quoted(table->memory, text), skill->lowest, skill->highest);
    else if (must_have && level == 0)
        gp_error(table->messages, at, "a must-have of level 0; give it a level or take the ! away");
    else if (level >= 0 && level <= GP_LARGEST_RATING)
        *expectation = (struct gp_expectation){(gp_rating)level, must_have};
}

static void read_expectation_row(struct expectations *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const struct gp_ladder_parts *parts = reading->parts;
    struct gp_ladder *ladder = parts->ladder;
    const char *name = gp_table_text(table, row, 0);
    struct gp_at at = gp_table_at(table, row, 0);
    size_t activity = 0;
    if (!gp_map_find(parts->activity_keys, gp_text_key(table->memory, name), &activity)) {
        gp_error(table->messages, at, "unknown activity %s; %s", gp_quoted(table->memory, name),
                 gp_activity_suggestion(parts, name));
        return;
    }
    if (reading->lines[activity] != 0) {
        gp_error(table->messages, at, "activity %s is there twice, first on line %zu; keep one",
                 gp_quoted(table->memory, name), reading->lines[activity]);
        return;
    }
    reading->lines[activity] = at.line;
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        if (table->columns[rung + 1] != GP_NO_COLUMN)
            read_expectation(reading, row, rung,
                             &ladder->expectations[rung * ladder->activity_count + activity]);
}

// Names that do not meet are found before any is spoken of: each may be what another was called.
static void match_names(const struct expectations *reading) {
    const struct gp_table *table = &reading->table;
    struct gp_ladder_parts *parts = reading->parts;
    size_t count = parts->ladder->activity_count, activity = 0;
    bool *has_row = gp_alloc(table->memory, count + 1, sizeof *has_row);
    parts->nameless = gp_map_new(table->memory);
    parts->rowless = gp_alloc(table->memory, count + 1, sizeof *parts->rowless);
    for (size_t row = 1; row < table->csv.row_count; row++) {
        const char *key = gp_text_key(table->memory, gp_table_text(table, row, 0));
        if (gp_map_find(parts->activity_keys, key, &activity))
            has_row[activity] = true;
        else
            gp_map_add(parts->nameless, key, row);
    }
    for (size_t i = 0; i < count; i++)
        if (!has_row[i])
            parts->rowless[parts->rowless_count++] = parts->activity_names[i];
}

static void read_expectation_rows(struct expectations *reading) {
    const struct gp_table *table = &reading->table;
    struct gp_ladder *ladder = reading->parts->ladder;
    ladder->expectations = gp_alloc(table->memory, ladder->rung_count * ladder->activity_count + 1,
                                    sizeof *ladder->expectations);
    reading->lines = gp_alloc(table->memory, ladder->activity_count + 1, sizeof *reading->lines);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        if (table->columns[rung + 1] == GP_NO_COLUMN)
            gp_error(table->messages, gp_table_at(table, 0, 0),
                     "no column %s; every rung needs one",
                     gp_quoted(table->memory, ladder->rungs[rung].id));
    match_names(reading);
    for (size_t row = 1; row < table->csv.row_count; row++)
        read_expectation_row(reading, row);
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (reading->lines[i] == 0)
            gp_error(table->messages, gp_table_at(table, 0, 0),
                     "no row for activity %s; every activity needs one",
                     gp_quoted(table->memory, ladder->activities[i].name));
}

void gp_read_expectations(struct gp_ladder_parts *parts, const struct gp_source *source) {
    struct gp_memory *memory = parts->memory;
    size_t count = parts->ladder->rung_count + 1;
    const char **names = gp_alloc(memory, count, sizeof *names);
    names[0] = "activity";
    for (size_t rung = 0; rung + 1 < count; rung++)
        names[rung + 1] = parts->ladder->rungs[rung].id;
    struct gp_shape shape = {.thing = "activity",
                             .names = names,
                             .count = count,
                             .required = 1,
                             .most_rows = GP_MOST_ACTIVITIES};
    struct expectations reading = {.parts = parts};
    reading.table = (struct gp_table){.memory = memory, .messages = parts->messages};
    // Names are checked against rungs and activities, so that without those there is no checking.
    if (!parts->rungs_known || !parts->activities_known)
        return;
    if (gp_table_open(&reading.table, source, &shape))
        read_expectation_rows(&reading);
}
