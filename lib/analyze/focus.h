// focus.h - what to work on first, what to talk about, what one could teach, and what one
// brings. Rule "Focus list".
#ifndef GP_ANALYZE_FOCUS_H
#define GP_ANALYZE_FOCUS_H

#include "model/policy.h"
#include "model/results.h"

// An activity with what it is put in order by: the larger first, one after the other; where all are
// equal, ladder order.
struct gp_ranked {
    size_t activity;
    int64_t by[3];
};

// Compares two struct gp_ranked, for qsort().
int gp_larger_first(const void *a, const void *b);

// The focus order: must-haves of the rung, then weight x gap, then interest; not rated is least.
struct gp_ranked gp_focus_rank(const struct gp_ladder *ladder, size_t rung, size_t activity,
                               gp_level_milli gap, gp_rating interest);

// Fills the lists of a profile that has its target, skill and gaps (NULL where a list is empty):
// - focus: a gap to the target and high interest; in focus order; at most the policy's focus_count.
// - talk_about: must-haves of the target with a gap and an interest rated low; ladder order.
// - can_teach: strengths, the highest skill first, then the larger interest, then ladder order; at
//   most GP_MOST_TO_TEACH.
// - apart: own and manager's rating at least GP_APART_LEVELS apart; the widest first, then ladder
//   order.
// - brings: what the target expects and is there; ladder order.
void gp_focus(struct gp_memory *memory, const struct gp_ladder *ladder,
              const struct gp_policy *policy, const struct gp_answer *answers,
              struct gp_profile *profile);

#endif
