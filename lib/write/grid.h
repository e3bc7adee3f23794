// grid.h - a table of results, filled once and shown as text to people, or as CSV or JSON to
// programs. Cells are given row by row, in the order of the columns.
#ifndef GP_WRITE_GRID_H
#define GP_WRITE_GRID_H

#include "base/file.h"
#include "base/memory.h"
#include "base/money.h"
#include "model/results.h"
#include "write/json.h"
#include "write/table.h"

enum gp_cell_kind {
    GP_CELL_TEXT,
    GP_CELL_REMARK, // a text that most rows have none of: nothing is shown there, not even "-"
    GP_CELL_COUNT,  // 12
    GP_CELL_SHARE,  // 0.853
    GP_CELL_LEVEL,  // 3 or 2.5
    GP_CELL_POINTS, // 24.5 or 24.0
    GP_CELL_CHANGE, // +1, 0 or -2; in CSV and JSON without the plus
    GP_CELL_YES_NO, // yes, no; in JSON true, false
    GP_CELL_MONEY   // 1,234.50; in CSV 1234.50, in JSON the text "1234.50", which keeps it exact
};

struct gp_grid_column {
    const char *id; // the column of a CSV, the key in JSON: "product_score"; NULL: for people only
    const char *title; // over the column in text; NULL: for programs only
    enum gp_cell_kind kind;
};

struct gp_grid;

// At least one column. `columns`, and the texts of the cells, must live as long as the grid.
struct gp_grid *gp_grid_new(struct gp_memory *memory, const struct gp_grid_column *columns,
                            size_t count);

// Leaves a column out of the text; CSV and JSON keep it.
void gp_grid_hide(struct gp_grid *grid, size_t column);

// The next cell, of the column's kind (asserted). A row is whole when its last column is given.
void gp_grid_text(struct gp_grid *grid, const char *text); // NULL is no text
void gp_grid_count(struct gp_grid *grid, size_t count);
void gp_grid_share(struct gp_grid *grid, gp_permille share);    // GP_NO_SHARE: none
void gp_grid_level(struct gp_grid *grid, gp_level_milli level); // below 0: none
void gp_grid_points(struct gp_grid *grid, int64_t thousandths); // 0 or more
void gp_grid_change(struct gp_grid *grid, int32_t change);
void gp_grid_yes_no(struct gp_grid *grid, bool yes);
void gp_grid_money(struct gp_grid *grid, gp_money money);
void gp_grid_none(struct gp_grid *grid); // of any kind: nothing in text and CSV, null in JSON

// Columns as wide as their widest cell by display width (base/text.h), two blanks between them, a
// line under each title; texts left, numbers right; no blanks at line ends; "-" where there is
// none, or an empty text. A line break, or what does not show as itself, becomes a blank
// (gp_text_shown). All rows
// must be whole, for this and the other two; without rows there is the header alone.
struct gp_bytes gp_grid_as_text(const struct gp_grid *grid);
// RFC 4180, by write/table.h, which see for texts that look like formulas.
struct gp_bytes gp_grid_as_csv(const struct gp_grid *grid);
// The same in pieces, for what is too large to stand in memory at once: a table in `memory` with
// the header, to which the rows of grids with these columns are added.
void gp_grid_open_csv(const struct gp_grid *grid, struct gp_memory *memory,
                      struct gp_text_table *table);
void gp_grid_add_to_csv(const struct gp_grid *grid, struct gp_text_table *table);
// An array of objects, a row each, under `key` of the object that is open.
void gp_grid_as_json(const struct gp_grid *grid, struct gp_json *json, const char *key);

// As a grid shows them: "0.853"; "3", "2.5"; "-" for none.
const char *gp_share_text(struct gp_memory *memory, gp_permille share);
const char *gp_level_text(struct gp_memory *memory, gp_level_milli level);
// 24500 thousandths are "24.5", 24000 "24.0": with one decimal at least.
const char *gp_strength_text(struct gp_memory *memory, int64_t thousandths);
// "1,234.50", in the currency's own decimals.
const char *gp_money_grouped(struct gp_memory *memory, gp_money money);

#endif
