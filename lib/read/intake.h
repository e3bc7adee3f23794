// intake.h - what the readers of rosters and of answers share: who a row is about, and what the
// columns of an answers file are. Private to lib/read.
#ifndef GP_READ_INTAKE_H
#define GP_READ_INTAKE_H

#include "read/answer_header.h"
#include "read/csv.h"
#include "read/readers.h"
#include "read/shape.h"

// By what a row says who it is about; each may be empty.
struct gp_identity {
    const char *id, *email, *name;
};

// Adds a person of whom nothing but the identity is known. Does not look for one there already.
size_t gp_intake_add(struct gp_intake *intake, const struct gp_identity *identity, struct gp_at at);

// The person a row of answers is about: by id if it gives one, else by email, else by folded name;
// added if there was no roster. Reports who is not on the roster, a name that two people share, and
// an id, email and name that are not one person's. GP_NO_PERSON where it cannot be known.
size_t gp_intake_find(struct gp_intake *intake, const struct gp_identity *identity,
                      struct gp_at at);

// Whom a text names among the roster's people: by id, else by email, else by folded name, or as
// people who share a name are shown, "Ana (E07)". Nobody is added and nothing reported; `*person`
// is set where it is one.
enum gp_named { GP_NAMES_NOBODY, GP_NAMES_SEVERAL, GP_NAMES_ONE };
enum gp_named gp_intake_named(const struct gp_intake *intake, const char *text, size_t *person);

// Whether messages still say what may have been meant: of what is wrong thousands of times, looking
// for the nearest name each time helps nobody.
enum { GP_MOST_SUGGESTED = 1000 };
bool gp_intake_suggests(const struct gp_intake *intake);

// For the end of a message about somebody who is not on the roster: the nearest name, "" if none is
// near, or nothing is suggested any more.
const char *gp_intake_nearest(const struct gp_intake *intake, const char *text);

// The order of the people once they are settled.
int gp_intake_compare(const struct gp_person *a, const struct gp_person *b);

// The key by which emails are the same.
const char *gp_intake_email_key(struct gp_memory *memory, const char *email);

// Reports an error of a person, and marks the person as left out.
void gp_intake_fault(struct gp_intake *intake, size_t person, struct gp_at at, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));

// Reports that a pattern gave up on `text`: one in `file` of the ladder, or a rule for names.
// False, for the caller to return.
bool gp_intake_costly_in(struct gp_intake *intake, struct gp_at at, const char *file,
                         const char *text);
bool gp_intake_costly(struct gp_intake *intake, struct gp_at at, const char *text);

// Reports that a column of `csv` and the earlier column `first` both say what `field` is.
void gp_intake_twice(struct gp_intake *intake, const struct gp_csv *csv, size_t column,
                     size_t first, const char *field);

// The assessment of a person at a date; added, with every answer absent, if there is none. The
// pointer is good until the next one is asked for.
struct gp_assessment *gp_intake_assessment(struct gp_intake *intake, size_t person, gp_date date);

// Where each answer of an assessment stands, one by one from now on: [activity]. What nobody
// answered stands nowhere in particular.
struct gp_given *gp_intake_given(struct gp_intake *intake, struct gp_assessment *assessment);

// Puts a note beside an answer.
void gp_intake_note(struct gp_intake *intake, struct gp_assessment *assessment, size_t activity,
                    const char *note);

// Takes the latest answers, once the people stand where they stay. `moved` says, for each person
// there was, where: those at GP_NO_PERSON are dropped with what they answered.
void gp_intake_latest(struct gp_intake *intake, const size_t *moved);

// Resolves the managers of the roster's people by id, email or name. `places` says where each of
// the people has the manager's name. Somebody not on the roster stays a name. Reports who is their
// own manager, at once or by way of others.
void gp_intake_managers(struct gp_intake *intake, const struct gp_at *places);

// Which of the columns say who a row is about; GP_NO_COLUMN for those that are not there.
struct gp_identity_columns {
    size_t name, email, id;
};

// Which person each row of a file is about: [row], GP_NO_PERSON where that cannot be known. The
// order of the rows does not matter. A row that names nobody is reported with `nobody`.
size_t *gp_intake_people(struct gp_intake *intake, const struct gp_csv *csv,
                         const struct gp_identity_columns *columns, const char *nobody);

// Lets the list of expenses follow the people, and sorts it; `moved` as for gp_intake_latest().
void gp_intake_expenses(struct gp_intake *intake, const size_t *moved);

