// pay.h - what people earn. A header of its own, so that no output but the budget's can hold a
// salary: of the writers only the budget's include it, of the analysis only the budget, and of the
// readers those that fill it. `make lint` sees to it.
#ifndef GP_MODEL_PAY_H
#define GP_MODEL_PAY_H

#include "base/messages.h"
#include "base/money.h"

#include <stdbool.h>
#include <stddef.h>

struct gp_pay {
    bool known;
    gp_money salary;  // a year's
    int32_t rate_ppm; // this person's own budget rate in millionths; -1 for the rung's or policy's
    gp_money spent;   // of this year's budget so far; 0 when not given
};

struct gp_payroll {
    struct gp_pay *items; // [person of the team]
};

// One person's budget. Amounts in the currency of the salary, in its minor units.
struct gp_budget_line {
    size_t person;
    gp_money salary;
    int32_t rate_ppm;
    gp_money pool;     // salary x rate, half up
    gp_money parts[3]; // training, coaching, conferences; they sum to the pool
    gp_money spent;
    gp_money left; // pool - spent; below 0 when overspent
};

// The sum of some lines, all of one currency.
struct gp_budget_total {
    size_t manager; // GP_NO_PERSON: of everybody, or of those with no manager
    const char *manager_name;
    gp_currency currency;
    size_t headcount;
    gp_money salary, pool, parts[3], spent, left;
};

struct gp_budget {
    struct gp_budget_line *lines; // in the order of the team's people; those with a salary
    size_t line_count;
    struct gp_budget_total *by_manager; // by manager's name, then currency code
    size_t by_manager_count;
    struct gp_budget_total *by_currency; // by code
    size_t by_currency_count;
    size_t without_salary; // people on the roster with none
    size_t trained;        // people with any training spent so far (spent > 0)
};

#endif
