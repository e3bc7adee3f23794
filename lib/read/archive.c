#include "read/archive.h"

#include <string.h>

#include <minizip/unzip.h>

enum { PIECE = 64 * 1024, LONGEST_NAME = 256, ENCRYPTED = 1, ANY_CASE = 2 };

// The bytes as a file that minizip reads.
struct stream {
    struct gp_bytes bytes;
    uint64_t at;
};

struct gp_archive {
    struct gp_memory *memory;
    struct gp_messages *messages;
    const char *file;
    struct stream stream;
    unzFile zip;
};

static void *open_stream(void *opaque, const void *name __attribute__((unused)),
                         int mode __attribute__((unused))) {
    return opaque;
}

static uLong read_stream(void *opaque __attribute__((unused)), void *file, void *into,
                         uLong wanted) {
    struct stream *stream = file;
    uint64_t left = stream->bytes.length - stream->at;
    uint64_t length = wanted < left ? wanted : left;
    memcpy(into, stream->bytes.data + stream->at, length);
    stream->at += length;
    return (uLong)length;
}

static ZPOS64_T tell_stream(void *opaque __attribute__((unused)), void *file) {
    const struct stream *stream = file;
    return stream->at;
}

// Unsigned sums wrap: an offset too large lands outside, too, and is refused.
static long seek_stream(void *opaque __attribute__((unused)), void *file, ZPOS64_T offset,
                        int origin) {
    struct stream *stream = file;
    uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? stream->at
                    : origin == ZLIB_FILEFUNC_SEEK_END ? stream->bytes.length
                                                       : 0;
    if (from + offset > stream->bytes.length)
        return -1;
    stream->at = from + offset;
    return 0;
}

static int close_stream(void *opaque __attribute__((unused)), void *file __attribute__((unused))) {
    return 0;
}

static int stream_error(void *opaque __attribute__((unused)), void *file __attribute__((unused))) {
    return 0;
}

static struct gp_at whole_file(const struct gp_archive *archive) {
    return (struct gp_at){archive->file, 0, 0};
}

bool gp_archive_damaged(const struct gp_archive *archive, const char *what) {
    return gp_error(archive->messages, whole_file(archive),
                    "this workbook is damaged: %s; save it anew as .xlsx or CSV", what);
}

// Holds what the directory says of an entry to the caps.
static bool check_entry(const struct gp_archive *archive, const unz_file_info64 *info,
                        const char *name, uint64_t *total) {
    const char *quoted = gp_quoted(archive->memory, name);
    if (info->flag & ENCRYPTED)
        return gp_error(archive->messages, whole_file(archive),
                        "this file is encrypted; take the password off and save it as .xlsx or "
                        "CSV");
    if (info->uncompressed_size > GP_LARGEST_ENTRY)
        return gp_error(archive->messages, whole_file(archive),
                        "its part %s has more than %u MiB; save the one sheet as CSV", quoted,
                        (unsigned)(GP_LARGEST_ENTRY >> 20));
    if (info->uncompressed_size > GP_RATIO_FREE &&
        info->compressed_size < info->uncompressed_size / GP_MOST_RATIO)
        return gp_error(archive->messages, whole_file(archive),
                        "its part %s grows to more than %d times its packed size, as in a zip "
                        "bomb; save the one sheet as CSV",
                        quoted, GP_MOST_RATIO);
    *total += info->uncompressed_size;
    if (*total > GP_LARGEST_ARCHIVE)
        return gp_error(archive->messages, whole_file(archive),
                        "its parts have more than %u MiB together; save the one sheet as CSV",
                        (unsigned)(GP_LARGEST_ARCHIVE >> 20));
    return true;
}

static bool check_directory(struct gp_archive *archive) {
    unz_global_info64 all;
    uint64_t total = 0;
    if (unzGetGlobalInfo64(archive->zip, &all) != UNZ_OK)
        return gp_archive_damaged(archive, "its directory cannot be read");
    if (all.number_entry > GP_MOST_ENTRIES)
        return gp_error(archive->messages, whole_file(archive),
                        "it has more than %d parts; save the one sheet as CSV", GP_MOST_ENTRIES);
    int next = unzGoToFirstFile(archive->zip);
    for (; next == UNZ_OK; next = unzGoToNextFile(archive->zip)) {
        char name[LONGEST_NAME] = "";
        unz_file_info64 info;
        if (unzGetCurrentFileInfo64(archive->zip, &info, name, sizeof name - 1, NULL, 0, NULL, 0) !=
            UNZ_OK)
            break;
        if (!check_entry(archive, &info, name, &total))
            return false;
    }
    return next == UNZ_END_OF_LIST_OF_FILE ||
           gp_archive_damaged(archive, "its directory is cut short");
}

struct gp_archive *gp_archive_open(struct gp_memory *memory, const struct gp_source *source,
                                   struct gp_messages *messages) {
    struct gp_archive *archive = gp_alloc(memory, 1, sizeof *archive);
    *archive = (struct gp_archive){
        .memory = memory, .messages = messages, .file = source->name, .stream = {source->bytes, 0}};
    zlib_filefunc64_def calls = {.zopen64_file = open_stream,
                                 .zread_file = read_stream,
                                 .ztell64_file = tell_stream,
                                 .zseek64_file = seek_stream,
                                 .zclose_file = close_stream,
                                 .zerror_file = stream_error,
                                 .opaque = &archive->stream};
    archive->zip = unzOpen2_64("", &calls);
    if (archive->zip == NULL) {
        gp_archive_damaged(archive, "its directory is missing, as when a download was cut off");
        return NULL;
    }
    if (check_directory(archive))
        return archive;
    unzClose(archive->zip);
    return NULL;
}

void gp_archive_close(struct gp_archive *archive) {
    unzClose(archive->zip);
}

bool gp_archive_has(struct gp_archive *archive, const char *name) {
    return unzLocateFile(archive->zip, name, ANY_CASE) == UNZ_OK;
}

// Inflates the open part into the reader; what is wrong with the part in `*what`.
static bool inflate_into(struct gp_archive *archive, struct gp_xml *xml, const char **what) {
    char piece[PIECE];
    int got = 0;
    while ((got = unzReadCurrentFile(archive->zip, piece, PIECE)) >= 0) {
        if (!gp_xml_feed(xml, piece, (size_t)got, got == 0)) {
            *what = gp_xml_why(xml);
            return false;
        }
        if (got == 0)
            return true;
    }
    *what = "it does not unpack";
    return false;
}

bool gp_archive_read(struct gp_archive *archive, const char *name, const struct gp_xml_calls *calls,
                     void *data) {
    const char *what = NULL;
    struct gp_xml *xml = gp_xml_open(archive->memory, calls, data);
    bool good = false;
    if (!gp_archive_has(archive, name))
        what = "it is missing";
    else if (unzOpenCurrentFile(archive->zip) != UNZ_OK)
        what = "its header is wrong, or it is packed in a way that is not known";
    else {
        good = inflate_into(archive, xml, &what);
        // The checksum is compared when the part is closed after its end.
        if (unzCloseCurrentFile(archive->zip) != UNZ_OK && good) {
            what = "its checksum is wrong";
            good = false;
        }
    }
    if (what != NULL)
        gp_archive_damaged(archive, gp_print(archive->memory, "part %s: %s",
                                             gp_quoted(archive->memory, name), what));
    gp_xml_close(xml);
    return good;
}
