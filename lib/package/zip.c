// A zip file in memory: for each part a local header and its deflated bytes, then the directory.
// No dates, so that the same parts make the same bytes: the library asks for 1 January 1980.
#define ZLIB_CONST // what zlib reads is const
#include "package/cell_store.h"
#include "package/cells.h"
#include "package/package.h"
#include "package/room.h"
#include "package/scratch.h"
#include "package/shared_texts.h"
#include "package/tags.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/zip.h>
#include <zlib.h>

enum {
    LEVEL = 1,       // libdeflate's: a seventh larger than zlib's 6, in a fraction of its time
    LARGE_LEVEL = 4, // zlib's, of parts that are packed while they come
    LONGEST_NAME = 64,
    MOST_PARTS = 4096, // a workbook of 1,000 sheets with a chart each
    MOST_KEPT = 64,    // parts that may be the same in the next package
    LARGEST_KEPT = 32 * 1024,
    LARGE = 2 << 20 // a part that is packed while it comes, by zlib: libdeflate takes parts whole
};

// Numbers of the format: signatures, the version that knows deflate, the first day it can name.
enum {
    LOCAL = 0x04034B50,
    CENTRAL = 0x02014B50,
    END = 0x06054B50,
    VERSION = 20,
    FIRST_DAY = 1 << 5 | 1,
    LOCAL_SIZE = 30,
    CHECKSUM_AT = 14 // in the local header; the two lengths follow
};

struct block {
    char *bytes;
    size_t length, capacity;
};

struct part {
    char name[LONGEST_NAME];
    uint32_t checksum;
    size_t packed, plain, offset; // that they fit is seen at its end
};

// A part as it was, and what became of it.
struct kept {
    char name[LONGEST_NAME];
    struct block plain, packed;
    uint32_t checksum;
};

// The package that is being made; the blocks are used again for the next one.
static struct {
    bool finished;
    size_t streams;        // that the library had asked for when this was begun
    struct block bytes;    // what is done
    struct block current;  // the part being written, as it is, where it comes bit by bit
    struct gp_bytes plain; // all of it, where that stands
    struct block scratch;  // where it is packed
    bool large;            // the part being written is packed while it comes
    z_stream stream;
    struct part *parts;
    size_t part_count, part_capacity;
    struct kept kept[MOST_KEPT];
    size_t kept_count;
    struct libdeflate_compressor *compressor;
} package;

static void reserve(struct block *block, size_t more) {
    enum { FIRST = 64 * 1024 };
    block->bytes = gp_room(block->bytes, &block->capacity, FIRST, block->length + more);
}

static void add(struct block *block, const void *bytes, size_t count) {
    if (count == 0)
        return;
    reserve(block, count);
    memcpy(block->bytes + block->length, bytes, count);
    block->length += count;
}

// A number of so many bytes, the lowest first.
static void add_number(struct block *block, uint32_t number, size_t size) {
    char bytes[4];
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(number >> 8 * i & 0xFF);
    add(block, bytes, size);
}

const char *gp_package_begin(struct gp_memory *memory, const char *scratch) {
    (void)memory;
    (void)scratch;
    package.finished = false;
    package.streams = gp_scratch_count();
    package.bytes.length = package.current.length = 0;
    package.part_count = 0;
    gp_cells_begin();
    gp_tags_begin();
    return "workbook in memory";
}

bool gp_package_uses_scratch(void) {
    return false;
}

bool gp_package_take(struct gp_memory *memory, struct gp_bytes *bytes, const char **why) {
    (void)memory;
    if (!package.finished || package.streams == gp_scratch_count()) {
        *why = "this libxlsxwriter makes its packages in another way; build with PACKAGE=minizip";
        return false;
    }
    *bytes = (struct gp_bytes){package.bytes.bytes, package.bytes.length};
    return true;
}

static struct part *current_part(void) {
    return &package.parts[package.part_count];
}

static void shrink(struct block *block) {
    if (block->capacity <= LARGE)
        return;
    free(block->bytes);
    *block = (struct block){NULL, 0, 0};
}

void gp_package_drop(void) {
    shrink(&package.bytes);
    shrink(&package.current);
    shrink(&package.scratch);
    gp_stored_cells_shrink();
    gp_shared_texts_drop();
}

zipFile zipOpen(const char *pathname, int append) {
    (void)pathname;
    (void)append;
    package.finished = false;
    package.bytes.length = 0;
    package.part_count = 0;
    return &package;
}

