// source.h - an input as it is handed to a reader: its name for messages, its bytes, its hash.
#ifndef GP_MODEL_SOURCE_H
#define GP_MODEL_SOURCE_H

#include "base/file.h"
#include "base/hash.h"

// How a text with rows is to be read, where that is not to be found out.
struct gp_csv_options {
    const char *encoding; // a name as in base/charset.h; "" or NULL to find it out
    char delimiter;       // '\0' to find it out
};

struct gp_source {
    const char *name; // as the user gave it; "standard input" for "-"
    struct gp_bytes bytes;
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
