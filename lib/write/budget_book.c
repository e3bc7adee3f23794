#include "base/text.h"
#include "model/pay.h"
#include "write/about.h"
#include "write/budget_parts.h"

#include <assert.h>
#include <string.h>

size_t gp_amount_column(size_t amount) {
    static const size_t columns[GP_AMOUNT_COUNT] = {
        GP_PAY_SALARY,    GP_PAY_POOL,  GP_PAY_PARTS, GP_PAY_PARTS + 1,
        GP_PAY_PARTS + 2, GP_PAY_SPENT, GP_PAY_LEFT};
    return columns[amount];
}

const char *gp_amount_title(size_t amount) {
    static const char *const titles[GP_AMOUNT_COUNT] = {
        "Salary", "Pool", "Training", "Coaching", "Conferences", "Spent", "Left"};
    return titles[amount];
}

struct gp_amounts gp_amounts_of_sum(const struct gp_budget_sum *total) {
    return (struct gp_amounts){{total->salary, total->pool, total->parts[0], total->parts[1],
                                total->parts[2], total->spent, total->left}};
}

const char *gp_budget_manager(const struct gp_team *team, size_t person) {
    const struct gp_person *of = &team->people[person];
    if (of->manager != GP_NO_PERSON)
        return team->people[of->manager].name;
    return of->manager_name == NULL ? "" : of->manager_name;
}

static const char *total_name(const struct gp_budget_total *total) {
    return total->manager_name == NULL ? "" : total->manager_name;
}

// How surely a total is the one of a person's manager; 0 for not at all. A manager who is not on
// the roster is only a name, which may be spelled in more than one way.
static unsigned manager_match(const struct gp_budget_book *book, const struct gp_person *person,
                              const struct gp_budget_total *total) {
    if (person->manager != GP_NO_PERSON || total->manager != GP_NO_PERSON)
        return person->manager == total->manager ? 2 : 0;
    const char *name = person->manager_name == NULL ? "" : person->manager_name;
    if (strcmp(name, total_name(total)) == 0)
        return 2;
    return strcmp(gp_text_key(book->memory, name), gp_text_key(book->memory, total_name(total))) ==
           0;
}

size_t gp_budget_total_of(const struct gp_budget_book *book, const struct gp_budget_line *line) {
    const struct gp_person *person = &book->report->team->people[line->person];
    size_t best = 0;
    unsigned best_match = 0;
    for (size_t i = 0; i < book->budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &book->budget->by_manager[i];
        unsigned match = total->direct.currency == line->salary.currency
                             ? manager_match(book, person, total)
                             : 0;
        if (match > best_match) {
            best = i;
            best_match = match;
        }
    }
    assert(best_match > 0);
    return best;
}

double gp_budget_value(gp_money money) {
    return (double)money.minor / (double)gp_currency_scale(money.currency);
}

enum gp_style gp_budget_style(gp_currency currency, bool total) {
    switch (gp_currency_decimals(currency)) {
    case 0:
        return total ? GP_STYLE_TOTAL_MONEY_0 : GP_STYLE_MONEY_0;
    case 2:
        return total ? GP_STYLE_TOTAL_MONEY : GP_STYLE_MONEY;
    default:
        return total ? GP_STYLE_TOTAL_MONEY_3 : GP_STYLE_MONEY_3;
    }
}

double gp_budget_width(const struct gp_budget_book *book, size_t amount) {
    enum { LEAST = 13 };
    double widest = LEAST;
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        struct gp_amounts amounts = gp_amounts_of_sum(&book->budget->by_currency[i]);
        size_t digits = strlen(gp_money_text(book->memory, amounts.items[amount]));
        // A comma every three digits, bold type, and some air.
        size_t with_commas = digits + digits / 3;
        double width = 1.15 * (double)with_commas + 2;
        widest = width > widest ? width : widest;
    }
    return widest;
}

const char *gp_budget_range(const struct gp_budget_book *book, size_t column) {
    size_t rows = book->budget->line_count > 0 ? book->budget->line_count : 1;
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

const char *gp_budget_sum(const struct gp_budget_book *book, size_t amount, gp_currency code,
                          const char *currency, const char *manager, const char *manager_name) {
    const char *criteria =
        gp_print(book->memory, "%s,%s", gp_budget_range(book, GP_PAY_CURRENCY), currency);
    if (manager != NULL)
        criteria =
            gp_print(book->memory, "%s,%s,%s", criteria, gp_budget_range(book, GP_PAY_MANAGER),
                     gp_budget_is(book->memory, manager, manager_name));
    return gp_print(book->memory, "=ROUND(SUMIFS(%s,%s),%u)",
                    gp_budget_range(book, gp_amount_column(amount)), criteria,
                    gp_currency_decimals(code));
}

// Whether an earlier total of the same currency is called so already.
static bool name_taken(const struct gp_budget_book *book, size_t total, const char *name) {
    const char *key = gp_text_key(book->memory, name);
    for (size_t i = 0; i < total; i++)
        if (book->budget->by_manager[i].direct.currency ==
                book->budget->by_manager[total].direct.currency &&
            strcmp(gp_text_key(book->memory, book->managers[i]), key) == 0)
            return true;
    return false;
}

static void name_managers(struct gp_budget_book *book) {
    const struct gp_budget *budget = book->budget;
    book->managers = gp_alloc(book->memory, budget->by_manager_count, sizeof *book->managers);
    for (size_t i = 0; i < budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &budget->by_manager[i];
        const char *name = total_name(total);
        if (name[0] == '\0' && total->manager != GP_NO_PERSON)
            name = book->report->team->people[total->manager].name;
        if (name[0] == '\0')
            name = "(no manager)";
        book->managers[i] = name;
        for (unsigned next = 2; name_taken(book, i, book->managers[i]); next++)
            book->managers[i] = gp_print(book->memory, "%s (%u)", name, next);
    }
}

bool gp_write_budget_book(const struct gp_report *report, const struct gp_budget *budget,
                          const char *path, const char **why) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_budget_book sheets = {.memory = memory, .report = report, .budget = budget};
    name_managers(&sheets);
    struct gp_book *book =
        gp_book_open(memory, path, report->scratch, "Training budget", report->as_of);
    gp_put_budget_summary(&sheets, gp_book_sheet(book, GP_BUDGET_SUMMARY));
    gp_put_budget_people(&sheets, gp_book_sheet(book, GP_BUDGET_PEOPLE));
    gp_put_about(memory, gp_book_sheet(book, GP_ABOUT), report, NULL);
    bool good = gp_book_close(book, 0600, why);
    gp_memory_close(memory);
    return good;
}
