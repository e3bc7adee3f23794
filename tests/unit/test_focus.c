// test_focus.c - what to work on first, what to talk about, what one could teach, and brings.
#include "analyze/analyze.h"
#include "analyze/focus.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

// A list of activities as their digits: "402" is Hire, Ask, Write.
static const char *digits_of(struct gp_memory *memory, const size_t *activities, size_t count) {
    char *text = gp_alloc(memory, count + 1, 1);
    for (size_t i = 0; i < count; i++)
        text[i] = (char)('0' + activities[i]);
    return text;
}

// The profile of a pm, whose target is gpm.
static struct gp_profile analyze_one(struct gp_memory *memory, const struct small *small,
                                     struct gp_answer *answers) {
    struct gp_person person = small_person("Ana");
    person.rung = PM; // of which nothing is expected: gaps are to the target
    struct gp_team team = {
        .people = &person, .person_count = 1, .answers = answers, .activity_count = ACTIVITIES};
    struct gp_results results;
    gp_analyze_team(memory, &small->ladder, &small->policy, &team, &results);
    return results.profiles[0];
}

static const struct focus_row {
    const char *name;
    const char *expected, *must_have; // "x" where the target turns on it
    const char *weights;              // a digit each
    const char *own, *manager, *interest;
    int32_t focus_count;
    const char *focus, *talk_about;
} focus_rows[] = {
    {"the larger gap first", "555555", "......", "111111", "432104", NULL, "555555", 5, "43210",
     ""},
    {"no gap, no focus", "333333", "......", "111111", "345333", NULL, "555555", 5, "", ""},
    {"low interest is left out", "555555", "......", "111111", "111111", NULL, "232200", 5, "1",
     ""},
    {"interest not known is left out", "555555", "......", "111111", "111111", NULL, "..5...", 5,
     "2", ""},
    {"a skill not rated is left out", "555555", "MMMMMM", "111111", "..1...", NULL, "555555", 5,
     "2", ""},
    {"ladder order at last", "444444", "......", "111111", "222222", NULL, "333333", 5, "01234",
     ""},
    {"the larger interest before ladder order", "444444", "......", "111111", "222222", NULL,
     "345543", 5, "23140", ""},
    // gaps 1 2 3 1 1 1, times weights 9 1 1 4 1 1: 9 2 3 4 1 1
    {"gaps are weighted", "444444", "......", "911411", "321333", NULL, "555555", 5, "03214", ""},
    // gaps 1 3 1 3 1 1
    {"must-haves first", "444444", "M.M...", "111111", "313133", NULL, "555555", 5, "02134", ""},
    {"and among them the larger gap", "444444", "MM....", "111111", "313133", NULL, "555555", 5,
     "10324", ""},
    {"at most as many as the policy says", "555555", "......", "111111", "432104", NULL, "555555",
     2, "43", ""},
    {"a policy for ten", "555555", "......", "111111", "432104", NULL, "555555", 10, "432105", ""},
    // mean with the manager 3.5, 4, 3.5: gaps 0.5, 0, 0.5
    {"between two levels", "444000", "......", "111111", "345...", "452...", "555555", 5, "02", ""},
    {"must-haves with low interest are talked about", "444444", "MMM.M.", "111111", "122311", NULL,
     "250252", 5, "41", "02"},
    {"but not where there is no gap", "444444", "MMMMMM", "111111", "4541.1", NULL, "000000", 5, "",
     "35"},
    {"nor where interest is not known", "444444", "MMMMMM", "111111", "111111", NULL, ".....0", 5,
     "", "5"},
};

static void test_focus(void **state) {
    for (size_t i = 0; i < sizeof focus_rows / sizeof *focus_rows; i++) {
        const struct focus_row *row = &focus_rows[i];
        struct small small;
        small_open(&small);
        small_expect(&small, GPM, row->expected);
        small.policy.focus_count = row->focus_count;
        for (size_t j = 0; j < ACTIVITIES; j++) {
            small.activities[j].weight = row->weights[j] - '0';
            if (row->must_have[j] == 'M')
                small_must_have(&small, GPM, j);
        }
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, row->own, row->manager, NULL, row->interest);
        struct gp_profile got = analyze_one(*state, &small, answers);
        const char *focus = digits_of(*state, got.focus, got.focus_count);
        const char *talk_about = digits_of(*state, got.talk_about, got.talk_about_count);
        if (strcmp(focus, row->focus) != 0 || strcmp(talk_about, row->talk_about) != 0)
            fail_msg("%s: focus %s, talk about %s", row->name, focus, talk_about);
    }
}

