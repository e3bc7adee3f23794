#include "defaults.h"
#include "outputs.h"

#include <string.h>

// Reads a file into a source with its hash; a file that cannot be read is a message.
static bool load_into(struct gp_memory *memory, struct run *run, const char *path,
                      struct gp_source *source) {
    const char *why = "";
    source->name = strcmp(path, "-") == 0 ? "standard input" : path;
    if (!gp_file_read(memory, path, &source->bytes, &why))
        return gp_error(&run->messages, (struct gp_at){source->name, 0, 0},
                        "cannot be read (%s); check the name and who may read it", why);
    gp_hash(source->bytes.data, source->bytes.length, source->hash);
    return true;
}

static bool load(struct run *run, const char *path, struct gp_source *source) {
    return load_into(run->memory, run, path, source);
}

bool run_load_export(struct run *run, const char *path, struct gp_source *source) {
    source->csv = &run->options->csv;
    return load(run, path, source);
}

// An input of the intake. Its bytes are there while it is read, and no longer: there may be many.
static bool read_input(struct run *run, const char *path,
                       bool (*read)(struct gp_intake *intake, const struct gp_source *source),
                       struct gp_source *source) {
    struct gp_memory *memory = gp_memory_open();
    source->csv = &run->options->csv;
    bool good = load_into(memory, run, path, source) && read(&run->intake, source);
    gp_memory_close(memory);
    source->bytes = (struct gp_bytes){NULL, 0};
    return good;
}

// A built-in file; one that is not there has no bytes.
static struct gp_source built_in(struct run *run, const char *ladder, const char *name) {
    const struct embedded_file *file = find_embedded(gp_print(run->memory, "%s/%s", ladder, name));
    struct gp_source source = {.name = gp_print(run->memory, "built-in %s/%s", ladder, name),
                               .built_in = true};
    if (file != NULL)
        source.bytes = (struct gp_bytes){file->data, file->length};
    gp_hash(source.bytes.data, source.bytes.length, source.hash);
    return source;
}

// The last part of a path that ends at `end`, and where it starts.
static const char *last_part(struct run *run, const char *path, size_t end, size_t *start) {
    *start = end;
    while (*start > 0 && path[*start - 1] != '/')
        --*start;
    return gp_copy(run->memory, path + *start, end - *start);
}

// What a ladder in a folder is called: as the folder, or as the one above where that is "ladder",
// as init makes it.
static const char *folder_name(struct run *run, const char *path) {
    size_t start = 0, above = 0;
    const char *name = last_part(run, path, strlen(path), &start);
    if (strcmp(name, "ladder") != 0 || start < 2)
        return name;
    const char *parent = last_part(run, path, start - 1, &above);
    return parent[0] == '\0' || parent[0] == '.' ? name : parent;
}

// Which ladder a run is for: a folder, or the name of one built in where there is no such folder.
struct chosen {
    const char *folder; // NULL for a ladder built in
    const char *name;
};

static bool has_rungs(struct run *run, const char *folder) {
    return gp_file_exists(gp_print(run->memory, "%s/rungs.csv", folder));
}

// The names of the ladders built in: "extended, gdd or quartz".
static const char *built_in_names(struct run *run) {
    static const char file[] = "/rungs.csv";
    const char *names = NULL;
    for (const struct embedded_file *one = embedded_files; one->name != NULL; one++) {
        size_t length = strlen(one->name), ending = strlen(file);
        if (length <= ending || strcmp(one->name + length - ending, file) != 0)
            continue;
        const char *name = gp_copy(run->memory, one->name, length - ending);
        names = names == NULL ? name : gp_print(run->memory, "%s, %s", names, name);
    }
    return names;
}

static bool choose_ladder(struct run *run, struct chosen *chosen) {
    const char *given = run->options->ladder;
    *chosen = (struct chosen){NULL, "quartz"};
    if (given == NULL)
        return true;
    *chosen = (struct chosen){NULL, given};
    if (!gp_file_exists(given) && find_embedded(gp_print(run->memory, "%s/rungs.csv", given)))
        return true;
    *chosen = (struct chosen){given, folder_name(run, given)};
    if (has_rungs(run, given))
        return true;
    const char *below = gp_print(run->memory, "%s/ladder", given);
    return gp_error(
        &run->messages, (struct gp_at){given, 0, 0}, "is no ladder: it has no rungs.csv; %s",
        has_rungs(run, below) ? gp_print(run->memory, "did you mean %s?", below)
                              : gp_print(run->memory,
                                         "name a folder that has one, or a built-in ladder: "
                                         "%s",
                                         built_in_names(run)));
}

