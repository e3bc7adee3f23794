#include "write/readiness_parts.h"

static const struct gp_grid_column columns[] = {{"person", NULL, GP_CELL_TEXT},
                                                {"rung", NULL, GP_CELL_TEXT},
                                                {"activity", "Activity", GP_CELL_TEXT},
                                                {"axis", "Raise", GP_CELL_TEXT},
                                                {"from", "From", GP_CELL_LEVEL},
                                                {"to", "To", GP_CELL_COUNT},
                                                {"levels", "Levels", GP_CELL_COUNT},
                                                {"expected", "Expected", GP_CELL_COUNT},
                                                {"must_have", "Must-have", GP_CELL_YES_NO},
                                                {"interest", "Interest", GP_CELL_LEVEL}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void add_rows(struct gp_grid *grid, const struct gp_readiness_view *view,
                     const struct gp_shown *shown) {
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_answer *answers = gp_answers_of(view->report->team, shown->person);
    for (size_t i = 0; i < shown->way->step_count; i++) {
        const struct gp_raise *step = &shown->way->steps[i];
        const struct gp_expectation *expected = gp_expected(ladder, shown->rung, step->activity);
        gp_rating interest = answers[step->activity].axis[GP_INTEREST];
        gp_grid_text(grid, view->report->team->people[shown->person].name);
        gp_grid_text(grid, ladder->rungs[shown->rung].id);
        gp_grid_text(grid, ladder->activities[step->activity].name);
        gp_grid_text(grid, gp_axis_name(step->axis));
        gp_grid_level(grid, step->from);
        gp_grid_count(grid, (size_t)step->to);
        gp_grid_count(grid, step->levels);
        gp_grid_count(grid, (size_t)expected->level);
        gp_grid_yes_no(grid, expected->must_have);
        gp_grid_level(grid, gp_rated(interest) ? 1000 * interest : GP_NO_LEVEL);
    }
}

struct gp_grid *gp_way_rows(struct gp_memory *memory, const struct gp_readiness_view *view,
                            size_t first, size_t last) {
    struct gp_grid *grid = gp_grid_new(memory, columns, COLUMN_COUNT);
    for (size_t i = first; i < last; i++)
        if (view->people[i].way != NULL)
            add_rows(grid, view, &view->people[i]);
    return grid;
}

struct gp_bytes gp_readiness_way_csv(struct gp_memory *memory,
                                     const struct gp_readiness_view *view) {
    return gp_grid_as_csv(gp_way_rows(memory, view, 0, view->count));
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
    gp_page_line(page, "To see it: --assume \"%s\"", text);
}

void gp_page_way(struct gp_page *page, const struct gp_readiness_view *view, size_t index) {
    const struct gp_shown *shown = &view->people[index];
    const struct gp_way *way = shown->way;
    if (way == NULL || shown->rung == GP_NO_RUNG)
        return;
    struct gp_memory *memory = page->memory;
    const char *title = view->report->ladder->rungs[shown->rung].title;
    const char *name = view->report->team->people[shown->person].name;
    gp_page_heading(page, "Shortest way: %s to ready for %s", name, title);
    page_to_rate(page, view->report->ladder, way);
    if (way->too_large)
        gp_page_line(page, "The ladder's weights are too large for an exact answer; make them "
                           "smaller whole numbers.");
    else if (!way->found)
        gp_page_line(page, "Nothing the role expects is rated; rate first, then ask again.");
    else if (way->levels == 0)
        gp_page_line(page, "Nothing needs raising: %s passes by what is rated.",
                     "every gate of "
                     "skill");
    if (!way->found || way->levels == 0)
        return;
    gp_page_wrapped(
        page, "",
        gp_print(memory,
                 "%u raise%s of one level: the fewest that bring the score to %s or more and every "
                 "gate of skill to pass. With them the score is %d.%03d. Years, products, support "
                 "and a place are asked for besides.",
                 (unsigned)way->levels, way->levels == 1 ? "" : "s",
                 gp_print(memory, "%d.%03d", view->report->policy->ready_from / 1000,
                          view->report->policy->ready_from % 1000),
                 way->score / 1000, way->score % 1000));
    gp_page_add(page, gp_grid_as_text(gp_way_rows(memory, view, index, index + 1)));
    page_assumption(page, view, shown);
}
