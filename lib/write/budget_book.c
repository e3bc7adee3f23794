#include "base/text.h"
#include "model/pay.h"
#include "write/about.h"
#include "write/budget_parts.h"
#include "write/grid.h"

#include <assert.h>
#include <string.h>

size_t gp_pay_column(const struct gp_budget_book *book, enum gp_pay_column what) {
    enum { ONLY_PRORATED = GP_PAY_POOL - GP_PAY_FULL };
    if (book->budget->terms.prorate || what < GP_PAY_FULL)
        return what;
    return what < GP_PAY_POOL ? GP_NO_COLUMN : (size_t)what - ONLY_PRORATED;
}

enum gp_pay_column gp_pay_of_amount(enum gp_amount amount) {
    static const enum gp_pay_column columns[GP_AMOUNT_COUNT] = {
        GP_PAY_SALARY,     GP_PAY_POOL,  GP_PAY_PARTS, GP_PAY_PARTS + 1, GP_PAY_PARTS + 2,
        GP_PAY_CARRY_OVER, GP_PAY_SPENT, GP_PAY_LEFT,  GP_PAY_PLANNED,   GP_PAY_OPEN};
    return columns[amount];
}

static const char *total_name(const struct gp_budget_total *total) {
    return total->manager_name == NULL ? "" : total->manager_name;
}

// What a total by manager is found by: a manager on the roster, else a name, and its currency.
static const char *key_of_manager(struct gp_memory *memory, size_t manager, const char *name,
                                  gp_currency currency) {
    if (manager != GP_NO_PERSON)
        return gp_print(memory, "%d #%zu", (int)currency, manager);
    return gp_print(memory, "%d =%s", (int)currency, name == NULL ? "" : name);
}

// A manager who is not on the roster is only a name, which may be spelled in more than one way.
static const char *key_of_folded(struct gp_memory *memory, const char *name, gp_currency currency) {
    return gp_print(memory, "%d ~%s", (int)currency, gp_text_key(memory, name == NULL ? "" : name));
}

// The first total of a manager and currency counts; a name as it is written before one that is
// spelled in another way.
void gp_budget_find_totals(struct gp_budget_book *book) {
    const struct gp_budget *budget = book->budget;
    struct gp_memory *memory = gp_memory_open();
    struct gp_map *places = gp_map_new(memory);
    for (size_t i = 0; i < budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &budget->by_manager[i];
        gp_currency currency = total->direct.currency;
        gp_map_add(places, key_of_manager(memory, total->manager, total->manager_name, currency),
                   i);
        if (total->manager == GP_NO_PERSON)
            gp_map_add(places, key_of_folded(memory, total->manager_name, currency), i);
    }
    book->totals = gp_alloc(book->memory, budget->line_count, sizeof *book->totals);
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_budget_line *line = &budget->lines[i];
        const struct gp_person *person = &book->report->team->people[line->person];
        gp_currency currency = line->salary.currency;
        bool found = gp_map_find(
            places, key_of_manager(memory, person->manager, person->manager_name, currency),
            &book->totals[i]);
        if (!found)
            found = gp_map_find(places, key_of_folded(memory, person->manager_name, currency),
                                &book->totals[i]);
        assert(found);
    }
    gp_memory_close(memory);
}

size_t gp_budget_currency_of(const struct gp_budget_book *book, gp_currency currency) {
    size_t at = 0;
    while (book->budget->by_currency[at].currency != currency)
        at++;
    return at;
}

double gp_budget_value(gp_money money) {
    return (double)money.minor / (double)gp_currency_scale(money.currency);
}

enum gp_style gp_budget_style(gp_currency currency, enum gp_money_look look) {
    static const enum gp_style styles[][3] = {
        [GP_LOOK_PLAIN] = {GP_STYLE_MONEY_0, GP_STYLE_MONEY, GP_STYLE_MONEY_3},
        [GP_LOOK_TOTAL] = {GP_STYLE_TOTAL_MONEY_0, GP_STYLE_TOTAL_MONEY, GP_STYLE_TOTAL_MONEY_3},
        [GP_LOOK_INPUT] = {GP_STYLE_INPUT_MONEY_0, GP_STYLE_INPUT_MONEY, GP_STYLE_INPUT_MONEY_3}};
    unsigned decimals = gp_currency_decimals(currency);
    return styles[look][decimals == 0 ? 0 : decimals == 2 ? 1 : 2];
}