int zipOpenNewFileInZip4_64(zipFile file, const char *filename, const zip_fileinfo *zipfi,
                            const void *extrafield_local, uInt size_extrafield_local,
                            const void *extrafield_global, uInt size_extrafield_global,
                            const char *comment, int method, int level, int raw, int windowBits,
                            int memLevel, int strategy, const char *password, uLong crcForCrypting,
                            uLong versionMadeBy, uLong flagBase, int zip64) {
    (void)file, (void)zipfi, (void)extrafield_local, (void)extrafield_global, (void)comment;
    (void)level, (void)windowBits, (void)memLevel, (void)strategy, (void)crcForCrypting;
    (void)versionMadeBy, (void)flagBase, (void)zip64;
    // Nothing else is asked for; if it ever is, it is not made wrong in silence.
    if (method != Z_DEFLATED || raw != 0 || password != NULL || size_extrafield_local != 0 ||
        size_extrafield_global != 0 || strlen(filename) >= LONGEST_NAME ||
        package.part_count == MOST_PARTS)
        return ZIP_PARAMERROR;
    if (package.part_count == package.part_capacity) {
        package.part_capacity = package.part_capacity == 0 ? 64 : 2 * package.part_capacity;
        package.parts = realloc(package.parts, package.part_capacity * sizeof *package.parts);
        if (package.parts == NULL)
            gp_memory_exhausted();
    }
    struct part *part = current_part();
    *part = (struct part){.checksum = 0};
    memcpy(part->name, filename, strlen(filename) + 1);
    package.current.length = 0;
    gp_scratch_pass();
    return ZIP_OK;
}

// What both headers of a part have.
static void add_facts(const struct part *part) {
    struct block *bytes = &package.bytes;
    add_number(bytes, 0, 2); // flags
    add_number(bytes, Z_DEFLATED, 2);
    add_number(bytes, 0, 2); // midnight
    add_number(bytes, FIRST_DAY, 2);
    add_number(bytes, part->checksum, 4);
    add_number(bytes, (uint32_t)part->packed, 4);
    add_number(bytes, (uint32_t)part->plain, 4);
    add_number(bytes, (uint32_t)strlen(part->name), 2);
    add_number(bytes, 0, 2); // no extra field
}

static void add_local_header(struct part *part) {
    part->offset = package.bytes.length;
    add_number(&package.bytes, LOCAL, 4);
    add_number(&package.bytes, VERSION, 2);
    add_facts(part);
    add(&package.bytes, part->name, strlen(part->name));
}

// Packs bytes of a large part; none and Z_FINISH are its end.
static void pack_some(const void *bytes, size_t count, int flush) {
    enum { ROOM = 64 * 1024 };
    struct part *part = current_part();
    z_stream *stream = &package.stream;
    stream->next_in = (const Bytef *)bytes;
    stream->avail_in = (uInt)count;
    part->plain += count;
    part->checksum = libdeflate_crc32(part->checksum, bytes, count);
    do {
        reserve(&package.bytes, ROOM);
        stream->next_out = (Bytef *)package.bytes.bytes + package.bytes.length;
        stream->avail_out = ROOM;
        int result = deflate(stream, flush);
        assert(result != Z_STREAM_ERROR);
        (void)result;
        size_t made = ROOM - stream->avail_out;
        package.bytes.length += made;
        part->packed += made;
    } while (stream->avail_out == 0);
}

