// ladder.h - the career ladder: what is done (activities in facets), the rungs, and the level each
// rung expects of each activity. All of it is data, read from a folder of CSV files.
#ifndef GP_MODEL_LADDER_H
#define GP_MODEL_LADDER_H

#include "base/hash.h"
#include "base/messages.h"
#include "base/pattern.h"
#include "model/scale.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Which hat an activity belongs to: building the product, or leading the people who do.
enum gp_side { GP_PRODUCT_SIDE, GP_PEOPLE_SIDE };
enum { GP_SIDE_COUNT = 2 };

enum gp_path { GP_PATH_ENTRY, GP_PATH_PRODUCT, GP_PATH_PEOPLE };
enum { GP_PATH_COUNT = 3 };

// A group of neighboring activities; all of one side. Product facets stand before people facets.
struct gp_facet {
    const char *name;
    enum gp_side side;
    size_t first, count; // activities[first] to activities[first + count - 1]
};

struct gp_activity {
    const char *name;
    const char *key;         // folded name
    const char *owner;       // the function that usually owns it
    const char *description; // one line; may be empty
    const char *try_next;    // one thing to try; may be empty
    size_t facet;
    bool core;
    int32_t weight; // 1 to 100, relative to the others
    struct gp_at at;
};

#define GP_NO_ACTIVITY ((size_t)-1)

// No rung: of someone whose role is not on the ladder.
#define GP_NO_RUNG ((size_t)-1)

struct gp_rung {
    const char *id;    // "gpm"
    const char *title; // "Group Product Manager"
    const char *scope; // one line
    enum gp_path path;
    int32_t rank;                // 1 and up along a path
    size_t *from;                // rungs one comes from
    size_t from_count;           // 0 only at an entry
    int32_t hats[GP_SIDE_COUNT]; // percent of the score each side has; they sum to 100
    int32_t min_years;           // in product
    int32_t min_products;        // worked on
    struct gp_at at;
};

// What a rung expects of an activity. Level 0: nothing.
struct gp_expectation {
    gp_rating level;
    bool must_have; // the role turns on it
};

// How names from the wild meet the ladder's: a pattern (base/pattern.h) that matches a whole name.
enum gp_rule_kind {
    GP_RULE_FIELD,    // a column header -> a field of an input ("person", "date", "salary")
    GP_RULE_AXIS,     // an axis's name in a header -> skill, experience, interest
    GP_RULE_ACTIVITY, // -> an activity
    GP_RULE_LEVEL,    // an answer -> a rating
    GP_RULE_ROLE,     // a role -> a rung id, or "outside"
    GP_RULE_IGNORE    // a column header -> passed over
};
enum { GP_RULE_KIND_COUNT = 6 };

struct gp_rule {
    enum gp_rule_kind kind;
    const char *text; // the pattern as written
    struct gp_pattern *pattern;
    const char *target; // as written; what it means is checked when the ladder is read
    struct gp_at at;
};

// A function people come to product from (backgrounds.csv).
struct gp_background {
    const char *name; // "Software development"; also the key it is named by elsewhere
    const char *text; // the pattern (base/pattern.h) of roles and backgrounds that are of it
    struct gp_pattern *pattern;
    size_t entry;       // the rung people of this function usually enter at
    const char **first; // product work to take on in the job they have, at least one
    size_t first_count;
    struct gp_at at;
};

// No background: none is known, or no pattern has it.
#define GP_NO_BACKGROUND ((size_t)-1)

struct gp_ladder {
    const char *name; // "quartz"
    char hash[GP_HASH_TEXT];
    struct gp_scale scales[GP_AXIS_COUNT];
    struct gp_facet *facets;
    size_t facet_count;
    struct gp_activity *activities;
    size_t activity_count;
    struct gp_rung *rungs; // in ladder order: that of rungs.csv
    size_t rung_count;
    struct gp_expectation *expectations; // [rung * activity_count + activity]
    struct gp_rule *rules;               // in file order: the first that matches counts
    size_t rule_count;
    struct gp_background *backgrounds; // in file order: the first that matches counts
    size_t background_count;           // 0 where the ladder has no backgrounds.csv
};

static inline const struct gp_expectation *gp_expected(const struct gp_ladder *ladder, size_t rung,
                                                       size_t activity) {
    return &ladder->expectations[rung * ladder->activity_count + activity];
}

static inline enum gp_side gp_side_of(const struct gp_ladder *ladder, size_t activity) {
    return ladder->facets[ladder->activities[activity].facet].side;
}

// Whether a rung expects anything of a facet.
static inline bool gp_facet_expected(const struct gp_ladder *ladder, size_t rung, size_t facet) {
    const struct gp_facet *group = &ladder->facets[facet];
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (gp_expected(ladder, rung, i)->level > 0)
            return true;
    return false;
}

// The activities a rung expects something of, and those of them its role turns on.
size_t gp_ladder_expected_count(const struct gp_ladder *ladder, size_t rung);
size_t gp_ladder_must_have_count(const struct gp_ladder *ladder, size_t rung);

// The first rung in ladder order that one comes to from this one; GP_NO_RUNG at an end.
size_t gp_ladder_next(const struct gp_ladder *ladder, size_t rung);

// Adds to `reached` every rung one can come to from those in it, step by step, through such as are
// `open`; NULL: all are. Both are [rung].
void gp_ladder_reach(const struct gp_ladder *ladder, const bool *open, bool *reached);

#endif
