// test_readiness.c - the measures of readiness: by hand, and what must hold for any ladder.
#include "analyze/gates.h"
#include "analyze/readiness.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { N = GP_NO_SHARE };

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

// The hats are pm 90/10, gpm 50/50, vp 20/80; two activities in each of FIND, MAKE and LEAD.
static const struct measure_row {
    const char *name;
    size_t rung;
    const char *expected, *own, *manager, *experience;
    int score, low, high, product, people, answered, breadth, weakest;
} measure_rows[] = {
    {"exactly what is expected", GPM, "334421", "334421", NULL, "555555", 1000, 1000, 1000, 1000,
     1000, 1000, 1000, 1000},
    {"more than expected earns no more", GPM, "111111", "555555", NULL, NULL, 1000, 1000, 1000,
     1000, 1000, 1000, 1000, 1000},
    // product 500, people 1000; two of six at their level
    {"even hats", GPM, "444422", "222222", NULL, NULL, 750, 750, 750, 500, 1000, 1000, 333, 500},
    // 0.9 x 500 + 0.1 x 1000
    {"a product hat", PM, "444422", "222222", NULL, NULL, 550, 550, 550, 500, 1000, 1000, 333, 500},
    // 0.2 x 500 + 0.8 x 1000
    {"a people hat", VP, "444422", "222222", NULL, NULL, 900, 900, 900, 500, 1000, 1000, 333, 500},
    // FIND 333 and MAKE 1000: product (333 + 333 + 1000 + 1000) / 4 = 666.5; hats 833.5
    {"halves go up", GPM, "333333", "113333", NULL, NULL, 834, 834, 834, 667, 1000, 1000, 667, 333},
    // people not rated: product counts whole; 0.5 x 500 + 0.5 x 0, and + 0.5 x 1000
    {"a side not rated", GPM, "444422", "2222..", NULL, NULL, 500, 250, 750, 500, N, 667, 0, 500},
    {"a side not expected", GPM, "444400", "222255", NULL, NULL, 500, 500, 500, 500, N, 1000, 0,
     500},
    {"a side not expected, nor rated", GPM, "444400", "2222..", NULL, NULL, 500, 500, 500, 500, N,
     1000, 0, 500},
    // product not rated: 0.9 x 0 + 0.1 x 500, and 0.9 x 1000 + 0.1 x 500
    {"only people rated", PM, "333344", "....22", NULL, NULL, 500, 50, 950, N, 500, 333, 0, 500},
    // credits 800 800 1000 1000; the level itself is there: breadth is whole
    {"unproven", GPM, "444400", "444400", NULL, "225500", 900, 900, 900, 900, N, 1000, 1000, 800},
    {"experience not known is not low", GPM, "444400", "444400", NULL, NULL, 1000, 1000, 1000, 1000,
     N, 1000, 1000, 1000},
    // 2 of 4 is 500 whether proven or not; 4 of 5 is the cap itself
    {"the cap is no factor", GPM, "440050", "220040", NULL, "000000", 650, 650, 650, 500, 800, 1000,
     0, 500},
    // mean 3 of 4; 2 of 4; 4 of 4
    {"two raters", GPM, "444400", "444400", "222200", NULL, 750, 500, 1000, 750, N, 1000, 0, 750},
    {"two raters, the manager higher", GPM, "444400", "222200", "444400", NULL, 750, 500, 1000, 750,
     N, 1000, 0, 750},
    // mean 3 of 4 and nothing; (500 + 0) / 2; (1000 + 1000) / 2
    {"two raters, and one activity not rated", GPM, "440000", "4.....", "2.....", NULL, 750, 250,
     1000, 750, N, 500, 0, 750},
    // unproven caps both ends: mean 3 of 3 -> 800; 1 of 3; 5 of 3 -> 800
    {"two raters, unproven", GPM, "300000", "1.....", "5.....", "0.....", 800, 333, 800, 800, N,
     1000, 1000, 800},
    {"the manager alone", GPM, "440000", NULL, "42....", NULL, 750, 750, 750, 750, N, 1000, 500,
     750},
    // credits 333 and 667
    {"thirds", GPM, "330000", "12....", NULL, NULL, 500, 500, 500, 500, N, 1000, 0, 500},
    {"zero is an answer", GPM, "440000", "04....", NULL, NULL, 500, 500, 500, 500, N, 1000, 500,
     500},
    {"blank is none", GPM, "440000", ".4....", NULL, NULL, 1000, 500, 1000, 1000, N, 500, 1000,
     1000},
    {"nothing rated", GPM, "444422", NULL, NULL, "555555", N, 0, 1000, N, N, 0, N, N},
    {"nothing expected", GPM, "000000", "555555", NULL, NULL, N, N, N, N, N, N, N, N},
    {"the weakest of three", GPM, "555555", "542155", NULL, NULL, 800, 800, 800, 600, 1000, 1000,
     500, 300},
};

