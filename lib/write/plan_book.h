// plan_book.h - the sheets of one person's Professional Growth Plan, and what they share.
//
// Ratings are typed into Assessment, facts such as years in product into Promotion; everything else
// follows them by plain formulas. Data flows one way: Assessment (ratings, gaps, class, focus
// order) and the facts -> Readiness (credit of each activity for each rung, scores, gates, band) ->
// Plan, Actions and the rest of Promotion. Where a formula stands, the analysis has worked out the
// same figure, and that is the cached value.
#ifndef GP_WRITE_PLAN_BOOK_H
#define GP_WRITE_PLAN_BOOK_H

#include "write/about.h"
#include "write/book.h"
#include "write/writers.h"

#define GP_ASSESSMENT "Assessment"
#define GP_READINESS "Readiness"
// The sheet on the move itself; the second is of somebody outside the ladder.
#define GP_PROMOTION "Promotion"
#define GP_MOVING_IN "Moving in"

// Columns of Assessment.
enum gp_assessment_column {
    GP_COL_FACET,
    GP_COL_ACTIVITY,
    GP_COL_SKILL, // the three axes stand side by side, in the order of enum gp_axis
    GP_COL_EXPERIENCE,
    GP_COL_INTEREST,
    GP_COL_MANAGER, // the manager's rating of the skill
    GP_COL_USED,    // the skill that counts
    GP_COL_NOW,     // expected at the rung held
    GP_COL_GAP_NOW,
    GP_COL_TARGET, // expected at the target
    GP_COL_GAP_TARGET,
    GP_COL_MUST, // "must" where the target turns on it
    GP_COL_CLASS,
    GP_COL_FOCUS,  // 1, 2, ...: its place on the focus list
    GP_COL_TALK,   // 1, 2, ...: must-have gaps with low interest
    GP_COL_APART,  // 1, 2, ...: own and manager's rating far apart
    GP_COL_TEACH,  // 1, 2, ...: strengths to pass on
    GP_COL_BRINGS, // 1, 2, ...: at the level the target expects
    GP_COL_NOTE,
    GP_COL_OWNER, // the function that usually owns it
    GP_COL_DESCRIPTION,
    GP_COL_TRY,
    GP_COL_FOCUS_KEY, // the order of the focus list as one number
    GP_COL_APART_KEY,
    GP_COL_TEACH_KEY,
    GP_COL_TALK_ORDER, // 1, 2, ...: all that is to be talked about, whatever the reason
    GP_ASSESSMENT_COLUMNS
};
enum { GP_ASSESSMENT_HEADER = 3, GP_ASSESSMENT_FIRST = 4 }; // rows

// Where things stand on Readiness; worked out once, before any sheet is written.
struct gp_readiness_layout {
    size_t summary;    // header row; a row a rung below
    size_t gates;      // header row; a row a rung below
    size_t facets;     // header row; a row a facet below, a column a rung
    size_t must_haves; // header row; a row a must-have of a rung below
    size_t must_have_count;
    size_t range; // header row; a column a rung
    size_t work;  // header row; a row an activity below
};

// Columns of the summary on Readiness.
enum {
    GP_SUM_RUNG,
    GP_SUM_PATH,
    GP_SUM_SCORE, // the blend of the two raters, where there are two
    GP_SUM_SELF,  // the score as each of the two sees it; empty while there is one
    GP_SUM_MANAGER,
    GP_SUM_SPREAD,
    GP_SUM_LOW,
    GP_SUM_HIGH,
    GP_SUM_PRODUCT,
    GP_SUM_PEOPLE,
    GP_SUM_BAND,
    GP_SUM_GATE,
    GP_SUM_COLUMNS
};

struct gp_plan {
    struct gp_memory *memory; // of this workbook
    const struct gp_report *report;
    const struct gp_person *person;
    const struct gp_profile *profile;
    const struct gp_detail *detail;
    const struct gp_answer *answers;
    struct gp_book *book;
    struct gp_rating_lists lists;
    struct gp_readiness_layout layout;
    size_t *talk; // activities to talk about: must-haves of low interest, then those apart
    size_t talk_count;
};

void gp_put_plan_page(const struct gp_plan *plan, struct gp_sheet *sheet);
void gp_put_assessment(const struct gp_plan *plan, struct gp_sheet *sheet);
void gp_put_readiness(const struct gp_plan *plan, struct gp_sheet *sheet);
void gp_put_readiness_work(const struct gp_plan *plan, struct gp_sheet *sheet);
void gp_put_readiness_gates(const struct gp_plan *plan, struct gp_sheet *sheet);
// The courses chosen for the person from the catalogue, on Actions: from `row` on, in its columns.
// A header, then a row each. Returns the row behind them and an empty one; `row` itself where there
// are none.
size_t gp_put_offer(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);
size_t gp_offer_count(const struct gp_plan *plan);
void gp_put_actions(const struct gp_plan *plan, struct gp_sheet *sheet);
// The agreement with a mentor or the informal way, and the mentor's side of it. Needs a matching.
#define GP_MENTORING "Mentoring"
void gp_put_mentoring(const struct gp_plan *plan, struct gp_sheet *sheet);
// One of the two: from a rung to the next, or into the ladder.
void gp_put_promotion(const struct gp_plan *plan, struct gp_sheet *sheet);
void gp_put_moving_in(const struct gp_plan *plan, struct gp_sheet *sheet);

