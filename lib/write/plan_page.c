#include "model/words.h"
#include "write/plan_readiness.h"

// Columns of the page.
enum { COL_NUMBER, COL_NAME, COL_A, COL_B, COL_C, COL_D, COL_TEXT, PAGE_COLUMNS };
#define NO_ACTIVITY ((size_t)-1)
enum { HEADER_HEIGHT = 22, LINE_HEIGHT = 21, FOCUS_HEIGHT = 48 }; // points
enum { ROW_FACTS = 3, ROW_STANDING = 6, ROW_FACETS = 10 };

static const char *summary_cell(const struct gp_plan *plan, size_t rung, size_t column) {
    return gp_print(plan->memory, GP_READINESS "!%s",
                    gp_ref_fixed(plan->memory, plan->layout.summary + 1 + rung, column));
}

static const char *title_of(const struct gp_plan *plan, size_t rung) {
    return rung == GP_NO_RUNG ? "" : plan->report->ladder->rungs[rung].title;
}

// What to say of a target that the roster does not name.
static const char *how_target_was_found(const struct gp_plan *plan) {
    if (plan->profile->target_named)
        return "";
    if (plan->person->rung == GP_NO_RUNG)
        return " (the nearest entry)";
    return plan->profile->target == plan->person->rung ? " (the role held)" : " (the next rung)";
}

static void put_heading(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_report *report = plan->report;
    const struct gp_person *person = plan->person;
    gp_put_text(sheet, 0, 0, gp_print(plan->memory, "Growth plan: %s", person->name),
                GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 30);
    gp_put_text(sheet, 1, 0,
                gp_print(plan->memory,
                         "Professional Growth Plan, %s. A page to talk over, not a grade.",
                         gp_date_text(plan->memory, report->as_of)),
                GP_STYLE_SUBTITLE);
    const char *role = person->role[0] != '\0' ? person->role : "not given";
    const char *target = title_of(plan, plan->profile->target);
    const struct {
        size_t column;
        const char *label, *fact;
    } facts[] = {
        {COL_NUMBER, "Role now", role},
        {COL_A, "Works towards",
         gp_print(plan->memory, "%s%s", target, how_target_was_found(plan))},
        {COL_TEXT, "Manager", person->manager_name[0] != '\0' ? person->manager_name : "not given"},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        gp_put_text(sheet, ROW_FACTS, facts[i].column, facts[i].label, GP_STYLE_LABEL);
        gp_put_text(sheet, ROW_FACTS + 1, facts[i].column, facts[i].fact, GP_STYLE_FACT);
    }
}

// One line of where the person stands: score, range, band, what blocks.
static void put_standing_row(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                             size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    const struct {
        size_t column, source;
        gp_permille share;
    } shares[] = {{COL_A, GP_SUM_SCORE, readiness->score},
                  {COL_B, GP_SUM_LOW, readiness->low},
                  {COL_C, GP_SUM_HIGH, readiness->high}};
    gp_put_merged(sheet, (struct gp_area){row, COL_NUMBER, row, COL_NAME},
                  gp_print(plan->memory, "%s%s", title_of(plan, rung),
                           rung == plan->person->rung ? " (now)" : ""),
                  GP_STYLE_TEXT);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        gp_put_share_formula(
            sheet, row, shares[i].column,
            gp_print(plan->memory, "=%s", summary_cell(plan, rung, shares[i].source)),
            shares[i].share, GP_STYLE_PERCENT);
    const char *answered = gp_ref_fixed(plan->memory, plan->layout.gates + 1 + rung,
                                        gp_gate_column(GP_GATE_ANSWERED) - 1);
    gp_put_share_formula(sheet, row, COL_D,
                         gp_print(plan->memory, "=" GP_READINESS "!%s", answered),
                         readiness->answered, GP_STYLE_PERCENT);
    gp_sheet_height(sheet, row, LINE_HEIGHT);
    const char *band = summary_cell(plan, rung, GP_SUM_BAND);
    const char *gate = summary_cell(plan, rung, GP_SUM_GATE);
    const char *word = gp_band_word(readiness->band);
    bool blocked = readiness->first_gate != GP_NO_GATE;
    gp_put_formula_text(sheet, row, COL_TEXT,
                        gp_print(plan->memory,
                                 "=%s&IF(%s=\"none\",\"\",\"; blocked first by: \"&%s)", band, gate,
                                 gate),
                        blocked ? gp_print(plan->memory, "%s; blocked first by: %s", word,
                                           gp_gate_word(readiness->first_gate))
                                : word,
                        GP_STYLE_TEXT);
}

