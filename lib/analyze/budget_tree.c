#include "analyze/budget_tree.h"

#include "analyze/budget_sums.h"
#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define NO_NODE ((size_t)-1)

// Somebody who may be a manager. The nodes of the team's people stand first, [person]; behind them
// those of names alone, and of no name at all.
struct node {
    const char *key, *name, *id;
    size_t person; // GP_NO_PERSON for a name alone
    size_t parent; // NO_NODE at the top
    size_t depth;
    size_t first_child, next; // in order; NO_NODE
};

struct tree {
    struct gp_memory *memory;
    const struct gp_team *team;
    struct node *nodes;
    size_t count;
    size_t *above;      // [person]: the node whose people they are of
    size_t *order;      // nodes by name
    size_t *from_below; // nodes, those below before their manager
    size_t first_top;
};

// Names without a letter or digit have no key.
static int compare_names(const struct node *a, const struct node *b) {
    int order = strcmp(a->key, b->key);
    if (order == 0 && a->key[0] == '\0')
        order = strcmp(a->name, b->name);
    return order;
}

static bool is_nobody(const struct node *node) {
    return node->person == GP_NO_PERSON && node->name[0] == '\0';
}

static int compare_nodes(const void *a, const void *b) {
    const struct node *const *one = a, *const *other = b;
    int order = is_nobody(*other) - is_nobody(*one);
    if (order == 0)
        order = compare_names(*one, *other);
    if (order == 0)
        order = strcmp((*one)->id, (*other)->id);
    return order != 0 ? order : (*one > *other) - (*one < *other);
}

// A number of a node for each way a name alone is written.
static size_t name_node(struct tree *tree, struct gp_map *names, const char *name) {
    const char *key = gp_text_key(tree->memory, name);
    const char *known_by = key[0] != '\0' ? key : gp_print(tree->memory, "=%s", name);
    size_t node = gp_map_add(names, known_by, tree->count);
    if (node == tree->count)
        tree->nodes[tree->count++] =
            (struct node){key, name, "", GP_NO_PERSON, NO_NODE, 0, NO_NODE, NO_NODE};
    return node;
}

static void make_nodes(struct tree *tree) {
    size_t people = tree->team->person_count;
    struct gp_map *names = gp_map_new(tree->memory);
    tree->nodes = gp_alloc(tree->memory, 2 * people, sizeof *tree->nodes);
    tree->above = gp_alloc(tree->memory, people, sizeof *tree->above);
    tree->count = people;
    for (size_t i = 0; i < people; i++) {
        const struct gp_person *person = &tree->team->people[i];
        bool known = person->manager != GP_NO_PERSON, named = person->manager_name[0] != '\0';
        tree->above[i] = known ? person->manager : name_node(tree, names, person->manager_name);
        tree->nodes[i] = (struct node){.key = person->key,
                                       .name = person->name,
                                       .id = person->id,
                                       .person = i,
                                       .parent = known || named ? tree->above[i] : NO_NODE,
                                       .depth = NO_NODE,
                                       .first_child = NO_NODE,
                                       .next = NO_NODE};
    }
}

static void sort_nodes(struct tree *tree) {
    const struct node **sorted = gp_alloc(tree->memory, tree->count, sizeof *sorted);
    tree->order = gp_alloc(tree->memory, tree->count, sizeof *tree->order);
    for (size_t i = 0; i < tree->count; i++)
        sorted[i] = &tree->nodes[i];
    qsort(sorted, tree->count, sizeof *sorted, compare_nodes);
    for (size_t i = 0; i < tree->count; i++)
        tree->order[i] = (size_t)(sorted[i] - tree->nodes);
}

static void link_nodes(struct tree *tree) {
    tree->first_top = NO_NODE;
    for (size_t i = tree->count; i-- > 0;) {
        struct node *node = &tree->nodes[tree->order[i]];
        size_t *first =
            node->parent == NO_NODE ? &tree->first_top : &tree->nodes[node->parent].first_child;
        node->next = *first;
        *first = tree->order[i];
    }
}

