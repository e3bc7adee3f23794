#include "base/map.h"

#include "base/texts.h"

#include <string.h>

struct gp_map {
    struct gp_memory *memory;
    struct gp_texts *keys;
    size_t *values; // [number of the key]
    size_t capacity;
    bool has_empty; // whether the empty key is taken: its number is there from the start
};

struct gp_map *gp_map_new(struct gp_memory *memory) {
    struct gp_map *map = gp_alloc(memory, 1, sizeof *map);
    map->memory = memory;
    map->keys = gp_texts_new(memory);
    map->values = gp_grow(memory, NULL, 0, &map->capacity, sizeof *map->values);
    return map;
}

size_t gp_map_add(struct gp_map *map, const char *key, size_t value) {
    size_t count = gp_texts_count(map->keys), number = gp_texts_put(map->keys, key, strlen(key));
    if (number == 0 ? map->has_empty : number < count)
        return map->values[number];
    map->has_empty = map->has_empty || number == 0;
    map->values = gp_grow(map->memory, map->values, number, &map->capacity, sizeof *map->values);
    return map->values[number] = value;
}

bool gp_map_find(const struct gp_map *map, const char *key, size_t *value) {
    uint32_t number = 0;
    if (!gp_texts_find(map->keys, key, strlen(key), &number) || (number == 0 && !map->has_empty))
        return false;
    *value = map->values[number];
    return true;
}
