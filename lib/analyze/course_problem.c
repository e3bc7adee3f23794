#include "analyze/course_parts.h"

#include <assert.h>
#include <stdlib.h>

// The offers, while those are found that can be in the best set.
struct reducing {
    struct gp_memory *memory;
    const struct gp_course_question *question;
    bool *out;           // [offer]
    size_t **with;       // [offer]: all it needs, and itself; ascending
    size_t *with_counts; // [offer]
    size_t *users;       // [offer]: how many offers need it, of those not out
    int32_t **lifts;     // [offer]: of each of its lifts, at most the gap
};

static int compare_sizes(const void *a, const void *b) {
    const size_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

// Fills `with` of an offer: those needed are found one after the other, each once. `seen` holds
// offer + 1 for those found.
static void find_with(struct reducing *r, size_t offer, size_t *seen) {
    size_t *found = NULL, count = 0, capacity = 0;
    found = gp_grow(r->memory, found, count, &capacity, sizeof *found);
    found[count++] = offer;
    seen[offer] = offer + 1;
    for (size_t i = 0; i < count; i++) {
        const struct gp_offer *from = &r->question->offers[found[i]];
        for (size_t j = 0; j < from->need_count; j++) {
            if (seen[from->needs[j]] == offer + 1)
                continue;
            seen[from->needs[j]] = offer + 1;
            found = gp_grow(r->memory, found, count, &capacity, sizeof *found);
            found[count++] = from->needs[j];
        }
    }
    qsort(found, count, sizeof *found, compare_sizes);
    r->with[offer] = found;
    r->with_counts[offer] = count;
}

static void find_lifts(struct reducing *r, size_t offer) {
    const struct gp_offer *of = &r->question->offers[offer];
    r->lifts[offer] = gp_alloc(r->memory, of->lift_count, sizeof **r->lifts);
    for (size_t i = 0; i < of->lift_count; i++) {
        int32_t gap = r->question->wants[of->lifts[i].want].gap;
        assert(of->lifts[i].lift > 0 && gap > 0);
        r->lifts[offer][i] = of->lifts[i].lift < gap ? of->lifts[i].lift : gap;
    }
}

static bool affordable(const struct reducing *r, size_t offer) {
    int64_t left = r->question->purse;
    for (size_t i = 0; i < r->with_counts[offer]; i++) {
        int64_t price = r->question->offers[r->with[offer][i]].price;
        if (price == INT64_MAX || price > left)
            return false;
        left -= price;
    }
    return true;
}

static void rule_out(struct reducing *r, size_t offer) {
    r->out[offer] = true;
    for (size_t i = 0; i < r->with_counts[offer]; i++)
        r->users[r->with[offer][i]]--;
}

static int32_t lift_of(const struct reducing *r, size_t offer, size_t want) {
    const struct gp_offer *of = &r->question->offers[offer];
    for (size_t i = 0; i < of->lift_count; i++)
        if (of->lifts[i].want == want)
            return r->lifts[offer][i];
    return 0;
}

// Whether all that `offer` needs is also needed by `other`.
static bool needs_no_more(const struct reducing *r, size_t offer, size_t other) {
    size_t at = 0;
    for (size_t i = 0; i < r->with_counts[offer]; i++) {
        size_t needed = r->with[offer][i];
        if (needed == offer)
            continue;
        while (at < r->with_counts[other] && r->with[other][at] < needed)
            at++;
        if (at == r->with_counts[other] || r->with[other][at] != needed || needed == other)
            return false;
    }
    return true;
}

// Whether a set with `offer` is always better with `other` in its place, or without it.
static bool outdone_by(const struct reducing *r, size_t offer, size_t other) {
    const struct gp_offer *of = &r->question->offers[offer];
    int64_t price = of->price, other_price = r->question->offers[other].price;
    if (other == offer || r->out[other] || other_price > price ||
        (other_price == price && other > offer))
        return false;
    for (size_t i = 0; i < of->lift_count; i++)
        if (lift_of(r, other, of->lifts[i].want) < r->lifts[offer][i])
            return false;
    return needs_no_more(r, other, offer);
}

struct teachers {
    size_t *offers, count, capacity;
};

static struct teachers *find_teachers(struct reducing *r) {
    const struct gp_course_question *q = r->question;
    struct teachers *teachers = gp_alloc(r->memory, q->want_count, sizeof *teachers);
    for (size_t i = 0; i < q->offer_count; i++) {
        for (size_t j = 0; j < q->offers[i].lift_count && !r->out[i]; j++) {
            struct teachers *of = &teachers[q->offers[i].lifts[j].want];
            of->offers =
                gp_grow(r->memory, of->offers, of->count, &of->capacity, sizeof *of->offers);
            of->offers[of->count++] = i;
        }
    }
    return teachers;
}

// An offer that others need stays. Of its lifts the one that fewest offers have is looked through.
static void rule_out_outdone(struct reducing *r) {
    const struct gp_course_question *q = r->question;
    const struct teachers *teachers = find_teachers(r);
    for (size_t i = 0; i < q->offer_count; i++) {
        const struct gp_offer *of = &q->offers[i];
        if (r->out[i] || r->users[i] > 1 || of->lift_count == 0)
            continue;
        const struct teachers *fewest = &teachers[of->lifts[0].want];
        for (size_t j = 1; j < of->lift_count; j++)
            if (teachers[of->lifts[j].want].count < fewest->count)
                fewest = &teachers[of->lifts[j].want];
        for (size_t j = 0; j < fewest->count && !r->out[i]; j++)
            if (outdone_by(r, i, fewest->offers[j]))
                rule_out(r, i);
    }
}

static void reduce(struct reducing *r) {
    const struct gp_course_question *q = r->question;
    size_t *seen = gp_alloc(r->memory, q->offer_count, sizeof *seen);
    r->out = gp_alloc(r->memory, q->offer_count, sizeof *r->out);
    r->with = gp_alloc(r->memory, q->offer_count, sizeof *r->with);
    r->with_counts = gp_alloc(r->memory, q->offer_count, sizeof *r->with_counts);
    r->users = gp_alloc(r->memory, q->offer_count, sizeof *r->users);
    r->lifts = gp_alloc(r->memory, q->offer_count, sizeof *r->lifts);
    for (size_t i = 0; i < q->offer_count; i++) {
        find_with(r, i, seen);
        find_lifts(r, i);
        for (size_t j = 0; j < r->with_counts[i]; j++)
            r->users[r->with[i][j]]++;
    }
    for (size_t i = 0; i < q->offer_count; i++)
        if (!affordable(r, i))
            rule_out(r, i);
    rule_out_outdone(r);
    // An offer that lifts nothing stays while another one needs it. All that could need it is
    // known by then, and one ruled out here may leave another without users.
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < q->offer_count; i++) {
            if (r->out[i] || r->users[i] > 1 || q->offers[i].lift_count > 0)
                continue;
            rule_out(r, i);
            changed = true;
        }
    }
}

