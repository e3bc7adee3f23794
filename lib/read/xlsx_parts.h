// xlsx_parts.h - what the parts of a workbook's reader share. Private to lib/read.
#ifndef GP_READ_XLSX_PARTS_H
#define GP_READ_XLSX_PARTS_H

#include "read/archive.h"
#include "read/xlsx.h"

// A text as it comes in pieces. Beyond GP_LONGEST_FIELD bytes it is too long, and no longer grows.
struct gp_gathered {
    char *bytes;
    size_t length, capacity;
    bool too_long;
};

// Starts anew, in the room there is.
void gp_gather_anew(struct gp_gathered *gathered);
void gp_gather(struct gp_memory *memory, struct gp_gathered *gathered, const char *bytes,
               size_t length);

struct gp_workbook {
    struct gp_memory *memory;
    struct gp_messages *messages;
    struct gp_archive *archive;
    const char *file;
    const char *creator, *title; // "" where there is none
    // Names of parts; NULL where there is none.
    const char *sheet, *shared, *styles;
    const char *sheet_name;
    bool from_1904;     // what day dates count from
    const char **texts; // shared by cells
    size_t text_count, text_capacity;
    bool *dates; // by a cell's style: whether it shows a number as a date
    size_t date_count, date_capacity;
};

// What the package holds, which sheet is read, and who made it. False, with a message, for what is
// no workbook of this kind, or has no sheet to read.
bool gp_workbook_find(struct gp_workbook *book);

// The shared texts and the styles of cells; none where the workbook has none.
bool gp_workbook_texts(struct gp_workbook *book);
bool gp_workbook_styles(struct gp_workbook *book);

// What is wrong in a cell, kept until it is known whether the cell is taken: it no longer holds the
// text if it is not.
struct gp_cell_fault {
    size_t row, column; // of the rows read, from 0
    const char *text;   // the one put into the cell: "#REF!"
    bool no_value;      // a formula without its value
};

struct gp_cell_faults {
    struct gp_cell_fault *items;
    size_t count, capacity;
};

// The sheet's rows, each up to the last column in which any says something, and with room for a
// cell more.
bool gp_sheet_read(struct gp_workbook *book, struct gp_csv *csv, struct gp_cell_faults *faults);

// Whether the workbook is a plan or a form that this program wrote.
bool gp_is_own_workbook(const struct gp_workbook *book);

// Makes the sheet of one of these rows of answers, as xlsx.h says. False, with a message, where a
// column that it needs is gone, or a form has nobody's name.
bool gp_own_rows(const struct gp_workbook *book, const struct gp_cell_faults *faults,
                 struct gp_csv *csv);

// A number as XML has it, as people see it; other texts as they are.
const char *gp_shown_number(struct gp_memory *memory, const char *text);

// The day of a number of days: "2026-11-23"; with the time to the second where it is not midnight.
// What is no day between 1900 and 9999, such as a time alone, as a number.
const char *gp_shown_day(struct gp_memory *memory, const char *text, bool from_1904);

// Whether a number format shows a day or a time; ids are of those every workbook has, codes are its
// own, such as "dd/mm/yyyy".
bool gp_format_id_is_date(unsigned long id);
bool gp_format_code_is_date(const char *code);

// A text with "_x000A_" for a line break, as workbooks write what XML does not take, as it is
// meant, and trimmed. Control characters become blanks.
const char *gp_shown_text(struct gp_memory *memory, const char *bytes, size_t length);

#endif
