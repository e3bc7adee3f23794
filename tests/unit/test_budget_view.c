// test_budget_view.c - the budget for a terminal and as JSON, and the words both share with the
// workbook.
#include "write/budget_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "budget_book_world.h"

// Each text stands behind the one before it.
static void assert_in_order(const char *all, const char *const *texts, size_t count) {
    const char *at = all;
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(at, texts[i]);
        if (found == NULL)
            fail_msg("no \"%s\" in: %s", texts[i], at);
        else
            at = found + strlen(texts[i]);
    }
}

static void test_text(void **state) {
    static const char *const texts[] = {
        "Training budget as of 2027-11-23: 4 people with a salary, 0 without\n",
        "Budget year from 2027-01-01 to 2027-12-31; part-time and part-year",
        "Any training so far: 2 of 4, 50.0 %; published: 40 % of product managers\n",
        "\nJPY            1   8,000,017    80,000    48,000    20,000       12,000    80,000  1.00",
        "\nUSD            3  400,833.83  6,669.86  4,001.92  1,667.46     1,000.48  2,223.29  1.66",
        "USD       6,669.86         50.01  7,000.00  -280.13   500.00  -780.13  11",
        "45.45\n",
        "\nBy manager, with everybody below them\n",
        "\n=Dana         JPY            1      80,000          1",
        "\n(no manager)  USD            1    4,000.00          1  180,500.50  4,000.00  6,000.00",
        "\n=Dana         USD            2    2,669.86          2  220,333.33  2,669.86  1,000.00",
        "\nBy rung\n",
        "\nProduct Manager       USD            2",
        "\n(outside the ladder)  JPY            1",
        "\nPeople\n",
        "\nAnn, Lee  USD       120,000.00  3 %     80 %        275  2,169.86          0.00",
        "\nChie      JPY        8,000,017  3 %     33.3333 %   365    80,000 ",
        "\n=Dana     USD       180,500.50  3.25 %  100 %       365  4,000.00",
        "-2,000.00  overspent\n",
        "\nCourses: the set that closes the most of what each wants closed\n",
        "\nAnn, Lee  Writing well         coaching     USD       299.99  8           37.50  Write",
        "1.5 to 4; Watch 1 to 3\n",
        "\nWhat that leaves\n",
        "Draw                                  1\n",
        "search given up\n",
        "\n- Team day, USD 100.01, closes 3, 33.34 a level: Ann, Lee (50.01), Ben (50.00)\n",
        "\n      2  2027-04-01  2027-06-30  USD           0.00  3,000.00         0.00\n",
        "\nOverspent: =Dana.\n"};
    struct place *place = *state;
    place_everything(place);
    assert_in_order(gp_budget_text(place->memory, &place->report, &place->budget).data, texts,
                    sizeof texts / sizeof *texts);
}

// What is not asked for is not there.
static void test_text_of_little(void **state) {
    static const char *const absent[] = {"Full time", "Courses:", "Workshops", "by quarter",
                                         "Levels closed"};
    struct place *place = *state;
    place_budget(place);
    const char *text = gp_budget_text(place->memory, &place->report, &place->budget).data;
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_null(strstr(text, absent[i]));
}

static void test_json(void **state) {
    static const char *const texts[] = {"\"year_first\": \"2027-01-01\"",
                                        "\"prorated\": true",
                                        "\"share_trained\": 0.5",
                                        "\"by_currency\": [",
                                        "\"currency\": \"USD\"",
                                        "\"pool\": \"6669.86\"",
                                        "\"open\": \"-780.13\"",
                                        "\"per_head\": \"2223.29\"",
                                        "\"of_payroll\": \"0.0166\"",
                                        "\"cost_per_level\": \"45.45\"",
                                        "\"by_manager\": [",
                                        "\"manager\": \"=Dana\"",
                                        "\"manager\": null",
                                        "\"whole\": {",
                                        "\"left\": \"-2000.00\"",
                                        "\"by_rung\": [",
                                        "\"rung\": \"pm\"",
                                        "\"rung\": null",
                                        "\"people\": [",
                                        "\"person\": \"Ann, Lee\"",
                                        "\"full_pool\": \"3600.00\"",
                                        "\"fte\": \"0.80\"",
                                        "\"days\": 275",
                                        "\"pool\": \"2169.86\"",
                                        "\"course\": \"Writing well\"",
                                        "\"activity\": \"Write\"",
                                        "\"from\": 1.5",
                                        "\"to\": 4",
                                        "\"largest_gap_not_reached\": {",
                                        "\"activity\": \"Draw\"",
                                        "\"exact\": false",
                                        "\"largest_gap_not_reached\": null",
                                        "\"overspent\": true",
                                        "\"workshops\": [",
                                        "\"pays\": \"50.01\"",
                                        "\"quarters\": [",
                                        "\"last\": \"2027-12-31\""};
    struct place *place = *state;
    place_everything(place);
    assert_in_order(gp_budget_json(place->memory, &place->report, &place->budget).data, texts,
                    sizeof texts / sizeof *texts);
}

static void test_json_of_little(void **state) {
    struct place *place = *state;
    place_budget(place);
    const char *text = gp_budget_json(place->memory, &place->report, &place->budget).data;
    assert_null(strstr(text, "\"courses\""));
    assert_null(strstr(text, "\"workshops\""));
    assert_null(strstr(text, "\"quarters\""));
}

