// How many rows and cells a sheet was asked to hold: what the finished workbook is held to.
#include "write/book_private.h"

enum { BITS = 64 };

static void clear(struct gp_counted_row *row) {
    for (size_t i = 0; i < row->word_count; i++)
        row->words[i] = 0;
    row->there = false;
}

static struct gp_counted_row *row_of(struct gp_sheet *sheet, size_t row) {
    struct gp_memory *memory = sheet->book->memory;
    // A long sheet never comes back to a row.
    if (sheet->in_order) {
        if (sheet->counted_row != row && sheet->counted_count > 0)
            clear(&sheet->counted[0]);
        sheet->counted_row = row;
        row = 0;
    }
    while (sheet->counted_count <= row) {
        sheet->counted = gp_grow(memory, sheet->counted, sheet->counted_count,
                                 &sheet->counted_capacity, sizeof *sheet->counted);
        sheet->counted[sheet->counted_count++] = (struct gp_counted_row){NULL, 0, false};
    }
    return &sheet->counted[row];
}

static void widen(struct gp_memory *memory, struct gp_counted_row *row, size_t word_count) {
    uint64_t *words = gp_alloc(memory, word_count, sizeof *words);
    for (size_t i = 0; i < row->word_count; i++)
        words[i] = row->words[i];
    row->words = words;
    row->word_count = word_count;
}

static struct gp_counted_row *count_row(struct gp_sheet *sheet, size_t row) {
    struct gp_counted_row *counted = row_of(sheet, row);
    sheet->size.rows += !counted->there;
    counted->there = true;
    return counted;
}

void gp_book_count_row(struct gp_sheet *sheet, size_t row) {
    count_row(sheet, row);
}

void gp_book_count(struct gp_sheet *sheet, size_t row, size_t column) {
    struct gp_counted_row *counted = count_row(sheet, row);
    if (column / BITS >= counted->word_count)
        widen(sheet->book->memory, counted, column / BITS + 1);
    uint64_t *word = &counted->words[column / BITS], bit = (uint64_t)1 << column % BITS;
    sheet->size.cells += (*word & bit) == 0;
    *word |= bit;
}
