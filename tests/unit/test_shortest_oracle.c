// test_shortest_oracle.c - the shortest way against all the raises there are, and what is to be
// rated against all the sets there are, on random ladders, policies and answers.
#include "analyze/classify.h"
#include "way_world.h"

static uint64_t seed;

static unsigned below(unsigned limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed % limit);
}

static bool one_in(unsigned count) {
    return below(count) == 0;
}

static gp_rating random_level(const struct small *small, enum gp_axis axis) {
    const struct gp_scale *scale = &small->ladder.scales[axis];
    return scale->levels[below((unsigned)scale->level_count)].value;
}

// Three facets of some activities each; the one in the middle is of either side.
static void random_facets(struct small *small) {
    size_t first = 1 + below(4), second = first + 1 + below((unsigned)(ACTIVITIES - 1 - first));
    size_t ends[FACETS] = {first, second, ACTIVITIES};
    small->facets[1].side = one_in(2) ? GP_PRODUCT_SIDE : GP_PEOPLE_SIDE;
    for (size_t i = 0; i < FACETS; i++) {
        small->facets[i].first = i == 0 ? 0 : ends[i - 1];
        small->facets[i].count = ends[i] - small->facets[i].first;
        for (size_t j = small->facets[i].first; j < ends[i]; j++)
            small->activities[j].facet = i;
    }
}

// Expectations of `count` activities in six, anywhere on the scale, in its holes too.
static void random_expectations(struct small *small, unsigned count) {
    unsigned highest = (unsigned)small->ladder.scales[GP_SKILL].highest;
    for (unsigned i = 0; i < ACTIVITIES; i++) {
        small->activities[i].weight = 1 + (int32_t)below(4);
        if (below(ACTIVITIES - i) >= count)
            continue;
        count--;
        small->expectations[GPM * ACTIVITIES + i] =
            (struct gp_expectation){(gp_rating)(1 + below(highest)), one_in(5)};
    }
}

static void random_policy(struct small *small) {
    static const gp_permille shares[] = {0, 400, 600, 700, 850, 1000};
    struct gp_policy *policy = &small->policy;
    policy->breadth_gate = one_in(2) ? shares[below(6)] : (gp_permille)below(1001);
    policy->facet_gate = one_in(2) ? shares[below(6)] : (gp_permille)below(1001);
    policy->ready_from = one_in(2) ? shares[below(6)] : (gp_permille)below(1001);
    policy->answered_gate = (gp_permille)below(1001);
    policy->manager_weight = (gp_permille)(500 * below(3));
    policy->unproven_credit = one_in(4) ? shares[below(6)] : (gp_permille)below(1001);
    int32_t product = one_in(3) ? 50 : (int32_t)below(101);
    small->rungs[GPM].hats[GP_PRODUCT_SIDE] = product;
    small->rungs[GPM].hats[GP_PEOPLE_SIDE] = 100 - product;
}

static void random_answers(const struct small *small, struct gp_answer *answers) {
    for (size_t i = 0; i < ACTIVITIES; i++) {
        struct gp_answer *answer = &answers[i];
        bool rated = !one_in(6);
        answer->axis[GP_SKILL] = rated ? random_level(small, GP_SKILL) : (gp_rating)GP_DONT_KNOW;
        answer->manager_skill = one_in(4) ? random_level(small, GP_SKILL) : (gp_rating)GP_ABSENT;
        answer->axis[GP_EXPERIENCE] =
            one_in(3) ? random_level(small, GP_EXPERIENCE) : (gp_rating)(-1 - (int)below(4));
        answer->axis[GP_INTEREST] =
            one_in(2) ? random_level(small, GP_INTEREST) : (gp_rating)(-1 - (int)below(4));
    }
}

static void random_case(struct small *small, struct gp_answer *answers) {
    static const char *const skills[] = {"0123", "0135", "124", "023", "01"};
    static const char *const experiences[] = {"012", "0123", "13", "025"};
    small_open(small);
    small_scale(small, GP_SKILL, skills[below(5)]);
    small_scale(small, GP_EXPERIENCE, experiences[below(4)]);
    small_scale(small, GP_INTEREST, "012");
    random_facets(small);
    random_expectations(small, 2 + below(5));
    random_policy(small);
    random_answers(small, answers);
}

// --- the oracle: all raises there are, whether they help or not ---

// Of every activity that is rated: its skill, then its experience; in focus order.
struct slot {
    size_t activity;
    enum gp_axis axis;
    unsigned most; // levels of the scale above
};

struct slots {
    struct slot items[2 * ACTIVITIES];
    size_t count;
    unsigned raises[2 * ACTIVITIES];
};

