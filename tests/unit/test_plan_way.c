// test_plan_way.c - the shortest way and the choice of paths as a plan shows them.
#include "analyze/analyze.h"
#include "analyze/detail.h"
#include "small_ladder.h"
#include "write/writers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "book_cells.h"

enum { PROMOTION = 5, STEPS = 11, TO_RATE = 7, DECIDING = 4 };

static char folder[] = "/tmp/test_plan_way.XXXXXX";

static int set_up(void **state) {
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state) {
    (void)state;
    return rmdir(folder);
}

// Ana, product manager, who works towards GPM; all of it may be changed before it is written.
struct world {
    struct small small;
    struct gp_person person;
    struct gp_answer answers[ACTIVITIES];
    gp_date answered_on;
    struct gp_team team;
    struct gp_results results;
    struct gp_raise steps[STEPS];
    size_t to_rate[TO_RATE], deciding[DECIDING];
    struct gp_detail detail;
    struct gp_way way;
    struct gp_two_paths paths;
    struct gp_origin origin;
    struct gp_report report;
};

// Eleven steps: the skill of all six, then the experience of five.
static void fill_way(struct world *world) {
    for (size_t i = 0; i < STEPS; i++)
        world->steps[i] = i < ACTIVITIES
                              ? (struct gp_raise){i, GP_SKILL, 2500, 4, 2}
                              : (struct gp_raise){i - ACTIVITIES, GP_EXPERIENCE, 1000, 3, 2};
    for (size_t i = 0; i < TO_RATE; i++)
        world->to_rate[i] = i % ACTIVITIES;
    for (size_t i = 0; i < DECIDING; i++)
        world->deciding[i] = HIRE - i;
    world->way = (struct gp_way){.found = true,
                                 .levels = 22,
                                 .steps = world->steps,
                                 .step_count = STEPS,
                                 .score = 901,
                                 .to_rate = world->to_rate};
    world->paths = (struct gp_two_paths){.rungs = {GPM, VP},
                                         .deciding = world->deciding,
                                         .deciding_count = DECIDING,
                                         .interest = {2500, 3000},
                                         .leaning = 1};
}

static void open_world(struct gp_memory *memory, struct world *world) {
    static const char *const titles[RUNGS] = {"Product Manager", "Group PM", "VP"};
    *world = (struct world){.person = small_person("Ana")};
    small_open(&world->small);
    for (size_t i = 0; i < RUNGS; i++)
        world->small.rungs[i].title = world->small.rungs[i].scope = titles[i];
    for (size_t i = 0; i < ACTIVITIES; i++) {
        struct gp_activity *activity = &world->small.activities[i];
        activity->owner = activity->description = activity->try_next = "";
    }
    small_expect(&world->small, PM, "222211");
    small_expect(&world->small, GPM, "333344");
    small_expect(&world->small, VP, "333355");
    small_answer(world->answers, "222221", NULL, NULL, "333345");
    world->person.rung = PM;
    world->team = (struct gp_team){.people = &world->person,
                                   .person_count = 1,
                                   .answers = world->answers,
                                   .answered_on = &world->answered_on,
                                   .activity_count = ACTIVITIES};
    gp_analyze_team(memory, &world->small.ladder, &world->small.policy, &world->team,
                    &world->results);
    world->detail = gp_find_detail(memory, &world->small.ladder, &world->small.policy,
                                   world->answers, PM, &world->results.profiles[0]);
    fill_way(world);
    world->origin.program = "growthplan";
    world->report = (struct gp_report){.ladder = &world->small.ladder,
                                       .policy = &world->small.policy,
                                       .team = &world->team,
                                       .results = &world->results,
                                       .detail = &world->detail,
                                       .way = &world->way,
                                       .paths = &world->paths,
                                       .origin = &world->origin,
                                       .as_of = {2026, 11, 23},
                                       .scratch = folder};
}

static struct cells promotion_of(struct gp_memory *memory, const struct world *world) {
    const char *path = gp_print(memory, "%s/plan.xlsx", folder), *why = "";
    char hash[GP_HASH_TEXT];
    assert_true(gp_write_plan_book(&world->report, 0, path, hash, &why));
    struct cells cells = cells_open(memory, path, PROMOTION);
    assert_int_equal(unlink(path), 0);
    return cells;
}

static const char section[] = "Shortest way to Group PM: as of this run; it does not follow edits";
static const char choice[] = "Two paths, Group PM or VP: as of this run; it does not follow edits";

