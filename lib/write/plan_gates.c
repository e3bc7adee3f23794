#include "model/words.h"
#include "write/grid.h"
#include "write/plan_readiness.h"

static void put_state(struct gp_sheet *sheet, size_t row, size_t gate, const char *formula,
                      enum gp_gate_state state) {
    gp_put_formula_text(sheet, row, gp_gate_column(gate), formula, gp_gate_state_word(state),
                        GP_STYLE_CENTER);
}

// The weight of what is rated of a rung's activities.
static const char *rated_weight(const struct gp_plan *plan, size_t rung) {
    return gp_print(plan->memory, "SUMPRODUCT(%s*ISNUMBER(%s))",
                    gp_work_column(plan, GP_WORK_WEIGHT, GP_WORK_ALL),
                    gp_work_column(plan, gp_credit_column(plan, rung), GP_WORK_ALL));
}

// The cell of the figure before a gate's state.
static const char *figure_cell(const struct gp_plan *plan, size_t rung, enum gp_gate gate) {
    return gp_ref(plan->memory, plan->layout.gates + 1 + rung, gp_gate_column(gate) - 1);
}

// The state of a gate that a figure passes from `least` on.
static const char *enough_formula(const struct gp_plan *plan, const char *figure,
                                  gp_permille least) {
    return gp_print(plan->memory, "=IF(%s=\"\",\"unknown\",IF(%s>=%g,\"pass\",\"fail\"))", figure,
                    figure, least / 1000.0);
}

static const char *answered_formula(const struct gp_plan *plan, size_t rung) {
    return enough_formula(plan, figure_cell(plan, rung, GP_GATE_ANSWERED),
                          plan->report->policy->answered_gate);
}

static void put_answered(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    size_t row = plan->layout.gates + 1 + rung;
    size_t column = gp_gate_column(GP_GATE_ANSWERED) - 1;
    const char *expected = gp_print(plan->memory, "SUMPRODUCT(%s*(%s>0))",
                                    gp_work_column(plan, GP_WORK_WEIGHT, GP_WORK_ALL),
                                    gp_work_column(plan, gp_expected_column(rung), GP_WORK_ALL));
    gp_put_share_formula(sheet, row, column,
                         gp_print(plan->memory, "=IF(%s=0,\"\",ROUND(1000*%s/%s,0)/1000)", expected,
                                  rated_weight(plan, rung), expected),
                         readiness->answered, GP_STYLE_PERCENT);
    put_state(sheet, row, GP_GATE_ANSWERED, gp_filled_down(plan, sheet, rung, answered_formula),
              readiness->gates[GP_GATE_ANSWERED]);
}

// How many must-haves of a rung, which stand together, are in a state ("short", "not rated").
static const char *count_must_haves(const struct gp_plan *plan, size_t rung, const char *state) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t first = plan->layout.must_haves + 1;
    for (size_t i = 0; i < rung; i++)
        first += gp_ladder_must_have_count(ladder, i);
    size_t last = first + gp_ladder_must_have_count(ladder, rung) - 1;
    return gp_print(plan->memory, "COUNTIF(%s,\"%s\")",
                    gp_ref_range(plan->memory, NULL, first, GP_MUST_STATE, last, GP_MUST_STATE),
                    state);
}

static void put_must_gate(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    size_t row = plan->layout.gates + 1 + rung;
    size_t column = gp_gate_column(GP_GATE_MUST_HAVES) - 1;
    if (gp_ladder_must_have_count(plan->report->ladder, rung) == 0) {
        gp_put_number(sheet, row, column, 0, GP_STYLE_NUMBER);
        gp_put_text(sheet, row, column + 1, "pass", GP_STYLE_CENTER);
        return;
    }
    gp_put_formula_number(sheet, row, column,
                          gp_print(plan->memory, "=%s", count_must_haves(plan, rung, "short")),
                          readiness->must_haves_short, GP_STYLE_NUMBER);
    put_state(sheet, row, GP_GATE_MUST_HAVES,
              gp_print(plan->memory, "=IF(%s>0,\"fail\",IF(%s>0,\"unknown\",\"pass\"))",
                       gp_ref(plan->memory, row, column),
                       count_must_haves(plan, rung, "not rated")),
              readiness->gates[GP_GATE_MUST_HAVES]);
}

