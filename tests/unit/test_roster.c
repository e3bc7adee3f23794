// A roster of every form to people and their pay: fields, money, managers, and every refusal.
#include "base/text.h"
#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { RULE_COUNT = 5, BACKGROUND_COUNT = 2 };

struct world {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_ladder ladder;
    struct gp_policy policy;
    struct gp_intake intake;
    struct gp_rule rules[RULE_COUNT];
    struct gp_background backgrounds[BACKGROUND_COUNT];
    bool good;
    const char **left_out;
    size_t left_out_count;
};

static struct gp_rung rungs[] = {{.id = "pm", .title = "Product Manager", .rank = 1},
                                 {.id = "gpm", .title = "Group Product Manager", .rank = 2}};
static struct gp_activity activities[] = {{.name = "Pricing", .key = "pricing", .weight = 1}};

static const struct {
    enum gp_rule_kind kind;
    const char *text, *target;
} the_rules[RULE_COUNT] = {
    {GP_RULE_FIELD, "full name", "person"},
    {GP_RULE_ROLE, "product owner", "pm"},
    {GP_RULE_ROLE, "sales.*", "outside"},
    {GP_RULE_ROLE, "(a+)+[bd]", "pm"}, // costly on many a with neither behind
    {GP_RULE_IGNORE, "office", ""},
};

static const struct {
    const char *name, *text;
} the_backgrounds[BACKGROUND_COUNT] = {
    {"Sales", "sales.*|account manager"},
    {"Software", ".*(engineer|engineering)|(c+)+[bd]"}, // costly on many c with neither behind
};

static struct gp_pattern *compile(struct gp_memory *memory, const char *text) {
    const char *fault = NULL;
    size_t fault_at = 0;
    struct gp_pattern *pattern = gp_pattern_compile(memory, text, &fault, &fault_at);
    assert_non_null(pattern);
    return pattern;
}

static void open_world(struct world *world, const char *currency) {
    *world = (struct world){.memory = gp_memory_open()};
    world->messages.memory = world->memory;
    world->policy.currency = gp_currency_find(currency, strlen(currency));
    for (size_t i = 0; i < RULE_COUNT; i++)
        world->rules[i] = (struct gp_rule){.kind = the_rules[i].kind,
                                           .text = the_rules[i].text,
                                           .pattern = compile(world->memory, the_rules[i].text),
                                           .target = the_rules[i].target};
    for (size_t i = 0; i < BACKGROUND_COUNT; i++)
        world->backgrounds[i] =
            (struct gp_background){.name = the_backgrounds[i].name,
                                   .text = the_backgrounds[i].text,
                                   .pattern = compile(world->memory, the_backgrounds[i].text)};
    world->ladder = (struct gp_ladder){.name = "small",
                                       .activities = activities,
                                       .activity_count = 1,
                                       .rungs = rungs,
                                       .rung_count = 2,
                                       .rules = world->rules,
                                       .rule_count = RULE_COUNT,
                                       .backgrounds = world->backgrounds,
                                       .background_count = BACKGROUND_COUNT};
    gp_intake_open(&world->intake, world->memory, &world->ladder,
                   gp_names_new(world->memory, &world->ladder), &world->policy, &world->messages);
}

static void close_world(struct world *world) {
    gp_memory_close(world->memory);
}

static void read_roster(struct world *world, const char *text) {
    struct gp_source source = {.name = "r.csv", .bytes = {text, strlen(text)}};
    world->good = gp_read_roster(&world->intake, &source);
}

static void settle(struct world *world, bool keep_going) {
    gp_intake_settle(&world->intake, keep_going, &world->left_out, &world->left_out_count);
}

// All messages, a line each, "E" for errors, "P" for those of a person, "W" for warnings.
static const char *told(const struct world *world) {
    const char *text = "";
    for (size_t i = 0; i < world->messages.count; i++) {
        const struct gp_message *message = &world->messages.items[i];
        text = gp_print(world->memory, "%s%c %s%s\n", text, "EPW"[message->severity],
                        gp_at_text(world->memory, message->at), message -> text);
    }
    return text;
}

