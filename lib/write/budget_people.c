#include "write/budget_parts.h"

enum { LEAST_TEXT_WIDTH = 12, MOST_TEXT_WIDTH = 34, LEAST_AMOUNT_WIDTH = 11 };
#define OVERSPENT "overspent"
#define OVER_PLAN "over plan"

// A formula of a row, which has it from the one above where the two are alike.
typedef const char *pay_formula(const struct gp_pay_row *row);
static const char *filled_down(const struct gp_pay_row *row, const struct gp_sheet *sheet,
                               pay_formula *make) {
    const char *above = gp_formula_above(sheet, row->alike);
    return above != NULL ? above : make(row);
}

static void put_amount(const struct gp_pay_row *row, struct gp_sheet *sheet,
                       enum gp_pay_column what, const char *formula, gp_money money) {
    gp_put_formula_number(sheet, row->row, gp_pay_column(row->book, what), formula,
                          gp_budget_value(money), gp_budget_style(money.currency, GP_LOOK_PLAIN));
}

// Follows the policy's rate on Summary where it is the same; another is a number of its own.
static void put_rate(const struct gp_pay_row *row, struct gp_sheet *sheet) {
    size_t column = gp_pay_column(row->book, GP_PAY_RATE);
    double rate = row->line->rate_ppm / 1000000.0;
    if (row->line->rate_ppm != row->book->report->policy->budget_ppm) {
        gp_put_number(sheet, row->row, column, rate, GP_STYLE_INPUT_RATE);
        return;
    }
    const char *policy = gp_ref_fixed(row->book->memory, GP_BUDGET_RATE_ROW, GP_BUDGET_RATE_COLUMN);
    gp_put_formula_number(sheet, row->row, column,
                          gp_print(row->book->memory, "=%s!%s", GP_BUDGET_SUMMARY, policy), rate,
                          GP_STYLE_INPUT_RATE);
}

// What a pool is made from, the pool and its parts.
static void put_pool(const struct gp_pay_row *row, struct gp_sheet *sheet) {
    const struct gp_budget_line *line = row->line;
    gp_put_number(sheet, row->row, GP_PAY_SALARY, gp_budget_value(line->salary),
                  gp_budget_style(line->salary.currency, GP_LOOK_PLAIN));
    put_rate(row, sheet);
    if (row->book->budget->terms.prorate) {
        put_amount(row, sheet, GP_PAY_FULL, filled_down(row, sheet, gp_full_formula), line->full);
        gp_put_number(sheet, row->row, GP_PAY_FTE, line->fte_ppm / 1000000.0, GP_STYLE_INPUT_RATE);
        gp_put_number(sheet, row->row, GP_PAY_DAYS, line->days, GP_STYLE_INPUT);
    }
    put_amount(row, sheet, GP_PAY_POOL,
               gp_pool_limited(row) ? gp_pool_formula(row)
                                    : filled_down(row, sheet, gp_pool_formula),
               line->pool);
    const char *above = gp_formula_above(sheet, row->alike);
    for (size_t part = 0; part < GP_PART_COUNT; part++)
        put_amount(row, sheet, (enum gp_pay_column)(GP_PAY_PARTS + part),
                   above != NULL ? above : gp_part_formula(row, part), line->parts[part]);
}

// The sum of the courses of the person; a cell to be filled in where there is no catalogue.
static void put_planned(const struct gp_pay_row *row, struct gp_sheet *sheet, const char *person) {
    const struct gp_budget_book *book = row->book;
    gp_money planned = row->line->choice.planned;
    planned.currency = row->line->salary.currency; // of nothing planned, perhaps of none
    if (!gp_budget_has_courses(book)) {
        gp_put_number(sheet, row->row, gp_pay_column(book, GP_PAY_PLANNED),
                      gp_budget_value(planned), gp_budget_style(planned.currency, GP_LOOK_INPUT));
        return;
    }
    put_amount(row, sheet, GP_PAY_PLANNED,
               gp_print(book->memory, "=ROUND(SUMIFS(%s,%s,%s),%u)",
                        gp_course_range(book, GP_COURSE_COST),
                        gp_course_range(book, GP_COURSE_PERSON),
                        gp_budget_is(book->memory, gp_pay_cell(row, GP_PAY_NAME), person),
                        gp_currency_decimals(planned.currency)),
               planned);
}

// Of a purse that several share, what one of them has open says nothing.
static const char *remark_formula(const struct gp_pay_row *row) {
    bool alone = !row->book->budget->terms.pooled;
    const char *open = gp_print(row->book->memory, "IF(%s<0,\"" OVER_PLAN "\",\"\")",
                                gp_pay_cell(row, GP_PAY_OPEN));
    return gp_print(row->book->memory, "=IF(%s<0,\"" OVERSPENT "\",%s)",
                    gp_pay_cell(row, GP_PAY_LEFT), alone ? open : "\"\"");
}

