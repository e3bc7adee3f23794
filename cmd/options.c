#include "run.h"

#include "base/charset.h"
#include "read/answer_header.h"
#include "read/delimiter.h"
#include "read/shape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct argp_option ladder_options[] = {
    {"ladder", 'l', "LADDER", 0,
     "A folder of CSV files, or a ladder built in by its name. Default: quartz", 0},
    {"policy", 'p', "FILE", 0, "Thresholds, shares and rates of your own: a policy.csv", 0},
    {0},
};

// A folder's name without the slashes behind it, so that a link is seen as a link.
static const char *without_slashes(char *folder) {
    for (size_t length = strlen(folder); length > 1 && folder[length - 1] == '/';)
        folder[--length] = '\0';
    return folder;
}

static error_t parse_ladder_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case 'l':
        options->ladder = without_slashes(argument);
        return 0;
    case 'p':
        options->policy = argument;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp ladder_argp = {ladder_options, parse_ladder_option, NULL, NULL, NULL, NULL, NULL};

static const struct argp_option people_options[] = {
    {"roster", 'r', "FILE", 0, "Who the people are: a CSV with at least name and role", 0},
    {"keep-going", 'k', 0, 0, "Leave out people with errors in their rows, and name them", 0},
    {"rejects", 'X', "FILE", 0,
     "List all that is wrong with the input in a CSV: up to 100,000 messages", 0},
    {"as-of", 'd', "DATE", 0, "The day the run is for, as 2026-11-23. Default: today", 0},
    {"encoding", 'e', "NAME", 0,
     "What files without byte order mark are in, as iconv calls it. Default: found out", 0},
    {"delimiter", 'x', "SIGN", 0,
     "comma, semicolon, tab, pipe or a sign: what parts the fields. Default: found out", 0},
    {"dates", 'O', "ORDER", 0,
     "day-first or month-first: what 03/04/2026 means where nothing else in its file tells", 0},
    {"dialect", 'T', "TOOL", 0,
     "What wrote the answers or the roster, such as qualtrics or workday; once for each. Default: "
     "found out",
     0},
    {"axes", 'A', "LIST", 0,
     "Of columns with an activity and no axis: what the first of an activity holds, the second, "
     "..., "
     "as in skill,interest",
     0},
    {"duplicates", 'U', "WHICH", 0,
     "latest, first or error: what counts of somebody's answers of one day, or form sent again. "
     "Default: the latest, where times tell",
     0},
    {0},
};

// Puts a dialect where its input is looked up.
static void take_dialect(struct options *options, const char *name, struct argp_state *state) {
    const struct gp_dialect *dialect = gp_dialect_find(name);
    if (dialect != NULL) {
        options->csv.dialects[dialect->input] = name;
        return;
    }
    // argp_error() does not return, and what it says must not hold memory of its own.
    char names[512];
    struct gp_memory *memory = gp_memory_open();
    snprintf(names, sizeof names, "%s", gp_dialect_names(memory));
    gp_memory_close(memory);
    argp_error(state, "nothing is called \"%s\"; there are %s", name, names);
}

// "skill,experience,interest"
static void take_axes(struct options *options, const char *list, struct argp_state *state) {
    struct gp_csv_options *csv = &options->csv;
    csv->axis_count = 0;
    for (const char *at = list; *at != '\0';) {
        size_t length = strcspn(at, ","), axis = 0;
        while (axis < GP_RATING_COUNT && (strlen(gp_rating_name(axis)) != length ||
                                          strncmp(at, gp_rating_name(axis), length) != 0))
            axis++;
        bool again = false;
        for (size_t i = 0; i < csv->axis_count; i++)
            again = again || csv->axes[i] == axis;
        if (axis == GP_RATING_COUNT || again)
            argp_error(state,
                       "\"%s\" is no list of axes; write skill, experience, interest and "
                       "manager_skill, each once at most, with commas",
                       list);
        csv->axes[csv->axis_count++] = axis;
        at += length + (at[length] == ',');
    }
}

