// The default policy, a company's own over it, and every way a policy is refused.
#include "base/file.h"
#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// Two rungs are all of a ladder that a policy looks at.
static struct gp_rung rungs[] = {{.id = "pm"}, {.id = "gpm"}};
static const struct gp_ladder ladder = {.rungs = rungs, .rung_count = 2};

struct run {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_policy policy;
    bool good;
};

static void read_text(struct run *run, struct gp_bytes bytes) {
    struct gp_source source = {.name = "policy.csv", .bytes = bytes};
    run->good = gp_read_policy(run->memory, &source, &ladder, &run->messages, &run->policy);
}

// Reads the defaults.
static void open_run(struct run *run) {
    const char *why = "";
    struct gp_bytes bytes = {0};
    memset(run, 0, sizeof *run);
    run->memory = gp_memory_open();
    run->messages.memory = run->memory;
    if (!gp_file_read(run->memory, "templates/quartz/policy.csv", &bytes, &why))
        fail_msg("templates/quartz/policy.csv: %s (run from the project's folder)", why);
    read_text(run, bytes);
}

// Reads `rows` below a header of key and value over the defaults.
static void read_rows(struct run *run, const char *rows) {
    const char *text = gp_print(run->memory, "key,value\n%s", rows);
    read_text(run, (struct gp_bytes){text, strlen(text)});
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

// All messages, one a line.
static const char *said(struct run *run) {
    const char *text = "";
    for (size_t i = 0; i < run->messages.count; i++)
        text = gp_print(run->memory, "%s%s%s\n", text,
                        gp_at_text(run->memory, run->messages.items[i].at),
                        run->messages.items[i].text);
    return text;
}

// hours, ahead, mentor years, newcomer years, overlap, managers; bonuses in thousandths of a point.
static const char *mentors_text(struct run *run) {
    const struct gp_policy *policy = &run->policy;
    const char *text =
        gp_print(run->memory, "%d %d %d %d %d %d", policy->hours_per_mentee_tenths,
                 policy->mentor_ahead, policy->mentor_years_tenths, policy->newcomer_years_tenths,
                 policy->zone_overlap, (int)policy->manager_may_mentor);
    for (size_t i = 0; i < 4; i++)
        text = gp_print(run->memory, "%s %d", text, (int)policy->mentor_bonuses[i]);
    return text;
}

static void test_defaults(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    const struct gp_policy *policy = &run.policy;
    assert_string_equal(said(&run), "");
    assert_true(run.good);
    assert_int_equal(policy->answered_gate, 800);
    assert_int_equal(policy->breadth_gate, 700);
    assert_int_equal(policy->facet_gate, 600);
    assert_int_equal(policy->developing_from, 500);
    assert_int_equal(policy->nearly_from, 750);
    assert_int_equal(policy->ready_from, 850);
    assert_int_equal(policy->manager_weight, 500);
    assert_int_equal(policy->unproven_credit, 800);
    assert_int_equal(policy->focus_count, 5);
    assert_int_equal(policy->action_percents[0], 70);
    assert_int_equal(policy->action_percents[1], 20);
    assert_int_equal(policy->action_percents[2], 10);
    assert_int_equal(policy->budget_ppm, 30000);
    assert_int_equal(policy->part_percents[0], 60);
    assert_int_equal(policy->part_percents[1], 25);
    assert_int_equal(policy->part_percents[2], 15);
    assert_int_equal(policy->currency, GP_NO_CURRENCY);
    assert_int_equal(policy->floor_count, 0);
    assert_int_equal(policy->cap_count, 0);
    assert_int_equal(policy->budget_year_month, 1);
    assert_false(policy->roles_listed);
    for (size_t i = 0; i < ladder.rung_count; i++) {
        assert_int_equal(policy->rung_budget_ppm[i], -1);
        assert_false(policy->role_here[i]);
    }
    close_run(&run);
}

static void test_own_values(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    read_rows(&run, "answered_gate,66.7\n"
                    "breadth_gate,75 %\n"
                    "facet_gate,0\n"
                    "focus_count,3\n"
                    "budget_rate,2.5%\n"
                    "budget_rate.gpm,1\n"
                    "training_share,100\n"
                    "coaching_share,0\n"
                    "conferences_share,0\n"
                    "currency,eur\n"
                    "roles_here,gpm |\n");
    assert_string_equal(said(&run), "");
    assert_int_equal(run.policy.answered_gate, 667);
    assert_int_equal(run.policy.breadth_gate, 750);
    assert_int_equal(run.policy.facet_gate, 0);
    assert_int_equal(run.policy.focus_count, 3);
    assert_int_equal(run.policy.budget_ppm, 25000);
    assert_int_equal(run.policy.rung_budget_ppm[0], -1);
    assert_int_equal(run.policy.rung_budget_ppm[1], 10000);
    assert_int_equal(run.policy.part_percents[0], 100);
    assert_string_equal(gp_currency_code(run.policy.currency), "EUR");
    assert_true(run.policy.roles_listed);
    assert_false(run.policy.role_here[0]);
    assert_true(run.policy.role_here[1]);
    // What the file leaves out keeps what it was.
    assert_int_equal(run.policy.ready_from, 850);
    read_rows(&run, "ready_from,90\n");
    assert_int_equal(run.policy.answered_gate, 667);
    assert_int_equal(run.policy.rung_budget_ppm[1], 10000);
    assert_true(run.policy.role_here[1]);
    // An empty list takes back what was said.
    read_rows(&run, "roles_here,\n");
    assert_false(run.policy.roles_listed);
    assert_false(run.policy.role_here[1]);
    close_run(&run);
}

// "USD 500.00|JPY 60000"
static const char *limits_text(struct run *run, const gp_money *limits, size_t count) {
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text =
            gp_print(run->memory, "%s%s%s %s", text, i == 0 ? "" : "|",
                     gp_currency_code(limits[i].currency), gp_money_text(run->memory, limits[i]));
    return text;
}

// The least and the most of a pool: one a currency, in its own decimals; a later file's goes over
// an earlier one's.
static void test_floors_and_caps(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    read_rows(&run, "budget_floor.USD,500\nbudget_floor.jpy,\"60,000\"\n"
                    "budget_cap.USD,\"$2,500.50\"\nbudget_year_month,4\n");
    assert_string_equal(said(&run), "");
    assert_string_equal(limits_text(&run, run.policy.floors, run.policy.floor_count),
                        "USD 500.00|JPY 60000");
    assert_string_equal(limits_text(&run, run.policy.caps, run.policy.cap_count), "USD 2500.50");
    assert_int_equal(run.policy.budget_year_month, 4);
    const gp_money *before = run.policy.floors;
    read_rows(&run, "budget_floor.USD,0\nbudget_cap.EUR,3000\nbudget_floor.EUR,3000\n");
    assert_string_equal(said(&run), "");
    assert_string_equal(limits_text(&run, run.policy.floors, run.policy.floor_count),
                        "USD 0.00|JPY 60000|EUR 3000.00");
    assert_string_equal(limits_text(&run, run.policy.caps, run.policy.cap_count),
                        "USD 2500.50|EUR 3000.00");
    assert_string_equal(limits_text(&run, before, 2), "USD 500.00|JPY 60000");
    // Against what an earlier file says; what is refused changes nothing.
    read_rows(&run, "budget_cap.JPY,59999\n");
    assert_false(run.good);
    assert_string_equal(said(&run),
                        "policy.csv:2:2: budget_floor.JPY 60000 is over budget_cap.JPY 59999; it "
                        "must be at most that\n");
    assert_string_equal(limits_text(&run, run.policy.caps, run.policy.cap_count),
                        "USD 2500.50|EUR 3000.00");
    close_run(&run);
}

struct refused {
    const char *name, *rows, *said;
};

static void try_refused(const struct refused *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct run run;
        open_run(&run);
        struct gp_policy before = run.policy;
        read_rows(&run, rows[i].rows);
        if (run.good)
            fail_msg("%s: taken for good", rows[i].name);
        // A policy that is taken comes with lists of its own.
        if (run.policy.role_here != before.role_here || run.policy.facet_gate != before.facet_gate)
            fail_msg("%s: the policy was touched", rows[i].name);
        if (strcmp(said(&run), rows[i].said) != 0)
            fail_msg("%s:\nsaid   %swanted %s", rows[i].name, said(&run), rows[i].said);
        close_run(&run);
    }
}