static const char *pay_text(struct gp_memory *memory, const struct gp_pay *pay) {
    if (!pay->known)
        return gp_print(memory, "- %d", pay->rate_ppm);
    return gp_print(memory, "%s %s %d %s", gp_currency_code(pay->salary.currency),
                    gp_money_text(memory, pay->salary), pay->rate_ppm,
                    gp_money_text(memory, pay->spent));
}

// A line a person: "name|id|email|rung|target|manager|years products hours willing supported|pay".
static const char *people_text(const struct world *world) {
    struct gp_memory *memory = world->memory;
    const char *text = "";
    for (size_t i = 0; i < world->intake.team.person_count; i++) {
        const struct gp_person *person = &world->intake.team.people[i];
        const char *manager =
            person->manager != GP_NO_PERSON ? world->intake.team.people[person->manager].name : "";
        text =
            gp_print(memory, "%s%s|%s|%s|%d|%d|%s=%s|%d %d %d %d %d|%s\n", text, person->name,
                     person->id, person->email, person->rung == GP_NO_RUNG ? -1 : (int)person->rung,
                     person->target == GP_NO_RUNG ? -1 : (int)person->target, person->manager_name,
                     manager, person->product_years_tenths, person->products,
                     person->mentor_hours_tenths, (int)person->mentor_willing,
                     (int)person->supported, pay_text(memory, &world->intake.payroll.items[i]));
    }
    return text;
}

static void test_all_fields(void **state) {
    (void)state;
    struct world world;
    open_world(&world, "");
    read_roster(
        &world,
        "Office,full name,ID,E-mail,role,target,manager,salary,currency,rate,spent,"
        "product years,products,background,mentor hours,mentor willing,supported\n"
        "Rome,Cy,3,cy@x.org,Sales lead,,,,,,,,,law,,,\n"
        "Rome,Bo,2,,product owner,GPM,ANA@x.org,\"120,000.50\",eur,4 %,99.5,2.5,3,,1.5,N,0\n"
        "Oslo,Ana,1,ana@x.org,Group Product Manager,gpm,Dee Dow,90k,USD,,,10,12,,4,yes,"
        "TRUE\n");
    settle(&world, false);
    assert_string_equal(told(&world), "");
    assert_true(world.good);
    // Rungs 0 pm and 1 gpm, -1 none; willing and supported: 0 unknown, 1 no, 2 yes.
    assert_string_equal(people_text(&world),
                        "Ana|1|ana@x.org|1|1|Dee Dow=|100 12 40 2 2|USD 90000.00 -1 0.00\n"
                        "Bo|2||0|1|Ana=Ana|25 3 15 1 1|EUR 120000.50 40000 99.50\n"
                        "Cy|3|cy@x.org|-1|-1|=|-1 -1 -1 0 0|- -1\n");
    assert_string_equal(world.intake.team.people[2].background, "law");
    assert_string_equal(world.intake.team.people[2].role, "Sales lead");
    close_world(&world);
}

static void test_salaries(void **state) {
    (void)state;
    static const struct {
        const char *policy, *currency, *salary, *pay, *told;
    } rows[] = {
        {"USD", "", "120000", "USD 120000.00", ""},
        {"USD", "", "\"€120,000.00\"", "EUR 120000.00", ""}, // the cell outdoes the policy
        {"CAD", "", "$90k", "CAD 90000.00", ""},             // the policy says which dollar
        {"CAD", "USD", "$90k", "USD 90000.00", ""},          // the column outdoes the policy
        {"", "JPY", "9000000", "JPY 9000000", ""},
        {"USD", "", "0", "USD 0.00", ""},
        {"USD", "", "45.50/hr", "USD 94640.00",
         "W r.csv:2:4: salary per hour: taken as 2080 hours a year for 1 person\n"},
        {"USD", "", "500/day", "USD 130000.00",
         "W r.csv:2:4: salary per day: taken as 260 days a year for 1 person\n"},
        {"USD", "", "2000/week", "USD 104000.00",
         "W r.csv:2:4: salary per week: taken as 52 weeks a year for 1 person\n"},
        {"USD", "", "9500 per month", "USD 114000.00",
         "W r.csv:2:4: salary per month: taken as 12 months a year for 1 person\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, rows[i].policy);
        read_roster(&world, gp_print(world.memory, "name,role,currency,salary\nAna,pm,%s,%s\n",
                                     rows[i].currency, rows[i].salary));
        assert_string_equal(told(&world), rows[i].told);
        const struct gp_pay *pay = &world.intake.payroll.items[0];
        assert_string_equal(gp_print(world.memory, "%s %s", gp_currency_code(pay->salary.currency),
                                     gp_money_text(world.memory, pay->salary)),
                            rows[i].pay);
        close_world(&world);
    }
}

// Bare numbers below 0.2 are shares, those above 1 percentages; with a % all are percentages.
static void test_rates(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t ppm;
    } rows[] = {
        {"0.03", 30000}, {"0.199999", 199999}, {"1.000001", 10000}, {"20", 200000},
        {"1 %", 10000},  {"0.5%", 5000},       {"100 %", 1000000},  {"0", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, "USD");
        read_roster(&world, gp_print(world.memory, "name,role,rate\nAna,pm,%s\n", rows[i].text));
        assert_string_equal(told(&world), "");
        assert_int_equal(world.intake.payroll.items[0].rate_ppm, rows[i].ppm);
        close_world(&world);
    }
}

