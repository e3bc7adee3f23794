#include "package/fills.h"

#include "package/moved.h"
#include "package/package.h"

#include <string.h>

enum { MOST_COLUMNS = 256 };

// Of the sheet that is being written.
static struct {
    const lxw_worksheet *sheet;
    unsigned count;
    struct gp_fill columns[MOST_COLUMNS]; // the last of each
} fills;

void gp_fills_begin(void) {
    fills.sheet = NULL;
}

// The library takes a formula's "=" away.
bool gp_fill_said(const lxw_cell *cell) {
    return strcmp(cell->u.string, GP_PACKAGE_FILLED + 1) == 0;
}

// The last row that a cell's formula is filled down to; the cell's own where it is not.
static lxw_row_t last_filled(lxw_worksheet *sheet, const lxw_cell *cell) {
    int moving = -1;
    for (const lxw_cell *above = cell;;) {
        lxw_row *row = lxw_worksheet_find_row(sheet, above->row_num + 1);
        const lxw_cell *below = lxw_worksheet_find_cell_in_row(row, above->col_num);
        if (below == NULL || below->type != FORMULA_CELL)
            return above->row_num;
        if (gp_fill_said(below)) {
            above = below;
            continue;
        }
        if (gp_fill_said(above))
            return above->row_num;
        int moved = gp_count_moved(above->u.string, below->u.string);
        if (above == cell && moved >= 0)
            moving = gp_count_moving(cell->u.string);
        if (moved < 0 || moved != moving)
            return above->row_num;
        above = below;
    }
}

const struct gp_fill *gp_fill_of(lxw_worksheet *sheet, const lxw_cell *cell) {
    if (fills.sheet != sheet)
        memset(&fills, 0, sizeof fills);
    fills.sheet = sheet;
    if (cell->col_num >= MOST_COLUMNS || sheet->optimize)
        return NULL;
    struct gp_fill *fill = &fills.columns[cell->col_num];
    if (fill->last > 0 && fill->last >= cell->row_num)
        return fill;
    lxw_row_t last = last_filled(sheet, cell);
    if (last == cell->row_num)
        return NULL;
    *fill = (struct gp_fill){cell->row_num, last, fills.count++};
    return fill;
}