static int compare_lifts(const void *a, const void *b) {
    const int32_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

static int64_t greatest_common_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

// The different lifts of a want, ascending, into `lifts`; how many.
static size_t levels_of(const struct reducing *r, size_t want, const struct teachers *teachers,
                        int32_t *lifts) {
    size_t count = 0, different = 0;
    for (size_t i = 0; i < teachers->count; i++)
        if (!r->out[teachers->offers[i]])
            lifts[count++] = lift_of(r, teachers->offers[i], want);
    qsort(lifts, count, sizeof *lifts, compare_lifts);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || lifts[i] != lifts[different - 1])
            lifts[different++] = lifts[i];
    return different;
}

// `levels` is [step]: to which lift it goes.
static void make_steps(struct reducing *r, struct gp_course_problem *problem, int32_t **levels) {
    const struct gp_course_question *q = r->question;
    const struct teachers *teachers = find_teachers(r);
    size_t lifts = 0;
    for (size_t i = 0; i < q->want_count; i++)
        lifts += teachers[i].count;
    *levels = gp_alloc(r->memory, lifts, sizeof **levels);
    problem->worth = gp_alloc(r->memory, lifts, sizeof *problem->worth);
    problem->first_step = gp_alloc(r->memory, q->want_count + 1, sizeof *problem->first_step);
    problem->want_count = q->want_count;
    for (size_t i = 0; i < q->want_count; i++) {
        size_t first = problem->step_count;
        problem->first_step[i] = first;
        problem->step_count += levels_of(r, i, &teachers[i], *levels + first);
        for (size_t j = first; j < problem->step_count; j++) {
            int32_t before = j == first ? 0 : (*levels)[j - 1];
            problem->worth[j] = q->wants[i].weight * ((*levels)[j] - before);
            problem->unit = greatest_common_divisor(problem->unit, problem->worth[j]);
        }
    }
    problem->first_step[q->want_count] = problem->step_count;
    for (size_t i = 0; i < problem->step_count; i++)
        problem->worth[i] /= problem->unit;
}