double gp_budget_width(const struct gp_budget_book *book, enum gp_amount amount, double least) {
    double widest = least;
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        gp_money money = gp_amount_of(&book->budget->by_currency[i], amount);
        // Bold type, and some air.
        double width = 1.1 * (double)strlen(gp_money_grouped(book->memory, money)) + 1.5;
        widest = width > widest ? width : widest;
    }
    return widest;
}

double gp_budget_text_width(const char *text, double least, double most) {
    double needed = 1.1 * gp_text_width(text) + 2;
    if (needed > most)
        needed = most;
    return needed > least ? needed : least;
}

const char *gp_pay_range(const struct gp_budget_book *book, enum gp_pay_column what) {
    size_t rows = book->budget->line_count > 0 ? book->budget->line_count : 1;
    size_t column = gp_pay_column(book, what);
    return gp_ref_range(book->memory, GP_BUDGET_PEOPLE, GP_PAY_FIRST, column,
                        GP_PAY_FIRST + rows - 1, column);
}

const char *gp_budget_is(struct gp_memory *memory, const char *cell, const char *text) {
    if (strpbrk(text, "*?~") == NULL)
        return gp_print(memory, "\"=\"&%s", cell);
    return gp_print(memory,
                    "\"=\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%s,\"~\",\"~~\"),\"*\",\"~*\"),"
                    "\"?\",\"~?\")",
                    cell);
}

const char *gp_budget_sum(const struct gp_budget_book *book, enum gp_amount amount,
                          gp_currency currency, const char *criteria) {
    return gp_print(book->memory, "=ROUND(SUMIFS(%s,%s),%u)",
                    gp_pay_range(book, gp_pay_of_amount(amount)), criteria,
                    gp_currency_decimals(currency));
}

void gp_put_per_head(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                     size_t column, const struct gp_budget_sum *sum,
                     const struct gp_ratio_cells *cells) {
    gp_money each = gp_per_head(sum);
    long long scale = gp_currency_scale(sum->currency);
    if (sum->headcount == 0) {
        gp_put_blank(sheet, row, column, GP_STYLE_TEXT);
        return;
    }
    gp_put_formula_number(
        sheet, row, column,
        gp_print(book->memory, "=IF(%s=0,\"\",ROUND(%s/%s,0)/%lld)", cells->people,
                 gp_budget_minor(book->memory, cells->pool, sum->currency), cells->people, scale),
        gp_budget_value(each), gp_budget_style(sum->currency, GP_LOOK_PLAIN));
}

void gp_put_of_payroll(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                       size_t column, const struct gp_budget_sum *sum,
                       const struct gp_ratio_cells *cells) {
    int64_t share = gp_of_payroll(sum);
    const char *formula =
        gp_print(book->memory, "=IF(%s=0,\"\",ROUND(%s*10000/%s,0)/10000)", cells->salary,
                 gp_budget_minor(book->memory, cells->pool, sum->currency),
                 gp_budget_minor(book->memory, cells->salary, sum->currency));
    if (share < 0)
        gp_put_formula_text(sheet, row, column, formula, "", GP_STYLE_RATE);
    else
        gp_put_formula_number(sheet, row, column, formula, (double)share / 10000, GP_STYLE_RATE);
}

void gp_put_per_level(const struct gp_budget_book *book, struct gp_sheet *sheet,
                      const struct gp_per_level *of) {
    gp_currency currency = of->cost.currency;
    const char *formula =
        gp_print(book->memory, "=IF(%s=0,\"\",ROUND(%s*1000/ROUND(%s*1000,0),0)/%lld)",
                 of->closed_cell, gp_budget_minor(book->memory, of->cost_cell, currency),
                 of->closed_cell, (long long)gp_currency_scale(currency));
    enum gp_style style = gp_budget_style(currency, GP_LOOK_PLAIN);
    if (of->closed == 0)
        gp_put_formula_text(sheet, of->row, of->column, formula, "", style);
    else
        gp_put_formula_number(sheet, of->row, of->column, formula,
                              gp_budget_value(gp_per_level(of->cost, of->closed)), style);
}

void gp_put_budget_title(struct gp_sheet *sheet, const char *title, const char *subtitle) {
    enum { TITLE_HEIGHT = 28 };
    gp_put_text(sheet, 0, 0, title, GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, TITLE_HEIGHT);
    gp_put_text(sheet, 1, 0, subtitle, GP_STYLE_SUBTITLE);
}

