// replay.c - gives a target every file of folders: what was found once, and samples.
// Usage: replay TARGET FOLDER...
// Prints "ok TARGET: N inputs"; what must hold and does not ends it.
#include "targets.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static size_t replay_file(const struct fuzz *fuzz, const char *path) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_bytes bytes;
    const char *why = "";
    struct stat status;
    size_t count = 0;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
        gp_file_read(memory, path, &bytes, &why)) {
        fprintf(stderr, "%s %s\n", fuzz->name, path); // the last is the one that fails
        fuzz->run(bytes);
        count = 1;
    }
    gp_memory_close(memory);
    return count;
}

static size_t replay_folder(const struct fuzz *fuzz, const char *folder) {
    DIR *files = opendir(folder);
    size_t count = 0;
    if (files == NULL)
        return 0;
    for (const struct dirent *entry = NULL; (entry = readdir(files)) != NULL;) {
        char path[4096];
        int length = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (length > 0 && (size_t)length < sizeof path)
            count += replay_file(fuzz, path);
    }
    closedir(files);
    return count;
}

int main(int argc, char **argv) {
    const struct fuzz *fuzz = argc > 2 ? fuzz_find(argv[1]) : NULL;
    size_t count = 0;
    if (fuzz == NULL) {
        fprintf(stderr, "usage: replay TARGET FOLDER...\n");
        return 2;
    }
    for (int i = 2; i < argc; i++)
        count += replay_folder(fuzz, argv[i]);
    printf(count > 0 ? "ok %s: %zu inputs\n" : "FAIL %s: %zu inputs\n", fuzz->name, count);
    return count > 0 ? 0 : 1;
}
