// The allocator of the whole program: mimalloc, but that it never comes back without memory.
//
// Libraries do not look each time whether they were given some: libxlsxwriter writes a formula's
// text as 0 then, and says that all went well. A program's own malloc() comes before that of the C
// library, for its libraries too, and for strdup() and its like. (Aligned blocks, which nothing
// here asks for, are mimalloc's own.) The sanitizer has an allocator of its own; valgrind is told
// of this one by --soname-synonyms=somalloc=NONE.
#include "ending.h"

#include <stddef.h>

#ifndef GP_SANITIZED

#include <mimalloc.h>

// Their names for the linker are the C library's.
void *own_malloc(size_t size) __asm__("malloc");
void *own_calloc(size_t count, size_t size) __asm__("calloc");
void *own_realloc(void *block, size_t size) __asm__("realloc");
void own_free(void *block) __asm__("free");

static void *given(void *block) {
    if (block == NULL)
        ending_without_memory();
    return block;
}

void *own_malloc(size_t size) {
    return given(mi_malloc(size));
}

void *own_calloc(size_t count, size_t size) {
    return given(mi_calloc(count, size));
}

void *own_realloc(void *block, size_t size) {
    return given(mi_realloc(block, size));
}

void own_free(void *block) {
    mi_free(block);
}

#endif
