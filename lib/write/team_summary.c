#include "base/text.h"
#include "model/words.h"
#include "write/team_book.h"

#include <stdlib.h>

// The page is two blocks side by side, each a wide column and three narrow ones.
enum { LEFT = 0, GAP = 4, RIGHT = 5, BLOCK_COLUMNS = 4, PAGE_COLUMNS = 9 };
static const double widths[PAGE_COLUMNS] = {34, 9, 9, 16, 2, 34, 9, 9, 16};

// A list is cut at ten; the names in one of its lines at three, so that it stays one page.
enum { MOST_LINES = 10, MOST_BENCH = 10, MOST_NAMES = 3, CHART_LEAST_ROWS = 10 };

enum finding { TRAINING, HIRING, ONLY_ONE, AT_RISK, HIDDEN, APART, FINDINGS };

static const struct {
    const char *title, *whom;
} headings[FINDINGS] = {{"Training need: a gap to their target, and interested", "People"},
                        {"Hiring need: nobody able, nobody interested", "Expected of"},
                        {"Only one person can", "Who"},
                        {"At risk: able, but unwilling", "Who"},
                        {"Hidden talent: able, willing, not expected to", "Who"},
                        {"To talk about: own and manager's rating far apart", "Who"}};

struct listing {
    enum finding finding;
    size_t *activities; // the most important first
    size_t count;
};

struct page {
    const struct gp_team_view *view;
    struct gp_sheet *sheet;
};

static double block_width(size_t from, size_t last) {
    double width = 0;
    for (size_t column = from; column <= last; column++)
        width += widths[column];
    return width;
}

