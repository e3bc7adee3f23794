// What a ladder says of its rungs by itself: model/ladder.h.
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// 334021: five of six; a must-have of level 0 is not asked for by any ladder that was read.
static void test_counts(void **state) {
    (void)state;
    struct small small;
    small_open(&small);
    small_expect(&small, GPM, "334021");
    small_must_have(&small, GPM, 0);
    small_must_have(&small, GPM, 5);
    assert_int_equal(gp_ladder_expected_count(&small.ladder, GPM), 5);
    assert_int_equal(gp_ladder_must_have_count(&small.ladder, GPM), 2);
    assert_int_equal(gp_ladder_expected_count(&small.ladder, VP), 0);
    assert_int_equal(gp_ladder_must_have_count(&small.ladder, VP), 0);
}

// pm -> gpm -> vp; with two that come from pm, the first in ladder order.
static void test_next(void **state) {
    (void)state;
    struct small small;
    small_open(&small);
    assert_int_equal(gp_ladder_next(&small.ladder, PM), GPM);
    assert_int_equal(gp_ladder_next(&small.ladder, GPM), VP);
    assert_int_equal(gp_ladder_next(&small.ladder, VP), GP_NO_RUNG);
    small.rungs[VP].from = small.from_pm;
    assert_int_equal(gp_ladder_next(&small.ladder, PM), GPM);
    assert_int_equal(gp_ladder_next(&small.ladder, GPM), GP_NO_RUNG);
}

static const struct reach_row {
    const char *name;
    bool start[RUNGS], closed, open[RUNGS], reached[RUNGS];
} reach_rows[] = {
    {"all from the entry", {true}, false, {0}, {true, true, true}},
    {"from the middle", {false, true}, false, {0}, {false, true, true}},
    {"from nowhere", {0}, false, {0}, {0}},
    {"a closed one stops it", {true}, true, {false, false, true}, {true, false, false}},
    {"as far as it is open", {true}, true, {false, true, false}, {true, true, false}},
};

static void test_reach(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof reach_rows / sizeof *reach_rows; i++) {
        const struct reach_row *row = &reach_rows[i];
        struct small small;
        bool reached[RUNGS];
        small_open(&small);
        memcpy(reached, row->start, sizeof reached);
        gp_ladder_reach(&small.ladder, row->closed ? row->open : NULL, reached);
        if (memcmp(reached, row->reached, sizeof reached) != 0)
            fail_msg("%s: reached %d%d%d", row->name, reached[PM], reached[GPM], reached[VP]);
    }
}

// A rung that stands before the one it comes from is reached all the same.
static void test_reach_backwards(void **state) {
    (void)state;
    struct small small;
    size_t from_vp[] = {VP}, from_gpm[] = {GPM};
    small_open(&small);
    small.rungs[PM].from = from_gpm; // pm <- gpm <- vp
    small.rungs[GPM].from = from_vp;
    small.rungs[PM].from_count = small.rungs[GPM].from_count = 1;
    small.rungs[VP].from_count = 0;
    bool reached[RUNGS] = {false, false, true};
    gp_ladder_reach(&small.ladder, NULL, reached);
    assert_true(reached[PM] && reached[GPM]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_reach_backwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
