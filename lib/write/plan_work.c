#include "write/plan_readiness.h"

// Levels that a rung expects, of some activities; filled right, those of the next rung.
static const char *expected_by(const struct gp_plan *plan, size_t rung, enum gp_work_rows rows) {
    return gp_work_column_right(plan, gp_expected_column(rung), rows);
}

// What a rung has of a side, and by which of the columns of ratings.
struct range {
    enum gp_work_rows rows;
    size_t level;
    int unrated; // what an activity without a rating counts
};

// Sum of weight x credit, with the credit worked out inside.
static const char *credit_sum(const struct gp_plan *plan, size_t rung, const struct range *range) {
    const char *weight = gp_work_column(plan, GP_WORK_WEIGHT, range->rows);
    const char *expected = expected_by(plan, rung, range->rows);
    const char *cap = gp_work_column(plan, GP_WORK_CAP, range->rows);
    const char *rated = gp_work_column(plan, GP_WORK_RATED, range->rows);
    const char *share =
        gp_print(plan->memory, "(1000*%s/(%s+(%s=0)))",
                 gp_work_column(plan, range->level, range->rows), expected, expected);
    const char *credit = gp_print(plan->memory, "(%s*ROUND((%s>=%s)*%s+(%s<%s)*%s,0)+(1-%s)*%d)",
                                  rated, share, cap, cap, share, cap, share, rated, range->unrated);
    return gp_print(plan->memory, "SUMPRODUCT(%s*(%s>0)*%s)", weight, expected, credit);
}

// The share a side would have: over all that is expected.
static const char *extreme_formula(const struct gp_plan *plan, size_t rung,
                                   const struct range *range) {
    return gp_print(
        plan->memory, "=ROUND(%s/SUMPRODUCT(%s*(%s>0)),0)/1000", credit_sum(plan, rung, range),
        gp_work_column(plan, GP_WORK_WEIGHT, range->rows), expected_by(plan, rung, range->rows));
}

// How many of the activities that a rung expects both raters have rated. It asks the Assessment: a
// formula that refers to another sheet is never shared.
static const char *both_formula(const struct gp_plan *plan, size_t rung) {
    return gp_print(plan->memory, "=SUMPRODUCT((%s>0)*ISNUMBER(%s)*ISNUMBER(%s))",
                    expected_by(plan, rung, GP_WORK_ALL), gp_assessment_range(plan, GP_COL_SKILL),
                    gp_assessment_range(plan, GP_COL_MANAGER));
}

static size_t rated_by_both(const struct gp_plan *plan, size_t rung) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++)
        count += gp_expected(ladder, rung, i)->level > 0 &&
                 gp_rated(plan->answers[i].axis[GP_SKILL]) &&
                 gp_rated(plan->answers[i].manager_skill);
    return count;
}

static void put_both(const struct gp_plan *plan, struct gp_sheet *sheet) {
    size_t row = plan->layout.range + GP_RANGE_BOTH;
    gp_put_text(sheet, row, 0, "Activities both have rated", GP_STYLE_TEXT);
    for (size_t rung = 0; rung < plan->report->ladder->rung_count; rung++)
        gp_put_formula_number(sheet, row, 1 + rung, both_formula(plan, rung),
                              (double)rated_by_both(plan, rung), GP_STYLE_NUMBER);
}

// The share of a side as one of two raters sees it: over what is rated; none unless both have rated
// any one activity that the rung expects.
static const char *rater_formula(const struct gp_plan *plan, size_t rung,
                                 const struct range *range) {
    const char *rated = gp_print(
        plan->memory, "SUMPRODUCT(%s*(%s>0)*%s)", gp_work_column(plan, GP_WORK_WEIGHT, range->rows),
        expected_by(plan, rung, range->rows), gp_work_column(plan, GP_WORK_RATED, range->rows));
    return gp_print(plan->memory, "=IF(%s=0,\"\",IF(%s=0,\"\",ROUND(%s/%s,0)/1000))",
                    gp_ref(plan->memory, plan->layout.range + GP_RANGE_BOTH, 1 + rung), rated,
                    credit_sum(plan, rung, range), rated);
}

