// budget_parts.h - what the sheets of budget.xlsx share. All of them see salaries; nobody else
// does.
//
// Each amount stands in one place as a number and everywhere else as a formula: salaries, rates and
// what was spent on People, prices of courses on Courses, quarters on By quarter. Sums go by texts
// (who, which manager, which currency), so that sorting a sheet changes none of them.
#ifndef GP_WRITE_BUDGET_PARTS_H
#define GP_WRITE_BUDGET_PARTS_H

#include "model/pay.h"
#include "write/book.h"
#include "write/budget_words.h"
#include "write/writers.h"

#define GP_BUDGET_SUMMARY "Summary"
#define GP_BUDGET_PEOPLE "People"
#define GP_BUDGET_COURSES "Courses"
#define GP_BUDGET_ROLL_UP "Roll-up"
#define GP_BUDGET_QUARTERS "By quarter"

// What People says of a person, in its order from left to right.
enum gp_pay_column {
    GP_PAY_NAME,
    GP_PAY_ROLE,
    GP_PAY_MANAGER,
    GP_PAY_CURRENCY,
    GP_PAY_SALARY,
    GP_PAY_RATE,
    GP_PAY_FULL, // this and the next two only when pools are pro-rated
    GP_PAY_FTE,
    GP_PAY_DAYS,
    GP_PAY_POOL,
    GP_PAY_PARTS, // training, coaching, conferences
    GP_PAY_CARRY_OVER = GP_PAY_PARTS + GP_PART_COUNT,
    GP_PAY_SPENT,
    GP_PAY_LEFT,
    GP_PAY_PLANNED,
    GP_PAY_OPEN,
    GP_PAY_REMARK,
    GP_PAY_COLUMNS
};
enum { GP_PAY_HEADER = 3, GP_PAY_FIRST = 4 };               // rows of People
enum { GP_BUDGET_RATE_ROW = 4, GP_BUDGET_RATE_COLUMN = 1 }; // of the policy's rate on Summary

// Of more people than this People is a long sheet (write/book.h).
enum { GP_BUDGET_LARGE = 1000 };

struct gp_budget_book {
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_budget *budget;
    // What People and Roll-up call the manager of each total by manager: no two of one currency
    // are alike, in whatever case, so that a sum by name is the sum of that manager's people.
    const char **managers;
    const char **people;   // [line]: likewise, on People and Courses
    size_t *totals;        // [line]: where its manager's and currency's total by manager stands
    size_t course_count;   // rows of chosen courses, over all people
    size_t *floors, *caps; // [currency of by_currency]: their rows on Summary; 0 for none
};

// Fills `totals`.
void gp_budget_find_totals(struct gp_budget_book *book);
// Where a currency stands among the totals by currency.
size_t gp_budget_currency_of(const struct gp_budget_book *book, gp_currency currency);

// The column of People for what is said of a person; GP_NO_COLUMN where this budget does not.
#define GP_NO_COLUMN ((size_t)-1)
size_t gp_pay_column(const struct gp_budget_book *book, enum gp_pay_column what);
// The column an amount of a sum has on People.
enum gp_pay_column gp_pay_of_amount(enum gp_amount amount);

// An amount as the number of a cell, and how it is shown.
double gp_budget_value(gp_money money);
enum gp_money_look { GP_LOOK_PLAIN, GP_LOOK_TOTAL, GP_LOOK_INPUT };
enum gp_style gp_budget_style(gp_currency currency, enum gp_money_look look);

// Characters a column needs for such an amount of any total of this budget; at least `least`.
double gp_budget_width(const struct gp_budget_book *book, enum gp_amount amount, double least);
// Characters for a text, from `least` to `most`.
double gp_budget_text_width(const char *text, double least, double most);

// A column of People, as a formula on another sheet has it.
const char *gp_pay_range(const struct gp_budget_book *book, enum gp_pay_column what);
// What SUMIFS takes for "is the text in this cell". `text` is what the cell holds.
const char *gp_budget_is(struct gp_memory *memory, const char *cell, const char *text);
// "=ROUND(SUMIFS(People!...),2)": the sum of an amount over the people for whom `criteria`, such as
// "People!$D$5:$D$8,B20", holds.
const char *gp_budget_sum(const struct gp_budget_book *book, enum gp_amount amount,
                          gp_currency currency, const char *criteria);
// "ROUND(E5*100,0)": the amount of a cell in whole minor units.
const char *gp_budget_minor(struct gp_memory *memory, const char *cell, gp_currency currency);

