#include "base/date.h"
#include "read/xlsx_parts.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// What a spreadsheet keeps of a number.
enum { DIGITS = 15 };

static bool is_whole(const char *text) {
    size_t sign = text[0] == '-';
    size_t digits = strspn(text + sign, "0123456789");
    return digits > 0 && text[sign + digits] == '\0';
}

static bool read_number(const char *text, double *number) {
    char *end = NULL;
    if (text[0] == '\0' || text[strspn(text, "0123456789+-.eE")] != '\0')
        return false;
    *number = strtod(text, &end);
    return *end == '\0' && isfinite(*number);
}

// Decimals without zeros at their end.
static const char *without_zeros(char *text) {
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        length--;
    text[length - (text[length - 1] == '.')] = '\0';
    return text;
}

const char *gp_shown_number(struct gp_memory *memory, const char *text) {
    double number = 0;
    // A whole number may be an id with more digits than a double has.
    if (is_whole(text) || !read_number(text, &number))
        return gp_copy(memory, text, strlen(text));
    if (number == 0)
        return "0";
    char *shown = gp_print(memory, "%.*g", DIGITS, number);
    if (strchr(shown, 'e') == NULL)
        return shown;
    if (fabs(number) > 1)
        return gp_print(memory, "%.0f", number);
    return without_zeros(gp_print(memory, "%.20f", number));
}

// The day so many days behind 1 March of year 0; eras of 400 years, years that start in March.
static gp_date day_after(int64_t days) {
    int64_t era = days / 146097, of_era = days % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153; // from March
    int64_t day = of_year - (153 * month + 2) / 5 + 1;
    return (gp_date){(int16_t)(era * 400 + year + (month >= 10)),
                     (int8_t)(month < 10 ? month + 3 : month - 9), (int8_t)day};
}

const char *gp_shown_day(struct gp_memory *memory, const char *text, bool from_1904) {
    // Days from 1 March of year 0 to the day 0: 30 December 1899, and 1 January 1904.
    enum { FROM_1900 = 693899, FROM_1904 = 695361, FALSE_LEAP_DAY = 60, LAST = 2958465 };
    enum { DAY = 86400, HOUR = 3600, MINUTE = 60 };
    const double half_a_second = 0.5 / DAY;
    double number = 0;
    // Below 1, and in 1900 up to a 29 February that never was, a day would be another one.
    if (!read_number(text, &number) || number < (from_1904 ? 1 : FALSE_LEAP_DAY + 1) ||
        number >= LAST - (from_1904 ? FROM_1904 - FROM_1900 : 0) + 1)
        return gp_shown_number(memory, text);
    int64_t days = (int64_t)(number + half_a_second);
    const char *day = gp_date_text(memory, day_after(days + (from_1904 ? FROM_1904 : FROM_1900)));
    int seconds = (int)((number - (double)days + half_a_second) * DAY);
    if (seconds <= 0)
        return day;
    return gp_print(memory, "%s %02d:%02d:%02d", day, seconds / HOUR, seconds / MINUTE % MINUTE,
                    seconds % MINUTE);
}

// Numbers 27 to 36 and 50 to 58 are East Asian dates.
bool gp_format_id_is_date(unsigned long id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

// What is to be passed over of a format code at its start: a text in quotes, a color or currency in
// brackets, a character behind a backslash, a blank's or filling's width.
static size_t literal_length(const char *code) {
    if (code[0] == '"' || code[0] == '[') {
        const char *end = strchr(code + 1, code[0] == '"' ? '"' : ']');
        return end == NULL ? strlen(code) : (size_t)(end - code) + 1;
    }
    if (strchr("\\_*", code[0]) != NULL)
        return code[1] == '\0' ? 1 : 2;
    return 0;
}

bool gp_format_code_is_date(const char *code) {
    // Behind a semicolon stands what negative numbers look like.
    while (*code != '\0' && *code != ';') {
        size_t literal = literal_length(code);
        if (literal == 0 && strchr("dDmMyY", *code) != NULL)
            return true;
        code += literal == 0 ? 1 : literal;
    }
    return false;
}

// The character that "_x000A_" at the start of a text stands for; -1 where there is no such thing.
static long escaped_character(const char *text, size_t length) {
    enum { ESCAPE = 7, DIGITS_AT = 2, DIGITS_END = 6 };
    if (length < ESCAPE || text[0] != '_' || text[1] != 'x' || text[DIGITS_END] != '_')
        return -1;
    for (size_t i = DIGITS_AT; i < DIGITS_END; i++)
        if (!isxdigit((unsigned char)text[i]))
            return -1;
    return strtol(text + DIGITS_AT, NULL, 16);
}

// Writes a character of the basic plane as UTF-8. Halves of a pair and controls become a blank.
static size_t put_character(char *into, unsigned long code) {
    bool control = code < ' ' && code != '\n' && code != '\t';
    if (control || (code >= 0xD800 && code <= 0xDFFF) || code >= 0xFFFE)
        code = ' ';
    if (code < 0x80) {
        into[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        into[0] = (char)(0xC0 | code >> 6);
        into[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    into[0] = (char)(0xE0 | code >> 12);
    into[1] = (char)(0x80 | (code >> 6 & 0x3F));
    into[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

const char *gp_shown_text(struct gp_memory *memory, const char *bytes, size_t length) {
    const char *shown = gp_csv_trimmed(memory, bytes, length);
    if (strstr(shown, "_x") == NULL)
        return shown;
    size_t left = strlen(shown), put = 0;
    char *text = gp_alloc(memory, left + 1, 1);
    while (left > 0) {
        long code = escaped_character(shown, left);
        size_t taken = code < 0 ? 1 : strlen("_x0000_");
        if (code < 0)
            text[put++] = *shown;
        else
            put += put_character(text + put, (unsigned long)code);
        shown += taken;
        left -= taken;
    }
    return gp_csv_trimmed(memory, text, put);
}
