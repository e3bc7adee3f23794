// test_budget_book.c - the budget as workbook and CSV, for four people in two currencies.
#include "base/file.h"
#include "write/budget_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "book_cells.h"
#include "budget_book_world.h"

#define CSV_HEADER                                                                                 \
    "person,manager,currency,salary,rate,pool,training,coaching,conferences,spent,left,"           \
    "carry_over,fte,days,planned,open,courses\n"

static void test_csv(void **state) {
    struct place *place = *state;
    place_budget(place);
    assert_string_equal(
        gp_budget_csv(place->memory, &place->report, &place->budget).data, CSV_HEADER
        "\"Ann, Lee\",'=Dana,USD,120000.00,0.03,3600.00,2160.00,900.00,540.00,1000.00,2600.00,"
        "0.00,1.00,365,0.00,2600.00,\n"
        "Ben,'=Dana,USD,100333.33,0.03,3010.00,1806.00,752.50,451.50,0.00,3060.01,"
        "50.01,1.00,365,0.00,3060.01,\n"
        "Chie,'=Dana,JPY,8000017,0.03,240001,144001,60000,36000,0,240001,0,1.00,365,0,240001,\n"
        "'=Dana,,USD,180500.50,0.0325,5866.27,3519.76,1466.57,879.94,6000.00,-133.73,"
        "0.00,1.00,365,0.00,-133.73,\n");
}

// Ann: 2,169.86 - 1,000.00 = 1,169.86, less 450.00 planned. Ben: 500.00 + 50.01, less 50.00. Dana:
// 4,000.00 - 6,000.00.
static void test_csv_of_everything(void **state) {
    struct place *place = *state;
    place_everything(place);
    assert_string_equal(
        gp_budget_csv(place->memory, &place->report, &place->budget).data, CSV_HEADER
        "\"Ann, Lee\",'=Dana,USD,120000.00,0.03,2169.86,1301.92,542.46,325.48,1000.00,1169.86,"
        "0.00,0.80,275,450.00,719.86,Basics; Writing well; Team day\n"
        "Ben,'=Dana,USD,100333.33,0.03,500.00,300.00,125.00,75.00,0.00,550.01,"
        "50.01,1.00,10,50.00,500.01,Team day\n"
        "Chie,'=Dana,JPY,8000017,0.03,80000,48000,20000,12000,0,80000,0,0.333333,365,0,80000,\n"
        "'=Dana,,USD,180500.50,0.0325,4000.00,2400.00,1000.00,600.00,6000.00,-2000.00,"
        "0.00,1.00,365,0.00,-2000.00,\n");
}

static void test_rates_as_text(void **state) {
    static const struct {
        int32_t ppm;
        const char *text;
    } rows[] = {{0, "0.00"},     {30000, "0.03"},   {100000, "0.10"},   {32500, "0.0325"},
                {1, "0.000001"}, {1000000, "1.00"}, {123450, "0.12345"}};
    struct place *place = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(gp_rate_text(place->memory, rows[i].ppm), rows[i].text);
}

static void write_book(struct place *place, const char *path) {
    const char *why = "";
    if (!gp_write_budget_book(&place->report, &place->budget, path, &why))
        fail_msg("%s", why);
}

static void test_book(void **state) {
    struct place *place = *state;
    const char *paths[] = {inside(place, "a.xlsx"), inside(place, "b.xlsx")}, *why = "";
    struct gp_bytes bytes[2];
    place_everything(place);
    for (size_t i = 0; i < 2; i++) {
        write_book(place, paths[i]);
        assert_true(gp_file_read(place->memory, paths[i], &bytes[i], &why));
        struct stat facts;
        assert_int_equal(stat(paths[i], &facts), 0);
        assert_int_equal(facts.st_mode & 07777, 0600);
    }
    assert_int_equal(bytes[0].length, bytes[1].length);
    assert_memory_equal(bytes[0].data, bytes[1].data, bytes[0].length);
}

// The sheets there are, as the workbook lists them.
static void assert_sheets(struct place *place, const char *name, const char *const *sheets,
                          size_t count) {
    const char *path = inside(place, name);
    write_book(place, path);
    const char *at = cells_part(place->memory, path, "xl/workbook.xml");
    const char *wanted = "", *found = "";
    for (size_t i = 0; i < count; i++)
        wanted = gp_print(place->memory, "%s%s, ", wanted, sheets[i]);
    while ((at = strstr(at, "<sheet name=\"")) != NULL) {
        at += strlen("<sheet name=\"");
        found = gp_print(place->memory, "%s%.*s, ", found, (int)strcspn(at, "\""), at);
    }
    assert_string_equal(found, wanted);
}

