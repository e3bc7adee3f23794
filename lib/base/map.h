// map.h - from a text to a number, for finding things by name.
#ifndef GP_BASE_MAP_H
#define GP_BASE_MAP_H

#include "base/memory.h"

#include <stdbool.h>

struct gp_map;

struct gp_map *gp_map_new(struct gp_memory *memory);

// Puts `value` under `key` unless the key is taken. Returns the value that now stands under it.
// The map keeps a copy of `key`.
size_t gp_map_add(struct gp_map *map, const char *key, size_t value);

// Whether `key` is in the map; its value in `*value` if so.
bool gp_map_find(const struct gp_map *map, const char *key, size_t *value);

#endif
