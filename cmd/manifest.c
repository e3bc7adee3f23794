#include "manifest.h"

#include "base/folder.h"
#include "base/hash.h"
#include "base/map.h"
#include "write/page.h"

#include <string.h>

static const char header[] = "sha256,file,made_from\n";

// A folder being walked, and the lines written about its files.
struct walk {
    struct gp_memory *memory;
    const char *folder;
    const struct outputs *outputs;
    struct gp_page lines, budget_lines;
    const char *why;
    bool good;
};

// The hash of a file below a folder. `*why` is set when it cannot be read.
static bool hash_below(const char *folder, const char *path, char hash[GP_HASH_TEXT],
                       const char **why) {
    struct gp_memory *memory = gp_memory_open();
    bool read = gp_hash_file(gp_print(memory, "%s/%s", folder, path), hash, why);
    gp_memory_close(memory);
    return read;
}

static bool is_of_budget(const char *path) {
    return strncmp(path, "budget", strlen("budget")) == 0;
}

static void add_text(struct gp_page *lines, const char *text) {
    gp_page_add(lines, (struct gp_bytes){text, strlen(text)});
}

static bool add_line(void *context, const char *path) {
    struct walk *walk = context;
    const struct outputs *outputs = walk->outputs;
    char read[GP_HASH_TEXT];
    const char *hash = read, *made_from = "";
    size_t known = 0;
    if (outputs->hashed != NULL && gp_map_find(outputs->hashed, path, &known)) {
        hash = outputs->hashes[known];
        made_from = outputs->made_from[known];
    } else {
        walk->good = walk->good && hash_below(walk->folder, path, read, &walk->why);
    }
    if (walk->good)
        add_text(is_of_budget(path) ? &walk->budget_lines : &walk->lines,
                 gp_print(walk->memory, "%s,\"%s\",%s\n", hash, path, made_from));
    return true;
}

static bool write_lines(const struct walk *walk, const char *name, const struct gp_page *lines,
                        const char **why) {
    return gp_file_write(gp_print(walk->memory, "%s/%s", walk->folder, name), gp_page_bytes(lines),
                         0600, why);
}

const char *manifest_name(struct gp_memory *memory, const struct options *options) {
    static const char *const parts[] = {[PART_PLANS] = "plans", [PART_TEAM] = "team"};
    if (options->part == PART_ALL)
        return "manifest.csv";
    if (options->part == PART_BUDGET)
        return BUDGET_MANIFEST;
    const char *part = parts[options->part];
    if (options->shards == 0)
        return gp_print(memory, "manifest-%s.csv", part);
    return gp_print(memory, "manifest-%s-%u-of-%u.csv", part, options->shard, options->shards);
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
    // Of the budget's part there are no others.
    const struct options *options = outputs->options;
    const char *name = manifest_name(outputs->memory, options);
    return (options->part == PART_BUDGET || write_lines(&walk, name, &walk.lines, why)) &&
           (walk.budget_lines.length == strlen(header) ||
            write_lines(&walk, BUDGET_MANIFEST, &walk.budget_lines, why));
}

static bool is_manifest(const char *path) {
    return strcmp(path, BUDGET_MANIFEST) == 0 ||
           (strncmp(path, "manifest", strlen("manifest")) == 0 && strchr(path, '/') == NULL);
}

static const char *key_of(struct gp_memory *memory, const char *path, const char *hash) {
    return gp_print(memory, "%s %s", hash, path);
}

// Whether a path leads to a file below the folder: somebody may have written into a manifest.
static bool is_below(const char *path) {
    if (path[0] == '/')
        return false;
    for (const char *at = path; at != NULL; at = strchr(at, '/')) {
        at += at[0] == '/';
        if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
            return false;
    }
    return true;
}

