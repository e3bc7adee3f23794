// plan_mentoring.h - what the parts of the Mentoring sheet share.
//
// It names people and activities, but never another person's level, nor what one can be worked out
// from: a strength, divided by the own gap and interest, would say how far the mentor is ahead. So
// strengths stay out, and whatever is sorted by points elsewhere stands here in the order of the
// focus list and by name.
#ifndef GP_WRITE_PLAN_MENTORING_H
#define GP_WRITE_PLAN_MENTORING_H

#include "write/mentor_words.h"
#include "write/plan_move.h"

// Lists to choose from; they stand at the sheet's end.
enum gp_mentoring_choice { GP_CHOICE_CADENCE, GP_CHOICE_ENDING };
enum { GP_MENTORING_CHOICES = 2 };

struct gp_mentoring_page {
    const struct gp_plan *plan;
    const struct gp_matching *matching;
    size_t person;
    struct gp_sheet *sheet;
    size_t row;                                   // the next free one
    struct gp_area *chosen[GP_MENTORING_CHOICES]; // cells with a list
    size_t chosen_count[GP_MENTORING_CHOICES], chosen_capacity[GP_MENTORING_CHOICES];
};

enum { GP_MENTORING_LINE = 20 }; // points

// Somebody's name as gp_mentor_name() has it.
const char *gp_mentoring_name(const struct gp_mentoring_page *page, size_t person);
// The first day of the quarter so many behind the one of the run: "2027-01-01".
const char *gp_mentoring_day(const struct gp_mentoring_page *page, unsigned quarters);
// "Positioning; Pricing": what a pair is about, in the order of the mentee's focus list.
const char *gp_mentoring_activities(const struct gp_mentoring_page *page,
                                    const struct gp_mentoring *pair);
// The texts, with "; " between them, of the bonuses a pair has; with `kept` behind them if somebody
// asked for the pair.
const char *gp_mentoring_bonuses(const struct gp_mentoring_page *page,
                                 const struct gp_mentoring *pair,
                                 const char *const words[GP_BONUS_COUNT], const char *kept);

// Parts of a row, each over the columns from `first` to `last`: a text, and an input with its text.
void gp_put_mentoring_text(const struct gp_mentoring_page *page, size_t first, size_t last,
                           const char *text);
void gp_put_mentoring_field(const struct gp_mentoring_page *page, size_t first, size_t last,
                            const char *text);
// An input with a list of choices, `text` chosen.
void gp_put_mentoring_choice(struct gp_mentoring_page *page, enum gp_mentoring_choice choice,
                             size_t first, size_t last, const char *text);
// A row: a label, and one field that takes `lines` lines.
void gp_put_mentoring_ask(struct gp_mentoring_page *page, const char *label, unsigned lines);
// `count` rows of empty fields under headers.
void gp_put_mentoring_log(struct gp_mentoring_page *page, const struct gp_move_header *headers,
                          size_t header_count, size_t count);

// The parts, from `page->row` on, which they move behind themselves.
void gp_put_agreements(struct gp_mentoring_page *page);
void gp_put_informal_way(struct gp_mentoring_page *page);
void gp_put_mentoring_of_others(struct gp_mentoring_page *page);

#endif
