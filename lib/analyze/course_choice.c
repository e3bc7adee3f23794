#include "analyze/course_choice.h"

#include "analyze/course_parts.h"

#include <string.h>

// How often the bound is moved before the search branches, first and later.
enum { MOVES_AT_FIRST = 300, MOVES_LATER = 12 };

struct search {
    struct gp_memory *memory;
    const struct gp_course_problem *problem;
    struct gp_course_bound bound;
    struct gp_partial best, trial;
    struct gp_partial *nodes; // those not done yet, each with one more item taken than before
    size_t node_count, node_capacity;
    uint64_t looked_at, most_nodes;
};

// Whether all that may still become of `partial` stands later than `other`, or is the same.
static bool stands_later(const struct gp_course_problem *problem, const struct gp_partial *partial,
                         const struct gp_partial *other) {
    for (size_t i = 0; i < problem->item_count; i++) {
        bool held = other->states[i] == GP_ITEM_TAKEN;
        if (held && partial->states[i] == GP_ITEM_OUT)
            return true;
        if (!held && partial->states[i] != GP_ITEM_OUT)
            return false;
    }
    return true;
}

// Whether `a`, as it is, is a better set than `b`.
static bool better(const struct gp_course_problem *problem, const struct gp_partial *a,
                   const struct gp_partial *b) {
    if (a->worth != b->worth)
        return a->worth > b->worth;
    if (a->cost != b->cost)
        return a->cost < b->cost;
    for (size_t i = 0; i < problem->item_count; i++) {
        bool one = a->states[i] == GP_ITEM_TAKEN, other = b->states[i] == GP_ITEM_TAKEN;
        if (one != other)
            return one;
    }
    return false;
}

static void offer_set(struct search *search, const struct gp_partial *set) {
    if (better(search->problem, set, &search->best))
        gp_partial_copy(search->problem, set, &search->best);
}

// Adds what fits, in the order of the bound.
static void try_in_order(struct search *search, const struct gp_partial *from) {
    const struct gp_course_problem *problem = search->problem;
    gp_partial_copy(problem, from, &search->trial);
    for (size_t i = 0; i < search->bound.order_count; i++) {
        size_t item = search->bound.order[i];
        if (search->trial.states[item] == GP_ITEM_OPEN &&
            gp_partial_gains(problem, item, &search->trial) &&
            gp_partial_cost(problem, item, &search->trial) <= problem->purse - search->trial.cost)
            gp_partial_take(problem, item, &search->trial);
    }
    offer_set(search, &search->trial);
}

// The two ways to do better than the best set found: to be worth more, or to be worth as much and
// be cheaper (or cost as much and stand earlier).
struct outlook {
    struct gp_course_fill more, cheaper;
};

static struct outlook look(const struct search *search, const struct gp_partial *node) {
    const struct gp_partial *best = &search->best;
    const struct gp_course_bound *bound = &search->bound;
    struct gp_course_goal more = {best->worth + 1, search->problem->purse};
    struct gp_course_goal cheaper = {best->worth, best->cost};
    cheaper.cost -= stands_later(search->problem, node, best);
    return (struct outlook){gp_course_bound_fill(bound, more),
                            gp_course_bound_fill(bound, cheaper)};
}

// Rules out and takes what every better set leaves out or holds. Whether anything was taken.
static bool settle_items(struct search *search, struct gp_partial *node,
                         const struct outlook *found) {
    const struct gp_course_bound *bound = &search->bound;
    bool taken = false;
    for (size_t i = 0; i < bound->order_count; i++) {
        size_t item = bound->order[i];
        if (node->states[item] != GP_ITEM_OPEN)
            continue;
        if (gp_course_fill_forbids(bound, &found->more, i, true) &&
            gp_course_fill_forbids(bound, &found->cheaper, i, true)) {
            gp_partial_rule_out(search->problem, item, node);
        } else if (gp_course_fill_forbids(bound, &found->more, i, false) &&
                   gp_course_fill_forbids(bound, &found->cheaper, i, false)) {
            gp_partial_take(search->problem, item, node);
            taken = true;
        }
    }
    return taken;
}