static void put_remark(const struct gp_pay_row *row, struct gp_sheet *sheet) {
    bool alone = !row->book->budget->terms.pooled;
    gp_put_formula_text(sheet, row->row, gp_pay_column(row->book, GP_PAY_REMARK),
                        filled_down(row, sheet, remark_formula),
                        row->line->left.minor < 0            ? OVERSPENT
                        : alone && row->line->open.minor < 0 ? OVER_PLAN
                                                             : "",
                        GP_STYLE_CENTER);
}

static const char *left_formula(const struct gp_pay_row *row) {
    return gp_print(row->book->memory, "=ROUND(%s+%s-%s,%u)", gp_pay_cell(row, GP_PAY_POOL),
                    gp_pay_cell(row, GP_PAY_CARRY_OVER), gp_pay_cell(row, GP_PAY_SPENT),
                    gp_currency_decimals(row->line->salary.currency));
}

static const char *open_formula(const struct gp_pay_row *row) {
    return gp_print(row->book->memory, "=ROUND(%s-%s,%u)", gp_pay_cell(row, GP_PAY_LEFT),
                    gp_pay_cell(row, GP_PAY_PLANNED),
                    gp_currency_decimals(row->line->salary.currency));
}

// What comes in and goes out beside the pool.
static void put_use(const struct gp_pay_row *row, struct gp_sheet *sheet, const char *person) {
    const struct gp_budget_line *line = row->line;
    enum gp_style money = gp_budget_style(line->salary.currency, GP_LOOK_PLAIN);
    gp_put_number(sheet, row->row, gp_pay_column(row->book, GP_PAY_CARRY_OVER),
                  gp_budget_value(line->carry_over), money);
    gp_put_number(sheet, row->row, gp_pay_column(row->book, GP_PAY_SPENT),
                  gp_budget_value(line->spent), money);
    put_amount(row, sheet, GP_PAY_LEFT, filled_down(row, sheet, left_formula), line->left);
    put_planned(row, sheet, person);
    put_amount(row, sheet, GP_PAY_OPEN, filled_down(row, sheet, open_formula), line->open);
    put_remark(row, sheet);
}

static void put_line(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t index) {
    const struct gp_budget_line *line = &book->budget->lines[index];
    const struct gp_pay_row row = {book, line, GP_PAY_FIRST + index,
                                   index > 0 && line[-1].salary.currency == line->salary.currency};
    gp_put_text(sheet, row.row, GP_PAY_NAME, book->people[index], GP_STYLE_TEXT);
    gp_put_text(sheet, row.row, GP_PAY_ROLE,
                gp_budget_role(book->memory, book->report, line->person), GP_STYLE_TEXT);
    gp_put_text(sheet, row.row, GP_PAY_MANAGER, book->managers[book->totals[index]], GP_STYLE_TEXT);
    gp_put_text(sheet, row.row, GP_PAY_CURRENCY, gp_currency_code(line->salary.currency),
                GP_STYLE_CENTER);
    put_pool(&row, sheet);
    put_use(&row, sheet, book->people[index]);
}

// The sum of everybody paid in one currency, below the people.
static void put_total(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                      const struct gp_budget_sum *total) {
    const char *code = gp_currency_code(total->currency);
    const char *criteria = gp_print(book->memory, "%s,%s", gp_pay_range(book, GP_PAY_CURRENCY),
                                    gp_ref(book->memory, row, GP_PAY_CURRENCY));
    for (size_t column = 0; column <= gp_pay_column(book, GP_PAY_REMARK); column++)
        gp_put_blank(sheet, row, column, GP_STYLE_TOTAL);
    gp_put_text(sheet, row, GP_PAY_NAME, gp_print(book->memory, "Total in %s", code),
                GP_STYLE_TOTAL);
    gp_put_text(sheet, row, GP_PAY_CURRENCY, code, GP_STYLE_TOTAL_NUMBER);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++) {
        enum gp_amount amount = (enum gp_amount)i;
        gp_put_formula_number(sheet, row, gp_pay_column(book, gp_pay_of_amount(amount)),
                              gp_budget_sum(book, amount, total->currency, criteria),
                              gp_budget_value(gp_amount_of(total, amount)),
                              gp_budget_style(total->currency, GP_LOOK_TOTAL));
    }
}

static void set_text_widths(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    double name = LEAST_TEXT_WIDTH, role = LEAST_TEXT_WIDTH, manager = LEAST_TEXT_WIDTH;
    for (size_t i = 0; i < book->budget->line_count; i++) {
        const struct gp_budget_line *line = &book->budget->lines[i];
        name = gp_budget_text_width(book->people[i], name, MOST_TEXT_WIDTH);
        role = gp_budget_text_width(gp_budget_role(book->memory, book->report, line->person), role,
                                    MOST_TEXT_WIDTH);
        manager = gp_budget_text_width(book->managers[book->totals[i]], manager, MOST_TEXT_WIDTH);
    }
    gp_sheet_width(sheet, GP_PAY_NAME, GP_PAY_NAME, name);
    gp_sheet_width(sheet, GP_PAY_ROLE, GP_PAY_ROLE, role);
    gp_sheet_width(sheet, GP_PAY_MANAGER, GP_PAY_MANAGER, manager);
}

