// mentor_flow.h - the best assignment of mentees to mentors, as numbers alone. Exact.
//
// Rule "Mentors". A mentee gets one mentor or none; a mentor takes as many as there is capacity
// for. Of all assignments that are allowed, the best is the one with
//
//   1. the most mentees who have a mentor,
//   2. the most newcomers among them,
//   3. the most newcomers whose mentor is a senior,
//   4. the highest sum of strengths,
//   5. the earliest mentor for the first mentee, then for the second, and so on; none is last.
//
// There is just one such assignment. A forbidden pair is no worse choice but none: it has no edge.
#ifndef GP_ANALYZE_MENTOR_FLOW_H
#define GP_ANALYZE_MENTOR_FLOW_H

#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GP_NO_EDGE ((int64_t)-1) // the strength of a pair that is not allowed
#define GP_NO_MENTOR ((size_t)-1)

// Within these, no sum overflows.
#define GP_MOST_MENTEES ((size_t)100000)
#define GP_MOST_STRENGTH ((int64_t)1000000000000)

struct gp_assignment {
    size_t mentees, mentors;  // at most GP_MOST_MENTEES mentees
    const size_t *capacities; // [mentor]: how many mentees, 0 too
    const int64_t *strengths; // [mentee * mentors + mentor]: 0 to GP_MOST_STRENGTH, or GP_NO_EDGE
    const bool *newcomers;    // [mentee]
    const bool *seniors;      // [mentor]
};

// The mentor of each mentee ([mentee]), or GP_NO_MENTOR. Takes at most in the order of mentees x
// mentees x mentors steps. Lives in `memory`. Never fails.
size_t *gp_assign(struct gp_memory *memory, const struct gp_assignment *question);

#endif
