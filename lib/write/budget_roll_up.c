#include "write/budget_parts.h"

enum { BLOCKS_ROW = GP_ROLL_FIRST - 2, HEADER_ROW = GP_ROLL_FIRST - 1 };
enum { HEADER_HEIGHT = 20, SECTION_HEIGHT = 22, LEAST_NAME = 26, MOST_NAME = 50 };

static size_t column_of(bool whole, enum gp_amount amount) {
    size_t column = whole ? GP_ROLL_WHOLE : GP_ROLL_DIRECT;
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        if (gp_roll_amount(i) == amount)
            return column + 1 + i;
    return column;
}

const char *gp_roll_cell(const struct gp_budget_book *book, size_t total, bool whole,
                         enum gp_amount amount) {
    return gp_print(book->memory, "='%s'!%s", GP_BUDGET_ROLL_UP,
                    gp_ref(book->memory, GP_ROLL_FIRST + total, column_of(whole, amount)));
}

static enum gp_style name_style(size_t depth) {
    if (depth == 0)
        return GP_STYLE_TEXT;
    return (enum gp_style)(GP_STYLE_INDENT + (depth < GP_STYLE_INDENTS ? depth : GP_STYLE_INDENTS) -
                           1);
}

// A row of sums over the people for whom `criteria` holds, from `column` on.
struct sums {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    size_t row, column;
    const struct gp_budget_sum *sum;
};

static void put_sums(const struct sums *at, const char *criteria) {
    gp_put_formula_number(at->sheet, at->row, at->column,
                          gp_print(at->book->memory, "=COUNTIFS(%s)", criteria),
                          (double)at->sum->headcount, GP_STYLE_NUMBER);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        gp_put_formula_number(
            at->sheet, at->row, at->column + 1 + i,
            gp_budget_sum(at->book, gp_roll_amount(i), at->sum->currency, criteria),
            gp_budget_value(gp_amount_of(at->sum, gp_roll_amount(i))),
            gp_budget_style(at->sum->currency, GP_LOOK_PLAIN));
}

static void put_ratios(const struct sums *at, size_t per_head) {
    struct gp_memory *memory = at->book->memory;
    const struct gp_ratio_cells cells = {gp_ref(memory, at->row, at->column + 2),
                                         gp_ref(memory, at->row, at->column),
                                         gp_ref(memory, at->row, at->column + 1)};
    gp_put_per_head(at->book, at->sheet, at->row, per_head, at->sum, &cells);
    gp_put_of_payroll(at->book, at->sheet, at->row, per_head + 1, at->sum, &cells);
}

// The last row of those below a total.
static size_t last_below(const struct gp_budget *budget, size_t total) {
    size_t last = total;
    while (last + 1 < budget->by_manager_count &&
           budget->by_manager[last + 1].direct.currency ==
               budget->by_manager[total].direct.currency &&
           budget->by_manager[last + 1].depth > budget->by_manager[total].depth)
        last++;
    return GP_ROLL_FIRST + last;
}

// The direct sum, and the wholes of the managers one level below: those rows follow.
static const char *whole_formula(const struct sums *at, size_t offset, size_t last,
                                 unsigned decimals) {
    struct gp_memory *memory = at->book->memory;
    const char *direct = gp_ref(memory, at->row, GP_ROLL_DIRECT + offset);
    if (last == at->row)
        return gp_print(memory, "=%s", direct);
    return gp_print(
        memory, "=ROUND(%s+SUMIFS(%s,%s,%s+1),%u)", direct,
        gp_ref_range(memory, NULL, at->row + 1, at->column + offset, last, at->column + offset),
        gp_ref_range(memory, NULL, at->row + 1, GP_ROLL_LEVEL, last, GP_ROLL_LEVEL),
        gp_ref(memory, at->row, GP_ROLL_LEVEL), decimals);
}

static void put_whole(const struct sums *at, size_t last) {
    gp_put_formula_number(at->sheet, at->row, at->column, whole_formula(at, 0, last, 0),
                          (double)at->sum->headcount, GP_STYLE_NUMBER);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        gp_put_formula_number(
            at->sheet, at->row, at->column + 1 + i,
            whole_formula(at, 1 + i, last, gp_currency_decimals(at->sum->currency)),
            gp_budget_value(gp_amount_of(at->sum, gp_roll_amount(i))),
            gp_budget_style(at->sum->currency, GP_LOOK_PLAIN));
    put_ratios(at, GP_ROLL_PER_HEAD);
}