// Ten of the eleven in two halves: one to five on the left, six to ten on the right.
static void test_first_ten_raises(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct world world;
    open_world(memory, &world);
    struct cells cells = promotion_of(memory, &world);
    int row = cells_row_of(&cells, section);
    assert_true(row > 0);
    assert_non_null(strstr(cells_at(&cells, gp_print(memory, "A%d", row + 1)),
                           "22 raises of one level: the fewest that bring the score to 0.850"));
    static const char *const rows[][7] = {
        {"The first 10 of 11 ratings to raise", NULL, "Raise", "Activity", NULL, NULL, "Raise"},
        {"Ask", NULL, "skill 2.5 to 4", "Coach", NULL, NULL, "skill 2.5 to 4"},
        {"Watch", NULL, "skill 2.5 to 4", "Ask", NULL, NULL, "experience 1 to 3"},
        {"Write", NULL, "skill 2.5 to 4", "Watch", NULL, NULL, "experience 1 to 3"},
        {"Draw", NULL, "skill 2.5 to 4", "Write", NULL, NULL, "experience 1 to 3"},
        {"Hire", NULL, "skill 2.5 to 4", "Draw", NULL, NULL, "experience 1 to 3"}};
    for (int i = 0; i < 6; i++)
        cells_are(&cells, row + 2 + i, rows[i], 7);
    // Of seven to be rated, six by name.
    world.way.to_rate_count = TO_RATE;
    cells = promotion_of(memory, &world);
    assert_string_equal(cells_at(&cells, gp_print(memory, "A%d", row + 2)),
                        "To be rated first, since a gate waits for it: Ask; Watch; Write; Draw; "
                        "Hire; Coach; and 1 more.");
    gp_memory_close(memory);
}

// An odd number of raises leaves the last half empty; none, a sentence alone.
static void test_few_raises(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct world world;
    open_world(memory, &world);
    world.way.step_count = 1;
    world.way.levels = 1;
    struct cells cells = promotion_of(memory, &world);
    int row = cells_row_of(&cells, section);
    static const char *const one[] = {"Ask", NULL, "skill 2.5 to 4", "", NULL, NULL, ""};
    cells_are(&cells, row + 3, one, 7);
    assert_non_null(strstr(cells_at(&cells, gp_print(memory, "A%d", row + 1)), "1 raise of one"));
    world.way.step_count = world.way.levels = 0;
    cells = promotion_of(memory, &world);
    assert_string_equal(cells_at(&cells, gp_print(memory, "A%d", row + 1)),
                        "Nothing needs raising: every gate of skill passes.");
    assert_int_equal(cells_row_of(&cells, choice), row + 3);
    world.way.found = false;
    cells = promotion_of(memory, &world);
    assert_string_equal(cells_at(&cells, gp_print(memory, "A%d", row + 1)),
                        "Nothing the role expects is rated; rate first, then ask again.");
    gp_memory_close(memory);
}

// Hire: skill 2, interest 4, expected 4 and 5. Draw and Write: skill 2, interest 3, expected 3.
static void test_two_paths(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct world world;
    open_world(memory, &world);
    struct cells cells = promotion_of(memory, &world);
    int row = cells_row_of(&cells, choice);
    assert_true(row > 0);
    assert_string_equal(cells_at(&cells, gp_print(memory, "A%d", row + 1)),
                        "Interest points to VP. Interest in the work of each, on average: 2.5 in "
                        "that of Group PM (50 % product, 50 % people); 3 in that of VP (20 % "
                        "product, 80 % people).");
    static const char *const rows[][6] = {
        {"Decides it (3 of 4)", "You", "Interest", "Gap: Group PM", NULL, "Gap: VP"},
        {"Hire", "2", "4", "2", NULL, "3"},
        {"Draw", "2", "3", "1", NULL, "1"},
        {"Write", "2", "3", "1", NULL, "1"}};
    for (int i = 0; i < 4; i++)
        cells_are(&cells, row + 2 + i, rows[i], 6);
    world.paths.deciding_count = 0;
    cells = promotion_of(memory, &world);
    assert_string_equal(cells_at(&cells, gp_print(memory, "A%d", row + 2)),
                        "By the skills that are rated the two are equally far away.");
    gp_memory_close(memory);
}

static void test_left_out(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct world world;
    open_world(memory, &world);
    world.paths.rungs[0] = world.paths.rungs[1] = GP_NO_RUNG; // there is no choice
    struct cells cells = promotion_of(memory, &world);
    assert_true(cells_row_of(&cells, section) > 0);
    assert_null(strstr(cells.texts, "Two paths"));
    world.report.way = NULL;
    world.report.paths = NULL;
    cells = promotion_of(memory, &world);
    assert_null(strstr(cells.texts, "Shortest way"));
    assert_true(cells_row_of(&cells, "Steps: how to ask") > 0);
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_ten_raises),
        cmocka_unit_test(test_few_raises),
        cmocka_unit_test(test_two_paths),
        cmocka_unit_test(test_left_out),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
