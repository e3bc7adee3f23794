#define ZLIB_CONST // what zlib reads is const
#include "package/verify.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

// Numbers of the zip format: signatures, sizes of records without what varies, places in them.
enum {
    LOCAL = 0x04034B50,
    CENTRAL = 0x02014B50,
    END = 0x06054B50,
    LOCAL_SIZE = 30,
    CENTRAL_SIZE = 46,
    END_SIZE = 22,
    DEFLATED = 8,
    LARGE = 2 << 20, // a part that is not inflated whole
    LONGEST_END = 32 // of what a part is asked to end with, and a line break
};

// A package while it is read; `at` is where in its directory.
struct reading {
    const unsigned char *bytes;
    size_t length, at;
    size_t expected;       // where the next part must begin: there is nothing between them
    char end[LONGEST_END]; // what the part ends with
    size_t end_length;
    struct gp_sheet_size size;          // of the part so far
    size_t sheets;                      // so far
    const struct gp_sheet_size *wanted; // of each sheet, or NULL
    size_t sheet_count;
};

// What parts are inflated with and to, used again for the next package: a new one takes as much
// time as a tenth of its parts.
static struct {
    struct libdeflate_decompressor *decompressor;
    char *plain;
    size_t capacity;
} inflated;

struct part {
    const char *name;
    size_t name_length, packed_length, plain_length, offset;
    uint32_t checksum;
    const unsigned char *packed;
};

static uint32_t number_at(const struct reading *reading, size_t at, size_t size) {
    uint32_t number = 0;
    for (size_t i = 0; i < size; i++)
        number |= (uint32_t)reading->bytes[at + i] << 8 * i;
    return number;
}

static bool has(const struct reading *reading, size_t at, size_t size) {
    return at <= reading->length && size <= reading->length - at;
}

// The entry of the directory, and where its part lies.
static bool read_entry(struct reading *reading, struct part *part) {
    size_t at = reading->at;
    if (!has(reading, at, CENTRAL_SIZE) || number_at(reading, at, 4) != CENTRAL ||
        number_at(reading, at + 10, 2) != DEFLATED)
        return false;
    part->checksum = number_at(reading, at + 16, 4);
    part->packed_length = number_at(reading, at + 20, 4);
    part->plain_length = number_at(reading, at + 24, 4);
    part->name_length = number_at(reading, at + 28, 2);
    size_t extra = number_at(reading, at + 30, 2) + number_at(reading, at + 32, 2);
    part->offset = number_at(reading, at + 42, 4);
    part->name = (const char *)reading->bytes + at + CENTRAL_SIZE;
    reading->at = at + CENTRAL_SIZE + part->name_length + extra;
    return has(reading, at, CENTRAL_SIZE + part->name_length + extra);
}

static bool find_part(struct reading *reading, struct part *part) {
    size_t at = part->offset;
    if (at != reading->expected || !has(reading, at, LOCAL_SIZE) ||
        number_at(reading, at, 4) != LOCAL)
        return false;
    size_t start =
        at + LOCAL_SIZE + number_at(reading, at + 26, 2) + number_at(reading, at + 28, 2);
    if (!has(reading, start, part->packed_length))
        return false;
    part->packed = reading->bytes + start;
    reading->expected = start + part->packed_length;
    return true;
}

static void make_room(size_t bytes) {
    if (inflated.decompressor == NULL)
        inflated.decompressor = libdeflate_alloc_decompressor();
    if (bytes > inflated.capacity) {
        free(inflated.plain);
        inflated.plain = malloc(bytes);
        inflated.capacity = bytes;
    }
    if (inflated.decompressor == NULL || (inflated.plain == NULL && bytes > 0))
        gp_memory_exhausted();
}

// Remembers the end of the part so far, of which these bytes are the last.
static void take_end(struct reading *reading, const char *bytes, size_t count) {
    if (count > LONGEST_END) {
        bytes += count - LONGEST_END;
        count = LONGEST_END;
    }
    size_t most = LONGEST_END - count;
    size_t stays = reading->end_length < most ? reading->end_length : most;
    memmove(reading->end, reading->end + reading->end_length - stays, stays);
    memcpy(reading->end + stays, bytes, count);
    reading->end_length = stays + count;
}

