// deflate.c - the floor under a workbook: deflates members once with libdeflate.
//
// deflate FILE LEVEL...: FILE holds members, each with its length in front as 8 bytes, the lowest
// first. Prints a line a level: the level, seconds, bytes in and bytes out.
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static unsigned char *read_whole(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        return NULL;
    long end = ftell(file);
    if (end <= 0)
        return NULL;
    rewind(file);
    *size = (size_t)end;
    unsigned char *bytes = malloc(*size);
    if (bytes != NULL && fread(bytes, 1, *size, file) != *size)
        return NULL;
    fclose(file);
    return bytes;
}

static size_t next_length(const unsigned char *at) {
    uint64_t length = 0;
    for (int i = 7; i >= 0; i--)
        length = length << 8 | at[i];
    return (size_t)length;
}

static int deflate_all(const unsigned char *bytes, size_t size, unsigned char *room, int level) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
    if (compressor == NULL)
        return 3;
    size_t in = 0, out = 0;
    double start = now();
    for (size_t at = 0; at + 8 <= size;) {
        size_t length = next_length(bytes + at);
        at += 8;
        if (length > size - at)
            return 1;
        libdeflate_crc32(0, bytes + at, length);
        out += libdeflate_deflate_compress(compressor, bytes + at, length, room, 2 * size + 4096);
        in += length;
        at += length;
    }
    printf("%d %.6f %zu %zu\n", level, now() - start, in, out);
    libdeflate_free_compressor(compressor);
    return 0;
}

int main(int argc, char **argv) {
    size_t size = 0;
    unsigned char *bytes = argc > 2 ? read_whole(argv[1], &size) : NULL;
    unsigned char *room = bytes == NULL ? NULL : malloc(2 * size + 4096);
    if (room == NULL) {
        fputs("Usage: deflate FILE LEVEL...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++)
        if (deflate_all(bytes, size, room, (int)strtol(argv[i], NULL, 10)) != 0)
            return 3;
    free(room);
    free(bytes);
    return 0;
}
