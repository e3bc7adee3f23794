#include "model/words.h"
#include "write/gate_text.h"
#include "write/grid.h"
#include "write/plan_move.h"
#include "write/plan_readiness.h"

enum { GATE_HEIGHT = 20, FACET_GATE_HEIGHT = 31, MUST_HEIGHT = 25 }; // points

static size_t must_have_count(const struct gp_plan *plan) {
    return gp_ladder_must_have_count(plan->report->ladder, plan->profile->target);
}

// What a gate of the target asks for; shares of weight in percent, as everywhere on the sheet.
static const char *asked(const struct gp_plan *plan, enum gp_gate gate) {
    const struct gp_policy *policy = plan->report->policy;
    const struct gp_gate_of of = {plan->report, (size_t)(plan->person - plan->report->team->people),
                                  plan->profile->target, gate};
    switch (gate) {
    case GP_GATE_ANSWERED:
        return gp_print(plan->memory, "%g %% of weight rated", policy->answered_gate / 10.0);
    case GP_GATE_BREADTH:
        return gp_print(plan->memory, "%g %% of weight at its level", policy->breadth_gate / 10.0);
    case GP_GATE_FACET:
        return gp_print(plan->memory, "no facet under %g %%", policy->facet_gate / 10.0);
    case GP_GATE_SCORE:
        return gp_print(plan->memory, "a score of %s",
                        gp_share_text(plan->memory, policy->ready_from));
    case GP_GATE_MUST_HAVES:
    case GP_GATE_YEARS:
    case GP_GATE_PRODUCTS:
    case GP_GATE_SUPPORT:
    case GP_GATE_ROLE:
        break;
    }
    return gp_gate_asked(plan->memory, &of);
}

// How many of the target's must-haves, in the table below the gates, are in a state.
static const char *count_states(const struct gp_plan *plan, size_t row, const char *state) {
    size_t count = must_have_count(plan);
    return gp_print(plan->memory, "COUNTIF(%s,\"%s\")",
                    gp_ref_range(plan->memory, NULL, row, GP_MOVE_D, row + count - 1, GP_MOVE_D),
                    state);
}

// "2 short, 1 not rated"; `row` is the first must-have's.
static struct gp_live live_must_haves(const struct gp_plan *plan, size_t row) {
    const struct gp_readiness *readiness = &plan->profile->readiness[plan->profile->target];
    unsigned missing = readiness->must_haves_short, unrated = readiness->must_haves_unrated;
    if (must_have_count(plan) == 0)
        return (struct gp_live){"\"none\"", "none"};
    const char *is_short = count_states(plan, row, "short");
    const char *not_rated = count_states(plan, row, "not rated");
    const char *both = missing > 0 && unrated > 0 ? ", " : "";
    const char *first = missing > 0 ? gp_print(plan->memory, "%u short", missing) : "";
    const char *second = unrated > 0 ? gp_print(plan->memory, "%u not rated", unrated) : "";
    return (struct gp_live){
        gp_print(plan->memory,
                 "IF(%s+%s=0,\"all there\",IF(%s>0,%s&\" short\",\"\")&IF(AND(%s>0,%s>0),\", \","
                 "\"\")&IF(%s>0,%s&\" not rated\",\"\"))",
                 is_short, not_rated, is_short, is_short, is_short, not_rated, not_rated,
                 not_rated),
        missing + unrated == 0 ? "all there"
                               : gp_print(plan->memory, "%s%s%s", first, both, second)};
}

// "PREPARE: 29 %", and whether a facet is still without a rating; empty while nothing is rated.
static struct gp_live live_weakest(const struct gp_plan *plan, const char *figure) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t target = plan->profile->target, weakest = 0;
    const struct gp_readiness *readiness = &plan->profile->readiness[target];
    struct gp_live share = gp_live_percent(plan, figure, readiness->weakest_facet);
    while (weakest + 1 < ladder->facet_count &&
           readiness->facets[weakest] != readiness->weakest_facet)
        weakest++;
    size_t first = plan->layout.facets + 1, last = plan->layout.facets + ladder->facet_count;
    static const char open[] = "; others not rated";
    return (struct gp_live){
        gp_print(plan->memory,
                 "IF(%s=\"\",\"\",INDEX(%s,MATCH(%s,%s,0))&\": \"&%s"
                 "&IF(%s=\"unknown\",\"%s\",\"\"))",
                 figure, gp_ref_range(plan->memory, GP_READINESS, first, 0, last, 0), figure,
                 gp_ref_range(plan->memory, GP_READINESS, first, 1 + target, last, 1 + target),
                 share.formula, gp_gate_cell(plan, target, GP_GATE_FACET), open),
        readiness->weakest_facet == GP_NO_SHARE
            ? ""
            : gp_print(plan->memory, "%s: %s%s", ladder->facets[weakest].name, share.value,
                       readiness->gates[GP_GATE_FACET] == GP_GATE_UNKNOWN ? open : "")};
}

