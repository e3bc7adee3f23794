#include "analyze/budget_courses.h"

#include "analyze/budget_shop.h"
#include "analyze/budget_workshops.h"

#include <assert.h>
#include <stdlib.h>

// Somebody who would take a course with too few seats.
struct taker {
    size_t learner;
    bool held;
    int64_t further;
};

static int compare_takers(const void *a, const void *b) {
    const struct taker *one = a, *other = b;
    if (one->held != other->held)
        return one->held ? -1 : 1;
    if (one->further != other->further)
        return one->further > other->further ? -1 : 1;
    return (one->learner > other->learner) - (one->learner < other->learner);
}

// Those who take the course, who come first before the others; how many in `*count`.
static struct taker *find_takers(const struct gp_shop *shop, size_t course, size_t *count) {
    struct taker *takers = gp_alloc(shop->memory, shop->learner_count, sizeof *takers);
    for (size_t i = 0; i < shop->learner_count; i++) {
        const struct gp_learner *learner = &shop->learners[i];
        bool held = gp_taken_has(learner->held, learner->held_count, course);
        if (held || gp_taken_has(learner->chosen, learner->chosen_count, course))
            takers[(*count)++] = (struct taker){i, held, gp_shop_further(shop, learner, course)};
    }
    qsort(takers, *count, sizeof *takers, compare_takers);
    return takers;
}

// Has those without a seat choose anew. Whether there were any.
static bool share_out_seats(struct gp_shop *shop, size_t course) {
    const struct gp_course *of = &shop->input->courses->items[course];
    if (of->group || of->seats < 0)
        return false;
    size_t count = 0, seats = (size_t)of->seats;
    const struct taker *takers = find_takers(shop, course, &count);
    for (size_t i = seats; i < count; i++)
        shop->learners[takers[i].learner].barred[course] = true;
    for (size_t i = seats; i < count; i++)
        gp_shop_choose(shop, shop->learners[takers[i].learner].purse);
    return count > seats;
}

// Ends, since whoever chooses anew has a course less to choose from.
static void share_out_all_seats(struct gp_shop *shop) {
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < shop->input->courses->count; i++)
            changed = share_out_seats(shop, i) || changed;
    }
}

static int compare_taken(const void *a, const void *b) {
    const struct gp_taken *one = a, *other = b;
    return (one->course > other->course) - (one->course < other->course);
}

static void keep_courses(struct gp_memory *memory, const struct gp_learner *learner,
                         struct gp_choice *choice) {
    size_t count = learner->held_count + learner->chosen_count;
    struct gp_taken *all = gp_alloc(memory, count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] =
            i < learner->held_count ? learner->held[i] : learner->chosen[i - learner->held_count];
    qsort(all, count, sizeof *all, compare_taken);
    choice->courses = gp_alloc(memory, count, sizeof *choice->courses);
    choice->costs = gp_alloc(memory, count, sizeof *choice->costs);
    choice->count = count;
    for (size_t i = 0; i < count; i++) {
        choice->courses[i] = all[i].course;
        choice->costs[i] = (gp_money){all[i].cost, choice->planned.currency};
        choice->planned.minor += all[i].cost;
    }
}

// Whether a course that they could pay in their currency takes a skill above `level`.
static bool taught_above(const struct gp_shop *shop, const struct gp_learner *learner,
                         size_t activity, gp_level_milli level) {
    const struct gp_courses *courses = shop->input->courses;
    for (size_t i = 0; i < courses->count; i++) {
        const struct gp_course *course = &courses->items[i];
        if (course->price.currency != learner->line->salary.currency)
            continue;
        for (size_t j = 0; j < course->taught_count; j++)
            if (course->taught[j].activity == activity && 1000 * course->taught[j].level > level)
                return true;
    }
    return false;
}

static void find_open(const struct gp_shop *shop, const struct gp_learner *learner,
                      const gp_level_milli *lifts, struct gp_choice *choice) {
    for (size_t i = 0; i < learner->wanted_count; i++) {
        const struct gp_wanted *wanted = &learner->wanted[i];
        gp_level_milli left = wanted->gap - lifts[i];
        if (left > choice->open_gap &&
            taught_above(shop, learner, wanted->activity, wanted->skill + lifts[i])) {
            choice->open = wanted->activity;
            choice->open_gap = left;
        }
    }
}

