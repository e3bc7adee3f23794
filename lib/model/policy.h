// policy.h - the numbers a company may set for itself: thresholds, shares, rates.
//
// Defaults stand in templates/quartz/policy.csv, with what each means.
#ifndef GP_MODEL_POLICY_H
#define GP_MODEL_POLICY_H

#include "base/money.h"
#include "base/number.h"
#include "model/courses.h"
#include "model/ladder.h"

enum { GP_ACTION_KINDS = 3 }; // practice on the job, learning from someone, a course

struct gp_policy {
    gp_permille answered_gate;   // share of weight that must be rated
    gp_permille breadth_gate;    // share of weight at the expected level
    gp_permille facet_gate;      // the least any facet may have
    gp_permille developing_from; // scores below are "early"
    gp_permille nearly_from;     // below: "developing"
    gp_permille ready_from;      // below: "nearly"
    gp_permille manager_weight;  // of the manager's rating against the person's own
    gp_permille unproven_credit; // the most an activity earns while experience is rated low
    int32_t focus_count;         // activities on a focus list, 1 to 10
    unsigned action_percents[GP_ACTION_KINDS]; // sum to 100
    int32_t budget_ppm;                        // of salary, in millionths
    int32_t *rung_budget_ppm;                  // [rung]; -1 where the rung has none of its own
    unsigned part_percents[GP_PART_COUNT];     // sum to 100
    gp_money *floors, *caps;                   // of a pool per head, one a currency; in minor units
    size_t floor_count, cap_count;
    int32_t budget_year_month;       // the month a budget year starts in, 1 to 12
    gp_currency currency;            // of salaries that name none
    int32_t hours_per_mentee_tenths; // a month
    int32_t mentor_ahead;            // levels a mentor must be ahead of the mentee
    int32_t mentor_years_tenths;     // in product, before one may mentor
    int32_t newcomer_years_tenths;   // somebody with fewer in product is new to it
    int32_t zone_overlap;      // hours of the working day both must share, where zones are known
    bool manager_may_mentor;   // one's own manager, and one's own reports
    int64_t mentor_bonuses[4]; // [enum gp_bonus of model/mentors.h], thousandths of a point
    bool roles_listed;         // whether the company said which rungs it has ...
    bool *role_here;           // ... and which: [rung]
};

#endif
