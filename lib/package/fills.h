// fills.h - the formulas of a sheet that are filled down its columns, or right along its rows.
// Private to lib/package.
//
// A spreadsheet takes such a formula once, in the first of its cells and with where it ends; the
// others point at it (a "shared" formula of ECMA-376, 18.3.1.40). Written out, they would be a
// fifth of the XML of a plan. Which they are is said by who writes them: by GP_PACKAGE_FILLED_DOWN
// and GP_PACKAGE_FILLED_RIGHT in place of the formula, behind the cell that is meant.
#ifndef GP_PACKAGE_FILLS_H
#define GP_PACKAGE_FILLS_H

#include <stdbool.h>

#include <xlsxwriter/worksheet.h>

struct gp_fill {
    lxw_row_t row, last_row;
    lxw_col_t column, last_column;
    unsigned number; // within the sheet, from 0, once the first cell is written
    bool numbered;
};

// A workbook begins: what was known of sheets is forgotten.
void gp_fills_begin(void);

// A formula was put, perhaps one that is said; its cell is in its place.
void gp_fill_put(const lxw_worksheet *sheet, lxw_cell *cell);
// The cell of one is freed.
void gp_fill_forget(const lxw_cell *cell);

// Whether the formula of a cell was said to be the one above it, or to the left.
bool gp_fill_said(const lxw_cell *cell);

// What the formula of a cell is filled down with, or right; NULL where it stands alone. To be asked
// once of each formula of a sheet, row by row.
const struct gp_fill *gp_fill_of(const lxw_worksheet *sheet, const lxw_cell *cell);

#endif
