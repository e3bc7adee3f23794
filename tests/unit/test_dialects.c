// test_dialects.c - tables as tools and people write them, of read/shape.h: which dialect each is
// taken for, the answers that come of it, and what is said. The samples in samples/exports are
// whole ones; here are the odd ones.
#include "read/shape.h"

#include "answers_world.h"

static const struct row {
    const char *name, *text;
    const char *dialect; // expected
    const char *team;    // as of team_text(); NULL: refused
    const char *told;
} rows[] = {
    {"Google Forms in German",
     "Zeitstempel;E-Mail-Adresse;who are you?;How good are you? [Pricing]\n"
     "23.11.2026 10:00:00;a@x;Ana;3\n",
     "google-forms", "Ana||a@x: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n", ""},
    {"Google's own download",
     "\"Timestamp\",\"Username\",\"who are you?\",\"How good are you? [Pricing]\"\n"
     "\"2026/11/23 10:00:00 AM GMT+1\",\"a@x\",\"Ana\",\"3\"\n",
     "google-forms", "Ana||a@x: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n", ""},
    {"a question that is no rating is passed over, and said",
     "Timestamp,who are you?,How good are you? [Pricing],How was it?,Anything else?\n"
     "2026-11-23,Ana,3,fine,no\n",
     "google-forms", "Ana||: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n",
     "W a.csv:1:4: 2 columns are not known and passed over: \"How was it?\", \"Anything else?\"; "
     "an "
     "ignore rule in aliases.csv says that this is right\n"},
    {"a question of an activity that there is not is an error",
     "Timestamp,who are you?,How good are you? [Pricing],How good are you? [Hirring]\n"
     "2026-11-23,Ana,3,3\n",
     "google-forms", NULL,
     "E a.csv:1:4: no activity is called \"Hirring\"; correct it, or add an ignore rule to "
     "aliases.csv; did you mean \"Hiring\"?\n"},
    {"Microsoft Forms; the ID is the response's",
     "ID,Start time,Completion time,Email,Name,Pricing,Hiring,Pricing2,Hiring2,Pricing3,Hiring3\n"
     "7,11/23/26 9:00:00,11/23/26 9:12:00,anonymous,Ana,1,2,3,4,5,0\n",
     "microsoft-forms", "Ana||: .... 135. 240. 2026-11-23\n  2026-11-23 .... 135. 240.\n",
     "W a.csv:1:6: the activities stand here 3 times each with no axis in their headers; they are "
     "taken for skill, experience and interest in this order; if that is wrong, say the order with "
     "--axes\n"},
    {"Microsoft Forms without numbers behind, anonymous, with a question for the name",
     "ID,Start time,Completion time,Email,Name,who are you?,Pricing,Pricing,Pricing\n"
     "7,11/23/26 9:00:00,11/23/26 9:12:00,anonymous,,Ana,1,2,3\n",
     "microsoft-forms", "Ana||: .... 123. .... 2026-11-23\n  2026-11-23 .... 123. ....\n",
     "W a.csv:1:7: the activities stand here 3 times each with no axis in their headers; they are "
     "taken for skill, experience and interest in this order; if that is wrong, say the order with "
     "--axes\n"},
    {"Microsoft Forms with two Likert questions",
     "ID,Start time,Completion time,Email,Name,Pricing,Pricing2\n"
     "7,11/23/26 9:00:00,11/23/26 9:12:00,a@x,Ana,1,2\n",
     "microsoft-forms", NULL,
     "E a.csv:1:6: the column \"Pricing\" names an activity and no axis; write skill, experience, "
     "interest or manager_skill beside it, say with --axes what such columns hold, or add an "
     "ignore "
     "rule to aliases.csv\n"
     "E a.csv:1:7: the column \"Pricing2\" names an activity and no axis; write skill, experience, "
     "interest or manager_skill beside it, say with --axes what such columns hold, or add an "
     "ignore "
     "rule to aliases.csv\n"
     "E a.csv:1: no column has ratings; head columns like \"Skill [Problem Discovery]\", or have "
     "activity and skill for a row per activity\n"},
    {"SurveyMonkey",
     "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last "
     "Name,Custom Data 1,How good are you?,,How keen are you?,\n"
     ",,,,,,,,,Pricing,Hiring,Pricing,Hiring\n"
     "1,2,11/23/2026 09:00:00 AM,11/23/2026 09:12:00 AM,192.0.2.1,,Ana,Lima,,1,2,3,4\n",
     "surveymonkey", "Ana Lima||: .... 1.3. 2.4. 2026-11-23\n  2026-11-23 .... 1.3. 2.4.\n", ""},
    {"SurveyMonkey with the name asked in an open question",
     "Respondent ID,Collector ID,Start Date,End Date,IP Address,who are you?,How good are you?\n"
     ",,,,,Open-Ended Response,Pricing\n"
     "1,2,11/23/2026 09:00:00 AM,11/23/2026 09:12:00 AM,192.0.2.1,Ana,1\n",
     "surveymonkey", "Ana||: .... 1... .... 2026-11-23\n  2026-11-23 .... 1... ....\n", ""},
    {"SurveyMonkey cut off", "Respondent ID,Collector ID,Start Date,End Date,IP Address,Q\n",
     "surveymonkey", NULL,
     "E a.csv:1:1: below this header stands no second header row and no answers; export the "
     "responses again, all of them\n"},
    {"Qualtrics; previews by number, too",
     "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,"
     "RecipientLastName,RecipientFirstName,DistributionChannel,Q1_1\n"
     "Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Recorded Date,"
     "Response ID,Recipient Last Name,Recipient First Name,Distribution Channel,How good are you? "
     "- "
     "Pricing\n"
     "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",,,,,,,,,,,\n"
     "2026-11-23 9:00:00,2026-11-23 9:12:00,1,100,720,1,2026-11-23 9:12:00,R_1,,,preview,5\n"
     "2026-11-23 9:00:00,2026-11-23 9:12:00,0,100,720,1,2026-11-23 9:12:00,R_2,Lima,Ana,email,3\n",
     "qualtrics", "Ana Lima||: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n",
     "W a.csv:4:3: 1 row is passed over: somebody tried the survey out, or it was taken for "
     "spam, as status \"1\" says\n"},
    {"Qualtrics with two rows at the top; one response not finished",
     "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,"
     "RecipientLastName,RecipientFirstName,DistributionChannel,Q1_1,Q1_2\n"
     "Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Recorded Date,"
     "Response ID,Recipient Last Name,Recipient First Name,Distribution Channel,How good are you? "
     "- "
     "Pricing,How good are you? - Hiring\n"
     "2026-11-23 9:00:00,2026-11-23 9:12:00,0,100,720,1,2026-11-23 9:12:00,R_1,Lima,Ana,email,3,4\n"
     "2026-11-24 9:00:00,2026-11-24 9:12:00,0,50,720,0,2026-11-24 9:12:00,R_2,Lima,Ana,email,5,\n",
     "qualtrics",
     "Ana Lima||: .... 5... 4... 2026-11-24\n  2026-11-23 .... 3... 4...\n"
     "  2026-11-24 .... 5... _...\n",
     "W a.csv:4:6: 1 response is not finished; what is there counts, and what is empty is not "
     "rated\n"
     "W a.csv:4:1: \"Ana Lima\" answered 2 times; this counts, the latest, and what was said on "
     "other "
     "days is history\n"},
    {"a box for remarks between the activities",
     "Respondent ID,Collector ID,Start Date,End Date,IP Address,who are you?,How good are you?,\n"
     ",,,,,Open-Ended Response,Pricing,Other (please specify)\n"
     "1,2,11/23/2026 09:00:00 AM,11/23/2026 09:12:00 AM,192.0.2.1,Ana,1,none that I know\n",
     "surveymonkey", "Ana||: .... 1... .... 2026-11-23\n  2026-11-23 .... 1... ....\n",
     "W a.csv:1:8: 1 column is not known and passed over: \"How good are you? [Other (please "
     "specify)]\"; an ignore rule in aliases.csv says that this is right\n"},
    {"LimeSurvey with codes at the top",
     "id,submitdate,lastpage,startlanguage,seed,token,firstname,lastname,skill[Pricing],"
     "interest[Hiring]\n"
     "1,2026-11-23 09:12:00,3,en,12345,abc,Ana,Lima,3,4\n",
     "limesurvey", "Ana Lima||: .... 3... ..4. 2026-11-23\n  2026-11-23 .... 3... ..4.\n", ""},
    {"LimeSurvey with code and question",
     "Response ID,Date submitted,Last page,Start language,Seed,First name,Last name,"
     "\"G01Q02[SQ001]. How good are you? [Pricing]\"\n"
     "1,2026-11-23 09:12:00,3,en,12345,Ana,Lima,3\n",
     "limesurvey", "Ana Lima||: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n", ""},
    {"Typeform",
     "#,who are you?,Pricing: skill,Response Type,Start Date (UTC),Stage Date (UTC),"
     "Submit Date (UTC),Network ID,Tags\n"
     "0a1b,Ana,3,completed,2026-11-23 09:00:00,,2026-11-23 09:12:00,0c1d,\n",
     "typeform", "Ana||: .... 3... .... 2026-11-23\n  2026-11-23 .... 3... ....\n", ""},
    {"on its side", "person,Ana,Bo\nSkill [Pricing],1,2\nHiring: interest,3,\n", "transposed",
     "Ana||: .... 1... ..3. \n   .... 1... ..3.\nBo||: .... 2... .._. \n   .... 2... .._.\n", ""},
    {"on its side, below a title, with a column of axes, and a fault in the column of Bo",
     "Our team,,,\n\nname,,Ana,Bo\nPricing,Skill,1,9\nPricing,Interest,3,4\n", "transposed", NULL,
     "P a.csv:4:4: skill is \"9\" for Pricing; the scale has 0 None, 1 Basic, 2, 3 Good, 4, 5 "
     "Excellent, or N/A\n"},
    {"on its side, headed as one would",
     "Activity;Ana;Bo\nSkill [Pricing];1;2\nInterest [Pricing];3;4\n", "transposed",
     "Ana||: .... 1.3. .... \n   .... 1.3. ....\nBo||: .... 2.4. .... \n   .... 2.4. ....\n", ""},
    {"on its side, with a column of axes headed so",
     "Activity,Axis,Ana\nPricing,Skill,1\nPricing,Interest,3\n", "transposed",
     "Ana||: .... 1.3. .... \n   .... 1.3. ....\n", ""},
    {"on its side, with nothing in the corner", ",Ana,Bo\nSkill [Pricing],1,2\n", "transposed",
     "Ana||: .... 1... .... \n   .... 1... ....\nBo||: .... 2... .... \n   .... 2... ....\n", ""},
    {"axis and activity in two pairs of brackets", "person,Rate yourself [Pricing][Skill]\nAna,3\n",
     "plain-wide", "Ana||: .... 3... .... \n   .... 3... ....\n", ""},
    {"one person, named above",
     "Growth plan\nName:,Ana\nDate: 2026-11-23\n\nactivity,skill,interest\n"
     "Pricing,3,1\nHiring,4,2\n",
     "one-a-person", "Ana||: .... 3.1. 4.2. 2026-11-23\n  2026-11-23 .... 3.1. 4.2.\n", ""},
    {"one person, named by the file", "activity,skill\nPricing,3\n", "one-a-person",
     "a||: .... 3... .... \n   .... 3... ....\n",
     "W a.csv:1:1: nothing in it says whose answers these are; by the file's name they are taken "
     "for those of \"a\"\n"},
    {"several people, and nobody named", "activity,skill\nPricing,3\nPricing,4\n", "plain-wide",
     NULL, "E a.csv:1: no column says whose answers these are; head one person, email or id\n"},
    {"names turned, in all rows", "person,Skill [Pricing]\n\"Lima, Ana\",3\n\"de Vries, Bo\",4\n",
     "plain-wide",
     "Ana Lima||: .... 3... .... \n   .... 3... ....\n"
     "Bo de Vries||: .... 4... .... \n   .... 4... ....\n",
     "W a.csv:2:1: names such as \"Lima, Ana\" are read as \"Ana Lima\", in the whole column\n"},
    {"a comma in one name is no sign", "person,Skill [Pricing]\n\"Lima, Ana\",3\nBo,4\n",
     "plain-wide",
     "Bo||: .... 4... .... \n   .... 4... ....\n"
     "Lima, Ana||: .... 3... .... \n   .... 3... ....\n",
     ""},
    {"blanks in a header", "person,\"Skill\n [Problem\xC2\xA0 Discovery ]\"\nAna,3\n", "plain-wide",
     "Ana||: 3... .... .... \n   3... .... ....\n", ""},
};

