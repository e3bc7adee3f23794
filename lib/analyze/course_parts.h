// course_parts.h - what the search for the best set of courses is made of. Only for course_*.c.
#ifndef GP_ANALYZE_COURSE_PARTS_H
#define GP_ANALYZE_COURSE_PARTS_H

#include "analyze/course_choice.h"

// A gap in steps: the levels to which some course lifts it. A course takes the steps up to one of
// them. Steps of a gap stand next to one another.
struct gp_reach {
    size_t want;
    size_t until; // the step behind the last one the course takes
};

// A course that may be in the best set.
struct gp_item {
    size_t offer;
    int64_t cost; // price x `cost_scale` + 1, so that of two equal prices fewer courses cost less
    struct gp_reach *reaches;
    size_t reach_count;
    size_t *with; // all that is needed, at any remove, and the item itself
    size_t with_count;
    size_t *within; // all items that need this one, at any remove, and the item itself
    size_t within_count;
};

// An item that asks for another first.
struct gp_need {
    size_t item, needed;
};

struct gp_course_problem {
    struct gp_item *items; // in the order of the offers
    size_t item_count;
    size_t want_count;
    size_t *first_step; // [want + 1]
    int64_t *worth;     // [step], divided by their greatest common divisor
    size_t step_count;
    struct gp_need *needs;
    size_t need_count;
    int64_t cost_scale, unit; // unit: the divisor of the worths
    int64_t purse;            // in costs
    bool whole;               // false: costs do not tell fewer courses, they were too large
};

// Without the courses that cannot be in the best set: those that lift nothing and that none needs,
// those that cost more than the purse with all they need, and those for which another does as much
// for less.
void gp_course_problem(struct gp_memory *memory, const struct gp_course_question *question,
                       struct gp_course_problem *problem);

enum gp_item_state { GP_ITEM_OPEN, GP_ITEM_TAKEN, GP_ITEM_OUT };

// Some items taken, with all they need; some ruled out, with all that need them.
struct gp_partial {
    uint8_t *states; // [item], enum gp_item_state
    size_t *reached; // [want]: the first step not taken yet
    int64_t cost, worth;
};

void gp_partial_open(struct gp_memory *memory, const struct gp_course_problem *problem,
                     struct gp_partial *partial);
void gp_partial_copy(const struct gp_course_problem *problem, const struct gp_partial *from,
                     struct gp_partial *to);
void gp_partial_take(const struct gp_course_problem *problem, size_t item,
                     struct gp_partial *partial);
void gp_partial_rule_out(const struct gp_course_problem *problem, size_t item,
                         struct gp_partial *partial);
// What taking the item would cost, with what it needs and is not taken yet.
int64_t gp_partial_cost(const struct gp_course_problem *problem, size_t item,
                        const struct gp_partial *partial);
// Whether the item by itself takes a step not taken yet.
bool gp_partial_gains(const struct gp_course_problem *problem, size_t item,
                      const struct gp_partial *partial);

// What is to be reached by a whole set: so much worth for at most so much cost.
struct gp_course_goal {
    int64_t worth, cost;
};

// An upper bound on what a partial set can become, by Lagrange multipliers: the worth of each step
// is shared out to the items that take it, and what an item is worth may be handed on to those it
// needs. Any multipliers give a bound; good ones a close one.
struct gp_course_bound {
    const struct gp_course_problem *problem;
    int64_t *shares;  // [step], in finer units than worths
    int64_t *handed;  // [need], likewise
    int64_t *profits; // [item]: its shares of steps not taken, with what is handed
    size_t *order;    // [item]: those that may still be taken first, by profit per cost
    size_t order_count;
    size_t *furthest;            // [want]: behind the last step that one of those takes
    int64_t base;                // the worth nobody's share has
    int32_t *parts;              // [item]: how much of it a fill takes, in 256ths
    int32_t *slopes;             // [step], then [need]: how the bound follows the multipliers
    bool *open;                  // [item]: whether it is in the order
    const struct gp_partial *of; // what it is the bound of
};

// How far the bound for a goal goes.
struct gp_course_fill {
    bool reachable; // false: no whole set from here on reaches the goal
    int64_t need;   // the goal's worth less the partial set's, in finer units
    size_t whole;   // so many of the order fit in whole
    int64_t filled; // worth, in finer units: base, and the profits of those
    int64_t rest;   // cost left behind those
    // What a further unit of cost brings: profit / cost of the first that does not fit, 0 / 1 where
    // all do.
    int64_t profit, cost;
};

void gp_course_bound_open(struct gp_memory *memory, const struct gp_course_problem *problem,
                          struct gp_course_bound *bound);
// Of which items the bound is made: those that may be added to `partial`. It must stay as it is.
void gp_course_bound_start(struct gp_course_bound *bound, const struct gp_partial *partial);
// Works out profits, order and base from the multipliers.
void gp_course_bound_price(struct gp_course_bound *bound);
struct gp_course_fill gp_course_bound_fill(const struct gp_course_bound *bound,
                                           struct gp_course_goal goal);
// Moves the multipliers so that the bound comes nearer to what the goal needs.
void gp_course_bound_improve(struct gp_course_bound *bound, const struct gp_course_fill *fill);
// Whether the goal is out of reach with the item (one of the order) in the set, or without it.
bool gp_course_fill_forbids(const struct gp_course_bound *bound, const struct gp_course_fill *fill,
                            size_t place, bool taken);

#endif
