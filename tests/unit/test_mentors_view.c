// test_mentors_view.c - who mentors whom as CSV, text and JSON: by hand for a small team; read back
// as last cycle's; and of random teams, that the reasons add up to the strengths.
//
// Everybody's target is gpm, which expects 4 everywhere; interest stands behind the skill.
//
//   person   skill     interest  what
//   Ana      21....    54....    with the first Tim: Watch 3 x 4 x 3 = 36, Ask 2 x 5 x 2 = 20, he
//                                holds her target: 10, her list lies where he is best: 5; 71.
//                                With the other, who is a vp and not ahead on Watch: 20 + 5 = 25
//   Ben      2.....    3.....    new, and rated 1 by his manager, so 1.5: Ask 2.5 x 3 x 2.5 = 18.75
//                                and 5, with the first Tim 10 more: 23.75 or 33.75
//   Cleo     4.....    5.....    kept with Zoe, who has no hours; 0. Ahead on Ask, not willing
//   Dan      2.....    5.....    nobody free; with the second Tim it would be 20 + 5 = 25
//   Eve      2.....    5.....    wants none
//
// Newcomers first, so Ben has one; 71 + 23.75 is more than 25 + 33.75, or anything with Dan.
#include "base/number.h"
#include "mentor_world.h"
#include "pay_world.h"
#include "write/mentor_words.h"

#include <stdint.h>

enum { ANA, BEN, CLEO, DAN, EVE, TIM, OTHER_TIM, ZOE };

struct shown {
    struct mentor_world world;
    struct gp_origin origin;
    struct gp_report report;
};

static void show(struct shown *shown) {
    struct mentor_world *world = &shown->world;
    match(world);
    shown->origin = (struct gp_origin){.program = "growthplan 0",
                                       .as_of = "2026-11-23",
                                       .ladder_name = "small",
                                       .ladder_hash = "abc"};
    shown->report = (struct gp_report){.ladder = &world->small.ladder,
                                       .policy = &world->small.policy,
                                       .team = &world->team,
                                       .results = &world->results,
                                       .origin = &shown->origin,
                                       .matching = &world->matching,
                                       .as_of = {2026, 11, 23}};
}

static void open_shown(struct shown *shown) {
    struct mentor_world *world = &shown->world;
    open_mentors(world);
    add_mentee(world, "Ana", PM, "21....", "54....");
    add_mentee(world, "Ben", PM, "2.....", "3.....");
    add_mentee(world, "Cleo", PM, "4.....", "5.....");
    add_mentee(world, "Dan", PM, "2.....", "5.....");
    add_mentee(world, "Eve", PM, "2.....", "5.....");
    add_mentor(world, "Tim", GPM, "44....", 1);
    add_mentor(world, "Tim", VP, "43....", 1);
    add_mentee(world, "Zoe", VP, NULL, NULL);
    world->answers[BEN * ACTIVITIES + ASK].manager_skill = 1;
    world->people[BEN].product_years_tenths = 0;
    world->people[EVE].wants_mentor = GP_NO;
    world->people[TIM].id = "7";
    world->people[OTHER_TIM].id = "8";
    world->people[ZOE].answered = false;
    say(world, CLEO, ZOE, GP_PAIR_ALWAYS);
    show(shown);
}

static void test_csv(void **state) {
    (void)state;
    struct shown shown;
    open_shown(&shown);
    assert_string_equal(
        gp_mentors_csv(shown.world.memory, &shown.report).data,
        "mentee,mentor,strength,hours_per_month,activities,reasons,round,status\n"
        "Ana,Tim (7),71.0,4.0,Watch; Ask,Watch 1 to 4 (gap 3 x interest 4 x 3 ahead = 36); Ask 2 "
        "to 4 (gap 2 x interest 5 x 2 ahead = 20); made the move: 10; strong where most of the "
        "focus lies: 5,1,\n"
        "Ben,Tim (8),23.75,4.0,Ask,Ask 1.5 to 4 (gap 2.5 x interest 3 x 2.5 ahead = 18.75); "
        "strong where most of the focus lies: 5,1,\n"
        "Cleo,Zoe,0.0,4.0,,kept by pairs.csv,1,\n"
        "Dan,,,,,who is willing and ahead has no hours left,,\n"
        "Eve,,,,,wants no mentor now,,\n"
        "Tim (7),,,,,nothing on the focus list: no gap to the target with high interest,,\n"
        "Tim (8),,,,,nothing on the focus list: no gap to the target with high interest,,\n"
        "Zoe,,,,,\"no answers, so there is no focus list\",,\n");
    close_mentors(&shown.world);
}