// Whether a rung expects anything of a side.
static bool side_expected(const struct gp_ladder *ladder, size_t rung, enum gp_side side) {
    for (size_t i = 0; i < ladder->activity_count; i++)
        if (gp_side_of(ladder, i) == side && gp_expected(ladder, rung, i)->level > 0)
            return true;
    return false;
}

// A row of the range: all rungs that expect something of the side have one formula.
struct range_row {
    const char *title;
    enum gp_side side;
    size_t level;
    int unrated;
    bool rater; // as one of two raters sees it
};

static gp_permille share_in(const struct gp_readiness *readiness, const struct range_row *row) {
    if (row->rater)
        return readiness->rater_sides[row->level - GP_WORK_SELF][row->side];
    return row->level == GP_WORK_LOW ? readiness->low_sides[row->side]
                                     : readiness->high_sides[row->side];
}

static void put_range(const struct gp_plan *plan, struct gp_sheet *sheet, size_t index,
                      const struct range_row *row) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct range range = {row->side == GP_PRODUCT_SIDE ? GP_WORK_PRODUCT : GP_WORK_PEOPLE,
                                row->level, row->unrated};
    size_t at = plan->layout.range + index;
    bool before = false; // the rung before expects something, too
    gp_put_text(sheet, at, 0, row->title, GP_STYLE_TEXT);
    for (size_t rung = 0; rung < ladder->rung_count; rung++) {
        const char *formula = gp_formula_left(sheet, before);
        before = side_expected(ladder, rung, row->side);
        if (!before) {
            gp_put_text(sheet, at, 1 + rung, "", GP_STYLE_SHARE);
            continue;
        }
        if (formula == NULL)
            formula = row->rater ? rater_formula(plan, rung, &range)
                                 : extreme_formula(plan, rung, &range);
        gp_put_share_formula(sheet, at, 1 + rung, formula,
                             share_in(&plan->profile->readiness[rung], row), GP_STYLE_SHARE);
    }
}

static void put_ranges(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const struct range_row rows[GP_RANGE_ROWS] = {
        [GP_RANGE_LOW_PRODUCT] = {"Lowest, product", GP_PRODUCT_SIDE, GP_WORK_LOW, 0, false},
        [GP_RANGE_LOW_PEOPLE] = {"Lowest, people", GP_PEOPLE_SIDE, GP_WORK_LOW, 0, false},
        [GP_RANGE_HIGH_PRODUCT] = {"Highest, product", GP_PRODUCT_SIDE, GP_WORK_HIGH, 1000, false},
        [GP_RANGE_HIGH_PEOPLE] = {"Highest, people", GP_PEOPLE_SIDE, GP_WORK_HIGH, 1000, false},
        [GP_RANGE_SELF_PRODUCT] = {"Self, product", GP_PRODUCT_SIDE, GP_WORK_SELF, 0, true},
        [GP_RANGE_SELF_PEOPLE] = {"Self, people", GP_PEOPLE_SIDE, GP_WORK_SELF, 0, true},
        [GP_RANGE_MANAGER_PRODUCT] = {"Manager, product", GP_PRODUCT_SIDE, GP_WORK_MANAGER, 0,
                                      true},
        [GP_RANGE_MANAGER_PEOPLE] = {"Manager, people", GP_PEOPLE_SIDE, GP_WORK_MANAGER, 0, true}};
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t header = plan->layout.range + GP_RANGE_HEADER;
    gp_put_text(sheet, header - 1, 0, "The working: range and raters", GP_STYLE_SECTION);
    gp_put_text(sheet, header, 0, "Range, by rung", GP_STYLE_HEADER);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        gp_put_text(sheet, header, 1 + rung, ladder->rungs[rung].title, GP_STYLE_HEADER);
    gp_sheet_height(sheet, header, 50);
    for (size_t i = GP_RANGE_HEADER + 1; i < GP_RANGE_ROWS; i++)
        if (i != GP_RANGE_BOTH)
            put_range(plan, sheet, i, &rows[i]);
    put_both(plan, sheet);
}

static gp_rating lower(gp_rating own, gp_rating manager) {
    if (!gp_rated(own) || !gp_rated(manager))
        return gp_rated(own) ? own : manager;
    return own < manager ? own : manager;
}

