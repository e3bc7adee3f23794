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

// Reads 2026-11-23, 2026/11/23 or 23.11.2026; a time of day behind it (after a space or T) is
// passed over. Dates such as 11/12/2026, which two countries read differently, are refused.
bool gp_date_parse(const char *text, gp_date *date);

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