#define MANY_C "ccccccccccccccccccccccccccccce"

// What a roster is told, exactly. The policy's currency is USD.
static const struct refusal {
    const char *name, *roster, *told;
} refusals[] = {
    {"unknown column", "name,role,salry\nAna,pm,1\n",
     "E r.csv:1:3: the column \"salry\" is not known; correct it, or add an ignore rule to "
     "aliases.csv; did you mean \"salary\"?\n"},
    {"no header", "name,role,\nAna,pm,1\n",
     "E r.csv:1:3: the column has texts and no header; name it, or empty it\n"},
    {"two columns of names", "name,role,Full name\nAna,pm,Ana\n",
     "E r.csv:1:3: \"Full name\" and \"name\", column 1, are both taken for name; keep one of "
     "them\n"},
    {"no name", "role\npm\n", "E r.csv:1: the roster has no column name; it needs name and role\n"},
    {"no role", "name\nAna\n",
     "E r.csv:1: the roster has no column role; it needs name and role\n"},
    {"nobody", "name,role\n",
     "E r.csv:1:1: the roster has nobody on it; a row for each person would be right\n"},
    {"row without a name", "name,role\n,pm\nBo,pm\n",
     "E r.csv:2:1: row has no name; write who it is about, or remove it\n"},
    {"empty role", "name,role\nAna,\n",
     "P r.csv:2:2: role is empty; write a rung, or outside for someone not in product\n"},
    {"unknown role", "name,role\nAna,Product Manger\n",
     "P r.csv:2:2: role is \"Product Manger\", which is no rung; write outside for someone not in "
     "product; did you mean \"Product Manager\"?\n"},
    {"costly role", "name,role\nAna,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\n",
     "E r.csv:2:2: a rule in aliases.csv takes too long on \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"; "
     "write a simpler pattern\n"},
    {"outside, as the messages say", "name,role\nAna,Outside\n", ""},
    {"unknown target", "name,role,target\nAna,pm,Product Mangler\n",
     "P r.csv:2:3: target is \"Product Mangler\", which is no rung; name one, or empty it; did you "
     "mean \"Product Manager\"?\n"},
    {"target outside", "name,role,target\nAna,pm,Sales\n",
     "P r.csv:2:3: target is \"Sales\"; a target is a rung of the ladder; name one, or empty it\n"},
    {"costly target", "name,role,target\nAna,pm,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\n",
     "E r.csv:2:3: a rule in aliases.csv takes too long on \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"; "
     "write a simpler pattern\n"},
    {"own manager", "name,role,manager\nAna,pm,ana\n",
     "P r.csv:2:3: \"Ana\" is named as their own manager; name another, or leave it empty\n"},
    {"circle of two", "name,role,manager\nBo,pm,Ana\nAna,pm,Bo\nCy,pm,Bo\n",
     "P r.csv:3:3: \"Ana\" is their own manager by way of \"Bo\"; correct one of them\n"},
    {"circle of three, told once", "name,role,manager\nBo,pm,Cy\nCy,pm,Ana\nAna,pm,Bo\n",
     "P r.csv:4:3: \"Ana\" is their own manager by way of \"Bo\", \"Cy\"; correct one of them\n"},
    {"manager whose name two people have",
     "id,name,role,manager\n1,Ana,pm,\n2,Ana,pm,\n3,Bo,pm,Ana\n",
     "P r.csv:4:4: more than one person is called \"Ana\"; give the manager's id or email\n"},
    {"one id twice", "id,name,role\n1,Ana,pm\n1,Bo,pm\n",
     "P r.csv:3:1: id is \"1\"; line 2 has it too: give each person an id of their own\n"},
    {"one email twice", "email,name,role\na@x.org,Ana,pm\nA@x.org,Bo,pm\n",
     "P r.csv:3:1: email is \"A@x.org\"; line 2 has it too: give each person an email of their "
     "own\n"},
    {"one name twice, an id lacking", "id,name,role\n1,Ana,pm\n,ana,pm\n",
     "P r.csv:3:2: name is \"ana\"; line 2 has it too: remove one, or give both an id or an "
     "email\n"},
    {"one name twice, both with ids", "id,name,role\n1,Ana,pm\n2,Ana,pm\n", ""},
    {"emails that differ by a dot, ids by a dash",
     "id,email,name,role\n1-2,a.b@x.org,Ana,pm\n12,ab@x.org,Bo,pm\n", ""},
    {"no such currency", "name,role,salary,currency\nAna,pm,1,XYZ\n",
     "P r.csv:2:4: currency is \"XYZ\"; write a code of ISO 4217 such as USD or EUR\n"},
    {"no amount", "name,role,salary\nAna,pm,a lot\n",
     "P r.csv:2:3: salary is \"a lot\"; write an amount such as 120000, 120,000.00 USD or "
     "45.50/hr\n"},
    {"two readings", "name,role,salary\nAna,pm,120.000\n",
     "P r.csv:2:3: salary: ###.### may be ###### or ###; write ###,###.##\n"},
    {"two readings with decimals", "name,role,salary\nAna,pm,1.250\n",
     "P r.csv:2:3: salary: #.### may be #### or #.##; write #,###.##\n"},
    {"two readings in thousands", "name,role,salary\nAna,pm,1.250k\n",
     "P r.csv:2:3: salary: #.###k may be ####k or #.##k; write #,###.##k\n"},
    {"two currencies", "name,role,salary,currency\nAna,pm,€120000,USD\n",
     "P r.csv:2:3: salary names two currencies, in its cell or beside it; keep one\n"},
    {"too fine", "name,role,salary\nAna,pm,120000.5555\n",
     "P r.csv:2:3: salary has more decimals than its currency has; round it to what can be paid\n"},
    {"too large", "name,role,salary\nAna,pm,999999999999999\n",
     "P r.csv:2:3: salary is over 10000000000000 of the smallest unit; check its digits\n"},
    {"rate", "name,role,rate\nAna,pm,101 %\n",
     "P r.csv:2:3: rate is \"101 %\"; write a percentage such as 3 % or 0.03, at most 100 %\n"},
    {"rate of 1", "name,role,rate\nAna,pm,1\n",
     "P r.csv:2:3: rate is \"1\", which may be 1 % or 100 %; write 1 % or 0.01\n"},
    {"rate of a half", "name,role,rate\nAna,pm,\"0,5\"\n",
     "P r.csv:2:3: rate is \"0,5\", which may be 0.5 % or 50 %; write 0.5 % or 0.005\n"},
    {"rate of a fifth", "name,role,rate\nAna,pm,.20\n",
     "P r.csv:2:3: rate is \".20\", which may be 0.2 % or 20 %; write 0.2 % or 0.002\n"},
    // As a share it would have more decimals than a rate may have.
    {"rate of many decimals", "name,role,rate\nAna,pm,0.205005\n",
     "P r.csv:2:3: rate is \"0.205005\", which may be 0.205005 % or 20.5005 %; write 0.205005 %\n"},
    {"spent of nothing", "name,role,spent\nAna,pm,100\n",
     "P r.csv:2:3: spent stands without a salary; add the salary, or empty it\n"},
    {"spent per month", "name,role,salary,spent\nAna,pm,100000,10/month\n",
     "P r.csv:2:4: spent is given per period; write the sum of the year\n"},
    {"spent in another currency", "name,role,salary,spent\nAna,pm,100000,€10\n",
     "P r.csv:2:4: spent names two currencies, in its cell or beside it; keep one\n"},
    {"years", "name,role,product_years\nAna,pm,60.1\n",
     "P r.csv:2:3: product_years is \"60.1\"; write a number from 0 to 60, with one decimal at "
     "most\n"},
    {"products", "name,role,products\nAna,pm,1.5\n",
     "P r.csv:2:3: products is \"1.5\"; write a whole number from 0 to 1000\n"},
    {"hours", "name,role,mentor_hours\nAna,pm,-1\n",
     "P r.csv:2:3: mentor_hours is \"-1\"; write a number from 0 to 200, with one decimal at "
     "most\n"},
    {"willing", "name,role,mentor_willing\nAna,pm,maybe\n",
     "P r.csv:2:3: mentor_willing is \"maybe\"; write yes or no, or leave it empty\n"},
    {"supported", "name,role,supported\nAna,pm,2\n",
     "P r.csv:2:3: supported is \"2\"; write yes or no, or leave it empty\n"},
    {"date that two countries read differently", "name,role,role_since\nAna,pm,03/01/2024\n",
     "P r.csv:2:3: role_since is \"03/01/2024\"; that is 2024-01-03 or 2024-03-01, and nothing in "
     "this file tells; say --dates day-first or --dates month-first, or write dates as "
     "2026-11-23\n"},
    {"no date", "name,role,role_since\nAna,pm,2024-02-30\n",
     "P r.csv:2:3: role_since is \"2024-02-30\"; write dates as 2026-11-23\n"},
    {"nearly role_since", "name,role,role_sinse\nAna,pm,2024-02-01\n",
     "E r.csv:1:3: the column \"role_sinse\" is not known; correct it, or add an ignore rule to "
     "aliases.csv; did you mean \"role_since\"?\n"},
    {"role costly for backgrounds", "name,role\nAna," MANY_C "\n",
     "E r.csv:2:2: a rule in backgrounds.csv takes too long on \"" MANY_C
     "\"; write a simpler pattern\n"},
    {"target costly for backgrounds", "name,role,target\nAna,pm," MANY_C "\n",
     "E r.csv:2:3: a rule in backgrounds.csv takes too long on \"" MANY_C
     "\"; write a simpler pattern\n"},
    {"costly background", "name,role,background\nAna,pm," MANY_C "\n",
     "E r.csv:2:3: a rule in backgrounds.csv takes too long on \"" MANY_C
     "\"; write a simpler pattern\n"},
    {"background in words of one's own", "name,role,background\nAna,pm,ran a zoo\n", ""},
};

