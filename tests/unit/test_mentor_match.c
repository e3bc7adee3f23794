// test_mentor_match.c - a team's mentors: pairs kept and forbidden, rounds, reasons, load, whom to
// ask, who would rather, groups; then random teams against all pairings, in any order of people.
//
// On this ladder gpm expects 4 everywhere. Mentors are vps unless the row says otherwise, so that
// they have not made a pm's move: no bonus but that of the facet, which is set to nothing.
#include "mentor_world.h"

#include <stdint.h>

static void open_match(struct mentor_world *world) {
    open_mentors(world);
    world->small.policy.mentor_bonuses[GP_BONUS_FACET] = 0;
}

static const struct gp_mentoring *pair_at(const struct gp_matching *matching, size_t at) {
    assert_true(at < matching->pair_count);
    return &matching->pairs[at];
}

static void expect_pair(const struct gp_matching *matching, size_t at, size_t mentee,
                        size_t mentor) {
    const struct gp_mentoring *pair = pair_at(matching, at);
    if (pair->mentee != mentee || pair->mentor != mentor)
        fail_msg("pair %zu is of %zu and %zu, not %zu and %zu", at, pair->mentee, pair->mentor,
                 mentee, mentor);
}

// --- one pair, whole ---

static void test_pair(void **state) {
    (void)state;
    struct mentor_world world;
    open_mentors(&world);
    // Ask 2 x 4 x 2 = 16, Watch 3 x 5 x 3 = 45, Write not ahead, Draw 2 x 4 x 2 = 16. A newcomer.
    size_t mia = add_mentee(&world, "Mia", PM, "2122..", "4544..");
    size_t tom = add_mentor(&world, "Tom", GPM, "4434..", 2);
    world.people[mia].product_years_tenths = 5;
    say(&world, mia, tom, GP_PAIR_PREVIOUS);
    const struct gp_matching *matching = match(&world);
    assert_int_equal(matching->pair_count, 1);
    const struct gp_mentoring *pair = pair_at(matching, 0);
    expect_pair(matching, 0, mia, tom);
    assert_int_equal(pair->help_count, 3);
    static const size_t activities[] = {WATCH, ASK, DRAW};
    static const int64_t points[] = {45000, 16000, 16000};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pair->helps[i].activity, activities[i]);
        assert_int_equal(pair->helps[i].points, points[i]);
    }
    assert_int_equal(pair->helps[0].mentee, 1000);
    assert_int_equal(pair->helps[0].mentor, 4000);
    // He holds the rung she wants, and was her mentor; half her list lies in FIND, which is not
    // most of it. 77 + 10 + 8.
    assert_int_equal(pair->bonuses[GP_BONUS_MOVE], 10000);
    assert_int_equal(pair->bonuses[GP_BONUS_BACKGROUND], 0);
    assert_int_equal(pair->bonuses[GP_BONUS_FACET], 0);
    assert_int_equal(pair->bonuses[GP_BONUS_PREVIOUS], 8000);
    assert_int_equal(pair->strength, 95000);
    assert_int_equal(pair->hours_tenths, 40);
    assert_int_equal(pair->round, 1);
    assert_true(pair->newcomer && pair->senior && !pair->kept);
    assert_int_equal(matching->mentees[mia].why, GP_MATCHED);
    assert_int_equal(matching->mentees[tom].why, GP_NO_FOCUS);
    assert_true(matching->mentors[tom].may && !matching->mentors[mia].may);
    assert_int_equal(matching->mentors[tom].hours_tenths, 80);
    assert_int_equal(matching->mentors[tom].used_tenths, 40);
    assert_int_equal(matching->mentors[tom].mentees, 1);
    assert_int_equal(matching->mentors[mia].hours_tenths, 0);
    assert_int_equal(matching->asking, 1);
    assert_int_equal(matching->matched, 1);
    assert_int_equal(matching->newcomers, 1);
    assert_int_equal(matching->newcomers_matched, 1);
    close_mentors(&world);
}

