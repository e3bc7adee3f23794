#include "write/plan_page.h"

#define NO_ACTIVITY ((size_t)-1)
enum { FOCUS_HEIGHT = 48 }; // points

static const struct gp_live nothing = {"\"\"", ""};

// The place of an entry that is there.
static void put_number(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row, size_t k) {
    const char *formula = gp_print(plan->memory, "=IF(ISNUMBER(MATCH(%zu,%s,0)),%zu,\"\")", k,
                                   gp_assessment_range(plan, GP_COL_FOCUS), k);
    if (k <= plan->profile->focus_count)
        gp_put_formula_number(sheet, row, GP_PAGE_NUMBER, formula, (double)k, GP_STYLE_CENTER);
    else
        gp_put_formula_text(sheet, row, GP_PAGE_NUMBER, formula, "", GP_STYLE_CENTER);
}

static void put_focus_row(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                          size_t k) {
    const struct gp_profile *profile = plan->profile;
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t activity = k <= profile->focus_count ? profile->focus[k - 1] : NO_ACTIVITY;
    bool there = activity != NO_ACTIVITY;
    gp_level_milli levels[4] = {GP_NO_LEVEL, GP_NO_LEVEL, GP_NO_LEVEL, GP_NO_LEVEL};
    if (there) {
        levels[0] = profile->skill[activity];
        levels[1] = 1000 * gp_expected(ladder, profile->target, activity)->level;
        levels[2] = profile->gap_target[activity];
        levels[3] = 1000 * plan->answers[activity].axis[GP_INTEREST];
    }
    static const enum gp_assessment_column sources[4] = {GP_COL_USED, GP_COL_TARGET,
                                                         GP_COL_GAP_TARGET, GP_COL_INTEREST};
    put_number(plan, sheet, row, k);
    gp_put_formula_text(sheet, row, GP_PAGE_NAME,
                        gp_lookup(plan, GP_COL_ACTIVITY, GP_COL_FOCUS, k, "&\"\""),
                        there ? ladder->activities[activity].name : "", GP_STYLE_WRAP);
    for (size_t i = 0; i < 4; i++)
        gp_put_level_formula(sheet, row, GP_PAGE_A + i,
                             gp_lookup(plan, sources[i], GP_COL_FOCUS, k, ""), levels[i]);
    struct gp_live none = k == 1 ? gp_live_no_focus(plan) : nothing;
    gp_put_formula_text(sheet, row, GP_PAGE_TEXT,
                        gp_lookup_or(plan, GP_COL_TRY, GP_COL_FOCUS, k, none.formula),
                        there ? ladder->activities[activity].try_next : none.value, GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, FOCUS_HEIGHT);
}

size_t gp_put_focus_list(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const char *const titles[GP_PAGE_COLUMNS] = {
        "#", "Focus list", "You", "Target", "Gap", "Interest", "Try this next"};
    gp_put_page_headers(sheet, row, titles);
    size_t count = (size_t)plan->report->policy->focus_count;
    for (size_t k = 1; k <= count; k++)
        put_focus_row(plan, sheet, row + k, k);
    return row + count + 1;
}

// Why an activity of plan->talk is on it.
static const char *reason(const struct gp_plan *plan, size_t k) {
    size_t activity = plan->talk[k - 1];
    const struct gp_answer *answer = &plan->answers[activity];
    bool must = k <= plan->profile->talk_about_count, apart = false;
    for (size_t i = 0; i < plan->profile->apart_count; i++)
        apart = apart || plan->profile->apart[i] == activity;
    if (!apart)
        return "the role turns on it, interest is low";
    gp_rating own = answer->axis[GP_SKILL], manager = answer->manager_skill;
    return must ? gp_print(plan->memory, "interest is low; you say %d, manager %d", own, manager)
                : gp_print(plan->memory, "you say %d, your manager %d", own, manager);
}

// A cell of a column of Assessment in the row of the k-th to talk about.
static const char *talk_cell(const struct gp_plan *plan, enum gp_assessment_column column,
                             size_t k) {
    return gp_print(plan->memory, "INDEX(%s,MATCH(%zu,%s,0))", gp_assessment_range(plan, column), k,
                    gp_assessment_range(plan, GP_COL_TALK_ORDER));
}

