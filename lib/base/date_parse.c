#include "base/date.h"

#include <string.h>
#include <strings.h>

// The numbers of a date in the order they are written, and what part each is.
struct parts {
    int year, month, day;
    int first, second; // of which one is the day and one the month; 0 when that is settled
    bool short_year;   // a year of two digits stands behind them: it may be the day, and the first
                       // number the year
};

// A run of 1 to `most` digits; moves `*at` behind it. -1 when there is none.
static int read_number(const char **at, unsigned most) {
    int value = 0;
    unsigned digits = 0;
    for (; digits < most && **at >= '0' && **at <= '9'; digits++)
        value = value * 10 + *(*at)++ - '0';
    return digits == 0 ? -1 : value;
}

// Moves `*at` behind a sign if it stands there.
static bool read_sign(const char **at, char sign) {
    if (**at != sign)
        return false;
    ++*at;
    return true;
}

static const char *skip_blanks(const char *at) {
    return at + strspn(at, " ");
}

// A year of four digits, or of two: 69 to 99 are of the last century, as POSIX has it.
static int read_year(const char **at) {
    enum { PIVOT = 69 };
    size_t digits = strspn(*at, "0123456789");
    int year = read_number(at, 4);
    if (digits == 2)
        return year + (year < PIVOT ? 2000 : 1900);
    return digits == 4 ? year : -1;
}

// 1 to 12 for an English month, in full or by its first three letters, with a point or not; moves
// `*at` behind it. 0 when there is none.
static int read_month_name(const char **at) {
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    enum { SHORT = 3 };
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++) {
        size_t length = strlen(names[i]);
        if (strncasecmp(*at, names[i], length) != 0)
            length = SHORT;
        if (strncasecmp(*at, names[i], length) != 0)
            continue;
        *at += length;
        read_sign(at, '.');
        return i + 1;
    }
    return 0;
}

// "Nov 23, 2026"
static bool read_month_first(const char **at, struct parts *parts) {
    parts->month = read_month_name(at);
    *at = skip_blanks(*at);
    parts->day = read_number(at, 2);
    read_sign(at, ',');
    *at = skip_blanks(*at);
    parts->year = read_year(at);
    return parts->month > 0;
}

// "23 Nov 2026", "23-Nov-26"; the day is read already.
static bool read_named(const char **at, char separator, struct parts *parts) {
    *at = separator == ' ' ? skip_blanks(*at) : *at + 1;
    parts->month = read_month_name(at);
    if (parts->month == 0 || !(separator == ' ' ? **at == ' ' || **at == ',' : **at == separator))
        return false;
    *at += 1;
    *at = skip_blanks(*at);
    parts->year = read_year(at);
    return true;
}

static bool read_numbers(const char **at, struct parts *parts) {
    size_t digits = strspn(*at, "0123456789");
    int first = read_number(at, 4);
    char separator = **at;
    bool named = digits <= 2 && strchr(" -", separator) != NULL && separator != '\0' &&
                 strspn(*at + 1, "0123456789") == 0;
    if (named) {
        parts->day = first;
        return read_named(at, separator, parts);
    }
    if (digits == 0 || (digits > 2 && digits != 4) || separator == '\0' ||
        strchr("-/.", separator) == NULL)
        return false;
    ++*at;
    int second = read_number(at, 2);
    if (!read_sign(at, separator))
        return false;
    if (digits == 4) {
        *parts = (struct parts){.year = first, .month = second, .day = read_number(at, 2)};
    } else if (separator == '.') {
        *parts = (struct parts){.day = first, .month = second, .year = read_year(at)};
    } else {
        *parts = (struct parts){.first = first, .second = second};
        parts->short_year = strspn(*at, "0123456789") == 2;
        parts->year = read_year(at);
    }
    return true;
}

// The parts of the date at the start of a text; moves `*at` behind it.
static bool read_parts(const char **at, struct parts *parts) {
    *parts = (struct parts){0};
    bool named = (**at >= 'a' && **at <= 'z') || (**at >= 'A' && **at <= 'Z');
    return (named ? read_month_first(at, parts) : read_numbers(at, parts)) &&
           (**at == '\0' || **at == ' ' || **at == 'T' || **at == ',');
}

static bool valid_if(const struct parts *parts, enum gp_date_order order) {
    bool day_first = order == GP_DAY_FIRST;
    return gp_date_valid(parts->year, day_first ? parts->second : parts->first,
                         day_first ? parts->first : parts->second);
}

// 24-03-05 may be of 2005 and of 2024.
static bool may_end_with_day(const struct parts *parts) {
    enum { CENTURY = 100 };
    return parts->short_year &&
           gp_date_valid(2000 + parts->first, parts->second, parts->year % CENTURY);
}

