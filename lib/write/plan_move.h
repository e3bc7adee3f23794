// plan_move.h - what the sheets on a move share: Promotion, and Moving in for somebody outside the
// ladder.
//
// Both start with a title, where the person stands, and the facts beside skill; so that where a
// fact is typed in hangs on the number of rungs shown above it alone.
#ifndef GP_WRITE_PLAN_MOVE_H
#define GP_WRITE_PLAN_MOVE_H

#include "write/plan_book.h"

// Columns: what a row is about, five narrow ones, and a last one with room for words.
enum {
    GP_MOVE_WHAT,
    GP_MOVE_A,
    GP_MOVE_B,
    GP_MOVE_C,
    GP_MOVE_D,
    GP_MOVE_E,
    GP_MOVE_F,
    GP_MOVE_COLUMNS
};
enum { GP_MOVE_STANDING = 4 }; // header row; a row a rung shown below

// How many rungs are shown: the target; or every entry, and the target if it is none.
size_t gp_move_standing_count(const struct gp_plan *plan);
// The first row of the facts.
size_t gp_move_facts_row(const struct gp_plan *plan);

// The width of the columns from one to another, in characters.
double gp_move_width(size_t first, size_t last);

// Widths and the three lines of the head.
void gp_put_move_head(struct gp_sheet *sheet, const char *title, const char *subtitle,
                      const char *caution);
void gp_put_move_section(struct gp_sheet *sheet, size_t row, const char *title);

// A header over the columns from `first` to `last`.
struct gp_move_header {
    size_t first, last;
    const char *title;
};
void gp_put_move_headers(struct gp_sheet *sheet, size_t row, const struct gp_move_header *headers,
                         size_t count);

// The section of the facts.
void gp_put_facts(const struct gp_plan *plan, struct gp_sheet *sheet);

// Something to do, so many quarters from now.
struct gp_step {
    const char *text;
    unsigned quarters;
};
// A table of steps with room for what came of them. Returns the row behind.
size_t gp_put_steps(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                    const char *header, const struct gp_step *steps, size_t count);

// A line of words over all columns, as high as it needs. Returns the row behind.
size_t gp_put_move_note(struct gp_sheet *sheet, size_t row, const char *text);

// An empty cell to be written into, over several columns.
void gp_put_move_input(struct gp_sheet *sheet, size_t row, size_t first, size_t last);

// The gates of the target, its must-haves, from `row` on; each returns the row behind.
size_t gp_put_target_gates(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);
size_t gp_put_target_must_haves(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);

// The shortest way to the target, and the choice of paths: of this run, since no formula can find
// them. Nothing where there is nothing to say. Each returns the row behind it and an empty one.
size_t gp_put_shortest_way(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);
size_t gp_put_two_paths(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row);

// Whom to influence, to be filled in. Returns the row behind.
size_t gp_put_influence_map(struct gp_sheet *sheet, size_t row);

#endif