static void test_sheets(void **state) {
    static const char *const all[] = {"Summary", "People",     "Courses",
                                      "Roll-up", "By quarter", "About"};
    static const char *const few[] = {"Summary", "People", "Roll-up", "About"};
    struct place *place = *state;
    place_budget(place);
    assert_sheets(place, "few.xlsx", few, sizeof few / sizeof *few);
    place_everything(place);
    assert_sheets(place, "all.xlsx", all, sizeof all / sizeof *all);
}

static void test_people(void **state) {
    static const char *const header[] = {"Name",     "Role",        "Manager",      "Currency",
                                         "Salary",   "Rate",        "Pool",         "Training",
                                         "Coaching", "Conferences", "Carried over", "Spent",
                                         "Left",     "Planned",     "Open",         "Remark"};
    static const char *const dana[] = {"=Dana",    "VP",      "(no manager)", "USD",     "180500.5",
                                       "0.0325",   "5866.27", "3519.76",      "1466.57", "879.94",
                                       "0",        "6000",    "-133.73",      "0",       "-133.73",
                                       "overspent"};
    struct place *place = *state;
    place_budget(place);
    write_book(place, inside(place, "people.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "people.xlsx"), 2);
    cells_are(&cells, 4, header, sizeof header / sizeof *header);
    cells_are(&cells, 8, dana, sizeof dana / sizeof *dana);
    // A cell to be filled in where there is no catalogue, and a formula where there is one.
    assert_non_null(strstr(cells.sheet, "<f>ROUND(M8-N8,2)</f>"));
    assert_null(strstr(cells.sheet, "Courses!"));
}

static void test_people_prorated(void **state) {
    static const char *const ann[] = {
        "Ann, Lee", "Product Manager", "=Dana",   "USD",    "120000", "0.03", "3600", "0.8",
        "275",      "2169.86",         "1301.92", "542.46", "325.48", "0",    "1000", "1169.86",
        "450",      "719.86"};
    static const char *const chie[] = {"Chie",    "Designer (outside the ladder)",
                                       "=Dana",   "JPY",
                                       "8000017", NULL,
                                       "240001",  "0.333333",
                                       "365",     "80000",
                                       "48000",   "20000",
                                       "12000",   "0",
                                       "0",       "80000",
                                       "0",       "80000"};
    struct place *place = *state;
    place_everything(place);
    write_book(place, inside(place, "prorated.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "prorated.xlsx"), 2);
    cells_are(&cells, 5, ann, sizeof ann / sizeof *ann);
    cells_are(&cells, 7, chie, sizeof chie / sizeof *chie);
    assert_non_null(strstr(cells.sheet, "MIN(IF(I5&gt;0,MAX("));
    assert_non_null(strstr(cells.sheet, "Summary!$B$6"));
    assert_non_null(strstr(cells.sheet, "Summary!$B$7"));
    assert_non_null(
        strstr(cells.sheet, "SUMIFS(Courses!$F$5:$F$8,Courses!$A$5:$A$8,\"=\"&amp;A5)"));
}

// Ann's rows, then Ben's; what that leaves; the workshop. 450.00 / 9 levels = 50.00; 50.00 / 2.
static void test_courses(void **state) {
    static const char *const rows[][10] = {{"Ann, Lee", "Basics", "Training", "", "USD", "100", "0",
                                            "", "", "needed for Writing well"},
                                           {"Ann, Lee", "Writing well", "Coaching", "7.5", "USD",
                                            "299.99", "8", "37.5", "Pen, Inc.",
                                            "Write 1.5 to 4; Watch 1 to 3"},
                                           {"Ann, Lee", "Team day (workshop)", "Conferences", "8",
                                            "USD", "50.01", "1", "50.01", "", "Draw 1 to 2"},
                                           {"Ben", "Team day (workshop)", "Conferences", "8", "USD",
                                            "50", "2", "25", "", "Draw 0 to 2"}};
    static const char *const rests[][10] = {
        {"Ann, Lee", "Draw", "1", "3", "USD", "450", "9", "50", "719.86", ""},
        {"Ben", "", "", "1", "USD", "50", "2", "25", "500.01",
         "The search for the best set was given up; there may be a better one."},
        {"Chie", "", "", "0", "JPY", "0", "0", "", "80000",
         "Nothing they want closed is taught by a course here."}};
    static const char *const workshop[] = {
        "Team day", "",  "Conferences", "8", "USD",
        "100.01",   "3", "33.34",       "2", "Ann, Lee 50.01; Ben 50.00"};
    struct place *place = *state;
    place_everything(place);
    write_book(place, inside(place, "courses.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "courses.xlsx"), 3);
    for (size_t i = 0; i < 4; i++)
        cells_are(&cells, 5 + (int)i, rows[i], 10);
    int rest = cells_row_of(&cells, "What that leaves of each person") + 2;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        cells_are(&cells, rest + (int)i, rests[i], 10);
    cells_are(&cells, cells_row_of(&cells, "Team day"), workshop, 10);
}

// A catalogue that helps nobody: the sheet is there, and says so.
static void test_courses_for_nobody(void **state) {
    struct place *place = *state;
    place_budget(place);
    place_catalogue(place);
    write_book(place, inside(place, "none.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "none.xlsx"), 3);
    assert_non_null(strstr(cells_at(&cells, "A5"), "No course of the catalogue"));
}

// What each course closes is what they close together.
static void test_lessons(void **state) {
    struct place *place = *state;
    place_everything(place);
    for (size_t i = 0; i < place->budget.line_count; i++) {
        const struct gp_budget_line *line = &place->budget.lines[i];
        int64_t sum = 0, closed = 0;
        size_t count = 0;
        for (size_t j = 0; j < line->choice.count; j++) {
            gp_lessons_of(place->memory, &place->report, line, j, &count, &closed);
            sum += closed;
        }
        assert_int_equal(sum, line->choice.closed);
    }
}

// Direct: all three are Dana's; of the one in yen there is a tree of its own, in front.
static void test_roll_up(void **state) {
    static const char *const rows[][9] = {
        {"=Dana", "1", "JPY", "1", "8000017", "80000", "0", "0", "80000"},
        {"(no manager)", "1", "USD", "1", "180500.5", "4000", "6000", "0", "-2000"},
        {"=Dana", "1", "USD", "2", "220333.33", "2669.86", "1000", "500", "1719.87"}};
    struct place *place = *state;
    place_everything(place);
    write_book(place, inside(place, "roll.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "roll.xlsx"), 4);
    for (size_t i = 0; i < 3; i++)
        cells_are(&cells, 6 + (int)i, rows[i], 9);
    // 2,669.86 / 2; and / 220,333.33 is 1.2117... %
    assert_string_equal(cells_at(&cells, "P8"), "1334.93");
    assert_string_equal(cells_at(&cells, "Q8"), "0.0121");
    int outside = cells_row_of(&cells, "(outside the ladder)");
    assert_string_equal(cells_at(&cells, gp_print(place->memory, "D%d", outside)), "1");
}

// A whole is the direct sum and the wholes one level below.
static void test_whole_of_a_tree(void **state) {
    struct place *place = *state;
    place->world.team.people[ANN].manager = BEN;
    place_budget(place);
    write_book(place, inside(place, "tree.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "tree.xlsx"), 3);
    static const char *const names[] = {"=Dana", "(no manager)", "=Dana", "Ben"};
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(cells_at(&cells, gp_print(place->memory, "A%zu", 6 + i)), names[i]);
    assert_string_equal(cells_at(&cells, "J8"), "2");
    assert_string_equal(cells_at(&cells, "L8"), "6610");
    assert_non_null(strstr(cells.sheet, "<f>ROUND(F8+SUMIFS($L$9:$L$9,$B$9:$B$9,B8+1),2)</f>"));
    assert_non_null(strstr(cells.sheet, "<f>F9</f>"));
}

// 7,000.00 in all: Q1 1,000.00, Q2 and Q4 3,000.00 each. Pool 6,669.86, carried over 50.01.
static void test_quarters(void **state) {
    static const char *const rows[][8] = {
        {"Training", "4001.92", "1000", "0", "0", "0", "1000", "3001.92"},
        {"Coaching", "1667.46", "0", "3000", "0", "0", "3000", "-1332.54"},
        {"Conferences", "1000.48", "0", "0", "0", "3000", "3000", "-1999.52"},
        {"Together", "6669.86", "1000", "3000", "0", "3000", "7000", "-330.14"},
        {"Carried over from last year", "50.01", NULL, NULL, NULL, NULL, NULL, NULL},
        {"Left at the end of the quarter", "6719.87", "5719.87", "2719.87", "2719.87", "-280.13",
         NULL, NULL}};
    struct place *place = *state;
    place_everything(place);
    write_book(place, inside(place, "quarters.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "quarters.xlsx"), 5);
    int first = cells_row_of(&cells, "Spent in USD") + 3;
    for (size_t i = 0; i < 6; i++)
        cells_are(&cells, first + (int)i, rows[i], 8);
    assert_string_equal(cells_at(&cells, gp_print(place->memory, "C%d", first - 1)),
                        "to 2027-03-31");
}

// What the charts stand on. Dana stands above all the others in dollars: her people are shown.
static void test_summary(void **state) {
    static const char *const bars[][9] = {
        {"(no manager)", "1", "180500.5", "4000", "6000", "0", "-2000", "0.0222", "4000"},
        {"=Dana", "2", "220333.33", "2669.86", "1000", "500", "1719.87", "0.0121", "1334.93"},
        {"Together", "3", "400833.83", "6669.86", "7000", "500", "-280.13", NULL, NULL}};
    static const char *const kinds[][4] = {{"Training", "4001.92", "1000", "100"},
                                           {"Coaching", "1667.46", "3000", "299.99"},
                                           {"Conferences", "1000.48", "3000", "100.01"}};
    struct place *place = *state;
    place_everything(place);
    write_book(place, inside(place, "summary.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "summary.xlsx"), 1);
    int set = cells_row_of(&cells, "USD by manager and by kind");
    for (size_t i = 0; i < 3; i++)
        cells_are(&cells, set + 2 + (int)i, bars[i], 9);
    for (size_t i = 0; i < 3; i++)
        cells_are(&cells, set + 7 + (int)i, kinds[i], 4);
    assert_non_null(strstr(cells.texts, "When this was made: =Dana. See People."));
    // A drawing a currency, of two charts each.
    const char *path = inside(place, "summary.xlsx");
    assert_non_null(
        strstr(cells_part(place->memory, path, "xl/charts/chart4.xml"), "By kind, USD"));
}

// Of one manager with managers below, the direct reports and each of those.
static void test_bars_of_a_tree(void **state) {
    struct place *place = *state;
    place->world.team.people[ANN].manager = BEN;
    place_budget(place);
    write_book(place, inside(place, "bars.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "bars.xlsx"), 1);
    static const char *const names[] = {"(no manager)", "=Dana: direct reports", "Ben", "Together"};
    int set = cells_row_of(&cells, "USD by manager and by kind");
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(cells_at(&cells, gp_print(place->memory, "A%d", set + 2 + (int)i)),
                            names[i]);
}

static void test_book_of_nobody(void **state) {
    struct place *place = *state;
    place->budget = (struct gp_budget){.without_salary = PEOPLE};
    write_book(place, inside(place, "nobody.xlsx"));
    place_catalogue(place);
    write_book(place, inside(place, "nobody-courses.xlsx"));
}

static void test_refusal(void **state) {
    struct place *place = *state;
    const char *path = inside(place, "no/such/budget.xlsx"), *why = "";
    place_budget(place);
    assert_false(gp_write_budget_book(&place->report, &place->budget, path, &why));
    assert_string_equal(why, "No such file or directory");
}

static void test_styles_and_sums(void **state) {
    struct place *place = *state;
    place_budget(place);
    gp_currency dollar = gp_currency_find("USD", 3), yen = gp_currency_find("JPY", 3);
    assert_int_equal(gp_budget_style(dollar, GP_LOOK_PLAIN), GP_STYLE_MONEY);
    assert_int_equal(gp_budget_style(yen, GP_LOOK_TOTAL), GP_STYLE_TOTAL_MONEY_0);
    assert_int_equal(gp_budget_style(gp_currency_find("KWD", 3), GP_LOOK_INPUT),
                     GP_STYLE_INPUT_MONEY_3);
    const struct gp_budget_book book = {
        .memory = place->memory, .report = &place->report, .budget = &place->budget};
    assert_string_equal(gp_budget_sum(&book, GP_AMOUNT_SALARY, dollar, "People!$D$5:$D$8,B20"),
                        "=ROUND(SUMIFS(People!$E$5:$E$8,People!$D$5:$D$8,B20),2)");
    assert_string_equal(gp_budget_sum(&book, GP_AMOUNT_OPEN, yen, "X"),
                        "=ROUND(SUMIFS(People!$O$5:$O$8,X),0)");
    assert_string_equal(gp_budget_is(place->memory, "A1", "Ann"), "\"=\"&A1");
    // A star in a name is no pattern.
    assert_string_equal(gp_budget_is(place->memory, "A1", "Ann*"),
                        "\"=\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A1,\"~\",\"~~\"),\"*\",\"~*\"),"
                        "\"?\",\"~?\")");
}

// Managers off the roster: by the name as written first, then by its folded key.
static void test_managers_by_name(void **state) {
    struct place *place = *state;
    struct gp_person people[3] = {{.manager = GP_NO_PERSON, .manager_name = "Max Poe"},
                                  {.manager = GP_NO_PERSON, .manager_name = "max poe"},
                                  {.manager = GP_NO_PERSON, .manager_name = NULL}};
    const struct gp_team team = {.people = people, .person_count = 3};
    struct gp_report report = place->report;
    report.team = &team;
    gp_currency dollar = gp_currency_find("USD", 3);
    struct gp_budget_total totals[2] = {
        {.manager = GP_NO_PERSON, .manager_name = "", .direct = {.currency = dollar}},
        {.manager = GP_NO_PERSON, .manager_name = "Max Poe", .direct = {.currency = dollar}}};
    struct gp_budget_line lines[3];
    for (size_t i = 0; i < 3; i++)
        lines[i] = (struct gp_budget_line){.person = i, .salary = {1, dollar}};
    const struct gp_budget budget = {
        .by_manager = totals, .by_manager_count = 2, .lines = lines, .line_count = 3};
    struct gp_budget_book book = {.memory = place->memory, .report = &report, .budget = &budget};
    static const size_t wanted[] = {1, 1, 0};
    gp_budget_find_totals(&book);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(book.totals[i], wanted[i]);
    assert_string_equal(gp_budget_manager(&team, 2), "");
    assert_string_equal(gp_budget_manager(&place->world.team, ANN), "=Dana");
}

// The rows of Courses: of people, of what they take, of workshops, and those around.
static void test_room(void **state) {
    (void)state;
    struct gp_budget_line lines[2] = {{.choice.count = 3}, {.choice.count = 1}};
    struct gp_budget budget = {.lines = lines, .line_count = 2, .workshop_count = 1};
    size_t rows = 0;
    assert_true(gp_budget_book_fits(&budget, &rows));
    assert_int_equal(rows, 20 + 2 + 4 + 1);
    lines[1].choice.count = GP_SHEET_ROWS - rows + 1;
    assert_true(gp_budget_book_fits(&budget, &rows));
    assert_int_equal(rows, GP_SHEET_ROWS);
    lines[1].choice.count++;
    assert_false(gp_budget_book_fits(&budget, &rows));
}

// Two people of one name are two rows, whose courses do not mix.
static void test_people_of_one_name(void **state) {
    struct place *place = *state;
    place->world.team.people[BEN].name = "ann lee";
    place_budget(place);
    write_book(place, inside(place, "twins.xlsx"));
    const struct cells cells = cells_open(place->memory, inside(place, "twins.xlsx"), 2);
    assert_string_equal(cells_at(&cells, "A5"), "Ann, Lee");
    assert_string_equal(cells_at(&cells, "A6"), "ann lee (2)");
}

#define WITH_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_PLACE(test_csv),
        WITH_PLACE(test_csv_of_everything),
        WITH_PLACE(test_rates_as_text),
        WITH_PLACE(test_book),
        WITH_PLACE(test_sheets),
        WITH_PLACE(test_people),
        WITH_PLACE(test_people_prorated),
        WITH_PLACE(test_courses),
        WITH_PLACE(test_courses_for_nobody),
        WITH_PLACE(test_lessons),
        WITH_PLACE(test_roll_up),
        WITH_PLACE(test_whole_of_a_tree),
        WITH_PLACE(test_quarters),
        WITH_PLACE(test_summary),
        WITH_PLACE(test_bars_of_a_tree),
        WITH_PLACE(test_book_of_nobody),
        WITH_PLACE(test_refusal),
        WITH_PLACE(test_styles_and_sums),
        WITH_PLACE(test_managers_by_name),
        cmocka_unit_test(test_room),
        WITH_PLACE(test_people_of_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
