// delimiter.h - the sign between the fields of a table in text.
#ifndef GP_READ_DELIMITER_H
#define GP_READ_DELIMITER_H

#include "base/file.h"

#include <stdbool.h>

// The sign of comma, semicolon, tab and pipe that stands equally often, at least once, outside
// quotes in the most of the first 20 records that are not blank; of several the one that stands
// there more often, then the first of these four. Comma where there is none of them.
char gp_delimiter_find(struct gp_bytes text);

// Bytes of a first line "sep=;", its line break among them, which spreadsheets write and read to
// say the sign; 0 where there is none, and `*delimiter` is untouched.
size_t gp_delimiter_line(struct gp_bytes text, char *delimiter);

// A sign by its name (comma, semicolon, tab, pipe) or as itself: one character of ASCII that is no
// letter, digit, blank, quote, point or hyphen.
bool gp_delimiter_parse(const char *text, char *delimiter);

// "comma", "tab", ...; of a sign without a name itself, in `memory`.
const char *gp_delimiter_word(struct gp_memory *memory, char delimiter);

// The number of the field, from 1, in which the byte at `offset` stands.
size_t gp_delimiter_field(struct gp_bytes text, size_t offset, char delimiter);

#endif
