#include "model/words.h"
#include "write/readiness_parts.h"

// What the scores of a person are made from, in a line.
static const char *answers_line(struct gp_page *page, const struct gp_readiness_view *view,
                                size_t person) {
    const struct gp_profile *profile = &view->report->results->profiles[person];
    const struct gp_answer *answers = gp_answers_of(view->report->team, person);
    size_t activities = view->report->ladder->activity_count, managed = 0;
    for (size_t i = 0; i < activities; i++)
        managed += gp_rated(answers[i].manager_skill);
    return gp_print(page->memory,
                    "%zu activities: %zu rated, %zu N/A, %zu don't know, %zu without an answer. %s",
                    activities, profile->rated_count, profile->not_applicable_count,
                    profile->dont_know_count,
                    activities - profile->rated_count - profile->not_applicable_count -
                        profile->dont_know_count,
                    profile->rated_count == 0 ? "Nothing is rated."
                    : managed == 0            ? "From self-ratings alone, which tend to run high."
                                   : gp_print(page->memory, "The manager rated %zu.", managed));
}

static void page_head(struct gp_page *page, const struct gp_readiness_view *view, size_t person) {
    const struct gp_report *report = view->report;
    const struct gp_profile *profile = &report->results->profiles[person];
    const char *target =
        profile->target == GP_NO_RUNG ? "no rung" : report->ladder->rungs[profile->target].title;
    gp_page_line(page, "%s: %s; works towards %s%s", report->team->people[person].name,
                 gp_role_title(report, person), target,
                 gp_target_found(&report->team->people[person], profile));
    gp_page_line(page, "%s", answers_line(page, view, person));
}

// "Positioning: skill 4, experience 3"
static const char *assumed_text(struct gp_memory *memory, const struct gp_readiness_view *view,
                                const struct gp_assumed *assumed) {
    const char *text = view->report->ladder->activities[assumed->activity].name;
    if (gp_rated(assumed->skill))
        text = gp_print(memory, "%s: skill %d", text, assumed->skill);
    if (gp_rated(assumed->experience))
        text = gp_print(memory, "%s%s experience %d", text, gp_rated(assumed->skill) ? "," : ":",
                        assumed->experience);
    return text;
}

static void page_assumed(struct gp_page *page, const struct gp_readiness_view *view) {
    if (view->assumed_count > 0)
        gp_page_heading(page, "Assumed");
    for (size_t i = 0; i < view->assumed_count; i++)
        gp_page_line(page, "  %s", assumed_text(page->memory, view, &view->assumed[i]));
}

static void page_caution(struct gp_page *page) {
    gp_page_line(page, "%s", "");
    gp_page_wrapped(page, "",
                    "Readiness is of a person for a rung, never a grade of the person: necessary, "
                    "not sufficient. Low and high: with what is not rated at nothing and in full, "
                    "and with the lower and the higher of two raters.");
}

struct gp_bytes gp_readiness_text(struct gp_memory *memory, const struct gp_readiness_view *view) {
    struct gp_page page;
    gp_page_open(&page, memory);
    if (view->whole)
        page_head(&page, view, view->people[0].person);
    page_assumed(&page, view);
    if (view->whole || view->assumed_count > 0)
        gp_page_line(&page, "%s", "");
    gp_page_add(&page, gp_grid_as_text(gp_readiness_rows(memory, view)));
    for (size_t i = 0; i < view->count; i++) {
        if (view->whole) {
            gp_page_moving_in(&page, view, i);
            gp_page_paths(&page, view, i);
            gp_page_apart(&page, view, i);
        }
        gp_page_why(&page, view, i);
        gp_page_way(&page, view, i);
    }
    page_caution(&page);
    return gp_page_bytes(&page);
}
