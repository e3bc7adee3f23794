#include "analyze/budget_lines.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

// 10^13 minor units x a million x 366 is over 64 bits.
__extension__ typedef __int128 wide;

enum { WHOLE_PPM = 1000000, QUARTERS = 4, QUARTER_MONTHS = 3, YEAR_MONTHS = 12 };

static int32_t rate_of(const struct gp_policy *policy, const struct gp_person *person,
                       const struct gp_pay *pay) {
    if (pay->rate_ppm >= 0)
        return pay->rate_ppm;
    if (person->rung != GP_NO_RUNG && policy->rung_budget_ppm[person->rung] >= 0)
        return policy->rung_budget_ppm[person->rung];
    return policy->budget_ppm;
}

static int32_t days_employed(const struct gp_budget_terms *terms, const struct gp_pay *pay) {
    gp_date first = terms->year_first, last = terms->year_last;
    if (gp_date_known(pay->joins) && gp_date_compare(pay->joins, first) > 0)
        first = pay->joins;
    if (gp_date_known(pay->leaves) && gp_date_compare(pay->leaves, last) < 0)
        last = pay->leaves;
    return gp_days_between(first, last);
}

static void count_days(const struct gp_budget_terms *terms, const struct gp_pay *pay,
                       struct gp_budget_line *line) {
    line->fte_ppm = WHOLE_PPM;
    if (gp_date_known(terms->year_first))
        line->year_days = gp_days_between(terms->year_first, terms->year_last);
    line->days = line->year_days;
    if (!terms->prorate)
        return;
    assert(line->year_days > 0);
    line->fte_ppm = pay->fte_ppm >= 0 ? pay->fte_ppm : WHOLE_PPM;
    line->days = days_employed(terms, pay);
}

static int64_t prorated(const struct gp_budget_line *line) {
    wide whole = (wide)WHOLE_PPM * line->year_days;
    wide share = (wide)line->full.minor * line->fte_ppm * line->days;
    return (int64_t)((2 * share + whole) / (2 * whole));
}

// The amount of a currency among `limits`, or `otherwise`.
static int64_t limit_of(const gp_money *limits, size_t count, gp_currency currency,
                        int64_t otherwise) {
    for (size_t i = 0; i < count; i++)
        if (limits[i].currency == currency)
            return limits[i].minor;
    return otherwise;
}

static int64_t limited(const struct gp_policy *policy, const struct gp_budget_terms *terms,
                       const struct gp_budget_line *line, int64_t pool) {
    gp_currency currency = line->salary.currency;
    bool employed = !terms->prorate || line->days > 0;
    int64_t least = limit_of(policy->floors, policy->floor_count, currency, 0);
    int64_t most = limit_of(policy->caps, policy->cap_count, currency, INT64_MAX);
    if (employed && pool < least)
        pool = least;
    return pool < most ? pool : most;
}

static struct gp_budget_line make_line(const struct gp_budget_input *input, size_t person,
                                       const gp_money *spent_by_kind) {
    const struct gp_pay *pay = &input->payroll->items[person];
    gp_currency currency = pay->salary.currency;
    gp_money nothing = {0, currency};
    assert(pay->spent.minor == 0 || pay->spent.currency == currency);
    assert(pay->carry_over.minor == 0 || pay->carry_over.currency == currency);
    struct gp_budget_line line = {.person = person, .salary = pay->salary};
    line.rate_ppm = rate_of(input->policy, &input->team->people[person], pay);
    line.full = gp_money_share(line.salary, line.rate_ppm);
    count_days(&input->terms, pay, &line);
    int64_t pool = input->terms.prorate ? prorated(&line) : line.full.minor;
    line.pool = (gp_money){limited(input->policy, &input->terms, &line, pool), currency};
    gp_money_split(line.pool, input->policy->part_percents, line.parts, GP_PART_COUNT);
    line.carry_over = (gp_money){pay->carry_over.minor, currency};
    line.spent = (gp_money){input->expenses->given ? 0 : pay->spent.minor, currency};
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        line.spent_by_kind[i] = (gp_money){spent_by_kind[i].minor, currency};
    line.choice = (struct gp_choice){.planned = nothing, .exact = true, .open = GP_NO_ACTIVITY};
    return line;
}

// Sums up what the list of expenses says, and what is left. False when it does not fit.
static bool close_line(struct gp_budget_line *line) {
    gp_money before = line->pool;
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        if (!gp_money_add(line->spent, line->spent_by_kind[i], &line->spent))
            return false;
    if (!gp_money_add(before, line->carry_over, &before))
        return false;
    line->left = (gp_money){before.minor - line->spent.minor, before.currency}; // both at least 0
    line->open = line->left;
    return true;
}

static bool in_year(const struct gp_budget_terms *terms, gp_date date) {
    return gp_date_compare(date, terms->year_first) >= 0 &&
           gp_date_compare(date, terms->year_last) <= 0;
}

// What was spent on each person in the budget year, [person][kind]; NULL with a message when a sum
// does not fit.
static gp_money *sum_expenses(struct gp_memory *memory, const struct gp_budget_input *input,
                              struct gp_messages *messages, struct gp_budget *budget) {
    size_t count = input->team->person_count;
    gp_money *sums = gp_alloc(memory, count * GP_PART_COUNT, sizeof *sums);
    for (size_t i = 0; input->expenses->given && i < input->expenses->count; i++) {
        const struct gp_expense *expense = &input->expenses->items[i];
        const struct gp_pay *pay = &input->payroll->items[expense->person];
        assert(!pay->known || expense->amount.currency == pay->salary.currency);
        if (!in_year(&input->terms, expense->date)) {
            budget->outside_year++;
            continue;
        }
        budget->without_line += !pay->known;
        gp_money *sum = &sums[expense->person * GP_PART_COUNT + expense->kind];
        if (__builtin_add_overflow(sum->minor, expense->amount.minor, &sum->minor)) {
            gp_error(messages, expense->at,
                     "what was spent adds up to more than can be counted; check the amounts");
            return NULL;
        }
    }
    return sums;
}

