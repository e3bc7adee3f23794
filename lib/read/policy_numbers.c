#include "base/number.h"
#include "read/policy_parts.h"

#include <string.h>

// What a number may be, in the unit's smallest steps. A percentage may be 0 besides: below `least`,
// 0.8 is a share of one, or a percent, and only the writer knows which.
struct range {
    unsigned places;
    int64_t least, most;
    const char *rule;
};

static const struct range ranges[] = {
    [GP_POLICY_SHARE] = {1, 10, 1000, "a percentage from 1 to 100, or 0, with one decimal at most"},
    [GP_POLICY_PERCENT] = {0, 1, 100, "a whole percentage from 0 to 100"},
    [GP_POLICY_COUNT] = {0, 1, 10, "a whole number from 1 to 10"},
    [GP_POLICY_MONTH] = {0, 1, 12, "the number of a month, from 1 to 12"},
    [GP_POLICY_RATE] = {4, 1000, 1000000, "a percentage from 0.1 to 100, or 0, such as 3 or 2.5"},
    [GP_POLICY_HOURS] = {1, 5, 2000, "hours from 0.5 to 200, with one decimal at most"},
    [GP_POLICY_YEARS] = {1, 0, 600, "years from 0 to 60, with one decimal at most"},
    [GP_POLICY_LEVELS] = {0, 0, 10, "a whole number of levels from 0 to 10"},
    [GP_POLICY_OVERLAP] = {0, 0, 8, "a whole number of hours from 0 to 8"},
    [GP_POLICY_POINTS] = {1, 0, 10000, "points from 0 to 1000, with one decimal at most"},
};

const char *const gp_policy_units[GP_POLICY_KIND_COUNT] = {
    [GP_POLICY_SHARE] = "%",       [GP_POLICY_PERCENT] = "%",     [GP_POLICY_COUNT] = "count",
    [GP_POLICY_RATE] = "%",        [GP_POLICY_MONTH] = "month",   [GP_POLICY_HOURS] = "hours",
    [GP_POLICY_YEARS] = "years",   [GP_POLICY_LEVELS] = "levels", [GP_POLICY_OVERLAP] = "hours",
    [GP_POLICY_POINTS] = "points", [GP_POLICY_YES_NO] = "yes/no", [GP_POLICY_CURRENCY] = "code",
    [GP_POLICY_RUNGS] = "rungs"};

static bool parse(const struct range *range, bool sign, const char *text, int64_t *value) {
    char number[32];
    size_t length = strlen(text);
    if (sign && length > 0 && text[length - 1] == '%')
        length--;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length >= sizeof number)
        return false;
    memcpy(number, text, length);
    number[length] = '\0';
    int64_t parsed = 0;
    if (!gp_decimal_parse(number, range->places, &parsed) || parsed > range->most)
        return false;
    *value = parsed;
    return parsed >= range->least;
}

bool gp_policy_number(enum gp_policy_kind kind, const char *text, int64_t *number,
                      const char **rule) {
    const struct range *range = &ranges[kind];
    int64_t value = -1;
    bool percent = kind == GP_POLICY_SHARE || kind == GP_POLICY_PERCENT || kind == GP_POLICY_RATE;
    if (!parse(range, percent, text, &value) && (value != 0 || !percent)) {
        *rule = range->rule;
        return false;
    }
    *number = value;
    return true;
}
