#include "read/ladder_parts.h"

#include "base/number.h"
#include "base/text.h"

#include <stdlib.h>
#include <strings.h>

const char *const gp_unrated_words[GP_UNRATED_COUNT] = {"na", "dk", "blank"};
const gp_rating gp_unrated_ratings[GP_UNRATED_COUNT] = {GP_NOT_APPLICABLE, GP_DONT_KNOW, GP_BLANK};

bool gp_scale_has(const struct gp_scale *scale, int64_t level) {
    for (size_t i = 0; i < scale->level_count; i++)
        if (scale->levels[i].value == level)
            return true;
    return false;
}

enum column { AXIS, VALUE, LABEL, ALSO };
enum { COLUMN_COUNT = 4, REQUIRED_COUNT = 3, ANY_AXIS = GP_AXIS_COUNT };

static const char *const column_names[COLUMN_COUNT] = {"axis", "value", "label", "also"};

static const struct gp_shape scales_shape = {.thing = "level",
                                             .names = column_names,
                                             .count = COLUMN_COUNT,
                                             .required = REQUIRED_COUNT,
                                             .most_rows = GP_MOST_LEVELS};

struct scales {
    struct gp_table table;
    struct gp_scale *scales;             // [axis]
    struct gp_map *keys[GP_AXIS_COUNT];  // key -> index of the spelling
    size_t capacities[GP_AXIS_COUNT];    // of levels
    size_t spelling_room[GP_AXIS_COUNT]; // of spellings
};

// "?" and "-" are answers too, though no letter of them is left in a folded key.
static const char *spelling_key(struct gp_memory *memory, const char *text) {
    const char *key = gp_text_key(memory, text);
    return key[0] != '\0' ? key : text;
}

static const char *rating_text(struct gp_memory *memory, gp_rating rating) {
    for (size_t i = 0; i < GP_UNRATED_COUNT; i++)
        if (rating == gp_unrated_ratings[i])
            return gp_unrated_words[i];
    return gp_print(memory, "%d", rating);
}

// Adds a spelling to one scale, unless it is there already with the same meaning. False, with a
// message at `at`, when it means something else.
static bool add_spelling(struct scales *reading, size_t axis, struct gp_at at, const char *text,
                         gp_rating value) {
    struct gp_memory *memory = reading->table.memory;
    struct gp_scale *scale = &reading->scales[axis];
    const char *key = spelling_key(memory, text);
    size_t found = gp_map_add(reading->keys[axis], key, scale->spelling_count);
    if (found < scale->spelling_count) {
        gp_rating other = scale->spellings[found].value;
        return other == value ||
               gp_error(reading->table.messages, at,
                        "%s means both %s and %s on the scale of %s; let it mean one",
                        gp_quoted(memory, text), rating_text(memory, other),
                        rating_text(memory, value), gp_axis_name((enum gp_axis)axis));
    }
    scale->spellings = gp_grow(memory, scale->spellings, scale->spelling_count,
                               &reading->spelling_room[axis], sizeof *scale->spellings);
    scale->spellings[scale->spelling_count++] = (struct gp_spelling){key, value};
    return true;
}

// A spelling for the axis of its row, or for all of them.
static void add_to_axes(struct scales *reading, size_t row, enum column column, const char *text,
                        gp_rating value) {
    const struct gp_table *table = &reading->table;
    size_t axis = 0, end = GP_AXIS_COUNT;
    while (axis < GP_AXIS_COUNT &&
           strcasecmp(gp_table_text(table, row, AXIS), gp_axis_name((enum gp_axis)axis)) != 0)
        axis++;
    if (axis < GP_AXIS_COUNT)
        end = axis + 1;
    else
        axis = 0;
    struct gp_at at = gp_table_at(table, row, column);
    int64_t number = 0;
    if (gp_decimal_parse(text, 0, &number) && number != value) {
        gp_error(table->messages, at, "%s is spelled as the number %s; a number means itself",
                 rating_text(table->memory, value), gp_quoted(table->memory, text));
        return;
    }
    while (axis < end && add_spelling(reading, axis, at, text, value))
        axis++;
}

