// test_submissions.c - which answers count where somebody answered more than once, of
// read/submissions.h.
#include "answers_world.h"

// Two people; skill of Pricing as it counts in the end, "-" where nothing does, and what is said.
static const struct row {
    const char *name;
    enum gp_duplicates duplicates;
    const char *text, *ratings, *told;
} rows[] = {
    {"a survey's later form of a day", GP_DUPLICATES_BY_TIME,
     "Timestamp,Name,Skill [Pricing]\n11/23/2026 9:00:00,Ana,1\n11/23/2026 9:30:00,Bo,2\n"
     "11/23/2026 10:00:00,Ana,3\n",
     "Ana 3, Bo 2", "W a.csv:4:1: \"Ana\" answered 2 times; this counts, the latest\n"},
    {"in any order of rows", GP_DUPLICATES_BY_TIME,
     "Timestamp,Name,Skill [Pricing]\n11/23/2026 10:00:00,Ana,3\n11/23/2026 9:00:00,Ana,1\n",
     "Ana 3", "W a.csv:2:1: \"Ana\" answered 2 times; this counts, the latest\n"},
    {"nothing of the earlier one stays", GP_DUPLICATES_BY_TIME,
     "Timestamp,Name,Skill [Pricing],Interest [Pricing]\n11/23/2026 9:00:00,Ana,1,1\n"
     "11/23/2026 9:30:00,Ana,,2\n",
     "Ana -", "W a.csv:3:1: \"Ana\" answered 2 times; this counts, the latest\n"},
    {"the first, if that is said", GP_DUPLICATES_FIRST,
     "Timestamp,Name,Skill [Pricing]\n11/23/2026 9:00:00,Ana,1\n11/23/2026 9:30:00,Ana,3\n",
     "Ana 1", "W a.csv:2:1: \"Ana\" answered 2 times; this counts, the first\n"},
    {"none, if that is said", GP_DUPLICATES_ERROR,
     "Timestamp,Name,Skill [Pricing]\n11/23/2026 9:00:00,Ana,1\n11/23/2026 9:30:00,Ana,3\n", NULL,
     "P a.csv:3:1: \"Ana\" answered 2 times on 2026-11-23, before on line 2; keep one, or say "
     "--duplicates latest or --duplicates first\n"},
    {"a survey's form of another day", GP_DUPLICATES_BY_TIME,
     "Timestamp,Name,Skill [Pricing]\n11/24/2026 9:00:00,Ana,3\n11/23/2026 9:30:00,Ana,1\n",
     "Ana 3",
     "W a.csv:2:1: \"Ana\" answered 2 times; this counts, the latest, and what was said on other "
     "days is history\n"},
    {"a survey's first day, if that is said", GP_DUPLICATES_FIRST,
     "Timestamp,Name,Skill [Pricing]\n11/24/2026 9:00:00,Ana,3\n11/23/2026 9:30:00,Ana,1\n",
     "Ana 1", "W a.csv:3:1: \"Ana\" answered 2 times; this counts, the first\n"},
    {"a survey's days, if there must be one", GP_DUPLICATES_ERROR,
     "Timestamp,Name,Skill [Pricing]\n11/24/2026 9:00:00,Ana,3\n11/23/2026 9:30:00,Ana,1\n", NULL,
     "P a.csv:2:1: \"Ana\" answered 2 times, before on line 3; keep one, or say --duplicates "
     "latest "
     "or --duplicates first\n"},
    {"days in a table are history, whatever is said", GP_DUPLICATES_ERROR,
     "date,person,Skill [Pricing]\n2026-11-24,Ana,3\n2026-11-23,Ana,1\n", "Ana 3", ""},
    {"a table without times", GP_DUPLICATES_BY_TIME,
     "date,person,Skill [Pricing]\n2026-11-23,Ana,3\n2026-11-23,Ana,1\n", NULL,
     "P a.csv:3:1: \"Ana\" answered 2 times on 2026-11-23, before on line 2, and no time says "
     "which "
     "is later; keep one, or say --duplicates latest or --duplicates first\n"},
    {"the last row, if the latest is said", GP_DUPLICATES_LATEST,
     "person,Skill [Pricing]\nAna,3\nAna,1\n", "Ana 1",
     "W a.csv:3:1: \"Ana\" answered 2 times; this counts, the latest\n"},
    {"times before rows", GP_DUPLICATES_LATEST,
     "date,person,Skill [Pricing]\n2026-11-23 10:00,Ana,3\n2026-11-23 9:00,Ana,1\n", "Ana 3",
     "W a.csv:2:1: \"Ana\" answered 2 times; this counts, the latest\n"},
    {"two at the same time", GP_DUPLICATES_BY_TIME,
     "date,person,Skill [Pricing]\n2026-11-23 9:00,Ana,3\n2026-11-23 9:00,Ana,1\n", NULL,
     "P a.csv:3:1: \"Ana\" answered 2 times on 2026-11-23, before on line 2, and no time says "
     "which "
     "is later; keep one, or say --duplicates latest or --duplicates first\n"},
    {"three, one without a time", GP_DUPLICATES_BY_TIME,
     "date,person,Skill [Pricing]\n2026-11-23 9:00,Ana,3\n2026-11-23,Ana,1\n2026-11-23 "
     "8:00,Ana,2\n",
     NULL,
     "P a.csv:2:1: \"Ana\" answered 3 times on 2026-11-23, before on line 4, and no time says "
     "which "
     "is later; keep one, or say --duplicates latest or --duplicates first\n"},
    {"an activity in a long table", GP_DUPLICATES_LATEST,
     "person,activity,skill\nAna,Pricing,3\nAna,Hiring,2\nAna,price list,1\n", "Ana 1",
     "W a.csv:4:1: \"Ana\" answered Pricing 2 times; this counts, the latest\n"},
    {"activities in a long table, said once", GP_DUPLICATES_FIRST,
     "person,activity,skill\nAna,Pricing,3\nAna,Hiring,2\nAna,Pricing,1\nAna,Hiring,1\n", "Ana 3",
     "W a.csv:2:1: \"Ana\" answered Pricing 2 times; this counts, the first\n"},
};

