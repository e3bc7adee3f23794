// test_roster_pay.c - salaries of every period and currency, from cell, column and header; the
// decimal sign of a column; parts of a job and of a year.
#include "pay_world.h"

// What is known of a person's pay: "USD 120000.00 x12 fte=800000 2024-01-01..2024-12-31 s=0.00
// c=0.00", without what was not given; "-" without a salary.
static const char *pay_text(struct gp_memory *memory, const struct gp_pay *pay) {
    const char *text = "-";
    if (pay->known)
        text = gp_print(memory, "%s %s x%u", gp_currency_code(pay->salary.currency),
                        gp_money_text(memory, pay->salary), pay->periods_per_year);
    if (pay->fte_ppm >= 0)
        text = gp_print(memory, "%s fte=%d", text, pay->fte_ppm);
    if (gp_date_known(pay->joins) || gp_date_known(pay->leaves))
        text = gp_print(memory, "%s %s..%s", text, gp_date_text(memory, pay->joins),
                        gp_date_text(memory, pay->leaves));
    if (pay->spent.minor != 0)
        text = gp_print(memory, "%s s=%s", text, gp_money_text(memory, pay->spent));
    if (pay->carry_over.minor != 0)
        text = gp_print(memory, "%s c=%s", text, gp_money_text(memory, pay->carry_over));
    return text;
}

struct row {
    const char *name, *header, *cells; // behind "name,role," and "Ana,pm,"
    const char *pay, *told;
};

static void try_rows(const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct pay_world world;
        open_pay_world(&world, "");
        read_roster(&world, gp_print(world.memory, "name,role,%s\nAna,pm,%s\n", rows[i].header,
                                     rows[i].cells));
        const char *pay = world.intake.team.person_count == 0
                              ? "nobody"
                              : pay_text(world.memory, &world.intake.payroll.items[0]);
        if (strcmp(told(&world), rows[i].told) != 0 || strcmp(pay, rows[i].pay) != 0)
            print_error("in: %s\n", rows[i].name);
        assert_string_equal(told(&world), rows[i].told);
        assert_string_equal(pay, rows[i].pay);
        close_pay_world(&world);
    }
}

#define PER_MONTH "W r.csv:2:3: salary per month: taken as 12 months a year for 1 person\n"
#define PER_HOUR "W r.csv:2:3: salary per hour: taken as 2080 hours a year for 1 person\n"

// The cell's own period comes first, then the column's, then the header's.
static void test_periods(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"a year without more", "salary", "$120000", "USD 120000.00 x1", ""},
        {"from the header", "Monthly salary", "$9500", "USD 114000.00 x12", PER_MONTH},
        {"from its end", "Salary per month (EUR)", "9500", "EUR 114000.00 x12", PER_MONTH},
        {"both in brackets", "Salary (EUR/month)", "9500", "EUR 114000.00 x12", PER_MONTH},
        {"a rate", "Hourly rate (USD)", "45.50", "USD 94640.00 x2080", PER_HOUR},
        {"a year in words", "\"Annual base pay, GBP\"", "120000", "GBP 120000.00 x1", ""},
        {"a currency alone", "Salary (EUR)", "120000", "EUR 120000.00 x1", ""},
        {"an underscore", "salary_usd", "120000", "USD 120000.00 x1", ""},
        {"a sign", "Base salary in €", "120000", "EUR 120000.00 x1", ""},
        {"the column", "salary,period", "$9500,month", "USD 114000.00 x12", PER_MONTH},
        {"the column outdoes the header", "Monthly salary,Pay frequency", "$45.50,hourly",
         "USD 94640.00 x2080", PER_HOUR},
        {"the header where the column is empty", "Monthly salary,period", "$9500,",
         "USD 114000.00 x12", PER_MONTH},
        {"the cell outdoes the header", "Monthly salary", "$45.50/hr", "USD 94640.00 x2080",
         PER_HOUR},
        {"cell and column say the same", "salary,period", "$45.50/hr,hour", "USD 94640.00 x2080",
         PER_HOUR},
        {"cell and column contradict", "salary,period", "$45.50/hr,month", "-",
         "P r.csv:2:3: salary is per hour in its cell, and per month by the column period; keep "
         "one\n"},
        {"half a month", "salary,period", "$4750,semi-monthly", "USD 114000.00 x24",
         "W r.csv:2:3: salary per half month: taken as 24 half months a year for 1 person\n"},
        {"two weeks", "salary,period", "$4000,every two weeks", "USD 104000.00 x26",
         "W r.csv:2:3: salary per two weeks: taken as 26 times two weeks a year for 1 person\n"},
        {"no such period", "salary,period", "$4000,quarter", "USD 4000.00 x1",
         "P r.csv:2:4: period is \"quarter\"; write year, month, half month, two weeks, week, day "
         "or hour\n"},
        {"a header of two periods", "\"Annual salary, monthly\"", "$4000", "USD 4000.00 x1",
         "E r.csv:1:3: the header \"Annual salary, monthly\" names two periods; keep the one that "
         "is paid for\n"},
    };
    try_rows(rows, sizeof rows / sizeof *rows);
}

