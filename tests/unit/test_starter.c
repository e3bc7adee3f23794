// test_starter.c - the first roster by hand, and that the first answers fit any ladder's scales.
#include "write/starter.h"

#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LEVELS = 10, MANY = 60 };

struct world {
    struct small small;
    struct gp_level levels[LEVELS];
    struct gp_spelling not_applicable;
    struct gp_memory *memory;
};

static void set_scale(struct world *world, enum gp_axis axis, size_t first, size_t count) {
    world->small.ladder.scales[axis] =
        (struct gp_scale){.lowest = world->levels[first].value,
                          .highest = world->levels[first + count - 1].value,
                          .levels = &world->levels[first],
                          .level_count = count,
                          .spellings = &world->not_applicable,
                          .spelling_count = 1};
}

static int open_world(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct world *world = gp_alloc(memory, 1, sizeof *world);
    small_open(&world->small);
    world->small.rungs[PM].title = "Product Manager";
    world->small.rungs[GPM].title = "Group PM";
    world->small.rungs[VP].title = "VP, Product";
    for (size_t i = 0; i < LEVELS; i++)
        world->levels[i] = (struct gp_level){(gp_rating)i, "level"};
    world->not_applicable = (struct gp_spelling){"na", GP_NOT_APPLICABLE};
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        set_scale(world, (enum gp_axis)axis, 0, 6);
    small_expect(&world->small, PM, "333110");
    small_expect(&world->small, GPM, "444220");
    small_expect(&world->small, VP, "333333");
    world->memory = memory;
    *state = world;
    return 0;
}

static int close_world(void **state) {
    struct world *world = *state;
    gp_memory_close(world->memory);
    return 0;
}

static const char header[] = "name,email,role,target,manager,product_years,products,background,"
                             "mentor_hours,mentor_willing,supported\n";

// pm leads to gpm, gpm to vp: two rungs further is the top, with nothing to aim at.
static void test_roster(void **state) {
    const struct world *world = *state;
    const char *wanted =
        gp_print(world->memory,
                 "%s"
                 "Alex Example,alex@example.com,Product Manager,Group PM,Sam Sample,2,1,,,,yes\n"
                 "Sam Sample,sam@example.com,\"VP, Product\",,,10,3,,2,yes,\n"
                 "Robin Muster,robin@example.com,outside,Product Manager,Sam Sample,0,0,"
                 "Software engineering,,,\n",
                 header);
    assert_string_equal(gp_starter_roster(world->memory, &world->small.ladder).data, wanted);
}

static void test_roster_of_one_rung(void **state) {
    struct world *world = *state;
    world->small.ladder.rung_count = 1;
    const char *wanted =
        gp_print(world->memory,
                 "%s"
                 "Alex Example,alex@example.com,Product Manager,,Sam Sample,2,1,,,,yes\n"
                 "Sam Sample,sam@example.com,Product Manager,,,2,1,,2,yes,\n"
                 "Robin Muster,robin@example.com,outside,Product Manager,Sam Sample,0,0,"
                 "Software engineering,,,\n",
                 header);
    assert_string_equal(gp_starter_roster(world->memory, &world->small.ladder).data, wanted);
}

// A ladder with enough activities for every kind of answer.
static void widen(struct world *world) {
    struct gp_ladder *ladder = &world->small.ladder;
    ladder->activities = gp_alloc(world->memory, MANY, sizeof *ladder->activities);
    ladder->expectations =
        gp_alloc(world->memory, (size_t)RUNGS * MANY, sizeof *ladder->expectations);
    ladder->activity_count = MANY;
    for (size_t i = 0; i < MANY; i++)
        ladder->activities[i].name = gp_print(world->memory, "Work %zu", i);
    const struct gp_scale *skill = &ladder->scales[GP_SKILL];
    for (size_t i = 0; i < (size_t)RUNGS * MANY; i++)
        ladder->expectations[i].level = skill->levels[i % skill->level_count].value;
}

struct tally {
    size_t rows, blank, not_applicable, rated;
    bool seen[LEVELS];
};

// Reads what was written back: three people, every activity, and ratings on the scales alone.
static struct tally read_answers(const struct world *world) {
    const struct gp_ladder *ladder = &world->small.ladder;
    struct tally tally = {0};
    const char *at = gp_starter_answers(world->memory, ladder).data;
    at = strchr(at, '\n') + 1;
    for (; *at != '\0'; at = strchr(at, '\n') + 1, tally.rows++) {
        const char *name = ladder->activities[tally.rows % ladder->activity_count].name;
        const char *cell = strchr(at, ',') + 1;
        assert_memory_equal(cell, name, strlen(name));
        cell += strlen(name);
        for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
            cell++;
            size_t length = strcspn(cell, ",\n");
            long value = strtol(cell, NULL, 10);
            if (length == 0) {
                tally.blank++;
            } else if (length == 3 && memcmp(cell, "N/A", 3) == 0) {
                tally.not_applicable++;
            } else {
                assert_in_range(value, ladder->scales[axis].lowest, ladder->scales[axis].highest);
                tally.seen[value] = true;
                tally.rated++;
            }
            cell += length;
        }
    }
    return tally;
}

static void test_answers(void **state) {
    struct world *world = *state;
    widen(world);
    struct tally tally = read_answers(world);
    assert_int_equal(tally.rows, 3 * MANY);
    assert_int_equal(tally.blank % 3 + tally.not_applicable % 3, 0);
    assert_true(tally.blank > 0 && tally.not_applicable > 0);
    assert_true(tally.rated > 3 * tally.rows * 8 / 10); // the gate of what must be answered
    for (size_t i = 0; i <= 5; i++)
        assert_true(tally.seen[i]);
    assert_string_equal(gp_starter_answers(world->memory, &world->small.ladder).data,
                        gp_starter_answers(world->memory, &world->small.ladder).data);
}

// Whatever the scales: from 1, of different lengths, of two levels.
static void test_other_scales(void **state) {
    static const size_t scales[][GP_AXIS_COUNT][2] = {
        {{1, 9}, {0, 2}, {3, 4}}, {{0, 2}, {0, 10}, {1, 3}}, {{8, 2}, {5, 5}, {0, 10}}};
    struct world *world = *state;
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
            set_scale(world, (enum gp_axis)axis, scales[i][axis][0], scales[i][axis][1]);
        widen(world);
        assert_int_equal(read_answers(world).rows, 3 * MANY);
    }
}

// "N/A" is written only where every scale reads it.
static void test_scales_without_not_applicable(void **state) {
    struct world *world = *state;
    widen(world);
    world->small.ladder.scales[GP_INTEREST].spelling_count = 0;
    struct tally tally = read_answers(world);
    assert_int_equal(tally.not_applicable, 0);
    assert_true(tally.blank > 0);
}

static void test_readme(void **state) {
    struct world *world = *state;
    const char *without = gp_starter_readme(world->memory, &world->small.ladder).data;
    assert_non_null(strstr(
        without, "\n  growthplan plan answers.csv --roster roster.csv --ladder ladder -o out\n"));
    assert_null(strstr(without, "backgrounds.csv"));
    world->small.ladder.background_count = 1;
    const char *with = gp_starter_readme(world->memory, &world->small.ladder).data;
    assert_non_null(strstr(with, "backgrounds.csv"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_roster, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_roster_of_one_rung, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_answers, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_other_scales, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_scales_without_not_applicable, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(test_readme, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
