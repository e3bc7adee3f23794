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

char *gp_book_text(struct gp_memory *memory, const char *text, size_t most) {
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

static const char *letters(struct gp_memory *memory, size_t column) {
    char reversed[4], forward[4] = {0};
    size_t count = 0;
    for (size_t rest = gp_book_column(column) + (size_t)1; rest > 0; rest = (rest - 1) / 26)
        reversed[count++] = (char)('A' + (rest - 1) % 26);
    for (size_t i = 0; i < count; i++)
        forward[i] = reversed[count - 1 - i];
    return gp_copy(memory, forward, count);
}

const char *gp_ref(struct gp_memory *memory, size_t row, size_t column) {
    return gp_print(memory, "%s%zu", letters(memory, column), gp_book_row(row) + (size_t)1);
}

const char *gp_ref_fixed(struct gp_memory *memory, size_t row, size_t column) {
    return gp_print(memory, "$%s$%zu", letters(memory, column), gp_book_row(row) + (size_t)1);
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

const char *gp_ref_range(struct gp_memory *memory, const char *sheet_name_or_null, size_t row,
                         size_t column, size_t last_row, size_t last_column) {
    assert(row <= last_row && column <= last_column);
    const char *range = gp_print(memory, "%s:%s", gp_ref_fixed(memory, row, column),
                                 gp_ref_fixed(memory, last_row, last_column));
    if (sheet_name_or_null == NULL)
        return range;
    return gp_print(memory, "%s!%s", quoted_sheet(memory, sheet_name_or_null), range);
}