static void test_currencies(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"cell and header", "Salary (EUR)", "€120000", "EUR 120000.00 x1", ""},
        {"which dollar", "Salary ($),currency", "120000,CAD", "CAD 120000.00 x1", ""},
        {"cell against header", "Salary (EUR)", "$120000", "-",
         "P r.csv:2:3: salary names two currencies, in its cell or beside it; keep one\n"},
        {"column against header", "Salary (EUR),currency", "120000,USD", "-",
         "P r.csv:2:3: salary has a header that names another currency than its row; keep one\n"},
        {"spent by its header", "salary,Spent (EUR)", "€120000,10", "EUR 120000.00 x1 s=10.00", ""},
        {"spent by another header", "salary,Spent (USD)", "€120000,10", "EUR 120000.00 x1",
         "P r.csv:2:4: spent has a header that names another currency than the salary; keep one\n"},
        {"no currency", "salary", "120000", "-",
         "P r.csv:2:3: salary has no currency; add a column currency, or set currency in "
         "policy.csv\n"},
    };
    try_rows(rows, sizeof rows / sizeof *rows);
}

// Texts that are refused never show what is paid.
static void test_refused_amounts(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"below 0", "salary", "-$120000", "-",
         "P r.csv:2:3: salary is below 0; write it without a minus sign\n"},
        {"a range", "salary", "$100k-$120k", "-",
         "P r.csv:2:3: salary has more than one amount; write the one that holds\n"},
        {"a period there is not", "salary", "$30000 per quarter", "-",
         "P r.csv:2:3: salary has \"per quarter\" behind it; write a currency there, or per hour, "
         "day, week, two weeks, half month, month or year\n"},
        {"a number and more", "salary", "$1e5", "-",
         "P r.csv:2:3: salary is no amount; write an amount such as 120000, 120,000.00 USD or "
         "45.50/hr\n"},
        {"words", "salary", "lots", "-",
         "P r.csv:2:3: salary is \"lots\"; write an amount such as 120000, 120,000.00 USD or "
         "45.50/hr\n"},
        {"carried over without a salary", "carry_over", "10", "-",
         "P r.csv:2:3: carry_over stands without a salary; add the salary, or empty it\n"},
        {"carried over per month", "salary,carry_over", "$120000,10/month", "USD 120000.00 x1",
         "P r.csv:2:4: carry_over is given per period; write the sum of the year\n"},
        {"carried over in another currency", "salary,carry_over", "$120000,€10", "USD 120000.00 x1",
         "P r.csv:2:4: carry_over names two currencies, in its cell or beside it; keep one\n"},
        {"spent below 0", "salary,spent", "$120000,-10", "USD 120000.00 x1",
         "P r.csv:2:4: spent is below 0; write it without a minus sign\n"},
    };
    try_rows(rows, sizeof rows / sizeof *rows);
}

#define FTE " write the share of a full-time job, such as 0.8 or 80 %, at most 1\n"

