#include "read/shape_parts.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>

void gp_shape_merge(struct gp_shaping *shaping, size_t rows, const char *const *texts) {
    struct gp_csv *csv = &shaping->csv;
    const struct gp_row *top = &csv->rows[shaping->header];
    size_t width = top->count, last = shaping->header + rows - 1;
    assert(last < csv->row_count);
    struct gp_row merged = *top;
    merged.packed = NULL;
    merged.cells = gp_alloc(shaping->memory, width, sizeof *merged.cells);
    csv->rows[last] = merged;
    for (size_t i = 0; i < width; i++)
        gp_csv_put(csv, last, i, texts[i]);
    shaping->header = last;
    shaping->header_rows = rows;
}

void gp_shape_drop(struct gp_shaping *shaping, struct gp_csv *csv, size_t first,
                   const bool *marked) {
    size_t kept = first;
    for (size_t row = first; row < csv->row_count; row++)
        if (!marked[row])
            csv->rows[kept++] = csv->rows[row];
    shaping->dropped += csv->row_count - kept;
    csv->row_count = kept;
}
