// How answers become a team: forms, headers, dates, people.
#include "answers_world.h"

static const char long_form[] = "person,activity,skill,experience,interest,manager_skill\n"
                                "Bo,Pricing,N/A,don't know,,2\n"
                                "Ana,Problem Discovery,3,Basic,Excellent,4\n"
                                "Ana,Pricing,0,,1,\n"
                                "Bo,Problem Discovery,5,5,5,5\n";

static void test_long(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_answers(&world, long_form);
    // Blank, N/A, don't know and 0 stay four things; Hiring was asked of nobody.
    expect_team(&world, "Ana||: 3154 0_1_ .... \n   3154 0_1_ ....\n"
                        "Bo||: 5555 nd_2 .... \n   5555 nd_2 ....\n");
    close_world(&world);
}

static void test_most_people(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_answers(&world, "person,activity,skill\nAna,Pricing,1\nBo,Pricing,2\nCy,Pricing,3\n");
    assert_true(gp_intake_fits(&world.intake, 3));
    assert_string_equal(told(&world), "");
    assert_false(gp_intake_fits(&world.intake, 2));
    assert_string_equal(told(&world),
                        "E a.csv:4:1: there are 3 people, and a sheet has room for 2; "
                        "run one part of the company after the other\n");
    close_world(&world);
}

static void test_wide_is_long(void **state) {
    (void)state;
    static const char wide[] =
        "person,Skill [Problem Discovery],Experience [Problem Discovery],"
        "Interest [Problem Discovery],Manager skill [Problem Discovery],pricing_skill,"
        "Pricing - Experience,Interest: Pricing,Pricing - manager_skill\n"
        "Ana,3,Basic,Excellent,4,0,,1,\n"
        "Bo,5,5,5,5,N/A,don't know,,2\n";
    struct world one, other;
    open_world(&one);
    open_world(&other);
    read_answers(&one, long_form);
    read_answers(&other, wide);
    settle(&one, false);
    settle(&other, false);
    assert_string_equal(told(&one), "");
    assert_string_equal(told(&other), "");
    assert_string_equal(team_text(&one), team_text(&other));
    close_world(&one);
    close_world(&other);
}

// Whether one of three activities has a skill, the person's own or the manager's.
static bool rates_skill(const char *answers) {
    for (size_t i = 0; i < 3; i++)
        if (answers[5 * i] != '.' || answers[5 * i + 3] != '.')
            return true;
    return false;
}

static void test_headers(void **state) {
    (void)state;
    static const struct {
        const char *header, *answers; // of Ana, who rates 3
    } rows[] = {
        {"Skill [Problem Discovery]", "3... .... ...."},
        {"Problem Discovery [Skill]", "3... .... ...."},
        {"Problem Discovery - Skill", "3... .... ...."},
        {"Skill: Problem Discovery", "3... .... ...."},
        {"problem_discovery_skill", "3... .... ...."},
        {"PROBLEM DISCOVERY (INTEREST)", "..3. .... ...."},
        {"Experience - Pricing", ".... .3.. ...."},
        {"manager_skill: Hiring", ".... .... ...3"},
        {"Manager skill [Hiring]", ".... .... ...3"},
        {"Manager's skill [Hiring]", ".... .... ...3"},
        {"Hiring: Manager's proficiency", ".... .... ...3"},
        {"Your proficiency [Finding problems]", "3... .... ...."},
        {"Price and packaging - How keen are you?", ".... ..3. ...."},
        {"How good are you? [Pricing]", ".... 3... ...."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world);
        read_answers(&world, gp_print(world.memory, "person,%s\nAna,3\n", rows[i].header));
        settle(&world, false);
        assert_string_equal(told(&world),
                            !rates_skill(rows[i].answers)
                                ? "W a.csv:1: no column has skill: nothing can be scored; head one "
                                  "like Skill [Problem Discovery]\n"
                                : "");
        assert_string_equal(latest_text(&world, 0), rows[i].answers);
        close_world(&world);
    }
}

