// stash.h - bytes that are too many to stand in memory as they are: a heat map of 10,000 people is
// 90 MB of XML, which is packed to a twelfth piece by piece, and unpacked again where it is read.
// Private to lib/package.
#ifndef GP_PACKAGE_STASH_H
#define GP_PACKAGE_STASH_H

#include <stddef.h>

// All pieces are of one size.
enum { GP_STASH_PIECE = 1 << 18 };

struct gp_stashed;
// Zero is no pieces.
struct gp_stash {
    struct gp_stashed *items;
    size_t count, capacity;
};

// Adds GP_STASH_PIECE bytes.
void gp_stash_add(struct gp_stash *pieces, const char *bytes);
// Copies up to `count` bytes from `at`, which is within the pieces, to `bytes`; at least one, and
// none beyond the piece it begins in. How many comes back.
size_t gp_stash_read(const struct gp_stash *pieces, size_t at, char *bytes, size_t count);
void gp_stash_drop(struct gp_stash *pieces);

#endif