// Half up: 0.05 for two is 0.025 each, so 0.03; 0.005 of 1.00 is 0.50 %, 1 of 20,000 0.005 %, so
// 0.01 %; 1.00 for 3 levels 0.3333, for 1.6 levels 0.625.
static void test_ratios(void **state) {
    struct place *place = *state;
    gp_currency dollar = gp_currency_find("USD", 3);
    struct gp_budget_sum sum = {.currency = dollar, .headcount = 2, .pool = {5, dollar}};
    assert_int_equal(gp_per_head(&sum).minor, 3);
    assert_int_equal(gp_of_payroll(&sum), -1);
    sum.salary = (gp_money){1000, dollar};
    assert_int_equal(gp_of_payroll(&sum), 50);
    sum.salary.minor = 100000; // 5 of 100,000 is half of a hundredth of a percent
    assert_int_equal(gp_of_payroll(&sum), 1);
    sum.salary.minor = 100001;
    assert_int_equal(gp_of_payroll(&sum), 0);
    sum.headcount = 0;
    assert_int_equal(gp_per_head(&sum).currency, GP_NO_CURRENCY);
    assert_int_equal(gp_per_level((gp_money){100, dollar}, 3000).minor, 33);
    assert_int_equal(gp_per_level((gp_money){100, dollar}, 1600).minor, 63);
    assert_int_equal(gp_per_level((gp_money){100, dollar}, 0).currency, GP_NO_CURRENCY);
    assert_string_equal(gp_levels_text(place->memory, 0), "0");
    assert_string_equal(gp_levels_text(place->memory, 10000), "10");
    assert_string_equal(gp_levels_text(place->memory, 1250), "1.25");
    assert_string_equal(gp_percent_text(place->memory, 1000000), "100 %");
    assert_string_equal(gp_percent_text(place->memory, 1), "0.0001 %");
}

static void test_overspent(void **state) {
    struct place *place = *state;
    place_budget(place);
    size_t count = 0;
    for (size_t i = 0; i < 3; i++)
        place->budget.lines[i].left.minor = -1;
    place->budget.lines[BEN].left.minor = 0;
    assert_string_equal(
        gp_overspent_names(place->memory, &place->report, &place->budget, 3, &count),
        "Ann, Lee; Chie; =Dana");
    assert_int_equal(count, 3);
    assert_string_equal(
        gp_overspent_names(place->memory, &place->report, &place->budget, 1, &count),
        "Ann, Lee; and 2 more");
}

static uint64_t seed = 1;

static uint64_t below(uint64_t limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed % limit;
}

// Six digits, the highest of which is `highest`.
static const char *digits(struct gp_memory *memory, uint64_t highest) {
    char *text = gp_alloc(memory, ACTIVITIES + 1, 1);
    for (size_t i = 0; i < ACTIVITIES; i++)
        text[i] = (char)('0' + below(highest + 1));
    return text;
}

// A team of three with courses for seats and for groups, some of which need others.
static void make_random(struct world *world, struct gp_memory *memory) {
    enum { TEAM = 3, SEATS = 6, GROUPS = 2 };
    world_open(world, memory, TEAM);
    for (size_t i = 0; i < ACTIVITIES; i++)
        world->small.activities[i].weight = 1 + (int32_t)below(3);
    for (size_t i = 0; i < TEAM; i++) {
        world_answer(world, i, digits(memory, 5), digits(memory, 5));
        world_left(world, i, (int64_t)below(5000));
    }
    for (size_t i = 0; i < SEATS; i++)
        world_course(world, (int64_t)below(1500), digits(memory, 5));
    for (size_t i = 0; i < GROUPS; i++)
        world_group(world, (int64_t)below(3000), -1, digits(memory, 5));
    for (size_t i = 1; i < SEATS; i += 2)
        world_need(world, i, below(i));
}

// What the analysis says a choice closes is what its courses are shown to close.
static void test_lessons_of_choices(void **state) {
    enum { CASES = 300 };
    struct place *place = *state;
    size_t courses = 0;
    for (size_t i = 0; i < CASES; i++) {
        struct world *world = gp_alloc(place->memory, 1, sizeof *world);
        struct gp_budget budget;
        make_random(world, place->memory);
        assert_true(world_budget(world, &budget));
        struct gp_report report = place->report;
        report.ladder = &world->small.ladder;
        report.team = &world->team;
        report.results = &world->results;
        report.courses = &world->courses;
        for (size_t j = 0; j < budget.line_count; j++) {
            int64_t sum = 0, closed = 0;
            size_t count = 0;
            for (size_t k = 0; k < budget.lines[j].choice.count; k++, courses++) {
                gp_lessons_of(place->memory, &report, &budget.lines[j], k, &count, &closed);
                sum += closed;
            }
            assert_int_equal(sum, budget.lines[j].choice.closed);
        }
    }
    assert_true(courses > CASES);
}

#define WITH_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_PLACE(test_text),      WITH_PLACE(test_text_of_little),
        WITH_PLACE(test_json),      WITH_PLACE(test_json_of_little),
        WITH_PLACE(test_ratios),    WITH_PLACE(test_lessons_of_choices),
        WITH_PLACE(test_overspent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
