#include "analyze/readiness.h"
#include "analyze/analyze.h"
#include "analyze/paths.h"
#include "analyze/shortest.h"
#include "assume.h"
#include "base/text.h"
#include "run.h"
#include "write/readiness_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// More people than these are not listed where a name is nobody's.
enum { MOST_LISTED = 10 };

// Twins are shown with their id behind the name; either way of writing them is theirs.
static bool is_person(struct gp_memory *memory, const struct gp_person *person, const char *text) {
    if (strcmp(person->id, text) == 0 && text[0] != '\0')
        return true;
    const char *key = gp_text_key(memory, text);
    if (person->email[0] != '\0' && strcmp(gp_text_key(memory, person->email), key) == 0 &&
        strchr(text, '@') != NULL)
        return true;
    if (key[0] == '\0')
        return strcmp(person->name, text) == 0;
    return strcmp(person->key, key) == 0 || strcmp(gp_text_key(memory, person->name), key) == 0;
}

// Whether a text is one of the words of a name.
static bool is_word_of(struct gp_memory *memory, const char *name, const char *text) {
    const char *key = gp_text_key(memory, text);
    size_t length = 0;
    for (const char *word = name; *word != '\0' && key[0] != '\0'; word += length) {
        word += strspn(word, " ");
        length = strcspn(word, " ");
        if (strcmp(gp_text_key(memory, gp_copy(memory, word, length)), key) == 0)
            return true;
    }
    return false;
}

// Whom a text that is nobody's name may mean: the only one with such a word in the name, else the
// one with the nearest name; GP_NO_PERSON when there is none.
static size_t find_meant(const struct run *run, const char *text) {
    const struct gp_team *team = &run->intake.team;
    const char **names = gp_alloc(run->memory, team->person_count, sizeof *names);
    size_t found = GP_NO_PERSON, count = 0;
    for (size_t i = 0; i < team->person_count; i++) {
        names[i] = team->people[i].name;
        if (is_word_of(run->memory, names[i], text)) {
            found = i;
            count++;
        }
    }
    if (count == 1)
        return found;
    size_t nearest = gp_text_nearest(text, names, team->person_count);
    return nearest < team->person_count ? nearest : GP_NO_PERSON;
}

// "Sam Sample (p1), Sam Sample (p2)": those that `text` names, or all with NULL.
static const char *list_people(const struct run *run, const char *text) {
    const struct gp_team *team = &run->intake.team;
    const char *list = "";
    for (size_t i = 0; i < team->person_count; i++)
        if (text == NULL || is_person(run->memory, &team->people[i], text))
            list = gp_print(run->memory, "%s%s%s", list, list[0] == '\0' ? "" : ", ",
                            gp_text_shown(run->memory, team->people[i].name));
    return list;
}

static void say_nobody(const struct run *run, const char *text) {
    const struct gp_team *team = &run->intake.team;
    const char *quoted = gp_quoted(run->memory, text);
    size_t meant = find_meant(run, text);
    if (meant != GP_NO_PERSON)
        say("there is nobody called %s; did you mean %s?", quoted,
            gp_quoted(run->memory, team->people[meant].name));
    else if (team->person_count > 0 && team->person_count <= MOST_LISTED)
        say("there is nobody called %s; there %s %s", quoted,
            team->person_count == 1 ? "is" : "are", list_people(run, NULL));
    else
        say("there is nobody called %s; give a name, id or email as in the input", quoted);
}

// The person that --person names; GP_NO_PERSON, and what to do is said, when it is not just one.
static size_t find_person(const struct run *run, const char *text) {
    const struct gp_team *team = &run->intake.team;
    size_t found = GP_NO_PERSON, count = 0;
    for (size_t i = 0; i < team->person_count; i++) {
        if (!is_person(run->memory, &team->people[i], text))
            continue;
        found = i;
        count++;
    }
    if (count == 1)
        return found;
    if (count == 0)
        say_nobody(run, text);
    else
        say("%zu people are called %s: %s; give the id or the email of one", count,
            gp_quoted(run->memory, text), list_people(run, text));
    return GP_NO_PERSON;
}

// The rung that --target names; false, and what to do is said, when there is none.
static bool find_target(const struct run *run, const char *text, size_t *rung) {
    *rung = GP_NO_RUNG;
    if (text == NULL)
        return true;
    if (gp_names_role(run->intake.names, text, rung) == GP_FOUND && *rung != GP_NO_RUNG)
        return true;
    say("there is no rung %s%s", gp_quoted(run->memory, text),
        gp_names_suggest_role(run->intake.names, text));
    return false;
}

// Measures everybody against `rung`. What the roster says of a manager's support is of the target
// somebody has without it: the one named there, or the one the ladder gives.
static void aim_at(struct run *run, size_t rung) {
    struct gp_team *team = &run->intake.team;
    struct gp_results results;
    if (rung == GP_NO_RUNG)
        return;
    gp_analyze_team(run->memory, &run->ladder, &run->policy, team, &results);
    for (size_t i = 0; i < team->person_count; i++) {
        team->people[i].target = rung;
        if (results.profiles[i].target != rung)
            team->people[i].supported = GP_UNKNOWN;
    }
}

static const struct gp_earning *find_earnings(const struct run *run, size_t person, size_t rung) {
    const struct gp_ladder *ladder = &run->ladder;
    const struct gp_answer *answers = gp_answers_of(&run->intake.team, person);
    struct gp_earning *earnings = gp_alloc(run->memory, ladder->activity_count, sizeof *earnings);
    for (size_t i = 0; i < ladder->activity_count; i++)
        gp_earn(ladder, &run->policy, &answers[i], rung, i, &earnings[i]);
    return earnings;
}

