#include "read/ladder_parts.h"

#include "base/text.h"
#include "read/readers.h"

#include <string.h>
#include <strings.h>

const char *gp_ladder_file_name(enum gp_ladder_file file) {
    static const char *const names[] = {"rungs.csv",  "activities.csv", "expectations.csv",
                                        "scales.csv", "aliases.csv",    "backgrounds.csv"};
    return names[file];
}

enum column { ACTIVITY, FACET, SIDE, OWNER, CORE, WEIGHT, DESCRIPTION, TRY_NEXT };
enum { COLUMN_COUNT = 8, REQUIRED_COUNT = 3 };

static const char *const column_names[COLUMN_COUNT] = {
    "activity", "facet", "side", "owner", "core", "weight", "description", "try_next"};

static const struct gp_shape activities_shape = {.thing = "activity",
                                                 .names = column_names,
                                                 .count = COLUMN_COUNT,
                                                 .required = REQUIRED_COUNT,
                                                 .most_rows = GP_MOST_ACTIVITIES};

// Activities as the file has them, before they are put together by facet.
struct activities {
    struct gp_table table;
    struct gp_map *keys, *facet_keys;
    struct gp_activity *items;
    size_t count;
    struct gp_facet *facets; // `first` is the row that gives the facet its side
    size_t facet_count;
    size_t *sides; // [facet]; GP_SIDE_COUNT while no row says a side there is
};

static size_t read_facet(struct activities *reading, size_t row) {
    static const char *const side_names[GP_SIDE_COUNT] = {"product", "people"};
    const struct gp_table *table = &reading->table;
    const char *name = gp_table_text(table, row, FACET);
    const char *key = gp_text_key(table->memory, name);
    if (key[0] == '\0')
        gp_error(table->messages, gp_table_at(table, row, FACET),
                 "an activity without a facet; write the group it belongs to");
    size_t side = gp_table_word(table, row, SIDE, side_names, GP_SIDE_COUNT);
    size_t found = gp_map_add(reading->facet_keys, key, reading->facet_count);
    struct gp_facet *facet = &reading->facets[found];
    if (found == reading->facet_count) {
        *facet = (struct gp_facet){.name = name};
        reading->sides[found] = GP_SIDE_COUNT;
        reading->facet_count++;
    }
    size_t known = reading->sides[found];
    if (known == GP_SIDE_COUNT) {
        reading->sides[found] = side;
        facet->first = row;
    } else if (side < GP_SIDE_COUNT && side != known) {
        gp_error(table->messages, gp_table_at(table, row, SIDE),
                 "facet %s is on the %s side here and on the %s side on line %u; a facet has one "
                 "side",
                 gp_quoted(table->memory, name), side_names[side], side_names[known],
                 (unsigned)gp_table_at(table, facet->first, SIDE).line);
    }
    facet->count++;
    return found;
}

static bool read_core(const struct gp_table *table, size_t row) {
    const char *text = gp_table_text(table, row, CORE);
    if (text[0] != '\0' && strcasecmp(text, "yes") != 0)
        gp_error(table->messages, gp_table_at(table, row, CORE),
                 "core is %s; write yes or leave it empty", gp_table_quoted(table, row, CORE));
    return text[0] != '\0';
}

static void read_activity(struct activities *reading, size_t row) {
    static const int32_t weights[2] = {1, 100};
    const struct gp_table *table = &reading->table;
    const char *name = gp_table_text(table, row, ACTIVITY);
    const char *key = gp_text_key(table->memory, name);
    struct gp_at at = gp_table_at(table, row, ACTIVITY);
    if (key[0] == '\0') {
        gp_error(table->messages, at, "an activity without a name; write one with letters in it");
        return;
    }
    size_t first = gp_map_add(reading->keys, key, reading->count);
    if (first != reading->count) {
        gp_error(table->messages, at, "activity %s is there twice, first on line %u; keep one",
                 gp_quoted(table->memory, name), (unsigned)reading->items[first].at.line);
        return;
    }
    struct gp_activity *activity = &reading->items[reading->count++];
    *activity = (struct gp_activity){.name = name,
                                     .key = key,
                                     .owner = gp_table_text(table, row, OWNER),
                                     .description = gp_table_text(table, row, DESCRIPTION),
                                     .try_next = gp_table_text(table, row, TRY_NEXT),
                                     .facet = read_facet(reading, row),
                                     .core = read_core(table, row),
                                     .weight = 1,
                                     .at = at};
    gp_table_number(table, row, WEIGHT, weights, &activity->weight);
}