static void begin_large(void) {
    package.stream = (z_stream){.zalloc = Z_NULL};
    if (deflateInit2(&package.stream, LARGE_LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        gp_memory_exhausted();
    package.large = true;
    add_local_header(current_part());
    pack_some(package.current.bytes, package.current.length, Z_NO_FLUSH);
    package.current.length = 0;
}

int zipWriteInFileInZip(zipFile file, const void *buf, unsigned len) {
    (void)file;
    if (!package.large && package.current.length + len > LARGE)
        begin_large();
    if (package.large)
        pack_some(buf, len, Z_NO_FLUSH);
    else
        add(&package.current, buf, len);
    return ZIP_OK;
}

// Its header is there already, and is told how it came out.
static void end_large(void) {
    struct part *part = current_part();
    pack_some("", 0, Z_FINISH);
    deflateEnd(&package.stream);
    package.large = false;
    size_t end = package.bytes.length;
    package.bytes.length = part->offset + CHECKSUM_AT;
    add_number(&package.bytes, part->checksum, 4);
    add_number(&package.bytes, (uint32_t)part->packed, 4);
    add_number(&package.bytes, (uint32_t)part->plain, 4);
    package.bytes.length = end;
}

static void deflate_plain(void) {
    struct block *scratch = &package.scratch;
    if (package.compressor == NULL)
        package.compressor = libdeflate_alloc_compressor(LEVEL);
    if (package.compressor == NULL)
        gp_memory_exhausted();
    scratch->length = 0;
    reserve(scratch, libdeflate_deflate_compress_bound(package.compressor, package.plain.length));
    scratch->length =
        libdeflate_deflate_compress(package.compressor, package.plain.data, package.plain.length,
                                    scratch->bytes, scratch->capacity);
    assert(scratch->length > 0); // there is room for the worst there can be
}

static struct kept *find_kept(const char *name) {
    for (size_t i = 0; i < package.kept_count; i++)
        if (strcmp(package.kept[i].name, name) == 0)
            return &package.kept[i];
    return NULL;
}

static void copy_block(struct block *to, const void *bytes, size_t length) {
    to->length = 0;
    add(to, bytes, length);
}

static bool is_same(const struct kept *kept) {
    return kept->plain.length == package.plain.length && kept->plain.length > 0 &&
           memcmp(kept->plain.bytes, package.plain.data, kept->plain.length) == 0;
}

// Packs the part; one that is as it was in the last package is not packed again.
static const struct block *pack(struct part *part) {
    struct kept *kept = find_kept(part->name);
    if (kept != NULL && is_same(kept)) {
        part->checksum = kept->checksum;
        return &kept->packed;
    }
    part->checksum = libdeflate_crc32(0, package.plain.data, package.plain.length);
    deflate_plain();
    if (package.plain.length > LARGEST_KEPT || (kept == NULL && package.kept_count == MOST_KEPT))
        return &package.scratch;
    if (kept == NULL)
        kept = &package.kept[package.kept_count++];
    memcpy(kept->name, part->name, sizeof kept->name);
    kept->checksum = part->checksum;
    copy_block(&kept->plain, package.plain.data, package.plain.length);
    copy_block(&kept->packed, package.scratch.bytes, package.scratch.length);
    return &package.scratch;
}

static void end_small(void) {
    struct part *part = current_part();
    const struct block *packed = pack(part);
    part->plain = package.plain.length;
    part->packed = packed->length;
    add_local_header(part);
    add(&package.bytes, packed->bytes, packed->length);
    package.current.length = 0;
}

int zipCloseFileInZip(zipFile file) {
    (void)file;
    struct part *part = current_part();
    package.plain = gp_scratch_passed();
    if (package.plain.data == NULL)
        package.plain = (struct gp_bytes){package.current.bytes, package.current.length};
    else if (package.large || package.current.length > 0)
        return ZIP_INTERNALERROR; // of a part that is not one stream, and is never made
    if (package.large)
        end_large();
    else
        end_small();
    package.part_count++;
    bool fits = part->plain <= UINT32_MAX && package.bytes.length <= UINT32_MAX;
    return fits ? ZIP_OK : ZIP_INTERNALERROR;
}

static void add_directory_entry(const struct part *part) {
    add_number(&package.bytes, CENTRAL, 4);
    add_number(&package.bytes, VERSION, 2); // made by
    add_number(&package.bytes, VERSION, 2); // needed
    add_facts(part);
    add_number(&package.bytes, 0, 2); // no comment
    add_number(&package.bytes, 0, 2); // the first disk
    add_number(&package.bytes, 0, 2); // attributes, of the program
    add_number(&package.bytes, 0, 4); // and of the system
    add_number(&package.bytes, (uint32_t)part->offset, 4);
    add(&package.bytes, part->name, strlen(part->name));
}

int zipClose(zipFile file, const char *global_comment) {
    (void)file;
    (void)global_comment;
    struct block *bytes = &package.bytes;
    size_t start = bytes->length;
    for (size_t i = 0; i < package.part_count; i++)
        add_directory_entry(&package.parts[i]);
    if (bytes->length > UINT32_MAX)
        return ZIP_INTERNALERROR;
    size_t size = bytes->length - start;
    add_number(bytes, END, 4);
    add_number(bytes, 0, 4); // this disk is the first, as is that of the directory
    add_number(bytes, (uint32_t)package.part_count, 2);
    add_number(bytes, (uint32_t)package.part_count, 2);
    add_number(bytes, (uint32_t)size, 4);
    add_number(bytes, (uint32_t)start, 4);
    add_number(bytes, 0, 2); // no comment
    package.finished = true;
    return ZIP_OK;
}
