// test_gates.c - gates and bands at their edges, targets and places.
#include "analyze/analyze.h"
#include "analyze/gates.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { N = GP_NO_SHARE, P = GP_GATE_PASS, F = GP_GATE_FAIL, U = GP_GATE_UNKNOWN };

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

// A pm whose target is gpm (3 years, 2 products), with the default thresholds. `facet` is the share
// of FIND, the others have 1000. `role`: 'h' held by somebody, 'l' listed, 'x' others are listed,
// '.' nothing is known.
static const struct gate_row {
    const char *name;
    int answered, must_short, must_unrated, breadth, facet, score;
    int years_tenths, products;
    enum gp_known supported;
    char role;
    size_t gate; // the one this row is about ...
    int state;
    size_t first; // ... and the first that does not pass
    enum gp_band band;
} gate_rows[] = {
    {"every gate at its edge", 800, 0, 0, 700, 600, 850, 30, 2, GP_YES, 'h', GP_GATE_SCORE, P,
     GP_NO_GATE, GP_BAND_READY},
    {"too few answers", 799, 0, 0, 700, 600, 850, 30, 2, GP_YES, 'h', GP_GATE_ANSWERED, F,
     GP_GATE_ANSWERED, GP_BAND_UNANSWERED},
    {"nothing expected", N, 0, 0, N, N, N, 30, 2, GP_YES, 'h', GP_GATE_ANSWERED, U,
     GP_GATE_ANSWERED, GP_BAND_UNANSWERED},
    {"a must-have short", 800, 1, 0, 700, 600, 850, 30, 2, GP_YES, 'h', GP_GATE_MUST_HAVES, F,
     GP_GATE_MUST_HAVES, GP_BAND_NEARLY},
    {"a must-have not rated", 800, 0, 1, 700, 600, 850, 30, 2, GP_YES, 'h', GP_GATE_MUST_HAVES, U,
     GP_GATE_MUST_HAVES, GP_BAND_NEARLY},
    {"short goes before not rated", 800, 1, 1, 700, 600, 850, 30, 2, GP_YES, 'h',
     GP_GATE_MUST_HAVES, F, GP_GATE_MUST_HAVES, GP_BAND_NEARLY},
    {"too narrow", 800, 0, 0, 699, 600, 850, 30, 2, GP_YES, 'h', GP_GATE_BREADTH, F,
     GP_GATE_BREADTH, GP_BAND_NEARLY},
    {"a weak facet", 800, 0, 0, 700, 599, 850, 30, 2, GP_YES, 'h', GP_GATE_FACET, F, GP_GATE_FACET,
     GP_BAND_NEARLY},
    {"a facet not rated", 800, 0, 0, 700, N, 850, 30, 2, GP_YES, 'h', GP_GATE_FACET, U,
     GP_GATE_FACET, GP_BAND_NEARLY},
    {"no breadth, for nothing is rated", 800, 0, 0, N, 600, 850, 30, 2, GP_YES, 'h',
     GP_GATE_BREADTH, U, GP_GATE_BREADTH, GP_BAND_NEARLY},
    {"no score, for nothing is rated", 800, 0, 0, 700, 600, N, 30, 2, GP_YES, 'h', GP_GATE_SCORE, U,
     GP_GATE_SCORE, GP_BAND_UNANSWERED},
    {"a score just under", 800, 0, 0, 700, 600, 849, 30, 2, GP_YES, 'h', GP_GATE_SCORE, F,
     GP_GATE_SCORE, GP_BAND_NEARLY},
    {"just nearly", 800, 0, 0, 700, 600, 750, 30, 2, GP_YES, 'h', GP_GATE_SCORE, F, GP_GATE_SCORE,
     GP_BAND_NEARLY},
    {"not nearly yet", 800, 0, 0, 700, 600, 749, 30, 2, GP_YES, 'h', GP_GATE_SCORE, F,
     GP_GATE_SCORE, GP_BAND_DEVELOPING},
    {"just developing", 800, 0, 0, 700, 600, 500, 30, 2, GP_YES, 'h', GP_GATE_SCORE, F,
     GP_GATE_SCORE, GP_BAND_DEVELOPING},
    {"early", 800, 0, 0, 700, 600, 499, 30, 2, GP_YES, 'h', GP_GATE_SCORE, F, GP_GATE_SCORE,
     GP_BAND_EARLY},
    {"early, whatever else is short", 800, 2, 0, 0, 0, 0, -1, -1, GP_NO, 'x', GP_GATE_SCORE, F,
     GP_GATE_MUST_HAVES, GP_BAND_EARLY},
    {"a tenth of a year short", 800, 0, 0, 700, 600, 850, 29, 2, GP_YES, 'h', GP_GATE_YEARS, F,
     GP_GATE_YEARS, GP_BAND_NEARLY},
    {"years not known", 800, 0, 0, 700, 600, 850, -1, 2, GP_YES, 'h', GP_GATE_YEARS, U,
     GP_GATE_YEARS, GP_BAND_NEARLY},
    {"a product short", 800, 0, 0, 700, 600, 850, 30, 1, GP_YES, 'h', GP_GATE_PRODUCTS, F,
     GP_GATE_PRODUCTS, GP_BAND_NEARLY},
    {"products not known", 800, 0, 0, 700, 600, 850, 30, -1, GP_YES, 'h', GP_GATE_PRODUCTS, U,
     GP_GATE_PRODUCTS, GP_BAND_NEARLY},
    {"not supported", 800, 0, 0, 700, 600, 850, 30, 2, GP_NO, 'h', GP_GATE_SUPPORT, F,
     GP_GATE_SUPPORT, GP_BAND_NEARLY},
    {"support not known", 800, 0, 0, 700, 600, 850, 30, 2, GP_UNKNOWN, 'h', GP_GATE_SUPPORT, U,
     GP_GATE_SUPPORT, GP_BAND_NEARLY},
    {"a role that is listed", 800, 0, 0, 700, 600, 850, 30, 2, GP_YES, 'l', GP_GATE_ROLE, P,
     GP_NO_GATE, GP_BAND_READY},
    {"a role that is not", 800, 0, 0, 700, 600, 850, 30, 2, GP_YES, 'x', GP_GATE_ROLE, F,
     GP_GATE_ROLE, GP_BAND_NEARLY},
    {"a role of which nothing is known", 800, 0, 0, 700, 600, 850, 30, 2, GP_YES, '.', GP_GATE_ROLE,
     U, GP_GATE_ROLE, GP_BAND_NEARLY},
    {"the first of two is named", 800, 0, 0, 699, 599, 850, 29, 2, GP_NO, 'x', GP_GATE_FACET, F,
     GP_GATE_BREADTH, GP_BAND_NEARLY},
};

