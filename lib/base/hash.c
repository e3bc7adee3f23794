#include "base/hash.h"

#include <stdint.h>
#include <sys/types.h>

#include <sha256.h>

void gp_hash(const void *bytes, size_t length, char text[GP_HASH_TEXT]) {
    SHA256Data(bytes, length, text);
}
