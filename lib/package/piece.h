// piece.h - a piece of XML, put together where it will stand: in the memory of one of the library's
// streams. Private to lib/package.
#ifndef GP_PACKAGE_PIECE_H
#define GP_PACKAGE_PIECE_H

#include "package/scratch.h"

#include <stdint.h>
#include <string.h>

struct gp_piece {
    FILE *file;
    char *bytes;
    size_t length, room;
};

enum { GP_PIECE_ROOM = 512 };

// Until it is flushed nothing else is written to the file.
static inline void gp_piece_begin(struct gp_piece *piece, FILE *file) {
    *piece = (struct gp_piece){file, gp_scratch_room(file, GP_PIECE_ROOM), 0, GP_PIECE_ROOM};
}

// Begins a piece that goes to no file and has no more than that room.
static inline void gp_piece_begin_in(struct gp_piece *piece, char *bytes, size_t room) {
    bytes[0] = '\0';
    *piece = (struct gp_piece){NULL, bytes, 0, room};
}

// What was added stands in the file then, and the piece is at its end.
static inline void gp_piece_flush(struct gp_piece *piece) {
    gp_scratch_advance(piece->file, piece->length);
}

// Adds what there is no room for.
void gp_piece_add_long(struct gp_piece *piece, const char *bytes, size_t count);

// Adds bytes as they are.
static inline void gp_piece_add(struct gp_piece *piece, const char *bytes, size_t count) {
    if (count > piece->room - piece->length) {
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
