#include "base/charset.h"

#include "base/text.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

static const char utf8[] = "UTF-8", windows[] = "Windows-1252";

// What stands in front of a text to say its encoding; the longer before those they start with.
static const struct {
    const char *bytes;
    size_t length;
    const char *encoding;
} marks[] = {
    {"\xEF\xBB\xBF", 3, utf8},   {"\xFF\xFE\0\0", 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, "UTF-32BE"},
    {"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"},
};

// One text on its way.
struct decoding {
    struct gp_memory *memory;
    struct gp_messages *messages;
    const char *file;
    struct gp_bytes bytes; // behind the mark
    struct gp_decoded result;
};

// The name by which iconv knows an encoding. What stands behind a slash is an instruction to it,
// and no name is the environment's encoding.
static const char *name_for_iconv(const char *name) {
    if (strcasecmp(name, "MacRoman") == 0)
        return "MACINTOSH";
    return strchr(name, '/') != NULL || name[0] == '\0' ? "no encoding" : name;
}

static iconv_t open_converter(const char *name) {
    return iconv_open(utf8, name_for_iconv(name));
}

bool gp_charset_known(const char *name) {
    if (name[0] == '\0')
        return true;
    iconv_t converter = open_converter(name);
    if (converter == (iconv_t)-1)
        return false;
    iconv_close(converter);
    return true;
}

// Whether the text is UTF-16 with the high byte of each character at offset `high` of its two: one
// byte in eight or more is NUL there and none at the other, and a line breaks at a whole character.
static bool has_nul_pattern(struct gp_bytes bytes, size_t high) {
    // Of a survey's export the first line alone may have 100,000 bytes.
    enum { LOOKED_AT = 1 << 20, ENOUGH = 8 };
    size_t length = bytes.length < LOOKED_AT ? bytes.length : LOOKED_AT, nuls = 0;
    bool breaks = false;
    if (length == 0 || memchr(bytes.data, '\0', length) == NULL)
        return false;
    for (size_t i = 0; i + 1 < length; i += 2) {
        char low = bytes.data[i + 1 - high];
        if (low == '\0')
            return false;
        nuls += bytes.data[i + high] == '\0';
        breaks = breaks || (bytes.data[i + high] == '\0' && (low == '\n' || low == '\r'));
    }
    return breaks && nuls >= length / 2 / ENOUGH;
}

static size_t find_mark(struct gp_bytes bytes, const char **encoding) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (bytes.length >= marks[i].length &&
            memcmp(bytes.data, marks[i].bytes, marks[i].length) == 0) {
            *encoding = marks[i].encoding;
            return marks[i].length;
        }
    return 0;
}

// Whether a text that is not UTF-8 is rather a damaged one: its characters beyond ASCII that are
// UTF-8 outnumber the bytes that are not.
static bool is_damaged(struct gp_bytes bytes) {
    size_t good = 0, bad = 0, at = 0;
    while (at < bytes.length) {
        size_t fault = gp_text_first_fault(bytes.data + at, bytes.length - at);
        for (size_t i = at; i < at + fault; i++)
            good += ((unsigned char)bytes.data[i] & 0xC0) == 0xC0;
        at += fault + 1;
        bad += at <= bytes.length;
    }
    return good > bad;
}

static struct gp_at place_behind(const struct decoding *decoding, const char *text, size_t length) {
    return (struct gp_at){decoding->file, 1 + gp_text_breaks(text, length), 0};
}

static bool refuse_not_utf8(const struct decoding *decoding, size_t fault, const char *advice) {
    return gp_error(decoding->messages, place_behind(decoding, decoding->bytes.data, fault),
                    "byte 0x%02X is not UTF-8%s",
                    (unsigned)(unsigned char)decoding->bytes.data[fault], advice);
}

static bool check_nul(const struct decoding *decoding) {
    struct gp_bytes text = decoding->result.text;
    size_t fault = gp_text_first_fault(text.data, text.length);
    if (fault == text.length)
        return true;
    return gp_error(decoding->messages, place_behind(decoding, text.data, fault),
                    "a NUL stands here, which no text has; save the file as CSV UTF-8");
}

// The bytes of one unit of the encoding: "byte 0xE9 is", "bytes 0x00 0xD8 are".
static const char *unit_text(const struct decoding *decoding, size_t at) {
    const char *encoding = decoding->result.encoding, *text = "";
    size_t unit = strncasecmp(encoding, "UTF-16", 6) == 0   ? 2
                  : strncasecmp(encoding, "UTF-32", 6) == 0 ? 4
                                                            : 1;
    for (size_t i = at; i < at + unit && i < decoding->bytes.length; i++)
        text = gp_print(decoding->memory, "%s 0x%02X", text,
                        (unsigned)(unsigned char)decoding->bytes.data[i]);
    return gp_print(decoding->memory, unit == 1 ? "byte%s is" : "bytes%s are", text);
}

