// test_coverage.c - an activity across the team, and the team as a whole.
#include "analyze/analyze.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
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

static const char *digits_of(struct gp_memory *memory, const size_t *people, size_t count) {
    char *text = gp_alloc(memory, count + 1, 1);
    for (size_t i = 0; i < count; i++)
        text[i] = (char)('0' + people[i]);
    return text;
}

enum { ANA, BEN, CLEO, DAN, PEOPLE };

// One activity, Ask: the pm is expected to have 2, the gpm 3, the vp 5. A digit a person: Ana is a
// pm (target gpm, 3), Ben a gpm (target vp, 5), Cleo a vp (target vp, 5), Dan from outside (target
// pm, 2). Expected by Ben and Cleo, always.
static const struct coverage_row {
    const char *name;
    const char *own, *manager, *interest;
    size_t rated, interested, wanting_training;
    const char *able, *unwilling, *hidden, *apart;
} coverage_rows[] = {
    {"nobody answered", "....", "....", "....", 0, 0, 0, "", "", "", ""},
    // gaps 0 2 2 0; nobody expects it of Ana and Dan
    {"all can and want", "3333", "....", "3333", 4, 4, 2, "0123", "", "03", ""},
    {"all can, none wants", "3333", "....", "2222", 4, 0, 0, "0123", "0123", "", ""},
    {"interest not known is not unwilling", "5555", "....", "....", 4, 0, 0, "0123", "", "", ""},
    // gaps 1 3 3 0
    {"none can, all want", "2222", "....", "5555", 4, 4, 3, "", "", "", ""},
    {"a want without a rating is no gap", "....", "....", "5555", 0, 4, 0, "", "", "", ""},
    {"one can", "1050", "....", "0050", 4, 1, 0, "2", "", "", ""},
    // means 2.5 2 3 2.5: Ana's and Dan's are just high; gaps 0.5 3 2 0
    {"two raters", "3142", "2323", "4444", 4, 4, 3, "023", "", "03", "12"},
    {"the manager alone", "....", "4.1.", "..5.", 2, 1, 1, "0", "", "", ""},
    {"two apart, either way", "1352", "3133", "....", 4, 0, 0, "23", "", "", "012"},
};

static void fill_team(struct gp_person *people, struct gp_answer *answers,
                      const struct coverage_row *row) {
    static const size_t rungs[PEOPLE] = {PM, GPM, VP, GP_NO_RUNG};
    static const char *const names[PEOPLE] = {"Ana", "Ben", "Cleo", "Dan"};
    for (size_t i = 0; i < PEOPLE; i++) {
        people[i] = small_person(names[i]);
        people[i].rung = rungs[i];
        small_answer(&answers[i * ACTIVITIES], NULL, NULL, NULL, NULL);
        struct gp_answer *answer = &answers[i * ACTIVITIES + ASK];
        answer->axis[GP_SKILL] = small_rating(row->own[i]);
        answer->axis[GP_INTEREST] = small_rating(row->interest[i]);
        answer->manager_skill = small_rating(row->manager[i]);
    }
}

static void check_names(struct gp_memory *memory, const char *name, const size_t *people,
                        size_t count, const char *expected) {
    const char *found = digits_of(memory, people, count);
    if (strcmp(found, expected) != 0)
        fail_msg("%s: \"%s\", not \"%s\"", name, found, expected);
}

static void test_coverage(void **state) {
    for (size_t i = 0; i < sizeof coverage_rows / sizeof *coverage_rows; i++) {
        const struct coverage_row *row = &coverage_rows[i];
        struct small small;
        small_open(&small);
        small_expect(&small, PM, "200000");
        small_expect(&small, GPM, "300000");
        small_expect(&small, VP, "500000");
        struct gp_person people[PEOPLE];
        struct gp_answer answers[PEOPLE * ACTIVITIES];
        fill_team(people, answers, row);
        struct gp_team team = {.people = people,
                               .person_count = PEOPLE,
                               .answers = answers,
                               .activity_count = ACTIVITIES};
        struct gp_results results;
        gp_analyze_team(*state, &small.ladder, &small.policy, &team, &results);
        const struct gp_coverage *got = &results.coverage[ASK];
        if (got->rated != row->rated || got->interested != row->interested ||
            got->wanting_training != row->wanting_training)
            fail_msg("%s: rated %zu, interested %zu, wanting training %zu", row->name, got->rated,
                     got->interested, got->wanting_training);
        assert_int_equal(got->expected_by, 2);
        check_names(*state, row->name, got->able, got->able_count, row->able);
        check_names(*state, row->name, got->unwilling, got->unwilling_count, row->unwilling);
        check_names(*state, row->name, got->hidden, got->hidden_count, row->hidden);
        check_names(*state, row->name, got->apart, got->apart_count, row->apart);
        assert_int_equal(results.coverage[WATCH].rated, 0);
        assert_int_equal(results.coverage[WATCH].expected_by, 0);
    }
}

// A role exists here as soon as one of the team holds it: gpm by Ben, vp by Cleo, pm by Ana.
static void test_roles_of_the_team(void **state) {
    struct small small;
    small_open(&small);
    struct gp_person people[PEOPLE];
    struct gp_answer answers[PEOPLE * ACTIVITIES];
    fill_team(people, answers, &coverage_rows[0]);
    people[CLEO].rung = GP_NO_RUNG;
    struct gp_team team = {
        .people = people, .person_count = PEOPLE, .answers = answers, .activity_count = ACTIVITIES};
    struct gp_results results;
    gp_analyze_team(*state, &small.ladder, &small.policy, &team, &results);
    const struct gp_readiness *ana = results.profiles[ANA].readiness;
    assert_int_equal(ana[GPM].gates[GP_GATE_ROLE], GP_GATE_PASS);
    assert_int_equal(ana[VP].gates[GP_GATE_ROLE], GP_GATE_UNKNOWN);
    small.policy.roles_listed = true;
    gp_analyze_team(*state, &small.ladder, &small.policy, &team, &results);
    ana = results.profiles[ANA].readiness;
    assert_int_equal(ana[GPM].gates[GP_GATE_ROLE], GP_GATE_PASS);
    assert_int_equal(ana[VP].gates[GP_GATE_ROLE], GP_GATE_FAIL);
}

static void test_nobody(void **state) {
    struct small small;
    small_open(&small);
    struct gp_team team = {.activity_count = ACTIVITIES};
    struct gp_results results;
    gp_analyze_team(*state, &small.ladder, &small.policy, &team, &results);
    for (size_t i = 0; i < ACTIVITIES; i++)
        assert_int_equal(results.coverage[i].able_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_coverage, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_roles_of_the_team, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_nobody, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
