// policy_parts.h - what the values of a policy may be. Private to lib/read.
#ifndef GP_READ_POLICY_PARTS_H
#define GP_READ_POLICY_PARTS_H

#include <stdbool.h>
#include <stdint.h>

// What a value is, and where it is stored (struct gp_policy).
enum gp_policy_kind {
    GP_POLICY_SHARE,   // gp_permille, written in percent
    GP_POLICY_PERCENT, // unsigned, whole percents
    GP_POLICY_COUNT,   // int32_t
    GP_POLICY_RATE,    // int32_t millionths, written in percent
    GP_POLICY_MONTH,   // int32_t
    GP_POLICY_HOURS,   // int32_t tenths, not 0
    GP_POLICY_YEARS,   // int32_t tenths
    GP_POLICY_LEVELS,  // int32_t
    GP_POLICY_OVERLAP, // int32_t hours
    GP_POLICY_POINTS,  // int64_t thousandths, read in tenths
    GP_POLICY_YES_NO,  // bool
    GP_POLICY_CURRENCY,
    GP_POLICY_RUNGS
};
enum { GP_POLICY_KIND_COUNT = 13 };

// What the column `unit` has for each: "%", "hours".
extern const char *const gp_policy_units[GP_POLICY_KIND_COUNT];

// A number of a kind up to GP_POLICY_POINTS, in its smallest steps. False where `text` is none of
// its range; then `*rule` says what it must be.
bool gp_policy_number(enum gp_policy_kind kind, const char *text, int64_t *number,
                      const char **rule);

#endif