static struct gp_readiness measures_of(const struct gate_row *row, gp_permille *facets) {
    facets[0] = (gp_permille)row->facet;
    facets[1] = facets[2] = 1000;
    return (struct gp_readiness){.score = (gp_permille)row->score,
                                 .answered = (gp_permille)row->answered,
                                 .breadth = (gp_permille)row->breadth,
                                 .facets = facets,
                                 .weakest_facet = row->facet == N ? 1000 : (gp_permille)row->facet,
                                 .must_haves = 3,
                                 .must_haves_short = (uint16_t)row->must_short,
                                 .must_haves_unrated = (uint16_t)row->must_unrated};
}

static struct gp_person person_of(const struct gate_row *row) {
    struct gp_person person = small_person("Ana");
    person.rung = PM;
    person.target = GPM;
    person.product_years_tenths = row->years_tenths;
    person.products = row->products;
    person.supported = row->supported;
    return person;
}

static void open_gates(struct small *small, const struct gate_row *row) {
    small_open(small);
    small_expect(small, GPM, "333333");
    small->policy.roles_listed = row->role == 'l' || row->role == 'x';
    small->role_here[GPM] = row->role == 'l';
}

static void test_gates(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof gate_rows / sizeof *gate_rows; i++) {
        const struct gate_row *row = &gate_rows[i];
        struct small small;
        open_gates(&small, row);
        gp_permille facets[FACETS];
        struct gp_readiness got = measures_of(row, facets);
        struct gp_person person = person_of(row);
        struct gp_gates_of of = {&small.ladder, &small.policy, &person, GPM, GPM, row->role == 'h'};
        gp_gates_judge(&of, &got);
        if ((int)got.gates[row->gate] != row->state)
            fail_msg("%s: state %d", row->name, got.gates[row->gate]);
        if (got.first_gate != row->first)
            fail_msg("%s: first gate %d", row->name, got.first_gate);
        if (got.band != row->band)
            fail_msg("%s: band %d", row->name, got.band);
    }
}

