// What the library takes for temporary files. A stream keeps its bytes in a block of memory, which
// the next stream goes on with once this one is closed: a workbook has some 25 parts, and the next
// workbook has them again.
#define _GNU_SOURCE // fopencookie
#include "package/scratch.h"

#include "base/memory.h"
#include "package/room.h"
#include "package/stash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUFFER = 16 * 1024, LEAST = 64 * 1024 };

struct stream {
    struct gp_stash stash; // what comes before `bytes`, once there is much of it
    char *bytes;
    size_t length, capacity; // of `bytes`
    size_t at;               // of all
    char buffer[BUFFER];     // of stdio
    struct stream *next;     // of those at rest
};

static struct stream *at_rest;
static size_t asked_for;

size_t gp_scratch_count(void) {
    return asked_for;
}

static struct stream *wake(void) {
    struct stream *stream = at_rest;
    if (stream != NULL) {
        at_rest = stream->next;
        stream->length = stream->at = 0;
        return stream;
    }
    stream = calloc(1, sizeof *stream);
    if (stream == NULL)
        gp_memory_exhausted();
    return stream;
}

static size_t packed_away(const struct stream *stream) {
    return stream->stash.count * GP_STASH_PIECE;
}

// What fits into the piece that is being filled; it is packed away when it is full.
static size_t write_some(struct stream *stream, const char *bytes, size_t count) {
    size_t place = stream->at - packed_away(stream), left = GP_STASH_PIECE - place;
    size_t take = count < left ? count : left;
    stream->bytes = gp_room(stream->bytes, &stream->capacity, LEAST, place + take);
    memcpy(stream->bytes + place, bytes, take);
    stream->at += take;
    if (place + take > stream->length)
        stream->length = place + take;
    if (stream->length == GP_STASH_PIECE) {
        gp_stash_add(&stream->stash, stream->bytes);
        stream->length = 0;
    }
    return take;
}

// What is packed away is not written over: the library never does.
static ssize_t write_bytes(void *cookie, const char *bytes, size_t count) {
    struct stream *stream = cookie;
    if (stream->at < packed_away(stream))
        return 0;
    for (size_t done = 0; done < count;)
        done += write_some(stream, bytes + done, count - done);
    return (ssize_t)count;
}

static ssize_t read_bytes(void *cookie, char *bytes, size_t count) {
    struct stream *stream = cookie;
    size_t packed = packed_away(stream), take = 0;
    if (stream->at < packed) {
        take = gp_stash_read(&stream->stash, stream->at, bytes, count);
    } else {
        size_t place = stream->at - packed, left = stream->length - place;
        take = count < left ? count : left;
        if (take > 0)
            memcpy(bytes, stream->bytes + place, take);
    }
    stream->at += take;
    return (ssize_t)take;
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
    struct stream *stream = cookie;
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
    return file;
}