// The role of somebody outside the ladder comes first, then the column background.
static void test_came_from(void **state) {
    (void)state;
    enum { SALES, SOFTWARE, NONE = -1 };
    static const struct {
        const char *name, *role, *background;
        int came_from;
    } rows[] = {
        {"outside by a rule, of a background", "sales lead", "", SALES},
        {"outside by the background alone", "Account Manager", "", SALES},
        {"the role outdoes the column", "civil engineer", "sales", SOFTWARE},
        {"a role of no background, then the column", "outside", "engineering", SOFTWARE},
        {"neither", "outside", "law", NONE},
        {"on the ladder, by the column", "pm", "Sales", SALES},
        {"on the ladder, nothing given", "pm", "", NONE},
        {"on the ladder by a rule", "product owner", "software engineering", SOFTWARE},
        {"not known", "astronaut", "sales", SALES}, // reported; the column still says it
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, "USD");
        read_roster(&world, gp_print(world.memory, "name,role,background\nAna,%s,%s\n",
                                     rows[i].role, rows[i].background));
        const struct gp_person *person = &world.intake.team.people[0];
        int came_from = person->came_from == GP_NO_BACKGROUND ? NONE : (int)person->came_from;
        if (came_from != rows[i].came_from)
            fail_msg("%s: %d", rows[i].name, came_from);
        assert_string_equal(person->background, rows[i].background);
        close_world(&world);
    }
}

