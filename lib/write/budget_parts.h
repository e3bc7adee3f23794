// budget_parts.h - what the budget's writers share. All of them see salaries; nobody else does.
#ifndef GP_WRITE_BUDGET_PARTS_H
#define GP_WRITE_BUDGET_PARTS_H

#include "model/pay.h"
#include "write/book.h"
#include "write/writers.h"

#define GP_BUDGET_SUMMARY "Summary"
#define GP_BUDGET_PEOPLE "People"

// Columns of People.
enum gp_budget_column {
    GP_PAY_NAME,
    GP_PAY_ROLE,
    GP_PAY_MANAGER,
    GP_PAY_CURRENCY,
    GP_PAY_SALARY,
    GP_PAY_RATE,
    GP_PAY_POOL,
    GP_PAY_PARTS, // training, coaching, conferences
    GP_PAY_SPENT = GP_PAY_PARTS + GP_PART_COUNT,
    GP_PAY_LEFT,
    GP_PAY_COLUMNS
};
enum { GP_PAY_HEADER = 3, GP_PAY_FIRST = 4 };               // rows of People
enum { GP_BUDGET_RATE_ROW = 4, GP_BUDGET_RATE_COLUMN = 1 }; // of the policy's rate on Summary

// The amounts of a line or total, in the order their columns have in both sheets.
enum { GP_AMOUNT_COUNT = 7 };
struct gp_amounts {
    gp_money items[GP_AMOUNT_COUNT]; // salary, pool, the three parts, spent, left
};
// The column of People an amount stands in.
size_t gp_amount_column(size_t amount);
const char *gp_amount_title(size_t amount);
struct gp_amounts gp_amounts_of_sum(const struct gp_budget_sum *total);

struct gp_budget_book {
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_budget *budget;
    // What People and Summary call the manager of each total by manager: no two of one currency
    // are alike, in whatever case, so that a sum by name is the sum of that manager's people.
    const char **managers;
};

// The manager of a person as the roster has them; "" for none.
const char *gp_budget_manager(const struct gp_team *team, size_t person);

// Where the total of a line's manager and currency stands among the totals by manager.
size_t gp_budget_total_of(const struct gp_budget_book *book, const struct gp_budget_line *line);

// An amount as the number of a cell, and how it is shown: plain or in a row of totals.
double gp_budget_value(gp_money money);
enum gp_style gp_budget_style(gp_currency currency, bool total);

// Characters a column needs for the amounts of this budget.
double gp_budget_width(const struct gp_budget_book *book, size_t amount);

// "=ROUND(SUMIFS(People!...),2)": the sum of an amount over the people whose currency is that of
// the cell `currency`, and whose manager has the name in the cell `manager` (NULL for everybody).
// `manager_name` is what that cell holds.
const char *gp_budget_sum(const struct gp_budget_book *book, size_t amount, gp_currency code,
                          const char *currency, const char *manager, const char *manager_name);
// A column of People, as a formula on another sheet has it.
const char *gp_budget_range(const struct gp_budget_book *book, size_t column);
// What SUMIFS takes for "is the text in this cell".
const char *gp_budget_is(struct gp_memory *memory, const char *cell, const char *text);

void gp_put_budget_people(const struct gp_budget_book *book, struct gp_sheet *sheet);
void gp_put_budget_summary(const struct gp_budget_book *book, struct gp_sheet *sheet);

#endif
