// What readers of answers refuse, word for word.
#include "answers_world.h"

// What a file is told, exactly.
static const struct refusal {
    const char *name, *roster, *files[MOST_FILES], *told;
} refusals[] = {
    {"unknown column, wide",
     NULL,
     {"person,Skill [Pricing],Pricng\nAna,1,2\n"},
     "E a.csv:1:3: the column \"Pricng\" is not known; correct it, or add an ignore rule to "
     "aliases.csv; did you mean \"Pricing\"?\n"},
    {"unknown column, long",
     NULL,
     {"person,activity,skill,intrest\nAna,Pricing,1,2\n"},
     "E a.csv:1:4: the column \"intrest\" is not known; correct it, or add an ignore rule to "
     "aliases.csv; did you mean \"interest\"?\n"},
    {"unknown activity, wide",
     NULL,
     {"person,Skill [Pricing],Skill [Hirring]\nAna,1,2\n"},
     "E a.csv:1:3: no activity is called \"Hirring\"; correct it, or add an ignore rule to "
     "aliases.csv; did you mean \"Hiring\"?\n"},
    {"no axis",
     NULL,
     {"person,Skill [Pricing],Skil [Hiring]\nAna,1,2\n"},
     "E a.csv:1:3: the column \"Skil [Hiring]\" names an activity and no axis; write skill, "
     "experience, interest or manager_skill beside it, say with --axes what such columns hold, or "
     "add an ignore rule to aliases.csv\n"},
    {"no header",
     NULL,
     {"person,Skill [Pricing],\nAna,1,2\n"},
     "E a.csv:1:3: the column has answers and no header; name it, or empty it\n"},
    {"a manager's interest is nothing",
     NULL,
     {"person,Skill [Pricing],Manager interest [Hiring]\nAna,1,2\n"},
     "E a.csv:1:3: the column \"Manager interest [Hiring]\" names an activity and no axis; write "
     "skill, experience, interest or manager_skill beside it, say with --axes what such columns "
     "hold, "
     "or add an ignore rule to aliases.csv\n"},
    {"two columns for one thing, wide",
     NULL,
     {"person,Skill [Pricing],Pricing - Skill\nAna,1,2\n"},
     "E a.csv:1:3: \"Pricing - Skill\" and \"Skill [Pricing]\", column 2, are both taken for "
     "skill of Pricing; keep one of them\n"},
    {"two columns for one thing, long",
     NULL,
     {"person,activity,skill,proficiency\nAna,Pricing,1,2\n"},
     "E a.csv:1:4: \"proficiency\" and \"skill\", column 3, are both taken for skill; keep one of "
     "them\n"},
    {"two columns of people",
     NULL,
     {"person,activity,skill,name\nAna,Pricing,1,Ana\n"},
     "E a.csv:1:4: \"name\" and \"person\", column 1, are both taken for person; keep one of "
     "them\n"},
    {"no person column",
     NULL,
     {"Skill [Pricing]\n1\n"},
     "E a.csv:1: no column says whose answers these are; head one person, email or id\n"},
    {"no ratings, wide",
     NULL,
     {"person,date\nAna,2026-01-01\n"},
     "E a.csv:1: no column has ratings; head columns like \"Skill [Problem Discovery]\", or have "
     "activity and skill for a row per activity\n"},
    {"no ratings, long",
     NULL,
     {"person,activity\nAna,Pricing\n"},
     "E a.csv:1: no column has ratings; head one skill, experience, interest or manager_skill\n"},
    {"costly header",
     NULL,
     {"person,Skill [Pricing],Skill [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac]\nAna,1,2\n"},
     "E a.csv:1:3: a rule in aliases.csv takes too long on \"Skill "
     "[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac]\"; write a simpler pattern\n"},
    {"row without a person",
     NULL,
     {"person,Skill [Pricing]\n,1\n"},
     "E a.csv:2:1: row has no person; say whose answers these are, or remove the row\n"},
    {"no rows",
     NULL,
     {"person,Skill [Pricing]\n"},
     "E a.csv:1:1: the file has a header and no answers; a row for each would be right\n"},
    {"unknown activity, long",
     NULL,
     {"person,activity,skill\nAna,Prising,1\n"},
     "P a.csv:2:2: no activity is called \"Prising\"; correct it, or add a rule to aliases.csv; "
     "did you mean \"Pricing\"?\n"},
    {"no activity",
     NULL,
     {"person,activity,skill\nAna,,1\n"},
     "P a.csv:2:2: row has no activity; name one, or remove it\n"},
    {"costly activity",
     NULL,
     {"person,activity,skill\nAna,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac,1\n"},
     "E a.csv:2:2: a rule in aliases.csv takes too long on \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"; "
     "write a simpler pattern\n"},
    {"rating off the scale",
     NULL,
     {"person,activity,skill\nAna,Problem Discovery,7\n"},
     "P a.csv:2:3: skill is \"7\" for Problem Discovery; the scale has 0 None, 1 Basic, 2, "
     "3 Good, 4, 5 Excellent, or N/A\n"},
    {"manager's rating off the scale",
     NULL,
     {"person,Manager skill [Pricing]\nAna,good enough\n"},
     "P a.csv:2:2: manager_skill is \"good enough\" for Pricing; the scale has 0 None, 1 Basic, "
     "2, 3 Good, 4, 5 Excellent, or N/A\n"},
    {"costly rating",
     NULL,
     {"person,Skill [Pricing]\nAna,yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyc\n"},
     "E a.csv:2:2: a rule in aliases.csv takes too long on \"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyc\"; "
     "write a simpler pattern\n"},
    {"bad date",
     NULL,
     {"person,date,Skill [Pricing]\nAna,11/12/2026,1\n"},
     "P a.csv:2:2: date is \"11/12/2026\"; that is 2026-12-11 or 2026-11-12, and nothing in this "
     "file tells; say --dates day-first or --dates month-first, or write dates as 2026-11-23\n"},
    {"given twice, long",
     NULL,
     {"person,activity,skill\nAna,Pricing,1\nBo,Pricing,1\nana,Pricing,1\n"},
     "P a.csv:4:1: \"Ana\" answered Pricing 2 times, before on line 2, and no time says which is "
     "later; keep one, or say --duplicates latest or --duplicates first\n"},
    {"given twice, wide, blank or not, told once",
     NULL,
     {"person,date,Skill [Pricing],Interest [Pricing]\nAna,2026-01-02,,2\nAna,2026-01-02,1,\n"},
     "P a.csv:3:1: \"Ana\" answered 2 times on 2026-01-02, before on line 2, and no time says "
     "which "
     "is later; keep one, or say --duplicates latest or --duplicates first\n"},
    {"given twice, in two files",
     NULL,
     {"person,activity,skill\nAna,Pricing,1\n", "person,Skill [Hiring],Skill [Pricing]\nAna,1,1\n"},
     "P b.csv:2:3: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at a.csv:2:3\n"},
    {"given twice, in a row that gives another rating before",
     NULL,
     {"person,activity,skill\nAna,Pricing,1\n",
      "person,activity,interest,skill\nAna,Pricing,2,3\n"},
     "P b.csv:2:4: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at a.csv:2:3\n"},
    {"given twice, in a wide row likewise",
     NULL,
     {"person,activity,skill\nAna,Pricing,1\n",
      "person,Interest [Pricing],Interest [Hiring],Skill [Pricing]\nAna,2,2,3\n"},
     "P b.csv:2:4: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at a.csv:2:3\n"},
    {"given twice, first in a row with two ratings of it",
     NULL,
     {"person,Skill [Pricing],Interest [Pricing]\nAna,1,2\n",
      "person,activity,skill\nAna,Pricing,1\n"},
     "P b.csv:2:3: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at a.csv:2:3\n"},
    {"given twice, first in a row over two lines",
     NULL,
     {"person,Skill [Pricing],Skill [Hiring]\n\"\nAna\",1,2\n",
      "person,activity,skill\nAna,Pricing,1\n"},
     "P b.csv:2:3: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at a.csv:3:2\n"},
    {"given twice, first in a row that ends before it",
     NULL,
     {"person,Skill [Hiring],Skill [Pricing]\nAna,1\nBo,1,1\n",
      "person,activity,skill\nAna,Pricing,1\n"},
     "P b.csv:2:3: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at a.csv:2:3\n"},
    {"given twice, of the second of three files",
     NULL,
     {"person,Skill [Hiring]\nAna,1\n", "person,Interest [Hiring],Skill [Pricing]\nAna,1,1\n",
      "person,activity,skill\nAna,Pricing,1\n"},
     "P c.csv:2:3: skill of Pricing is given twice for \"Ana\"; keep one, or say --duplicates "
     "latest or first; the first is at b.csv:2:3\n"},
    {"not on the roster, told once",
     "name,role\nAna Lima,pm\n",
     {"person,activity,skill\nAna Lime,Pricing,1\nAna Lima,Pricing,1\nAna Lime,Hiring,1\n"},
     "P a.csv:2:1: \"Ana Lime\" is not on the roster; add a row, or correct the name; did you "
     "mean \"Ana Lima\"?\n"},
    {"not on the roster, nobody near",
     "name,role\nAna Lima,pm\n",
     {"person,Skill [Pricing]\nAna Lima,1\nXu,1\n"},
     "P a.csv:3:1: \"Xu\" is not on the roster; add a row, or correct the name\n"},
    {"not on the roster, by id",
     "id,name,role\n1,Ana Lima,pm\n",
     {"id,Skill [Pricing]\n1,1\n77,1\n"},
     "P a.csv:3:1: \"77\" is not on the roster; add a row, or correct the id\n"},
    {"on the roster and silent",
     "name,role\nAna,pm\nBo,pm\n",
     {"person,Skill [Pricing]\nAna,1\n"},
     "W roster.csv:3:1: \"Bo\" is on the roster and has no answers; the plan will be without "
     "ratings\n"},
    {"another id than the roster's",
     "id,name,role\n1,Ana,pm\n",
     {"id,person,Skill [Pricing]\n2,Ana,1\n"},
     "P a.csv:2:2: \"Ana\" has the id \"1\", not \"2\"; correct one of them\n"},
    {"another name than the roster's",
     "id,name,role\n1,Robert,pm\n",
     {"id,person,Skill [Pricing]\n1,Bob,1\n"},
     "W a.csv:2:2: \"Bob\" is called \"Robert\" on the roster; taken as the same person\n"},
    {"another email than the roster's",
     "name,email,role\nAna,ana@x.org,pm\n",
     {"person,email,Skill [Pricing]\nAna,a@home.org,1\n"},
     "W a.csv:2:1: \"Ana\" has another email on the roster; taken as the same person\n"},
    {"id of one, name of another",
     "id,name,role\n1,Ana,pm\n2,Bo,pm\n",
     {"id,person,Skill [Pricing]\n1,Bo,1\n"},
     "P a.csv:2:2: this is \"Ana\" by the id, and \"Bo\" by the name; correct one of them\n"},
    {"id of one, email of another",
     "id,name,email,role\n1,Ana,a@x.org,pm\n2,Bo,b@x.org,pm\n",
     {"id,email,Skill [Pricing]\n1,b@x.org,1\n"},
     "P a.csv:2:1: this is \"Ana\" by the id, and \"Bo\" by the email; correct one of them\n"},
    {"a name two people have",
     "id,name,role\n1,Ana,pm\n2,ana,pm\n",
     {"person,Skill [Pricing]\nAna,1\n"},
     "P a.csv:2:1: more than one person is called \"Ana\"; give the id or email of one of them\n"},
    {"a name two people have, without a roster",
     NULL,
     {"id,person,activity,skill\n,Ana,Pricing,1\n1,Ana,Pricing,1\n2,Ana,Pricing,1\n"},
     "P a.csv:2:2: more than one person is called \"Ana\"; give the id or email of one of them\n"},
    {"a name two people turn out to have",
     NULL,
     {"person,Skill [Pricing]\nAna,1\n", "id,person,Skill [Hiring]\n1,Ana,1\n",
      "id,person,Skill [Hiring]\n2,Ana,1\n"},
     "P c.csv:2:2: more than one person is called \"Ana\"; give the id or email of one of them\n"},
};

