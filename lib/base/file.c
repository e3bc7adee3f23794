#define _GNU_SOURCE // renameat2
#include "base/file.h"

#include "base/unfinished.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_FILE = 1 << 30 };

static bool fail(const char **why) {
    *why = strerror(errno);
    return false;
}

// Reads to the end of `in`; `known_length` is a guess of how much that is.
static bool read_all(struct gp_memory *memory, int in, size_t known_length, struct gp_bytes *bytes,
                     const char **why) {
    size_t capacity = known_length + 1, length = 0;
    char *data = gp_alloc(memory, capacity + 1, 1);
    for (;;) {
        ssize_t got = read(in, data + length, capacity - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(why);
        if (got == 0)
            break;
        length += (size_t)got;
        if (length > LARGEST_FILE) {
            *why = "it is larger than 1 GiB";
            return false;
        }
        if (length == capacity) {
            char *wider = gp_alloc(memory, 2 * capacity + 1, 1);
            memcpy(wider, data, length);
            data = wider;
            capacity *= 2;
        }
    }
    data[length] = '\0';
    *bytes = (struct gp_bytes){data, length};
    return true;
}

bool gp_file_read(struct gp_memory *memory, const char *path, struct gp_bytes *bytes,
                  const char **why) {
    if (strcmp(path, "-") == 0)
        return read_all(memory, STDIN_FILENO, 64UL * 1024, bytes, why);
    int in = open(path, O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return fail(why);
    struct stat status;
    bool good = fstat(in, &status) == 0 || fail(why);
    if (good && S_ISDIR(status.st_mode)) {
        *why = "it is a folder";
        good = false;
    }
    if (good && status.st_size > LARGEST_FILE) {
        *why = "it is larger than 1 GiB";
        good = false;
    }
    good = good && read_all(memory, in, (size_t)status.st_size, bytes, why);
    close(in);
    return good;
}

bool gp_file_write(const char *path, struct gp_bytes bytes, unsigned mode, const char **why) {
    int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (out < 0)
        return fail(why);
    size_t written = 0;
    bool good = true;
    while (good && written < bytes.length) {
        ssize_t now = write(out, bytes.data + written, bytes.length - written);
        if (now > 0)
            written += (size_t)now;
        else if (now < 0 && errno != EINTR)
            good = fail(why);
    }
    if (good && fchmod(out, mode) != 0)
        good = fail(why);
    if (close(out) != 0 && good)
        good = fail(why);
    return good;
}

bool gp_staging_open(struct gp_memory *memory, const char *target, struct gp_staging *staging,
                     const char **why) {
    size_t length = strlen(target);
    while (length > 1 && target[length - 1] == '/')
        length--;
    const char *clean = gp_copy(memory, target, length);
    char *folder = gp_print(memory, "%s.unfinished-XXXXXX", clean);
    if (mkdtemp(folder) == NULL)
        return fail(why);
    gp_unfinished_begin(folder);
    *staging = (struct gp_staging){folder, clean};
    return true;
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
    const char *slash = strrchr(path, '/');
    const char *folder = slash == NULL   ? "."
                         : slash == path ? "/"
                                         : gp_copy(memory, path, (size_t)(slash - path));
    bool good = with_folder(folder, fsync, why) || errno == EACCES || errno == EINVAL;
    gp_memory_close(memory);
    return good;
}

bool gp_staging_commit(const struct gp_staging *staging, bool replace, const char **why) {
    bool exchange = replace && gp_file_exists(staging->target);
    unsigned how = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (!settle(staging->folder, why))
        return false;
    if (renameat2(AT_FDCWD, staging->folder, AT_FDCWD, staging->target, how) != 0)
        return fail(why);
    bool good = settle_name(staging->target, why);
    good = good && (!exchange || remove_folder(staging->folder, why));
    gp_unfinished_end();
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

bool gp_staging_add(const struct gp_staging *staging, struct gp_memory *memory, const char **why) {
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
        gp_unfinished_end();
    return good;
}

bool gp_file_remove(const char *path, const char **why) {
    return unlink(path) == 0 || fail(why);
}

static bool copy_file(const char *path, const char *name, mode_t mode, const char **why) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_bytes bytes;
    bool good = gp_file_read(memory, path, &bytes, why) && gp_file_write(name, bytes, mode, why);
    gp_memory_close(memory);
    return good;
}

bool gp_file_share(const char *path, const char *name, const char **why) {
    struct stat status;
    if (lstat(path, &status) != 0)
        return fail(why);
    if (!S_ISREG(status.st_mode)) {
        *why = "it is no regular file";
        return false;
    }
    if (link(path, name) == 0)
        return true;
    bool unknown = errno == EPERM || errno == EXDEV || errno == EMLINK || errno == EOPNOTSUPP;
    return unknown ? copy_file(path, name, status.st_mode & 0777, why) : fail(why);
}

bool gp_staging_abandon(const struct gp_staging *staging) {
    gp_unfinished_end();
    return gp_folder_remove(staging->folder) || errno == ENOENT;
}

bool gp_file_exists(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
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
