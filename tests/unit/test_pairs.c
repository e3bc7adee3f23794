// test_pairs.c - what is said of mentees and mentors: pairs that must be or must not be, and last
// cycle's; who is meant, settled in any order of rows, and refused.
#include "base/file.h"
#include "pay_world.h"

// Two called Dee; Fay's name has brackets of its own.
static const char roster[] = "id,name,email,role\n"
                             "1,Ana,ana@x.org,pm\n"
                             "2,Bo,Bo@X.org,pm\n"
                             "3,Cy,,gpm\n"
                             "4,Dee,,pm\n"
                             "5,Dee,,pm\n"
                             "6,Fay (UK),,pm\n";

static void open_world(struct pay_world *world) {
    open_pay_world(world, "USD");
    read_roster(world, roster);
    assert_string_equal(told(world), "");
}

static void read_pairs(struct pay_world *world, const char *text) {
    struct gp_source source = text_source("p.csv", text);
    world->good = gp_read_pairs(&world->intake, &source);
}

static void read_previous(struct pay_world *world, const char *text) {
    struct gp_source source = text_source("m.csv", text);
    world->good = gp_read_previous_pairs(&world->intake, &source);
}

// "Ana<Bo never", mentee first, a line a pair.
static const char *pairs_text(const struct pay_world *world) {
    static const char *const rules[] = {"never", "always", "running", "ended"};
    const struct gp_person *people = world->intake.team.people;
    const char *text = "";
    for (size_t i = 0; i < world->intake.pairs.count; i++) {
        const struct gp_pair_said *pair = &world->intake.pairs.items[i];
        text = gp_print(world->memory, "%s%s<%s %s\n", text, people[pair->mentee].name,
                        people[pair->mentor].name, rules[pair->rule]);
    }
    return text;
}

// By mentee, mentor, rule, whatever the order of the rows. Names, ids, emails and names with ids;
// words for a rule; a mentee with two mentors always; a pair said twice alike.
static void test_any_order(void **state) {
    (void)state;
    static const char *const rows[] = {
        "Dee (4),Cy,always,\n", "bo,1,Never,\"as they asked, both\"\n",
        "Ana,Cy,must,\n",       "ANA@x.org,bo@x.org,must not,\n",
        "1,3,Keep,again\n",     "Ana,Fay (UK),ALWAYS,a second\n",
        "5,Dee (4),not,\n",
    };
    enum { COUNT = sizeof rows / sizeof *rows };
    for (size_t turn = 0; turn < COUNT; turn++) { // from each row on, every third row
        struct pay_world world;
        open_world(&world);
        const char *text = "mentee,mentor,rule,comment\n";
        for (size_t i = 0; i < COUNT; i++)
            text = gp_print(world.memory, "%s%s", text, rows[(turn + 3 * i) % COUNT]);
        read_pairs(&world, text);
        assert_true(world.good);
        settle(&world, false);
        assert_string_equal(told(&world), "");
        assert_string_equal(pairs_text(&world), "Ana<Bo never\n"
                                                "Ana<Cy always\n"
                                                "Ana<Fay (UK) always\n"
                                                "Bo<Ana never\n"
                                                "Dee (4)<Cy always\n"
                                                "Dee (5)<Dee (4) never\n");
        close_pay_world(&world);
    }
}

// The roster in another order: the pairs follow their people. Headers from the wild, semicolons.
static void test_people_move(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "USD");
    read_roster(&world, "name,role\nZoe,pm\nMia,pm\nAda,pm\n");
    read_pairs(&world, "Constraint;Mentor's name;Mentee name;Reason;Office\n"
                       "always;Zoe;Ada;old friends;Rome\n"
                       "never;Ada;Mia;;Rome\n");
    read_previous(&world, "mentor,mentee\nMia,Zoe\n");
    settle(&world, false);
    assert_string_equal(told(&world), "");
    assert_string_equal(pairs_text(&world), "Ada<Zoe always\nMia<Ada never\nZoe<Mia running\n");
    const struct gp_pair_said *always = &world.intake.pairs.items[0];
    assert_string_equal(always->at.file, "p.csv");
    assert_int_equal(always->at.line, 2);
    close_pay_world(&world);
}

