#include "base/text.h"
#include "write/budget_parts.h"

// Columns of the tables on Summary; the amounts stand behind them.
enum { COL_WHO, COL_CURRENCY, COL_PEOPLE, COL_AMOUNTS };
enum { LAST = COL_AMOUNTS + GP_AMOUNT_COUNT - 1, FACTS = 3, NOTE = 2 };

struct page {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    size_t row;
    double note_width; // characters of the columns a note beside a fact runs over
    double width;      // of all
};

static struct gp_memory *memory_of(const struct page *page) {
    return page->book->memory;
}

static void put_section(struct page *page, const char *title) {
    gp_put_text(page->sheet, page->row, 0, title, GP_STYLE_SECTION);
    for (size_t column = 1; column <= LAST; column++)
        gp_put_blank(page->sheet, page->row, column, GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, page->row++, 22);
}

// The name of a fact and what is to be known about it; the fact itself goes between them.
static void put_fact(struct page *page, const char *name, const char *note) {
    gp_put_text(page->sheet, page->row, 0, name, GP_STYLE_TEXT);
    gp_put_merged(page->sheet, (struct gp_area){page->row, NOTE, page->row, LAST}, note,
                  GP_STYLE_WRAP);
    gp_sheet_height(page->sheet, page->row, gp_wrapped_height(note, page->note_width));
}

static void put_count(struct page *page, const char *name, size_t count, const char *note) {
    put_fact(page, name, note);
    gp_put_number(page->sheet, page->row++, 1, (double)count, GP_STYLE_NUMBER);
}

static size_t with_another_rate(const struct gp_budget_book *book) {
    size_t count = 0;
    for (size_t i = 0; i < book->budget->line_count; i++)
        count += book->budget->lines[i].rate_ppm != book->report->policy->budget_ppm;
    return count;
}

static void put_rates(struct page *page) {
    const struct gp_budget_book *book = page->book;
    put_fact(page, "Rate of the policy",
             "of salary. Change it here: everybody without another rate follows.");
    gp_put_number(page->sheet, page->row, GP_BUDGET_RATE_COLUMN,
                  book->report->policy->budget_ppm / 1000000.0, GP_STYLE_INPUT_RATE);
    const char *rate = gp_ref_fixed(memory_of(page), page->row++, GP_BUDGET_RATE_COLUMN);
    put_count(page, "People with a salary", book->budget->line_count,
              "They are listed on People, in order of name.");
    put_fact(page, "... with another rate", "their own, or that of their rung");
    if (book->budget->line_count == 0)
        gp_put_number(page->sheet, page->row++, 1, 0, GP_STYLE_NUMBER);
    else
        gp_put_formula_number(page->sheet, page->row++, 1,
                              gp_print(memory_of(page), "=SUMPRODUCT((%s<>%s)*1)",
                                       gp_budget_range(book, GP_PAY_RATE), rate),
                              (double)with_another_rate(book), GP_STYLE_NUMBER);
    put_count(page, "People without a salary", book->budget->without_salary,
              "They are on the roster, but have no budget here.");
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
        gp_put_text(page->sheet, page->row++, 1, "", GP_STYLE_PERCENT);
    else
        gp_put_number(page->sheet, page->row++, 1, share / 1000.0, GP_STYLE_PERCENT);
}

static void put_header(struct page *page, const char *who) {
    gp_put_text(page->sheet, page->row, COL_WHO, who, GP_STYLE_HEADER);
    gp_put_text(page->sheet, page->row, COL_CURRENCY, "Currency", GP_STYLE_HEADER);
    gp_put_text(page->sheet, page->row, COL_PEOPLE, "People", GP_STYLE_HEADER);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        gp_put_text(page->sheet, page->row, COL_AMOUNTS + i, gp_amount_title(i),
                    GP_STYLE_HEADER_RIGHT);
    gp_sheet_height(page->sheet, page->row++, 20);
}