static void read_spellings(struct scales *reading, size_t row, const char *label, gp_rating value) {
    const struct gp_table *table = &reading->table;
    add_to_axes(reading, row, LABEL, label, value);
    const char *rest = gp_table_text(table, row, ALSO);
    const char *spelling = NULL;
    while ((spelling = gp_next_part(table->memory, &rest)) != NULL)
        add_to_axes(reading, row, ALSO, spelling, value);
}

// A way not to be rated, the same on every axis.
static void read_unrated(struct scales *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const char *label = gp_table_text(table, row, LABEL);
    size_t found = gp_table_word(table, row, VALUE, gp_unrated_words, GP_UNRATED_COUNT);
    if (found == GP_UNRATED_COUNT)
        return;
    if (label[0] == '\0')
        gp_error(table->messages, gp_table_at(table, row, LABEL),
                 "%s has no label; write the words people choose", gp_unrated_words[found]);
    else
        read_spellings(reading, row, label, gp_unrated_ratings[found]);
}

// Without words of its own a level is called by its number.
static void read_level(struct scales *reading, size_t row, size_t axis) {
    static const int32_t limits[2] = {0, GP_LARGEST_RATING};
    const struct gp_table *table = &reading->table;
    struct gp_scale *scale = &reading->scales[axis];
    int32_t value = -1;
    if (!gp_table_number(table, row, VALUE, limits, &value))
        return;
    for (size_t i = 0; i < scale->level_count; i++) {
        if (scale->levels[i].value != value)
            continue;
        gp_error(table->messages, gp_table_at(table, row, VALUE),
                 "value %d of %s is there twice; keep one row and put other spellings into its "
                 "column also",
                 (int)value, gp_axis_name((enum gp_axis)axis));
        return;
    }
    const char *label = gp_table_text(table, row, LABEL);
    if (label[0] == '\0')
        label = gp_print(table->memory, "%d", (int)value);
    scale->levels = gp_grow(table->memory, scale->levels, scale->level_count,
                            &reading->capacities[axis], sizeof *scale->levels);
    scale->levels[scale->level_count++] = (struct gp_level){(gp_rating)value, label};
    read_spellings(reading, row, label, (gp_rating)value);
}

static int by_value(const void *left, const void *right) {
    const struct gp_level *a = left, *b = right;
    return a->value - b->value;
}

static void settle_scale(struct scales *reading, size_t axis) {
    struct gp_scale *scale = &reading->scales[axis];
    if (scale->level_count < 2) {
        gp_error(reading->table.messages, gp_table_at(&reading->table, 0, AXIS),
                 "%s has %s; a scale needs at least two levels", gp_axis_name((enum gp_axis)axis),
                 scale->level_count == 0 ? "no level" : "one level");
        return;
    }
    qsort(scale->levels, scale->level_count, sizeof *scale->levels, by_value);
    scale->lowest = scale->levels[0].value;
    scale->highest = scale->levels[scale->level_count - 1].value;
}

void gp_read_scales(struct gp_ladder_parts *parts, const struct gp_source *source) {
    static const char *const axes[ANY_AXIS + 1] = {"skill", "experience", "interest", "any"};
    struct scales reading = {.scales = parts->ladder->scales};
    reading.table = (struct gp_table){.memory = parts->memory, .messages = parts->messages};
    size_t errors = parts->messages->counts[GP_ERROR];
    if (!gp_table_open(&reading.table, source, &scales_shape))
        return;
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        reading.keys[axis] = gp_map_new(parts->memory);
    for (size_t row = 1; row < reading.table.csv.row_count; row++) {
        size_t axis = gp_table_word(&reading.table, row, AXIS, axes, ANY_AXIS + 1);
        if (axis == ANY_AXIS)
            read_unrated(&reading, row);
        else if (axis < ANY_AXIS)
            read_level(&reading, row, axis);
    }
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        settle_scale(&reading, axis);
    parts->scales_known = parts->messages->counts[GP_ERROR] == errors;
}