// Whoever is left out takes their pairs along; the others' stay.
static void test_left_out(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "USD");
    read_roster(&world, "name,role,products\nAna,pm,2\nBo,pm,many\nCy,pm,3\nDi,pm,1\n");
    read_pairs(&world, "mentee,mentor,rule\nAna,Bo,always\nBo,Cy,never\nDi,Ana,always\n");
    read_previous(&world, "mentee,mentor,status\nCy,Bo,ended\nCy,Di,ended\n");
    settle(&world, true);
    assert_int_equal(world.intake.team.person_count, 3);
    assert_string_equal(pairs_text(&world), "Cy<Di ended\nDi<Ana always\n");
    close_pay_world(&world);
}

// As a run writes it, in another order of columns; who had no mentor; what never is stays so, and
// what always is may have been before, in any order of the two files.
static void test_previous(void **state) {
    (void)state;
    static const char pairs[] = "mentee,mentor,rule\nAna,Bo,never\nAna,Cy,always\n";
    static const char previous[] =
        "status,mentor,mentee,strength,hours_per_month,activities,reasons,round,notes\n"
        "Running,Bo,Ana,24.5,4,Pricing,ahead,1,\n"
        "ENDED,Cy,Ana,20,4,Positioning,ahead,2,met the goals\n"
        ",Dee (5),Bo,8,4,,,1,\n"
        ",Dee (5),Bo,8,4,,,1,once more\n"
        "ended,Ana,Bo,8,4,,,2,\n"
        ",,Cy,,,,nobody ahead,,\n";
    for (int first = 0; first < 2; first++) {
        struct pay_world world;
        open_world(&world);
        if (first == 0)
            read_pairs(&world, pairs);
        read_previous(&world, previous);
        assert_true(world.good);
        if (first == 1)
            read_pairs(&world, pairs);
        settle(&world, false);
        assert_string_equal(told(&world), "");
        assert_string_equal(pairs_text(&world), "Ana<Bo never\n"
                                                "Ana<Cy always\n"
                                                "Ana<Cy ended\n"
                                                "Bo<Ana ended\n"
                                                "Bo<Dee (5) running\n");
        close_pay_world(&world);
    }
}

// Rows below "mentee,mentor,status": one warning for all who are gone, each counted once.
static const struct refusal {
    const char *name, *rows, *told;
} goings[] = {
    {"one", "Ana,Bo,\nMo,Ana,\n",
     "W m.csv:3:1: \"Mo\" of last cycle's pairs is not on the roster; their pairs are passed over, "
     "so correct the name of anybody who is still there\n"},
    {"two, several times", "Ana,Bo,\nBo,Max,\nMo,max,ended\nmo,Cy,\n",
     "W m.csv:3:2: \"Max\" of last cycle's pairs is not on the roster, nor is 1 more; their pairs "
     "are passed over, so correct the name of anybody who is still there\n"},
    {"three", "Ana,Bo,\nMo,Max,\nLee,Ana,\n",
     "W m.csv:3:1: \"Mo\" of last cycle's pairs is not on the roster, nor are 2 more; their pairs "
     "are passed over, so correct the name of anybody who is still there\n"},
};

static void test_gone(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof goings / sizeof *goings; i++) {
        struct pay_world world;
        open_world(&world);
        read_previous(&world, gp_print(world.memory, "mentee,mentor,status\n%s", goings[i].rows));
        assert_true(world.good);
        if (strcmp(told(&world), goings[i].told) != 0)
            print_error("in: %s\n", goings[i].name);
        assert_string_equal(told(&world), goings[i].told);
        settle(&world, false);
        assert_int_equal(world.intake.team.person_count, 6); // nobody was added
        assert_string_equal(pairs_text(&world), "Ana<Bo running\n");
        close_pay_world(&world);
    }
}

