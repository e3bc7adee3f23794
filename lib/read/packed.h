// packed.h - the cells of a row in a byte each, where nearly all of them are among the first texts
// of their table, as the ratings of a person are. Private to lib/read.
#ifndef GP_READ_PACKED_H
#define GP_READ_PACKED_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

// Numbers from this on do not fit, and stand apart.
enum { GP_LARGE_NUMBER = UINT8_MAX };

struct gp_large_cell {
    uint32_t column, number;
};

struct gp_packed {
    uint32_t count, large_count;
    uint8_t *small;               // [count]: a number, or GP_LARGE_NUMBER
    struct gp_large_cell large[]; // [large_count]: those that stand apart, in order of columns
};

// Packs the numbers of `count` cells; NULL where they take less room as they are.
struct gp_packed *gp_pack(struct gp_memory *memory, const uint32_t *cells, size_t count);

// The number of a cell that stands apart.
uint32_t gp_packed_large(const struct gp_packed *packed, size_t column);

static inline uint32_t gp_packed_number(const struct gp_packed *packed, size_t column) {
    uint8_t small = packed->small[column];
    return small != GP_LARGE_NUMBER ? small : gp_packed_large(packed, column);
}

// Puts another number into a cell; false where there is no room for it.
bool gp_packed_put(struct gp_packed *packed, size_t column, uint32_t number);

#endif