// Settles which number is the day and which the month.
static enum gp_date_fault settle_order(struct parts *parts, enum gp_date_order order) {
    if (parts->first == 0 && parts->second == 0)
        return GP_DATE_READ;
    bool day_first = valid_if(parts, GP_DAY_FIRST), month_first = valid_if(parts, GP_MONTH_FIRST);
    bool either = day_first && month_first && parts->first != parts->second;
    if (order == GP_ORDER_UNKNOWN && (either || may_end_with_day(parts)))
        return GP_DATE_TWO_WAYS;
    if (order == GP_ORDER_UNKNOWN)
        order = day_first ? GP_DAY_FIRST : GP_MONTH_FIRST;
    parts->day = order == GP_DAY_FIRST ? parts->first : parts->second;
    parts->month = order == GP_DAY_FIRST ? parts->second : parts->first;
    return GP_DATE_READ;
}

// Seconds east of UTC of "+02:00", "GMT+2", "-0530"; 0 for Z, UTC and nothing. False where it
// is something else: a zone by its name, which may be several.
static bool read_offset(const char *at, int32_t *offset) {
    enum { HOUR = 3600, MINUTE = 60 };
    *offset = 0;
    at = skip_blanks(at);
    if (strncasecmp(at, "gmt", 3) == 0 || strncasecmp(at, "utc", 3) == 0)
        at += 3;
    else if (*at == 'Z' || *at == 'z')
        at++;
    if (*at == '+' || *at == '-') {
        int32_t sign = *at++ == '-' ? -1 : 1;
        int hours = read_number(&at, 2);
        read_sign(&at, ':');
        int minutes = read_number(&at, 2);
        if (hours < 0)
            return false;
        *offset = sign * (hours * HOUR + (minutes < 0 ? 0 : minutes) * MINUTE);
    }
    return *skip_blanks(at) == '\0';
}

// "AM", "p.m.", "a. m.": 'a' or 'p', and `*at` moved behind it; '\0' where there is none.
static char read_half(const char **at) {
    char half = (char)(**at | ' ');
    const char *behind = *at + 1;
    if (half != 'a' && half != 'p')
        return '\0';
    bool point = read_sign(&behind, '.');
    behind = skip_blanks(behind);
    if (*behind != 'm' && *behind != 'M')
        return '\0';
    behind++;
    if (point)
        read_sign(&behind, '.');
    *at = behind;
    return half;
}

// "10:15:33.250 AM GMT+2"
static int32_t read_time(const char *at) {
    enum { HOUR = 3600, MINUTE = 60, NOON = 12 };
    at += strspn(at, " T,");
    int hours = read_number(&at, 2);
    if (hours < 0 || hours > 24 || !read_sign(&at, ':'))
        return GP_NO_SECOND;
    int minutes = read_number(&at, 2), seconds = 0;
    if (read_sign(&at, ':'))
        seconds = read_number(&at, 2);
    if (minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60)
        return GP_NO_SECOND;
    if (*at == '.' || *at == ',')
        at += 1 + strspn(at + 1, "0123456789");
    at = skip_blanks(at);
    char half = read_half(&at);
    if (half != '\0')
        hours = hours % NOON + (half == 'p' ? NOON : 0);
    int32_t offset = 0;
    if (!read_offset(at, &offset))
        return GP_NO_SECOND;
    return hours * HOUR + minutes * MINUTE + seconds - offset;
}

enum gp_date_fault gp_moment_parse(const char *text, enum gp_date_order order, gp_moment *moment) {
    struct parts parts;
    const char *at = text;
    if (!read_parts(&at, &parts))
        return GP_DATE_WRONG;
    if (settle_order(&parts, order) == GP_DATE_TWO_WAYS)
        return GP_DATE_TWO_WAYS;
    if (!gp_date_valid(parts.year, parts.month, parts.day))
        return GP_DATE_WRONG;
    moment->date = (gp_date){(int16_t)parts.year, (int8_t)parts.month, (int8_t)parts.day};
    moment->second = read_time(at);
    return GP_DATE_READ;
}

enum gp_date_order gp_date_order_shown(const char *text) {
    struct parts parts;
    const char *at = text;
    if (!read_parts(&at, &parts) || parts.first == 0)
        return GP_ORDER_UNKNOWN;
    bool day_first = valid_if(&parts, GP_DAY_FIRST), month_first = valid_if(&parts, GP_MONTH_FIRST);
    if (day_first == month_first || may_end_with_day(&parts))
        return GP_ORDER_UNKNOWN;
    return day_first ? GP_DAY_FIRST : GP_MONTH_FIRST;
}

bool gp_date_parse(const char *text, gp_date *date) {
    gp_moment moment;
    if (gp_moment_parse(text, GP_ORDER_UNKNOWN, &moment) != GP_DATE_READ)
        return false;
    *date = moment.date;
    return true;
}
