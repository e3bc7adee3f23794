#include "write/team_book.h"

#include "base/text.h"
#include "write/about.h"

#include <string.h>

// Excel's own limit of a row's height is 409 points.
enum { LINE_POINTS = 15, HIGHEST_ROW_LINES = 27 };
// A cell holds 32,767 units; what is longer would be cut within a name.
enum { MOST_BYTES = 30000 };

bool gp_team_is_large(const struct gp_team_view *view) {
    return view->report->team->person_count > GP_TEAM_LARGE;
}

const char *gp_team_names(const struct gp_team_view *view, const size_t *people, size_t count,
                          size_t most) {
    size_t shown = 0, bytes = 1;
    for (; shown < count && shown < most; shown++) {
        size_t more = strlen(view->names[people[shown]]) + strlen(view->separator);
        if (bytes + more > MOST_BYTES)
            break;
        bytes += more;
    }
    char *text = gp_alloc(view->memory, bytes, 1);
    size_t used = 0;
    for (size_t i = 0; i < shown; i++) {
        const char *parts[] = {i > 0 ? view->separator : "", view->names[people[i]]};
        for (size_t part = 0; part < 2; part++) {
            size_t length = strlen(parts[part]);
            memcpy(text + used, parts[part], length);
            used += length;
        }
    }
    return shown == count ? text : gp_print(view->memory, "%s and %zu more", text, count - shown);
}

const char *gp_team_apart(const struct gp_team_view *view, size_t activity, size_t most) {
    const struct gp_team *team = view->report->team;
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    struct gp_team_view labeled = *view;
    labeled.names = gp_alloc(view->memory, team->person_count, sizeof *labeled.names);
    labeled.separator = "; ";
    for (size_t i = 0; i < coverage->apart_count; i++) {
        size_t person = coverage->apart[i];
        const struct gp_answer *answer = &gp_answers_of(team, person)[activity];
        labeled.names[person] =
            gp_print(view->memory, "%s (self %d, manager %d)", view->names[person],
                     answer->axis[GP_SKILL], answer->manager_skill);
    }
    return gp_team_names(&labeled, coverage->apart, coverage->apart_count, most);
}

bool gp_team_has_manager(const struct gp_team *team, size_t person) {
    const struct gp_answer *answers = gp_answers_of(team, person);
    for (size_t activity = 0; activity < team->activity_count; activity++)
        if (gp_rated(answers[activity].manager_skill))
            return true;
    return false;
}

const char *gp_team_rung_title(const struct gp_team_view *view, size_t rung) {
    return rung == GP_NO_RUNG ? "outside the ladder" : view->report->ladder->rungs[rung].title;
}

void gp_team_put_share(struct gp_sheet *sheet, size_t row, size_t column, gp_permille share,
                       enum gp_style style) {
    if (share == GP_NO_SHARE)
        gp_put_blank(sheet, row, column, style);
    else
        gp_put_number(sheet, row, column, share / 1000.0, style);
}

double gp_team_column_width(unsigned width, double least, double most) {
    double wanted = (double)width + 2;
    if (wanted < least)
        return least;
    return wanted > most ? most : wanted;
}

void gp_team_row_lines(struct gp_sheet *sheet, size_t row, unsigned lines) {
    if (lines > 1)
        gp_sheet_height(sheet, row,
                        LINE_POINTS * (lines < HIGHEST_ROW_LINES ? lines : HIGHEST_ROW_LINES));
}

void gp_team_title(struct gp_sheet *sheet, const char *title, const char *subtitle) {
    gp_put_text(sheet, 0, 0, title, GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 28);
    gp_put_text(sheet, 1, 0, subtitle, GP_STYLE_SUBTITLE);
}

size_t gp_team_expected_of(const struct gp_team_view *view, size_t activity) {
    const struct gp_report *report = view->report;
    size_t count = 0;
    for (size_t person = 0; person < report->team->person_count; person++) {
        size_t rung = report->team->people[person].rung;
        count += rung != GP_NO_RUNG && gp_expected(report->ladder, rung, activity)->level > 0;
    }
    return count;
}

bool gp_team_hiring_need(const struct gp_team_view *view, size_t activity) {
    const struct gp_coverage *coverage = &view->report->results->coverage[activity];
    return coverage->rated > 0 && coverage->able_count == 0 && coverage->interested == 0 &&
           gp_team_expected_of(view, activity) > 0;
}

size_t gp_team_willing(const struct gp_coverage *coverage) {
    return coverage->able_count - coverage->unwilling_count;
}

bool gp_team_at_risk(const struct gp_coverage *coverage) {
    size_t unwilling = coverage->unwilling_count;
    return unwilling > 0 &&
           (gp_team_willing(coverage) <= 1 || 2 * unwilling >= coverage->able_count);
}

static void look_at_people(struct gp_team_view *view) {
    const struct gp_team *team = view->report->team;
    view->names = gp_alloc(view->memory, team->person_count, sizeof *view->names);
    view->separator = ", ";
    for (size_t i = 0; i < team->person_count; i++) {
        const struct gp_person *person = &team->people[i];
        view->names[i] = person->name;
        view->two_raters = view->two_raters || gp_team_has_manager(team, i);
        if (strchr(person->name, ',') != NULL)
            view->separator = "; ";
    }
}

bool gp_write_team_book(const struct gp_report *report, const char *path, const char **why) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_team_view view = {.memory = memory, .report = report};
    look_at_people(&view);
    struct gp_book *book =
        gp_book_open(memory, path, report->scratch, "Team growth", report->as_of);
    gp_put_team_summary(&view, gp_book_sheet(book, GP_TEAM_SUMMARY));
    gp_put_team_heat(&view, book);
    gp_put_team_readiness(&view, gp_team_is_large(&view)
                                     ? gp_book_long_sheet(book, GP_TEAM_READINESS)
                                     : gp_book_sheet(book, GP_TEAM_READINESS));
    gp_put_team_coverage(&view, gp_book_sheet(book, GP_TEAM_COVERAGE));
    if (report->matching != NULL)
        gp_put_team_mentors(&view, gp_book_sheet(book, GP_TEAM_MENTORS));
    gp_put_about(memory, gp_book_sheet(book, GP_ABOUT), report, NULL);
    bool good = gp_book_close(book, 0644, NULL, why);
    gp_memory_close(memory);
    return good;
}