// What a run wrote is what the next one takes as last cycle's, once somebody filled in a status.
static void test_read_back(void **state) {
    (void)state;
    static const char roster[] = "id,name,role\n1,Ana,pm\n2,Ben,pm\n3,Cleo,pm\n4,Dan,pm\n5,Eve,pm\n"
                                 "7,Tim,gpm\n8,Tim,vp\n9,Zoe,vp\n";
    struct shown shown;
    struct pay_world next;
    open_shown(&shown);
    open_pay_world(&next, "USD");
    read_roster(&next, roster);
    char *text =
        gp_print(shown.world.memory, "%s", gp_mentors_csv(shown.world.memory, &shown.report).data);
    char *first = strstr(text, "5,1,\n");
    assert_non_null(first);
    text = gp_print(shown.world.memory, "%.*s5,1,ended%s", (int)(first - text), text, first + 4);
    struct gp_source source = text_source("mentors.csv", text);
    assert_true(gp_read_previous_pairs(&next.intake, &source));
    settle(&next, false);
    assert_string_equal(told(&next), "");
    static const struct gp_pair_said expected[] = {{ANA, TIM, GP_PAIR_ENDED, {0}},
                                                   {BEN, OTHER_TIM, GP_PAIR_PREVIOUS, {0}},
                                                   {CLEO, ZOE, GP_PAIR_PREVIOUS, {0}}};
    assert_int_equal(next.intake.pairs.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(next.intake.pairs.items[i].mentee, expected[i].mentee);
        assert_int_equal(next.intake.pairs.items[i].mentor, expected[i].mentor);
        assert_int_equal(next.intake.pairs.items[i].rule, expected[i].rule);
    }
    close_pay_world(&next);
    close_mentors(&shown.world);
}

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
    (void)state;
    static const char *const texts[] = {
        "Mentors as of 2026-11-23: 3 of 4 who ask for one have one\n",
        "New to product, and so first in line: 1 of 1 has one\n",
        "A mentee takes 4 hours a month; a mentor is at the target's level, and 2 levels ahead\n",
        "\nPairs, by mentee\n",
        "\nAna     Tim (7)      71.0            4.0           2\n",
        "Ben     Tim (8)     23.75            4.0           1  new to product\n",
        "Cleo    Zoe           0.0            4.0           0  kept\n",
        "\nWhy: the points of a pair add up to its strength\n",
        "\nAna     Tim (7)  Watch",
        " 1       4           4    3           4        3      36.0\n",
        "Ana     Tim (7)  (made the move)",
        "10.0\n",
        "Ben     Tim (8)  Ask",
        " 1.5       4           4  2.5           3      2.5     18.75\n",
        "\nWithout a mentor\n",
        "- Dan: who is willing and ahead has no hours left. What would change it: more hours",
        "month from one\n  of: Tim (7) (4); Tim (8) (4). For a quick question: Cleo about Ask; Tim",
        "(7) about Ask; Tim (8)\n  about Ask\n",
        "- Eve: wants no mentor now. What would change it: a yes to wants_mentor on the roster.",
        "\nMentors and their hours\n",
        "\nTim (7)            4.0   4.0        1  Ana\n",
        "Zoe                0.0   4.0        1  Cleo  over their hours\n",
        "\nWould both rather have each other",
        "\nDan     Tim (8)      25.0  nobody      Ben (23.75)\n",
        "A strength is of a pair, never of a person"};
    struct shown shown;
    open_shown(&shown);
    const char *text = gp_mentors_text(shown.world.memory, &shown.report).data;
    assert_in_order(text, texts, sizeof texts / sizeof *texts);
    assert_null(strstr(text, "Round"));
    assert_null(strstr(text, "group"));
    close_mentors(&shown.world);
}

static void test_json(void **state) {
    (void)state;
    static const char *const texts[] = {"\"as_of\": \"2026-11-23\"",
                                        "\"hours_per_mentee\": 4,",
                                        "\"asking\": 4,",
                                        "\"matched\": 3,",
                                        "\"newcomers_matched\": 1,",
                                        "\"mentee\": \"Ana\"",
                                        "\"mentor\": \"Tim (7)\"",
                                        "\"strength\": 71,",
                                        "\"activity\": \"Watch\"",
                                        "\"mentor\": 4",
                                        "\"points\": 36",
                                        "\"move\": 10",
                                        "\"previous\": 0",
                                        "\"strength\": 23.75,",
                                        "\"newcomer\": true",
                                        "\"mentee\": 1.5",
                                        "\"kept\": true",
                                        "\"without_mentor\": [",
                                        "\"person\": \"Dan\"",
                                        "\"reason\": \"nobody_free\"",
                                        "\"ask\": \"Tim (7)\"",
                                        "\"mentors\": [",
                                        "\"mentor\": \"Zoe\"",
                                        "\"used\": 4",
                                        "\"groups\": []",
                                        "\"would_rather\": [",
                                        "\"strength\": 25"};
    struct shown shown;
    open_shown(&shown);
    assert_in_order(gp_mentors_json(shown.world.memory, &shown.report).data, texts,
                    sizeof texts / sizeof *texts);
    close_mentors(&shown.world);
}

// With hours for all, a second mentor each, and groups.
static void test_rounds_and_groups(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Round", "Ana     Tim (7)      71.0            4.0      1",
        "Ana     Tim (8)      25.0            4.0      2",
        "Could meet as a group: one mentor, the same gap\n- Tim (7) on Ask: Ana; Ben; Dan\n"};
    struct shown shown;
    open_shown(&shown);
    shown.world.people[TIM].mentor_hours_tenths = 400;
    shown.world.people[OTHER_TIM].mentor_hours_tenths = 400;
    shown.world.input.each = 2;
    show(&shown);
    assert_in_order(gp_mentors_text(shown.world.memory, &shown.report).data, texts,
                    sizeof texts / sizeof *texts);
    close_mentors(&shown.world);
}

