#include "outputs.h"

#include <stdio.h>

static void print_matching(const struct run *run, const struct gp_report *report) {
    struct gp_bytes bytes = {NULL, 0};
    switch (run->options->format) {
    case FORMAT_TABLE:
        bytes = gp_mentors_text(run->memory, report);
        break;
    case FORMAT_CSV:
        bytes = gp_mentors_csv(run->memory, report);
        break;
    case FORMAT_JSON:
        bytes = gp_mentors_json(run->memory, report);
        break;
    }
    fwrite(bytes.data, 1, bytes.length, stdout);
}

static enum exit_code show(struct run *run) {
    struct gp_results results;
    struct gp_matching matching;
    run_results(run, &results);
    run_match(run, &results, &matching);
    struct gp_report report = run_report(run, &results);
    report.matching = &matching;
    print_matching(run, &report);
    return run->left_out_count > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_child children[] = {{&people_argp, 0, NULL, 0},
                                             {&mentor_argp, 0, NULL, 0},
                                             {&format_argp, 0, NULL, 0},
                                             {&ladder_argp, 0, NULL, 0},
                                             {0}};

static error_t parse_option(int key, char *argument __attribute__((unused)),
                            struct argp_state *state) {
    const struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case ARGP_KEY_SUCCESS:
        if (options->roster == NULL)
            argp_error(state, "who may mentor stands on the roster; give it with --roster");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_mentors(int argc, char **argv) {
    static const struct argp argp = {
        NULL,
        parse_option,
        "FILE...",
        "Matches mentors and mentees for the whole team: as many as possible get one, newcomers to "
        "product first, and of all such matches the one of the highest total strength; with the "
        "reasons of every pair, and of everyone without one."
        "\vExit: 0 done, 1 problems in the input (with --keep-going: somebody was left out), 2 "
        "wrong command line, 3 the system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan mentors";
    struct options options = {.undone = "nothing was shown", .as_of = today(), .each = 1};
    return run_and_show(&argp, name, argc, argv, &options, show);
}