static void test_refused_values(void **state) {
    (void)state;
    static const struct refused rows[] = {
        {"unknown key", "anwsered_gate,80\n",
         "policy.csv:2:1: unknown key \"anwsered_gate\"; did you mean \"answered_gate\"?\n"},
        {"no key", ",80\n", "policy.csv:2:1: a row without a key; write one\n"},
        {"no value", "facet_gate,\n",
         "policy.csv:2:2: facet_gate is empty; it must be a percentage from 1 to 100, or 0, with "
         "one decimal at most\n"},
        {"share of one", "facet_gate,0.6\n",
         "policy.csv:2:2: facet_gate is \"0.6\"; it must be a percentage from 1 to 100, or 0, with "
         "one decimal at most\n"},
        {"over a hundred", "facet_gate,101\n",
         "policy.csv:2:2: facet_gate is \"101\"; it must be a percentage from 1 to 100, or 0, with "
         "one decimal at most\n"},
        {"below nothing", "facet_gate,-1\n",
         "policy.csv:2:2: facet_gate is \"-1\"; it must be a percentage from 1 to 100, or 0, with "
         "one decimal at most\n"},
        {"two decimals", "facet_gate,66.67\n",
         "policy.csv:2:2: facet_gate is \"66.67\"; it must be a percentage from 1 to 100, or 0, "
         "with one decimal at most\n"},
        {"words", "manager_weight,half\n",
         "policy.csv:2:2: manager_weight is \"half\"; it must be a percentage from 1 to 100, or 0, "
         "with one decimal at most\n"},
        {"half a percent of actions", "action_practice,69.5\n",
         "policy.csv:2:2: action_practice is \"69.5\"; it must be a whole percentage from 0 to "
         "100\n"},
        {"no focus", "focus_count,0\n",
         "policy.csv:2:2: focus_count is \"0\"; it must be a whole number from 1 to 10\n"},
        {"too much focus", "focus_count,11\n",
         "policy.csv:2:2: focus_count is \"11\"; it must be a whole number from 1 to 10\n"},
        {"focus in percent", "focus_count,5 %\n",
         "policy.csv:2:2: focus_count is \"5 %\"; it must be a whole number from 1 to 10\n"},
        {"rate as a share", "budget_rate,0.03\n",
         "policy.csv:2:2: budget_rate is \"0.03\"; it must be a percentage from 0.1 to 100, or 0, "
         "such as 3 or 2.5\n"},
        {"rate over all", "budget_rate,101\n",
         "policy.csv:2:2: budget_rate is \"101\"; it must be a percentage from 0.1 to 100, or 0, "
         "such as 3 or 2.5\n"},
    };
    try_refused(rows, sizeof rows / sizeof *rows);
}