// Two pms help one another: each is ahead where the other wants to be.
static void test_both_ways(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    size_t ana = add_mentor(&world, "Ana", PM, "24....", 1);
    size_t vic = add_mentor(&world, "Vic", VP, "42....", 1);
    world.answers[ana * ACTIVITIES + ASK].axis[GP_INTEREST] = 5;
    world.answers[vic * ACTIVITIES + WATCH].axis[GP_INTEREST] = 5;
    const struct gp_matching *matching = match(&world);
    assert_int_equal(matching->pair_count, 2);
    expect_pair(matching, 0, ana, vic);
    expect_pair(matching, 1, vic, ana);
    close_mentors(&world);
}

// --- newcomers ---

static void test_newcomers_first(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Ana's pair would be 3 x 5 x 3 = 45, Ben's 2 x 3 x 2 = 12; but Ben is new.
    size_t ana = add_mentee(&world, "Ana", PM, "1.....", "5.....");
    size_t ben = add_mentee(&world, "Ben", PM, "2.....", "3.....");
    world.people[ben].product_years_tenths = 0;
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    const struct gp_matching *matching = match(&world);
    assert_int_equal(matching->pair_count, 1);
    expect_pair(matching, 0, ben, vic);
    assert_int_equal(matching->mentees[ana].why, GP_NOBODY_FREE);
    assert_int_equal(matching->asking, 2);
    assert_int_equal(matching->matched, 1);
    // Ana would rather have Vic, and he her: 45 against 12.
    assert_int_equal(matching->preferred_count, 1);
    assert_int_equal(matching->preferred[0].mentee, ana);
    assert_int_equal(matching->preferred[0].mentor, vic);
    assert_int_equal(matching->preferred[0].strength, 45000);
    close_mentors(&world);
}

static void test_seniors_for_newcomers(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Both mentors are free. The pm would be 2 x 5 x 3 = 30, the vp 2 x 5 x 2 = 20.
    size_t ana = add_mentee(&world, "Ana", PM, "2.....", "5.....");
    size_t pia = add_mentor(&world, "Pia", PM, "5.....", 1);
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    expect_pair(match(&world), 0, ana, pia);
    assert_int_equal(world.matching.preferred_count, 0);
    world.people[ana].product_years_tenths = 0;
    expect_pair(match(&world), 0, ana, vic);
    // Pia is free, and Ana and she are the stronger pair: it is said.
    assert_int_equal(world.matching.preferred_count, 1);
    assert_int_equal(world.matching.preferred[0].mentor, pia);
    close_mentors(&world);
}

// --- always and never ---

static void test_always(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    size_t ana = add_mentee(&world, "Ana", PM, "2.....", "5.....");
    size_t ben = add_mentee(&world, "Ben", PM, "2.....", "5.....");
    size_t cleo = add_mentee(&world, "Cleo", PM, "4.....", "5.....");
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    // Cleo has nothing to learn, and wants no mentor; still she is kept, and Vic's hours with her.
    world.people[cleo].wants_mentor = GP_NO;
    say(&world, cleo, vic, GP_PAIR_ALWAYS);
    const struct gp_matching *matching = match(&world);
    assert_int_equal(matching->pair_count, 1);
    expect_pair(matching, 0, cleo, vic);
    assert_true(matching->pairs[0].kept);
    assert_int_equal(matching->pairs[0].help_count, 0);
    assert_int_equal(matching->pairs[0].strength, 0);
    assert_int_equal(matching->mentees[ana].why, GP_NOBODY_FREE);
    assert_int_equal(matching->mentees[cleo].why, GP_MATCHED);
    assert_int_equal(matching->asking, 3);
    assert_int_equal(matching->matched, 1);
    // What is kept is not undone: nobody prefers.
    assert_int_equal(matching->preferred_count, 0);
    // Two kept by one with hours for one: over, and shown so.
    say(&world, ben, vic, GP_PAIR_ALWAYS);
    matching = match(&world);
    assert_int_equal(matching->pair_count, 2);
    expect_pair(matching, 0, ben, vic);
    assert_int_equal(matching->mentors[vic].used_tenths, 80);
    assert_int_equal(matching->mentors[vic].hours_tenths, 40);
    // Also with somebody who is not willing, and is one's manager.
    world.people[vic].mentor_willing = GP_NO;
    world.people[ben].manager = vic;
    matching = match(&world);
    assert_int_equal(matching->pair_count, 2);
    assert_false(matching->mentors[vic].may);
    // Never is never.
    say(&world, ben, vic, GP_PAIR_NEVER);
    matching = match(&world);
    assert_int_equal(matching->pair_count, 1);
    expect_pair(matching, 0, cleo, vic);
    close_mentors(&world);
}

