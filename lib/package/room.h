// room.h - bytes that grow by doubling, and outlive any memory of a run. Private to lib/package.
#ifndef GP_PACKAGE_ROOM_H
#define GP_PACKAGE_ROOM_H

#include "base/memory.h"

#include <stdlib.h>

// Room for `wanted` bytes, of which those before stay: the block, moved where it had to grow, and
// how much there is in `*capacity`; `first` at least. To be freed with free().
static inline char *gp_room(char *bytes, size_t *capacity, size_t first, size_t wanted) {
    size_t wider = *capacity == 0 ? first : *capacity;
    while (wider < wanted)
        wider *= 2;
    if (wider == *capacity)
        return bytes;
    char *moved = realloc(bytes, wider);
    if (moved == NULL)
        gp_memory_exhausted();
    *capacity = wider;
    return moved;
}

#endif
