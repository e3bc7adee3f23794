#include "write/readiness_parts.h"
#include "write/way_text.h"

// The activities that decide are listed this far; programs get all of them.
enum { DECIDING_LISTED = 12 };

const char *gp_role_title(const struct gp_report *report, size_t person) {
    const struct gp_person *who = &report->team->people[person];
    if (who->rung != GP_NO_RUNG)
        return report->ladder->rungs[who->rung].title;
    return who->role[0] != '\0' ? who->role : "no role given";
}

static void add_path(struct gp_grid *grid, const struct gp_ladder *ladder, size_t rung,
                     size_t activity, gp_level_milli skill) {
    gp_rating expected = gp_expected(ladder, rung, activity)->level;
    gp_grid_count(grid, (size_t)expected);
    gp_level_milli gap = 1000 * expected - skill;
    gp_grid_level(grid, gap > 0 ? gap : 0);
}

static struct gp_grid *deciding_rows(struct gp_page *page, const struct gp_readiness_view *view,
                                     const struct gp_shown *shown) {
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_two_paths *paths = shown->paths;
    const struct gp_answer *answers = gp_answers_of(view->report->team, shown->person);
    const gp_level_milli *skill = view->report->results->profiles[shown->person].skill;
    struct gp_grid_column *columns = gp_alloc(page->memory, 7, sizeof *columns);
    columns[0] = (struct gp_grid_column){NULL, "Activity", GP_CELL_TEXT};
    columns[1] = (struct gp_grid_column){NULL, "Skill", GP_CELL_LEVEL};
    columns[2] = (struct gp_grid_column){NULL, "Interest", GP_CELL_LEVEL};
    for (size_t i = 0; i < 2; i++) {
        columns[3 + 2 * i] =
            (struct gp_grid_column){NULL, ladder->rungs[paths->rungs[i]].id, GP_CELL_COUNT};
        columns[4 + 2 * i] = (struct gp_grid_column){NULL, "Gap", GP_CELL_LEVEL};
    }
    struct gp_grid *grid = gp_grid_new(page->memory, columns, 7);
    for (size_t i = 0; i < paths->deciding_count && i < DECIDING_LISTED; i++) {
        size_t activity = paths->deciding[i];
        gp_rating interest = answers[activity].axis[GP_INTEREST];
        gp_grid_text(grid, ladder->activities[activity].name);
        gp_grid_level(grid, skill[activity]);
        gp_grid_level(grid, gp_rated(interest) ? 1000 * interest : GP_NO_LEVEL);
        for (size_t path = 0; path < 2; path++)
            add_path(grid, ladder, paths->rungs[path], activity, skill[activity]);
    }
    return grid;
}

void gp_page_paths(struct gp_page *page, const struct gp_readiness_view *view, size_t index) {
    const struct gp_shown *shown = &view->people[index];
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_two_paths *paths = shown->paths;
    if (paths == NULL || paths->rungs[0] == GP_NO_RUNG)
        return;
    const char *titles[2] = {ladder->rungs[paths->rungs[0]].title,
                             ladder->rungs[paths->rungs[1]].title};
    gp_page_heading(page, "Two paths: %s or %s", titles[0], titles[1]);
    gp_page_wrapped(page, "", gp_paths_interest_text(page->memory, ladder, paths));
    if (paths->deciding_count == 0) {
        gp_page_wrapped(page, "",
                        gp_paths_even_text(&view->report->results->profiles[shown->person], paths));
        return;
    }
    size_t listed =
        paths->deciding_count < DECIDING_LISTED ? paths->deciding_count : (size_t)DECIDING_LISTED;
    gp_page_line(page, "What decides it by skill: where the gaps differ most%s",
                 listed < paths->deciding_count
                     ? gp_print(page->memory, " (%zu of %zu)", listed, paths->deciding_count)
                     : "");
    gp_page_add(page, gp_grid_as_text(deciding_rows(page, view, shown)));
}

void gp_page_apart(struct gp_page *page, const struct gp_readiness_view *view, size_t index) {
    static const struct gp_grid_column columns[] = {{NULL, "Activity", GP_CELL_TEXT},
                                                    {NULL, "Self", GP_CELL_LEVEL},
                                                    {NULL, "Manager", GP_CELL_LEVEL}};
    size_t person = view->people[index].person;
    const struct gp_profile *profile = &view->report->results->profiles[person];
    const struct gp_answer *answers = gp_answers_of(view->report->team, person);
    if (profile->apart_count == 0)
        return;
    struct gp_grid *grid = gp_grid_new(page->memory, columns, 3);
    for (size_t i = 0; i < profile->apart_count; i++) {
        const struct gp_answer *answer = &answers[profile->apart[i]];
        gp_grid_text(grid, view->report->ladder->activities[profile->apart[i]].name);
        gp_grid_level(grid, 1000 * answer->axis[GP_SKILL]);
        gp_grid_level(grid, 1000 * answer->manager_skill);
    }
    gp_page_heading(page, "To talk about: self and manager two levels or more apart");
    gp_page_add(page, gp_grid_as_text(grid));
}

