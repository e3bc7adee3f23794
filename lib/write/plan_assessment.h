// plan_assessment.h - what the parts of the Assessment sheet share.
#ifndef GP_WRITE_PLAN_ASSESSMENT_H
#define GP_WRITE_PLAN_ASSESSMENT_H

#include "write/plan_book.h"

// A cell of an activity's row, as the sheet itself names it.
static inline const char *gp_assessment_at(const struct gp_plan *plan, size_t activity,
                                           size_t column) {
    return gp_ref(plan->memory, GP_ASSESSMENT_FIRST + activity, column);
}

static inline size_t gp_assessment_last(const struct gp_plan *plan) {
    return GP_ASSESSMENT_FIRST + plan->report->ladder->activity_count - 1;
}

// Half of an axis' scale: where "high" begins.
static inline double gp_high_from(const struct gp_plan *plan, enum gp_axis axis) {
    const struct gp_scale *scale = &plan->report->ladder->scales[axis];
    return (scale->lowest + scale->highest) / 2.0;
}

// Whether the target turns on an activity.
static inline bool gp_is_must(const struct gp_plan *plan, size_t activity) {
    size_t target = plan->profile->target;
    return target != GP_NO_RUNG && gp_expected(plan->report->ladder, target, activity)->must_have;
}

// The places of an activity on the lists: focus, talk about, apart, could teach, already there,
// with the keys they are ordered by.
void gp_put_places(const struct gp_plan *plan, struct gp_sheet *sheet, size_t activity);

#endif
