#include "analyze/analyze.h"
#include "run.h"
#include "write/writers.h"

void run_results(struct run *run, struct gp_results *results) {
    gp_analyze_team(run->memory, &run->ladder, &run->policy, &run->intake.team, results);
}

void run_match(struct run *run, const struct gp_results *results, struct gp_matching *matching) {
    const struct gp_mentor_input input = {.ladder = &run->ladder,
                                          .policy = &run->policy,
                                          .team = &run->intake.team,
                                          .results = results,
                                          .pairs = &run->intake.pairs,
                                          .each = run->options->each};
    gp_match_mentors(run->memory, &input, matching);
}

bool run_analyze(struct run *run, struct gp_results *results, struct gp_budget *budget) {
    size_t said = run->messages.count;
    run_results(run, results);
    struct gp_budget_input input = {
        .ladder = &run->ladder,
        .policy = &run->policy,
        .team = &run->intake.team,
        .results = results,
        .payroll = &run->intake.payroll,
        .courses = &run->courses,
        .expenses = &run->intake.expenses,
        .terms = {.prorate = run->options->prorate, .pooled = run->options->pooled}};
    gp_date_year(run->options->as_of, run->policy.budget_year_month, &input.terms.year_first,
                 &input.terms.year_last);
    bool good = gp_analyze_budget(run->memory, &input, &run->messages, budget);
    print_messages(&run->messages, said);
    return good;
}

void say_no_salaries(const struct run *run) {
    if (run->options->roster == NULL)
        say("a budget is made from salaries; give the roster with --roster");
    else
        say("nobody on the roster has a salary, so that there is no budget; add the columns salary "
            "and currency to %s",
            run->options->roster);
}

struct gp_report run_report(const struct run *run, const struct gp_results *results) {
    return (struct gp_report){.ladder = &run->ladder,
                              .policy = &run->policy,
                              .team = &run->intake.team,
                              .results = results,
                              .origin = &run->origin,
                              .courses = &run->courses,
                              .as_of = run->options->as_of};
}

const struct gp_plan_offer *run_offers(const struct run *run, const struct gp_budget *budget) {
    if (run->courses.count == 0)
        return NULL;
    struct gp_plan_offer *offers =
        gp_alloc(run->memory, run->intake.team.person_count, sizeof *offers);
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_budget_line *line = &budget->lines[i];
        offers[line->person] =
            (struct gp_plan_offer){.courses = line->choice.courses, .count = line->choice.count};
        if (!run->options->show_budget)
            continue;
        offers[line->person].amounts = true;
        offers[line->person].costs = line->choice.costs;
        offers[line->person].pool = line->pool;
        offers[line->person].left = line->left;
    }
    return offers;
}