static void check(const struct measure_row *row, const char *what, int found, int expected) {
    if (found != expected)
        fail_msg("%s: %s is %d, not %d", row->name, what, found, expected);
}

static void test_measures(void **state) {
    for (size_t i = 0; i < sizeof measure_rows / sizeof *measure_rows; i++) {
        const struct measure_row *row = &measure_rows[i];
        struct small small;
        small_open(&small);
        small_expect(&small, row->rung, row->expected);
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, row->own, row->manager, row->experience, NULL);
        struct gp_readiness got;
        gp_readiness_measure(*state, &small.ladder, &small.policy, answers, row->rung, &got);
        check(row, "score", got.score, row->score);
        check(row, "low", got.low, row->low);
        check(row, "high", got.high, row->high);
        check(row, "product", got.sides[GP_PRODUCT_SIDE], row->product);
        check(row, "people", got.sides[GP_PEOPLE_SIDE], row->people);
        check(row, "answered", got.answered, row->answered);
        check(row, "breadth", got.breadth, row->breadth);
        check(row, "weakest facet", got.weakest_facet, row->weakest);
    }
}

// Weights 3, 1, 2, 0 expected, 5, 5; FIND (3 x 1000 + 1 x 500) / 4 = 875; MAKE 2 x 250 / 2;
// product (3000 + 500 + 500) / 6 = 666.67; people (5 x 1000 + 5 not rated) -> 1000.
// Answered 11 of 16 = 687.5; breadth (3 + 5) / 11 = 727.27. Low people 500, high 1000.
static void test_weights(void **state) {
    static const int32_t weights[ACTIVITIES] = {3, 1, 2, 100, 5, 5};
    struct small small;
    small_open(&small);
    small_expect(&small, GPM, "444044");
    for (size_t i = 0; i < ACTIVITIES; i++)
        small.activities[i].weight = weights[i];
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "42154.", NULL, NULL, NULL);
    struct gp_readiness got;
    gp_readiness_measure(*state, &small.ladder, &small.policy, answers, GPM, &got);
    assert_int_equal(got.facets[0], 875);
    assert_int_equal(got.facets[1], 250);
    assert_int_equal(got.facets[2], 1000);
    assert_int_equal(got.sides[GP_PRODUCT_SIDE], 667);
    assert_int_equal(got.sides[GP_PEOPLE_SIDE], 1000);
    assert_int_equal(got.score, 834); // 833.5
    assert_int_equal(got.low, 584);   // (667 + 500) / 2 = 583.5
    assert_int_equal(got.high, 834);
    assert_int_equal(got.answered, 688);
    assert_int_equal(got.breadth, 727);
}

// Must-haves: at its level, unproven at its level, short, not rated; one of level 0 is none.
static void test_must_haves(void **state) {
    struct small small;
    small_open(&small);
    small_expect(&small, GPM, "333303");
    for (size_t i = 0; i < COACH; i++)
        small_must_have(&small, GPM, i);
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "332.00", NULL, "505555", NULL);
    struct gp_readiness got;
    gp_readiness_measure(*state, &small.ladder, &small.policy, answers, GPM, &got);
    assert_int_equal(got.must_haves, 4);
    assert_int_equal(got.must_haves_short, 1);
    assert_int_equal(got.must_haves_unrated, 1);
}

