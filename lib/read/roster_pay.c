#include "read/roster_parts.h"

#include <string.h>

static struct gp_pay *pay_of(const struct gp_roster_row *entry) {
    return &entry->reading->intake->payroll.items[entry->person];
}

// Says of a field what is wrong with it, but not its text: nobody else should see that.
static void refuse_unseen(const struct gp_roster_row *entry, enum gp_field field,
                          const char *wrong) {
    gp_intake_fault(entry->reading->intake, entry->person, gp_roster_place(entry, field), "%s %s",
                    gp_roster_fields[field], wrong);
}

// "120.000": both readings, and how to write the larger one so that it is no other.
static void refuse_two_readings(const struct gp_roster_row *entry, enum gp_field field,
                                gp_currency column) {
    static const char digits[] = "0123456789";
    struct gp_memory *memory = entry->reading->intake->memory;
    const char *text = gp_roster_cell(entry, field), *start = text + strcspn(text, digits);
    size_t before = strspn(start, digits);
    const char *point = start + before;
    size_t behind = *point == '\0' ? 0 : strspn(point + 1, digits);
    const char *rest = *point == '\0' ? point : point + 1 + behind;
    const char *unit = rest[0] == 'k' || rest[0] == 'K' ? "k" : "";
    char *whole = gp_copy(memory, start, before);
    char *part = gp_copy(memory, rest - behind, behind);
    const char *joined =
        gp_print(memory, "%.*s%s%s%s", (int)(start - text), text, whole, part, rest);
    struct gp_salary_text salary = {.amount = {0, column}};
    gp_money_parse(joined, column, &salary);
    const char *right = gp_currency_decimals(salary.amount.currency) == 0
                            ? gp_print(memory, "%s%s", whole, part)
                            : gp_print(memory, "%s,%s.00", whole, part);
    const char *written = gp_copy(memory, start, (size_t)(rest - start));
    const char *larger = gp_print(memory, "%s%s", whole, part);
    while (behind > 0 && part[behind - 1] == '0')
        part[--behind] = '\0';
    gp_intake_fault(entry->reading->intake, entry->person, gp_roster_place(entry, field),
                    "%s: %s%s may be %s%s or %s%s%s%s; write %s%s", gp_roster_fields[field],
                    written, unit, larger, unit, whole, behind > 0 ? "." : "", part, unit, right,
                    unit);
}

// The text is shown only where it is no amount: whoever reads messages may not know what is paid.
static void refuse_money(const struct gp_roster_row *entry, enum gp_field field,
                         enum gp_money_fault fault, gp_currency column) {
    switch (fault) {
    case GP_MONEY_GOOD:
        break;
    case GP_MONEY_NOT_A_NUMBER:
        gp_roster_refuse(entry, field,
                         "write an amount such as 120000, 120,000.00 USD or 45.50/hr");
        break;
    case GP_MONEY_NO_CURRENCY:
        refuse_unseen(entry, field,
                      "has no currency; add a column currency, or set currency in policy.csv");
        break;
    case GP_MONEY_TWO_READINGS:
        refuse_two_readings(entry, field, column);
        break;
    case GP_MONEY_TOO_FINE:
        refuse_unseen(entry, field,
                      "has more decimals than its currency has; round it to what can be paid");
        break;
    case GP_MONEY_TOO_LARGE:
        refuse_unseen(entry, field,
                      "is over 10000000000000 of the smallest unit; check its digits");
        break;
    case GP_MONEY_TWO_CURRENCIES:
        refuse_unseen(entry, field, "names two currencies, in its cell or beside it; keep one");
        break;
    }
}

// Policy's currency is for amounts that name none: it says which dollar "$" is, and nothing else.
static enum gp_money_fault parse_salary(const struct gp_roster_row *entry, gp_currency named,
                                        struct gp_salary_text *salary) {
    const char *text = gp_roster_cell(entry, GP_FIELD_SALARY);
    if (named != GP_NO_CURRENCY)
        return gp_money_parse(text, named, salary);
    enum gp_money_fault fault =
        gp_money_parse(text, entry->reading->intake->policy->currency, salary);
    return fault == GP_MONEY_TWO_CURRENCIES ? gp_money_parse(text, GP_NO_CURRENCY, salary) : fault;
}

static void warn_of_period(const struct gp_roster_row *entry, unsigned periods_per_year) {
    const char *period = periods_per_year == 12    ? "month"
                         : periods_per_year == 52  ? "week"
                         : periods_per_year == 260 ? "day"
                                                   : "hour";
    if (periods_per_year != 1)
        gp_warn(entry->reading->intake->messages, gp_roster_place(entry, GP_FIELD_SALARY),
                "salary is per %s: taken as %u %ss a year", period, periods_per_year, period);
}

