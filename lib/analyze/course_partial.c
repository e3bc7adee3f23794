#include "analyze/course_parts.h"

#include <string.h>

void gp_partial_open(struct gp_memory *memory, const struct gp_course_problem *problem,
                     struct gp_partial *partial) {
    *partial = (struct gp_partial){
        .states = gp_alloc(memory, problem->item_count, sizeof *partial->states),
        .reached = gp_alloc(memory, problem->want_count, sizeof *partial->reached)};
    memcpy(partial->reached, problem->first_step, problem->want_count * sizeof *partial->reached);
}

void gp_partial_copy(const struct gp_course_problem *problem, const struct gp_partial *from,
                     struct gp_partial *to) {
    memcpy(to->states, from->states, problem->item_count * sizeof *to->states);
    memcpy(to->reached, from->reached, problem->want_count * sizeof *to->reached);
    to->cost = from->cost;
    to->worth = from->worth;
}

static void take_one(const struct gp_course_problem *problem, const struct gp_item *item,
                     struct gp_partial *partial) {
    partial->cost += item->cost;
    for (size_t i = 0; i < item->reach_count; i++) {
        size_t *reached = &partial->reached[item->reaches[i].want];
        for (; *reached < item->reaches[i].until; ++*reached)
            partial->worth += problem->worth[*reached];
    }
}

void gp_partial_take(const struct gp_course_problem *problem, size_t item,
                     struct gp_partial *partial) {
    const struct gp_item *taken = &problem->items[item];
    for (size_t i = 0; i < taken->with_count; i++) {
        if (partial->states[taken->with[i]] == GP_ITEM_TAKEN)
            continue;
        partial->states[taken->with[i]] = GP_ITEM_TAKEN;
        take_one(problem, &problem->items[taken->with[i]], partial);
    }
}

void gp_partial_rule_out(const struct gp_course_problem *problem, size_t item,
                         struct gp_partial *partial) {
    const struct gp_item *out = &problem->items[item];
    for (size_t i = 0; i < out->within_count; i++)
        partial->states[out->within[i]] = GP_ITEM_OUT;
}

int64_t gp_partial_cost(const struct gp_course_problem *problem, size_t item,
                        const struct gp_partial *partial) {
    const struct gp_item *taken = &problem->items[item];
    int64_t cost = 0;
    for (size_t i = 0; i < taken->with_count; i++)
        if (partial->states[taken->with[i]] != GP_ITEM_TAKEN)
            cost += problem->items[taken->with[i]].cost;
    return cost;
}

bool gp_partial_gains(const struct gp_course_problem *problem, size_t item,
                      const struct gp_partial *partial) {
    const struct gp_item *of = &problem->items[item];
    for (size_t i = 0; i < of->reach_count; i++)
        if (partial->reached[of->reaches[i].want] < of->reaches[i].until)
            return true;
    return false;
}
