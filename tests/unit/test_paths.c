// test_paths.c - the product path beside the people path: which rungs, what decides, and interest.
#include "analyze/paths.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

// The small ladder with its vp made a rung of the product path: pm -> lead, pm -> gpm.
enum { LEAD = VP };

struct world {
    struct small small;
    struct gp_memory *memory;
    struct gp_answer answers[ACTIVITIES];
    gp_level_milli skill[ACTIVITIES];
    struct gp_person person;
    struct gp_profile profile;
};

static void open_world(struct world *world, const char *skill, const char *interest) {
    small_open(&world->small);
    world->memory = gp_memory_open();
    world->small.rungs[LEAD].path = GP_PATH_PRODUCT;
    world->small.rungs[LEAD].rank = 2;
    world->small.rungs[LEAD].from = world->small.from_pm;
    small_expect(&world->small, LEAD, "444000");
    small_expect(&world->small, GPM, "222244");
    small_answer(world->answers, skill, NULL, NULL, interest);
    for (size_t i = 0; i < ACTIVITIES; i++)
        world->skill[i] = gp_rated(world->answers[i].axis[GP_SKILL])
                              ? 1000 * world->answers[i].axis[GP_SKILL]
                              : GP_NO_LEVEL;
    world->person = small_person("Pat");
    world->person.rung = PM;
    world->profile = (struct gp_profile){.target = GPM, .skill = world->skill};
}

static struct gp_two_paths compare(struct world *world) {
    struct gp_two_paths paths;
    gp_compare_paths(world->memory, &world->small.ladder, &world->person, world->answers,
                     &world->profile, &paths);
    return paths;
}

static void test_rungs_of_the_choice(void **state) {
    (void)state;
    static const struct {
        const char *name;
        size_t held, target;
        bool lead_to_gpm; // whether one comes to gpm from the product path too
        size_t product, people;
    } rows[] = {
        {"from below both", PM, GPM, false, LEAD, GPM},
        {"outside, towards the entry", GP_NO_RUNG, PM, false, LEAD, GPM},
        {"outside, towards nothing", GP_NO_RUNG, GP_NO_RUNG, false, GP_NO_RUNG, GP_NO_RUNG},
        {"on the product path, no way over", LEAD, LEAD, false, GP_NO_RUNG, GP_NO_RUNG},
        {"on the product path, a way over", LEAD, GPM, true, LEAD, GPM},
        {"on the people path", GPM, GPM, true, GP_NO_RUNG, GP_NO_RUNG},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, "333333", "333333");
        size_t from[2] = {PM, LEAD};
        world.person.rung = rows[i].held;
        world.profile.target = rows[i].target;
        if (rows[i].lead_to_gpm) {
            world.small.rungs[GPM].from = from;
            world.small.rungs[GPM].from_count = 2;
        }
        struct gp_two_paths paths = compare(&world);
        if (paths.rungs[0] != rows[i].product || paths.rungs[1] != rows[i].people)
            fail_msg("%s: %zu and %zu", rows[i].name, paths.rungs[0], paths.rungs[1]);
        gp_memory_close(world.memory);
    }
}

// Gaps to lead 1 1 1 0 0 0, to gpm 0 0 0 0 1 1; Draw has none to either, so it decides nothing.
static void test_what_decides(void **state) {
    (void)state;
    static const size_t expected[] = {HIRE, ASK, WATCH, WRITE, COACH};
    struct world world;
    open_world(&world, "333333", "333333");
    world.small.activities[HIRE].weight = 3;
    struct gp_two_paths paths = compare(&world);
    assert_int_equal(paths.deciding_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(paths.deciding[i], expected[i]);
    gp_memory_close(world.memory);

    open_world(&world, "3.333.", "333333");
    paths = compare(&world);
    assert_int_equal(paths.deciding_count, 3); // what is not rated decides nothing
    gp_memory_close(world.memory);
}

// Hats of lead 20/80, of gpm 50/50. Lead expects nothing of Draw, Hire and Coach: its product side
// is Ask, Watch, Write, (5 + 4 + 3) / 3 = 4, and it has no people side. Of gpm the product side is
// (5 + 4 + 3 + 2) / 4 = 3.5, the people side (3 x 1 + 0) / 4 = 0.75, together 2.125.
static void test_where_interest_points(void **state) {
    (void)state;
    struct world world;
    open_world(&world, "333333", "543210");
    world.small.activities[HIRE].weight = 3;
    struct gp_two_paths paths = compare(&world);
    assert_int_equal(paths.interest[0], 4000);
    assert_int_equal(paths.interest[1], 2125);
    assert_int_equal(paths.leaning, 0);
    gp_memory_close(world.memory);

    open_world(&world, "333333", "000555");
    assert_int_equal(compare(&world).leaning, 1);
    gp_memory_close(world.memory);

    open_world(&world, "333333", "333333");
    assert_int_equal(compare(&world).leaning, GP_NO_LEANING);
    gp_memory_close(world.memory);

    open_world(&world, "333333", "...555");
    paths = compare(&world);
    assert_int_equal(paths.interest[0], GP_NO_LEVEL);
    assert_int_equal(paths.leaning, GP_NO_LEANING);
    gp_memory_close(world.memory);
}

// Both sides by the hats of lead: product (5 + 5) / 2 = 5, people (1 + 2) / 2 = 1.5;
// (20 x 5 + 80 x 1.5) / 100 = 2.2. What is not rated is left out, not counted 0.
static void test_interest_goes_by_the_hats(void **state) {
    (void)state;
    struct world world;
    open_world(&world, "333333", "55..12");
    small_expect(&world.small, LEAD, "444444");
    assert_int_equal(compare(&world).interest[0], 2200);
    gp_memory_close(world.memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rungs_of_the_choice),
        cmocka_unit_test(test_what_decides),
        cmocka_unit_test(test_where_interest_points),
        cmocka_unit_test(test_interest_goes_by_the_hats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
