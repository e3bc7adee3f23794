// test_ladder_tables.c - the small ladder as tables, by hand, and what holds of any two rungs.
#include "write/ladder_tables.h"

#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct world {
    struct small small;
    struct gp_level levels[6];
    struct gp_memory *memory;
};

static int open_world(void **state) {
    static const struct gp_level levels[6] = {{0, "None"}, {1, "Basic"},     {2, "Working"},
                                              {3, "Good"}, {4, "Very good"}, {5, "Excellent"}};
    struct gp_memory *memory = gp_memory_open();
    struct world *world = gp_alloc(memory, 1, sizeof *world);
    struct small *small = &world->small;
    small_open(small);
    memcpy(world->levels, levels, sizeof levels);
    small->ladder.scales[GP_SKILL].levels = world->levels;
    small->ladder.scales[GP_SKILL].level_count = 6;
    for (size_t i = 0; i < ACTIVITIES; i++)
        small->activities[i].description = "";
    small->activities[ASK].description = "Ask, then listen.";
    small->activities[COACH].weight = 3;
    small->rungs[PM].title = "Product Manager";
    small->rungs[PM].scope = "One product";
    small->rungs[GPM].title = "Group PM";
    small->rungs[VP].title = "VP";
    small_expect(small, PM, "332100");
    small_must_have(small, PM, ASK);
    small_must_have(small, PM, WATCH);
    small_expect(small, GPM, "431211");
    small_must_have(small, GPM, WATCH);
    small_must_have(small, GPM, HIRE);
    small_expect(small, VP, "000055");
    world->memory = memory;
    *state = world;
    return 0;
}

static int close_world(void **state) {
    struct world *world = *state;
    gp_memory_close(world->memory);
    return 0;
}

static void test_rungs(void **state) {
    const struct world *world = *state;
    static const size_t rungs[] = {PM, GPM};
    struct gp_grid *grid = gp_ladder_rungs_grid(world->memory, &world->small.ladder, rungs, 2);
    assert_string_equal(gp_grid_as_text(grid).data,
                        "Rung  Title            Path    Rank  From  Hats   Years  Products  "
                        "Must-haves\n"
                        "----  ---------------  ------  ----  ----  -----  -----  --------  "
                        "----------\n"
                        "pm    Product Manager  entry      1  -     90/10      0         0  "
                        "         2\n"
                        "gpm   Group PM         people     2  pm    50/50      3         2  "
                        "         2\n");
    assert_string_equal(gp_grid_as_csv(grid).data,
                        "rung,title,path,rank,from,product_hat,people_hat,min_years,min_products,"
                        "activities,must_haves,scope\n"
                        "pm,Product Manager,entry,1,,90,10,0,0,4,2,One product\n"
                        "gpm,Group PM,people,2,pm,50,50,3,2,6,2,\n");
}

static void test_from(void **state) {
    struct world *world = *state;
    static size_t both[] = {PM, GPM};
    world->small.rungs[VP].from = both;
    world->small.rungs[VP].from_count = 2;
    assert_string_equal(gp_ladder_from(world->memory, &world->small.ladder, VP, ", "), "pm, gpm");
    assert_string_equal(gp_ladder_from(world->memory, &world->small.ladder, PM, ", "), "");
}

static void test_facets(void **state) {
    const struct world *world = *state;
    struct gp_grid *grid = gp_ladder_facets_grid(world->memory, &world->small.ladder);
    assert_string_equal(gp_grid_as_csv(grid).data, "facet,side,activities,weight\n"
                                                   "FIND,product,2,2\n"
                                                   "MAKE,product,2,2\n"
                                                   "LEAD,people,2,4\n");
}

