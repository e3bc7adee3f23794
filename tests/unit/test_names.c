// How names and answers from the wild meet a ladder's: read/names.h.
#include "base/text.h"
#include "read/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// A ladder of three activities and two rungs, with just what names are found by.
struct world {
    struct gp_memory *memory;
    struct gp_ladder ladder;
    struct gp_names *names;
};

enum { DISCOVERY, DATA, PRICING };
enum { PM, GPM };

static const struct {
    enum gp_rule_kind kind;
    const char *text, *target;
} the_rules[] = {
    {GP_RULE_ACTIVITY, "find(ing)? problems", "Problem Discovery"},
    {GP_RULE_ACTIVITY, "find.*", "Pricing"}, // which is more than the one above says
    {GP_RULE_ACTIVITY, "(we )?seek problems", "Problem Discovery"},
    {GP_RULE_ACTIVITY, "seek.*", "problem discovery"},
    {GP_RULE_ACTIVITY, "lost.*", "Nowhere"}, // leads nowhere, so the next one counts
    {GP_RULE_ACTIVITY, "lost and found", "Pricing"},
    {GP_RULE_ACTIVITY, "(a+)+[bd]", "Pricing"}, // costly on many a with neither behind
    {GP_RULE_AXIS, "proficiency.*", "skill"},
    {GP_RULE_AXIS, "how keen.*", "interest"},
    {GP_RULE_ROLE, "(senior )?product (mgr|owner)", "pm"},
    {GP_RULE_ROLE, "sales.*", GP_OUTSIDE},
    {GP_RULE_LEVEL, "5.*", "5"},
    {GP_RULE_LEVEL, "(no idea|not sure).*", "dk"},
    {GP_RULE_LEVEL, "does not apply", "na"},
    {GP_RULE_LEVEL, "left out", "blank"},
    {GP_RULE_LEVEL, "top", "10"}, // a level of no scale here
    {GP_RULE_LEVEL, "t.*", "4"},
    {GP_RULE_FIELD, "(full )?name", "person"},
    {GP_RULE_FIELD, ".*name.*", "product_years"},
    {GP_RULE_FIELD, "pay", "salary"},
    {GP_RULE_IGNORE, "time ?stamp|q[0-9]+", ""},
};
enum { RULE_COUNT = sizeof the_rules / sizeof the_rules[0] };

static struct gp_level skill_levels[] = {
    {0, "None"}, {1, "Basic (Awareness)"}, {2, "2"}, {3, "Good"}, {4, "4"}, {5, "Excellent"}};
static struct gp_spelling skill_spellings[] = {
    {"none", 0},
    {"basicawareness", 1},
    {"2", 2},
    {"good", 3},
    {"4", 4},
    {"excellent", 5},
    {"na", GP_NOT_APPLICABLE},
    {"99", GP_NOT_APPLICABLE},
    {"dontknow", GP_DONT_KNOW},
    {"?", GP_DONT_KNOW},
    {"-", GP_BLANK},
    {"25", 4},
};
// Interest has gaps in its scale: 2 is between two levels and none itself.
static struct gp_level interest_levels[] = {{0, "None"}, {1, "Limited"}, {3, "Moderate"}};
static struct gp_spelling interest_spellings[] = {{"none", 0}, {"limited", 1}, {"moderate", 3}};

static const char *const the_backgrounds[] = {"civil engineer.*|sales clerk", ".*engineer.*"};
enum { BACKGROUND_COUNT = sizeof the_backgrounds / sizeof the_backgrounds[0] };

static void add_backgrounds(struct world *world) {
    struct gp_ladder *ladder = &world->ladder;
    ladder->backgrounds = gp_alloc(world->memory, BACKGROUND_COUNT, sizeof *ladder->backgrounds);
    ladder->background_count = BACKGROUND_COUNT;
    for (size_t i = 0; i < BACKGROUND_COUNT; i++) {
        const char *fault = NULL;
        size_t fault_at = 0;
        ladder->backgrounds[i] = (struct gp_background){
            .name = gp_print(world->memory, "Background %zu", i),
            .text = the_backgrounds[i],
            .pattern = gp_pattern_compile(world->memory, the_backgrounds[i], &fault, &fault_at)};
        assert_non_null(ladder->backgrounds[i].pattern);
    }
}

