#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

static void digest(struct sha256_ctx *context, char text[GP_HASH_TEXT]) {
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 0xF];
    }
    text[GP_HASH_TEXT - 1] = '\0';
}

void gp_hash(const void *bytes, size_t length, char text[GP_HASH_TEXT]) {
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, length, bytes);
    digest(&context, text);
}

static bool update_with(struct sha256_ctx *context, int file) {
    uint8_t piece[16 * 1024];
    for (ssize_t got = 0; (got = read(file, piece, sizeof piece)) != 0;) {
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0)
            sha256_update(context, (size_t)got, piece);
    }
    return true;
}

bool gp_hash_file(const char *path, char text[GP_HASH_TEXT], const char **why) {
    struct sha256_ctx context;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    sha256_init(&context);
    bool good = file >= 0 && update_with(&context, file);
    if (!good)
        *why = strerror(errno);
    if (file >= 0)
        close(file);
    if (good)
        digest(&context, text);
    return good;
}