// "3.5 years" of a fact; "not known" while its cell is empty.
static struct gp_live live_fact(const struct gp_plan *plan, enum gp_fact fact, int32_t tenths,
                                const char *unit) {
    const char *cell = gp_fact_cell(plan, fact);
    const char *number = tenths % 10 == 0
                             ? gp_print(plan->memory, "%d", (int)tenths / 10)
                             : gp_print(plan->memory, "%d.%d", (int)tenths / 10, (int)tenths % 10);
    return (struct gp_live){
        gp_print(plan->memory, "IF(ISNUMBER(%s),%s&\" %s\"&IF(%s=1,\"\",\"s\"),\"not known\")",
                 cell, cell, unit, cell),
        tenths < 0 ? "not known"
                   : gp_print(plan->memory, "%s %s%s", number, unit, tenths == 10 ? "" : "s")};
}

static struct gp_live live_support(const struct gp_plan *plan) {
    const char *cell = gp_fact_cell(plan, GP_FACT_SUPPORT);
    return (struct gp_live){
        gp_print(plan->memory, "IF(OR(%s=\"yes\",%s=\"no\"),%s,\"not known\")", cell, cell, cell),
        plan->person->supported == GP_YES  ? "yes"
        : plan->person->supported == GP_NO ? "no"
                                           : "not known"};
}

// "yes", and why it is not.
static struct gp_live live_role(enum gp_gate_state state) {
    if (state == GP_GATE_PASS)
        return (struct gp_live){"\"yes\"", "yes"};
    if (state == GP_GATE_FAIL)
        return (struct gp_live){"\"not among the roles here\"", "not among the roles here"};
    return (struct gp_live){"\"not known\"", "not known"};
}

// Where the person is at a gate of the target; `must_row` is the first must-have's.
static struct gp_live where(const struct gp_plan *plan, enum gp_gate gate, size_t must_row) {
    const struct gp_person *person = plan->person;
    size_t target = plan->profile->target;
    const struct gp_readiness *readiness = &plan->profile->readiness[target];
    if (gate >= GP_GATE_YEARS && target == person->rung)
        return (struct gp_live){"\"the role is held\"", "the role is held"};
    const char *figure = gate <= GP_GATE_FACET ? gp_gate_figure_cell(plan, target, gate) : "";
    switch (gate) {
    case GP_GATE_ANSWERED:
        return gp_live_percent(plan, figure, readiness->answered);
    case GP_GATE_MUST_HAVES:
        return live_must_haves(plan, must_row);
    case GP_GATE_BREADTH:
        return gp_live_percent(plan, figure, readiness->breadth);
    case GP_GATE_FACET:
        return live_weakest(plan, figure);
    case GP_GATE_SCORE:
        return gp_live_score(plan, gp_summary_cell(plan, target, GP_SUM_SCORE), readiness->score);
    case GP_GATE_YEARS:
        return live_fact(plan, GP_FACT_YEARS, person->product_years_tenths, "year");
    case GP_GATE_PRODUCTS:
        return live_fact(plan, GP_FACT_PRODUCTS, person->products < 0 ? -1 : 10 * person->products,
                         "product");
    case GP_GATE_SUPPORT:
        return live_support(plan);
    case GP_GATE_ROLE:
        return live_role(readiness->gates[GP_GATE_ROLE]);
    }
    return live_role(GP_GATE_UNKNOWN);
}

// Each in its color; the word says it too.
static void color_states(struct gp_sheet *sheet, size_t first, size_t last, const char *good,
                         const char *bad, const char *open) {
    const struct gp_area area = {first, GP_MOVE_D, last, GP_MOVE_D};
    gp_sheet_signal(sheet, area, good, GP_SIGNAL_GOOD);
    gp_sheet_signal(sheet, area, bad, GP_SIGNAL_BAD);
    gp_sheet_signal(sheet, area, open, GP_SIGNAL_OPEN);
}

