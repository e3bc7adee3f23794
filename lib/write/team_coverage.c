#include "base/text.h"
#include "write/team_book.h"

enum column {
    COL_FACET,
    COL_ACTIVITY,
    COL_RATED,
    COL_ABLE,
    COL_ABLE_NAMES,
    COL_INTERESTED,
    COL_EXPECTED,
    COL_WANTING,
    COL_NOTE,
    COL_UNWILLING,
    COL_HIDDEN,
    COL_APART,
    COLUMNS
};
enum { HEADER_ROW = 3, FIRST_ROW = 4 };
enum { MOST_NAMES = 100 }; // about as many as the highest row there can be shows

static const char *const headings[COLUMNS] = {
    "Facet",         "Activity",
    "Rated by",      "Able",
    "Who is able",   "Interested",
    "Expected by",   "Want training",
    "Note",          "Able, but unwilling",
    "Hidden talent", "Self and manager two levels or more apart"};
_Static_assert(GP_APART_LEVELS == 2, "a heading says how many levels");

static const char nobody_rated[] = "nobody rated it";
static const char hiring_need[] = "hiring need";
static const char nobody_can[] = "nobody can";
static const char only_one_can[] = "only one can";

// The most pressing thing about an activity, or nothing.
static const char *note_of(const struct gp_team_view *view, size_t activity) {
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    if (coverage->rated == 0)
        return nobody_rated;
    if (gp_team_hiring_need(view, activity))
        return hiring_need;
    if (coverage->able_count == 0)
        return nobody_can;
    if (coverage->able_count == 1)
        return only_one_can;
    if (coverage->unwilling_count == coverage->able_count)
        return "all able are unwilling";
    if (gp_team_at_risk(coverage))
        return "at risk";
    if (coverage->hidden_count > 0)
        return "hidden talent";
    return coverage->apart_count > 0 ? "to talk about" : "";
}

static const char *text_of(const struct gp_team_view *view, size_t activity, enum column column) {
    const struct gp_ladder *ladder = view->report->ladder;
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    switch (column) {
    case COL_FACET:
        return ladder->facets[ladder->activities[activity].facet].name;
    case COL_ACTIVITY:
        return ladder->activities[activity].name;
    case COL_ABLE_NAMES:
        return gp_team_names(view, coverage->able, coverage->able_count, MOST_NAMES);
    case COL_NOTE:
        return note_of(view, activity);
    case COL_UNWILLING:
        return gp_team_names(view, coverage->unwilling, coverage->unwilling_count, MOST_NAMES);
    case COL_HIDDEN:
        return gp_team_names(view, coverage->hidden, coverage->hidden_count, MOST_NAMES);
    case COL_APART:
        return gp_team_apart(view, activity, MOST_NAMES);
    case COL_RATED:
    case COL_ABLE:
    case COL_INTERESTED:
    case COL_EXPECTED:
    case COL_WANTING:
    case COLUMNS:
        break;
    }
    return NULL;
}

static size_t number_of(const struct gp_coverage *coverage, enum column column) {
    switch (column) {
    case COL_RATED:
        return coverage->rated;
    case COL_ABLE:
        return coverage->able_count;
    case COL_INTERESTED:
        return coverage->interested;
    case COL_EXPECTED:
        return coverage->expected_by;
    case COL_WANTING:
        return coverage->wanting_training;
    case COL_FACET:
    case COL_ACTIVITY:
    case COL_ABLE_NAMES:
    case COL_NOTE:
    case COL_UNWILLING:
    case COL_HIDDEN:
    case COL_APART:
    case COLUMNS:
        break;
    }
    return 0;
}