// Puts the activities of facet `seen` behind those the ladder has.
static void place_facet(struct gp_ladder_parts *parts, const struct activities *reading,
                        size_t seen) {
    struct gp_ladder *ladder = parts->ladder;
    struct gp_facet *facet = &ladder->facets[ladder->facet_count];
    *facet = reading->facets[seen];
    facet->side = reading->sides[seen] == GP_PEOPLE_SIDE ? GP_PEOPLE_SIDE : GP_PRODUCT_SIDE;
    facet->first = ladder->activity_count;
    for (size_t i = 0; i < reading->count; i++) {
        if (reading->items[i].facet != seen)
            continue;
        size_t index = ladder->activity_count++;
        struct gp_activity *activity = &ladder->activities[index];
        *activity = reading->items[i];
        activity->facet = ladder->facet_count;
        parts->activity_names[index] = activity->name;
        gp_map_add(parts->activity_keys, activity->key, index);
    }
    ladder->facet_count++;
}

void gp_read_activities(struct gp_ladder_parts *parts, const struct gp_source *source) {
    struct gp_memory *memory = parts->memory;
    struct activities reading = {.keys = gp_map_new(memory), .facet_keys = gp_map_new(memory)};
    reading.table = (struct gp_table){.memory = memory, .messages = parts->messages};
    if (!gp_table_open(&reading.table, source, &activities_shape))
        return;
    size_t most = reading.table.csv.row_count;
    reading.items = gp_alloc(memory, most, sizeof *reading.items);
    reading.facets = gp_alloc(memory, most, sizeof *reading.facets);
    reading.sides = gp_alloc(memory, most, sizeof *reading.sides);
    for (size_t row = 1; row < most; row++)
        read_activity(&reading, row);
    parts->ladder->activities = gp_alloc(memory, most, sizeof *parts->ladder->activities);
    parts->ladder->facets = gp_alloc(memory, most, sizeof *parts->ladder->facets);
    parts->activity_names = gp_alloc(memory, most, sizeof *parts->activity_names);
    for (int people = 0; people <= 1; people++)
        for (size_t i = 0; i < reading.facet_count; i++)
            if ((reading.sides[i] == GP_PEOPLE_SIDE) == people)
                place_facet(parts, &reading, i);
    parts->activities_known = true;
}

// The hash of all files' bytes, one behind the other.
static void hash_sources(struct gp_memory *memory, const struct gp_source *sources,
                         char hash[GP_HASH_TEXT]) {
    size_t length = 0, used = 0;
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++)
        length += sources[i].bytes.length;
    char *joined = gp_alloc(memory, length + 1, 1);
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++) {
        if (sources[i].bytes.length > 0)
            memcpy(joined + used, sources[i].bytes.data, sources[i].bytes.length);
        used += sources[i].bytes.length;
    }
    gp_hash(joined, length, hash);
}

bool gp_read_ladder(struct gp_memory *memory, const char *name,
                    const struct gp_source sources[GP_LADDER_FILE_COUNT],
                    struct gp_messages *messages, struct gp_ladder *ladder) {
    struct gp_ladder draft = {.name = name};
    struct gp_ladder_parts parts = {.memory = memory,
                                    .messages = messages,
                                    .ladder = &draft,
                                    .rung_ids = gp_map_new(memory),
                                    .activity_keys = gp_map_new(memory)};
    size_t errors = messages->counts[GP_ERROR];
    gp_read_rungs(&parts, &sources[GP_FILE_RUNGS]);
    gp_read_activities(&parts, &sources[GP_FILE_ACTIVITIES]);
    gp_read_scales(&parts, &sources[GP_FILE_SCALES]);
    gp_read_expectations(&parts, &sources[GP_FILE_EXPECTATIONS]);
    gp_read_rules(&parts, &sources[GP_FILE_ALIASES]);
    if (sources[GP_FILE_BACKGROUNDS].bytes.data != NULL)
        gp_read_backgrounds(&parts, &sources[GP_FILE_BACKGROUNDS]);
    if (messages->counts[GP_ERROR] > errors)
        return false;
    hash_sources(memory, sources, draft.hash);
    *ladder = draft;
    return true;
}