// The score as each of two raters sees it, and how far they are apart.
static const struct rater_row {
    const char *name;
    size_t rung;
    const char *expected, *own, *manager, *experience;
    int self, manager_score, spread;
    int self_sides[GP_SIDE_COUNT], manager_sides[GP_SIDE_COUNT];
} rater_rows[] = {
    {"no manager", GPM, "444422", "222211", NULL, NULL, N, N, N, {N, N}, {N, N}},
    {"nothing rated", GPM, "444422", NULL, NULL, NULL, N, N, N, {N, N}, {N, N}},
    // all four of 4; all two of 4
    {"two of one side",
     GPM,
     "444400",
     "444400",
     "222200",
     NULL,
     1000,
     500,
     500,
     {1000, N},
     {500, N}},
    {"the manager higher",
     GPM,
     "444400",
     "222200",
     "444400",
     NULL,
     500,
     1000,
     500,
     {500, N},
     {1000, N}},
    {"of one mind", GPM, "444422", "333311", "333311", NULL, 625, 625, 0, {750, 500}, {750, 500}},
    // product 0.9 x 500, people 0.1 x 1000 and 0.1 x 0
    {"by the hats", PM, "444422", "222222", "222200", NULL, 550, 450, 100, {500, 1000}, {500, 0}},
    // Ask alone is rated by both: own (4 + 2 + 2 + 2) / 16, manager's (0 + 2 + 2 + 2) / 16
    {"the own rating for both where the manager has none",
     GPM,
     "444400",
     "4222..",
     "0.....",
     NULL,
     625,
     375,
     250,
     {625, N},
     {375, N}},
    // the first alone is rated by both: (1000 + 500) / 2 and (500 + 500) / 2
    {"the manager's for both where there is no own",
     GPM,
     "440000",
     "4.....",
     "22....",
     NULL,
     750,
     500,
     250,
     {750, N},
     {500, N}},
    {"the manager alone", GPM, "440000", NULL, "42....", NULL, N, N, N, {N, N}, {N, N}},
    {"nothing that both have rated",
     GPM,
     "444422",
     "44....",
     "..2211",
     NULL,
     N,
     N,
     N,
     {N, N},
     {N, N}},
    {"both have rated only what is not expected",
     GPM,
     "440022",
     "4.3.2.",
     ".33..1",
     NULL,
     N,
     N,
     N,
     {N, N},
     {N, N}},
    {"the manager rated only what is not expected",
     GPM,
     "400000",
     "4.....",
     ".3....",
     NULL,
     N,
     N,
     N,
     {N, N},
     {N, N}},
    // one thing of the people side is enough: product as oneself sees it for both
    {"the manager rated one side",
     GPM,
     "444422",
     "444422",
     "....1.",
     NULL,
     1000,
     875,
     125,
     {1000, 1000},
     {1000, 750}},
    // 5 of 4 earns 1000, capped at 800; 2 of 4 is under the cap
    {"unproven", GPM, "440000", "55....", "22....", "00....", 800, 500, 300, {800, N}, {500, N}},
    // 1 of 3 and 2 of 3: (333 + 333) / 2 and (667 + 333) / 2
    {"thirds", GPM, "330000", "11....", "2.....", NULL, 333, 500, 167, {333, N}, {500, N}},
};

static void test_raters(void **state) {
    for (size_t i = 0; i < sizeof rater_rows / sizeof *rater_rows; i++) {
        const struct rater_row *row = &rater_rows[i];
        struct small small;
        small_open(&small);
        small_expect(&small, row->rung, row->expected);
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, row->own, row->manager, row->experience, NULL);
        struct gp_readiness got;
        gp_readiness_measure(*state, &small.ladder, &small.policy, answers, row->rung, &got);
        int found[] = {got.raters[GP_SELF], got.raters[GP_MANAGER], got.spread};
        int expected[] = {row->self, row->manager_score, row->spread};
        for (size_t j = 0; j < sizeof found / sizeof *found; j++)
            if (found[j] != expected[j])
                fail_msg("%s: %zu is %d, not %d", row->name, j, found[j], expected[j]);
        for (size_t j = 0; j < GP_SIDE_COUNT; j++)
            if (got.rater_sides[GP_SELF][j] != row->self_sides[j] ||
                got.rater_sides[GP_MANAGER][j] != row->manager_sides[j])
                fail_msg("%s: side %zu is %d and %d", row->name, j, got.rater_sides[GP_SELF][j],
                         got.rater_sides[GP_MANAGER][j]);
    }
}

