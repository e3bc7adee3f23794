// date.h - days of the Gregorian calendar, and the quarters plans are dated by.
#ifndef GP_BASE_DATE_H
#define GP_BASE_DATE_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

// Years 1900 to 9999. The zero value is no date.
typedef struct {
    int16_t year;
    int8_t month, day; // from 1
} gp_date;

typedef struct {
    int16_t year;
    int8_t quarter; // 1 to 4
} gp_quarter;

static inline bool gp_date_known(gp_date date) {
    return date.year != 0;
}

// A day and, where it was said, when on it.
typedef struct {
    gp_date date;
    int32_t second; // of the day; before it or behind it where an offset from UTC stood beside;
                    // GP_NO_SECOND when no time was given
} gp_moment;
#define GP_NO_SECOND INT32_MIN

// Which comes first in dates such as 03/04/2026: two countries read them differently.
enum gp_date_order { GP_ORDER_UNKNOWN, GP_DAY_FIRST, GP_MONTH_FIRST };

enum gp_date_fault { GP_DATE_READ, GP_DATE_WRONG, GP_DATE_TWO_WAYS };

// Reads a date as people and programs write it: 2026-11-23, 2026/11/23, 23.11.2026, 11/23/2026,
// 11/23/26, 23 Nov 2026, November 23, 2026. A year of two digits is 1969 to 2068. Behind it, after
// a blank or a T, may stand a time (10:15, 10:15:33.5, 10:15 AM) and an offset (Z, UTC, GMT+2,
// +01:00); where anything else stands there, the time is not known. GP_DATE_TWO_WAYS where day and
// month may be either, or a number of two digits year or day, and `order` is not known; `*moment`
// is untouched unless it was read.
enum gp_date_fault gp_moment_parse(const char *text, enum gp_date_order order, gp_moment *moment);

// Which order a date shows by a number that is no month: 11/23/2026 shows GP_MONTH_FIRST.
// GP_ORDER_UNKNOWN where it shows none.
enum gp_date_order gp_date_order_shown(const char *text);

// The date that gp_moment_parse() reads whatever the order is; false where there is none.
bool gp_date_parse(const char *text, gp_date *date);

// Whether year, month and day are a day of the calendar, 1900 to 9999.
bool gp_date_valid(int year, int month, int day);

// Below, at or above 0 as `a` is before, the same as or after `b`; no date is before all dates.
int gp_date_compare(gp_date a, gp_date b);

// Days since 1970-01-01, below 0 before it. Own arithmetic: mktime() asks for the local time zone.
int32_t gp_date_days(gp_date date);

// The days from `first` to `last`, both inclusive and known; 0 when `last` is earlier.
int32_t gp_days_between(gp_date first, gp_date last);

// "2026-11-23"; "" for no date.
const char *gp_date_text(struct gp_memory *memory, gp_date date);

// The first and the last day of the year that `date` lies in and that starts with `month`, 1 to 12.
void gp_date_year(gp_date date, int month, gp_date *first, gp_date *last);

// The quarter that starts `count` quarters behind the one `date` is in; count >= 0.
gp_quarter gp_quarter_after(gp_date date, unsigned count);

// "Q1 2027"
const char *gp_quarter_text(struct gp_memory *memory, gp_quarter quarter);

#endif
