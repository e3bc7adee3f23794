// test_default_ladder.c - what the default ladder makes of people who have exactly what their rung
// expects, and the experience: for their own rung, and for the next one. Run from the project's
// folder: it reads templates/quartz.
#include "analyze/analyze.h"
#include "analyze/gates.h"
#include "analyze/readiness.h"
#include "analyze/shortest.h"
#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_ladder ladder;
    struct gp_policy policy;
};

static struct gp_source read_source(struct gp_memory *memory, const char *file) {
    struct gp_source source = {.name = gp_print(memory, "templates/quartz/%s", file)};
    const char *why = "";
    if (!gp_file_read(memory, source.name, &source.bytes, &why))
        fail_msg("%s: %s", source.name, why);
    return source;
}

static int open_ladder(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct fixture *fixture = gp_alloc(memory, 1, sizeof *fixture);
    fixture->memory = memory;
    fixture->messages.memory = memory;
    struct gp_source sources[GP_LADDER_FILE_COUNT];
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++)
        sources[i] = read_source(memory, gp_ladder_file_name((enum gp_ladder_file)i));
    struct gp_source policy = read_source(memory, "policy.csv");
    bool good =
        gp_read_ladder(memory, "quartz", sources, &fixture->messages, &fixture->ladder) &&
        gp_read_policy(memory, &policy, &fixture->ladder, &fixture->messages, &fixture->policy);
    for (size_t i = 0; i < fixture->messages.count; i++)
        print_error("%s%s\n", gp_at_text(memory, fixture->messages.items[i].at),
                    fixture->messages.items[i].text);
    *state = fixture;
    return good ? 0 : -1;
}

static int close_ladder(void **state) {
    struct fixture *fixture = *state;
    gp_memory_close(fixture->memory);
    return 0;
}

static size_t rung_of(const struct fixture *fixture, const char *id) {
    for (size_t i = 0; i < fixture->ladder.rung_count; i++)
        if (strcmp(fixture->ladder.rungs[i].id, id) == 0)
            return i;
    fail_msg("there is no rung %s", id);
    return GP_NO_RUNG;
}

// A team of one, who has exactly what `rung` expects.
static const struct gp_readiness *readiness_of(struct fixture *fixture, size_t rung) {
    const struct gp_ladder *ladder = &fixture->ladder;
    struct gp_answer *answers = gp_alloc(fixture->memory, ladder->activity_count, sizeof *answers);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        answers[i].axis[GP_SKILL] = gp_expected(ladder, rung, i)->level;
        answers[i].axis[GP_EXPERIENCE] = ladder->scales[GP_EXPERIENCE].highest;
        answers[i].axis[GP_INTEREST] = ladder->scales[GP_INTEREST].highest;
        answers[i].manager_skill = GP_ABSENT;
    }
    struct gp_person person = {.name = "Ana",
                               .key = "ana",
                               .rung = rung,
                               .target = GP_NO_RUNG,
                               .manager = GP_NO_PERSON,
                               .product_years_tenths = -1,
                               .products = -1};
    struct gp_team team = {.people = &person,
                           .person_count = 1,
                           .answers = answers,
                           .activity_count = ladder->activity_count};
    struct gp_results results;
    gp_analyze_team(fixture->memory, ladder, &fixture->policy, &team, &results);
    return results.profiles[0].readiness;
}

static void test_the_rung_they_hold(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ladder.activity_count, 78);
    assert_int_equal(fixture->ladder.facet_count, 9);
    for (size_t i = 0; i < fixture->ladder.rung_count; i++) {
        const struct gp_readiness *own = &readiness_of(fixture, i)[i];
        if (own->score != 1000 || own->breadth != 1000 || own->band != GP_BAND_HOLDS)
            fail_msg("%s: %u", fixture->ladder.rungs[i].id, own->score);
    }
}

