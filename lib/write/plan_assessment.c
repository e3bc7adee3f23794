#include "model/words.h"
#include "write/plan_book.h"

// The order of the focus list as one number: must-haves, then weighted gap, then interest, then
// ladder order. A weighted gap is at most 100 x 100,000; all of it stays below 2^53.
enum { MUST_STEP = 20000000, INTEREST_STEP = 101, ORDER_STEP = 100000 };

static const struct {
    const char *title;
    double width;
} columns[GP_ASSESSMENT_COLUMNS] = {{"Facet", 12},
                                    {"Activity", 36},
                                    {"Skill", 9},
                                    {"Experience", 11},
                                    {"Interest", 9},
                                    {"Manager's rating", 10},
                                    {"Skill that counts", 9},
                                    {"Expected now", 10},
                                    {"Gap now", 7},
                                    {"Expected at target", 10},
                                    {"Gap to target", 9},
                                    {"Must-have", 7},
                                    {"What it is to you", 26},
                                    {"Focus list", 7},
                                    {"Talk about", 7},
                                    {"Could teach", 7},
                                    {"Note", 30},
                                    {"Usually owned by", 24},
                                    {"What it means", 60},
                                    {"Try this next", 60},
                                    {"Focus order", 17},
                                    {"Teach order", 17}};

static const char *at(const struct gp_plan *plan, size_t activity, size_t column) {
    return gp_ref(plan->memory, GP_ASSESSMENT_FIRST + activity, column);
}

static size_t last_row(const struct gp_plan *plan) {
    return GP_ASSESSMENT_FIRST + plan->report->ladder->activity_count - 1;
}

// Half of an axis' scale: where "high" begins.
static double high_from(const struct gp_plan *plan, enum gp_axis axis) {
    const struct gp_scale *scale = &plan->report->ladder->scales[axis];
    return (scale->lowest + scale->highest) / 2.0;
}

static void put_rating(struct gp_sheet *sheet, size_t row, size_t column, gp_rating rating) {
    if (gp_rated(rating))
        gp_put_number(sheet, row, column, rating, GP_STYLE_INPUT);
    else if (rating == GP_NOT_APPLICABLE)
        gp_put_text(sheet, row, column, "N/A", GP_STYLE_INPUT);
    else if (rating == GP_DONT_KNOW)
        gp_put_text(sheet, row, column, "don't know", GP_STYLE_INPUT);
    else
        gp_put_blank(sheet, row, column, GP_STYLE_INPUT);
}

void gp_put_level_formula(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                          gp_level_milli level) {
    if (level < 0)
        gp_put_formula_text(sheet, row, column, formula, "", GP_STYLE_NUMBER);
    else
        gp_put_formula_number(sheet, row, column, formula, level / 1000.0, GP_STYLE_NUMBER);
}

static void put_used(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    double weight = plan->report->policy->manager_weight / 1000.0;
    const char *own = at(plan, activity, GP_COL_SKILL);
    const char *manager = at(plan, activity, GP_COL_MANAGER);
    gp_put_level_formula(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_USED,
                         gp_print(plan->memory,
                                  "=IF(ISNUMBER(%s),IF(ISNUMBER(%s),ROUND(%s*(1-%g)+%s*%g,3),%s),"
                                  "IF(ISNUMBER(%s),%s,\"\"))",
                                  own, manager, own, weight, manager, weight, own, manager,
                                  manager),
                         plan->profile->skill[activity]);
}

// The level a rung expects and the gap to it; both empty when there is no such rung.
static void put_gap(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity,
                    size_t rung, size_t expected_column) {
    size_t row = GP_ASSESSMENT_FIRST + activity, gap_column = expected_column + 1;
    if (rung == GP_NO_RUNG) {
        gp_put_text(sheet, row, expected_column, "", GP_STYLE_EXPECTED);
        gp_put_text(sheet, row, gap_column, "", GP_STYLE_NUMBER);
        return;
    }
    const struct gp_expectation *expected = gp_expected(plan->report->ladder, rung, activity);
    const gp_level_milli *gaps =
        expected_column == GP_COL_NOW ? plan->profile->gap_now : plan->profile->gap_target;
    gp_put_number(sheet, row, expected_column, expected->level, GP_STYLE_EXPECTED);
    const char *used = at(plan, activity, GP_COL_USED);
    gp_put_level_formula(sheet, row, gap_column,
                         gp_print(plan->memory, "=IF(%s=\"\",\"\",MAX(0,ROUND(%s-%s,3)))", used,
                                  at(plan, activity, expected_column), used),
                         gaps[activity]);
}

