// analyze.h - model to results. Arithmetic only: no input, no output, no clock, no locale.
#ifndef GP_ANALYZE_ANALYZE_H
#define GP_ANALYZE_ANALYZE_H

#include "model/mentors.h"
#include "model/pay.h"
#include "model/policy.h"
#include "model/results.h"
#include "model/team.h"

// Everything about everybody but money. Lives in `memory`. Never fails.
void gp_analyze_team(struct gp_memory *memory, const struct gp_ladder *ladder,
                     const struct gp_policy *policy, const struct gp_team *team,
                     struct gp_results *results);

// What a budget is made from. `results` are those of the same team: its wanted gaps decide about
// courses.
struct gp_budget_input {
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_team *team;
    const struct gp_results *results;
    const struct gp_payroll *payroll;
    const struct gp_courses *courses;   // count 0: no catalogue
    const struct gp_expenses *expenses; // `given` false: no list
    struct gp_budget_terms terms;
};

// The budget of everybody with a salary. False, with a message, when a total does not fit.
bool gp_analyze_budget(struct gp_memory *memory, const struct gp_budget_input *input,
                       struct gp_messages *messages, struct gp_budget *budget);

// What a matching is made from.
struct gp_mentor_input {
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_team *team;
    const struct gp_results *results;
    const struct gp_pairs_said *pairs;
    unsigned each; // mentors a person may have: 1, or more once everybody has one
};

// The best match for the whole team. Lives in `memory`. Never fails.
void gp_match_mentors(struct gp_memory *memory, const struct gp_mentor_input *input,
                      struct gp_matching *matching);

#endif
