// team_world.h - a small team made by hand, and the cells of its workbook. Include it after
// <cmocka.h>.
#ifndef TESTS_TEAM_WORLD_H
#define TESTS_TEAM_WORLD_H

#include "base/file.h"
#include "write/team_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "book_cells.h"

enum { PEOPLE = 4, ACTIVITIES = 5, FACETS = 3, RUNGS = 2, ANSWERS = PEOPLE * ACTIVITIES };

// Three facets, the second of one activity, the third of the people's side.
static struct gp_facet facets[FACETS] = {{"DISCOVER", GP_PRODUCT_SIDE, 0, 2},
                                         {"BUILD", GP_PRODUCT_SIDE, 2, 1},
                                         {"LEAD", GP_PEOPLE_SIDE, 3, 2}};
static struct gp_activity activities[ACTIVITIES] = {
    {.name = "Problem Discovery", .facet = 0, .weight = 1},
    {.name = "=SUM(A1:A9)", .facet = 0, .weight = 1},
    {.name = "Roadmaps", .facet = 1, .weight = 2},
    {.name = "Coaching", .facet = 2, .weight = 1},
    {.name = "Hiring a team one can be proud of", .facet = 2, .weight = 1}};
static size_t from_pm[] = {0};
static struct gp_rung rungs[RUNGS] = {
    {.id = "pm", .title = "Product Manager", .path = GP_PATH_ENTRY, .rank = 1, .hats = {90, 10}},
    {.id = "gpm",
     .title = "Group Product Manager",
     .path = GP_PATH_PEOPLE,
     .rank = 2,
     .from = from_pm,
     .from_count = 1,
     .hats = {50, 50},
     .min_years = 3,
     .min_products = 2}};
static struct gp_expectation expectations[RUNGS * ACTIVITIES] = {
    {3, true}, {2, false}, {3, false}, {1, false}, {0, false},
    {4, true}, {3, false}, {4, false}, {4, true},  {3, false}};
static struct gp_ladder ladder = {.name = "hand-made",
                                  .scales = {{.highest = 5}, {.highest = 5}, {.highest = 5}},
                                  .facets = facets,
                                  .facet_count = FACETS,
                                  .activities = activities,
                                  .activity_count = ACTIVITIES,
                                  .rungs = rungs,
                                  .rung_count = RUNGS,
                                  .expectations = expectations};

// By folded name, then id: two people are called Bo Chen.
static struct gp_person people[PEOPLE] = {
    {.name = "Ana Lima", .key = "analima", .id = "1", .rung = 0, .target = 1, .answered = true},
    {.name = "Bo Chen", .key = "bochen", .id = "2", .rung = 0, .target = 1, .answered = true},
    {.name = "Bo Chen", .key = "bochen", .id = "3", .rung = 1, .target = 1, .answered = true},
    {.name = "Zoë", .key = "zoë", .id = "", .rung = GP_NO_RUNG, .target = 0}};

// Own skill, experience, interest, manager's skill, a row a person and activity. Nobody is able
// at or interested in the last activity.
static struct gp_answer answers[PEOPLE * ACTIVITIES] = {
    {{4, 4, 5}, 2},         {{3, 3, 1}, GP_ABSENT}, {{3, 2, 4}, 3},         {{2, 1, 4}, 1},
    {{1, 0, 1}, GP_ABSENT}, {{2, 2, 4}, GP_ABSENT}, {{-2, -2, -2}, -4},     {{2, 2, 3}, GP_ABSENT},
    {{-1, -1, -1}, -4},     {{0, 0, 0}, -4},        {{4, 4, 2}, GP_ABSENT}, {{-3, -3, -3}, -4},
    {{4, 5, 2}, -4},        {{4, 5, 5}, GP_ABSENT}, {{2, 1, 1}, -4},        {{-4, -4, -4}, -4},
    {{-4, -4, -4}, -4},     {{-4, -4, -4}, -4},     {{-4, -4, -4}, -4},     {{-4, -4, -4}, -4}};
static struct gp_team team = {
    .people = people, .person_count = PEOPLE, .answers = answers, .activity_count = ACTIVITIES};

// The skill used: the mean with the manager's where there is one. -1: not rated.
static gp_level_milli skills[PEOPLE][ACTIVITIES] = {{3000, 3000, 3000, 1500, 1000},
                                                    {2000, -1, 2000, -1, 0},
                                                    {4000, -1, 4000, 4000, 2000},
                                                    {-1, -1, -1, -1, -1}};
