// scale.h - the three axes people rate themselves on, and what a rating may be.
//
// Blank, N/A, "don't know" and 0 are four different things: only 0 is a rating. The others are
// kept apart, counted apart, and never become zero.
#ifndef GP_MODEL_SCALE_H
#define GP_MODEL_SCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum gp_axis { GP_SKILL, GP_EXPERIENCE, GP_INTEREST };
enum { GP_AXIS_COUNT = 3 };

// A level on a scale (0 to 100), or one of the ways not to have one, all below 0.
typedef int8_t gp_rating;
enum {
    GP_BLANK = -1,          // asked, nothing given
    GP_NOT_APPLICABLE = -2, // "N/A"
    GP_DONT_KNOW = -3,      // "don't know"
    GP_ABSENT = -4,         // never asked
    GP_LARGEST_RATING = 100
};

static inline bool gp_rated(gp_rating rating) {
    return rating >= 0;
}

// A spelling of a rating: its folded key (base/text.h) and the label as the scale writes it.
struct gp_spelling {
    const char *key;
    gp_rating value;
};

// A level the scale has, in ascending order.
struct gp_level {
    gp_rating value;
    const char *label; // "Good (Practitioner)"; never empty
};

struct gp_scale {
    gp_rating lowest, highest;
    struct gp_level *levels;
    size_t level_count;
    struct gp_spelling *spellings; // labels, "also" spellings, and those of not-rated
    size_t spelling_count;
};

// High means at least half the scale: 3 and up on 0 to 5, 6 and up on 1 to 10.
static inline bool gp_high(const struct gp_scale *scale, gp_rating rating) {
    return gp_rated(rating) && 2 * rating >= scale->lowest + scale->highest;
}

// The same of a level in thousandths, as two raters' mean is.
static inline bool gp_high_milli(const struct gp_scale *scale, int32_t milli) {
    return 2 * milli >= 1000 * (scale->lowest + scale->highest);
}

// "skill", "experience", "interest"
static inline const char *gp_axis_name(enum gp_axis axis) {
    static const char *const names[] = {"skill", "experience", "interest"};
    return names[axis];
}

#endif