static void take_duplicates(struct options *options, const char *which, struct argp_state *state) {
    static const struct {
        const char *name;
        enum gp_duplicates duplicates;
    } words[] = {{"latest", GP_DUPLICATES_LATEST},
                 {"first", GP_DUPLICATES_FIRST},
                 {"error", GP_DUPLICATES_ERROR}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(which, words[i].name) == 0) {
            options->duplicates = words[i].duplicates;
            return;
        }
    argp_error(state, "\"%s\" is no way with duplicates; write latest, first or error", which);
}

static error_t parse_people_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case 'r':
        options->roster = argument;
        return 0;
    case 'X':
        options->rejects = argument;
        return 0;
    case 'k':
        options->keep_going = true;
        return 0;
    case 'd':
        if (!gp_date_parse(argument, &options->as_of))
            argp_error(state, "\"%s\" is no date; write it as 2026-11-23", argument);
        return 0;
    case 'e':
        if (!gp_charset_known(argument))
            argp_error(state,
                       "no encoding is called \"%s\"; UTF-8, UTF-16LE, Windows-1252 and MacRoman "
                       "are some, iconv -l lists all",
                       argument);
        options->csv.encoding = argument;
        return 0;
    case 'x':
        if (!gp_delimiter_parse(argument, &options->csv.delimiter))
            argp_error(state,
                       "\"%s\" is no delimiter; write comma, semicolon, tab, pipe or the sign",
                       argument);
        return 0;
    case 'O':
        if (strcmp(argument, "day-first") != 0 && strcmp(argument, "month-first") != 0)
            argp_error(state, "\"%s\" is no order of dates; write day-first or month-first",
                       argument);
        options->date_order = argument[0] == 'd' ? GP_DAY_FIRST : GP_MONTH_FIRST;
        return 0;
    case 'T':
        take_dialect(options, argument, state);
        return 0;
    case 'A':
        take_axes(options, argument, state);
        return 0;
    case 'U':
        take_duplicates(options, argument, state);
        return 0;
    case ARGP_KEY_ARG:
        options->files[options->file_count++] = argument;
        return 0;
    case ARGP_KEY_NO_ARGS:
        if (options->answers_optional)
            return 0;
        argp_error(state, "no answers given; name at least one CSV file, or - for standard input");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp people_argp = {people_options, parse_people_option, NULL, NULL, NULL, NULL, NULL};

static const struct argp_option output_options[] = {
    {"output", 'o', "FOLDER", 0, "Where to write; must not exist (see --force)", 0},
    {"force", 'f', "edited", OPTION_ARG_OPTIONAL,
     "Replace the folder if all in it is as an earlier run left it; with =edited also what was "
     "edited "
     "since, but nothing that no run wrote",
     0},
    {"quiet", 'q', 0, 0, "Say nothing but warnings and errors", 0},
    {0},
};

static error_t parse_output_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case 'o':
        options->output = without_slashes(argument);
        return 0;
    case 'f':
        if (argument != NULL && strcmp(argument, "edited") != 0)
            argp_error(state,
                       "--force takes nothing or =edited; write -f apart from other options");
        options->force = true;
        options->force_edited = argument != NULL;
        return 0;
    case 'q':
        options->quiet = true;
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->output != NULL && options->output[0] == '\0')
            argp_error(state, "the output folder has no name");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp output_argp = {output_options, parse_output_option, NULL, NULL, NULL, NULL, NULL};

static const struct argp_option format_options[] = {
    {"format", 'F', "FORMAT", 0, "table, csv or json. Default: table", 0},
    {0},
};

static error_t parse_format_option(int key, char *argument, struct argp_state *state) {
    static const char *const names[] = {"table", "csv", "json"};
    struct options *options = state->input;
    if (key != 'F')
        return ARGP_ERR_UNKNOWN;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(argument, names[i]) == 0) {
            options->format = (enum format)i;
            return 0;
        }
    argp_error(state, "there is no format \"%s\"; there are table, csv and json", argument);
    return 0;
}