static const char cell_tag[] = "<c ", row_tag[] = "<row ";
enum { CELL_TAG = sizeof cell_tag - 1, ROW_TAG = sizeof row_tag - 1 };

// Sixteen bytes side by side; what is true of one is 255 there, and else 0.
typedef unsigned char lanes __attribute__((vector_size(16)));
enum { LANES = sizeof(lanes) };

static lanes load(const char *bytes) {
    lanes loaded;
    memcpy(&loaded, bytes, sizeof loaded);
    return loaded;
}

static size_t sum(lanes counts) {
    size_t all = 0;
    for (size_t i = 0; i < LANES; i++)
        all += counts[i];
    return all;
}

// The rows and cells that start in so many blocks of LANES bytes, behind which ROW_TAG more follow.
static void count_lanes(struct gp_sheet_size *size, const char *bytes, size_t blocks) {
    lanes rows = {0}, cells = {0};
    for (size_t i = 0; i < blocks; i++, bytes += LANES) {
        lanes open = (lanes)(load(bytes) == '<');
        lanes first = load(bytes + 1), second = load(bytes + 2);
        // Taking 255 away is adding 1.
        cells -= open & (lanes)(first == 'c') & (lanes)(second == ' ');
        rows -= open & (lanes)(first == 'r') & (lanes)(second == 'o') &
                (lanes)(load(bytes + 3) == 'w') & (lanes)(load(bytes + 4) == ' ');
    }
    size->cells += sum(cells);
    size->rows += sum(rows);
}

static void count_rest(struct gp_sheet_size *size, const char *bytes, size_t count) {
    for (const char *at = bytes, *end = bytes + count; at < end; at++) {
        size_t left = (size_t)(end - at);
        size->cells += left >= CELL_TAG && memcmp(at, cell_tag, CELL_TAG) == 0;
        size->rows += left >= ROW_TAG && memcmp(at, row_tag, ROW_TAG) == 0;
    }
}

// The rows and cells that start in these bytes.
static void count_tags(struct gp_sheet_size *size, const char *bytes, size_t count) {
    enum { MOST_BLOCKS = 255 }; // a lane counts no further
    while (count >= LANES + ROW_TAG) {
        size_t blocks = (count - ROW_TAG) / LANES;
        if (blocks > MOST_BLOCKS)
            blocks = MOST_BLOCKS;
        count_lanes(size, bytes, blocks);
        bytes += blocks * LANES;
        count -= blocks * LANES;
    }
    count_rest(size, bytes, count);
}

// Whether a tag starts in the bytes taken so far, and ends in these.
static bool tag_across(const struct reading *reading, const char *bytes, size_t count,
                       const char *tag, size_t length) {
    for (size_t before = 1; before < length; before++)
        if (before <= reading->end_length && length - before <= count &&
            memcmp(reading->end + reading->end_length - before, tag, before) == 0 &&
            memcmp(bytes, tag + before, length - before) == 0)
            return true;
    return false;
}

// Takes bytes of the part, behind those before.
static void take_bytes(struct reading *reading, const char *bytes, size_t count) {
    reading->size.cells += tag_across(reading, bytes, count, cell_tag, CELL_TAG);
    reading->size.rows += tag_across(reading, bytes, count, row_tag, ROW_TAG);
    count_tags(&reading->size, bytes, count);
    take_end(reading, bytes, count);
}

static bool inflate_small(struct reading *reading, const struct part *part) {
    make_room(part->plain_length);
    // Without a place for how much came of it, it must be just as much as is said.
    if (libdeflate_deflate_decompress(inflated.decompressor, part->packed, part->packed_length,
                                      inflated.plain, part->plain_length,
                                      NULL) != LIBDEFLATE_SUCCESS ||
        libdeflate_crc32(0, inflated.plain, part->plain_length) != part->checksum)
        return false;
    take_bytes(reading, inflated.plain, part->plain_length);
    return true;
}

