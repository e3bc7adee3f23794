#include "analyze/budget_workshops.h"

#include <stdlib.h>
#include <string.h>

// Amounts times gaps are over 64 bits.
__extension__ typedef __int128 wide;

// Somebody a group course is offered to.
struct invited {
    size_t learner;
    int64_t further; // what it closes for them
    int64_t share;
    bool comes;
};

// A group course, tried.
struct trial {
    struct gp_shop *shop;
    size_t course;
    struct invited *invited; // who comes first before the others
    size_t invited_count, coming_count;
    size_t *purses; // of those who come, each once
    size_t purse_count;
    struct gp_learner *before; // [learner]: as they were, of those purses
};

static const struct gp_course *course_of(const struct trial *trial) {
    return &trial->shop->input->courses->items[trial->course];
}

static bool has(const struct gp_learner *learner, size_t course) {
    return gp_taken_has(learner->held, learner->held_count, course) ||
           gp_taken_has(learner->chosen, learner->chosen_count, course);
}

static bool has_needs(const struct gp_learner *learner, const struct gp_course *course) {
    for (size_t i = 0; i < course->needs_count; i++)
        if (!has(learner, course->needs[i]))
            return false;
    return true;
}

static int compare_invited(const void *a, const void *b) {
    const struct invited *one = a, *other = b;
    if (one->further != other->further)
        return one->further > other->further ? -1 : 1;
    return (one->learner > other->learner) - (one->learner < other->learner);
}

static int compare_learners(const void *a, const void *b) {
    const struct invited *one = a, *other = b;
    return (one->learner > other->learner) - (one->learner < other->learner);
}

static void invite(struct trial *trial) {
    const struct gp_shop *shop = trial->shop;
    const struct gp_course *course = course_of(trial);
    trial->invited = gp_alloc(shop->memory, shop->learner_count, sizeof *trial->invited);
    for (size_t i = 0; i < shop->learner_count; i++) {
        const struct gp_learner *learner = &shop->learners[i];
        if (shop->idle[i * shop->input->courses->count + trial->course] ||
            learner->line->salary.currency != course->price.currency ||
            gp_taken_has(learner->held, learner->held_count, trial->course) ||
            !has_needs(learner, course))
            continue;
        int64_t further = gp_shop_further(shop, learner, trial->course);
        if (further > 0)
            trial->invited[trial->invited_count++] = (struct invited){i, further, 0, true};
    }
    qsort(trial->invited, trial->invited_count, sizeof *trial->invited, compare_invited);
}

static size_t seats_of(const struct gp_course *course) {
    return course->seats < 0 ? SIZE_MAX : (size_t)course->seats;
}

// What a level costs those who are invited first. `closed` 0: nobody is.
struct offer_price {
    size_t course;
    int64_t price, closed;
};

static int compare_prices(const void *a, const void *b) {
    const struct offer_price *one = a, *other = b;
    wide first = (wide)one->price * other->closed, second = (wide)other->price * one->closed;
    if (one->closed == 0 || other->closed == 0) {
        first = one->closed == 0;
        second = other->closed == 0;
    }
    if (first != second)
        return first < second ? -1 : 1;
    return (one->course > other->course) - (one->course < other->course);
}

static struct offer_price price_of(struct gp_shop *shop, size_t course) {
    struct trial trial = {.shop = shop, .course = course};
    struct offer_price price = {course, course_of(&trial)->price.minor, 0};
    invite(&trial);
    for (size_t i = 0; i < trial.invited_count && i < seats_of(course_of(&trial)); i++)
        price.closed += trial.invited[i].further;
    return price;
}

// The first so many of those who can still come get the seats.
static size_t *seat(struct trial *trial) {
    size_t *seated = gp_alloc(trial->shop->memory, trial->invited_count, sizeof *seated);
    size_t seats = seats_of(course_of(trial));
    trial->coming_count = 0;
    for (size_t i = 0; i < trial->invited_count && trial->coming_count < seats; i++)
        if (trial->invited[i].comes)
            seated[trial->coming_count++] = i;
    return seated;
}

