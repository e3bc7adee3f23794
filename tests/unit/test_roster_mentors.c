// test_roster_mentors.c - what a roster says for mentors and mentees: time zones, and who wants
// one; under the headers that others write, by each built-in ladder.
#include "pay_world.h"

// "Ana 60 2|": minutes from UTC, "-" where not known; 0 unknown, 1 no, 2 yes.
static const char *mentees_text(const struct pay_world *world) {
    const char *text = "";
    for (size_t i = 0; i < world->intake.team.person_count; i++) {
        const struct gp_person *person = &world->intake.team.people[i];
        const char *zone = person->zone_minutes == GP_NO_ZONE
                               ? "-"
                               : gp_print(world->memory, "%d", (int)person->zone_minutes);
        text = gp_print(world->memory, "%s%s %s %d|", text, person->name, zone,
                        (int)person->wants_mentor);
    }
    return text;
}

static const struct row {
    const char *roster, *found, *told;
} rows[] = {
    {"name,role,time_zone,wants_mentor\nAna,pm,UTC+1,yes\nBo,pm,-0330,No\nCy,pm,,\n",
     "Ana 60 2|Bo -210 1|Cy - 0|", ""},
    {"name,role\nAna,pm\n", "Ana - 0|", ""},
    {"name,role,time_zone\nAna,pm,UTC+15\nBo,pm,+25\nCy,pm,UTC\n", "Ana - 0|Bo - 0|Cy 0 0|",
     "P r.csv:2:3: time_zone is \"UTC+15\"; write an offset from UTC such as UTC+1 or UTC-05:30, "
     "from -12:00 to +14:00\n"
     "P r.csv:3:3: time_zone is \"+25\"; write an offset from UTC such as UTC+1 or UTC-05:30, "
     "from -12:00 to +14:00\n"},
    {"name,role,wants_mentor\nAna,pm,later\n", "Ana - 0|",
     "P r.csv:2:3: wants_mentor is \"later\"; write yes or no, or leave it empty\n"},
    // An export with places is read, and says once what is not known.
    {"name,role,time_zone\nAna,pm,Europe/Berlin\nBo,pm,UTC+2\n", "Ana - 0|Bo 120 0|",
     "W r.csv:2:3: time_zone is \"Europe/Berlin\", which names no offset from UTC; it counts as "
     "not known, so write one such as UTC+1\n"},
    {"name,role,time_zone\nAna,pm,+1\nBo,pm,CST\nCy,pm,Asia/Tokyo\nDi,pm,CST\n",
     "Ana 60 0|Bo - 0|Cy - 0|Di - 0|",
     "W r.csv:3:3: time_zone is \"CST\", which names no offset from UTC, as in 2 more rows; it "
     "counts as not known, so write one such as UTC+1\n"},
};

static void test_columns(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pay_world world;
        open_pay_world(&world, "USD");
        read_roster(&world, rows[i].roster);
        settle(&world, false);
        assert_string_equal(told(&world), rows[i].told);
        assert_string_equal(mentees_text(&world), rows[i].found);
        assert_int_equal(world.good, world.messages.counts[GP_ERROR] == 0);
        close_pay_world(&world);
    }
}

static const char *const zone_headers[] = {
    "Time zone",
    "Timezone",
    "TIME_ZONE",
    "UTC offset",
    "GMT offset",
    "UTC_Offset",
    "Work timezone",
    "Time zone (UTC)",
    "TZ",
    "Offset from UTC",
    "Time-Zone",
    "Home time zone",
    "Time zone (UTC offset)",
};
static const char *const mentee_headers[] = {
    "Wants mentor",
    "Wants a mentor",
    "Looking for a mentor",
    "looking_for_mentor",
    "Mentee",
    "Mentee?",
    "Would you like a mentor?",
    "Do you want to have a mentor",
    "Seeking mentoring",
    "Wants to be mentored",
    "Needs a mentor",
    "Interested in a mentor",
};

static void try_header(const char *ladder, const char *header, const char *value,
                       const char *found) {
    struct pay_world world = {.good = false};
    open_built_in_ladder(&world.built_in, ladder);
    world.memory = world.messages.memory = world.built_in.memory;
    world.names = gp_names_new(world.memory, &world.built_in.ladder);
    gp_intake_open(&world.intake, world.memory, &world.built_in.ladder, world.names,
                   &world.built_in.policy, &world.messages);
    // Mentor and mentor hours beside it: neither is taken for the other.
    read_roster(&world, gp_print(world.memory,
                                 "name,role,Mentor,Mentor hours,%s\nAna,Product Manager,no,3,%s\n",
                                 header, value));
    if (told(&world)[0] != '\0' || strcmp(mentees_text(&world), found) != 0)
        fail_msg("%s, %s: %s%s", ladder, header, told(&world), mentees_text(&world));
    assert_int_equal(world.intake.team.people[0].mentor_willing, GP_NO);
    assert_int_equal(world.intake.team.people[0].mentor_hours_tenths, 30);
    close_pay_world(&world);
}

static void test_headers(void **state) {
    (void)state;
    static const char *const ladders[] = {"quartz", "extended", "gdd"};
    for (size_t ladder = 0; ladder < 3; ladder++) {
        for (size_t i = 0; i < sizeof zone_headers / sizeof *zone_headers; i++)
            try_header(ladders[ladder], zone_headers[i], "UTC+5:45", "Ana 345 0|");
        for (size_t i = 0; i < sizeof mentee_headers / sizeof *mentee_headers; i++)
            try_header(ladders[ladder], mentee_headers[i], "yes", "Ana - 2|");
    }
}

// Answers have no use for a time zone: a form's column with one is passed over, as it was.
static void test_answers_pass_over(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "USD");
    struct gp_source source =
        text_source("a.csv", "person,Time zone,activity,skill\nAna,Europe/Rome,Positioning,3\n");
    assert_true(gp_read_answers(&world.intake, &source));
    assert_string_equal(told(&world), "");
    close_pay_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_columns),
                                       cmocka_unit_test(test_headers),
                                       cmocka_unit_test(test_answers_pass_over)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
