#include "write/plan_page.h"
#include "model/words.h"

enum { STANDING_HEIGHT = 33, CAUTION_HEIGHT = 28 }; // points
enum { ROW_FACTS = 3, ROW_STANDING = 6, ROW_FACETS = 10 };

// What the columns beside the facets are wide, in pixels: a wider chart loses its border in print.
enum { CHART_WIDTH = 500, COLUMN_WIDTH = 68 };

static bool is_outside(const struct gp_plan *plan) {
    return plan->person->rung == GP_NO_RUNG;
}

static const char *title_of(const struct gp_plan *plan, size_t rung) {
    return rung == GP_NO_RUNG ? "" : plan->report->ladder->rungs[rung].title;
}

const char *gp_how_target_was_found(const struct gp_plan *plan) {
    return gp_target_found(plan->person, plan->profile);
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
    const char *target = title_of(plan, plan->profile->target);
    const struct {
        size_t column;
        const char *label, *fact;
    } facts[] = {
        {GP_PAGE_NUMBER, "Role now", gp_role_now(plan)},
        {GP_PAGE_A, gp_print(plan->memory, "Works towards%s", gp_how_target_was_found(plan)),
         target},
        {GP_PAGE_TEXT, "Manager",
         person->manager_name[0] != '\0' ? person->manager_name : "not given"},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        gp_put_text(sheet, ROW_FACTS, facts[i].column, facts[i].label, GP_STYLE_LABEL);
        gp_put_text(sheet, ROW_FACTS + 1, facts[i].column, facts[i].fact, GP_STYLE_FACT);
    }
}

// One line of where the person stands: score, range, band, what blocks, and how the raters differ.
static void put_standing_row(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                             size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    const struct {
        size_t column, source;
        gp_permille share;
    } shares[] = {{GP_PAGE_A, GP_SUM_SCORE, readiness->score},
                  {GP_PAGE_B, GP_SUM_LOW, readiness->low},
                  {GP_PAGE_C, GP_SUM_HIGH, readiness->high}};
    gp_put_merged(sheet, (struct gp_area){row, GP_PAGE_NUMBER, row, GP_PAGE_NAME},
                  gp_print(plan->memory, "%s%s", title_of(plan, rung), gp_rung_mark(plan, rung)),
                  GP_STYLE_TEXT);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        gp_put_share_formula(
            sheet, row, shares[i].column,
            gp_print(plan->memory, "=%s", gp_summary_cell(plan, rung, shares[i].source)),
            shares[i].share, GP_STYLE_SHARE);
    gp_put_share_formula(
        sheet, row, GP_PAGE_D,
        gp_print(plan->memory, "=%s", gp_gate_figure_cell(plan, rung, GP_GATE_ANSWERED)),
        readiness->answered, GP_STYLE_PERCENT);
    gp_put_live(plan, sheet, (struct gp_area){row, GP_PAGE_TEXT, row, GP_PAGE_TEXT},
                gp_live_lines(plan, gp_live_band(plan, rung), gp_live_raters(plan, rung)),
                GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, STANDING_HEIGHT);
}

void gp_put_page_headers(struct gp_sheet *sheet, size_t row, const char *const *titles) {
    for (size_t i = 0; i < GP_PAGE_COLUMNS; i++)
        if (titles[i] != NULL)
            gp_put_text(sheet, row, i, titles[i], GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, GP_PAGE_HEADER_HEIGHT);
}

static void put_standing(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const char *const titles[GP_PAGE_COLUMNS] = {
        NULL, NULL, "Score", "Lowest", "Highest", "Rated", "Where that is"};
    size_t row = ROW_STANDING, now = plan->person->rung, target = plan->profile->target;
    gp_put_page_headers(sheet, row, titles);
    gp_put_merged(sheet, (struct gp_area){row, GP_PAGE_NUMBER, row, GP_PAGE_NAME}, "Rung",
                  GP_STYLE_HEADER);
    if (now != GP_NO_RUNG)
        put_standing_row(plan, sheet, ++row, now);
    if (target != GP_NO_RUNG && target != now)
        put_standing_row(plan, sheet, ++row, target);
}

static const char *facet_cell(const struct gp_plan *plan, size_t facet, size_t rung) {
    return gp_print(plan->memory, GP_READINESS "!%s",
                    gp_ref_fixed(plan->memory, plan->layout.facets + 1 + facet, 1 + rung));
}