// A row of sums; `manager` is NULL for those over everybody.
static void put_total(struct page *page, const struct gp_budget_sum *total, const char *manager) {
    const struct gp_budget_book *book = page->book;
    struct gp_amounts amounts = gp_amounts_of_sum(total);
    const char *who = manager == NULL ? NULL : gp_ref(memory_of(page), page->row, COL_WHO);
    const char *currency = gp_ref(memory_of(page), page->row, COL_CURRENCY);
    const char *counted =
        gp_print(memory_of(page), "%s,%s", gp_budget_range(book, GP_PAY_CURRENCY), currency);
    if (manager != NULL)
        counted =
            gp_print(memory_of(page), "%s,%s,%s", counted, gp_budget_range(book, GP_PAY_MANAGER),
                     gp_budget_is(memory_of(page), who, manager));
    gp_put_text(page->sheet, page->row, COL_WHO, manager == NULL ? "Everybody" : manager,
                GP_STYLE_TEXT);
    gp_put_text(page->sheet, page->row, COL_CURRENCY, gp_currency_code(total->currency),
                GP_STYLE_CENTER);
    gp_put_formula_number(page->sheet, page->row, COL_PEOPLE,
                          gp_print(memory_of(page), "=COUNTIFS(%s)", counted),
                          (double)total->headcount, GP_STYLE_NUMBER);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        gp_put_formula_number(page->sheet, page->row, COL_AMOUNTS + i,
                              gp_budget_sum(book, i, total->currency, currency, who, manager),
                              gp_budget_value(amounts.items[i]),
                              gp_budget_style(total->currency, false));
    page->row++;
}

static void put_totals(struct page *page) {
    const struct gp_budget *budget = page->book->budget;
    page->row++;
    put_section(page, "By currency");
    put_header(page, "Who");
    for (size_t i = 0; i < budget->by_currency_count; i++)
        put_total(page, &budget->by_currency[i], NULL);
    page->row++;
    put_section(page, "By manager");
    put_header(page, "Manager");
    for (size_t i = 0; i < budget->by_manager_count; i++)
        put_total(page, &budget->by_manager[i].direct, page->book->managers[i]);
}

static void put_note(struct page *page, const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, 0, page->row, LAST}, text,
                  GP_STYLE_NOTE);
    gp_sheet_height(page->sheet, page->row++, gp_wrapped_height(text, page->width));
}

static void put_notes(struct page *page) {
    const unsigned *percents = page->book->report->policy->part_percents;
    page->row++;
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
}

static void set_widths(struct page *page) {
    enum { LEAST = 25, MOST = 44, CURRENCY = 11, PEOPLE = 9 };
    double who = LEAST;
    for (size_t i = 0; i < page->book->budget->by_manager_count; i++) {
        double width = 1.1 * gp_text_width(page->book->managers[i]) + 2;
        who = width > who ? width : who;
    }
    who = who < MOST ? who : MOST;
    gp_sheet_width(page->sheet, COL_WHO, COL_WHO, who);
    gp_sheet_width(page->sheet, COL_CURRENCY, COL_CURRENCY, CURRENCY);
    gp_sheet_width(page->sheet, COL_PEOPLE, COL_PEOPLE, PEOPLE);
    page->note_width = PEOPLE;
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++) {
        double width = gp_budget_width(page->book, i);
        gp_sheet_width(page->sheet, COL_AMOUNTS + i, COL_AMOUNTS + i, width);
        page->note_width += width;
    }
    page->width = page->note_width + who + CURRENCY;
}

void gp_put_budget_summary(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    struct page page = {.book = book, .sheet = sheet, .row = FACTS};
    set_widths(&page);
    gp_put_text(sheet, 0, 0, "Training budget", GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 28);
    gp_put_text(sheet, 1, 0,
                gp_print(book->memory,
                         "As of %s. For the budget holder alone: this workbook holds salaries.",
                         gp_date_text(book->memory, book->report->as_of)),
                GP_STYLE_SUBTITLE);
    put_section(&page, "Rate and people");
    put_rates(&page);
    put_trained(&page);
    put_totals(&page);
    put_notes(&page);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, true, 0, 0, 0);
    gp_sheet_print_area(sheet, page.row - 1, LAST);
}
