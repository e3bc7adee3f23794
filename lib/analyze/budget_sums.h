// budget_sums.h - sums of lines of a budget: by currency, by rung, by manager. Amounts of two
// currencies are never added.
#ifndef GP_ANALYZE_BUDGET_SUMS_H
#define GP_ANALYZE_BUDGET_SUMS_H

#include "analyze/analyze.h"

// A sum of nothing.
struct gp_budget_sum gp_budget_sum_start(gp_currency currency);
// Both add to a sum of the same currency; that it fits is seen to by gp_budget_sums().
void gp_budget_sum_line(struct gp_budget_sum *sum, const struct gp_budget_line *line);
void gp_budget_sum_sum(struct gp_budget_sum *sum, const struct gp_budget_sum *other);

// Fills by_currency and by_rung. False, with a message, when the amounts of a currency, each
// without its sign, are more than can be counted: so any other sum of lines fits.
bool gp_budget_sums(struct gp_memory *memory, const struct gp_budget_input *input,
                    struct gp_messages *messages, struct gp_budget *budget);

#endif