// What a table is taken for; its messages are those that reading it gives.
static const char *dialect_of(const struct world *world, const char *text) {
    struct gp_messages messages = {.memory = world->memory};
    struct gp_shaped shaped = {.dialect = NULL};
    const struct gp_source source = {.name = "a.csv", .bytes = {text, strlen(text)}};
    gp_table_shape(world->memory, world->intake.names, &source, GP_INPUT_ANSWERS, &messages,
                   &shaped);
    return shaped.dialect == NULL ? "nothing" : shaped.dialect->name;
}

static void test_shapes(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world);
        const char *dialect = dialect_of(&world, rows[i].text);
        if (strcmp(dialect, rows[i].dialect) != 0)
            fail_msg("%s: taken for %s", rows[i].name, dialect);
        read_answers(&world, rows[i].text);
        settle(&world, false);
        if (strcmp(told(&world), rows[i].told) != 0)
            fail_msg("%s: %s", rows[i].name, told(&world));
        if (rows[i].team != NULL && strcmp(team_text(&world), rows[i].team) != 0)
            fail_msg("%s: %s", rows[i].name, team_text(&world));
        close_world(&world);
    }
}

// Of headers that are activities alone: what the run was told, or the answers show.
static void test_axes(void **state) {
    (void)state;
    static const char twice[] = "person,Pricing,Pricing,Hiring,Hiring\nAna,1,2,3,4\n";
    static const struct {
        const char *name;
        struct gp_csv_options options;
        const char *text, *team;
    } told_rows[] = {
        {"interest before skill",
         {.axes = {GP_INTEREST, GP_SKILL}, .axis_count = 2},
         twice,
         "Ana||: .... 2.1. 4.3. \n   .... 2.1. 4.3.\n"},
        {"a manager's ratings",
         {.axes = {GP_AXIS_COUNT}, .axis_count = 1},
         "person,Pricing,Hiring\nAna,1,2\n",
         "Ana||: .... ...1 ...2 \n   .... ...1 ...2\n"},
        {"a table that is told to be long is what its columns are",
         {.dialects = {"plain-long", NULL}},
         "person,activity,skill\nAna,Pricing,1\n",
         "Ana||: .... 1... .... \n   .... 1... ....\n"},
    };
    for (size_t i = 0; i < sizeof told_rows / sizeof *told_rows; i++) {
        struct world world;
        open_world(&world);
        const char *text = told_rows[i].text;
        const struct gp_source source = {
            .name = "a.csv", .bytes = {text, strlen(text)}, .csv = &told_rows[i].options};
        assert_true(gp_read_answers(&world.intake, &source));
        settle(&world, false);
        if (strcmp(team_text(&world), told_rows[i].team) != 0)
            fail_msg("%s: %s", told_rows[i].name, team_text(&world));
        close_world(&world);
    }
}

