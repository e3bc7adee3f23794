#include "write/team_summary.h"

#include <stdlib.h>

// The names in a line of a list are cut at three, so that the sheet stays one page.
enum { MOST_NAMES = 3 };

enum finding { TRAINING, HIRING, ONLY_ONE, AT_RISK, HIDDEN, APART, FINDINGS };

static const struct {
    const char *title, *whom;
} headings[FINDINGS] = {
    {"Training need: a gap to their target, and interested", "People"},
    {"Hiring need: nobody able, nobody interested", "Expected of"},
    {"Only one person can", "Who"},
    {"At risk: able, but unwilling", "Who"},
    {"Hidden talent: able, willing, not expected to", "Who"},
    {"To talk about: self and manager two levels or more apart", "Who, and both levels"}};
_Static_assert(GP_APART_LEVELS == 2, "a title says how many levels");

struct listing {
    enum finding finding;
    size_t *activities; // the most important first
    size_t count;
};

// 0 where the finding does not hold of the activity.
static size_t importance(const struct gp_team_view *view, enum finding finding, size_t activity) {
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    size_t people = view->report->team->person_count;
    switch (finding) {
    case TRAINING:
        return coverage->wanting_training;
    case HIRING:
        return gp_team_hiring_need(view, activity) ? gp_team_expected_of(view, activity) : 0;
    case ONLY_ONE:
        return coverage->able_count == 1 ? coverage->expected_by + 1 : 0;
    case AT_RISK: // the fewest who are left first, then the most who may go
        return gp_team_at_risk(coverage)
                   ? (people - gp_team_willing(coverage)) * (people + 1) + coverage->unwilling_count
                   : 0;
    case HIDDEN:
        return coverage->hidden_count;
    case APART:
        return coverage->apart_count;
    case FINDINGS:
        break;
    }
    return 0;
}

static const char *who(const struct gp_team_view *view, enum finding finding, size_t activity) {
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    switch (finding) {
    case ONLY_ONE:
        return gp_team_names(view, coverage->able, coverage->able_count, MOST_NAMES);
    case AT_RISK:
        return gp_team_names(view, coverage->unwilling, coverage->unwilling_count, MOST_NAMES);
    case HIDDEN:
        return gp_team_names(view, coverage->hidden, coverage->hidden_count, MOST_NAMES);
    case APART:
        return gp_team_apart(view, activity, MOST_NAMES);
    case TRAINING:
    case HIRING:
    case FINDINGS:
        break;
    }
    return "";
}

static bool is_counted(enum finding finding) {
    return finding == TRAINING || finding == HIRING;
}

struct weighed {
    size_t importance, activity;
};

static int by_importance(const void *left, const void *right) {
    const struct weighed *a = left, *b = right;
    if (a->importance != b->importance)
        return a->importance > b->importance ? -1 : 1;
    return a->activity < b->activity ? -1 : a->activity > b->activity;
}

static struct listing list_of(const struct gp_team_view *view, enum finding finding) {
    size_t all = view->report->ladder->activity_count;
    struct listing listing = {.finding = finding};
    struct weighed *found = gp_alloc(view->memory, all, sizeof *found);
    for (size_t activity = 0; activity < all; activity++) {
        size_t weight = importance(view, finding, activity);
        if (weight > 0)
            found[listing.count++] = (struct weighed){weight, activity};
    }
    if (listing.count > 1)
        qsort(found, listing.count, sizeof *found, by_importance);
    listing.activities = gp_alloc(view->memory, listing.count, sizeof *listing.activities);
    for (size_t i = 0; i < listing.count; i++)
        listing.activities[i] = found[i].activity;
    return listing;
}

