// cell_store.h - where the library keeps the cells of its sheets until they are written. Private to
// lib/package.
//
// The library allocates and frees a cell at a time, looks for its place in a balanced tree of its
// row, and takes each out of that tree before it frees it: an eighth of a plan's time. Here cells
// are cut off larger blocks, and a row is a tree of one branch, each cell to the right of the one
// before it: the library goes through it from one end to the other, and seldom looks for a cell.
#ifndef GP_PACKAGE_CELL_STORE_H
#define GP_PACKAGE_CELL_STORE_H

#include <stddef.h>

// Cells that were given out since the program began, and those of them that were not given back.
size_t gp_stored_cells_count(void);
size_t gp_stored_cells_live(void);

// Zeroed bytes that are there until no cell is left.
void *gp_stored_alloc(size_t bytes);

// Gives memory back that is more than the next workbook will need. Only while no cell is live.
void gp_stored_cells_shrink(void);

#endif
