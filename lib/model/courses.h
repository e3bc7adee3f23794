// courses.h - what training can be bought (courses.csv). Prices are no salaries: any writer may
// know a course, but amounts of money stand in the budget's files alone (model/pay.h).
#ifndef GP_MODEL_COURSES_H
#define GP_MODEL_COURSES_H

#include "base/messages.h"
#include "base/money.h"
#include "model/scale.h"

#include <stdbool.h>
#include <stddef.h>

// The parts of a budget, and the kinds of what it is spent on.
enum gp_part { GP_PART_TRAINING, GP_PART_COACHING, GP_PART_CONFERENCES };
enum { GP_PART_COUNT = 3 };

// A course takes somebody to this level of skill, whatever they start at.
struct gp_taught {
    size_t activity;
    gp_rating level;
};

struct gp_course {
    const char *name;
    const char *provider; // may be empty
    enum gp_part kind;
    gp_money price;           // a seat's; of a group course the whole group's
    bool group;               // a workshop with one price for everybody who comes
    int32_t seats;            // the most of the team who can come; -1 no limit. Of any course
    int32_t hours_tenths;     // -1 when not known
    struct gp_taught *taught; // at least one
    size_t taught_count;
    size_t *needs; // courses to be taken before it or with it; never in a circle
    size_t needs_count;
    struct gp_at at;
};

struct gp_courses {
    struct gp_course *items; // in file order
    size_t count;            // 0 without a catalogue
};

// What was chosen for one person, as their own plan may show it. Amounts only where the person is
// to see them: from a pool a salary can be worked out.
struct gp_plan_offer {
    const size_t *courses; // in catalogue order
    size_t count;
    bool amounts;          // whether the rest is given
    const gp_money *costs; // [course]
    gp_money pool, left;
};

#endif
