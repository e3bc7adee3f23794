#include "base/money.h"

#include "base/number.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

struct currency {
    char code[4];
    uint8_t decimals;
};

// ISO 4217: the active codes of money (no funds, metals or test codes) with their minor units. The
// first entry is "no currency".
static const struct currency currencies[] = {
    {"", 2},    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2},
    {"AWG", 2}, {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0},
    {"BMD", 2}, {"BND", 2}, {"BOB", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYN", 2},
    {"BZD", 2}, {"CAD", 2}, {"CDF", 2}, {"CHF", 2}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2},
    {"CUP", 2}, {"CVE", 2}, {"CZK", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2},
    {"ERN", 2}, {"ETB", 2}, {"EUR", 2}, {"FJD", 2}, {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2},
    {"GIP", 2}, {"GMD", 2}, {"GNF", 0}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HTG", 2},
    {"HUF", 2}, {"IDR", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2}, {"ISK", 0}, {"JMD", 2},
    {"JOD", 3}, {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2}, {"KRW", 0},
    {"KWD", 3}, {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2},
    {"LYD", 3}, {"MAD", 2}, {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2},
    {"MRU", 2}, {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2},
    {"NGN", 2}, {"NIO", 2}, {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2},
    {"PGK", 2}, {"PHP", 2}, {"PKR", 2}, {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2},
    {"RUB", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2}, {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2},
    {"SHP", 2}, {"SLE", 2}, {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2}, {"SYP", 2},
    {"SZL", 2}, {"THB", 2}, {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRY", 2}, {"TTD", 2},
    {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2}, {"UZS", 2}, {"VES", 2},
    {"VND", 0}, {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2}, {"XCG", 2}, {"XOF", 0}, {"XPF", 0},
    {"YER", 2}, {"ZAR", 2}, {"ZMW", 2}, {"ZWG", 2},
};
enum { CURRENCY_COUNT = sizeof currencies / sizeof *currencies };

// Signs that stand for one currency; "$" stands for several and is settled in dollar().
static const struct {
    const char *sign, *code;
} signs[] = {{"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"},  {"₹", "INR"}, {"₩", "KRW"},
             {"₪", "ILS"}, {"₺", "TRY"}, {"zł", "PLN"}, {"₫", "VND"}, {"₴", "UAH"}};

static const struct {
    const char *word;
    unsigned periods_per_year;
} periods[] = {{"year", 1},   {"yr", 1},      {"y", 1},     {"a", 1},     {"annum", 1},
               {"month", 12}, {"mo", 12},     {"m", 12},    {"week", 52}, {"wk", 52},
               {"day", 260},  {"hour", 2080}, {"hr", 2080}, {"h", 2080}};

// Whose own sign is "$" and whose name is dollar.
static const char *const dollars[] = {"AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"};

static const int64_t LARGEST_MINOR = INT64_C(10000000000000);

gp_currency gp_currency_find(const char *code, size_t length) {
    if (length != 3)
        return GP_NO_CURRENCY;
    char upper[4] = "";
    for (size_t i = 0; i < 3; i++)
        upper[i] = (char)(code[i] >= 'a' && code[i] <= 'z' ? code[i] - 'a' + 'A' : code[i]);
    for (size_t i = 1; i < CURRENCY_COUNT; i++)
        if (strcmp(currencies[i].code, upper) == 0)
            return (gp_currency)i;
    return GP_NO_CURRENCY;
}

const char *gp_currency_code(gp_currency currency) {
    return currencies[currency].code;
}

unsigned gp_currency_decimals(gp_currency currency) {
    return currencies[currency].decimals;
}

int64_t gp_currency_scale(gp_currency currency) {
    int64_t scale = 1;
    for (unsigned i = 0; i < currencies[currency].decimals; i++)
        scale *= 10;
    return scale;
}