// Unproven is what the cap of 800 takes something from: not a skill that earns less by itself.
static void test_unproven(void **state) {
    (void)state;
    static const struct {
        const char *name, *expected, *own, *experience; // of the first activity
        bool unproven;
        int cap, credit;
    } rows[] = {
        {"at its level", "400000", "4.....", "0.....", true, 800, 800},
        {"above its level", "400000", "5.....", "2.....", true, 800, 800},
        {"above its level and proven", "400000", "5.....", "3.....", false, 1000, 1000},
        {"experience not known", "400000", "5.....", NULL, false, 1000, 1000},
        {"just the cap", "500000", "4.....", "0.....", false, 800, 800},
        {"under the cap", "400000", "3.....", "0.....", false, 800, 750},
        {"no skill", "400000", "0.....", "0.....", false, 800, 0},
        {"not rated", "400000", NULL, "0.....", false, 800, N},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        small_expect(&small, GPM, rows[i].expected);
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, rows[i].own, NULL, rows[i].experience, NULL);
        struct gp_earning got;
        assert_true(gp_earn(&small.ladder, &small.policy, answers, GPM, 0, &got));
        if (got.unproven != rows[i].unproven || got.cap != rows[i].cap ||
            got.credit != rows[i].credit)
            fail_msg("%s: %d, %d, %d", rows[i].name, got.unproven, got.cap, got.credit);
    }
}

static uint64_t seed;

static unsigned below(unsigned limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed % limit);
}

// A rating, or in one of four cases one of the ways not to have one.
static gp_rating random_rating(void) {
    return (gp_rating)(below(4) == 0 ? -1 - (int)below(4) : (int)below(6));
}

static void random_case(struct small *small, struct gp_answer *answers) {
    small_open(small);
    for (size_t i = 0; i < ACTIVITIES; i++) {
        small->activities[i].weight = 1 + (int32_t)below(100);
        small->expectations[i] = (struct gp_expectation){(gp_rating)below(6), below(3) == 0};
        for (size_t j = 0; j < GP_AXIS_COUNT; j++)
            answers[i].axis[j] = random_rating();
        answers[i].manager_skill = below(2) == 0 ? random_rating() : (gp_rating)GP_ABSENT;
    }
    int32_t product = (int32_t)below(101);
    small->rungs[PM].hats[GP_PRODUCT_SIDE] = product;
    small->rungs[PM].hats[GP_PEOPLE_SIDE] = 100 - product;
    small->policy.manager_weight = (gp_permille)below(1001);
    small->policy.unproven_credit = (gp_permille)below(1001);
    small->policy.answered_gate = (gp_permille)below(1001);
    small->policy.breadth_gate = (gp_permille)below(1001);
    small->policy.facet_gate = (gp_permille)below(1001);
    small->policy.ready_from = (gp_permille)below(1001);
}

static void measure_and_judge(struct gp_memory *memory, const struct small *small,
                              const struct gp_answer *answers, struct gp_readiness *readiness) {
    struct gp_person person = small_person("Ana");
    struct gp_gates_of of = {&small->ladder, &small->policy, &person, PM, GP_NO_RUNG, false};
    gp_readiness_measure(memory, &small->ladder, &small->policy, answers, PM, readiness);
    gp_gates_judge(&of, readiness);
}

static void check_range(const struct gp_readiness *readiness) {
    if (readiness->low == GP_NO_SHARE) { // nothing is expected
        assert_int_equal(readiness->score, GP_NO_SHARE);
        assert_int_equal(readiness->high, GP_NO_SHARE);
        return;
    }
    assert_true(readiness->low <= readiness->high && readiness->high <= 1000);
    if (readiness->score != GP_NO_SHARE)
        assert_true(readiness->low <= readiness->score && readiness->score <= readiness->high);
}

// What both have rated of what is expected is counted; without any, neither has a score.
static void check_raters(const struct small *small, const struct gp_answer *answers,
                         const struct gp_readiness *readiness) {
    size_t both = 0;
    for (size_t i = 0; i < ACTIVITIES; i++)
        both += small->expectations[i].level > 0 && gp_rated(answers[i].axis[GP_SKILL]) &&
                gp_rated(answers[i].manager_skill);
    assert_int_equal(readiness->both_rated, both);
    assert_int_equal(readiness->spread == GP_NO_SHARE, both == 0);
    for (size_t i = 0; i < GP_RATER_COUNT; i++)
        assert_int_equal(readiness->raters[i] == GP_NO_SHARE, both == 0);
}

// Not lower; and none where there was none.
static void check_share(const char *what, size_t index, gp_permille before, gp_permille after) {
    if ((before == N) != (after == N) || after < before)
        fail_msg("%s %zu goes from %d to %d", what, index, before, after);
}

