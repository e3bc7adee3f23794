// Headers below titles, of read/header_row.h.
#include "read/header_row.h"

#include "answers_world.h"

static size_t header_of(struct world *world, const char *text) {
    struct gp_source source = {.name = "in.csv", .bytes = {text, strlen(text)}};
    struct gp_csv csv;
    assert_true(gp_csv_read_rows(world->memory, &source, &world->messages, &csv));
    return gp_header_row(world->intake.names, &csv);
}

static void test_found(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        size_t row;
    } rows[] = {
        {"first row", "name,role\nA,pm\n", 0},
        {"title", "Our team\nname,role\nA,pm\n", 1},
        {"title with empty cells", "Our team,,\nname,role,x\nA,pm,1\n", 1},
        {"titles and blank lines", "Our team\n\nAs of,2026-11-23\n\nname,role,x\nA,pm,1\n", 2},
        {"fields of answers", "T\nwho are you?,How good are you\nA,3\n", 1}, // a rule, an axis
        {"axis and activity", "T\nSkill [Pricing],Hiring - Interest\n3,4\n", 1},
        {"axis and activity in one", "T\npricing_skill,Manager skill hiring\n3,4\n", 1},
        {"fields of courses", "T\ncourse,teaches\nX,Hiring=3\n", 1},
        {"fields of expenses", "T\nwhat,amount\nX,3\n", 1},
        {"fields behind others", "T\na,b,c,name,d,role\n1,2,3,4,5,6\n", 1},
        {"one known is too few", "T\nname,x\nA,pm\n", 0},
        {"nothing known", "T\nx,y\nA,pm\n", 0},
        // The row above says as much as the row that looks like one, so it is no title.
        {"a row of a header that is not known", "nome,ruolo\nname,role\n", 0},
        {"a row below one with as many cells", "T\nx,y\nname,role\n", 0},
        {"one as long as a title", "Exported,2026-11-23\nname,role\nA,pm\n", 0},
        {"an activity without an axis", "T\nPricing,Hiring\n3,4\n", 0},
        {"a title of one known cell", "Skill\nname,role\nA,pm\n", 1},
        {"line 20", "1\n2\n3\n4\n5\n6\n7\n8\n9\n1\n2\n3\n4\n5\n6\n7\n8\n9\n1\nname,role\n", 19},
        {"line 21", "1\n2\n3\n4\n5\n6\n7\n8\n9\n1\n2\n3\n4\n5\n6\n7\n8\n9\n1\n2\nname,role\n", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct world world;
        open_world(&world);
        size_t row = header_of(&world, rows[i].text);
        if (row != rows[i].row)
            fail_msg("%s: %zu", rows[i].name, row);
        close_world(&world);
    }
}

// The same answers below a title, and what is wrong is said with the lines of the file.
static void test_answers_below_titles(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_answers(&world, "Survey, autumn\n\nperson;activity;skill;note\nAnn;Pricing;3;x\n"
                         "Ann;Hiring;9;y\nAnn;Problem Discovery;2;y;z\n");
    assert_false(world.good);
    assert_string_equal(told(&world),
                        "E a.csv:6:5: this row has 5 fields, the header has 4; is a text with a "
                        "semicolon missing its quotes?\n"
                        "P a.csv:5:3: skill is \"9\" for Hiring; the scale has 0 None, 1 Basic, 2, "
                        "3 Good, 4, 5 Excellent, or N/A\n");
    close_world(&world);
}

static void test_roster_below_titles(void **state) {
    (void)state;
    struct world world;
    open_world(&world);
    read_roster(&world, "Roster\n\nname,role,id\nAnn,pm,1\n");
    assert_string_equal(told(&world), "");
    assert_true(world.good);
    assert_int_equal(world.intake.team.person_count, 1);
    assert_int_equal(world.intake.team.people[0].at.line, 4);
    close_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_answers_below_titles),
        cmocka_unit_test(test_roster_below_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