// "$C$5:$C$82" on Assessment, from elsewhere with its sheet's name.
const char *gp_assessment_range(const struct gp_plan *plan, enum gp_assessment_column column);
// "Assessment!$G$5": a cell of Assessment, seen from another sheet.
const char *gp_assessment_cell(const struct gp_plan *plan, size_t activity,
                               enum gp_assessment_column column);

// The same of a cell of Readiness: of the summary, or the state of a gate.
const char *gp_summary_cell(const struct gp_plan *plan, size_t rung, size_t column);
const char *gp_gate_cell(const struct gp_plan *plan, size_t rung, enum gp_gate gate);
// The figure before the state, of the first four gates.
const char *gp_gate_figure_cell(const struct gp_plan *plan, size_t rung, enum gp_gate gate);

// What the gates ask for that ratings do not say.
enum gp_fact { GP_FACT_YEARS, GP_FACT_PRODUCTS, GP_FACT_SINCE, GP_FACT_SUPPORT };
enum { GP_FACT_COUNT = 4 };
// "Promotion!$B$8": where a fact is typed in.
const char *gp_fact_cell(const struct gp_plan *plan, enum gp_fact fact);

// What to say behind a rung's title: " (now)", " (target)", " (now and target)"; else empty.
const char *gp_rung_mark(const struct gp_plan *plan, size_t rung);

// The title of the rung held; of somebody outside the ladder the role as written, or "not given".
const char *gp_role_now(const struct gp_plan *plan);

// What to say behind a target that the roster does not name: " (the next rung)"; else empty.
const char *gp_how_target_was_found(const struct gp_plan *plan);

// A text that follows other cells: what it is put together from, without "=", and what it is now.
struct gp_live {
    const char *formula, *value;
};

// A score is shown as 0.571 in all workbooks, as in the CSV and on the terminal; what it is made of
// (shares of weight, facets) in percent.
//
// "0.571", or "57 %" rounded half up, of a cell that holds a share; empty where there is none.
struct gp_live gp_live_score(const struct gp_plan *plan, const char *cell, gp_permille share);
struct gp_live gp_live_percent(const struct gp_plan *plan, const char *cell, gp_permille share);
// "nearly; blocked first by: must-haves"
struct gp_live gp_live_band(const struct gp_plan *plan, size_t rung);
// "self 0.812, manager 0.701, spread 0.111"; empty unless both have rated anything expected.
struct gp_live gp_live_raters(const struct gp_plan *plan, size_t rung);
// Both, a line each; one that is empty takes none.
struct gp_live gp_live_lines(const struct gp_plan *plan, struct gp_live one, struct gp_live other);
// Why there is nothing on the focus list; empty while there is.
struct gp_live gp_live_no_focus(const struct gp_plan *plan);
// One of two texts, by whether any interest is rated. Neither may hold quotes.
struct gp_live gp_live_by_interest(const struct gp_plan *plan, const char *none, const char *any);
void gp_put_live(const struct gp_plan *plan, struct gp_sheet *sheet, struct gp_area area,
                 struct gp_live live, enum gp_style style);

// =the cell of a column of Assessment in the row whose `place` column says `k`, with `suffix`
// behind it; empty if none does.
const char *gp_lookup(const struct gp_plan *plan, enum gp_assessment_column column,
                      enum gp_assessment_column place, size_t k, const char *suffix);

// The same of a text, with another formula (without "=") where none does.
const char *gp_lookup_or(const struct gp_plan *plan, enum gp_assessment_column column,
                         enum gp_assessment_column place, size_t k, const char *otherwise);

// A share as a cell's number: 0.853. A share that is none is shown as an empty text.
void gp_put_share_formula(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                          gp_permille share, enum gp_style style);

// A level of the scale, or the mean of two; an empty text where there is none.
void gp_put_level_formula(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                          gp_level_milli level);

// Where the shares by facet stand for a chart: a row a facet from `first_row`.
struct gp_facet_cells {
    const char *sheet;
    size_t first_row, names; // column of the facets' names
    size_t values[2];        // columns of the role now and the target
    const char *titles[2];   // of the two in the legend
};

// The series of the role now and the target, in this order; one that is not there, or the same as
// the other, is left out. Returns how many there are.
size_t gp_facet_series(const struct gp_plan *plan, const struct gp_facet_cells *cells,
                       struct gp_series series[2]);

// A formula that is the same in every row of a table, such as activities or rungs: made for the
// first, filled down from there.
typedef const char *gp_row_formula(const struct gp_plan *plan, size_t index);
static inline const char *gp_filled_down(const struct gp_plan *plan, const struct gp_sheet *sheet,
                                         size_t index, gp_row_formula *make) {
    const char *above = gp_formula_above(sheet, index > 0);
    return above != NULL ? above : make(plan, index);
}

#endif