static void show_person(const struct run *run, const struct gp_results *results, size_t person,
                        struct gp_shown *shown) {
    const struct options *options = run->options;
    const struct gp_profile *profile = &results->profiles[person];
    const struct gp_answer *answers = gp_answers_of(&run->intake.team, person);
    *shown = (struct gp_shown){.person = person, .rung = profile->target};
    if (options->person != NULL) {
        struct gp_two_paths *paths = gp_alloc(run->memory, 1, sizeof *paths);
        gp_compare_paths(run->memory, &run->ladder, &run->intake.team.people[person], answers,
                         profile, paths);
        shown->paths = paths;
    }
    if (profile->target == GP_NO_RUNG)
        return;
    if (options->why)
        shown->earnings = find_earnings(run, person, profile->target);
    if (options->shortest) {
        struct gp_way *way = gp_alloc(run->memory, 1, sizeof *way);
        *way = gp_shortest_way(run->memory, &run->ladder, &run->policy, answers, profile->target,
                               &profile->readiness[profile->target]);
        shown->way = way;
    }
}

static struct gp_bytes render(const struct run *run, const struct gp_readiness_view *view) {
    const struct options *options = run->options;
    switch (options->format) {
    case FORMAT_TABLE:
        return gp_readiness_text(run->memory, view);
    case FORMAT_JSON:
        return gp_readiness_json(run->memory, view);
    case FORMAT_CSV:
        break;
    }
    if (options->why)
        return gp_readiness_why_csv(run->memory, view);
    return options->shortest ? gp_readiness_way_csv(run->memory, view)
                             : gp_readiness_rows_csv(run->memory, view);
}

// From what was read to what is printed.
static enum exit_code show(struct run *run) {
    const struct options *options = run->options;
    struct assumptions assumed = {0};
    size_t only = GP_NO_PERSON, rung = GP_NO_RUNG;
    if (options->person != NULL && (only = find_person(run, options->person)) == GP_NO_PERSON)
        return EXIT_USAGE;
    if (!find_target(run, options->target, &rung))
        return EXIT_USAGE;
    aim_at(run, rung);
    if (!assume(run, only, &assumed))
        return EXIT_USAGE;
    struct gp_results results;
    gp_analyze_team(run->memory, &run->ladder, &run->policy, &run->intake.team, &results);
    const struct gp_report report = run_report(run, &results);
    size_t first = only == GP_NO_PERSON ? 0 : only;
    size_t count = only == GP_NO_PERSON ? run->intake.team.person_count : 1;
    struct gp_shown *people = gp_alloc(run->memory, count, sizeof *people);
    for (size_t i = 0; i < count; i++)
        show_person(run, &results, first + i, &people[i]);
    const struct gp_readiness_view view = {.report = &report,
                                           .people = people,
                                           .count = count,
                                           .only = only == GP_NO_PERSON ? rung : GP_NO_RUNG,
                                           .whole = only != GP_NO_PERSON,
                                           .assumed = assumed.items,
                                           .assumed_count = assumed.count};
    struct gp_bytes bytes = render(run, &view);
    fwrite(bytes.data, 1, bytes.length, stdout);
    return run->left_out_count > 0 ? EXIT_INPUT : EXIT_DONE;
}

static const struct argp_option own_options[] = {
    {"person", 'P', "PERSON", 0, "One person alone, by name, id or email, with the whole ladder",
     0},
    {"target", 't', "RUNG", 0, "The rung to be ready for. Default: each person's own target", 0},
    {"why", 'w', 0, 0, "Show every figure the score for the target is made of, and every gate", 0},
    {"shortest", 's', 0, 0, "Show the fewest one-level raises that make ready for the target", 0},
    {"assume", 'a', "LIST", 0,
     "Take raises as made: \"Pricing and Packaging=4,Positioning=3/4\": skill, or "
     "skill/experience; with --person",
     0},
    {0},
};

static const struct argp_child children[] = {
    {&people_argp, 0, NULL, 0}, {&format_argp, 0, NULL, 0}, {&ladder_argp, 0, NULL, 0}, {0}};

static void check_together(const struct options *options, const struct argp_state *state) {
    if (options->assume != NULL && options->person == NULL)
        argp_error(state, "--assume is about one person; name them with --person");
    if (options->format == FORMAT_CSV && options->why && options->shortest)
        argp_error(state, "a CSV holds one table: choose --why or --shortest, or --format json");
}

static error_t parse_option(int key, char *argument, struct argp_state *state) {
    struct options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        return share_options(children, state);
    case 'P':
        if (argument[0] == '\0')
            argp_error(state, "\"%s\" is nobody; give a name, id or email", argument);
        options->person = argument;
        return 0;
    case 't':
        options->target = argument;
        return 0;
    case 'w':
        options->why = true;
        return 0;
    case 's':
        options->shortest = true;
        return 0;
    case 'a':
        if (argument[strspn(argument, " ,")] == '\0')
            argp_error(state, "--assume: nothing is assumed; write it as \"Pricing and "
                              "Packaging=4\"");
        options->assume = argument;
        return 0;
    case ARGP_KEY_SUCCESS:
        check_together(options, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum exit_code run_readiness(int argc, char **argv) {
    static const struct argp argp = {
        own_options,
        parse_option,
        "FILE...",
        "Shows how ready each person is for each rung: score, range, band, and the first gate that "
        "blocks. People stand by name and are never ranked."
        "\vExit: 0 done, 1 problems in the input (with --keep-going: somebody was left out), 2 "
        "wrong command line, 3 the system failed.",
        children,
        NULL,
        NULL};
    static char name[] = "growthplan readiness";
    struct options options = {.undone = "nothing was shown", .as_of = today()};
    return run_and_show(&argp, name, argc, argv, &options, show);
}
