// mentors.h - who may help whom, and who was matched with whom. Rule "Mentors".
//
// A strength is a sum of parts, in thousandths of a point: gap in levels x interest x levels ahead
// for each activity, rounded half up, and bonuses. It is of a pair, never of a person.
#ifndef GP_MODEL_MENTORS_H
#define GP_MODEL_MENTORS_H

#include "model/results.h"
#include "model/team.h"

// Said of a pair by pairs.csv, or by a list of last cycle's pairs.
enum gp_pair_rule {
    GP_PAIR_NEVER,    // forbidden, whatever else holds
    GP_PAIR_ALWAYS,   // kept, whatever else holds but NEVER
    GP_PAIR_PREVIOUS, // last cycle's, still running: a bonus
    GP_PAIR_ENDED     // last cycle's, which has run its course: not repeated
};

struct gp_pair_said {
    size_t mentee, mentor;
    enum gp_pair_rule rule;
    struct gp_at at;
};

struct gp_pairs_said {
    struct gp_pair_said *items; // by mentee, mentor, rule, once settled. A pair has one of NEVER
                                // and ALWAYS and one of PREVIOUS and ENDED at most, and nothing
                                // beside NEVER
    size_t count, capacity;
};

// An activity of the mentee's focus list on which the mentor is ahead: at the target's level or
// above, and at least the policy's `mentor_ahead` levels above the mentee.
struct gp_help {
    size_t activity;
    gp_level_milli mentee, mentor, target; // skill of both, and the level the target expects
    gp_level_milli gap;                    // of the mentee to the target
    gp_rating interest;                    // the mentee's
    int64_t points; // gap x interest x (mentor - mentee), thousandths, half up
};

enum gp_bonus {
    GP_BONUS_MOVE, // the mentor made the move: holds the target's rung, which the mentee does not,
                   // or is in product and came there from where the mentee, who is not, is now
    GP_BONUS_BACKGROUND, // both have one of the ladder's backgrounds, the same one; with a move to
                         // product beside it, both count
    GP_BONUS_FACET, // more than half of the focus list lies in the one facet the mentor is best in:
                    // whose mean skill is above that of every other facet rated at least by half
    GP_BONUS_PREVIOUS // they were a pair last cycle
};
enum { GP_BONUS_COUNT = 4 };

// Two people and what they would make of it.
struct gp_mentoring {
    size_t mentee, mentor;
    bool kept;      // by an "always" of pairs.csv
    unsigned round; // 1: the first mentor of the mentee; 2: the second with --each 2; those kept
                    // come first, and may be more than that
    struct gp_help *helps; // by points, then ladder order
    size_t help_count;
    int64_t bonuses[GP_BONUS_COUNT]; // 0 where it does not apply
    int64_t strength;     // the points of all helps and the bonuses; of one that is kept maybe 0
    int32_t hours_tenths; // a month
    bool newcomer;        // the mentee is new to product
    bool senior;          // the mentor's rung is beyond the entries
};

// Why somebody has no mentor; the first that holds. Of what stands between somebody and each of the
// others, what is nearest to a match.
enum gp_unmatched {
    GP_MATCHED,
    GP_NO_FOCUS,  // no answers, or no gap with high interest: nothing to learn from anybody
    GP_NOT_ASKED, // the roster says that they want none
    GP_NOBODY_WILLING,
    GP_NOBODY_AHEAD,   // of those willing
    GP_NOBODY_ALLOWED, // those ahead are kept apart: manager, never, zones, under a year, ended
    GP_NOBODY_FREE     // those allowed have no hours left, or never had enough for one mentee
};

// One person as mentee and as mentor.
struct gp_mentee {
    enum gp_unmatched why; // for the first mentor
    size_t *nearest;       // who is ahead on something, whatever but a "never" keeps them apart:
                           // whom to ask a quick question; by the points of that activity, then
                           // the team's order; at most 5; also of who has a mentor
    size_t *nearest_activities; // [nearest]: about what: the activity with the most points
    size_t nearest_count;
    size_t *could; // who is ahead on something and not kept apart from them, willing or not, with
                   // hours or without: of somebody without a mentor, in the team's order
    size_t could_count;
    bool newcomer;
};

struct gp_mentor {
    bool may;             // willing, a year in product, hours for one mentee
    int32_t hours_tenths; // a month, that they have; 0 when not known
    int32_t used_tenths;  // more than they have only by pairs that are kept
    size_t mentees;
};

// Two who would both rather have each other than what they got, by strength: a matching with the
// most mentees is not always a stable one. The mentee has no mentor, or a weaker one; the mentor
// hours left, or a weaker mentee. Pairs that are kept give way to nobody.
struct gp_preferred {
    size_t mentee, mentor;
    int64_t strength;
};

// A mentor with two mentees or more who share an activity: they may meet as a group.
struct gp_mentor_group {
    size_t mentor, activity;
    size_t *mentees; // in the team's order
    size_t mentee_count;
};

struct gp_matching {
    struct gp_mentoring *pairs; // by mentee in the team's order, then round
    size_t pair_count;
    struct gp_mentee *mentees;      // [person]
    struct gp_mentor *mentors;      // [person]
    struct gp_preferred *preferred; // by mentee, then mentor
    size_t preferred_count;
    struct gp_mentor_group *groups; // by mentor, then ladder order
    size_t group_count;
    size_t asking, matched; // people who ask for a mentor, or are kept with one; who have one
    size_t newcomers, newcomers_matched; // of these
};

#endif
