// The items are leaves of a tree: a facet's are put together first, since its gate asks for a
// credit of its own, then the facets of a side. Met weight and cost come together only at the two
// roots. Every node has the list of the best that its items can do (analyze/gains.h). From the
// roots down follows what is asked of each node; whatever does not fulfill it is in no shortest
// way, and little is left to decide one item after the other.
#include "analyze/choose.h"

#include "analyze/gains.h"

#include <assert.h>

#define NO_NODE ((size_t)-1)

struct node {
    size_t parent;        // NO_NODE of a root
    size_t parts[2];      // NO_NODE, both, of a leaf
    struct gp_item *item; // of a leaf; NULL of another
    int32_t floor;        // the credit a facet's gate asks for
    struct gp_gains gains;
    struct gp_demand demand;
};

struct tree {
    const struct gp_goal *goal;
    struct gp_bench bench;
    struct node *nodes; // parts before what they are parts of
    size_t count;
    size_t *leaves; // [activity], of the items that have more than one choice
    bool pruned;    // every node knows what is asked of it
    size_t roots[GP_SIDE_COUNT];
};

static size_t add_node(struct tree *tree, const size_t parts[2], struct gp_item *item) {
    size_t index = tree->count++;
    tree->nodes[index] = (struct node){NO_NODE, {parts[0], parts[1]}, item, 0, {0}, {0}};
    if (parts[0] != NO_NODE)
        tree->nodes[parts[0]].parent = tree->nodes[parts[1]].parent = index;
    return index;
}

static size_t add_leaf(struct tree *tree, struct gp_item *item) {
    return add_node(tree, (size_t[]){NO_NODE, NO_NODE}, item);
}

// Puts nodes together two by two, until one is left; gives that. At least one.
static size_t join_nodes(struct tree *tree, size_t *nodes, size_t count) {
    for (; count > 1; count = (count + 1) / 2)
        for (size_t i = 0; i < count; i += 2)
            nodes[i / 2] = i + 1 < count ? add_node(tree, &nodes[i], NULL) : nodes[i];
    return nodes[0];
}

// Adds the leaves of the items of a facet to `nodes`, or the one node they make where the gate asks
// for something. How many stand in `nodes` then.
static size_t add_facet(struct tree *tree, const struct gp_facet *facet, int32_t floor,
                        struct gp_item *const *items, size_t *nodes, size_t count) {
    size_t first = count;
    for (size_t i = facet->first; i < facet->first + facet->count; i++)
        if (items[i] != NULL && items[i]->choice_count > 1)
            nodes[count++] = tree->leaves[i] = add_leaf(tree, items[i]);
    if (floor == 0 || count == first)
        return count;
    nodes[first] = join_nodes(tree, &nodes[first], count - first);
    tree->nodes[nodes[first]].floor = floor;
    return first + 1;
}

// Stands for a side that has nothing to raise.
static struct gp_item *add_idle_item(struct gp_memory *memory) {
    struct gp_item *item = gp_alloc(memory, 1, sizeof *item);
    item->choices = gp_alloc(memory, 1, sizeof *item->choices);
    item->choice_count = 1;
    return item;
}

static void plant(struct gp_memory *memory, const struct gp_ladder *ladder,
                  struct gp_raises *raises, struct tree *tree) {
    struct gp_item **items = gp_alloc(memory, ladder->activity_count, sizeof *items);
    for (size_t i = 0; i < raises->count; i++)
        items[raises->items[i].activity] = &raises->items[i];
    size_t *nodes = gp_alloc(memory, ladder->activity_count + 1, sizeof *nodes);
    tree->leaves = gp_alloc(memory, ladder->activity_count, sizeof *tree->leaves);
    tree->nodes = gp_alloc(memory, 2 * ladder->activity_count + 4, sizeof *tree->nodes);
    for (size_t side = 0; side < GP_SIDE_COUNT; side++) {
        size_t count = 0;
        for (size_t i = 0; i < ladder->facet_count; i++)
            if (ladder->facets[i].side == side)
                count = add_facet(tree, &ladder->facets[i], tree->goal->facet_credits[i], items,
                                  nodes, count);
        if (count == 0)
            nodes[count++] = add_leaf(tree, add_idle_item(memory));
        tree->roots[side] = join_nodes(tree, nodes, count);
    }
}

