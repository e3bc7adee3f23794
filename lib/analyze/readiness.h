// readiness.h - how ready a person is for a rung of the ladder: the measures.
//
// Rule "Readiness". Always of a person for a rung, never a grade of the person; nothing here ranks
// people. A necessary condition, not a sufficient one. The gates and the band that follow from the
// measures are in analyze/gates.h.
//
// All shares are permille. Each named step rounds half up, once, on whole numbers, so that formulas
// in a workbook can follow them step by step:
//   credit of an activity  = min(cap, skill / level)
//   side, facet            = sum(weight x credit) / sum(weight), of its rated activities
//   score                  = (product hat x product side + people hat x people side) / 100
// An activity of which the rung expects level 0 counts nowhere. Weights are the ladder's.
#ifndef GP_ANALYZE_READINESS_H
#define GP_ANALYZE_READINESS_H

#include "model/policy.h"
#include "model/results.h"

// The most an activity can earn: 1000, or the policy's `unproven_credit` while the experience is
// rated and low. A cap, not a factor, so that raising a skill never lowers a score.
gp_permille gp_credit_cap(const struct gp_ladder *ladder, const struct gp_policy *policy,
                          gp_rating experience);

// min(cap, skill / expected). The level is above 0, the skill known.
gp_permille gp_credit(gp_rating expected, gp_level_milli skill, gp_permille cap);

// What an activity brings for a rung; false, and nothing in `*earning`, when the rung expects
// nothing of it.
bool gp_earn(const struct gp_ladder *ladder, const struct gp_policy *policy,
             const struct gp_answer *answer, size_t rung, size_t activity,
             struct gp_earning *earning);

// The hats over two sides: a side that is GP_NO_SHARE is left out and the other counts whole;
// GP_NO_SHARE when both are.
gp_permille gp_hats(const struct gp_rung *rung, const gp_permille sides[GP_SIDE_COUNT]);

// Fills every measure of `readiness`, all but gates, first gate and band:
// - score, sides, facets: over the activities with a skill; GP_NO_SHARE where none has one.
// - low, low_sides: over all that is expected; not rated counts 0, and of two raters the lower
//   counts. high, high_sides: not rated counts in full, and the higher counts. A side of which
//   nothing is expected is left out. low <= score <= high.
// - both_rated: the activities with an own and a manager's rating.
// - raters, rater_sides, spread: the score over the same activities, of those that both have rated
//   as oneself, or as the manager, sees them, of others as the one who rated; GP_NO_SHARE while
//   both_rated is 0.
// - answered: weight with a skill over weight expected. breadth: weight at its level, whatever the
//   experience, over weight with a skill.
// - must-haves: how many, how many are rated below their level, how many are not rated.
// `answers` is [activity].
void gp_readiness_measure(struct gp_memory *memory, const struct gp_ladder *ladder,
                          const struct gp_policy *policy, const struct gp_answer *answers,
                          size_t rung, struct gp_readiness *readiness);

#endif
