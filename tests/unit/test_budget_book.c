// test_budget_book.c - the budget as workbook and CSV, for four people in two currencies.
#include "base/file.h"
#include "model/pay.h"
#include "write/budget_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { PEOPLE = 4, DANA = 3 };

struct place {
    struct gp_memory *memory;
    const char *folder;
    struct gp_currency_pair {
        gp_currency dollar, yen;
    } currencies;
    struct gp_ladder ladder;
    struct gp_policy policy;
    struct gp_person people[PEOPLE];
    struct gp_team team;
    struct gp_origin origin;
    struct gp_report report;
    struct gp_budget_line lines[PEOPLE];
    struct gp_budget_total by_currency[2], by_manager[3];
    struct gp_budget budget;
};

static gp_money of(gp_currency currency, int64_t minor) {
    return (gp_money){minor, currency};
}

// 120,000.00 x 3 % = 3,600.00 = 2,160.00 + 900.00 + 540.00
// 100,333.33 x 3 % = 3,009.9999, so 3,010.00 = 1,806.00 + 752.50 + 451.50
// 8,000,017 yen x 3 % = 240,000.51, so 240,001 = 144,000.6 + 60,000.25 + 36,000.15; the one yen
// left over goes to the largest remainder: 144,001 + 60,000 + 36,000
// 180,500.50 x 3.25 % = 5,866.26625, so 5,866.27 = 3,519.762 + 1,466.5675 + 879.9405; of the one
// cent left over 0.75 is the largest claim: 3,519.76 + 1,466.57 + 879.94
static void make_lines(struct place *place) {
    gp_currency dollar = place->currencies.dollar, yen = place->currencies.yen;
    const int64_t minor[PEOPLE][7] = {{12000000, 360000, 216000, 90000, 54000, 100000, 260000},
                                      {10033333, 301000, 180600, 75250, 45150, 0, 301000},
                                      {8000017, 240001, 144001, 60000, 36000, 0, 240001},
                                      {18050050, 586627, 351976, 146657, 87994, 600000, -13373}};
    for (size_t i = 0; i < PEOPLE; i++) {
        gp_currency currency = i == 2 ? yen : dollar;
        place->lines[i] =
            (struct gp_budget_line){.person = i,
                                    .salary = of(currency, minor[i][0]),
                                    .rate_ppm = i == DANA ? 32500 : 30000,
                                    .pool = of(currency, minor[i][1]),
                                    .parts = {of(currency, minor[i][2]), of(currency, minor[i][3]),
                                              of(currency, minor[i][4])},
                                    .spent = of(currency, minor[i][5]),
                                    .left = of(currency, minor[i][6])};
    }
}

static struct gp_budget_total sum_of(const struct place *place, size_t first, size_t last) {
    const struct gp_budget_line *line = &place->lines[first];
    struct gp_budget_total total = {.manager = GP_NO_PERSON,
                                    .currency = line->salary.currency,
                                    .salary = of(line->salary.currency, 0)};
    total.pool = total.spent = total.left = total.salary;
    for (size_t part = 0; part < GP_PART_COUNT; part++)
        total.parts[part] = total.salary;
    for (size_t i = first; i <= last; i++, line++) {
        if (line->salary.currency != total.currency)
            continue;
        total.headcount++;
        total.salary.minor += line->salary.minor;
        total.pool.minor += line->pool.minor;
        for (size_t part = 0; part < GP_PART_COUNT; part++)
            total.parts[part].minor += line->parts[part].minor;
        total.spent.minor += line->spent.minor;
        total.left.minor += line->left.minor;
    }
    return total;
}

static void make_budget(struct place *place) {
    make_lines(place);
    place->by_currency[0] = sum_of(place, 2, 2);
    place->by_currency[1] = sum_of(place, 0, 3);
    place->by_manager[0] = sum_of(place, DANA, DANA);
    place->by_manager[1] = sum_of(place, 2, 2);
    place->by_manager[2] = sum_of(place, 0, 1);
    for (size_t i = 1; i < 3; i++) {
        place->by_manager[i].manager = DANA;
        place->by_manager[i].manager_name = place->people[DANA].name;
    }
    place->budget = (struct gp_budget){.lines = place->lines,
                                       .line_count = PEOPLE,
                                       .by_manager = place->by_manager,
                                       .by_manager_count = 3,
                                       .by_currency = place->by_currency,
                                       .by_currency_count = 2,
                                       .without_salary = 1,
                                       .trained = 2};
}

