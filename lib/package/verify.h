// verify.h - reads a finished workbook back: bytes that were written are not yet a workbook.
//
// libxlsxwriter reports success over a sheet that was cut off when a disk was full, and no checksum
// shows it, since the checksum is taken of the cut sheet. So every part is inflated, its checksum
// compared, its end looked at, and the rows and cells of sheets counted: a piece lost within one is
// seen, too.
#ifndef GP_PACKAGE_VERIFY_H
#define GP_PACKAGE_VERIFY_H

#include "base/file.h"

// What a worksheet holds: rows that stand in it, with a cell or a height of their own, and cells.
struct gp_sheet_size {
    size_t rows, cells;
};

// Whether a package holds `count` worksheets of these sizes (NULL: not counted), and every part of
// it inflates to as many bytes as it says, has its checksum, and, being XML, ends with a closing
// tag (worksheets with their own); and whether there is nothing in it but these parts and their
// directory. If not, `*why`.
bool gp_package_whole(struct gp_bytes package, const struct gp_sheet_size *sheets, size_t count,
                      const char **why);

#endif
