// piece.h - a piece of XML on its way to one of the library's streams. Private to lib/package.
#ifndef GP_PACKAGE_PIECE_H
#define GP_PACKAGE_PIECE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct gp_piece {
    FILE *file;
    size_t length;
    char bytes[512];
};

static inline void gp_piece_begin(struct gp_piece *piece, FILE *file) {
    piece->file = file;
    piece->length = 0;
}

// What was added stands in the file then.
void gp_piece_flush(struct gp_piece *piece);

// Adds what there is no room for.
void gp_piece_add_long(struct gp_piece *piece, const char *bytes, size_t count);

// Adds bytes as they are.
static inline void gp_piece_add(struct gp_piece *piece, const char *bytes, size_t count) {
    if (count > sizeof piece->bytes - piece->length) {
        gp_piece_add_long(piece, bytes, count);
        return;
    }
    memcpy(piece->bytes + piece->length, bytes, count);
    piece->length += count;
}
#define GP_PIECE_ADD(piece, literal) gp_piece_add((piece), (literal), sizeof(literal) - 1)

// Adds a text, with entities in place of signs that mean something in XML.
void gp_piece_add_text(struct gp_piece *piece, const char *text);

void gp_piece_add_whole(struct gp_piece *piece, int64_t number);

// Adds the shortest text that reads back as the number, for whole numbers and thousandths of up to
// fifteen digits, which nearly all are; sixteen digits, as the library writes them, for the others.
void gp_piece_add_number(struct gp_piece *piece, double number);

// Adds the name of a cell: "B7" for 6, 1.
void gp_piece_add_cell(struct gp_piece *piece, uint32_t row, uint32_t column);

#endif
