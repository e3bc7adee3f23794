#include "base/number.h"
#include "base/text.h"
#include "model/pay.h"
#include "outputs.h"

#include <stdio.h>
#include <string.h>

// Time and memory of a match grow with people squared and more; beyond this many it is asked for
// by itself.
enum { MOST_MATCHED = 2000 };

// Whether mentors are matched: who may mentor stands on the roster.
static bool may_match(const struct run *run) {
    return run->options->roster != NULL && run->intake.team.person_count <= MOST_MATCHED;
}

// How a line begins that names files: the first of them with what was done.
static const char *next_label(bool *first) {
    const char *label = *first ? "wrote    " : "         ";
    *first = false;
    return label;
}

static void print_team(const struct run *run, bool *first) {
    const char *out = run->options->output;
    bool matched = may_match(run);
    printf("%s%s/team.xlsx  summary, heat map, readiness, coverage%s\n", next_label(first), out,
           matched ? ", mentors" : "");
    printf("         %s/readiness.csv, coverage.csv%s  the same numbers for other programs\n", out,
           matched ? ", mentors.csv" : "");
    if (!matched && run->options->roster != NULL)
        printf("no mentors: there are more than %d people; see growthplan mentors\n", MOST_MATCHED);
}

static void print_plans(const struct run *run, size_t kept, bool *first) {
    const struct options *options = run->options;
    const struct gp_team *team = &run->intake.team;
    size_t count = 0;
    for (size_t i = 0; i < team->person_count; i++)
        count += plan_is_asked(options, &team->people[i]);
    printf("%s%s/plans  %zu growth plan%s, one a person", next_label(first), options->output, count,
           gp_plural(count));
    if (options->shards != 0)
        printf(" of shard %u of %u", options->shard, options->shards);
    if (kept > 0)
        printf("; %zu as %s", kept, kept == 1 ? "it was" : "they were");
    printf("\n");
}

static void print_budget(const struct run *run, const struct gp_budget *budget, bool *first) {
    if (budget != NULL)
        printf("%s%s/budget.xlsx, budget.csv  salaries: for the budget holder alone\n",
               next_label(first), run->options->output);
    else
        printf("no budget: %s\n",
               run->options->roster == NULL ? "there is no roster" : "the roster has no salaries");
}

static void print_summary(const struct run *run, const struct gp_budget *budget, size_t kept) {
    const struct gp_team *team = &run->intake.team;
    enum run_part part = run->options->part;
    bool first = true;
    size_t answered = 0;
    for (size_t i = 0; i < team->person_count; i++)
        answered += team->people[i].answered;
    printf("read     %zu %s, %zu with answers; ladder %s: %zu %s, %zu rung%s\n", team->person_count,
           team->person_count == 1 ? "person" : "people", answered, run->ladder.name,
           run->ladder.activity_count, run->ladder.activity_count == 1 ? "activity" : "activities",
           run->ladder.rung_count, gp_plural(run->ladder.rung_count));
    if (part == PART_ALL || part == PART_PLANS)
        print_plans(run, kept, &first);
    if (part == PART_ALL || part == PART_TEAM)
        print_team(run, &first);
    if (part == PART_ALL || part == PART_BUDGET)
        print_budget(run, budget, &first);
}

// The team's files know no budget, and the plans the courses that were chosen by it.
static bool analyze(struct run *run, struct gp_results *results, struct gp_budget *budget) {
    if (run->options->part != PART_TEAM)
        return run_analyze(run, results, budget);
    *budget = (struct gp_budget){.line_count = 0};
    run_results(run, results);
    return true;
}

