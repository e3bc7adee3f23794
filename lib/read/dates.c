#include "read/dates.h"

#include <string.h>

void gp_dates_see(struct gp_dates *dates, size_t column) {
    uint32_t above = 0; // the cell above shows what the same text below it does
    for (size_t row = 1; column != GP_NO_COLUMN && row < dates->csv->row_count; row++) {
        uint32_t number = gp_csv_number(dates->csv, row, column);
        if (number == above)
            continue;
        above = number;
        enum gp_date_order order = gp_date_order_shown(gp_csv_text(dates->csv, row, column));
        if (dates->shown[order].line == 0)
            dates->shown[order] = gp_csv_at(dates->csv, row, column);
    }
}

enum gp_date_order gp_dates_order(const struct gp_dates *dates) {
    bool day_first = dates->shown[GP_DAY_FIRST].line > 0;
    bool month_first = dates->shown[GP_MONTH_FIRST].line > 0;
    if (day_first == month_first)
        return dates->given;
    return day_first ? GP_DAY_FIRST : GP_MONTH_FIRST;
}

enum gp_date_fault gp_dates_parse(const struct gp_dates *dates, const char *text,
                                  gp_moment *moment) {
    return gp_moment_parse(text, gp_dates_order(dates), moment);
}

const char *gp_dates_right(struct gp_memory *memory, const struct gp_dates *dates, const char *text,
                           enum gp_date_fault fault) {
    gp_moment day_first = {.second = 0}, month_first = {.second = 0};
    if (strspn(text, "0123456789") == 5 && (text[5] == '\0' || text[5] == '.'))
        return "that is a spreadsheet's number of a day; have its column as dates, and write them "
               "as 2026-11-23";
    if (fault != GP_DATE_TWO_WAYS || gp_moment_parse(text, GP_DAY_FIRST, &day_first) ||
        gp_moment_parse(text, GP_MONTH_FIRST, &month_first))
        return "write dates as 2026-11-23";
    const struct gp_at *shown = dates->shown;
    const char *why = "nothing in this file tells";
    if (shown[GP_DAY_FIRST].line > 0)
        why = gp_print(memory, "line %u has the day first and line %u the month",
                       (unsigned)shown[GP_DAY_FIRST].line, (unsigned)shown[GP_MONTH_FIRST].line);
    return gp_print(memory,
                    "that is %s or %s, and %s; say --dates day-first or --dates month-first, or "
                    "write dates as 2026-11-23",
                    gp_date_text(memory, day_first.date), gp_date_text(memory, month_first.date),
                    why);
}