// A name that no other in `taken` has: "Ann", else "Ann (2)" and so on.
static const char *name_of_its_own(struct gp_memory *memory, struct gp_map *taken,
                                   const char *name) {
    const char *free = name;
    for (unsigned next = 2;; next++) {
        const char *key = gp_text_key(memory, free);
        // A name of signs alone has no key.
        const char *known_by = key[0] == '\0' ? free : key;
        size_t value = 0;
        if (!gp_map_find(taken, known_by, &value)) {
            gp_map_add(taken, known_by, 0);
            return free;
        }
        free = gp_print(memory, "%s (%u)", name, next);
    }
}

static const char *manager_name(const struct gp_budget_book *book,
                                const struct gp_budget_total *total) {
    const char *name = total_name(total);
    if (name[0] == '\0' && total->manager != GP_NO_PERSON)
        name = book->report->team->people[total->manager].name;
    return name[0] == '\0' ? "(no manager)" : name;
}

static void name_managers(struct gp_budget_book *book) {
    const struct gp_budget *budget = book->budget;
    struct gp_map *taken = NULL;
    book->managers = gp_alloc(book->memory, budget->by_manager_count, sizeof *book->managers);
    for (size_t i = 0; i < budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &budget->by_manager[i];
        if (i == 0 || total->direct.currency != total[-1].direct.currency)
            taken = gp_map_new(book->memory);
        book->managers[i] = name_of_its_own(book->memory, taken, manager_name(book, total));
    }
}

static void name_people(struct gp_budget_book *book) {
    const struct gp_budget *budget = book->budget;
    struct gp_map *taken = gp_map_new(book->memory);
    book->people = gp_alloc(book->memory, budget->line_count, sizeof *book->people);
    for (size_t i = 0; i < budget->line_count; i++) {
        const char *name = book->report->team->people[budget->lines[i].person].name;
        book->people[i] = name_of_its_own(book->memory, taken, name);
        book->course_count += budget->lines[i].choice.count;
    }
}

static bool has_limit(const gp_money *limits, size_t count, gp_currency currency) {
    for (size_t i = 0; i < count; i++)
        if (limits[i].currency == currency)
            return true;
    return false;
}

// Floors and caps stand right below the rate on Summary.
static void place_limits(struct gp_budget_book *book) {
    const struct gp_policy *policy = book->report->policy;
    size_t count = book->budget->by_currency_count, row = GP_BUDGET_RATE_ROW + 1;
    book->floors = gp_alloc(book->memory, count, sizeof *book->floors);
    book->caps = gp_alloc(book->memory, count, sizeof *book->caps);
    for (size_t i = 0; i < count; i++) {
        gp_currency currency = book->budget->by_currency[i].currency;
        if (has_limit(policy->floors, policy->floor_count, currency))
            book->floors[i] = row++;
        if (has_limit(policy->caps, policy->cap_count, currency))
            book->caps[i] = row++;
    }
}

bool gp_write_budget_book(const struct gp_report *report, const struct gp_budget *budget,
                          const char *path, const char **why) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_budget_book sheets = {.memory = memory, .report = report, .budget = budget};
    gp_budget_find_totals(&sheets);
    name_managers(&sheets);
    name_people(&sheets);
    place_limits(&sheets);
    struct gp_book *book =
        gp_book_open(memory, path, report->scratch, "Training budget", report->as_of);
    gp_put_budget_summary(&sheets, gp_book_sheet(book, GP_BUDGET_SUMMARY));
    bool large = budget->line_count > GP_BUDGET_LARGE;
    gp_put_budget_people(&sheets, large ? gp_book_long_sheet(book, GP_BUDGET_PEOPLE)
                                        : gp_book_sheet(book, GP_BUDGET_PEOPLE));
    if (gp_budget_has_courses(&sheets))
        gp_put_budget_courses(&sheets, gp_book_sheet(book, GP_BUDGET_COURSES));
    gp_put_budget_roll_up(&sheets, gp_book_sheet(book, GP_BUDGET_ROLL_UP));
    if (gp_budget_has_quarters(&sheets))
        gp_put_budget_quarters(&sheets, gp_book_sheet(book, GP_BUDGET_QUARTERS));
    gp_put_about(memory, gp_book_sheet(book, GP_ABOUT), report, NULL);
    bool good = gp_book_close(book, 0600, NULL, why);
    gp_memory_close(memory);
    return good;
}
