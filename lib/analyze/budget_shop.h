// budget_shop.h - who may take courses, and what they take. Only for budget_*.c.
//
// A learner is a person with a salary; a purse is what one learner has left, or with terms.pooled
// what the people of one manager have left together (people of nobody each have their own). Courses
// in another currency than the salary are not for them. What a learner wants closed: the
// activities with a gap to the target and high interest, as on the focus list, all of them.
#ifndef GP_ANALYZE_BUDGET_SHOP_H
#define GP_ANALYZE_BUDGET_SHOP_H

#include "analyze/analyze.h"

// Something wanted: so far from the skill to what the target expects.
struct gp_wanted {
    size_t activity;
    int64_t weight;
    gp_level_milli skill, gap;
};

struct gp_taken {
    size_t course;
    int64_t cost; // the price of a seat, or a share of a group's
};

struct gp_learner {
    struct gp_budget_line *line;
    struct gp_wanted *wanted;
    size_t wanted_count;
    size_t *wanted_of; // [activity]: which of the wanted, or wanted_count
    size_t purse;
    bool *barred; // [course]: its seats are others'
    // Workshops, and seat courses these need: they stay. Then the courses chosen around them.
    struct gp_taken *held, *chosen;
    size_t held_count, chosen_count;
};

struct gp_purse {
    size_t *learners; // in the team's order
    size_t count, capacity;
    int64_t amount; // of all of them together; those who overspent count 0
    bool exact;     // whether the last choice was
};

struct gp_shop {
    struct gp_memory *memory; // of its own
    const struct gp_budget_input *input;
    struct gp_learner *learners; // [line]
    size_t learner_count;
    struct gp_purse *purses;
    size_t purse_count;
    bool *idle; // [learner x course]: a workshop that taught them nothing beside the rest
};

void gp_shop_open(struct gp_memory *memory, const struct gp_budget_input *input,
                  struct gp_budget *budget, struct gp_shop *shop);

// What a course takes of a learner's wanted gap, whatever else is taken, [wanted]: raises `lifts`
// to that where it is further.
void gp_shop_lift(const struct gp_shop *shop, const struct gp_learner *learner, size_t course,
                  gp_level_milli *lifts);
// The same of all that is held, or chosen.
void gp_shop_lift_by(const struct gp_shop *shop, const struct gp_learner *learner,
                     const struct gp_taken *taken, size_t count, gp_level_milli *lifts);
// The sum of weight x lift.
int64_t gp_learner_worth(const struct gp_learner *learner, const gp_level_milli *lifts);
// Room for the lifts of a learner, all 0.
gp_level_milli *gp_learner_lifts(struct gp_memory *memory, const struct gp_learner *learner);

// What a course closes for a learner beyond what they hold.
int64_t gp_shop_further(const struct gp_shop *shop, const struct gp_learner *learner,
                        size_t course);

// Whether `taken` has the course.
bool gp_taken_has(const struct gp_taken *taken, size_t count, size_t course);
int64_t gp_taken_cost(const struct gp_taken *taken, size_t count);
// The purse less what is held.
int64_t gp_shop_left(const struct gp_shop *shop, size_t purse);

// Chooses seat courses for the learners of a purse anew, around what they hold: the set over all
// of them that closes most (analyze/course_choice.h; offers by learner, then catalogue order).
void gp_shop_choose(struct gp_shop *shop, size_t purse);

#endif
