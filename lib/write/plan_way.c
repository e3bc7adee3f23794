#include "write/grid.h"
#include "write/plan_move.h"
#include "write/way_text.h"

// A page has room for so much: raises, in two halves side by side; what is to be rated first; what
// decides between two paths. The terminal lists all of it.
enum { RAISES = 10, RAISE_ROWS = RAISES / 2, TO_RATE = 6, DECIDING = 3 };
enum { WAY_ROW_HEIGHT = 16 }; // points

#define AS_OF_THIS_RUN "as of this run; it does not follow edits"

// Sentences in the type of the tables: they are what the block is about.
static size_t put_sentence(struct gp_sheet *sheet, size_t row, const char *text) {
    gp_put_merged(sheet, (struct gp_area){row, 0, row, GP_MOVE_COLUMNS - 1}, text, GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, gp_wrapped_height(text, gp_move_width(0, GP_MOVE_COLUMNS - 1)));
    return row + 1;
}

// "To be rated first, since a gate waits for it: Positioning; Business Plan; and 3 more."
static const char *to_rate_text(const struct gp_plan *plan, const struct gp_way *way) {
    const struct gp_activity *activities = plan->report->ladder->activities;
    const char *names = "";
    for (size_t i = 0; i < way->to_rate_count && i < TO_RATE; i++)
        names = gp_print(plan->memory, "%s%s%s", names, i > 0 ? "; " : "",
                         activities[way->to_rate[i]].name);
    if (way->to_rate_count > TO_RATE)
        names = gp_print(plan->memory, "%s; and %zu more", names, way->to_rate_count - TO_RATE);
    return gp_print(plan->memory, "To be rated first, since a gate waits for it: %s.", names);
}

// One of the two halves of a row.
static void put_raise(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row, bool right,
                      const struct gp_raise *step) {
    size_t first = right ? GP_MOVE_C : GP_MOVE_WHAT, last = right ? GP_MOVE_F : GP_MOVE_B;
    gp_put_merged(sheet, (struct gp_area){row, first, row, last - 1},
                  step == NULL ? "" : plan->report->ladder->activities[step->activity].name,
                  GP_STYLE_TEXT);
    gp_put_text(sheet, row, last,
                step == NULL ? ""
                             : gp_print(plan->memory, "%s %s to %d", gp_axis_name(step->axis),
                                        gp_level_text(plan->memory, step->from), step->to),
                GP_STYLE_TEXT);
}

static size_t put_raises(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                         const struct gp_way *way) {
    bool both = way->step_count > 1;
    const char *title = way->step_count > RAISES
                            ? gp_print(plan->memory, "The first %d of %zu ratings to raise",
                                       (int)RAISES, way->step_count)
                            : "Activity";
    const struct gp_move_header headers[] = {{GP_MOVE_WHAT, GP_MOVE_A, title},
                                             {GP_MOVE_B, GP_MOVE_B, "Raise"},
                                             {GP_MOVE_C, GP_MOVE_E, both ? "Activity" : ""},
                                             {GP_MOVE_F, GP_MOVE_F, both ? "Raise" : ""}};
    size_t count = way->step_count < RAISES ? way->step_count : (size_t)RAISES;
    size_t rows = (count + 1) / 2;
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < rows; i++, row++) {
        put_raise(plan, sheet, row, false, &way->steps[i]);
        put_raise(plan, sheet, row, true, rows + i < count ? &way->steps[rows + i] : NULL);
        gp_sheet_height(sheet, row, WAY_ROW_HEIGHT);
    }
    return row;
}

size_t gp_put_shortest_way(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    size_t target = plan->profile->target;
    if (plan->report->way == NULL || target == GP_NO_RUNG)
        return row;
    const struct gp_way *way = plan->report->way;
    gp_put_move_section(sheet, row++,
                        gp_print(plan->memory, "Shortest way to %s: " AS_OF_THIS_RUN,
                                 plan->report->ladder->rungs[target].title));
    row = put_sentence(sheet, row, gp_way_text(plan->memory, plan->report, target, way));
    if (way->to_rate_count > 0)
        row = put_sentence(sheet, row, to_rate_text(plan, way));
    if (way->found && way->step_count > 0)
        row = put_raises(plan, sheet, row, way);
    return row + 1;
}

// An activity, the skill and the interest in it, and the gaps to both rungs.
static void put_deciding(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                         const struct gp_two_paths *paths, size_t activity) {
    const struct gp_ladder *ladder = plan->report->ladder;
    gp_level_milli skill = plan->profile->skill[activity];
    gp_rating interest = plan->answers[activity].axis[GP_INTEREST];
    gp_put_text(sheet, row, GP_MOVE_WHAT, ladder->activities[activity].name, GP_STYLE_TEXT);
    gp_put_text(sheet, row, GP_MOVE_A, gp_level_text(plan->memory, skill), GP_STYLE_CENTER);
    gp_put_text(sheet, row, GP_MOVE_B,
                gp_rated(interest) ? gp_print(plan->memory, "%d", interest) : "not rated",
                GP_STYLE_CENTER);
    for (size_t i = 0; i < 2; i++) {
        size_t first = i == 0 ? GP_MOVE_C : GP_MOVE_E;
        gp_level_milli gap = 1000 * gp_expected(ladder, paths->rungs[i], activity)->level - skill;
        gp_put_merged(sheet, (struct gp_area){row, first, row, first + 1},
                      gp_level_text(plan->memory, gap > 0 ? gap : 0), GP_STYLE_CENTER);
    }
    gp_sheet_height(sheet, row, WAY_ROW_HEIGHT);
}

static size_t put_all_deciding(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                               const struct gp_two_paths *paths) {
    const struct gp_rung *rungs = plan->report->ladder->rungs;
    const char *title =
        paths->deciding_count > DECIDING
            ? gp_print(plan->memory, "Decides it (%d of %zu)", (int)DECIDING, paths->deciding_count)
            : "Decides it";
    const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, title},
        {GP_MOVE_A, GP_MOVE_A, "You"},
        {GP_MOVE_B, GP_MOVE_B, "Interest"},
        {GP_MOVE_C, GP_MOVE_D, gp_print(plan->memory, "Gap: %s", rungs[paths->rungs[0]].title)},
        {GP_MOVE_E, GP_MOVE_F, gp_print(plan->memory, "Gap: %s", rungs[paths->rungs[1]].title)}};
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < paths->deciding_count && i < DECIDING; i++)
        put_deciding(plan, sheet, row++, paths, paths->deciding[i]);
    return row;
}

size_t gp_put_two_paths(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    if (plan->report->paths == NULL)
        return row;
    const struct gp_two_paths *paths = plan->report->paths;
    const struct gp_ladder *ladder = plan->report->ladder;
    if (paths->rungs[0] == GP_NO_RUNG)
        return row;
    gp_put_move_section(sheet, row++,
                        gp_print(plan->memory, "Two paths, %s or %s: " AS_OF_THIS_RUN,
                                 ladder->rungs[paths->rungs[0]].title,
                                 ladder->rungs[paths->rungs[1]].title));
    row = put_sentence(sheet, row, gp_paths_interest_text(plan->memory, ladder, paths));
    if (paths->deciding_count == 0)
        return put_sentence(sheet, row, gp_paths_even_text(plan->profile, paths)) + 1;
    return put_all_deciding(plan, sheet, row, paths) + 1;
}
