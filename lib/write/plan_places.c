#include "model/words.h"
#include "write/plan_assessment.h"

// The order of the focus list as one number: must-haves, then weighted gap, then interest, then
// ladder order. A weighted gap is at most 100 x 100,000; all of it stays below 2^53.
enum { MUST_STEP = 20000000, INTEREST_STEP = 101, ORDER_STEP = 100000 };

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

// The order of the ladder as the end of a key, which falls from row to row, as a formula has it.
static const char *order_text(const struct gp_plan *plan) {
    return gp_print(plan->memory, "%d-ROW()", ORDER_STEP + GP_ASSESSMENT_FIRST);
}

// A place that is the rank of a key, down to the last that has one.
struct rank {
    enum gp_assessment_column column, key;
    size_t last;
    size_t place; // now; 0 for none
};

static const char *rank_formula(const struct gp_plan *plan, size_t activity,
                                const struct rank *rank) {
    const char *keys = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, rank->key,
                                    gp_assessment_last(plan), rank->key);
    const char *key = gp_assessment_at(plan, activity, rank->key);
    return gp_print(plan->memory, "=IF(%s=\"\",\"\",IF(RANK(%s,%s)<=%zu,RANK(%s,%s),\"\"))", key,
                    key, keys, rank->last, key, keys);
}

static void put_rank(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity,
                     const struct rank *rank) {
    const char *above = gp_formula_above(sheet, activity > 0);
    put_place(sheet, GP_ASSESSMENT_FIRST + activity, rank->column,
              above != NULL ? above : rank_formula(plan, activity, rank), rank->place);
}

static const char *focus_formula(const struct gp_plan *plan, size_t activity) {
    int weight = plan->report->ladder->activities[activity].weight;
    const char *gap = gp_assessment_at(plan, activity, GP_COL_GAP_TARGET);
    const char *interest = gp_assessment_at(plan, activity, GP_COL_INTEREST);
    return gp_print(plan->memory,
                    "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(AND(%s>0,%s>=%g),(((%s=\"must\")*%d+"
                    "ROUND(%s*1000,0)*%d)*%d+%s)*%d+%s,\"\"),\"\")",
                    gap, interest, gap, interest, gp_high_from(plan, GP_INTEREST),
                    gp_assessment_at(plan, activity, GP_COL_MUST), MUST_STEP, gap, weight,
                    INTEREST_STEP, interest, ORDER_STEP, order_text(plan));
}

// Activities of one weight have one formula.
static const char *focus_filled(const struct gp_plan *plan, const struct gp_sheet *sheet,
                                size_t activity) {
    const struct gp_activity *activities = plan->report->ladder->activities;
    const char *above = gp_formula_above(
        sheet, activity > 0 && activities[activity].weight == activities[activity - 1].weight);
    return above != NULL ? above : focus_formula(plan, activity);
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
        int64_t must = gp_is_must(plan, activity) ? MUST_STEP : 0;
        key = ((must + (int64_t)gap * weight) * INTEREST_STEP + interest) * ORDER_STEP +
              (ORDER_STEP - 1 - (int64_t)activity);
    }
    put_key(sheet, row, GP_COL_FOCUS_KEY, focus_filled(plan, sheet, activity), key);
    put_rank(plan, sheet, activity,
             &(struct rank){GP_COL_FOCUS, GP_COL_FOCUS_KEY,
                            (size_t)plan->report->policy->focus_count,
                            place_in(profile->focus, profile->focus_count, activity)});
}

static const char *talk_formula(const struct gp_plan *plan, size_t activity) {
    size_t row = GP_ASSESSMENT_FIRST + activity;
    const char *gap = gp_assessment_at(plan, activity, GP_COL_GAP_TARGET);
    const char *interest = gp_assessment_at(plan, activity, GP_COL_INTEREST);
    const char *header = gp_ref_fixed(plan->memory, GP_ASSESSMENT_HEADER, GP_COL_TALK);
    return gp_print(plan->memory,
                    "=IF(AND(%s=\"must\",ISNUMBER(%s),ISNUMBER(%s)),IF(AND(%s>0,%s<%g),"
                    "COUNT(%s:%s)+1,\"\"),\"\")",
                    gp_assessment_at(plan, activity, GP_COL_MUST), gap, interest, gap, interest,
                    gp_high_from(plan, GP_INTEREST), header,
                    gp_ref(plan->memory, row - 1, GP_COL_TALK));
}

static void put_talk(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_profile *profile = plan->profile;
    put_place(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_TALK,
              gp_filled_down(plan, sheet, activity, talk_formula),
              place_in(profile->talk_about, profile->talk_about_count, activity));
}