static void make_report(struct place *place) {
    static const char *const names[PEOPLE] = {"Ann, Lee", "Ben", "Chie", "=Dana"};
    for (size_t i = 0; i < PEOPLE; i++)
        place->people[i] = (struct gp_person){.name = names[i],
                                              .role = "Product Manager",
                                              .rung = GP_NO_RUNG,
                                              .manager_name = "",
                                              .manager = i == DANA ? GP_NO_PERSON : DANA};
    place->policy = (struct gp_policy){.budget_ppm = 30000, .part_percents = {60, 25, 15}};
    place->team = (struct gp_team){.people = place->people, .person_count = PEOPLE};
    place->origin = (struct gp_origin){.program = "growthplan", .as_of = "2026-11-23"};
    place->report = (struct gp_report){.ladder = &place->ladder,
                                       .policy = &place->policy,
                                       .team = &place->team,
                                       .origin = &place->origin,
                                       .as_of = {2026, 11, 23},
                                       .scratch = place->folder};
}

static int make_place(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct place *place = gp_alloc(memory, 1, sizeof *place);
    const char *top = getenv("TMPDIR");
    char *folder = gp_print(memory, "%s/test_budget-XXXXXX", top == NULL ? "/tmp" : top);
    if (mkdtemp(folder) == NULL)
        return -1;
    place->memory = memory;
    place->folder = folder;
    place->currencies =
        (struct gp_currency_pair){gp_currency_find("USD", 3), gp_currency_find("JPY", 3)};
    make_report(place);
    make_budget(place);
    *state = place;
    return 0;
}

static int remove_place(void **state) {
    const struct place *place = *state;
    gp_staging_abandon(&(struct gp_staging){place->folder, ""});
    gp_memory_close(place->memory);
    return 0;
}

static const char *inside(const struct place *place, const char *name) {
    return gp_print(place->memory, "%s/%s", place->folder, name);
}

static void test_csv(void **state) {
    const struct place *place = *state;
    assert_string_equal(
        gp_budget_csv(place->memory, &place->report, &place->budget).data,
        "person,manager,currency,salary,rate,pool,training,coaching,conferences,spent,left\n"
        "\"Ann, Lee\",'=Dana,USD,120000.00,0.03,3600.00,2160.00,900.00,540.00,1000.00,2600.00\n"
        "Ben,'=Dana,USD,100333.33,0.03,3010.00,1806.00,752.50,451.50,0.00,3010.00\n"
        "Chie,'=Dana,JPY,8000017,0.03,240001,144001,60000,36000,0,240001\n"
        "'=Dana,,USD,180500.50,0.0325,5866.27,3519.76,1466.57,879.94,6000.00,-133.73\n");
}

static void test_rates_as_text(void **state) {
    static const struct {
        int32_t ppm;
        const char *text;
    } rows[] = {{0, "0.00"},     {30000, "0.03"},   {100000, "0.10"},   {32500, "0.0325"},
                {1, "0.000001"}, {1000000, "1.00"}, {123450, "0.12345"}};
    const struct place *place = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_budget_line line = place->lines[0];
        line.rate_ppm = rows[i].ppm;
        struct gp_budget one = {.lines = &line, .line_count = 1};
        const char *csv = gp_budget_csv(place->memory, &place->report, &one).data;
        const char *wanted = gp_print(place->memory, "120000.00,%s,3600.00", rows[i].text);
        if (strstr(csv, wanted) == NULL)
            fail_msg("%s not in %s", wanted, csv);
    }
}

