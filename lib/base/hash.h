// hash.h - SHA-256, by which an output says what it was made from.
#ifndef GP_BASE_HASH_H
#define GP_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>

enum { GP_HASH_TEXT = 65 }; // 64 hexadecimal digits and a NUL

// The SHA-256 of `length` bytes as lower-case hexadecimal digits.
void gp_hash(const void *bytes, size_t length, char text[GP_HASH_TEXT]);
// The same of a file, which does not have to fit into memory. False with `*why` if it cannot be
// read.
bool gp_hash_file(const char *path, char text[GP_HASH_TEXT], const char **why);

#endif
