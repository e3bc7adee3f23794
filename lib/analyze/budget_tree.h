// budget_tree.h - the budget by manager: a tree a currency.
//
// A manager stands in the tree of each currency in which anybody below them is paid, with a salary
// of their own or without. Those on the roster are people; off it, a manager is known by the folded
// name alone and stands at the top. People without a manager are the people of one first entry,
// GP_NO_PERSON with an empty name, at the top and with nobody below it: its whole is its direct.
// So every line is in the direct sum of just one entry, and the wholes at the top sum to all lines.
#ifndef GP_ANALYZE_BUDGET_TREE_H
#define GP_ANALYZE_BUDGET_TREE_H

#include "analyze/analyze.h"

// Fills by_manager: by currency code, then each manager before those below; siblings by folded
// name, then id, then the team's order. gp_budget_sums() comes first: it has the currencies, and
// sees to it that all fits. Managers in a circle are refused where the roster is read.
void gp_budget_tree(struct gp_memory *memory, const struct gp_team *team, struct gp_budget *budget);

// [person]: the same number for all who have the same manager; GP_NO_PERSON for those of nobody.
size_t *gp_manager_groups(struct gp_memory *memory, const struct gp_team *team);

#endif
