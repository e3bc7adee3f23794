// mentor_words.h - what mentors.csv, the terminal, JSON and both workbooks say alike of mentors.
#ifndef GP_WRITE_MENTOR_WORDS_H
#define GP_WRITE_MENTOR_WORDS_H

#include "model/mentors.h"
#include "write/writers.h"

// Somebody's name; where another has the same one, "Bo Chen (E07)" with the id, for want of one the
// email instead: as the readers of pairs know them.
const char *gp_mentor_name(struct gp_memory *memory, const struct gp_report *report, size_t person);
// "Ann; Ben"; behind `most` of them "and 3 more".
const char *gp_mentor_names(struct gp_memory *memory, const struct gp_report *report,
                            const size_t *people, size_t count, size_t most);

// Points with no more decimals than it takes: 24500 thousandths are "24.5", 24000 "24".
const char *gp_points_text(struct gp_memory *memory, int64_t thousandths);
// 45 tenths are "4.5", 40 "4".
const char *gp_hours_text(struct gp_memory *memory, int32_t tenths);

// "Positioning; Pricing": what the mentor is ahead on; "" for nothing.
const char *gp_helps_names(struct gp_memory *memory, const struct gp_report *report,
                           const struct gp_mentoring *pair);
// "Positioning 2 to 4 (gap 2 x interest 4 x 3 ahead = 24); made the move: 10; kept by
// pairs.csv": points that add up to the strength. It tells levels of both, so it is not for a plan.
const char *gp_pair_reasons(struct gp_memory *memory, const struct gp_report *report,
                            const struct gp_mentoring *pair);
// "made the move", "a like background", "strong where most of the focus lies", "a pair last cycle"
const char *gp_bonus_words(enum gp_bonus bonus);
const char *gp_bonus_id(enum gp_bonus bonus); // "move", "background", "facet", "previous"

// For programs: "no_focus", "not_asked", "nobody_willing", ...; NULL for GP_MATCHED.
const char *gp_unmatched_id(enum gp_unmatched why);
// Why somebody has no mentor: "nobody willing has hours left"; "" for GP_MATCHED.
const char *gp_unmatched_words(struct gp_memory *memory, const struct gp_report *report,
                               size_t person);
// What would change that. With `names` it says who could: of others' willingness and hours, so not
// for a person's own plan.
const char *gp_unmatched_fix(struct gp_memory *memory, const struct gp_report *report,
                             size_t person, bool names);

// "Ola about Positioning; Noor about Pricing": whom somebody could ask; "" for nobody.
const char *gp_quick_questions(struct gp_memory *memory, const struct gp_report *report,
                               size_t person);
// "Ola (78); Noor (41.5)": a mentee's mentors, or a mentor's mentees, with the strengths of the
// pairs; "nobody".
const char *gp_pairs_of(struct gp_memory *memory, const struct gp_report *report, size_t person,
                        bool as_mentee);

// How many of the pairs a person is the mentee of.
size_t gp_mentors_of(const struct gp_matching *matching, size_t person);
// Whether any pair is of a second round.
bool gp_has_rounds(const struct gp_matching *matching);
// The people whom a mentor has, in the order of the pairs; `*count` of them.
size_t *gp_mentees_of(struct gp_memory *memory, const struct gp_matching *matching, size_t mentor,
                      size_t *count);
// Whether somebody belongs on the list of mentors: they may be one, have hours, or have mentees.
bool gp_is_mentor(const struct gp_matching *matching, size_t person);

#endif
