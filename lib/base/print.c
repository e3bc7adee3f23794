#include "base/print.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

// The digits of the largest number, and a sign.
struct digits {
    char bytes[24];
    size_t start;
};

static void add_digits(struct digits *digits, uint64_t number) {
    do {
        digits->bytes[--digits->start] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
}

static void add_sign(struct digits *digits, char sign) {
    digits->bytes[--digits->start] = sign;
}

static void add_int(struct digits *digits, int number) {
    add_digits(digits, number < 0 ? -(uint64_t)number : (uint64_t)number);
    if (number < 0)
        add_sign(digits, '-');
}

// Six digits at most, which %g prints as they are, without zeros at the end. False of all others.
static bool add_thousandths(struct digits *digits, double number) {
    enum { UNIT = 1000 };
    double scaled = number * UNIT;
    if (!(number >= 0 && number < UNIT) || signbit(number) || scaled != floor(scaled))
        return false;
    unsigned rest = (unsigned)scaled, places = 3;
    for (; places > 0 && rest % 10 == 0; places--)
        rest /= 10;
    for (unsigned place = places; place > 0; place--, rest /= 10)
        add_sign(digits, (char)('0' + rest % 10));
    if (places > 0)
        add_sign(digits, '.');
    add_digits(digits, rest);
    return true;
}

// Takes a conversion off the format, and its argument; gives what it prints. NULL where it is none
// of those known here.
static const char *next_piece(const char **format, va_list *arguments, struct digits *digits) {
    const char *at = *format + 1;
    *format += 2;
    if (*at == 's')
        return va_arg(*arguments, const char *);
    if (*at == '%')
        return "%";
    *digits = (struct digits){.start = sizeof digits->bytes - 1};
    if (*at == 'd') {
        add_int(digits, va_arg(*arguments, int));
    } else if (*at == 'z' && at[1] == 'u') {
        ++*format;
        add_digits(digits, va_arg(*arguments, size_t));
    } else if (*at != 'g' || !add_thousandths(digits, va_arg(*arguments, double))) {
        return NULL;
    }
    return digits->bytes + digits->start;
}

struct output {
    char *text;
    size_t room, used;
};

// False for no piece, and where no room would be left for a NUL.
static bool put(struct output *output, const char *piece, size_t size) {
    if (piece == NULL || size >= output->room - output->used)
        return false;
    memcpy(output->text + output->used, piece, size);
    output->used += size;
    return true;
}

static size_t count_until_conversion(const char *format) {
    size_t count = 0;
    while (format[count] != '%' && format[count] != '\0')
        count++;
    return count;
}

bool gp_print_plain(char *text, size_t room, size_t *length, const char *format,
                    va_list arguments) {
    struct output output = {text, room, 0};
    struct digits digits;
    bool good = room > 0;
    va_list left;
    va_copy(left, arguments);
    while (good && *format != '\0') {
        const char *piece = format;
        size_t size = count_until_conversion(format);
        format += size;
        if (size == 0) {
            piece = next_piece(&format, &left, &digits);
            size = piece == NULL ? 0 : strlen(piece);
        }
        good = put(&output, piece, size);
    }
    va_end(left);
    if (good) {
        text[output.used] = '\0';
        *length = output.used;
    }
    return good;
}
