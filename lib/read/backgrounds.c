#include "read/ladder_parts.h"

#include "base/text.h"

enum column { BACKGROUND, PATTERN, ENTRY, FIRST, COMMENT };
enum { COLUMN_COUNT = 5, REQUIRED_COUNT = 4 };

static const char *const column_names[COLUMN_COUNT] = {"background", "pattern", "entry", "first",
                                                       "comment"};

static const struct gp_shape shape = {.thing = "background",
                                      .names = column_names,
                                      .count = COLUMN_COUNT,
                                      .required = REQUIRED_COUNT,
                                      .most_rows = GP_MOST_BACKGROUNDS,
                                      .may_be_empty = true};

struct reading {
    const struct gp_ladder_parts *parts;
    struct gp_table table;
    struct gp_map *keys; // folded name -> background
};

// Whether a row has a name that no other has.
static bool claim_name(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const struct gp_ladder *ladder = reading->parts->ladder;
    const char *key = gp_text_key(table->memory, gp_table_text(table, row, BACKGROUND));
    struct gp_at at = gp_table_at(table, row, BACKGROUND);
    if (key[0] == '\0')
        return gp_error(table->messages, at,
                        "a background without a name; write one with letters in it");
    size_t first = gp_map_add(reading->keys, key, ladder->background_count);
    return first == ladder->background_count ||
           gp_error(table->messages, at, "background %s is there twice, first on line %u; keep one",
                    gp_table_quoted(table, row, BACKGROUND),
                    (unsigned)ladder->backgrounds[first].at.line);
}

// The entry meant by `id`, or all there are, for the end of a message.
static const char *suggest_entry(const struct reading *reading, const char *id) {
    struct gp_memory *memory = reading->table.memory;
    const struct gp_ladder *ladder = reading->parts->ladder;
    const char **entries = gp_alloc(memory, ladder->rung_count, sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (ladder->rungs[i].path == GP_PATH_ENTRY)
            entries[count++] = ladder->rungs[i].id;
    return gp_suggestion(memory, id, entries, count);
}

// The rung a row's people usually enter at. Nothing is said of it where no rungs could be read.
static size_t read_entry(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const char *id = gp_table_text(table, row, ENTRY);
    struct gp_at at = gp_table_at(table, row, ENTRY);
    size_t rung = GP_NO_RUNG;
    if (!reading->parts->rungs_known)
        return GP_NO_RUNG;
    if (id[0] == '\0')
        gp_error(table->messages, at, "entry is empty; write the rung people usually enter at; %s",
                 suggest_entry(reading, ""));
    else if (!gp_map_find(reading->parts->rung_ids, id, &rung))
        gp_error(table->messages, at, "entry %s is no rung; %s", gp_table_quoted(table, row, ENTRY),
                 suggest_entry(reading, id));
    else if (reading->parts->ladder->rungs[rung].path != GP_PATH_ENTRY)
        gp_error(table->messages, at,
                 "nobody enters at rung %s, as its path is not entry; name one where it is; %s", id,
                 suggest_entry(reading, ""));
    return rung;
}

static void read_first(const struct reading *reading, size_t row,
                       struct gp_background *background) {
    const struct gp_table *table = &reading->table;
    const char *rest = gp_table_text(table, row, FIRST), *part = NULL;
    size_t most = 1;
    for (const char *at = rest; *at != '\0'; at++)
        most += *at == '|';
    background->first = gp_alloc(table->memory, most, sizeof *background->first);
    while ((part = gp_next_part(table->memory, &rest)) != NULL)
        background->first[background->first_count++] = part;
    if (background->first_count == 0)
        gp_error(table->messages, gp_table_at(table, row, FIRST),
                 "a background without a first responsibility; write one, or several with a bar "
                 "between them");
}

static void read_background(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    struct gp_ladder *ladder = reading->parts->ladder;
    struct gp_background background = {.name = gp_table_text(table, row, BACKGROUND),
                                       .text = gp_table_text(table, row, PATTERN),
                                       .at = gp_table_at(table, row, BACKGROUND)};
    bool claimed = claim_name(reading, row);
    background.pattern = gp_table_pattern(table, row, PATTERN);
    background.entry = read_entry(reading, row);
    read_first(reading, row, &background);
    if (claimed)
        ladder->backgrounds[ladder->background_count++] = background;
}

void gp_read_backgrounds(struct gp_ladder_parts *parts, const struct gp_source *source) {
    struct reading reading = {.parts = parts, .keys = gp_map_new(parts->memory)};
    reading.table = (struct gp_table){.memory = parts->memory, .messages = parts->messages};
    if (!gp_table_open(&reading.table, source, &shape))
        return;
    size_t rows = reading.table.csv.row_count;
    parts->ladder->backgrounds = gp_alloc(parts->memory, rows, sizeof *parts->ladder->backgrounds);
    for (size_t row = 1; row < rows; row++)
        read_background(&reading, row);
}
