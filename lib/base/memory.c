#include "base/memory.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Blocks are cut off the newest chunk, one behind the other. (An obstack would do the same, but its
// macros count from a null pointer, which the sanitizers rightly stop at.)
struct chunk {
    struct chunk *before;
    size_t size, used; // of `bytes`
    max_align_t bytes[];
};

// A block that is too large for a chunk stands alone, so that it can grow without a copy of it
// staying behind.
struct large {
    struct large *before, *behind; // in the list of the memory
    max_align_t bytes[];
};

struct gp_memory {
    struct chunk *newest;
    struct large *larges;
};

enum { CHUNK_BYTES = 64 * 1024 - 64 };

static void (*on_exhausted)(void);

void gp_memory_on_exhausted(void (*handler)(void)) {
    on_exhausted = handler;
}

void gp_memory_exhausted(void) {
    if (on_exhausted != NULL)
        on_exhausted();
    abort();
}

static void *take(size_t bytes) {
    void *block = malloc(bytes);
    if (block == NULL)
        gp_memory_exhausted();
    return block;
}

struct gp_memory *gp_memory_open(void) {
    struct gp_memory *memory = take(sizeof *memory);
    *memory = (struct gp_memory){NULL, NULL};
    return memory;
}

void gp_memory_close(struct gp_memory *memory) {
    if (memory == NULL)
        return;
    for (struct chunk *chunk = memory->newest; chunk != NULL;) {
        struct chunk *before = chunk->before;
        free(chunk);
        chunk = before;
    }
    for (struct large *large = memory->larges; large != NULL;) {
        struct large *before = large->before;
        free(large);
        large = before;
    }
    free(memory);
}

static size_t rounded(size_t bytes) {
    const size_t unit = _Alignof(max_align_t);
    return (bytes + unit) / unit * unit;
}

// What is left of the newest chunk.
static size_t room(const struct gp_memory *memory) {
    const struct chunk *chunk = memory->newest;
    return chunk == NULL ? 0 : chunk->size - chunk->used;
}

static size_t bytes_of(size_t count, size_t size) {
    size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX / 2)
        bytes = PTRDIFF_MAX / 2; // more than there can be: malloc() finds out
    return rounded(bytes);
}

static void enlist(struct gp_memory *memory, struct large *large) {
    large->before = memory->larges;
    large->behind = NULL;
    if (memory->larges != NULL)
        memory->larges->behind = large;
    memory->larges = large;
}

static void delist(struct gp_memory *memory, const struct large *large) {
    if (large->before != NULL)
        large->before->behind = large->behind;
    if (large->behind != NULL)
        large->behind->before = large->before;
    else
        memory->larges = large->before;
}

static void *alloc_large(struct gp_memory *memory, size_t bytes) {
    struct large *large = calloc(1, sizeof *large + bytes);
    if (large == NULL)
        gp_memory_exhausted();
    enlist(memory, large);
    return large->bytes;
}

static void *grow_large(struct gp_memory *memory, void *block, size_t bytes, size_t wider) {
    struct large *large = (struct large *)((char *)block - offsetof(struct large, bytes));
    delist(memory, large);
    large = realloc(large, sizeof *large + wider);
    if (large == NULL)
        gp_memory_exhausted();
    enlist(memory, large);
    memset((char *)large->bytes + bytes, 0, wider - bytes);
    return large->bytes;
}

void *gp_alloc(struct gp_memory *memory, size_t count, size_t size) {
    size_t bytes = bytes_of(count, size);
    if (bytes > CHUNK_BYTES)
        return alloc_large(memory, bytes);
    if (room(memory) < bytes) {
        struct chunk *chunk = take(sizeof *chunk + CHUNK_BYTES);
        *chunk = (struct chunk){.before = memory->newest, .size = CHUNK_BYTES};
        memory->newest = chunk;
    }
    void *block = (char *)memory->newest->bytes + memory->newest->used;
    memory->newest->used += bytes;
    return memset(block, 0, bytes);
}

void *gp_grow(struct gp_memory *memory, void *items, size_t count, size_t *capacity, size_t size) {
    assert(count <= *capacity);
    if (count < *capacity)
        return items;
    size_t wider = *capacity == 0 ? 8 : *capacity * 2;
    size_t bytes = bytes_of(*capacity, size);
    *capacity = wider;
    if (bytes > CHUNK_BYTES)
        return grow_large(memory, items, bytes, bytes_of(wider, size));
    void *copy = gp_alloc(memory, wider, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

char *gp_copy(struct gp_memory *memory, const char *bytes, size_t length) {
    char *copy = gp_alloc(memory, length + 1, 1);
    memcpy(copy, bytes, length);
    return copy;
}

// Into what is left of the chunk first: then most texts are put together once, and not measured
// before.
char *gp_vprint(struct gp_memory *memory, const char *format, va_list arguments) {
    va_list again;
    size_t left = room(memory);
    char *text = left == 0 ? NULL : (char *)memory->newest->bytes + memory->newest->used;
    va_copy(again, arguments);
    int length = vsnprintf(text, left, format, again);
    va_end(again);
    assert(length >= 0);
    size_t bytes = rounded((size_t)length);
    if (bytes <= left) {
        memory->newest->used += bytes;
        return text;
    }
    text = gp_alloc(memory, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *gp_print(struct gp_memory *memory, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = gp_vprint(memory, format, arguments);
    va_end(arguments);
    return text;
}
