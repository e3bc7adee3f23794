#include "base/text.h"
#include "model/words.h"
#include "write/team_book.h"

enum column {
    COL_PERSON,
    COL_RUNG,
    COL_TARGET,
    COL_SCORE,
    COL_SELF, // as each of two raters sees it, and how far they are apart
    COL_MANAGER,
    COL_SPREAD,
    COL_LOW,
    COL_HIGH,
    COL_PRODUCT,
    COL_PEOPLE,
    COL_BAND,
    COL_GATE,
    COL_PLACED_ENTRY, // the highest rung reached on each path
    COL_PLACED_PRODUCT,
    COL_PLACED_PEOPLE,
    COLUMNS
};
enum { NOTES = 3, NOTE_ROW = 1, HEADER_ROW = NOTE_ROW + NOTES + 1, FIRST_ROW = HEADER_ROW + 1 };

static const struct {
    const char *heading;
    double least, most;
} columns[COLUMNS] = {{"Person", 14, 22},
                      {"Rung now", 12.5, 12.5},
                      {"Target", 12.5, 12.5},
                      {"Score", 8, 8},
                      {"Self", 8, 8},
                      {"Manager", 9, 9},
                      {"Spread", 8, 8},
                      {"At least", 8, 8},
                      {"At most", 8, 8},
                      {"Product score", 8, 8},
                      {"People score", 8, 8},
                      {"Band", 11, 13},
                      {"First gate that blocks", 13, 13},
                      {"Placed at: entry", 12.5, 12.5},
                      {"Placed at: product", 12.5, 12.5},
                      {"Placed at: people", 12.5, 12.5}};

static const char *const notes[NOTES - 1] = {
    "Readiness is of a person for a rung, never a grade of the person. People stand by name; this "
    "is not a ranking. Score to band are for the target.",
    "At least and at most: with everything unrated at nothing and at full credit, and the lower "
    "and the higher of two raters. A score is a necessary condition, not a sufficient one."};
static const char two_raters[] =
    "Self and manager: the score as each of the two sees it; what only one has rated counts for "
    "both. Spread: how far they are apart. Empty: both have rated nothing that the rung expects.";
static const char one_rater[] =
    "No manager has rated anybody: the scores are from self-ratings alone.";

// The columns shown, from the left; behind them a column a rung.
struct layout {
    enum column columns[COLUMNS];
    double widths[COLUMNS];
    size_t count;
};

static const struct gp_readiness *for_target(const struct gp_team_view *view, size_t person) {
    const struct gp_profile *profile = &view->report->results->profiles[person];
    return profile->target == GP_NO_RUNG ? NULL : &profile->readiness[profile->target];
}

static const char *placed(const struct gp_team_view *view, size_t person, enum gp_path path) {
    size_t rung = view->report->results->profiles[person].placed[path];
    return rung == GP_NO_RUNG ? "none yet" : view->report->ladder->rungs[rung].title;
}

// The text of a cell; NULL where a number stands.
static const char *text_of(const struct gp_team_view *view, size_t person, enum column column) {
    const struct gp_profile *profile = &view->report->results->profiles[person];
    const struct gp_readiness *readiness = for_target(view, person);
    switch (column) {
    case COL_PERSON:
        return view->names[person];
    case COL_RUNG:
        return gp_team_rung_title(view, view->report->team->people[person].rung);
    case COL_TARGET:
        return readiness == NULL ? "" : view->report->ladder->rungs[profile->target].title;
    case COL_BAND:
        return readiness == NULL ? "" : gp_band_word(readiness->band);
    case COL_GATE:
        return readiness == NULL ? "" : gp_gate_word(readiness->first_gate);
    case COL_PLACED_ENTRY:
        return placed(view, person, GP_PATH_ENTRY);
    case COL_PLACED_PRODUCT:
        return placed(view, person, GP_PATH_PRODUCT);
    case COL_PLACED_PEOPLE:
        return placed(view, person, GP_PATH_PEOPLE);
    case COL_SCORE:
    case COL_SELF:
    case COL_MANAGER:
    case COL_SPREAD:
    case COL_LOW:
    case COL_HIGH:
    case COL_PRODUCT:
    case COL_PEOPLE:
    case COLUMNS:
        break;
    }
    return NULL;
}

