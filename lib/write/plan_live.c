#include "model/words.h"
#include "write/grid.h"
#include "write/plan_book.h"

// The decimal point is put in by hand: what a number format makes of it hangs on the locale.
struct gp_live gp_live_score(const struct gp_plan *plan, const char *cell, gp_permille share) {
    const char *permille = gp_print(plan->memory, "ROUND(1000*%s,0)", cell);
    return (struct gp_live){
        gp_print(plan->memory, "IF(%s=\"\",\"\",INT(%s/1000)&\".\"&RIGHT(\"00\"&MOD(%s,1000),3))",
                 cell, permille, permille),
        share == GP_NO_SHARE ? "" : gp_share_text(plan->memory, share)};
}

struct gp_live gp_live_percent(const struct gp_plan *plan, const char *cell, gp_permille share) {
    return (struct gp_live){
        gp_print(plan->memory, "IF(%s=\"\",\"\",ROUND(ROUND(1000*%s,0)/10,0)&\" %%\")", cell, cell),
        share == GP_NO_SHARE
            ? ""
            : gp_print(plan->memory, "%u %%", (unsigned)gp_divide_half_up(share, 10))};
}

struct gp_live gp_live_band(const struct gp_plan *plan, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    const char *gate = gp_summary_cell(plan, rung, GP_SUM_GATE);
    const char *word = gp_band_word(readiness->band);
    return (struct gp_live){
        gp_print(plan->memory, "%s&IF(%s=\"none\",\"\",\"; blocked first by: \"&%s)",
                 gp_summary_cell(plan, rung, GP_SUM_BAND), gate, gate),
        readiness->first_gate == GP_NO_GATE ? word
                                            : gp_print(plan->memory, "%s; blocked first by: %s",
                                                       word, gp_gate_word(readiness->first_gate))};
}

struct gp_live gp_live_raters(const struct gp_plan *plan, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    const char *self = gp_summary_cell(plan, rung, GP_SUM_SELF);
    struct gp_live own = gp_live_score(plan, self, readiness->raters[GP_SELF]);
    struct gp_live managers = gp_live_score(plan, gp_summary_cell(plan, rung, GP_SUM_MANAGER),
                                            readiness->raters[GP_MANAGER]);
    struct gp_live spread =
        gp_live_score(plan, gp_summary_cell(plan, rung, GP_SUM_SPREAD), readiness->spread);
    return (struct gp_live){
        gp_print(plan->memory, "IF(%s=\"\",\"\",\"self \"&%s&\", manager \"&%s&\", spread \"&%s)",
                 self, own.formula, managers.formula, spread.formula),
        readiness->spread == GP_NO_SHARE ? ""
                                         : gp_print(plan->memory, "self %s, manager %s, spread %s",
                                                    own.value, managers.value, spread.value)};
}

struct gp_live gp_live_lines(const struct gp_plan *plan, struct gp_live one, struct gp_live other) {
    bool both = one.value[0] != '\0' && other.value[0] != '\0';
    return (struct gp_live){
        gp_print(plan->memory, "%s&IF(OR(%s=\"\",%s=\"\"),\"\",CHAR(10))&%s", one.formula,
                 one.formula, other.formula, other.formula),
        gp_print(plan->memory, "%s%s%s", one.value, both ? "\n" : "", other.value)};
}

static bool any_interest(const struct gp_plan *plan) {
    for (size_t i = 0; i < plan->report->ladder->activity_count; i++)
        if (gp_rated(plan->answers[i].axis[GP_INTEREST]))
            return true;
    return false;
}

struct gp_live gp_live_by_interest(const struct gp_plan *plan, const char *none, const char *any) {
    return (struct gp_live){gp_print(plan->memory, "IF(COUNT(%s)=0,\"%s\",\"%s\")",
                                     gp_assessment_range(plan, GP_COL_INTEREST), none, any),
                            any_interest(plan) ? any : none};
}

struct gp_live gp_live_no_focus(const struct gp_plan *plan) {
    static const char unrated[] = "Nothing is rated yet: rate skill and interest on Assessment.";
    static const char no_gap[] = "There is no gap to the target in what is rated.";
    static const char no_interest[] =
        "No interest is rated, and the list takes what one is keen on: rate it on Assessment.";
    static const char low_interest[] = "There are gaps to the target, but none with high interest.";
    const struct gp_profile *profile = plan->profile;
    bool rated = false, gap = false;
    for (size_t i = 0; i < plan->report->ladder->activity_count; i++) {
        rated = rated || profile->skill[i] >= 0;
        gap = gap || profile->gap_target[i] > 0;
    }
    struct gp_live keen = gp_live_by_interest(plan, no_interest, low_interest);
    return (struct gp_live){
        gp_print(plan->memory,
                 "IF(COUNT(%s)>0,\"\",IF(COUNT(%s)=0,\"%s\",IF(COUNTIF(%s,\">0\")=0,\"%s\",%s)))",
                 gp_assessment_range(plan, GP_COL_FOCUS), gp_assessment_range(plan, GP_COL_USED),
                 unrated, gp_assessment_range(plan, GP_COL_GAP_TARGET), no_gap, keen.formula),
        profile->focus_count > 0 ? ""
        : !rated                 ? unrated
        : !gap                   ? no_gap
                                 : keen.value};
}

void gp_put_live(const struct gp_plan *plan, struct gp_sheet *sheet, struct gp_area area,
                 struct gp_live live, enum gp_style style) {
    gp_put_merged_formula(sheet, area, gp_print(plan->memory, "=%s", live.formula), live.value,
                          style);
}
