#include "analyze/course_parts.h"

#include <string.h>

// Worths times costs are over 64 bits.
__extension__ typedef __int128 wide;

// Finer units in one of worth; a whole item in a slope; what a step is kept in fractions of.
enum { FINER = 1024, ONE = 256, SMALLER = 65536 };

void gp_course_bound_open(struct gp_memory *memory, const struct gp_course_problem *problem,
                          struct gp_course_bound *bound) {
    *bound = (struct gp_course_bound){
        .problem = problem,
        .shares = gp_alloc(memory, problem->step_count, sizeof *bound->shares),
        .handed = gp_alloc(memory, problem->need_count, sizeof *bound->handed),
        .profits = gp_alloc(memory, problem->item_count, sizeof *bound->profits),
        .order = gp_alloc(memory, problem->item_count, sizeof *bound->order),
        .furthest = gp_alloc(memory, problem->want_count, sizeof *bound->furthest),
        .parts = gp_alloc(memory, problem->item_count, sizeof *bound->parts),
        .slopes =
            gp_alloc(memory, problem->step_count + problem->need_count, sizeof *bound->slopes),
        .open = gp_alloc(memory, problem->item_count, sizeof *bound->open)};
    for (size_t i = 0; i < problem->step_count; i++)
        bound->shares[i] = problem->worth[i] * FINER;
    for (size_t i = 0; i < problem->item_count; i++)
        bound->order[i] = i;
}

void gp_course_bound_start(struct gp_course_bound *bound, const struct gp_partial *partial) {
    const struct gp_course_problem *problem = bound->problem;
    int64_t rest = problem->purse - partial->cost;
    bound->of = partial;
    bound->order_count = 0;
    memcpy(bound->furthest, partial->reached, problem->want_count * sizeof *bound->furthest);
    for (size_t i = 0; i < problem->item_count; i++) {
        size_t item = bound->order[i];
        bound->open[item] = partial->states[item] == GP_ITEM_OPEN &&
                            gp_partial_cost(problem, item, partial) <= rest;
        if (!bound->open[item])
            continue;
        // The order of before is kept, since the new one is near it.
        memmove(&bound->order[bound->order_count + 1], &bound->order[bound->order_count],
                (i - bound->order_count) * sizeof *bound->order);
        bound->order[bound->order_count++] = item;
        for (size_t j = 0; j < problem->items[item].reach_count; j++) {
            const struct gp_reach *reach = &problem->items[item].reaches[j];
            if (bound->furthest[reach->want] < reach->until)
                bound->furthest[reach->want] = reach->until;
        }
    }
}

static int64_t shares_of(const struct gp_course_bound *bound, size_t item) {
    const struct gp_item *of = &bound->problem->items[item];
    int64_t sum = 0;
    for (size_t i = 0; i < of->reach_count; i++)
        for (size_t step = bound->of->reached[of->reaches[i].want]; step < of->reaches[i].until;
             step++)
            sum += bound->shares[step];
    return sum;
}

static bool before(const struct gp_course_bound *bound, size_t a, size_t b) {
    const struct gp_item *items = bound->problem->items;
    wide one = (wide)bound->profits[a] * items[b].cost;
    wide other = (wide)bound->profits[b] * items[a].cost;
    return one != other ? one > other : a < b;
}

static void sort_order(struct gp_course_bound *bound) {
    for (size_t i = 1; i < bound->order_count; i++) {
        size_t item = bound->order[i], at = i;
        for (; at > 0 && before(bound, item, bound->order[at - 1]); at--)
            bound->order[at] = bound->order[at - 1];
        bound->order[at] = item;
    }
}

void gp_course_bound_price(struct gp_course_bound *bound) {
    const struct gp_course_problem *problem = bound->problem;
    bound->base = 0;
    for (size_t i = 0; i < problem->want_count; i++)
        for (size_t step = bound->of->reached[i]; step < bound->furthest[i]; step++)
            bound->base += problem->worth[step] * FINER - bound->shares[step];
    for (size_t i = 0; i < bound->order_count; i++)
        bound->profits[bound->order[i]] = shares_of(bound, bound->order[i]);
    for (size_t i = 0; i < problem->need_count; i++) {
        const struct gp_need *need = &problem->needs[i];
        if (!bound->open[need->item] || !bound->open[need->needed])
            continue;
        bound->profits[need->item] -= bound->handed[i];
        bound->profits[need->needed] += bound->handed[i];
    }
    sort_order(bound);
}

