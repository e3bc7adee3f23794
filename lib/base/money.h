// money.h - amounts of money, exact to the minor unit of their currency (ISO 4217).
#ifndef GP_BASE_MONEY_H
#define GP_BASE_MONEY_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

// A currency as an index into the table of money.c; 0 is no currency.
typedef uint8_t gp_currency;
#define GP_NO_CURRENCY ((gp_currency)0)

// No amount that is read is over this, in minor units: 10^13.
#define GP_LARGEST_MINOR INT64_C(10000000000000)

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
    GP_MONEY_NOT_A_NUMBER,   // not an amount at all
    GP_MONEY_BELOW_0,        // has a minus sign
    GP_MONEY_TWO_AMOUNTS,    // 100,000 - 120,000
    GP_MONEY_UNKNOWN_WORDS,  // what stands behind the amount is no currency and no period
    GP_MONEY_NO_CURRENCY,    // an amount, but of nothing
    GP_MONEY_TWO_READINGS,   // 120.000: a hundred and twenty thousand, or a hundred and twenty
    GP_MONEY_TOO_FINE,       // more decimals than the currency has
    GP_MONEY_TOO_LARGE,      // over 10^13 minor units a year
    GP_MONEY_TWO_CURRENCIES, // the cell names one, what stands beside it another
};

// What stands beside an amount, and settles what its cell leaves open.
struct gp_money_beside {
    gp_currency currency;         // that the row or the header names: the cell may name no other
    gp_currency default_currency; // of cells with none, in them or beside them
    unsigned periods_per_year;    // base/period.h; where the cell says nothing. 0 is a year
    char decimal; // the column's decimal sign, '.' or ',', for amounts that can be read in two
                  // ways; '\0' when it is not known
};

// What one cell says. `amount` is a year's.
struct gp_salary_text {
    gp_money amount;
    unsigned periods_per_year; // 1 when neither the cell nor what is beside it says
    unsigned own_period;       // what the cell itself says; 0 if nothing
};

// Reads `$120,000.00`, `120.000,00 €`, `120 000 EUR`, `1'20'000 INR`, `12,00,000 INR`,
// `USD 120000`, `120k`, `45.50/hr`, `9,500 per month`. One sign with three digits behind it is
// GP_MONEY_TWO_READINGS where it may be either: a point always, a comma in a currency of three
// decimals; else the comma parts thousands. `$` is the dollar beside it, else the default's, else
// USD. Zeros behind the last decimal a currency has are passed over.
enum gp_money_fault gp_money_parse(const char *text, const struct gp_money_beside *beside,
                                   struct gp_salary_text *salary);

// What an amount shows of the signs in it, as bits: how this cell alone has to read them. One that
// is no amount shows nothing. A decimal sign leaves the other one for thousands.
enum gp_money_sign {
    GP_POINT_DECIMAL = 1,
    GP_POINT_GROUP = 2,
    GP_POINT_OPEN = 4, // either
    GP_COMMA_DECIMAL = 8,
    GP_COMMA_GROUP = 16,
    GP_COMMA_OPEN = 32
};
enum { GP_MONEY_SIGN_COUNT = 6 };
unsigned gp_money_signs(const char *text, const struct gp_money_beside *beside);

// The currency that a header names among other words: "Salary (EUR)", "Annual pay in $",
// "salary_usd". A code counts in capitals, in brackets, or as the last word. `near` says which
// dollar "$" is. GP_NO_CURRENCY if there is none.
gp_currency gp_money_currency_within(const char *text, gp_currency near);

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
