#include "write/grid.h"
#include "write/mentor_words.h"
#include "write/page.h"

// What every part of the page is written from.
struct view {
    struct gp_page *page;
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_matching *matching;
};

static const char *name_of(const struct view *view, size_t person) {
    return gp_mentor_name(view->memory, view->report, person);
}

static const char *activity_of(const struct view *view, size_t activity) {
    return view->report->ladder->activities[activity].name;
}

static void add_grid(const struct view *view, const struct gp_grid *grid) {
    gp_page_add(view->page, gp_grid_as_text(grid));
}

static void page_head(const struct view *view) {
    const struct gp_matching *matching = view->matching;
    const struct gp_policy *policy = view->report->policy;
    gp_page_line(view->page, "Mentors as of %s: %zu of %zu who ask for one %s one",
                 gp_date_text(view->memory, view->report->as_of), matching->matched,
                 matching->asking, matching->matched == 1 ? "has" : "have");
    gp_page_line(view->page, "New to product, and so first in line: %zu of %zu %s one",
                 matching->newcomers_matched, matching->newcomers,
                 matching->newcomers_matched == 1 ? "has" : "have");
    gp_page_line(view->page,
                 "A mentee takes %s hours a month; a mentor is at the target's level, and %d "
                 "levels ahead",
                 gp_hours_text(view->memory, policy->hours_per_mentee_tenths),
                 (int)policy->mentor_ahead);
}

static const char *remark_of(const struct gp_mentoring *pair) {
    if (pair->kept)
        return pair->newcomer ? "kept; new to product" : "kept";
    return pair->newcomer ? "new to product" : NULL;
}

static void page_pairs(const struct view *view) {
    enum { ROUND = 4 };
    static const struct gp_grid_column columns[] = {
        {NULL, "Mentee", GP_CELL_TEXT},     {NULL, "Mentor", GP_CELL_TEXT},
        {NULL, "Strength", GP_CELL_POINTS}, {NULL, "Hours a month", GP_CELL_POINTS},
        {NULL, "Round", GP_CELL_COUNT},     {NULL, "Activities", GP_CELL_COUNT},
        {NULL, "Remark", GP_CELL_REMARK}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->matching->pair_count; i++) {
        const struct gp_mentoring *pair = &view->matching->pairs[i];
        gp_grid_text(grid, name_of(view, pair->mentee));
        gp_grid_text(grid, name_of(view, pair->mentor));
        gp_grid_points(grid, pair->strength);
        gp_grid_points(grid, 100 * (int64_t)pair->hours_tenths);
        gp_grid_count(grid, pair->round);
        gp_grid_count(grid, pair->help_count);
        gp_grid_text(grid, remark_of(pair));
    }
    if (!gp_has_rounds(view->matching))
        gp_grid_hide(grid, ROUND);
    gp_page_heading(view->page, "Pairs, by mentee");
    add_grid(view, grid);
}

static void add_help(const struct view *view, struct gp_grid *grid, const struct gp_mentoring *pair,
                     const struct gp_help *help) {
    gp_grid_text(grid, name_of(view, pair->mentee));
    gp_grid_text(grid, name_of(view, pair->mentor));
    gp_grid_text(grid, activity_of(view, help->activity));
    gp_grid_level(grid, help->mentee);
    gp_grid_level(grid, help->target);
    gp_grid_level(grid, help->mentor);
    gp_grid_level(grid, help->gap);
    gp_grid_level(grid, 1000 * help->interest);
    gp_grid_level(grid, help->mentor - help->mentee);
    gp_grid_points(grid, help->points);
}

static void add_bonus(const struct view *view, struct gp_grid *grid,
                      const struct gp_mentoring *pair, enum gp_bonus bonus) {
    enum { LEVELS = 6 };
    if (pair->bonuses[bonus] == 0)
        return;
    gp_grid_text(grid, name_of(view, pair->mentee));
    gp_grid_text(grid, name_of(view, pair->mentor));
    gp_grid_text(grid, gp_print(view->memory, "(%s)", gp_bonus_words(bonus)));
    for (size_t i = 0; i < LEVELS; i++)
        gp_grid_none(grid);
    gp_grid_points(grid, pair->bonuses[bonus]);
}

static void page_why(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Mentee", GP_CELL_TEXT},   {NULL, "Mentor", GP_CELL_TEXT},
        {NULL, "Why", GP_CELL_TEXT},      {NULL, "Mentee has", GP_CELL_LEVEL},
        {NULL, "Target", GP_CELL_LEVEL},  {NULL, "Mentor has", GP_CELL_LEVEL},
        {NULL, "Gap", GP_CELL_LEVEL},     {NULL, "x Interest", GP_CELL_LEVEL},
        {NULL, "x Ahead", GP_CELL_LEVEL}, {NULL, "= Points", GP_CELL_POINTS}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->matching->pair_count; i++) {
        const struct gp_mentoring *pair = &view->matching->pairs[i];
        for (size_t j = 0; j < pair->help_count; j++)
            add_help(view, grid, pair, &pair->helps[j]);
        for (size_t bonus = 0; bonus < GP_BONUS_COUNT; bonus++)
            add_bonus(view, grid, pair, (enum gp_bonus)bonus);
    }
    gp_page_heading(view->page, "Why: the points of a pair add up to its strength");
    add_grid(view, grid);
}

