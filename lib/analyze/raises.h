// raises.h - what raising ratings could bring a person for a rung: the choices of the shortest way.
//
// Rule "Shortest way". A choice raises the skill of an activity by so many levels of its scale, up
// to the first at which the rung's expectation is met, and with or without an experience that is
// rated low up to the lowest level that is high.
#ifndef GP_ANALYZE_RAISES_H
#define GP_ANALYZE_RAISES_H

#include "model/policy.h"
#include "model/results.h"

// What a choice, or one choice of each of several activities, costs and brings. Of the ladder's
// limits (2000 activities, weights and levels of 100) all sums fit.
struct gp_gain {
    int32_t cost;   // one-level raises
    int32_t met;    // weight that is at its level
    int32_t credit; // weight x credit (permille)
};

struct gp_choice {
    uint16_t skill, experience; // one-level raises of each
    struct gp_gain gain;        // beyond the least of the item
};

// An activity the rung expects and that has a skill.
struct gp_item {
    size_t activity;
    struct gp_gain least;      // all it costs and brings with the cheapest choice it may take
    struct gp_choice *choices; // most raises of skill first, then of experience
    size_t choice_count;       // at least 1; only 1 where more would bring nothing
};

struct gp_raises {
    struct gp_item *items; // in focus order (analyze/focus.h)
    size_t count;
};

// Everything that may be part of a shortest way. A must-have has only choices that bring it to its
// level; no choice brings no more than a cheaper one. `answers` is [activity].
void gp_find_raises(struct gp_memory *memory, const struct gp_ladder *ladder,
                    const struct gp_policy *policy, const struct gp_answer *answers, size_t rung,
                    struct gp_raises *raises);

// The rating that so many one-level raises lead to, of a level that the scale need not have.
gp_rating gp_raised(const struct gp_scale *scale, gp_level_milli from, size_t levels);

#endif
