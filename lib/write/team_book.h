// team_book.h - the sheets of the team workbook, and what they share. For the manager and the
// director: it names people and holds managers' ratings, but no salary. People stand by name.
#ifndef GP_WRITE_TEAM_BOOK_H
#define GP_WRITE_TEAM_BOOK_H

#include "write/book.h"
#include "write/writers.h"

#include <stdbool.h>
#include <stddef.h>

#define GP_TEAM_SUMMARY "Summary"
#define GP_TEAM_HEAT "Heat map"
#define GP_TEAM_READINESS "Readiness"
#define GP_TEAM_COVERAGE "Coverage"
#define GP_TEAM_MENTORS "Mentors"

// No average is shown over fewer people than this.
enum { GP_TEAM_LEAST_FOR_AVERAGE = 3 };
#define GP_TEAM_TOO_FEW "fewer than 3"

struct gp_team_view {
    struct gp_memory *memory; // of this workbook
    const struct gp_report *report;
    const char **names;    // [person]; with the id behind it where two people share a name
    const char *separator; // between names in one cell
    bool two_raters;       // whether a manager has rated anybody
};

// Of more people than this a team is large: what has a row a person stands in long sheets
// (write/book.h), the blocks of the heat map in one each.
enum { GP_TEAM_LARGE = 1000 };
bool gp_team_is_large(const struct gp_team_view *view);

// The names of `count` people in one text; behind `most` of them, or as many as a cell holds, "and
// N more".
const char *gp_team_names(const struct gp_team_view *view, const size_t *people, size_t count,
                          size_t most);

// Who of the team is GP_APART_LEVELS or more apart from the manager's rating of the activity, with
// both levels: "Ana Lima (self 4, manager 2)"; behind `most` people "and N more".
const char *gp_team_apart(const struct gp_team_view *view, size_t activity, size_t most);

// Whether a manager has rated any skill of the person.
bool gp_team_has_manager(const struct gp_team *team, size_t person);

// "outside the ladder" for GP_NO_RUNG.
const char *gp_team_rung_title(const struct gp_team_view *view, size_t rung);

// Puts a share of 0 to 1; an empty cell for GP_NO_SHARE.
void gp_team_put_share(struct gp_sheet *sheet, size_t row, size_t column, gp_permille share,
                       enum gp_style style);

// A column's width for texts up to `width` wide: some air, and neither below nor above the limits.
double gp_team_column_width(unsigned width, double least, double most);

// Makes a row as high as `lines` lines of normal text need, at most as high as a row may be.
void gp_team_row_lines(struct gp_sheet *sheet, size_t row, unsigned lines);

// The first two rows of a sheet.
void gp_team_title(struct gp_sheet *sheet, const char *title, const char *subtitle);

// The people whose rung expects anything of the activity: more than a coverage's expected_by, which
// counts from half the scale.
size_t gp_team_expected_of(const struct gp_team_view *view, size_t activity);

// Whether the team needs the activity from outside: somebody rated it, nobody is able, nobody is
// interested, and a rung held by somebody expects it.
bool gp_team_hiring_need(const struct gp_team_view *view, size_t activity);

// The people who are able at the activity and do not mind doing it.
size_t gp_team_willing(const struct gp_coverage *coverage);
// Whether the team may lose the activity: somebody able is unwilling, and at most one able person
// is not, or half of the able or more are.
bool gp_team_at_risk(const struct gp_coverage *coverage);

void gp_put_team_summary(const struct gp_team_view *view, struct gp_sheet *sheet);
// A sheet, or, of a large team, four.
void gp_put_team_heat(const struct gp_team_view *view, struct gp_book *book);
void gp_put_team_readiness(const struct gp_team_view *view, struct gp_sheet *sheet);
void gp_put_team_coverage(const struct gp_team_view *view, struct gp_sheet *sheet);
// Needs a matching in the report.
void gp_put_team_mentors(const struct gp_team_view *view, struct gp_sheet *sheet);

#endif
