// classify.h - what kind of activity something is for a person: the skill that counts, and the
// class.
//
// Rule "Class of an activity": skill, interest and experience, each high or low; high is at least
// half the scale (model/scale.h). Classes are words for a talk, not grades.
#ifndef GP_ANALYZE_CLASSIFY_H
#define GP_ANALYZE_CLASSIFY_H

#include "model/policy.h"
#include "model/results.h"

// The skill that counts, in thousandths of a level, exact (nothing is rounded): the own rating; the
// manager's where there is no own one; their mean weighted by `manager_weight` (permille of the
// manager's) where there are both. GP_NO_LEVEL when neither rated.
gp_level_milli gp_skill_used(const struct gp_answer *answer, gp_permille manager_weight);

// How many levels own and manager's rating are apart; -1 unless both rated.
int gp_levels_apart(const struct gp_answer *answer);

// The class of an activity with that skill and the person's own interest and experience.
// GP_UNCLASSIFIED while skill or interest is not rated; an experience not rated counts as low.
enum gp_class gp_classify(const struct gp_ladder *ladder, gp_level_milli skill, gp_rating interest,
                          gp_rating experience);

// The class that holds at least two thirds of the classified answers; GP_UNCLASSIFIED if none does.
enum gp_class gp_dominant_class(const size_t counts[GP_CLASS_COUNT]);

// Fills the profile's `skill`, `class_counts`, `dominant` and the counts of answers.
// Those count the person's own skill answers: rated, blank, N/A, don't know; what was never asked
// is in none of them. `answers` is [activity].
void gp_classify_all(struct gp_memory *memory, const struct gp_ladder *ladder,
                     const struct gp_policy *policy, const struct gp_answer *answers,
                     struct gp_profile *profile);

#endif