// Interest stands first where its own words do, and nothing else can be read so.
static void test_order_by_answers(void **state) {
    (void)state;
    static const char text[] =
        "ID,Start time,Completion time,Email,Name,Pricing,Pricing2,Pricing3\n"
        "7,11/23/26 9:00:00,11/23/26 9:12:00,a@x,Ana,Passionate,Good,Some\n";
    static struct gp_spelling interest[] = {{"passionate", 5}}, experience[] = {{"some", 3}};
    struct world world;
    open_world(&world);
    world.ladder.scales[GP_INTEREST].spellings = interest;
    world.ladder.scales[GP_EXPERIENCE].spellings = experience;
    world.ladder.scales[GP_INTEREST].spelling_count = 1;
    world.ladder.scales[GP_EXPERIENCE].spelling_count = 1;
    read_answers(&world, text);
    settle(&world, false);
    assert_string_equal(
        told(&world),
        "W a.csv:1:6: the activities stand here 3 times each with no axis in their headers; they "
        "are taken for interest, skill and experience in this order, as the answers show; if that "
        "is wrong, say the order with --axes\n");
    assert_string_equal(team_text(&world),
                        "Ana||a@x: .... 335. .... 2026-11-23\n  2026-11-23 .... 335. ....\n");
    close_world(&world);
}

