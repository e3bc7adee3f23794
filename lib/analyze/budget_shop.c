#include "analyze/budget_shop.h"

#include "analyze/budget_tree.h"
#include "analyze/course_choice.h"

// Fills what a learner wants, and where each activity stands among it.
static void find_wanted(struct gp_shop *shop, struct gp_learner *learner) {
    const struct gp_budget_input *input = shop->input;
    const struct gp_ladder *ladder = input->ladder;
    const struct gp_profile *profile = &input->results->profiles[learner->line->person];
    const struct gp_answer *answers = gp_answers_of(input->team, learner->line->person);
    const struct gp_scale *interest = &ladder->scales[GP_INTEREST];
    size_t count = ladder->activity_count;
    learner->wanted = gp_alloc(shop->memory, count, sizeof *learner->wanted);
    learner->wanted_of = gp_alloc(shop->memory, count, sizeof *learner->wanted_of);
    for (size_t i = 0; i < count; i++)
        if (profile->gap_target[i] > 0 && gp_high(interest, answers[i].axis[GP_INTEREST]))
            learner->wanted[learner->wanted_count++] = (struct gp_wanted){
                i, ladder->activities[i].weight, profile->skill[i], profile->gap_target[i]};
    for (size_t i = 0; i < count; i++)
        learner->wanted_of[i] = learner->wanted_count;
    for (size_t i = 0; i < learner->wanted_count; i++)
        learner->wanted_of[learner->wanted[i].activity] = i;
}

// Which purse a learner pays from: that of their group in their currency, else a new one.
static size_t purse_of(const struct gp_shop *shop, const struct gp_learner *learner,
                       const size_t *groups) {
    size_t group = groups[learner->line->person];
    if (!shop->input->terms.pooled || group == GP_NO_PERSON)
        return shop->purse_count;
    for (size_t i = 0; i < shop->purse_count; i++) {
        const struct gp_budget_line *one = shop->learners[shop->purses[i].learners[0]].line;
        if (one->salary.currency == learner->line->salary.currency && groups[one->person] == group)
            return i;
    }
    return shop->purse_count;
}

static void add_to_purse(struct gp_shop *shop, size_t index, const size_t *groups) {
    struct gp_learner *learner = &shop->learners[index];
    learner->purse = purse_of(shop, learner, groups);
    shop->purse_count += learner->purse == shop->purse_count;
    struct gp_purse *purse = &shop->purses[learner->purse];
    purse->learners = gp_grow(shop->memory, purse->learners, purse->count, &purse->capacity,
                              sizeof *purse->learners);
    purse->learners[purse->count++] = index;
    purse->exact = true;
    int64_t left = learner->line->left.minor > 0 ? learner->line->left.minor : 0;
    if (__builtin_add_overflow(purse->amount, left, &purse->amount))
        purse->amount = INT64_MAX; // gp_budget_sums() refuses it
}

void gp_shop_open(struct gp_memory *memory, const struct gp_budget_input *input,
                  struct gp_budget *budget, struct gp_shop *shop) {
    *shop = (struct gp_shop){.memory = memory, .input = input};
    const size_t *groups = gp_manager_groups(memory, input->team);
    shop->learner_count = budget->line_count;
    shop->learners = gp_alloc(memory, budget->line_count, sizeof *shop->learners);
    shop->purses = gp_alloc(memory, budget->line_count, sizeof *shop->purses);
    for (size_t i = 0; i < budget->line_count; i++) {
        shop->learners[i].line = &budget->lines[i];
        shop->learners[i].barred =
            gp_alloc(memory, input->courses->count, sizeof *shop->learners[i].barred);
        find_wanted(shop, &shop->learners[i]);
        add_to_purse(shop, i, groups);
    }
}

gp_level_milli *gp_learner_lifts(struct gp_memory *memory, const struct gp_learner *learner) {
    return gp_alloc(memory, learner->wanted_count, sizeof(gp_level_milli));
}

void gp_shop_lift(const struct gp_shop *shop, const struct gp_learner *learner, size_t course,
                  gp_level_milli *lifts) {
    const struct gp_course *taken = &shop->input->courses->items[course];
    for (size_t i = 0; i < taken->taught_count; i++) {
        size_t at = learner->wanted_of[taken->taught[i].activity];
        if (at == learner->wanted_count)
            continue;
        gp_level_milli lift = 1000 * taken->taught[i].level - learner->wanted[at].skill;
        if (lift > learner->wanted[at].gap)
            lift = learner->wanted[at].gap;
        if (lifts[at] < lift)
            lifts[at] = lift;
    }
}

void gp_shop_lift_by(const struct gp_shop *shop, const struct gp_learner *learner,
                     const struct gp_taken *taken, size_t count, gp_level_milli *lifts) {
    for (size_t i = 0; i < count; i++)
        gp_shop_lift(shop, learner, taken[i].course, lifts);
}

int64_t gp_learner_worth(const struct gp_learner *learner, const gp_level_milli *lifts) {
    int64_t worth = 0;
    for (size_t i = 0; i < learner->wanted_count; i++)
        worth += learner->wanted[i].weight * lifts[i];
    return worth;
}

int64_t gp_shop_further(const struct gp_shop *shop, const struct gp_learner *learner,
                        size_t course) {
    struct gp_memory *memory = gp_memory_open();
    gp_level_milli *lifts = gp_learner_lifts(memory, learner);
    gp_shop_lift_by(shop, learner, learner->held, learner->held_count, lifts);
    int64_t held = gp_learner_worth(learner, lifts);
    gp_shop_lift(shop, learner, course, lifts);
    int64_t further = gp_learner_worth(learner, lifts) - held;
    gp_memory_close(memory);
    return further;
}

