#define _GNU_SOURCE // renameat2
#include "base/folder.h"

#include "base/unfinished.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

static bool fail(const char **why) {
    *why = strerror(errno);
    return false;
}

enum { OPEN_FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

static const char infix[] = ".unfinished-", unique[] = "XXXXXX";

bool gp_staging_open(struct gp_memory *memory, const char *target, struct gp_staging *staging,
                     const char **why) {
    size_t length = strlen(target);
    while (length > 1 && target[length - 1] == '/')
        length--;
    const char *clean = gp_copy(memory, target, length);
    char *folder = gp_print(memory, "%s%s%s", clean, infix, unique);
    if (!gp_unfinished_make(folder))
        return fail(why);
    int lock = open(folder, OPEN_FOLDER);
    if (lock < 0) {
        fail(why);
        gp_unfinished_remove();
        return false;
    }
    flock(lock, LOCK_EX | LOCK_NB); // not every file system knows it
    *staging = (struct gp_staging){folder, clean, lock};
    return true;
}

// The folder is finished, or gone.
static void end(struct gp_staging *staging) {
    gp_unfinished_end();
    if (staging->lock >= 0)
        close(staging->lock);
    staging->lock = -1;
}

// The folder a path stands in.
static const char *folder_of(struct gp_memory *memory, const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL   ? "."
           : slash == path ? "/"
                           : gp_copy(memory, path, (size_t)(slash - path));
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

// Whether `name` is that of a private folder for what is called `target`.
static bool is_private_name(const char *name, const char *target) {
    size_t length = strlen(target);
    return strlen(name) == length + strlen(infix) + strlen(unique) &&
           memcmp(name, target, length) == 0 && memcmp(name + length, infix, strlen(infix)) == 0;
}

// Whether all that use the file system are on this machine, as far as it is one of those that are
// known: by what statfs(2) calls it.
static bool is_local(int folder) {
    static const struct {
        const char *name;
        uint32_t type;
    } local[] = {{"ext", 0xEF53},       {"xfs", 0x58465342},     {"btrfs", 0x9123683E},
                 {"tmpfs", 0x01021994}, {"overlay", 0x794C7630}, {"zfs", 0x2FC12FC1},
                 {"f2fs", 0xF2F52010},  {"ramfs", 0x858458F6}};
    struct statfs status;
    if (fstatfs(folder, &status) != 0)
        return false;
    for (size_t i = 0; i < sizeof local / sizeof *local; i++)
        if ((uint32_t)status.f_type == local[i].type)
            return true;
    return false;
}

// Whether it is a folder of the same user, made before `own`, and in no use.
static bool is_left(int folder, const char *name, const struct stat *own) {
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(status.st_mode) ||
        status.st_uid != own->st_uid || status.st_mtime + 1 >= own->st_mtime)
        return false;
    int file = openat(folder, name, OPEN_FOLDER);
    bool left = file >= 0 && flock(file, LOCK_SH | LOCK_NB) == 0;
    if (file >= 0)
        close(file);
    return left;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **gp_staging_left(struct gp_memory *memory, const struct gp_staging *staging,
                             size_t *count) {
    const char **left = NULL, *target = name_of(staging->target);
    size_t capacity = 0, start = (size_t)(target - staging->target);
    struct stat own;
    DIR *folder = opendir(folder_of(memory, staging->target));
    *count = 0;
    if (folder == NULL)
        return NULL;
    bool good = fstat(staging->lock, &own) == 0 && is_local(staging->lock);
    for (const struct dirent *entry = NULL; good && (entry = readdir(folder)) != NULL;) {
        if (!is_private_name(entry->d_name, target) || !is_left(dirfd(folder), entry->d_name, &own))
            continue;
        left = gp_grow(memory, left, *count, &capacity, sizeof *left);
        left[(*count)++] = gp_print(memory, "%.*s%s", (int)start, staging->target, entry->d_name);
    }
    closedir(folder);
    if (*count > 1)
        qsort(left, *count, sizeof *left, by_text);
    return left;
}

static int by_name(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *walk_open(const char *folder) {
    char *const roots[] = {(char *)(uintptr_t)folder, NULL};
    return fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, by_name);
}

static bool remove_folder(const char *folder, const char **why) {
    return gp_folder_remove(folder) || fail(why);
}

// Opens a folder to do something with it, which gives 0 where all went well.
static bool with_folder(const char *folder, int (*act)(int file), const char **why) {
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return fail(why);
    bool good = act(file) == 0 || fail(why);
    int error = errno;
    close(file);
    errno = error;
    return good;
}

// Everything of the folder is on the disk when this returns, however many files: before a rename
// makes it stand where others look.
static bool settle(const char *folder, const char **why) {
    return with_folder(folder, syncfs, why);
}

// The same of a name: of the folder it stands in, where that may be read and knows such a thing.
static bool settle_name(const char *path, const char **why) {
    struct gp_memory *memory = gp_memory_open();
    bool good =
        with_folder(folder_of(memory, path), fsync, why) || errno == EACCES || errno == EINVAL;
    gp_memory_close(memory);
    return good;
}

bool gp_staging_commit(struct gp_staging *staging, bool replace, const char **why) {
    bool exchange = replace && gp_file_exists(staging->target);
    unsigned how = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (!settle(staging->folder, why))
        return false;
    if (renameat2(AT_FDCWD, staging->folder, AT_FDCWD, staging->target, how) != 0)
        return fail(why);
    bool good = settle_name(staging->target, why);
    good = good && (!exchange || remove_folder(staging->folder, why));
    end(staging);
    return good;
}

// A folder that is there, for its owner alone if it is made; never a link to one.
static bool have_folder(const char *path, const char **why) {
    if (mkdir(path, 0700) == 0 || gp_file_is_folder(path))
        return true;
    if (errno != EEXIST)
        return fail(why);
    *why = "there is something of that name that is no folder";
    return false;
}

bool gp_staging_add(struct gp_staging *staging, struct gp_memory *memory, const char **why) {
    if (!settle(staging->folder, why))
        return false;
    FTS *walk = walk_open(staging->folder);
    bool good = walk != NULL || fail(why);
    size_t root = strlen(staging->folder);
    for (FTSENT *entry = NULL; good && (entry = fts_read(walk)) != NULL;) {
        const char *to = gp_print(memory, "%s%s", staging->target, entry->fts_path + root);
        if (entry->fts_info == FTS_D)
            good = have_folder(to, why);
        else if (entry->fts_info != FTS_DP)
            good = rename(entry->fts_path, to) == 0 || fail(why);
    }
    if (walk != NULL)
        fts_close(walk);
    good = good && settle(staging->target, why) && remove_folder(staging->folder, why);
    if (good)
        end(staging);
    return good;
}

bool gp_staging_abandon(struct gp_staging *staging) {
    bool gone = gp_folder_remove(staging->folder) || errno == ENOENT;
    end(staging);
    return gone;
}

bool gp_file_is_folder(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *gp_folder_first_unknown(struct gp_memory *memory, const char *folder,
                                    bool (*known)(void *context, const char *path), void *context) {
    const char *found = NULL;
    FTS *walk = walk_open(folder);
    if (walk == NULL)
        return folder;
    size_t root = strlen(folder) + (folder[strlen(folder) - 1] != '/');
    for (FTSENT *entry = NULL; found == NULL && (entry = fts_read(walk)) != NULL;)
        if (entry->fts_info != FTS_D && entry->fts_info != FTS_DP &&
            !known(context, entry->fts_path + root))
            found = gp_copy(memory, entry->fts_path, entry->fts_pathlen);
    fts_close(walk);
    return found;
}
