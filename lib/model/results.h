// results.h - what the analysis finds out, for the writers. Rules: lib/analyze.
#ifndef GP_MODEL_RESULTS_H
#define GP_MODEL_RESULTS_H

#include "base/date.h"
#include "base/number.h"
#include "model/ladder.h"
#include "model/policy.h"
#include "model/team.h"

// Levels that may stand between two whole ones are kept in thousandths; below 0: not rated.
typedef int32_t gp_level_milli;
#define GP_NO_LEVEL ((gp_level_milli)-1)

enum gp_class {
    GP_UNCLASSIFIED,
    GP_STRENGTH,   // skilled and interested
    GP_RELUCTANT,  // skilled, not interested
    GP_STRENGTHEN, // interested and experienced, not skilled yet
    GP_DEVELOP,    // interested, neither skilled nor experienced
    GP_POOR_FIT    // neither skilled nor interested
};
enum { GP_CLASS_COUNT = 6 };

enum gp_gate {
    GP_GATE_ANSWERED, // enough of the weight is rated
    GP_GATE_MUST_HAVES,
    GP_GATE_BREADTH,
    GP_GATE_FACET,
    GP_GATE_SCORE, // the score itself, so that there always is a first gate that blocks
    GP_GATE_YEARS,
    GP_GATE_PRODUCTS,
    GP_GATE_SUPPORT, // the manager supports it
    GP_GATE_ROLE     // the role exists here
};
enum { GP_GATE_COUNT = 9, GP_NO_GATE = GP_GATE_COUNT };

enum gp_gate_state { GP_GATE_PASS, GP_GATE_FAIL, GP_GATE_UNKNOWN };

enum gp_band {
    GP_BAND_UNANSWERED,
    GP_BAND_EARLY,
    GP_BAND_DEVELOPING,
    GP_BAND_NEARLY,
    GP_BAND_READY,
    GP_BAND_HOLDS,  // of the rung held now
    GP_BAND_GROWING // into the rung held now
};
enum { GP_BAND_COUNT = 7 };

enum gp_rater { GP_SELF, GP_MANAGER };
enum { GP_RATER_COUNT = 2 };

// What an activity brings to the score for a rung. Rule "Credit".
struct gp_earning {
    gp_level_milli skill; // that counts; GP_NO_LEVEL when not rated
    gp_permille cap;      // the most it may earn: less than 1000 while experience is low
    bool unproven;        // the skill would earn more than the cap
    gp_permille credit;   // GP_NO_SHARE when not rated
    gp_permille low;      // with the lower of two raters; 0 when not rated
    gp_permille high;     // with the higher; 1000 when not rated
    gp_permille raters[GP_RATER_COUNT]; // as each sees it, or the other where that one did not
                                        // rate; GP_NO_SHARE when neither did
};

// How ready a person is for a rung.
struct gp_readiness {
    gp_permille score, low, high;         // GP_NO_SHARE when nothing expected is rated
    gp_permille sides[GP_SIDE_COUNT];     // product, people
    gp_permille low_sides[GP_SIDE_COUNT]; // with two raters the lower; unrated counts 0
    gp_permille high_sides[GP_SIDE_COUNT];
    uint16_t both_rated; // activities of which something is expected, by oneself and the manager
    // The score as each of two raters sees it: of an activity that both have rated the own rating,
    // or the manager's; of the others the one there is. Both GP_NO_SHARE while both_rated is 0:
    // there is nothing in which the two could be of one mind.
    gp_permille raters[GP_RATER_COUNT];
    gp_permille rater_sides[GP_RATER_COUNT][GP_SIDE_COUNT];
    gp_permille spread;   // how far the two are apart; GP_NO_SHARE where they are
    gp_permille answered; // share of the expected weight that is rated
    gp_permille breadth;  // share of the rated weight at its level
    gp_permille *facets;  // [facet]; GP_NO_SHARE where nothing is expected or rated
    gp_permille weakest_facet;
    uint16_t must_haves, must_haves_short, must_haves_unrated;
    uint8_t gates[GP_GATE_COUNT]; // each an enum gp_gate_state
    uint8_t first_gate;           // the first that does not pass; GP_NO_GATE when all do
    enum gp_band band;
};