static void put_headers(struct gp_sheet *sheet, size_t row, const char *const *titles) {
    for (size_t i = 0; i < PAGE_COLUMNS; i++)
        if (titles[i] != NULL)
            gp_put_text(sheet, row, i, titles[i], GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, HEADER_HEIGHT);
}

static void put_standing(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const char *const titles[PAGE_COLUMNS] = {NULL,      NULL,    "Score",        "Lowest",
                                                     "Highest", "Rated", "Where that is"};
    size_t row = ROW_STANDING, now = plan->person->rung, target = plan->profile->target;
    put_headers(sheet, row, titles);
    gp_put_merged(sheet, (struct gp_area){row, COL_NUMBER, row, COL_NAME}, "Rung", GP_STYLE_HEADER);
    if (now != GP_NO_RUNG)
        put_standing_row(plan, sheet, ++row, now);
    if (target != GP_NO_RUNG && target != now)
        put_standing_row(plan, sheet, ++row, target);
}

static const char *facet_cell(const struct gp_plan *plan, size_t facet, size_t rung) {
    return gp_print(plan->memory, GP_READINESS "!%s",
                    gp_ref_fixed(plan->memory, plan->layout.facets + 1 + facet, 1 + rung));
}

// The figures of the chart beside it: facets by role now and target.
static void put_facet_table(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const size_t rungs[] = {plan->person->rung, plan->profile->target};
    gp_put_merged(sheet, (struct gp_area){ROW_FACETS, COL_NUMBER, ROW_FACETS, COL_NAME}, "By facet",
                  GP_STYLE_HEADER);
    gp_sheet_height(sheet, ROW_FACETS, HEADER_HEIGHT);
    gp_put_text(sheet, ROW_FACETS, COL_A, "Now", GP_STYLE_HEADER);
    gp_put_text(sheet, ROW_FACETS, COL_B, "Target", GP_STYLE_HEADER);
    for (size_t f = 0; f < ladder->facet_count; f++) {
        size_t row = ROW_FACETS + 1 + f;
        gp_put_merged(sheet, (struct gp_area){row, COL_NUMBER, row, COL_NAME},
                      ladder->facets[f].name, GP_STYLE_TEXT);
        gp_sheet_height(sheet, row, LINE_HEIGHT);
        for (size_t i = 0; i < 2; i++) {
            if (rungs[i] == GP_NO_RUNG) {
                gp_put_text(sheet, row, COL_A + i, "", GP_STYLE_PERCENT);
                continue;
            }
            const char *cell = facet_cell(plan, f, rungs[i]);
            gp_put_share_formula(sheet, row, COL_A + i, gp_print(plan->memory, "=%s", cell),
                                 plan->profile->readiness[rungs[i]].facets[f], GP_STYLE_PERCENT);
        }
    }
}

static void put_facet_chart(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_facet_cells cells = {.sheet = "Plan",
                                         .first_row = ROW_FACETS + 1,
                                         .names = COL_NUMBER,
                                         .values = {COL_A, COL_B},
                                         .titles = {"Role now", "Target"}};
    struct gp_series series[2];
    size_t count = gp_facet_series(plan, &cells, series);
    const struct gp_chart chart = {
        .kind = GP_CHART_BAR,
        .title = "Share of what is expected",
        .description = "Bar chart of the share of what the role now and the target expect, by "
                       "facet; the figures stand in the table beside it.",
        .series = series,
        .series_count = count,
        .highest = 1,
        .percent = true,
        .width = 520,
        .height = (unsigned)(28 * (plan->report->ladder->facet_count + 1))};
    gp_sheet_chart(sheet, ROW_FACETS, COL_C, &chart);
}

// =the cell of a column of Assessment in the row whose `place` column says `k`; "" if none does.
static const char *lookup(const struct gp_plan *plan, enum gp_assessment_column column,
                          enum gp_assessment_column place, size_t k, const char *suffix) {
    return gp_print(plan->memory, "=IFERROR(INDEX(%s,MATCH(%zu,%s,0))%s,\"\")",
                    gp_assessment_range(plan, column), k, gp_assessment_range(plan, place), suffix);
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
    gp_put_number(sheet, row, COL_NUMBER, (double)k, GP_STYLE_CENTER);
    gp_put_formula_text(sheet, row, COL_NAME,
                        lookup(plan, GP_COL_ACTIVITY, GP_COL_FOCUS, k, "&\"\""),
                        there ? ladder->activities[activity].name : "", GP_STYLE_WRAP);
    for (size_t i = 0; i < 4; i++)
        gp_put_level_formula(sheet, row, COL_A + i, lookup(plan, sources[i], GP_COL_FOCUS, k, ""),
                             levels[i]);
    gp_put_formula_text(sheet, row, COL_TEXT, lookup(plan, GP_COL_TRY, GP_COL_FOCUS, k, "&\"\""),
                        there ? ladder->activities[activity].try_next : "", GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, FOCUS_HEIGHT);
}

