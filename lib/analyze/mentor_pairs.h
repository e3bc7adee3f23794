// mentor_pairs.h - whether one person may mentor another, and what the two would make of it.
//
// Rule "Mentors". All of it is of a pair; nothing here compares people.
#ifndef GP_ANALYZE_MENTOR_PAIRS_H
#define GP_ANALYZE_MENTOR_PAIRS_H

#include "analyze/analyze.h"

// What makes a mentor of an activity that somebody wants to learn: skill of at least so much.
struct gp_asked {
    gp_level_milli least; // GP_NOBODYS_SKILL where the learner's own is not known
    struct gp_help help;  // but for what the mentor brings to it
};

#define GP_NOBODYS_SKILL INT32_MAX

// What is asked of everybody again and again, found out once.
struct gp_mentor_facts {
    const struct gp_mentor_input *input;
    size_t people;
    bool *newcomers; // [person]: under the policy's years in product; where these are not known, a
                     // role outside the ladder
    bool *seniors;   // [person]: on a rung beyond the entries
    size_t *strongest; // [person]: the facet whose mean skill is above that of every other one; of
                       // facets of which at least half is rated; GP_NO_FACET when there is none
    size_t *focused;   // [person]: the facet of more than half of the focus list, or GP_NO_FACET
    struct gp_asked **asked;      // [person]: of each of their focus list, in its order
    const gp_level_milli *skills; // [activity * people + person]: everybody's, beside each other
    // [mentee * people + mentor]: a bit 1 << gp_pair_rule for each that is said, and GP_PAIR_AHEAD
    // where the mentor is ahead on something of the mentee's focus list.
    uint8_t *pairs;
};

#define GP_NO_FACET ((size_t)-1)
#define GP_PAIR_AHEAD 0x80U

void gp_mentor_facts_find(struct gp_memory *memory, const struct gp_mentor_input *input,
                          struct gp_mentor_facts *facts);

bool gp_pair_is_said(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                     enum gp_pair_rule rule);

// Whether the mentor is ahead on something of the mentee's focus list.
bool gp_pair_is_ahead(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor);

// Whether somebody asks for a mentor: there is something to learn, and no "no" on the roster.
bool gp_asks_for_mentor(const struct gp_mentor_facts *facts, size_t person);

// Whether somebody may be a mentor at all: willing, long enough in product, hours for one mentee.
bool gp_may_be_mentor(const struct gp_mentor_facts *facts, size_t person);

// What stands between the two, with nobody matched yet: the first that holds of GP_NOBODY_WILLING
// (also between somebody and themselves), GP_NOBODY_AHEAD, GP_NOBODY_ALLOWED, GP_NOBODY_FREE; or
// GP_MATCHED: nothing does.
enum gp_unmatched gp_pair_barrier(const struct gp_mentor_facts *facts, size_t mentee,
                                  size_t mentor);

// Whether but for willingness and hours nothing stands between the two.
bool gp_pair_could_be(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor);

// Whether the mentor is ahead on an activity of the mentee's focus list, given by its place there;
// if so, how, in `*help`.
bool gp_pair_help(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor, size_t place,
                  struct gp_help *help);

// The skill from which a mentor brings more than so many points (0 or more) to what is asked;
// GP_NOBODYS_SKILL where no skill is enough.
gp_level_milli gp_skill_beyond(const struct gp_asked *asked, int64_t points);

// The activities on which the mentor is ahead, in the order of the mentee's focus list. Returns how
// many; `helps` has room for a focus list.
size_t gp_pair_helps(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                     struct gp_help *helps);

// The bonuses of a pair, 0 where one does not apply; returns their sum.
int64_t gp_pair_bonuses(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                        int64_t bonuses[GP_BONUS_COUNT]);

// The points of all helps and bonuses of a pair.
int64_t gp_pair_strength(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor);

#endif
