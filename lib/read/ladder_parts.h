// ladder_parts.h - what the readers of a ladder's files and of a policy share. For lib/read only.
//
// Each file is a table: a header with known names, then rows. A reader opens the table, looks at
// every cell it needs, reports what is wrong at its place, and goes on.
#ifndef GP_READ_LADDER_PARTS_H
#define GP_READ_LADDER_PARTS_H

#include "base/map.h"
#include "model/ladder.h"
#include "read/csv.h"

// A ladder's ids are bits of a 64-bit set while it is checked; the other caps bound a run's time.
enum { GP_MOST_RUNGS = 64, GP_MOST_ACTIVITIES = 2000, GP_MOST_LEVELS = 500 };
enum { GP_MOST_RULES = 500, GP_MOST_BACKGROUNDS = 200, GP_MOST_KEYS = 500 };
enum { GP_LARGEST_TABLE = 16 << 20 }; // in bytes

// What a file must look like.
struct gp_shape {
    const char *thing;        // what a row is: "rung"
    const char *const *names; // the columns; those that must be there stand first
    size_t count, required;
    size_t most_rows;
    bool may_be_empty;
};

struct gp_table {
    struct gp_memory *memory;
    struct gp_messages *messages;
    const struct gp_shape *shape;
    bool built_in;     // as of its source
    struct gp_csv csv; // rows[0] is the header
    size_t *columns;   // [shape->count], in the order of its names; GP_NO_COLUMN if not there
};

// Reads `source` and finds its columns by their exact names. Reports a column that is missing,
// unknown (with the nearest name), there twice or without a name, too many rows, or none. False
// when the rows cannot be read; a column too many does not stop them. Whether there was any error
// shows in `table->messages`.
bool gp_table_open(struct gp_table *table, const struct gp_source *source,
                   const struct gp_shape *shape);

// The text of a cell, "" if the column is not there; its place; the text fit for a message.
// `column` is an index into the shape's names.
const char *gp_table_text(const struct gp_table *table, size_t row, size_t column);
struct gp_at gp_table_at(const struct gp_table *table, size_t row, size_t column);
const char *gp_table_quoted(const struct gp_table *table, size_t row, size_t column);

// A cell that must hold a whole number from `lowest` to `highest`, or be empty where `*number` has
// a default of 0 or more already. Reports, and leaves `*number`, when it does not.
bool gp_table_number(const struct gp_table *table, size_t row, size_t column,
                     const int32_t limits[2], int32_t *number);

// Which of `words` a cell holds, case aside; reports, and gives `count`, when it is none of them.
size_t gp_table_word(const struct gp_table *table, size_t row, size_t column,
                     const char *const *words, size_t count);

// The pattern (base/pattern.h) in a cell. NULL, with a report, where the cell is empty or holds no
// pattern; those of a built-in file are not looked at before they are matched.
struct gp_pattern *gp_table_pattern(const struct gp_table *table, size_t row, size_t column);

// For the end of a message about a name that is not there: `did you mean "pm"?`, else
// `there is "tpm", "pmm", ...` (a dozen at most), else `there is none yet`.
const char *gp_suggestion(struct gp_memory *memory, const char *text, const char *const *names,
                          size_t count);

// Takes the next part of a text such as "tpm | pmm" off `*rest`, without blanks around it. NULL
// when there is no more. Parts with nothing in them are passed over.
const char *gp_next_part(struct gp_memory *memory, const char **rest);

// A ladder while it is read.
struct gp_ladder_parts {
    struct gp_memory *memory;
    struct gp_messages *messages;
    struct gp_ladder *ladder;
    struct gp_map *rung_ids;      // id -> rung
    struct gp_map *activity_keys; // folded name -> activity
    const char **rung_id_list;    // [rung], for suggestions
    const char **activity_names;  // [activity]
    // Whether all rungs and activities are known, wrong in some cell or not: only then is a name
    // that is not among them worth a message.
    bool rungs_known, activities_known;
    // Once expectations.csv is read: activities without a row there, and the names of its rows that
    // are of no activity, by folded key. Both together are what a name that was changed looks like.
    const char **rowless;
    size_t rowless_count;
    struct gp_map *nameless;
    bool scales_known; // all levels are: only then is one off the scale worth a message
};

// gp_suggestion for a name that should be an activity's. Where expectations.csv has a row of that
// name, an activity without a row is what it may be called now: `did you rename it to "Pricing"?`.
const char *gp_activity_suggestion(const struct gp_ladder_parts *parts, const char *text);

// Each reads one file into `parts->ladder`, in this order: they look back at what stands before.
void gp_read_rungs(struct gp_ladder_parts *parts, const struct gp_source *source);
void gp_read_activities(struct gp_ladder_parts *parts, const struct gp_source *source);
void gp_read_scales(struct gp_ladder_parts *parts, const struct gp_source *source);
void gp_read_expectations(struct gp_ladder_parts *parts, const struct gp_source *source);
void gp_read_rules(struct gp_ladder_parts *parts, const struct gp_source *source);
void gp_read_backgrounds(struct gp_ladder_parts *parts, const struct gp_source *source);

// The words for the ways not to be rated: "na", "dk", "blank"; and the rating each means.
enum { GP_UNRATED_COUNT = 3 };
extern const char *const gp_unrated_words[GP_UNRATED_COUNT];
extern const gp_rating gp_unrated_ratings[GP_UNRATED_COUNT];

// Whether a number is one of a scale's levels. There may be none between two of them.
bool gp_scale_has(const struct gp_scale *scale, int64_t level);

#endif
