// answer_columns.h - what each column of an answers file is. For lib/read only.
#ifndef GP_READ_ANSWER_COLUMNS_H
#define GP_READ_ANSWER_COLUMNS_H

#include "read/intake.h"

// What a rating column rates: one of the three axes, or the manager's rating of the skill.
enum { GP_MANAGER_AXIS = GP_AXIS_COUNT, GP_RATED_AXES };

enum gp_answer_field {
    GP_ANSWER_PERSON,
    GP_ANSWER_ID,
    GP_ANSWER_EMAIL,
    GP_ANSWER_DATE,
    GP_ANSWER_NOTE,
    GP_ANSWER_ACTIVITY
};
enum { GP_ANSWER_FIELDS = 6 };

// A wide column: what it rates, of which activity. In a long file the activity is the row's.
struct gp_rating_column {
    size_t column, axis, activity;
};

struct gp_answer_columns {
    size_t fields[GP_ANSWER_FIELDS]; // columns; GP_NO_ANSWER_COLUMN where there is none
    struct gp_rating_column *ratings;
    size_t rating_count;
    bool is_long; // there is an activity column
};
#define GP_NO_ANSWER_COLUMN ((size_t)-1)

// Reads the header. A header that is nothing known is an error with the nearest name; so are two
// for one thing, a missing person, and no ratings at all.
bool gp_answer_columns_find(struct gp_intake *intake, const struct gp_csv *csv,
                            struct gp_answer_columns *columns);

// "skill", "experience", "interest", "manager_skill"
const char *gp_rated_axis_name(size_t axis);

#endif