static void add_rules(struct world *world) {
    struct gp_ladder *ladder = &world->ladder;
    ladder->rules = gp_alloc(world->memory, RULE_COUNT, sizeof *ladder->rules);
    ladder->rule_count = RULE_COUNT;
    for (size_t i = 0; i < RULE_COUNT; i++) {
        const char *fault = NULL;
        size_t fault_at = 0;
        ladder->rules[i] = (struct gp_rule){
            .kind = the_rules[i].kind,
            .text = the_rules[i].text,
            .pattern = gp_pattern_compile(world->memory, the_rules[i].text, &fault, &fault_at),
            .target = the_rules[i].target,
            .at = {"r.csv", (uint32_t)(i + 2), 2},
        };
        assert_non_null(ladder->rules[i].pattern);
    }
}

static int open_world(void **state) {
    static const char *const activities[] = {"Problem Discovery", "Data & Instrumentation Strategy",
                                             "Pricing"};
    struct gp_memory *memory = gp_memory_open();
    struct world *world = gp_alloc(memory, 1, sizeof *world);
    world->memory = memory;
    struct gp_ladder *ladder = &world->ladder;
    ladder->name = "small";
    ladder->activity_count = 3;
    ladder->activities = gp_alloc(memory, 3, sizeof *ladder->activities);
    for (size_t i = 0; i < 3; i++)
        ladder->activities[i] = (struct gp_activity){
            .name = activities[i], .key = gp_text_key(memory, activities[i]), .weight = 1};
    ladder->rung_count = 2;
    ladder->rungs = gp_alloc(memory, 2, sizeof *ladder->rungs);
    ladder->rungs[PM] = (struct gp_rung){.id = "pm", .title = "Product Manager"};
    ladder->rungs[GPM] = (struct gp_rung){.id = "gpm", .title = "Group Product Manager"};
    struct gp_scale skill = {
        0, 5, skill_levels, 6, skill_spellings, sizeof skill_spellings / sizeof skill_spellings[0]};
    struct gp_scale interest = {0, 3, interest_levels, 3, interest_spellings, 3};
    ladder->scales[GP_SKILL] = skill;
    ladder->scales[GP_EXPERIENCE] = skill;
    ladder->scales[GP_INTEREST] = interest;
    add_rules(world);
    add_backgrounds(world);
    world->names = gp_names_new(memory, ladder);
    *state = world;
    return 0;
}

static int close_world(void **state) {
    struct world *world = *state;
    gp_memory_close(world->memory);
    return 0;
}

struct name_row {
    const char *text;
    enum gp_found found;
    size_t index;
};

#define UNTOUCHED ((size_t)77)

static void check(const struct name_row *row, enum gp_found found, size_t index) {
    if (found != row->found || index != row->index)
        fail_msg("\"%s\": found %d, index %zu", row->text, (int)found, index);
}

static void test_activities(void **state) {
    const struct world *world = *state;
    static const struct name_row rows[] = {
        {"Problem Discovery", GP_FOUND, DISCOVERY},
        {"problem discovery", GP_FOUND, DISCOVERY},
        {"PROBLEM-DISCOVERY", GP_FOUND, DISCOVERY},
        {" Problem\xC2\xA0"
         "Discovery ",
         GP_FOUND, DISCOVERY},
        {"Data and Instrumentation Strategy", GP_FOUND, DATA},
        {"data & instrumentation strategy", GP_FOUND, DATA},
        {"we seek problems", GP_FOUND, DISCOVERY},
        {"SEEK PROBLEMS", GP_FOUND, DISCOVERY},             // two rules match and agree
        {"finding problems", GP_FOUND_TWO_WAYS, UNTOUCHED}, // two rules, two activities
        {"find prices", GP_FOUND, PRICING},
        {"lost and found", GP_FOUND, PRICING},
        {"lost", GP_NOT_FOUND, UNTOUCHED},
        {"we find problems", GP_NOT_FOUND, UNTOUCHED}, // a rule is for the whole name
        {"Problem Discoverie", GP_NOT_FOUND, UNTOUCHED},
        {"", GP_NOT_FOUND, UNTOUCHED},
        {"--", GP_NOT_FOUND, UNTOUCHED},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", GP_FOUND_TOO_COSTLY, UNTOUCHED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t index = UNTOUCHED;
        enum gp_found found = gp_names_activity(world->names, rows[i].text, &index);
        check(&rows[i], found, index);
    }
}