const struct argp format_argp = {format_options, parse_format_option, NULL, NULL, NULL, NULL, NULL};

static const struct argp_option budget_options[] = {
    {"courses", 'c', "FILE", 0,
     "Courses to choose from, for gaps people want closed: a courses.csv", 0},
    {"spent", 'S', "FILE", 0, "What was spent this year, in place of the roster's spent", 0},
    {"prorate", 'R', 0, 0, "Pools of part-time and part-year people are shares", 0},
    {"pooled", 'L', 0, 0, "A manager's people are one purse when courses are chosen", 0},
    {"decimal", 'D', "SIGN", 0,
     "point or comma: what 120.000 means where nothing else in its column tells", 0},
    {0},
};

static error_t parse_budget_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case 'c':
        options->courses = argument;
        return 0;
    case 'S':
        options->spent = argument;
        return 0;
    case 'R':
        options->prorate = true;
        return 0;
    case 'L':
        options->pooled = true;
        return 0;
    case 'D':
        if (strcmp(argument, "point") == 0 || strcmp(argument, ".") == 0)
            options->decimal = '.';
        else if (strcmp(argument, "comma") == 0 || strcmp(argument, ",") == 0)
            options->decimal = ',';
        else
            argp_error(state, "\"%s\" is no decimal sign; write point or comma", argument);
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->courses != NULL && options->file_count == 0)
            argp_error(state, "--courses are chosen by what people want to learn; give their "
                              "answers too");
        if (options->spent != NULL && options->roster == NULL)
            argp_error(state, "--spent is of people on a roster; give it with --roster");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp budget_argp = {budget_options, parse_budget_option, NULL, NULL, NULL, NULL, NULL};

static const struct argp_option mentor_options[] = {
    {"pairs", 'M', "FILE", 0, "Pairs to be kept (always) or never made: a pairs.csv", 0},
    {"previous", 'V', "FILE", 0,
     "Last cycle's mentors.csv: pairs still running are preferred, ended ones not repeated", 0},
    {"each", 'E', "COUNT", 0,
     "Mentors a person may have, 1 to 5; everybody gets one before anybody a second. Default: 1",
     0},
    {0},
};

static error_t parse_mentor_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case 'M':
        options->pairs = argument;
        return 0;
    case 'V':
        options->previous = argument;
        return 0;
    case 'E':
        if (argument[0] < '1' || argument[0] > '5' || argument[1] != '\0')
            argp_error(state, "\"%s\" is no count of mentors; write 1 to 5", argument);
        options->each = (unsigned)(argument[0] - '0');
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->roster == NULL && (options->pairs != NULL || options->previous != NULL))
            argp_error(state, "--pairs and --previous are of people on a roster; give it with "
                              "--roster");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp mentor_argp = {mentor_options, parse_mentor_option, NULL, NULL, NULL, NULL, NULL};

error_t share_options(const struct argp_child *children, struct argp_state *state) {
    for (size_t i = 0; children[i].argp != NULL; i++)
        state->child_inputs[i] = state->input;
    return 0;
}

void parse_options(const struct argp *argp, char *name, int argc, char **argv,
                   struct options *options) {
    options->files = calloc((size_t)argc + 1, sizeof *options->files);
    if (options->files == NULL) {
        say("no memory left; nothing more can be done");
        exit(EXIT_SYSTEM);
    }
    argv[0] = name;
    argp_parse(argp, argc, argv, 0, NULL, options);
}

void close_options(struct options *options) {
    free(options->files);
}

gp_date today(void) {
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL)
        return (gp_date){1970, 1, 1};
    return (gp_date){(int16_t)(local.tm_year + 1900), (int8_t)(local.tm_mon + 1),
                     (int8_t)local.tm_mday};
}