// Rows below "mentee,mentor,rule,comment".
static const struct refusal refusals[] = {
    {"no mentee", ",Bo,never,\n",
     "E p.csv:2:1: row has no mentee; write who it is, or remove the row\n"},
    {"no mentor", "Ana,,always,\n",
     "E p.csv:2:2: row has no mentor; write who it is, or remove the row\n"},
    {"a stranger", "Ana,Boo,never,\n",
     "E p.csv:2:2: mentor \"Boo\" is not on the roster; correct the name, or remove the row; did "
     "you mean \"Bo\"?\n"},
    {"a stranger far off", "Wilhelmina,Bo,never,\n",
     "E p.csv:2:1: mentee \"Wilhelmina\" is not on the roster; correct the name, or remove the "
     "row\n"},
    {"a name two have", "Dee,Bo,never,\n",
     "E p.csv:2:1: more than one person is called \"Dee\"; give the id or email of one of them\n"},
    {"a name with another's id", "Dee (1),Bo,never,\n",
     "E p.csv:2:1: mentee \"Dee (1)\" is not on the roster; correct the name, or remove the row; "
     "did you mean \"Dee\"?\n"},
    {"oneself", "Ana,ana@x.org,never,\n",
     "E p.csv:2:2: \"ana@x.org\" is named as their own mentor; name another, or remove the row\n"},
    {"no rule", "Ana,Bo,,\n", "E p.csv:2:3: rule is empty; write never or always\n"},
    {"another rule", "Ana,Bo,maybe,\n", "E p.csv:2:3: rule is \"maybe\"; write never or always\n"},
    {"signs for a rule", "Ana,Bo,--,\n", "E p.csv:2:3: rule is \"--\"; write never or always\n"},
    {"both", "Ana,Bo,always,\nAna,Cy,never,\n1,2,must not,\n",
     "E p.csv:4:3: mentee \"Ana\" with mentor \"Bo\" is never here and always on line 2; keep one "
     "of the rows\n"},
    {"all at once", "Mo,Mo,x,\n,Bo,always,\nAna,,,\nDee,Ana,never,\n",
     "E p.csv:2:1: mentee \"Mo\" is not on the roster; correct the name, or remove the row; did "
     "you mean \"Bo\"?\n"
     "E p.csv:2:2: mentor \"Mo\" is not on the roster; correct the name, or remove the row; did "
     "you mean \"Bo\"?\n"
     "E p.csv:2:3: rule is \"x\"; write never or always\n"
     "E p.csv:3:1: row has no mentee; write who it is, or remove the row\n"
     "E p.csv:4:2: row has no mentor; write who it is, or remove the row\n"
     "E p.csv:4:3: rule is empty; write never or always\n"
     "E p.csv:5:1: more than one person is called \"Dee\"; give the id or email of one of "
     "them\n"},
    {"nothing said", "", ""},
};

static void test_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct pay_world world;
        open_world(&world);
        read_pairs(&world,
                   gp_print(world.memory, "mentee,mentor,rule,comment\n%s", refusals[i].rows));
        if (strcmp(told(&world), refusals[i].told) != 0)
            print_error("in: %s\n", refusals[i].name);
        assert_string_equal(told(&world), refusals[i].told);
        assert_int_equal(world.good, refusals[i].told[0] == '\0');
        assert_int_equal(world.intake.team.person_count, 6); // nobody was added
        close_pay_world(&world);
    }
}

// Rows below "mentee,mentor,status".
static const struct refusal previous_refusals[] = {
    {"no mentee", ",Bo,\n", "E m.csv:2:1: row has no mentee; write who it is, or remove the row\n"},
    {"a name two have", "Ana,Dee,\n",
     "E m.csv:2:2: more than one person is called \"Dee\"; give the id or email of one of them\n"},
    {"oneself", "Ana,Ana,\n",
     "E m.csv:2:2: \"Ana\" is named as their own mentor; name another, or remove the row\n"},
    {"another status", "Ana,Bo,paused\n",
     "E m.csv:2:3: status is \"paused\"; write running or ended, or leave it empty\n"},
    {"running and ended", "Ana,Bo,ended\nAna,Bo,\n",
     "E m.csv:3:3: mentee \"Ana\" with mentor \"Bo\" is running here and ended on line 2; keep one "
     "of the rows\n"},
    {"a wrong status of one who is gone", "Mo,Bo,paused\n",
     "E m.csv:2:3: status is \"paused\"; write running or ended, or leave it empty\n"
     "W m.csv:2:1: \"Mo\" of last cycle's pairs is not on the roster; their pairs are passed over, "
     "so correct the name of anybody who is still there\n"},
};

static void test_previous_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof previous_refusals / sizeof *previous_refusals; i++) {
        const struct refusal *refusal = &previous_refusals[i];
        struct pay_world world;
        open_world(&world);
        read_previous(&world, gp_print(world.memory, "mentee,mentor,status\n%s", refusal->rows));
        if (strcmp(told(&world), refusal->told) != 0)
            print_error("in: %s\n", refusal->name);
        assert_string_equal(told(&world), refusal->told);
        assert_false(world.good);
        close_pay_world(&world);
    }
}