// `text` is what came out before the fault.
static bool refuse_unit(const struct decoding *decoding, struct gp_bytes text, size_t at,
                        bool ended) {
    const char *encoding = decoding->result.encoding;
    struct gp_at place = place_behind(decoding, text.data, text.length);
    if (ended)
        return gp_error(decoding->messages, place,
                        "the file ends inside a character of %s: it was cut off; save or copy it "
                        "anew",
                        encoding);
    const char *unit = unit_text(decoding, at);
    if (decoding->result.guessed)
        return gp_error(decoding->messages, place,
                        "%s neither UTF-8 nor %s; save the file as CSV UTF-8, or name its encoding "
                        "with --encoding",
                        unit, encoding);
    return gp_error(decoding->messages, place,
                    "%s no character of %s; save the file as CSV UTF-8, or name its encoding with "
                    "--encoding",
                    unit, encoding);
}

static bool convert_all(struct decoding *decoding, iconv_t converter) {
    struct gp_bytes bytes = decoding->bytes;
    size_t left = bytes.length, room = bytes.length + bytes.length / 2 + 64, used = 0;
    // iconv asks for bytes it may write to, and writes to none.
    char *from = gp_copy(decoding->memory, bytes.data, bytes.length);
    char *text = gp_alloc(decoding->memory, room + 1, 1);
    bool flushed = false;
    while (!flushed) {
        char *to = text + used;
        size_t space = room - used;
        bool last = left == 0;
        size_t done = iconv(converter, last ? NULL : &from, last ? NULL : &left, &to, &space);
        used = room - space;
        flushed = last && done != (size_t)-1;
        if (done != (size_t)-1)
            continue;
        if (errno != E2BIG)
            return refuse_unit(decoding, (struct gp_bytes){text, used}, bytes.length - left,
                               errno == EINVAL);
        char *wider = gp_alloc(decoding->memory, 2 * room + 1, 1);
        memcpy(wider, text, used);
        text = wider;
        room *= 2;
    }
    decoding->result.text = (struct gp_bytes){text, used};
    return true;
}

static bool convert(struct decoding *decoding) {
    iconv_t converter = open_converter(decoding->result.encoding);
    if (converter == (iconv_t)-1)
        return gp_error(decoding->messages, (struct gp_at){decoding->file, 0, 0},
                        "no encoding is called %s; iconv -l lists those there are",
                        gp_quoted(decoding->memory, decoding->result.encoding));
    bool good = convert_all(decoding, converter);
    iconv_close(converter);
    if (!good)
        return false;
    // A mark that was no sign of the encoding, as of one of several bytes that is given by name.
    struct gp_bytes *text = &decoding->result.text;
    if (text->length >= 3 && memcmp(text->data, marks[0].bytes, 3) == 0) {
        *text = (struct gp_bytes){text->data + 3, text->length - 3};
        decoding->result.marked = true;
    }
    return check_nul(decoding);
}

static bool guess_windows(struct decoding *decoding, size_t fault) {
    if (is_damaged(decoding->bytes))
        return refuse_not_utf8(decoding, fault,
                               ", though most of the file is; mend it, or name its encoding with "
                               "--encoding");
    decoding->result.encoding = windows;
    decoding->result.guessed = true;
    size_t first = 0;
    while ((unsigned char)decoding->bytes.data[first] < 0x80)
        first++;
    decoding->result.first = first;
    decoding->result.byte = (unsigned char)decoding->bytes.data[first];
    return convert(decoding);
}

// What is UTF-8 stays where it is.
static bool take_utf8(struct decoding *decoding, bool certain) {
    struct gp_bytes bytes = decoding->bytes;
    size_t fault = gp_text_first_fault(bytes.data, bytes.length);
    decoding->result.encoding = utf8;
    decoding->result.text = bytes;
    if (fault == bytes.length)
        return true;
    if (bytes.data[fault] == '\0')
        return check_nul(decoding);
    if (certain)
        return refuse_not_utf8(decoding, fault, "; save the file as CSV UTF-8");
    return guess_windows(decoding, fault);
}

bool gp_charset_decode(struct gp_memory *memory, const char *file, const char *encoding,
                       struct gp_bytes bytes, struct gp_messages *messages,
                       struct gp_decoded *decoded) {
    struct decoding decoding = {memory, messages, file, bytes, {.encoding = NULL}};
    const char *found = encoding == NULL || encoding[0] == '\0' ? NULL : encoding;
    size_t mark = find_mark(bytes, &found);
    decoding.result.marked = mark > 0;
    decoding.bytes = (struct gp_bytes){bytes.data + mark, bytes.length - mark};
    if (found == NULL && has_nul_pattern(bytes, 1))
        found = "UTF-16LE";
    else if (found == NULL && has_nul_pattern(bytes, 0))
        found = "UTF-16BE";
    decoding.result.encoding = found;
    bool good = found == NULL || strcmp(found, utf8) == 0 ? take_utf8(&decoding, found != NULL)
                                                          : convert(&decoding);
    if (good)
        *decoded = decoding.result;
    return good;
}