static void test_refused_together(void **state) {
    (void)state;
    static const struct refused rows[] = {
        {"parts", "training_share,50\ncoaching_share,30\nconferences_share,10\n",
         "policy.csv:4:2: training_share 50, coaching_share 30 and conferences_share 10 sum to 90; "
         "they must sum to 100\n"},
        {"parts with defaults", "training_share,50\n",
         "policy.csv:2:2: training_share 50, coaching_share 25 and conferences_share 15 sum to 90; "
         "they must sum to 100\n"},
        {"a part that is no number", "training_share,sixty\ncoaching_share,10\n",
         "policy.csv:2:2: training_share is \"sixty\"; it must be a whole percentage from 0 to "
         "100\n"},
        {"actions", "action_courses,20\n",
         "policy.csv:2:2: action_practice 70, action_people 20 and action_courses 20 sum to 110; "
         "they must sum to 100\n"},
        {"bands", "nearly_from,85\n",
         "policy.csv:2:2: developing_from 50, nearly_from 85 and ready_from 85 do not rise; each "
         "must be above the one before\n"},
        {"bands turned round", "developing_from,80.5\nnearly_from,60\n",
         "policy.csv:3:2: developing_from 80.5, nearly_from 60 and ready_from 85 do not rise; each "
         "must be above the one before\n"},
        {"currency", "currency,USDD\n",
         "policy.csv:2:2: currency \"USDD\" is not known; write an ISO 4217 code such as USD, or "
         "nothing\n"},
        {"role", "roles_here,pm|gmp\n",
         "policy.csv:2:2: unknown rung \"gmp\"; did you mean \"gpm\"?\n"},
        {"rung", "budget_rate.gmp,3\n",
         "policy.csv:2:1: unknown rung \"gmp\"; did you mean \"gpm\"?\n"},
        {"rung without a name", "budget_rate.,3\n",
         "policy.csv:2:1: unknown rung \"\"; there is \"pm\", \"gpm\"\n"},
        {"rate of a rung", "budget_rate.pm,lots\n",
         "policy.csv:2:2: budget_rate.pm is \"lots\"; it must be a percentage from 0.1 to 100, or "
         "0, such as 3 or 2.5\n"},
        {"key twice", "facet_gate,60\nfacet_gate,50\n",
         "policy.csv:3:1: key \"facet_gate\" is there twice, first on line 2; keep one\n"},
        {"rung twice", "budget_rate.pm,3\nready_from,90\nbudget_rate.pm,3\n",
         "policy.csv:4:1: key \"budget_rate.pm\" is there twice, first on line 2; keep one\n"},
        {"no rows", "", "policy.csv: no rows below the header; at least one key is needed\n"},
        {"two mistakes", "facet_gate,x\ncurrency,y\n",
         "policy.csv:2:2: facet_gate is \"x\"; it must be a percentage from 1 to 100, or 0, with "
         "one decimal at most\n"
         "policy.csv:3:2: currency \"y\" is not known; write an ISO 4217 code such as USD, or "
         "nothing\n"},
    };
    try_refused(rows, sizeof rows / sizeof *rows);
}

