// test_form.c - what a form asks about, and its CSV files, by hand.
#include "write/form.h"

#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct world {
    struct small small;
    struct gp_person people[2];
    struct gp_team team;
    struct gp_memory *memory;
    struct gp_form form;
};

// Core are Watch, Write and Coach. The manager is expected to do Ask, Watch and Coach.
static int open_world(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct world *world = gp_alloc(memory, 1, sizeof *world);
    small_open(&world->small);
    static const size_t core[] = {WATCH, WRITE, COACH};
    for (size_t i = 0; i < sizeof core / sizeof *core; i++)
        world->small.activities[core[i]].core = true;
    world->small.rungs[PM].title = "Product Manager";
    small_expect(&world->small, PM, "310001");
    world->people[0] =
        (struct gp_person){.name = "Ann, A. (7)", .key = "anna", .id = "7", .email = ""};
    world->people[1] =
        (struct gp_person){.name = "=Bo", .key = "bo", .id = "", .email = "bo@example.com"};
    world->team = (struct gp_team){.people = world->people, .person_count = 2};
    world->memory = memory;
    world->form.ladder = &world->small.ladder;
    *state = world;
    return 0;
}

static int close_world(void **state) {
    struct world *world = *state;
    gp_memory_close(world->memory);
    return 0;
}

static void asks_about(void **state) {
    static const struct {
        const char *name;
        bool core_only;
        size_t rung, count;
        size_t activities[ACTIVITIES];
        const char *title;
    } rows[] = {
        {"all", false, GP_NO_RUNG, 6, {ASK, WATCH, WRITE, DRAW, HIRE, COACH}, "Self-assessment"},
        {"core, of both sides",
         true,
         GP_NO_RUNG,
         3,
         {WATCH, WRITE, COACH},
         "Self-assessment: core activities"},
        {"a rung's", false, PM, 3, {ASK, WATCH, COACH}, "Self-assessment for Product Manager"},
        {"a rung's that are core",
         true,
         PM,
         2,
         {WATCH, COACH},
         "Self-assessment for Product Manager: core activities"},
        {"of a rung that expects nothing", false, VP, 0, {0}, NULL},
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_form *form = &world->form;
        gp_form_choose(world->memory, form, rows[i].core_only, rows[i].rung);
        if (form->activity_count != rows[i].count ||
            memcmp(form->activities, rows[i].activities, rows[i].count * sizeof(size_t)) != 0)
            fail_msg("%s: %zu", rows[i].name, form->activity_count);
        if (rows[i].title != NULL && strcmp(form->title, rows[i].title) != 0)
            fail_msg("%s: %s", rows[i].name, form->title);
    }
}

static void has_csv_for_anybody(void **state) {
    struct world *world = *state;
    gp_form_choose(world->memory, &world->form, true, PM);
    assert_string_equal(gp_form_csv(world->memory, &world->form).data,
                        "person,activity,skill,experience,interest,note\n"
                        ",Watch,,,,\n"
                        ",Coach,,,,\n");
}

// Of people who share a name, the id shown behind it is none of it. A name that a spreadsheet would
// run gets an apostrophe, which readers of names pass over.
static void has_csv_for_a_team(void **state) {
    struct world *world = *state;
    world->form.team = &world->team;
    gp_form_choose(world->memory, &world->form, true, PM);
    assert_string_equal(gp_form_csv(world->memory, &world->form).data,
                        "person,id,email,activity,skill,experience,interest,note\n"
                        "\"Ann, A.\",7,,Watch,,,,\n"
                        "\"Ann, A.\",7,,Coach,,,,\n"
                        "'=Bo,,bo@example.com,Watch,,,,\n"
                        "'=Bo,,bo@example.com,Coach,,,,\n");
}

static void marks_what_is_not_ascii(void **state) {
    struct world *world = *state;
    world->people[1].name = "Bö";
    world->team.people = &world->people[1];
    world->team.person_count = 1;
    world->form.team = &world->team;
    gp_form_choose(world->memory, &world->form, true, PM);
    struct gp_bytes bytes = gp_form_csv(world->memory, &world->form);
    static const char expected[] = "\xEF\xBB\xBF"
                                   "person,id,email,activity,skill,experience,interest,note\n"
                                   "Bö,,bo@example.com,Watch,,,,\n"
                                   "Bö,,bo@example.com,Coach,,,,\n";
    assert_int_equal(bytes.length, strlen(expected));
    assert_memory_equal(bytes.data, expected, bytes.length);
}

static void has_a_survey_header(void **state) {
    struct world *world = *state;
    world->small.activities[COACH].name = "Build, \"Buy\" [or Partner]";
    gp_form_choose(world->memory, &world->form, true, PM);
    assert_string_equal(gp_form_survey_csv(world->memory, &world->form).data,
                        "Date,Person,Email,"
                        "Skill [Watch],\"Skill [Build, \"\"Buy\"\" [or Partner]]\","
                        "Experience [Watch],\"Experience [Build, \"\"Buy\"\" [or Partner]]\","
                        "Interest [Watch],\"Interest [Build, \"\"Buy\"\" [or Partner]]\"\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(asks_about, open_world, close_world),
        cmocka_unit_test_setup_teardown(has_csv_for_anybody, open_world, close_world),
        cmocka_unit_test_setup_teardown(has_csv_for_a_team, open_world, close_world),
        cmocka_unit_test_setup_teardown(marks_what_is_not_ascii, open_world, close_world),
        cmocka_unit_test_setup_teardown(has_a_survey_header, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