// One activity of the shortest way: a rating raised by `levels` levels of its scale.
struct gp_raise {
    size_t activity;
    enum gp_axis axis;   // skill, or experience
    gp_level_milli from; // may lie between two levels where two have rated
    gp_rating to;
    uint16_t levels; // from between two levels to the next counts as one
};

// The fewest one-level raises that make a person ready for a rung. Rule "Shortest way".
struct gp_way {
    bool found;      // false: nothing the rung expects is rated, or it is too large
    bool too_large;  // the ladder has more weight and levels than an exact answer can be had for
    uint32_t levels; // one-level raises in all; 0 when nothing needs raising
    struct gp_raise *steps; // in the order of the focus list; skill before experience
    size_t step_count;
    gp_permille score; // once they are made; as it is when there is no way
    size_t *to_rate;   // the fewest that must be rated before the gates can pass; ladder order
    size_t to_rate_count;
};

// A choice between the product path and the people path. Rule "Two paths".
struct gp_two_paths {
    size_t rungs[2];            // on the product path, on the people path; GP_NO_RUNG: no choice
    size_t *deciding;           // activities in which the gaps to the two differ; widest first
    size_t deciding_count;      // all of them
    gp_level_milli interest[2]; // the mean interest in what each rung expects, by its hats
    size_t leaning;             // 0 or 1: where interest is higher; GP_NO_LEANING if nowhere
};
enum { GP_NO_LEANING = 2 };

// The most activities a profile names as ones its person could teach.
enum { GP_MOST_TO_TEACH = 5 };
// Own and manager's rating this many levels apart are worth a talk.
enum { GP_APART_LEVELS = 2 };

// What a person's plan shows activity by activity, and no other output does: it is worked out when
// the plan is written, so that a large team does not have to keep it.
struct gp_detail {
    enum gp_class *classes;  // [activity]
    gp_level_milli *gap_now; // [activity] to the rung held; GP_NO_LEVEL when not rated
    gp_permille *credits;    // [rung x activity]; GP_NO_SHARE where nothing is expected or rated
};

// What the ladder makes of one person. There is one of each person in memory at the same time.
struct gp_profile {
    size_t target; // as named, else the next rung (see target_named)
    bool target_named;
    size_t nearest_entry;  // of someone outside the ladder, whatever the target; else GP_NO_RUNG
    gp_level_milli *skill; // [activity]: own, manager's, or their weighted mean
    gp_level_milli *gap_target;     // [activity]; GP_NO_LEVEL when not rated
    struct gp_readiness *readiness; // [rung]
    size_t placed[GP_PATH_COUNT];   // per path the highest rung whose skill gates pass
    size_t *focus;                  // activities, at most policy's focus_count
    size_t focus_count;
    size_t *talk_about; // must-have gaps to the target with low interest
    size_t talk_about_count;
    size_t *can_teach; // strengths, highest skill first
    size_t can_teach_count;
    size_t *apart; // own and manager's rating GP_APART_LEVELS or more apart; widest first
    size_t apart_count;
    size_t *brings; // at the level the target expects; ladder order
    size_t brings_count;
    size_t class_counts[GP_CLASS_COUNT];
    enum gp_class dominant; // two thirds of the classified answers; else GP_UNCLASSIFIED
    size_t rated_count, blank_count, not_applicable_count, dont_know_count; // skill answers
};

// An activity across the team. Names are indexes of people, in the team's order.
struct gp_coverage {
    size_t rated;
    size_t *able; // skill at least half the scale
    size_t able_count;
    size_t interested;       // interest at least half the scale
    size_t expected_by;      // people whose rung expects at least half the scale
    size_t wanting_training; // a gap to the target, and high interest
    size_t *unwilling;       // able, interest low: may stop doing it
    size_t unwilling_count;
    size_t *hidden; // able and interested, the rung held does not expect it
    size_t hidden_count;
    size_t *apart; // self and manager two levels or more apart
    size_t apart_count;
};

struct gp_results {
    struct gp_profile *profiles;  // [person]
    struct gp_coverage *coverage; // [activity]
};

#endif
