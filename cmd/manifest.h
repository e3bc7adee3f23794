// manifest.h - what a run wrote into a folder: the hash of each file, in files of their own there.
#ifndef CMD_MANIFEST_H
#define CMD_MANIFEST_H

#include "base/hash.h"
#include "outputs.h"

// Of the files of a budget the hash stands apart: of a small one it gives the salaries away, so it
// goes where they go.
#define BUDGET_MANIFEST "budget-manifest.csv"

struct manifest_line {
    const char *path, *hash; // below the folder; of its bytes
    const char *made_from;   // of a plan: see made_from.h; else empty
};

struct manifest {
    struct gp_memory *memory;
    struct manifest_line *lines;
    size_t count, capacity;
    struct gp_map *places; // hash and path -> place in `lines`
    struct gp_map *made;   // what it was made from, and path -> likewise
    struct gp_map *paths;  // path -> likewise
};

// What the manifest of a run is called: "manifest.csv", of a part "manifest-team.csv", of a shard
// "manifest-plans-2-of-7.csv". So runs that share a folder write no file in common.
const char *manifest_name(struct gp_memory *memory, const struct options *options);

// Lists the files of the outputs in their manifests; false with `*why` if one cannot be read.
bool manifest_write(const struct outputs *outputs, const char **why);

// One that lists nothing.
void manifest_none(struct gp_memory *memory, struct manifest *manifest);
// Reads the manifest of a folder that is called `name`; all of them when it is NULL. One that is
// not there or cannot be read lists nothing.
void manifest_read(struct gp_memory *memory, const char *folder, const char *name,
                   struct manifest *manifest);
// Whether a file below `folder` is there as a line of the manifest says.
bool manifest_holds(const struct manifest *manifest, const char *folder, const char *path);

// Whether a file was made from that, and is there as the run left it; its hash then is in `hash`.
bool manifest_has_made(const struct manifest *manifest, const char *folder, const char *path,
                       const char *made_from, char hash[GP_HASH_TEXT]);

// The first file below `folder` that none of its manifests lists, or that was changed since:
// nobody's work is replaced. With `edited` those that were changed do not count. NULL when there is
// none.
const char *manifest_first_foreign(struct gp_memory *memory, const char *folder, bool edited);
// Whether a file below the folder is one a run wrote, whatever became of it since.
bool manifest_lists(const struct manifest *manifest, const char *path);

#endif
