#include "base/hash.h"
#include "base/map.h"
#include "outputs.h"
#include "write/page.h"

#include <stdio.h>
#include <string.h>

static const char header[] = "sha256,file\n";

// A folder being walked: what is known of its files, or the lines written about them.
struct walk {
    struct gp_memory *memory;
    const char *folder;
    struct gp_map *places; // file -> place among the hashes
    const char **hashes;
    size_t count, capacity; // of the hashes
    const struct outputs *outputs;
    struct gp_page lines, budget_lines;
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

static bool is_of_budget(const char *path) {
    return strncmp(path, "budget", strlen("budget")) == 0;
}

static bool find_hash(struct walk *walk, const char *path, char hash[GP_HASH_TEXT]) {
    size_t known = 0;
    if (walk->outputs->hashed == NULL || !gp_map_find(walk->outputs->hashed, path, &known))
        return hash_file(walk, path, hash);
    memcpy(hash, walk->outputs->hashes[known], GP_HASH_TEXT);
    return true;
}

static void add_text(struct gp_page *lines, const char *text) {
    gp_page_add(lines, (struct gp_bytes){text, strlen(text)});
}

static bool add_line(void *context, const char *path) {
    struct walk *walk = context;
    char hash[GP_HASH_TEXT];
    // The memory of a file is given back when its line is made.
    struct gp_memory *memory = walk->memory;
    walk->memory = gp_memory_open();
    walk->good = walk->good && find_hash(walk, path, hash);
    gp_memory_close(walk->memory);
    walk->memory = memory;
    if (walk->good)
        add_text(is_of_budget(path) ? &walk->budget_lines : &walk->lines,
                 gp_print(memory, "%s,\"%s\"\n", hash, path));
    return true;
}

static bool write_lines(const struct walk *walk, const char *name, const struct gp_page *lines,
                        const char **why) {
    return gp_file_write(gp_print(walk->memory, "%s/%s", walk->folder, name), gp_page_bytes(lines),
                         0600, why);
}

bool manifest_write(const struct outputs *outputs, const char **why) {
    struct walk walk = {.memory = outputs->memory,
                        .folder = outputs->staging.folder,
                        .outputs = outputs,
                        .why = "",
                        .good = true};
    gp_page_open(&walk.lines, walk.memory);
    gp_page_open(&walk.budget_lines, walk.memory);
    add_text(&walk.lines, header);
    add_text(&walk.budget_lines, header);
    gp_folder_first_unknown(walk.memory, walk.folder, add_line, &walk);
    *why = walk.why;
    if (!walk.good)
        return false;
    return write_lines(&walk, MANIFEST, &walk.lines, why) &&
           (walk.budget_lines.length == strlen(header) ||
            write_lines(&walk, BUDGET_MANIFEST, &walk.budget_lines, why));
}

// Takes the lines of a manifest into the walk's map; lines that are none are passed over.
static void read_lines(struct walk *walk, const char *text) {
    for (const char *line = text, *end = NULL; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        size_t length = (size_t)(end - line), hash = GP_HASH_TEXT - 1;
        if (length < hash + 4 || line[hash] != ',' || end[-1] != '"')
            continue;
        const char *path = gp_copy(walk->memory, line + hash + 2, length - hash - 3);
        walk->hashes =
            gp_grow(walk->memory, walk->hashes, walk->count, &walk->capacity, sizeof(const char *));
        walk->hashes[walk->count] = gp_copy(walk->memory, line, hash);
        gp_map_add(walk->places, path, walk->count++);
    }
}

static bool is_as_written(void *context, const char *path) {
    struct walk *walk = context;
    char hash[GP_HASH_TEXT];
    size_t place = 0;
    if (strcmp(path, MANIFEST) == 0 || strcmp(path, BUDGET_MANIFEST) == 0)
        return true;
    return gp_map_find(walk->places, path, &place) && hash_file(walk, path, hash) &&
           strcmp(hash, walk->hashes[place]) == 0;
}

const char *manifest_first_foreign(struct gp_memory *memory, const char *folder) {
    static const char *const names[] = {MANIFEST, BUDGET_MANIFEST};
    struct walk walk = {.memory = memory, .folder = folder, .places = gp_map_new(memory)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct gp_bytes bytes;
        const char *why = "";
        // Without a manifest nothing in the folder is known.
        if (gp_file_read(memory, gp_print(memory, "%s/%s", folder, names[i]), &bytes, &why))
            read_lines(&walk, bytes.data);
    }
    return gp_folder_first_unknown(memory, folder, is_as_written, &walk);
}