// A file of a ladder's folder. Backgrounds may be missing there: then they have no bytes.
static bool load_part(struct run *run, const char *folder, enum gp_ladder_file file,
                      struct gp_source *source) {
    const char *path = gp_print(run->memory, "%s/%s", folder, gp_ladder_file_name(file));
    *source = (struct gp_source){.name = path};
    return (file == GP_FILE_BACKGROUNDS && !gp_file_exists(path)) || load(run, path, source);
}

static bool load_ladder(struct run *run, const struct chosen *chosen) {
    struct gp_source sources[GP_LADDER_FILE_COUNT];
    bool good = true;
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++) {
        enum gp_ladder_file file = (enum gp_ladder_file)i;
        if (chosen->folder == NULL)
            sources[i] = built_in(run, chosen->name, gp_ladder_file_name(file));
        else
            good = load_part(run, chosen->folder, file, &sources[i]) && good;
    }
    return good && gp_read_ladder(run->memory, chosen->name, sources, &run->messages, &run->ladder);
}

// The company's own policy: --policy, else the policy.csv of its ladder. `*there` says whether
// there is one.
static bool load_own_policy(struct run *run, const struct chosen *chosen, struct gp_source *source,
                            bool *there) {
    const char *own = run->options->policy;
    *there = true;
    if (own == NULL && chosen->folder != NULL) {
        own = gp_print(run->memory, "%s/policy.csv", chosen->folder);
        *there = gp_file_exists(own);
    } else if (own == NULL) {
        *source = built_in(run, chosen->name, "policy.csv");
        *there = source->bytes.length > 0;
        return true;
    }
    return !*there || load(run, own, source);
}

// The defaults, then the company's own.
static bool load_policy(struct run *run, const struct chosen *chosen) {
    struct gp_source source = built_in(run, "quartz", "policy.csv"), own = {0};
    bool there = false;
    if (!gp_read_policy(run->memory, &source, &run->ladder, &run->messages, &run->policy) ||
        !load_own_policy(run, chosen, &own, &there))
        return false;
    if (there) {
        source = own;
        if (!gp_read_policy(run->memory, &own, &run->ladder, &run->messages, &run->policy))
            return false;
    }
    run->origin.policy_name = source.name;
    run->origin.policy_hash = gp_copy(run->memory, source.hash, strlen(source.hash));
    return true;
}

// An answer from the future is counted, but it is mostly a date written wrong.
static void warn_of_future(struct run *run) {
    const struct gp_team *team = &run->intake.team;
    for (size_t i = 0; i < team->person_count; i++)
        if (gp_date_compare(team->answered_on[i], run->options->as_of) > 0)
            gp_warn(&run->messages, team->people[i].at,
                    "%s answered on %s, after the day the run is for; check the date, or --as-of",
                    gp_quoted(run->memory, team->people[i].name),
                    gp_date_text(run->memory, team->answered_on[i]));
}

// What the budget is made from besides, behind the roster: `*count` sources are there already.
static bool load_budget(struct run *run, struct gp_source *sources, size_t *count) {
    const struct options *options = run->options;
    bool good = true;
    if (options->courses != NULL) {
        struct gp_source *source = &sources[(*count)++];
        good = run_load_export(run, options->courses, source) &&
               gp_read_courses(run->memory, source, run->intake.names, &run->policy, &run->messages,
                               &run->courses);
    }
    if (options->spent != NULL) {
        struct gp_source *source = &sources[(*count)++];
        good = read_input(run, options->spent, gp_read_expenses, source) && good;
    }
    return good;
}

// What is said of pairs besides; likewise.
static bool load_pairs(struct run *run, struct gp_source *sources, size_t *count) {
    const struct options *options = run->options;
    bool good = true;
    if (options->pairs != NULL) {
        struct gp_source *source = &sources[(*count)++];
        good = read_input(run, options->pairs, gp_read_pairs, source);
    }
    if (options->previous != NULL) {
        struct gp_source *source = &sources[(*count)++];
        good = read_input(run, options->previous, gp_read_previous_pairs, source) && good;
    }
    return good;
}

// The days of the budget year that the run is in.
static void settle_budget_year(struct run *run) {
    gp_date first, last;
    gp_date_year(run->options->as_of, run->policy.budget_year_month, &first, &last);
    gp_intake_compare_spent(&run->intake, first, last);
}

void run_open_intake(struct run *run) {
    const struct options *options = run->options;
    gp_intake_open(&run->intake, run->memory, &run->ladder, gp_names_new(run->memory, &run->ladder),
                   &run->policy, &run->messages);
    run->intake.decimal = options->decimal;
    run->intake.date_order = options->date_order;
    run->intake.duplicates = options->duplicates;
    run->intake.prorate = options->prorate;
}

