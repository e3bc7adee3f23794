#include "base/number.h"

#include <assert.h>
#include <string.h>

// One more digit behind `*value`; false when it does not fit.
static bool push_digit(int64_t *value, char digit) {
    return !__builtin_mul_overflow(*value, 10, value) &&
           !__builtin_add_overflow(*value, digit - '0', value);
}

bool gp_decimal_parse(const char *text, unsigned places, int64_t *scaled) {
    bool negative = *text == '-';
    const char *at = text + (*text == '-' || *text == '+');
    int64_t value = 0;
    unsigned digits = 0, behind = 0;
    bool seen_point = false;
    for (; *at != '\0'; at++) {
        if ((*at == '.' || *at == ',') && !seen_point) {
            seen_point = true;
            continue;
        }
        if (*at < '0' || *at > '9' || !push_digit(&value, *at))
            return false;
        digits++;
        behind += seen_point;
    }
    if (digits == 0 || behind > places)
        return false;
    for (; behind < places; behind++)
        if (!push_digit(&value, '0'))
            return false;
    *scaled = negative ? -value : value;
    return true;
}

bool gp_rate_parse(const char *text, int32_t *ppm) {
    char number[32];
    size_t length = strcspn(text, " %");
    const char *unit = text + length + strspn(text + length, " ");
    bool percent = strcmp(unit, "%") == 0;
    if (length >= sizeof number || (!percent && *unit != '\0'))
        return false;
    memcpy(number, text, length);
    number[length] = '\0';
    int64_t millionths = 0;
    if (!gp_decimal_parse(number, 6, &millionths) || millionths < 0)
        return false;
    if (percent || millionths > 1000000)
        millionths = gp_divide_half_up(millionths, 100);
    if (millionths > 1000000)
        return false;
    *ppm = (int32_t)millionths;
    return true;
}

gp_permille gp_share(int64_t part, int64_t whole) {
    assert(part >= 0 && part <= whole);
    return whole == 0 ? GP_NO_SHARE : (gp_permille)gp_divide_half_up(1000 * part, whole);
}
