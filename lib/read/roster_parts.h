// roster_parts.h - what the readers of a roster's rows share: the row of a person, cell by cell.
// Private to lib/read.
#ifndef GP_READ_ROSTER_PARTS_H
#define GP_READ_ROSTER_PARTS_H

#include "read/amounts.h"
#include "read/dates.h"
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
    GP_FIELD_PERIOD,
    GP_FIELD_FTE,
    GP_FIELD_JOINED,
    GP_FIELD_LEAVES,
    GP_FIELD_CARRY_OVER,
    GP_FIELD_PRODUCT_YEARS,
    GP_FIELD_PRODUCTS,
    GP_FIELD_BACKGROUND,
    GP_FIELD_MENTOR_HOURS,
    GP_FIELD_MENTOR_WILLING,
    GP_FIELD_SUPPORTED,
    GP_FIELD_ROLE_SINCE,
    GP_FIELD_TIME_ZONE,
    GP_FIELD_WANTS_MENTOR,
    GP_FIELD_PERSON, // what answers call the name
    GP_FIELD_COUNT,
    GP_FIELDS_SUGGESTED = GP_FIELD_PERSON
};

// The columns of a roster that hold money.
enum gp_roster_money { GP_MONEY_SALARY, GP_MONEY_SPENT, GP_MONEY_CARRY_OVER };
enum { GP_ROSTER_MONEY_COUNT = 3 };

// Salaries that were made a year's.
struct gp_annualized {
    unsigned periods_per_year;
    size_t count;          // of people
    struct gp_at first_at; // the first of them
};
enum { GP_MOST_PERIODS = 8 };

// A roster while it is read.
struct gp_roster {
    struct gp_intake *intake;
    struct gp_csv csv;
    size_t at[GP_FIELD_COUNT]; // the column of a field; GP_NO_COLUMN if there is none
    struct gp_amounts money[GP_ROSTER_MONEY_COUNT];
    struct gp_dates dates;
    unsigned header_period; // that the header of the salaries names; 0 if none
    struct gp_annualized annualized[GP_MOST_PERIODS]; // as they come; the rest are all 0
    size_t no_offsets;                                // time zones that say no offset from UTC
    size_t first_no_offset;                           // the row of the first of them
};

// A row of the roster and the person it is of.
struct gp_roster_row {
    struct gp_roster *reading;
    size_t row;
    size_t person;
};

// Reads a roster that is shaped into the intake, and leaves in `*reading` which columns it has;
// false when anything was an error of the file.
bool gp_roster_rows_read(struct gp_intake *intake, const struct gp_shaped *shaped,
                         struct gp_roster *reading);

// The text of a cell, "" if the column is not there; its place.
const char *gp_roster_cell(const struct gp_roster_row *entry, enum gp_field field);
struct gp_at gp_roster_place(const struct gp_roster_row *entry, enum gp_field field);

// Says of a field that its text is not what it should be.
void gp_roster_refuse(const struct gp_roster_row *entry, enum gp_field field, const char *right);

// The day in a cell; false, with a report, where it is none. An empty one is none, and fine.
bool gp_roster_day(const struct gp_roster_row *entry, enum gp_field field, gp_date *date);

// Looks at all amounts, so that each can be read by the sign that its column shows. Reports a
// header that names two periods. Before the first gp_roster_pay().
void gp_roster_pay_open(struct gp_roster *reading);

// Reads what a person is paid, how long and for how much of a job, the rate of their budget, and
// what was spent of it.
void gp_roster_pay(const struct gp_roster_row *entry);

// Says how salaries were made a year's, and amounts read that may be read in two ways.
void gp_roster_pay_close(const struct gp_roster *reading);

#endif
