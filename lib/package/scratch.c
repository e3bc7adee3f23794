// What the library takes for temporary files. A stream keeps its bytes in a block of memory, which
// the next stream goes on with once this one is closed: a workbook has some 25 parts, and the next
// workbook has them again.
#define _GNU_SOURCE // fopencookie
#include "package/scratch.h"

#include "base/memory.h"
#include "package/room.h"
#include "package/stash.h"

#include <assert.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

// Doubled twice, the least has room for a piece of a stash and for stdio's bytes behind it.
enum { BUFFER = 16 * 1024, LEAST = (GP_STASH_PIECE + BUFFER) / 4 };

struct stream {
    struct gp_stash stash; // what comes before `bytes`, once there is much of it
    char *bytes;
    size_t length, capacity; // of `bytes`
    size_t at;               // of all
    char buffer[BUFFER];     // of stdio
    FILE *file;
    struct stream *next; // of those that are open, or of those at rest
};

static struct stream *opened, *at_rest;
static struct stream *used; // the one that was written to last

// The stream whose bytes are taken where they are, not read.
static struct {
    bool wanted;
    struct gp_bytes bytes;
} passed;

static size_t asked_for;

size_t gp_scratch_count(void) {
    return asked_for;
}

static struct stream *wake(void) {
    struct stream *stream = at_rest;
    if (stream != NULL)
        at_rest = stream->next;
    else
        stream = calloc(1, sizeof *stream);
    if (stream == NULL)
        gp_memory_exhausted();
    stream->length = stream->at = 0;
    stream->next = opened;
    return opened = stream;
}

static struct stream *stream_of(const FILE *file) {
    if (used == NULL || used->file != file)
        for (used = opened; used->file != file;)
            used = used->next;
    return used;
}

static size_t packed_away(const struct stream *stream) {
    return stream->stash.count * GP_STASH_PIECE;
}

static char *make_room(struct stream *stream, size_t count) {
    stream->bytes = gp_room(stream->bytes, &stream->capacity, LEAST, stream->length + count);
    return stream->bytes + stream->length;
}

// So many more bytes are there; pieces that are full are packed away.
static void take(struct stream *stream, size_t count) {
    stream->length += count;
    stream->at += count;
    while (stream->length >= GP_STASH_PIECE) {
        gp_stash_add(&stream->stash, stream->bytes);
        stream->length -= GP_STASH_PIECE;
        memmove(stream->bytes, stream->bytes + GP_STASH_PIECE, stream->length);
    }
}

// Nothing is written over: the library never does.
static ssize_t write_bytes(void *cookie, const char *bytes, size_t count) {
    struct stream *stream = cookie;
    if (stream->at < packed_away(stream) + stream->length)
        return 0;
    memcpy(make_room(stream, count), bytes, count);
    take(stream, count);
    return (ssize_t)count;
}

char *gp_scratch_room(FILE *file, size_t count) {
    if (__fpending(file) > 0)
        fflush(file);
    return make_room(stream_of(file), count);
}

void gp_scratch_advance(FILE *file, size_t count) {
    struct stream *stream = stream_of(file);
    assert(stream->at == packed_away(stream) + stream->length);
    take(stream, count);
}

void gp_scratch_pass(void) {
    passed.wanted = true;
    passed.bytes = (struct gp_bytes){NULL, 0};
}

struct gp_bytes gp_scratch_passed(void) {
    struct gp_bytes bytes = passed.bytes;
    passed.wanted = false;
    passed.bytes = (struct gp_bytes){NULL, 0};
    return bytes;
}

static bool pass(struct stream *stream) {
    if (!passed.wanted || stream->at > 0 || stream->stash.count > 0)
        return false;
    passed.wanted = false;
    passed.bytes = (struct gp_bytes){stream->bytes, stream->length};
    stream->at = stream->length;
    return true;
}

static ssize_t read_bytes(void *cookie, char *bytes, size_t count) {
    struct stream *stream = cookie;
    if (pass(stream))
        return 0;
    size_t packed = packed_away(stream), got = 0;
    if (stream->at < packed) {
        got = gp_stash_read(&stream->stash, stream->at, bytes, count);
    } else {
        size_t place = stream->at - packed, left = stream->length - place;
        got = count < left ? count : left;
        if (got > 0)
            memcpy(bytes, stream->bytes + place, got);
    }
    stream->at += got;
    return (ssize_t)got;
}

// Only within what was written: the library goes back to the start, and asks where it is.
static int seek_to(void *cookie, off64_t *offset, int from) {
    struct stream *stream = cookie;
    size_t length = packed_away(stream) + stream->length;
    off64_t base = from == SEEK_SET ? 0 : from == SEEK_CUR ? (off64_t)stream->at : (off64_t)length;
    off64_t place = base + *offset;
    if (place < 0 || place > (off64_t)length)
        return -1;
    stream->at = (size_t)place;
    *offset = place;
    return 0;
}

static int rest(void *cookie) {
    struct stream *stream = cookie, **at = &opened;
    while (*at != stream)
        at = &(*at)->next;
    *at = stream->next;
    if (used == stream)
        used = NULL;
    gp_stash_drop(&stream->stash);
    stream->next = at_rest;
    at_rest = stream;
    return 0;
}

// Its name for the linker is the library's: there its parameter may be changed, and is not.
FILE *gp_scratch_open(const char *folder) __asm__("lxw_tmpfile");

FILE *gp_scratch_open(const char *folder) {
    (void)folder;
    struct stream *stream = wake();
    asked_for++;
    FILE *file =
        fopencookie(stream, "w+",
                    (cookie_io_functions_t){
                        .read = read_bytes, .write = write_bytes, .seek = seek_to, .close = rest});
    if (file == NULL)
        gp_memory_exhausted();
    setvbuf(file, stream->buffer, _IOFBF, sizeof stream->buffer);
    stream->file = file;
    return file;
}
