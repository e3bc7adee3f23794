// source.h - an input as it is handed to a reader: its name for messages, its bytes, its hash.
#ifndef GP_MODEL_SOURCE_H
#define GP_MODEL_SOURCE_H

#include "base/file.h"
#include "base/hash.h"

// What a table with rows is about.
enum gp_input { GP_INPUT_ANSWERS, GP_INPUT_ROSTER };
enum { GP_INPUT_COUNT = 2 };

enum { GP_MOST_AXES = 4 };

// How a table with rows is to be read, where that is not to be found out.
struct gp_csv_options {
    const char *encoding;                 // a name as in base/charset.h; "" or NULL to find it out
    char delimiter;                       // '\0' to find it out
    const char *dialects[GP_INPUT_COUNT]; // [what it is about]: its name; NULL to find it out
    // What columns hold that name an activity and no axis, by how often it was named before: an
    // axis, or the one behind the last for a manager's rating of the skill.
    size_t axes[GP_MOST_AXES];
    size_t axis_count; // 0 to find it out
};

struct gp_source {
    const char *name; // as the user gave it; "standard input" for "-"
    struct gp_bytes bytes;
    bool built_in;                    // comes with the program, which is tested with it
    const struct gp_csv_options *csv; // NULL to find out everything
    char hash[GP_HASH_TEXT];
};

// What a run is made of; for the About sheets.
struct gp_origin {
    const char *program; // "growthplan 0.1.0"
    const char *ladder_name, *ladder_hash;
    const char *policy_name, *policy_hash; // file name and hash
    const struct gp_source *sources;       // answers, then the roster
    size_t source_count;
    const char *as_of; // "2026-11-23"
};

#endif
