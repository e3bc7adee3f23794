// budget_lines.h - what each person with a salary may spend, and has spent. Rule "Budget".
//
//   full  = salary x rate, half up to the minor unit. Rate: the person's own, else the rung's, else
//           the policy's. A rate of 0 is a rate.
//   pool  = full; pro-rated (terms.prorate) full x fte x days / year_days, half up once. Days are
//           the calendar days of the budget year from the later of its first day and the day of
//           joining to the earlier of its last day and the day of leaving, both inclusive.
//           Then at least the floor and at most the cap of the currency, per head: they hold for
//           shares as well, and for a salary of 0; the floor not for somebody with 0 days.
//   parts = the pool split by the policy's percents, largest remainder.
//   spent = the expenses of the budget year, where a list is given; else what the roster says.
//   left  = pool + carry_over - spent.
#ifndef GP_ANALYZE_BUDGET_LINES_H
#define GP_ANALYZE_BUDGET_LINES_H

#include "analyze/analyze.h"

// Fills lines, quarters and the counts of `budget`, which has its terms. No courses are chosen yet:
// all that is left is open. False, with a message, when somebody's amounts do not fit.
bool gp_budget_lines(struct gp_memory *memory, const struct gp_budget_input *input,
                     struct gp_messages *messages, struct gp_budget *budget);

#endif