// The same for the rung held now: the record and the role are there, skill still counts.
static void test_the_rung_held(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof gate_rows / sizeof *gate_rows; i++) {
        const struct gate_row *row = &gate_rows[i];
        struct small small;
        open_gates(&small, row);
        gp_permille facets[FACETS];
        struct gp_readiness got = measures_of(row, facets);
        struct gp_person person = person_of(row);
        person.rung = GPM;
        struct gp_gates_of of = {&small.ladder, &small.policy, &person, GPM, VP, true};
        gp_gates_judge(&of, &got);
        for (size_t j = GP_GATE_YEARS; j <= GP_GATE_ROLE; j++)
            assert_int_equal(got.gates[j], P);
        bool skilled = row->first >= GP_GATE_YEARS; // and so the score is there too
        enum gp_band band = skilled ? GP_BAND_HOLDS : GP_BAND_GROWING;
        bool known = row->answered >= 800 && row->answered != N && row->score != N;
        if (got.band != (known ? band : GP_BAND_UNANSWERED))
            fail_msg("%s: band %d", row->name, got.band);
    }
}

// Every gate and band turns at the policy's threshold, wherever that is, and not a thousandth
// below.
static void test_thresholds(void **state) {
    (void)state;
    static const gp_permille thresholds[] = {0, 1, 499, 500, 999, 1000};
    for (size_t i = 0; i < sizeof thresholds / sizeof *thresholds; i++) {
        gp_permille at = thresholds[i];
        for (int below = 0; below <= (at > 0); below++) {
            struct small small;
            gp_permille share = (gp_permille)(at - below), facets[FACETS] = {share, 1000, 1000};
            struct gp_readiness got = {.score = share,
                                       .answered = share,
                                       .breadth = share,
                                       .facets = facets,
                                       .weakest_facet = share};
            struct gp_person person = person_of(&gate_rows[0]);
            struct gp_gates_of of = {&small.ladder, &small.policy, &person, GPM, GPM, true};
            open_gates(&small, &gate_rows[0]);
            small.policy.answered_gate = small.policy.breadth_gate = at;
            small.policy.facet_gate = small.policy.ready_from = at;
            small.policy.developing_from = small.policy.nearly_from = 0;
            gp_gates_judge(&of, &got);
            int expected = below ? F : P;
            assert_int_equal(got.gates[GP_GATE_ANSWERED], expected);
            assert_int_equal(got.gates[GP_GATE_BREADTH], expected);
            assert_int_equal(got.gates[GP_GATE_FACET], expected);
            assert_int_equal(got.gates[GP_GATE_SCORE], expected);
            assert_int_equal(got.band, below ? GP_BAND_UNANSWERED : GP_BAND_READY);
            small.policy.answered_gate = 0;
            gp_gates_judge(&of, &got);
            assert_int_equal(got.band, below ? GP_BAND_NEARLY : GP_BAND_READY);
            small.policy.nearly_from = at;
            gp_gates_judge(&of, &got);
            assert_int_equal(got.band, below ? GP_BAND_DEVELOPING : GP_BAND_READY);
            small.policy.developing_from = at;
            gp_gates_judge(&of, &got);
            assert_int_equal(got.band, below ? GP_BAND_EARLY : GP_BAND_READY);
        }
    }
}

// A weak facet fails the gate, whether or not another one is not rated.
static void test_weak_goes_before_not_rated(void **state) {
    (void)state;
    struct small small;
    open_gates(&small, &gate_rows[0]);
    gp_permille facets[FACETS];
    struct gp_readiness got = measures_of(&gate_rows[0], facets);
    struct gp_person person = person_of(&gate_rows[0]);
    struct gp_gates_of of = {&small.ladder, &small.policy, &person, GPM, GPM, true};
    facets[0] = got.weakest_facet = 599;
    facets[1] = N;
    gp_gates_judge(&of, &got);
    assert_int_equal(got.gates[GP_GATE_FACET], F);
    facets[0] = got.weakest_facet = 600;
    gp_gates_judge(&of, &got);
    assert_int_equal(got.gates[GP_GATE_FACET], U);
}