static void test_job_and_year(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"all of it", "salary,fte,joined,leaves,spent,carry over",
         "$120000,0.8,2024-02-01,31.12.2026,99.5,250",
         "USD 120000.00 x1 fte=800000 2024-02-01..2026-12-31 s=99.50 c=250.00", ""},
        {"percent", "fte", "80 %", "- fte=800000", ""},
        {"comma", "FTE", "\"0,8\"", "- fte=800000", ""},
        {"whole", "fte", "1", "- fte=1000000", ""},
        {"whole, in percent", "fte", "100%", "- fte=1000000", ""},
        {"the least", "fte", "0.01", "- fte=10000", ""},
        {"80 of what", "fte", "80", "-", "P r.csv:2:3: fte is \"80\";" FTE},
        {"more than whole", "fte", "1.2", "-", "P r.csv:2:3: fte is \"1.2\";" FTE},
        {"more than whole, in percent", "fte", "120 %", "-", "P r.csv:2:3: fte is \"120 %\";" FTE},
        {"nothing", "fte", "0", "-", "P r.csv:2:3: fte is \"0\";" FTE},
        {"0.8 of a percent", "fte", "0.8 %", "-", "P r.csv:2:3: fte is \"0.8 %\";" FTE},
        {"below 0", "fte", "-1", "-", "P r.csv:2:3: fte is \"-1\";" FTE},
        {"half", "fte", "half", "-", "P r.csv:2:3: fte is \"half\";" FTE},
        {"the day one was hired", "Hire date", "2024-02-01", "- 2024-02-01..", ""},
        {"the last day", "Termination date", "2026-02-01", "- ..2026-02-01", ""},
        {"one day", "joined,leaves", "2026-02-01,2026-02-01", "- 2026-02-01..2026-02-01", ""},
        {"no date", "joined", "02/01/2024", "-",
         "P r.csv:2:3: joined is \"02/01/2024\"; that is 2024-01-02 or 2024-02-01, and nothing in "
         "this file tells; say --dates day-first or --dates month-first, or write dates as "
         "2026-11-23\n"},
        {"no last day", "leaves", "soon", "-",
         "P r.csv:2:3: leaves is \"soon\"; write dates as 2026-11-23\n"},
        {"left before", "joined,leaves", "2026-02-02,2026-02-01", "- 2026-02-02..2026-02-01",
         "P r.csv:2:4: leaves is \"2026-02-01\"; that is before 2026-02-02, when they joined; "
         "correct one of them\n"},
    };
    try_rows(rows, sizeof rows / sizeof *rows);
}

// Salaries of several people, one a row; the messages, and the salaries ("-": refused).
static const struct column {
    const char *name;
    char decimal;
    const char *salaries[4]; // in a column for EUR but where they name another
    const char *read, *told;
} columns[] = {
    {"by decimals with a point",
     '\0',
     {"120.000", "64800.5", "95.000"},
     "120.00 64800.50 95.00",
     "W r.csv:3:3: salary: by this cell the point is the decimal sign in 2 cells that can be read "
     "in two ways, first on line 2\n"},
    {"by decimals with a comma",
     '\0',
     {"120.000", "64800,50"},
     "120000.00 64800.50",
     "W r.csv:3:3: salary: by this cell the point is a sign between thousands in 1 cell that can "
     "be read in two ways, on line 2\n"},
    {"by groups",
     '\0',
     {"1.234.567", "120.000"},
     "1234567.00 120000.00",
     "W r.csv:2:3: salary: by this cell the point is a sign between thousands in 1 cell that can "
     "be read in two ways, on line 3\n"},
    {"by both",
     '\0',
     {"120.000", "64.800,50", "95.000"},
     "120000.00 64800.50 95000.00",
     "W r.csv:3:3: salary: by this cell the point is a sign between thousands in 2 cells that can "
     "be read in two ways, first on line 2\n"},
    {"by nothing",
     '\0',
     {"120.000", "95000"},
     "- 95000.00",
     "P r.csv:2:3: salary: ###.### may be ###### or ###; write ###,###.##\n"},
    // That the comma parts thousands there says nothing of a point: it may be a slip.
    {"by another sign's group",
     '\0',
     {"120.000", "95,000", "1,234,567"},
     "- 95000.00 1234567.00",
     "P r.csv:2:3: salary: ###.### may be ###### or ###; write ###,###.##\n"},
    {"by contradicting cells",
     '\0',
     {"120.000", "64.800,50", "95000.50"},
     "- 64800.50 95000.50",
     "P r.csv:2:3: salary: ###.### may be ###### or ###; write ###,###.##\n"},
    {"by what is no amount",
     '\0',
     {"120.000", "1.5 apples"},
     "- -",
     "P r.csv:2:3: salary: ###.### may be ###### or ###; write ###,###.##\n"
     "P r.csv:3:3: salary has \"apples\" behind it; write a currency there, or per hour, day, "
     "week, two weeks, half month, month or year\n"},
    {"by --decimal, a comma",
     ',',
     {"120.000", "95.000"},
     "120000.00 95000.00",
     "W r.csv:2:3: salary: by --decimal the point is a sign between thousands in 2 cells that can "
     "be read in two ways, first on line 2\n"},
    {"by --decimal, a point",
     '.',
     {"120.000"},
     "120.00",
     "W r.csv:2:3: salary: by --decimal the point is the decimal sign in 1 cell that can be read "
     "in two ways, on line 2\n"},
    {"by --decimal where cells contradict",
     ',',
     {"120.000", "64.800,50", "95000.50"},
     "120000.00 64800.50 95000.50",
     "W r.csv:2:3: salary: by --decimal the point is a sign between thousands in 1 cell that can "
     "be read in two ways, on line 2\n"},
    {"the cells outdo --decimal",
     '.',
     {"120.000", "64.800,50"},
     "120000.00 64800.50",
     "W r.csv:3:3: salary: by this cell the point is a sign between thousands in 1 cell that can "
     "be read in two ways, on line 2\n"},
    {"nothing to decide", ',', {"120000", "64,800.50"}, "120000.00 64800.50", ""},
    {"decimals the currency has not",
     '.',
     {"120.005"},
     "-",
     "P r.csv:2:3: salary has more decimals than its currency has; round it to what can be "
     "paid\n"},
};

