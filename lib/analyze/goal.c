#include "analyze/goal.h"

#include "analyze/readiness.h"

// The least sum for which sum / weight, rounded half up, is at least that share.
static int64_t least_sum(gp_permille share, int64_t weight) {
    return share == 0 ? 0 : ((2 * (int64_t)share - 1) * weight + 1) / 2;
}

static int32_t beyond(int64_t asked, int64_t there) {
    return asked > there ? (int32_t)(asked - there) : 0;
}

static int32_t greatest_common_divisor(int32_t a, int32_t b) {
    while (b != 0) {
        int32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

// Breadth: what is met of what is rated, in the largest units that everything left is a multiple
// of.
static void find_breadth(const struct gp_policy *policy, const struct gp_raises *raises,
                         struct gp_goal *goal) {
    int64_t met = 0, rated = goal->weights[GP_PRODUCT_SIDE] + goal->weights[GP_PEOPLE_SIDE];
    goal->unit = 0;
    for (size_t i = 0; i < raises->count; i++) {
        const struct gp_item *item = &raises->items[i];
        met += item->least.met;
        for (size_t j = 0; j < item->choice_count; j++)
            goal->unit = greatest_common_divisor(goal->unit, item->choices[j].gain.met);
    }
    if (goal->unit == 0)
        goal->unit = 1;
    int64_t asked = (least_sum(policy->breadth_gate, rated) + 999) / 1000;
    goal->met = (beyond(asked, met) + goal->unit - 1) / goal->unit;
}

void gp_find_goal(struct gp_memory *memory, const struct gp_ladder *ladder,
                  const struct gp_policy *policy, size_t rung, const struct gp_raises *raises,
                  struct gp_goal *goal) {
    *goal = (struct gp_goal){.rung = &ladder->rungs[rung], .ready_from = policy->ready_from};
    int32_t *weights = gp_alloc(memory, ladder->facet_count, sizeof *weights);
    int32_t *credits = gp_alloc(memory, ladder->facet_count, sizeof *credits);
    goal->facet_credits = gp_alloc(memory, ladder->facet_count, sizeof *goal->facet_credits);
    for (size_t i = 0; i < raises->count; i++) {
        const struct gp_item *item = &raises->items[i];
        size_t facet = ladder->activities[item->activity].facet;
        weights[facet] += ladder->activities[item->activity].weight;
        credits[facet] += item->least.credit;
    }
    for (size_t i = 0; i < ladder->facet_count; i++) {
        goal->weights[ladder->facets[i].side] += weights[i];
        goal->credits[ladder->facets[i].side] += credits[i];
        goal->facet_credits[i] = beyond(least_sum(policy->facet_gate, weights[i]), credits[i]);
    }
    find_breadth(policy, raises, goal);
}

static gp_permille share_of(const struct gp_goal *goal, size_t side, int32_t credit) {
    if (goal->weights[side] == 0)
        return GP_NO_SHARE;
    return (gp_permille)gp_divide_half_up(goal->credits[side] + credit, goal->weights[side]);
}

gp_permille gp_goal_score(const struct gp_goal *goal, const int32_t credits[GP_SIDE_COUNT]) {
    gp_permille sides[GP_SIDE_COUNT];
    for (size_t i = 0; i < GP_SIDE_COUNT; i++)
        sides[i] = share_of(goal, i, credits[i]);
    return gp_hats(goal->rung, sides);
}

int32_t gp_goal_least(const struct gp_goal *goal, enum gp_side side, int32_t other) {
    enum gp_side opposite = side == GP_PRODUCT_SIDE ? GP_PEOPLE_SIDE : GP_PRODUCT_SIDE;
    gp_permille sides[GP_SIDE_COUNT];
    sides[opposite] = share_of(goal, opposite, other);
    if (goal->weights[side] == 0) {
        sides[side] = GP_NO_SHARE;
        return gp_hats(goal->rung, sides) >= goal->ready_from ? 0 : GP_NEVER;
    }
    // The least share that is enough lies between these two, the upper one included.
    int least = -1, enough = 1001;
    while (enough - least > 1) {
        int middle = (least + enough) / 2;
        sides[side] = (gp_permille)middle;
        if (gp_hats(goal->rung, sides) >= goal->ready_from)
            enough = middle;
        else
            least = middle;
    }
    if (enough > 1000)
        return GP_NEVER;
    return beyond(least_sum((gp_permille)enough, goal->weights[side]), goal->credits[side]);
}
