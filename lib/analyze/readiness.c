#include "analyze/readiness.h"

#include "analyze/classify.h"

// What the activities of a facet, or of a side, add up to. Weights, and weights times credit.
struct tally {
    int64_t expected, rated, met;
    int64_t credit, low, high;
    int64_t raters[GP_RATER_COUNT];
    size_t both_rated; // activities
};

struct measuring {
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_answer *answers;
    size_t rung;
    struct gp_readiness *readiness;
};

gp_permille gp_credit_cap(const struct gp_ladder *ladder, const struct gp_policy *policy,
                          gp_rating experience) {
    bool low = gp_rated(experience) && !gp_high(&ladder->scales[GP_EXPERIENCE], experience);
    return low ? policy->unproven_credit : 1000;
}

gp_permille gp_credit(gp_rating expected, gp_level_milli skill, gp_permille cap) {
    int64_t share = gp_divide_half_up(skill, expected);
    return share < cap ? (gp_permille)share : cap;
}

gp_permille gp_hats(const struct gp_rung *rung, const gp_permille sides[GP_SIDE_COUNT]) {
    gp_permille product = sides[GP_PRODUCT_SIDE], people = sides[GP_PEOPLE_SIDE];
    if (product == GP_NO_SHARE)
        return people;
    if (people == GP_NO_SHARE)
        return product;
    return (gp_permille)gp_divide_half_up(
        rung->hats[GP_PRODUCT_SIDE] * product + rung->hats[GP_PEOPLE_SIDE] * people, 100);
}

// The skill as the lower, or the higher, of two raters sees it. One rater stands for both.
static gp_level_milli skill_of_rater(const struct gp_answer *answer, bool higher) {
    gp_rating own = answer->axis[GP_SKILL], manager = answer->manager_skill;
    if (!gp_rated(own) || !gp_rated(manager))
        return 1000 * (gp_rated(own) ? own : manager);
    return 1000 * ((own > manager) == higher ? own : manager);
}

// The skill as one of two raters sees it; as the other one does where that one did not rate.
static gp_level_milli skill_seen_by(const struct gp_answer *answer, enum gp_rater rater) {
    gp_rating own = answer->axis[GP_SKILL], manager = answer->manager_skill;
    gp_rating seen = rater == GP_SELF ? own : manager;
    if (gp_rated(seen))
        return 1000 * seen;
    return 1000 * (rater == GP_SELF ? manager : own);
}

static void count_must_have(gp_level_milli skill, gp_rating level, struct gp_readiness *readiness) {
    readiness->must_haves++;
    if (skill < 0)
        readiness->must_haves_unrated++;
    else if (skill < 1000 * level)
        readiness->must_haves_short++;
}

bool gp_earn(const struct gp_ladder *ladder, const struct gp_policy *policy,
             const struct gp_answer *answer, size_t rung, size_t activity,
             struct gp_earning *earning) {
    gp_rating level = gp_expected(ladder, rung, activity)->level;
    if (level <= 0)
        return false;
    gp_level_milli skill = gp_skill_used(answer, policy->manager_weight);
    gp_permille cap = gp_credit_cap(ladder, policy, answer->axis[GP_EXPERIENCE]);
    *earning = (struct gp_earning){.skill = skill,
                                   .cap = cap,
                                   .credit = GP_NO_SHARE,
                                   .low = 0,
                                   .high = 1000,
                                   .raters = {GP_NO_SHARE, GP_NO_SHARE}};
    if (skill < 0)
        return true;
    earning->unproven = cap < 1000 && gp_divide_half_up(skill, level) > cap;
    earning->credit = gp_credit(level, skill, cap);
    earning->low = gp_credit(level, skill_of_rater(answer, false), cap);
    earning->high = gp_credit(level, skill_of_rater(answer, true), cap);
    for (size_t i = 0; i < GP_RATER_COUNT; i++)
        earning->raters[i] = gp_credit(level, skill_seen_by(answer, (enum gp_rater)i), cap);
    return true;
}

