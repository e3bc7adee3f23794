#include "ending.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct command commands[] = {
    {"init", "a folder to start from: a ladder to change, three invented people", run_init},
    {"form", "the blank self-assessment: a workbook with choices to pick from, and CSV", run_form},
    {"inspect", "what every column of a file was taken for, and why", run_inspect},
    {"check", "read everything, report everything, write nothing", run_check},
    {"plan", "growth plans, team workbook and budget from answers and a roster", run_plan},
    {"readiness", "how ready each person is for each rung, why, and the shortest way",
     run_readiness},
    {"budget", "the training budget: pools, courses, what is spent and left", run_budget},
    {"mentors", "the best match of mentors and mentees, with reasons", run_mentors},
    {"ladder", "the ladder's rungs, whether it holds together, and how two rungs differ",
     run_ladder},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_help(FILE *out) {
    fputs("Usage: growthplan COMMAND [OPTION...] FILE...\n"
          "Growth plans for product managers from self-assessments and a roster.\n\n"
          "Commands:\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    fputs("\n`growthplan COMMAND --help` lists a command's options; `growthplan --version` the "
          "version.\n"
          "Exit: 0 done, 1 problems in the input, 2 wrong command line, 3 the system failed.\n",
          out);
}

static const struct command *find_command(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static enum exit_code run_command(int argc, char **argv) {
    if (argc < 2) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        puts("growthplan " PROGRAM_VERSION);
        return EXIT_DONE;
    }
    const struct command *command = find_command(argv[1]);
    if (command == NULL) {
        say("there is no command \"%s\"; `growthplan --help` lists the commands", argv[1]);
        return EXIT_USAGE;
    }
    return command->run(argc - 1, argv + 1);
}

const char *program_called = "growthplan";

int main(int argc, char **argv) {
    if (argc > 0)
        program_called = argv[0];
    gp_memory_on_exhausted(ending_without_memory);
    ending_prepare();
    argp_err_exit_status = EXIT_USAGE;
    enum exit_code code = run_command(argc, argv);
    // A full disk shows only when the last of the output is written out.
    if (fclose(stdout) != 0 && code == EXIT_DONE) {
        say("standard output could not be written; is the disk full?");
        code = EXIT_SYSTEM;
    }
    // What could not be said may have been a warning.
    if (ferror(stderr) && code == EXIT_DONE)
        code = EXIT_SYSTEM;
    return (int)code;
}
