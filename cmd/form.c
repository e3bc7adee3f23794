#include "base/text.h"
#include "outputs.h"

#include <stdio.h>
#include <string.h>

static void print_summary(const struct options *options, const struct gp_form *form) {
    const char *out = options->output;
    size_t count = form->activity_count;
    printf("wrote    %s/assessment.xlsx  %zu %s to rate, with choices to pick from\n", out, count,
           count == 1 ? "activity" : "activities");
    printf("         %s/assessment.csv  the same, a row %s activity\n", out,
           form->team == NULL ? "an" : "a person and");
    printf("         %s/survey.csv  a header row for a survey tool, a column a question\n", out);
    if (form->team != NULL)
        printf("         %s/people  %zu workbook%s, one a person, with the name filled in\n", out,
               form->team->person_count, gp_plural(form->team->person_count));
}

// The form that is asked for. False, and it is said, when it asks for nothing.
static bool choose(const struct run *run, struct gp_form *form) {
    const struct options *options = run->options;
    size_t rung = GP_NO_RUNG;
    if (options->role != NULL && !run_find_rung(run, options->role, &rung))
        return false;
    *form = (struct gp_form){.ladder = &run->ladder,
                             .team = options->roster == NULL ? NULL : &run->intake.team,
                             .origin = &run->origin,
                             .as_of = options->as_of};
    gp_form_choose(run->memory, form, options->core_only, rung);
    if (form->activity_count == 0)
        say("there is nothing to ask: ladder %s has no %sactivities%s; leave out %s",
            run->ladder.name, options->core_only ? "core " : "",
            rung == GP_NO_RUNG ? "" : " that the role expects",
            options->core_only ? "--set core" : "--role");
    return form->activity_count > 0;
}

static enum exit_code write_form(const struct run *run) {
    struct gp_form form;
    struct outputs outputs;
    if (!choose(run, &form))
        return EXIT_USAGE;
    if (!outputs_open(&outputs, run->memory, run->options))
        return EXIT_SYSTEM;
    form.scratch = outputs.scratch;
    if (!outputs_fill_form(&outputs, &form) || !outputs_commit(&outputs)) {
        outputs_abandon(&outputs);
        return EXIT_SYSTEM;
    }
    if (!run->options->quiet)
        print_summary(run->options, &form);
    return run->left_out_count > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_option own_options[] = {
    {"set", 's', "SET", 0,
     "core or full: the ladder's core activities alone, or all. Default: full", 0},
    {"role", 'R', "RUNG", 0, "Only what that rung expects: its id, title or another spelling", 0},
    {0},
};

static const struct argp_child children[] = {
    {&people_argp, 0, NULL, 0}, {&output_argp, 0, NULL, 0}, {&ladder_argp, 0, NULL, 0}, {0}};

static error_t parse_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case 's':
        options->core_only = strcmp(argument, "core") == 0;
        if (!options->core_only && strcmp(argument, "full") != 0)
            argp_error(state, "there is no set \"%s\"; there are core and full", argument);
        return 0;
    case 'R':
        options->role = argument;
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->file_count > 0)
            argp_error(state,
                       "a form is made from the ladder, not from answers; leave out %s, or give a "
                       "roster with --roster",
                       options->files[0]);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_form(int argc, char **argv) {
    static const struct argp argp = {
        own_options,
        parse_option,
        NULL,
        "Makes the blank self-assessment: a workbook with choices to pick from, the same as CSV, "
        "and a header row for a survey tool. With --roster also a workbook for each person, with "
        "the name filled in. Filled in, each of them is read by the other commands."
        "\vExit: 0 done, 1 problems in the input (with --keep-going: somebody was left out), 2 "
        "wrong command line or no such rung, 3 the system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan form";
    struct options options = {.undone = "nothing was written",
                              .output = "form",
                              .answers_optional = true,
                              .as_of = today()};
    parse_options(&argp, name, argc, argv, &options);
    enum exit_code code = EXIT_USAGE;
    struct run run;
    if (outputs_may_replace(&options) &&
        (options.roster == NULL ? run_open_ladder(&run, &options, &code)
                                : run_open(&run, &options, &code))) {
        code = write_form(&run);
        run_close(&run);
    }
    close_options(&options);
    return code;
}