static void set_widths(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    enum { CODE = 10, RATE = 9, DAYS = 8, REMARK = 11 };
    set_text_widths(book, sheet);
    gp_sheet_width(sheet, GP_PAY_CURRENCY, GP_PAY_CURRENCY, CODE);
    gp_sheet_width(sheet, GP_PAY_RATE, GP_PAY_RATE, RATE);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++) {
        enum gp_amount amount = (enum gp_amount)i;
        size_t column = gp_pay_column(book, gp_pay_of_amount(amount));
        gp_sheet_width(sheet, column, column, gp_budget_width(book, amount, LEAST_AMOUNT_WIDTH));
    }
    size_t remark = gp_pay_column(book, GP_PAY_REMARK);
    gp_sheet_width(sheet, remark, remark, REMARK);
    if (!book->budget->terms.prorate)
        return;
    gp_sheet_width(sheet, GP_PAY_FULL, GP_PAY_FULL,
                   gp_budget_width(book, GP_AMOUNT_POOL, LEAST_AMOUNT_WIDTH));
    gp_sheet_width(sheet, GP_PAY_FTE, GP_PAY_FTE, RATE + 1);
    gp_sheet_width(sheet, GP_PAY_DAYS, GP_PAY_DAYS, DAYS);
}

static const char *subtitle(const struct gp_budget_book *book) {
    if (!book->budget->terms.prorate)
        return "Pool = salary x rate. Yellow cells may be changed: pool, parts, what is left and "
               "all "
               "totals follow.";
    return gp_print(book->memory,
                    "Full pool = salary x rate; pool = full pool x full-time share x days of %d. "
                    "Yellow cells may be changed: all that is made from them follows.",
                    (int)(book->budget->line_count == 0 ? 0 : book->budget->lines[0].year_days));
}

static void put_header(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    static const struct {
        const char *title;
        bool right;
    } titles[GP_PAY_COLUMNS] = {
        [GP_PAY_NAME] = {"Name", false},          [GP_PAY_ROLE] = {"Role", false},
        [GP_PAY_MANAGER] = {"Manager", false},    [GP_PAY_CURRENCY] = {"Currency", false},
        [GP_PAY_RATE] = {"Rate", true},           [GP_PAY_FULL] = {"Full pool", true},
        [GP_PAY_FTE] = {"Full-time share", true}, [GP_PAY_DAYS] = {"Days", true},
        [GP_PAY_REMARK] = {"Remark", false}};
    enum { HEIGHT = 32 };
    gp_put_budget_title(sheet, "Budget by person", subtitle(book));
    for (size_t i = 0; i < GP_PAY_COLUMNS; i++) {
        size_t column = gp_pay_column(book, (enum gp_pay_column)i);
        if (column != GP_NO_COLUMN && titles[i].title != NULL)
            gp_put_text(sheet, GP_PAY_HEADER, column, titles[i].title,
                        titles[i].right ? GP_STYLE_HEADER_RIGHT : GP_STYLE_HEADER);
    }
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++) {
        enum gp_amount amount = (enum gp_amount)i;
        gp_put_text(sheet, GP_PAY_HEADER, gp_pay_column(book, gp_pay_of_amount(amount)),
                    gp_amount_title(amount), GP_STYLE_HEADER_RIGHT);
    }
    gp_sheet_height(sheet, GP_PAY_HEADER, HEIGHT);
}

void gp_put_budget_people(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    const struct gp_budget *budget = book->budget;
    size_t remark = gp_pay_column(book, GP_PAY_REMARK);
    put_header(book, sheet);
    set_widths(book, sheet);
    size_t last = budget->line_count == 0 ? GP_PAY_FIRST : GP_PAY_FIRST + budget->line_count - 1;
    if (budget->line_count == 0)
        gp_put_text(sheet, GP_PAY_FIRST, 0, "Nobody on the roster has a salary.", GP_STYLE_PLAIN);
    for (size_t i = 0; i < budget->line_count; i++) {
        struct gp_budget_book own = *book; // with memory that is given back behind each line
        own.memory = gp_memory_open();
        put_line(&own, sheet, i);
        gp_memory_close(own.memory);
    }
    const struct gp_area remarks = {GP_PAY_FIRST, remark, last, remark};
    gp_sheet_signal(sheet, remarks, OVERSPENT, GP_SIGNAL_BAD);
    gp_sheet_signal(sheet, remarks, OVER_PLAN, GP_SIGNAL_OPEN);
    gp_sheet_filter(sheet, GP_PAY_HEADER, 0, last, remark);
    for (size_t i = 0; i < budget->by_currency_count; i++)
        put_total(book, sheet, ++last, &budget->by_currency[i]);
    gp_sheet_freeze(sheet, GP_PAY_FIRST, GP_PAY_NAME + 1);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, true, 0, GP_PAY_HEADER, 1);
    gp_sheet_print_area(sheet, last, remark);
}
