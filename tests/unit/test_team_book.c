// The team workbook: what its sheets share, and that the same team makes the same bytes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "team_world.h"

static struct gp_bytes write_book(struct gp_memory *memory, const struct gp_report *written,
                                  const char *name) {
    const char *path = gp_print(memory, "%s/%s", folder, name), *why = "";
    struct gp_bytes bytes = {0};
    assert_true(gp_write_team_book(written, path, &why));
    assert_true(gp_file_read(memory, path, &bytes, &why));
    assert_true(bytes.length > 4);
    assert_memory_equal(bytes.data, "PK\3\4", 4);
    if (getenv("KEEP_TEAM_BOOK") == NULL)
        assert_int_equal(unlink(path), 0);
    return bytes;
}

static void test_same_team_same_bytes(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct gp_bytes first = write_book(memory, &report, "first.xlsx");
    struct gp_bytes second = write_book(memory, &report, "second.xlsx");
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.data, second.data, first.length);
    gp_memory_close(memory);
}

// Nobody, and one person alone, are teams too.
static void test_small_teams_are_written(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    for (size_t count = 0; count < 2; count++) {
        struct gp_team small = team;
        struct gp_report of_small = report;
        struct gp_coverage none[ACTIVITIES] = {{0}};
        const struct gp_results of_none = {.profiles = profiles, .coverage = none};
        small.person_count = count;
        of_small.team = &small;
        of_small.results = &of_none;
        write_book(memory, &of_small, gp_print(memory, "small%zu.xlsx", count));
    }
    gp_memory_close(memory);
}

static void test_what_exists_is_left_alone(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    const char *path = gp_print(memory, "%s/there.xlsx", folder), *why = NULL;
    struct gp_bytes bytes = {"kept", 4}, found = {0};
    assert_true(gp_file_write(path, bytes, 0644, &why));
    assert_false(gp_write_team_book(&report, path, &why));
    assert_non_null(why);
    assert_true(gp_file_read(memory, path, &found, &why));
    assert_int_equal(found.length, 4);
    assert_int_equal(unlink(path), 0);
    gp_memory_close(memory);
}

