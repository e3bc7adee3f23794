// pieces.h - bytes that are too many to stand in memory as they are: a heat map of 10,000 people is
// 90 MB of XML, which is packed to a twelfth piece by piece, and unpacked again where it is read.
// Private to lib/package.
#ifndef GP_PACKAGE_PIECES_H
#define GP_PACKAGE_PIECES_H

#include <stddef.h>

// All pieces are of one size.
enum { GP_PIECE = 1 << 20 };

struct gp_piece;
// Zero is no pieces.
struct gp_pieces {
    struct gp_piece *items;
    size_t count, capacity;
};

// Adds GP_PIECE bytes.
void gp_pieces_add(struct gp_pieces *pieces, const char *bytes);
// Copies up to `count` bytes from `at`, which is within the pieces, to `bytes`; at least one, and
// none beyond the piece it begins in. How many comes back.
size_t gp_pieces_read(const struct gp_pieces *pieces, size_t at, char *bytes, size_t count);
void gp_pieces_drop(struct gp_pieces *pieces);

#endif