static void page_alone(const struct view *view) {
    gp_page_heading(view->page, "Without a mentor");
    for (size_t person = 0; person < view->report->team->person_count; person++) {
        const struct gp_mentee *mentee = &view->matching->mentees[person];
        if (mentee->why == GP_MATCHED)
            continue;
        gp_page_wrapped(view->page, "- ",
                        gp_print(view->memory, "%s: %s. What would change it: %s.%s%s",
                                 name_of(view, person),
                                 gp_unmatched_words(view->memory, view->report, person),
                                 gp_unmatched_fix(view->memory, view->report, person, true),
                                 mentee->nearest_count > 0 ? " For a quick question: " : "",
                                 gp_quick_questions(view->memory, view->report, person)));
    }
    if (view->matching->matched == view->report->team->person_count)
        gp_page_line(view->page, "Nobody: everybody has one.");
}

static void page_load(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Mentor", GP_CELL_TEXT}, {NULL, "Hours a month", GP_CELL_POINTS},
        {NULL, "Used", GP_CELL_POINTS}, {NULL, "Mentees", GP_CELL_COUNT},
        {NULL, "Who", GP_CELL_TEXT},    {NULL, "Remark", GP_CELL_REMARK}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t person = 0; person < view->report->team->person_count; person++) {
        const struct gp_mentor *mentor = &view->matching->mentors[person];
        if (!gp_is_mentor(view->matching, person))
            continue;
        size_t count = 0, *mentees = gp_mentees_of(view->memory, view->matching, person, &count);
        gp_grid_text(grid, name_of(view, person));
        gp_grid_points(grid, 100 * (int64_t)mentor->hours_tenths);
        gp_grid_points(grid, 100 * (int64_t)mentor->used_tenths);
        gp_grid_count(grid, count);
        gp_grid_text(grid, gp_mentor_names(view->memory, view->report, mentees, count, count));
        gp_grid_text(grid, mentor->used_tenths > mentor->hours_tenths ? "over their hours" : NULL);
    }
    gp_page_heading(view->page, "Mentors and their hours");
    add_grid(view, grid);
}

static void page_groups(const struct view *view) {
    if (view->matching->group_count == 0)
        return;
    gp_page_heading(view->page, "Could meet as a group: one mentor, the same gap");
    for (size_t i = 0; i < view->matching->group_count; i++) {
        const struct gp_mentor_group *group = &view->matching->groups[i];
        gp_page_wrapped(view->page, "- ",
                        gp_print(view->memory, "%s on %s: %s", name_of(view, group->mentor),
                                 activity_of(view, group->activity),
                                 gp_mentor_names(view->memory, view->report, group->mentees,
                                                 group->mentee_count, group->mentee_count)));
    }
}

static void page_preferred(const struct view *view) {
    static const struct gp_grid_column columns[] = {{NULL, "Mentee", GP_CELL_TEXT},
                                                    {NULL, "Mentor", GP_CELL_TEXT},
                                                    {NULL, "Strength", GP_CELL_POINTS},
                                                    {NULL, "Mentee has", GP_CELL_TEXT},
                                                    {NULL, "Mentor has", GP_CELL_TEXT}};
    if (view->matching->preferred_count == 0)
        return;
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->matching->preferred_count; i++) {
        const struct gp_preferred *preferred = &view->matching->preferred[i];
        gp_grid_text(grid, name_of(view, preferred->mentee));
        gp_grid_text(grid, name_of(view, preferred->mentor));
        gp_grid_points(grid, preferred->strength);
        gp_grid_text(grid, gp_pairs_of(view->memory, view->report, preferred->mentee, true));
        gp_grid_text(grid, gp_pairs_of(view->memory, view->report, preferred->mentor, false));
    }
    gp_page_heading(view->page, "Would both rather have each other; as it is, more people have a "
                                "mentor, or newcomers the one they need");
    add_grid(view, grid);
}

struct gp_bytes gp_mentors_text(struct gp_memory *memory, const struct gp_report *report) {
    struct gp_page page;
    const struct view view = {&page, memory, report, report->matching};
    gp_page_open(&page, memory);
    page_head(&view);
    if (report->matching->pair_count > 0) {
        page_pairs(&view);
        page_why(&view);
    }
    page_alone(&view);
    page_load(&view);
    page_groups(&view);
    page_preferred(&view);
    gp_page_line(&page, "%s", "");
    gp_page_wrapped(&page, "",
                    "A strength is of a pair, never of a person: it says how much of what the "
                    "mentee wants to learn this mentor could show. Both may say no.");
    return gp_page_bytes(&page);
}