static void test_lines_of_a_wrapped_text(void **state) {
    (void)state;
    // A column of 9.5 has room for 10.45 letters, which is 10.
    static const struct {
        const char *name, *text;
        unsigned lines;
    } rows[] = {{"empty", "", 1},
                {"just fits", "1234567890", 1},
                {"two words on one line", "1234 56789", 1},
                {"the second word goes down", "12345 67890", 2},
                {"a word broken in two", "12345678901", 2},
                {"a broken word and one behind it", "12345678901 234", 2},
                {"a word of 21 is broken in three", "123456789012345678901", 3},
                {"own line break", "a\nb", 2},
                {"wide characters count two", "日本語日本語", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_wrapped_lines(rows[i].text, 9.5) != rows[i].lines)
            fail_msg("%s: %u lines", rows[i].name, gp_wrapped_lines(rows[i].text, 9.5));
}

static void test_names_in_one_cell(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    const char *names[] = {"Ana Lima", "Bo Chen (2)", "Zoë"};
    const struct gp_team_view view = {
        .memory = memory, .report = &report, .names = names, .separator = ", "};
    const size_t everybody[] = {0, 1, 2};
    assert_string_equal(gp_team_names(&view, everybody, 0, 5), "");
    assert_string_equal(gp_team_names(&view, everybody, 1, 5), "Ana Lima");
    assert_string_equal(gp_team_names(&view, everybody, 3, 3), "Ana Lima, Bo Chen (2), Zoë");
    assert_string_equal(gp_team_names(&view, everybody, 3, 2), "Ana Lima, Bo Chen (2) and 1 more");
    gp_memory_close(memory);
}

static void test_hiring_need(void **state) {
    (void)state;
    const struct gp_team_view view = {.report = &report};
    // Only Hiring (4): the second Bo Chen's rung expects 3 of it, nobody is able or interested.
    for (size_t activity = 0; activity < ACTIVITIES; activity++)
        assert_int_equal(gp_team_hiring_need(&view, activity), activity == 4);
    coverage[4].rated = 0; // when nobody rated it, nothing is known
    assert_false(gp_team_hiring_need(&view, 4));
    coverage[4].rated = 3;
    coverage[4].interested = 1; // somebody wants to learn it
    assert_false(gp_team_hiring_need(&view, 4));
    coverage[4].interested = 0;
}

static void test_column_widths(void **state) {
    (void)state;
    assert_true(gp_team_column_width(3, 10, 30) == 10);
    assert_true(gp_team_column_width(12, 10, 30) == 14);
    assert_true(gp_team_column_width(90, 10, 30) == 30);
}

// The same team, of whom no manager has rated anybody.
static struct gp_report without_managers(struct gp_memory *memory) {
    struct gp_answer *own = gp_alloc(memory, ANSWERS, sizeof *own);
    struct gp_team *alone = gp_alloc(memory, 1, sizeof *alone);
    struct gp_report other = report;
    for (size_t i = 0; i < ANSWERS; i++) {
        own[i] = answers[i];
        own[i].manager_skill = GP_ABSENT;
    }
    *alone = team;
    alone->answers = own;
    other.team = alone;
    return other;
}

static void test_readiness_shows_both_raters(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct cells cells = cells_of(memory, &report, READINESS);
    static const char *const headings[] = {"Person", "Rung now", "Target", "Score",
                                           "Self",   "Manager",  "Spread", "At least"};
    // The second Bo Chen has no manager's ratings: empty cells, no zeros.
    static const char *const of_ana[] = {
        "Ana Lima", "Product Manager", "Group Product Manager", "0.78", "0.82", "0.76", "0.06",
        "0.73"};
    static const char *const of_bo[] = {
        "Bo Chen", "Group Product Manager", NULL, "0.95", "", "", "", "0.9"};
    cells_are(&cells, 6, headings, 8);
    cells_are(&cells, 7, of_ana, 8);
    cells_are(&cells, 9, of_bo, 8);
    assert_non_null(strstr(cells_at(&cells, "A4"), "Self and manager: the score as each"));
    gp_memory_close(memory);
}

static void test_readiness_from_self_ratings_alone(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    const struct gp_report alone = without_managers(memory);
    coverage[0].apart_count = 0;
    struct cells cells = cells_of(memory, &alone, READINESS);
    static const char *const headings[] = {"Person", "Rung now", "Target",
                                           "Score",  "At least", "At most"};
    cells_are(&cells, 6, headings, 6);
    assert_string_equal(cells_at(&cells, "A4"),
                        "No manager has rated anybody: the scores are from self-ratings alone.");
    cells = cells_of(memory, &alone, COVERAGE);
    assert_string_equal(cells_at(&cells, "K4"), "Hidden talent");
    assert_null(cells_at(&cells, "L4"));
    cells = cells_of(memory, &alone, SUMMARY);
    assert_non_null(strstr(cells.texts, "<t>no manager has rated anybody</t>"));
    assert_non_null(strstr(cells.texts, "Everything is from self-ratings alone."));
    coverage[0].apart_count = 1;
    gp_memory_close(memory);
}

// Everybody passes the skill gates of an entry, nobody those of a rung of the other paths.
static void test_placed_on_each_path(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    struct cells cells = cells_of(memory, &report, READINESS);
    assert_string_equal(cells_at(&cells, "N6"), "Placed at: entry");
    assert_string_equal(cells_at(&cells, "N7"), "Product Manager");
    assert_string_equal(cells_at(&cells, "O6"), "Placed at: product");
    assert_string_equal(cells_at(&cells, "O7"), "none yet");
    assert_string_equal(cells_at(&cells, "P6"), "Placed at: people");
    assert_string_equal(cells_at(&cells, "P7"), "none yet");
    gp_memory_close(memory);
}

// Of the first activity Ana has rated 4 and her manager 2.
static void test_far_apart_with_both_levels(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    static const char both[] = "Ana Lima (self 4, manager 2)";
    struct cells cells = cells_of(memory, &report, COVERAGE);
    assert_string_equal(cells_at(&cells, "L4"), "Self and manager two levels or more apart");
    assert_string_equal(cells_at(&cells, "L5"), both);
    assert_string_equal(cells_at(&cells, "L6"), "");
    // On the summary, the last two lists stand side by side: activity, then who.
    cells = cells_of(memory, &report, SUMMARY);
    int row = cells_row_of(&cells, "Hidden talent: able, willing, not expected to");
    assert_string_equal(cells_at(&cells, gp_print(memory, "F%d", row)),
                        "To talk about: self and manager two levels or more apart");
    assert_string_equal(cells_at(&cells, gp_print(memory, "F%d", row + 2)), "Problem Discovery");
    assert_string_equal(cells_at(&cells, gp_print(memory, "G%d", row + 2)), both);
    gp_memory_close(memory);
}

static const char moving[] = "Moving into product: people outside the ladder";

static void test_moving_into_product(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    // Without answers: no score, and nothing is known of what Zoë brings.
    struct cells cells = cells_of(memory, &report, SUMMARY);
    static const char *const unknown[] = {"Zoë", "not known", NULL, NULL,     "Product Manager",
                                          NULL,  "",          "",   "breadth"};
    int row = cells_row_of(&cells, moving);
    assert_true(row > 0);
    cells_are(&cells, row + 2, unknown, 9);
    // A product manager is expected to do 4 of the 5 activities.
    const struct gp_readiness kept = readiness[3][0];
    fill_readiness(3, 0, 620, GP_BAND_DEVELOPING);
    readiness[3][0].raters[GP_SELF] = 650;
    readiness[3][0].raters[GP_MANAGER] = 590;
    readiness[3][0].spread = 60;
    people[3].role = "Engineer";
    profiles[3].brings_count = 2;
    profiles[3].target_named = true;
    cells = cells_of(memory, &report, SUMMARY);
    static const char *const known[] = {
        "Zoë", "Engineer", NULL,     NULL,     "Product Manager (named)",
        NULL,  "0.62",     "2 of 4", "breadth"};
    cells_are(&cells, row + 2, known, 9);
    assert_int_equal(cells_row_of(&cells, "Zoë: self 0.650, manager 0.590, spread 0.060"), row + 3);
    people[3].role = NULL;
    profiles[3].brings_count = 0;
    profiles[3].target_named = false;
    readiness[3][0] = kept;
    people[3].rung = 0; // somebody of the ladder is not moving into it
    cells = cells_of(memory, &report, SUMMARY);
    assert_int_equal(cells_row_of(&cells, moving), 0);
    people[3].rung = GP_NO_RUNG;
    gp_memory_close(memory);
}

// Twelve of them: ten lines, and one that says how many more there are.
static void test_many_moving_into_product(void **state) {
    (void)state;
    enum { MANY = 12 };
    struct gp_memory *memory = gp_memory_open();
    struct gp_person newcomers[MANY];
    struct gp_profile same[MANY];
    struct gp_answer none[MANY * ACTIVITIES];
    for (size_t i = 0; i < MANY; i++) {
        newcomers[i] = people[3];
        same[i] = profiles[3];
        newcomers[i].name = gp_print(memory, "Person %02zu", i + 1);
        for (size_t j = 0; j < ACTIVITIES; j++)
            none[i * ACTIVITIES + j] = gp_answers_of(&team, 3)[j];
    }
    struct gp_team large = team;
    struct gp_coverage nothing[ACTIVITIES] = {{0}};
    const struct gp_results results_of_large = {.profiles = same, .coverage = nothing};
    struct gp_report of_large = report;
    large.people = newcomers;
    large.person_count = MANY;
    large.answers = none;
    of_large.team = &large;
    of_large.results = &results_of_large;
    struct cells cells = cells_of(memory, &of_large, SUMMARY);
    int row = cells_row_of(&cells, moving);
    assert_int_equal(cells_row_of(&cells, "Person 10"), row + 11);
    assert_int_equal(cells_row_of(&cells, "Person 11"), 0);
    assert_int_equal(cells_row_of(&cells, "and 2 more on the Readiness sheet"), row + 12);
    gp_memory_close(memory);
}

// 43 letters do not fit into the 34 of the column: two lines of 15 points.
static void test_long_title_by_rung(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    const char *kept = rungs[1].title;
    rungs[1].title = "Group Product Manager of Everything Digital";
    struct cells cells = cells_of(memory, &report, SUMMARY);
    assert_string_equal(cells_height(&cells, cells_row_of(&cells, rungs[1].title)), "30");
    rungs[1].title = kept;
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_team_same_bytes),
        cmocka_unit_test(test_small_teams_are_written),
        cmocka_unit_test(test_what_exists_is_left_alone),
        cmocka_unit_test(test_lines_of_a_wrapped_text),
        cmocka_unit_test(test_names_in_one_cell),
        cmocka_unit_test(test_hiring_need),
        cmocka_unit_test(test_column_widths),
        cmocka_unit_test(test_readiness_shows_both_raters),
        cmocka_unit_test(test_readiness_from_self_ratings_alone),
        cmocka_unit_test(test_placed_on_each_path),
        cmocka_unit_test(test_far_apart_with_both_levels),
        cmocka_unit_test(test_moving_into_product),
        cmocka_unit_test(test_many_moving_into_product),
        cmocka_unit_test(test_long_title_by_rung),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
