// file.h - whole files in, whole folders out.
//
// An output folder is made under another name beside its place and renamed to it when all of it is
// there, and on the disk; when the run ends before that, it goes (base/unfinished.h). A run that
// fails or is stopped, or a machine that is, leaves what was there as it was.
#ifndef GP_BASE_FILE_H
#define GP_BASE_FILE_H

#include "base/memory.h"

#include <stdbool.h>

// Bytes owned by the memory they were read into; a NUL stands behind them.
struct gp_bytes {
    const char *data;
    size_t length;
};

// All of a file, or of standard input where `path` is "-". At most 1 GiB. On failure false, and
// `*why` says what the system said.
bool gp_file_read(struct gp_memory *memory, const char *path, struct gp_bytes *bytes,
                  const char **why);

// Writes a new file; it must not exist yet. `mode` as for open(2).
bool gp_file_write(const char *path, struct gp_bytes bytes, unsigned mode, const char **why);

struct gp_staging {
    const char *folder; // the private folder being filled, mode 0700
    const char *target; // what it will be renamed to
};

// Makes the private folder beside `target`. False with `*why` if that cannot be.
bool gp_staging_open(struct gp_memory *memory, const char *target, struct gp_staging *staging,
                     const char **why);

// Renames the folder to its target. With `replace`, a target that exists is exchanged with it in
// one step and then removed; without, a target that exists is a failure. False with `*why` also
// when the target stands but what was there before, now in `staging->folder`, could not be removed.
bool gp_staging_commit(const struct gp_staging *staging, bool replace, const char **why);

// Moves the files of the private folder into the target, one by one and in order of name, making
// folders that are missing; a file of the same name there is replaced. Then removes the private
// folder. False with `*why` if that could not be done to the end.
bool gp_staging_add(const struct gp_staging *staging, struct gp_memory *memory, const char **why);

// Removes the private folder and what is in it; false when something of it is left.
bool gp_staging_abandon(const struct gp_staging *staging);

bool gp_file_remove(const char *path, const char **why);

// Gives a regular file a second name, which must not exist yet; where the file system knows no
// second names, a copy of its own with the same mode. False with `*why` if that cannot be.
bool gp_file_share(const char *path, const char *name, const char **why);

bool gp_file_exists(const char *path);
// Not a link to one.
bool gp_file_is_folder(const char *path);

// The first file below `folder` for which `known` (given `context` and the path below the folder)
// is false, or NULL: lets a caller replace only what it wrote itself. Files are walked in order of
// name.
const char *gp_folder_first_unknown(struct gp_memory *memory, const char *folder,
                                    bool (*known)(void *context, const char *path), void *context);

#endif