// Kept pairs leave the hours that are left: Vic has five hours, four of them for Ana.
static void test_hours_left(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    size_t ana = add_mentee(&world, "Ana", PM, "2.....", "5.....");
    add_mentee(&world, "Ben", PM, "2.....", "5.....");
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    say(&world, ana, vic, GP_PAIR_ALWAYS);
    world.people[vic].mentor_hours_tenths = 79;
    assert_int_equal(match(&world)->pair_count, 1);
    world.people[vic].mentor_hours_tenths = 80;
    assert_int_equal(match(&world)->pair_count, 2);
    close_mentors(&world);
}

// --- a second mentor ---

static void test_each(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Tim is stronger for both (3 levels ahead), and has hours for two; Vic for one.
    size_t ana = add_mentee(&world, "Ana", PM, "2.....", "5.....");
    size_t ben = add_mentee(&world, "Ben", PM, "2.....", "4.....");
    size_t tim = add_mentor(&world, "Tim", VP, "5.....", 2);
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    assert_int_equal(match(&world)->pair_count, 2);
    expect_pair(&world.matching, 0, ana, tim);
    expect_pair(&world.matching, 1, ben, tim);
    world.input.each = 2;
    const struct gp_matching *matching = match(&world);
    // Vic is left in the second round, and 2 x 5 x 2 with Ana is more than 2 x 4 x 2 with Ben.
    assert_int_equal(matching->pair_count, 3);
    expect_pair(matching, 0, ana, tim);
    expect_pair(matching, 1, ana, vic);
    expect_pair(matching, 2, ben, tim);
    assert_int_equal(matching->pairs[0].round, 1);
    assert_int_equal(matching->pairs[1].round, 2);
    assert_int_equal(matching->pairs[2].round, 1);
    assert_int_equal(matching->matched, 2);
    // With hours enough nobody has one mentor twice, however often one asks.
    world.people[tim].mentor_hours_tenths = world.people[vic].mentor_hours_tenths = 1000;
    world.input.each = 3;
    assert_int_equal(match(&world)->pair_count, 4);
    // A kept pair is the first mentor; the first round is for who has none.
    world.input.each = 1;
    say(&world, ana, vic, GP_PAIR_ALWAYS);
    assert_int_equal(match(&world)->pair_count, 2);
    expect_pair(&world.matching, 0, ana, vic);
    world.input.each = 2;
    assert_int_equal(match(&world)->pair_count, 4);
    expect_pair(&world.matching, 0, ana, vic);
    expect_pair(&world.matching, 1, ana, tim);
    close_mentors(&world);
}

// --- why not, and whom to ask ---

static void expect_why(struct mentor_world *world, size_t person, enum gp_unmatched why) {
    enum gp_unmatched found = match(world)->mentees[person].why;
    if (found != why)
        fail_msg("%d, not %d", (int)found, (int)why);
}

