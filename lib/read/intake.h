// intake.h - people and their assessments while inputs are read. For lib/read only.
#ifndef GP_READ_INTAKE_H
#define GP_READ_INTAKE_H

#include "read/csv.h"
#include "read/readers.h"

// What a row says of who it is about; empty texts where it says nothing.
struct gp_identity {
    const char *id, *email, *name;
};

enum gp_identified { GP_PERSON_FOUND, GP_PERSON_UNKNOWN, GP_PERSON_AMBIGUOUS };

// By id if the row has one, else by email, else by folded name. Ambiguous: two people share the
// name, and nothing else tells them apart.
enum gp_identified gp_intake_find(const struct gp_intake *intake,
                                  const struct gp_identity *identity, size_t *person);

// A new person, with a place in the payroll too.
size_t gp_intake_add(struct gp_intake *intake, const struct gp_identity *identity, struct gp_at at);

// The assessment of a person at a date, new if there is none yet.
struct gp_assessment *gp_intake_assessment(struct gp_intake *intake, size_t person, gp_date date);

// Reports an error in a person's rows; the person will be left out. Returns false.
bool gp_intake_error(struct gp_intake *intake, size_t person, struct gp_at at, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));

// Two columns for the same thing.
bool gp_twice(struct gp_intake *intake, const struct gp_csv *csv, size_t column, size_t first);

// What to say of a header that a rule could not be tried on within its limits.
bool gp_too_costly(struct gp_intake *intake, struct gp_at at, const char *text);

#endif
