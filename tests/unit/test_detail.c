// test_detail.c - classes, gaps to the rung held and credits, activity by activity.
#include "analyze/analyze.h"
#include "analyze/detail.h"
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

// A gpm with skills 4 2 1 5 4 and one not rated, unproven in Ask, who likes Watch and Draw.
static struct gp_detail detail_of(struct gp_memory *memory, size_t rung) {
    struct small small;
    struct gp_answer answers[ACTIVITIES];
    struct gp_person person = small_person("Ana");
    struct gp_results results;
    small_open(&small);
    small_expect(&small, PM, "002200");
    small_expect(&small, GPM, "444044");
    small_answer(answers, "42154.", NULL, "15.5..", "151511");
    person.rung = rung;
    const struct gp_team team = {
        .people = &person, .person_count = 1, .answers = answers, .activity_count = ACTIVITIES};
    gp_analyze_team(memory, &small.ladder, &small.policy, &team, &results);
    return gp_find_detail(memory, &small.ladder, &small.policy, answers, rung,
                          &results.profiles[0]);
}

// A credit a rung and activity: the cap of 800 where experience is low; none where nothing is
// expected or rated.
static void test_credits(void **state) {
    static const gp_permille credits[RUNGS * ACTIVITIES] = {
        N,   N,   500, 1000, N,    N, // pm
        800, 500, 250, N,    1000, N, // gpm
        N,   N,   N,   N,    N,    N, // vp
    };
    struct gp_detail detail = detail_of(*state, GPM);
    for (size_t i = 0; i < sizeof credits / sizeof *credits; i++)
        if (detail.credits[i] != credits[i])
            fail_msg("place %zu: %d, not %d", i, detail.credits[i], credits[i]);
}

static void test_classes(void **state) {
    static const enum gp_class classes[ACTIVITIES] = {GP_RELUCTANT, GP_STRENGTHEN, GP_POOR_FIT,
                                                      GP_STRENGTH,  GP_RELUCTANT,  GP_UNCLASSIFIED};
    struct gp_detail detail = detail_of(*state, GPM);
    for (size_t i = 0; i < ACTIVITIES; i++)
        if (detail.classes[i] != classes[i])
            fail_msg("activity %zu: %d, not %d", i, (int)detail.classes[i], (int)classes[i]);
}

static void test_gaps_to_the_rung_held(void **state) {
    static const gp_level_milli gaps[ACTIVITIES] = {0, 2000, 3000, 0, 0, GP_NO_LEVEL};
    struct gp_detail detail = detail_of(*state, GPM);
    for (size_t i = 0; i < ACTIVITIES; i++)
        assert_int_equal(detail.gap_now[i], gaps[i]);
    detail = detail_of(*state, GP_NO_RUNG);
    for (size_t i = 0; i < ACTIVITIES; i++)
        assert_int_equal(detail.gap_now[i], GP_NO_LEVEL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_credits),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_gaps_to_the_rung_held),
    };
    return cmocka_run_group_tests(tests, open_memory, close_memory);
}
