// answers_world.h - a small ladder and what answers are read into, for the tests of the readers.
#ifndef TESTS_ANSWERS_WORLD_H
#define TESTS_ANSWERS_WORLD_H

#include "base/text.h"
#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { DISCOVERY, PRICING, HIRING, ACTIVITY_COUNT };
enum { RULE_COUNT = 9, LEVEL_COUNT = 6, SPELLING_COUNT = 8, MOST_FILES = 4 };

struct world {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_ladder ladder;
    struct gp_policy policy;
    struct gp_intake intake;
    struct gp_rule rules[RULE_COUNT];
    struct gp_activity activities[ACTIVITY_COUNT];
    size_t file_count;
    bool good; // what the last reader returned
    const char **left_out;
    size_t left_out_count;
};

static struct gp_level levels[LEVEL_COUNT] = {{0, "None"}, {1, "Basic"}, {2, "2"},
                                              {3, "Good"}, {4, "4"},     {5, "Excellent"}};
static struct gp_spelling spellings[SPELLING_COUNT] = {{"none", 0},
                                                       {"basic", 1},
                                                       {"good", 3},
                                                       {"excellent", 5},
                                                       {"na", GP_NOT_APPLICABLE},
                                                       {"notapplicable", GP_NOT_APPLICABLE},
                                                       {"dontknow", GP_DONT_KNOW},
                                                       {"unsure", GP_DONT_KNOW}};
static struct gp_rung rungs[] = {{.id = "pm", .title = "Product Manager", .rank = 1}};

static const struct {
    enum gp_rule_kind kind;
    const char *text, *target;
} the_rules[RULE_COUNT] = {
    {GP_RULE_FIELD, "time ?stamp", "date"},
    {GP_RULE_FIELD, "who are you\\?", "person"},
    {GP_RULE_AXIS, "(your )?proficiency|how good.*", "skill"},
    {GP_RULE_AXIS, "how keen.*", "interest"},
    {GP_RULE_ACTIVITY, "find(ing)? problems", "Problem Discovery"},
    {GP_RULE_ACTIVITY, "price.*", "Pricing"},
    {GP_RULE_ACTIVITY, "(a+)+[bd]", "Pricing"}, // costly on many a with neither behind
    {GP_RULE_LEVEL, "(y+)+[bd]", "5"},          // likewise
    {GP_RULE_IGNORE, "comments?|points - .*", ""},
};

static inline void make_ladder(struct world *world, const char *const names[ACTIVITY_COUNT]) {
    for (size_t i = 0; i < ACTIVITY_COUNT; i++)
        world->activities[i] = (struct gp_activity){
            .name = names[i], .key = gp_text_key(world->memory, names[i]), .weight = 1};
    for (size_t i = 0; i < RULE_COUNT; i++) {
        const char *fault = NULL;
        size_t fault_at = 0;
        struct gp_pattern *pattern =
            gp_pattern_compile(world->memory, the_rules[i].text, &fault, &fault_at);
        assert_non_null(pattern);
        world->rules[i] = (struct gp_rule){.kind = the_rules[i].kind,
                                           .text = the_rules[i].text,
                                           .pattern = pattern,
                                           .target = the_rules[i].target};
    }
    world->ladder = (struct gp_ladder){.name = "small",
                                       .activities = world->activities,
                                       .activity_count = ACTIVITY_COUNT,
                                       .rungs = rungs,
                                       .rung_count = 1,
                                       .rules = world->rules,
                                       .rule_count = RULE_COUNT};
    for (size_t i = 0; i < GP_AXIS_COUNT; i++)
        world->ladder.scales[i] = (struct gp_scale){.highest = 5,
                                                    .levels = levels,
                                                    .level_count = LEVEL_COUNT,
                                                    .spellings = spellings,
                                                    .spelling_count = SPELLING_COUNT};
}

static inline void open_with(struct world *world, const char *const names[ACTIVITY_COUNT]) {
    *world = (struct world){.memory = gp_memory_open()};
    world->messages.memory = world->memory;
    make_ladder(world, names);
    gp_intake_open(&world->intake, world->memory, &world->ladder,
                   gp_names_new(world->memory, &world->ladder), &world->policy, &world->messages);
}

static inline void open_world(struct world *world) {
    static const char *const names[] = {"Problem Discovery", "Pricing", "Hiring"};
    open_with(world, names);
}