// From what was read to a folder that stands.
static enum exit_code write_run(struct run *run) {
    struct gp_results results;
    struct gp_budget budget;
    if (!analyze(run, &results, &budget))
        return EXIT_INPUT;
    const struct gp_budget *paid = budget.line_count > 0 ? &budget : NULL;
    if (paid == NULL && run->options->part == PART_BUDGET) {
        say_no_salaries(run);
        return EXIT_INPUT;
    }
    struct outputs outputs;
    if (paid != NULL && !outputs_have_room(paid))
        return EXIT_INPUT;
    if (!outputs_open(&outputs, run->memory, run->options))
        return EXIT_SYSTEM;
    struct gp_report report = run_report(run, &results);
    report.scratch = outputs.scratch;
    report.offers = run_offers(run, &budget);
    struct gp_matching matching;
    if (may_match(run)) {
        run_match(run, &results, &matching);
        report.matching = &matching;
    }
    if (!outputs_fill(&outputs, &report, paid) || !outputs_commit(&outputs)) {
        outputs_abandon(&outputs);
        return EXIT_SYSTEM;
    }
    if (!run->options->quiet)
        print_summary(run, paid, outputs.kept);
    return run->left_out_count > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_option own_options[] = {
    {"show-budget", 'B', 0, 0, "Let each plan show its person's own budget and what courses cost",
     0},
    {"jobs", 'j', "N", 0,
     "Processes that write plans. Default: one a core, with at least 50 plans each", 0},
    {"only", 'n', "PART", 0,
     "plans, team or budget: write that alone, into a folder that may hold the others", 0},
    {"changed", 'C', 0, 0,
     "Bring the folder up to date: of the plans write only those that would not be as they are", 0},
    {"shard", 's', "K/N", 0,
     "Write only the plans of shard K of N: the N runs write everybody's, into one folder", 0},
    {0},
};

static const struct argp_child children[] = {{&people_argp, 0, NULL, 0}, {&output_argp, 0, NULL, 0},
                                             {&ladder_argp, 0, NULL, 0}, {&budget_argp, 0, NULL, 0},
                                             {&mentor_argp, 0, NULL, 0}, {0}};

static bool parse_jobs(const char *text, unsigned *jobs) {
    enum { MOST = 1000 };
    int64_t number = 0;
    if (!gp_decimal_parse(text, 0, &number) || number < 1 || number > MOST)
        return false;
    *jobs = (unsigned)number;
    return true;
}

static bool parse_part(const char *text, enum run_part *part) {
    static const char *const names[] = {
        [PART_PLANS] = "plans", [PART_TEAM] = "team", [PART_BUDGET] = "budget"};
    for (enum run_part i = PART_PLANS; i <= PART_BUDGET; i++)
        if (strcmp(text, names[i]) == 0) {
            *part = i;
            return true;
        }
    return false;
}

// "2/7"
static bool parse_shard(struct gp_memory *memory, const char *text, struct options *options) {
    enum { MOST = 1000000 };
    const char *slash = strchr(text, '/');
    int64_t shard = 0, shards = 0;
    if (slash == NULL ||
        !gp_decimal_parse(gp_copy(memory, text, (size_t)(slash - text)), 0, &shard) ||
        !gp_decimal_parse(slash + 1, 0, &shards) || shards < 1 || shards > MOST || shard < 1 ||
        shard > shards)
        return false;
    options->shard = (unsigned)shard;
    options->shards = (unsigned)shards;
    return true;
}

static bool take_shard(const char *text, struct options *options) {
    struct gp_memory *memory = gp_memory_open();
    bool good = parse_shard(memory, text, options);
    gp_memory_close(memory);
    return good;
}

// What --only and --shard come to together.
static void settle_part(struct options *options, struct argp_state *state) {
    if (options->shards == 0)
        return;
    if (options->part != PART_ALL && options->part != PART_PLANS)
        argp_error(state, "--shard is about plans; leave it away with --only team and budget");
    options->part = PART_PLANS;
}

static error_t parse_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case 'B':
        options->show_budget = true;
        return 0;
    case 'C':
        options->changed = true;
        return 0;
    case 'j':
        if (!parse_jobs(argument, &options->jobs))
            argp_error(state, "\"%s\" is no count of processes; write 1 to 1000", argument);
        return 0;
    case 'n':
        if (!parse_part(argument, &options->part))
            argp_error(state, "\"%s\" is no part of a run; write plans, team or budget", argument);
        return 0;
    case 's':
        if (!take_shard(argument, options))
            argp_error(state, "\"%s\" is no shard; write 2/7 for the second of seven", argument);
        return 0;
    case ARGP_KEY_SUCCESS:
        settle_part(options, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_plan(int argc, char **argv) {
    static const struct argp argp = {
        own_options,
        parse_option,
        "FILE...",
        "Reads self-assessments (CSV, long or wide; - for standard input) and a roster, and writes "
        "a growth plan for each person, a team workbook and the training budget."
        "\vExit: 0 done, 1 problems in the input (with --keep-going: somebody was left out), 2 "
        "wrong command line, 3 the system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan plan";
    struct options options = {
        .undone = "nothing was written", .output = "out", .as_of = today(), .each = 1};
    return run_and_show(&argp, name, argc, argv, &options, write_run);
}