static void put_talk(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row, size_t k) {
    bool there = k <= plan->talk_count;
    struct gp_live none =
        k == 1 ? (struct gp_live){"\"nothing so far\"", "nothing so far"} : nothing;
    struct gp_live why = k == 1 ? gp_live_by_interest(plan, "no interest is rated",
                                                      "nothing that is rated stands out")
                                : nothing;
    const char *name =
        there ? plan->report->ladder->activities[plan->talk[k - 1]].name : none.value;
    gp_put_merged_formula(sheet, (struct gp_area){row, GP_PAGE_NUMBER, row, GP_PAGE_NAME},
                          gp_lookup_or(plan, GP_COL_ACTIVITY, GP_COL_TALK_ORDER, k, none.formula),
                          name, GP_STYLE_TEXT);
    const char *own = talk_cell(plan, GP_COL_SKILL, k);
    const char *manager = talk_cell(plan, GP_COL_MANAGER, k);
    gp_put_merged_formula(
        sheet, (struct gp_area){row, GP_PAGE_A, row, GP_PAGE_D},
        gp_print(plan->memory,
                 "=IFERROR(IF(ISNUMBER(%s),IF(ISNUMBER(%s),\"interest is low; you say "
                 "\"&%s&\", manager \"&%s,\"the role turns on it, interest is low\"),"
                 "\"you say \"&%s&\", your manager \"&%s),%s)",
                 talk_cell(plan, GP_COL_TALK, k), talk_cell(plan, GP_COL_APART, k), own, manager,
                 own, manager, why.formula),
        there ? reason(plan, k) : why.value, GP_STYLE_TEXT);
}

static void put_teach(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row, size_t k) {
    const struct gp_profile *profile = plan->profile;
    bool there = k <= profile->can_teach_count;
    struct gp_live none =
        k == 1 ? gp_live_by_interest(plan, "nothing so far: no interest is rated",
                                     "nothing so far with high skill and high interest")
               : nothing;
    gp_put_formula_text(sheet, row, GP_PAGE_TEXT,
                        gp_lookup_or(plan, GP_COL_ACTIVITY, GP_COL_TEACH, k, none.formula),
                        there ? plan->report->ladder->activities[profile->can_teach[k - 1]].name
                              : none.value,
                        GP_STYLE_TEXT);
}

// The headers say how much more there is to talk about than the page has room for.
static void put_talk_headers(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const char rest[] = " (the rest is on Assessment)";
    bool more = plan->talk_count > GP_MOST_TO_TEACH;
    const char *count =
        gp_print(plan->memory, "COUNT(%s)", gp_assessment_range(plan, GP_COL_TALK_ORDER));
    gp_put_merged_formula(sheet, (struct gp_area){row, GP_PAGE_NUMBER, row, GP_PAGE_NAME},
                          gp_print(plan->memory,
                                   "=\"Talk about this\"&IF(%s>%d,\" (%d of \"&%s&\")\",\"\")",
                                   count, GP_MOST_TO_TEACH, GP_MOST_TO_TEACH, count),
                          more ? gp_print(plan->memory, "Talk about this (%d of %zu)",
                                          GP_MOST_TO_TEACH, plan->talk_count)
                               : "Talk about this",
                          GP_STYLE_HEADER);
    gp_put_merged_formula(
        sheet, (struct gp_area){row, GP_PAGE_A, row, GP_PAGE_D},
        gp_print(plan->memory, "=\"Why\"&IF(%s>%d,\"%s\",\"\")", count, GP_MOST_TO_TEACH, rest),
        gp_print(plan->memory, "Why%s", more ? rest : ""), GP_STYLE_HEADER);
    gp_put_text(sheet, row, GP_PAGE_TEXT, "You could teach this", GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, GP_PAGE_HEADER_HEIGHT);
}

size_t gp_put_talk_and_teach(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    put_talk_headers(plan, sheet, row);
    for (size_t k = 1; k <= GP_MOST_TO_TEACH; k++) {
        put_talk(plan, sheet, row + k, k);
        put_teach(plan, sheet, row + k, k);
        gp_sheet_height(sheet, row + k, GP_PAGE_LINE_HEIGHT);
    }
    return row + GP_MOST_TO_TEACH + 1;
}