static const char *breadth_formula(const struct gp_plan *plan, size_t rung) {
    return enough_formula(plan, figure_cell(plan, rung, GP_GATE_BREADTH),
                          plan->report->policy->breadth_gate);
}

static void put_breadth(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    size_t row = plan->layout.gates + 1 + rung;
    size_t column = gp_gate_column(GP_GATE_BREADTH) - 1;
    const char *credits = gp_work_column(plan, gp_credit_column(plan, rung), GP_WORK_ALL);
    gp_put_share_formula(
        sheet, row, column,
        gp_print(plan->memory,
                 "=IF(%s=0,\"\",ROUND(1000*SUMPRODUCT(%s*ISNUMBER(%s)*(%s>=%s))/%s,0)/1000)",
                 rated_weight(plan, rung), gp_work_column(plan, GP_WORK_WEIGHT, GP_WORK_ALL),
                 credits, gp_work_column(plan, GP_WORK_SKILL, GP_WORK_ALL),
                 gp_work_column(plan, gp_expected_column(rung), GP_WORK_ALL),
                 rated_weight(plan, rung)),
        readiness->breadth, GP_STYLE_PERCENT);
    put_state(sheet, row, GP_GATE_BREADTH, gp_filled_down(plan, sheet, rung, breadth_formula),
              readiness->gates[GP_GATE_BREADTH]);
}

// Facets of which a rung expects anything.
static size_t facets_expected(const struct gp_ladder *ladder, size_t rung) {
    size_t count = 0;
    for (size_t f = 0; f < ladder->facet_count; f++)
        count += gp_facet_expected(ladder, rung, f);
    return count;
}

static void put_facet_gate(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    size_t row = plan->layout.gates + 1 + rung;
    size_t column = gp_gate_column(GP_GATE_FACET) - 1;
    const char *facets = gp_ref_range(plan->memory, NULL, plan->layout.facets + 1, 1 + rung,
                                      plan->layout.facets + ladder->facet_count, 1 + rung);
    gp_put_share_formula(sheet, row, column,
                         gp_print(plan->memory, "=IF(COUNT(%s)=0,\"\",MIN(%s))", facets, facets),
                         readiness->weakest_facet, GP_STYLE_PERCENT);
    const char *figure = gp_ref(plan->memory, row, column);
    put_state(sheet, row, GP_GATE_FACET,
              gp_print(plan->memory,
                       "=IF(%zu=0,\"pass\",IF(%s=\"\",\"unknown\",IF(%s<%g,\"fail\",IF(COUNT(%s)<%"
                       "zu,\"unknown\","
                       "\"pass\")))",
                       facets_expected(ladder, rung), figure, figure,
                       plan->report->policy->facet_gate / 1000.0, facets,
                       facets_expected(ladder, rung)),
              readiness->gates[GP_GATE_FACET]);
}

static const char *score_gate_formula(const struct gp_plan *plan, size_t rung) {
    const char *score = gp_ref(plan->memory, plan->layout.summary + 1 + rung, GP_SUM_SCORE);
    return enough_formula(plan, score, plan->report->policy->ready_from);
}

static void put_score_gate(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    put_state(sheet, plan->layout.gates + 1 + rung, GP_GATE_SCORE,
              gp_filled_down(plan, sheet, rung, score_gate_formula),
              plan->profile->readiness[rung].gates[GP_GATE_SCORE]);
}

