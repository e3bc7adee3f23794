// shared_texts.h - the texts of a workbook, each kept once and found again. Private to lib/package.
//
// The library makes an entry of each text it is given, looks for the place of it in a tree, and
// drops it where it stands there already, as every second does. Here a text is looked up in a table
// first (base/texts.h).
#ifndef GP_PACKAGE_SHARED_TEXTS_H
#define GP_PACKAGE_SHARED_TEXTS_H

#include <stddef.h>

// How many texts were asked for since the program began.
size_t gp_shared_texts_count(void);

// Forgets the texts of the last workbook.
void gp_shared_texts_drop(void);

#endif