// Piece by piece; what zlib says of the last one comes back.
static int inflate_pieces(struct reading *reading, z_stream *stream, size_t *length,
                          uint32_t *checksum) {
    int result = Z_OK;
    while (result == Z_OK) {
        stream->next_out = (Bytef *)inflated.plain;
        stream->avail_out = (uInt)inflated.capacity;
        result = inflate(stream, Z_NO_FLUSH);
        size_t made = inflated.capacity - stream->avail_out;
        *length += made;
        *checksum = libdeflate_crc32(*checksum, inflated.plain, made);
        take_bytes(reading, inflated.plain, made);
    }
    return result;
}

static bool inflate_large(struct reading *reading, const struct part *part) {
    enum { PIECE = 256 * 1024 };
    z_stream stream = {.next_in = part->packed, .avail_in = (uInt)part->packed_length};
    size_t length = 0;
    uint32_t checksum = 0;
    make_room(PIECE);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        gp_memory_exhausted();
    bool ended = inflate_pieces(reading, &stream, &length, &checksum) == Z_STREAM_END;
    bool whole = ended && stream.avail_in == 0 && length == part->plain_length;
    inflateEnd(&stream);
    return whole && checksum == part->checksum;
}

static bool inflate_part(struct reading *reading, const struct part *part) {
    reading->end_length = 0;
    reading->size = (struct gp_sheet_size){0, 0};
    return part->plain_length > LARGE ? inflate_large(reading, part) : inflate_small(reading, part);
}

static bool ends_with(const struct reading *reading, const char *end) {
    size_t length = reading->end_length, tail = strlen(end);
    while (length > 0 && reading->end[length - 1] == '\n')
        length--;
    return length >= tail && memcmp(reading->end + length - tail, end, tail) == 0;
}

// "xl/worksheets/sheet12.xml" is 12; 0 is no sheet.
static size_t sheet_number(const struct part *part) {
    static const char start[] = "xl/worksheets/sheet";
    size_t at = strlen(start), number = 0;
    if (part->name_length < at || memcmp(part->name, start, at) != 0)
        return 0;
    for (; at < part->name_length && part->name[at] >= '0' && part->name[at] <= '9'; at++)
        number = 10 * number + (size_t)(part->name[at] - '0');
    return number;
}

static bool has_size(const struct reading *reading, size_t sheet) {
    const struct gp_sheet_size *wanted = &reading->wanted[sheet];
    return reading->size.rows == wanted->rows && reading->size.cells == wanted->cells;
}

static bool part_whole(struct reading *reading) {
    struct part part;
    if (!read_entry(reading, &part) || !find_part(reading, &part) || !inflate_part(reading, &part))
        return false;
    size_t sheet = sheet_number(&part);
    if (sheet == 0)
        return ends_with(reading, ">");
    reading->sheets++;
    return sheet <= reading->sheet_count && ends_with(reading, "</worksheet>") &&
           (reading->wanted == NULL || has_size(reading, sheet - 1));
}

// The parts one behind the other, then the directory, then its record.
static bool all_whole(struct reading *reading) {
    size_t record = reading->length - END_SIZE;
    if (reading->length < END_SIZE || number_at(reading, record, 4) != END)
        return false;
    size_t count = number_at(reading, record + 10, 2);
    size_t size = number_at(reading, record + 12, 4), start = number_at(reading, record + 16, 4);
    reading->at = start;
    if (start > record || size != record - start)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!part_whole(reading))
            return false;
    return reading->expected == start && reading->at == record;
}

bool gp_package_whole(struct gp_bytes package, const struct gp_sheet_size *sheets, size_t count,
                      const char **why) {
    struct reading reading = {.bytes = (const unsigned char *)package.data,
                              .length = package.length,
                              .wanted = sheets,
                              .sheet_count = count};
    bool good = all_whole(&reading) && reading.sheets == count;
    if (!good)
        *why = "it was cut short while it was made; is memory or a disk full?";
    return good;
}