static void check_raised(const struct gp_readiness *before, const struct gp_readiness *after) {
    check_share("score", 0, before->score, after->score);
    check_share("low", 0, before->low, after->low);
    check_share("high", 0, before->high, after->high);
    check_share("breadth", 0, before->breadth, after->breadth);
    check_share("weakest facet", 0, before->weakest_facet, after->weakest_facet);
    for (size_t i = 0; i < GP_SIDE_COUNT; i++) {
        check_share("side", i, before->sides[i], after->sides[i]);
        check_share("low side", i, before->low_sides[i], after->low_sides[i]);
        check_share("high side", i, before->high_sides[i], after->high_sides[i]);
    }
    for (size_t i = 0; i < GP_RATER_COUNT; i++) {
        check_share("rater", i, before->raters[i], after->raters[i]);
        for (size_t j = 0; j < GP_SIDE_COUNT; j++)
            check_share("rater's side", j, before->rater_sides[i][j], after->rater_sides[i][j]);
    }
    for (size_t i = 0; i < FACETS; i++)
        check_share("facet", i, before->facets[i], after->facets[i]);
    assert_int_equal(after->answered, before->answered);
    assert_true(after->must_haves_short <= before->must_haves_short);
    for (size_t i = 0; i < GP_GATE_COUNT; i++)
        if (before->gates[i] == GP_GATE_PASS && after->gates[i] != GP_GATE_PASS)
            fail_msg("gate %zu no longer passes", i);
}

static gp_permille credit_of(const struct small *small, const struct gp_answer *answers, size_t i) {
    struct gp_earning earning = {.credit = GP_NO_SHARE};
    gp_earn(&small->ladder, &small->policy, &answers[i], PM, i, &earning);
    return earning.credit;
}

// Raises each rating of a skill by a level, one after the other, and puts it back. Counts those of
// an activity whose experience is low.
static void raise_each(struct gp_memory *memory, const struct small *small,
                       struct gp_answer *answers, const struct gp_readiness *before,
                       size_t *unproven) {
    for (size_t i = 0; i / 2 < ACTIVITIES; i++) {
        struct gp_answer *answer = &answers[i / 2];
        gp_rating *rating = i % 2 == 0 ? &answer->axis[GP_SKILL] : &answer->manager_skill;
        if (!gp_rated(*rating) || *rating == 5)
            continue;
        struct gp_readiness after;
        gp_permille credit = credit_of(small, answers, i / 2);
        ++*rating;
        measure_and_judge(memory, small, answers, &after);
        check_raised(before, &after);
        check_share("credit", i / 2, credit, credit_of(small, answers, i / 2));
        --*rating;
        *unproven += gp_rated(answer->axis[GP_EXPERIENCE]) && answer->axis[GP_EXPERIENCE] < 3;
    }
}

// Over random ladders, policies and answers.
static void test_what_always_holds(void **state) {
    (void)state;
    seed = 20261123;
    size_t scored = 0, unproven = 0;
    for (int round = 0; round < 4000; round++) {
        struct gp_memory *memory = gp_memory_open();
        struct small small;
        struct gp_answer answers[ACTIVITIES] = {0};
        struct gp_readiness readiness;
        random_case(&small, answers);
        measure_and_judge(memory, &small, answers, &readiness);
        check_range(&readiness);
        check_raters(&small, answers, &readiness);
        raise_each(memory, &small, answers, &readiness, &unproven);
        scored += readiness.score != GP_NO_SHARE;
        gp_memory_close(memory);
    }
    assert_true(scored > 3000 && unproven > 3000);
}

// Whoever has what is expected, and the experience, scores 1000, whatever the weights and hats.
static void test_exactly_what_is_expected(void **state) {
    seed = 7;
    for (int round = 0; round < 500; round++) {
        struct small small;
        struct gp_answer answers[ACTIVITIES] = {0};
        struct gp_readiness readiness;
        random_case(&small, answers);
        small.expectations[0].level = 1 + (gp_rating)below(5);
        for (size_t i = 0; i < ACTIVITIES; i++) {
            answers[i].axis[GP_SKILL] = small.expectations[i].level;
            answers[i].axis[GP_EXPERIENCE] = 5;
            answers[i].manager_skill = GP_ABSENT;
        }
        measure_and_judge(*state, &small, answers, &readiness);
        assert_int_equal(readiness.score, 1000);
        assert_int_equal(readiness.low, 1000);
        assert_true(gp_gates_of_skill_pass(&readiness));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_measures, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_weights, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_must_haves, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_raters, open_memory, close_memory),
        cmocka_unit_test(test_unproven),
        cmocka_unit_test(test_what_always_holds),
        cmocka_unit_test_setup_teardown(test_exactly_what_is_expected, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
