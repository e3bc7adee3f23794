#include "base/folder.h"
#include "base/text.h"
#include "defaults.h"
#include "run.h"
#include "write/starter.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { FOR_READERS = 0644, FOLDER_MODE = 0700 }; // the folder is where salaries will be

// The folder being made.
struct start {
    const struct run *run;
    const char *folder; // as named on the command line
    struct gp_staging staging;
};

static bool add(const struct start *start, const char *name, struct gp_bytes bytes) {
    const char *why = "";
    const char *path = gp_print(start->run->memory, "%s/%s", start->staging.folder, name);
    if (gp_file_write(path, bytes, FOR_READERS, &why))
        return true;
    say("%s could not be written (%s); nothing was made", name, why);
    return false;
}

static bool add_to_ladder(const struct start *start, const char *name, struct gp_bytes bytes) {
    return add(start, gp_print(start->run->memory, "ladder/%s", name), bytes);
}

static bool copy_to_ladder(const struct start *start, const char *path, const char *name) {
    const char *why = "";
    struct gp_bytes bytes;
    if (gp_file_read(start->run->memory, path, &bytes, &why))
        return add_to_ladder(start, name, bytes);
    say("%s cannot be read (%s); nothing was made", path, why);
    return false;
}

// Every file of a ladder built in but its policy.
static bool add_built_in(const struct start *start) {
    const char *ladder = start->run->ladder.name;
    for (const struct embedded_file *file = next_embedded(ladder, NULL); file != NULL;
         file = next_embedded(ladder, file)) {
        const char *name = file->name + strlen(ladder) + 1;
        if (strcmp(name, "policy.csv") != 0 &&
            !add_to_ladder(start, name, (struct gp_bytes){file->data, file->length}))
            return false;
    }
    return true;
}

// The files of a ladder of one's own but its policy.
static bool add_own(const struct start *start) {
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++) {
        const char *name = gp_ladder_file_name((enum gp_ladder_file)i);
        const char *path = gp_print(start->run->memory, "%s/%s", start->run->ladder_folder, name);
        if (gp_file_exists(path) && !copy_to_ladder(start, path, name))
            return false;
    }
    return true;
}

// The policy named, else the ladder's, else the default.
static bool add_policy(const struct start *start) {
    static const char name[] = "policy.csv";
    const struct run *run = start->run;
    const char *path = run->options->policy;
    if (path == NULL && run->ladder_folder != NULL) {
        path = gp_print(run->memory, "%s/%s", run->ladder_folder, name);
        path = gp_file_exists(path) ? path : NULL;
    }
    if (path != NULL)
        return copy_to_ladder(start, path, name);
    const struct embedded_file *file = NULL;
    if (run->ladder_folder == NULL)
        file = find_embedded(gp_print(run->memory, "%s/%s", run->ladder.name, name));
    if (file == NULL)
        file = find_embedded("quartz/policy.csv");
    return add_to_ladder(start, name, (struct gp_bytes){file->data, file->length});
}

static bool fill(const struct start *start) {
    struct gp_memory *memory = start->run->memory;
    const struct gp_ladder *ladder = &start->run->ladder;
    const char *folder = gp_print(memory, "%s/ladder", start->staging.folder);
    if (mkdir(folder, FOLDER_MODE) != 0) {
        say("no folder can be made in %s (%s); nothing was made", start->staging.folder,
            strerror(errno));
        return false;
    }
    return (start->run->ladder_folder == NULL ? add_built_in(start) : add_own(start)) &&
           add_policy(start) && add(start, "roster.csv", gp_starter_roster(memory, ladder)) &&
           add(start, "answers.csv", gp_starter_answers(memory, ladder)) &&
           add(start, "README.txt", gp_starter_readme(memory, ladder));
}

// A path as a word of a command line that is no option.
static const char *shell_word(struct gp_memory *memory, const char *path) {
    return gp_shell_word(memory, path[0] == '-' ? gp_print(memory, "./%s", path) : path);
}

static const char *path_word(const struct start *start, const char *name) {
    struct gp_memory *memory = start->run->memory;
    return shell_word(memory, gp_print(memory, "%s/%s", start->folder, name));
}

static void print_next(const struct start *start) {
    printf("made     %s  to run as it is, then to change\n", start->folder);
    printf("         %s/README.txt  what each file is\n", start->folder);
    printf("         %s/ladder  %s\n", start->folder, start->run->ladder.name);
    printf("         %s/roster.csv, answers.csv  three invented people\n\n", start->folder);
    printf("next     %s plan %s --roster %s --ladder %s -o %s\n",
           shell_word(start->run->memory, program_called), path_word(start, "answers.csv"),
           path_word(start, "roster.csv"), path_word(start, "ladder"), path_word(start, "out"));
}

static enum exit_code make(struct start *start) {
    const char *why = "";
    if (!gp_staging_open(start->run->memory, start->folder, &start->staging, &why)) {
        say("nothing can be made beside %s (%s); choose another place", start->folder, why);
        return EXIT_SYSTEM;
    }
    bool good = fill(start);
    if (good && !gp_staging_commit(&start->staging, false, &why)) {
        say("%s could not be put in its place (%s); nothing was made", start->folder, why);
        good = false;
    }
    if (good) {
        print_next(start);
        return EXIT_DONE;
    }
    if (!gp_staging_abandon(&start->staging))
        say("%s could not be removed; remove it", start->staging.folder);
    return EXIT_SYSTEM;
}

static const struct argp_child children[] = {{&ladder_argp, 0, NULL, 0}, {0}};

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
        if (options->file_count != 1 || options->files[0][0] == '\0')
            argp_error(state, "name the one folder to make, such as growth");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

// The folder's name without the slashes behind it.
static const char *folder_name(struct gp_memory *memory, const char *path) {
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return gp_copy(memory, path, length);
}

enum exit_code run_init(int argc, char **argv) {
    static const struct argp argp = {
        NULL,
        parse_option,
        "FOLDER",
        "Makes a folder to start from: a copy of the ladder to change, a roster and answers of "
        "three "
        "invented people to run at once, and a README. The folder must not be there yet."
        "\vExit: 0 done, 1 problems in the ladder, 2 wrong command line, 3 the system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan init";
    struct options options = {.undone = "nothing was made", .as_of = today()};
    parse_options(&argp, name, argc, argv, &options);
    enum exit_code code = EXIT_USAGE;
    struct run run;
    if (gp_file_exists(options.files[0])) {
        say("%s is there already; choose another name, or move it away", options.files[0]);
    } else if (run_open_ladder(&run, &options, &code)) {
        struct start start = {.run = &run, .folder = folder_name(run.memory, options.files[0])};
        code = make(&start);
        run_close(&run);
    }
    close_options(&options);
    return code;
}
