#include "write/package.h"

#include <stdio.h>
#include <string.h>

#include <minizip/unzip.h>

enum { PIECE = 64 * 1024, LONGEST_NAME = 256, TAIL = 32, END_RECORD = 22 };

// The last bytes of a part, as far as it has been read.
struct tail {
    char bytes[TAIL + 1];
    size_t length;
};

static void keep_tail(struct tail *tail, const char *piece, size_t length) {
    size_t take = length < TAIL ? length : TAIL;
    size_t keep = tail->length + take > TAIL ? TAIL - take : tail->length;
    memmove(tail->bytes, tail->bytes + tail->length - keep, keep);
    memcpy(tail->bytes + keep, piece + length - take, take);
    tail->length = keep + take;
    tail->bytes[tail->length] = '\0';
}

static bool ends_with(const struct tail *tail, const char *end) {
    size_t length = strlen(end);
    return tail->length >= length && strcmp(tail->bytes + tail->length - length, end) == 0;
}

// Inflates the part the package is at, to its end; false when it is damaged.
static bool inflate_part(unzFile package, char *piece, struct tail *tail) {
    *tail = (struct tail){.length = 0};
    if (unzOpenCurrentFile(package) != UNZ_OK)
        return false;
    int got = 0;
    while ((got = unzReadCurrentFile(package, piece, PIECE)) > 0)
        keep_tail(tail, piece, (size_t)got);
    // The checksum is compared when the part is closed.
    return unzCloseCurrentFile(package) == UNZ_OK && got == 0;
}

static bool part_whole(unzFile package, char *piece, size_t *sheets) {
    char name[LONGEST_NAME] = "";
    unz_file_info info;
    struct tail tail;
    if (unzGetCurrentFileInfo(package, &info, name, sizeof name - 1, NULL, 0, NULL, 0) != UNZ_OK ||
        !inflate_part(package, piece, &tail))
        return false;
    while (tail.length > 0 && tail.bytes[tail.length - 1] == '\n')
        tail.bytes[--tail.length] = '\0';
    if (strncmp(name, "xl/worksheets/sheet", strlen("xl/worksheets/sheet")) == 0) {
        ++*sheets;
        return ends_with(&tail, "</worksheet>");
    }
    return ends_with(&tail, ">");
}

// Whether the file ends where its end record does: minizip does not mind a few bytes less.
static bool ends_with_its_record(const char *path) {
    char record[END_RECORD];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    bool good = fseek(file, -END_RECORD, SEEK_END) == 0 &&
                fread(record, 1, END_RECORD, file) == END_RECORD &&
                memcmp(record, "PK\5\6", 4) == 0;
    return fclose(file) == 0 && good;
}

bool gp_package_whole(const char *path, size_t sheets, const char **why) {
    static const char damaged[] = "it was cut short on its way to the disk; is a disk full?";
    char piece[PIECE];
    size_t found = 0;
    unzFile package = unzOpen(path);
    bool good = package != NULL;
    int next = good ? unzGoToFirstFile(package) : UNZ_ERRNO;
    for (; good && next == UNZ_OK; next = unzGoToNextFile(package))
        good = part_whole(package, piece, &found);
    if (package != NULL)
        unzClose(package);
    good = good && ends_with_its_record(path) && next == UNZ_END_OF_LIST_OF_FILE && found == sheets;
    if (!good)
        *why = damaged;
    return good;
}
