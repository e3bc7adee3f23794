#include "analyze/lint.h"
#include "base/text.h"
#include "run.h"
#include "write/ladder_text.h"

#include <stdio.h>
#include <string.h>

static void print_bytes(struct gp_bytes bytes) {
    fwrite(bytes.data, 1, bytes.length, stdout);
}

static struct gp_json *open_json(const struct run *run) {
    struct gp_json *json = gp_json_open(run->memory);
    gp_json_text(json, "ladder", run->ladder.name);
    return json;
}

// --- what the ladder, or a rung, is ---

static void show_ladder(const struct run *run) {
    size_t count = run->ladder.rung_count;
    size_t *rungs = gp_alloc(run->memory, count, sizeof *rungs);
    for (size_t i = 0; i < count; i++)
        rungs[i] = i;
    struct gp_grid *grid = gp_ladder_rungs_grid(run->memory, &run->ladder, rungs, count);
    switch (run->options->format) {
    case FORMAT_TABLE:
        print_bytes(gp_ladder_text(run->memory, &run->ladder));
        break;
    case FORMAT_CSV:
        print_bytes(gp_grid_as_csv(grid));
        break;
    case FORMAT_JSON: {
        struct gp_json *json = open_json(run);
        gp_grid_as_json(grid, json, "rungs");
        gp_grid_as_json(gp_ladder_facets_grid(run->memory, &run->ladder), json, "facets");
        print_bytes(gp_json_close(json));
        break;
    }
    }
}

static void show_rung(const struct run *run, size_t rung) {
    struct gp_grid *grid = gp_ladder_expectations_grid(run->memory, &run->ladder, rung);
    switch (run->options->format) {
    case FORMAT_TABLE:
        print_bytes(gp_rung_text(run->memory, &run->ladder, rung));
        break;
    case FORMAT_CSV:
        print_bytes(gp_grid_as_csv(grid));
        break;
    case FORMAT_JSON: {
        struct gp_json *json = open_json(run);
        gp_grid_as_json(gp_ladder_rungs_grid(run->memory, &run->ladder, &rung, 1), json, "rungs");
        gp_grid_as_json(grid, json, "expectations");
        print_bytes(gp_json_close(json));
        break;
    }
    }
}

static enum exit_code show(struct run *run) {
    size_t rung = GP_NO_RUNG;
    if (run->options->file_count == 1) {
        show_ladder(run);
        return EXIT_DONE;
    }
    if (!run_find_rung(run, run->options->files[1], &rung))
        return EXIT_USAGE;
    show_rung(run, rung);
    return EXIT_DONE;
}

// --- how two rungs differ ---

static void write_step_json(const struct run *run, struct gp_step step,
                            const struct gp_grid *changes) {
    const size_t rungs[] = {step.from, step.to};
    struct gp_step_totals totals = gp_ladder_step_totals(run->memory, &run->ladder, step);
    struct gp_json *json = open_json(run);
    gp_grid_as_json(gp_ladder_rungs_grid(run->memory, &run->ladder, rungs, 2), json, "rungs");
    gp_grid_as_json(changes, json, "changes");
    gp_json_object(json, "totals");
    gp_json_count(json, "activities_more", totals.more);
    gp_json_count(json, "activities_less", totals.less);
    gp_json_count(json, "levels_more", totals.levels_more);
    gp_json_count(json, "levels_less", totals.levels_less);
    gp_json_count(json, "must_haves_new", totals.must_haves_new);
    gp_json_count(json, "must_haves_no_longer", totals.must_haves_no_longer);
    gp_json_end(json);
    print_bytes(gp_json_close(json));
}

static enum exit_code diff(struct run *run) {
    struct gp_step step;
    bool known = run_find_rung(run, run->options->files[1], &step.from);
    if (!run_find_rung(run, run->options->files[2], &step.to) || !known)
        return EXIT_USAGE;
    struct gp_grid *changes = gp_ladder_changes_grid(run->memory, &run->ladder, step);
    switch (run->options->format) {
    case FORMAT_TABLE:
        print_bytes(gp_step_text(run->memory, &run->ladder, step));
        break;
    case FORMAT_CSV:
        print_bytes(gp_grid_as_csv(changes));
        break;
    case FORMAT_JSON:
        write_step_json(run, step, changes);
        break;
    }
    return EXIT_DONE;
}