static void test_columns(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct pay_world world;
        open_pay_world(&world, "EUR");
        world.intake.decimal = columns[i].decimal;
        const char *text = "name,role,salary\n", *read = "";
        for (size_t j = 0; j < 4 && columns[i].salaries[j] != NULL; j++)
            text = gp_print(world.memory, "%sP%zu,pm,\"%s\"\n", text, j, columns[i].salaries[j]);
        read_roster(&world, text);
        for (size_t j = 0; j < world.intake.team.person_count; j++) {
            const struct gp_pay *pay = &world.intake.payroll.items[j];
            read = gp_print(world.memory, "%s%s%s", read, j == 0 ? "" : " ",
                            pay->known ? gp_money_text(world.memory, pay->salary) : "-");
        }
        if (strcmp(told(&world), columns[i].told) != 0 || strcmp(read, columns[i].read) != 0)
            print_error("in: %s\n", columns[i].name);
        assert_string_equal(told(&world), columns[i].told);
        assert_string_equal(read, columns[i].read);
        close_pay_world(&world);
    }
}

// A comma is open in dinars of three decimals, and each column is decided by itself.
static void test_columns_apart(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "KWD");
    read_roster(&world, "name,role,salary,spent,carry over\n"
                        "Ana,pm,\"60,000\",\"1,250\",1.5\n"
                        "Bo,pm,\"48,000.500\",\"12,5\",\"2,500\"\n");
    assert_string_equal(told(&world),
                        "W r.csv:3:3: salary: by this cell the comma is a sign between thousands "
                        "in 1 cell that can be read in two ways, on line 2\n"
                        "W r.csv:3:4: spent: by this cell the comma is the decimal sign in 1 cell "
                        "that can be read in two ways, on line 2\n"
                        "W r.csv:2:5: carry_over: by this cell the comma is a sign between "
                        "thousands in 1 cell that can be read in two ways, on line 3\n");
    assert_string_equal(pay_text(world.memory, &world.intake.payroll.items[0]),
                        "KWD 60000.000 x1 s=1.250 c=1.500");
    assert_string_equal(pay_text(world.memory, &world.intake.payroll.items[1]),
                        "KWD 48000.500 x1 s=12.500 c=2500.000");
    close_pay_world(&world);
}

// One warning a period, at the first who is paid so.
static void test_annualized(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "USD");
    read_roster(&world, "name,role,salary\nAna,pm,9000/month\nBo,pm,120000\nCy,pm,45/hr\n"
                        "Dee,pm,50/hr\nEve,pm,9500 monthly\nFay,pm,x/hr\nGus,pm,40 an hour\n");
    assert_string_equal(
        told(&world),
        "P r.csv:7:3: salary is \"x/hr\"; write an amount such as 120000, 120,000.00 USD or "
        "45.50/hr\n"
        "W r.csv:2:3: salary per month: taken as 12 months a year for 2 people, first on line 2\n"
        "W r.csv:4:3: salary per hour: taken as 2080 hours a year for 3 people, first on line "
        "4\n");
    close_pay_world(&world);
}

// Whether `spent` was given is known, 0 or not.
static void test_where_spent_stands(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "USD");
    read_roster(&world, "name,role,salary,spent\nAna,pm,9000,0\nBo,pm,9000,\n");
    assert_int_equal(world.intake.payroll.items[0].spent_at.line, 2);
    assert_int_equal(world.intake.payroll.items[0].spent_at.column, 4);
    assert_int_equal(world.intake.payroll.items[1].spent_at.line, 0);
    close_pay_world(&world);
}

// Without pro-rating nothing asks for the days, and what an HR system writes there does not matter.
static void test_days_nobody_asks_for(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "");
    world.intake.prorate = false;
    read_roster(&world, "name,role,joined,leaves\nAna,pm,02/01/2024,soon\n");
    assert_true(world.good);
    assert_string_equal(told(&world), "");
    assert_false(gp_date_known(world.intake.payroll.items[0].joins));
    close_pay_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_currencies),
        cmocka_unit_test(test_refused_amounts),
        cmocka_unit_test(test_job_and_year),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_columns_apart),
        cmocka_unit_test(test_annualized),
        cmocka_unit_test(test_where_spent_stands),
        cmocka_unit_test(test_days_nobody_asks_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
