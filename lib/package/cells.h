// cells.h - the cells of a sheet, and its other small tags, written in place of the library.
// Private to lib/package.
#ifndef GP_PACKAGE_CELLS_H
#define GP_PACKAGE_CELLS_H

#include <stddef.h>

// A workbook begins: what was known of the last one's formats is forgotten.
void gp_cells_begin(void);

// How many cells were written here since the program began.
size_t gp_cells_count(void);

#endif