static inline void close_world(struct world *world) {
    gp_memory_close(world->memory);
}

// Files are called a.csv, b.csv and so on, in the order they are read.
static inline void read_answers(struct world *world, const char *text) {
    struct gp_source source = {
        .name = gp_print(world->memory, "%c.csv", (char)('a' + (int)world->file_count++)),
        .bytes = {text, strlen(text)}};
    world->good = gp_read_answers(&world->intake, &source);
}

static inline void read_roster(struct world *world, const char *text) {
    struct gp_source source = {.name = "roster.csv", .bytes = {text, strlen(text)}};
    world->good = gp_read_roster(&world->intake, &source);
}

static inline void settle(struct world *world, bool keep_going) {
    gp_intake_settle(&world->intake, keep_going, &world->left_out, &world->left_out_count);
}

// All messages, a line each, "E" for errors, "P" for those of a person, "W" for warnings.
static inline const char *told(const struct world *world) {
    const char *text = "";
    for (size_t i = 0; i < world->messages.count; i++) {
        const struct gp_message *message = &world->messages.items[i];
        text = gp_print(world->memory, "%s%c %s%s\n", text, "EPW"[message->severity],
                        gp_at_text(world->memory, message->at), message -> text);
    }
    return text;
}

static inline const char *rating_text(struct gp_memory *memory, gp_rating rating) {
    switch (rating) {
    case GP_BLANK:
        return "_";
    case GP_NOT_APPLICABLE:
        return "n";
    case GP_DONT_KNOW:
        return "d";
    case GP_ABSENT:
        return ".";
    default:
        return gp_print(memory, "%d", rating);
    }
}

// An answer as skill, experience, interest and the manager's skill, and what was noted: "3_n.=hm".
static inline const char *answer_text(struct gp_memory *memory, const struct gp_answer *answer,
                                      const char *note) {
    const char *text = "";
    for (size_t i = 0; i < GP_AXIS_COUNT; i++)
        text = gp_print(memory, "%s%s", text, rating_text(memory, answer->axis[i]));
    return gp_print(memory, "%s%s%s%s", text, rating_text(memory, answer->manager_skill),
                    note != NULL && note[0] != '\0' ? "=" : "", note != NULL ? note : "");
}

// `notes` may be NULL.
static inline const char *answers_text(struct gp_memory *memory, const struct gp_answer *answers,
                                       const char *const *notes) {
    const char *texts[3];
    for (size_t i = 0; i < 3; i++)
        texts[i] = answer_text(memory, &answers[i], notes != NULL ? notes[i] : NULL);
    return gp_print(memory, "%s %s %s", texts[0], texts[1], texts[2]);
}

// The latest answers of a person.
static inline const char *latest_text(const struct world *world, size_t person) {
    const struct gp_team *team = &world->intake.team;
    const char *notes[3];
    for (size_t i = 0; i < 3; i++)
        notes[i] = gp_note_of(team, person, i);
    return answers_text(world->memory, gp_answers_of(team, person), notes);
}

// The team: "name id email: latest answers date", then "  date answers" of each assessment.
static inline const char *team_text(const struct world *world) {
    struct gp_memory *memory = world->memory;
    const struct gp_team *team = &world->intake.team;
    const char *text = "";
    size_t next = 0;
    for (size_t i = 0; i < team->person_count; i++) {
        const struct gp_person *person = &team->people[i];
        text = gp_print(memory, "%s%s|%s|%s%s%s: %s %s\n", text, person->name, person->id,
                        person->email, person->answered ? "" : " silent",
                        person->left_out ? " left out" : "", latest_text(world, i),
                        gp_date_text(memory, team->answered_on[i]));
        for (; next < team->assessment_count && team->assessments[next].person == i; next++)
            text = gp_print(memory, "%s  %s %s\n", text,
                            gp_date_text(memory, team->assessments[next].date),
                            answers_text(memory, team->assessments[next].answers,
                                         team->assessments[next].notes));
    }
    assert_int_equal(next, team->assessment_count);
    return text;
}

static inline void expect_team(struct world *world, const char *expected) {
    settle(world, false);
    assert_string_equal(told(world), "");
    assert_true(world->good);
    assert_string_equal(team_text(world), expected);
}
#endif
