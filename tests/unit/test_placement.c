// Where somebody from outside the ladder enters it: analyze/placement.h. What is asked of people on
// the ladder, and where they are placed, stands in test_gates.c.
#include "analyze/placement.h"

#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { NO_ENTRY = RUNGS };

// All three rungs are entries; backgrounds 0 and 1 enter at VP and PM.
struct world {
    struct small small;
    struct gp_background backgrounds[2];
    struct gp_readiness readiness[RUNGS];
};

static void open_world(struct world *world, const int scores[RUNGS]) {
    *world = (struct world){
        .backgrounds = {{.name = "Sales", .entry = VP}, {.name = "Software", .entry = PM}}};
    small_open(&world->small);
    world->small.ladder.backgrounds = world->backgrounds;
    world->small.ladder.background_count = 2;
    for (size_t i = 0; i < RUNGS; i++) {
        world->small.rungs[i].path = GP_PATH_ENTRY;
        world->readiness[i].score = scores[i] < 0 ? GP_NO_SHARE : (gp_permille)scores[i];
    }
}

static size_t target_of(const struct world *world, size_t came_from) {
    struct gp_person person = small_person("Ana");
    person.came_from = came_from;
    return gp_target_of(&world->small.ladder, &person, world->readiness);
}

static void test_entries(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int scores[RUNGS]; // -1: nothing rated
        size_t came_from, target;
    } rows[] = {
        {"nothing rated", {-1, -1, -1}, 0, VP},
        {"nothing rated, no background", {-1, -1, -1}, GP_NO_BACKGROUND, PM},
        {"the usual one ties with the first", {700, 500, 700}, 0, VP},
        {"the usual one ties with none", {700, 700, 600}, 0, PM},
        {"the usual one is the first", {700, 700, 700}, 1, PM},
        {"no background", {700, 700, 700}, GP_NO_BACKGROUND, PM},
        {"the score outdoes the background", {700, 701, 700}, 0, GPM},
        {"0 is a score", {-1, 0, -1}, 0, GPM},
        {"0 ties with 0", {0, 0, 0}, 0, VP},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, rows[i].scores);
        size_t target = target_of(&world, rows[i].came_from);
        if (target != rows[i].target)
            fail_msg("%s: %zu", rows[i].name, target);
    }
}

// Of a tie the usual entry if it is in it, else the first: over all scores of -1, 0 and 1, all
// choices of entries, and all backgrounds.
static void test_all_ties(void **state) {
    (void)state;
    enum { SCORES = 3, ALL_SCORES = SCORES * SCORES * SCORES, ALL_PATHS = 1 << RUNGS };
    for (int run = 0; run < ALL_SCORES * ALL_PATHS * 3; run++) {
        int digits = run / ALL_PATHS / 3, paths = run / 3 % ALL_PATHS, background = run % 3;
        const int scores[RUNGS] = {digits % 3 - 1, digits / 3 % 3 - 1, digits / 9 - 1};
        struct world world;
        open_world(&world, scores);
        int highest = -2;
        size_t expected = GP_NO_RUNG;
        for (size_t i = 0; i < RUNGS; i++)
            if ((paths & 1 << i) == 0)
                world.small.rungs[i].path = GP_PATH_PEOPLE;
            else if (scores[i] > highest)
                highest = scores[i];
        for (size_t i = RUNGS; i-- > 0;)
            if (world.small.rungs[i].path == GP_PATH_ENTRY && scores[i] == highest)
                expected = i;
        size_t came_from = background < 2 ? (size_t)background : GP_NO_BACKGROUND;
        size_t usual = background < 2 ? world.backgrounds[background].entry : NO_ENTRY;
        if (usual != NO_ENTRY && world.small.rungs[usual].path == GP_PATH_ENTRY &&
            scores[usual] == highest)
            expected = usual;
        if (target_of(&world, came_from) != expected)
            fail_msg("scores %d %d %d, entries %d, background %d: not %zu", scores[0], scores[1],
                     scores[2], paths, background, expected);
    }
}

// A background is for those outside: on the ladder, or with a target, it says nothing.
static void test_others(void **state) {
    (void)state;
    static const int scores[RUNGS] = {-1, -1, -1};
    struct world world;
    open_world(&world, scores);
    struct gp_person person = small_person("Ana");
    person.came_from = 0; // usually enters at VP
    person.rung = PM;
    assert_int_equal(gp_target_of(&world.small.ladder, &person, world.readiness), GPM);
    person.rung = GP_NO_RUNG;
    person.target = PM;
    assert_int_equal(gp_target_of(&world.small.ladder, &person, world.readiness), PM);
    // A ladder without backgrounds has nothing to say either.
    person.target = GP_NO_RUNG;
    world.small.ladder.background_count = 0;
    assert_int_equal(gp_target_of(&world.small.ladder, &person, world.readiness), PM);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entries),
        cmocka_unit_test(test_all_ties),
        cmocka_unit_test(test_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
