#include "write/plan_readiness.h"
#include "model/words.h"

// The sheet prints on one page unless the ladder has more must-haves than can be read there.
enum { ONE_PAGE_OF_MUST_HAVES = 60 };

// Rows of the working, both inclusive.
struct rows {
    size_t first, last;
};

static struct rows rows_of(const struct gp_plan *plan, enum gp_work_rows rows) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t first = plan->layout.work + 1, last = first + ladder->activity_count - 1;
    size_t product = gp_activities_of_side(ladder, GP_PRODUCT_SIDE);
    if (rows == GP_WORK_PRODUCT)
        last = first + product - 1;
    else if (rows == GP_WORK_PEOPLE)
        first += product;
    return (struct rows){first, last};
}

const char *gp_work_column(const struct gp_plan *plan, size_t column, enum gp_work_rows rows) {
    struct rows at = rows_of(plan, rows);
    return gp_ref_range(plan->memory, NULL, at.first, column, at.last, column);
}

const char *gp_work_column_right(const struct gp_plan *plan, size_t column,
                                 enum gp_work_rows rows) {
    struct rows at = rows_of(plan, rows);
    return gp_ref_range_right(plan->memory, at.first, column, at.last, column);
}

size_t gp_activities_of_side(const struct gp_ladder *ladder, enum gp_side side) {
    size_t count = 0;
    for (size_t i = 0; i < ladder->facet_count; i++)
        count += ladder->facets[i].side == side ? ladder->facets[i].count : 0;
    return count;
}

size_t gp_expected_column(size_t rung) {
    return GP_WORK_FIRST_RUNG + rung;
}

size_t gp_credit_column(const struct gp_plan *plan, size_t rung) {
    return GP_WORK_FIRST_RUNG + plan->report->ladder->rung_count + rung;
}

const char *gp_share_formula(const struct gp_plan *plan, const char *weights, const char *credits) {
    return gp_print(plan->memory,
                    "=IF(SUMPRODUCT(%s*ISNUMBER(%s))=0,\"\",ROUND(ROUND(1000*SUMPRODUCT(%s,%s),0)/"
                    "SUMPRODUCT(%s*ISNUMBER(%s)),0)/1000)",
                    weights, credits, weights, credits, weights, credits);
}

// Both sides joined by the hats of a rung; a side that is empty leaves the other whole.
static const char *hats_formula(const struct gp_plan *plan, size_t rung, const char *product,
                                const char *people) {
    const struct gp_rung *r = &plan->report->ladder->rungs[rung];
    return gp_print(plan->memory,
                    "=IF(AND(%s=\"\",%s=\"\"),\"\",IF(%s=\"\",%s,IF(%s=\"\",%s,ROUND((%d*ROUND("
                    "1000*%s,0)+%d*ROUND(1000*%s,0))/100,0)/1000)))",
                    product, people, product, people, people, product,
                    (int)r->hats[GP_PRODUCT_SIDE], product, (int)r->hats[GP_PEOPLE_SIDE], people);
}

static void put_side(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung,
                     enum gp_side side) {
    size_t row = plan->layout.summary + 1 + rung;
    size_t column = side == GP_PRODUCT_SIDE ? GP_SUM_PRODUCT : GP_SUM_PEOPLE;
    enum gp_work_rows rows = side == GP_PRODUCT_SIDE ? GP_WORK_PRODUCT : GP_WORK_PEOPLE;
    if (gp_activities_of_side(plan->report->ladder, side) == 0) {
        gp_put_text(sheet, row, column, "", GP_STYLE_SHARE);
        return;
    }
    gp_put_share_formula(sheet, row, column,
                         gp_share_formula(plan, gp_work_column(plan, GP_WORK_WEIGHT, rows),
                                          gp_work_column(plan, gp_credit_column(plan, rung), rows)),
                         plan->profile->readiness[rung].sides[side], GP_STYLE_SHARE);
}

static const char *range_cell(const struct gp_plan *plan, size_t rung, size_t row) {
    return gp_ref(plan->memory, plan->layout.range + row, 1 + rung);
}

// How far the raters are apart, of whole thousandths.
static const char *spread_formula(const struct gp_plan *plan, size_t rung) {
    size_t row = plan->layout.summary + 1 + rung;
    const char *self = gp_ref(plan->memory, row, GP_SUM_SELF);
    return gp_print(plan->memory, "=IF(%s=\"\",\"\",ABS(ROUND(1000*%s,0)-ROUND(1000*%s,0))/1000)",
                    self, self, gp_ref(plan->memory, row, GP_SUM_MANAGER));
}

static const char *gate_at(const struct gp_plan *plan, size_t rung, size_t gate) {
    return gp_ref(plan->memory, plan->layout.gates + 1 + rung, gp_gate_column(gate));
}