// Sides by hand from expectations.csv, each rounded to the thousandth; then the hats.
static void test_the_next_rung(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        const char *rung, *next;
        int score, product, people;
        int must_haves, must_haves_short;
    } rows[] = {
        {"pm", "principal", 564, 610, 382, 4, 4},   // 0.8 x 610 + 0.2 x 382 = 564.4
        {"pm", "gpm", 482, 610, 353, 4, 4},         // 481.5
        {"tpm", "pm", 836, 859, 630, 3, 1},         // 0.9 x 859 + 0.1 x 630 = 836.1
        {"pmm", "pm", 893, 910, 741, 3, 1},         // 893.1
        {"principal", "gpm", 917, 1000, 833, 4, 1}, // 916.5
        {"director", "vp", 880, 1000, 850, 5, 5},   {"vp", "cpo", 931, 1000, 923, 4, 2}, // 930.7
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t next = rung_of(fixture, rows[i].next);
        const struct gp_readiness *got =
            &readiness_of(fixture, rung_of(fixture, rows[i].rung))[next];
        if (got->score != rows[i].score || got->sides[GP_PRODUCT_SIDE] != rows[i].product ||
            got->sides[GP_PEOPLE_SIDE] != rows[i].people)
            fail_msg("%s for %s: %u (%u, %u)", rows[i].rung, rows[i].next, got->score,
                     got->sides[GP_PRODUCT_SIDE], got->sides[GP_PEOPLE_SIDE]);
        assert_int_equal(got->must_haves, rows[i].must_haves);
        assert_int_equal(got->must_haves_short, rows[i].must_haves_short);
        assert_int_equal(got->gates[GP_GATE_MUST_HAVES], GP_GATE_FAIL);
    }
}

// Whether ratings alone make somebody ready; the score in `*score`.
static bool is_ready(struct fixture *fixture, const struct gp_answer *answers, size_t rung,
                     gp_permille *score) {
    const struct gp_policy *policy = &fixture->policy;
    struct gp_readiness readiness;
    gp_readiness_measure(fixture->memory, &fixture->ladder, policy, answers, rung, &readiness);
    *score = readiness.score;
    return readiness.must_haves_short == 0 && readiness.breadth >= policy->breadth_gate &&
           readiness.weakest_facet >= policy->facet_gate && readiness.score >= policy->ready_from;
}

// Makes all steps of the way, and then takes back one level of each in turn: all must be needed.
// Ratings are one level apart on the default scales.
static void check_way(struct fixture *fixture, struct gp_answer *answers, size_t rung) {
    struct gp_readiness readiness;
    gp_permille score = 0;
    gp_readiness_measure(fixture->memory, &fixture->ladder, &fixture->policy, answers, rung,
                         &readiness);
    struct gp_way way = gp_shortest_way(fixture->memory, &fixture->ladder, &fixture->policy,
                                        answers, rung, &readiness);
    assert_true(way.found);
    assert_int_equal(way.to_rate_count, 0);
    for (size_t i = 0; i < way.step_count; i++)
        answers[way.steps[i].activity].axis[way.steps[i].axis] = way.steps[i].to;
    assert_true(is_ready(fixture, answers, rung, &score));
    assert_int_equal(way.score, score);
    for (size_t i = 0; i < way.step_count; i++) {
        gp_rating *rating = &answers[way.steps[i].activity].axis[way.steps[i].axis];
        --*rating;
        if (is_ready(fixture, answers, rung, &score))
            fail_msg("%s: %s need not be raised", fixture->ladder.rungs[rung].id,
                     fixture->ladder.activities[way.steps[i].activity].name);
        ++*rating;
    }
}

// From what each rung expects to what each other one does; with all the experience there is, and
// with little of every third activity.
static void test_ways_between_rungs(void **state) {
    struct fixture *fixture = *state;
    const struct gp_ladder *ladder = &fixture->ladder;
    struct gp_answer *answers = gp_alloc(fixture->memory, ladder->activity_count, sizeof *answers);
    for (size_t i = 0; i < 2 * ladder->rung_count * ladder->rung_count; i++) {
        size_t from = i / 2 / ladder->rung_count, to = i / 2 % ladder->rung_count;
        for (size_t j = 0; j < ladder->activity_count; j++) {
            bool proven = i % 2 == 0 || j % 3 > 0;
            answers[j] = (struct gp_answer){.manager_skill = GP_ABSENT};
            answers[j].axis[GP_SKILL] = gp_expected(ladder, from, j)->level;
            answers[j].axis[GP_EXPERIENCE] =
                proven ? ladder->scales[GP_EXPERIENCE].highest : (gp_rating)(j % 2);
            answers[j].axis[GP_INTEREST] = (gp_rating)(j % 6);
        }
        check_way(fixture, answers, to);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_rung_they_hold),
        cmocka_unit_test(test_the_next_rung),
        cmocka_unit_test(test_ways_between_rungs),
    };
    return cmocka_run_group_tests(tests, open_ladder, close_ladder);
}