static gp_rating higher(gp_rating own, gp_rating manager) {
    return own > manager ? own : manager;
}

// The cells of the Assessment that a row of the working follows.
struct followed {
    const char *raters[GP_RATER_COUNT], *experience, *used;
};

static struct followed followed_by(const struct gp_plan *plan, size_t activity) {
    return (struct followed){
        .raters = {[GP_SELF] = gp_assessment_cell(plan, activity, GP_COL_SKILL),
                   [GP_MANAGER] = gp_assessment_cell(plan, activity, GP_COL_MANAGER)},
        .experience = gp_assessment_cell(plan, activity, GP_COL_EXPERIENCE),
        .used = gp_assessment_cell(plan, activity, GP_COL_USED)};
}

// Beside each other stand the rating as either rater sees it, the same where one gave none.
static const char *extreme_of(const struct gp_plan *plan, size_t activity, const char *function) {
    size_t row = plan->layout.work + 1 + activity;
    return gp_print(plan->memory, "=%s(%s,%s)", function, gp_ref(plan->memory, row, GP_WORK_SELF),
                    gp_ref(plan->memory, row, GP_WORK_MANAGER));
}

static const char *low_formula(const struct gp_plan *plan, size_t activity) {
    return extreme_of(plan, activity, "MIN");
}

static const char *high_formula(const struct gp_plan *plan, size_t activity) {
    return extreme_of(plan, activity, "MAX");
}

static void put_extreme(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity,
                        size_t column) {
    const struct gp_answer *answer = &plan->answers[activity];
    gp_rating own = answer->axis[GP_SKILL], manager = answer->manager_skill;
    bool low = column == GP_WORK_LOW;
    gp_rating rating = low ? lower(own, manager) : higher(own, manager);
    gp_put_formula_number(sheet, plan->layout.work + 1 + activity, column,
                          gp_filled_down(plan, sheet, activity, low ? low_formula : high_formula),
                          gp_rated(rating) ? rating : 0, GP_STYLE_NUMBER);
}

// The rating as one of two raters sees it, and as the other does where that one gave none; 0
// without any.
static void put_seen(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity,
                     const struct followed *cells, enum gp_rater rater) {
    const struct gp_answer *answer = &plan->answers[activity];
    const char *one = cells->raters[rater], *other = cells->raters[1 - rater];
    gp_rating ratings[] = {answer->axis[GP_SKILL], answer->manager_skill};
    gp_rating seen = gp_rated(ratings[rater]) ? ratings[rater] : ratings[1 - rater];
    gp_put_formula_number(sheet, plan->layout.work + 1 + activity, GP_WORK_SELF + (size_t)rater,
                          gp_print(plan->memory, "=IF(ISNUMBER(%s),%s,N(%s))", one, one, other),
                          gp_rated(seen) ? seen : 0, GP_STYLE_NUMBER);
}

static const char *rated_formula(const struct gp_plan *plan, size_t activity) {
    size_t row = plan->layout.work + 1 + activity;
    return gp_print(plan->memory, "=IF(%s=\"\",0,1)", gp_ref(plan->memory, row, GP_WORK_SKILL));
}

