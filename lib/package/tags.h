// tags.h - the library's XML tags, written in its place. Private to lib/package.
#ifndef GP_PACKAGE_TAGS_H
#define GP_PACKAGE_TAGS_H

#include <stddef.h>

// A workbook begins.
void gp_tags_begin(void);

// How many tags of it were written here.
size_t gp_tags_count(void);

#endif
