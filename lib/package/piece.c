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

// Puts digits before `end`; gives where they start.
static char *put_digits(char *end, uint64_t number) {
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return end;
}

void gp_piece_add_whole(struct gp_piece *piece, int64_t number) {
    char digits[24], *end = digits + sizeof digits;
    char *start = put_digits(end, number < 0 ? -(uint64_t)number : (uint64_t)number);
    if (number < 0)
        *--start = '-';
    gp_piece_add(piece, start, (size_t)(end - start));
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

void gp_piece_add_number(struct gp_piece *piece, double number) {
    enum { UNIT = 1000 };
    const double most = 1e12;
    char text[32];
    if (fabs(number) < most && !(number == 0 && signbit(number))) {
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
    int length = snprintf(text, sizeof text, "%.16G", number);
    gp_piece_add(piece, text, (size_t)length);
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
    char name[24], *end = name + sizeof name;
    char *start = put_digits(end, (uint64_t)row + 1);
    for (unsigned rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        *--start = (char)('A' + (rest - 1) % 26);
    gp_piece_add(piece, start, (size_t)(end - start));
}
