#include "additions.h"

#include "base/map.h"
#include "manifest.h"

#include <string.h>

// Files of the part of a run, on their way into the folder that is there.
struct additions {
    struct gp_memory *memory;
    const struct options *options;
    const char *folder;               // where they go
    struct manifest now, before, all; // of this run; of the same part earlier; of the whole folder
};

static const char *path_in(const struct additions *additions, const char *path) {
    return gp_print(additions->memory, "%s/%s", additions->folder, path);
}

// Whether a file that is there may go: with --force or --changed, where it is as a run left it.
static bool may_go(const struct additions *additions, const char *path, const char *what) {
    const char *full = path_in(additions, path);
    if (!additions->options->force && !additions->options->changed) {
        say("%s is there already, %s; let it go with --force, or choose another folder with -o",
            full, what);
        return false;
    }
    bool edited = additions->options->force_edited && manifest_lists(&additions->all, path);
    if (edited || manifest_holds(&additions->all, additions->folder, path))
        return true;
    if (manifest_lists(&additions->all, path))
        say("%s was edited since a run wrote it, so it is not replaced; move it away, replace it "
            "with --force=edited, or choose another folder with -o",
            full);
    else
        say("%s is not as an earlier run wrote it, so it is not replaced; move it away, or choose "
            "another folder with -o",
            full);
    return false;
}

// Whether the folder of a file is one, or not there yet: a link would lead elsewhere.
static bool has_place(const struct additions *additions, const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return true;
    const char *folder =
        path_in(additions, gp_copy(additions->memory, path, (size_t)(slash - path)));
    if (!gp_file_exists(folder) || gp_file_is_folder(folder))
        return true;
    say("%s is there already and is no folder; move it away, or choose another folder with -o",
        folder);
    return false;
}

static bool may_replace(const struct additions *additions) {
    for (size_t i = 0; i < additions->now.count; i++) {
        const char *path = additions->now.lines[i].path;
        if (!has_place(additions, path))
            return false;
        if (gp_file_exists(path_in(additions, path)) &&
            !manifest_holds(&additions->now, additions->folder, path) &&
            !may_go(additions, path, "and is not the same as what this run makes"))
            return false;
    }
    return true;
}

// Whether a file of the same part, written earlier, is one that this run does not make: of a person
// who has left, for one.
static bool is_left_over(const struct additions *additions, const struct gp_map *made,
                         const char *path) {
    size_t place = 0;
    return !gp_map_find(made, path, &place) && gp_file_exists(path_in(additions, path));
}

static bool may_remove(const struct additions *additions, const struct gp_map *made) {
    for (size_t i = 0; i < additions->before.count; i++) {
        const char *path = additions->before.lines[i].path;
        if (is_left_over(additions, made, path) &&
            (!has_place(additions, path) ||
             !may_go(additions, path, "and this run makes no such file")))
            return false;
    }
    return true;
}

static bool remove_left_over(const struct additions *additions, const struct gp_map *made,
                             const char **why) {
    for (size_t i = 0; i < additions->before.count; i++) {
        const char *path = additions->before.lines[i].path;
        if (is_left_over(additions, made, path) && !gp_file_remove(path_in(additions, path), why))
            return false;
    }
    return true;
}

bool additions_put(struct outputs *outputs) {
    struct gp_staging *staging = &outputs->staging;
    struct additions additions = {
        outputs->memory, outputs->options, staging->target, {0}, {0}, {0}};
    const char *name = manifest_name(outputs->memory, outputs->options), *why = "";
    manifest_read(outputs->memory, staging->folder, NULL, &additions.now);
    manifest_read(outputs->memory, staging->target, name, &additions.before);
    manifest_read(outputs->memory, staging->target, NULL, &additions.all);
    struct gp_map *made = gp_map_new(outputs->memory);
    for (size_t i = 0; i < additions.now.count; i++)
        gp_map_add(made, additions.now.lines[i].path, i);
    if (!may_replace(&additions) || !may_remove(&additions, made))
        return false;
    if (remove_left_over(&additions, made, &why) && gp_staging_add(staging, outputs->memory, &why))
        return true;
    say("not all could be put into %s (%s); what is there is whole, run it again once that is "
        "mended",
        staging->target, why);
    return false;
}
