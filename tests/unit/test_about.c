// test_about.c - the ladder as the About sheet tells it.
#include "write/about.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "book_cells.h"

enum { ACTIVITIES = 3, MOST_RUNGS = 64 };

static struct gp_facet facets[] = {{"DISCOVER", GP_PRODUCT_SIDE, 0, 2},
                                   {"LEAD", GP_PEOPLE_SIDE, 2, 1}};
static struct gp_activity activities[ACTIVITIES] = {
    {.name = "Interviews", .weight = 1}, {.name = "Roadmaps", .weight = 1}, {.name = "Hiring"}};
static struct gp_rung rungs[MOST_RUNGS] = {
    {.title = "Product Manager", .path = GP_PATH_ENTRY, .hats = {90, 10}},
    {.title = "Principal",
     .path = GP_PATH_PRODUCT,
     .hats = {80, 20},
     .min_years = 3,
     .min_products = 2},
    {.title = "Group PM", .path = GP_PATH_PEOPLE, .hats = {50, 50}, .min_years = 4}};
static struct gp_expectation expectations[MOST_RUNGS * ACTIVITIES] = {
    {3, true},  {2, false}, {0, false}, {4, true}, {4, true},
    {0, false}, {3, false}, {3, false}, {3, true}};
static const struct gp_policy policy = {.answered_gate = 800};
static const struct gp_origin origin = {.program = "growthplan"};

static char folder[] = "/tmp/test_about.XXXXXX";

static int set_up(void **state) {
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state) {
    (void)state;
    return rmdir(folder);
}

// The sheet of a ladder of the first so many rungs, with the choices of ratings or without.
static struct cells about_with(struct gp_memory *memory, size_t rung_count, bool choices) {
    static struct gp_level levels[] = {{0, "None"}, {5, "Excellent"}};
    struct gp_ladder ladder = {.facets = facets,
                               .facet_count = 2,
                               .activities = activities,
                               .activity_count = ACTIVITIES,
                               .rungs = rungs,
                               .rung_count = rung_count,
                               .expectations = expectations};
    for (size_t i = 0; i < GP_AXIS_COUNT; i++)
        ladder.scales[i] =
            (struct gp_scale){.lowest = 0, .highest = 5, .levels = levels, .level_count = 2};
    const gp_date date = {2026, 11, 23};
    const struct gp_report report = {
        .ladder = &ladder, .policy = &policy, .origin = &origin, .scratch = folder};
    const char *path = gp_print(memory, "%s/about.xlsx", folder), *why = "";
    struct gp_rating_lists lists;
    struct gp_book *book = gp_book_open(memory, path, folder, "About", date);
    gp_put_about(memory, gp_book_sheet(book, GP_ABOUT), &report, choices ? &lists : NULL);
    assert_true(gp_book_close(book, 0644, NULL, &why));
    struct cells cells = cells_open(memory, path, 1);
    assert_int_equal(unlink(path), 0);
    if (!choices)
        return cells;
    // None and Excellent, N/A, don't know: below the heading in row 5. Then a line, an empty
    // row, a heading, and yes and no.
    assert_string_equal(lists.axis[GP_SKILL], "=About!$A$6:$A$9");
    assert_string_equal(lists.axis[GP_INTEREST], "=About!$G$6:$G$9");
    assert_string_equal(lists.yes_no, "=About!$A$13:$A$14");
    assert_string_equal(cells_at(&cells, "A13"), "yes");
    assert_string_equal(cells_at(&cells, "A14"), "no");
    return cells;
}

static struct cells about(struct gp_memory *memory, size_t rung_count) {
    return about_with(memory, rung_count, true);
}

static void test_a_row_a_rung(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct cells cells = about(memory, 3);
    // A title takes two columns. Expected: what is above 0; must-haves among them.
    static const char *const rows[][9] = {
        {"Rung", NULL, "Path", "Product hat", "People hat", "Years in product",
         "Products worked on", "Must-haves", "Activities expected"},
        {"Product Manager", NULL, "entry", "0.9", "0.1", "0", "0", "1", "2"},
        {"Principal", NULL, "product", "0.8", "0.2", "3", "2", "2", "2"},
        {"Group PM", NULL, "people", "0.5", "0.5", "4", "0", "1", "3"}};
    int row = cells_row_of(&cells, "The ladder");
    assert_true(row > 0);
    for (int i = 0; i < 4; i++)
        cells_are(&cells, row + 1 + i, rows[i], 9);
    assert_non_null(strstr(cells.sheet, "<pageSetup paperSize=\"9\" orientation=\"portrait\""));
    assert_non_null(strstr(cells.texts, "licensed CC BY 4.0"));
    assert_non_null(strstr(cells.texts, "Open Government Licence v3.0"));
    gp_memory_close(memory);
}

// A ladder of 64 rungs has 64 rows, a long title the height it needs; it is printed on as many
// pages as that takes, a short one on one.
static void test_a_long_ladder(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    for (size_t i = 3; i < MOST_RUNGS; i++)
        rungs[i] = (struct gp_rung){.title = gp_print(memory, "Rung %zu", i + 1)};
    // 44 letters do not fit into 38: two lines of 15 points, and one more point.
    rungs[63].title = "Executive Vice President Product Management!";
    struct cells cells = about(memory, MOST_RUNGS);
    int row = cells_row_of(&cells, "The ladder");
    for (int i = 0; i < MOST_RUNGS; i++)
        assert_int_equal(cells_row_of(&cells, rungs[i].title), row + 2 + i);
    assert_string_equal(cells_height(&cells, row + 65), "31");
    assert_non_null(strstr(cells.sheet, "fitToHeight=\"0\""));
    cells = about(memory, 3);
    assert_null(strstr(cells.sheet, "fitToHeight=\"0\""));
    gp_memory_close(memory);
}

// Where no other sheet lists them: with their levels, in ladder order.
static void test_must_haves(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    static const char section[] = "What each role turns on";
    static const char *const rows[][3] = {{"Product Manager", NULL, "Interviews (3)"},
                                          {"Principal", NULL, "Interviews (4); Roadmaps (4)"},
                                          {"Group PM", NULL, "Hiring (3)"}};
    struct cells cells = about_with(memory, 3, false);
    int row = cells_row_of(&cells, section);
    assert_true(row > 0);
    for (int i = 0; i < 3; i++)
        cells_are(&cells, row + 2 + i, rows[i], 3);
    expectations[0].must_have = false; // a rung may have none
    cells = about_with(memory, 3, false);
    expectations[0].must_have = true;
    assert_string_equal(cells_at(&cells, gp_print(memory, "C%d", row + 2)), "none");
    cells = about(memory, 3);
    assert_int_equal(cells_row_of(&cells, section), 0);
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_row_a_rung),
                                       cmocka_unit_test(test_a_long_ladder),
                                       cmocka_unit_test(test_must_haves)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