struct gp_course_fill gp_course_bound_fill(const struct gp_course_bound *bound,
                                           struct gp_course_goal goal) {
    struct gp_course_fill fill = {.need = (goal.worth - bound->of->worth) * FINER,
                                  .filled = bound->base,
                                  .rest = goal.cost - bound->of->cost,
                                  .cost = 1};
    for (; fill.whole < bound->order_count; fill.whole++) {
        size_t item = bound->order[fill.whole];
        if (bound->profits[item] <= 0)
            break;
        if (bound->problem->items[item].cost > fill.rest) {
            fill.profit = bound->profits[item];
            fill.cost = bound->problem->items[item].cost;
            break;
        }
        fill.filled += bound->profits[item];
        fill.rest -= bound->problem->items[item].cost;
    }
    fill.reachable =
        fill.rest >= 0 && (wide)fill.filled * fill.cost + (wide)fill.profit * fill.rest >=
                              (wide)fill.need * fill.cost;
    return fill;
}

// How much of each item the fill takes.
static void find_parts(struct gp_course_bound *bound, const struct gp_course_fill *fill) {
    for (size_t i = 0; i < bound->order_count; i++)
        bound->parts[bound->order[i]] = i < fill->whole ? ONE : 0;
    if (fill->profit > 0)
        bound->parts[bound->order[fill->whole]] = (int32_t)((wide)fill->rest * ONE / fill->cost);
}

static void add_part(struct gp_course_bound *bound, size_t item) {
    const struct gp_item *of = &bound->problem->items[item];
    for (size_t i = 0; i < of->reach_count; i++)
        for (size_t step = bound->of->reached[of->reaches[i].want]; step < of->reaches[i].until;
             step++)
            bound->slopes[step] += bound->parts[item];
}

static bool handing(const struct gp_course_bound *bound, size_t need) {
    return bound->open[bound->problem->needs[need].item] &&
           bound->open[bound->problem->needs[need].needed];
}

// A slope against which its multiplier cannot move is none.
static int32_t free_slope(int32_t slope, int64_t multiplier, int64_t most) {
    return (multiplier == most && slope < 0) || (multiplier == 0 && slope > 0) ? 0 : slope;
}

// The sum of the squares of the slopes.
static int64_t find_slopes(struct gp_course_bound *bound) {
    const struct gp_course_problem *problem = bound->problem;
    int64_t squares = 0;
    for (size_t i = 0; i < problem->want_count; i++)
        for (size_t step = bound->of->reached[i]; step < bound->furthest[i]; step++)
            bound->slopes[step] = -ONE;
    for (size_t i = 0; i < bound->order_count; i++)
        if (bound->parts[bound->order[i]] > 0)
            add_part(bound, bound->order[i]);
    for (size_t i = 0; i < problem->want_count; i++) {
        for (size_t step = bound->of->reached[i]; step < bound->furthest[i]; step++) {
            int32_t *slope = &bound->slopes[step];
            *slope = free_slope(*slope, bound->shares[step], problem->worth[step] * FINER);
            squares += (int64_t)*slope * *slope;
        }
    }
    for (size_t i = 0; i < problem->need_count; i++) {
        const struct gp_need *need = &problem->needs[i];
        int32_t slope =
            handing(bound, i) ? bound->parts[need->needed] - bound->parts[need->item] : 0;
        slope = free_slope(slope, bound->handed[i], INT64_MAX);
        bound->slopes[problem->step_count + i] = slope;
        squares += (int64_t)slope * slope;
    }
    return squares;
}

static int64_t moved(int64_t multiplier, wide step, int32_t slope, int64_t most) {
    wide to = multiplier - step * slope / SMALLER;
    if (to < 0)
        return 0;
    return to < most ? (int64_t)to : most;
}

void gp_course_bound_improve(struct gp_course_bound *bound, const struct gp_course_fill *fill) {
    const struct gp_course_problem *problem = bound->problem;
    find_parts(bound, fill);
    int64_t squares = find_slopes(bound);
    if (squares == 0)
        return;
    // As far as a straight line would have it go to just below what is needed.
    int64_t over =
        fill->filled - fill->need + 1 + (int64_t)((wide)fill->profit * fill->rest / fill->cost);
    wide step = (wide)over * ONE * SMALLER / squares;
    for (size_t i = 0; i < problem->want_count; i++)
        for (size_t at = bound->of->reached[i]; at < bound->furthest[i]; at++)
            bound->shares[at] =
                moved(bound->shares[at], step, bound->slopes[at], problem->worth[at] * FINER);
    for (size_t i = 0; i < problem->need_count; i++)
        bound->handed[i] =
            moved(bound->handed[i], step, bound->slopes[problem->step_count + i], INT64_MAX / 4);
}

bool gp_course_fill_forbids(const struct gp_course_bound *bound, const struct gp_course_fill *fill,
                            size_t place, bool taken) {
    if (!fill->reachable)
        return true;
    size_t item = bound->order[place];
    wide better = (wide)bound->profits[item] * fill->cost -
                  (wide)fill->profit * bound->problem->items[item].cost;
    wide bounded = (wide)fill->filled * fill->cost + (wide)fill->profit * fill->rest;
    wide lost = taken ? -better : better;
    return lost > 0 && bounded - lost < (wide)fill->need * fill->cost;
}