// The rows that the facets and the chart beside them take: a chart wants room for its legend.
static size_t facet_rows(const struct gp_plan *plan) {
    enum { LEAST = 8 };
    size_t facets = plan->report->ladder->facet_count;
    return facets > LEAST ? facets : LEAST;
}

// The figures of the chart beside it: facets by role now and target.
static void put_facet_table(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const size_t rungs[] = {plan->person->rung, plan->profile->target};
    size_t first = is_outside(plan) ? 1 : 0; // without a rung there is no "Now"
    gp_put_merged(sheet, (struct gp_area){ROW_FACETS, GP_PAGE_NUMBER, ROW_FACETS, GP_PAGE_NAME},
                  "By facet", GP_STYLE_HEADER);
    gp_sheet_height(sheet, ROW_FACETS, GP_PAGE_HEADER_HEIGHT);
    for (size_t i = first; i < 2; i++)
        gp_put_text(sheet, ROW_FACETS, GP_PAGE_A + i - first, i == 0 ? "Now" : "Target",
                    GP_STYLE_HEADER);
    for (size_t row = ROW_FACETS + 1; row <= ROW_FACETS + facet_rows(plan); row++)
        gp_sheet_height(sheet, row, GP_PAGE_LINE_HEIGHT);
    for (size_t f = 0; f < ladder->facet_count; f++) {
        size_t row = ROW_FACETS + 1 + f;
        gp_put_merged(sheet, (struct gp_area){row, GP_PAGE_NUMBER, row, GP_PAGE_NAME},
                      ladder->facets[f].name, GP_STYLE_TEXT);
        for (size_t i = first; i < 2; i++) {
            size_t column = GP_PAGE_A + i - first;
            if (rungs[i] == GP_NO_RUNG) {
                gp_put_text(sheet, row, column, "", GP_STYLE_PERCENT);
                continue;
            }
            const char *cell = facet_cell(plan, f, rungs[i]);
            gp_put_share_formula(sheet, row, column, gp_print(plan->memory, "=%s", cell),
                                 plan->profile->readiness[rungs[i]].facets[f], GP_STYLE_PERCENT);
        }
    }
}

static void put_facet_chart(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_facet_cells cells = {
        .sheet = "Plan",
        .first_row = ROW_FACETS + 1,
        .names = GP_PAGE_NUMBER,
        .values = {GP_PAGE_A, is_outside(plan) ? GP_PAGE_A : GP_PAGE_B},
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
        .width = is_outside(plan) ? CHART_WIDTH + COLUMN_WIDTH : CHART_WIDTH,
        .height = (unsigned)(28 * (facet_rows(plan) + 1))};
    gp_sheet_chart(sheet, ROW_FACETS, is_outside(plan) ? GP_PAGE_B : GP_PAGE_C, &chart);
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
        sheet, (struct gp_area){row, 0, row, GP_PAGE_COLUMNS - 1},
        gp_print(plan->memory, "=IF(COUNT(%s)=0,\"%s\",\"\")&\"%s\"",
                 gp_assessment_range(plan, GP_COL_MANAGER), self_only, always),
        gp_print(plan->memory, "%s%s", has_manager_ratings(plan) ? "" : self_only, always),
        GP_STYLE_NOTE);
}

void gp_put_plan_page(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const double widths[GP_PAGE_COLUMNS] = {4, 32, 9, 9, 9, 9, 52};
    for (size_t i = 0; i < GP_PAGE_COLUMNS; i++)
        gp_sheet_width(sheet, i, i, widths[i]);
    gp_sheet_hide_gridlines(sheet);
    put_heading(plan, sheet);
    put_standing(plan, sheet);
    put_facet_table(plan, sheet);
    put_facet_chart(plan, sheet);
    size_t row = ROW_FACETS + facet_rows(plan) + 2;
    row = gp_put_focus_list(plan, sheet, row) + 1;
    row = gp_put_talk_and_teach(plan, sheet, row);
    put_caution(plan, sheet, row);
    gp_sheet_height(sheet, row, CAUTION_HEIGHT);
    gp_sheet_print(sheet, false, 1, 0, 0);
    gp_sheet_print_area(sheet, row, GP_PAGE_COLUMNS - 1);
}
