// team_summary.h - what the blocks of the Summary sheet share. The page is two blocks side by side,
// each a wide column and three narrow ones.
#ifndef GP_WRITE_TEAM_SUMMARY_H
#define GP_WRITE_TEAM_SUMMARY_H

#include "write/team_book.h"

enum {
    GP_SUMMARY_LEFT = 0, // the first column of the left block
    GP_SUMMARY_GAP = 4,
    GP_SUMMARY_RIGHT = 5, // of the right one
    GP_SUMMARY_BLOCK = 4, // columns of a block
    GP_SUMMARY_COLUMNS = 9
};
// A list is cut at so many lines, so that the sheet stays one page.
enum { GP_SUMMARY_MOST_LINES = 10 };

struct gp_summary_page {
    const struct gp_team_view *view;
    struct gp_sheet *sheet;
};

// The width of the columns from one to another, in characters.
double gp_summary_width(size_t column, size_t last_column);

// A block's title over its columns.
void gp_summary_section(struct gp_sheet *sheet, size_t row, size_t column, size_t last_column,
                        const char *title);

// What stands out, activity by activity: training and hiring needs, only one who can, at risk,
// hidden talent, self and manager apart. Returns the row behind them.
size_t gp_put_team_findings(const struct gp_summary_page *page, size_t row);

// The people outside the ladder, by name: where each would enter and what speaks for it. Nothing
// when there are none. Returns the row behind the block.
size_t gp_put_team_entrants(const struct gp_summary_page *page, size_t row);

#endif
