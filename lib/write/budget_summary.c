#include "base/text.h"
#include "write/budget_parts.h"

// Columns: labels, then a currency each. A note beside a fact runs from NOTE to LAST.
enum { LABEL, VALUE, NOTE, LAST = 8, FACTS = 3 };
enum { LEAST_LABEL = 40, LEAST_VALUE = 12, HEADER_HEIGHT = 20, SECTION_HEIGHT = 22 };

struct page {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    size_t row;
    double widths[LAST + 1];
};

static struct gp_memory *memory_of(const struct page *page) {
    return page->book->memory;
}

static double width_of(const struct page *page, size_t column, size_t last) {
    double width = 0;
    for (; column <= last; column++)
        width += page->widths[column];
    return width;
}

static void put_section(struct page *page, const char *title) {
    gp_put_text(page->sheet, page->row, 0, title, GP_STYLE_SECTION);
    for (size_t column = 1; column <= LAST; column++)
        gp_put_blank(page->sheet, page->row, column, GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, page->row++, SECTION_HEIGHT);
}

// The name of a fact and what is to be known about it; the fact itself goes between them.
static void put_fact(struct page *page, const char *name, const char *note) {
    gp_put_text(page->sheet, page->row, LABEL, name, GP_STYLE_TEXT);
    gp_put_merged(page->sheet, (struct gp_area){page->row, NOTE, page->row, LAST}, note,
                  GP_STYLE_WRAP);
    gp_sheet_height(page->sheet, page->row, gp_wrapped_height(note, width_of(page, NOTE, LAST)));
}

static void put_count(struct page *page, const char *name, size_t count, const char *note) {
    put_fact(page, name, note);
    gp_put_number(page->sheet, page->row++, VALUE, (double)count, GP_STYLE_NUMBER);
}

static size_t with_another_rate(const struct gp_budget_book *book) {
    size_t count = 0;
    for (size_t i = 0; i < book->budget->line_count; i++)
        count += book->budget->lines[i].rate_ppm != book->report->policy->budget_ppm;
    return count;
}

static gp_money limit_of(const gp_money *limits, gp_currency currency) {
    while (limits->currency != currency)
        limits++;
    return *limits;
}

static void put_limit(struct page *page, gp_money limit, const char *what, const char *note) {
    put_fact(page, gp_print(memory_of(page), "%s, %s", what, gp_currency_code(limit.currency)),
             note);
    gp_put_number(page->sheet, page->row++, VALUE, gp_budget_value(limit),
                  gp_budget_style(limit.currency, GP_LOOK_INPUT));
}

// In the order in which place_limits() gave them their rows.
static void put_limits(struct page *page) {
    const struct gp_budget_book *book = page->book;
    const struct gp_policy *policy = book->report->policy;
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        gp_currency currency = book->budget->by_currency[i].currency;
        if (book->floors[i] != 0)
            put_limit(page, limit_of(policy->floors, currency), "Floor of a pool, per head",
                      "Whoever would have less has this much.");
        if (book->caps[i] != 0)
            put_limit(page, limit_of(policy->caps, currency), "Cap of a pool, per head",
                      "Whoever would have more has this much.");
    }
}

static void put_rates(struct page *page) {
    const struct gp_budget_book *book = page->book;
    put_fact(page, "Rate of the policy",
             "of salary. Change it here: everybody without another rate follows.");
    gp_put_number(page->sheet, page->row, GP_BUDGET_RATE_COLUMN,
                  book->report->policy->budget_ppm / 1000000.0, GP_STYLE_INPUT_RATE);
    const char *rate = gp_ref_fixed(memory_of(page), page->row++, GP_BUDGET_RATE_COLUMN);
    put_limits(page);
    put_count(page, "People with a salary", book->budget->line_count,
              "They are listed on People, in order of name.");
    put_fact(page, "... with another rate", "their own, or that of their rung");
    if (book->budget->line_count == 0)
        gp_put_number(page->sheet, page->row++, VALUE, 0, GP_STYLE_NUMBER);
    else
        gp_put_formula_number(page->sheet, page->row++, VALUE,
                              gp_print(memory_of(page), "=SUMPRODUCT((%s<>%s)*1)",
                                       gp_pay_range(book, GP_PAY_RATE), rate),
                              (double)with_another_rate(book), GP_STYLE_NUMBER);
    put_count(page, "People without a salary", book->budget->without_salary,
              "They are on the roster, but have no budget here.");
}

static void put_year(struct page *page) {
    const struct gp_budget *budget = page->book->budget;
    if (!gp_date_known(budget->terms.year_first))
        return;
    put_fact(
        page, "Budget year",
        gp_print(memory_of(page), "from %s to %s. %s",
                 gp_date_text(memory_of(page), budget->terms.year_first),
                 gp_date_text(memory_of(page), budget->terms.year_last),
                 budget->terms.prorate
                     ? "Who works part of full time, or is here for part of the year, has "
                       "that share of a pool."
                     : "Everybody has a whole pool: part-time and part-year are not counted."));
    gp_put_number(page->sheet, page->row++, VALUE, budget->terms.year_first.year, GP_STYLE_NUMBER);
}

