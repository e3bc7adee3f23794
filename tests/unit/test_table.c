// test_table.c - CSV text by hand, and the CSV outputs of a team of two.
#include "model/words.h"
#include "write/table.h"
#include "write/writers.h"

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

static void test_cells(void **state) {
    static const struct {
        const char *name, *text, *cell;
    } rows[] = {
        {"a word", "Ann", "Ann"},
        {"nothing", "", ""},
        {"none", NULL, ""},
        {"a comma", "Lee, Ann", "\"Lee, Ann\""},
        {"a quote", "the \"new\" one", "\"the \"\"new\"\" one\""},
        {"a quote alone", "\"", "\"\"\"\""},
        {"a line break", "one\ntwo", "\"one\ntwo\""},
        {"a formula", "=1+1", "'=1+1"},
        {"plus", "+49 30", "'+49 30"},
        {"minus", "-1", "'-1"},
        {"at", "@SUM(A1)", "'@SUM(A1)"},
        {"a tab in front", "\t=1", "'\t=1"},
        {"a carriage return in front", "\r=1", "\"'\r=1\""},
        {"a formula with a comma", "=SUM(1,2)", "\"'=SUM(1,2)\""},
        {"a sign further on", "a=b", "a=b"},
        {"not only ASCII", "José Núñez", "José Núñez"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_text_table table;
        gp_text_table_open(&table, *state, "a,b");
        gp_text_table_text(&table, rows[i].text);
        gp_text_table_text(&table, "x");
        gp_text_table_end_row(&table);
        const char *wanted = gp_print(*state, "a,b\n%s,x\n", rows[i].cell);
        if (strcmp(gp_text_table_bytes(&table).data, wanted) != 0)
            fail_msg("%s: got %s", rows[i].name, gp_text_table_bytes(&table).data);
    }
}

static void test_numbers_are_left_alone(void **state) {
    struct gp_text_table table;
    gp_text_table_open(&table, *state, "money,count,none");
    gp_text_table_number(&table, "-12.50");
    gp_text_table_count(&table, 7);
    gp_text_table_number(&table, "");
    gp_text_table_end_row(&table);
    gp_text_table_number(&table, "1.000");
    gp_text_table_end_row(&table);
    struct gp_bytes bytes = gp_text_table_bytes(&table);
    assert_string_equal(bytes.data, "money,count,none\n-12.50,7,\n1.000\n");
    assert_int_equal(bytes.length, strlen(bytes.data));
}

// Longer than any first block: nothing is lost where the text moves.
static void test_many_rows(void **state) {
    enum { ROWS = 5000 };
    struct gp_text_table table;
    gp_text_table_open(&table, *state, "n");
    for (size_t i = 0; i < ROWS; i++) {
        gp_text_table_count(&table, 1000 + i);
        gp_text_table_end_row(&table);
    }
    struct gp_bytes bytes = gp_text_table_bytes(&table);
    assert_int_equal(bytes.length, 2 + ROWS * 5);
    assert_memory_equal(bytes.data + 24997, "5999\n", 6);
}

// A ladder of one facet, two activities and two rungs, and two people: Ann holds pm and aims at
// gpm; Ben stands outside and has rated nothing.
struct small_team {
    struct gp_facet facet;
    struct gp_activity activities[2];
    struct gp_rung rungs[2];
    struct gp_ladder ladder;
    struct gp_person people[2];
    struct gp_team team;
    struct gp_readiness readiness[2][2];
    struct gp_profile profiles[2];
    size_t able[2];
    struct gp_coverage coverage[2];
    struct gp_results results;
    struct gp_report report;
};

static void make_people(struct small_team *small) {
    small->people[0] = (struct gp_person){.name = "Ann Lee", .rung = 0};
    small->people[1] = (struct gp_person){.name = "=Ben", .rung = GP_NO_RUNG};
    small->team = (struct gp_team){.people = small->people, .person_count = 2};
    small->readiness[0][0] = (struct gp_readiness){.score = 1000,
                                                   .low = 980,
                                                   .high = 1000,
                                                   .sides = {1000, GP_NO_SHARE},
                                                   .raters = {GP_NO_SHARE, GP_NO_SHARE},
                                                   .spread = GP_NO_SHARE,
                                                   .first_gate = GP_NO_GATE,
                                                   .band = GP_BAND_HOLDS};
    small->readiness[0][1] = (struct gp_readiness){.score = 480,
                                                   .low = 450,
                                                   .high = 502,
                                                   .sides = {730, 230},
                                                   .raters = {502, 450},
                                                   .spread = 52,
                                                   .first_gate = GP_GATE_MUST_HAVES,
                                                   .band = GP_BAND_EARLY};
    for (size_t rung = 0; rung < 2; rung++)
        small->readiness[1][rung] = (struct gp_readiness){.score = GP_NO_SHARE,
                                                          .low = 0,
                                                          .high = 1000,
                                                          .sides = {GP_NO_SHARE, GP_NO_SHARE},
                                                          .raters = {GP_NO_SHARE, GP_NO_SHARE},
                                                          .spread = GP_NO_SHARE,
                                                          .first_gate = GP_GATE_ANSWERED,
                                                          .band = GP_BAND_UNANSWERED};
    small->profiles[0] = (struct gp_profile){.target = 1, .readiness = small->readiness[0]};
    small->profiles[1] = (struct gp_profile){.target = 0, .readiness = small->readiness[1]};
}

static void make_team(struct small_team *small) {
    small->facet = (struct gp_facet){.name = "DEFINE", .count = 2};
    small->activities[0] = (struct gp_activity){.name = "Understand the Market"};
    small->activities[1] = (struct gp_activity){.name = "Pricing, Packaging"};
    small->rungs[0] = (struct gp_rung){.id = "pm"};
    small->rungs[1] = (struct gp_rung){.id = "gpm"};
    small->ladder = (struct gp_ladder){.facets = &small->facet,
                                       .facet_count = 1,
                                       .activities = small->activities,
                                       .activity_count = 2,
                                       .rungs = small->rungs,
                                       .rung_count = 2};
    make_people(small);
    small->able[1] = 1;
    small->coverage[0] = (struct gp_coverage){
        .rated = 2, .able = small->able, .able_count = 2, .interested = 1, .expected_by = 2};
    small->results = (struct gp_results){.profiles = small->profiles, .coverage = small->coverage};
    small->report = (struct gp_report){
        .ladder = &small->ladder, .team = &small->team, .results = &small->results};
}

static void test_readiness(void **state) {
    struct small_team *small = gp_alloc(*state, 1, sizeof *small);
    make_team(small);
    assert_string_equal(gp_readiness_csv(*state, &small->report).data,
                        "person,current,rung,is_target,score,low,high,product_score,people_score,"
                        "band,first_gate,self_score,manager_score,spread\n"
                        "Ann Lee,pm,pm,no,1.000,0.980,1.000,1.000,,holds it,,,,\n"
                        "Ann Lee,pm,gpm,yes,0.480,0.450,0.502,0.730,0.230,early,must_haves,"
                        "0.502,0.450,0.052\n"
                        "'=Ben,,pm,yes,,0.000,1.000,,,not enough answers,answered,,,\n"
                        "'=Ben,,gpm,no,,0.000,1.000,,,not enough answers,answered,,,\n");
}

static void test_coverage(void **state) {
    struct small_team *small = gp_alloc(*state, 1, sizeof *small);
    make_team(small);
    assert_string_equal(gp_coverage_csv(*state, &small->report).data,
                        "facet,activity,rated,able,able_names,interested,expected_by\n"
                        "DEFINE,Understand the Market,2,2,Ann Lee; =Ben,1,2\n"
                        "DEFINE,\"Pricing, Packaging\",0,0,,0,0\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),     cmocka_unit_test(test_numbers_are_left_alone),
        cmocka_unit_test(test_many_rows), cmocka_unit_test(test_readiness),
        cmocka_unit_test(test_coverage),
    };
    return cmocka_run_group_tests(tests, open_memory, close_memory);
}
