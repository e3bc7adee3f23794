// memory.h - one memory for a run: everything allocated from it lives until it is closed.
//
// Nothing is freed singly, but for what gp_grow() has outgrown. A run has one memory for model,
// results and messages; each workbook has a short-lived one of its own for the texts of its cells.
#ifndef GP_BASE_MEMORY_H
#define GP_BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

struct gp_memory;

// Says what happens when the system has no memory left: `handler` is called and must not return.
// To be set once, before the first gp_memory_open().
void gp_memory_on_exhausted(void (*handler)(void));
// Does what running out does, for what a library of others could not allocate. Never returns.
_Noreturn void gp_memory_exhausted(void);

// A new, empty memory. Never fails: see gp_memory_on_exhausted(). Closed by its opener.
struct gp_memory *gp_memory_open(void);
void gp_memory_close(struct gp_memory *memory);

// `count` items of `size` bytes each, all zero. Aligned for any type. Never NULL.
void *gp_alloc(struct gp_memory *memory, size_t count, size_t size);

// Room for one more item behind the `count` items of `size` bytes at `items`: the same block while
// `*capacity` allows, else a copy of twice the capacity, and the old block may be gone. Give back
// what it returns.
void *gp_grow(struct gp_memory *memory, void *items, size_t count, size_t *capacity, size_t size);

// A NUL-terminated copy of `length` bytes.
char *gp_copy(struct gp_memory *memory, const char *bytes, size_t length);

// printf into a new string.
char *gp_print(struct gp_memory *memory, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *gp_vprint(struct gp_memory *memory, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