// Puts pool / people, half up to the minor unit, and pool / salaries, half up to the hundredth of a
// percent; nothing where there is nothing to divide by. The three cells hold what `sum` has.
struct gp_ratio_cells {
    const char *pool, *people, *salary;
};
void gp_put_per_head(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                     size_t column, const struct gp_budget_sum *sum,
                     const struct gp_ratio_cells *cells);
void gp_put_of_payroll(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                       size_t column, const struct gp_budget_sum *sum,
                       const struct gp_ratio_cells *cells);

// Puts cost / levels closed, half up to the minor unit; nothing where none is closed.
struct gp_per_level {
    size_t row, column;
    gp_money cost;
    int64_t closed; // in thousandths
    const char *cost_cell, *closed_cell;
};
void gp_put_per_level(const struct gp_budget_book *book, struct gp_sheet *sheet,
                      const struct gp_per_level *of);

// The formulas of a row of People, each with "=": of its whole pool, half up; of the pool, with the
// share of the year, the floor and the cap; of a part of it.
struct gp_pay_row {
    const struct gp_budget_book *book;
    const struct gp_budget_line *line;
    size_t row;
    bool alike; // the row above is paid in the same currency: it has the same formulas
};
const char *gp_pay_cell(const struct gp_pay_row *row, enum gp_pay_column what);
const char *gp_full_formula(const struct gp_pay_row *row);
const char *gp_pool_formula(const struct gp_pay_row *row);
// Whether a floor or cap stands in the formula, which is a cell of another sheet.
bool gp_pool_limited(const struct gp_pay_row *row);
const char *gp_part_formula(const struct gp_pay_row *row, size_t part);

// Where other sheets find what Courses and By quarter hold.
enum gp_course_column {
    GP_COURSE_PERSON,
    GP_COURSE_NAME,
    GP_COURSE_KIND,
    GP_COURSE_HOURS,
    GP_COURSE_CURRENCY,
    GP_COURSE_COST,
    GP_COURSE_CLOSED,
    GP_COURSE_PER_LEVEL,
    GP_COURSE_PROVIDER,
    GP_COURSE_TAUGHT,
    GP_COURSE_COLUMNS
};
const char *gp_course_range(const struct gp_budget_book *book, enum gp_course_column column);
bool gp_budget_has_courses(const struct gp_budget_book *book);
bool gp_budget_has_quarters(const struct gp_budget_book *book);
// The cell on By quarter of what was spent on a kind, over the four quarters of a currency.
const char *gp_spent_cell(const struct gp_budget_book *book, size_t currency, size_t kind);

// Cells of Roll-up: the row of a total by manager, and the columns of its two blocks of sums.
enum gp_roll_column {
    GP_ROLL_MANAGER,
    GP_ROLL_LEVEL,
    GP_ROLL_CURRENCY,
    GP_ROLL_DIRECT,                                       // people, then the amounts
    GP_ROLL_WHOLE = GP_ROLL_DIRECT + 1 + GP_ROLL_AMOUNTS, // likewise
    GP_ROLL_PER_HEAD = GP_ROLL_WHOLE + 1 + GP_ROLL_AMOUNTS,
    GP_ROLL_OF_PAYROLL,
    GP_ROLL_COLUMNS
};
enum { GP_ROLL_FIRST = 5 }; // the row of the first total
// "='Roll-up'!L8": a sum of a total by manager. `amount` GP_AMOUNT_COUNT is the headcount.
const char *gp_roll_cell(const struct gp_budget_book *book, size_t total, bool whole,
                         enum gp_amount amount);

// The title of a sheet, and a line below it.
void gp_put_budget_title(struct gp_sheet *sheet, const char *title, const char *subtitle);

void gp_put_budget_summary(const struct gp_budget_book *book, struct gp_sheet *sheet);
// The tables and charts by manager and kind, a set a currency, from `row` on; the row behind them.
size_t gp_put_budget_charts(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                            const double *widths);
void gp_put_budget_people(const struct gp_budget_book *book, struct gp_sheet *sheet);
void gp_put_budget_courses(const struct gp_budget_book *book, struct gp_sheet *sheet);
void gp_put_budget_roll_up(const struct gp_budget_book *book, struct gp_sheet *sheet);
void gp_put_budget_quarters(const struct gp_budget_book *book, struct gp_sheet *sheet);

#endif