// Whether a better set may come of the node; if so what is settled is settled in it.
static bool promising(struct search *search, struct gp_partial *node) {
    size_t moves = search->looked_at == 1 ? MOVES_AT_FIRST : MOVES_LATER;
    bool again = true;
    while (again) {
        if (node->cost > search->problem->purse)
            return false;
        struct outlook found;
        offer_set(search, node);
        gp_course_bound_start(&search->bound, node);
        for (size_t i = 0; i < moves; i++) {
            gp_course_bound_price(&search->bound);
            if (i % 8 == 0)
                try_in_order(search, node);
            found = look(search, node);
            if (!found.more.reachable && !found.cheaper.reachable)
                return false;
            if (i + 1 < moves)
                gp_course_bound_improve(&search->bound,
                                        found.more.reachable ? &found.more : &found.cheaper);
        }
        again = settle_items(search, node, &found);
    }
    return true;
}

// The open item that gains something and stands first in the order; `item_count` for none.
static size_t next_item(const struct search *search, const struct gp_partial *node) {
    const struct gp_course_bound *bound = &search->bound;
    for (size_t i = 0; i < bound->order_count; i++)
        if (node->states[bound->order[i]] == GP_ITEM_OPEN &&
            gp_partial_gains(search->problem, bound->order[i], node))
            return bound->order[i];
    return search->problem->item_count;
}

static struct gp_partial *push_node(struct search *search) {
    if (search->node_count == search->node_capacity) {
        size_t had = search->node_capacity;
        search->nodes = gp_grow(search->memory, search->nodes, had, &search->node_capacity,
                                sizeof *search->nodes);
        for (size_t i = had; i < search->node_capacity; i++)
            search->nodes[i] = (struct gp_partial){0};
    }
    struct gp_partial *node = &search->nodes[search->node_count++];
    if (node->states == NULL)
        gp_partial_open(search->memory, search->problem, node);
    return node;
}

// Depth first: with an item, then, in the same node, without it. False when given up.
static bool run(struct search *search) {
    push_node(search);
    while (search->node_count > 0) {
        if (search->looked_at++ == search->most_nodes)
            return false;
        struct gp_partial *node = &search->nodes[search->node_count - 1];
        size_t none = search->problem->item_count;
        size_t item = promising(search, node) ? next_item(search, node) : none;
        if (item == none) {
            search->node_count--;
            continue;
        }
        struct gp_partial *child = push_node(search);
        node = &search->nodes[search->node_count - 2];
        gp_partial_copy(search->problem, node, child);
        gp_partial_take(search->problem, item, child);
        gp_partial_rule_out(search->problem, item, node);
    }
    return true;
}

static uint64_t most_nodes(const struct gp_course_question *question,
                           const struct gp_course_problem *problem) {
    enum { USUAL = 200 };
    if (question->most_nodes > 0)
        return question->most_nodes;
    if (problem->item_count <= USUAL)
        return GP_MOST_COURSE_NODES;
    return (uint64_t)GP_MOST_COURSE_NODES * USUAL / problem->item_count + 1;
}

static void keep_set(struct gp_memory *memory, const struct gp_course_question *question,
                     const struct search *search, struct gp_course_set *set) {
    const struct gp_course_problem *problem = search->problem;
    set->offers = gp_alloc(memory, problem->item_count, sizeof *set->offers);
    for (size_t i = 0; i < problem->item_count; i++) {
        if (search->best.states[i] != GP_ITEM_TAKEN)
            continue;
        set->price += question->offers[problem->items[i].offer].price;
        set->offers[set->count++] = problem->items[i].offer;
    }
    set->value = search->best.worth * problem->unit;
    set->nodes = search->looked_at;
}

void gp_choose_courses(struct gp_memory *memory, const struct gp_course_question *question,
                       struct gp_course_set *set) {
    struct gp_course_problem problem;
    struct search search = {.memory = gp_memory_open(), .problem = &problem};
    *set = (struct gp_course_set){.exact = true};
    gp_course_problem(search.memory, question, &problem);
    search.most_nodes = most_nodes(question, &problem);
    gp_course_bound_open(search.memory, &problem, &search.bound);
    gp_partial_open(search.memory, &problem, &search.best);
    gp_partial_open(search.memory, &problem, &search.trial);
    set->exact = run(&search) && problem.whole;
    keep_set(memory, question, &search, set);
    gp_memory_close(search.memory);
}
