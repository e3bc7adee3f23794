#include "model/words.h"
#include "write/plan_book.h"

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
    struct gp_live own = gp_live_percent(plan, self, readiness->raters[GP_SELF]);
    struct gp_live managers = gp_live_percent(plan, gp_summary_cell(plan, rung, GP_SUM_MANAGER),
                                              readiness->raters[GP_MANAGER]);
    struct gp_live spread =
        gp_live_percent(plan, gp_summary_cell(plan, rung, GP_SUM_SPREAD), readiness->spread);
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

void gp_put_live(const struct gp_plan *plan, struct gp_sheet *sheet, struct gp_area area,
                 struct gp_live live, enum gp_style style) {
    gp_put_merged_formula(sheet, area, gp_print(plan->memory, "=%s", live.formula), live.value,
                          style);
}
