#include "base/money.h"

#include "base/number.h"
#include "base/period.h"

#include <string.h>

// Signs that stand for one currency; "$" alone stands for several and is settled in dollar().
static const struct {
    const char *sign, *code;
} signs[] = {{"€", "EUR"},   {"£", "GBP"},   {"¥", "JPY"},  {"₹", "INR"},   {"₩", "KRW"},
             {"₪", "ILS"},   {"₺", "TRY"},   {"zł", "PLN"}, {"₫", "VND"},   {"₴", "UAH"},
             {"US$", "USD"}, {"CA$", "CAD"}, {"C$", "CAD"}, {"AU$", "AUD"}, {"A$", "AUD"},
             {"NZ$", "NZD"}, {"HK$", "HKD"}, {"S$", "SGD"}, {"NT$", "TWD"}, {"R$", "BRL"}};

// Whose own sign is "$" and whose name is dollar.
static const char *const dollars[] = {"AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"};

// Most texts differ in their first byte, and of amounts there are three in every row of a roster.
static bool starts_with(const char *text, const char *start) {
    return text[0] == start[0] && strncmp(text, start, strlen(start)) == 0;
}

// Blanks people put into amounts: space, tab, no-break space, narrow no-break space, thin space.
static size_t blank_length(const char *at) {
    static const char *const blanks[] = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (starts_with(at, blanks[i]))
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

static bool is_dollar(gp_currency currency) {
    for (size_t i = 0; i < sizeof dollars / sizeof *dollars; i++)
        if (strcmp(gp_currency_code(currency), dollars[i]) == 0)
            return true;
    return false;
}

// The dollar meant by "$".
static gp_currency dollar(const struct gp_money_beside *beside) {
    if (is_dollar(beside->currency))
        return beside->currency;
    return is_dollar(beside->default_currency) ? beside->default_currency
                                               : gp_currency_find("USD", 3);
}

// A currency sign at `*at`, moved behind it; GP_NO_CURRENCY and unmoved if there is none.
static gp_currency read_sign(const char **at, const struct gp_money_beside *beside) {
    if (**at == '$') {
        ++*at;
        return dollar(beside);
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (starts_with(*at, signs[i].sign)) {
            *at += strlen(signs[i].sign);
            return gp_currency_find(signs[i].code, 3);
        }
    }
    return GP_NO_CURRENCY;
}

// The same of a sign or a code.
static gp_currency read_currency(const char **at, const struct gp_money_beside *beside) {
    gp_currency currency = read_sign(at, beside);
    if (currency != GP_NO_CURRENCY)
        return currency;
    size_t length = letters(*at);
    currency = gp_currency_find(*at, length);
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
    if (starts_with(at, "’")) {
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
        if (**at >= '0' && **at <= '9') {
            if (digits->count + 1 >= sizeof digits->text)
                return false;
            digits->text[digits->count++] = *(*at)++;
            group++;
            continue;
        }
        size_t length = 0;
        char separator = separator_at(*at, &length);
        if (separator != '\0' && (*at)[length] >= '0' && (*at)[length] <= '9') {
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

// Whether three digits behind one sign may be a group as well as decimals. A comma is taken for
// a group where the currency has no three decimals, a point never is: 120.000 is written for both.
static bool is_open(const struct digits *digits, unsigned minor_decimals) {
    return digits->behind == 3 && digits->first <= 3 && digits->text[0] != '0' &&
           (digits->last == '.' || minor_decimals == 3);
}

// What the signs in an amount are, as bits of enum gp_money_sign; 0 when there are none that say
// anything. False when they stand where they cannot.
static bool find_signs(const struct digits *digits, unsigned minor_decimals,
                       unsigned *signs_shown) {
    bool point = digits->last == '.', comma = digits->last == ',';
    unsigned decimal = point   ? GP_POINT_DECIMAL | GP_COMMA_GROUP
                       : comma ? GP_COMMA_DECIMAL | GP_POINT_GROUP
                               : 0;
    unsigned group = point ? GP_POINT_GROUP : comma ? GP_COMMA_GROUP : 0;
    bool alone = digits->last_uses == 1 && digits->other == '\0' && decimal != 0;
    *signs_shown = 0;
    if (digits->last == '\0')
        return true;
    if (!digits->grouped || (digits->first > 3 && !alone))
        return false;
    if (digits->other !=
        '\0') { // two kinds: the last one is the decimal sign, and stands there once
        *signs_shown = decimal;
        return decimal != 0 && digits->last_uses == 1;
    }
    if (!alone) { // only groups
        *signs_shown = group;
        return digits->behind == 3;
    }
    if (is_open(digits, minor_decimals))
        *signs_shown = point ? GP_POINT_OPEN : GP_COMMA_OPEN;
    else if (digits->behind == 3 && digits->first <= 3 && digits->text[0] != '0')
        *signs_shown = group;
    else // 0.500, 1234.500, 12.50
        *signs_shown = decimal;
    return true;
}

// How many of the digits stand behind the decimal sign, or a fault when that cannot be known.
static enum gp_money_fault find_decimals(const struct digits *digits, unsigned minor_decimals,
                                         char decimal_sign, unsigned *decimals) {
    unsigned shown = 0;
    if (!find_signs(digits, minor_decimals, &shown))
        return GP_MONEY_NOT_A_NUMBER;
    bool open = (shown & (GP_POINT_OPEN | GP_COMMA_OPEN)) != 0;
    if (open && decimal_sign == '\0')
        return GP_MONEY_TWO_READINGS;
    bool decimal =
        open ? digits->last == decimal_sign : (shown & (GP_POINT_DECIMAL | GP_COMMA_DECIMAL)) != 0;
    *decimals = decimal ? digits->behind : 0;
    return GP_MONEY_GOOD;
}

// A minus sign at `*at`, moved behind it.
static bool read_minus(const char **at) {
    static const char *const minuses[] = {"-", "−", "–"};
    for (size_t i = 0; i < sizeof minuses / sizeof *minuses; i++)
        if (starts_with(*at, minuses[i])) {
            *at = skip_blanks(*at + strlen(minuses[i]));
            return true;
        }
    return false;
}

// Whether the text behind an amount leads to another one: "- 120,000", "to 120k".
static bool leads_to_another(const char *rest) {
    static const char *const leads[] = {"-", "–", "—", "−",   "~",   "/",   "+",
                                        "&", ";", "|", "to ", "or ", "and "};
    if (strpbrk(rest, "0123456789") == NULL)
        return false;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (starts_with(rest, leads[i]))
            return true;
    return false;
}

// An amount taken apart, as far as it goes by itself.
struct parts {
    gp_currency before, behind;
    struct digits digits;
    bool thousands;
    unsigned own_period; // 0: none
};

// What stands behind the digits: a period, and a currency behind that if there was none before it.
static enum gp_money_fault read_rest(const char *at, const struct gp_money_beside *beside,
                                     struct parts *parts) {
    char words[128] = "";
    if (*at == '\0')
        return GP_MONEY_GOOD;
    parts->own_period = gp_period_behind_amount(at);
    size_t length = strlen(at), last = length;
    while (last > 0 && at[last - 1] != ' ')
        last--;
    if (parts->own_period == 0 && parts->behind == GP_NO_CURRENCY && last < sizeof words) {
        const char *end = at + last;
        memcpy(words, at, last);
        parts->behind = read_currency(&end, beside);
        parts->own_period = *end == '\0' ? gp_period_behind_amount(words) : 0;
    }
    if (parts->own_period != 0)
        return GP_MONEY_GOOD;
    if (leads_to_another(at))
        return GP_MONEY_TWO_AMOUNTS;
    return strpbrk(at, "0123456789") == NULL ? GP_MONEY_UNKNOWN_WORDS : GP_MONEY_NOT_A_NUMBER;
}

static enum gp_money_fault take_apart(const char *text, const struct gp_money_beside *beside,
                                      struct parts *parts) {
    *parts = (struct parts){.own_period = 0};
    const char *at = skip_blanks(text);
    bool minus = read_minus(&at);
    parts->before = read_currency(&at, beside);
    at = skip_blanks(at);
    minus = read_minus(&at) || minus;
    if (!read_digits(&at, &parts->digits))
        return GP_MONEY_NOT_A_NUMBER;
    if (minus)
        return GP_MONEY_BELOW_0;
    const char *unit = skip_blanks(at);
    parts->thousands = (*unit == 'k' || *unit == 'K') && letters(unit) == 1;
    at = skip_blanks(unit + parts->thousands);
    parts->behind = read_currency(&at, beside);
    return read_rest(skip_blanks(at), beside, parts);
}

// The amount in minor units for a year. Zeros that are finer than the currency say nothing.
static enum gp_money_fault scale_amount(const struct parts *parts, unsigned decimals,
                                        struct gp_salary_text *salary) {
    const struct digits *digits = &parts->digits;
    unsigned places = gp_currency_decimals(salary->amount.currency) + (parts->thousands ? 3 : 0);
    unsigned count = digits->count;
    for (; decimals > places && digits->text[count - 1] == '0'; decimals--)
        count--;
    if (decimals > places)
        return GP_MONEY_TOO_FINE;
    char written[48];
    memcpy(written, digits->text, count);
    memset(written + count, '0', places - decimals);
    written[count + places - decimals] = '\0';
    int64_t minor = 0;
    if (!gp_decimal_parse(written, 0, &minor) ||
        __builtin_mul_overflow(minor, (int64_t)salary->periods_per_year, &minor) ||
        minor > GP_LARGEST_MINOR)
        return GP_MONEY_TOO_LARGE;
    salary->amount.minor = minor;
    return GP_MONEY_GOOD;
}

// GP_NO_CURRENCY and no fault where none is named.
static enum gp_money_fault settle_currency(const struct parts *parts,
                                           const struct gp_money_beside *beside,
                                           gp_currency *currency) {
    const gp_currency named[] = {parts->before, parts->behind, beside->currency};
    gp_currency found = GP_NO_CURRENCY;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i] != GP_NO_CURRENCY && found != GP_NO_CURRENCY && named[i] != found)
            return GP_MONEY_TWO_CURRENCIES;
        if (found == GP_NO_CURRENCY)
            found = named[i];
    }
    *currency = found != GP_NO_CURRENCY ? found : beside->default_currency;
    return *currency == GP_NO_CURRENCY ? GP_MONEY_NO_CURRENCY : GP_MONEY_GOOD;
}

enum gp_money_fault gp_money_parse(const char *text, const struct gp_money_beside *beside,
                                   struct gp_salary_text *salary) {
    struct parts parts;
    unsigned decimals = 0;
    struct gp_salary_text read = {.amount = {0, GP_NO_CURRENCY}};
    enum gp_money_fault fault = take_apart(text, beside, &parts);
    if (fault != GP_MONEY_GOOD)
        return fault;
    enum gp_money_fault currency_fault = settle_currency(&parts, beside, &read.amount.currency);
    fault = find_decimals(&parts.digits, gp_currency_decimals(read.amount.currency),
                          beside->decimal, &decimals);
    if (fault == GP_MONEY_GOOD)
        fault = currency_fault;
    read.own_period = parts.own_period;
    read.periods_per_year = parts.own_period != 0           ? parts.own_period
                            : beside->periods_per_year != 0 ? beside->periods_per_year
                                                            : 1;
    if (fault == GP_MONEY_GOOD)
        fault = scale_amount(&parts, decimals, &read);
    if (fault == GP_MONEY_GOOD)
        *salary = read;
    return fault;
}

unsigned gp_money_signs(const char *text, const struct gp_money_beside *beside) {
    struct parts parts;
    unsigned shown = 0;
    gp_currency currency = GP_NO_CURRENCY;
    if (take_apart(text, beside, &parts) != GP_MONEY_GOOD ||
        settle_currency(&parts, beside, &currency) == GP_MONEY_TWO_CURRENCIES)
        return 0;
    return find_signs(&parts.digits, gp_currency_decimals(currency), &shown) ? shown : 0;
}

// Whether a code among other words is meant as one: it is in capitals, or in brackets, or the last
// word, and none that is also a word of English.
static bool meant_as_code(const char *text, const char *at, size_t length) {
    static const char *const english[] = {"all", "top", "try"};
    size_t capitals = 0;
    for (size_t i = 0; i < length; i++)
        capitals += at[i] >= 'A' && at[i] <= 'Z';
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        if (strncmp(at, english[i], length) == 0)
            return false;
    return capitals == length || at[length] == '\0' || (at > text && strchr("([", at[-1]) != NULL);
}

gp_currency gp_money_currency_within(const char *text, gp_currency near) {
    const struct gp_money_beside beside = {.currency = near};
    for (const char *at = text; *at != '\0';) {
        const char *sign = at;
        gp_currency currency = read_sign(&sign, &beside);
        if (currency != GP_NO_CURRENCY)
            return currency;
        size_t length = letters(at);
        currency = gp_currency_find(at, length);
        if (currency != GP_NO_CURRENCY && meant_as_code(text, at, length))
            return currency;
        at += length > 0 ? length : 1;
    }
    return GP_NO_CURRENCY;
}