// Support is for the target: of any other rung nothing is known.
static void test_support_is_for_the_target(void **state) {
    (void)state;
    const struct gate_row *row = &gate_rows[0];
    struct small small;
    open_gates(&small, row);
    gp_permille facets[FACETS];
    struct gp_readiness got = measures_of(row, facets);
    struct gp_person person = person_of(row);
    struct gp_gates_of of = {&small.ladder, &small.policy, &person, GPM, VP, true};
    gp_gates_judge(&of, &got);
    assert_int_equal(got.gates[GP_GATE_SUPPORT], U);
    assert_int_equal(got.first_gate, GP_GATE_SUPPORT);
}

// A facet of which nothing is expected cannot be missing, and an entry asks for no record.
static void test_what_is_not_asked_for(void **state) {
    (void)state;
    const struct gate_row *row = &gate_rows[8]; // FIND not rated
    struct small small;
    open_gates(&small, row);
    small_expect(&small, PM, "003333");
    gp_permille facets[FACETS];
    struct gp_readiness got = measures_of(row, facets);
    struct gp_person person = small_person("Ana");
    struct gp_gates_of of = {&small.ladder, &small.policy, &person, PM, PM, true};
    gp_gates_judge(&of, &got);
    assert_int_equal(got.gates[GP_GATE_FACET], P);
    assert_int_equal(got.gates[GP_GATE_YEARS], P);
    assert_int_equal(got.gates[GP_GATE_PRODUCTS], P);
}

static struct gp_profile analyze_one(struct gp_memory *memory, struct small *small,
                                     struct gp_person person, struct gp_answer *answers) {
    struct gp_team team = {
        .people = &person, .person_count = 1, .answers = answers, .activity_count = ACTIVITIES};
    struct gp_results results;
    gp_analyze_team(memory, &small->ladder, &small->policy, &team, &results);
    return results.profiles[0];
}

// Ask: 2 of 2, weight 70. Watch: own 2 and manager 3 of 5, weight 30.
// manager_weight 500: 2500 / 5 = 500; (70 x 1000 + 30 x 500) / 100 = 850. Breadth 70 / 100.
// manager_weight 485: 2485 / 5 = 497; (70 x 1000 + 30 x 497) / 100 = 849.1.
static void test_ready_to_the_last_thousandth(void **state) {
    struct small small;
    small_open(&small);
    small_expect(&small, GPM, "250000");
    small.activities[ASK].weight = 70;
    small.activities[WATCH].weight = 30;
    small.policy.roles_listed = true;
    small.role_here[GPM] = true;
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "22....", "23....", NULL, NULL);
    struct gp_person person = person_of(&gate_rows[0]);
    struct gp_readiness *got = &analyze_one(*state, &small, person, answers).readiness[GPM];
    assert_int_equal(got->score, 850);
    assert_int_equal(got->breadth, 700);
    assert_int_equal(got->band, GP_BAND_READY);
    assert_int_equal(got->first_gate, GP_NO_GATE);
    small.policy.manager_weight = 485;
    got = &analyze_one(*state, &small, person, answers).readiness[GPM];
    assert_int_equal(got->score, 849);
    assert_int_equal(got->band, GP_BAND_NEARLY);
    assert_int_equal(got->first_gate, GP_GATE_SCORE);
}

static void test_targets(void **state) {
    static const struct {
        const char *name;
        size_t rung, named, target;
    } rows[] = {
        {"named", PM, VP, VP},
        {"named, and held", PM, PM, PM},
        {"the next", PM, GP_NO_RUNG, GPM},
        {"at the top", VP, GP_NO_RUNG, VP},
        {"from outside to the entry", GP_NO_RUNG, GP_NO_RUNG, PM},
        {"from outside, named", GP_NO_RUNG, GPM, GPM},
    };
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, NULL, NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        struct gp_person person = small_person("Ana");
        person.rung = rows[i].rung;
        person.target = rows[i].named;
        struct gp_profile profile = analyze_one(*state, &small, person, answers);
        if (profile.target != rows[i].target)
            fail_msg("%s: %zu", rows[i].name, profile.target);
        assert_int_equal(profile.target_named, rows[i].named != GP_NO_RUNG);
    }
}

