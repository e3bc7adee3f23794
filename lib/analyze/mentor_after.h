// mentor_after.h - what is worth knowing of a matching once it is made. Rule "Mentors".
#ifndef GP_ANALYZE_MENTOR_AFTER_H
#define GP_ANALYZE_MENTOR_AFTER_H

#include "analyze/mentor_pairs.h"

// Fills `preferred` of a matching that has its pairs. `strengths` is [mentee * people + mentor],
// below 0 where a pair is not possible; `rooms` is [person]: mentees they still have hours for.
void gp_preferred_find(struct gp_memory *memory, const struct gp_mentor_facts *facts,
                       const int64_t *strengths, const size_t *rooms, struct gp_matching *matching);

// Fills `groups` of a matching that has its pairs.
void gp_mentor_groups_find(struct gp_memory *memory, const struct gp_mentor_facts *facts,
                           struct gp_matching *matching);

#endif
