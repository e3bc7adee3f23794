#include "base/text.h"
#include "run.h"

#include <stdio.h>

static size_t count_answered(const struct gp_team *team) {
    size_t count = 0;
    for (size_t i = 0; i < team->person_count; i++)
        count += team->people[i].answered;
    return count;
}

// Ratings of any axis that count, and those that were not given in one way or another.
static void count_ratings(const struct gp_team *team, size_t *rated, size_t *not_rated) {
    size_t answers = team->person_count * team->activity_count;
    for (size_t i = 0; i < answers; i++)
        for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
            gp_rating rating = team->answers[i].axis[axis];
            *rated += gp_rated(rating);
            *not_rated += !gp_rated(rating) && rating != GP_ABSENT;
        }
}

static enum exit_code show(struct run *run) {
    const struct gp_team *team = &run->intake.team;
    size_t rated = 0, not_rated = 0, warnings = run->messages.counts[GP_WARNING];
    count_ratings(team, &rated, &not_rated);
    printf("ladder   %s: %zu activities, %zu rungs\n", run->ladder.name, run->ladder.activity_count,
           run->ladder.rung_count);
    printf("people   %zu, %zu with answers\n", team->person_count, count_answered(team));
    printf("ratings  %zu; %zu blank, N/A or don't know\n", rated, not_rated);
    if (run->courses.count > 0)
        printf("courses  %zu\n", run->courses.count);
    if (run->intake.expenses.given)
        printf("spent    %zu entr%s\n", run->intake.expenses.count,
               run->intake.expenses.count == 1 ? "y" : "ies");
    if (run->intake.pairs.count > 0)
        printf("pairs    %zu\n", run->intake.pairs.count);
    printf("all of it can be used, with %zu warning%s; nothing was written\n", warnings,
           gp_plural(warnings));
    return run->left_out_count > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_child children[] = {{&people_argp, 0, NULL, 0},
                                             {&ladder_argp, 0, NULL, 0},
                                             {&budget_argp, 0, NULL, 0},
                                             {&mentor_argp, 0, NULL, 0},
                                             {0}};

static error_t parse_option(int key, char *argument __attribute__((unused)),
                            struct argp_state *state) {
    const struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case ARGP_KEY_SUCCESS:
        if (options->file_count == 0 && options->roster == NULL)
            argp_error(state, "nothing to check; name answers, or a roster with --roster");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_check(int argc, char **argv) {
    static const struct argp argp = {
        NULL,
        parse_option,
        "[FILE...]",
        "Reads everything as the other commands do, lists everything that is wrong, and writes "
        "nothing."
        "\vExit: 0 all of it can be used, 1 problems in the input, 2 wrong command line, 3 the "
        "system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan check";
    struct options options = {
        .undone = "it cannot be used so", .as_of = today(), .each = 1, .answers_optional = true};
    return run_and_show(&argp, name, argc, argv, &options, show);
}
