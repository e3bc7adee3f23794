// plan_readiness.h - the parts of the Readiness sheet and where each figure stands on it.
//
// From the top: a row a rung (score, range, band), its gates, the facets, the must-haves, then the
// working: the credit of every activity for every rung, which all of the above is made of.
#ifndef GP_WRITE_PLAN_READINESS_H
#define GP_WRITE_PLAN_READINESS_H

#include "write/plan_book.h"

// Columns of the working: an expected level a rung, then a credit a rung.
enum {
    GP_WORK_ACTIVITY,
    GP_WORK_SIDE,
    GP_WORK_WEIGHT,
    GP_WORK_SKILL, // the skill that counts; empty when not rated
    GP_WORK_LOW,   // the lower of own and manager's rating; 0 when not rated
    GP_WORK_HIGH,
    GP_WORK_SELF,    // as the person sees it; as the manager does where there is no own rating
    GP_WORK_MANAGER, // the other way round
    GP_WORK_CAP,     // the most it may earn, in thousandths
    GP_WORK_RATED,   // 1 or 0
    GP_WORK_FIRST_RUNG
};

// Rows of the range, a column a rung: the sides' lowest and highest, how many activities both have
// rated, and the sides as each of two raters sees them.
enum {
    GP_RANGE_HEADER,
    GP_RANGE_LOW_PRODUCT,
    GP_RANGE_LOW_PEOPLE,
    GP_RANGE_HIGH_PRODUCT,
    GP_RANGE_HIGH_PEOPLE,
    GP_RANGE_BOTH,
    GP_RANGE_SELF_PRODUCT,
    GP_RANGE_SELF_PEOPLE,
    GP_RANGE_MANAGER_PRODUCT,
    GP_RANGE_MANAGER_PEOPLE,
    GP_RANGE_ROWS
};

// Columns of the gates: a figure before each of the first four states.
enum { GP_GATES_COLUMNS = 14 };
static inline size_t gp_gate_column(size_t gate) {
    return gate <= GP_GATE_FACET ? 2 * gate + 2 : 9 + gate - GP_GATE_SCORE;
}

// Columns of the must-haves; the rung's title takes three.
enum {
    GP_MUST_ACTIVITY,
    GP_MUST_RUNG,
    GP_MUST_EXPECTED = GP_MUST_RUNG + 3,
    GP_MUST_SKILL,
    GP_MUST_STATE,
    GP_MUST_COLUMNS
};

enum gp_work_rows { GP_WORK_ALL, GP_WORK_PRODUCT, GP_WORK_PEOPLE };

// The cells of a column of the working, for all activities or one side's.
const char *gp_work_column(const struct gp_plan *plan, size_t column, enum gp_work_rows rows);
// The same for a formula that is filled right: it moves to the next column.
const char *gp_work_column_right(const struct gp_plan *plan, size_t column, enum gp_work_rows rows);
size_t gp_expected_column(size_t rung);
size_t gp_credit_column(const struct gp_plan *plan, size_t rung);

size_t gp_activities_of_side(const struct gp_ladder *ladder, enum gp_side side);

// The weighted mean of the credits that are there, in thousandths rounded half up; all sums are of
// whole numbers, so that the last digit is the analysis' own.
const char *gp_share_formula(const struct gp_plan *plan, const char *weights, const char *credits);

#endif
