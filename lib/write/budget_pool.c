// The formulas that make a pool from a salary. A spreadsheet calculates in doubles, which hold
// whole numbers up to 2^53, about 9 x 10^15: every product here stays below that, so that each
// formula gives what the analysis gives, to the last minor unit.
#include "write/budget_parts.h"

enum { WHOLE_PPM = 1000000 };

// Up to so many minor units, ten million dollars in cents, a salary times a rate in millionths is
// exact.
static const int64_t plain_salary = 1000000000;
// Up to so many, ten thousand dollars, a pool times millionths of full time times days is, and may
// become some twenty times as much by another rate.
static const int64_t plain_pool = 1000000;

const char *gp_pay_cell(const struct gp_pay_row *row, enum gp_pay_column what) {
    return gp_ref(row->book->memory, row->row, gp_pay_column(row->book, what));
}

const char *gp_budget_minor(struct gp_memory *memory, const char *cell, gp_currency currency) {
    if (gp_currency_scale(currency) == 1)
        return gp_print(memory, "ROUND(%s,0)", cell);
    return gp_print(memory, "ROUND(%s*%lld,0)", cell, (long long)gp_currency_scale(currency));
}

static const char *minor_of(const struct gp_pay_row *row, enum gp_pay_column what) {
    return gp_budget_minor(row->book->memory, gp_pay_cell(row, what), row->line->salary.currency);
}

// A formula for whole minor units as one for the amount.
static const char *major(const struct gp_pay_row *row, const char *minor) {
    int64_t scale = gp_currency_scale(row->line->salary.currency);
    if (scale == 1)
        return gp_print(row->book->memory, "=%s", minor);
    return gp_print(row->book->memory, "=(%s)/%lld", minor, (long long)scale);
}

static const char *full_minor(const struct gp_pay_row *row) {
    struct gp_memory *memory = row->book->memory;
    const char *salary = minor_of(row, GP_PAY_SALARY);
    const char *rate = gp_print(memory, "ROUND(%s*1000000,0)", gp_pay_cell(row, GP_PAY_RATE));
    if (row->line->salary.minor <= plain_salary)
        return gp_print(memory, "ROUND(%s*%s/1000000,0)", salary, rate);
    return gp_print(memory, "INT(%s/1000000)*%s+ROUND((%s-1000000*INT(%s/1000000))*%s/1000000,0)",
                    salary, rate, salary, salary, rate);
}

const char *gp_full_formula(const struct gp_pay_row *row) {
    return major(row, full_minor(row));
}

// numerator / denominator, half up, of whole numbers.
static const char *half_up(struct gp_memory *memory, const char *numerator, int64_t denominator) {
    long long by = (long long)denominator;
    return gp_print(memory, "(%s-MOD(%s,%lld))/%lld+IF(2*MOD(%s,%lld)>=%lld,1,0)", numerator,
                    numerator, by, by, numerator, by, by);
}

// full x fte x days / (1000000 x year_days). A large pool is taken apart into millions and a rest:
// millions x fte x days = quotient x year_days + remainder, so that the whole is the quotient and
// (remainder x 1000000 + rest x fte x days) / (1000000 x year_days).
static const char *share_minor(const struct gp_pay_row *row) {
    struct gp_memory *memory = row->book->memory;
    int64_t year = row->line->year_days;
    const char *full = minor_of(row, GP_PAY_FULL);
    const char *share = gp_print(memory, "ROUND(%s*1000000,0)*%s", gp_pay_cell(row, GP_PAY_FTE),
                                 gp_pay_cell(row, GP_PAY_DAYS));
    if (row->line->full.minor <= plain_pool)
        return half_up(memory, gp_print(memory, "(%s*%s)", full, share), WHOLE_PPM * year);
    const char *millions = gp_print(memory, "INT(%s/1000000)*%s", full, share);
    const char *quotient = gp_print(memory, "INT(%s/%lld)", millions, (long long)year);
    const char *rest = gp_print(memory, "((%s-%lld*%s)*1000000+(%s-1000000*INT(%s/1000000))*%s)",
                                millions, (long long)year, quotient, full, full, share);
    return gp_print(memory, "%s+%s", quotient, half_up(memory, rest, WHOLE_PPM * year));
}

// The cell on Summary of a floor or cap; NULL for none.
static const char *limit_cell(const struct gp_pay_row *row, const size_t *rows) {
    size_t at = rows[gp_budget_currency_of(row->book, row->line->salary.currency)];
    if (at == 0)
        return NULL;
    return gp_print(row->book->memory, "%s!%s", GP_BUDGET_SUMMARY,
                    gp_ref_fixed(row->book->memory, at, GP_BUDGET_RATE_COLUMN));
}

bool gp_pool_limited(const struct gp_pay_row *row) {
    size_t currency = gp_budget_currency_of(row->book, row->line->salary.currency);
    return row->book->floors[currency] != 0 || row->book->caps[currency] != 0;
}

const char *gp_pool_formula(const struct gp_pay_row *row) {
    struct gp_memory *memory = row->book->memory;
    bool prorate = row->book->budget->terms.prorate;
    const char *least = limit_cell(row, row->book->floors);
    const char *most = limit_cell(row, row->book->caps);
    const char *pool = major(row, prorate ? share_minor(row) : full_minor(row));
    if (least != NULL && prorate)
        pool = gp_print(memory, "=IF(%s>0,MAX(%s,%s),0)", gp_pay_cell(row, GP_PAY_DAYS), pool + 1,
                        least);
    else if (least != NULL)
        pool = gp_print(memory, "=MAX(%s,%s)", pool + 1, least);
    return most == NULL ? pool : gp_print(memory, "=MIN(%s,%s)", pool + 1, most);
}

// A part by largest remainder: its share of the pool rounded down, and a unit more if the parts
// ahead of it (larger remainder; equal and earlier) are fewer than the units left over. The last
// part is what the others leave, which is what the largest remainder gives it too.
const char *gp_part_formula(const struct gp_pay_row *row, size_t part) {
    struct gp_memory *memory = row->book->memory;
    if (part == GP_PART_COUNT - 1)
        return gp_print(memory, "=ROUND(%s-%s-%s,%u)", gp_pay_cell(row, GP_PAY_POOL),
                        gp_pay_cell(row, GP_PAY_PARTS),
                        gp_pay_cell(row, (enum gp_pay_column)(GP_PAY_PARTS + 1)),
                        gp_currency_decimals(row->line->salary.currency));
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