static void put_class(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const char *skill = at(plan, activity, GP_COL_USED);
    const char *experience = at(plan, activity, GP_COL_EXPERIENCE);
    const char *interest = at(plan, activity, GP_COL_INTEREST);
    double interested = high_from(plan, GP_INTEREST);
    const char *formula = gp_print(
        plan->memory,
        "=IF(OR(%s=\"\",NOT(ISNUMBER(%s))),\"%s\",IF(%s>=%g,IF(%s>=%g,\"%s\",\"%s\"),"
        "IF(%s>=%g,IF(ISNUMBER(%s),IF(%s>=%g,\"%s\",\"%s\"),\"%s\"),\"%s\")))",
        skill, interest, gp_class_for_person(GP_UNCLASSIFIED), skill, high_from(plan, GP_SKILL),
        interest, interested, gp_class_for_person(GP_STRENGTH), gp_class_for_person(GP_RELUCTANT),
        interest, interested, experience, experience, high_from(plan, GP_EXPERIENCE),
        gp_class_for_person(GP_STRENGTHEN), gp_class_for_person(GP_DEVELOP),
        gp_class_for_person(GP_DEVELOP), gp_class_for_person(GP_POOR_FIT));
    gp_put_formula_text(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_CLASS, formula,
                        gp_class_for_person(plan->profile->classes[activity]), GP_STYLE_TEXT);
}

// A whole number of 1 and up, or an empty text for 0.
static void put_place(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                      size_t place) {
    if (place == 0)
        gp_put_formula_text(sheet, row, column, formula, "", GP_STYLE_NUMBER);
    else
        gp_put_formula_number(sheet, row, column, formula, (double)place, GP_STYLE_NUMBER);
}

static size_t place_in(const size_t *list, size_t count, size_t activity) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == activity)
            return i + 1;
    return 0;
}

static void put_key(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                    int64_t key) {
    if (key < 0)
        gp_put_formula_text(sheet, row, column, formula, "", GP_STYLE_NUMBER);
    else
        gp_put_formula_number(sheet, row, column, formula, (double)key, GP_STYLE_NUMBER);
}

static bool is_must(const struct gp_plan *plan, size_t activity) {
    size_t target = plan->profile->target;
    return target != GP_NO_RUNG && gp_expected(plan->report->ladder, target, activity)->must_have;
}

static void put_focus(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_profile *profile = plan->profile;
    size_t row = GP_ASSESSMENT_FIRST + activity;
    int32_t weight = ladder->activities[activity].weight;
    gp_level_milli gap = profile->gap_target[activity];
    gp_rating interest = plan->answers[activity].axis[GP_INTEREST];
    int64_t key = -1;
    if (gap > 0 && gp_high(&ladder->scales[GP_INTEREST], interest)) {
        int64_t must = is_must(plan, activity) ? MUST_STEP : 0;
        key = ((must + (int64_t)gap * weight) * INTEREST_STEP + interest) * ORDER_STEP +
              (ORDER_STEP - 1 - (int64_t)activity);
    }
    const char *gap_at = at(plan, activity, GP_COL_GAP_TARGET);
    const char *interest_at = at(plan, activity, GP_COL_INTEREST);
    put_key(sheet, row, GP_COL_FOCUS_KEY,
            gp_print(plan->memory,
                     "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(AND(%s>0,%s>=%g),(((%s=\"must\")*%d+"
                     "ROUND(%s*1000,0)*%d)*%d+%s)*%d+%d,\"\"),\"\")",
                     gap_at, interest_at, gap_at, interest_at, high_from(plan, GP_INTEREST),
                     at(plan, activity, GP_COL_MUST), MUST_STEP, gap_at, (int)weight, INTEREST_STEP,
                     interest_at, ORDER_STEP, ORDER_STEP - 1 - (int)activity),
            key);
    const char *keys = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, GP_COL_FOCUS_KEY,
                                    last_row(plan), GP_COL_FOCUS_KEY);
    const char *key_at = at(plan, activity, GP_COL_FOCUS_KEY);
    put_place(sheet, row, GP_COL_FOCUS,
              gp_print(plan->memory, "=IF(%s=\"\",\"\",IF(RANK(%s,%s)<=%d,RANK(%s,%s),\"\"))",
                       key_at, key_at, keys, (int)plan->report->policy->focus_count, key_at, keys),
              place_in(profile->focus, profile->focus_count, activity));
}

