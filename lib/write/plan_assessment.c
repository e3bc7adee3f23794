#include "write/plan_assessment.h"
#include "model/words.h"

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
                                    {"Apart", 7},
                                    {"Could teach", 7},
                                    {"Already there", 8},
                                    {"Note", 30},
                                    {"Usually owned by", 24},
                                    {"What it means", 60},
                                    {"Try this next", 60},
                                    {"Focus order", 17},
                                    {"Apart order", 17},
                                    {"Teach order", 17},
                                    {"Talk order", 9}};

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

static const char *used_formula(const struct gp_plan *plan, size_t activity) {
    double weight = plan->report->policy->manager_weight / 1000.0;
    const char *own = gp_assessment_at(plan, activity, GP_COL_SKILL);
    const char *manager = gp_assessment_at(plan, activity, GP_COL_MANAGER);
    return gp_print(plan->memory,
                    "=IF(ISNUMBER(%s),IF(ISNUMBER(%s),ROUND(%s*(1-%g)+%s*%g,3),%s),"
                    "IF(ISNUMBER(%s),%s,\"\"))",
                    own, manager, own, weight, manager, weight, own, manager, manager);
}

static void put_used(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    gp_put_level_formula(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_USED,
                         gp_filled_down(plan, sheet, activity, used_formula),
                         plan->profile->skill[activity]);
}

static const char *gap_formula(const struct gp_plan *plan, size_t activity,
                               size_t expected_column) {
    const char *used = gp_assessment_at(plan, activity, GP_COL_USED);
    return gp_print(plan->memory, "=IF(%s=\"\",\"\",MAX(0,ROUND(%s-%s,3)))", used,
                    gp_assessment_at(plan, activity, expected_column), used);
}

static const char *gap_now_formula(const struct gp_plan *plan, size_t activity) {
    return gap_formula(plan, activity, GP_COL_NOW);
}

static const char *gap_target_formula(const struct gp_plan *plan, size_t activity) {
    return gap_formula(plan, activity, GP_COL_TARGET);
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
    bool now = expected_column == GP_COL_NOW;
    const gp_level_milli *gaps = now ? plan->detail->gap_now : plan->profile->gap_target;
    gp_put_number(sheet, row, expected_column, expected->level, GP_STYLE_EXPECTED);
    gp_put_level_formula(
        sheet, row, gap_column,
        gp_filled_down(plan, sheet, activity, now ? gap_now_formula : gap_target_formula),
        gaps[activity]);
}

static const char *class_formula(const struct gp_plan *plan, size_t activity) {
    const char *skill = gp_assessment_at(plan, activity, GP_COL_USED);
    const char *experience = gp_assessment_at(plan, activity, GP_COL_EXPERIENCE);
    const char *interest = gp_assessment_at(plan, activity, GP_COL_INTEREST);
    double interested = gp_high_from(plan, GP_INTEREST);
    return gp_print(plan->memory,
                    "=IF(OR(%s=\"\",NOT(ISNUMBER(%s))),\"%s\",IF(%s>=%g,IF(%s>=%g,\"%s\",\"%s\"),"
                    "IF(%s>=%g,IF(ISNUMBER(%s),IF(%s>=%g,\"%s\",\"%s\"),\"%s\"),\"%s\")))",
                    skill, interest, gp_class_for_person(GP_UNCLASSIFIED), skill,
                    gp_high_from(plan, GP_SKILL), interest, interested,
                    gp_class_for_person(GP_STRENGTH), gp_class_for_person(GP_RELUCTANT), interest,
                    interested, experience, experience, gp_high_from(plan, GP_EXPERIENCE),
                    gp_class_for_person(GP_STRENGTHEN), gp_class_for_person(GP_DEVELOP),
                    gp_class_for_person(GP_DEVELOP), gp_class_for_person(GP_POOR_FIT));
}

static void put_class(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    gp_put_formula_text(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_CLASS,
                        gp_filled_down(plan, sheet, activity, class_formula),
                        gp_class_for_person(plan->detail->classes[activity]), GP_STYLE_TEXT);
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
    gp_put_text(sheet, row, GP_COL_MUST, gp_is_must(plan, index) ? "must" : "", GP_STYLE_CENTER);
    put_class(plan, sheet, index);
    gp_put_places(plan, sheet, index);
    gp_put_text(
        sheet, row, GP_COL_NOTE,
        gp_note_of(plan->report->team, (size_t)(plan->person - plan->report->team->people), index),
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
            sheet, (struct gp_area){GP_ASSESSMENT_FIRST, column, gp_assessment_last(plan), column},
            plan->lists.axis[axis], "Choose one of the ratings listed on the About sheet.");
        gp_sheet_heat(
            sheet, (struct gp_area){GP_ASSESSMENT_FIRST, column, gp_assessment_last(plan), column},
            scale->lowest, scale->highest);
    }
    const struct gp_scale *scale = &plan->report->ladder->scales[GP_SKILL];
    static const size_t gaps[] = {GP_COL_GAP_NOW, GP_COL_GAP_TARGET};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        gp_sheet_heat(
            sheet,
            (struct gp_area){GP_ASSESSMENT_FIRST, gaps[i], gp_assessment_last(plan), gaps[i]}, 0,
            scale->highest - scale->lowest);
}

// How many skills are rated, and how many are not in which way.
static void put_counts(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_profile *profile = plan->profile;
    size_t empty = plan->report->ladder->activity_count - profile->rated_count -
                   profile->not_applicable_count - profile->dont_know_count;
    const char *skills = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, GP_COL_SKILL,
                                      gp_assessment_last(plan), GP_COL_SKILL);
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
    gp_sheet_filter(sheet, GP_ASSESSMENT_HEADER, 0, gp_assessment_last(plan),
                    GP_ASSESSMENT_COLUMNS - 1);
    gp_sheet_print(sheet, true, 0, GP_ASSESSMENT_HEADER, 1);
    gp_sheet_print_area(sheet, gp_assessment_last(plan), GP_COL_BRINGS);
}
