#include "package/stash.h"

#include "base/memory.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { FASTEST = 1 };

struct gp_stashed {
    char *packed;
    size_t length;
};

// What all pieces are packed and read by. The one that was read last stays unpacked: reading goes
// from the start to the end.
static struct {
    struct libdeflate_compressor *compressor;
    struct libdeflate_decompressor *decompressor;
    char *packed; // room for the worst there can be
    size_t bound;
    char *plain;
    const char *unpacked; // whose bytes are in `plain`
} tools;

static void *not_null(void *given) {
    if (given == NULL)
        gp_memory_exhausted();
    return given;
}

static void open_tools(void) {
    if (tools.compressor != NULL)
        return;
    tools.compressor = not_null(libdeflate_alloc_compressor(FASTEST));
    tools.decompressor = not_null(libdeflate_alloc_decompressor());
    tools.bound = libdeflate_deflate_compress_bound(tools.compressor, GP_STASH_PIECE);
    tools.packed = not_null(malloc(tools.bound));
    tools.plain = not_null(malloc(GP_STASH_PIECE));
}

void gp_stash_add(struct gp_stash *pieces, const char *bytes) {
    open_tools();
    if (pieces->count == pieces->capacity) {
        pieces->capacity = pieces->capacity == 0 ? 16 : 2 * pieces->capacity;
        pieces->items = not_null(realloc(pieces->items, pieces->capacity * sizeof *pieces->items));
    }
    size_t length = libdeflate_deflate_compress(tools.compressor, bytes, GP_STASH_PIECE,
                                                tools.packed, tools.bound);
    assert(length > 0); // there is room for the worst there can be
    struct gp_stashed *piece = &pieces->items[pieces->count++];
    *piece = (struct gp_stashed){.packed = not_null(malloc(length)), .length = length};
    memcpy(piece->packed, tools.packed, length);
}

static void unpack(const struct gp_stashed *piece) {
    if (tools.unpacked == piece->packed)
        return;
    enum libdeflate_result result = libdeflate_deflate_decompress(
        tools.decompressor, piece->packed, piece->length, tools.plain, GP_STASH_PIECE, NULL);
    if (result != LIBDEFLATE_SUCCESS)
        abort(); // what was packed here cannot be read here: the memory is broken
    tools.unpacked = piece->packed;
}

size_t gp_stash_read(const struct gp_stash *pieces, size_t at, char *bytes, size_t count) {
    assert(at / GP_STASH_PIECE < pieces->count);
    size_t within = at % GP_STASH_PIECE, left = GP_STASH_PIECE - within,
           take = count < left ? count : left;
    unpack(&pieces->items[at / GP_STASH_PIECE]);
    memcpy(bytes, tools.plain + within, take);
    return take;
}

void gp_stash_drop(struct gp_stash *pieces) {
    for (size_t i = 0; i < pieces->count; i++)
        free(pieces->items[i].packed);
    free(pieces->items);
    *pieces = (struct gp_stash){NULL, 0, 0};
    tools.unpacked = NULL; // its address may be given to another
}