// Two files that do not say the same; headers that will not do; no roster.
static void test_files(void **state) {
    (void)state;
    struct pay_world world;
    open_world(&world);
    read_pairs(&world, "mentee,mentor,rule\nAna,Bo,never\n");
    struct gp_source source = text_source("q.csv", "rule,mentee,mentor\nalways,Ana,Bo\n");
    assert_false(gp_read_pairs(&world.intake, &source));
    read_pairs(&world, "mentee,strength\nAna,3\n");
    assert_false(world.good);
    read_previous(&world, "mentee,mentor,rule\nAna,Bo,never\n");
    assert_false(world.good);
    read_previous(&world, "person,mentor\nAna,Bo\n");
    assert_false(world.good);
    assert_string_equal(
        told(&world),
        "E q.csv:2:1: mentee \"Ana\" with mentor \"Bo\" is always here and never on line 2 of "
        "p.csv; keep one of the rows\n"
        "E p.csv:1:2: the column \"strength\" is not known; correct it, or add an ignore rule to "
        "aliases.csv; the columns here are mentee, mentor, rule, comment\n"
        "E p.csv:1: the pairs have no column mentor; they need mentee, mentor and rule\n"
        "E p.csv:1: the pairs have no column rule; they need mentee, mentor and rule\n"
        "E m.csv:1:3: last cycle's pairs have no column rule; a list of pairs that must or must "
        "not be is another input\n"
        "E m.csv:1:1: the column \"person\" is not known; correct it, or add an ignore rule to "
        "aliases.csv; did you mean \"reasons\"?\n"
        "E m.csv:1: the pairs have no column mentee; they need mentee and mentor\n");
    close_pay_world(&world);
    open_pay_world(&world, "USD");
    read_pairs(&world, "mentee,mentor,rule\nAna,Bo,never\n");
    assert_false(world.good);
    assert_string_equal(told(&world),
                        "E p.csv: pairs need a roster, which says who the people are; give one\n");
    close_pay_world(&world);
}

// Somebody whom only an answer names is not on the roster for a pair either, read when it may be.
static void test_behind_answers(void **state) {
    (void)state;
    struct pay_world world;
    open_world(&world);
    struct gp_source answers =
        text_source("a.csv", "person,activity,skill\nMo,Positioning,3\nAna,Positioning,3\n");
    gp_read_answers(&world.intake, &answers);
    read_pairs(&world, "mentee,mentor,rule\nMo,Bo,never\n");
    assert_false(world.good);
    assert_string_equal(told(&world),
                        "P a.csv:2:1: \"Mo\" is not on the roster; add a row, or correct the name; "
                        "did you mean \"Bo\"?\n"
                        "E p.csv:2:1: mentee \"Mo\" is not on the roster; correct the name, or "
                        "remove the row; did you mean \"Bo\"?\n");
    close_pay_world(&world);
}

static struct gp_source sample(struct gp_memory *memory, const char *name) {
    struct gp_source source = {.name = gp_print(memory, "samples/team/%s", name)};
    const char *why = "";
    if (!gp_file_read(memory, source.name, &source.bytes, &why))
        fail_msg("%s: %s", source.name, why);
    return source;
}

// The samples are read without a word.
static void test_samples(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "USD");
    struct gp_source people = sample(world.memory, "roster.csv");
    struct gp_source pairs = sample(world.memory, "pairs.csv");
    struct gp_source last = sample(world.memory, "mentors-last.csv");
    assert_true(gp_read_roster(&world.intake, &people));
    assert_true(gp_read_pairs(&world.intake, &pairs));
    assert_true(gp_read_previous_pairs(&world.intake, &last));
    settle(&world, false);
    assert_string_equal(told(&world), "");
    assert_string_equal(pairs_text(&world), "Jane Example<Noor Voorbeeld running\n"
                                            "Kim Yesi<Noor Voorbeeld always\n"
                                            "Max Beispiel<Ola Eksempel ended\n"
                                            "Sofia Esempio<Ola Eksempel never\n");
    for (size_t i = 0; i < world.intake.team.person_count; i++)
        assert_int_not_equal(world.intake.team.people[i].zone_minutes, GP_NO_ZONE);
    close_pay_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order),      cmocka_unit_test(test_people_move),
        cmocka_unit_test(test_left_out),       cmocka_unit_test(test_previous),
        cmocka_unit_test(test_gone),           cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_files),          cmocka_unit_test(test_previous_refusals),
        cmocka_unit_test(test_behind_answers), cmocka_unit_test(test_samples)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
