#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

size_t gp_text_character(const char *text, int32_t *code) {
    if (*text == '\0')
        return 0;
    utf8proc_int32_t found = -1;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text,
                                               (utf8proc_ssize_t)strnlen(text, 4), &found);
    *code = length > 0 ? found : -1;
    return length > 0 ? (size_t)length : 1;
}

bool gp_text_printable(int32_t code) {
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
        return false;
    default:
        return true;
    }
}

// Whether eight bytes are all ASCII and none is NUL: taking one from each borrows from the next,
// and sets a high bit, only where there is a NUL.
static bool plain_word(const char *bytes) {
    const uint64_t ones = 0x0101010101010101U, high_bits = 0x8080808080808080U;
    uint64_t word = 0;
    memcpy(&word, bytes, sizeof word);
    return ((word | (word - ones)) & high_bits) == 0;
}

size_t gp_text_first_fault(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        if (length - at >= sizeof(uint64_t) && plain_word(bytes + at)) {
            at += sizeof(uint64_t);
            continue;
        }
        unsigned char byte = (unsigned char)bytes[at];
        if (byte == 0)
            return at;
        if (byte < 0x80) {
            at++;
            continue;
        }
        utf8proc_int32_t code = 0;
        size_t left = length - at < 4 ? length - at : 4;
        utf8proc_ssize_t taken =
            utf8proc_iterate((const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)left, &code);
        if (taken <= 0)
            return at;
        at += (size_t)taken;
    }
    return at;
}

uint32_t gp_text_breaks(const char *bytes, size_t length) {
    uint32_t breaks = 0;
    for (size_t i = 0; i < length; i++)
        breaks +=
            bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n'));
    return breaks;
}

static bool belongs_to_key(int32_t code) {
    utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

// Room for a key of so many bytes, in which each "&" becomes "and".
static char *key_room(struct gp_memory *memory, const char *text, size_t length) {
    size_t more = 0;
    for (size_t i = 0; i < length; i++)
        more += text[i] == '&' ? 2 : 0;
    return gp_alloc(memory, length + more + 1, 1);
}

// Plain ASCII needs no tables, and nearly every name is plain ASCII.
static const char *ascii_key(struct gp_memory *memory, const char *text, size_t length) {
    if (length == 0)
        return "";
    char *key = key_room(memory, text, length);
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '&') {
            memcpy(key + used, "and", 3);
            used += 3;
        } else if (c >= 'A' && c <= 'Z') {
            key[used++] = (char)(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key[used++] = c;
        }
    }
    return key;
}

static const char *unicode_key(struct gp_memory *memory, const char *text) {
    utf8proc_uint8_t *folded = utf8proc_NFKC_Casefold((const utf8proc_uint8_t *)text);
    if (folded == NULL) // not UTF-8: no key but the text's own
        return gp_copy(memory, text, strlen(text));
    char *key = key_room(memory, (const char *)folded, strlen((const char *)folded));
    size_t used = 0;
    int32_t code = 0;
    size_t length = 0;
    for (const char *at = (const char *)folded; (length = gp_text_character(at, &code)) > 0;
         at += length) {
        if (code == '&') {
            memcpy(key + used, "and", 3);
            used += 3;
        } else if (code >= 0 && belongs_to_key(code)) {
            memcpy(key + used, at, length);
            used += length;
        }
    }
    free(folded);
    return key;
}

const char *gp_text_key(struct gp_memory *memory, const char *text) {
    size_t length = 0;
    while (text[length] != '\0' && (unsigned char)text[length] < 0x80)
        length++;
    return text[length] == '\0' ? ascii_key(memory, text, length) : unicode_key(memory, text);
}

unsigned gp_text_width(const char *text) {
    unsigned width = 0;
    int32_t code = 0;
    size_t length = 0;
    for (;; text += length) {
        for (; *text >= ' ' && *text <= '~'; text++) // most are, and need no look
            width++;
        length = gp_text_character(text, &code);
        if (length == 0)
            return width;
        width += code < 0 ? 1U : (unsigned)utf8proc_charwidth(code);
    }
}

int gp_text_compare(const char *key, const char *text, const char *other_key, const char *other) {
    int order = strcmp(key, other_key);
    return order != 0 ? order : strcmp(text, other);
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

enum { LONGEST_COMPARED = 200 };

// Edits between two texts: a byte put in, left out, changed, or swapped with its neighbor. `most`
// where there are as many, or more. Of `b`, at most LONGEST_COMPARED bytes.
static size_t edit_distance(const char *a, const char *b, size_t b_length, size_t most) {
    size_t rows[3][LONGEST_COMPARED + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    size_t least_before = 0;
    for (size_t j = 0; j <= b_length; j++)
        last[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t least = row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = smaller(smaller(last[j], row[j - 1]) + 1, last[j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller(row[j], before[j - 2] + 1);
            least = smaller(least, row[j]);
        }
        // What comes next is made of this row and, where two letters are swapped, the one before.
        if (least >= most && least_before >= most)
            return most;
        least_before = least;
        size_t *reused = before;
        before = last;
        last = row;
        row = reused;
    }
    return smaller(last[b_length], most);
}

static size_t between(size_t a, size_t b) {
    return a < b ? b - a : a - b;
}

size_t gp_text_nearest_key(const char *key, const char *const *keys, size_t count) {
    size_t length = strlen(key), best = count, best_distance = length / 2 + 1;
    if (length == 0 || length > LONGEST_COMPARED)
        return count;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(keys[i]);
        if (other > LONGEST_COMPARED || between(length, other) >= best_distance)
            continue;
        size_t distance = edit_distance(key, keys[i], other, best_distance);
        if (distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}

size_t gp_text_nearest(const char *text, const char *const *names, size_t count) {
    struct gp_memory *memory = gp_memory_open();
    const char **keys = gp_alloc(memory, count, sizeof *keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = gp_text_key(memory, names[i]);
    size_t best = gp_text_nearest_key(gp_text_key(memory, text), keys, count);
    gp_memory_close(memory);
    return best;
}

const char *gp_text_shown(struct gp_memory *memory, const char *text) {
    enum { LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };
    char *copy = gp_alloc(memory, strlen(text) + 1, 1);
    size_t used = 0, taken = 0;
    int32_t code = 0;
    for (const char *at = text; (taken = gp_text_character(at, &code)) > 0; at += taken) {
        if (code < 0 || code == LINE_SEPARATOR || code == PARAGRAPH_SEPARATOR ||
            !gp_text_printable(code)) {
            copy[used++] = ' ';
        } else {
            memcpy(copy + used, at, taken);
            used += taken;
        }
    }
    return copy;
}

const char *gp_shell_word(struct gp_memory *memory, const char *text) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "/._-+,:@%";
    if (text[0] != '\0' && text[strspn(text, plain)] == '\0')
        return text;
    const char *word = "'";
    for (size_t length = 0; *text != '\0'; text += length) {
        length = strcspn(text, "'");
        word = gp_print(memory, "%s%.*s", word, (int)length, text);
        if (text[length] == '\'') {
            word = gp_print(memory, "%s'\\''", word);
            length++;
        }
    }
    return gp_print(memory, "%s'", word);
}

const char *gp_plural(size_t count) {
    return count == 1 ? "" : "s";
}
