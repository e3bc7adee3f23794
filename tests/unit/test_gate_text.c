// test_gate_text.c - what is said of gates, and of how a target came about.
#include "analyze/analyze.h"
#include "model/words.h"
#include "small_ladder.h"
#include "write/gate_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

// One person, analyzed.
struct world {
    struct small small;
    struct gp_person person;
    struct gp_answer answers[ACTIVITIES];
    struct gp_team team;
    struct gp_results results;
};

static void open_world(struct world *world, const char *skill) {
    *world = (struct world){.person = small_person("Ana")};
    small_open(&world->small);
    for (size_t rung = 0; rung < RUNGS; rung++)
        small_expect(&world->small, rung, "333322");
    small_answer(world->answers, skill, NULL, NULL, NULL);
}

static void analyze(struct gp_memory *memory, struct world *world) {
    world->team = (struct gp_team){.people = &world->person,
                                   .person_count = 1,
                                   .answers = world->answers,
                                   .activity_count = ACTIVITIES};
    gp_analyze_team(memory, &world->small.ladder, &world->small.policy, &world->team,
                    &world->results);
}

static const struct gate_row {
    const char *name, *skill, *expected; // of GPM
    bool must_have;                      // the first activity
    int years_tenths, products;
    enum gp_known supported;
    bool is_target;
    const char *text;
} gate_rows[] = {
    {"failed is said alone", "111111", "333322", false, -1, -1, GP_UNKNOWN, true, "breadth"},
    {"not answered", "......", "333322", false, -1, -1, GP_UNKNOWN, true, "enough answered"},
    {"nothing is expected", "333322", "000000", false, -1, -1, GP_UNKNOWN, true,
     "enough answered (nothing is expected)"},
    {"must-have not rated", ".33322", "333322", true, -1, -1, GP_UNKNOWN, true,
     "must-haves (not rated)"},
    {"must-have short", "233322", "333322", true, -1, -1, GP_UNKNOWN, true, "must-haves"},
    {"years not known", "333322", "333322", false, -1, 2, GP_YES, true,
     "years in product (not known)"},
    {"too few years", "333322", "333322", false, 29, 2, GP_YES, true, "years in product"},
    {"products not known", "333322", "333322", false, 30, -1, GP_YES, true,
     "products worked on (not known)"},
    {"support not known", "333322", "333322", false, 30, 2, GP_UNKNOWN, true,
     "manager's support (not known)"},
    {"support refused", "333322", "333322", false, 30, 2, GP_NO, true, "manager's support"},
    {"support of another rung", "333322", "333322", false, 30, 2, GP_YES, false,
     "manager's support (asked of the target alone)"},
    {"role not known", "333322", "333322", false, 30, 2, GP_YES, true,
     "role exists here (not known)"},
};

static void test_first_gates(void **state) {
    for (size_t i = 0; i < sizeof gate_rows / sizeof *gate_rows; i++) {
        const struct gate_row *row = &gate_rows[i];
        struct world world;
        open_world(&world, row->skill);
        small_expect(&world.small, GPM, row->expected);
        if (row->must_have)
            small_must_have(&world.small, GPM, 0);
        world.person.rung = PM;
        world.person.target = row->is_target ? GPM : VP;
        world.person.product_years_tenths = row->years_tenths;
        world.person.products = row->products;
        world.person.supported = row->supported;
        analyze(*state, &world);
        const struct gp_report report = {.ladder = &world.small.ladder,
                                         .policy = &world.small.policy,
                                         .team = &world.team,
                                         .results = &world.results};
        const char *found = gp_first_gate_text(*state, &report, 0, GPM);
        if (strcmp(found, row->text) != 0)
            fail_msg("%s: %s", row->name, found);
    }
}

static void test_targets(void **state) {
    static const struct {
        const char *name, *skill;
        size_t rung, target, came_from;
        const char *text;
    } rows[] = {
        {"named", "333322", PM, GPM, GP_NO_BACKGROUND, ""},
        {"named, from outside", "......", GP_NO_RUNG, PM, GP_NO_BACKGROUND, ""},
        {"next", "333322", PM, GP_NO_RUNG, GP_NO_BACKGROUND, " (the next rung)"},
        {"at the top", "333322", VP, GP_NO_RUNG, GP_NO_BACKGROUND, " (the role held)"},
        {"nearest", "3.....", GP_NO_RUNG, GP_NO_RUNG, 0, " (the nearest entry)"},
        {"usual", "......", GP_NO_RUNG, GP_NO_RUNG, 0, " (the usual entry; nothing is rated)"},
        {"first", "......", GP_NO_RUNG, GP_NO_RUNG, GP_NO_BACKGROUND,
         " (the first entry; nothing is rated)"},
    };
    struct gp_background background = {.name = "Sales", .entry = PM};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, rows[i].skill);
        world.small.ladder.backgrounds = &background;
        world.small.ladder.background_count = 1;
        world.person.rung = rows[i].rung;
        world.person.target = rows[i].target;
        world.person.came_from = rows[i].came_from;
        analyze(*state, &world);
        const struct gp_profile *profile = &world.results.profiles[0];
        const char *found = gp_target_found(&world.person, profile);
        if (strcmp(found, rows[i].text) != 0)
            fail_msg("%s:%s", rows[i].name, found);
        size_t nearest = rows[i].rung == GP_NO_RUNG ? PM : GP_NO_RUNG;
        assert_int_equal(profile->nearest_entry, nearest);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_gates),
        cmocka_unit_test(test_targets),
    };
    return cmocka_run_group_tests(tests, open_memory, close_memory);
}
