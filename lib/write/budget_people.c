#include "base/text.h"
#include "write/budget_parts.h"

enum { LEAST_TEXT_WIDTH = 12, MOST_TEXT_WIDTH = 40 };

// Up to so many minor units, ten million dollars in cents, a salary times a rate in millionths is
// exact in a spreadsheet's numbers of 15 digits.
static const int64_t plain_limit = 1000000000;

// One row of People.
struct row {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    size_t row;
    const struct gp_budget_line *line;
    int64_t scale;
    unsigned decimals;
};

static const char *cell(const struct row *row, size_t column) {
    return gp_ref(row->book->memory, row->row, column);
}

// A cell in whole minor units: "ROUND(E5*100,0)".
static const char *minor_of(const struct row *row, size_t column) {
    if (row->scale == 1)
        return gp_print(row->book->memory, "ROUND(%s,0)", cell(row, column));
    return gp_print(row->book->memory, "ROUND(%s*%lld,0)", cell(row, column),
                    (long long)row->scale);
}

// A formula for whole minor units as one for the amount.
static const char *major(const struct row *row, const char *minor) {
    if (row->scale == 1)
        return gp_print(row->book->memory, "=%s", minor);
    return gp_print(row->book->memory, "=(%s)/%lld", minor, (long long)row->scale);
}

static void put_amount(const struct row *row, size_t column, const char *formula, gp_money money) {
    gp_put_formula_number(row->sheet, row->row, column, formula, gp_budget_value(money),
                          gp_budget_style(money.currency, false));
}

// Follows the policy's rate on Summary where it is the same; another is a number of its own.
static void put_rate(const struct row *row) {
    double rate = row->line->rate_ppm / 1000000.0;
    if (row->line->rate_ppm != row->book->report->policy->budget_ppm) {
        gp_put_number(row->sheet, row->row, GP_PAY_RATE, rate, GP_STYLE_INPUT_RATE);
        return;
    }
    const char *policy = gp_ref_fixed(row->book->memory, GP_BUDGET_RATE_ROW, GP_BUDGET_RATE_COLUMN);
    gp_put_formula_number(row->sheet, row->row, GP_PAY_RATE,
                          gp_print(row->book->memory, "=%s!%s", GP_BUDGET_SUMMARY, policy), rate,
                          GP_STYLE_INPUT_RATE);
}

static void put_pool(const struct row *row) {
    const char *salary = minor_of(row, GP_PAY_SALARY);
    const char *rate = gp_print(row->book->memory, "ROUND(%s*1000000,0)", cell(row, GP_PAY_RATE));
    const char *pool =
        row->line->salary.minor <= plain_limit
            ? gp_print(row->book->memory, "ROUND(%s*%s/1000000,0)", salary, rate)
            : gp_print(row->book->memory,
                       "INT(%s/1000000)*%s+ROUND((%s-1000000*INT(%s/1000000))*%s/1000000,0)",
                       salary, rate, salary, salary, rate);
    put_amount(row, GP_PAY_POOL, major(row, pool), row->line->pool);
}

// A part by largest remainder: its share of the pool rounded down, and a unit more if the parts
// ahead of it (larger remainder; equal and earlier) are fewer than the units left over.
static const char *part_formula(const struct row *row, size_t part) {
    struct gp_memory *memory = row->book->memory;
    const unsigned *percents = row->book->report->policy->part_percents;
    const char *pool = minor_of(row, GP_PAY_POOL), *rests[GP_PART_COUNT], *ahead = "";
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        rests[i] = gp_print(memory, "MOD(%s*%u,100)", pool, percents[i]);
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        if (i != part)
            ahead = gp_print(memory, "%s%s(%s%s%s)", ahead, ahead[0] == '\0' ? "" : "+", rests[i],
                             i < part ? ">=" : ">", rests[part]);
    return major(row, gp_print(memory, "INT(%s*%u/100)+IF(%s<(%s+%s+%s)/100,1,0)", pool,
                               percents[part], ahead, rests[0], rests[1], rests[2]));
}

// The last part is what the others leave, which is what the largest remainder gives it too.
static void put_parts(const struct row *row) {
    size_t last = GP_PART_COUNT - 1;
    for (size_t part = 0; part < last; part++)
        put_amount(row, GP_PAY_PARTS + part, part_formula(row, part), row->line->parts[part]);
    put_amount(row, GP_PAY_PARTS + last,
               gp_print(row->book->memory, "=ROUND(%s-%s-%s,%u)", cell(row, GP_PAY_POOL),
                        cell(row, GP_PAY_PARTS), cell(row, GP_PAY_PARTS + 1), row->decimals),
               row->line->parts[last]);
}

static void put_line(const struct row *row) {
    const struct gp_budget_line *line = row->line;
    const struct gp_person *person = &row->book->report->team->people[line->person];
    const char *manager = row->book->managers[gp_budget_total_of(row->book, line)];
    enum gp_style money = gp_budget_style(line->salary.currency, false);
    gp_put_text(row->sheet, row->row, GP_PAY_NAME, person->name, GP_STYLE_TEXT);
    gp_put_text(row->sheet, row->row, GP_PAY_ROLE, person->role, GP_STYLE_TEXT);
    gp_put_text(row->sheet, row->row, GP_PAY_MANAGER, manager, GP_STYLE_TEXT);
    gp_put_text(row->sheet, row->row, GP_PAY_CURRENCY, gp_currency_code(line->salary.currency),
                GP_STYLE_CENTER);
    gp_put_number(row->sheet, row->row, GP_PAY_SALARY, gp_budget_value(line->salary), money);
    put_rate(row);
    put_pool(row);
    put_parts(row);
    gp_put_number(row->sheet, row->row, GP_PAY_SPENT, gp_budget_value(line->spent), money);
    put_amount(row, GP_PAY_LEFT,
               gp_print(row->book->memory, "=ROUND(%s-%s,%u)", cell(row, GP_PAY_POOL),
                        cell(row, GP_PAY_SPENT), row->decimals),
               line->left);
}