static void put_trained(struct page *page) {
    const struct gp_budget *budget = page->book->budget;
    size_t people = budget->line_count + budget->without_salary;
    gp_permille share = gp_share((int64_t)budget->trained, (int64_t)people);
    put_fact(page, "Any training so far",
             gp_print(memory_of(page),
                      "%zu of %zu %s on the roster %s had some of the budget spent on them. "
                      "Published for comparison: only 40 %% of product managers have ever had any "
                      "training.",
                      budget->trained, people, people == 1 ? "person" : "people",
                      budget->trained == 1 ? "has" : "have"));
    if (share == GP_NO_SHARE)
        gp_put_text(page->sheet, page->row++, VALUE, "", GP_STYLE_PERCENT);
    else
        gp_put_number(page->sheet, page->row++, VALUE, share / 1000.0, GP_STYLE_PERCENT);
}

static void put_overspent(struct page *page) {
    const struct gp_budget_book *book = page->book;
    enum { MOST_NAMES = 20 };
    size_t count = 0;
    const char *names =
        gp_overspent_names(memory_of(page), book->report, book->budget, MOST_NAMES, &count);
    put_fact(page, "Overspent",
             count == 0 ? "Nobody had more spent on them than they have, when this was made."
                        : gp_print(memory_of(page), "When this was made: %s. See People.", names));
    if (book->budget->line_count == 0)
        gp_put_number(page->sheet, page->row++, VALUE, 0, GP_STYLE_NUMBER);
    else
        gp_put_formula_number(
            page->sheet, page->row++, VALUE,
            gp_print(memory_of(page), "=COUNTIF(%s,\"<0\")", gp_pay_range(book, GP_PAY_LEFT)),
            (double)count, GP_STYLE_NUMBER);
}

// A row of the totals: its label, and a style for what stands in it.
static void put_label(struct page *page, const char *label) {
    gp_put_text(page->sheet, page->row, LABEL, label, GP_STYLE_TEXT);
}

static const char *criteria_of(const struct page *page, size_t header, size_t currency) {
    return gp_print(memory_of(page), "%s,%s", gp_pay_range(page->book, GP_PAY_CURRENCY),
                    gp_ref(memory_of(page), header, VALUE + currency));
}

static void put_people(struct page *page, size_t header) {
    const struct gp_budget_book *book = page->book;
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        const struct gp_budget_sum *sum = &book->budget->by_currency[i];
        const char *criteria = criteria_of(page, header, i);
        gp_put_formula_number(page->sheet, page->row, VALUE + i,
                              gp_print(memory_of(page), "=COUNTIFS(%s)", criteria),
                              (double)sum->headcount, GP_STYLE_NUMBER);
        gp_put_formula_number(page->sheet, page->row + 1, VALUE + i,
                              gp_print(memory_of(page), "=COUNTIFS(%s,%s,\">0\")", criteria,
                                       gp_pay_range(book, GP_PAY_SPENT)),
                              (double)sum->trained, GP_STYLE_NUMBER);
    }
    put_label(page, "People");
    page->row++;
    put_label(page, "... with anything spent on them so far");
    page->row++;
}

static void put_amount(struct page *page, size_t header, enum gp_amount amount, const char *label) {
    const struct gp_budget_book *book = page->book;
    put_label(page, label);
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        const struct gp_budget_sum *sum = &book->budget->by_currency[i];
        gp_put_formula_number(
            page->sheet, page->row, VALUE + i,
            gp_budget_sum(book, amount, sum->currency, criteria_of(page, header, i)),
            gp_budget_value(gp_amount_of(sum, amount)),
            gp_budget_style(sum->currency, GP_LOOK_PLAIN));
    }
    page->row++;
}

// Below the pool, which has the salaries above it and, three rows further up, the people.
static void put_ratios(struct page *page) {
    const struct gp_budget_book *book = page->book;
    size_t pool = page->row - 1;
    put_label(page, "... of payroll (published range: 1 to 5 %)");
    page->row++;
    put_label(page, "... per head");
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        const struct gp_budget_sum *sum = &book->budget->by_currency[i];
        const struct gp_ratio_cells cells = {.pool = gp_ref(memory_of(page), pool, VALUE + i),
                                             .salary = gp_ref(memory_of(page), pool - 1, VALUE + i),
                                             .people =
                                                 gp_ref(memory_of(page), pool - 3, VALUE + i)};
        gp_put_of_payroll(book, page->sheet, page->row - 1, VALUE + i, sum, &cells);
        gp_put_per_head(book, page->sheet, page->row, VALUE + i, sum, &cells);
    }
    page->row++;
}

