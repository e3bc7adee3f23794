#include "analyze/raises.h"

#include "analyze/classify.h"
#include "analyze/focus.h"
#include "analyze/gaps.h"
#include "analyze/readiness.h"

#include <assert.h>
#include <stdlib.h>

struct finding {
    struct gp_memory *memory;
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_answer *answers;
    size_t rung;
};

// How many levels of the scale are at most that.
static size_t levels_up_to(const struct gp_scale *scale, gp_level_milli level) {
    size_t count = 0;
    while (count < scale->level_count && 1000 * scale->levels[count].value <= level)
        count++;
    return count;
}

gp_rating gp_raised(const struct gp_scale *scale, gp_level_milli from, size_t levels) {
    size_t reached = levels_up_to(scale, from) + levels;
    assert(levels > 0 && reached <= scale->level_count);
    return scale->levels[reached - 1].value;
}

// The one-level raises that bring a skill to the level expected, or past it where the scale does
// not have it.
static size_t raises_to_level(const struct gp_scale *scale, gp_level_milli skill,
                              gp_rating expected) {
    size_t raises = 0;
    gp_level_milli reached = skill;
    while (reached < 1000 * expected)
        reached = 1000 * gp_raised(scale, skill, ++raises);
    return raises;
}

// The one-level raises that bring an experience to the lowest level that is high.
static size_t raises_to_high(const struct gp_scale *scale, gp_rating experience) {
    size_t raises = 0;
    gp_rating reached = experience;
    while (!gp_high(scale, reached))
        reached = gp_raised(scale, 1000 * experience, ++raises);
    return raises;
}

// What the choice costs and brings in all.
static struct gp_gain gain_of(const struct finding *f, size_t activity, size_t skill_raises,
                              size_t experience_raises) {
    const struct gp_answer *answer = &f->answers[activity];
    gp_rating expected = gp_expected(f->ladder, f->rung, activity)->level;
    int32_t weight = f->ladder->activities[activity].weight;
    gp_level_milli skill = gp_skill_used(answer, f->policy->manager_weight);
    if (skill_raises > 0)
        skill = 1000 * gp_raised(&f->ladder->scales[GP_SKILL], skill, skill_raises);
    gp_permille cap = gp_credit_cap(f->ladder, f->policy, answer->axis[GP_EXPERIENCE]);
    gp_permille credit = gp_credit(expected, skill, experience_raises > 0 ? 1000 : cap);
    return (struct gp_gain){(int32_t)(skill_raises + experience_raises),
                            skill >= 1000 * expected ? weight : 0, weight * credit};
}

// Whether some choice costs less and brings at least as much.
static bool is_useless(const struct gp_item *item, const struct gp_gain *gain) {
    for (size_t i = 0; i < item->choice_count; i++) {
        const struct gp_gain *other = &item->choices[i].gain;
        if (other->cost < gain->cost && other->met >= gain->met && other->credit >= gain->credit)
            return true;
    }
    return false;
}

// Whatever is useless beside a useless choice is so beside the one that makes that useless: one
// pass over all of them will do.
static void drop_useless(struct gp_item *item) {
    size_t kept = 0;
    for (size_t i = 0; i < item->choice_count; i++)
        if (!is_useless(item, &item->choices[i].gain))
            item->choices[kept++] = item->choices[i];
    item->choice_count = kept;
}

// All choices that meet what a must-have asks for, most raises of skill first, then of experience.
static void list_choices(const struct finding *f, struct gp_item *item) {
    const struct gp_ladder *ladder = f->ladder;
    const struct gp_answer *answer = &f->answers[item->activity];
    const struct gp_expectation *expected = gp_expected(ladder, f->rung, item->activity);
    gp_rating experience = answer->axis[GP_EXPERIENCE];
    size_t most =
        raises_to_level(&ladder->scales[GP_SKILL], gp_skill_used(answer, f->policy->manager_weight),
                        expected->level);
    size_t proven =
        gp_rated(experience) ? raises_to_high(&ladder->scales[GP_EXPERIENCE], experience) : 0;
    size_t least = expected->must_have ? most : 0;
    item->choices = gp_alloc(f->memory, 2 * (most - least + 1), sizeof *item->choices);
    for (size_t i = 0; i <= most - least; i++) {
        size_t skill = most - i;
        if (proven > 0)
            item->choices[item->choice_count++] = (struct gp_choice){
                (uint16_t)skill, (uint16_t)proven, gain_of(f, item->activity, skill, proven)};
        item->choices[item->choice_count++] =
            (struct gp_choice){(uint16_t)skill, 0, gain_of(f, item->activity, skill, 0)};
    }
}

// Splits the gains into the least and what is beyond it. The last choice listed raises nothing that
// need not be raised: it costs least and brings least.
static void split_gains(struct gp_item *item) {
    item->least = item->choices[item->choice_count - 1].gain;
    for (size_t i = 0; i < item->choice_count; i++) {
        struct gp_gain *gain = &item->choices[i].gain;
        gain->cost -= item->least.cost;
        gain->met -= item->least.met;
        gain->credit -= item->least.credit;
    }
}

// The activities that can be raised, in focus order; how many in `*count`.
static struct gp_ranked *rank_items(const struct finding *f, size_t *count) {
    const struct gp_ladder *ladder = f->ladder;
    struct gp_ranked *ranked = gp_alloc(f->memory, ladder->activity_count, sizeof *ranked);
    *count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        gp_rating expected = gp_expected(ladder, f->rung, i)->level;
        gp_level_milli skill = gp_skill_used(&f->answers[i], f->policy->manager_weight);
        if (expected > 0 && skill >= 0)
            ranked[(*count)++] = gp_focus_rank(ladder, f->rung, i, gp_gap(expected, skill),
                                               f->answers[i].axis[GP_INTEREST]);
    }
    qsort(ranked, *count, sizeof *ranked, gp_larger_first);
    return ranked;
}

void gp_find_raises(struct gp_memory *memory, const struct gp_ladder *ladder,
                    const struct gp_policy *policy, const struct gp_answer *answers, size_t rung,
                    struct gp_raises *raises) {
    struct finding f = {memory, ladder, policy, answers, rung};
    *raises = (struct gp_raises){0};
    const struct gp_ranked *ranked = rank_items(&f, &raises->count);
    raises->items = gp_alloc(memory, raises->count, sizeof *raises->items);
    for (size_t i = 0; i < raises->count; i++) {
        struct gp_item *item = &raises->items[i];
        item->activity = ranked[i].activity;
        list_choices(&f, item);
        drop_useless(item);
        split_gains(item);
    }
}