static const char *currency_is(const struct gp_budget_book *book, size_t row) {
    return gp_print(book->memory, "%s,%s", gp_pay_range(book, GP_PAY_CURRENCY),
                    gp_ref(book->memory, row, GP_ROLL_CURRENCY));
}

static void put_manager(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t index) {
    const struct gp_budget_total *total = &book->budget->by_manager[index];
    size_t row = GP_ROLL_FIRST + index;
    const struct sums direct = {book, sheet, row, GP_ROLL_DIRECT, &total->direct};
    const struct sums whole = {book, sheet, row, GP_ROLL_WHOLE, &total->whole};
    const char *name = gp_ref(book->memory, row, GP_ROLL_MANAGER);
    gp_put_text(sheet, row, GP_ROLL_MANAGER, book->managers[index], name_style(total->depth));
    gp_put_number(sheet, row, GP_ROLL_LEVEL, (double)total->depth + 1, GP_STYLE_NUMBER);
    gp_put_text(sheet, row, GP_ROLL_CURRENCY, gp_currency_code(total->direct.currency),
                GP_STYLE_CENTER);
    put_sums(&direct, gp_print(book->memory, "%s,%s,%s", currency_is(book, row),
                               gp_pay_range(book, GP_PAY_MANAGER),
                               gp_budget_is(book->memory, name, book->managers[index])));
    put_whole(&whole, last_below(book->budget, index));
}

static void put_titles(struct gp_sheet *sheet, size_t row, size_t column) {
    gp_put_text(sheet, row, column, "People", GP_STYLE_HEADER);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        gp_put_text(sheet, row, column + 1 + i, gp_amount_title(gp_roll_amount(i)),
                    GP_STYLE_HEADER_RIGHT);
}

static void put_header(struct gp_sheet *sheet, size_t row, const char *who) {
    gp_put_text(sheet, row, GP_ROLL_MANAGER, who, GP_STYLE_HEADER);
    gp_put_text(sheet, row, GP_ROLL_LEVEL, "Level", GP_STYLE_HEADER);
    gp_put_text(sheet, row, GP_ROLL_CURRENCY, "Currency", GP_STYLE_HEADER);
    put_titles(sheet, row, GP_ROLL_DIRECT);
    gp_sheet_height(sheet, row, HEADER_HEIGHT);
}

static void put_tree(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    gp_put_merged(sheet,
                  (struct gp_area){BLOCKS_ROW, GP_ROLL_DIRECT, BLOCKS_ROW, GP_ROLL_WHOLE - 1},
                  "Direct reports", GP_STYLE_HEADER);
    gp_put_merged(sheet,
                  (struct gp_area){BLOCKS_ROW, GP_ROLL_WHOLE, BLOCKS_ROW, GP_ROLL_OF_PAYROLL},
                  "Everybody below: direct reports, theirs, and so on", GP_STYLE_HEADER);
    put_header(sheet, HEADER_ROW, "Manager");
    put_titles(sheet, HEADER_ROW, GP_ROLL_WHOLE);
    gp_put_text(sheet, HEADER_ROW, GP_ROLL_PER_HEAD, "Per head", GP_STYLE_HEADER_RIGHT);
    gp_put_text(sheet, HEADER_ROW, GP_ROLL_OF_PAYROLL, "Of payroll", GP_STYLE_HEADER_RIGHT);
    for (size_t i = 0; i < book->budget->by_manager_count; i++)
        put_manager(book, sheet, i);
}

static void put_section(struct gp_sheet *sheet, size_t row, const char *title, const char *who) {
    for (size_t column = 0; column <= GP_ROLL_WHOLE + 1; column++)
        gp_put_blank(sheet, row, column, GP_STYLE_SECTION);
    gp_put_text(sheet, row, 0, title, GP_STYLE_SECTION);
    gp_sheet_height(sheet, row, SECTION_HEIGHT);
    put_header(sheet, row + 1, who);
    gp_put_blank(sheet, row + 1, GP_ROLL_LEVEL, GP_STYLE_HEADER);
    gp_put_text(sheet, row + 1, GP_ROLL_WHOLE, "Per head", GP_STYLE_HEADER_RIGHT);
    gp_put_text(sheet, row + 1, GP_ROLL_WHOLE + 1, "Of payroll", GP_STYLE_HEADER_RIGHT);
}

