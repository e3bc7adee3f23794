// test_mentor_pairs.c - who may mentor whom, rule by rule, and what the two would make of it.
#include "analyze/mentor_pairs.h"
#include "mentor_world.h"

// Mia is a pm; all she has rated is Ask: 2, where a gpm is expected to have 4. Tom is a gpm. With
// nothing else said, he may: he is willing, has hours for one, and two levels more.
enum { MIA, TOM };

struct pair_row {
    const char *name;
    const char *skill; // Tom's in Ask
    enum gp_known willing;
    int32_t hours_tenths, years_tenths;
    int32_t zones[2]; // hours from UTC; both 0: not known
    int managed_by;   // 1: Tom manages Mia; 2: Mia manages Tom
    int said;         // of the pair, by gp_pair_rule; -1: nothing
    bool said_turned; // of Mia as the mentor
    enum gp_unmatched barrier;
};

static const struct pair_row pair_rows[] = {
    {"may", "4", GP_YES, 40, 10, {0}, 0, -1, false, GP_MATCHED},
    {"not willing", "4", GP_NO, 40, 10, {0}, 0, -1, false, GP_NOBODY_WILLING},
    {"not said to be willing", "4", GP_UNKNOWN, 40, 10, {0}, 0, -1, false, GP_NOBODY_WILLING},
    {"below the target", "3", GP_YES, 40, 10, {0}, 0, -1, false, GP_NOBODY_AHEAD},
    {"not rated", ".", GP_YES, 40, 10, {0}, 0, -1, false, GP_NOBODY_AHEAD},
    {"eleven months in product", "4", GP_YES, 40, 9, {0}, 0, -1, false, GP_NOBODY_ALLOWED},
    {"years not known", "4", GP_YES, 40, -1, {0}, 0, -1, false, GP_NOBODY_ALLOWED},
    {"the manager", "4", GP_YES, 40, 10, {0}, 1, -1, false, GP_NOBODY_ALLOWED},
    {"a report", "4", GP_YES, 40, 10, {0}, 2, -1, false, GP_NOBODY_ALLOWED},
    {"never", "4", GP_YES, 40, 10, {0}, 0, GP_PAIR_NEVER, false, GP_NOBODY_ALLOWED},
    {"never the other way", "4", GP_YES, 40, 10, {0}, 0, GP_PAIR_NEVER, true, GP_MATCHED},
    {"has run its course", "4", GP_YES, 40, 10, {0}, 0, GP_PAIR_ENDED, false, GP_NOBODY_ALLOWED},
    {"last cycle's", "4", GP_YES, 40, 10, {0}, 0, GP_PAIR_PREVIOUS, false, GP_MATCHED},
    // 9 to 17 and, six hours away, 15 to 23: two hours.
    {"two hours shared", "4", GP_YES, 40, 10, {1, -5}, 0, -1, false, GP_MATCHED},
    {"one hour shared", "4", GP_YES, 40, 10, {1, 8}, 0, -1, false, GP_NOBODY_ALLOWED},
    {"none shared", "4", GP_YES, 40, 10, {-8, 1}, 0, -1, false, GP_NOBODY_ALLOWED},
    // 20 hours apart on the calendar are four by the clock.
    {"over the date line", "4", GP_YES, 40, 10, {10, -10}, 0, -1, false, GP_MATCHED},
    {"two hours over it, and a day more", "4", GP_YES, 40, 10, {14, -12}, 0, -1, false, GP_MATCHED},
    {"hours for half a mentee", "4", GP_YES, 39, 10, {0}, 0, -1, false, GP_NOBODY_FREE},
    {"hours not known", "4", GP_YES, -1, 10, {0}, 0, -1, false, GP_NOBODY_FREE},
    // The first that holds.
    {"not willing, not ahead", "3", GP_NO, 0, 0, {0}, 0, -1, false, GP_NOBODY_WILLING},
    {"not ahead, never", "3", GP_YES, 0, 0, {0}, 0, GP_PAIR_NEVER, false, GP_NOBODY_AHEAD},
    {"never, no hours", "4", GP_YES, 0, 10, {0}, 0, GP_PAIR_NEVER, false, GP_NOBODY_ALLOWED},
};