static void test_refused_limits(void **state) {
    (void)state;
    static const struct refused rows[] = {
        {"month 0", "budget_year_month,0\n",
         "policy.csv:2:2: budget_year_month is \"0\"; it must be the number of a month, from 1 to "
         "12\n"},
        {"month 13", "budget_year_month,13\n",
         "policy.csv:2:2: budget_year_month is \"13\"; it must be the number of a month, from 1 to "
         "12\n"},
        {"a month by name", "budget_year_month,April\n",
         "policy.csv:2:2: budget_year_month is \"April\"; it must be the number of a month, from 1 "
         "to 12\n"},
        {"floor of no currency", "budget_floor.,500\n",
         "policy.csv:2:1: key \"budget_floor.\" names no currency; write an ISO 4217 code behind "
         "the point, such as budget_floor.USD\n"},
        {"cap of no currency", "budget_cap.XYZ,500\n",
         "policy.csv:2:1: key \"budget_cap.XYZ\" names no currency; write an ISO 4217 code behind "
         "the point, such as budget_cap.USD\n"},
        {"floor in another currency", "budget_floor.USD,€500\n",
         "policy.csv:2:2: budget_floor.USD is \"€500\"; it must be an amount such as 500 or 1,500 "
         "in USD\n"},
        {"floor in two readings", "budget_floor.USD,1.500\n",
         "policy.csv:2:2: budget_floor.USD is \"1.500\"; it must be an amount such as 500 or 1,500 "
         "in USD\n"},
        {"floor per month", "budget_floor.USD,500/month\n",
         "policy.csv:2:2: budget_floor.USD is \"500/month\"; it must be an amount such as 500 or "
         "1,500 in USD\n"},
        {"floor over cap", "budget_cap.USD,500\nfocus_count,3\nbudget_floor.USD,500.01\n",
         "policy.csv:4:2: budget_floor.USD 500.01 is over budget_cap.USD 500.00; it must be at "
         "most "
         "that\n"},
        {"floor twice", "budget_floor.USD,500\nbudget_floor.USD,500\n",
         "policy.csv:3:1: key \"budget_floor.USD\" is there twice, first on line 2; keep one\n"},
    };
    try_refused(rows, sizeof rows / sizeof *rows);
}

