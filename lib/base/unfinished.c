#define _GNU_SOURCE // getdents64
#include "base/unfinished.h"

#include "base/signals.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Folders within folders that a run may have made, and more.
enum { DEEPEST = 16, OPEN_FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

static struct {
    char folder[PATH_MAX];
    pid_t owner; // 0: none
} unfinished;

void gp_unfinished_begin(const char *folder) {
    size_t length = strlen(folder);
    unfinished.owner = 0;
    if (length >= sizeof unfinished.folder)
        return;
    memcpy(unfinished.folder, folder, length + 1);
    unfinished.owner = getpid();
}

bool gp_unfinished_make(char *folder) {
    sigset_t before;
    gp_signals_hold(&before);
    bool made = mkdtemp(folder) != NULL;
    if (made)
        gp_unfinished_begin(folder);
    gp_signals_release(&before);
    return made;
}

void gp_unfinished_end(void) {
    unfinished.owner = 0;
}

bool gp_unfinished_remove(void) {
    if (unfinished.owner != getpid())
        return true;
    unfinished.owner = 0;
    return gp_folder_remove(unfinished.folder);
}

static bool is_entry(const char *name) {
    return strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

// A file, a link, or a folder with nothing in it.
static bool remove_one(int folder, const char *name) {
    if (unlinkat(folder, name, 0) == 0)
        return true;
    return (errno == EISDIR || errno == EPERM) && unlinkat(folder, name, AT_REMOVEDIR) == 0;
}

enum emptied { EMPTY, SOME_GONE, FOLDER_FOUND, FAILED };

// Removes the entries of a folder, from its start on. At one that is a folder with something in it
// that one is opened as `*inner`, and has to be emptied first.
static enum emptied remove_entries(int folder, int *inner) {
    enum { ROOM = 4096 };
    _Alignas(struct dirent64) char room[ROOM];
    enum emptied emptied = EMPTY;
    if (lseek(folder, 0, SEEK_SET) != 0)
        return FAILED;
    for (ssize_t got = 0; (got = getdents64(folder, room, sizeof room)) != 0;) {
        if (got < 0)
            return FAILED;
        for (ssize_t at = 0; at < got;) {
            const struct dirent64 *entry = (const struct dirent64 *)(const void *)(room + at);
            at += entry->d_reclen;
            if (!is_entry(entry->d_name))
                continue;
            emptied = SOME_GONE;
            if (remove_one(folder, entry->d_name))
                continue;
            if (errno != ENOTEMPTY && errno != EEXIST)
                return FAILED;
            *inner = openat(folder, entry->d_name, OPEN_FOLDER);
            return *inner < 0 ? FAILED : FOLDER_FOUND;
        }
    }
    return emptied;
}

// Folders within folders, from the outer to the inner.
struct opened {
    int folders[DEEPEST];
    size_t depth;
};

static bool push(struct opened *opened, int folder) {
    if (folder < 0)
        return false;
    if (opened->depth == DEEPEST) {
        close(folder);
        errno = ELOOP;
        return false;
    }
    opened->folders[opened->depth++] = folder;
    return true;
}

static void pop(struct opened *opened) {
    int error = errno;
    close(opened->folders[--opened->depth]);
    errno = error;
}

// An entry that goes while its folder is read may hide another one: a folder is read again until
// there is none.
static bool empty(struct opened *opened) {
    while (opened->depth > 0) {
        int inner = -1;
        switch (remove_entries(opened->folders[opened->depth - 1], &inner)) {
        case EMPTY:
            pop(opened);
            break;
        case SOME_GONE:
            break;
        case FOLDER_FOUND:
            if (!push(opened, inner))
                return false;
            break;
        case FAILED:
            return false;
        }
    }
    return true;
}

bool gp_folder_remove(const char *folder) {
    struct opened opened = {.depth = 0};
    if (remove_one(AT_FDCWD, folder))
        return true;
    bool good = push(&opened, openat(AT_FDCWD, folder, OPEN_FOLDER)) && empty(&opened);
    while (opened.depth > 0)
        pop(&opened);
    return good && remove_one(AT_FDCWD, folder);
}