// The node behind `at` in the order of the tree; NO_NODE behind the last one.
static size_t next_node(const struct tree *tree, size_t at) {
    if (tree->nodes[at].first_child != NO_NODE)
        return tree->nodes[at].first_child;
    while (at != NO_NODE && tree->nodes[at].next == NO_NODE)
        at = tree->nodes[at].parent;
    return at == NO_NODE ? NO_NODE : tree->nodes[at].next;
}

// Depths, and the order from below: that of the tree, backwards.
static void walk_nodes(struct tree *tree) {
    size_t seen = 0;
    tree->from_below = gp_alloc(tree->memory, tree->count, sizeof *tree->from_below);
    for (size_t at = tree->first_top; at != NO_NODE; at = next_node(tree, at)) {
        struct node *node = &tree->nodes[at];
        node->depth = node->parent == NO_NODE ? 0 : tree->nodes[node->parent].depth + 1;
        seen++;
        tree->from_below[tree->count - seen] = at;
    }
    assert(seen == tree->count); // no circle
}

// The sums of one currency, into `direct` and `whole`, [node].
static void sum_nodes(const struct tree *tree, const struct gp_budget *budget, gp_currency currency,
                      struct gp_budget_sum *direct, struct gp_budget_sum *whole) {
    for (size_t i = 0; i < tree->count; i++)
        direct[i] = gp_budget_sum_start(currency);
    for (size_t i = 0; i < budget->line_count; i++)
        if (budget->lines[i].salary.currency == currency)
            gp_budget_sum_line(&direct[tree->above[budget->lines[i].person]], &budget->lines[i]);
    memcpy(whole, direct, tree->count * sizeof *whole);
    for (size_t i = 0; i < tree->count; i++) {
        size_t at = tree->from_below[i], parent = tree->nodes[at].parent;
        if (parent != NO_NODE && whole[at].headcount > 0)
            gp_budget_sum_sum(&whole[parent], &whole[at]);
    }
}

static size_t *lines_of_people(struct gp_memory *memory, const struct gp_team *team,
                               const struct gp_budget *budget) {
    size_t *lines = gp_alloc(memory, team->person_count, sizeof *lines);
    for (size_t i = 0; i < team->person_count; i++)
        lines[i] = GP_NO_LINE;
    for (size_t i = 0; i < budget->line_count; i++)
        lines[budget->lines[i].person] = i;
    return lines;
}

static struct gp_budget_total total_of(const struct node *node, const size_t *lines) {
    return (struct gp_budget_total){.manager = node->person,
                                    .manager_name = node->name,
                                    .depth = node->depth,
                                    .line = node->person == GP_NO_PERSON ? GP_NO_LINE
                                                                         : lines[node->person]};
}

void gp_budget_tree(struct gp_memory *memory, const struct gp_team *team,
                    struct gp_budget *budget) {
    struct tree tree = {.memory = memory, .team = team};
    make_nodes(&tree);
    sort_nodes(&tree);
    link_nodes(&tree);
    walk_nodes(&tree);
    const size_t *lines = lines_of_people(memory, team, budget);
    struct gp_budget_sum *direct = gp_alloc(memory, tree.count, sizeof *direct);
    struct gp_budget_sum *whole = gp_alloc(memory, tree.count, sizeof *whole);
    size_t capacity = 0;
    for (size_t i = 0; i < budget->by_currency_count; i++) {
        sum_nodes(&tree, budget, budget->by_currency[i].currency, direct, whole);
        for (size_t at = tree.first_top; at != NO_NODE; at = next_node(&tree, at)) {
            if (whole[at].headcount == 0)
                continue;
            budget->by_manager = gp_grow(memory, budget->by_manager, budget->by_manager_count,
                                         &capacity, sizeof *budget->by_manager);
            struct gp_budget_total *total = &budget->by_manager[budget->by_manager_count++];
            *total = total_of(&tree.nodes[at], lines);
            total->direct = direct[at];
            total->whole = whole[at];
        }
    }
}

size_t *gp_manager_groups(struct gp_memory *memory, const struct gp_team *team) {
    struct tree tree = {.memory = memory, .team = team};
    make_nodes(&tree);
    for (size_t i = 0; i < team->person_count; i++)
        if (tree.nodes[i].parent == NO_NODE)
            tree.above[i] = GP_NO_PERSON;
    return tree.above;
}