static void put_talk(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_profile *profile = plan->profile;
    size_t row = GP_ASSESSMENT_FIRST + activity;
    const char *gap = at(plan, activity, GP_COL_GAP_TARGET);
    const char *interest = at(plan, activity, GP_COL_INTEREST);
    const char *header = gp_ref_fixed(plan->memory, GP_ASSESSMENT_HEADER, GP_COL_TALK);
    put_place(sheet, row, GP_COL_TALK,
              gp_print(plan->memory,
                       "=IF(AND(%s=\"must\",ISNUMBER(%s),ISNUMBER(%s)),IF(AND(%s>0,%s<%g),"
                       "COUNT(%s:%s)+1,\"\"),\"\")",
                       at(plan, activity, GP_COL_MUST), gap, interest, gap, interest,
                       high_from(plan, GP_INTEREST), header,
                       gp_ref(plan->memory, row - 1, GP_COL_TALK)),
              place_in(profile->talk_about, profile->talk_about_count, activity));
}

static void put_teach(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_profile *profile = plan->profile;
    size_t row = GP_ASSESSMENT_FIRST + activity;
    int64_t key = -1;
    if (profile->classes[activity] == GP_STRENGTH)
        key = ((int64_t)profile->skill[activity] * INTEREST_STEP +
               plan->answers[activity].axis[GP_INTEREST]) *
                  ORDER_STEP +
              (ORDER_STEP - 1 - (int64_t)activity);
    put_key(sheet, row, GP_COL_TEACH_KEY,
            gp_print(plan->memory, "=IF(%s=\"%s\",(ROUND(%s*1000,0)*%d+%s)*%d+%d,\"\")",
                     at(plan, activity, GP_COL_CLASS), gp_class_for_person(GP_STRENGTH),
                     at(plan, activity, GP_COL_USED), INTEREST_STEP,
                     at(plan, activity, GP_COL_INTEREST), ORDER_STEP,
                     ORDER_STEP - 1 - (int)activity),
            key);
    const char *keys = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, GP_COL_TEACH_KEY,
                                    last_row(plan), GP_COL_TEACH_KEY);
    const char *key_at = at(plan, activity, GP_COL_TEACH_KEY);
    put_place(sheet, row, GP_COL_TEACH,
              gp_print(plan->memory, "=IF(%s=\"\",\"\",IF(RANK(%s,%s)<=%d,RANK(%s,%s),\"\"))",
                       key_at, key_at, keys, GP_MOST_TO_TEACH, key_at, keys),
              place_in(profile->can_teach, profile->can_teach_count, activity));
}

static void put_row(const struct gp_plan *plan, struct gp_sheet *sheet, size_t index) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_activity *activity = &ladder->activities[index];
    const struct gp_answer *answer = &plan->answers[index];
    size_t row = GP_ASSESSMENT_FIRST + index;
    gp_put_text(sheet, row, GP_COL_FACET, ladder->facets[activity->facet].name, GP_STYLE_TEXT);
    gp_put_text(sheet, row, GP_COL_ACTIVITY, activity->name, GP_STYLE_TEXT);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        put_rating(sheet, row, GP_COL_SKILL + axis, answer->axis[axis]);
    put_rating(sheet, row, GP_COL_MANAGER, answer->manager_skill);
    put_used(plan, sheet, index);
    put_gap(plan, sheet, index, plan->person->rung, GP_COL_NOW);
    put_gap(plan, sheet, index, plan->profile->target, GP_COL_TARGET);
    gp_put_text(sheet, row, GP_COL_MUST, is_must(plan, index) ? "must" : "", GP_STYLE_CENTER);
    put_class(plan, sheet, index);
    put_focus(plan, sheet, index);
    put_talk(plan, sheet, index);
    put_teach(plan, sheet, index);
    gp_put_text(sheet, row, GP_COL_NOTE, answer->note == NULL ? "" : answer->note,
                GP_STYLE_INPUT_TEXT);
    gp_put_text(sheet, row, GP_COL_OWNER, activity->owner, GP_STYLE_WRAP);
    gp_put_text(sheet, row, GP_COL_DESCRIPTION, activity->description, GP_STYLE_WRAP);
    gp_put_text(sheet, row, GP_COL_TRY, activity->try_next, GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, 30);
}

