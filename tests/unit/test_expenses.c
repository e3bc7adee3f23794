// test_expenses.c - what was spent on whom: read, settled in any order of rows, refused, and
// compared with what the roster says.
#include "pay_world.h"

// Ana, Bo in euros, Cy without a salary, two called Dee.
static const char roster[] = "id,name,email,role,salary,spent\n"
                             "1,Ana,ana@x.org,pm,\"$90,000\",\"1,300\"\n"
                             "2,Bo,,pm,\"€80,000\",\n"
                             "3,Cy,,pm,,\n"
                             "4,Dee,,pm,\"$70,000\",0\n"
                             "5,Dee,,pm,\"$70,000\",5\n";

static void open_world(struct pay_world *world) {
    open_pay_world(world, "GBP");
    read_roster(world, roster);
    assert_string_equal(told(world), "");
}

// A line an expense: "person date kind what amount".
static const char *expenses_text(const struct pay_world *world) {
    static const char *const kinds[GP_PART_COUNT] = {"training", "coaching", "conferences"};
    struct gp_memory *memory = world->memory;
    const char *text = "";
    for (size_t i = 0; i < world->intake.expenses.count; i++) {
        const struct gp_expense *expense = &world->intake.expenses.items[i];
        text = gp_print(
            memory, "%s%s %s %s %s %s %s\n", text, world->intake.team.people[expense->person].name,
            gp_date_text(memory, expense->date), kinds[expense->kind], expense->what,
            gp_currency_code(expense->amount.currency), gp_money_text(memory, expense->amount));
    }
    return text;
}

// By person, date, kind, what, amount, whatever the order of the rows. Currency: the cell's, the
// row's, the salary's, and the policy's where there is no salary.
static void test_any_order(void **state) {
    (void)state;
    static const char *const rows[] = {
        "2026-03-01,bo,,,Training,Course,\"1.200,50\",\n",
        "2026-02-01,Bo,,,coachings,Coach,300,eur\n",
        "2026-03-01,Ana,,,conference,A fair,\"$1,000.00\",\n",
        "2026-03-01,,,ana@x.org,Training,Book,99.95,\n",
        "1.3.2026,,1,,training,Book,20,\n",
        "2026-03-01,Ana,1,,training,Aid,20,USD\n",
        "2025-12-31,Cy,,,training,Aid,5,\n",
        "2026-01-01,Dee,5,,training,Aid,0,\n",
    };
    enum { COUNT = sizeof rows / sizeof *rows };
    for (size_t turn = 0; turn < COUNT; turn++) { // from each row on, every third row
        struct pay_world world;
        open_world(&world);
        const char *text = "date,person,id,email,kind,what,amount,currency\n";
        for (size_t i = 0; i < COUNT; i++)
            text = gp_print(world.memory, "%s%s", text, rows[(turn + 3 * i) % COUNT]);
        read_expenses(&world, text);
        settle(&world, false);
        assert_string_equal(told(&world), "");
        assert_true(world.good);
        assert_true(world.intake.expenses.given);
        assert_string_equal(expenses_text(&world), "Ana 2026-03-01 training Aid USD 20.00\n"
                                                   "Ana 2026-03-01 training Book USD 20.00\n"
                                                   "Ana 2026-03-01 training Book USD 99.95\n"
                                                   "Ana 2026-03-01 conferences A fair USD 1000.00\n"
                                                   "Bo 2026-02-01 coaching Coach EUR 300.00\n"
                                                   "Bo 2026-03-01 training Course EUR 1200.50\n"
                                                   "Cy 2025-12-31 training Aid GBP 5.00\n"
                                                   "Dee (5) 2026-01-01 training Aid USD 0.00\n");
        close_pay_world(&world);
    }
}

// Two files add up; headers as others write them; the column decides between readings.
static void test_from_the_wild(void **state) {
    (void)state;
    struct pay_world world;
    open_world(&world);
    read_expenses(&world, "Payment date;Employee;Category;Description;Cost (EUR);Office\n"
                          "2026-03-01;Bo;TRAININGS;Course;1.200;Rome\n"
                          "2026-04-01;Bo;training;Course;99,50;Rome\n");
    read_expenses(&world, "date,name,kind,amount\n2026-02-01,Bo,coaching,1\n");
    settle(&world, false);
    assert_string_equal(told(&world),
                        "W s.csv:3:5: amount: by this cell the point is a sign between thousands "
                        "in 1 cell that can be read in two ways, on line 2\n");
    assert_string_equal(expenses_text(&world), "Bo 2026-02-01 coaching  EUR 1.00\n"
                                               "Bo 2026-03-01 training Course EUR 1200.00\n"
                                               "Bo 2026-04-01 training Course EUR 99.50\n");
    close_pay_world(&world);
}

