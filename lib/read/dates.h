// dates.h - the dates of a file: whether the day or the month comes first in such as 03/04/2026 is
// decided for the file as a whole, by those of its dates that can be read in one way only. What is
// wrong with a date, in words. Private to lib/read.
#ifndef GP_READ_DATES_H
#define GP_READ_DATES_H

#include "base/date.h"
#include "read/csv.h"

enum { GP_DATE_ORDERS = 3 };

// A file's dates while it is read: every column of them is seen first, and then parsed.
struct gp_dates {
    const struct gp_csv *csv;
    enum gp_date_order given; // the run's own word; GP_ORDER_UNKNOWN: none
    // [order]: the first cell that shows it; of line 0 if none does.
    struct gp_at shown[GP_DATE_ORDERS];
};

// Takes note of what the cells of a column show; GP_NO_COLUMN shows nothing.
void gp_dates_see(struct gp_dates *dates, size_t column);

// The order of the file's dates: what they show; the run's own word where they show none, or both.
enum gp_date_order gp_dates_order(const struct gp_dates *dates);

// gp_moment_parse() by that order.
enum gp_date_fault gp_dates_parse(const struct gp_dates *dates, const char *text,
                                  gp_moment *moment);

// What would be right, for the end of a message on a date that was not read.
const char *gp_dates_right(struct gp_memory *memory, const struct gp_dates *dates, const char *text,
                           enum gp_date_fault fault);

#endif
