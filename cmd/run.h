// run.h - what the commands share: exit codes, options, loading inputs, printing messages.
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "model/policy.h"
#include "model/source.h"
#include "read/readers.h"
#include "write/writers.h"

#include <argp.h>
#include <stdbool.h>

enum exit_code {
    EXIT_DONE = 0,
    EXIT_INPUT = 1, // problems in the input
    EXIT_USAGE = 2, // wrong command line
    EXIT_SYSTEM = 3 // the system failed: no memory, no room, no permission
};

#define PROGRAM_VERSION "0.1.0"

// A command: a file of its own and a row of the table in main.c.
struct command {
    const char *name, *summary;
    enum exit_code (*run)(int argc, char **argv);
};
enum exit_code run_check(int argc, char **argv);
enum exit_code run_inspect(int argc, char **argv);
enum exit_code run_plan(int argc, char **argv);
enum exit_code run_readiness(int argc, char **argv);
enum exit_code run_budget(int argc, char **argv);
enum exit_code run_mentors(int argc, char **argv);
enum exit_code run_ladder(int argc, char **argv);
enum exit_code run_init(int argc, char **argv);
enum exit_code run_form(int argc, char **argv);

enum run_part { PART_ALL, PART_PLANS, PART_TEAM, PART_BUDGET };

enum format { FORMAT_TABLE, FORMAT_CSV, FORMAT_JSON };

// What the command line of any command says; each takes the groups of options it has a use for.
struct options {
    const char *undone; // what did not happen when the input is refused: "nothing was written"
    const char **files; // answers
    size_t file_count;
    struct gp_csv_options csv; // how the files of people are read; of the budget, too
    const char *roster, *ladder, *policy, *output;
    const char *person, *target, *assume; // of readiness, as are the two below
    bool why, shortest;
    const char *role; // of a form, as is the next
    bool core_only;
    const char *courses, *spent; // of the budget, as are those down to `pooled`
    char decimal;                // '.' or ','; '\0' when not given
    bool prorate, pooled, show_budget;
    const char *pairs, *previous; // of mentors, as is `each`
    unsigned each;
    bool answers_optional;
    gp_date as_of;
    enum gp_date_order date_order; // of dates that may be read in two ways
    enum gp_duplicates duplicates;
    enum format format;
    unsigned jobs; // processes that write plans; 0: as many as are worth it
    // What of a run is written into a folder that may hold the rest: all when there is none of it.
    // Of the plans, those of one shard; `shards` is 0 for all of them.
    enum run_part part;
    unsigned shard, shards;
    bool changed;             // of the plans only those are written that would not be as they are
    bool force, force_edited; // the latter: what was edited since goes, too
    bool keep_going, quiet;
    const char *rejects; // a file for all messages about the input; NULL: none
};

// Groups of options, as children of a command's argp; the `input` of each is a struct options.
// Ladder: --ladder, --policy. People: the files, --roster, --as-of, --keep-going, --encoding,
// --delimiter, --dates, --dialect, --axes, --duplicates, --rejects. Output: --output, --force,
// --quiet. Format: --format. Budget: --courses,
// --spent,
// --prorate, --pooled, --decimal. Mentors: --pairs, --previous, --each.
extern const struct argp ladder_argp, people_argp, output_argp, format_argp, budget_argp,
    mentor_argp;
// For ARGP_KEY_INIT of a command's own parser: hands its input on to all of its children.
error_t share_options(const struct argp_child *children, struct argp_state *state);

// Parses the command line of a command, called `name` in its messages ("growthplan plan"), over
// the defaults in `options`. A wrong command line ends the program.
void parse_options(const struct argp *argp, char *name, int argc, char **argv,
                   struct options *options);
void close_options(struct options *options);

gp_date today(void);

// The program as it was called, for commands that are shown to be run next.
extern const char *program_called;

// One run: everything that was read, and what is to be said about it.
struct run {
    const struct options *options;
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_ladder ladder;
    const char *ladder_folder; // NULL when it is one built in
    struct gp_policy policy;
    struct gp_intake intake;
    struct gp_courses courses; // none without --courses
    struct gp_origin origin;
    const char **left_out; // by --keep-going
    size_t left_out_count;
};

// Opens a run and reads ladder, policy, roster and answers. Everything wrong is printed on standard
// error. False when the run cannot go on; `*code` then says how to exit.
bool run_open(struct run *run, const struct options *options, enum exit_code *code);
// The same with ladder and policy alone.
bool run_open_ladder(struct run *run, const struct options *options, enum exit_code *code);
void run_close(struct run *run);
// A whole command that reads its inputs and shows or writes something: parses the command line over
// the defaults in `options`, sees that an output folder may be written, opens the run, and has
// `show` say how to exit.
enum exit_code run_and_show(const struct argp *argp, char *name, int argc, char **argv,
                            struct options *options, enum exit_code (*show)(struct run *run));

// Reads a file of people, of courses or of expenses into a source with its hash: these come as
// others wrote them, and are read as the options say. False, with a message, if it cannot be.
bool run_load_export(struct run *run, const char *path, struct gp_source *source);
// Opens an intake that nothing was read into, with what the options say of reading.
void run_open_intake(struct run *run);

// The results of everybody.
void run_results(struct run *run, struct gp_results *results);
// The mentors of everybody.
void run_match(struct run *run, const struct gp_results *results, struct gp_matching *matching);
// The rung that a name on the command line means, of a run that is open; what to write instead is
// said if there is none.
bool run_find_rung(const struct run *run, const char *text, size_t *rung);

struct gp_budget; // model/pay.h: not for those who need no salaries
// The results of everybody, and the budget of those with a salary. What is wrong with an amount is
// printed; false then.
bool run_analyze(struct run *run, struct gp_results *results, struct gp_budget *budget);
// Says that there is no budget, and how there would be one.
void say_no_salaries(const struct run *run);
// What every output of the run is made from; without a scratch folder.
struct gp_report run_report(const struct run *run, const struct gp_results *results);
// What each person's plan may show of the courses chosen: [person]; NULL without a catalogue.
const struct gp_plan_offer *run_offers(const struct run *run, const struct gp_budget *budget);

// Writes all messages as a CSV (file, line, column, severity, message) with mode 0600 over one of
// an earlier run, but over nothing else. If it cannot be, that is said, and false returned.
bool list_messages(const struct gp_messages *messages, const char *path);
// Prints the messages from the `first` one on standard error, by file and line; of a file at most
// 100, and then how many more there are.
void print_messages(const struct gp_messages *messages, size_t first);

// "growthplan: ..." on standard error.
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