static void keep_choice(struct gp_memory *memory, const struct gp_shop *shop,
                        const struct gp_learner *learner) {
    struct gp_budget_line *line = learner->line;
    gp_level_milli *lifts = gp_learner_lifts(shop->memory, learner);
    gp_shop_lift_by(shop, learner, learner->held, learner->held_count, lifts);
    gp_shop_lift_by(shop, learner, learner->chosen, learner->chosen_count, lifts);
    keep_courses(memory, learner, &line->choice);
    find_open(shop, learner, lifts, &line->choice);
    line->choice.closed = gp_learner_worth(learner, lifts);
    line->choice.exact = shop->purses[learner->purse].exact;
    line->open.minor = line->left.minor - line->choice.planned.minor;
}

static const struct gp_taken *taken_at(const struct gp_learner *learner, size_t i) {
    return i < learner->held_count ? &learner->held[i] : &learner->chosen[i - learner->held_count];
}

// What a learner's courses close together but for those marked idle, and but for `without`.
static int64_t worth_without(const struct gp_shop *shop, size_t index, size_t without) {
    const struct gp_learner *learner = &shop->learners[index];
    const bool *idle = &shop->idle[index * shop->input->courses->count];
    gp_level_milli *lifts = gp_learner_lifts(shop->memory, learner);
    for (size_t i = 0; i < learner->held_count + learner->chosen_count; i++) {
        size_t course = taken_at(learner, i)->course;
        if (course != without && !idle[course])
            gp_shop_lift(shop, learner, course, lifts);
    }
    return gp_learner_worth(learner, lifts);
}

static bool is_needed(const struct gp_shop *shop, const struct gp_learner *learner, size_t course) {
    const struct gp_course *courses = shop->input->courses->items;
    for (size_t i = 0; i < learner->held_count + learner->chosen_count; i++) {
        const struct gp_course *other = &courses[taken_at(learner, i)->course];
        for (size_t j = 0; j < other->needs_count; j++)
            if (other->needs[j] == course)
                return true;
    }
    return false;
}

// Marks the workshops that teach somebody nothing beside the rest, one after the other, so that of
// two that teach the same one stays. Whether there were any.
static bool mark_idle(struct gp_shop *shop) {
    bool any = false;
    for (size_t i = 0; i < shop->learner_count; i++) {
        const struct gp_learner *learner = &shop->learners[i];
        for (size_t j = 0; j < learner->held_count; j++) {
            size_t course = learner->held[j].course;
            if (!shop->input->courses->items[course].group || is_needed(shop, learner, course) ||
                worth_without(shop, i, course) < worth_without(shop, i, SIZE_MAX))
                continue;
            shop->idle[i * shop->input->courses->count + course] = any = true;
        }
    }
    return any;
}

static void choose_all(struct gp_memory *memory, struct gp_shop *shop, struct gp_budget *budget) {
    for (size_t i = 0; i < shop->purse_count; i++)
        gp_shop_choose(shop, i);
    share_out_all_seats(shop);
    budget->workshop_count = 0;
    gp_budget_workshops(memory, shop, budget);
    share_out_all_seats(shop);
}

void gp_budget_courses(struct gp_memory *memory, const struct gp_budget_input *input,
                       struct gp_budget *budget) {
    if (input->courses->count == 0)
        return;
    assert(input->results != NULL);
    bool *idle = gp_alloc(memory, budget->line_count * input->courses->count, sizeof *idle);
    for (bool again = true; again;) {
        struct gp_shop shop;
        gp_shop_open(gp_memory_open(), input, budget, &shop);
        shop.idle = idle;
        choose_all(memory, &shop, budget);
        again = mark_idle(&shop);
        for (size_t i = 0; i < shop.learner_count && !again; i++)
            keep_choice(memory, &shop, &shop.learners[i]);
        gp_memory_close(shop.memory);
    }
}
