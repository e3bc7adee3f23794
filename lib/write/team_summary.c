#include "write/team_summary.h"

#include "base/text.h"
#include "model/words.h"

// What has more rows than that is printed on several pages, so that it stays readable.
enum { ROWS_OF_A_PAGE = 110, MOST_BENCH = 10, CHART_LEAST_ROWS = 10 };
static const double widths[GP_SUMMARY_COLUMNS] = {34, 9, 9, 16, 2, 34, 9, 9, 16};

double gp_summary_width(size_t column, size_t last_column) {
    double width = 0;
    for (; column <= last_column; column++)
        width += widths[column];
    return width;
}

void gp_summary_section(struct gp_sheet *sheet, size_t row, size_t column, size_t last_column,
                        const char *title) {
    gp_put_merged(sheet, (struct gp_area){row, column, row, last_column}, title, GP_STYLE_SECTION);
    gp_sheet_height(sheet, row, 20);
}

static void put_count(const struct gp_summary_page *page, size_t row, const char *label,
                      size_t count) {
    gp_put_text(page->sheet, row, GP_SUMMARY_LEFT, label, GP_STYLE_LABEL);
    gp_put_number(page->sheet, row, GP_SUMMARY_LEFT + 1, (double)count, GP_STYLE_FACT);
}

static void put_facts(const struct gp_summary_page *page, size_t row) {
    const struct gp_report *report = page->view->report;
    size_t answered = 0, with_manager = 0, rated = 0;
    for (size_t person = 0; person < report->team->person_count; person++) {
        with_manager += gp_team_has_manager(report->team, person);
        if (!report->team->people[person].answered)
            continue;
        answered++;
        rated += report->results->profiles[person].rated_count;
    }
    gp_permille share =
        gp_share((int64_t)rated, (int64_t)(answered * report->ladder->activity_count));
    gp_summary_section(page->sheet, row, GP_SUMMARY_LEFT, GP_SUMMARY_LEFT + GP_SUMMARY_BLOCK - 1,
                       "The team");
    put_count(page, row + 1, "People", report->team->person_count);
    put_count(page, row + 2, "With answers", answered);
    gp_put_text(page->sheet, row + 3, GP_SUMMARY_LEFT, "Skills rated, on average", GP_STYLE_LABEL);
    gp_put_text(page->sheet, row + 3, GP_SUMMARY_LEFT + 1,
                answered < GP_TEAM_LEAST_FOR_AVERAGE || share == GP_NO_SHARE
                    ? GP_TEAM_TOO_FEW
                    : gp_print(page->view->memory, "%d %%", (int)gp_divide_half_up(share, 10)),
                GP_STYLE_FACT);
    put_count(page, row + 4, "With a manager's rating", with_manager);
}

