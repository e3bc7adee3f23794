#include "base/text.h"
#include "model/words.h"
#include "write/team_book.h"

enum column {
    COL_PERSON,
    COL_RUNG,
    COL_TARGET,
    COL_SCORE,
    COL_LOW,
    COL_HIGH,
    COL_PRODUCT,
    COL_PEOPLE,
    COL_BAND,
    COL_GATE,
    COL_PLACED_PRODUCT,
    COL_PLACED_PEOPLE,
    COL_FIRST_RUNG // and a column a rung from here
};
enum { SECOND_NOTE_ROW = 2, HEADER_ROW = 4, FIRST_ROW = 5 };

static const struct {
    const char *heading;
    double least, most;
} columns[COL_FIRST_RUNG] = {{"Person", 14, 24},
                             {"Rung now", 12, 18},
                             {"Target", 12, 18},
                             {"Score", 9, 9},
                             {"At least", 9, 9},
                             {"At most", 9, 9},
                             {"Product score", 9, 9},
                             {"People score", 9, 9},
                             {"Band", 14, 20},
                             {"First gate that blocks", 16, 22},
                             {"Placed: product", 12, 18},
                             {"Placed: people", 12, 18}};

static const char *const notes[] = {
    "Readiness is of a person for a rung, never a grade of the person. People stand by name; this "
    "is not a ranking. Score to band are for the target.",
    "At least and at most: with everything unrated at nothing and at full credit, and the lower "
    "and the higher of two raters. A score is a necessary condition, not a sufficient one."};

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
    case COL_PLACED_PRODUCT:
        return placed(view, person, GP_PATH_PRODUCT);
    case COL_PLACED_PEOPLE:
        return placed(view, person, GP_PATH_PEOPLE);
    case COL_SCORE:
    case COL_LOW:
    case COL_HIGH:
    case COL_PRODUCT:
    case COL_PEOPLE:
    case COL_FIRST_RUNG:
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
    case COL_PLACED_PRODUCT:
    case COL_PLACED_PEOPLE:
    case COL_FIRST_RUNG:
        break;
    }
    return GP_NO_SHARE;
}

static void put_share(struct gp_sheet *sheet, size_t row, size_t column, gp_permille share,
                      enum gp_style style) {
    if (share == GP_NO_SHARE)
        gp_put_blank(sheet, row, column, style);
    else
        gp_put_number(sheet, row, column, share / 1000.0, style);
}

static void put_person(const struct gp_team_view *view, struct gp_sheet *sheet, size_t person,
                       const double *widths) {
    size_t row = FIRST_ROW + person;
    unsigned lines = 1;
    for (size_t column = 0; column < COL_FIRST_RUNG; column++) {
        const char *text = text_of(view, person, (enum column)column);
        if (text == NULL) {
            put_share(sheet, row, column, share_of(for_target(view, person), (enum column)column),
                      GP_STYLE_SHARE);
            continue;
        }
        gp_put_text(sheet, row, column, text, GP_STYLE_WRAP);
        unsigned needed = gp_wrapped_lines(text, widths[column]);
        lines = needed > lines ? needed : lines;
    }
    const struct gp_profile *profile = &view->report->results->profiles[person];
    for (size_t rung = 0; rung < view->report->ladder->rung_count; rung++)
        put_share(sheet, row, COL_FIRST_RUNG + rung, profile->readiness[rung].score,
                  GP_STYLE_PERCENT);
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

// The header's height follows the title of a rung that takes most lines.
static void put_header(const struct gp_team_view *view, struct gp_sheet *sheet, double *widths) {
    const double rung_width = 11.5;
    const struct gp_ladder *ladder = view->report->ladder;
    unsigned lines = 2;
    for (size_t column = 0; column < COL_FIRST_RUNG; column++) {
        widths[column] = width_of(view, (enum column)column);
        gp_sheet_width(sheet, column, column, widths[column]);
        gp_put_text(sheet, HEADER_ROW, column, columns[column].heading, GP_STYLE_HEADER);
    }
    for (size_t rung = 0; rung < ladder->rung_count; rung++) {
        size_t column = COL_FIRST_RUNG + rung;
        gp_sheet_width(sheet, column, column, rung_width);
        gp_put_text(sheet, HEADER_ROW, column, ladder->rungs[rung].title, GP_STYLE_HEADER);
        unsigned needed = gp_wrapped_lines(ladder->rungs[rung].title, rung_width);
        lines = needed > lines ? needed : lines;
    }
    gp_team_row_lines(sheet, HEADER_ROW, lines);
}

void gp_put_team_readiness(const struct gp_team_view *view, struct gp_sheet *sheet) {
    size_t people = view->report->team->person_count;
    double widths[COL_FIRST_RUNG];
    gp_team_title(sheet, "How ready each person is for the rung they aim at", notes[0]);
    gp_put_text(sheet, SECOND_NOTE_ROW, 0, notes[1], GP_STYLE_SUBTITLE);
    put_header(view, sheet, widths);
    for (size_t person = 0; person < people; person++)
        put_person(view, sheet, person, widths);
    if (people > 0 && view->report->ladder->rung_count > 0)
        gp_sheet_heat(sheet,
                      (struct gp_area){FIRST_ROW, COL_FIRST_RUNG, FIRST_ROW + people - 1,
                                       COL_FIRST_RUNG + view->report->ladder->rung_count - 1},
                      0, 1);
    gp_sheet_freeze(sheet, FIRST_ROW, 1);
    gp_sheet_print(sheet, true, 0, HEADER_ROW, 1);
}
