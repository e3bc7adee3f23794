// xlsx.h - a workbook (.xlsx) to the rows of one of its sheets, wherever CSV is read.
//
// The sheet is the visible one called "Assessment" or "Answers" if there is one, else the first
// visible one. Its cells are taken as they are seen: whole numbers without decimals, up to 15
// digits of others, dates as 2026-11-23, booleans as TRUE and FALSE, formulas by the value stored
// with them; rows with nothing in them are passed over. Lines and columns of places are those of
// the sheet.
//
// A plan that this program wrote (known by its properties) has nobody's name in its rows: a column
// "Person" is put where the first of its calculated columns stood, all of which are left out, and
// so are the lines above the header. A rating nobody gave there is not asked. Of a form that it
// wrote, the columns that are no answers are left out likewise; where the rows do not say who
// filled it in, the name above them does.
#ifndef GP_READ_XLSX_H
#define GP_READ_XLSX_H

#include "read/csv.h"

// The table from its first to its last row and column that says something.
enum { GP_MOST_CELLS = 2000000, GP_MOST_SHARED_TEXTS = 1000000 };

// Whether the bytes start as those of a workbook do: of ours, or of a kind that is refused.
bool gp_is_workbook(struct gp_bytes bytes);

// Like gp_csv_read(), for which see; `csv->file` is "book.xlsx [Assessment]". Reported, and false,
// are a file of another kind (.xls, .ods, .xlsb, any other zip), one that is encrypted, damaged or
// over the caps here and in archive.h, and a formula without its value. An error such as #REF! in a
// cell that is taken is reported, and the cell is left empty, so that the other faults are seen as
// well.
bool gp_xlsx_read(struct gp_memory *memory, const struct gp_source *source,
                  struct gp_messages *messages, struct gp_csv *csv);

#endif