// A row per activity; once for the file, and not where there is nothing but the manager's skill.
static void test_long_without_skill(void **state) {
    (void)state;
    static const struct {
        const char *file, *told;
    } rows[] = {
        {"person,activity,interest,experience\nAna,Pricing,3,4\nBo,Pricing,3,4\n",
         "W a.csv:1: no column has skill: nothing can be scored; head one skill or "
         "manager_skill\n"},
        {"person,activity,interest,manager_skill\nAna,Pricing,3,4\n", ""},
        {"person,activity,interest,skill\nAna,Pricing,3,N/A\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world);
        read_answers(&world, rows[i].file);
        assert_string_equal(told(&world), rows[i].told);
        close_world(&world);
    }
}

static void test_other_columns(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    // Role, manager, what an ignore rule names, and a column with nothing in it are passed over.
    read_answers(&world, "Timestamp,Who are you?,Role,Manager,,Comments,Points - Pricing,"
                         "Skill [Pricing]\n"
                         "2026/11/23 10:00:00,Ana,pm,Cy,,none,7,3\n");
    expect_team(&world, "Ana||: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n");
    close_world(&world);
}

static void test_long_by_other_names(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_answers(&world, "Name,Activity,Proficiency,How keen are you?,Note\n"
                         "Ana,find problems,3,4,did it twice\n");
    expect_team(&world, "Ana||: 3.4.=did it twice .... .... \n"
                        "   3.4.=did it twice .... ....\n");
    close_world(&world);
}

static void test_history(void **state) {
    (void)state;
    // By activity and axis the latest that was asked counts: what has no date stands before all
    // dates; the manager's word of June does not wipe out what Ana said in May.
    static const char expected[] = "Ana||: 45.2 1... .... 2026-06-01\n"
                                   "   11.. 1... ....\n"
                                   "  2026-05-01 45.. .... ....\n"
                                   "  2026-06-01 ...2 .... ....\n";
    static const char *const files[] = {
        ("person,date,activity,skill,experience\n"
         "Ana,2026-05-01,Problem Discovery,4,5\nAna,,Problem Discovery,1,1\n"),
        "person,date,Manager skill [Problem Discovery]\nAna,01.06.2026,2\n",
        "person,Skill [Pricing]\nAna,1\n",
    };
    static const size_t orders[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        struct world world;
        open_world(&world);
        for (size_t j = 0; j < 3; j++)
            read_answers(&world, files[orders[i][j]]);
        settle(&world, false);
        assert_string_equal(told(&world), "");
        assert_string_equal(team_text(&world), expected);
        close_world(&world);
    }
}

static void test_later_blank_takes_nothing_back(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_answers(&world, "person,date,Skill [Pricing],Skill [Hiring]\nAna,2026-01-01,4,4\n"
                         "Ana,2026-02-01,,N/A\n");
    expect_team(&world, "Ana||: .... 4... n... 2026-02-01\n"
                        "  2026-01-01 .... 4... 4...\n  2026-02-01 .... _... n...\n");
    close_world(&world);
}

static void test_people(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    // One person by three ways; case, blanks and accents' forms fold; two of one name by id.
    read_answers(&world, "id,email,person,activity,skill\n"
                         "7,ana@x.org,Ana Lima,Problem Discovery,1\n"
                         "7,,,Pricing,2\n"
                         ",ANA@x.org,,Hiring,3\n"
                         "9,,Bo,Pricing,4\n"
                         "8,,bo,Pricing,5\n"
                         "8,,,Hiring,1\n");
    expect_team(&world, "Ana Lima|7|ana@x.org: 1... 2... 3... \n   1... 2... 3...\n"
                        "Bo (9)|9|: .... 4... .... \n   .... 4... ....\n"
                        "bo (8)|8|: .... 5... 1... \n   .... 5... 1...\n");
    close_world(&world);
}

static void test_name_meets_id(void **state) {
    (void)state;
    static const char *const rows[] = {"7,Ana,Pricing,1\n", ",ana,Hiring,2\n",
                                       "7,,Problem Discovery,3\n"};
    static const size_t orders[][3] = {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}, {1, 2, 0}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        struct world world;
        open_world(&world);
        read_answers(&world, gp_print(world.memory, "id,person,activity,skill\n%s%s%s",
                                      rows[orders[i][0]], rows[orders[i][1]], rows[orders[i][2]]));
        expect_team(&world, "Ana|7|: 3... 1... 2... \n   3... 1... 2...\n");
        close_world(&world);
    }
}

static void test_email_alone(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_answers(&world, "email,Skill [Pricing]\nana@x.org,3\n");
    expect_team(&world, "ana@x.org||ana@x.org: .... 3... .... \n   .... 3... ....\n");
    close_world(&world);
}

static void test_order_of_rows(void **state) {
    (void)state;
    static const char *const rows[] = {
        "1,ana@x.org,Ana,2026-01-01,Pricing,1,2\n",
        ",ana@x.org,,2026-02-01,Pricing,2,\n",
        "1,,,,Hiring,3,3\n",
        ",,Bo,2026-01-01,Pricing,4,4\n",
        ",,BO,2026-02-01,Hiring,N/A,0\n",
        "2,,Ana,2026-01-01,Pricing,5,5\n",
        "3,cy@x.org,Cy,,Problem Discovery,5,1\n",
    };
    enum { COUNT = sizeof rows / sizeof *rows };
    const char *first = NULL;
    struct world worlds[COUNT];
    for (size_t turn = 0; turn < COUNT; turn++) { // from each row on, every third row
        struct world *world = &worlds[turn];
        open_world(world);
        const char *text = "id,email,person,date,activity,skill,interest\n";
        for (size_t i = 0; i < COUNT; i++)
            text = gp_print(world->memory, "%s%s", text, rows[(turn + 3 * i) % COUNT]);
        read_answers(world, text);
        settle(world, false);
        assert_string_equal(told(world), "");
        if (first == NULL)
            first = team_text(world);
        assert_string_equal(team_text(world), first);
    }
    for (size_t turn = 0; turn < COUNT; turn++)
        close_world(&worlds[turn]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_most_people),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_wide_is_long),
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_long_without_skill),
        cmocka_unit_test(test_other_columns),
        cmocka_unit_test(test_long_by_other_names),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_later_blank_takes_nothing_back),
        cmocka_unit_test(test_people),
        cmocka_unit_test(test_name_meets_id),
        cmocka_unit_test(test_email_alone),
        cmocka_unit_test(test_order_of_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
