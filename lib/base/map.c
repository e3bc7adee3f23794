#include "base/map.h"

#include <stdlib.h>
#include <string.h>

// The table lives in the run's memory like everything else, so uthash never frees.
#define uthash_malloc(bytes) gp_alloc(map->memory, (bytes), 1)
#define uthash_free(pointer, bytes) ((void)(pointer))
#include <uthash.h>

struct entry {
    const char *key;
    size_t value;
    UT_hash_handle hh;
};

struct gp_map {
    struct gp_memory *memory;
    struct entry *entries;
};

struct gp_map *gp_map_new(struct gp_memory *memory) {
    struct gp_map *map = gp_alloc(memory, 1, sizeof *map);
    map->memory = memory;
    return map;
}

static struct entry *find(const struct gp_map *map, const char *key) {
    struct entry *entry = NULL;
    HASH_FIND_STR(map->entries, key, entry);
    return entry;
}

size_t gp_map_add(struct gp_map *map, const char *key, size_t value) {
    struct entry *entry = find(map, key);
    if (entry != NULL)
        return entry->value;
    entry = gp_alloc(map->memory, 1, sizeof *entry);
    entry->key = key;
    entry->value = value;
    HASH_ADD_KEYPTR(hh, map->entries, entry->key, strlen(key), entry);
    return value;
}

bool gp_map_find(const struct gp_map *map, const char *key, size_t *value) {
    const struct entry *entry = find(map, key);
    if (entry != NULL)
        *value = entry->value;
    return entry != NULL;
}
