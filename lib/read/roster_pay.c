#include "base/period.h"
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

static const char *header_of(const struct gp_roster *reading, size_t column) {
    return column == GP_NO_COLUMN ? "" : gp_csv_text(&reading->csv, 0, column);
}

// The currency that the column `currency` names in a row; false where it is none of ISO 4217.
static bool find_currency(const struct gp_roster *reading, size_t row, gp_currency *currency) {
    size_t column = reading->at[GP_FIELD_CURRENCY];
    const char *code = column == GP_NO_COLUMN ? "" : gp_csv_text(&reading->csv, row, column);
    *currency = gp_currency_find(code, strlen(code));
    return code[0] == '\0' || *currency != GP_NO_CURRENCY;
}

// What stands beside an amount: `currency` is what the row says, GP_NO_CURRENCY if nothing. False
// when the header of the column names another one.
static bool find_beside(const struct gp_roster *reading, enum gp_roster_money money,
                        gp_currency currency, struct gp_money_beside *beside) {
    gp_currency policys = reading->intake->policy->currency;
    gp_currency header = gp_money_currency_within(header_of(reading, reading->money[money].column),
                                                  currency != GP_NO_CURRENCY ? currency : policys);
    *beside = (struct gp_money_beside){.currency = currency != GP_NO_CURRENCY ? currency : header,
                                       .default_currency = policys};
    return currency == GP_NO_CURRENCY || header == GP_NO_CURRENCY || header == currency;
}

void gp_roster_pay_open(struct gp_roster *reading) {
    static const enum gp_field fields[GP_ROSTER_MONEY_COUNT] = {GP_FIELD_SALARY, GP_FIELD_SPENT,
                                                                GP_FIELD_CARRY_OVER};
    for (size_t i = 0; i < GP_ROSTER_MONEY_COUNT; i++) {
        struct gp_amounts *amounts = &reading->money[i];
        *amounts = (struct gp_amounts){.csv = &reading->csv,
                                       .secret = true,
                                       .column = reading->at[fields[i]],
                                       .name = gp_roster_fields[fields[i]],
                                       .examples = i == GP_MONEY_SALARY
                                                       ? "120000, 120,000.00 USD or 45.50/hr"
                                                       : "1200 or 1,200.00 USD",
                                       .decimal = reading->intake->decimal};
        for (size_t row = 1; amounts->column != GP_NO_COLUMN && row < reading->csv.row_count;
             row++) {
            gp_currency currency = GP_NO_CURRENCY;
            struct gp_money_beside beside;
            find_currency(reading, row, &currency);
            find_beside(reading, (enum gp_roster_money)i, currency, &beside);
            gp_amounts_see(amounts, row, &beside);
        }
    }
    size_t column = reading->at[GP_FIELD_SALARY];
    reading->header_period = gp_period_within(header_of(reading, column));
    if (reading->header_period == GP_TWO_PERIODS) {
        reading->header_period = 0;
        gp_error(reading->intake->messages, gp_csv_at(&reading->csv, 0, column),
                 "the header %s names two periods; keep the one that is paid for",
                 gp_quoted(reading->intake->memory, header_of(reading, column)));
    }
}

// Reads an amount of the row; reports one that will not do.
static bool read_money(const struct gp_roster_row *entry, enum gp_roster_money money,
                       const struct gp_money_beside *beside, struct gp_salary_text *read) {
    struct gp_amounts *amounts = &entry->reading->money[money];
    struct gp_intake *intake = entry->reading->intake;
    enum gp_money_fault fault = gp_amounts_parse(amounts, entry->row, beside, read);
    if (fault == GP_MONEY_GOOD)
        return true;
    gp_intake_fault(intake, entry->person, gp_amounts_at(amounts, entry->row), "%s",
                    gp_amounts_fault(intake->memory, amounts, entry->row, fault, beside));
    return false;
}

// What the column `period` says: 0 if nothing, or nothing that is known, which is reported.
static unsigned read_period(const struct gp_roster_row *entry) {
    const char *text = gp_roster_cell(entry, GP_FIELD_PERIOD);
    unsigned period = gp_period_parse(text);
    if (text[0] != '\0' && period == 0)
        gp_roster_refuse(entry, GP_FIELD_PERIOD,
                         "write year, month, half month, two weeks, week, day or hour");
    return period;
}

// Salaries that are no year's, for gp_roster_pay_close() to tell.
static void count_annualized(const struct gp_roster_row *entry, unsigned period) {
    struct gp_annualized *annualized = entry->reading->annualized;
    if (period == 1)
        return;
    while (annualized->count > 0 && annualized->periods_per_year != period)
        annualized++;
    if (annualized->count++ == 0) {
        annualized->periods_per_year = period;
        annualized->first_at = gp_roster_place(entry, GP_FIELD_SALARY);
    }
}

void gp_roster_pay_close(const struct gp_roster *reading) {
    for (size_t i = 0; i < GP_MOST_PERIODS && reading->annualized[i].count > 0; i++) {
        const struct gp_annualized *annualized = &reading->annualized[i];
        unsigned period = annualized->periods_per_year;
        const char *people = annualized->count == 1
                                 ? "1 person"
                                 : gp_print(reading->intake->memory, "%zu people, first on line %u",
                                            annualized->count, (unsigned)annualized->first_at.line);
        gp_warn(reading->intake->messages, annualized->first_at,
                "salary per %s: taken as %u %s a year for %s", gp_period_word(period), period,
                gp_period_words(period), people);
    }
    for (size_t i = 0; i < GP_ROSTER_MONEY_COUNT; i++)
        gp_amounts_warn(&reading->money[i], reading->intake->messages);
}

