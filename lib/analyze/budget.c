// Rule "Budget": each person's line is rounded by itself; totals are sums of rounded lines, per
// currency, never across.
#include "analyze/analyze.h"

#include "analyze/budget_courses.h"
#include "analyze/budget_lines.h"
#include "analyze/budget_sums.h"
#include "analyze/budget_tree.h"

bool gp_analyze_budget(struct gp_memory *memory, const struct gp_budget_input *input,
                       struct gp_messages *messages, struct gp_budget *budget) {
    struct gp_budget made = {.terms = input->terms};
    if (!gp_budget_lines(memory, input, messages, &made))
        return false;
    gp_budget_courses(memory, input, &made);
    if (!gp_budget_sums(memory, input, messages, &made))
        return false;
    gp_budget_tree(memory, input->team, &made);
    *budget = made;
    return true;
}
