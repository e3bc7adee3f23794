// The allocator of the whole program: the system's, but that it never comes back without memory.
//
// Libraries do not look each time whether they were given some: libxlsxwriter writes a formula's
// text as 0 then, and says that all went well. A program's own malloc() comes before that of the C
// library, for its libraries too. The sanitizer has an allocator of its own; valgrind is told of
// this one by --soname-synonyms=somalloc=NONE.
#include "ending.h"

#include <stddef.h>

#ifndef GP_SANITIZED

// Their names for the linker are the C library's.
void *own_malloc(size_t size) __asm__("malloc");
void *own_calloc(size_t count, size_t size) __asm__("calloc");
void *own_realloc(void *block, size_t size) __asm__("realloc");
void *system_malloc(size_t size) __asm__("__libc_malloc");
void *system_calloc(size_t count, size_t size) __asm__("__libc_calloc");
void *system_realloc(void *block, size_t size) __asm__("__libc_realloc");

static void *given(void *block) {
    if (block == NULL)
        ending_without_memory();
    return block;
}

void *own_malloc(size_t size) {
    return given(system_malloc(size));
}

void *own_calloc(size_t count, size_t size) {
    return given(system_calloc(count, size));
}

// Of no bytes it gives the block back, and nothing.
void *own_realloc(void *block, size_t size) {
    void *moved = system_realloc(block, size);
    return size == 0 ? moved : given(moved);
}

#endif