static void read_salary(const struct gp_roster_row *entry) {
    struct gp_roster *reading = entry->reading;
    gp_currency named = GP_NO_CURRENCY;
    unsigned period = read_period(entry);
    bool known = find_currency(reading, entry->row, &named);
    if (!known)
        gp_roster_refuse(entry, GP_FIELD_CURRENCY, "write a code of ISO 4217 such as USD or EUR");
    if (!known || gp_roster_cell(entry, GP_FIELD_SALARY)[0] == '\0')
        return;
    struct gp_money_beside beside;
    struct gp_salary_text salary = {.periods_per_year = 1};
    if (!find_beside(reading, GP_MONEY_SALARY, named, &beside)) {
        refuse_unseen(entry, GP_FIELD_SALARY,
                      "has a header that names another currency than its row; keep one");
        return;
    }
    beside.periods_per_year = period != 0 ? period : reading->header_period;
    if (!read_money(entry, GP_MONEY_SALARY, &beside, &salary))
        return;
    if (period != 0 && salary.own_period != 0 && salary.own_period != period) {
        refuse_unseen(entry, GP_FIELD_SALARY,
                      gp_print(reading->intake->memory,
                               "is per %s in its cell, and per %s by the column period; keep one",
                               gp_period_word(salary.own_period), gp_period_word(period)));
        return;
    }
    count_annualized(entry, salary.periods_per_year);
    struct gp_pay *pay = pay_of(entry);
    pay->known = true;
    pay->salary = salary.amount;
    pay->periods_per_year = salary.periods_per_year;
    pay->spent = pay->carry_over = (gp_money){0, salary.amount.currency};
}

// What was spent, or is left from last year: in the currency of the salary. False where the cell
// is empty, or will not do.
static bool read_sum(const struct gp_roster_row *entry, enum gp_roster_money money,
                     enum gp_field field, gp_money *sum) {
    const struct gp_pay *pay = pay_of(entry);
    struct gp_salary_text read = {.periods_per_year = 1};
    struct gp_money_beside beside;
    if (gp_roster_cell(entry, field)[0] == '\0')
        return false;
    if (gp_roster_cell(entry, GP_FIELD_SALARY)[0] == '\0')
        refuse_unseen(entry, field, "stands without a salary; add the salary, or empty it");
    if (!pay->known)
        return false;
    if (!find_beside(entry->reading, money, pay->salary.currency, &beside)) {
        refuse_unseen(entry, field,
                      "has a header that names another currency than the salary; keep one");
        return false;
    }
    if (!read_money(entry, money, &beside, &read))
        return false;
    if (read.own_period != 0) {
        refuse_unseen(entry, field, "is given per period; write the sum of the year");
        return false;
    }
    *sum = read.amount;
    return true;
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

// The share of a full-time job: 0.8, or 80 %. A bare 80 may be a slip, so that more than 1 needs
// its sign; and nobody works under a hundredth of a job.
static void read_fte(const struct gp_roster_row *entry) {
    enum { PLACES = 6, WHOLE = 1000000, LEAST = 10000 };
    const char *text = gp_roster_cell(entry, GP_FIELD_FTE);
    int32_t share = 0;
    int64_t bare = 0;
    if (text[0] == '\0')
        return;
    bool too_large = gp_decimal_parse(text, PLACES, &bare) && bare > WHOLE;
    if (too_large || !gp_rate_parse(text, &share))
        share = 0;
    if (share >= LEAST)
        pay_of(entry)->fte_ppm = share;
    else
        gp_roster_refuse(entry, GP_FIELD_FTE,
                         "write the share of a full-time job, such as 0.8 or 80 %, at most 1");
}

static void read_days(const struct gp_roster_row *entry) {
    struct gp_pay *pay = pay_of(entry);
    // Nothing else asks for these days, and HR systems write them in ways that are no date here.
    if (!entry->reading->intake->prorate)
        return;
    gp_roster_day(entry, GP_FIELD_JOINED, &pay->joins);
    gp_roster_day(entry, GP_FIELD_LEAVES, &pay->leaves);
    if (gp_date_known(pay->joins) && gp_date_known(pay->leaves) &&
        gp_date_compare(pay->leaves, pay->joins) < 0)
        gp_roster_refuse(entry, GP_FIELD_LEAVES,
                         gp_print(entry->reading->intake->memory,
                                  "that is before %s, when they joined; correct one of them",
                                  gp_date_text(entry->reading->intake->memory, pay->joins)));
}

void gp_roster_pay(const struct gp_roster_row *entry) {
    struct gp_pay *pay = pay_of(entry);
    read_salary(entry);
    read_rate(entry);
    read_fte(entry);
    read_days(entry);
    if (read_sum(entry, GP_MONEY_SPENT, GP_FIELD_SPENT, &pay->spent))
        pay->spent_at = gp_roster_place(entry, GP_FIELD_SPENT);
    read_sum(entry, GP_MONEY_CARRY_OVER, GP_FIELD_CARRY_OVER, &pay->carry_over);
}