static void test_told_wrong(void **state) {
    (void)state;
    static const char text[] = "person,Skill [Pricing]\nAna,1\n";
    static const struct gp_csv_options options = {.dialects = {"qualtrics", NULL}};
    struct world world;
    open_world(&world);
    const struct gp_source source = {
        .name = "a.csv", .bytes = {text, strlen(text)}, .csv = &options};
    assert_false(gp_read_answers(&world.intake, &source));
    assert_string_equal(told(&world),
                        "E a.csv:1:1: below this row there is no row of questions, which Qualtrics "
                        "writes; export the responses again as CSV\n");
    close_world(&world);
}

// Rosters: who is on it, with id, email, manager; what is said.
static const struct roster_row {
    const char *name, *text, *dialect, *people, *told;
} roster_rows[] = {
    {"Workday: ids behind names, here and there",
     "Roster\n\nEmployee ID,Worker,Business Title,Job Profile,Supervisory Organization,Worker's "
     "Manager,Desk\n"
     "7,Ana Lima (7),pm,x,y,,1\n8,Bo (b),pm,x,y,Ana Lima (7),2\n",
     "workday", "Ana Lima|7||; Bo (b)|8||Ana Lima; ",
     "W roster.csv:3:7: 1 column is not known and passed over: \"Desk\"; an ignore rule in "
     "aliases.csv says that this is right\n"},
    {"BambooHR: first and last names, people who have left",
     "Employee #,First Name,Last Name,Job Title,Department,Employment Status,Hire Date,Work "
     "Email,Reporting to\n"
     "7,Ana,Lima,pm,P,Full-Time,01/13/2020,a@x,\n8,Bo,Roe,pm,P,Terminated,01/13/2020,b@x,Ana Lima\n"
     "9,Cy,Poe,pm,P,Full-Time,01/13/2020,c@x,Ana Lima\n",
     "bamboohr", "Ana Lima|7|a@x|; Cy Poe|9|c@x|Ana Lima; ",
     "W roster.csv:3:6: Employment Status here is \"Terminated\": the row is passed over as of "
     "people who have left\n"},
    {"Gusto: last names first",
     "Last name,First name,Job title,Manager,Work email,Personal email,Start date,Compensation\n"
     "Lima,Ana,pm,,a@x,a@y,2020-01-13,\nPoe,Cy,pm,Ana Lima,c@x,c@y,2020-01-13,\n",
     "gusto", "Ana Lima||a@x|; Cy Poe||c@x|Ana Lima; ", ""},
    {"QuickBooks: names turned",
     "Example Inc.\nEmployee,Job Title,Hire Date,Status,Pay Rate,Phone,Manager\n"
     "\"Lima, Ana\",pm,01/13/2020,Active,,5,\n\"Poe, Cy\",pm,01/13/2020,Active,,5,\"Lima, Ana\"\n",
     "quickbooks", "Ana Lima|||; Cy Poe|||Ana Lima; ",
     "W roster.csv:3:1: names such as \"Lima, Ana\" are read as \"Ana Lima\", in the whole column\n"
     "W roster.csv:4:7: names such as \"Lima, Ana\" are read as \"Ana Lima\", in the whole "
     "column\n"},
    {"paid by the hour; one who has left by another column",
     "Employee #,First Name,Last Name,Job Title,Department,Employment Status,Hire Date,Work "
     "Email,Reporting to,Pay Rate,Pay Type,Status\n"
     "7,Ana,Lima,pm,P,Full-Time,01/13/2020,a@x,,50.00 USD,Hourly,Active\n"
     "8,Bo,Roe,pm,P,Full-Time,01/13/2020,b@x,,90000.00 USD,Salary,Inactive\n",
     "bamboohr", "Ana Lima|7|a@x|; ",
     "W roster.csv:3:12: Status here is \"Inactive\": the row is passed over as of people who have "
     "left\n"
     "W roster.csv:2:10: salary per hour: taken as 2080 hours a year for 1 person\n"},
    {"two people of one name, told apart by email", "name,email,role\nAna,a@x,pm\nAna,b@x,pm\n",
     "plain-roster", "Ana (a@x)||a@x|; Ana (b@x)||b@x|; ", ""},
    {"a plain one", "name,role,manager\nAna,pm,\nBo,pm,Ana\n", "plain-roster", "Ana|||; Bo|||Ana; ",
     ""},
};