static void open_pair(struct mentor_world *world, const struct pair_row *row) {
    open_mentors(world);
    add_mentee(world, "Mia", PM, "2.....", "5.....");
    char skill[] = "......";
    skill[ASK] = row->skill[0];
    add_mentor(world, "Tom", GPM, skill, 1);
    struct gp_person *tom = &world->people[TOM];
    tom->mentor_willing = row->willing;
    tom->mentor_hours_tenths = row->hours_tenths;
    tom->product_years_tenths = row->years_tenths;
    if (row->zones[0] != 0 || row->zones[1] != 0) {
        world->people[MIA].zone_minutes = 60 * row->zones[0];
        tom->zone_minutes = 60 * row->zones[1];
    }
    if (row->managed_by == 1)
        world->people[MIA].manager = TOM;
    if (row->managed_by == 2)
        tom->manager = MIA;
    if (row->said >= 0)
        say(world, row->said_turned ? TOM : MIA, row->said_turned ? MIA : TOM,
            (enum gp_pair_rule)row->said);
}

static void check_barrier(struct mentor_world *world, const char *name, enum gp_unmatched barrier) {
    analyze(world);
    struct gp_mentor_facts facts;
    gp_mentor_facts_find(world->memory, &world->input, &facts);
    enum gp_unmatched found = gp_pair_barrier(&facts, MIA, TOM);
    if (found != barrier)
        fail_msg("%s: %d, not %d", name, (int)found, (int)barrier);
    assert_int_equal(gp_pair_barrier(&facts, MIA, MIA), GP_NOBODY_WILLING);
    gp_match_mentors(world->memory, &world->input, &world->matching);
    if (world->matching.pair_count != (barrier == GP_MATCHED) ||
        world->matching.mentees[MIA].why != barrier)
        fail_msg("%s: %zu pairs, %d", name, world->matching.pair_count,
                 (int)world->matching.mentees[MIA].why);
}

static void test_may(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof pair_rows / sizeof *pair_rows; i++) {
        struct mentor_world world;
        open_pair(&world, &pair_rows[i]);
        check_barrier(&world, pair_rows[i].name, pair_rows[i].barrier);
        close_mentors(&world);
    }
}

// The policy moves the lines.
static void test_policy(void **state) {
    (void)state;
    struct mentor_world world;
    open_pair(&world, &pair_rows[0]);
    struct gp_policy *policy = &world.small.policy;
    world.people[MIA].manager = TOM;
    policy->manager_may_mentor = true;
    check_barrier(&world, "the manager may", GP_MATCHED);
    policy->mentor_years_tenths = 11;
    check_barrier(&world, "more years", GP_NOBODY_ALLOWED);
    policy->mentor_years_tenths = 0;
    policy->mentor_ahead = 3;
    check_barrier(&world, "three levels ahead", GP_NOBODY_AHEAD);
    policy->mentor_ahead = 2;
    policy->hours_per_mentee_tenths = 41;
    check_barrier(&world, "more hours a mentee", GP_NOBODY_FREE);
    policy->hours_per_mentee_tenths = 40;
    world.people[MIA].zone_minutes = -8 * 60;
    world.people[TOM].zone_minutes = 60;
    check_barrier(&world, "nine hours apart", GP_NOBODY_ALLOWED);
    policy->zone_overlap = 0;
    check_barrier(&world, "no overlap asked", GP_MATCHED);
    close_mentors(&world);
}

// Mia's and Tom's rating of Ask, each own and manager's, her interest, and the points: gap x
// interest x levels ahead.
static const struct {
    const char *name;
    const char *own, *manager; // Mia's, then Tom's
    char interest;
    gp_permille manager_weight;
    int64_t points; // -1: not ahead
} points_rows[] = {
    {"2 x 5 x 2", "24", "..", '5', 500, 20000},
    {"3 x 4 x 4: as far as the mentor is ahead, beyond the target", "15", "..", '4', 500, 48000},
    {"4 x 3 x 4", "04", "..", '3', 500, 48000},
    {"1 x 5 x 2", "35", "..", '5', 500, 10000},
    {"one level ahead", "34", "..", '5', 500, -1},
    {"three levels ahead, below the target", "03", "..", '5', 500, -1},
    // 1.5 of Mia, two raters; Tom 4: 2.5 x 3 x 2.5 = 18.75
    {"two raters of the mentee", "14", "2.", '3', 500, 18750},
    // 4.5 of Tom: 2 x 5 x 2.5 = 25
    {"two raters of the mentor", "24", ".5", '5', 500, 25000},
    // 3.5 of Tom, below 4
    {"two raters below the target", "14", ".3", '5', 500, -1},
    // 2.5 of Mia: Tom is 1.5 ahead
    {"a level and a half ahead", "24", "3.", '5', 500, -1},
    // An eighth of the manager's: 0.5 and 4.125: 3.5 x 3 x 3.625 = 38.0625
    {"half up", "04", "45", '3', 125, 38063},
    // 0.625 and 4.125: 3.375 x 3 x 3.5 = 35.4375; and 0.375: 3.625 x 3 x 3.75 = 40.78125
    {"half up again", "04", "55", '3', 125, 35438},
    {"down", "04", "35", '3', 125, 40781},
};

