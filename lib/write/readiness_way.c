#include "base/text.h"
#include "write/readiness_parts.h"
#include "write/way_text.h"

static const struct gp_grid_column columns[] = {{"person", NULL, GP_CELL_TEXT},
                                                {"rung", NULL, GP_CELL_TEXT},
                                                {"activity", "Activity", GP_CELL_TEXT},
                                                {"axis", "Raise", GP_CELL_TEXT},
                                                {"from", "From", GP_CELL_LEVEL},
                                                {"to", "To", GP_CELL_COUNT},
                                                {"levels", "Levels", GP_CELL_COUNT},
                                                {"expected", "Expected", GP_CELL_COUNT},
                                                {"must_have", "Must-have", GP_CELL_YES_NO},
                                                {"interest", "Interest", GP_CELL_LEVEL},
                                                {"result", NULL, GP_CELL_TEXT}};
// What came of it stands behind the raises only where the table is all there is.
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, RAISE_COLUMNS = COLUMN_COUNT - 1 };

const char *gp_way_result(const struct gp_ladder *ladder, const struct gp_shown *shown) {
    const struct gp_way *way = shown->way;
    if (way->too_large)
        return "too_large";
    if (!way->found)
        return gp_ladder_expected_count(ladder, shown->rung) == 0 ? "nothing_expected"
                                                                  : "nothing_rated";
    if (way->levels > 0)
        return "raise";
    return way->to_rate_count > 0 ? "rate_first" : "nothing_to_raise";
}

static void add_to_whom(struct gp_grid *grid, const struct gp_readiness_view *view,
                        const struct gp_shown *shown) {
    gp_grid_text(grid, view->report->team->people[shown->person].name);
    gp_grid_text(grid, view->report->ladder->rungs[shown->rung].id);
}

static void add_rows(struct gp_grid *grid, const struct gp_readiness_view *view,
                     const struct gp_shown *shown, bool with_result) {
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_answer *answers = gp_answers_of(view->report->team, shown->person);
    for (size_t i = 0; i < shown->way->step_count; i++) {
        const struct gp_raise *step = &shown->way->steps[i];
        const struct gp_expectation *expected = gp_expected(ladder, shown->rung, step->activity);
        gp_rating interest = answers[step->activity].axis[GP_INTEREST];
        add_to_whom(grid, view, shown);
        gp_grid_text(grid, ladder->activities[step->activity].name);
        gp_grid_text(grid, gp_axis_name(step->axis));
        gp_grid_level(grid, step->from);
        gp_grid_count(grid, (size_t)step->to);
        gp_grid_count(grid, step->levels);
        gp_grid_count(grid, (size_t)expected->level);
        gp_grid_yes_no(grid, expected->must_have);
        gp_grid_level(grid, gp_rated(interest) ? 1000 * interest : GP_NO_LEVEL);
        if (with_result)
            gp_grid_text(grid, gp_way_result(ladder, shown));
    }
}

// For somebody without raises: nothing but what came of it.
static void add_result(struct gp_grid *grid, const struct gp_readiness_view *view,
                       const struct gp_shown *shown) {
    add_to_whom(grid, view, shown);
    for (size_t i = 2; i < RAISE_COLUMNS; i++)
        gp_grid_none(grid);
    gp_grid_text(grid, gp_way_result(view->report->ladder, shown));
}

struct gp_grid *gp_way_rows(struct gp_memory *memory, const struct gp_readiness_view *view,
                            size_t index) {
    struct gp_grid *grid = gp_grid_new(memory, columns, RAISE_COLUMNS);
    add_rows(grid, view, &view->people[index], false);
    return grid;
}

struct gp_bytes gp_readiness_way_csv(struct gp_memory *memory,
                                     const struct gp_readiness_view *view) {
    struct gp_grid *grid = gp_grid_new(memory, columns, COLUMN_COUNT);
    for (size_t i = 0; i < view->count; i++) {
        const struct gp_shown *shown = &view->people[i];
        if (shown->way == NULL || shown->rung == GP_NO_RUNG)
            continue;
        if (shown->way->step_count == 0)
            add_result(grid, view, shown);
        else
            add_rows(grid, view, shown, true);
    }
    return gp_grid_as_csv(grid);
}

static void page_to_rate(struct gp_page *page, const struct gp_ladder *ladder,
                         const struct gp_way *way) {
    if (way->to_rate_count == 0)
        return;
    const char *names = ladder->activities[way->to_rate[0]].name;
    for (size_t i = 1; i < way->to_rate_count; i++)
        names = gp_print(page->memory, "%s; %s", names, ladder->activities[way->to_rate[i]].name);
    gp_page_wrapped(
        page, "  ",
        gp_print(page->memory, "To be rated first, since a gate waits for it: %s.", names));
}

// What to type to see the readiness with the raises made: "NAME=SKILL" or "NAME=SKILL/EXPERIENCE".
static void page_assumption(struct gp_page *page, const struct gp_readiness_view *view,
                            const struct gp_shown *shown) {
    const struct gp_way *way = shown->way;
    const char *text = "";
    for (size_t i = 0; i < way->step_count; i++) {
        const struct gp_raise *step = &way->steps[i];
        bool first = i == 0 || way->steps[i - 1].activity != step->activity;
        const char *name = view->report->ladder->activities[step->activity].name;
        if (first)
            text = gp_print(page->memory, "%s%s%s=", text, i == 0 ? "" : ",", name);
        text = gp_print(page->memory, "%s%s%d", text, step->axis == GP_EXPERIENCE ? "/" : "",
                        step->to);
    }
    gp_page_line(page, "To see it: --assume %s", gp_shell_word(page->memory, text));
}

void gp_page_way(struct gp_page *page, const struct gp_readiness_view *view, size_t index) {
    const struct gp_shown *shown = &view->people[index];
    const struct gp_way *way = shown->way;
    if (way == NULL || shown->rung == GP_NO_RUNG)
        return;
    const struct gp_report *report = view->report;
    gp_page_heading(page, "Shortest way: %s to ready for %s",
                    report->team->people[shown->person].name,
                    report->ladder->rungs[shown->rung].title);
    page_to_rate(page, report->ladder, way);
    gp_page_wrapped(page, "", gp_way_text(page->memory, report, shown->rung, way));
    if (!way->found || way->levels == 0)
        return;
    gp_page_add(page, gp_grid_as_text(gp_way_rows(page->memory, view, index)));
    page_assumption(page, view, shown);
}