// What is not expected is left out.
static void test_expectations(void **state) {
    const struct world *world = *state;
    struct gp_grid *grid = gp_ladder_expectations_grid(world->memory, &world->small.ladder, PM);
    assert_string_equal(gp_grid_as_text(grid).data,
                        "Facet  Activity  Level  Label    Must-have  Weight\n"
                        "-----  --------  -----  -------  ---------  ------\n"
                        "FIND   Ask           3  Good     must-have       1\n"
                        "FIND   Watch         3  Good     must-have       1\n"
                        "MAKE   Write         2  Working                  1\n"
                        "MAKE   Draw          1  Basic                    1\n");
    assert_string_equal(gp_grid_as_csv(grid).data,
                        "rung,facet,activity,level,label,must_have,weight,description\n"
                        "pm,FIND,Ask,3,Good,yes,1,\"Ask, then listen.\"\n"
                        "pm,FIND,Watch,3,Good,yes,1,\n"
                        "pm,MAKE,Write,2,Working,no,1,\n"
                        "pm,MAKE,Draw,1,Basic,no,1,\n");
}

static void test_step(void **state) {
    const struct world *world = *state;
    const struct gp_step step = {PM, GPM};
    assert_string_equal(
        gp_grid_as_text(gp_ladder_facts_grid(world->memory, &world->small.ladder, step)).data,
        "Differs             pm     gpm\n"
        "------------------  -----  ------\n"
        "Path                entry  people\n"
        "Hats                90/10  50/50\n"
        "Years in product    0      3\n"
        "Products worked on  0      2\n");
    // Watch is a must-have at level 3 for both: no change.
    assert_string_equal(
        gp_grid_as_text(gp_ladder_changes_grid(world->memory, &world->small.ladder, step)).data,
        "Facet  Activity  pm  gpm  Change  Must-have\n"
        "-----  --------  --  ---  ------  ---------\n"
        "FIND   Ask        3    4      +1  no longer\n"
        "MAKE   Write      2    1      -1\n"
        "MAKE   Draw       1    2      +1\n"
        "LEAD   Hire       0    1      +1  becomes\n"
        "LEAD   Coach      0    1      +1\n");
    struct gp_step_totals totals = gp_ladder_step_totals(world->memory, &world->small.ladder, step);
    assert_int_equal(totals.facts, 4);
    assert_int_equal(totals.activities, 5);
    assert_int_equal(totals.more, 4);
    assert_int_equal(totals.less, 1);
    assert_int_equal(totals.levels_more, 4);
    assert_int_equal(totals.levels_less, 1);
    assert_int_equal(totals.must_haves_new, 1);
    assert_int_equal(totals.must_haves_no_longer, 1);
}

// A must-have alone that changes is a change.
static void test_must_have_alone(void **state) {
    struct world *world = *state;
    small_expect(&world->small, GPM, "332100");
    struct gp_grid *grid =
        gp_ladder_changes_grid(world->memory, &world->small.ladder, (struct gp_step){GPM, PM});
    assert_string_equal(gp_grid_as_csv(grid).data,
                        "facet,activity,level_from,level_to,change,must_have_from,must_have_to\n"
                        "FIND,Ask,3,3,0,no,yes\n"
                        "LEAD,Hire,0,0,0,yes,no\n");
}

// There and back again: what one way adds, the other takes away; and a rung is the same as itself.
static void test_reversed(void **state) {
    const struct world *world = *state;
    const struct gp_ladder *ladder = &world->small.ladder;
    for (size_t from = 0; from < RUNGS; from++)
        for (size_t to = 0; to < RUNGS; to++) {
            struct gp_step_totals there =
                gp_ladder_step_totals(world->memory, ladder, (struct gp_step){from, to});
            struct gp_step_totals back =
                gp_ladder_step_totals(world->memory, ladder, (struct gp_step){to, from});
            assert_int_equal(there.facts, back.facts);
            assert_int_equal(there.activities, back.activities);
            assert_int_equal(there.more, back.less);
            assert_int_equal(there.levels_more, back.levels_less);
            assert_int_equal(there.must_haves_new, back.must_haves_no_longer);
            if (from == to)
                assert_int_equal(there.facts + there.activities, 0);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rungs, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_from, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_facets, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_expectations, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_step, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_must_have_alone, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_reversed, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
