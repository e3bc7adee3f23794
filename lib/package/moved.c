#include "package/moved.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { MOST_LETTERS = 3, MOST_DIGITS = 7 }; // of a reference

static inline bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static inline bool is_letter(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

// Whether a byte belongs to a name, a number or a reference; one of another alphabet does.
static inline bool in_word(char byte) {
    return is_letter(byte) || is_digit(byte) || byte == '$' || byte == '_' || byte == '.' ||
           (unsigned char)byte >= 0x80;
}

static size_t count_digits(const char *text) {
    size_t count = 0;
    while (is_digit(text[count]))
        count++;
    return count;
}

static unsigned number_at(const char *text) {
    unsigned number = 0;
    for (; is_digit(*text); text++)
        number = 10 * number + (unsigned)(*text - '0');
    return number;
}

// Whether a reference to a cell in a row that is not fixed ends with the digits at `row`.
static bool is_moving(const char *formula, size_t row) {
    size_t letters = 0, count = count_digits(formula + row);
    while (letters < row && is_letter(formula[row - 1 - letters]))
        letters++;
    size_t start = row - letters;
    if (start > 0 && formula[start - 1] == '$')
        start--;
    char behind = formula[row + count];
    return letters > 0 && letters <= MOST_LETTERS && count > 0 && count <= MOST_DIGITS &&
           behind != '(' && !in_word(behind) && (start == 0 || !in_word(formula[start - 1]));
}

// Whether what starts with this sign is not told.
static bool is_untold(const char *sign) {
    bool whole_row = sign[0] == ':' && is_digit(sign[1 + (sign[1] == '$')]);
    return whole_row || sign[0] == '!' || sign[0] == '\'' || sign[0] == '[' || sign[0] == '{';
}

bool gp_refers_elsewhere(const char *formula) {
    bool quoted = false;
    for (; *formula != '\0'; formula++) {
        quoted = quoted != (*formula == '"');
        if (!quoted && *formula == '!')
            return true;
    }
    return false;
}

int gp_count_moving(const char *formula) {
    int count = 0;
    bool quoted = false;
    for (size_t i = 0; formula[i] != '\0'; i++) {
        quoted = quoted != (formula[i] == '"');
        bool moving =
            is_digit(formula[i]) && i > 0 && is_letter(formula[i - 1]) && is_moving(formula, i);
        if (quoted ? moving : is_untold(formula + i))
            return -1;
        count += moving;
    }
    return count;
}

// How many bytes two texts start with in common; eight at a time as long as that goes.
static size_t count_common(const char *one, const char *other, size_t most) {
    size_t count = 0;
    while (most - count >= 8 && memcmp(one + count, other + count, 8) == 0)
        count += 8;
    while (count < most && one[count] == other[count])
        count++;
    return count;
}

int gp_count_moved(const char *above, const char *below) {
    int count = 0;
    size_t i = 0, j = 0, end = strlen(above), below_end = strlen(below);
    for (;; count++) {
        size_t most = end - i < below_end - j ? end - i : below_end - j;
        size_t common = count_common(above + i, below + j, most);
        i += common;
        j += common;
        if (i == end && j == below_end)
            return count;
        if (!is_digit(above[i]) || !is_digit(below[j]))
            return -1;
        for (; i > 0 && is_digit(above[i - 1]); i--)
            j--;
        // What stands around the digits is the same in both: before them it was, behind it will be.
        if (!is_moving(above, i) || number_at(below + j) != number_at(above + i) + 1)
            return -1;
        i += count_digits(above + i);
        j += count_digits(below + j);
    }
}