// How many people have each dominant pattern, and how many answers are of each class.
static size_t put_patterns(const struct gp_summary_page *page, size_t row) {
    static const enum gp_class order[GP_CLASS_COUNT] = {GP_STRENGTH, GP_RELUCTANT, GP_STRENGTHEN,
                                                        GP_DEVELOP,  GP_POOR_FIT,  GP_UNCLASSIFIED};
    const struct gp_report *report = page->view->report;
    gp_summary_section(page->sheet, row, GP_SUMMARY_RIGHT, GP_SUMMARY_RIGHT + GP_SUMMARY_BLOCK - 1,
                       "Dominant patterns: two thirds of a person's answers");
    gp_put_text(page->sheet, row + 1, GP_SUMMARY_RIGHT, "Pattern", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row + 1, GP_SUMMARY_RIGHT + 1, "People", GP_STYLE_HEADER);
    gp_put_merged(page->sheet,
                  (struct gp_area){row + 1, GP_SUMMARY_RIGHT + 2, row + 1, GP_SUMMARY_RIGHT + 3},
                  "Activities rated so", GP_STYLE_HEADER);
    for (size_t i = 0; i < GP_CLASS_COUNT; i++) {
        size_t people = 0, answers = 0, at = row + 2 + i;
        for (size_t person = 0; person < report->team->person_count; person++) {
            const struct gp_profile *profile = &report->results->profiles[person];
            people += report->team->people[person].answered && profile->dominant == order[i];
            answers += profile->class_counts[order[i]];
        }
        bool none = order[i] == GP_UNCLASSIFIED;
        gp_put_text(page->sheet, at, GP_SUMMARY_RIGHT,
                    none ? "no one pattern" : gp_class_for_manager(order[i]), GP_STYLE_TEXT);
        gp_put_number(page->sheet, at, GP_SUMMARY_RIGHT + 1, (double)people, GP_STYLE_NUMBER);
        gp_put_merged(page->sheet,
                      (struct gp_area){at, GP_SUMMARY_RIGHT + 2, at, GP_SUMMARY_RIGHT + 3}, "",
                      GP_STYLE_CENTER);
        if (!none)
            gp_put_number(page->sheet, at, GP_SUMMARY_RIGHT + 2, (double)answers, GP_STYLE_NUMBER);
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

static void put_rung(const struct gp_summary_page *page, size_t row, size_t rung) {
    const struct gp_report *report = page->view->report;
    size_t now = 0, targets = 0, last = GP_SUMMARY_COLUMNS - 1;
    for (size_t person = 0; person < report->team->person_count; person++) {
        const struct gp_profile *profile = &report->results->profiles[person];
        now += report->team->people[person].rung == rung;
        targets += rung != GP_NO_RUNG && profile->target_named && profile->target == rung;
    }
    const char *bench = rung == GP_NO_RUNG ? "" : bench_of(page->view, rung);
    const char *title = gp_team_rung_title(page->view, rung);
    gp_put_text(page->sheet, row, GP_SUMMARY_LEFT, title, GP_STYLE_WRAP);
    gp_put_number(page->sheet, row, GP_SUMMARY_LEFT + 1, (double)now, GP_STYLE_NUMBER);
    gp_put_number(page->sheet, row, GP_SUMMARY_LEFT + 2, (double)targets, GP_STYLE_NUMBER);
    gp_put_merged(page->sheet, (struct gp_area){row, GP_SUMMARY_LEFT + 3, row, last}, bench,
                  GP_STYLE_WRAP);
    unsigned lines = gp_wrapped_lines(bench, gp_summary_width(GP_SUMMARY_LEFT + 3, last));
    unsigned title_lines = gp_wrapped_lines(title, gp_summary_width(0, GP_SUMMARY_LEFT));
    gp_team_row_lines(page->sheet, row, title_lines > lines ? title_lines : lines);
}

static size_t put_rungs(const struct gp_summary_page *page, size_t row) {
    const struct gp_report *report = page->view->report;
    size_t last = GP_SUMMARY_COLUMNS - 1;
    bool outside = false;
    for (size_t person = 0; person < report->team->person_count; person++)
        outside = outside || report->team->people[person].rung == GP_NO_RUNG;
    gp_summary_section(page->sheet, row, GP_SUMMARY_LEFT, last, "By rung");
    gp_put_text(page->sheet, row + 1, GP_SUMMARY_LEFT, "Rung", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row + 1, GP_SUMMARY_LEFT + 1, "Now", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row + 1, GP_SUMMARY_LEFT + 2, "Targets", GP_STYLE_HEADER);
    gp_put_merged(page->sheet, (struct gp_area){row + 1, GP_SUMMARY_LEFT + 3, row + 1, last},
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

static void put_facet(const struct gp_summary_page *page, size_t row, const struct gp_facet *facet,
                      struct facet_share share) {
    gp_put_text(page->sheet, row, GP_SUMMARY_LEFT, facet->name, GP_STYLE_TEXT);
    gp_put_number(page->sheet, row, GP_SUMMARY_LEFT + 1, (double)share.people, GP_STYLE_NUMBER);
    bool shown = share.able != GP_NO_SHARE;
    gp_put_merged(page->sheet, (struct gp_area){row, GP_SUMMARY_LEFT + 2, row, GP_SUMMARY_LEFT + 3},
                  shown ? "" : GP_TEAM_TOO_FEW, GP_STYLE_PERCENT);
    if (shown)
        gp_put_number(page->sheet, row, GP_SUMMARY_LEFT + 2, share.able / 1000.0, GP_STYLE_PERCENT);
}

static void put_facet_chart(const struct gp_summary_page *page, size_t row, size_t first,
                            size_t count) {
    struct gp_memory *memory = page->view->memory;
    const struct gp_series series = {
        "Able",
        gp_print(memory, "=%s",
                 gp_ref_range(memory, GP_TEAM_SUMMARY, first, GP_SUMMARY_LEFT, first + count - 1,
                              GP_SUMMARY_LEFT)),
        gp_print(memory, "=%s",
                 gp_ref_range(memory, GP_TEAM_SUMMARY, first, GP_SUMMARY_LEFT + 2,
                              first + count - 1, GP_SUMMARY_LEFT + 2))};
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
    gp_sheet_chart(page->sheet, row, GP_SUMMARY_RIGHT, &chart);
}

// The facets with enough people first, in ladder order, so that the chart is over one range.
static size_t put_facets(const struct gp_summary_page *page, size_t row) {
    const struct gp_report *report = page->view->report;
    const struct gp_ladder *ladder = report->ladder;
    size_t top = row, shown = 0;
    gp_summary_section(page->sheet, row++, GP_SUMMARY_LEFT, GP_SUMMARY_LEFT + GP_SUMMARY_BLOCK - 1,
                       "What the team can do, by facet");
    gp_put_text(page->sheet, row, GP_SUMMARY_LEFT, "Facet", GP_STYLE_HEADER);
    gp_put_text(page->sheet, row, GP_SUMMARY_LEFT + 1, "People", GP_STYLE_HEADER);
    gp_put_merged(page->sheet, (struct gp_area){row, GP_SUMMARY_LEFT + 2, row, GP_SUMMARY_LEFT + 3},
                  "Able", GP_STYLE_HEADER);
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
    const struct gp_summary_page page = {view, sheet};
    const struct gp_report *report = view->report;
    for (size_t column = 0; column < GP_SUMMARY_COLUMNS; column++)
        gp_sheet_width(sheet, column, column, widths[column]);
    gp_team_title(sheet, "Team growth summary",
                  gp_print(view->memory, "As of %s, against the ladder %s",
                           gp_date_text(view->memory, report->as_of), report->ladder->name));
    put_facts(&page, 3);
    size_t row = put_patterns(&page, 3) + 1;
    row = put_rungs(&page, row);
    row = gp_put_team_entrants(&page, row);
    row = put_facets(&page, row);
    row = gp_put_team_findings(&page, row);
    const char *note =
        gp_print(view->memory,
                 "Able: skill at least half the scale. Expected of: people whose rung "
                 "expects any of it. At risk: at most one able person is willing, or half of "
                 "the able or more are not. No average is shown over fewer than three people.%s",
                 view->two_raters ? "" : " Everything is from self-ratings alone.");
    const double small = 1.3; // notes are set in a smaller type
    gp_put_merged(sheet, (struct gp_area){row, GP_SUMMARY_LEFT, row, GP_SUMMARY_COLUMNS - 1}, note,
                  GP_STYLE_NOTE);
    gp_sheet_height(
        sheet, row,
        gp_wrapped_height(note, small * gp_summary_width(GP_SUMMARY_LEFT, GP_SUMMARY_COLUMNS - 1)));
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print_area(sheet, row, GP_SUMMARY_COLUMNS - 1);
    gp_sheet_print(sheet, false, row <= ROWS_OF_A_PAGE ? 1 : 0, 0, 0);
}
