// test_classify.c - the skill that counts, classes, the dominant one, and gaps.
#include "analyze/classify.h"
#include "analyze/gaps.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ABSENT = GP_ABSENT, BLANK = GP_BLANK, NA = GP_NOT_APPLICABLE, DK = GP_DONT_KNOW };

static void test_skill_used(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int own, manager, weight;
        gp_level_milli skill;
    } rows[] = {
        {"own alone", 3, ABSENT, 500, 3000},
        {"manager's alone", ABSENT, 2, 500, 2000},
        {"manager's beside a blank", BLANK, 2, 0, 2000},
        {"own beside don't know", 4, DK, 1000, 4000},
        {"half and half", 4, 1, 500, 2500},
        {"a quarter the manager's", 4, 1, 250, 3250}, // 4 x 0.75 + 1 x 0.25
        {"to the thousandth", 3, 4, 333, 3333},       // 3 x 0.667 + 4 x 0.333
        {"all the manager's", 4, 1, 1000, 1000},
        {"none the manager's", 4, 1, 0, 4000},
        {"zero is a rating", 0, ABSENT, 500, 0},
        {"zero pulls the mean", 0, 5, 500, 2500},
        {"nobody", BLANK, NA, 500, GP_NO_LEVEL},
        {"the largest scale", 100, 99, 500, 99500},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_answer answer = {.axis = {(gp_rating)rows[i].own, 0, 0},
                                   .manager_skill = (gp_rating)rows[i].manager};
        gp_level_milli skill = gp_skill_used(&answer, (gp_permille)rows[i].weight);
        if (skill != rows[i].skill)
            fail_msg("%s: %d", rows[i].name, (int)skill);
    }
}

