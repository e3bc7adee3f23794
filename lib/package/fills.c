#include "package/fills.h"

#include "package/moved.h"
#include "package/package.h"

#include <string.h>

enum { MOST_COLUMNS = 256 };

// The library keeps rows, and the cells of each, in trees; this is how one comes to the next.
RB_GENERATE_NEXT(rows, lxw_row, tree_pointers, static)
RB_GENERATE_NEXT(cells, lxw_cell, tree_pointers, static)

// Of the sheet that is being written.
static struct {
    const lxw_worksheet *sheet;
    lxw_row *row; // the one being written
    unsigned count;
    struct gp_fill down[MOST_COLUMNS]; // the last of each column
    struct gp_fill right;              // the last of all
} fills;

void gp_fills_begin(void) {
    fills.sheet = NULL;
}

// The library takes a formula's "=" away.
static bool said_down(const lxw_cell *cell) {
    return strcmp(cell->u.string, &GP_PACKAGE_FILLED_DOWN[1]) == 0;
}

static bool said_right(const lxw_cell *cell) {
    return strcmp(cell->u.string, &GP_PACKAGE_FILLED_RIGHT[1]) == 0;
}

bool gp_fill_said(const lxw_cell *cell) {
    return said_down(cell) || said_right(cell);
}

// The formula in a row's column, where the row is just below another; else NULL.
static const lxw_cell *formula_below(const lxw_cell *above, lxw_row *row) {
    if (row == NULL || row->row_num != above->row_num + 1)
        return NULL;
    const lxw_cell *below = RB_ROOT(row->cells);
    while (below != NULL && below->col_num != above->col_num)
        below = above->col_num < below->col_num ? RB_LEFT(below, tree_pointers)
                                                : RB_RIGHT(below, tree_pointers);
    return below == NULL || below->type != FORMULA_CELL ? NULL : below;
}

// The last row that a cell's formula is filled down to; the cell's own where it is not.
static lxw_row_t last_filled(const lxw_cell *cell) {
    int moving = -1;
    const lxw_cell *above = cell;
    for (lxw_row *row = rows_RB_NEXT(fills.row);; row = rows_RB_NEXT(row)) {
        const lxw_cell *below = formula_below(above, row);
        if (below == NULL)
            return above->row_num;
        if (said_down(below)) {
            above = below;
            continue;
        }
        if (gp_fill_said(above) || said_right(below))
            return above->row_num;
        int moved = gp_count_moved(above->u.string, below->u.string);
        if (above == cell && moved >= 0)
            moving = gp_count_moving(cell->u.string);
        if (moved < 0 || moved != moving)
            return above->row_num;
        above = below;
    }
}

static const struct gp_fill *find_down(const lxw_cell *cell) {
    if (cell->col_num >= MOST_COLUMNS)
        return NULL;
    struct gp_fill *fill = &fills.down[cell->col_num];
    if (fill->last_row > 0 && fill->last_row >= cell->row_num)
        return fill;
    lxw_row_t last = last_filled(cell);
    if (last == cell->row_num)
        return NULL;
    *fill = (struct gp_fill){cell->row_num, last, cell->col_num, cell->col_num, fills.count++};
    return fill;
}

// The last column that a cell's formula is said to be filled right to.
static lxw_col_t last_right(lxw_cell *cell) {
    lxw_col_t last = cell->col_num;
    for (lxw_cell *next = cells_RB_NEXT(cell); next != NULL && next->col_num == last + 1 &&
                                               next->type == FORMULA_CELL && said_right(next);
         next = cells_RB_NEXT(next))
        last++;
    return last;
}

static const struct gp_fill *find_right(lxw_cell *cell) {
    struct gp_fill *fill = &fills.right;
    if (said_right(cell))
        return fill->row == cell->row_num && fill->last_column >= cell->col_num ? fill : NULL;
    lxw_col_t last = last_right(cell);
    if (last == cell->col_num)
        return NULL;
    *fill = (struct gp_fill){cell->row_num, cell->row_num, cell->col_num, last, fills.count++};
    return fill;
}

const struct gp_fill *gp_fill_of(lxw_worksheet *sheet, lxw_cell *cell) {
    if (fills.sheet != sheet)
        memset(&fills, 0, sizeof fills);
    fills.sheet = sheet;
    if (sheet->optimize)
        return NULL;
    if (fills.row == NULL || fills.row->row_num != cell->row_num)
        fills.row = lxw_worksheet_find_row(sheet, cell->row_num);
    const struct gp_fill *fill = find_right(cell);
    return fill != NULL ? fill : find_down(cell);
}
