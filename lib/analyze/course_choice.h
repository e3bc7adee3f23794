// course_choice.h - the best set of courses for what there is to spend. Exact.
//
// Rule "Budget", course choice. A question names gaps (wants) and courses (offers), each lifting
// some gaps and perhaps asking for others first. A set is worth, over all gaps, weight x the
// furthest that any of its courses lifts the gap, at most the gap itself: two courses for one
// activity do not add up. Of the sets that hold all that their courses need and cost at most the
// purse, the best is the one
//
//   1. worth most,    2. cheapest,    3. of fewest courses,
//   4. whose courses stand earlier: at the first offer that only one of two sets holds, it is that.
//
// So no course is in it that lifts nothing, or that the others make needless, unless one needs it.
#ifndef GP_ANALYZE_COURSE_CHOICE_H
#define GP_ANALYZE_COURSE_CHOICE_H

#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A gap somebody wants closed.
struct gp_want {
    int64_t weight; // 1 and up
    int32_t gap;    // in thousandths of a level, above 0
};

struct gp_lift {
    size_t want;
    int32_t lift; // in thousandths of a level; above 0, and may be more than the gap
};

struct gp_offer {
    int64_t price;               // 0 to 10^13
    const struct gp_lift *lifts; // one a want at most
    size_t lift_count;
    const size_t *needs; // other offers; never in a circle
    size_t need_count;
};

struct gp_course_question {
    const struct gp_want *wants;
    size_t want_count;
    const struct gp_offer *offers;
    size_t offer_count;
    int64_t purse;       // 0 and up
    uint64_t most_nodes; // the search is given up behind so many; 0 for GP_MOST_COURSE_NODES
};
// Of up to 200 offers; of more so many fewer, that it takes no longer. Of 200 random courses for 30
// gaps none took over 1000 at different prices, nor over 15000 all at one price, which is harder.
enum { GP_MOST_COURSE_NODES = 100000 };

struct gp_course_set {
    size_t *offers; // ascending
    size_t count;
    int64_t price, value; // value in weight x thousandths of a level
    bool exact;           // false: the search was given up, or amounts were too large for rule 3
                          // (prices together x courses over 2 x 10^18); better sets may exist
    uint64_t nodes;       // of the search
};

// The set lives in `memory`.
void gp_choose_courses(struct gp_memory *memory, const struct gp_course_question *question,
                       struct gp_course_set *set);

#endif