static const char *teach_formula(const struct gp_plan *plan, size_t activity) {
    return gp_print(plan->memory, "=IF(%s=\"%s\",(ROUND(%s*1000,0)*%d+%s)*%d+%s,\"\")",
                    gp_assessment_at(plan, activity, GP_COL_CLASS),
                    gp_class_for_person(GP_STRENGTH), gp_assessment_at(plan, activity, GP_COL_USED),
                    INTEREST_STEP, gp_assessment_at(plan, activity, GP_COL_INTEREST), ORDER_STEP,
                    order_text(plan));
}

static void put_teach(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_profile *profile = plan->profile;
    size_t row = GP_ASSESSMENT_FIRST + activity;
    int64_t key = -1;
    if (plan->detail->classes[activity] == GP_STRENGTH)
        key = ((int64_t)profile->skill[activity] * INTEREST_STEP +
               plan->answers[activity].axis[GP_INTEREST]) *
                  ORDER_STEP +
              (ORDER_STEP - 1 - (int64_t)activity);
    put_key(sheet, row, GP_COL_TEACH_KEY, gp_filled_down(plan, sheet, activity, teach_formula),
            key);
    put_rank(plan, sheet, activity,
             &(struct rank){GP_COL_TEACH, GP_COL_TEACH_KEY, GP_MOST_TO_TEACH,
                            place_in(profile->can_teach, profile->can_teach_count, activity)});
}

// The widest first: levels apart, then ladder order.
static const char *apart_formula(const struct gp_plan *plan, size_t activity) {
    const char *own = gp_assessment_at(plan, activity, GP_COL_SKILL);
    const char *manager = gp_assessment_at(plan, activity, GP_COL_MANAGER);
    return gp_print(plan->memory,
                    "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(ABS(%s-%s)>=%d,ABS(%s-%s)*%d+%s,\"\"),"
                    "\"\")",
                    own, manager, own, manager, GP_APART_LEVELS, own, manager, ORDER_STEP,
                    order_text(plan));
}

static void put_apart(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_profile *profile = plan->profile;
    const struct gp_answer *answer = &plan->answers[activity];
    size_t place = place_in(profile->apart, profile->apart_count, activity);
    int order = ORDER_STEP - 1 - (int)activity;
    int levels = answer->axis[GP_SKILL] - answer->manager_skill;
    put_key(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_APART_KEY,
            gp_filled_down(plan, sheet, activity, apart_formula),
            place > 0 ? (int64_t)(levels > 0 ? levels : -levels) * ORDER_STEP + order : -1);
    put_rank(plan, sheet, activity,
             &(struct rank){GP_COL_APART, GP_COL_APART_KEY, plan->report->ladder->activity_count,
                            place});
}

static const char *brings_formula(const struct gp_plan *plan, size_t activity) {
    size_t row = GP_ASSESSMENT_FIRST + activity;
    const char *gap = gp_assessment_at(plan, activity, GP_COL_GAP_TARGET);
    return gp_print(plan->memory, "=IF(ISNUMBER(%s),IF(AND(%s=0,%s>0),COUNT(%s:%s)+1,\"\"),\"\")",
                    gap, gap, gp_assessment_at(plan, activity, GP_COL_TARGET),
                    gp_ref_fixed(plan->memory, GP_ASSESSMENT_HEADER, GP_COL_BRINGS),
                    gp_ref(plan->memory, row - 1, GP_COL_BRINGS));
}

static void put_brings(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    const struct gp_profile *profile = plan->profile;
    put_place(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_BRINGS,
              gp_filled_down(plan, sheet, activity, brings_formula),
              place_in(profile->brings, profile->brings_count, activity));
}

// The must-haves first, then what is apart and not among them.
static const char *talk_order_formula(const struct gp_plan *plan, size_t activity) {
    const char *talk = gp_assessment_at(plan, activity, GP_COL_TALK);
    const char *apart = gp_assessment_at(plan, activity, GP_COL_APART);
    const char *talks = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, GP_COL_TALK,
                                     gp_assessment_last(plan), GP_COL_TALK);
    const char *aparts = gp_ref_range(plan->memory, NULL, GP_ASSESSMENT_FIRST, GP_COL_APART,
                                      gp_assessment_last(plan), GP_COL_APART);
    return gp_print(plan->memory,
                    "=IF(ISNUMBER(%s),%s,IF(ISNUMBER(%s),COUNT(%s)+SUMPRODUCT(ISNUMBER(%s)*"
                    "(1-ISNUMBER(%s))*(%s<=%s)),\"\"))",
                    talk, talk, apart, talks, aparts, talks, aparts, apart);
}

static void put_talk_order(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    put_place(sheet, GP_ASSESSMENT_FIRST + activity, GP_COL_TALK_ORDER,
              gp_filled_down(plan, sheet, activity, talk_order_formula),
              place_in(plan->talk, plan->talk_count, activity));
}

void gp_put_places(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity) {
    put_focus(plan, sheet, activity);
    put_talk(plan, sheet, activity);
    put_apart(plan, sheet, activity);
    put_teach(plan, sheet, activity);
    put_brings(plan, sheet, activity);
    put_talk_order(plan, sheet, activity);
}