// Rows below "date,person,id,kind,what,amount,currency".
static const struct refusal {
    const char *name, *rows, *told;
} refusals[] = {
    {"no date", ",Ana,,training,,1,\n", "P s.csv:2:1: date is empty; write dates as 2026-11-23\n"},
    {"a date of two readings", "03/01/2026,Ana,,training,,1,\n",
     "P s.csv:2:1: date is \"03/01/2026\"; that is 2026-01-03 or 2026-03-01, and nothing in this "
     "file tells; say --dates day-first or --dates month-first, or write dates as 2026-11-23\n"},
    {"nobody", "2026-03-01,,,training,,1,\n",
     "E s.csv:2:2: row has no person; say on whom it was spent, or remove the row\n"},
    {"a stranger", "2026-03-01,Anna,,training,,1,\n",
     "P s.csv:2:2: \"Anna\" is not on the roster; add a row, or correct the name; did you mean "
     "\"Ana\"?\n"},
    {"a name two have", "2026-03-01,Dee,,training,,1,\n",
     "P s.csv:2:2: more than one person is called \"Dee\"; give the id or email of one of them\n"},
    {"an id and a name of two people", "2026-03-01,Ana,2,training,,1,\n",
     "P s.csv:2:2: this is \"Bo\" by the id, and \"Ana\" by the name; correct one of them\n"},
    {"no kind", "2026-03-01,Ana,,,,1,\n",
     "P s.csv:2:4: kind is empty; write training, coaching or conference\n"},
    {"another kind", "2026-03-01,Ana,,travel,,1,\n",
     "P s.csv:2:4: kind is \"travel\"; write training, coaching or conference\n"},
    {"no amount", "2026-03-01,Ana,,training,,,\n",
     "P s.csv:2:6: amount is empty; write what was paid, or remove the row\n"},
    {"an amount in words", "2026-03-01,Ana,,training,,much,\n",
     "P s.csv:2:6: amount is \"much\"; write an amount such as 1200 or 1,200.00 USD\n"},
    {"a refund", "2026-03-01,Ana,,training,,-5,\n",
     "P s.csv:2:6: amount is below 0; take what came back off the row it was paid in\n"},
    {"two readings", "2026-03-01,Ana,,training,,1.200,\n",
     "P s.csv:2:6: amount: 1.200 may be 1200 or 1.2; write 1,200.00\n"},
    {"per month", "2026-03-01,Ana,,training,,5/month,\n",
     "P s.csv:2:6: amount is given per period; write what was paid on the day\n"},
    {"another currency, by the cell", "2026-03-01,Ana,,training,,€5,\n",
     "P s.csv:2:6: amount is in EUR, and the salary in USD; write what it was in USD\n"},
    {"another currency, by the row", "2026-03-01,Bo,,training,,5,USD\n",
     "P s.csv:2:6: amount is in USD, and the salary in EUR; write what it was in EUR\n"},
    {"cell against row", "2026-03-01,Ana,,training,,€5,USD\n",
     "P s.csv:2:6: amount names two currencies, in its cell or beside it; keep one\n"},
    {"no such currency", "2026-03-01,Ana,,training,,5,XYZ\n",
     "P s.csv:2:7: currency is \"XYZ\"; write a code of ISO 4217 such as USD or EUR\n"},
    {"all at once", "x,Ana,,y,,z,\n,Bo,,,,,\n",
     "P s.csv:2:1: date is \"x\"; write dates as 2026-11-23\n"
     "P s.csv:2:4: kind is \"y\"; write training, coaching or conference\n"
     "P s.csv:2:6: amount is \"z\"; write an amount such as 1200 or 1,200.00 USD\n"
     "P s.csv:3:1: date is empty; write dates as 2026-11-23\n"
     "P s.csv:3:4: kind is empty; write training, coaching or conference\n"
     "P s.csv:3:6: amount is empty; write what was paid, or remove the row\n"},
    {"nothing spent yet", "", ""},
};

static void test_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct pay_world world;
        open_world(&world);
        read_expenses(&world, gp_print(world.memory, "date,person,id,kind,what,amount,currency\n%s",
                                       refusals[i].rows));
        if (strcmp(told(&world), refusals[i].told) != 0)
            print_error("in: %s\n", refusals[i].name);
        assert_string_equal(told(&world), refusals[i].told);
        assert_int_equal(world.good, world.messages.counts[GP_ERROR] == 0);
        settle(&world, true);
        assert_int_equal(world.intake.expenses.count, 0);
        close_pay_world(&world);
    }
}

