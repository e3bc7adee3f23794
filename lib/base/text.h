// text.h - UTF-8 texts: folded keys by which names meet, display width, and the nearest name.
#ifndef GP_BASE_TEXT_H
#define GP_BASE_TEXT_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// Bytes of the first character of `text`, its code point in `*code`; 1 and a `*code` of -1 where
// the bytes are not UTF-8, 0 at the end of the text.
size_t gp_text_character(const char *text, int32_t *code);

// Whether a code point shows as itself in a terminal and a cell: no control, format, surrogate,
// private or unassigned character.
bool gp_text_printable(int32_t code);

// The text on one line, with a blank for every character that does not show as itself: what would
// move a terminal's cursor, turn the direction of writing, or hide.
const char *gp_text_shown(struct gp_memory *memory, const char *text);

// The text as one word of a command line for a shell: as it is where that reads nothing else into
// it, else between single quotes. The text means itself whatever stands in it.
const char *gp_shell_word(struct gp_memory *memory, const char *text);

// The offset of the first byte of `bytes` that is not valid UTF-8, or is NUL; `length` if none.
size_t gp_text_first_fault(const char *bytes, size_t length);

// The line breaks in so many bytes: LF, CR, or CR and LF together as one.
uint32_t gp_text_breaks(const char *bytes, size_t length);

// The key under which two spellings of a name are the same name: NFKC, case folded, letters,
// digits and marks only, "&" read as "and". Empty for a text with none of these.
const char *gp_text_key(struct gp_memory *memory, const char *text);

// Whether eight bytes are ASCII characters that show, spaces among them: most texts are no more.
static inline bool gp_eight_shown(const char *bytes) {
    const uint64_t each = 0x0101010101010101, high = 0x80 * each;
    uint64_t word = 0;
    memcpy(&word, bytes, sizeof word);
    return ((word | (word - ' ' * each) | (word + each)) & high) == 0;
}

// Columns a terminal or a spreadsheet cell needs to show `text`: wide characters count 2.
unsigned gp_text_width(const char *text);

// Like strcmp on the folded keys of both; equal keys are ordered by their bytes. A total order.
int gp_text_compare(const char *key, const char *text, const char *other_key, const char *other);

// The index of the text among `names` nearest to `text` by edit distance on the folded keys, ties
// to the first; `count` where none is near enough (half the letters) to be worth suggesting.
size_t gp_text_nearest(const char *text, const char *const *names, size_t count);
// The same of texts that are folded keys already. Texts longer than 200 bytes are not compared.
size_t gp_text_nearest_key(const char *key, const char *const *keys, size_t count);

// The end of a regular noun for so many: "" for one, else "s".
const char *gp_plural(size_t count);

#endif
