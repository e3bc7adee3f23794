#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
        if (length > GP_LARGEST_FILE) {
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
    if (good && status.st_size > GP_LARGEST_FILE) {
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

bool gp_file_exists(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}