// A line: hash, path in quotes, and, of a run that says so, what it was made from. False where it
// is none.
static bool read_line(struct gp_memory *memory, const char *line, size_t length,
                      struct manifest_line *found) {
    size_t hash = GP_HASH_TEXT - 1, end = length;
    while (end > 0 && line[end - 1] != '"')
        end--;
    if (end < hash + 4 || line[hash] != ',' || line[hash + 1] != '"')
        return false;
    bool says = end < length && line[end] == ',';
    *found = (struct manifest_line){
        .path = gp_copy(memory, line + hash + 2, end - hash - 3),
        .hash = gp_copy(memory, line, hash),
        .made_from = says ? gp_copy(memory, line + end + 1, length - end - 1) : ""};
    return is_below(found->path);
}

// Takes in the lines of a manifest's text; those that are none are passed over.
static void read_lines(struct manifest *manifest, const char *text) {
    struct gp_memory *memory = manifest->memory;
    for (const char *line = text, *end = NULL; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        struct manifest_line found;
        if (!read_line(memory, line, (size_t)(end - line), &found))
            continue;
        manifest->lines =
            gp_grow(memory, manifest->lines, manifest->count, &manifest->capacity, sizeof found);
        manifest->lines[manifest->count] = found;
        gp_map_add(manifest->paths, found.path, manifest->count);
        gp_map_add(manifest->made, key_of(memory, found.path, found.made_from), manifest->count);
        gp_map_add(manifest->places, key_of(memory, found.path, found.hash), manifest->count++);
    }
}

// Where the manifests of a folder are looked for.
struct search {
    struct manifest *manifest;
    const char *folder, *name;
    bool edited; // files that were changed are known, too
};

static bool read_if_one(void *context, const char *path) {
    const struct search *search = context;
    struct gp_memory *memory = search->manifest->memory;
    struct gp_bytes bytes;
    const char *why = "";
    bool wanted = search->name == NULL ? is_manifest(path) : strcmp(path, search->name) == 0;
    if (wanted &&
        gp_file_read(memory, gp_print(memory, "%s/%s", search->folder, path), &bytes, &why))
        read_lines(search->manifest, bytes.data);
    return true;
}

void manifest_none(struct gp_memory *memory, struct manifest *manifest) {
    *manifest = (struct manifest){.memory = memory,
                                  .places = gp_map_new(memory),
                                  .made = gp_map_new(memory),
                                  .paths = gp_map_new(memory)};
}

void manifest_read(struct gp_memory *memory, const char *folder, const char *name,
                   struct manifest *manifest) {
    struct search search = {manifest, folder, name, false};
    manifest_none(memory, manifest);
    if (gp_file_exists(folder))
        gp_folder_first_unknown(memory, folder, read_if_one, &search);
}

static bool has_line(const struct gp_map *lines, const char *path, const char *hash,
                     size_t *place) {
    struct gp_memory *memory = gp_memory_open();
    bool found = gp_map_find(lines, key_of(memory, path, hash), place);
    gp_memory_close(memory);
    return found;
}

bool manifest_holds(const struct manifest *manifest, const char *folder, const char *path) {
    char hash[GP_HASH_TEXT];
    const char *why = "";
    size_t place = 0;
    return hash_below(folder, path, hash, &why) && has_line(manifest->places, path, hash, &place);
}

bool manifest_has_made(const struct manifest *manifest, const char *folder, const char *path,
                       const char *made_from, char hash[GP_HASH_TEXT]) {
    const char *why = "";
    size_t place = 0;
    return has_line(manifest->made, path, made_from, &place) &&
           hash_below(folder, path, hash, &why) && strcmp(hash, manifest->lines[place].hash) == 0;
}

bool manifest_lists(const struct manifest *manifest, const char *path) {
    size_t place = 0;
    return gp_map_find(manifest->paths, path, &place);
}

static bool is_as_written(void *context, const char *path) {
    const struct search *search = context;
    return is_manifest(path) || (search->edited && manifest_lists(search->manifest, path)) ||
           manifest_holds(search->manifest, search->folder, path);
}

const char *manifest_first_foreign(struct gp_memory *memory, const char *folder, bool edited) {
    struct manifest manifest;
    struct search search = {&manifest, folder, NULL, edited};
    manifest_read(memory, folder, NULL, &manifest);
    return gp_folder_first_unknown(memory, folder, is_as_written, &search);
}