static gp_level_milli gaps[PEOPLE][ACTIVITIES] = {{1000, 0, 1000, 2500, 2000},
                                                  {2000, -1, 2000, -1, 3000},
                                                  {0, -1, 0, 0, 1000},
                                                  {-1, -1, -1, -1, -1}};
static struct gp_readiness readiness[PEOPLE][RUNGS];
static struct gp_profile profiles[PEOPLE];

static size_t ana_and_bo[] = {0, 2}, ana[] = {0}, bo[] = {2};
static struct gp_coverage coverage[ACTIVITIES] = {
    {.rated = 3,
     .able = ana_and_bo,
     .able_count = 2,
     .interested = 2,
     .expected_by = 3,
     .wanting_training = 2,
     .unwilling = bo,
     .unwilling_count = 1,
     .apart = ana,
     .apart_count = 1},
    {.rated = 1, .able = ana, .able_count = 1, .unwilling = ana, .unwilling_count = 1},
    {.rated = 3, .able = ana_and_bo, .able_count = 2, .interested = 2, .expected_by = 3},
    {.rated = 2, .able = bo, .able_count = 1, .interested = 2, .hidden = bo, .hidden_count = 1},
    {.rated = 3, .expected_by = 1}};
static struct gp_results results = {.profiles = profiles, .coverage = coverage};

static struct gp_policy policy = {.answered_gate = 800, .ready_from = 850};
static struct gp_origin origin = {.program = "growthplan",
                                  .ladder_name = "hand-made",
                                  .ladder_hash = "0",
                                  .policy_name = "policy.csv",
                                  .policy_hash = "0",
                                  .as_of = "2026-11-23"};

static char folder[] = "/tmp/test_team_book.XXXXXX";
static struct gp_report report = {.ladder = &ladder,
                                  .policy = &policy,
                                  .team = &team,
                                  .results = &results,
                                  .origin = &origin,
                                  .as_of = {2026, 11, 23},
                                  .scratch = folder};

static inline void fill_readiness(size_t person, size_t rung, gp_permille score,
                                  enum gp_band band) {
    struct gp_readiness *one = &readiness[person][rung];
    gp_permille low = score == GP_NO_SHARE ? GP_NO_SHARE : score - 50;
    *one = (struct gp_readiness){.score = score,
                                 .low = low,
                                 .high = score,
                                 .sides = {score, GP_NO_SHARE},
                                 .raters = {GP_NO_SHARE, GP_NO_SHARE},
                                 .spread = GP_NO_SHARE,
                                 .first_gate = band == GP_BAND_READY ? GP_NO_GATE : GP_GATE_BREADTH,
                                 .band = band};
}

static inline int set_up(void **state) {
    (void)state;
    for (size_t i = 0; i < PEOPLE; i++)
        profiles[i] = (struct gp_profile){.target = people[i].target,
                                          .target_named = i == 0,
                                          .skill = skills[i],
                                          .gap_target = gaps[i],
                                          .readiness = readiness[i],
                                          .placed = {0, GP_NO_RUNG, GP_NO_RUNG},
                                          .dominant = i == 0 ? GP_STRENGTH : GP_UNCLASSIFIED,
                                          .rated_count = i == 3 ? 0 : ACTIVITIES - i};
    fill_readiness(0, 0, 900, GP_BAND_HOLDS);
    fill_readiness(0, 1, 780, GP_BAND_NEARLY);
    fill_readiness(1, 0, 500, GP_BAND_GROWING);
    fill_readiness(1, 1, 300, GP_BAND_EARLY);
    fill_readiness(2, 0, 1000, GP_BAND_READY);
    fill_readiness(2, 1, 950, GP_BAND_HOLDS);
    fill_readiness(3, 0, GP_NO_SHARE, GP_BAND_UNANSWERED);
    fill_readiness(3, 1, GP_NO_SHARE, GP_BAND_UNANSWERED);
    readiness[0][1].raters[GP_SELF] = 820;
    readiness[0][1].raters[GP_MANAGER] = 760;
    readiness[0][1].spread = 60;
    return mkdtemp(folder) == NULL;
}

static inline int tear_down(void **state) {
    (void)state;
    return rmdir(folder);
}

// The sheets in the order they have in the workbook.
enum sheet { SUMMARY = 1, HEAT, READINESS, COVERAGE };

static inline struct cells cells_of(struct gp_memory *memory, const struct gp_report *written,
                                    enum sheet sheet) {
    const char *path = gp_print(memory, "%s/cells.xlsx", folder), *why = "";
    assert_true(gp_write_team_book(written, path, &why));
    struct cells cells = cells_open(memory, path, (int)sheet);
    assert_int_equal(unlink(path), 0);
    return cells;
}

#endif
