// number.h - exact numbers: decimals as scaled integers, and division that says how it rounds.
#ifndef GP_BASE_NUMBER_H
#define GP_BASE_NUMBER_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

// A share of something in thousandths: 850 is 0.850, 85 %.
typedef uint16_t gp_permille;
#define GP_NO_SHARE ((gp_permille)UINT16_MAX) // there was nothing to take a share of

// `text` as a decimal number times 10^places: "2.5" with 3 places is 2500. Point or comma, an
// optional sign, nothing else. False when it is no number, has more places, or does not fit.
bool gp_decimal_parse(const char *text, unsigned places, int64_t *scaled);

// Like gp_decimal_parse(), with an optional "%" behind it: "3 %" and "0.03" are both 30000
// millionths. A bare number above 1 is taken as percent: "3" is 3 %.
bool gp_rate_parse(const char *text, int32_t *ppm);

// numerator / denominator, rounded to the nearest, halves up. Numerator >= 0, denominator > 0.
static inline int64_t gp_divide_half_up(int64_t numerator, int64_t denominator) {
    assert(numerator >= 0 && denominator > 0);
    int64_t whole = numerator / denominator, rest = numerator % denominator;
    return whole + (rest >= denominator - rest);
}

// part / whole in thousandths, halves up; GP_NO_SHARE when `whole` is 0.
gp_permille gp_share(int64_t part, int64_t whole);

#endif