static void measure_activity(const struct measuring *m, size_t activity, struct tally *tally) {
    const struct gp_expectation *expected = gp_expected(m->ladder, m->rung, activity);
    const struct gp_answer *answer = &m->answers[activity];
    int64_t weight = m->ladder->activities[activity].weight;
    struct gp_earning earning;
    if (!gp_earn(m->ladder, m->policy, answer, m->rung, activity, &earning))
        return;
    if (expected->must_have)
        count_must_have(earning.skill, expected->level, m->readiness);
    tally->expected += weight;
    tally->low += weight * earning.low;
    tally->high += weight * earning.high;
    if (earning.skill < 0)
        return;
    tally->rated += weight;
    tally->met += earning.skill >= 1000 * expected->level ? weight : 0;
    tally->credit += weight * earning.credit;
    if (gp_rated(answer->axis[GP_SKILL]) && gp_rated(answer->manager_skill))
        tally->both_rated++;
    for (size_t i = 0; i < GP_RATER_COUNT; i++)
        tally->raters[i] += weight * earning.raters[i];
}

static gp_permille mean(int64_t sum, int64_t weight) {
    return weight == 0 ? GP_NO_SHARE : (gp_permille)gp_divide_half_up(sum, weight);
}

// Measures a facet and adds it to its side.
static void measure_facet(const struct measuring *m, size_t facet, struct tally *side) {
    const struct gp_facet *group = &m->ladder->facets[facet];
    struct tally sum = {0};
    for (size_t i = group->first; i < group->first + group->count; i++)
        measure_activity(m, i, &sum);
    gp_permille share = mean(sum.credit, sum.rated);
    m->readiness->facets[facet] = share;
    // GP_NO_SHARE is the largest value there is: any share takes its place.
    if (share < m->readiness->weakest_facet)
        m->readiness->weakest_facet = share;
    side->expected += sum.expected;
    side->rated += sum.rated;
    side->met += sum.met;
    side->credit += sum.credit;
    side->low += sum.low;
    side->high += sum.high;
    side->both_rated += sum.both_rated;
    for (size_t i = 0; i < GP_RATER_COUNT; i++)
        side->raters[i] += sum.raters[i];
}

// The scores as each rater sees them, once there is something that both see.
static void measure_raters(const struct gp_rung *rung, const struct tally tallies[GP_SIDE_COUNT],
                           struct gp_readiness *readiness) {
    readiness->both_rated =
        (uint16_t)(tallies[GP_PRODUCT_SIDE].both_rated + tallies[GP_PEOPLE_SIDE].both_rated);
    bool both = readiness->both_rated > 0;
    for (size_t rater = 0; rater < GP_RATER_COUNT; rater++) {
        gp_permille *sides = readiness->rater_sides[rater];
        for (size_t i = 0; i < GP_SIDE_COUNT; i++)
            sides[i] = both ? mean(tallies[i].raters[rater], tallies[i].rated) : GP_NO_SHARE;
        readiness->raters[rater] = gp_hats(rung, sides);
    }
    gp_permille self = readiness->raters[GP_SELF], manager = readiness->raters[GP_MANAGER];
    readiness->spread = self == GP_NO_SHARE ? GP_NO_SHARE
                        : self > manager    ? (gp_permille)(self - manager)
                                            : (gp_permille)(manager - self);
}

static void measure_sides(const struct gp_rung *rung, const struct tally tallies[GP_SIDE_COUNT],
                          struct gp_readiness *readiness) {
    int64_t expected = 0, rated = 0, met = 0;
    for (size_t i = 0; i < GP_SIDE_COUNT; i++) {
        const struct tally *side = &tallies[i];
        readiness->sides[i] = mean(side->credit, side->rated);
        readiness->low_sides[i] = mean(side->low, side->expected);
        readiness->high_sides[i] = mean(side->high, side->expected);
        expected += side->expected;
        rated += side->rated;
        met += side->met;
    }
    readiness->answered = gp_share(rated, expected);
    readiness->breadth = gp_share(met, rated);
    readiness->score = gp_hats(rung, readiness->sides);
    readiness->low = gp_hats(rung, readiness->low_sides);
    readiness->high = gp_hats(rung, readiness->high_sides);
}

void gp_readiness_measure(struct gp_memory *memory, const struct gp_ladder *ladder,
                          const struct gp_policy *policy, const struct gp_answer *answers,
                          size_t rung, struct gp_readiness *readiness) {
    *readiness = (struct gp_readiness){.weakest_facet = GP_NO_SHARE};
    readiness->facets = gp_alloc(memory, ladder->facet_count, sizeof *readiness->facets);
    struct measuring m = {ladder, policy, answers, rung, readiness};
    struct tally tallies[GP_SIDE_COUNT] = {0};
    for (size_t i = 0; i < ladder->facet_count; i++)
        measure_facet(&m, i, &tallies[ladder->facets[i].side]);
    measure_sides(&ladder->rungs[rung], tallies, readiness);
    measure_raters(&ladder->rungs[rung], tallies, readiness);
}