// The ten keys of mentors: the defaults, the same in each built-in ladder; a company's own; the
// least and the most of each.
static void test_mentors(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    assert_string_equal(mentors_text(&run), "40 2 10 10 2 0 10000 5000 5000 8000");
    read_rows(&run, "hours_per_mentee,2.5\nmentor_ahead,1\nmentor_years,1.5\nnewcomer_years,0\n"
                    "zone_overlap,4\nmanager_may_mentor,Yes\nbonus_move,0\n"
                    "bonus_background,0.1\nbonus_facet,12.5\nbonus_previous,1000\n");
    assert_string_equal(said(&run), "");
    assert_string_equal(mentors_text(&run), "25 1 15 0 4 1 0 100 12500 1000000");
    read_rows(&run, "hours_per_mentee,0.5\nmentor_ahead,0\nmentor_years,60\nzone_overlap,8\n"
                    "manager_may_mentor,no\n");
    assert_string_equal(said(&run), "");
    assert_string_equal(mentors_text(&run), "5 0 600 0 8 0 0 100 12500 1000000");
    read_rows(&run, "hours_per_mentee,200\nmentor_ahead,10\nnewcomer_years,60\nzone_overlap,0\n");
    assert_string_equal(said(&run), "");
    assert_string_equal(mentors_text(&run), "2000 10 600 600 0 0 0 100 12500 1000000");
    static const char *const others[] = {"templates/extended/policy.csv",
                                         "templates/gdd/policy.csv"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const char *why = "";
        struct gp_bytes bytes = {0};
        assert_true(gp_file_read(run.memory, others[i], &bytes, &why));
        read_text(&run, bytes);
        assert_true(run.good);
        assert_string_equal(mentors_text(&run), "40 2 10 10 2 0 10000 5000 5000 8000");
    }
    close_run(&run);
}