// Two entries, pm and gpm: the one with the higher score, ties in ladder order.
static void test_the_nearest_entry(void **state) {
    static const struct {
        const char *name, *pm, *gpm;
        size_t target;
    } rows[] = {
        {"the second is nearer", "500000", "300000", GPM}, // 3 of 5, 3 of 3
        {"the first is nearer", "300000", "500000", PM},
        {"as near", "500000", "500000", PM},
        {"the first expects nothing rated", "000005", "500000", GPM},
        {"neither is known", "000005", "000005", PM},
    };
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "3.....", NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        small.rungs[GPM].path = GP_PATH_ENTRY;
        small_expect(&small, PM, rows[i].pm);
        small_expect(&small, GPM, rows[i].gpm);
        struct gp_profile profile = analyze_one(*state, &small, small_person("Ana"), answers);
        if (profile.target != rows[i].target)
            fail_msg("%s: %zu", rows[i].name, profile.target);
    }
}

static void test_places(void **state) {
    static const struct {
        const char *name, *gpm, *skill;
        size_t entry, people;
    } rows[] = {
        {"not yet at the entry", "222211", "000000", GP_NO_RUNG, GP_NO_RUNG},
        {"at the entry", "222211", "111100", PM, GP_NO_RUNG},
        {"one up", "222211", "222211", PM, GPM},
        {"at the top", "222211", "444433", PM, VP},
        {"no way round a rung between", "555555", "444433", PM, GP_NO_RUNG},
        {"nothing rated", "222211", "......", GP_NO_RUNG, GP_NO_RUNG},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small small;
        small_open(&small);
        small_expect(&small, PM, "111100");
        small_expect(&small, GPM, rows[i].gpm);
        small_expect(&small, VP, "444433");
        struct gp_answer answers[ACTIVITIES];
        small_answer(answers, rows[i].skill, NULL, NULL, NULL);
        struct gp_profile profile = analyze_one(*state, &small, small_person("Ana"), answers);
        if (profile.placed[GP_PATH_ENTRY] != rows[i].entry ||
            profile.placed[GP_PATH_PEOPLE] != rows[i].people)
            fail_msg("%s: %zu, %zu", rows[i].name, profile.placed[GP_PATH_ENTRY],
                     profile.placed[GP_PATH_PEOPLE]);
        assert_true(profile.placed[GP_PATH_PRODUCT] == GP_NO_RUNG);
    }
}

// The same ladder with its rungs turned round: the top stands first in the file.
static void test_places_whatever_the_order(void **state) {
    struct small small;
    small_open(&small);
    struct gp_rung pm = small.rungs[PM];
    small.rungs[PM] = small.rungs[VP];
    small.rungs[VP] = pm;
    small.from_pm[0] = VP;
    small_expect(&small, 0, "444433");
    small_expect(&small, 1, "222211");
    small_expect(&small, 2, "111100");
    struct gp_answer answers[ACTIVITIES];
    small_answer(answers, "444433", NULL, NULL, NULL);
    struct gp_profile profile = analyze_one(*state, &small, small_person("Ana"), answers);
    assert_int_equal(profile.placed[GP_PATH_ENTRY], 2);
    assert_int_equal(profile.placed[GP_PATH_PEOPLE], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gates),
        cmocka_unit_test(test_the_rung_held),
        cmocka_unit_test(test_thresholds),
        cmocka_unit_test(test_weak_goes_before_not_rated),
        cmocka_unit_test(test_support_is_for_the_target),
        cmocka_unit_test(test_what_is_not_asked_for),
        cmocka_unit_test_setup_teardown(test_ready_to_the_last_thousandth, open_memory,
                                        close_memory),
        cmocka_unit_test_setup_teardown(test_targets, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_the_nearest_entry, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_places, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_places_whatever_the_order, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
