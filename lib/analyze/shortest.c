#include "analyze/shortest.h"

#include "analyze/choose.h"
#include "analyze/classify.h"
#include "analyze/goal.h"
#include "analyze/raises.h"
#include "analyze/to_rate.h"

static void add_step(struct gp_way *way, size_t activity, enum gp_axis axis, gp_level_milli from,
                     uint16_t levels, const struct gp_scale *scale) {
    if (levels == 0)
        return;
    way->levels += levels;
    way->steps[way->step_count++] =
        (struct gp_raise){activity, axis, from, gp_raised(scale, from, levels), levels};
}

// The one choice that is left of every item, as steps.
static void list_steps(struct gp_memory *memory, const struct gp_ladder *ladder,
                       const struct gp_policy *policy, const struct gp_answer *answers,
                       const struct gp_raises *raises, struct gp_way *way) {
    way->steps = gp_alloc(memory, 2 * raises->count, sizeof *way->steps);
    for (size_t i = 0; i < raises->count; i++) {
        const struct gp_item *item = &raises->items[i];
        const struct gp_answer *answer = &answers[item->activity];
        add_step(way, item->activity, GP_SKILL, gp_skill_used(answer, policy->manager_weight),
                 item->choices->skill, &ladder->scales[GP_SKILL]);
        add_step(way, item->activity, GP_EXPERIENCE, 1000 * answer->axis[GP_EXPERIENCE],
                 item->choices->experience, &ladder->scales[GP_EXPERIENCE]);
    }
}

static gp_permille score_of(const struct gp_ladder *ladder, const struct gp_goal *goal,
                            const struct gp_raises *raises) {
    int32_t credits[GP_SIDE_COUNT] = {0};
    for (size_t i = 0; i < raises->count; i++)
        credits[gp_side_of(ladder, raises->items[i].activity)] +=
            raises->items[i].choices->gain.credit;
    return gp_goal_score(goal, credits);
}

struct gp_way gp_shortest_way(struct gp_memory *memory, const struct gp_ladder *ladder,
                              const struct gp_policy *policy, const struct gp_answer *answers,
                              size_t rung, const struct gp_readiness *readiness) {
    struct gp_way way = {.score = readiness->score};
    way.to_rate = gp_find_to_rate(memory, ladder, policy, answers, rung, &way.to_rate_count);
    if (readiness->score == GP_NO_SHARE)
        return way;
    struct gp_memory *tables = gp_memory_open(); // they may be large, and are soon done with
    struct gp_raises raises;
    struct gp_goal goal;
    gp_find_raises(tables, ladder, policy, answers, rung, &raises);
    gp_find_goal(tables, ladder, policy, rung, &raises, &goal);
    way.found = gp_choose(tables, ladder, &goal, &raises);
    way.too_large = !way.found;
    if (way.found) {
        list_steps(memory, ladder, policy, answers, &raises, &way);
        way.score = score_of(ladder, &goal, &raises);
    }
    gp_memory_close(tables);
    return way;
}