// The gain of a choice, in the goal's units of met weight.
static struct gp_gain gain_of(const struct tree *tree, const struct gp_choice *choice) {
    struct gp_gain gain = choice->gain;
    gain.met /= tree->goal->unit;
    if (gain.met > tree->bench.met)
        gain.met = tree->bench.met;
    return gain;
}

static void fill_leaf(struct tree *tree, struct node *leaf, const struct gp_choice *choices,
                      size_t count) {
    leaf->gains.count = 0;
    leaf->gains.cost_most = leaf->gains.met_most = 0;
    for (size_t i = 0; i < count; i++) {
        struct gp_gain gain = gain_of(tree, &choices[i]);
        if (gain.cost <= tree->bench.budget && gain.credit >= leaf->floor)
            gp_gains_add(&tree->bench, &leaf->gains, gain);
    }
}

static void fill_inner(struct tree *tree, struct node *node) {
    gp_gains_merge(&tree->bench, &tree->nodes[node->parts[0]].gains,
                   &tree->nodes[node->parts[1]].gains, node->floor, &node->gains);
    if (tree->pruned)
        gp_gains_keep(&node->demand, &node->gains);
}

static void fill(struct tree *tree, int32_t budget) {
    tree->bench.budget = budget;
    for (size_t i = 0; i < tree->count && !tree->bench.too_large; i++) {
        struct node *node = &tree->nodes[i];
        if (node->parts[0] != NO_NODE)
            fill_inner(tree, node);
        else
            fill_leaf(tree, node, node->item->choices, node->item->choice_count);
    }
}

// The least that both sides together cost; GP_NEVER when it is above the budget, or too large.
static int32_t least_cost(struct tree *tree) {
    const struct gp_gains *product = &tree->nodes[tree->roots[GP_PRODUCT_SIDE]].gains;
    const struct gp_gains *people = &tree->nodes[tree->roots[GP_PEOPLE_SIDE]].gains;
    int32_t least = GP_NEVER;
    if (gp_is_too_much(&tree->bench, (uint64_t)product->count * people->count))
        return GP_NEVER;
    for (size_t i = 0; i < product->count; i++) {
        const struct gp_gain *one = &product->items[i];
        int32_t credit = gp_goal_least(tree->goal, GP_PEOPLE_SIDE, one->credit);
        for (size_t j = 0; j < people->count; j++) {
            const struct gp_gain *other = &people->items[j];
            if (one->cost + other->cost >= least)
                break;
            if (other->credit >= credit && one->met + other->met >= tree->bench.met)
                least = one->cost + other->cost;
        }
    }
    return least > tree->bench.budget ? GP_NEVER : least;
}

// The least budget that is enough, looked for from `from` on; GP_NEVER when the tree gets too
// large. With all that can be raised raised every share is whole: there is one.
static int32_t least_budget(struct tree *tree, int32_t from) {
    int32_t least = GP_NEVER;
    for (int32_t budget = from; least == GP_NEVER; budget += budget / 2 + 1) {
        assert(budget < GP_NEVER / 2);
        fill(tree, budget);
        least = least_cost(tree);
        if (tree->bench.too_large)
            return GP_NEVER;
    }
    return least;
}

// As if the tree had been filled with a lesser budget: what costs more hides nothing of what costs
// less.
static void cut(struct tree *tree, int32_t budget) {
    tree->bench.budget = budget;
    for (size_t i = 0; i < tree->count; i++)
        gp_gains_cut(&tree->nodes[i].gains, budget);
}

// Fills the tree with the least budget that is enough for the goal; what is enough without breadth
// is soon found. False when it gets too large.
static bool fill_for_goal(struct tree *tree) {
    enum { FIRST = 8 };
    tree->bench.met = 0;
    int32_t least = least_budget(tree, FIRST);
    if (least == GP_NEVER)
        return false;
    tree->bench.met = tree->goal->met;
    least = least_budget(tree, least);
    if (least != GP_NEVER)
        cut(tree, least);
    return !tree->bench.too_large;
}