static void test_points(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof points_rows / sizeof *points_rows; i++) {
        struct mentor_world world;
        open_pair(&world, &pair_rows[0]);
        world.small.policy.manager_weight = points_rows[i].manager_weight;
        struct gp_answer *answers[] = {&world.answers[MIA * ACTIVITIES + ASK],
                                       &world.answers[TOM * ACTIVITIES + ASK]};
        for (size_t j = 0; j < 2; j++) {
            answers[j]->axis[GP_SKILL] = small_rating(points_rows[i].own[j]);
            answers[j]->manager_skill = small_rating(points_rows[i].manager[j]);
        }
        answers[MIA]->axis[GP_INTEREST] = small_rating(points_rows[i].interest);
        analyze(&world);
        struct gp_mentor_facts facts;
        gp_mentor_facts_find(world.memory, &world.input, &facts);
        struct gp_help help;
        bool ahead = gp_pair_helps(&facts, MIA, TOM, &help) == 1;
        if (ahead != (points_rows[i].points >= 0) ||
            (ahead && help.points != points_rows[i].points))
            fail_msg("%s: %d", points_rows[i].name, ahead ? (int)help.points : -1);
        if (ahead) {
            assert_int_equal(help.activity, ASK);
            assert_int_equal(help.target, 4000);
            assert_int_equal(help.gap, 4000 - help.mentee);
            assert_int_equal(help.interest, points_rows[i].interest - '0');
        }
        close_mentors(&world);
    }
}

// Each bonus alone. The fields of both, Mia's first: rung ('p' pm, 'g' gpm, 'v' vp, '-' outside),
// background ('.' none); Mia's focus and Tom's skill.
static const struct {
    const char *name;
    const char *rungs, *backgrounds;
    const char *interest, *skill;
    bool previous;
    const char *bonuses; // "x" for each that applies: move, background, facet, previous
} bonus_rows[] = {
    // Mia at 2 everywhere, so her focus is where her interest is. Tom at 5 in Ask and Draw: each
    // half of its facet, and neither above the other.
    {"none", "pv", "..", "5..5..", "5..5..", false, "...."},
    {"holds the target's rung", "pg", "..", "5..5..", "5..5..", false, "x..."},
    {"both hold it: no move", "vv", "..", "5..5..", "5..5..", false, "...."},
    {"one background", "pv", "11", "5..5..", "5..5..", false, ".x.."},
    {"two backgrounds", "pv", "12", "5..5..", "5..5..", false, "...."},
    {"the mentor's not known", "pv", "1.", "5..5..", "5..5..", false, "...."},
    // Mia from outside; her target is pm, which expects 4 here.
    {"came from where she is", "-v", "11", "5..5..", "5..5..", false, "xx.."},
    {"came from elsewhere", "-v", "12", "5..5..", "5..5..", false, "...."},
    {"is still there himself", "--", "11", "5..5..", "5..5..", false, ".x.."},
    {"the facet of the focus list", "pv", "..", "55....", "55.4..", false, "..x."},
    {"of another facet", "pv", "..", "55....", "44.5..", false, "...."},
    {"half the focus list is not most", "pv", "..", "5..5..", "5..4..", false, "...."},
    {"two of three are", "pv", "..", "55.5..", "5..4..", false, "..x."},
    // FIND 4.5, MAKE 4
    {"by the mean", "pv", "..", "55....", "45444.", false, "..x."},
    {"equal in two facets", "pv", "..", "55....", "4545..", false, "...."},
    {"last cycle's pair", "pv", "..", "5..5..", "5..5..", true, "...x"},
    {"all", "pg", "11", "55....", "55.4..", true, "xxxx"},
};

