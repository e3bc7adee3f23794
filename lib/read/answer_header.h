// answer_header.h - what the header of a column of answers says: which axis of which activity.
// Private to lib/read.
#ifndef GP_READ_ANSWER_HEADER_H
#define GP_READ_ANSWER_HEADER_H

#include "read/names.h"

// A manager's rating of the skill stands beside the axes.
enum { GP_MANAGER_SKILL = GP_AXIS_COUNT, GP_RATING_COUNT = GP_AXIS_COUNT + 1 };

// "skill", "experience", "interest", "manager_skill"
const char *gp_rating_name(size_t rating);

// Headers are texts of questions; what is longer, or has more places where it may be parted, is
// none.
enum { GP_LONGEST_HEADER = 1000, GP_MOST_SPLITS = 8 };

// One way to read a header.
struct gp_header_reading {
    size_t rating; // an axis, or GP_MANAGER_SKILL
    size_t activity;
    const char *rating_text, *activity_text; // the parts that say so; NULL where the key did
};

struct gp_header_readings {
    struct gp_header_reading found[2]; // the second differs from the first
    size_t count;
    bool too_costly;      // a rule gave no answer
    const char *two_ways; // what two rules say that contradict one another; NULL: none
    const char *no_such;  // a text that stands where an activity should, beside an axis
    bool no_axis;         // it is an activity, or has one as a part, and no axis beside it
};

// Reads a header in every way it can be read: by its folded key ("problem_discovery_skill"), as
// "AXIS [ACTIVITY]", "AXIS: ACTIVITY", "AXIS - ACTIVITY", or the other way round. Exact readings
// come before rules: where the key is that of an axis and an activity, it is that.
void gp_answer_header_read(const struct gp_names *names, const char *text,
                           struct gp_header_readings *readings);

// Whether a header is that of an axis and an activity.
bool gp_answer_header_known(const struct gp_names *names, const char *text);

// The rating that a text means: an axis, or a manager's of the skill.
enum gp_found gp_answer_rating(const struct gp_names *names, const char *text, size_t *rating);

#endif
