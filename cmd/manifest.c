#include "base/hash.h"
#include "base/map.h"
#include "outputs.h"

#include <stdio.h>
#include <string.h>

static const char header[] = "sha256,file\n";

// A folder being walked: what is known of its files, or the lines written about them.
struct walk {
    struct gp_memory *memory;
    const char *folder;
    struct gp_map *places; // file -> place among the hashes
    const char **hashes;
    const char *lines;
    const char *why;
    bool good;
};

static bool hash_file(struct walk *walk, const char *path, char hash[GP_HASH_TEXT]) {
    struct gp_bytes bytes;
    if (!gp_file_read(walk->memory, gp_print(walk->memory, "%s/%s", walk->folder, path), &bytes,
                      &walk->why))
        return false;
    gp_hash(bytes.data, bytes.length, hash);
    return true;
}

static bool add_line(void *context, const char *path) {
    struct walk *walk = context;
    char hash[GP_HASH_TEXT];
    // The memory of a file is given back when its line is made.
    struct gp_memory *memory = walk->memory;
    walk->memory = gp_memory_open();
    walk->good = walk->good && hash_file(walk, path, hash);
    gp_memory_close(walk->memory);
    walk->memory = memory;
    if (walk->good)
        walk->lines = gp_print(memory, "%s%s,\"%s\"\n", walk->lines, hash, path);
    return true;
}

bool manifest_write(struct gp_memory *memory, const char *folder, const char **why) {
    struct walk walk = {memory, folder, NULL, NULL, header, "", true};
    gp_folder_first_unknown(memory, folder, add_line, &walk);
    *why = walk.why;
    if (!walk.good)
        return false;
    const struct gp_bytes bytes = {walk.lines, strlen(walk.lines)};
    return gp_file_write(gp_print(memory, "%s/" MANIFEST, folder), bytes, 0600, why);
}

// Takes the lines of a manifest into the walk's map; lines that are none are passed over.
static void read_lines(struct walk *walk, const char *text) {
    size_t count = 0;
    for (const char *line = text, *end = NULL; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        size_t length = (size_t)(end - line), hash = GP_HASH_TEXT - 1;
        if (length < hash + 4 || line[hash] != ',' || end[-1] != '"')
            continue;
        const char *path = gp_copy(walk->memory, line + hash + 2, length - hash - 3);
        walk->hashes[count] = gp_copy(walk->memory, line, hash);
        gp_map_add(walk->places, path, count++);
    }
}

static bool is_as_written(void *context, const char *path) {
    struct walk *walk = context;
    char hash[GP_HASH_TEXT];
    size_t place = 0;
    if (strcmp(path, MANIFEST) == 0)
        return true;
    return gp_map_find(walk->places, path, &place) && hash_file(walk, path, hash) &&
           strcmp(hash, walk->hashes[place]) == 0;
}

const char *manifest_first_foreign(struct gp_memory *memory, const char *folder) {
    struct gp_bytes bytes = {"", 0};
    const char *why = "";
    // Without a manifest nothing in the folder is known.
    if (!gp_file_read(memory, gp_print(memory, "%s/" MANIFEST, folder), &bytes, &why))
        bytes = (struct gp_bytes){"", 0};
    size_t most = bytes.length / GP_HASH_TEXT + 1;
    struct walk walk = {.memory = memory,
                        .folder = folder,
                        .places = gp_map_new(memory),
                        .hashes = gp_alloc(memory, most, sizeof(const char *)),
                        .lines = ""};
    read_lines(&walk, bytes.data);
    return gp_folder_first_unknown(memory, folder, is_as_written, &walk);
}
