#include "base/text.h"
#include "write/book_private.h"

#include <assert.h>
#include <string.h>

#define UNDERSCORE "_x005F_" // an underscore that starts no escape
#define REPLACEMENT "\xEF\xBF\xBD"

// Whether a workbook holds the character and a cell shows it or breaks the line at it.
static bool storable(int32_t code) {
    if (code < 0x20)
        return code == '\n' || code == '\t';
    return !(code >= 0x7F && code <= 0x9F) && code != 0xFFFE && code != 0xFFFF;
}

// Whether `text` starts like _x0041_, which a workbook means to be the character of that number.
static bool is_escape(const char *text) {
    static const char *const digits = "0123456789ABCDEFabcdef";
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, digits) >= 4 && text[6] == '_';
}

// Whether eight bytes are ASCII that shows, and no underscore.
static bool are_plain(const char *bytes) {
    const uint64_t each = 0x0101010101010101, high = 0x80 * each;
    uint64_t word = 0;
    memcpy(&word, bytes, sizeof word);
    return gp_eight_shown(bytes) && (((word ^ '_' * each) - each) & high) == 0;
}

// Whether a text is fit as it is: it shows, nothing of it is an escape, and it is not too long.
static bool fits(const char *text, size_t most) {
    size_t length = strlen(text), i = 0;
    while (i < length) {
        if (length - i >= 8 && are_plain(text + i)) {
            i += 8;
            continue;
        }
        char byte = text[i];
        bool plain = (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
        if (!plain || (byte == '_' && is_escape(text + i)))
            return false;
        i++;
    }
    return length <= most;
}

const char *gp_book_text(struct gp_memory *memory, const char *text, size_t most) {
    if (fits(text, most))
        return text;
    // A byte may become a replacement character of three, and seven an escape of fourteen.
    char *kept = gp_alloc(memory, 3 * strlen(text) + 1, 1), *end = kept;
    size_t units = 0, length = 0;
    int32_t code = 0;
    for (const char *at = text; (length = gp_text_character(at, &code)) > 0; at += length) {
        if (code == '\r' && at[1] == '\n')
            continue;
        bool escape = is_escape(at);
        units += escape ? strlen(UNDERSCORE) : code > 0xFFFF ? 2 : 1;
        if (units > most)
            break;
        if (escape) {
            memcpy(end, UNDERSCORE, strlen(UNDERSCORE));
            end += strlen(UNDERSCORE);
        } else if (code == '\r') {
            *end++ = '\n';
        } else if (storable(code)) {
            memcpy(end, at, length);
            end += length;
        } else {
            memcpy(end, REPLACEMENT, 3);
            end += 3;
        }
    }
    *end = '\0';
    return kept;
}

char *gp_book_text_copy(struct gp_memory *memory, const char *text, size_t most) {
    const char *fit = gp_book_text(memory, text, most);
    return gp_copy(memory, fit, strlen(fit));
}

// A number of up to 20 digits, and a letter or two: written by hand, since there are tens of
// thousands of them in a workbook.
struct reference {
    char text[64];
    size_t length;
};

static void add_sign(struct reference *reference, char sign) {
    reference->text[reference->length++] = sign;
}

static void add_reversed(struct reference *reference, const char *reversed, size_t count) {
    while (count > 0)
        add_sign(reference, reversed[--count]);
}

static void add_column(struct reference *reference, size_t column) {
    char reversed[4];
    size_t count = 0;
    for (size_t rest = gp_book_column(column) + (size_t)1; rest > 0; rest = (rest - 1) / 26)
        reversed[count++] = (char)('A' + (rest - 1) % 26);
    add_reversed(reference, reversed, count);
}

static void add_row(struct reference *reference, size_t row) {
    char reversed[20];
    size_t count = 0;
    for (size_t rest = gp_book_row(row) + (size_t)1; rest > 0; rest /= 10)
        reversed[count++] = (char)('0' + rest % 10);
    add_reversed(reference, reversed, count);
}

static void add_fixed(struct reference *reference, size_t row, size_t column) {
    add_sign(reference, '$');
    add_column(reference, column);
    add_sign(reference, '$');
    add_row(reference, row);
}

const char *gp_ref(struct gp_memory *memory, size_t row, size_t column) {
    struct reference reference = {.length = 0};
    add_column(&reference, column);
    add_row(&reference, row);
    return gp_copy(memory, reference.text, reference.length);
}

const char *gp_ref_fixed(struct gp_memory *memory, size_t row, size_t column) {
    struct reference reference = {.length = 0};
    add_fixed(&reference, row, column);
    return gp_copy(memory, reference.text, reference.length);
}

// The name as a formula has it: in quotes unless it is one plain word. Short words are quoted as
// well, because they may read as a column.
static const char *quoted_sheet(struct gp_memory *memory, const char *name) {
    static const char *const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    size_t length = strlen(name);
    if (length > 4 && strspn(name, plain) == length)
        return name;
    char *quoted = gp_alloc(memory, 2 * length + 3, 1), *end = quoted;
    *end++ = '\'';
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '\'')
            *end++ = '\'';
        *end++ = *at;
    }
    *end = '\'';
    return quoted;
}

const char *gp_ref_range_right(struct gp_memory *memory, size_t row, size_t column, size_t last_row,
                               size_t last_column) {
    assert(row <= last_row && column <= last_column);
    struct reference reference = {.length = 0};
    add_column(&reference, column);
    add_sign(&reference, '$');
    add_row(&reference, row);
    add_sign(&reference, ':');
    add_column(&reference, last_column);
    add_sign(&reference, '$');
    add_row(&reference, last_row);
    return gp_copy(memory, reference.text, reference.length);
}

const char *gp_ref_range(struct gp_memory *memory, const char *sheet_name_or_null, size_t row,
                         size_t column, size_t last_row, size_t last_column) {
    assert(row <= last_row && column <= last_column);
    struct reference reference = {.length = 0};
    add_fixed(&reference, row, column);
    add_sign(&reference, ':');
    add_fixed(&reference, last_row, last_column);
    const char *range = gp_copy(memory, reference.text, reference.length);
    if (sheet_name_or_null == NULL)
        return range;
    return gp_print(memory, "%s!%s", quoted_sheet(memory, sheet_name_or_null), range);
}