static void test_rosters(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof roster_rows / sizeof *roster_rows; i++) {
        const struct roster_row *row = &roster_rows[i];
        struct world world;
        struct gp_shaped shaped;
        struct gp_messages messages = {.memory = NULL};
        open_world(&world);
        messages.memory = world.memory;
        const struct gp_source source = {.name = "r.csv", .bytes = {row->text, strlen(row->text)}};
        assert_true(gp_table_shape(world.memory, world.intake.names, &source, GP_INPUT_ROSTER,
                                   &messages, &shaped));
        if (strcmp(shaped.dialect->name, row->dialect) != 0)
            fail_msg("%s: taken for %s", row->name, shaped.dialect->name);
        read_roster(&world, row->text);
        settle(&world, false);
        const struct gp_team *team = &world.intake.team;
        const char *people = "";
        for (size_t j = 0; j < team->person_count; j++) {
            const struct gp_person *person = &team->people[j];
            people = gp_print(
                world.memory, "%s%s|%s|%s|%s; ", people, person->name, person->id, person->email,
                person->manager == GP_NO_PERSON ? "" : team->people[person->manager].name);
        }
        if (strcmp(people, row->people) != 0 || strcmp(told(&world), row->told) != 0)
            fail_msg("%s: %s\n%s", row->name, people, told(&world));
        close_world(&world);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shapes), cmocka_unit_test(test_axes),
                                       cmocka_unit_test(test_order_by_answers),
                                       cmocka_unit_test(test_told_wrong),
                                       cmocka_unit_test(test_rosters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
