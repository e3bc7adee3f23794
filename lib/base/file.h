// file.h - whole files, in and out.
#ifndef GP_BASE_FILE_H
#define GP_BASE_FILE_H

#include "base/memory.h"

#include <stdbool.h>

// Bytes owned by the memory they were read into; a NUL stands behind them.
struct gp_bytes {
    const char *data;
    size_t length;
};

enum { GP_LARGEST_FILE = 1 << 30 }; // in bytes

// All of a file, or of standard input where `path` is "-". At most 1 GiB. On failure false, and
// `*why` says what the system said.
bool gp_file_read(struct gp_memory *memory, const char *path, struct gp_bytes *bytes,
                  const char **why);

// Writes a new file; it must not exist yet. `mode` as for open(2).
bool gp_file_write(const char *path, struct gp_bytes bytes, unsigned mode, const char **why);

bool gp_file_remove(const char *path, const char **why);

// Gives a regular file a second name, which must not exist yet; where the file system knows no
// second names, a copy of its own with the same mode. False with `*why` if that cannot be.
bool gp_file_share(const char *path, const char *name, const char **why);

bool gp_file_exists(const char *path);

#endif