static void read_salary(const struct gp_roster_row *entry) {
    const char *code = gp_roster_cell(entry, GP_FIELD_CURRENCY);
    gp_currency named = gp_currency_find(code, strlen(code));
    if (code[0] != '\0' && named == GP_NO_CURRENCY) {
        gp_roster_refuse(entry, GP_FIELD_CURRENCY, "write a code of ISO 4217 such as USD or EUR");
        return;
    }
    if (gp_roster_cell(entry, GP_FIELD_SALARY)[0] == '\0')
        return;
    struct gp_salary_text salary = {.periods_per_year = 1};
    enum gp_money_fault fault = parse_salary(entry, named, &salary);
    if (fault != GP_MONEY_GOOD) {
        gp_currency column = named;
        if (column == GP_NO_CURRENCY)
            column = entry->reading->intake->policy->currency;
        refuse_money(entry, GP_FIELD_SALARY, fault, column);
        return;
    }
    warn_of_period(entry, salary.periods_per_year);
    struct gp_pay *pay = pay_of(entry);
    pay->known = true;
    pay->salary = salary.amount;
    pay->spent = (gp_money){0, salary.amount.currency};
}

static void read_spent(const struct gp_roster_row *entry) {
    struct gp_pay *pay = pay_of(entry);
    struct gp_salary_text spent = {.periods_per_year = 1};
    if (gp_roster_cell(entry, GP_FIELD_SPENT)[0] == '\0')
        return;
    if (gp_roster_cell(entry, GP_FIELD_SALARY)[0] == '\0')
        refuse_unseen(entry, GP_FIELD_SPENT,
                      "stands without a salary; add the salary, or empty it");
    if (!pay->known)
        return;
    enum gp_money_fault fault =
        gp_money_parse(gp_roster_cell(entry, GP_FIELD_SPENT), pay->salary.currency, &spent);
    if (fault != GP_MONEY_GOOD)
        refuse_money(entry, GP_FIELD_SPENT, fault, pay->salary.currency);
    else if (spent.periods_per_year != 1)
        refuse_unseen(entry, GP_FIELD_SPENT, "is given per period; write what was spent this year");
    else
        pay->spent = spent.amount;
}

// `value` with `places` digits behind the point, as few of them as say it.
static const char *decimal_text(struct gp_memory *memory, int64_t value, unsigned places) {
    int64_t unit = 1;
    while (places > 0 && value % 10 == 0) {
        value /= 10;
        places--;
    }
    for (unsigned i = 0; i < places; i++)
        unit *= 10;
    if (places == 0)
        return gp_print(memory, "%lld", (long long)value);
    return gp_print(memory, "%lld.%0*lld", (long long)(value / unit), (int)places,
                    (long long)(value % unit));
}

// A bare 1 or 0.5 is meant as a percentage by one and as a share by another, and no error would
// show: smaller ones are shares, and larger ones percentages, whoever wrote them.
static bool refuse_bare_rate(const struct gp_roster_row *entry, const char *text) {
    enum { PLACES = 6, LEAST = 200000, MOST = 1000000, FINEST_SHARE = 100 };
    struct gp_memory *memory = entry->reading->intake->memory;
    int64_t number = 0;
    if (!gp_decimal_parse(text, PLACES, &number) || number < LEAST || number > MOST)
        return false;
    const char *percent = decimal_text(memory, number, PLACES);
    const char *share = number % FINEST_SHARE != 0
                            ? ""
                            : gp_print(memory, " or %s", decimal_text(memory, number, PLACES + 2));
    gp_intake_fault(entry->reading->intake, entry->person, gp_roster_place(entry, GP_FIELD_RATE),
                    "rate is %s, which may be %s %% or %s %%; write %s %%%s",
                    gp_quoted(entry->reading->intake->memory, text), percent,
                    decimal_text(memory, number, PLACES - 2), percent, share);
    return true;
}

static void read_rate(const struct gp_roster_row *entry) {
    const char *text = gp_roster_cell(entry, GP_FIELD_RATE);
    if (text[0] == '\0' || refuse_bare_rate(entry, text))
        return;
    if (!gp_rate_parse(text, &pay_of(entry)->rate_ppm))
        gp_roster_refuse(entry, GP_FIELD_RATE,
                         "write a percentage such as 3 % or 0.03, at most 100 %");
}

void gp_roster_pay(const struct gp_roster_row *entry) {
    read_salary(entry);
    read_rate(entry);
    read_spent(entry);
}