static void test_book(void **state) {
    const struct place *place = *state;
    const char *paths[] = {inside(place, "a.xlsx"), inside(place, "b.xlsx")}, *why = "";
    struct gp_bytes bytes[2];
    for (size_t i = 0; i < 2; i++) {
        if (!gp_write_budget_book(&place->report, &place->budget, paths[i], &why))
            fail_msg("%s", why);
        assert_true(gp_file_read(place->memory, paths[i], &bytes[i], &why));
        struct stat facts;
        assert_int_equal(stat(paths[i], &facts), 0);
        assert_int_equal(facts.st_mode & 07777, 0600);
    }
    assert_int_equal(bytes[0].length, bytes[1].length);
    assert_memory_equal(bytes[0].data, bytes[1].data, bytes[0].length);
}

static void test_book_of_nobody(void **state) {
    const struct place *place = *state;
    const struct gp_budget nobody = {.without_salary = PEOPLE};
    const char *why = "";
    if (!gp_write_budget_book(&place->report, &nobody, inside(place, "nobody.xlsx"), &why))
        fail_msg("%s", why);
}

static void test_refusal(void **state) {
    const struct place *place = *state;
    const char *path = inside(place, "no/such/budget.xlsx"), *why = "";
    assert_false(gp_write_budget_book(&place->report, &place->budget, path, &why));
    assert_string_equal(why, "No such file or directory");
}

static void test_styles_and_sums(void **state) {
    const struct place *place = *state;
    assert_int_equal(gp_budget_style(place->currencies.dollar, false), GP_STYLE_MONEY);
    assert_int_equal(gp_budget_style(place->currencies.yen, true), GP_STYLE_TOTAL_MONEY_0);
    assert_int_equal(gp_budget_style(gp_currency_find("KWD", 3), false), GP_STYLE_MONEY_3);
    const struct gp_budget_book book = {
        .memory = place->memory, .report = &place->report, .budget = &place->budget};
    assert_string_equal(gp_budget_sum(&book, 0, place->currencies.dollar, "B20", NULL, NULL),
                        "=ROUND(SUMIFS(People!$E$5:$E$8,People!$D$5:$D$8,B20),2)");
    assert_string_equal(
        gp_budget_sum(&book, 6, place->currencies.yen, "B20", "A20", "Ann"),
        "=ROUND(SUMIFS(People!$L$5:$L$8,People!$D$5:$D$8,B20,People!$C$5:$C$8,\"=\"&A20),0)");
    // A star in a name is no pattern.
    assert_string_equal(gp_budget_is(place->memory, "A1", "Ann*"),
                        "\"=\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A1,\"~\",\"~~\"),\"*\",\"~*\"),"
                        "\"?\",\"~?\")");
}

// Managers off the roster: by the name as written first, then by its folded key.
static void test_managers_by_name(void **state) {
    const struct place *place = *state;
    struct gp_person people[3] = {{.manager = GP_NO_PERSON, .manager_name = "Max Poe"},
                                  {.manager = GP_NO_PERSON, .manager_name = "max poe"},
                                  {.manager = GP_NO_PERSON, .manager_name = NULL}};
    const struct gp_team team = {.people = people, .person_count = 3};
    struct gp_report report = place->report;
    report.team = &team;
    gp_currency dollar = place->currencies.dollar;
    struct gp_budget_total totals[2] = {
        {.manager = GP_NO_PERSON, .manager_name = "", .currency = dollar},
        {.manager = GP_NO_PERSON, .manager_name = "Max Poe", .currency = dollar}};
    const struct gp_budget budget = {.by_manager = totals, .by_manager_count = 2};
    const struct gp_budget_book book = {
        .memory = place->memory, .report = &report, .budget = &budget};
    static const size_t wanted[] = {1, 1, 0};
    for (size_t i = 0; i < 3; i++) {
        struct gp_budget_line line = {.person = i, .salary = of(dollar, 1)};
        assert_int_equal(gp_budget_total_of(&book, &line), wanted[i]);
    }
    assert_string_equal(gp_budget_manager(&team, 2), "");
    assert_string_equal(gp_budget_manager(&place->team, 0), "=Dana");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_rates_as_text),
        cmocka_unit_test(test_book),
        cmocka_unit_test(test_book_of_nobody),
        cmocka_unit_test(test_refusal),
        cmocka_unit_test(test_styles_and_sums),
        cmocka_unit_test(test_managers_by_name),
    };
    return cmocka_run_group_tests(tests, make_place, remove_place);
}
