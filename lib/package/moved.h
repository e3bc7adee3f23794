// moved.h - formulas that are the one above, filled down into the next row. Private to lib/package.
//
// Filled down, what stands for a cell in a row that is not fixed ("B7", "$B7") moves one row down;
// all else stays the same to the byte. So `below` is `above` filled down where as many references
// differ by a row as there are to be moved, and nothing else does. Formulas without their "=".
#ifndef GP_PACKAGE_MOVED_H
#define GP_PACKAGE_MOVED_H

#include <stdbool.h>

// Whether a formula refers to another sheet.
bool gp_refers_elsewhere(const char *formula);

// The references of a formula that move. -1 where that is not told for certain: with references to
// other sheets or whole rows, arrays, tables, or with a text in which such a reference seems to
// stand.
int gp_count_moving(const char *formula);

// The references that are one row further down in `below`; -1 where anything else differs.
int gp_count_moved(const char *above, const char *below);

#endif
