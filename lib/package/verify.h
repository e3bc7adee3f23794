// verify.h - reads a finished workbook back: bytes that were written are not yet a workbook.
//
// libxlsxwriter reports success over a sheet that was cut off when a disk was full, and no checksum
// shows it, since the checksum is taken of the cut sheet. So every part is inflated, its checksum
// compared, its end looked at, and the cells of sheets counted: a piece lost within one is seen,
// too.
#ifndef GP_PACKAGE_VERIFY_H
#define GP_PACKAGE_VERIFY_H

#include "base/file.h"

// Whether a package holds `sheets` worksheets with so many cells each ([sheet]; NULL: not counted),
// and every part of it inflates to as many bytes as it says, has its checksum, and, being XML, ends
// with a closing tag (worksheets with their own); and whether there is nothing in it but these
// parts and their directory. If not, `*why`.
bool gp_package_whole(struct gp_bytes package, const size_t *cells, size_t sheets,
                      const char **why);

#endif