// The sum of everybody paid in one currency, below the people.
static void put_total(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                      const struct gp_budget_sum *total) {
    struct gp_amounts amounts = gp_amounts_of_sum(total);
    const char *code = gp_currency_code(total->currency);
    for (size_t column = 0; column < GP_PAY_COLUMNS; column++)
        gp_put_blank(sheet, row, column, GP_STYLE_TOTAL);
    gp_put_text(sheet, row, GP_PAY_NAME, gp_print(book->memory, "Total in %s", code),
                GP_STYLE_TOTAL);
    gp_put_text(sheet, row, GP_PAY_CURRENCY, code, GP_STYLE_TOTAL);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        gp_put_formula_number(sheet, row, gp_amount_column(i),
                              gp_budget_sum(book, i, total->currency,
                                            gp_ref(book->memory, row, GP_PAY_CURRENCY), NULL, NULL),
                              gp_budget_value(amounts.items[i]),
                              gp_budget_style(total->currency, true));
}

static double wider(double width, const char *text) {
    double needed = 1.1 * gp_text_width(text) + 2;
    if (needed > MOST_TEXT_WIDTH)
        needed = MOST_TEXT_WIDTH;
    return needed > width ? needed : width;
}

static void set_widths(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    double name = LEAST_TEXT_WIDTH, role = LEAST_TEXT_WIDTH, manager = LEAST_TEXT_WIDTH;
    for (size_t i = 0; i < book->budget->line_count; i++) {
        const struct gp_budget_line *line = &book->budget->lines[i];
        const struct gp_person *person = &book->report->team->people[line->person];
        name = wider(name, person->name);
        role = wider(role, person->role);
        manager = wider(manager, book->managers[gp_budget_total_of(book, line)]);
    }
    gp_sheet_width(sheet, GP_PAY_NAME, GP_PAY_NAME, name);
    gp_sheet_width(sheet, GP_PAY_ROLE, GP_PAY_ROLE, role);
    gp_sheet_width(sheet, GP_PAY_MANAGER, GP_PAY_MANAGER, manager);
    gp_sheet_width(sheet, GP_PAY_CURRENCY, GP_PAY_CURRENCY, 11);
    gp_sheet_width(sheet, GP_PAY_RATE, GP_PAY_RATE, 10);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        gp_sheet_width(sheet, gp_amount_column(i), gp_amount_column(i), gp_budget_width(book, i));
}

static void put_header(struct gp_sheet *sheet) {
    gp_put_text(sheet, 0, 0, "Budget by person", GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 28);
    gp_put_text(sheet, 1, 0,
                "Pool = salary x rate. Change a rate in a yellow cell: pool, parts, what is left "
                "and all totals follow.",
                GP_STYLE_SUBTITLE);
    gp_put_text(sheet, GP_PAY_HEADER, GP_PAY_NAME, "Name", GP_STYLE_HEADER);
    gp_put_text(sheet, GP_PAY_HEADER, GP_PAY_ROLE, "Role", GP_STYLE_HEADER);
    gp_put_text(sheet, GP_PAY_HEADER, GP_PAY_MANAGER, "Manager", GP_STYLE_HEADER);
    gp_put_text(sheet, GP_PAY_HEADER, GP_PAY_CURRENCY, "Currency", GP_STYLE_HEADER);
    gp_put_text(sheet, GP_PAY_HEADER, GP_PAY_RATE, "Rate", GP_STYLE_HEADER_RIGHT);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        gp_put_text(sheet, GP_PAY_HEADER, gp_amount_column(i), gp_amount_title(i),
                    GP_STYLE_HEADER_RIGHT);
    gp_sheet_height(sheet, GP_PAY_HEADER, 20);
}

void gp_put_budget_people(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    const struct gp_budget *budget = book->budget;
    put_header(sheet);
    set_widths(book, sheet);
    size_t last = GP_PAY_FIRST;
    if (budget->line_count == 0)
        gp_put_text(sheet, GP_PAY_FIRST, 0, "Nobody on the roster has a salary.", GP_STYLE_PLAIN);
    for (size_t i = 0; i < budget->line_count; i++) {
        gp_currency currency = budget->lines[i].salary.currency;
        last = GP_PAY_FIRST + i;
        put_line(&(struct row){book, sheet, last, &budget->lines[i], gp_currency_scale(currency),
                               gp_currency_decimals(currency)});
    }
    gp_sheet_filter(sheet, GP_PAY_HEADER, 0, last, GP_PAY_COLUMNS - 1);
    for (size_t i = 0; i < budget->by_currency_count; i++)
        put_total(book, sheet, ++last, &budget->by_currency[i]);
    gp_sheet_freeze(sheet, GP_PAY_FIRST, GP_PAY_NAME + 1);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, true, 0, GP_PAY_HEADER, 1);
    gp_sheet_print_area(sheet, last, GP_PAY_COLUMNS - 1);
}