static void test_role_since(void **state) {
    (void)state;
    static const struct {
        const char *text, *date;
    } rows[] = {{"2024-03-01", "2024-03-01"}, {"1.3.2024", "2024-03-01"}, {"", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world;
        open_world(&world, "USD");
        read_roster(&world,
                    gp_print(world.memory, "name,role,Role since\nAna,pm,%s\n", rows[i].text));
        assert_string_equal(told(&world), "");
        assert_string_equal(gp_date_text(world.memory, world.intake.team.people[0].role_since),
                            rows[i].date);
        close_world(&world);
    }
}

// Of those who answered without a roster nobody knows where they came from.
static void test_without_roster(void **state) {
    (void)state;
    struct world world;
    open_world(&world, "USD");
    const char *text = "person,activity,skill,role\nAna,Pricing,N/A,Sales lead\n";
    struct gp_source source = {.name = "a.csv", .bytes = {text, strlen(text)}};
    gp_read_answers(&world.intake, &source);
    assert_true(world.intake.team.people[0].came_from == GP_NO_BACKGROUND);
    assert_false(gp_date_known(world.intake.team.people[0].role_since));
    close_world(&world);
}

static void test_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct world world;
        open_world(&world, "USD");
        read_roster(&world, refusals[i].roster);
        if (strcmp(told(&world), refusals[i].told) != 0)
            print_error("in: %s\n", refusals[i].name);
        assert_string_equal(told(&world), refusals[i].told);
        assert_int_equal(world.good, world.messages.counts[GP_ERROR] == 0);
        close_world(&world);
    }
}