static void make_reaches(struct reducing *r, const struct gp_course_problem *problem,
                         const int32_t *levels, struct gp_item *item) {
    const struct gp_offer *of = &r->question->offers[item->offer];
    item->reaches = gp_alloc(r->memory, of->lift_count, sizeof *item->reaches);
    item->reach_count = of->lift_count;
    for (size_t i = 0; i < of->lift_count; i++) {
        size_t step = problem->first_step[of->lifts[i].want];
        while (levels[step] != r->lifts[item->offer][i])
            step++;
        item->reaches[i] = (struct gp_reach){of->lifts[i].want, step + 1};
    }
}

static void make_needs(struct reducing *r, struct gp_course_problem *problem,
                       const size_t *item_of) {
    size_t capacity = 0;
    for (size_t i = 0; i < problem->item_count; i++) {
        struct gp_item *item = &problem->items[i];
        const struct gp_offer *of = &r->question->offers[item->offer];
        for (size_t j = 0; j < of->need_count; j++) {
            problem->needs = gp_grow(r->memory, problem->needs, problem->need_count, &capacity,
                                     sizeof *problem->needs);
            problem->needs[problem->need_count++] = (struct gp_need){i, item_of[of->needs[j]]};
        }
        item->with_count = r->with_counts[item->offer];
        item->with = gp_alloc(r->memory, item->with_count, sizeof *item->with);
        for (size_t j = 0; j < item->with_count; j++)
            item->with[j] = item_of[r->with[item->offer][j]];
    }
    for (size_t i = 0; i < problem->item_count; i++) {
        struct gp_item *item = &problem->items[i];
        item->within = gp_alloc(r->memory, r->users[item->offer], sizeof *item->within);
    }
    for (size_t i = 0; i < problem->item_count; i++)
        for (size_t j = 0; j < problem->items[i].with_count; j++) {
            struct gp_item *needed = &problem->items[problem->items[i].with[j]];
            needed->within[needed->within_count++] = i;
        }
}

// What all items cost, at most INT64_MAX.
static int64_t price_of_all(const struct reducing *r, const struct gp_course_problem *problem) {
    int64_t all = 0;
    for (size_t i = 0; i < problem->item_count; i++)
        if (__builtin_add_overflow(all, r->question->offers[problem->items[i].offer].price, &all))
            return INT64_MAX;
    return all;
}

// Prices to costs. The purse is at most what all items cost, so that it is not needlessly large.
static void make_costs(const struct reducing *r, struct gp_course_problem *problem) {
    int64_t all = price_of_all(r, problem), count = (int64_t)problem->item_count, most = 0;
    int64_t purse = r->question->purse < all ? r->question->purse : all;
    problem->whole = !__builtin_mul_overflow(all, count + 1, &most) && most < INT64_MAX / 4;
    problem->cost_scale = problem->whole ? count + 1 : 1;
    problem->purse = purse * problem->cost_scale + (problem->whole ? count : 0);
    for (size_t i = 0; i < problem->item_count; i++)
        problem->items[i].cost =
            r->question->offers[problem->items[i].offer].price * problem->cost_scale +
            problem->whole;
}

void gp_course_problem(struct gp_memory *memory, const struct gp_course_question *question,
                       struct gp_course_problem *problem) {
    struct reducing r = {.memory = memory, .question = question};
    *problem = (struct gp_course_problem){0};
    reduce(&r);
    int32_t *levels = NULL;
    make_steps(&r, problem, &levels);
    size_t *item_of = gp_alloc(memory, question->offer_count, sizeof *item_of);
    problem->items = gp_alloc(memory, question->offer_count, sizeof *problem->items);
    for (size_t i = 0; i < question->offer_count; i++) {
        if (r.out[i])
            continue;
        item_of[i] = problem->item_count;
        problem->items[problem->item_count++] = (struct gp_item){.offer = i};
    }
    for (size_t i = 0; i < problem->item_count; i++)
        make_reaches(&r, problem, levels, &problem->items[i]);
    make_needs(&r, problem, item_of);
    make_costs(&r, problem);
}
