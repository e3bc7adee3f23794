// about.h - the About sheet, the same in every workbook: what it was made from, by which rules, and
// whose work it stands on. It never holds money.
#ifndef GP_WRITE_ABOUT_H
#define GP_WRITE_ABOUT_H

#include "model/scale.h"
#include "write/book.h"
#include "write/writers.h"

#define GP_ABOUT "About"

// Where the choices for a rating stand on the About sheet, per axis: a list for
// gp_sheet_dropdown(), such as "=About!$A$60:$A$67". They are the values of the scale, "N/A" and
// "don't know".
struct gp_rating_lists {
    const char *axis[GP_AXIS_COUNT];
    const char *yes_no; // of the manager's support: "yes" and "no"
};

// Whose work the ladders stand on, a paragraph each; the licenses ask for it wherever they are
// shown.
enum { GP_LICENSE_COUNT = 2 };
extern const char *const gp_licenses[GP_LICENSE_COUNT];

// Fills `sheet`, which must be named GP_ABOUT. With `lists`, a table of the choices is put on it
// too, and `*lists` says where: then it must be written before the sheets that use them. Without,
// the must-haves are listed rung by rung, which a plan does on Readiness. Texts live in `memory`.
void gp_put_about(struct gp_memory *memory, struct gp_sheet *sheet, const struct gp_report *report,
                  struct gp_rating_lists *lists);

#endif