static const char *ratings_of(struct world *world) {
    const struct gp_team *team = &world->intake.team;
    const char *text = "";
    for (size_t i = 0; i < team->person_count; i++) {
        gp_rating skill = gp_answers_of(team, i)[PRICING].axis[GP_SKILL];
        text = gp_print(world->memory, "%s%s%s %s", text, i == 0 ? "" : ", ", team->people[i].name,
                        gp_rated(skill) ? gp_print(world->memory, "%d", skill) : "-");
    }
    return text;
}

static void test_which_count(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world);
        world.intake.duplicates = rows[i].duplicates;
        read_answers(&world, rows[i].text);
        settle(&world, false);
        if (strcmp(told(&world), rows[i].told) != 0)
            fail_msg("%s: %s", rows[i].name, told(&world));
        if (rows[i].ratings != NULL && strcmp(ratings_of(&world), rows[i].ratings) != 0)
            fail_msg("%s: %s", rows[i].name, ratings_of(&world));
        close_world(&world);
    }
}

#define PLAIN "person,Skill [Pricing]\n"
#define TIMED "date,person,Skill [Pricing]\n2026-11-23 "

// Of several files the run's word settles it, else it is refused (see test_answer_refusals.c).
static void test_files(void **state) {
    (void)state;
    static const struct {
        enum gp_duplicates duplicates;
        const char *files[2], *ratings;
    } words[] = {
        {GP_DUPLICATES_LATEST, {PLAIN "Ana,1\n", PLAIN "Ana,3\n"}, "Ana 3"},
        {GP_DUPLICATES_FIRST, {PLAIN "Ana,1\n", PLAIN "Ana,3\n"}, "Ana 1"},
        // By their times, whatever the order of the files.
        {GP_DUPLICATES_LATEST, {TIMED "18:00,Ana,5\n", TIMED "09:00,Ana,1\n"}, "Ana 5"},
        {GP_DUPLICATES_FIRST, {TIMED "18:00,Ana,5\n", TIMED "09:00,Ana,1\n"}, "Ana 1"},
        {GP_DUPLICATES_BY_TIME, {TIMED "18:00,Ana,5\n", TIMED "09:00,Ana,1\n"}, "Ana 5"},
        {GP_DUPLICATES_BY_TIME, {TIMED "09:00,Ana,1\n", TIMED "18:00,Ana,5\n"}, "Ana 5"},
        {GP_DUPLICATES_LATEST, {TIMED "09:00,Ana,1\n", PLAIN "Ana,5\n"}, "Ana 1"}, // of no day
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct world world;
        open_world(&world);
        world.intake.duplicates = words[i].duplicates;
        read_answers(&world, words[i].files[0]);
        read_answers(&world, words[i].files[1]);
        settle(&world, false);
        assert_string_equal(told(&world), "");
        assert_string_equal(ratings_of(&world), words[i].ratings);
        close_world(&world);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_which_count),
                                       cmocka_unit_test(test_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