// What the role asks for beside skill; the facts stand on Promotion and may be changed there.
static void put_record(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung,
                       enum gp_gate gate) {
    const struct gp_rung *r = &plan->report->ladder->rungs[rung];
    enum gp_gate_state state = plan->profile->readiness[rung].gates[gate];
    enum gp_fact fact = gate == GP_GATE_YEARS      ? GP_FACT_YEARS
                        : gate == GP_GATE_PRODUCTS ? GP_FACT_PRODUCTS
                                                   : GP_FACT_SUPPORT;
    int32_t least = gate == GP_GATE_YEARS ? r->min_years : r->min_products;
    const char *cell = gp_fact_cell(plan, fact);
    size_t row = plan->layout.gates + 1 + rung;
    bool asked = fact == GP_FACT_SUPPORT ? rung == plan->profile->target : least > 0;
    if (rung == plan->person->rung || !asked)
        gp_put_text(sheet, row, gp_gate_column(gate), gp_gate_state_word(state), GP_STYLE_CENTER);
    else if (fact == GP_FACT_SUPPORT)
        put_state(sheet, row, gate,
                  gp_print(plan->memory,
                           "=IF(%s=\"yes\",\"pass\",IF(%s=\"no\",\"fail\",\"unknown\"))", cell,
                           cell),
                  state);
    else
        put_state(sheet, row, gate,
                  gp_print(plan->memory,
                           "=IF(ISNUMBER(%s),IF(%s>=%d,\"pass\",\"fail\"),\"unknown\")", cell, cell,
                           (int)least),
                  state);
}

static void put_gate_headers(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const char *const titles[GP_GATES_COLUMNS] = {"Rung",
                                                         "Rated, by weight",
                                                         "Enough answered",
                                                         "Must-haves short",
                                                         "Must-haves",
                                                         "At level, by weight",
                                                         "Breadth",
                                                         "Weakest facet",
                                                         "No weak facet",
                                                         "Score",
                                                         "Years in product",
                                                         "Products worked on",
                                                         "Manager's support",
                                                         "Role exists here"};
    const struct gp_policy *policy = plan->report->policy;
    gp_put_text(sheet, plan->layout.gates - 2, 0, "Gates", GP_STYLE_SECTION);
    gp_put_text(
        sheet, plan->layout.gates - 1, 0,
        gp_print(
            plan->memory,
            "Each must pass: %g %% of weight rated, every must-have at its level, "
            "%g %% of rated weight at its level, no facet under %g %%, a score of "
            "%s, and what the role itself asks for: years, products, support (all three can be "
            "changed on %s), and that it exists here.",
            policy->answered_gate / 10.0, policy->breadth_gate / 10.0, policy->facet_gate / 10.0,
            gp_share_text(plan->memory, policy->ready_from),
            plan->person->rung == GP_NO_RUNG ? GP_MOVING_IN : GP_PROMOTION),
        GP_STYLE_SUBTITLE);
    for (size_t i = 0; i < GP_GATES_COLUMNS; i++)
        gp_put_text(sheet, plan->layout.gates, i, titles[i], GP_STYLE_HEADER);
    gp_sheet_height(sheet, plan->layout.gates, 34);
}

// The state of a must-have by its place among all that are listed, from 0.
static const char *must_have_formula(const struct gp_plan *plan, size_t place) {
    size_t row = plan->layout.must_haves + 1 + place;
    const char *you = gp_ref(plan->memory, row, GP_MUST_SKILL);
    return gp_print(plan->memory, "=IF(%s=\"\",\"not rated\",IF(%s>=%s,\"at level\",\"short\"))",
                    you, you, gp_ref(plan->memory, row, GP_MUST_EXPECTED));
}

static void put_must_have(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                          size_t rung, size_t activity) {
    const struct gp_ladder *ladder = plan->report->ladder;
    gp_rating level = gp_expected(ladder, rung, activity)->level;
    gp_level_milli skill = plan->profile->skill[activity];
    size_t place = row - plan->layout.must_haves - 1;
    gp_put_text(sheet, row, GP_MUST_ACTIVITY, ladder->activities[activity].name, GP_STYLE_TEXT);
    gp_put_merged(sheet, (struct gp_area){row, GP_MUST_RUNG, row, GP_MUST_EXPECTED - 1},
                  ladder->rungs[rung].title, GP_STYLE_TEXT);
    gp_put_number(sheet, row, GP_MUST_EXPECTED, level, GP_STYLE_EXPECTED);
    gp_put_level_formula(
        sheet, row, GP_MUST_SKILL,
        gp_print(plan->memory, "=%s", gp_assessment_cell(plan, activity, GP_COL_USED)), skill);
    gp_put_formula_text(sheet, row, GP_MUST_STATE,
                        gp_filled_down(plan, sheet, place, must_have_formula),
                        skill < 0               ? "not rated"
                        : skill >= 1000 * level ? "at level"
                                                : "short",
                        GP_STYLE_CENTER);
}