// How wide the texts of a column are; the numbers' columns are as wide as their headings' words.
static double width_of(const struct gp_team_view *view, enum column column) {
    unsigned widest = 0;
    for (size_t activity = 0; activity < view->report->ladder->activity_count; activity++) {
        const char *text = text_of(view, activity, column);
        unsigned width = text == NULL ? 0 : gp_text_width(text);
        widest = width > widest ? width : widest;
    }
    switch (column) {
    case COL_FACET:
        return gp_team_column_width(widest, 10, 20);
    case COL_ACTIVITY:
        return gp_team_column_width(widest, 16, 42);
    case COL_NOTE:
        return gp_team_column_width(widest, 14, 24);
    case COL_ABLE_NAMES:
        return gp_team_column_width(widest, 16, 44);
    case COL_UNWILLING:
    case COL_HIDDEN:
        return gp_team_column_width(widest, 18, 30);
    case COL_APART:
        return gp_team_column_width(widest, 24, 34);
    case COL_WANTING:
        return 14;
    case COL_RATED:
    case COL_ABLE:
    case COL_INTERESTED:
    case COL_EXPECTED:
    case COLUMNS:
        break;
    }
    return 12;
}

// Without a manager's ratings the last column has nothing to show.
static size_t columns_shown(const struct gp_team_view *view) {
    return view->two_raters ? COLUMNS : COL_APART;
}

static void put_row(const struct gp_team_view *view, struct gp_sheet *sheet, size_t activity,
                    const double *widths) {
    size_t row = FIRST_ROW + activity;
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    unsigned lines = 1;
    for (size_t column = 0; column < columns_shown(view); column++) {
        const char *text = text_of(view, activity, (enum column)column);
        if (text == NULL) {
            gp_put_number(sheet, row, column, (double)number_of(coverage, (enum column)column),
                          GP_STYLE_NUMBER);
            continue;
        }
        gp_put_text(sheet, row, column, text, GP_STYLE_WRAP);
        unsigned needed = gp_wrapped_lines(text, widths[column]);
        lines = needed > lines ? needed : lines;
    }
    gp_team_row_lines(sheet, row, lines);
}

void gp_put_team_coverage(const struct gp_team_view *view, struct gp_sheet *sheet) {
    size_t count = view->report->ladder->activity_count;
    double widths[COLUMNS];
    gp_team_title(
        sheet, "Who can do what",
        "Able: skill at least half the scale. Expected by: people whose rung expects that "
        "much. Unwilling: low interest. At risk: at most one able person is willing, or half of "
        "the able are not. Hidden talent: able and interested, not expected to.");
    for (size_t column = 0; column < columns_shown(view); column++) {
        widths[column] = width_of(view, (enum column)column);
        gp_sheet_width(sheet, column, column, widths[column]);
        gp_put_text(sheet, HEADER_ROW, column, headings[column], GP_STYLE_HEADER);
    }
    gp_team_row_lines(sheet, HEADER_ROW, 2);
    for (size_t activity = 0; activity < count; activity++)
        put_row(view, sheet, activity, widths);
    if (count > 0) {
        size_t last = FIRST_ROW + count - 1;
        double people = (double)view->report->team->person_count;
        gp_sheet_heat(sheet, (struct gp_area){FIRST_ROW, COL_ABLE, last, COL_ABLE}, 0,
                      people > 0 ? people : 1);
        gp_sheet_signal(sheet, (struct gp_area){FIRST_ROW, COL_NOTE, last, COL_NOTE}, hiring_need,
                        GP_SIGNAL_BAD);
        gp_sheet_signal(sheet, (struct gp_area){FIRST_ROW, COL_NOTE, last, COL_NOTE}, nobody_can,
                        GP_SIGNAL_BAD);
        gp_sheet_signal(sheet, (struct gp_area){FIRST_ROW, COL_NOTE, last, COL_NOTE}, only_one_can,
                        GP_SIGNAL_OPEN);
        gp_sheet_filter(sheet, HEADER_ROW, 0, last, columns_shown(view) - 1);
    }
    gp_sheet_freeze(sheet, FIRST_ROW, COL_ACTIVITY + 1);
    gp_sheet_print(sheet, true, 0, HEADER_ROW, 1);
}