static size_t rung_of(char written) {
    return written == 'p' ? PM : written == 'g' ? GPM : written == 'v' ? VP : GP_NO_RUNG;
}

static void test_bonuses(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bonus_rows / sizeof *bonus_rows; i++) {
        struct mentor_world world;
        open_mentors(&world);
        small_expect(&world.small, PM, "444444");
        struct gp_background backgrounds[3] = {0};
        world.small.ladder.backgrounds = backgrounds;
        world.small.ladder.background_count = 3;
        add_mentee(&world, "Mia", rung_of(bonus_rows[i].rungs[0]), "222222",
                   bonus_rows[i].interest);
        add_mentor(&world, "Tom", rung_of(bonus_rows[i].rungs[1]), bonus_rows[i].skill, 1);
        for (size_t j = 0; j < 2; j++)
            if (bonus_rows[i].backgrounds[j] != '.')
                world.people[j].came_from = (size_t)(bonus_rows[i].backgrounds[j] - '0');
        if (bonus_rows[i].previous)
            say(&world, MIA, TOM, GP_PAIR_PREVIOUS);
        analyze(&world);
        struct gp_mentor_facts facts;
        gp_mentor_facts_find(world.memory, &world.input, &facts);
        int64_t bonuses[GP_BONUS_COUNT], sum = gp_pair_bonuses(&facts, MIA, TOM, bonuses);
        for (size_t j = 0; j < GP_BONUS_COUNT; j++) {
            int64_t bonus =
                bonus_rows[i].bonuses[j] == 'x' ? world.small.policy.mentor_bonuses[j] : 0;
            if (bonuses[j] != bonus)
                fail_msg("%s: bonus %zu is %d", bonus_rows[i].name, j, (int)bonuses[j]);
            sum -= bonus;
        }
        assert_int_equal(sum, 0);
        close_mentors(&world);
    }
}

// FIND of three activities, MAKE of one: one of three rated does not make a facet, two do.
static void test_facet_rated_by_half(void **state) {
    (void)state;
    struct mentor_world world;
    open_mentors(&world);
    world.small.facets[0].count = 3;
    world.small.facets[1].first = 3;
    world.small.facets[1].count = 1;
    world.small.activities[WRITE].facet = 0;
    add_mentor(&world, "one", VP, "5..4..", 1);
    add_mentor(&world, "two", VP, "55.4..", 1);
    add_mentor(&world, "none", VP, "......", 1);
    add_mentor(&world, "nothing", VP, "000000", 1);
    analyze(&world);
    struct gp_mentor_facts facts;
    gp_mentor_facts_find(world.memory, &world.input, &facts);
    static const size_t strongest[] = {1, 0, GP_NO_FACET, GP_NO_FACET};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(facts.strongest[i], strongest[i]);
    close_mentors(&world);
}

// By years, or by the role where they are not known; seniors by the rung.
static void test_newcomers_and_seniors(void **state) {
    (void)state;
    static const struct {
        size_t rung;
        int32_t years_tenths;
        bool newcomer, senior;
    } rows[] = {
        {PM, 9, true, false},  {PM, 10, false, false},        {PM, -1, false, false},
        {GPM, 0, true, true},  {GP_NO_RUNG, -1, true, false}, {GP_NO_RUNG, 10, false, false},
        {VP, -1, false, true},
    };
    struct mentor_world world;
    open_mentors(&world);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        world.people[add_mentee(&world, "x", rows[i].rung, NULL, NULL)].product_years_tenths =
            rows[i].years_tenths;
    analyze(&world);
    struct gp_mentor_facts facts;
    gp_mentor_facts_find(world.memory, &world.input, &facts);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(facts.newcomers[i], rows[i].newcomer);
        assert_int_equal(facts.seniors[i], rows[i].senior);
    }
    close_mentors(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_may),
        cmocka_unit_test(test_policy),
        cmocka_unit_test(test_facet_rated_by_half),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_bonuses),
        cmocka_unit_test(test_newcomers_and_seniors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