static void test_can_teach(void **state) {
    static const struct {
        const char *name, *own, *manager, *interest, *expected;
    } rows[] = {
        {"the highest skill first", "345300", NULL, "555555", "2103"},
        {"the larger interest next", "444444", NULL, "343530",
         "3102"
         "4"},
        {"only what one likes", "555555", NULL, "203010", "2"},
        {"at most five", "333333", NULL, "333333", "01234"},
        {"with the manager's word", "44....", "34....", "55....", "10"},
        {"nothing", "222222", NULL, "555555", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, rows[i].own, rows[i].manager, NULL, rows[i].interest);
        struct gp_person person = small_person("Ana");
        struct gp_team team = {
            .people = &person, .person_count = 1, .answers = answers, .activity_count = ACTIVITIES};
        struct gp_results results;
        gp_analyze_team(*state, &small.ladder, &small.policy, &team, &results);
        const struct gp_profile *got = &results.profiles[0];
        const char *can_teach = digits_of(*state, got->can_teach, got->can_teach_count);
        if (strcmp(can_teach, rows[i].expected) != 0)
            fail_msg("%s: %s", rows[i].name, can_teach);
    }
}

static void test_apart(void **state) {
    static const struct {
        const char *name, *own, *manager, *expected;
    } rows[] = {
        {"two levels are, one is not", "345...", "335...", ""},
        {"at the edge", "345...", "155...", "0"},
        // 2 4 2 2 1 5
        {"the widest first", "543210", "301005", "51023"},
        {"either way round", "500000", "051000", "01"},
        {"ladder order at last", "222222", "444000", "012345"},
        {"whether or not it is expected", "5.....", "0.....", "0"},
        {"the own rating alone", "000000", NULL, ""},
        {"the manager's alone", NULL, "555555", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, rows[i].own, rows[i].manager, NULL, NULL);
        struct gp_profile got = analyze_one(*state, &small, answers);
        const char *apart = digits_of(*state, got.apart, got.apart_count);
        if (strcmp(apart, rows[i].expected) != 0)
            fail_msg("%s: %s", rows[i].name, apart);
    }
}

static void test_brings(void **state) {
    static const struct {
        const char *name, *expected, *own, *manager, *brings;
    } rows[] = {
        {"what is at its level, or above", "333333", "012345", NULL, "345"},
        {"not what the target does not expect", "303030", "555555", NULL, "024"},
        {"not what is not rated", "333333", "5..3..", NULL, "03"},
        {"the manager's rating alone", "333333", "..2...", "35....", "01"},
        // means 3, 2.5 and 3.5
        {"two raters", "333000", "435...", "222...", "02"},
        {"not what is nearly there", "333000", "322...", "233...", ""},
        {"zero is no level to bring", "111111", "000000", NULL, ""},
        {"nothing expected", "000000", "555555", NULL, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        small_expect(&small, GPM, rows[i].expected);
        small_expect(&small, VP, "111111");
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, rows[i].own, rows[i].manager, NULL, "000000");
        struct gp_profile got = analyze_one(*state, &small, answers);
        const char *brings = digits_of(*state, got.brings, got.brings_count);
        if (strcmp(brings, rows[i].brings) != 0)
            fail_msg("%s: %s", rows[i].name, brings);
    }
}

// On a ladder without an entry somebody outside has no target: no gaps, and nothing to focus on.
static void test_no_target(void **state) {
    struct small small;
    small_open(&small);
    small.rungs[PM].path = GP_PATH_PRODUCT;
    small_expect(&small, PM, "555555");
    small_must_have(&small, PM, ASK);
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "111111", NULL, NULL, "055555");
    struct gp_person person = small_person("Ana");
    struct gp_team team = {
        .people = &person, .person_count = 1, .answers = answers, .activity_count = ACTIVITIES};
    struct gp_results results;
    gp_analyze_team(*state, &small.ladder, &small.policy, &team, &results);
    assert_true(results.profiles[0].target == GP_NO_RUNG);
    assert_int_equal(results.profiles[0].gap_target[ASK], GP_NO_LEVEL);
    assert_int_equal(results.profiles[0].focus_count, 0);
    assert_int_equal(results.profiles[0].talk_about_count, 0);
    assert_int_equal(results.profiles[0].brings_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_focus, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_can_teach, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_apart, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_brings, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_no_target, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
