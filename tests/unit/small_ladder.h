// small_ladder.h - a ladder of three rungs, three facets and six activities, small enough to work
// out by hand, for the tests of lib/analyze. All of it may be changed before it is used.
//
//   facet   side     activities
//   FIND    product  0 Ask, 1 Watch
//   MAKE    product  2 Write, 3 Draw
//   LEAD    people   4 Hire, 5 Coach
//
//   rung  path    rank  from  hats   years  products
//   pm    entry   1           90/10  0      0
//   gpm   people  2     pm    50/50  3      2
//   vp    people  3     gpm   20/80  8      2
//
// Scales 0 to 5, weights 1, nothing expected, nothing rated, the policy's defaults.
#ifndef GP_TESTS_SMALL_LADDER_H
#define GP_TESTS_SMALL_LADDER_H

#include "model/policy.h"
#include "model/team.h"

enum { ACTIVITIES = 6, FACETS = 3, RUNGS = 3, MOST_LEVELS = 6 };
enum { PM, GPM, VP };
enum { ASK, WATCH, WRITE, DRAW, HIRE, COACH };

struct small {
    struct gp_ladder ladder;
    struct gp_policy policy;
    struct gp_facet facets[FACETS];
    struct gp_activity activities[ACTIVITIES];
    struct gp_rung rungs[RUNGS];
    struct gp_expectation expectations[RUNGS * ACTIVITIES];
    struct gp_level levels[GP_AXIS_COUNT][MOST_LEVELS];
    size_t from_pm[1], from_gpm[1];
    int32_t rung_budget_ppm[RUNGS];
    bool role_here[RUNGS];
};

static inline struct gp_policy small_policy(struct small *small) {
    return (struct gp_policy){.answered_gate = 800,
                              .breadth_gate = 700,
                              .facet_gate = 600,
                              .developing_from = 500,
                              .nearly_from = 750,
                              .ready_from = 850,
                              .manager_weight = 500,
                              .unproven_credit = 800,
                              .focus_count = 5,
                              .action_percents = {70, 20, 10},
                              .budget_ppm = 30000,
                              .rung_budget_ppm = small->rung_budget_ppm,
                              .part_percents = {60, 25, 15},
                              .role_here = small->role_here};
}

// The levels of a scale, one digit each, ascending.
static inline void small_scale(struct small *small, enum gp_axis axis, const char *levels) {
    struct gp_scale *scale = &small->ladder.scales[axis];
    *scale = (struct gp_scale){.levels = small->levels[axis]};
    for (; levels[scale->level_count] != '\0'; scale->level_count++)
        scale->levels[scale->level_count] =
            (struct gp_level){(gp_rating)(levels[scale->level_count] - '0'), "a level"};
    scale->lowest = scale->levels[0].value;
    scale->highest = scale->levels[scale->level_count - 1].value;
}

// `small` must stay where it is: the ladder points into it.
static inline void small_open(struct small *small) {
    static const char *const names[ACTIVITIES] = {"Ask", "Watch", "Write", "Draw", "Hire", "Coach"};
    static const struct gp_facet facets[FACETS] = {{"FIND", GP_PRODUCT_SIDE, 0, 2},
                                                   {"MAKE", GP_PRODUCT_SIDE, 2, 2},
                                                   {"LEAD", GP_PEOPLE_SIDE, 4, 2}};
    *small = (struct small){.from_pm = {PM}, .from_gpm = {GPM}};
    for (size_t i = 0; i < FACETS; i++)
        small->facets[i] = facets[i];
    for (size_t i = 0; i < ACTIVITIES; i++)
        small->activities[i] = (struct gp_activity){.name = names[i], .facet = i / 2, .weight = 1};
    for (size_t i = 0; i < RUNGS; i++)
        small->rung_budget_ppm[i] = -1;
    small->rungs[PM] =
        (struct gp_rung){.id = "pm", .path = GP_PATH_ENTRY, .rank = 1, .hats = {90, 10}};
    small->rungs[GPM] = (struct gp_rung){.id = "gpm",
                                         .path = GP_PATH_PEOPLE,
                                         .rank = 2,
                                         .from = small->from_pm,
                                         .from_count = 1,
                                         .hats = {50, 50},
                                         .min_years = 3,
                                         .min_products = 2};
    small->rungs[VP] = (struct gp_rung){.id = "vp",
                                        .path = GP_PATH_PEOPLE,
                                        .rank = 3,
                                        .from = small->from_gpm,
                                        .from_count = 1,
                                        .hats = {20, 80},
                                        .min_years = 8,
                                        .min_products = 2};
    small->ladder = (struct gp_ladder){.name = "small",
                                       .facets = small->facets,
                                       .facet_count = FACETS,
                                       .activities = small->activities,
                                       .activity_count = ACTIVITIES,
                                       .rungs = small->rungs,
                                       .rung_count = RUNGS,
                                       .expectations = small->expectations};
    for (size_t i = 0; i < GP_AXIS_COUNT; i++)
        small_scale(small, (enum gp_axis)i, "012345");
    small->policy = small_policy(small);
}

// What a rung expects of the six activities, one digit each.
static inline void small_expect(struct small *small, size_t rung, const char *levels) {
    for (size_t i = 0; i < ACTIVITIES; i++)
        small->expectations[rung * ACTIVITIES + i].level = (gp_rating)(levels[i] - '0');
}

static inline void small_must_have(struct small *small, size_t rung, size_t activity) {
    small->expectations[rung * ACTIVITIES + activity].must_have = true;
}

// A rating from a character: a digit, or '.' for never asked.
static inline gp_rating small_rating(char written) {
    return written == '.' ? (gp_rating)GP_ABSENT : (gp_rating)(written - '0');
}

// Answers from rows of six characters each; NULL for never asked.
static inline void small_answer(struct gp_answer *answers, const char *skill, const char *manager,
                                const char *experience, const char *interest) {
    static const char *const absent = "......";
    for (size_t i = 0; i < ACTIVITIES; i++) {
        answers[i] = (struct gp_answer){
            .axis = {[GP_SKILL] = small_rating((skill != NULL ? skill : absent)[i]),
                     [GP_EXPERIENCE] = small_rating((experience != NULL ? experience : absent)[i]),
                     [GP_INTEREST] = small_rating((interest != NULL ? interest : absent)[i])},
            .manager_skill = small_rating((manager != NULL ? manager : absent)[i])};
    }
}

// Somebody outside the ladder of whom nothing is known.
static inline struct gp_person small_person(const char *name) {
    return (struct gp_person){.name = name,
                              .key = name,
                              .id = "",
                              .role = "",
                              .rung = GP_NO_RUNG,
                              .came_from = GP_NO_BACKGROUND,
                              .target = GP_NO_RUNG,
                              .manager_name = "",
                              .manager = GP_NO_PERSON,
                              .background = "",
                              .product_years_tenths = -1,
                              .products = -1,
                              .mentor_hours_tenths = -1,
                              .on_roster = true,
                              .answered = true};
}

#endif
