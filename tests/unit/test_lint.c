// test_lint.c - what a sound ladder is warned of, and that it is warned of nothing else.
#include "analyze/lint.h"

#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { RULES = 3 };

struct world {
    struct small small;
    struct gp_rule rules[RULES];
    struct gp_memory *memory;
    struct gp_messages messages;
};

// A ladder there is nothing to say of: every rung has a must-have and expects more than the last.
static int open_world(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct world *world = gp_alloc(memory, 1, sizeof *world);
    struct small *small = &world->small;
    small_open(small);
    for (size_t i = 0; i < ACTIVITIES; i++) {
        small->activities[i].description = "What it is.";
        small->activities[i].try_next = "How to begin.";
        small->activities[i].at = (struct gp_at){"activities.csv", (uint32_t)i + 2, 1};
    }
    small_expect(small, PM, "333110");
    small_expect(small, GPM, "444220");
    small_expect(small, VP, "333333"); // less of three, more of two
    for (size_t i = 0; i < RUNGS; i++) {
        small_must_have(small, i, ASK);
        small->rungs[i].at = (struct gp_at){"rungs.csv", (uint32_t)i + 2, 1};
    }
    static const struct gp_rule rules[RULES] = {
        {.kind = GP_RULE_ROLE, .text = "group pm", .target = "gpm", .at = {"aliases.csv", 2, 2}},
        {.kind = GP_RULE_ROLE, .text = "pm group", .target = "gpm", .at = {"aliases.csv", 3, 2}},
        {.kind = GP_RULE_FIELD, .text = "group pm", .target = "note", .at = {"aliases.csv", 4, 2}},
    };
    memcpy(world->rules, rules, sizeof rules);
    small->ladder.rules = world->rules;
    small->ladder.rule_count = RULES;
    world->memory = memory;
    world->messages.memory = memory;
    *state = world;
    return 0;
}

static int close_world(void **state) {
    struct world *world = *state;
    gp_memory_close(world->memory);
    return 0;
}

// The one warning of a ladder; "" when there is none.
static const char *warning(struct world *world) {
    world->messages.count = 0;
    gp_lint_ladder(&world->small.ladder, &world->messages);
    if (world->messages.count == 0)
        return "";
    if (world->messages.count > 1)
        fail_msg("also: %s", world->messages.items[1].text);
    const struct gp_message *message = &world->messages.items[0];
    assert_int_equal(message->severity, GP_WARNING);
    return gp_print(world->memory, "%s%s", gp_at_text(world->memory, message->at), message->text);
}

static void test_nothing_to_say(void **state) {
    assert_string_equal(warning(*state), "");
}

static void test_activities(void **state) {
    struct world *world = *state;
    world->small.activities[WATCH].description = "";
    assert_string_equal(warning(world), "activities.csv:3:1: activity \"Watch\" has no "
                                        "description; a line would tell what is meant");
    world->small.activities[WATCH].description = "What it is.";
    world->small.activities[COACH].try_next = "";
    assert_string_equal(warning(world), "activities.csv:7:1: activity \"Coach\" has no try_next; a "
                                        "line would tell how to begin");
}

static void test_activity_nobody_expects(void **state) {
    struct world *world = *state;
    small_expect(&world->small, VP, "333330");
    assert_string_equal(warning(world),
                        "activities.csv:7:1: no rung expects anything of activity \"Coach\"; give "
                        "it a level in expectations.csv, or take it out");
    small_expect(&world->small, VP, "333331");
    assert_string_equal(warning(world), "");
}

static void test_rung_without_must_haves(void **state) {
    struct world *world = *state;
    world->small.expectations[PM * ACTIVITIES + ASK].must_have = false;
    assert_string_equal(warning(world), "rungs.csv:2:1: rung pm has no must-haves; put ! behind "
                                        "the levels the role turns on, in expectations.csv");
}

static void test_rung_that_expects_nothing(void **state) {
    struct world *world = *state;
    small_expect(&world->small, GPM, "000000");
    assert_string_equal(warning(world),
                        "rungs.csv:3:1: rung gpm expects nothing; nobody can be ready for it; give "
                        "it levels in expectations.csv");
    small_expect(&world->small, GPM, "000000");
    small_expect(&world->small, PM, "000000"); // of two that say nothing, neither is a twin
    world->messages.count = 0;
    gp_lint_ladder(&world->small.ladder, &world->messages);
    assert_int_equal(world->messages.count, 2);
}

static void test_name_with_a_sign_of_assume(void **state) {
    struct world *world = *state;
    world->small.activities[WATCH].name = "Watch=see";
    assert_string_equal(warning(world),
                        "activities.csv:3:1: activity \"Watch=see\" has = in its name, which "
                        "--assume puts between a name and a level; take it out");
}

static void test_rungs_that_expect_the_same(void **state) {
    struct world *world = *state;
    small_expect(&world->small, GPM, "333110");
    assert_string_equal(warning(world), "rungs.csv:3:1: rung gpm expects just what rung pm does; "
                                        "let them differ, or keep one");
    small_must_have(&world->small, GPM, WATCH); // that is a difference
    assert_string_equal(warning(world), "");
}

static void test_rung_that_is_a_step_down(void **state) {
    struct world *world = *state;
    small_expect(&world->small, GPM, "332100"); // two less than pm, the rest the same
    assert_string_equal(warning(world),
                        "rungs.csv:3:1: rung gpm expects no more of any activity than rung pm, "
                        "which it comes from, and less of 2; raise what the step up asks for, in "
                        "expectations.csv");
    small_must_have(&world->small, GPM, WATCH); // more of one
    assert_string_equal(warning(world), "");
}

static void test_rules_that_never_count(void **state) {
    struct world *world = *state;
    world->rules[1].text = "group pm";
    assert_string_equal(warning(world), "aliases.csv:3:2: rule \"group pm\" never counts, as line "
                                        "2 has the same pattern; change it, or take it out");
    // Of headers, a rule with another target may count where the first has no use.
    world->rules[0].kind = world->rules[1].kind = GP_RULE_FIELD;
    assert_string_equal(warning(world), "aliases.csv:3:2: rule \"group pm\" never counts, as line "
                                        "2 has the same pattern; change it, or take it out");
    world->rules[1].target = "salary";
    assert_string_equal(warning(world), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing_to_say, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_activities, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_activity_nobody_expects, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_rung_without_must_haves, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_rung_that_expects_nothing, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_name_with_a_sign_of_assume, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_rungs_that_expect_the_same, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_rung_that_is_a_step_down, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_rules_that_never_count, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