// Lets what was said of pairs follow the people, and sorts it; `moved` as for gp_intake_latest().
// Last cycle's word on a pair that is never to be goes.
void gp_intake_pairs(struct gp_intake *intake, const size_t *moved);

// What the columns of a roster, of answers, of courses, of expenses and of pairs are called; rules
// of kind "field" lead to these.
enum {
    GP_ROSTER_FIELD_COUNT = 25,
    GP_ANSWER_FIELD_COUNT = 13,
    GP_COURSE_FIELD_COUNT = 10,
    GP_EXPENSE_FIELD_COUNT = 9,
    GP_PAIR_FIELD_COUNT = 11
};
extern const char *const gp_pair_fields[GP_PAIR_FIELD_COUNT];
extern const char *const gp_course_fields[GP_COURSE_FIELD_COUNT];
extern const char *const gp_expense_fields[GP_EXPENSE_FIELD_COUNT];
extern const char *const gp_roster_fields[GP_ROSTER_FIELD_COUNT];
extern const char *const gp_answer_fields[GP_ANSWER_FIELD_COUNT];

enum gp_column_kind {
    GP_COLUMN_PASSED, // by a rule, or because answers have no use for it
    GP_COLUMN_UNKNOWN,
    GP_COLUMN_PERSON,
    GP_COLUMN_ID,
    GP_COLUMN_EMAIL,
    GP_COLUMN_DATE,
    GP_COLUMN_ACTIVITY, // of a long file, as are the notes
    GP_COLUMN_NOTE,
    GP_COLUMN_RATING
};
enum { GP_COLUMN_KIND_COUNT = 9 };

// By what a column was taken for what it is.
enum gp_column_by {
    GP_BY_NOTHING, // it is empty, or not known
    GP_BY_NAME,    // its header, exactly or by a rule
    GP_BY_PARTS,   // the parts of its header, each exactly or by a rule
    GP_BY_ORDER,   // its place among columns that name the same activity
    GP_BY_DIALECT, // what the tool writes
    GP_BY_IGNORE   // a rule that passes it over
};

struct gp_answer_column {
    enum gp_column_kind kind;
    size_t rating;   // of a rating: the axis, or GP_MANAGER_SKILL
    size_t activity; // of a rating in a wide file; GP_NO_ACTIVITY otherwise
    enum gp_column_by by;
    const char *rating_text, *activity_text; // the parts of the header, where they were read
};

struct gp_answer_columns {
    bool wide;
    struct gp_answer_column *items; // [column of the header]
    size_t count;
    size_t at[GP_COLUMN_KIND_COUNT]; // the first column of a kind; GP_NO_COLUMN if there is none
};

// What each column of an answers file is, and whether the file is long or wide. Reports columns
// that are not known, that can be read in two ways, or that say what another one says; of a tool's
// columns those that are not known are passed over, and named in one warning. False when the rows
// cannot be read: there is nobody they could be about, or no rating in them. `options` may be NULL.
bool gp_answer_columns_read(struct gp_intake *intake, const struct gp_shaped *shaped,
                            const struct gp_csv_options *options,
                            struct gp_answer_columns *columns);

// Reads the rows below the header into the intake; false when anything was an error of the file.
bool gp_answer_rows_read(struct gp_intake *intake, const struct gp_shaped *shaped,
                         const struct gp_answer_columns *columns);

// Settles the columns whose headers name an activity and no axis, where they are for the same
// activities again and again, as a Likert question for each axis makes them: the first of an
// activity is of the first axis, and so on. The axes are those of `options`, else skill, experience
// and interest in the order in which the answers can be read; what was decided is said in a
// warning. The others are left unknown, with the activity of their header.
void gp_answer_statements(struct gp_intake *intake, const struct gp_shaped *shaped,
                          const struct gp_csv_options *options, struct gp_answer_columns *columns);

// Reports that two rules lead a text to different things: `say` is what gp_names_two_ways() says of
// them. False, for the caller to return.
bool gp_intake_two_ways(struct gp_intake *intake, struct gp_at at, const char *text,
                        const char *say);

// Warns of columns of a tool that were passed over, all of them in one message: `count` of them,
// the first of which are named.
enum { GP_MOST_NAMED = 5 };
void gp_intake_passed_over(struct gp_intake *intake, const struct gp_csv *csv,
                           const size_t *columns, size_t count);

#endif
