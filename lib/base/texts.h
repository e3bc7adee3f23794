// texts.h - texts that come again and again, each kept once and known by a number.
//
// The cells of a table say few different things: as numbers they take little room, and what was
// once found out about a text is found again by its number.
#ifndef GP_BASE_TEXTS_H
#define GP_BASE_TEXTS_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

struct gp_texts;

// None but the empty text, which is number 0.
struct gp_texts *gp_texts_new(struct gp_memory *memory);

// The number of a text of `length` bytes, whatever they are: the one it has, else the next. The
// bytes are copied.
uint32_t gp_texts_put(struct gp_texts *texts, const char *bytes, size_t length);

// Whether a text is there; its number in `*number` if so.
bool gp_texts_find(const struct gp_texts *texts, const char *bytes, size_t length,
                   uint32_t *number);

// The text of a number, with a NUL behind it; it stays where it is as long as the memory.
const char *gp_texts_get(const struct gp_texts *texts, uint32_t number);

// How many texts there are: all numbers are below it.
size_t gp_texts_count(const struct gp_texts *texts);

#endif
