#include "base/money.h"

#include "base/number.h"

#include <assert.h>
#include <string.h>

struct currency {
    char code[4];
    uint8_t decimals;
};

// ISO 4217: the active codes of money (no funds, metals or test codes) with their minor units, in
// the order of the alphabet. The first entry is "no currency".
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

gp_currency gp_currency_find(const char *code, size_t length) {
    if (length != 3)
        return GP_NO_CURRENCY;
    char upper[4] = "";
    for (size_t i = 0; i < 3; i++)
        upper[i] = (char)(code[i] >= 'a' && code[i] <= 'z' ? code[i] - 'a' + 'A' : code[i]);
    size_t from = 1, end = CURRENCY_COUNT;
    while (from < end) {
        size_t middle = from + (end - from) / 2;
        int order = memcmp(currencies[middle].code, upper, sizeof upper);
        if (order == 0)
            return (gp_currency)middle;
        if (order < 0)
            from = middle + 1;
        else
            end = middle;
    }
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
    assert(money.minor >= 0 && money.minor <= GP_LARGEST_MINOR && ppm >= 0 && ppm <= 1000000);
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
