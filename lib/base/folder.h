// folder.h - whole folders out.
//
// An output folder is made under another name beside its place and renamed to it when all of it is
// there, and on the disk; when the run ends before that, it goes (base/unfinished.h). A run that
// fails or is stopped, or a machine that is, leaves what was there as it was. Only a run that is
// killed leaves its private folder; the next one finds it.
#ifndef GP_BASE_FOLDER_H
#define GP_BASE_FOLDER_H

#include "base/file.h"

struct gp_staging {
    const char *folder; // the private folder being filled, mode 0700
    const char *target; // what it will be renamed to
    int lock;           // held while the folder is in use, also by processes forked from this one
};

// Makes the private folder beside `target`. False with `*why` if that cannot be.
bool gp_staging_open(struct gp_memory *memory, const char *target, struct gp_staging *staging,
                     const char **why);

// The private folders of this user beside the target that no process holds any more, in order of
// name, and how many: left by runs that were killed. Those of the last second are passed over,
// since one may just be made. Only on file systems of this machine: on a shared one another
// machine's locks may not be seen.
const char **gp_staging_left(struct gp_memory *memory, const struct gp_staging *staging,
                             size_t *count);

// Renames the folder to its target. With `replace`, a target that exists is exchanged with it in
// one step and then removed; without, a target that exists is a failure. False with `*why` also
// when the target stands but what was there before, now in `staging->folder`, could not be removed.
bool gp_staging_commit(struct gp_staging *staging, bool replace, const char **why);

// Moves the files of the private folder into the target, one by one and in order of name, making
// folders that are missing; a file of the same name there is replaced. Then removes the private
// folder. False with `*why` if that could not be done to the end.
bool gp_staging_add(struct gp_staging *staging, struct gp_memory *memory, const char **why);

// Removes the private folder and what is in it; false when something of it is left.
bool gp_staging_abandon(struct gp_staging *staging);

// Not for a link to one.
bool gp_file_is_folder(const char *path);

// The first file below `folder` for which `known` (given `context` and the path below the folder)
// is false, or NULL: lets a caller replace only what it wrote itself. Files are walked in order of
// name.
const char *gp_folder_first_unknown(struct gp_memory *memory, const char *folder,
                                    bool (*known)(void *context, const char *path), void *context);

#endif