size_t gp_put_target_gates(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const struct gp_move_header headers[] = {{GP_MOVE_WHAT, GP_MOVE_WHAT, "Gate"},
                                                    {GP_MOVE_A, GP_MOVE_B, "What is asked"},
                                                    {GP_MOVE_C, GP_MOVE_C, "Where you are"},
                                                    {GP_MOVE_D, GP_MOVE_D, "State"},
                                                    {GP_MOVE_E, GP_MOVE_F, "What shows it"}};
    size_t target = plan->profile->target, first = row + 2;
    size_t must_row = first + GP_GATE_COUNT + 3; // behind an empty row, a title and headers
    gp_put_move_section(sheet, row++, "Gates: what has to hold");
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    for (size_t gate = 0; gate < GP_GATE_COUNT; gate++, row++) {
        enum gp_gate_state state = plan->profile->readiness[target].gates[gate];
        const char *cell = gp_gate_cell(plan, target, (enum gp_gate)gate);
        gp_put_text(sheet, row, GP_MOVE_WHAT, gp_gate_word(gate), GP_STYLE_TEXT);
        gp_put_merged(sheet, (struct gp_area){row, GP_MOVE_A, row, GP_MOVE_B},
                      asked(plan, (enum gp_gate)gate), GP_STYLE_TEXT);
        gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_C, row, GP_MOVE_C},
                    where(plan, (enum gp_gate)gate, must_row), GP_STYLE_WRAP);
        gp_put_formula_text(sheet, row, GP_MOVE_D, gp_print(plan->memory, "=%s", cell),
                            gp_gate_state_word(state), GP_STYLE_CENTER);
        gp_put_move_input(sheet, row, GP_MOVE_E, GP_MOVE_F);
        gp_sheet_height(sheet, row, gate == GP_GATE_FACET ? FACET_GATE_HEIGHT : GATE_HEIGHT);
    }
    color_states(sheet, first, row - 1, "pass", "fail", "unknown");
    return row;
}

// "self 4, manager 2"; empty unless the manager rated it.
static struct gp_live live_two_ratings(const struct gp_plan *plan, size_t activity) {
    const struct gp_answer *answer = &plan->answers[activity];
    gp_rating own = answer->axis[GP_SKILL], managers = answer->manager_skill;
    const char *self = gp_assessment_cell(plan, activity, GP_COL_SKILL);
    const char *manager = gp_assessment_cell(plan, activity, GP_COL_MANAGER);
    return (struct gp_live){
        gp_print(plan->memory,
                 "IF(ISNUMBER(%s),\"self \"&IF(ISNUMBER(%s),%s,\"none\")&\", manager \"&%s,\"\")",
                 manager, self, self, manager),
        !gp_rated(managers) ? ""
        : gp_rated(own)     ? gp_print(plan->memory, "self %d, manager %d", own, managers)
                            : gp_print(plan->memory, "self none, manager %d", managers)};
}

static void put_must_have(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                          size_t activity, bool first) {
    const struct gp_ladder *ladder = plan->report->ladder;
    gp_rating level = gp_expected(ladder, plan->profile->target, activity)->level;
    gp_level_milli skill = plan->profile->skill[activity];
    const char *you = gp_ref(plan->memory, row, GP_MOVE_B);
    gp_put_text(sheet, row, GP_MOVE_WHAT, ladder->activities[activity].name, GP_STYLE_WRAP);
    gp_put_number(sheet, row, GP_MOVE_A, level, GP_STYLE_EXPECTED);
    gp_put_level_formula(
        sheet, row, GP_MOVE_B,
        gp_print(plan->memory, "=%s", gp_assessment_cell(plan, activity, GP_COL_USED)), skill);
    gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_C, row, GP_MOVE_C},
                live_two_ratings(plan, activity), GP_STYLE_WRAP);
    const char *state = gp_formula_above(sheet, !first);
    if (state == NULL)
        state =
            gp_print(plan->memory, "=IF(%s=\"\",\"not rated\",IF(%s>=%s,\"at level\",\"short\"))",
                     you, you, gp_ref(plan->memory, row, GP_MOVE_A));
    gp_put_formula_text(sheet, row, GP_MOVE_D, state,
                        skill < 0               ? "not rated"
                        : skill >= 1000 * level ? "at level"
                                                : "short",
                        GP_STYLE_CENTER);
    gp_put_move_input(sheet, row, GP_MOVE_E, GP_MOVE_F);
    double height = gp_wrapped_height(ladder->activities[activity].name,
                                      gp_move_width(GP_MOVE_WHAT, GP_MOVE_WHAT));
    gp_sheet_height(sheet, row, height > MUST_HEIGHT ? height : MUST_HEIGHT);
}

size_t gp_put_target_must_haves(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const struct gp_move_header headers[] = {{GP_MOVE_WHAT, GP_MOVE_WHAT, "Must-have"},
                                                    {GP_MOVE_A, GP_MOVE_A, "Expected"},
                                                    {GP_MOVE_B, GP_MOVE_B, "You"},
                                                    {GP_MOVE_C, GP_MOVE_C, "Two ratings"},
                                                    {GP_MOVE_D, GP_MOVE_D, "State"},
                                                    {GP_MOVE_E, GP_MOVE_F, "What shows it"}};
    const struct gp_ladder *ladder = plan->report->ladder;
    gp_put_move_section(sheet, row++, "Must-haves: what the role turns on");
    if (must_have_count(plan) == 0)
        return gp_put_move_note(sheet, row, "This rung has no must-haves.");
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    size_t first = row;
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (gp_expected(ladder, plan->profile->target, i)->must_have) {
            put_must_have(plan, sheet, row, i, row == first);
            row++;
        }
    color_states(sheet, first, row - 1, "at level", "short", "not rated");
    return row;
}
