// test_ways.c - the shortest way on the ladders the program carries. Run from the project's folder:
// it reads templates/.
#include "analyze/gates.h"
#include "analyze/readiness.h"
#include "analyze/shortest.h"
#include "built_in_ladder.h"

// Whether ratings alone make somebody ready; the score in `*score`.
static bool is_ready(struct built_in_ladder *built_in, const struct gp_answer *answers, size_t rung,
                     gp_permille *score) {
    const struct gp_policy *policy = &built_in->policy;
    struct gp_readiness readiness;
    gp_readiness_measure(built_in->memory, &built_in->ladder, policy, answers, rung, &readiness);
    *score = readiness.score;
    return readiness.must_haves_short == 0 && readiness.breadth >= policy->breadth_gate &&
           readiness.weakest_facet >= policy->facet_gate && readiness.score >= policy->ready_from;
}

// Makes all steps of the way, and then takes back one level of each in turn: all must be needed.
// Ratings are one level apart on the scales of these ladders.
static void check_way(struct built_in_ladder *built_in, struct gp_answer *answers, size_t rung) {
    struct gp_readiness readiness;
    gp_permille score = 0;
    gp_readiness_measure(built_in->memory, &built_in->ladder, &built_in->policy, answers, rung,
                         &readiness);
    struct gp_way way = gp_shortest_way(built_in->memory, &built_in->ladder, &built_in->policy,
                                        answers, rung, &readiness);
    assert_true(way.found);
    assert_int_equal(way.to_rate_count, 0);
    for (size_t i = 0; i < way.step_count; i++)
        answers[way.steps[i].activity].axis[way.steps[i].axis] = way.steps[i].to;
    assert_true(is_ready(built_in, answers, rung, &score));
    assert_int_equal(way.score, score);
    for (size_t i = 0; i < way.step_count; i++) {
        gp_rating *rating = &answers[way.steps[i].activity].axis[way.steps[i].axis];
        --*rating;
        if (is_ready(built_in, answers, rung, &score))
            fail_msg("%s: %s need not be raised", built_in->ladder.rungs[rung].id,
                     built_in->ladder.activities[way.steps[i].activity].name);
        ++*rating;
    }
}

// From what each rung expects to what each other one does; with all the experience there is, and
// with little of every third activity.
static void check_ways_between_rungs(const char *name) {
    struct built_in_ladder ladder_read, *built_in = &ladder_read;
    open_built_in_ladder(built_in, name);
    const struct gp_ladder *ladder = &built_in->ladder;
    struct gp_answer *answers = gp_alloc(built_in->memory, ladder->activity_count, sizeof *answers);
    for (size_t i = 0; i < 2 * ladder->rung_count * ladder->rung_count; i++) {
        size_t from = i / 2 / ladder->rung_count, to = i / 2 % ladder->rung_count;
        for (size_t j = 0; j < ladder->activity_count; j++) {
            bool proven = i % 2 == 0 || j % 3 > 0;
            answers[j] = (struct gp_answer){.manager_skill = GP_ABSENT};
            answers[j].axis[GP_SKILL] = gp_expected(ladder, from, j)->level;
            answers[j].axis[GP_EXPERIENCE] =
                proven ? ladder->scales[GP_EXPERIENCE].highest : (gp_rating)(j % 2);
            answers[j].axis[GP_INTEREST] = (gp_rating)(j % 5);
        }
        check_way(built_in, answers, to);
    }
    gp_memory_close(built_in->memory);
}

static void test_quartz(void **state) {
    (void)state;
    check_ways_between_rungs("quartz");
}

static void test_extended(void **state) {
    (void)state;
    check_ways_between_rungs("extended");
}

static void test_gdd(void **state) {
    (void)state;
    check_ways_between_rungs("gdd");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quartz),
        cmocka_unit_test(test_extended),
        cmocka_unit_test(test_gdd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