// What is asked of a side when the other does the rest.
static struct gp_demand demand_of_side(struct tree *tree, enum gp_side side) {
    struct gp_bench *bench = &tree->bench;
    const struct node *root = &tree->nodes[tree->roots[side]];
    const struct gp_gains *rest = &tree->nodes[tree->roots[1 - side]].gains;
    struct gp_demand demand = gp_demand_open(bench, &root->gains);
    for (size_t i = 0; i < rest->count; i++) {
        const struct gp_gain *gain = &rest->items[i];
        int32_t credit = gp_goal_least(tree->goal, side, gain->credit);
        if (credit < root->floor)
            credit = root->floor;
        gp_demand_ask(&demand, bench->budget - gain->cost, bench->met - gain->met, credit);
    }
    gp_demand_spread(&demand);
    return demand;
}

static void drop_choices(const struct tree *tree, const struct gp_demand *demand,
                         struct gp_item *item) {
    size_t kept = 0;
    for (size_t i = 0; i < item->choice_count; i++) {
        struct gp_gain gain = gain_of(tree, &item->choices[i]);
        if (gp_fulfills(demand, &gain))
            item->choices[kept++] = item->choices[i];
    }
    assert(kept > 0);
    item->choice_count = kept;
}

// Takes what is in no shortest way out of a node, now that it is known what is asked of it.
static void prune_node(const struct tree *tree, struct node *node, struct gp_demand demand) {
    node->demand = demand;
    gp_gains_keep(&node->demand, &node->gains);
    if (node->item != NULL)
        drop_choices(tree, &node->demand, node->item);
}

static void prune_part(struct tree *tree, const struct node *node, size_t part) {
    struct node *pruned = &tree->nodes[node->parts[part]];
    struct gp_demand demand =
        gp_demand_of_part(&tree->bench, &node->demand, &pruned->gains,
                          &tree->nodes[node->parts[1 - part]].gains, pruned->floor);
    if (!tree->bench.too_large)
        prune_node(tree, pruned, demand);
}

// From the roots down; the second of two is asked only for what is left of the first.
static bool prune(struct tree *tree) {
    for (size_t side = 0; side < GP_SIDE_COUNT; side++)
        prune_node(tree, &tree->nodes[tree->roots[side]], demand_of_side(tree, (enum gp_side)side));
    for (size_t i = tree->count; i > 0; i--)
        for (size_t part = 0; part < 2 && tree->nodes[i - 1].parts[part] != NO_NODE; part++)
            prune_part(tree, &tree->nodes[i - 1], part);
    tree->pruned = !tree->bench.too_large;
    return tree->pruned;
}

// Whether a shortest way has this choice of a leaf. Until another is tried, it is the one.
static bool try_choice(struct tree *tree, struct node *leaf, const struct gp_choice *choice) {
    fill_leaf(tree, leaf, choice, 1);
    for (size_t i = leaf->parent; i != NO_NODE; i = tree->nodes[i].parent)
        fill_inner(tree, &tree->nodes[i]);
    return least_cost(tree) != GP_NEVER;
}

// Leaves an item its first choice that is part of a shortest way.
static void settle(struct tree *tree, struct node *leaf) {
    struct gp_item *item = leaf->item;
    size_t chosen = 0;
    while (!try_choice(tree, leaf, &item->choices[chosen]) && chosen + 1 < item->choice_count)
        chosen++;
    item->choices[0] = item->choices[chosen];
    item->choice_count = 1;
}

bool gp_choose(struct gp_memory *memory, const struct gp_ladder *ladder, const struct gp_goal *goal,
               struct gp_raises *raises) {
    struct tree tree = {.goal = goal, .bench = {.memory = memory}};
    plant(memory, ladder, raises, &tree);
    if (!fill_for_goal(&tree) || !prune(&tree))
        return false;
    fill(&tree, tree.bench.budget);
    for (size_t i = 0; i < raises->count && !tree.bench.too_large; i++)
        if (raises->items[i].choice_count > 1)
            settle(&tree, &tree.nodes[tree.leaves[raises->items[i].activity]]);
    return !tree.bench.too_large;
}
