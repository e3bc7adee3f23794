// fault.c - to be loaded before a program's own libraries (LD_PRELOAD): fails the n-th call of a
// kind. FAULT is "open:12"; FAULT_MARK a file that is made when that call comes. A kind is a group
// of calls that do the same: open and openat; rename and renameat2; malloc,
// calloc and realloc, as the program's own allocator calls them. mkdtemp and fork do not fail: a
// SIGTERM comes while they are at work. A process that is made then, and not ended with its parent,
// makes FAULT_MARK with ".child" behind it after a while.
#define _GNU_SOURCE // syscall, RTLD_NEXT
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static struct {
    bool read;        // whether what to fail has been looked up
    char kind[16];    // "" for none
    long n, seen;     // which call of the kind, and how many there were
    const char *mark; // a file
} fault;

static void look_up(void) {
    const char *what = getenv("FAULT");
    fault.read = true;
    fault.mark = getenv("FAULT_MARK");
    const char *colon = what == NULL ? NULL : strchr(what, ':');
    if (colon == NULL || (size_t)(colon - what) >= sizeof fault.kind)
        return;
    memcpy(fault.kind, what, (size_t)(colon - what));
    fault.n = strtol(colon + 1, NULL, 10);
}

static void leave_mark(const char *ending) {
    char name[4096];
    if (fault.mark == NULL)
        return;
    snprintf(name, sizeof name, "%s%s", fault.mark, ending);
    long file = syscall(SYS_openat, AT_FDCWD, name, O_CREAT | O_WRONLY, 0600);
    if (file >= 0)
        syscall(SYS_close, file);
}

static bool fails(const char *kind, int error) {
    if (!fault.read)
        look_up();
    if (strcmp(fault.kind, kind) != 0 || ++fault.seen != fault.n)
        return false;
    leave_mark("");
    errno = error;
    return true;
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    int mode = (flags & O_CREAT) != 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return fails("open", EMFILE) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    int mode = (flags & O_CREAT) != 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return fails("open", EMFILE) ? -1 : (int)syscall(SYS_openat, folder, path, flags, mode);
}

ssize_t read(int file, void *bytes, size_t count) {
    return fails("read", EIO) ? -1 : syscall(SYS_read, file, bytes, count);
}

ssize_t write(int file, const void *bytes, size_t count) {
    return fails("write", ENOSPC) ? -1 : syscall(SYS_write, file, bytes, count);
}

int fsync(int file) {
    return fails("fsync", EIO) ? -1 : (int)syscall(SYS_fsync, file);
}

int syncfs(int file) {
    return fails("syncfs", EIO) ? -1 : (int)syscall(SYS_syncfs, file);
}

int rename(const char *from, const char *to) {
    return fails("rename", EACCES) ? -1
                                   : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned how) {
    return fails("rename", EACCES) ? -1 : (int)syscall(SYS_renameat2, folder, from, other, to, how);
}

// As when a disk reports late that it is full: the file is closed all the same.
int close(int file) {
    int result = (int)syscall(SYS_close, file);
    return fails("close", EIO) ? -1 : result;
}

char *mkdtemp(char *name) {
    char *(*behind)(char *) = NULL;
    *(void **)&behind = dlsym(RTLD_NEXT, "mkdtemp");
    char *made = behind(name);
    if (fails("mkdtemp", 0))
        raise(SIGTERM);
    return made;
}

pid_t fork(void) {
    pid_t (*behind)(void) = NULL;
    *(void **)&behind = dlsym(RTLD_NEXT, "fork");
    bool now = fails("fork", 0);
    pid_t process = behind();
    if (now && process > 0)
        raise(SIGTERM);
    if (now && process == 0) {
        nanosleep(&(struct timespec){.tv_nsec = 300000000}, NULL);
        leave_mark(".child");
    }
    return process;
}

// The program has an allocator of its own, which calls these. What finding them out takes is given
// from a room of its own.
static struct {
    void *(*malloc)(size_t size);
    void *(*calloc)(size_t count, size_t size);
    void *(*realloc)(void *block, size_t size);
    bool looking;
    char room[64 * 1024];
    size_t used;
} behind;

static void *from_room(size_t size) {
    size_t at = behind.used;
    behind.used += (size + 15) / 16 * 16;
    return behind.used <= sizeof behind.room ? behind.room + at : NULL;
}

static bool find_behind(void) {
    if (behind.realloc != NULL)
        return true;
    if (behind.looking)
        return false;
    behind.looking = true;
    *(void **)&behind.malloc = dlsym(RTLD_NEXT, "mi_malloc");
    *(void **)&behind.calloc = dlsym(RTLD_NEXT, "mi_calloc");
    *(void **)&behind.realloc = dlsym(RTLD_NEXT, "mi_realloc");
    return behind.realloc != NULL;
}

void *mi_malloc(size_t size) {
    if (!find_behind())
        return from_room(size);
    return fails("malloc", ENOMEM) ? NULL : behind.malloc(size);
}

void *mi_calloc(size_t count, size_t size) {
    if (!find_behind())
        return from_room(count * size);
    return fails("malloc", ENOMEM) ? NULL : behind.calloc(count, size);
}

void *mi_realloc(void *block, size_t size) {
    if (!find_behind())
        return NULL;
    return fails("malloc", ENOMEM) ? NULL : behind.realloc(block, size);
}
