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

#endif