static void test_roles(void **state) {
    const struct world *world = *state;
    static const struct name_row rows[] = {
        {"pm", GP_FOUND, PM},
        {"GPM", GP_FOUND, GPM},
        {"product manager", GP_FOUND, PM},
        {"Group Product-Manager", GP_FOUND, GPM},
        {"Senior Product Mgr", GP_FOUND, PM},
        {"Sales Engineer", GP_FOUND, GP_NO_RUNG},
        {"outside", GP_FOUND, GP_NO_RUNG}, // without any rule
        {"Outside", GP_FOUND, GP_NO_RUNG},
        {"Civil engineer", GP_FOUND, GP_NO_RUNG}, // of a background, and so outside
        {"Astronaut", GP_NOT_FOUND, UNTOUCHED},
        {"", GP_NOT_FOUND, UNTOUCHED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t index = UNTOUCHED;
        enum gp_found found = gp_names_role(world->names, rows[i].text, &index);
        check(&rows[i], found, index);
    }
}

static void test_backgrounds(void **state) {
    const struct world *world = *state;
    static const struct name_row rows[] = {
        {"civil engineer", GP_FOUND, 0}, // two match: the first counts
        {"Software Engineering", GP_FOUND, 1}, {"background-1", GP_FOUND, 1}, // its name
        {"Sales", GP_NOT_FOUND, UNTOUCHED},    {"", GP_NOT_FOUND, UNTOUCHED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t index = UNTOUCHED;
        enum gp_found found = gp_names_background(world->names, rows[i].text, &index);
        check(&rows[i], found, index);
    }
}

static void test_axes(void **state) {
    const struct world *world = *state;
    static const struct name_row rows[] = {
        {"Skill", GP_FOUND, GP_SKILL},
        {"EXPERIENCE", GP_FOUND, GP_EXPERIENCE},
        {"interest", GP_FOUND, GP_INTEREST},
        {"Proficiency (0-5)", GP_FOUND, GP_SKILL},
        {"How keen are you?", GP_FOUND, GP_INTEREST},
        {"Mood", GP_NOT_FOUND, GP_EXPERIENCE}, // untouched
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        enum gp_axis axis = GP_EXPERIENCE;
        enum gp_found found = gp_names_axis(world->names, rows[i].text, &axis);
        check(&rows[i], found, (size_t)axis);
    }
}

static void test_fields(void **state) {
    const struct world *world = *state;
    static const char *const fields[] = {"person", "product_years"};
    static const struct name_row rows[] = {
        {"person", GP_FOUND, 0},
        {"Product Years", GP_FOUND, 1},
        {"Full name", GP_FOUND_TWO_WAYS, UNTOUCHED},
        {"Nickname", GP_FOUND, 1},
        {"pay", GP_NOT_FOUND, UNTOUCHED}, // a rule for a field this input does not have
        {"", GP_NOT_FOUND, UNTOUCHED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t index = UNTOUCHED;
        enum gp_found found = gp_names_field(world->names, rows[i].text, fields, 2, &index);
        check(&rows[i], found, index);
    }
    assert_true(gp_names_ignored(world->names, "Time Stamp"));
    assert_true(gp_names_ignored(world->names, "Q12"));
    assert_false(gp_names_ignored(world->names, "Q12 comments"));
}

// By which rule a text is found, and what two rules say that contradict one another.
static void test_by_which_rule(void **state) {
    const struct world *world = *state;
    const struct gp_names *names = world->names;
    static const char *const fields[] = {"person", "product_years"};
    assert_null(gp_names_rule(names, GP_RULE_ACTIVITY, "Problem Discovery", NULL, 0));
    assert_null(gp_names_rule(names, GP_RULE_ACTIVITY, "nothing of the kind", NULL, 0));
    assert_string_equal(gp_names_rule(names, GP_RULE_ACTIVITY, "seek problems", NULL, 0)->text,
                        "(we )?seek problems");
    assert_string_equal(gp_names_rule(names, GP_RULE_FIELD, "Nickname", fields, 2)->text,
                        ".*name.*");
    assert_null(gp_names_rule(names, GP_RULE_FIELD, "Nickname", fields, 1));
    assert_string_equal(gp_names_rule(names, GP_RULE_AXIS, "Proficiency (0-5)", NULL, 0)->text,
                        "proficiency.*");
    assert_null(gp_names_rule(names, GP_RULE_AXIS, "skill", NULL, 0));
    assert_string_equal(gp_names_rule(names, GP_RULE_IGNORE, "q12", NULL, 0)->text,
                        "time ?stamp|q[0-9]+");
    assert_string_equal(gp_names_two_ways(names, GP_RULE_ACTIVITY, "find problems", NULL, 0),
                        "r.csv:2 says Problem Discovery and r.csv:3 says Pricing");
    assert_string_equal(gp_names_two_ways(names, GP_RULE_FIELD, "Full name", fields, 2),
                        "r.csv:19 says person and r.csv:20 says product_years");
}

enum { NONE = 77 }; // untouched: not found
static const struct rating_row {
    enum gp_axis axis;
    const char *text;
    gp_rating rating;
} rating_rows[] = {
    // Four ways to say nothing or little, and four values.
    {GP_SKILL, "0", 0},
    {GP_SKILL, "", GP_BLANK},
    {GP_SKILL, "N/A", GP_NOT_APPLICABLE},
    {GP_SKILL, "Don\xE2\x80\x99t know", GP_DONT_KNOW},
    // Numbers.
    {GP_SKILL, "3", 3},
    {GP_SKILL, "3.0", 3},
    {GP_SKILL, "3,0", 3},
    {GP_SKILL, "05", 5},
    {GP_SKILL, "6", NONE},
    {GP_SKILL, "-1", NONE}, // nor is it GP_BLANK
    {GP_SKILL, "256", NONE},
    {GP_SKILL, "99999999999999999999", NONE},
    {GP_SKILL, "2.5", NONE}, // nor is it the spelling "25"
    {GP_SKILL, "25", 4},     // which says exactly that
    {GP_SKILL, "99", GP_NOT_APPLICABLE},
    {GP_SKILL, "5.5", NONE}, // rule 5.* is for "5 - Excellent"
    {GP_SKILL, "55", NONE},
    {GP_INTEREST, "2", NONE}, // between two levels
    {GP_INTEREST, "3", 3},
    {GP_INTEREST, "5", NONE},
    // Spellings.
    {GP_SKILL, "none", 0},
    {GP_SKILL, "BASIC awareness", 1},
    {GP_SKILL, "excellent!", 5},
    {GP_SKILL, "?", GP_DONT_KNOW},
    {GP_SKILL, "-", GP_BLANK},
    {GP_SKILL, "--", NONE},
    {GP_INTEREST, "Moderate", 3},
    {GP_INTEREST, "Excellent", NONE}, // of another axis
    // In parts; the scale of skill is 0 to 5, that of interest ends at 3.
    {GP_SKILL, "3 - Good", 3},
    {GP_SKILL, "Good (3)", 3},
    {GP_SKILL, "d. Good", 3},
    {GP_SKILL, "4/5", 4},
    {GP_SKILL, "0/5", 0},
    {GP_SKILL, "4/10", NONE}, // of another scale
    {GP_SKILL, "6/5", NONE},
    {GP_INTEREST, "3/3", 3},
    {GP_INTEREST, "2/3", NONE}, // between two levels
    {GP_SKILL, "★★★☆☆", 3},     // with as many stars as the scale has levels above 0
    {GP_SKILL, "★★★☆", NONE},
    {GP_SKILL, "3 stars", 3},
    {GP_SKILL, "3 - Excellent", NONE}, // one of the two is wrong
    {GP_SKILL, "Excellent (3)", NONE},
    {GP_SKILL, "5 - Superb", 5}, // by the rule 5.*
    {GP_SKILL, "3 - Superb", NONE},
    {GP_SKILL, "e. N/A", GP_NOT_APPLICABLE},
    // Rules.
    {GP_SKILL, "5 - Excellent", 5},
    {GP_INTEREST, "5 - Excellent", NONE}, // off this scale
    {GP_SKILL, "Not sure at all", GP_DONT_KNOW},
    {GP_INTEREST, "does not apply", GP_NOT_APPLICABLE},
    {GP_SKILL, "left out", GP_BLANK},
    {GP_SKILL, "top", 4}, // the rule to 10 is for another scale
    {GP_SKILL, "superb", NONE},
};
static void test_ratings(void **state) {
    const struct world *world = *state;
    for (size_t i = 0; i < sizeof rating_rows / sizeof *rating_rows; i++) {
        const struct rating_row *row = &rating_rows[i];
        gp_rating rating = NONE;
        enum gp_found found = gp_names_rating(world->names, row->axis, row->text, &rating);
        if (rating != row->rating || (found == GP_FOUND) != (rating != NONE))
            fail_msg("\"%s\": found %d, rating %d", row->text, (int)found, rating);
    }
}

static void test_suggestions(void **state) {
    const struct world *world = *state;
    static const char *const fields[] = {"person", "product_years"};
    const struct gp_names *names = world->names;
    assert_string_equal(gp_names_suggest_activity(names, "Problem Discoverie"),
                        "; did you mean \"Problem Discovery\"?");
    assert_string_equal(
        gp_names_suggest_activity(names, "xyzzy"),
        "; the ladder has Problem Discovery, Data & Instrumentation Strategy, Pricing");
    assert_string_equal(gp_names_suggest_role(names, "Group Produkt Manager"),
                        "; did you mean \"Group Product Manager\"?");
    assert_string_equal(gp_names_suggest_role(names, "Zoologist"),
                        "; the ladder has pm (Product Manager), gpm (Group Product Manager)");
    assert_string_equal(gp_names_suggest_field(names, "Persn", fields, 2),
                        "; did you mean \"person\"?");
    assert_string_equal(gp_names_suggest_field(names, "zzz", fields, 2),
                        "; the columns here are person, product_years");
    assert_string_equal(
        gp_names_suggest_rating(names, GP_SKILL, "6"),
        "; the scale has 0 None, 1 Basic (Awareness), 2, 3 Good, 4, 5 Excellent, or N/A");
    assert_string_equal(gp_names_suggest_rating(names, GP_INTEREST, "superb"),
                        "; the scale has 0 None, 1 Limited, 3 Moderate, or N/A");
    assert_string_equal(gp_names_suggest_rating(names, GP_INTEREST, "Moderat"),
                        "; did you mean \"Moderate\"?; the scale has 0 None, 1 Limited, 3 "
                        "Moderate, or N/A");
    assert_string_equal(gp_names_suggest_rating(names, GP_INTEREST, "4/10"),
                        "; that is out of 10, and the scale ends at 3; the scale has 0 None, 1 "
                        "Limited, 3 Moderate, or N/A");
    assert_string_equal(gp_names_suggest_rating(names, GP_INTEREST, "1 - Moderate"),
                        "; that says both 1 and 3; the scale has 0 None, 1 Limited, 3 Moderate, or "
                        "N/A");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_activities),  cmocka_unit_test(test_roles),
        cmocka_unit_test(test_axes),        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_ratings),     cmocka_unit_test(test_suggestions),
        cmocka_unit_test(test_backgrounds), cmocka_unit_test(test_by_which_rule),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
