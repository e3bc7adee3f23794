// assume.h - --assume of the readiness command: raises of one person's ratings, taken as made.
#ifndef CMD_ASSUME_H
#define CMD_ASSUME_H

#include "run.h"
#include "write/readiness_view.h"

// A list, in the order of the command line.
struct assumptions {
    struct gp_assumed *items;
    size_t count, capacity;
};

// Takes what --assume lists as raised in the answers of `person`: "NAME=SKILL",
// "NAME=SKILL/EXPERIENCE" or "NAME=/EXPERIENCE", with commas between. A name may hold commas and
// "=": it ends at the first "=" with an activity's name before it and none in what stands behind it
// up to the next comma. False, and what to write instead is said, where that is not so, where a
// level is none, or an activity comes twice. Without --assume there is nothing to do.
bool assume(struct run *run, size_t person, struct assumptions *assumed);

#endif
