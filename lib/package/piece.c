#include "package/piece.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

void gp_piece_add_long(struct gp_piece *piece, const char *bytes, size_t count) {
    assert(piece->file != NULL);
    gp_piece_flush(piece);
    memcpy(gp_scratch_room(piece->file, count), bytes, count);
    gp_scratch_advance(piece->file, count);
    gp_piece_begin(piece, piece->file);
}

// No number and no name of a cell is longer.
enum { LONGEST = 32 };

// Where so many bytes that are to be added go.
static char *extend(struct gp_piece *piece, size_t count) {
    char *at = piece->bytes + piece->length;
    piece->length += count;
    return at;
}

static void make_room(struct gp_piece *piece) {
    if (piece->room - piece->length < LONGEST)
        gp_piece_add_long(piece, "", 0);
}

static size_t count_digits(uint64_t number) {
    size_t count = 1;
    for (; number > 9; number /= 10)
        count++;
    return count;
}

// Puts the digits of a number before `end`.
static void put_digits(char *end, uint64_t number) {
    for (; number > 9; number /= 10)
        *--end = (char)('0' + number % 10);
    *--end = (char)('0' + number);
}

void gp_piece_add_whole(struct gp_piece *piece, int64_t number) {
    uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number;
    make_room(piece);
    if (number < 0)
        *extend(piece, 1) = '-';
    size_t count = count_digits(size);
    put_digits(extend(piece, count) + count, size);
}

// Thousandths without the zeros at their end: 763 is ".763", 500 is ".5".
static void add_thousandths(struct gp_piece *piece, unsigned thousandths) {
    char digits[4] = {'.', (char)('0' + thousandths / 100), (char)('0' + thousandths / 10 % 10),
                      (char)('0' + thousandths % 10)};
    size_t count = sizeof digits;
    while (digits[count - 1] == '0')
        count--;
    gp_piece_add(piece, digits, count);
}

// Sixteen digits by printf, which takes its time: the last that were asked for are kept, since the
// widths of columns are of this kind, and come again in each sheet.
static void add_digits(struct gp_piece *piece, double number) {
    enum { BITS = 6, MIXED = 58 }; // of a place; of what is mixed down to it
    static struct {
        uint64_t bits;
        size_t length;
        char text[LONGEST];
    } kept[1 << BITS];
    const uint64_t mixer = 0x9E3779B97F4A7C15u; // 2^64 by the golden ratio
    uint64_t bits = 0;
    memcpy(&bits, &number, sizeof bits);
    size_t at = bits * mixer >> MIXED;
    if (kept[at].length == 0 || kept[at].bits != bits) {
        int length = snprintf(kept[at].text, sizeof kept[at].text, "%.16G", number);
        kept[at].bits = bits;
        kept[at].length = (size_t)length;
    }
    gp_piece_add(piece, kept[at].text, kept[at].length);
}

void gp_piece_add_number(struct gp_piece *piece, double number) {
    enum { UNIT = 1000 };
    const double most = 1e12;
    if (fabs(number) < most && !(number == 0 && signbit(number))) {
        if ((double)(int64_t)number == number) {
            gp_piece_add_whole(piece, (int64_t)number);
            return;
        }
        int64_t scaled = llround(number * UNIT);
        if ((double)scaled / UNIT == number) {
            if (number < 0 && scaled > -UNIT)
                GP_PIECE_ADD(piece, "-");
            gp_piece_add_whole(piece, scaled / UNIT);
            if (scaled % UNIT != 0)
                add_thousandths(piece, (unsigned)llabs(scaled % UNIT));
            return;
        }
    }
    add_digits(piece, number);
}

void gp_piece_add_text(struct gp_piece *piece, const char *text) {
    for (;; text++) {
        size_t length = strcspn(text, "&<>");
        gp_piece_add(piece, text, length);
        text += length;
        if (*text == '\0')
            return;
        if (*text == '&')
            GP_PIECE_ADD(piece, "&amp;");
        else if (*text == '<')
            GP_PIECE_ADD(piece, "&lt;");
        else
            GP_PIECE_ADD(piece, "&gt;");
    }
}

void gp_piece_add_cell(struct gp_piece *piece, uint32_t row, uint32_t column) {
    enum { LETTERS = 26 };
    size_t letters = 1, digits = count_digits((uint64_t)row + 1);
    for (uint32_t rest = column; rest >= LETTERS; rest = rest / LETTERS - 1)
        letters++;
    make_room(piece);
    char *end = extend(piece, letters) + letters;
    for (; column >= LETTERS; column = column / LETTERS - 1)
        *--end = (char)('A' + column % LETTERS);
    *--end = (char)('A' + column);
    put_digits(extend(piece, digits) + digits, (uint64_t)row + 1);
}