static void test_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct world world;
        bool good = true;
        open_world(&world);
        if (refusals[i].roster != NULL)
            read_roster(&world, refusals[i].roster);
        for (size_t j = 0; j < MOST_FILES && refusals[i].files[j] != NULL; j++) {
            read_answers(&world, refusals[i].files[j]);
            good = good && world.good;
        }
        settle(&world, false);
        if (strcmp(told(&world), refusals[i].told) != 0)
            print_error("in: %s\n", refusals[i].name);
        assert_string_equal(told(&world), refusals[i].told);
        assert_int_equal(good, world.messages.counts[GP_ERROR] == 0);
        close_world(&world);
    }
}

static void test_two_readings(void **state) {
    (void)state;
    // Activities with the names of axes: "Skill - Interest" may be either way round.
    static const char *const names[] = {"Interest", "Skill", "Hiring"};
    struct world world;
    open_with(&world, names);
    read_answers(&world, "person,Skill - Interest,Skill [Hiring]\nAna,1,2\n");
    assert_false(world.good);
    assert_string_equal(told(&world),
                        "E a.csv:1:2: the column \"Skill - Interest\" can be read as skill of "
                        "Interest and as interest of Skill; write it another way\n");
    close_world(&world);
}

static void test_keep_going(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_roster(&world, "name,role,manager\nCy,pm,Ana\nAna,pm,\nBo,pm,Cy\n");
    read_answers(&world, "person,Skill [Pricing]\nCy,1\nAna,9\nBo,2\nZoe,3\n");
    settle(&world, true);
    assert_int_equal(world.left_out_count, 2);
    assert_string_equal(world.left_out[0], "Ana");
    assert_string_equal(world.left_out[1], "Zoe");
    assert_string_equal(team_text(&world), "Bo||: .... 2... .... \n   .... 2... ....\n"
                                           "Cy||: .... 1... .... \n   .... 1... ....\n");
    const struct gp_person *people = world.intake.team.people;
    assert_int_equal(people[0].manager, 1);
    // Ana is left out, and still the name of Cy's manager.
    assert_int_equal(people[1].manager, GP_NO_PERSON);
    assert_string_equal(people[1].manager_name, "Ana");
    close_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_two_readings),
        cmocka_unit_test(test_keep_going),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