static void put_must_haves(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const char *const titles[GP_MUST_COLUMNS] = {[GP_MUST_ACTIVITY] = "Activity",
                                                        [GP_MUST_EXPECTED] = "Expected",
                                                        [GP_MUST_SKILL] = "Skill that counts",
                                                        [GP_MUST_STATE] = "State"};
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t row = plan->layout.must_haves;
    gp_put_text(sheet, row - 1, 0, "Must-haves: what each role turns on", GP_STYLE_SECTION);
    for (size_t i = 0; i < GP_MUST_COLUMNS; i++)
        if (titles[i] != NULL)
            gp_put_text(sheet, row, i, titles[i], GP_STYLE_HEADER);
    gp_put_merged(sheet, (struct gp_area){row, GP_MUST_RUNG, row, GP_MUST_EXPECTED - 1}, "Rung",
                  GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, 34);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        for (size_t i = 0; i < ladder->activity_count; i++)
            if (gp_expected(ladder, rung, i)->must_have)
                put_must_have(plan, sheet, ++row, rung, i);
}

void gp_put_readiness_gates(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    put_gate_headers(plan, sheet);
    for (size_t rung = 0; rung < ladder->rung_count; rung++) {
        size_t row = plan->layout.gates + 1 + rung;
        const struct gp_readiness *readiness = &plan->profile->readiness[rung];
        gp_put_text(
            sheet, row, 0,
            gp_print(plan->memory, "%s%s", ladder->rungs[rung].title, gp_rung_mark(plan, rung)),
            GP_STYLE_TEXT);
        put_answered(plan, sheet, rung);
        put_must_gate(plan, sheet, rung);
        put_breadth(plan, sheet, rung);
        put_facet_gate(plan, sheet, rung);
        put_score_gate(plan, sheet, rung);
        put_record(plan, sheet, rung, GP_GATE_YEARS);
        put_record(plan, sheet, rung, GP_GATE_PRODUCTS);
        put_record(plan, sheet, rung, GP_GATE_SUPPORT);
        gp_put_text(sheet, row, gp_gate_column(GP_GATE_ROLE),
                    gp_gate_state_word(readiness->gates[GP_GATE_ROLE]), GP_STYLE_CENTER);
    }
    put_must_haves(plan, sheet);
    size_t first = plan->layout.gates + 1, last = plan->layout.gates + ladder->rung_count;
    gp_sheet_signal(sheet, (struct gp_area){first, 2, last, GP_GATES_COLUMNS - 1}, "pass",
                    GP_SIGNAL_GOOD);
    gp_sheet_signal(sheet, (struct gp_area){first, 2, last, GP_GATES_COLUMNS - 1}, "fail",
                    GP_SIGNAL_BAD);
    gp_sheet_signal(sheet, (struct gp_area){first, 2, last, GP_GATES_COLUMNS - 1}, "unknown",
                    GP_SIGNAL_OPEN);
    if (plan->layout.must_have_count > 0) {
        first = plan->layout.must_haves + 1;
        last = plan->layout.must_haves + plan->layout.must_have_count;
        const struct gp_area states = {first, GP_MUST_STATE, last, GP_MUST_STATE};
        gp_sheet_signal(sheet, states, "at level", GP_SIGNAL_GOOD);
        gp_sheet_signal(sheet, states, "short", GP_SIGNAL_BAD);
        gp_sheet_signal(sheet, states, "not rated", GP_SIGNAL_OPEN);
    }
}
