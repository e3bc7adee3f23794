#include "read/inspect.h"
#include "run.h"
#include "write/inspect_view.h"

#include <stdio.h>

static void print_view(const struct run *run, const struct gp_inspect_view *view) {
    struct gp_bytes bytes = {NULL, 0};
    switch (run->options->format) {
    case FORMAT_TABLE:
        bytes = gp_inspect_text(run->memory, view);
        break;
    case FORMAT_CSV:
        bytes = gp_inspect_csv(run->memory, view);
        break;
    case FORMAT_JSON:
        bytes = gp_inspect_json(run->memory, view);
        break;
    }
    fwrite(bytes.data, 1, bytes.length, stdout);
}

// Each file alone: what is in one does not hang on another.
static void inspect(struct run *run, const char *path, struct gp_inspection *inspection) {
    struct gp_source source;
    *inspection = (struct gp_inspection){.file = path};
    if (!run_load_export(run, path, &source))
        return;
    run_open_intake(run);
    gp_inspect(&run->intake, &source, inspection);
}

static enum exit_code show(struct run *run) {
    const struct options *options = run->options;
    size_t count = options->file_count + (options->roster != NULL);
    size_t said = run->messages.count;
    struct gp_inspection *files = gp_alloc(run->memory, count, sizeof *files);
    for (size_t i = 0; i < options->file_count; i++)
        inspect(run, options->files[i], &files[i]);
    if (options->roster != NULL)
        inspect(run, options->roster, &files[count - 1]);
    const struct gp_inspect_view view = {
        .ladder = &run->ladder, .program = run->origin.program, .files = files, .count = count};
    print_view(run, &view);
    print_messages(&run->messages, said);
    const size_t *counts = run->messages.counts;
    return counts[GP_ERROR] + counts[GP_ERROR_OF_PERSON] > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_child children[] = {
    {&people_argp, 0, NULL, 0}, {&format_argp, 0, NULL, 0}, {&ladder_argp, 0, NULL, 0}, {0}};

static error_t parse_option(int key, char *argument __attribute__((unused)),
                            struct argp_state *state) {
    const struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case ARGP_KEY_SUCCESS:
        if (options->file_count == 0 && options->roster == NULL)
            argp_error(state, "nothing to inspect; name answers or rosters");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_inspect(int argc, char **argv) {
    static const struct argp argp = {
        NULL,
        parse_option,
        "FILE...",
        "Says of each file, answers or a roster, how it is written, which tool wrote it, what each "
        "column was taken for and why, and what the answers in it mean. Writes nothing."
        "\vExit: 0 all of it can be used, 1 problems in the input, 2 wrong command line, 3 the "
        "system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan inspect";
    struct options options = {
        .undone = "nothing was shown", .as_of = today(), .answers_optional = true};
    enum exit_code code = EXIT_USAGE;
    struct run run;
    parse_options(&argp, name, argc, argv, &options);
    if (run_open_ladder(&run, &options, &code)) {
        code = show(&run);
        run_close(&run);
    }
    close_options(&options);
    return code;
}