// An even share each; a minor unit more for the first ones in the team's order.
static void share_price(struct trial *trial, const size_t *seated) {
    if (trial->coming_count == 0)
        return;
    size_t learners = trial->shop->learner_count;
    struct invited **in_order = gp_alloc(trial->shop->memory, learners, sizeof *in_order);
    int64_t price = course_of(trial)->price.minor, count = (int64_t)trial->coming_count;
    for (size_t i = 0; i < trial->coming_count; i++)
        in_order[trial->invited[seated[i]].learner] = &trial->invited[seated[i]];
    int64_t rest = price % count;
    for (size_t i = 0; i < learners; i++)
        if (in_order[i] != NULL)
            in_order[i]->share = price / count + (rest-- > 0);
}

// Takes along to `held` what a course needs of what was chosen, at any remove; what that costs.
static int64_t hold_needs(const struct gp_shop *shop, size_t course, struct gp_learner *learner) {
    const struct gp_course *courses = shop->input->courses->items;
    size_t first = learner->held_count, more = learner->chosen_count;
    struct gp_taken *held = gp_alloc(shop->memory, first + more + 1, sizeof *held);
    for (size_t i = 0; i < first; i++)
        held[i] = learner->held[i];
    learner->held = held;
    const struct gp_course *needing = &courses[course];
    for (size_t next = first; needing != NULL; next++) {
        for (size_t i = 0; i < needing->needs_count; i++)
            if (!gp_taken_has(held, learner->held_count, needing->needs[i]))
                held[learner->held_count++] =
                    (struct gp_taken){needing->needs[i], courses[needing->needs[i]].price.minor};
        needing = next < learner->held_count ? &courses[held[next].course] : NULL;
    }
    return gp_taken_cost(held + first, learner->held_count - first);
}

// Leaves out those whose purse does not hold their share. Whether there were any.
static bool leave_out(struct trial *trial, const size_t *seated) {
    struct gp_shop *shop = trial->shop;
    int64_t *spent = gp_alloc(shop->memory, shop->purse_count, sizeof *spent);
    bool any = false;
    for (size_t i = 0; i < trial->coming_count; i++) {
        struct invited *one = &trial->invited[seated[i]];
        struct gp_learner learner = shop->learners[one->learner];
        int64_t cost = one->share + hold_needs(shop, trial->course, &learner);
        one->comes = cost <= gp_shop_left(shop, learner.purse) - spent[learner.purse];
        spent[learner.purse] += one->comes ? cost : 0;
        any = any || !one->comes;
    }
    return any;
}

// Who comes, and what each pays; false when it is no group. Those who come are then the first of
// those invited, in the team's order.
static bool gather(struct trial *trial) {
    const size_t *seated = seat(trial);
    share_price(trial, seated);
    while (trial->coming_count > 1 && leave_out(trial, seated)) {
        seated = seat(trial);
        share_price(trial, seated);
    }
    struct invited *coming = gp_alloc(trial->shop->memory, trial->coming_count, sizeof *coming);
    for (size_t i = 0; i < trial->coming_count; i++)
        coming[i] = trial->invited[seated[i]];
    qsort(coming, trial->coming_count, sizeof *coming, compare_learners);
    trial->invited = coming;
    return trial->coming_count > 1;
}

// Has those who come hold the course, and all of their purses choose anew.
static void apply(struct trial *trial) {
    struct gp_shop *shop = trial->shop;
    bool *affected = gp_alloc(shop->memory, shop->purse_count, sizeof *affected);
    trial->purses = gp_alloc(shop->memory, trial->coming_count, sizeof *trial->purses);
    trial->before = gp_alloc(shop->memory, shop->learner_count, sizeof *trial->before);
    memcpy(trial->before, shop->learners, shop->learner_count * sizeof *trial->before);
    for (size_t i = 0; i < trial->coming_count; i++) {
        struct gp_learner *learner = &shop->learners[trial->invited[i].learner];
        hold_needs(shop, trial->course, learner);
        learner->held[learner->held_count++] =
            (struct gp_taken){trial->course, trial->invited[i].share};
        if (!affected[learner->purse])
            trial->purses[trial->purse_count++] = learner->purse;
        affected[learner->purse] = true;
    }
    for (size_t i = 0; i < trial->purse_count; i++)
        gp_shop_choose(shop, trial->purses[i]);
}

// What some learners close and pay: before, with the course, and of the courses in both.
struct tally {
    int64_t closed_before, closed_after, closed_both;
    int64_t cost_before, cost_after, cost_both;
};