static void test_no_currency(void **state) {
    (void)state;
    struct world world;
    open_world(&world, "");
    read_roster(&world, "name,role,salary\nAna,pm,123456\n");
    // What is paid is not told.
    assert_string_equal(told(&world), "P r.csv:2:3: salary has no currency; add a column currency, "
                                      "or set currency in policy.csv\n");
    close_world(&world);
}

// Whatever the order of the rows, the same people, the same managers, the same left out.
static void test_order_of_rows(void **state) {
    (void)state;
    static const char *const rows[] = {
        "1,Ana,gpm,,90k\n", "2,Bo,pm,1,80k\n",    "3,Cy,pm,Dee,\n", // Cy and Dee in a circle
        "4,Dee,pm,Cy,\n",   "5,Eve,pm,Dee,70k\n", "6,Fay,pm,,1\n",
        "7,Fay,pm,,2\n",    ",Fay,pm,,3\n", // one of three lacks an id
    };
    enum { COUNT = sizeof rows / sizeof *rows };
    for (size_t turn = 0; turn < COUNT; turn++) { // from each row on, every third row
        struct world world;
        open_world(&world, "USD");
        const char *text = "id,name,role,manager,salary\n";
        for (size_t i = 0; i < COUNT; i++)
            text = gp_print(world.memory, "%s%s", text, rows[(turn + 3 * i) % COUNT]);
        read_roster(&world, text);
        settle(&world, true);
        assert_string_equal(people_text(&world),
                            "Ana|1||1|-1|=|-1 -1 -1 0 0|USD 90000.00 -1 0.00\n"
                            "Bo|2||0|-1|Ana=Ana|-1 -1 -1 0 0|USD 80000.00 -1 0.00\n"
                            "Eve|5||0|-1|Dee=|-1 -1 -1 0 0|USD 70000.00 -1 0.00\n");
        assert_int_equal(world.left_out_count, 5);
        assert_string_equal(world.left_out[0], "Cy");
        assert_string_equal(world.left_out[1], "Dee");
        assert_string_equal(world.left_out[4], "Fay");
        close_world(&world);
    }
}

static void test_without_keep_going(void **state) {
    (void)state;
    struct world world;
    open_world(&world, "USD");
    read_roster(&world, "name,role\nBo,pm\nAna,nobody\n");
    settle(&world, false);
    assert_int_equal(world.left_out_count, 0);
    assert_int_equal(world.intake.team.person_count, 2);
    assert_true(world.intake.team.people[0].left_out);
    assert_false(world.intake.team.people[1].left_out);
    close_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_fields),     cmocka_unit_test(test_salaries),
        cmocka_unit_test(test_rates),          cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_came_from),      cmocka_unit_test(test_role_since),
        cmocka_unit_test(test_without_roster), cmocka_unit_test(test_no_currency),
        cmocka_unit_test(test_order_of_rows),  cmocka_unit_test(test_without_keep_going),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