// Who could be asked, by the reason.
static void test_fixes(void **state) {
    (void)state;
    enum { MORE = 4 };
    static const char *const names[MORE] = {"Zora", "Zula", "Zuse", "Zyta"};
    struct shown shown;
    open_shown(&shown);
    struct mentor_world *world = &shown.world;
    struct gp_memory *memory = world->memory;
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, false),
                        "more hours from somebody who is willing and ahead");
    world->people[TIM].mentor_hours_tenths = 65; // 4 of them for Ana
    show(&shown);
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, true),
                        "more hours a month from one of: Tim (7) (1.5); Tim (8) (4)");
    for (size_t i = 0; i < MORE; i++)
        add_mentor(world, names[i], VP, "4.....", 0);
    show(&shown);
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, true),
                        "more hours a month from one of: Tim (7) (1.5); Tim (8) (4); Zora (4); "
                        "Zula (4); Zuse (4) and 1 more");
    world->team.person_count -= MORE;
    world->people[TIM].mentor_willing = GP_NO;
    world->people[OTHER_TIM].mentor_willing = GP_UNKNOWN;
    show(&shown);
    assert_string_equal(gp_unmatched_id(world->matching.mentees[DAN].why), "nobody_willing");
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, true),
                        "a yes to mentoring from one of: Cleo; Tim (7); Tim (8)");
    // One's manager would not do, nor would somebody under a year in product.
    world->people[DAN].manager = TIM;
    world->people[CLEO].product_years_tenths = 9;
    show(&shown);
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, true),
                        "a yes to mentoring from one of: Tim (8)");
    say(world, DAN, OTHER_TIM, GP_PAIR_NEVER);
    show(&shown);
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, true),
                        "a mentor from another team or company, or a course");
    world->people[TIM].mentor_willing = GP_YES;
    show(&shown);
    assert_string_equal(gp_unmatched_id(world->matching.mentees[DAN].why), "nobody_allowed");
    assert_string_equal(gp_unmatched_fix(memory, &shown.report, DAN, true),
                        "a mentor from another team, or another look at what keeps people apart: "
                        "policy, never pairs, last cycle's pairs");
    close_mentors(world);
}

// The sum of the numbers behind "= " and ": ", in thousandths.
static int64_t sum_of_reasons(struct gp_memory *memory, const char *reasons) {
    int64_t sum = 0;
    for (const char *at = reasons; *at != '\0'; at++) {
        if (strncmp(at, "= ", 2) != 0 && strncmp(at, ": ", 2) != 0)
            continue;
        size_t length = strspn(at + 2, "0123456789.");
        int64_t points = 0;
        assert_true(gp_decimal_parse(gp_copy(memory, at + 2, length), 3, &points));
        sum += points;
    }
    return sum;
}

static uint64_t seed = 5;

static unsigned below(unsigned limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed % limit);
}

static void add_anybody(struct mentor_world *world, const char *name) {
    enum { TEXT = ACTIVITIES + 1 };
    char skill[TEXT] = "", manager[TEXT] = "", interest[TEXT] = "";
    for (size_t i = 0; i < ACTIVITIES; i++) {
        skill[i] = ".012345"[below(7)];
        manager[i] = "...01234"[below(8)];
        interest[i] = ".012345"[below(7)];
    }
    size_t person = add_mentee(world, name, below(RUNGS), skill, interest);
    small_answer(&world->answers[person * ACTIVITIES], skill, manager, NULL, interest);
    world->people[person].mentor_willing = below(3) > 0 ? GP_YES : GP_NO;
    world->people[person].mentor_hours_tenths = 40 * (int32_t)below(3);
    world->people[person].product_years_tenths = (int32_t)below(60);
}

static void test_reasons_add_up(void **state) {
    (void)state;
    static const char *const names[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
    size_t pairs = 0;
    for (int turn = 0; turn < 300; turn++) {
        struct shown shown;
        open_mentors(&shown.world);
        shown.world.small.policy.manager_weight = (gp_permille)below(1001);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            add_anybody(&shown.world, names[i]);
        say(&shown.world, 0, 1 + below(7), GP_PAIR_PREVIOUS);
        shown.world.input.each = 2;
        show(&shown);
        for (size_t i = 0; i < shown.world.matching.pair_count; i++) {
            const struct gp_mentoring *pair = &shown.world.matching.pairs[i];
            const char *reasons = gp_pair_reasons(shown.world.memory, &shown.report, pair);
            if (sum_of_reasons(shown.world.memory, reasons) != pair->strength)
                fail_msg("%lld is not the sum of: %s", (long long)pair->strength, reasons);
            pairs++;
        }
        close_mentors(&shown.world);
    }
    assert_true(pairs > 300);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_rounds_and_groups),
        cmocka_unit_test(test_fixes),
        cmocka_unit_test(test_reasons_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
