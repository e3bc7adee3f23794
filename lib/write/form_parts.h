// form_parts.h - what the two sheets of the form share.
#ifndef GP_WRITE_FORM_PARTS_H
#define GP_WRITE_FORM_PARTS_H

#include "write/book.h"
#include "write/form.h"

#define GP_FORM_SCALE "Scale"
#define GP_FORM_NOT_APPLICABLE "N/A"
#define GP_FORM_DONT_KNOW "don't know"

// Whether the ladder's scales read `text` on an axis as `value`: a ladder of one's own may know no
// "N/A".
bool gp_form_reads(struct gp_memory *memory, const struct gp_scale *scale, const char *text,
                   gp_rating value);

// Fills the sheet GP_FORM_SCALE. The choices of each axis, a list for gp_sheet_dropdown(), come
// back in `lists`: the levels, and of the two texts above those that can be read.
void gp_put_form_scale(struct gp_memory *memory, struct gp_sheet *sheet, const struct gp_form *form,
                       const char *lists[GP_AXIS_COUNT]);

// The name by which a filled-in form finds its person: as the roster has it, without the id that is
// shown behind the names of people who share one.
const char *gp_form_name(struct gp_memory *memory, const struct gp_person *person);

#endif