// 0 where the finding does not hold of the activity.
static size_t importance(const struct gp_team_view *view, enum finding finding, size_t activity) {
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    switch (finding) {
    case TRAINING:
        return coverage->wanting_training;
    case HIRING:
        return gp_team_hiring_need(view, activity) ? gp_team_expected_of(view, activity) : 0;
    case ONLY_ONE:
        return coverage->able_count == 1 ? coverage->expected_by + 1 : 0;
    case AT_RISK:
        return coverage->unwilling_count;
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
        return gp_team_names(view, coverage->apart, coverage->apart_count, MOST_NAMES);
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

static void put_section(const struct page *page, size_t row, size_t column, size_t last,
                        const char *title) {
    gp_put_merged(page->sheet, (struct gp_area){row, column, row, last}, title, GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, row, 20);
}

// One line of a listing; the lines of text it takes come back.
static unsigned put_finding(const struct page *page, size_t row, size_t column,
                            const struct listing *listing, size_t place) {
    const struct gp_report *report = page->view->report;
    size_t activity = listing->activities[place], last = column + BLOCK_COLUMNS - 1;
    const char *name = report->ladder->activities[activity].name;
    if (is_counted(listing->finding)) {
        gp_put_merged(page->sheet, (struct gp_area){row, column, row, last - 1}, name,
                      GP_STYLE_WRAP);
        gp_put_number(page->sheet, row, last,
                      (double)importance(page->view, listing->finding, activity), GP_STYLE_NUMBER);
        return gp_wrapped_lines(name, block_width(column, last - 1));
    }
    const char *names = who(page->view, listing->finding, activity);
    gp_put_text(page->sheet, row, column, name, GP_STYLE_WRAP);
    gp_put_merged(page->sheet, (struct gp_area){row, column + 1, row, last}, names, GP_STYLE_WRAP);
    unsigned lines = gp_wrapped_lines(names, block_width(column + 1, last));
    unsigned name_lines = gp_wrapped_lines(name, widths[column]);
    return name_lines > lines ? name_lines : lines;
}

static void put_listing_header(const struct page *page, size_t row, size_t column,
                               const struct listing *listing) {
    size_t last = column + BLOCK_COLUMNS - 1;
    put_section(page, row, column, last, headings[listing->finding].title);
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
    return listing->count > MOST_LINES ? MOST_LINES + 1 : listing->count;
}

// What stands in the listing's row `place`; the lines of text it takes come back.
static unsigned put_listing_row(const struct page *page, size_t row, size_t column,
                                const struct listing *listing, size_t place) {
    size_t last = column + BLOCK_COLUMNS - 1;
    if (place >= listing_rows(listing))
        return 1;
    if (listing->count > 0 && place < MOST_LINES)
        return put_finding(page, row, column, listing, place);
    const char *text = listing->count == 0
                           ? "none"
                           : gp_print(page->view->memory, "and %zu more on the %s sheet",
                                      listing->count - MOST_LINES, GP_TEAM_COVERAGE);
    gp_put_merged(page->sheet, (struct gp_area){row, column, row, last}, text, GP_STYLE_NOTE);
    return 1;
}

// Two listings side by side, and an empty row behind them. Rows are shared, so each is as high as
// the longer of its two texts.
static size_t put_pair(const struct page *page, size_t row, enum finding left, enum finding right) {
    struct listing lists[] = {list_of(page->view, left), list_of(page->view, right)};
    put_listing_header(page, row, LEFT, &lists[0]);
    put_listing_header(page, row, RIGHT, &lists[1]);
    row += 2;
    size_t first = listing_rows(&lists[0]), second = listing_rows(&lists[1]);
    size_t rows = first > second ? first : second;
    for (size_t i = 0; i < rows; i++, row++) {
        unsigned lines = put_listing_row(page, row, LEFT, &lists[0], i);
        unsigned other = put_listing_row(page, row, RIGHT, &lists[1], i);
        gp_team_row_lines(page->sheet, row, lines > other ? lines : other);
    }
    return row + 1;
}

static void put_count(const struct page *page, size_t row, const char *label, size_t count) {
    gp_put_text(page->sheet, row, LEFT, label, GP_STYLE_LABEL);
    gp_put_number(page->sheet, row, LEFT + 1, (double)count, GP_STYLE_FACT);
}

static bool has_manager_rating(const struct gp_team *team, size_t person) {
    const struct gp_answer *answers = gp_answers_of(team, person);
    for (size_t activity = 0; activity < team->activity_count; activity++)
        if (gp_rated(answers[activity].manager_skill))
            return true;
    return false;
}

static void put_facts(const struct page *page, size_t row) {
    const struct gp_report *report = page->view->report;
    size_t answered = 0, with_manager = 0, rated = 0;
    for (size_t person = 0; person < report->team->person_count; person++) {
        with_manager += has_manager_rating(report->team, person);
        if (!report->team->people[person].answered)
            continue;
        answered++;
        rated += report->results->profiles[person].rated_count;
    }
    gp_permille share =
        gp_share((int64_t)rated, (int64_t)(answered * report->ladder->activity_count));
    put_section(page, row, LEFT, LEFT + BLOCK_COLUMNS - 1, "The team");
    put_count(page, row + 1, "People", report->team->person_count);
    put_count(page, row + 2, "With answers", answered);
    gp_put_text(page->sheet, row + 3, LEFT, "Skills rated, on average", GP_STYLE_LABEL);
    gp_put_text(page->sheet, row + 3, LEFT + 1,
                answered < GP_TEAM_LEAST_FOR_AVERAGE || share == GP_NO_SHARE
                    ? GP_TEAM_TOO_FEW
                    : gp_print(page->view->memory, "%d %%", (int)gp_divide_half_up(share, 10)),
                GP_STYLE_FACT);
    put_count(page, row + 4, "With a manager's rating", with_manager);
}

// How many people have each dominant pattern, and how many answers are of each class.
static size_t put_patterns(const struct page *page, size_t row) {
    static const enum gp_class order[GP_CLASS_COUNT] = {GP_STRENGTH, GP_RELUCTANT, GP_STRENGTHEN,
                                                        GP_DEVELOP,  GP_POOR_FIT,  GP_UNCLASSIFIED};
    const struct gp_report *report = page->view->report;
    put_section(page, row, RIGHT, RIGHT + BLOCK_COLUMNS - 1,
                "Dominant patterns: two thirds of a person's answers");
    gp_put_text(page->sheet, row + 1, RIGHT, "Pattern", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row + 1, RIGHT + 1, "People", GP_STYLE_HEADER);
    gp_put_merged(page->sheet, (struct gp_area){row + 1, RIGHT + 2, row + 1, RIGHT + 3},
                  "Activities rated so", GP_STYLE_HEADER);
    for (size_t i = 0; i < GP_CLASS_COUNT; i++) {
        size_t people = 0, answers = 0, at = row + 2 + i;
        for (size_t person = 0; person < report->team->person_count; person++) {
            const struct gp_profile *profile = &report->results->profiles[person];
            people += report->team->people[person].answered && profile->dominant == order[i];
            answers += profile->class_counts[order[i]];
        }
        bool none = order[i] == GP_UNCLASSIFIED;
        gp_put_text(page->sheet, at, RIGHT,
                    none ? "no one pattern" : gp_class_for_manager(order[i]), GP_STYLE_TEXT);
        gp_put_number(page->sheet, at, RIGHT + 1, (double)people, GP_STYLE_NUMBER);
        gp_put_merged(page->sheet, (struct gp_area){at, RIGHT + 2, at, RIGHT + 3}, "",
                      GP_STYLE_CENTER);
        if (!none)
            gp_put_number(page->sheet, at, RIGHT + 2, (double)answers, GP_STYLE_NUMBER);
    }
    return row + 2 + GP_CLASS_COUNT;
}

static bool leads_to(const struct gp_ladder *ladder, size_t held, size_t rung) {
    for (size_t i = 0; i < ladder->rungs[rung].from_count; i++)
        if (ladder->rungs[rung].from[i] == held)
            return true;
    return false;
}

static const char *bench_of(const struct gp_team_view *view, size_t rung) {
    const struct gp_report *report = view->report;
    size_t *people = gp_alloc(view->memory, report->team->person_count, sizeof *people);
    size_t count = 0;
    for (size_t person = 0; person < report->team->person_count; person++) {
        enum gp_band band = report->results->profiles[person].readiness[rung].band;
        size_t held = report->team->people[person].rung;
        bool below = held == GP_NO_RUNG || leads_to(report->ladder, held, rung) ||
                     report->ladder->rungs[held].rank < report->ladder->rungs[rung].rank;
        if (below && (band == GP_BAND_READY || band == GP_BAND_NEARLY))
            people[count++] = person;
    }
    const char *names = gp_team_names(view, people, count, MOST_BENCH);
    return count <= MOST_BENCH
               ? names
               : gp_print(view->memory, "%s on the %s sheet", names, GP_TEAM_READINESS);
}

static void put_rung(const struct page *page, size_t row, size_t rung) {
    const struct gp_report *report = page->view->report;
    size_t now = 0, targets = 0, last = PAGE_COLUMNS - 1;
    for (size_t person = 0; person < report->team->person_count; person++) {
        const struct gp_profile *profile = &report->results->profiles[person];
        now += report->team->people[person].rung == rung;
        targets += rung != GP_NO_RUNG && profile->target_named && profile->target == rung;
    }
    const char *bench = rung == GP_NO_RUNG ? "" : bench_of(page->view, rung);
    gp_put_text(page->sheet, row, LEFT, gp_team_rung_title(page->view, rung), GP_STYLE_WRAP);
    gp_put_number(page->sheet, row, LEFT + 1, (double)now, GP_STYLE_NUMBER);
    gp_put_number(page->sheet, row, LEFT + 2, (double)targets, GP_STYLE_NUMBER);
    gp_put_merged(page->sheet, (struct gp_area){row, LEFT + 3, row, last}, bench, GP_STYLE_WRAP);
    gp_team_row_lines(page->sheet, row, gp_wrapped_lines(bench, block_width(LEFT + 3, last)));
}

static size_t put_rungs(const struct page *page, size_t row) {
    const struct gp_report *report = page->view->report;
    size_t last = PAGE_COLUMNS - 1;
    bool outside = false;
    for (size_t person = 0; person < report->team->person_count; person++)
        outside = outside || report->team->people[person].rung == GP_NO_RUNG;
    put_section(page, row, LEFT, last, "By rung");
    gp_put_text(page->sheet, row + 1, LEFT, "Rung", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row + 1, LEFT + 1, "Now", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row + 1, LEFT + 2, "Targets", GP_STYLE_HEADER);
    gp_put_merged(page->sheet, (struct gp_area){row + 1, LEFT + 3, row + 1, last},
                  "Bench: ready or nearly, from a rung below (by name, not a ranking)",
                  GP_STYLE_HEADER);
    row += 2;
    for (size_t rung = 0; rung < report->ladder->rung_count; rung++)
        put_rung(page, row++, rung);
    if (outside)
        put_rung(page, row++, GP_NO_RUNG);
    return row + 1;
}

// What the team can do of one facet.
struct facet_share {
    size_t people; // who rated any of its skills
    gp_permille able;
};

static struct facet_share share_of(const struct gp_report *report, const struct gp_facet *facet) {
    struct facet_share share = {0};
    size_t rated = 0, able = 0;
    for (size_t person = 0; person < report->team->person_count; person++) {
        const gp_level_milli *skill = report->results->profiles[person].skill;
        bool any = false;
        for (size_t i = facet->first; i < facet->first + facet->count; i++)
            any = any || skill[i] >= 0;
        share.people += any;
    }
    for (size_t i = facet->first; i < facet->first + facet->count; i++) {
        rated += report->results->coverage[i].rated;
        able += report->results->coverage[i].able_count;
    }
    share.able = share.people < GP_TEAM_LEAST_FOR_AVERAGE ? GP_NO_SHARE
                                                          : gp_share((int64_t)able, (int64_t)rated);
    return share;
}

static void put_facet(const struct page *page, size_t row, const struct gp_facet *facet,
                      struct facet_share share) {
    gp_put_text(page->sheet, row, LEFT, facet->name, GP_STYLE_TEXT);
    gp_put_number(page->sheet, row, LEFT + 1, (double)share.people, GP_STYLE_NUMBER);
    bool shown = share.able != GP_NO_SHARE;
    gp_put_merged(page->sheet, (struct gp_area){row, LEFT + 2, row, LEFT + 3},
                  shown ? "" : GP_TEAM_TOO_FEW, GP_STYLE_PERCENT);
    if (shown)
        gp_put_number(page->sheet, row, LEFT + 2, share.able / 1000.0, GP_STYLE_PERCENT);
}

static void put_facet_chart(const struct page *page, size_t row, size_t first, size_t count) {
    struct gp_memory *memory = page->view->memory;
    const struct gp_series series = {
        "Able",
        gp_print(memory, "=%s",
                 gp_ref_range(memory, GP_TEAM_SUMMARY, first, LEFT, first + count - 1, LEFT)),
        gp_print(
            memory, "=%s",
            gp_ref_range(memory, GP_TEAM_SUMMARY, first, LEFT + 2, first + count - 1, LEFT + 2))};
    size_t rows = count + 2 < CHART_LEAST_ROWS ? CHART_LEAST_ROWS : count + 2;
    const struct gp_chart chart = {
        .kind = GP_CHART_BAR,
        .title = "Able, of all skills rated",
        .description = "A bar a facet: the share of rated skills that are at least half the "
                       "scale. The figures stand in the table beside it.",
        .series = &series,
        .series_count = 1,
        .highest = 1,
        .percent = true,
        .width = 490,
        .height = (unsigned)rows * 20};
    gp_sheet_chart(page->sheet, row, RIGHT, &chart);
}

// The facets with enough people first, in ladder order, so that the chart is over one range.
static size_t put_facets(const struct page *page, size_t row) {
    const struct gp_report *report = page->view->report;
    const struct gp_ladder *ladder = report->ladder;
    size_t top = row, shown = 0;
    put_section(page, row++, LEFT, LEFT + BLOCK_COLUMNS - 1, "What the team can do, by facet");
    gp_put_text(page->sheet, row, LEFT, "Facet", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row, LEFT + 1, "People", GP_STYLE_HEADER);
    gp_put_merged(page->sheet, (struct gp_area){row, LEFT + 2, row, LEFT + 3}, "Able",
                  GP_STYLE_HEADER);
    size_t first = ++row;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < ladder->facet_count; i++) {
            struct facet_share share = share_of(report, &ladder->facets[i]);
            if ((share.able == GP_NO_SHARE) != (pass == 1))
                continue;
            shown += pass == 0;
            put_facet(page, row++, &ladder->facets[i], share);
        }
    if (shown > 0)
        put_facet_chart(page, top, first, shown);
    return row > top + CHART_LEAST_ROWS ? row + 1 : top + CHART_LEAST_ROWS + 1;
}

void gp_put_team_summary(const struct gp_team_view *view, struct gp_sheet *sheet) {
    const struct page page = {view, sheet};
    const struct gp_report *report = view->report;
    for (size_t column = 0; column < PAGE_COLUMNS; column++)
        gp_sheet_width(sheet, column, column, widths[column]);
    gp_team_title(sheet, "Team growth summary",
                  gp_print(view->memory, "As of %s, against the ladder %s",
                           gp_date_text(view->memory, report->as_of), report->ladder->name));
    put_facts(&page, 3);
    size_t row = put_patterns(&page, 3) + 1;
    row = put_rungs(&page, row);
    row = put_facets(&page, row);
    row = put_pair(&page, row, TRAINING, HIRING);
    row = put_pair(&page, row, ONLY_ONE, AT_RISK);
    row = put_pair(&page, row, HIDDEN, APART);
    gp_put_merged(sheet, (struct gp_area){row, LEFT, row, PAGE_COLUMNS - 1},
                  "Able: skill at least half the scale. Expected of: people whose rung expects any "
                  "of it. No average is shown over fewer than three people.",
                  GP_STYLE_NOTE);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print_area(sheet, row, PAGE_COLUMNS - 1);
    gp_sheet_print(sheet, false, 1, 0, 0);
}