// What an activity brings to every rung: skill, the range of ratings, the cap.
static void put_inputs(const struct gp_plan *plan, struct gp_sheet *sheet, size_t index) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_answer *answer = &plan->answers[index];
    const struct gp_scale *scale = &ladder->scales[GP_EXPERIENCE];
    gp_level_milli skill = plan->profile->skill[index];
    gp_rating experience = answer->axis[GP_EXPERIENCE];
    bool capped = gp_rated(experience) && !gp_high(scale, experience);
    size_t row = plan->layout.work + 1 + index;
    int cap = plan->report->policy->unproven_credit;
    const struct followed cells = followed_by(plan, index);
    gp_put_text(sheet, row, GP_WORK_ACTIVITY, ladder->activities[index].name, GP_STYLE_TEXT);
    gp_put_text(sheet, row, GP_WORK_SIDE,
                gp_side_of(ladder, index) == GP_PRODUCT_SIDE ? "product" : "people",
                GP_STYLE_CENTER);
    gp_put_number(sheet, row, GP_WORK_WEIGHT, ladder->activities[index].weight, GP_STYLE_NUMBER);
    gp_put_level_formula(sheet, row, GP_WORK_SKILL, gp_print(plan->memory, "=%s", cells.used),
                         skill);
    put_extreme(plan, sheet, index, GP_WORK_LOW);
    put_extreme(plan, sheet, index, GP_WORK_HIGH);
    put_seen(plan, sheet, index, &cells, GP_SELF);
    put_seen(plan, sheet, index, &cells, GP_MANAGER);
    gp_put_formula_number(sheet, row, GP_WORK_CAP,
                          gp_print(plan->memory, "=IF(ISNUMBER(%s),IF(%s<%g,%d,1000),1000)",
                                   cells.experience, cells.experience,
                                   (scale->lowest + scale->highest) / 2.0, cap),
                          capped ? cap : 1000, GP_STYLE_NUMBER);
    gp_put_formula_number(sheet, row, GP_WORK_RATED,
                          gp_filled_down(plan, sheet, index, rated_formula), skill < 0 ? 0 : 1,
                          GP_STYLE_NUMBER);
}

static const char *credit_formula(const struct gp_plan *plan, size_t index, size_t rung) {
    size_t row = plan->layout.work + 1 + index;
    const char *expected = gp_ref(plan->memory, row, gp_expected_column(rung));
    const char *skill = gp_ref(plan->memory, row, GP_WORK_SKILL);
    return gp_print(plan->memory,
                    "=IF(%s=\"\",\"\",IF(%s=0,\"\",ROUND(MIN(%s,ROUND(1000*%s,0)/%s),0)/1000))",
                    skill, expected, gp_ref(plan->memory, row, GP_WORK_CAP), skill, expected);
}

static void put_credit(const struct gp_plan *plan, struct gp_sheet *sheet, size_t index,
                       size_t rung) {
    const char *above = gp_formula_above(sheet, index > 0);
    gp_put_share_formula(sheet, plan->layout.work + 1 + index, gp_credit_column(plan, rung),
                         above != NULL ? above : credit_formula(plan, index, rung),
                         plan->detail->credits[rung * plan->report->ladder->activity_count + index],
                         GP_STYLE_SHARE);
}

static void put_work_headers(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const char *const titles[GP_WORK_FIRST_RUNG] = {"Activity",
                                                           "Side",
                                                           "Weight",
                                                           "Skill that counts",
                                                           "Lower rating",
                                                           "Higher rating",
                                                           "As oneself sees it",
                                                           "As the manager sees it",
                                                           "Most it may earn (of 1000)",
                                                           "Rated"};
    const struct gp_ladder *ladder = plan->report->ladder;
    gp_put_text(sheet, plan->layout.work - 1, 0,
                "The working: what each activity earns for each rung (skill over expected, at most "
                "1; less while experience is low)",
                GP_STYLE_SECTION);
    for (size_t i = 0; i < GP_WORK_FIRST_RUNG; i++)
        gp_put_text(sheet, plan->layout.work, i, titles[i], GP_STYLE_HEADER);
    for (size_t rung = 0; rung < ladder->rung_count; rung++) {
        const char *title = ladder->rungs[rung].title;
        gp_put_text(sheet, plan->layout.work, gp_expected_column(rung),
                    gp_print(plan->memory, "Expected: %s", title), GP_STYLE_HEADER);
        gp_put_text(sheet, plan->layout.work, gp_credit_column(plan, rung),
                    gp_print(plan->memory, "Credit: %s", title), GP_STYLE_HEADER);
    }
    gp_sheet_height(sheet, plan->layout.work, 62);
}

void gp_put_readiness_work(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    put_ranges(plan, sheet);
    put_work_headers(plan, sheet);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        put_inputs(plan, sheet, i);
        for (size_t rung = 0; rung < ladder->rung_count; rung++)
            gp_put_number(sheet, plan->layout.work + 1 + i, gp_expected_column(rung),
                          gp_expected(ladder, rung, i)->level, GP_STYLE_EXPECTED);
        for (size_t rung = 0; rung < ladder->rung_count; rung++)
            put_credit(plan, sheet, i, rung);
    }
}
