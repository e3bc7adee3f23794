// defaults.h - the ladders and policies of templates/, carried inside the program.
#ifndef DEFAULTS_H
#define DEFAULTS_H

#include <stddef.h>

struct embedded_file {
    const char *name; // "quartz/rungs.csv"
    const char *data; // its bytes, a NUL behind them
    size_t length;    // without that NUL
};

// Every CSV file of every folder of templates/; a NULL name ends the table. The build makes it
// (cmd/embed.sh).
extern const struct embedded_file embedded_files[];

// The built-in file "quartz/rungs.csv"; NULL if there is none.
const struct embedded_file *find_embedded(const char *name);
// The file of a built-in folder behind `last`, the first with NULL; NULL behind its last.
const struct embedded_file *next_embedded(const char *folder, const struct embedded_file *last);

#endif
