#include "base/date.h"

#include <string.h>

static bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year));
}

bool gp_date_valid(int year, int month, int day) {
    return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in(year, month);
}

int gp_date_compare(gp_date a, gp_date b) {
    if (a.year != b.year)
        return a.year - b.year;
    return a.month != b.month ? a.month - b.month : a.day - b.day;
}

// Years run from March here, so that a leap day ends one.
int32_t gp_date_days(gp_date date) {
    enum { MONTHS = 12, DAYS_TO_1970 = 719468 };
    int32_t month = (date.month + 9) % MONTHS;
    int32_t year = date.year - (date.month <= 2);
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1 -
           DAYS_TO_1970;
}

int32_t gp_days_between(gp_date first, gp_date last) {
    int32_t days = gp_date_days(last) - gp_date_days(first) + 1;
    return days > 0 ? days : 0;
}

const char *gp_date_text(struct gp_memory *memory, gp_date date) {
    if (!gp_date_known(date))
        return "";
    return gp_print(memory, "%04d-%02d-%02d", date.year, date.month, date.day);
}

void gp_date_year(gp_date date, int month, gp_date *first, gp_date *last) {
    int start = date.month >= month ? date.year : date.year - 1;
    int last_month = month == 1 ? 12 : month - 1, last_year = month == 1 ? start : start + 1;
    *first = (gp_date){(int16_t)start, (int8_t)month, 1};
    *last =
        (gp_date){(int16_t)last_year, (int8_t)last_month, (int8_t)days_in(last_year, last_month)};
}

gp_quarter gp_quarter_after(gp_date date, unsigned count) {
    unsigned quarters = (unsigned)(date.month - 1) / 3 + count;
    return (gp_quarter){(int16_t)((unsigned)date.year + quarters / 4), (int8_t)(quarters % 4 + 1)};
}

const char *gp_quarter_text(struct gp_memory *memory, gp_quarter quarter) {
    return gp_print(memory, "Q%d %d", quarter.quarter, quarter.year);
}
