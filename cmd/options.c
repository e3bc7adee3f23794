#include "run.h"

#include <string.h>

static const struct argp_option option_table[] = {
    {"roster", 'r', "FILE", 0, "Who the people are: a CSV with at least name and role", 0},
    {"output", 'o', "FOLDER", 0, "Where to write; must not exist (see --force). Default: out", 0},
    {"force", 'f', 0, 0, "Replace the folder if all in it is as an earlier run left it", 0},
    {"keep-going", 'k', 0, 0, "Leave out people with errors in their rows, and name them", 0},
    {"ladder", 'l', "FOLDER", 0, "Another ladder than the built-in one: a folder of CSV files", 0},
    {"policy", 'p', "FILE", 0, "Thresholds, shares and rates of your own: a policy.csv", 0},
    {"as-of", 'd', "DATE", 0, "The day the run is for, as 2026-11-23. Default: today", 0},
    {"quiet", 'q', 0, 0, "Say nothing but warnings and errors", 0},
    {0},
};

static error_t parse_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case 'r':
        options->roster = argument;
        return 0;
    case 'o':
        // Without the slashes behind it, so that a link is seen as a link.
        for (size_t length = strlen(argument); length > 1 && argument[length - 1] == '/';)
            argument[--length] = '\0';
        options->output = argument;
        return 0;
    case 'l':
        options->ladder = argument;
        return 0;
    case 'p':
        options->policy = argument;
        return 0;
    case 'f':
        options->force = true;
        return 0;
    case 'k':
        options->keep_going = true;
        return 0;
    case 'q':
        options->quiet = true;
        return 0;
    case 'd':
        if (!gp_date_parse(argument, &options->as_of))
            argp_error(state, "\"%s\" is no date; write it as 2026-11-23", argument);
        return 0;
    case ARGP_KEY_ARG:
        options->files[options->file_count++] = argument;
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, "no answers given; name at least one CSV file, or - for standard input");
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->output[0] == '\0')
            argp_error(state, "the output folder has no name");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp common_argp = {option_table, parse_option, NULL, NULL, NULL, NULL, NULL};
