#include "read/packed.h"

#include <assert.h>

struct gp_packed *gp_pack(struct gp_memory *memory, const uint32_t *cells, size_t count) {
    size_t large_count = 0, used = 0;
    for (size_t i = 0; i < count; i++)
        large_count += cells[i] >= GP_LARGE_NUMBER;
    size_t large_bytes = large_count * sizeof(struct gp_large_cell);
    if (sizeof(struct gp_packed) + large_bytes + count >= count * sizeof *cells)
        return NULL;
    struct gp_packed *packed = gp_alloc(memory, 1, sizeof *packed + large_bytes + count);
    packed->count = (uint32_t)count;
    packed->large_count = (uint32_t)large_count;
    packed->small = (uint8_t *)&packed->large[large_count];
    for (size_t i = 0; i < count; i++)
        packed->small[i] = (uint8_t)(cells[i] < GP_LARGE_NUMBER ? cells[i] : GP_LARGE_NUMBER);
    for (size_t i = 0; used < large_count; i++)
        if (cells[i] >= GP_LARGE_NUMBER)
            packed->large[used++] = (struct gp_large_cell){(uint32_t)i, cells[i]};
    return packed;
}

static size_t find_large(const struct gp_packed *packed, size_t column) {
    size_t from = 0, end = packed->large_count;
    while (from + 1 < end) {
        size_t middle = from + (end - from) / 2;
        if (packed->large[middle].column <= column)
            from = middle;
        else
            end = middle;
    }
    assert(from < packed->large_count && packed->large[from].column == column);
    return from;
}

uint32_t gp_packed_large(const struct gp_packed *packed, size_t column) {
    return packed->large[find_large(packed, column)].number;
}

bool gp_packed_put(struct gp_packed *packed, size_t column, uint32_t number) {
    bool large = packed->small[column] == GP_LARGE_NUMBER;
    if (large)
        packed->large[find_large(packed, column)].number = number;
    else if (number < GP_LARGE_NUMBER)
        packed->small[column] = (uint8_t)number;
    return large || number < GP_LARGE_NUMBER;
}