// From the first reason to the last, as what stands in the way is removed.
static void test_reasons(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    size_t ana = add_mentee(&world, "Ana", PM, "4.....", "5.....");
    size_t vic = add_mentor(&world, "Vic", VP, "3.....", 0);
    struct gp_answer *answer = &world.answers[ana * ACTIVITIES + ASK];
    world.people[ana].wants_mentor = GP_NO;
    world.people[vic].mentor_willing = GP_NO;
    world.people[vic].product_years_tenths = 0;
    expect_why(&world, ana, GP_NO_FOCUS);
    answer->axis[GP_SKILL] = 2;
    answer->axis[GP_INTEREST] = 2;
    expect_why(&world, ana, GP_NO_FOCUS);
    answer->axis[GP_INTEREST] = 5;
    expect_why(&world, ana, GP_NOT_ASKED);
    world.people[ana].wants_mentor = GP_UNKNOWN;
    expect_why(&world, ana, GP_NOBODY_WILLING);
    // She is willing herself: that is nobody for her.
    world.people[ana].mentor_willing = GP_YES;
    world.people[ana].mentor_hours_tenths = 40;
    expect_why(&world, ana, GP_NOBODY_WILLING);
    world.people[vic].mentor_willing = GP_YES;
    expect_why(&world, ana, GP_NOBODY_AHEAD);
    world.answers[vic * ACTIVITIES + ASK].axis[GP_SKILL] = 4;
    expect_why(&world, ana, GP_NOBODY_ALLOWED);
    world.people[vic].product_years_tenths = 10;
    expect_why(&world, ana, GP_NOBODY_FREE);
    world.people[vic].mentor_hours_tenths = 40;
    expect_why(&world, ana, GP_MATCHED);
    // The nearest of several: one ahead but under a year, one allowed without hours.
    world.people[vic].mentor_hours_tenths = 0;
    world.people[add_mentor(&world, "Wim", VP, "5.....", 1)].product_years_tenths = 0;
    expect_why(&world, ana, GP_NOBODY_FREE);
    close_mentors(&world);
}

static void test_nearest(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Ask: 2 x 3; Watch: 2 x 5: with a mentor at 4, 12 and 20; at 5, 18 and 30.
    size_t ana = add_mentee(&world, "Ana", PM, "22....", "35....");
    static const struct {
        const char *skill;
        size_t place; // among the nearest; 9: not there
        size_t activity;
    } others[] = {
        {"4.....", 4, ASK}, {".4....", 2, WATCH}, {"55....", 0, WATCH}, {"54....", 3, WATCH},
        {"33....", 9, ASK}, {".5....", 1, WATCH}, {"4.....", 9, ASK},   {".5....", 9, WATCH},
    };
    // Nobody is willing, or has hours, or a year in product; the last is never to be asked.
    size_t last = 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        last = add_mentee(&world, "x", PM, others[i].skill, NULL);
        world.people[last].product_years_tenths = 0;
    }
    world.people[ana].manager = 1;
    world.people[ana].zone_minutes = -8 * 60;
    world.people[2].zone_minutes = 8 * 60;
    say(&world, ana, last, GP_PAIR_NEVER);
    say(&world, ana, 3, GP_PAIR_ENDED);
    const struct gp_mentee *mentee = &match(&world)->mentees[ana];
    assert_int_equal(mentee->why, GP_NOBODY_WILLING);
    assert_int_equal(mentee->nearest_count, 5);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].place < 5) {
            assert_int_equal(mentee->nearest[others[i].place], 1 + i);
            assert_int_equal(mentee->nearest_activities[others[i].place], others[i].activity);
        }
    assert_int_equal(world.matching.mentees[last].nearest_count, 0);
    close_mentors(&world);
}

// --- who would rather, and groups ---