static gp_permille share_of(const struct gp_readiness *readiness, enum column column) {
    if (readiness == NULL)
        return GP_NO_SHARE;
    switch (column) {
    case COL_SCORE:
        return readiness->score;
    case COL_SELF:
        return readiness->raters[GP_SELF];
    case COL_MANAGER:
        return readiness->raters[GP_MANAGER];
    case COL_SPREAD:
        return readiness->spread;
    case COL_LOW:
        return readiness->low;
    case COL_HIGH:
        return readiness->high;
    case COL_PRODUCT:
        return readiness->sides[GP_PRODUCT_SIDE];
    case COL_PEOPLE:
        return readiness->sides[GP_PEOPLE_SIDE];
    case COL_PERSON:
    case COL_RUNG:
    case COL_TARGET:
    case COL_BAND:
    case COL_GATE:
    case COL_PLACED_ENTRY:
    case COL_PLACED_PRODUCT:
    case COL_PLACED_PEOPLE:
    case COLUMNS:
        break;
    }
    return GP_NO_SHARE;
}

static void put_person(const struct gp_team_view *view, struct gp_sheet *sheet, size_t person,
                       const struct layout *layout) {
    size_t row = FIRST_ROW + person;
    unsigned lines = 1;
    for (size_t i = 0; i < layout->count; i++) {
        const char *text = text_of(view, person, layout->columns[i]);
        if (text == NULL) {
            gp_permille share = share_of(for_target(view, person), layout->columns[i]);
            gp_team_put_share(sheet, row, i, share, GP_STYLE_SHARE);
            continue;
        }
        gp_put_text(sheet, row, i, text, GP_STYLE_WRAP);
        unsigned needed = gp_wrapped_lines(text, layout->widths[i]);
        lines = needed > lines ? needed : lines;
    }
    const struct gp_profile *profile = &view->report->results->profiles[person];
    for (size_t rung = 0; rung < view->report->ladder->rung_count; rung++)
        gp_team_put_share(sheet, row, layout->count + rung, profile->readiness[rung].score,
                          GP_STYLE_SHARE);
    gp_team_row_lines(sheet, row, lines);
}

static double width_of(const struct gp_team_view *view, enum column column) {
    unsigned widest = 0;
    for (size_t person = 0; person < view->report->team->person_count; person++) {
        const char *text = text_of(view, person, column);
        unsigned width = text == NULL ? 0 : gp_text_width(text);
        widest = width > widest ? width : widest;
    }
    return gp_team_column_width(widest, columns[column].least, columns[column].most);
}

// What two raters make of a score is shown once there are two.
static struct layout lay_out(const struct gp_team_view *view) {
    struct layout layout = {.count = 0};
    for (size_t column = 0; column < COLUMNS; column++) {
        if (!view->two_raters && column >= COL_SELF && column <= COL_SPREAD)
            continue;
        layout.columns[layout.count] = (enum column)column;
        layout.widths[layout.count++] = width_of(view, (enum column)column);
    }
    return layout;
}

// A heading, and the lines it takes.
static unsigned put_heading(struct gp_sheet *sheet, size_t column, double width,
                            const char *heading) {
    gp_sheet_width(sheet, column, column, width);
    gp_put_text(sheet, HEADER_ROW, column, heading, GP_STYLE_HEADER);
    return gp_wrapped_lines(heading, width);
}

// The header's height follows the heading that takes most lines.
static void put_header(const struct gp_team_view *view, struct gp_sheet *sheet,
                       const struct layout *layout) {
    const double rung_width = 11.5;
    const struct gp_ladder *ladder = view->report->ladder;
    unsigned lines = 2;
    for (size_t i = 0; i < layout->count + ladder->rung_count; i++) {
        bool is_rung = i >= layout->count;
        unsigned needed =
            is_rung ? put_heading(sheet, i, rung_width, ladder->rungs[i - layout->count].title)
                    : put_heading(sheet, i, layout->widths[i], columns[layout->columns[i]].heading);
        lines = needed > lines ? needed : lines;
    }
    gp_team_row_lines(sheet, HEADER_ROW, lines);
}

void gp_put_team_readiness(const struct gp_team_view *view, struct gp_sheet *sheet) {
    size_t people = view->report->team->person_count, rungs = view->report->ladder->rung_count;
    const struct layout layout = lay_out(view);
    gp_team_title(sheet, "How ready each person is for the rung they aim at", notes[0]);
    gp_put_text(sheet, NOTE_ROW + 1, 0, notes[1], GP_STYLE_SUBTITLE);
    gp_put_text(sheet, NOTE_ROW + 2, 0, view->two_raters ? two_raters : one_rater,
                GP_STYLE_SUBTITLE);
    put_header(view, sheet, &layout);
    for (size_t person = 0; person < people; person++)
        put_person(view, sheet, person, &layout);
    if (people > 0 && rungs > 0)
        gp_sheet_heat(sheet,
                      (struct gp_area){FIRST_ROW, layout.count, FIRST_ROW + people - 1,
                                       layout.count + rungs - 1},
                      0, 1);
    gp_sheet_freeze(sheet, FIRST_ROW, 1);
    gp_sheet_print(sheet, true, 0, HEADER_ROW, 1);
}