static void put_name(struct gp_sheet *sheet, size_t row, const char *name, gp_currency currency) {
    gp_put_text(sheet, row, GP_ROLL_MANAGER, name, GP_STYLE_TEXT);
    gp_put_blank(sheet, row, GP_ROLL_LEVEL, GP_STYLE_TEXT);
    gp_put_text(sheet, row, GP_ROLL_CURRENCY, gp_currency_code(currency), GP_STYLE_CENTER);
}

static size_t put_rungs(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row) {
    put_section(sheet, row, "By rung", "Rung");
    row += 2;
    for (size_t i = 0; i < book->budget->by_rung_count; i++, row++) {
        const struct gp_budget_rung *rung = &book->budget->by_rung[i];
        const struct sums at = {book, sheet, row, GP_ROLL_DIRECT, &rung->sum};
        const char *name = gp_budget_rung(book->report, rung->rung);
        const char *role =
            gp_budget_is(book->memory, gp_ref(book->memory, row, GP_ROLL_MANAGER), name);
        if (rung->rung == GP_NO_RUNG)
            role = "\"*" GP_OUTSIDE "\"";
        put_name(sheet, row, name, rung->sum.currency);
        put_sums(&at, gp_print(book->memory, "%s,%s,%s", currency_is(book, row),
                               gp_pay_range(book, GP_PAY_ROLE), role));
        put_ratios(&at, GP_ROLL_WHOLE);
    }
    return row + 1;
}

static size_t put_currencies(const struct gp_budget_book *book, struct gp_sheet *sheet,
                             size_t row) {
    put_section(sheet, row, "By currency", "Everybody");
    row += 2;
    for (size_t i = 0; i < book->budget->by_currency_count; i++, row++) {
        const struct gp_budget_sum *sum = &book->budget->by_currency[i];
        const struct sums at = {book, sheet, row, GP_ROLL_DIRECT, sum};
        put_name(sheet, row, gp_print(book->memory, "All in %s", gp_currency_code(sum->currency)),
                 sum->currency);
        put_sums(&at, currency_is(book, row));
        put_ratios(&at, GP_ROLL_WHOLE);
    }
    return row + 1;
}

static void set_widths(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    enum { LEVEL = 7, CODE = 10, PEOPLE = 8, AMOUNT = 11, RATE = 11, STEP = 3 };
    double name = LEAST_NAME;
    for (size_t i = 0; i < book->budget->by_manager_count; i++)
        name = gp_budget_text_width(gp_print(book->memory, "%s%*s", book->managers[i],
                                             STEP * (int)book->budget->by_manager[i].depth, ""),
                                    name, MOST_NAME);
    gp_sheet_width(sheet, GP_ROLL_MANAGER, GP_ROLL_MANAGER, name);
    gp_sheet_width(sheet, GP_ROLL_LEVEL, GP_ROLL_LEVEL, LEVEL);
    gp_sheet_width(sheet, GP_ROLL_CURRENCY, GP_ROLL_CURRENCY, CODE);
    gp_sheet_width(sheet, GP_ROLL_DIRECT, GP_ROLL_DIRECT, PEOPLE);
    gp_sheet_width(sheet, GP_ROLL_WHOLE, GP_ROLL_WHOLE, AMOUNT);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++) {
        double width = gp_budget_width(book, gp_roll_amount(i), AMOUNT);
        gp_sheet_width(sheet, GP_ROLL_DIRECT + 1 + i, GP_ROLL_DIRECT + 1 + i, width);
        gp_sheet_width(sheet, GP_ROLL_WHOLE + 1 + i, GP_ROLL_WHOLE + 1 + i, width);
    }
    gp_sheet_width(sheet, GP_ROLL_PER_HEAD, GP_ROLL_OF_PAYROLL, RATE);
}

void gp_put_budget_roll_up(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    gp_put_budget_title(sheet, "Roll-up",
                        "By manager, down the tree. A manager's own budget stands with their own "
                        "manager, or under (no manager).");
    set_widths(book, sheet);
    put_tree(book, sheet);
    size_t row = GP_ROLL_FIRST + book->budget->by_manager_count + 1;
    row = put_rungs(book, sheet, row);
    row = put_currencies(book, sheet, row);
    gp_sheet_freeze(sheet, GP_ROLL_FIRST, GP_ROLL_MANAGER + 1);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, true, 0, BLOCKS_ROW, 2);
    gp_sheet_print_area(sheet, row - 1, GP_ROLL_OF_PAYROLL);
}