// --- whether it holds together ---

static enum exit_code lint(struct run *run) {
    const struct gp_ladder *ladder = &run->ladder;
    size_t said = run->messages.count, must_haves = 0;
    gp_lint_ladder(ladder, &run->messages);
    print_messages(&run->messages, said);
    for (size_t i = 0; i < ladder->rung_count; i++)
        must_haves += gp_ladder_must_have_count(ladder, i);
    printf("%s, %zu must-have%s, %zu rule%s", gp_ladder_sizes(run->memory, ladder), must_haves,
           gp_plural(must_haves), ladder->rule_count, gp_plural(ladder->rule_count));
    if (ladder->background_count > 0)
        printf(", %zu background%s", ladder->background_count, gp_plural(ladder->background_count));
    fputs("; it holds together", stdout);
    size_t warnings = run->messages.counts[GP_WARNING];
    if (warnings > 0)
        printf(", with %zu warning%s", warnings, gp_plural(warnings));
    puts("");
    return EXIT_DONE;
}

// --- the command line ---

static const struct part {
    const char *name, *arguments;
    const char *undone; // when the ladder is refused
    size_t least, most; // arguments behind the name
    bool has_formats;
    enum exit_code (*run)(struct run *run);
} parts[] = {
    {"show", "[RUNG]", "nothing was shown", 0, 1, true, show},
    {"lint", "", "the ladder does not hold together", 0, 0, false, lint},
    {"diff", "RUNG RUNG", "nothing was compared", 2, 2, true, diff},
};
enum { PART_COUNT = sizeof parts / sizeof *parts };

static const struct part *find_part(const char *name) {
    for (size_t i = 0; i < PART_COUNT; i++)
        if (strcmp(parts[i].name, name) == 0)
            return &parts[i];
    return NULL;
}

static const struct argp_child children[] = {
    {&ladder_argp, 0, NULL, 0}, {&format_argp, 0, NULL, 0}, {0}};

// What is wrong with the whole of a command line, once it is known.
static void check(const struct options *options, const struct argp_state *state) {
    static const char there_are[] = "there are show, lint and diff";
    if (options->file_count == 0) {
        argp_error(state, "say what to do with the ladder; %s", there_are);
        return;
    }
    const struct part *part = find_part(options->files[0]);
    size_t arguments = options->file_count - 1;
    if (part == NULL)
        argp_error(state, "there is no \"%s\" of a ladder; %s", options->files[0], there_are);
    else if (arguments < part->least || arguments > part->most)
        argp_error(state, "too %s arguments; it is `growthplan ladder %s%s%s'",
                   arguments < part->least ? "few" : "many", part->name,
                   part->arguments[0] == '\0' ? "" : " ", part->arguments);
    else if (!part->has_formats && options->format != FORMAT_TABLE)
        argp_error(state, "%s says what it has to say in one line; leave out --format", part->name);
}

static error_t parse_option(int key, char *argument __attribute__((unused)),
                            struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case ARGP_KEY_ARGS:
        for (int i = state->next; i < state->argc; i++)
            options->files[options->file_count++] = state->argv[i];
        return 0;
    case ARGP_KEY_SUCCESS:
        check(options, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_ladder(int argc, char **argv) {
    static const struct argp argp = {
        NULL,
        parse_option,
        "show [RUNG]\nlint\ndiff RUNG RUNG",
        "Shows the ladder, checks one, or compares two of its rungs."
        "\vshow  the rungs and facets of the ladder; with RUNG what that rung expects\n"
        "lint  whether the ladder and its policy hold together, and what is worth knowing\n"
        "diff  what changes from one rung to another, and by how much\n\n"
        "RUNG is an id, a title, or another spelling that the ladder knows: gpm, \"Group PM\".\n\n"
        "Exit: 0 done, 1 problems in the ladder, 2 wrong command line or no such rung, 3 the "
        "system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan ladder";
    struct options options = {.as_of = today()};
    parse_options(&argp, name, argc, argv, &options);
    const struct part *part = find_part(options.files[0]);
    options.undone = part->undone;
    enum exit_code code = EXIT_USAGE;
    struct run run;
    if (run_open_ladder(&run, &options, &code)) {
        code = part->run(&run);
        run_close(&run);
    }
    close_options(&options);
    return code;
}