static size_t put_focus(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const char *const titles[PAGE_COLUMNS] = {"#",   "Focus list", "You",          "Target",
                                                     "Gap", "Interest",   "Try this next"};
    put_headers(sheet, row, titles);
    size_t count = (size_t)plan->report->policy->focus_count;
    for (size_t k = 1; k <= count; k++)
        put_focus_row(plan, sheet, row + k, k);
    return row + count + 1;
}

static void put_name(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row, size_t column,
                     enum gp_assessment_column place, size_t k) {
    const struct gp_profile *profile = plan->profile;
    const size_t *list = place == GP_COL_TALK ? profile->talk_about : profile->can_teach;
    size_t count = place == GP_COL_TALK ? profile->talk_about_count : profile->can_teach_count;
    const char *name = k <= count ? plan->report->ladder->activities[list[k - 1]].name : "";
    const char *formula = lookup(plan, GP_COL_ACTIVITY, place, k, "&\"\"");
    if (column == COL_TEXT)
        gp_put_formula_text(sheet, row, column, formula, name, GP_STYLE_TEXT);
    else
        gp_put_merged_formula(sheet, (struct gp_area){row, column, row, COL_D}, formula, name,
                              GP_STYLE_TEXT);
}

static size_t put_talk_and_teach(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    gp_put_merged(sheet, (struct gp_area){row, COL_NUMBER, row, COL_D},
                  "Talk about this: the target turns on it, the interest is low", GP_STYLE_HEADER);
    gp_put_text(sheet, row, COL_TEXT, "You could teach this", GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, HEADER_HEIGHT);
    for (size_t k = 1; k <= GP_MOST_TO_TEACH; k++) {
        put_name(plan, sheet, row + k, COL_NUMBER, GP_COL_TALK, k);
        put_name(plan, sheet, row + k, COL_TEXT, GP_COL_TEACH, k);
        gp_sheet_height(sheet, row + k, LINE_HEIGHT);
    }
    return row + GP_MOST_TO_TEACH + 1;
}

static bool has_manager_ratings(const struct gp_plan *plan) {
    for (size_t i = 0; i < plan->report->ladder->activity_count; i++)
        if (gp_rated(plan->answers[i].manager_skill))
            return true;
    return false;
}

// What to bear in mind; follows once a manager has rated.
static void put_caution(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const char self_only[] = "From self-ratings alone, which tend to run high. ";
    static const char always[] =
        "Readiness is necessary, not sufficient: it opens the talk about a "
        "role, it does not decide it.";
    gp_put_merged_formula(
        sheet, (struct gp_area){row, 0, row, PAGE_COLUMNS - 1},
        gp_print(plan->memory, "=IF(COUNT(%s)=0,\"%s\",\"\")&\"%s\"",
                 gp_assessment_range(plan, GP_COL_MANAGER), self_only, always),
        gp_print(plan->memory, "%s%s", has_manager_ratings(plan) ? "" : self_only, always),
        GP_STYLE_NOTE);
}

void gp_put_plan_page(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const double widths[PAGE_COLUMNS] = {4, 32, 9, 9, 9, 9, 52};
    for (size_t i = 0; i < PAGE_COLUMNS; i++)
        gp_sheet_width(sheet, i, i, widths[i]);
    gp_sheet_hide_gridlines(sheet);
    put_heading(plan, sheet);
    put_standing(plan, sheet);
    put_facet_table(plan, sheet);
    put_facet_chart(plan, sheet);
    size_t row = ROW_FACETS + plan->report->ladder->facet_count + 2;
    row = put_focus(plan, sheet, row) + 1;
    row = put_talk_and_teach(plan, sheet, row);
    put_caution(plan, sheet, row);
    gp_sheet_height(sheet, row, 28);
    gp_sheet_print(sheet, false, 1, 0, 0);
    gp_sheet_print_area(sheet, row, PAGE_COLUMNS - 1);
}