static void test_refused_mentors(void **state) {
    (void)state;
    static const struct refused rows[] = {
        {"hours", "hours_per_mentee,0.4\nhours_per_mentee.pm,1\n",
         "policy.csv:2:2: hours_per_mentee is \"0.4\"; it must be hours from 0.5 to 200, with one "
         "decimal at most\n"
         "policy.csv:3:1: unknown key \"hours_per_mentee.pm\"; did you mean "
         "\"hours_per_mentee\"?\n"},
        {"years", "hours_per_mentee,0\nmentor_years,-1\nnewcomer_years,1.25\n",
         "policy.csv:2:2: hours_per_mentee is \"0\"; it must be hours from 0.5 to 200, with one "
         "decimal at most\n"
         "policy.csv:3:2: mentor_years is \"-1\"; it must be years from 0 to 60, with one decimal "
         "at most\n"
         "policy.csv:4:2: newcomer_years is \"1.25\"; it must be years from 0 to 60, with one "
         "decimal at most\n"},
        {"levels and hours", "mentor_ahead,11\nzone_overlap,9\nmanager_may_mentor,maybe\n",
         "policy.csv:2:2: mentor_ahead is \"11\"; it must be a whole number of levels from 0 to "
         "10\n"
         "policy.csv:3:2: zone_overlap is \"9\"; it must be a whole number of hours from 0 to 8\n"
         "policy.csv:4:2: manager_may_mentor is \"maybe\"; it must be yes or no\n"},
        {"other numbers", "mentor_ahead,1.5\nzone_overlap,2 %\nmanager_may_mentor,\n",
         "policy.csv:2:2: mentor_ahead is \"1.5\"; it must be a whole number of levels from 0 to "
         "10\n"
         "policy.csv:3:2: zone_overlap is \"2 %\"; it must be a whole number of hours from 0 to "
         "8\n"
         "policy.csv:4:2: manager_may_mentor is empty; it must be yes or no\n"},
        {"points", "bonus_move,1000.1\nbonus_facet,-0.1\nbonus_previous,0.05\nbonus_background,\n",
         "policy.csv:2:2: bonus_move is \"1000.1\"; it must be points from 0 to 1000, with one "
         "decimal at most\n"
         "policy.csv:3:2: bonus_facet is \"-0.1\"; it must be points from 0 to 1000, with one "
         "decimal at most\n"
         "policy.csv:4:2: bonus_previous is \"0.05\"; it must be points from 0 to 1000, with one "
         "decimal at most\n"
         "policy.csv:5:2: bonus_background is empty; it must be points from 0 to 1000, with one "
         "decimal at most\n"},
    };
    try_refused(rows, sizeof rows / sizeof *rows);
}

static void test_units(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    const char *text = "key,value,unit,meaning\nfacet_gate,60,%,x\nbreadth_gate,70,,\n"
                       "answered_gate,80,permille,\nroles_here,pm,%,\n"
                       "budget_cap.USD,80,EUR,\nbudget_floor.USD,80,USD,\n"
                       "budget_year_month,4,count,\nzone_overlap,2,hours,\n"
                       "hours_per_mentee,4,levels,\nbonus_move,4,points,\n"
                       "manager_may_mentor,no,count,\n";
    read_text(&run, (struct gp_bytes){text, strlen(text)});
    assert_false(run.good);
    assert_string_equal(said(&run),
                        "policy.csv:4:3: the unit of answered_gate is %, not \"permille\"\n"
                        "policy.csv:5:3: the unit of roles_here is rungs, not \"%\"\n"
                        "policy.csv:6:3: the unit of budget_cap.USD is USD, not \"EUR\"\n"
                        "policy.csv:8:3: the unit of budget_year_month is month, not "
                        "\"count\"\n"
                        "policy.csv:10:3: the unit of hours_per_mentee is hours, not \"levels\"\n"
                        "policy.csv:12:3: the unit of manager_may_mentor is yes/no, not "
                        "\"count\"\n");
    close_run(&run);
}

static void test_columns(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    const char *text = "key,vale\nfacet_gate,60\n";
    read_text(&run, (struct gp_bytes){text, strlen(text)});
    assert_false(run.good);
    assert_string_equal(said(&run),
                        "policy.csv:1:2: unknown column \"vale\"; did you mean \"value\"?\n"
                        "policy.csv:1:1: no column \"value\"; every key needs one\n");
    close_run(&run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),        cmocka_unit_test(test_own_values),
        cmocka_unit_test(test_mentors),         cmocka_unit_test(test_refused_mentors),
        cmocka_unit_test(test_refused_values),  cmocka_unit_test(test_refused_together),
        cmocka_unit_test(test_units),           cmocka_unit_test(test_columns),
        cmocka_unit_test(test_floors_and_caps), cmocka_unit_test(test_refused_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
