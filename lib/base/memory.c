#define _GNU_SOURCE // mremap
#include "base/memory.h"

#include "base/print.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// Blocks are cut off the newest chunk, one behind the other. (An obstack would do the same, but its
// macros count from a null pointer, which the sanitizers rightly stop at.)
struct chunk {
    struct chunk *before;
    size_t size, used; // of `bytes`
    max_align_t bytes[];
};

struct gp_memory {
    struct chunk *newest;
    struct chunk *large; // the newest of those that are one block each
};

// A block of MAPPED bytes or more is pages of the system: they are zero already, so that what is
// not used yet takes no memory, and they are moved, not copied, when the block grows. From
// LARGE_PAGES on they may be large ones, so that there is a fault for every 512.
enum { CHUNK_BYTES = 64 * 1024 - 64, MAPPED = 1 << 20, LARGE_PAGES = 4 << 20 };

static void (*on_exhausted)(void);

void gp_memory_on_exhausted(void (*handler)(void)) {
    on_exhausted = handler;
}

void gp_memory_exhausted(void) {
    if (on_exhausted != NULL)
        on_exhausted();
    abort();
}

static void *check(void *block) {
    if (block == NULL)
        gp_memory_exhausted();
    return block;
}

static bool is_mapped(size_t bytes) {
#ifdef GP_SANITIZED
    return (void)bytes, false; // the sanitizer knows of what its own heap gives
#else
    return bytes >= MAPPED;
#endif
}

static void *use_large_pages(void *pages, size_t bytes) {
    if (bytes >= LARGE_PAGES)
        madvise(pages, bytes, MADV_HUGEPAGE); // where there are none, nothing changes
    return pages;
}

static void *map(size_t bytes) {
    void *pages = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return use_large_pages(check(pages == MAP_FAILED ? NULL : pages), bytes);
}

static void *map_wider(void *pages, size_t bytes, size_t wider) {
    void *moved = mremap(pages, bytes, wider, MREMAP_MAYMOVE);
    return use_large_pages(check(moved == MAP_FAILED ? NULL : moved), wider);
}

struct gp_memory *gp_memory_open(void) {
    return check(calloc(1, sizeof(struct gp_memory)));
}

static void free_chunk(struct chunk *chunk) {
    size_t bytes = sizeof *chunk + chunk->size;
    if (is_mapped(bytes))
        munmap(chunk, bytes);
    else
        free(chunk);
}

static void free_chunks(struct chunk *chunk) {
    while (chunk != NULL) {
        struct chunk *before = chunk->before;
        free_chunk(chunk);
        chunk = before;
    }
}

void gp_memory_close(struct gp_memory *memory) {
    if (memory == NULL)
        return;
    free_chunks(memory->newest);
    free_chunks(memory->large);
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

// A block with a chunk to itself.
static void *alloc_large(struct gp_memory *memory, size_t bytes) {
    size_t all = sizeof(struct chunk) + bytes;
    struct chunk *chunk = is_mapped(all) ? map(all) : check(calloc(1, all));
    *chunk = (struct chunk){.before = memory->large, .size = bytes};
    memory->large = chunk;
    return chunk->bytes;
}

void *gp_alloc(struct gp_memory *memory, size_t count, size_t size) {
    size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX / 2)
        bytes = PTRDIFF_MAX / 2; // more than there can be: check() reports it
    bytes = rounded(bytes);
    if (bytes > CHUNK_BYTES)
        return alloc_large(memory, bytes);
    if (room(memory) < bytes) {
        struct chunk *chunk = check(malloc(sizeof *chunk + CHUNK_BYTES));
        *chunk = (struct chunk){.before = memory->newest, .size = CHUNK_BYTES};
        memory->newest = chunk;
    }
    void *block = (char *)memory->newest->bytes + memory->newest->used;
    memory->newest->used += bytes;
    return memset(block, 0, bytes);
}

// Where the chunk of a large block hangs.
static struct chunk **find_large(struct gp_memory *memory, const void *block) {
    struct chunk **at = &memory->large;
    while ((*at)->bytes != block)
        at = &(*at)->before;
    return at;
}

static void *widen_large(struct gp_memory *memory, const void *block, size_t bytes) {
    struct chunk **at = find_large(memory, block);
    size_t before = sizeof **at + (*at)->size;
    *at = map_wider(*at, before, sizeof **at + bytes);
    (*at)->size = bytes;
    return (*at)->bytes;
}

// Gives a large block back; others stay until all is closed.
static void free_large(struct gp_memory *memory, const void *block) {
    struct chunk **at = find_large(memory, block), *chunk = *at;
    *at = chunk->before;
    free_chunk(chunk);
}

void *gp_grow(struct gp_memory *memory, void *items, size_t count, size_t *capacity, size_t size) {
    assert(count <= *capacity);
    if (count < *capacity)
        return items;
    size_t bytes = rounded(count * size);
    *capacity = *capacity == 0 ? 8 : *capacity * 2;
    if (is_mapped(sizeof(struct chunk) + bytes))
        return widen_large(memory, items, rounded(*capacity * size));
    void *copy = gp_alloc(memory, *capacity, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    if (bytes > CHUNK_BYTES)
        free_large(memory, items);
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
    size_t left = room(memory), length = 0;
    char *text = left == 0 ? NULL : (char *)memory->newest->bytes + memory->newest->used;
    va_copy(again, arguments);
    bool plain = gp_print_plain(text, left, &length, format, again);
    va_end(again);
    if (!plain) {
        va_copy(again, arguments);
        int needed = vsnprintf(text, left, format, again);
        va_end(again);
        assert(needed >= 0);
        length = (size_t)needed;
    }
    if (rounded(length) <= left) {
        memory->newest->used += rounded(length);
        return text;
    }
    text = gp_alloc(memory, length + 1, 1);
    vsnprintf(text, length + 1, format, arguments);
    return text;
}

char *gp_print(struct gp_memory *memory, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = gp_vprint(memory, format, arguments);
    va_end(arguments);
    return text;
}