static unsigned levels_above(const struct small *small, enum gp_axis axis, gp_level_milli level) {
    const struct gp_scale *scale = &small->ladder.scales[axis];
    unsigned above = 0;
    for (size_t i = 0; i < scale->level_count; i++)
        above += 1000 * scale->levels[i].value > level;
    return above;
}

// Whether one activity stands before another in focus order.
static bool stands_before(const struct small *small, const struct gp_answer *answers, size_t one,
                          size_t other) {
    size_t both[2] = {one, other};
    int64_t keys[2][3];
    for (size_t i = 0; i < 2; i++) {
        const struct gp_expectation *expected = gp_expected(&small->ladder, GPM, both[i]);
        int64_t gap =
            1000 * expected->level - gp_skill_used(&answers[both[i]], small->policy.manager_weight);
        gp_rating interest = answers[both[i]].axis[GP_INTEREST];
        keys[i][0] = expected->must_have;
        keys[i][1] = gap < 0 ? 0 : gap * small->activities[both[i]].weight;
        keys[i][2] = interest < 0 ? -1 : interest;
    }
    for (size_t i = 0; i < 3; i++)
        if (keys[0][i] != keys[1][i])
            return keys[0][i] > keys[1][i];
    return one < other;
}

static void list_slots(const struct small *small, const struct gp_answer *answers,
                       struct slots *slots) {
    *slots = (struct slots){.count = 0};
    size_t order[ACTIVITIES], count = 0;
    for (size_t i = 0; i < ACTIVITIES; i++) {
        if (gp_expected(&small->ladder, GPM, i)->level <= 0 ||
            gp_skill_used(&answers[i], small->policy.manager_weight) < 0)
            continue;
        size_t at = count++;
        for (; at > 0 && stands_before(small, answers, i, order[at - 1]); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (size_t i = 0; i < count; i++) {
        const struct gp_answer *answer = &answers[order[i]];
        gp_level_milli skill = gp_skill_used(answer, small->policy.manager_weight);
        slots->items[slots->count++] =
            (struct slot){order[i], GP_SKILL, levels_above(small, GP_SKILL, skill)};
        gp_rating experience = answer->axis[GP_EXPERIENCE];
        if (gp_rated(experience))
            slots->items[slots->count++] = (struct slot){
                order[i], GP_EXPERIENCE, levels_above(small, GP_EXPERIENCE, 1000 * experience)};
    }
}

// Gives out so many raises from a slot on, to each as many as it takes; false when some are left.
static bool give_out(struct slots *slots, size_t from, unsigned raises) {
    for (size_t i = from; i < slots->count; i++) {
        slots->raises[i] = raises < slots->items[i].most ? raises : slots->items[i].most;
        raises -= slots->raises[i];
    }
    return raises == 0;
}

// The next way to give out as many: the earlier slots keep as much as they can. False after the
// last one.
static bool give_out_next(struct slots *slots) {
    unsigned behind = 0, room = 0;
    for (size_t i = slots->count; i > 0; i--) {
        unsigned *raises = &slots->raises[i - 1];
        if (*raises > 0 && room > behind) {
            --*raises;
            return give_out(slots, i, behind + 1);
        }
        behind += *raises;
        room += slots->items[i - 1].most;
    }
    return false;
}

static void raise_all(const struct small *small, const struct slots *slots,
                      struct gp_answer *answers) {
    for (size_t i = 0; i < slots->count; i++) {
        const struct slot *slot = &slots->items[i];
        const struct gp_scale *scale = &small->ladder.scales[slot->axis];
        if (slots->raises[i] > 0)
            raise_rating(
                &answers[slot->activity], slot->axis,
                scale->levels[scale->level_count - slot->most + slots->raises[i] - 1].value);
    }
}

static bool is_ready_after(struct gp_memory *memory, const struct small *small,
                           const struct slots *slots, const struct gp_answer *answers) {
    struct gp_answer raised[ACTIVITIES];
    struct gp_readiness readiness;
    memcpy(raised, answers, sizeof raised);
    raise_all(small, slots, raised);
    measure_and_judge(memory, small, raised, &readiness);
    return is_ready(&readiness);
}

// The first of the ways with the fewest raises; how many that are.
static unsigned search(const struct small *small, const struct gp_answer *answers,
                       struct slots *slots) {
    for (unsigned length = 0;; length++) {
        struct gp_memory *memory = gp_memory_open();
        bool given = give_out(slots, 0, length), ready = false;
        assert_true(given); // raised whole, everybody is ready
        while (given && !ready) {
            ready = is_ready_after(memory, small, slots, answers);
            given = ready || give_out_next(slots);
        }
        gp_memory_close(memory);
        if (ready)
            return length;
    }
}

static const char *slots_text(struct gp_memory *memory, const struct small *small,
                              const struct slots *slots, const struct gp_answer *answers) {
    struct gp_way way = {.steps = gp_alloc(memory, slots->count, sizeof *way.steps)};
    for (size_t i = 0; i < slots->count; i++) {
        const struct slot *slot = &slots->items[i];
        const struct gp_scale *scale = &small->ladder.scales[slot->axis];
        const struct gp_answer *answer = &answers[slot->activity];
        if (slots->raises[i] > 0)
            way.steps[way.step_count++] = (struct gp_raise){
                slot->activity, slot->axis,
                slot->axis == GP_SKILL ? gp_skill_used(answer, small->policy.manager_weight)
                                       : 1000 * answer->axis[GP_EXPERIENCE],
                scale->levels[scale->level_count - slot->most + slots->raises[i] - 1].value,
                (uint16_t)slots->raises[i]};
    }
    return steps_text(memory, &way);
}

static void test_all_raises_there_are(void **state) {
    (void)state;
    seed = 20261123;
    size_t found = 0, longer = 0, proven = 0;
    for (int round = 0; round < 20000; round++) {
        struct gp_memory *memory = gp_memory_open();
        struct small small;
        struct gp_answer answers[ACTIVITIES] = {0};
        random_case(&small, answers);
        struct gp_way way = find_way(memory, &small, answers);
        struct slots slots;
        list_slots(&small, answers, &slots);
        assert_int_equal(way.found, slots.count > 0);
        assert_false(way.too_large);
        if (way.found) {
            unsigned length = search(&small, answers, &slots);
            const char *expected = slots_text(memory, &small, &slots, answers);
            const char *steps = steps_text(memory, &way);
            if (way.levels != length || strcmp(steps, expected) != 0)
                fail_msg("round %d: %u: %s; not %u: %s", round, length, expected, way.levels,
                         steps);
            check_made(memory, &small, answers, &way);
        }
        found += way.found;
        longer += way.levels > 3;
        proven += strstr(steps_text(memory, &way), "experience") != NULL;
        gp_memory_close(memory);
    }
    assert_true(found > 19000 && longer > 4000 && proven > 4000);
}

// --- what is to be rated: all the sets there are ---

// Whether no gate waits for a rating, and enough is answered, once these are rated; all the rest as
// high as can be.
static bool is_enough(struct gp_memory *memory, const struct small *small,
                      const struct gp_answer *answers, unsigned set) {
    struct gp_answer rated[ACTIVITIES];
    struct gp_readiness readiness;
    memcpy(rated, answers, sizeof rated);
    for (size_t i = 0; i < ACTIVITIES; i++) {
        bool known = gp_skill_used(&answers[i], small->policy.manager_weight) >= 0;
        rated[i].axis[GP_SKILL] = known || (set & 1U << i) != 0
                                      ? small->ladder.scales[GP_SKILL].highest
                                      : (gp_rating)GP_BLANK;
        rated[i].axis[GP_EXPERIENCE] = GP_BLANK;
        rated[i].manager_skill = GP_BLANK;
    }
    measure_and_judge(memory, small, rated, &readiness);
    return gp_gates_of_skill_pass(&readiness);
}

static unsigned size_of(unsigned set) {
    unsigned size = 0;
    for (; set != 0; set &= set - 1)
        size++;
    return size;
}

static void test_fewest_to_rate(void **state) {
    (void)state;
    seed = 4;
    size_t waiting = 0;
    for (int round = 0; round < 2000; round++) {
        struct gp_memory *memory = gp_memory_open();
        struct small small;
        struct gp_answer answers[ACTIVITIES] = {0};
        random_case(&small, answers);
        for (size_t i = 0; i < ACTIVITIES; i++)
            if (one_in(2))
                answers[i].axis[GP_SKILL] = answers[i].manager_skill = GP_BLANK;
        struct gp_way way = find_way(memory, &small, answers);
        unsigned set = 0;
        for (size_t i = 0; i < way.to_rate_count; i++)
            set |= 1U << way.to_rate[i];
        assert_int_equal(size_of(set), way.to_rate_count);
        if (!is_enough(memory, &small, answers, set))
            fail_msg("round %d: %u is not enough", round, set);
        for (unsigned other = 0; other < 1U << ACTIVITIES; other++)
            if (size_of(other) < way.to_rate_count && is_enough(memory, &small, answers, other))
                fail_msg("round %d: %u is enough", round, other);
        waiting += way.to_rate_count > 1;
        gp_memory_close(memory);
    }
    assert_true(waiting > 500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_raises_there_are),
        cmocka_unit_test(test_fewest_to_rate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
