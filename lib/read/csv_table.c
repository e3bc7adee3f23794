// The table that a CSV was read to: its header, its cells and their places.
#include "read/csv.h"

#include "read/delimiter.h"

#include <assert.h>
#include <string.h>

static void cut(struct gp_row *row, size_t width) {
    if (row->count <= width)
        return;
    if (row->places != NULL)
        row->places[width] = row->places[row->count];
    row->count = (uint32_t)width;
}

static size_t row_width(const struct gp_csv *csv, size_t row) {
    size_t count = csv->rows[row].count;
    while (count > 0 && gp_csv_number(csv, row, count - 1) == 0)
        count--;
    return count;
}

// The faulty rows are cut and kept: the cells in front are mostly right, and without them other
// files' references to the row would look wrong too.
void gp_csv_start_at(struct gp_memory *memory, size_t row, struct gp_messages *messages,
                     struct gp_csv *csv) {
    assert(row < csv->row_count);
    csv->rows += row;
    csv->row_count -= row;
    csv->title_count += row;
    size_t width = csv->rows[0].count, widest = row_width(csv, 0);
    for (size_t i = 1; i < csv->row_count; i++) {
        size_t filled = row_width(csv, i);
        if (filled > width)
            gp_error(
                messages,
                (struct gp_at){csv->file, gp_csv_at(csv, i, width).line, (uint32_t)(width + 1)},
                "this row has %zu fields, the header has %zu; is a text with a %s missing its "
                "quotes?",
                filled, width, gp_delimiter_word(memory, csv->delimiter));
        widest = filled > widest ? filled : widest;
    }
    for (size_t i = 0; i < csv->row_count; i++)
        cut(&csv->rows[i], widest < width ? widest : width);
}

bool gp_csv_read(struct gp_memory *memory, const struct gp_source *source,
                 struct gp_messages *messages, struct gp_csv *csv) {
    if (!gp_csv_read_rows(memory, source, messages, csv))
        return false;
    gp_csv_start_at(memory, 0, messages, csv);
    return true;
}

const char *gp_csv_text(const struct gp_csv *csv, size_t row, size_t column) {
    assert(row < csv->row_count);
    return gp_texts_get(csv->texts, gp_csv_number(csv, row, column));
}

void gp_csv_put(struct gp_csv *csv, size_t row, size_t column, const char *text) {
    struct gp_row *found = &csv->rows[row];
    uint32_t number = gp_texts_put(csv->texts, text, strlen(text));
    assert(row < csv->row_count && column < found->count);
    if (found->packed != NULL && gp_packed_put(found->packed, column, number))
        return;
    if (found->packed != NULL) {
        uint32_t *cells = gp_alloc(csv->memory, found->count, sizeof *cells);
        for (size_t i = 0; i < found->count; i++)
            cells[i] = gp_packed_number(found->packed, i);
        found->cells = cells;
        found->packed = NULL;
    }
    found->cells[column] = number;
}

size_t gp_csv_first_text(const struct gp_csv *csv, size_t column) {
    size_t row = 0;
    while (row < csv->row_count && gp_csv_number(csv, row, column) == 0)
        row++;
    return row;
}

bool gp_csv_says(const struct gp_csv *csv, size_t column) {
    for (size_t row = 1; row < csv->row_count; row++)
        if (gp_csv_number(csv, row, column) != 0)
            return true;
    return false;
}

struct gp_at gp_csv_at(const struct gp_csv *csv, size_t row, size_t column) {
    assert(row < csv->row_count);
    const struct gp_row *found = &csv->rows[row];
    struct gp_place place = {found->line, (uint32_t)(column + 1)};
    if (found->places != NULL && column < found->count)
        place = found->places[column];
    else if (found->places != NULL)
        place.line = found->places[found->count].line;
    return (struct gp_at){csv->file, place.line, place.column};
}
