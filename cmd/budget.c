#include "model/pay.h"
#include "outputs.h"

#include <stdio.h>

static bool write_files(struct run *run, struct gp_report *report, const struct gp_budget *budget) {
    struct outputs outputs;
    if (!outputs_open(&outputs, run->memory, run->options))
        return false;
    report->scratch = outputs.scratch;
    if (outputs_fill_budget(&outputs, report, budget) && outputs_commit(&outputs))
        return true;
    outputs_abandon(&outputs);
    return false;
}

static void print_budget(const struct run *run, const struct gp_report *report,
                         const struct gp_budget *budget) {
    struct gp_bytes bytes = {NULL, 0};
    switch (run->options->format) {
    case FORMAT_TABLE:
        bytes = gp_budget_text(run->memory, report, budget);
        break;
    case FORMAT_CSV:
        bytes = gp_budget_csv(run->memory, report, budget);
        break;
    case FORMAT_JSON:
        bytes = gp_budget_json(run->memory, report, budget);
        break;
    }
    fwrite(bytes.data, 1, bytes.length, stdout);
}

// From what was read to what is printed, and to a folder where one is asked for.
static enum exit_code show(struct run *run) {
    const struct options *options = run->options;
    struct gp_results results;
    struct gp_budget budget;
    if (!run_analyze(run, &results, &budget))
        return EXIT_INPUT;
    if (budget.line_count == 0) {
        say_no_salaries(run);
        return EXIT_INPUT;
    }
    if (options->output != NULL && !outputs_have_room(&budget))
        return EXIT_INPUT;
    struct gp_report report = run_report(run, &results);
    if (options->output != NULL && !write_files(run, &report, &budget))
        return EXIT_SYSTEM;
    if (!options->quiet)
        print_budget(run, &report, &budget);
    if (options->output != NULL && !options->quiet && options->format == FORMAT_TABLE)
        printf("\nwrote    %s/budget.xlsx, budget.csv  salaries: for the budget holder alone\n",
               options->output);
    return run->left_out_count > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_child children[] = {{&people_argp, 0, NULL, 0}, {&budget_argp, 0, NULL, 0},
                                             {&output_argp, 0, NULL, 0}, {&format_argp, 0, NULL, 0},
                                             {&ladder_argp, 0, NULL, 0}, {0}};

static error_t parse_option(int key, char *argument __attribute__((unused)),
                            struct argp_state *state) {
    const struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case ARGP_KEY_SUCCESS:
        if (options->roster == NULL)
            argp_error(state, "a budget is made from salaries; give the roster with --roster");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_budget(int argc, char **argv) {
    static const struct argp argp = {
        NULL,
        parse_option,
        "[FILE...]",
        "Shows the training budget of everybody with a salary: pools, what is spent and left, by "
        "manager, rung and currency; with --courses and people's answers, the courses that close "
        "most of the gaps they want closed. With -o it also writes budget.xlsx and budget.csv, for "
        "their owner alone."
        "\vWhat is printed holds salaries. Exit: 0 done, 1 problems in the input (with "
        "--keep-going: somebody was left out), 2 wrong command line, 3 the system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan budget";
    struct options options = {
        .undone = "nothing was shown", .as_of = today(), .answers_optional = true};
    return run_and_show(&argp, name, argc, argv, &options, show);
}