struct gp_brought gp_brought_of(const struct gp_ladder *ladder, const struct gp_profile *profile,
                                size_t facet) {
    const struct gp_facet *group = &ladder->facets[facet];
    struct gp_brought brought = {0};
    for (size_t i = group->first; i < group->first + group->count; i++)
        brought.expected += gp_expected(ladder, profile->target, i)->level > 0;
    while (brought.first < profile->brings_count && profile->brings[brought.first] < group->first)
        brought.first++;
    while (brought.first + brought.count < profile->brings_count &&
           profile->brings[brought.first + brought.count] < group->first + group->count)
        brought.count++;
    return brought;
}

bool gp_rung_is_rated(const struct gp_profile *profile, size_t rung) {
    return profile->readiness[rung].score != GP_NO_SHARE;
}

// "DEFINE, 3 of 9: Problem Discovery; Product Brief; ..."
static void page_brings(struct gp_page *page, const struct gp_ladder *ladder,
                        const struct gp_profile *profile) {
    for (size_t facet = 0; facet < ladder->facet_count; facet++) {
        struct gp_brought brought = gp_brought_of(ladder, profile, facet);
        const char *text = gp_print(page->memory, "%s, %zu of %zu", ladder->facets[facet].name,
                                    brought.count, brought.expected);
        for (size_t i = 0; i < brought.count; i++)
            text = gp_print(page->memory, "%s%s %s", text, i == 0 ? ":" : ";",
                            ladder->activities[profile->brings[brought.first + i]].name);
        if (brought.expected > 0)
            gp_page_wrapped(page, "  ", text);
    }
}

static void page_background(struct gp_page *page, const struct gp_ladder *ladder,
                            const struct gp_person *person) {
    if (person->came_from == GP_NO_BACKGROUND)
        return;
    const struct gp_background *background = &ladder->backgrounds[person->came_from];
    gp_page_wrapped(page, "",
                    gp_print(page->memory,
                             "People from %s usually enter as %s. Product work to "
                             "take on in today's job:",
                             background->name, ladder->rungs[background->entry].title));
    for (size_t i = 0; i < background->first_count; i++)
        gp_page_wrapped(page, "  - ", background->first[i]);
}

// Where the person aims, the nearest entry, and how much of it is there.
static const char *entries_text(struct gp_memory *memory, const struct gp_ladder *ladder,
                                const struct gp_profile *profile) {
    const char *target = ladder->rungs[profile->target].title, *text = "";
    size_t nearest = profile->nearest_entry;
    bool known = nearest != GP_NO_RUNG && gp_rung_is_rated(profile, nearest);
    bool both = profile->target_named && known && profile->target == nearest;
    if (profile->target_named)
        text = gp_print(memory, "Aims at: %s%s. ", target, both ? ", the nearest entry too" : "");
    if (!both)
        text = gp_print(memory, "%sNearest entry: %s. ", text,
                        known ? ladder->rungs[nearest].title : "not known, as nothing is rated");
    if (!gp_rung_is_rated(profile, profile->target))
        return gp_print(memory,
                        "%sNothing that %s expects is rated: what is there already is not "
                        "known.",
                        text, target);
    return gp_print(memory, "%sAlready at the level that %s expects: %zu %s.", text, target,
                    profile->brings_count, profile->brings_count == 1 ? "activity" : "activities");
}

void gp_page_moving_in(struct gp_page *page, const struct gp_readiness_view *view, size_t index) {
    const struct gp_ladder *ladder = view->report->ladder;
    size_t person = view->people[index].person;
    const struct gp_person *who = &view->report->team->people[person];
    const struct gp_profile *profile = &view->report->results->profiles[person];
    if (who->rung != GP_NO_RUNG || profile->target == GP_NO_RUNG)
        return;
    gp_page_heading(page, "Moving into product");
    gp_page_wrapped(page, "", entries_text(page->memory, ladder, profile));
    if (gp_rung_is_rated(profile, profile->target))
        page_brings(page, ladder, profile);
    page_background(page, ladder, who);
}
