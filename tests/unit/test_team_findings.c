// The team workbook: what is at risk, names that fill a cell, and the pages of the heat map.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "team_world.h"

// Able, unwilling, and whether that is a risk.
static void test_at_risk(void **state) {
    (void)state;
    static const struct {
        size_t able, unwilling;
        bool at_risk;
    } rows[] = {{0, 0, false}, {1, 0, false}, {1, 1, true},   {2, 1, true},   {3, 1, false},
                {3, 2, true},  {4, 2, true},  {11, 3, false}, {11, 5, false}, {11, 6, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct gp_coverage covered = {.able_count = rows[i].able,
                                            .unwilling_count = rows[i].unwilling};
        if (gp_team_at_risk(&covered) != rows[i].at_risk)
            fail_msg("%zu able, %zu unwilling", rows[i].able, rows[i].unwilling);
        assert_int_equal(gp_team_willing(&covered), rows[i].able - rows[i].unwilling);
    }
}

// Nobody is left of the third; one of the first, the second and the fourth, of which the second may
// lose most; of the fifth, two.
static void test_fewest_left_first(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    static size_t all[] = {0, 1, 2};
    static const struct gp_coverage rows[ACTIVITIES] = {{.able_count = 2, .unwilling_count = 1},
                                                        {.able_count = 3, .unwilling_count = 2},
                                                        {.able_count = 1, .unwilling_count = 1},
                                                        {.able_count = 2, .unwilling_count = 1},
                                                        {.able_count = 3, .unwilling_count = 1}};
    static const char *const order[] = {"Roadmaps", "=SUM(A1:A9)", "Problem Discovery", "Coaching"};
    struct gp_coverage covered[ACTIVITIES];
    for (size_t i = 0; i < ACTIVITIES; i++) {
        covered[i] = rows[i];
        covered[i].rated = 3;
        covered[i].able = covered[i].unwilling = all;
    }
    const struct gp_results risky = {.profiles = profiles, .coverage = covered};
    struct gp_report of_report = report;
    of_report.results = &risky;
    struct cells cells = cells_of(memory, &of_report, SUMMARY);
    int row = cells_row_of(&cells, "Only one person can");
    assert_string_equal(cells_at(&cells, gp_print(memory, "F%d", row)),
                        "At risk: able, but unwilling");
    for (int i = 0; i < 4; i++)
        assert_string_equal(cells_at(&cells, gp_print(memory, "F%d", row + 2 + i)), order[i]);
    const char *behind = cells_at(&cells, gp_print(memory, "F%d", row + 6));
    assert_true(behind == NULL || strcmp(behind, "Hiring a team one can be proud of") != 0);
    cells = cells_of(memory, &of_report, COVERAGE);
    assert_string_equal(cells_at(&cells, "I6"), "at risk");
    assert_string_equal(cells_at(&cells, "I9"), "");
    gp_memory_close(memory);
}

// 5,000 names of 12 bytes and a separator of two do not fit into a cell: 2,142 of them do.
static void test_more_names_than_a_cell_holds(void **state) {
    (void)state;
    enum { NAMES = 5000, SHOWN = 29999 / 14 };
    struct gp_memory *memory = gp_memory_open();
    size_t *everybody = gp_alloc(memory, NAMES, sizeof *everybody);
    struct gp_team_view view = {.memory = memory, .report = &report, .separator = ", "};
    view.names = gp_alloc(memory, NAMES, sizeof *view.names);
    for (size_t i = 0; i < NAMES; i++) {
        everybody[i] = i;
        view.names[i] = "Ana Lima-Roe";
    }
    const char *text = gp_team_names(&view, everybody, NAMES, SIZE_MAX);
    const char *end = gp_print(memory, "Ana Lima-Roe and %d more", NAMES - SHOWN);
    assert_true(strlen(text) < 32767);
    assert_string_equal(text + strlen(text) - strlen(end), end);
    gp_memory_close(memory);
}

// In points: a page of 65 percent has 769 x 0.74 / 0.65 = 875, less 77 and 51 for the narrowest
// names and rungs (14 and 9 characters): room for 32 columns of 22.65 (3.6 characters). The facets
// of 20, 20, 5 and 70 make pages of 20, 20 + 5, 32, 32 and 6.
static void test_pages_of_heat_map(void **state) {
    (void)state;
    enum { MANY = 115, FOUR = 4, WIDE_EXPECTATIONS = RUNGS * MANY, WIDE_ANSWERS = PEOPLE * MANY };
    static struct gp_facet some[FOUR] = {
        {"ONE", 0, 0, 20}, {"TWO", 0, 20, 20}, {"THREE", 0, 40, 5}, {"FOUR", 0, 45, 70}};
    struct gp_memory *memory = gp_memory_open();
    // On the small ladder all is on one page, of its own size.
    struct cells cells = cells_of(memory, &report, HEAT);
    assert_non_null(strstr(cells.sheet, "orientation=\"landscape\""));
    assert_null(strstr(cells.sheet, "<colBreaks"));
    struct gp_ladder wide = ladder;
    struct gp_activity *same = gp_alloc(memory, MANY, sizeof *same);
    struct gp_expectation *nothing = gp_alloc(memory, WIDE_EXPECTATIONS, sizeof *nothing);
    struct gp_answer *none = gp_alloc(memory, WIDE_ANSWERS, sizeof *none);
    struct gp_coverage *covered = gp_alloc(memory, MANY, sizeof *covered);
    struct gp_profile of_wide[PEOPLE];
    gp_level_milli *levels = gp_alloc(memory, MANY, sizeof *levels);
    for (size_t i = 0; i < MANY; i++)
        same[i] = (struct gp_activity){.name = "Coaching", .weight = 1};
    for (size_t i = 0; i < PEOPLE; i++) {
        of_wide[i] = profiles[i];
        of_wide[i].skill = of_wide[i].gap_target = levels;
    }
    wide.facets = some;
    wide.facet_count = FOUR;
    wide.activities = same;
    wide.activity_count = MANY;
    wide.expectations = nothing;
    const struct gp_results results_of_wide = {.profiles = of_wide, .coverage = covered};
    struct gp_team team_of_wide = team;
    team_of_wide.answers = none;
    team_of_wide.activity_count = MANY;
    struct gp_report of_report = report;
    of_report.ladder = &wide;
    of_report.results = &results_of_wide;
    of_report.team = &team_of_wide;
    cells = cells_of(memory, &of_report, HEAT);
    assert_non_null(strstr(cells.sheet, "scale=\"65\""));
    const char *breaks = strstr(cells.sheet, "<colBreaks");
    assert_non_null(breaks);
    static const int columns[] = {22, 47, 79, 111}; // behind person and rung
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (strstr(breaks, gp_print(memory, "<brk id=\"%d\"", columns[i])) == NULL)
            fail_msg("no page starts at column %d: %s", columns[i], breaks);
    assert_non_null(strstr(breaks, "count=\"4\""));
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_at_risk),
        cmocka_unit_test(test_fewest_left_first),
        cmocka_unit_test(test_more_names_than_a_cell_holds),
        cmocka_unit_test(test_pages_of_heat_map),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