// High on 0 to 5 is 2.5 and up: for whole levels, 3.
static void test_classes(void **state) {
    (void)state;
    struct small small;
    small_open(&small);
    static const struct {
        const char *name;
        gp_level_milli skill;
        int interest, experience;
        enum gp_class class;
    } rows[] = {
        {"skilled and interested", 3000, 3, 0, GP_STRENGTH},
        {"whatever the experience", 5000, 5, DK, GP_STRENGTH},
        {"just high", 2500, 3, 0, GP_STRENGTH},
        {"skilled, not interested", 3000, 2, 5, GP_RELUCTANT},
        {"interest of zero is low", 5000, 0, 5, GP_RELUCTANT},
        {"experience to build on", 2000, 3, 3, GP_STRENGTHEN},
        {"just low", 2499, 5, 5, GP_STRENGTHEN},
        {"little experience", 2000, 3, 2, GP_DEVELOP},
        {"experience not known", 2000, 3, BLANK, GP_DEVELOP},
        {"experience not applicable", 0, 5, NA, GP_DEVELOP},
        {"neither", 2000, 2, 5, GP_POOR_FIT},
        {"nothing at all", 0, 0, 0, GP_POOR_FIT},
        {"skill not known", GP_NO_LEVEL, 5, 5, GP_UNCLASSIFIED},
        {"interest blank", 5000, BLANK, 5, GP_UNCLASSIFIED},
        {"interest not applicable", 1000, NA, 5, GP_UNCLASSIFIED},
        {"never asked", GP_NO_LEVEL, ABSENT, ABSENT, GP_UNCLASSIFIED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum gp_class class = gp_classify(&small.ladder, rows[i].skill, (gp_rating)rows[i].interest,
                                          (gp_rating)rows[i].experience);
        if (class != rows[i].class)
            fail_msg("%s: %d", rows[i].name, class);
    }
}

// On 1 to 10 the half is 5.5: 6 is high, 5 is not.
static void test_classes_of_another_scale(void **state) {
    (void)state;
    struct small small;
    small_open(&small);
    for (size_t i = 0; i < GP_AXIS_COUNT; i++)
        small.ladder.scales[i] = (struct gp_scale){.lowest = 1, .highest = 10};
    assert_int_equal(gp_classify(&small.ladder, 6000, 6, 1), GP_STRENGTH);
    assert_int_equal(gp_classify(&small.ladder, 5500, 6, 1), GP_STRENGTH);
    assert_int_equal(gp_classify(&small.ladder, 5499, 6, 6), GP_STRENGTHEN);
    assert_int_equal(gp_classify(&small.ladder, 5000, 6, 5), GP_DEVELOP);
    assert_int_equal(gp_classify(&small.ladder, 6000, 5, 5), GP_RELUCTANT);
    assert_int_equal(gp_classify(&small.ladder, 5000, 5, 10), GP_POOR_FIT);
}

static void test_dominant_class(void **state) {
    (void)state;
    static const struct {
        const char *name;
        size_t counts[GP_CLASS_COUNT]; // unclassified, strength, reluctant, strengthen, develop,
                                       // poor fit
        enum gp_class dominant;
    } rows[] = {
        {"nothing classified", {78, 0, 0, 0, 0, 0}, GP_UNCLASSIFIED},
        {"exactly two thirds", {0, 52, 26, 0, 0, 0}, GP_STRENGTH},
        {"one short of it", {0, 51, 27, 0, 0, 0}, GP_UNCLASSIFIED},
        {"unclassified ones do not count", {70, 1, 0, 0, 7, 0}, GP_DEVELOP},
        {"all of one", {0, 0, 0, 0, 0, 3}, GP_POOR_FIT},
        {"one answer", {77, 0, 1, 0, 0, 0}, GP_RELUCTANT},
        {"spread", {0, 20, 20, 20, 9, 9}, GP_UNCLASSIFIED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_dominant_class(rows[i].counts) != rows[i].dominant)
            fail_msg("%s: %d", rows[i].name, gp_dominant_class(rows[i].counts));
}

// Six answers: rated 4 and 0, then blank, N/A, don't know, never asked. The blank one has a
// manager's rating: it is classified, and stays a blank.
static void test_what_is_counted(void **state) {
    (void)state;
    struct small small;
    small_open(&small);
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "40....", "..4...", NULL, "555555");
    answers[WRITE].axis[GP_SKILL] = GP_BLANK;
    answers[DRAW].axis[GP_SKILL] = GP_NOT_APPLICABLE;
    answers[HIRE].axis[GP_SKILL] = GP_DONT_KNOW;
    struct gp_memory *memory = gp_memory_open();
    struct gp_profile profile = {0};
    gp_classify_all(memory, &small.ladder, &small.policy, answers, &profile);
    assert_int_equal(profile.rated_count, 2);
    assert_int_equal(profile.blank_count, 1);
    assert_int_equal(profile.not_applicable_count, 1);
    assert_int_equal(profile.dont_know_count, 1);
    assert_int_equal(profile.class_counts[GP_STRENGTH], 2);
    assert_int_equal(profile.class_counts[GP_DEVELOP], 1);
    assert_int_equal(profile.class_counts[GP_UNCLASSIFIED], 3);
    assert_int_equal(profile.dominant, GP_STRENGTH); // two of three
    gp_memory_close(memory);
}

static void test_gaps(void **state) {
    (void)state;
    static const struct {
        const char *name;
        gp_rating expected;
        gp_level_milli skill, gap;
    } rows[] = {
        {"below", 4, 1000, 3000},
        {"at the level", 4, 4000, 0},
        {"above", 4, 5000, 0},
        {"between", 4, 3250, 750},
        {"nothing expected", 0, 0, 0},
        {"not rated", 4, GP_NO_LEVEL, GP_NO_LEVEL},
        {"not rated, nothing expected", 0, GP_NO_LEVEL, GP_NO_LEVEL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_gap(rows[i].expected, rows[i].skill) != rows[i].gap)
            fail_msg("%s: %d", rows[i].name, (int)gp_gap(rows[i].expected, rows[i].skill));
}

static void test_gaps_to_no_rung(void **state) {
    (void)state;
    struct small small;
    small_open(&small);
    small_expect(&small, PM, "345000");
    static const gp_level_milli skill[ACTIVITIES] = {1000, 4000, GP_NO_LEVEL, 0, 0, 0};
    struct gp_memory *memory = gp_memory_open();
    const gp_level_milli *gaps = gp_gaps(memory, &small.ladder, PM, skill);
    assert_int_equal(gaps[0], 2000);
    assert_int_equal(gaps[1], 0);
    assert_int_equal(gaps[2], GP_NO_LEVEL);
    gaps = gp_gaps(memory, &small.ladder, GP_NO_RUNG, skill);
    for (size_t i = 0; i < ACTIVITIES; i++)
        assert_int_equal(gaps[i], GP_NO_LEVEL);
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_skill_used),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_classes_of_another_scale),
        cmocka_unit_test(test_dominant_class),
        cmocka_unit_test(test_what_is_counted),
        cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_gaps_to_no_rung),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
