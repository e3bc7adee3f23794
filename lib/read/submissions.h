// submissions.h - which rows of a file of answers count, where somebody answered more than once.
// Private to lib/read.
#ifndef GP_READ_SUBMISSIONS_H
#define GP_READ_SUBMISSIONS_H

#include "read/intake.h"

// A row of answers.
struct gp_submission {
    size_t row;
    size_t person;
    size_t activity; // GP_NO_ACTIVITY for a row with all of them
    gp_moment moment;
    bool counts;
};

// Settles which submissions count, `survey` says whether each is a form sent in. Of those of one
// person (and activity) on one day, one counts: as the run's word on duplicates says, else the
// latest where each has a time; where the times do not tell it is reported, and they are left out.
// Of forms sent in on several days all count, the earlier ones as history, unless the run's word is
// the first or that there must be none. What was decided is said in a warning, once a person.
void gp_submissions_settle(struct gp_intake *intake, const struct gp_csv *csv, bool survey,
                           struct gp_submission *submissions, size_t count);

#endif