static bool is_trained(const struct gp_budget_input *input, size_t person, const gp_money *sums) {
    if (!input->expenses->given)
        return input->payroll->items[person].spent.minor > 0;
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        if (sums[person * GP_PART_COUNT + i].minor > 0)
            return true;
    return false;
}

// The first day of the month `months` behind that of `date`; 0 <= months.
static gp_date month_after(gp_date date, int months) {
    int month = date.month - 1 + months;
    return (gp_date){(int16_t)(date.year + month / YEAR_MONTHS), (int8_t)(month % YEAR_MONTHS + 1),
                     1};
}

// The last day before the first of a month.
static gp_date day_before(gp_date first) {
    gp_date month = month_after((gp_date){(int16_t)(first.year - 1), first.month, 1}, 11);
    return (gp_date){month.year, month.month, (int8_t)(gp_date_days(first) - gp_date_days(month))};
}

static size_t quarter_of(gp_date year_first, gp_date date) {
    int months = (date.year - year_first.year) * YEAR_MONTHS + date.month - year_first.month;
    return (size_t)months / QUARTER_MONTHS;
}

static int by_code(const void *a, const void *b) {
    const gp_currency *one = a, *other = b;
    return strcmp(gp_currency_code(*one), gp_currency_code(*other));
}

// The currencies of the lines by code, each once; how many in `*count`.
static gp_currency *currencies_of(struct gp_memory *memory, const struct gp_budget *budget,
                                  size_t *count) {
    gp_currency *found = gp_alloc(memory, budget->line_count, sizeof *found);
    for (size_t i = 0; i < budget->line_count; i++)
        found[i] = budget->lines[i].salary.currency;
    qsort(found, budget->line_count, sizeof *found, by_code);
    for (size_t i = 0; i < budget->line_count; i++)
        if (i == 0 || found[i] != found[i - 1])
            found[(*count)++] = found[i];
    return found;
}

static void open_quarters(struct gp_memory *memory, struct gp_budget *budget) {
    size_t count = 0;
    const gp_currency *currencies = currencies_of(memory, budget, &count);
    gp_date year_first = budget->terms.year_first;
    assert(year_first.day == 1);
    budget->quarters = gp_alloc(memory, count * QUARTERS, sizeof *budget->quarters);
    budget->quarter_count = count * QUARTERS;
    for (size_t i = 0; i < budget->quarter_count; i++) {
        int number = (int)(i % QUARTERS);
        gp_money nothing = {0, currencies[i / QUARTERS]};
        budget->quarters[i] = (struct gp_budget_quarter){
            .currency = nothing.currency,
            .quarter = {year_first.year, (int8_t)(number + 1)},
            .first = month_after(year_first, number * QUARTER_MONTHS),
            .last = day_before(month_after(year_first, (number + 1) * QUARTER_MONTHS)),
            .spent = {nothing, nothing, nothing}};
    }
}

// False, with a message, when a sum does not fit.
static bool fill_quarters(struct gp_memory *memory, const struct gp_budget_input *input,
                          struct gp_messages *messages, struct gp_budget *budget) {
    if (!input->expenses->given || !gp_date_known(input->terms.year_first))
        return true;
    open_quarters(memory, budget);
    for (size_t i = 0; i < input->expenses->count; i++) {
        const struct gp_expense *expense = &input->expenses->items[i];
        if (!input->payroll->items[expense->person].known || !in_year(&input->terms, expense->date))
            continue;
        size_t at = quarter_of(input->terms.year_first, expense->date);
        while (budget->quarters[at].currency != expense->amount.currency)
            at += QUARTERS;
        gp_money *sum = &budget->quarters[at].spent[expense->kind];
        if (!gp_money_add(*sum, expense->amount, sum))
            return gp_error(messages, expense->at,
                            "what was spent in %s adds up to more than can be counted; check the "
                            "amounts",
                            gp_currency_code(expense->amount.currency));
    }
    return true;
}

bool gp_budget_lines(struct gp_memory *memory, const struct gp_budget_input *input,
                     struct gp_messages *messages, struct gp_budget *budget) {
    const struct gp_team *team = input->team;
    const gp_money *sums = sum_expenses(memory, input, messages, budget);
    if (sums == NULL)
        return false;
    budget->lines = gp_alloc(memory, team->person_count, sizeof *budget->lines);
    for (size_t i = 0; i < team->person_count; i++) {
        budget->trained += is_trained(input, i, sums);
        if (!input->payroll->items[i].known) {
            budget->without_salary += team->people[i].on_roster;
            continue;
        }
        struct gp_budget_line *line = &budget->lines[budget->line_count++];
        *line = make_line(input, i, &sums[i * GP_PART_COUNT]);
        if (!close_line(line))
            return gp_error(messages, team->people[i].at,
                            "the amounts of %s add up to more than can be counted; check the "
                            "roster and what was spent",
                            gp_quoted(memory, team->people[i].name));
    }
    return fill_quarters(memory, input, messages, budget);
}