bool gp_taken_has(const struct gp_taken *taken, size_t count, size_t course) {
    for (size_t i = 0; i < count; i++)
        if (taken[i].course == course)
            return true;
    return false;
}

int64_t gp_taken_cost(const struct gp_taken *taken, size_t count) {
    int64_t cost = 0;
    for (size_t i = 0; i < count; i++)
        cost += taken[i].cost;
    return cost;
}

int64_t gp_shop_left(const struct gp_shop *shop, size_t purse) {
    int64_t left = shop->purses[purse].amount;
    for (size_t i = 0; i < shop->purses[purse].count; i++) {
        const struct gp_learner *learner = &shop->learners[shop->purses[purse].learners[i]];
        left -= gp_taken_cost(learner->held, learner->held_count);
    }
    return left;
}

// What is asked of the search: the wants of the purse's learners one after the other, and an offer
// for each learner and course.
struct asking {
    struct gp_memory *memory;
    const struct gp_shop *shop;
    struct gp_course_question question;
    struct gp_want *wants;
    struct gp_offer *offers;
};

static bool is_for(const struct gp_course *course, size_t index, const struct gp_learner *learner) {
    return !course->group && course->price.currency == learner->line->salary.currency &&
           !learner->barred[index];
}

// Those needed that are not held already, as offers to the same learner, who has the first at
// `base`.
static void add_needs(struct asking *asking, const struct gp_learner *learner, size_t course,
                      size_t base) {
    const struct gp_course *offered = &asking->shop->input->courses->items[course];
    size_t *needs = gp_alloc(asking->memory, offered->needs_count, sizeof *needs);
    struct gp_offer *offer = &asking->offers[base + course];
    offer->needs = needs;
    for (size_t i = 0; i < offered->needs_count; i++)
        if (!gp_taken_has(learner->held, learner->held_count, offered->needs[i]))
            needs[offer->need_count++] = base + offered->needs[i];
}

// A course that cannot be had costs more than there is. One that is held lifts nothing further.
static void add_offer(struct asking *asking, const struct gp_learner *learner, size_t course,
                      size_t base, const gp_level_milli *reached, const size_t *want_of) {
    const struct gp_course *offered = &asking->shop->input->courses->items[course];
    struct gp_offer *offer = &asking->offers[base + course];
    bool had = is_for(offered, course, learner);
    *offer = (struct gp_offer){.price = had ? offered->price.minor : INT64_MAX};
    gp_level_milli *further = gp_learner_lifts(asking->memory, learner);
    struct gp_lift *lifts = gp_alloc(asking->memory, offered->taught_count, sizeof *lifts);
    offer->lifts = lifts;
    gp_shop_lift(asking->shop, learner, course, further);
    for (size_t i = 0; i < learner->wanted_count; i++)
        if (further[i] > reached[i])
            lifts[offer->lift_count++] = (struct gp_lift){want_of[i], further[i] - reached[i]};
    add_needs(asking, learner, course, base);
}

static void add_learner(struct asking *asking, const struct gp_learner *learner) {
    size_t courses = asking->shop->input->courses->count;
    size_t base = asking->question.offer_count;
    gp_level_milli *reached = gp_learner_lifts(asking->memory, learner);
    size_t *want_of = gp_alloc(asking->memory, learner->wanted_count, sizeof *want_of);
    gp_shop_lift_by(asking->shop, learner, learner->held, learner->held_count, reached);
    for (size_t i = 0; i < learner->wanted_count; i++) {
        const struct gp_wanted *wanted = &learner->wanted[i];
        if (reached[i] == wanted->gap)
            continue;
        want_of[i] = asking->question.want_count;
        asking->wants[asking->question.want_count++] =
            (struct gp_want){wanted->weight, wanted->gap - reached[i]};
    }
    for (size_t i = 0; i < courses; i++)
        add_offer(asking, learner, i, base, reached, want_of);
    asking->question.offer_count += courses;
}

static void keep_chosen(struct gp_shop *shop, size_t purse, const struct gp_course_set *set) {
    size_t courses = shop->input->courses->count;
    const struct gp_purse *of = &shop->purses[purse];
    for (size_t i = 0; i < of->count; i++) {
        struct gp_learner *learner = &shop->learners[of->learners[i]];
        learner->chosen = NULL;
        learner->chosen_count = 0;
    }
    for (size_t i = 0; i < set->count; i++) {
        size_t course = set->offers[i] % courses;
        struct gp_learner *learner = &shop->learners[of->learners[set->offers[i] / courses]];
        if (learner->chosen == NULL)
            learner->chosen = gp_alloc(shop->memory, set->count, sizeof *learner->chosen);
        learner->chosen[learner->chosen_count++] =
            (struct gp_taken){course, shop->input->courses->items[course].price.minor};
    }
}

void gp_shop_choose(struct gp_shop *shop, size_t purse) {
    struct gp_purse *of = &shop->purses[purse];
    struct asking asking = {.memory = gp_memory_open(), .shop = shop};
    struct gp_course_set set;
    size_t wanted = 0;
    for (size_t i = 0; i < of->count; i++)
        wanted += shop->learners[of->learners[i]].wanted_count;
    asking.wants = gp_alloc(asking.memory, wanted, sizeof *asking.wants);
    asking.offers =
        gp_alloc(asking.memory, of->count * shop->input->courses->count, sizeof *asking.offers);
    for (size_t i = 0; i < of->count; i++)
        add_learner(&asking, &shop->learners[of->learners[i]]);
    asking.question.wants = asking.wants;
    asking.question.offers = asking.offers;
    asking.question.purse = gp_shop_left(shop, purse);
    gp_choose_courses(asking.memory, &asking.question, &set);
    keep_chosen(shop, purse, &set);
    of->exact = set.exact;
    gp_memory_close(asking.memory);
}