// Roster, answers and what the budget needs; each input is read even when another one has errors.
static bool load_team(struct run *run) {
    const struct options *options = run->options;
    enum { MOST_OTHERS = 5 }; // roster, courses, what was spent, pairs, last cycle's
    size_t count = options->file_count + (options->roster != NULL);
    struct gp_source *sources =
        gp_alloc(run->memory, options->file_count + MOST_OTHERS, sizeof *sources);
    struct gp_source *roster = &sources[options->file_count];
    bool good = true;
    run_open_intake(run);
    if (options->roster != NULL)
        good = read_input(run, options->roster, gp_read_roster, roster);
    for (size_t i = 0; i < options->file_count; i++)
        good = read_input(run, options->files[i], gp_read_answers, &sources[i]) && good;
    good = load_budget(run, sources, &count) && good;
    good = load_pairs(run, sources, &count) && good;
    run->origin.sources = sources;
    run->origin.source_count = count;
    good = good && gp_intake_fits(&run->intake, GP_MOST_PEOPLE);
    if (good) {
        gp_intake_settle(&run->intake, options->keep_going, &run->left_out, &run->left_out_count);
        warn_of_future(run);
        settle_budget_year(run);
    }
    return good;
}

// Whether the run may go on, and what to say if not.
static bool settle(struct run *run, bool good) {
    const size_t *counts = run->messages.counts;
    size_t errors = counts[GP_ERROR] + counts[GP_ERROR_OF_PERSON];
    print_messages(&run->messages, 0);
    if (run->options->rejects != NULL && !list_messages(&run->messages, run->options->rejects))
        return false;
    if (!good || counts[GP_ERROR] > 0) {
        say("%zu error%s; %s", errors, errors == 1 ? "" : "s", run->options->undone);
        return false;
    }
    if (errors > 0 && !run->options->keep_going) {
        say("%zu error%s; %s. Correct %s and run again, or leave the people concerned out with "
            "--keep-going",
            errors, errors == 1 ? "" : "s", run->options->undone, errors == 1 ? "it" : "them");
        return false;
    }
    for (size_t i = 0; i < run->left_out_count; i++)
        say("left out: %s", gp_quoted(run->memory, run->left_out[i]));
    return true;
}

// Whether there is anybody, of those who were read and not left out.
static bool has_people(const struct run *run) {
    if (run->intake.team.person_count == 0)
        say("nobody is left; %s", run->options->undone);
    return run->intake.team.person_count > 0;
}

static void start(struct run *run, const struct options *options) {
    *run = (struct run){.options = options, .memory = gp_memory_open()};
    run->messages.memory = run->memory;
}

static bool load_rules(struct run *run) {
    struct chosen chosen;
    if (!choose_ladder(run, &chosen))
        return false;
    run->ladder_folder = chosen.folder;
    return load_ladder(run, &chosen) && load_policy(run, &chosen);
}

// Says where everything came from; or closes the run when it cannot go on.
static bool finish(struct run *run, bool good, enum exit_code *code) {
    if (!good) {
        *code = EXIT_INPUT;
        run_close(run);
        return false;
    }
    run->origin.program = "growthplan " PROGRAM_VERSION;
    run->origin.ladder_name = run->ladder.name;
    run->origin.ladder_hash = run->ladder.hash;
    run->origin.as_of = gp_date_text(run->memory, run->options->as_of);
    return true;
}

bool run_open(struct run *run, const struct options *options, enum exit_code *code) {
    start(run, options);
    bool good = load_rules(run) && load_team(run);
    return finish(run, settle(run, good) && has_people(run), code);
}

bool run_open_ladder(struct run *run, const struct options *options, enum exit_code *code) {
    start(run, options);
    bool good = load_rules(run);
    return finish(run, settle(run, good), code);
}

void run_close(struct run *run) {
    gp_memory_close(run->memory);
}

bool run_find_rung(const struct run *run, const char *text, size_t *rung) {
    const struct gp_names *names = gp_names_new(run->memory, &run->ladder);
    size_t found = GP_NO_RUNG;
    if (gp_names_role(names, text, &found) == GP_FOUND && found != GP_NO_RUNG) {
        *rung = found;
        return true;
    }
    say("ladder %s has no rung %s%s", run->ladder.name, gp_quoted(run->memory, text),
        gp_names_suggest_role(names, text));
    return false;
}

enum exit_code run_and_show(const struct argp *argp, char *name, int argc, char **argv,
                            struct options *options, enum exit_code (*show)(struct run *run)) {
    enum exit_code code = EXIT_USAGE;
    struct run run;
    parse_options(argp, name, argc, argv, options);
    if ((options->output == NULL || outputs_may_replace(options)) &&
        run_open(&run, options, &code)) {
        code = show(&run);
        run_close(&run);
    }
    close_options(options);
    return code;
}