// The first gate, in order, that does not pass.
static const char *first_gate_formula(const struct gp_plan *plan, size_t rung) {
    const char *formula = "\"none\"";
    for (size_t gate = GP_GATE_COUNT; gate-- > 0;)
        formula = gp_print(plan->memory, "IF(%s<>\"pass\",\"%s\",%s)", gate_at(plan, rung, gate),
                           gp_gate_word(gate), formula);
    return gp_print(plan->memory, "=%s", formula);
}

static const char *band_formula(const struct gp_plan *plan, size_t rung) {
    const struct gp_policy *policy = plan->report->policy;
    size_t row = plan->layout.summary + 1 + rung;
    const char *answered = gate_at(plan, rung, GP_GATE_ANSWERED);
    const char *first = gp_ref(plan->memory, row, GP_SUM_GATE);
    const char *score = gp_ref(plan->memory, row, GP_SUM_SCORE);
    if (rung == plan->person->rung)
        return gp_print(plan->memory,
                        "=IF(OR(%s<>\"pass\",%s=\"\"),\"%s\",IF(%s=\"none\",\"%s\",\"%s\"))",
                        answered, score, gp_band_word(GP_BAND_UNANSWERED), first,
                        gp_band_word(GP_BAND_HOLDS), gp_band_word(GP_BAND_GROWING));
    return gp_print(
        plan->memory,
        "=IF(OR(%s<>\"pass\",%s=\"\"),\"%s\",IF(%s<%g,\"%s\",IF(%s<%g,\"%s\",IF(%s=\"none\",\"%s\","
        "\"%s\"))))",
        answered, score, gp_band_word(GP_BAND_UNANSWERED), score, policy->developing_from / 1000.0,
        gp_band_word(GP_BAND_EARLY), score, policy->nearly_from / 1000.0,
        gp_band_word(GP_BAND_DEVELOPING), first, gp_band_word(GP_BAND_READY),
        gp_band_word(GP_BAND_NEARLY));
}

// A cell of the summary that joins two sides.
struct joined {
    size_t column;
    const char *product, *people; // cells
    gp_permille share;
};

static void put_joined(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    size_t row = plan->layout.summary + 1 + rung;
    const struct joined cells[] = {
        {GP_SUM_SCORE, gp_ref(plan->memory, row, GP_SUM_PRODUCT),
         gp_ref(plan->memory, row, GP_SUM_PEOPLE), readiness->score},
        {GP_SUM_SELF, range_cell(plan, rung, GP_RANGE_SELF_PRODUCT),
         range_cell(plan, rung, GP_RANGE_SELF_PEOPLE), readiness->raters[GP_SELF]},
        {GP_SUM_MANAGER, range_cell(plan, rung, GP_RANGE_MANAGER_PRODUCT),
         range_cell(plan, rung, GP_RANGE_MANAGER_PEOPLE), readiness->raters[GP_MANAGER]},
        {GP_SUM_LOW, range_cell(plan, rung, GP_RANGE_LOW_PRODUCT),
         range_cell(plan, rung, GP_RANGE_LOW_PEOPLE), readiness->low},
        {GP_SUM_HIGH, range_cell(plan, rung, GP_RANGE_HIGH_PRODUCT),
         range_cell(plan, rung, GP_RANGE_HIGH_PEOPLE), readiness->high}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        gp_put_share_formula(sheet, row, cells[i].column,
                             hats_formula(plan, rung, cells[i].product, cells[i].people),
                             cells[i].share, GP_STYLE_SHARE);
}

static void put_summary_row(const struct gp_plan *plan, struct gp_sheet *sheet, size_t rung) {
    const struct gp_rung *r = &plan->report->ladder->rungs[rung];
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    size_t row = plan->layout.summary + 1 + rung;
    gp_put_text(sheet, row, GP_SUM_RUNG,
                gp_print(plan->memory, "%s%s", r->title, gp_rung_mark(plan, rung)), GP_STYLE_TEXT);
    gp_put_text(sheet, row, GP_SUM_PATH, gp_path_word(r->path), GP_STYLE_CENTER);
    put_side(plan, sheet, rung, GP_PRODUCT_SIDE);
    put_side(plan, sheet, rung, GP_PEOPLE_SIDE);
    put_joined(plan, sheet, rung);
    gp_put_share_formula(sheet, row, GP_SUM_SPREAD,
                         gp_filled_down(plan, sheet, rung, spread_formula), readiness->spread,
                         GP_STYLE_SHARE);
    // That of the rung one is on is another.
    size_t own = plan->person->rung;
    const char *band = gp_formula_above(sheet, rung > 0 && rung != own && rung - 1 != own);
    gp_put_formula_text(sheet, row, GP_SUM_BAND, band != NULL ? band : band_formula(plan, rung),
                        gp_band_word(readiness->band), GP_STYLE_CENTER);
    gp_put_formula_text(sheet, row, GP_SUM_GATE,
                        gp_filled_down(plan, sheet, rung, first_gate_formula),
                        gp_gate_word(readiness->first_gate), GP_STYLE_CENTER);
}

static void put_headers(struct gp_sheet *sheet, size_t row, const char *const *titles,
                        size_t count) {
    for (size_t i = 0; i < count; i++)
        gp_put_text(sheet, row, i, titles[i], GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, 34);
}

static const char *facet_formula(const struct gp_plan *plan, const struct gp_facet *facet,
                                 size_t rung) {
    size_t first = plan->layout.work + 1 + facet->first, last = first + facet->count - 1;
    size_t credit = gp_credit_column(plan, rung);
    return gp_share_formula(
        plan, gp_ref_range(plan->memory, NULL, first, GP_WORK_WEIGHT, last, GP_WORK_WEIGHT),
        gp_ref_range_right(plan->memory, first, credit, last, credit));
}

static void put_facet(const struct gp_plan *plan, struct gp_sheet *sheet, size_t index) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_facet *facet = &ladder->facets[index];
    size_t row = plan->layout.facets + 1 + index;
    gp_put_text(sheet, row, 0, facet->name, GP_STYLE_TEXT);
    for (size_t rung = 0; rung < ladder->rung_count; rung++) {
        const char *left = gp_formula_left(sheet, rung > 0);
        gp_put_share_formula(sheet, row, 1 + rung,
                             left != NULL ? left : facet_formula(plan, facet, rung),
                             plan->profile->readiness[rung].facets[index], GP_STYLE_PERCENT);
    }
}

