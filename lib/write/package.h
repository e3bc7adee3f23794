// package.h - reads a finished workbook back: a file that was written is not yet a workbook.
//
// libxlsxwriter reports success over a sheet that was cut off when the temporary disk was full, and
// no checksum shows it, since the checksum is taken of the cut sheet. So every part is inflated,
// its checksum compared, and its end looked at.
#ifndef GP_WRITE_PACKAGE_H
#define GP_WRITE_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

// Whether the package at `path` holds `sheets` worksheets, and every part of it inflates, has its
// checksum, and, being XML, ends with a closing tag (worksheets with their own). If not, `*why`.
bool gp_package_whole(const char *path, size_t sheets, const char **why);

#endif
