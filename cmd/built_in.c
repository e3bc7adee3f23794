#include "defaults.h"

#include <string.h>

const struct embedded_file *find_embedded(const char *name) {
    const struct embedded_file *file = embedded_files;
    while (file->name != NULL && strcmp(file->name, name) != 0)
        file++;
    return file->name == NULL ? NULL : file;
}

const struct embedded_file *next_embedded(const char *folder, const struct embedded_file *last) {
    size_t length = strlen(folder);
    const struct embedded_file *file = last == NULL ? embedded_files : last + 1;
    while (file->name != NULL &&
           (strncmp(file->name, folder, length) != 0 || file->name[length] != '/'))
        file++;
    return file->name == NULL ? NULL : file;
}
