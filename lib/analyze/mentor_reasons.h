// mentor_reasons.h - why somebody has no mentor, and whom they can ask instead. Rule "Mentors".
#ifndef GP_ANALYZE_MENTOR_REASONS_H
#define GP_ANALYZE_MENTOR_REASONS_H

#include "analyze/mentor_pairs.h"

// The most people named as ones to ask a quick question.
enum { GP_MOST_NEAREST = 5 };

// What keeps somebody from having a mentor, once the hours of all are given away: the reason that
// is nearest to a match. GP_NO_FOCUS or GP_NOT_ASKED for who asks for none.
enum gp_unmatched gp_reason_unmatched(const struct gp_mentor_facts *facts, size_t mentee);

// Fills the list of those who could be the mentor of somebody who has none.
void gp_could_find(struct gp_memory *memory, const struct gp_mentor_facts *facts, size_t person,
                   struct gp_mentee *mentee);

// Fills the `nearest` lists of a mentee.
void gp_nearest_find(struct gp_memory *memory, const struct gp_mentor_facts *facts, size_t person,
                     struct gp_mentee *mentee);

#endif