// A column a rung, a row a facet: the chart and the facet gate read it.
static void put_facets(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t header = plan->layout.facets;
    gp_put_text(sheet, header - 1, 0, "Share of what each rung expects, by facet",
                GP_STYLE_SECTION);
    gp_put_text(sheet, header, 0, "Facet", GP_STYLE_HEADER);
    gp_sheet_height(sheet, header, 50);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        gp_put_text(sheet, header, 1 + rung, ladder->rungs[rung].title, GP_STYLE_HEADER);
    for (size_t f = 0; f < ladder->facet_count; f++)
        put_facet(plan, sheet, f);
    gp_sheet_heat(sheet,
                  (struct gp_area){header + 1, 1, header + ladder->facet_count, ladder->rung_count},
                  0, 1);
}

static void put_radar(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t now = plan->person->rung, target = plan->profile->target;
    const struct gp_facet_cells cells = {
        .sheet = GP_READINESS,
        .first_row = plan->layout.facets + 1,
        .values = {1 + now, 1 + target},
        .titles = {now == GP_NO_RUNG ? "" : ladder->rungs[now].title,
                   target == GP_NO_RUNG ? "" : ladder->rungs[target].title}};
    struct gp_series series[2];
    size_t count = gp_facet_series(plan, &cells, series);
    const struct gp_chart chart = {
        .kind = GP_CHART_RADAR,
        .title = "What each rung expects, and how much of it is there",
        .description = "Radar chart of the share of what the role now and the target expect, by "
                       "facet; the figures stand in the table above it.",
        .series = series,
        .series_count = count,
        .highest = 1,
        .percent = true,
        .width = 620,
        .height = 420};
    gp_sheet_chart(sheet, plan->layout.must_haves, GP_MUST_COLUMNS, &chart);
}

void gp_put_readiness(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const char *const titles[GP_SUM_COLUMNS] = {"Rung",
                                                       "Path",
                                                       "Score",
                                                       "Self",
                                                       "Manager",
                                                       "Spread",
                                                       "Lowest it may be",
                                                       "Highest it may be",
                                                       "Product side",
                                                       "People side",
                                                       "Band",
                                                       "First gate that blocks"};
    const struct gp_ladder *ladder = plan->report->ladder;
    gp_put_text(sheet, 0, 0, gp_print(plan->memory, "Readiness of %s", plan->person->name),
                GP_STYLE_TITLE);
    gp_put_text(sheet, 1, 0,
                "How much of what a rung expects is there, and what blocks it. Always of a person "
                "for a rung, never a grade of the person: necessary, not sufficient.",
                GP_STYLE_SUBTITLE);
    gp_sheet_width(sheet, 0, 0, 36);
    gp_sheet_width(sheet, 1, 9, 13);
    gp_sheet_width(sheet, GP_SUM_BAND, GP_SUM_GATE, 19);
    gp_sheet_width(sheet, GP_SUM_COLUMNS, GP_WORK_FIRST_RUNG + 2 * ladder->rung_count, 13);
    put_headers(sheet, plan->layout.summary, titles, GP_SUM_COLUMNS);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        put_summary_row(plan, sheet, rung);
    gp_put_readiness_gates(plan, sheet);
    put_facets(plan, sheet);
    put_radar(plan, sheet);
    gp_put_readiness_work(plan, sheet);
    gp_sheet_freeze(sheet, 0, 1);
    gp_sheet_print(sheet, true, plan->layout.must_have_count <= ONE_PAGE_OF_MUST_HAVES ? 1 : 0, 0,
                   0);
    gp_sheet_print_area(sheet, plan->layout.range - 2, GP_GATES_COLUMNS - 1);
}