static void test_headers(void **state) {
    (void)state;
    struct pay_world world;
    open_world(&world);
    read_expenses(&world, "date,what,amount\n2026-03-01,x,1\n");
    assert_false(world.good);
    assert_string_equal(
        told(&world),
        "E s.csv:1: no column says on whom it was spent; head one person, email or id\n"
        "E s.csv:1: the expenses have no column kind; they need date, person, kind and amount\n");
    close_pay_world(&world);
    open_pay_world(&world, "USD");
    read_expenses(&world, "date,person,kind,amount\n2026-03-01,Ana,training,1\n");
    assert_string_equal(
        told(&world), "E s.csv: expenses need a roster, which says who the people are; give one\n");
    close_pay_world(&world);
}

// Those left out take their expenses with them.
static void test_left_out(void **state) {
    (void)state;
    struct pay_world world;
    open_world(&world);
    read_expenses(&world, "date,person,kind,amount\n2026-03-01,Bo,training,1\n"
                          "2026-03-01,Ana,training,2\n2026-03-02,Ana,books,3\n"
                          "2026-03-01,Cy,training,4\n");
    settle(&world, true);
    assert_string_equal(expenses_text(&world), "Bo 2026-03-01 training  EUR 1.00\n"
                                               "Cy 2026-03-01 training  GBP 4.00\n");
    close_pay_world(&world);
}

// The roster says 1,300 of Ana, nothing of Bo, 0 and 5 of the two Dees; the year is 2026.
static void test_against_the_roster(void **state) {
    (void)state;
    static const struct {
        const char *name, *list, *told;
    } rows[] = {
        {"just that",
         "date,id,kind,amount\n2026-01-01,1,training,1000\n2026-12-31,1,coaching,300\n"
         "2026-05-01,2,training,77\n2026-06-01,5,training,5\n2025-01-01,4,training,9\n",
         ""},
        {"other sums",
         "date,id,kind,amount\n2026-01-01,1,training,1000\n2027-01-01,1,training,300\n"
         "2026-06-01,4,training,5\n",
         "W r.csv:2:6: spent of \"Ana\" is not what the list of expenses sums to this year; the "
         "list counts\n"
         "W r.csv:5:6: spent of \"Dee (4)\" is not what the list of expenses sums to this year; "
         "the list counts\n"
         "W r.csv:6:6: spent of \"Dee (5)\" is not what the list of expenses sums to this year; "
         "the list counts\n"},
        {"no list", NULL, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pay_world world;
        open_world(&world);
        if (rows[i].list != NULL)
            read_expenses(&world, rows[i].list);
        settle(&world, false);
        gp_intake_compare_spent(&world.intake, (gp_date){2026, 1, 1}, (gp_date){2026, 12, 31});
        if (strcmp(told(&world), rows[i].told) != 0)
            print_error("in: %s\n", rows[i].name);
        assert_string_equal(told(&world), rows[i].told);
        close_pay_world(&world);
    }
}

static struct gp_source sample(struct pay_world *world, const char *name) {
    struct gp_source source = {.name = gp_print(world->memory, "samples/team/%s", name)};
    const char *why = "";
    if (!gp_file_read(world->memory, source.name, &source.bytes, &why))
        fail_msg("%s: %s", source.name, why);
    return source;
}

// The sample team's expenses are what its roster says was spent; its courses are read.
static void test_samples(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "");
    const struct gp_source of[] = {sample(&world, "roster.csv"), sample(&world, "courses.csv"),
                                   sample(&world, "spent.csv")};
    assert_true(gp_read_roster(&world.intake, &of[0]));
    assert_true(gp_read_courses(world.memory, &of[1], world.names, &world.built_in.policy,
                                &world.messages, &world.courses));
    assert_true(gp_read_expenses(&world.intake, &of[2]));
    settle(&world, false);
    gp_intake_compare_spent(&world.intake, (gp_date){2026, 1, 1}, (gp_date){2026, 12, 31});
    assert_string_equal(told(&world), "");
    assert_int_equal(world.courses.count, 18);
    assert_int_equal(world.intake.expenses.count, 12);
    for (size_t i = 0; i < world.intake.expenses.count; i++)
        assert_true(world.intake.payroll.items[world.intake.expenses.items[i].person].spent.minor >
                    0);
    close_pay_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order), cmocka_unit_test(test_from_the_wild),
        cmocka_unit_test(test_refusals),  cmocka_unit_test(test_headers),
        cmocka_unit_test(test_left_out),  cmocka_unit_test(test_against_the_roster),
        cmocka_unit_test(test_samples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
