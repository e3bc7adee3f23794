// money.h - amounts of money, exact to the minor unit of their currency (ISO 4217).
#ifndef GP_BASE_MONEY_H
#define GP_BASE_MONEY_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

// A currency as an index into the table of money.c; 0 is no currency.
typedef uint8_t gp_currency;
#define GP_NO_CURRENCY ((gp_currency)0)

// Cents, yen, fils: whole minor units. Never negative in an input.
typedef struct {
    int64_t minor;
    gp_currency currency;
} gp_money;

// The currency of an ISO 4217 code in any case; GP_NO_CURRENCY if there is none such.
gp_currency gp_currency_find(const char *code, size_t length);
const char *gp_currency_code(gp_currency currency);
// Digits behind the decimal point: 2 for USD, 0 for JPY, 3 for KWD.
unsigned gp_currency_decimals(gp_currency currency);
// Minor units in one major unit: 100 for USD.
int64_t gp_currency_scale(gp_currency currency);

enum gp_money_fault {
    GP_MONEY_GOOD,
    GP_MONEY_NOT_A_NUMBER,  // not an amount at all
    GP_MONEY_NO_CURRENCY,   // an amount, but of nothing
    GP_MONEY_TWO_READINGS,  // 120.000: a hundred and twenty thousand, or a hundred and twenty
    GP_MONEY_TOO_FINE,      // more decimals than the currency has
    GP_MONEY_TOO_LARGE,     // over 10^13 minor units
    GP_MONEY_TWO_CURRENCIES // the cell names one, its column another
};

// What one cell says. `periods_per_year` is how often the amount is paid: 1 (also when the cell
// does not say), 12 a month, 52 a week, 260 a day, 2080 an hour. `amount` is a year's.
struct gp_salary_text {
    gp_money amount;
    unsigned periods_per_year;
};

// Reads `$120,000.00`, `120.000,00 €`, `120 000 EUR`, `1'200'000 CHF`, `USD 120000`, `120k`,
// `45.50/hr`, `9,500 per month`. `column_currency` is what the column says, GP_NO_CURRENCY if
// nothing; `$` is read as the column's dollar where it names one, else as USD.
enum gp_money_fault gp_money_parse(const char *text, gp_currency column_currency,
                                   struct gp_salary_text *salary);

// "1234.50", in the currency's own decimals.
const char *gp_money_text(struct gp_memory *memory, gp_money money);

// money x rate (millionths), rounded half up to the minor unit. 0 <= ppm <= 1,000,000.
gp_money gp_money_share(gp_money money, int32_t ppm);

// a + b of one currency. False, and `*sum` untouched, on overflow.
bool gp_money_add(gp_money a, gp_money b, gp_money *sum);

// Splits `whole` by `percents` (whole numbers that sum to 100) so that the parts sum to it: each
// part its share rounded down, what is left over a unit each by largest remainder, ties to the
// earlier part. Works for a whole of 0 or more.
void gp_money_split(gp_money whole, const unsigned *percents, gp_money *parts, unsigned count);

#endif