static void add_choices(const struct gp_plan *plan, struct gp_sheet *sheet) {
    for (size_t column = GP_COL_SKILL; column <= GP_COL_MANAGER; column++) {
        size_t axis = column == GP_COL_MANAGER ? GP_SKILL : column - GP_COL_SKILL;
        const struct gp_scale *scale = &plan->report->ladder->scales[axis];
        gp_sheet_dropdown(
            sheet, (struct gp_area){GP_ASSESSMENT_FIRST, column, last_row(plan), column},
            plan->lists.axis[axis], "Choose one of the ratings listed on the About sheet.");
        gp_sheet_heat(sheet, (struct gp_area){GP_ASSESSMENT_FIRST, column, last_row(plan), column},
                      scale->lowest, scale->highest);
    }
    const struct gp_scale *scale = &plan->report->ladder->scales[GP_SKILL];
    static const size_t gaps[] = {GP_COL_GAP_NOW, GP_COL_GAP_TARGET};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        gp_sheet_heat(sheet,
                      (struct gp_area){GP_ASSESSMENT_FIRST, gaps[i], last_row(plan), gaps[i]}, 0,
                      scale->highest - scale->lowest);
}

// How many skills are rated, and how many are not in which way.
static void put_counts(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_profile *profile = plan->profile;
    size_t empty = plan->report->ladder->activity_count - profile->rated_count -
                   profile->not_applicable_count - profile->dont_know_count;
    const char *skills = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, GP_COL_SKILL,
                                      last_row(plan), GP_COL_SKILL);
    gp_put_formula_text(
        sheet, 2, 0,
        gp_print(plan->memory,
                 "=\"Skills rated: \"&COUNT(%s)&\"; N/A: \"&COUNTIF(%s,\"N/A\")&\"; don't know: "
                 "\"&COUNTIF(%s,\"don't know\")&\"; empty: \"&COUNTBLANK(%s)",
                 skills, skills, skills, skills),
        gp_print(plan->memory, "Skills rated: %zu; N/A: %zu; don't know: %zu; empty: %zu",
                 profile->rated_count, profile->not_applicable_count, profile->dont_know_count,
                 empty),
        GP_STYLE_LABEL);
}

void gp_put_assessment(const struct gp_plan *plan, struct gp_sheet *sheet) {
    gp_put_text(sheet, 0, 0, gp_print(plan->memory, "Assessment of %s", plan->person->name),
                GP_STYLE_TITLE);
    gp_put_text(sheet, 1, 0,
                "Change any rating, from Skill to Manager's rating: gaps, class, focus list, "
                "scores and charts "
                "follow. An empty cell is not rated, which is not the same as 0.",
                GP_STYLE_SUBTITLE);
    put_counts(plan, sheet);
    gp_sheet_height(sheet, GP_ASSESSMENT_HEADER, 48);
    for (size_t column = 0; column < GP_ASSESSMENT_COLUMNS; column++) {
        gp_put_text(sheet, GP_ASSESSMENT_HEADER, column, columns[column].title, GP_STYLE_HEADER);
        gp_sheet_width(sheet, column, column, columns[column].width);
    }
    for (size_t i = 0; i < plan->report->ladder->activity_count; i++)
        put_row(plan, sheet, i);
    add_choices(plan, sheet);
    gp_sheet_freeze(sheet, GP_ASSESSMENT_FIRST, GP_COL_SKILL);
    gp_sheet_filter(sheet, GP_ASSESSMENT_HEADER, 0, last_row(plan), GP_ASSESSMENT_COLUMNS - 1);
    gp_sheet_print(sheet, true, 0, GP_ASSESSMENT_HEADER, 1);
    gp_sheet_print_area(sheet, last_row(plan), GP_COL_TEACH);
}
