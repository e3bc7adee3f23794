// plan_page.h - what the parts of the Plan page share.
#ifndef GP_WRITE_PLAN_PAGE_H
#define GP_WRITE_PLAN_PAGE_H

#include "write/plan_book.h"

// Columns of the page.
enum {
    GP_PAGE_NUMBER,
    GP_PAGE_NAME,
    GP_PAGE_A,
    GP_PAGE_B,
    GP_PAGE_C,
    GP_PAGE_D,
    GP_PAGE_TEXT,
    GP_PAGE_COLUMNS
};
enum { GP_PAGE_HEADER_HEIGHT = 22, GP_PAGE_LINE_HEIGHT = 21 }; // points

// The headers of a table, NULL where a column has none.
void gp_put_page_headers(struct gp_sheet *sheet, size_t row, const char *const *titles);

// The focus list, and what to talk about beside what one could teach, from `row` on. Return the row
// behind.
size_t gp_put_focus_list(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);
size_t gp_put_talk_and_teach(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);

#endif
