// pay.h - what people earn. A header of its own, so that no output but the budget's can hold a
// salary: of the writers only the budget's include it, of the analysis only the budget, and of the
// readers those that fill it. `make lint` sees to it.
#ifndef GP_MODEL_PAY_H
#define GP_MODEL_PAY_H

#include "base/date.h"
#include "base/messages.h"
#include "base/money.h"
#include "model/courses.h"
#include "model/results.h"

#include <stdbool.h>
#include <stddef.h>

struct gp_pay {
    bool known;
    gp_money salary;           // a year's
    unsigned periods_per_year; // as it was given: 1, 12, 24, 26, 52, 260 or 2080
    int32_t rate_ppm;          // this person's own budget rate in millionths; -1 for the rung's or
                               // policy's
    int32_t fte_ppm;           // of a full-time job, in millionths; -1 when not given: full
    gp_date joins, leaves;     // the first and the last day; unknown when not given
    gp_money spent;            // of this year's budget so far; 0 when not given
    struct gp_at spent_at;     // where it is given; a line of 0 when it is not
    gp_money carry_over;       // of last year's budget; 0 when not given
};

struct gp_payroll {
    struct gp_pay *items; // [person of the team]
};

// What was spent on somebody (spent.csv).
struct gp_expense {
    size_t person;
    gp_date date;
    enum gp_part kind;
    const char *what;
    gp_money amount;
    struct gp_at at;
};

struct gp_expenses {
    struct gp_expense *items; // by person, date, kind, what, amount, once settled
    size_t count, capacity;
    bool given; // whether there is a list at all: without one the roster's `spent` counts
};

// What a run of the budget is asked for besides the policy. A year that is not known has no
// quarters, and nothing can be pro-rated by it.
struct gp_budget_terms {
    gp_date year_first, year_last; // the budget year: 12 months from the first of one
    bool prorate;                  // pools of part-time and part-year people are shares
    bool pooled;                   // a manager's people are one purse
};

// The courses chosen for one person. Closed is in levels x weight, in thousandths.
struct gp_choice {
    size_t *courses; // in catalogue order
    gp_money *costs; // [course]: the price of a seat, or this person's share of a group's
    size_t count;
    gp_money planned; // the sum of the costs
    int64_t closed;   // of the wanted gap
    bool exact;       // false: the search was given up; better sets may exist
    // The activity with the largest wanted gap left (in levels, whatever its weight) that some
    // course in the currency teaches further; GP_NO_ACTIVITY when money reached all of them.
    size_t open;
    gp_level_milli open_gap; // all that is left of it, whether a course reaches that far or not
};

// One person's budget. Amounts in the currency of the salary, in its minor units.
struct gp_budget_line {
    size_t person;
    gp_money salary;
    int32_t rate_ppm;
    gp_money full;   // salary x rate, half up
    int32_t fte_ppm; // as it counts: 1000000 without --prorate
    int32_t days;    // employed in the budget year, as it counts; of `year_days`
    int32_t year_days;
    gp_money pool; // full x fte x days / year_days, half up; then not under the floor (but with
                   // 0 days), nor over the cap
    gp_money parts[GP_PART_COUNT]; // training, coaching, conferences; they sum to the pool
    gp_money carry_over;
    gp_money spent;
    gp_money spent_by_kind[GP_PART_COUNT]; // 0 without a list of expenses
    gp_money left;                         // pool + carry_over - spent; below 0 when overspent
    struct gp_choice choice; // within what is left; nothing when that is below 0, unless pooled
    gp_money open;           // left - planned; may be below 0 for one of a purse when pooled
};

// The sum of some lines, all of one currency.
struct gp_budget_sum {
    gp_currency currency;
    size_t headcount;
    size_t trained; // people with anything spent so far
    gp_money salary, pool, parts[GP_PART_COUNT], carry_over, spent, left, planned, open;
    int64_t closed;
};

// A manager with their people; of a tree, in order: a manager, then those below.
struct gp_budget_total {
    size_t manager;              // GP_NO_PERSON: not on the roster, or nobody
    const char *manager_name;    // empty: nobody
    size_t depth;                // 0 at the top
    size_t line;                 // the manager's own line; GP_NO_LINE
    struct gp_budget_sum direct; // those who report to the manager
    struct gp_budget_sum whole;  // and everybody below them; without the manager
};
#define GP_NO_LINE ((size_t)-1)

struct gp_budget_rung {
    size_t rung; // GP_NO_RUNG: outside the ladder
    struct gp_budget_sum sum;
};

// What was spent in a quarter of the budget year, by kind. Quarter 1 starts with the budget year,
// whatever month that is; the four together are what the lines have spent.
struct gp_budget_quarter {
    gp_currency currency;
    gp_quarter quarter;  // 1 to 4, of the year the budget year starts in
    gp_date first, last; // the days it has
    gp_money spent[GP_PART_COUNT];
};

// A group course taken by several people, of one currency: two or more.
struct gp_workshop {
    size_t course;
    size_t *people; // in the team's order
    size_t people_count;
    int64_t closed; // for all of them, of the wanted gap, beyond other workshops; not what seat
                    // courses close as well
};

struct gp_budget {
    struct gp_budget_terms terms;
    struct gp_budget_line *lines; // in the order of the team's people; those with a salary
    size_t line_count;
    // A tree a currency, by code: managers by name below one another; in front of them one entry
    // for the people of nobody, whose whole is its direct. Each line is in the direct sum of just
    // one entry, and the wholes at depth 0 sum to the totals by currency.
    struct gp_budget_total *by_manager;
    size_t by_manager_count;
    struct gp_budget_rung *by_rung; // in ladder order, outside last; then by currency code
    size_t by_rung_count;
    struct gp_budget_sum *by_currency; // by code
    size_t by_currency_count;
    struct gp_budget_quarter *quarters; // by currency, then quarter; four a currency
    size_t quarter_count;               // 0 without a list of expenses
    struct gp_workshop *workshops;      // in catalogue order
    size_t workshop_count;
    size_t outside_year;   // expenses of other years: passed over
    size_t without_line;   // expenses on people without a salary: in no sum, but they are trained
    size_t without_salary; // people on the roster with none
    size_t trained;        // people with any training spent so far (spent > 0)
};

#endif