// What the courses close, and at what price a level.
static void put_closed(struct page *page) {
    const struct gp_budget_book *book = page->book;
    put_label(page, "Levels closed by what is planned");
    page->row++;
    put_label(page, "... planned per level closed");
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        const struct gp_budget_sum *sum = &book->budget->by_currency[i];
        const char *closed = gp_ref(memory_of(page), page->row - 1, VALUE + i);
        const char *planned = gp_ref(memory_of(page), page->row - 3, VALUE + i);
        gp_put_number(page->sheet, page->row - 1, VALUE + i, (double)sum->closed / 1000,
                      GP_STYLE_NUMBER);
        gp_put_per_level(book, page->sheet,
                         &(struct gp_per_level){.row = page->row,
                                                .column = VALUE + i,
                                                .cost = sum->planned,
                                                .closed = sum->closed,
                                                .cost_cell = planned,
                                                .closed_cell = closed});
    }
    page->row++;
}

static void put_totals(struct page *page) {
    const struct gp_budget *budget = page->book->budget;
    size_t header = ++page->row + 1;
    put_section(page, "Totals by currency");
    gp_put_text(page->sheet, page->row, LABEL, "", GP_STYLE_HEADER);
    for (size_t i = 0; i < budget->by_currency_count; i++)
        gp_put_text(page->sheet, page->row, VALUE + i,
                    gp_currency_code(budget->by_currency[i].currency), GP_STYLE_HEADER_RIGHT);
    gp_sheet_height(page->sheet, page->row++, HEADER_HEIGHT);
    put_people(page, header);
    put_amount(page, header, GP_AMOUNT_SALARY, "Payroll: salaries of a year");
    put_amount(page, header, GP_AMOUNT_POOL, "Pool");
    put_ratios(page);
    for (size_t part = 0; part < GP_PART_COUNT; part++)
        put_amount(page, header, (enum gp_amount)(GP_AMOUNT_PARTS + part),
                   gp_print(memory_of(page), "... for %s", gp_part_id((enum gp_part)part)));
    put_amount(page, header, GP_AMOUNT_CARRY_OVER, "Carried over from last year");
    put_amount(page, header, GP_AMOUNT_SPENT, "Spent so far");
    put_amount(page, header, GP_AMOUNT_LEFT, "Left: pool + carried over - spent");
    put_amount(page, header, GP_AMOUNT_PLANNED, "Planned");
    put_amount(page, header, GP_AMOUNT_OPEN, "Open: left - planned");
    if (gp_budget_has_courses(page->book))
        put_closed(page);
}

static void put_note(struct page *page, const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, 0, page->row, LAST}, text,
                  GP_STYLE_NOTE);
    gp_sheet_height(page->sheet, page->row++, gp_wrapped_height(text, width_of(page, 0, LAST)));
}

static void put_notes(struct page *page) {
    const unsigned *percents = page->book->report->policy->part_percents;
    put_note(page, "3 % of salary is the figure of the articles these rules come from; the public "
                   "range is 1 to 5 % of payroll.");
    put_note(page, gp_print(memory_of(page),
                            "Each pool is rounded to the smallest coin, halves up, and split "
                            "%u/%u/%u into training, coaching and conferences by largest "
                            "remainder, so that the parts always sum to the pool. Totals are sums "
                            "of rounded amounts. Below 0 left means overspent.",
                            percents[0], percents[1], percents[2]));
    put_note(page, "Each currency has totals of its own; amounts in two currencies are never added "
                   "to one another.");
    if (gp_budget_has_courses(page->book))
        put_note(page, "Which courses were chosen does not follow a changed rate or price: run "
                       "growthplan budget again for that. Levels count by the weight of their "
                       "activity.");
    if (page->book->budget->terms.pooled)
        put_note(page, "A manager's people are one purse: one of them may have more planned than "
                       "is left, as long as they all together have not.");
}

static void set_widths(struct page *page) {
    double value = LEAST_VALUE, label = LEAST_LABEL;
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        value = gp_budget_width(page->book, (enum gp_amount)i, value);
    page->widths[LABEL] = label;
    for (size_t i = VALUE; i <= LAST; i++)
        page->widths[i] = value;
    size_t last = page->book->budget->by_currency_count;
    gp_sheet_width(page->sheet, LABEL, LABEL, label);
    gp_sheet_width(page->sheet, VALUE, last > LAST ? last : LAST, value);
}

void gp_put_budget_summary(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    struct page page = {.book = book, .sheet = sheet, .row = FACTS};
    size_t currencies = book->budget->by_currency_count;
    set_widths(&page);
    gp_put_budget_title(
        sheet, "Training budget",
        gp_print(book->memory,
                 "As of %s. For the budget holder alone: this workbook holds salaries.",
                 gp_date_text(book->memory, book->report->as_of)));
    put_section(&page, "Rate and people");
    put_rates(&page);
    put_year(&page);
    put_trained(&page);
    put_overspent(&page);
    put_totals(&page);
    page.row = gp_put_budget_charts(book, sheet, page.row + 1, page.widths);
    put_notes(&page);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, false, 0, 0, 0);
    gp_sheet_print_area(sheet, page.row - 1, currencies > LAST ? currencies : LAST);
}
