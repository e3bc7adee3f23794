#include "package/fills.h"

#include "package/cell_store.h"
#include "package/package.h"

#include <assert.h>
#include <stddef.h>

// The formula that was put last.
struct put {
    const lxw_worksheet *sheet;
    lxw_cell *cell;
};

static struct {
    struct put columns[LXW_COL_MAX]; // [column]
    struct put last;                 // of all
    const lxw_worksheet *written;    // the sheet that is being written
    unsigned count;                  // of its fills
} fills;

void gp_fills_begin(void) {
    fills.written = NULL;
}

// Whether a formula is this sign alone. The library's formulas are without their "=".
static bool is_sign(const lxw_cell *cell, const char *said) {
    return cell->u.string[0] == said[1] && cell->u.string[1] == '\0';
}

static bool said_down(const lxw_cell *cell) {
    return is_sign(cell, GP_PACKAGE_FILLED_DOWN);
}

static bool said_right(const lxw_cell *cell) {
    return is_sign(cell, GP_PACKAGE_FILLED_RIGHT);
}

bool gp_fill_said(const lxw_cell *cell) {
    return said_down(cell) || said_right(cell);
}

// Where the library has no use for it with a formula that gives one value.
static struct gp_fill *fill_of(const lxw_cell *cell) {
    return (struct gp_fill *)(void *)cell->user_data1;
}

static void join(lxw_cell *cell, struct gp_fill *fill) {
    cell->user_data1 = (char *)fill;
}

static struct gp_fill *start(lxw_cell *cell) {
    struct gp_fill *fill = gp_stored_alloc(sizeof *fill);
    *fill = (struct gp_fill){.row = cell->row_num,
                             .last_row = cell->row_num,
                             .column = cell->col_num,
                             .last_column = cell->col_num};
    join(cell, fill);
    return fill;
}

// Whoever says so writes the cell that is meant just before, in its column or in its row.
static void continue_fill(const lxw_worksheet *sheet, lxw_cell *cell, const struct put *before) {
    bool down = said_down(cell);
    assert(before->sheet == sheet && before->cell != NULL);
    assert(before->cell->row_num + (down ? 1U : 0U) == cell->row_num);
    assert(before->cell->col_num + (down ? 0 : 1) == cell->col_num);
    struct gp_fill *fill = fill_of(before->cell);
    if (fill == NULL)
        fill = start(before->cell);
    assert(down ? fill->last_column == fill->column : fill->last_row == fill->row);
    fill->last_row = cell->row_num;
    fill->last_column = cell->col_num;
    join(cell, fill);
}

void gp_fill_put(const lxw_worksheet *sheet, lxw_cell *cell) {
    struct put *above = &fills.columns[cell->col_num];
    if (gp_fill_said(cell))
        continue_fill(sheet, cell, said_down(cell) ? above : &fills.last);
    *above = fills.last = (struct put){sheet, cell};
}

void gp_fill_forget(const lxw_cell *cell) {
    const struct put nothing = {NULL, NULL};
    if (fills.columns[cell->col_num].cell == cell)
        fills.columns[cell->col_num] = nothing;
    if (fills.last.cell == cell)
        fills.last = nothing;
}

const struct gp_fill *gp_fill_of(const lxw_worksheet *sheet, const lxw_cell *cell) {
    struct gp_fill *fill = sheet->optimize ? NULL : fill_of(cell);
    if (fills.written != sheet)
        fills.count = 0;
    fills.written = sheet;
    if (fill == NULL)
        return NULL;
    if (cell->row_num == fill->row && cell->col_num == fill->column) {
        fill->number = fills.count++;
        fill->numbered = true;
    }
    assert(fill->numbered); // its first cell was not replaced
    return fill;
}