// Blanks people put into amounts: space, tab, no-break space, narrow no-break space, thin space.
static size_t blank_length(const char *at) {
    static const char *const blanks[] = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (strncmp(at, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

static const char *skip_blanks(const char *at) {
    for (size_t length = 0; (length = blank_length(at)) > 0;)
        at += length;
    return at;
}

static size_t letters(const char *at) {
    size_t length = 0;
    while ((at[length] >= 'a' && at[length] <= 'z') || (at[length] >= 'A' && at[length] <= 'Z'))
        length++;
    return length;
}

// The dollar meant by "$": the column's where it names one.
static gp_currency dollar(gp_currency column_currency) {
    for (size_t i = 0; i < sizeof dollars / sizeof *dollars; i++)
        if (strcmp(gp_currency_code(column_currency), dollars[i]) == 0)
            return column_currency;
    return gp_currency_find("USD", 3);
}

// A currency sign or code at `*at`, moved behind it; GP_NO_CURRENCY and unmoved if there is none.
static gp_currency read_currency(const char **at, gp_currency column_currency) {
    if (**at == '$') {
        ++*at;
        return dollar(column_currency);
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strncmp(*at, signs[i].sign, strlen(signs[i].sign)) == 0) {
            *at += strlen(signs[i].sign);
            return gp_currency_find(signs[i].code, 3);
        }
    }
    size_t length = letters(*at);
    gp_currency currency = gp_currency_find(*at, length);
    if (currency != GP_NO_CURRENCY)
        *at += length;
    return currency;
}

// The digits and separators of an amount, as written.
struct digits {
    char text[40];      // digits only
    unsigned count;     // of them
    unsigned behind;    // of them behind the last separator; 0 if it is not there
    char last, other;   // the last separator, and another one before it; '\0' if there is none
    unsigned last_uses; // how often the last one stands there
    unsigned first;     // of them before the first separator
    bool grouped;       // every group between two separators is of three (or, in India, two)
};

static char separator_at(const char *at, size_t *length) {
    *length = 1;
    if (*at == '.' || *at == ',' || *at == '\'')
        return *at;
    if (strncmp(at, "’", strlen("’")) == 0) {
        *length = strlen("’");
        return '\'';
    }
    *length = blank_length(at);
    return *length > 0 ? ' ' : '\0';
}

// Reads the digits at `*at`, moved behind them. False when there are none or too many.
static bool read_digits(const char **at, struct digits *digits) {
    *digits = (struct digits){.grouped = true};
    unsigned group = 0;
    for (;;) {
        size_t length = 0;
        char separator = separator_at(*at, &length);
        if (**at >= '0' && **at <= '9') {
            if (digits->count + 1 >= sizeof digits->text)
                return false;
            digits->text[digits->count++] = *(*at)++;
            group++;
        } else if (separator != '\0' && (*at)[length] >= '0' && (*at)[length] <= '9') {
            if (digits->last == '\0')
                digits->first = group;
            else if (group != 3 && (group != 2 || separator != digits->last))
                digits->grouped = false;
            if (digits->last != '\0' && digits->last != separator) {
                if (digits->other != '\0') // a third kind of separator
                    return false;
                digits->other = digits->last;
                digits->last_uses = 0;
            }
            digits->last = separator;
            digits->last_uses++;
            group = 0;
            *at += length;
        } else {
            break;
        }
    }
    digits->behind = digits->last != '\0' ? group : 0;
    return digits->count > 0;
}

// One point or comma, and what stands behind it. Three digits may be a group or decimals: a comma
// is read as a group where the currency has no three decimals, a point never is.
static enum gp_money_fault read_one_separator(const struct digits *digits, unsigned minor_decimals,
                                              unsigned *decimals) {
    bool can_be_group = digits->behind == 3 && digits->first <= 3 && digits->text[0] != '0';
    if (can_be_group && (digits->last == '.' || minor_decimals == 3))
        return GP_MONEY_TWO_READINGS;
    if (!can_be_group) // 0.500, 1234.500
        *decimals = digits->behind;
    return GP_MONEY_GOOD;
}

// How many of the digits stand behind the decimal point, or a fault when that cannot be known.
static enum gp_money_fault find_decimals(const struct digits *digits, unsigned minor_decimals,
                                         unsigned *decimals) {
    bool can_be_point = digits->last == '.' || digits->last == ',';
    *decimals = 0;
    if (digits->last == '\0')
        return GP_MONEY_GOOD;
    bool one_point = digits->last_uses == 1 && digits->other == '\0' && can_be_point;
    if (!digits->grouped || (digits->first > 3 && !one_point))
        return GP_MONEY_NOT_A_NUMBER;
    if (digits->other != '\0') { // two kinds: the last one is the point, and stands there once
        if (!can_be_point || digits->last_uses != 1)
            return GP_MONEY_NOT_A_NUMBER;
        *decimals = digits->behind;
        return GP_MONEY_GOOD;
    }
    if (one_point)
        return read_one_separator(digits, minor_decimals, decimals);
    return digits->behind == 3 ? GP_MONEY_GOOD : GP_MONEY_NOT_A_NUMBER; // only groups
}

// "/hr", "per month", "a year", "p.a.": the periods in a year; 0 if it is none of these.
static unsigned read_period(const char *at) {
    at = skip_blanks(at);
    if (*at == '\0')
        return 1;
    if (strcmp(at, "p.a.") == 0 || strcmp(at, "annually") == 0)
        return 1;
    if (strcmp(at, "monthly") == 0 || strcmp(at, "p.m.") == 0)
        return 12;
    if (*at == '/')
        at++;
    else if (strncmp(at, "per ", 4) == 0)
        at += 4;
    else if (strncmp(at, "a ", 2) == 0)
        at += 2;
    else
        return 0;
    at = skip_blanks(at);
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (strcmp(at, periods[i].word) == 0)
            return periods[i].periods_per_year;
    return 0;
}

// The amount in minor units for a year.
static enum gp_money_fault scale_amount(const struct digits *digits, unsigned decimals,
                                        bool thousands, struct gp_salary_text *salary) {
    unsigned minor_decimals = gp_currency_decimals(salary->amount.currency);
    unsigned places = minor_decimals + (thousands ? 3 : 0);
    if (decimals > places)
        return GP_MONEY_TOO_FINE;
    char written[48];
    memcpy(written, digits->text, digits->count);
    memset(written + digits->count, '0', places - decimals);
    written[digits->count + places - decimals] = '\0';
    int64_t minor = 0;
    if (!gp_decimal_parse(written, 0, &minor) ||
        __builtin_mul_overflow(minor, (int64_t)salary->periods_per_year, &minor) ||
        minor > LARGEST_MINOR)
        return GP_MONEY_TOO_LARGE;
    salary->amount.minor = minor;
    return GP_MONEY_GOOD;
}

static enum gp_money_fault settle_currency(gp_currency before, gp_currency behind,
                                           gp_currency column, gp_currency *currency) {
    gp_currency named = before != GP_NO_CURRENCY ? before : behind;
    if (named == GP_NO_CURRENCY)
        named = column;
    if (named == GP_NO_CURRENCY)
        return GP_MONEY_NO_CURRENCY;
    if ((behind != GP_NO_CURRENCY && behind != named) ||
        (column != GP_NO_CURRENCY && column != named))
        return GP_MONEY_TWO_CURRENCIES;
    *currency = named;
    return GP_MONEY_GOOD;
}

enum gp_money_fault gp_money_parse(const char *text, gp_currency column_currency,
                                   struct gp_salary_text *salary) {
    const char *at = skip_blanks(text);
    gp_currency before = read_currency(&at, column_currency);
    at = skip_blanks(at);
    struct digits digits;
    if (!read_digits(&at, &digits))
        return GP_MONEY_NOT_A_NUMBER;
    bool thousands = (*at == 'k' || *at == 'K') && letters(at) == 1;
    at = skip_blanks(at + thousands);
    gp_currency behind = read_currency(&at, column_currency);
    struct gp_salary_text read = {.periods_per_year = read_period(at)};
    if (read.periods_per_year == 0)
        return GP_MONEY_NOT_A_NUMBER;
    enum gp_money_fault currency_fault =
        settle_currency(before, behind, column_currency, &read.amount.currency);
    unsigned decimals = 0, minor_decimals = gp_currency_decimals(read.amount.currency);
    enum gp_money_fault fault = find_decimals(&digits, minor_decimals, &decimals);
    if (fault == GP_MONEY_GOOD)
        fault = currency_fault;
    if (fault == GP_MONEY_GOOD)
        fault = scale_amount(&digits, decimals, thousands, &read);
    if (fault == GP_MONEY_GOOD)
        *salary = read;
    return fault;
}

const char *gp_money_text(struct gp_memory *memory, gp_money money) {
    int64_t scale = gp_currency_scale(money.currency);
    const char *sign = money.minor < 0 ? "-" : "";
    int64_t minor = money.minor < 0 ? -money.minor : money.minor;
    if (scale == 1)
        return gp_print(memory, "%s%lld", sign, (long long)minor);
    return gp_print(memory, "%s%lld.%0*lld", sign, (long long)(minor / scale),
                    (int)gp_currency_decimals(money.currency), (long long)(minor % scale));
}

gp_money gp_money_share(gp_money money, int32_t ppm) {
    assert(money.minor >= 0 && money.minor <= LARGEST_MINOR && ppm >= 0 && ppm <= 1000000);
    // At most 10^13 x 10^6 is over int64: whole millions and the rest apart.
    int64_t millions = money.minor / 1000000, rest = money.minor % 1000000;
    return (gp_money){millions * ppm + gp_divide_half_up(rest * ppm, 1000000), money.currency};
}

bool gp_money_add(gp_money a, gp_money b, gp_money *sum) {
    assert(a.currency == b.currency);
    int64_t minor = 0;
    if (__builtin_add_overflow(a.minor, b.minor, &minor))
        return false;
    *sum = (gp_money){minor, a.currency};
    return true;
}

// How many parts have a larger remainder than part `i`, or an equal one and stand before it.
static unsigned parts_ahead(const int64_t *remainders, unsigned count, unsigned i) {
    unsigned ahead = 0;
    for (unsigned j = 0; j < count; j++)
        ahead += remainders[j] > remainders[i] || (remainders[j] == remainders[i] && j < i);
    return ahead;
}

void gp_money_split(gp_money whole, const unsigned *percents, gp_money *parts, unsigned count) {
    enum { MOST_PARTS = 8 };
    assert(count <= MOST_PARTS && whole.minor >= 0);
    int64_t remainders[MOST_PARTS] = {0}, left = whole.minor;
    for (unsigned i = 0; i < count; i++) {
        int64_t hundredths = whole.minor * percents[i];
        parts[i] = (gp_money){hundredths / 100, whole.currency};
        remainders[i] = hundredths % 100;
        left -= parts[i].minor;
    }
    for (unsigned i = 0; i < count; i++)
        parts[i].minor += parts_ahead(remainders, count, i) < left;
}
