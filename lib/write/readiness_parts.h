// readiness_parts.h - the tables that readiness is shown by, each made once for text, CSV and JSON.
// Shared by lib/write/readiness_*.c.
#ifndef GP_WRITE_READINESS_PARTS_H
#define GP_WRITE_READINESS_PARTS_H

#include "write/page.h"
#include "write/readiness_view.h"

// A row a person and rung. In text the names of people are left out where one is shown whole, and
// what two raters make of it where nobody has two.
struct gp_grid *gp_readiness_rows(struct gp_memory *memory, const struct gp_readiness_view *view);

// A row an activity that the rung expects, for each of the people from `first` to before `last`.
struct gp_grid *gp_why_rows(struct gp_memory *memory, const struct gp_readiness_view *view,
                            size_t first, size_t last);
// A row a raise of the shortest way of one of the people, which was asked for.
struct gp_grid *gp_way_rows(struct gp_memory *memory, const struct gp_readiness_view *view,
                            size_t index);
// What came of asking for the shortest way, for programs: "raise", "nothing_to_raise", "rate_first"
// (of what is rated nothing needs raising, but gates wait for the rest), "nothing_rated",
// "nothing_expected", "too_large".
const char *gp_way_result(const struct gp_ladder *ladder, const struct gp_shown *shown);

// What somebody brings of a facet: of so many activities that the target expects something of,
// brings[first] and those behind it are at their level.
struct gp_brought {
    size_t expected, first, count;
};
struct gp_brought gp_brought_of(const struct gp_ladder *ladder, const struct gp_profile *profile,
                                size_t facet);
// Whether anything the rung expects is rated.
bool gp_rung_is_rated(const struct gp_profile *profile, size_t rung);

// What the credits of a side add up to, for the derivation of a score.
struct gp_side_sum {
    int64_t weight, weight_rated;   // expected; and with a rating
    int64_t credit, low, high;      // sums of weight x credit in thousandths
    int64_t raters[GP_RATER_COUNT]; // likewise, over what is rated
};
struct gp_side_sum gp_sum_of_side(const struct gp_ladder *ladder, const struct gp_shown *shown,
                                  enum gp_side side);

// The parts of a terminal's page about one person, each with its heading; nothing where there is
// nothing to say. `index` is that of the person among those of the view.
void gp_page_why(struct gp_page *page, const struct gp_readiness_view *view, size_t index);
void gp_page_way(struct gp_page *page, const struct gp_readiness_view *view, size_t index);
void gp_page_paths(struct gp_page *page, const struct gp_readiness_view *view, size_t index);
void gp_page_apart(struct gp_page *page, const struct gp_readiness_view *view, size_t index);
void gp_page_moving_in(struct gp_page *page, const struct gp_readiness_view *view, size_t index);

// "Product Manager"; for someone outside the ladder their role as written.
const char *gp_role_title(const struct gp_report *report, size_t person);

#endif