static void test_preferred(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Ana could have Tim (Ask 2 x 5 x 3 = 30) or Vic (20); Ben only Tim (Watch 2 x 3 x 2 = 12). So
    // that both have one, Ana gets Vic; she and Tim would rather have each other.
    size_t ana = add_mentee(&world, "Ana", PM, "2.....", "5.....");
    size_t ben = add_mentee(&world, "Ben", PM, ".2....", ".3....");
    size_t tim = add_mentor(&world, "Tim", VP, "54....", 1);
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    const struct gp_matching *matching = match(&world);
    expect_pair(matching, 0, ana, vic);
    expect_pair(matching, 1, ben, tim);
    assert_int_equal(matching->preferred_count, 1);
    assert_int_equal(matching->preferred[0].mentee, ana);
    assert_int_equal(matching->preferred[0].mentor, tim);
    assert_int_equal(matching->preferred[0].strength, 30000);
    // Not when it would be as strong for one of the two: Vic 30 as well.
    world.answers[vic * ACTIVITIES + ASK].axis[GP_SKILL] = 5;
    matching = match(&world);
    expect_pair(matching, 0, ana, vic);
    assert_int_equal(matching->preferred_count, 0);
    // Nor when Ben is kept.
    world.answers[vic * ACTIVITIES + ASK].axis[GP_SKILL] = 4;
    say(&world, ben, tim, GP_PAIR_ALWAYS);
    assert_int_equal(match(&world)->preferred_count, 0);
    close_mentors(&world);
}

// Who has one mentor of two prefers no weaker one that somebody else has.
static void test_second_is_not_preferred(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Ana with Tim 30 and Ben with Vic 16 are 46; the other way round 20 and 24.
    size_t ana = add_mentee(&world, "Ana", PM, "2.....", "5.....");
    size_t ben = add_mentee(&world, "Ben", PM, "2.....", "4.....");
    size_t tim = add_mentor(&world, "Tim", VP, "5.....", 1);
    size_t vic = add_mentor(&world, "Vic", VP, "4.....", 1);
    world.input.each = 2;
    const struct gp_matching *matching = match(&world);
    assert_int_equal(matching->pair_count, 2);
    expect_pair(matching, 0, ana, tim);
    expect_pair(matching, 1, ben, vic);
    assert_int_equal(matching->preferred_count, 0);
    close_mentors(&world);
}

static void test_groups(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    // Vic has three: Ana and Ben share Ask, Ana and Cleo Draw; Watch is Ben's alone.
    size_t ana = add_mentee(&world, "Ana", PM, "2..2..", "5..5..");
    size_t ben = add_mentee(&world, "Ben", PM, "12....", "44....");
    size_t cleo = add_mentee(&world, "Cleo", PM, "...0..", "...3..");
    size_t vic = add_mentor(&world, "Vic", VP, "44.4..", 3);
    const struct gp_matching *matching = match(&world);
    assert_int_equal(matching->pair_count, 3);
    assert_int_equal(matching->group_count, 2);
    const struct gp_mentor_group *groups = matching->groups;
    static const size_t activities[] = {ASK, DRAW};
    const size_t second[] = {ben, cleo};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(groups[i].mentor, vic);
        assert_int_equal(groups[i].activity, activities[i]);
        assert_int_equal(groups[i].mentee_count, 2);
        assert_int_equal(groups[i].mentees[0], ana);
        assert_int_equal(groups[i].mentees[1], second[i]);
    }
    close_mentors(&world);
}

static void test_nobody(void **state) {
    (void)state;
    struct mentor_world world;
    open_match(&world);
    assert_int_equal(match(&world)->pair_count, 0);
    assert_int_equal(world.matching.asking, 0);
    close_mentors(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pair),
        cmocka_unit_test(test_both_ways),
        cmocka_unit_test(test_newcomers_first),
        cmocka_unit_test(test_seniors_for_newcomers),
        cmocka_unit_test(test_always),
        cmocka_unit_test(test_hours_left),
        cmocka_unit_test(test_each),
        cmocka_unit_test(test_reasons),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_preferred),
        cmocka_unit_test(test_second_is_not_preferred),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
