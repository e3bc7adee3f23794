// roster_parts.h - what the readers of a roster's rows share: the row of a person, cell by cell.
// Private to lib/read.
#ifndef GP_READ_ROSTER_PARTS_H
#define GP_READ_ROSTER_PARTS_H

#include "read/intake.h"

// The columns of a roster, in the order of gp_roster_fields.
enum gp_field {
    GP_FIELD_ID,
    GP_FIELD_NAME,
    GP_FIELD_EMAIL,
    GP_FIELD_ROLE,
    GP_FIELD_TARGET,
    GP_FIELD_MANAGER,
    GP_FIELD_SALARY,
    GP_FIELD_CURRENCY,
    GP_FIELD_RATE,
    GP_FIELD_SPENT,
    GP_FIELD_PRODUCT_YEARS,
    GP_FIELD_PRODUCTS,
    GP_FIELD_BACKGROUND,
    GP_FIELD_MENTOR_HOURS,
    GP_FIELD_MENTOR_WILLING,
    GP_FIELD_SUPPORTED,
    GP_FIELD_ROLE_SINCE,
    GP_FIELD_PERSON, // what answers call the name
    GP_FIELD_COUNT,
    GP_FIELDS_SUGGESTED = GP_FIELD_PERSON
};

// A roster while it is read.
struct gp_roster {
    struct gp_intake *intake;
    struct gp_csv csv;
    size_t at[GP_FIELD_COUNT]; // the column of a field; GP_NO_COLUMN if there is none
};

// A row of the roster and the person it is of.
struct gp_roster_row {
    const struct gp_roster *reading;
    size_t row;
    size_t person;
};

// The text of a cell, "" if the column is not there; its place.
const char *gp_roster_cell(const struct gp_roster_row *entry, enum gp_field field);
struct gp_at gp_roster_place(const struct gp_roster_row *entry, enum gp_field field);

// Says of a field that its text is not what it should be.
void gp_roster_refuse(const struct gp_roster_row *entry, enum gp_field field, const char *right);

// Reads what a person is paid, the rate of their budget, and what was spent of it.
void gp_roster_pay(const struct gp_roster_row *entry);

#endif
