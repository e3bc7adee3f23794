// package.h - where libxlsxwriter puts a workbook: into memory, not onto a disk.
//
// The library writes each part of a workbook to a temporary file, and the parts into a zip file by
// minizip. Temporary files are half of its time, they hold salaries, and when their disk is full
// the library says that all is well over a sheet cut in two. So this folder stands in for the calls
// it makes. They are functions that the library exports or imports by name, and a program's own
// function of that name comes before that of a shared library:
//
//   lxw_tmpfile               scratch.c: a stream over memory instead of a file; what is large is
//                             packed away piece by piece (stash.h)
//   _write_cell               cells.c: a cell's XML without printf, and a formula that is filled
//                             down once for all its cells; where the library keeps it to itself, it
//                             is just slower, and larger
//   _write_row, _write_si     cells.c: the same of rows, texts and merged cells; rows without the
//   _calculate_spans          hint of how wide they are
//   _worksheet_write_merge_cell
//   _new_number_cell, ...     cell_store.c: where a sheet's cells are kept, without looking for
//   _insert_cell_list         memory and a place for each
//   _free_cell, _free_row
//   worksheet_write_formula_num, worksheet_write_formula_str
//   lxw_get_sst_index         shared_texts.c: whether a text is there already, looked up in a table
//   lxw_xml_start_tag, ...    tags.c: tags and attributes without printf
//   lxw_new_attribute_str
//   lxw_utf8_strlen           the same of the length of a text
//   zipOpen                   zip.c: a package in memory, its parts compressed by libdeflate, which
//   zipOpenNewFileInZip4_64   takes less than half of zlib's time for the same size; a part that is
//   zipWriteInFileInZip       as it was in the workbook before is not compressed again, a large one
//                             while it comes, by zlib, which does not need it whole
//   zipCloseFileInZip
//   zipClose
//
// The library gives these calls no context to hang anything on, so that there is one package at a
// time in a process: gp_package_begin(), a workbook from its making to its end, gp_package_take().
// That the library calls them is checked each time: without, there is nothing to take. With
// `make PACKAGE=minizip` minizip.c is built in place of all this, and the library does as it was
// made to.
#ifndef GP_PACKAGE_PACKAGE_H
#define GP_PACKAGE_PACKAGE_H

#include "base/file.h"

// Begins a package. Returns the file name to make the workbook with. `scratch` is a private folder;
// it is used in the build with minizip alone.
const char *gp_package_begin(struct gp_memory *memory, const char *scratch);

// Whether temporary files go to the scratch folder.
bool gp_package_uses_scratch(void);

// In place of a formula: that of the cell above it, filled down by a row; that of the cell to the
// left of it, filled right by a column. Only where gp_package_fills(), and as many as are given
// must be written in the end: gp_package_filled() says how many of the package were.
#define GP_PACKAGE_FILLED_DOWN "=^"
#define GP_PACKAGE_FILLED_RIGHT "=<"
bool gp_package_fills(void);
size_t gp_package_filled(void);

// The package, once the workbook is closed. The bytes are good until the next gp_package_begin().
// False with `*why` where the library did not make one.
bool gp_package_take(struct gp_memory *memory, struct gp_bytes *bytes, const char **why);
// The bytes are not needed any more: memory that is more than the next workbook will need is given
// back.
void gp_package_drop(void);

#endif