static void add_taken(const struct gp_shop *shop, const struct gp_learner *learner,
                      const struct gp_learner *unless_not, int64_t *closed, int64_t *cost) {
    struct gp_memory *memory = gp_memory_open();
    gp_level_milli *lifts = gp_learner_lifts(memory, learner);
    for (size_t i = 0; i < learner->held_count + learner->chosen_count; i++) {
        const struct gp_taken *taken =
            i < learner->held_count ? &learner->held[i] : &learner->chosen[i - learner->held_count];
        if (unless_not != NULL && !has(unless_not, taken->course))
            continue;
        gp_shop_lift(shop, learner, taken->course, lifts);
        *cost += taken->cost;
    }
    *closed += gp_learner_worth(learner, lifts);
    gp_memory_close(memory);
}

static struct tally tally_up(const struct trial *trial) {
    const struct gp_shop *shop = trial->shop;
    struct tally tally = {0};
    for (size_t i = 0; i < trial->purse_count; i++) {
        const struct gp_purse *purse = &shop->purses[trial->purses[i]];
        for (size_t j = 0; j < purse->count; j++) {
            const struct gp_learner *after = &shop->learners[purse->learners[j]];
            const struct gp_learner *before = &trial->before[purse->learners[j]];
            add_taken(shop, before, NULL, &tally.closed_before, &tally.cost_before);
            add_taken(shop, after, NULL, &tally.closed_after, &tally.cost_after);
            add_taken(shop, before, after, &tally.closed_both, &tally.cost_both);
        }
    }
    return tally;
}

static bool is_worth_it(const struct tally *tally) {
    if (tally->closed_after < tally->closed_before ||
        (tally->closed_after == tally->closed_before && tally->cost_after >= tally->cost_before))
        return false;
    int64_t goes = tally->cost_before - tally->cost_both;
    int64_t comes = tally->cost_after - tally->cost_both;
    return (wide)comes * (tally->closed_before - tally->closed_both) <=
           (wide)goes * (tally->closed_after - tally->closed_both);
}

static void keep_workshop(struct gp_memory *memory, const struct trial *trial,
                          struct gp_workshop *workshop) {
    *workshop = (struct gp_workshop){.course = trial->course};
    workshop->people = gp_alloc(memory, trial->coming_count, sizeof *workshop->people);
    workshop->people_count = trial->coming_count;
    for (size_t i = 0; i < trial->coming_count; i++) {
        workshop->people[i] = trial->shop->learners[trial->invited[i].learner].line->person;
        workshop->closed += trial->invited[i].further;
    }
}

// Whether the course is taken; if so it is held by those who come.
static bool try_course(struct gp_memory *memory, struct gp_shop *shop, size_t course,
                       struct gp_workshop *workshop) {
    struct trial trial = {.shop = shop, .course = course};
    invite(&trial);
    if (!gather(&trial))
        return false;
    struct gp_purse *purses = gp_alloc(shop->memory, shop->purse_count, sizeof *purses);
    memcpy(purses, shop->purses, shop->purse_count * sizeof *purses);
    apply(&trial);
    struct tally tally = tally_up(&trial);
    if (is_worth_it(&tally)) {
        keep_workshop(memory, &trial, workshop);
        return true;
    }
    memcpy(shop->learners, trial.before, shop->learner_count * sizeof *trial.before);
    memcpy(shop->purses, purses, shop->purse_count * sizeof *purses);
    return false;
}

static int compare_workshops(const void *a, const void *b) {
    const struct gp_workshop *one = a, *other = b;
    return (one->course > other->course) - (one->course < other->course);
}

void gp_budget_workshops(struct gp_memory *memory, struct gp_shop *shop, struct gp_budget *budget) {
    const struct gp_courses *courses = shop->input->courses;
    struct offer_price *prices = gp_alloc(shop->memory, courses->count, sizeof *prices);
    size_t count = 0;
    for (size_t i = 0; i < courses->count; i++)
        if (courses->items[i].group)
            prices[count++] = price_of(shop, i);
    qsort(prices, count, sizeof *prices, compare_prices);
    budget->workshops = gp_alloc(memory, count, sizeof *budget->workshops);
    for (size_t i = 0; i < count; i++)
        budget->workshop_count +=
            try_course(memory, shop, prices[i].course, &budget->workshops[budget->workshop_count]);
    qsort(budget->workshops, budget->workshop_count, sizeof *budget->workshops, compare_workshops);
}