// One line of a listing; the lines of text it takes come back.
static unsigned put_finding(const struct gp_summary_page *page, size_t row, size_t column,
                            const struct listing *listing, size_t place) {
    const struct gp_report *report = page->view->report;
    size_t activity = listing->activities[place], last = column + GP_SUMMARY_BLOCK - 1;
    const char *name = report->ladder->activities[activity].name;
    if (is_counted(listing->finding)) {
        gp_put_merged(page->sheet, (struct gp_area){row, column, row, last - 1}, name,
                      GP_STYLE_WRAP);
        gp_put_number(page->sheet, row, last,
                      (double)importance(page->view, listing->finding, activity), GP_STYLE_NUMBER);
        return gp_wrapped_lines(name, gp_summary_width(column, last - 1));
    }
    const char *names = who(page->view, listing->finding, activity);
    gp_put_text(page->sheet, row, column, name, GP_STYLE_WRAP);
    gp_put_merged(page->sheet, (struct gp_area){row, column + 1, row, last}, names, GP_STYLE_WRAP);
    unsigned lines = gp_wrapped_lines(names, gp_summary_width(column + 1, last));
    unsigned name_lines = gp_wrapped_lines(name, gp_summary_width(column, column));
    return name_lines > lines ? name_lines : lines;
}

static void put_listing_header(const struct gp_summary_page *page, size_t row, size_t column,
                               const struct listing *listing) {
    size_t last = column + GP_SUMMARY_BLOCK - 1;
    gp_summary_section(page->sheet, row, column, last, headings[listing->finding].title);
    if (is_counted(listing->finding)) {
        gp_put_merged(page->sheet, (struct gp_area){row + 1, column, row + 1, last - 1}, "Activity",
                      GP_STYLE_HEADER);
        gp_put_text(page->sheet, row + 1, last, headings[listing->finding].whom, GP_STYLE_HEADER);
    } else {
        gp_put_text(page->sheet, row + 1, column, "Activity", GP_STYLE_HEADER);
        gp_put_merged(page->sheet, (struct gp_area){row + 1, column + 1, row + 1, last},
                      headings[listing->finding].whom, GP_STYLE_HEADER);
    }
}

// The rows below a listing's header: its lines, and one that says what is not shown.
static size_t listing_rows(const struct listing *listing) {
    if (listing->count == 0)
        return 1;
    return listing->count > GP_SUMMARY_MOST_LINES ? GP_SUMMARY_MOST_LINES + 1 : listing->count;
}

// What stands in the listing's row `place`; the lines of text it takes come back.
static unsigned put_listing_row(const struct gp_summary_page *page, size_t row, size_t column,
                                const struct listing *listing, size_t place) {
    size_t last = column + GP_SUMMARY_BLOCK - 1;
    if (place >= listing_rows(listing))
        return 1;
    if (listing->count > 0 && place < GP_SUMMARY_MOST_LINES)
        return put_finding(page, row, column, listing, place);
    bool unknown = listing->finding == APART && !page->view->two_raters;
    const char *text = unknown ? "no manager has rated anybody"
                       : listing->count == 0
                           ? "none"
                           : gp_print(page->view->memory, "and %zu more on the %s sheet",
                                      listing->count - GP_SUMMARY_MOST_LINES, GP_TEAM_COVERAGE);
    gp_put_merged(page->sheet, (struct gp_area){row, column, row, last}, text, GP_STYLE_NOTE);
    return 1;
}

// Two listings side by side, and an empty row behind them. Rows are shared, so each is as high as
// the longer of its two texts.
static size_t put_pair(const struct gp_summary_page *page, size_t row, enum finding left,
                       enum finding right) {
    struct listing lists[] = {list_of(page->view, left), list_of(page->view, right)};
    put_listing_header(page, row, GP_SUMMARY_LEFT, &lists[0]);
    put_listing_header(page, row, GP_SUMMARY_RIGHT, &lists[1]);
    row += 2;
    size_t first = listing_rows(&lists[0]), second = listing_rows(&lists[1]);
    size_t rows = first > second ? first : second;
    for (size_t i = 0; i < rows; i++, row++) {
        unsigned lines = put_listing_row(page, row, GP_SUMMARY_LEFT, &lists[0], i);
        unsigned other = put_listing_row(page, row, GP_SUMMARY_RIGHT, &lists[1], i);
        gp_team_row_lines(page->sheet, row, lines > other ? lines : other);
    }
    return row + 1;
}

size_t gp_put_team_findings(const struct gp_summary_page *page, size_t row) {
    row = put_pair(page, row, TRAINING, HIRING);
    row = put_pair(page, row, ONLY_ONE, AT_RISK);
    return put_pair(page, row, HIDDEN, APART);
}
