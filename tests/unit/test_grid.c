// test_grid.c - one table as text, as CSV and as JSON, by hand.
#include "write/grid.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

enum { COLUMNS = 7 };
static const struct gp_grid_column columns[COLUMNS] = {
    {"person", "Person", GP_CELL_TEXT},    {"count", "n", GP_CELL_COUNT},
    {"score", "Score", GP_CELL_SHARE},     {"email", NULL, GP_CELL_TEXT},
    {"level", "Level", GP_CELL_LEVEL},     {"change", "Change", GP_CELL_CHANGE},
    {"must_have", "Must", GP_CELL_YES_NO},
};

static struct gp_grid *make_grid(struct gp_memory *memory) {
    struct gp_grid *grid = gp_grid_new(memory, columns, COLUMNS);
    gp_grid_text(grid, "Núñez, Ann");
    gp_grid_count(grid, 12);
    gp_grid_share(grid, 853);
    gp_grid_text(grid, "ann@example.com");
    gp_grid_level(grid, 2500);
    gp_grid_change(grid, 1);
    gp_grid_yes_no(grid, true);

    gp_grid_text(grid, "王小明"); // six columns wide, nine bytes
    gp_grid_count(grid, 0);
    gp_grid_share(grid, GP_NO_SHARE);
    gp_grid_none(grid);
    gp_grid_level(grid, 0);
    gp_grid_change(grid, -2);
    gp_grid_yes_no(grid, false);

    gp_grid_text(grid, NULL);
    gp_grid_none(grid);
    gp_grid_share(grid, 1000);
    gp_grid_text(grid, "");
    gp_grid_level(grid, GP_NO_LEVEL);
    gp_grid_change(grid, 0);
    gp_grid_none(grid);
    return grid;
}

static void test_text(void **state) {
    struct gp_bytes bytes = gp_grid_as_text(make_grid(*state));
    assert_string_equal(bytes.data, "Person       n  Score  Level  Change  Must\n"
                                    "----------  --  -----  -----  ------  ----\n"
                                    "Núñez, Ann  12  0.853    2.5      +1  yes\n"
                                    "王小明       0      -      0      -2  no\n"
                                    "-            -  1.000      -       0  -\n");
    assert_int_equal(bytes.length, strlen(bytes.data));
}

static void test_csv(void **state) {
    struct gp_bytes bytes = gp_grid_as_csv(make_grid(*state));
    assert_string_equal(bytes.data, "person,count,score,email,level,change,must_have\n"
                                    "\"Núñez, Ann\",12,0.853,ann@example.com,2.5,1,yes\n"
                                    "王小明,0,,,0,-2,no\n"
                                    ",,1.000,,,0,\n");
    assert_int_equal(bytes.length, strlen(bytes.data));
}

static void test_json(void **state) {
    struct gp_json *json = gp_json_open(*state);
    gp_json_text(json, "ladder", "quartz");
    gp_grid_as_json(make_grid(*state), json, "rows");
    gp_json_count(json, "behind", 1);
    assert_string_equal(gp_json_close(json).data, "{\n"
                                                  "  \"ladder\": \"quartz\",\n"
                                                  "  \"rows\": [\n"
                                                  "    {\n"
                                                  "      \"person\": \"Núñez, Ann\",\n"
                                                  "      \"count\": 12,\n"
                                                  "      \"score\": 0.853,\n"
                                                  "      \"email\": \"ann@example.com\",\n"
                                                  "      \"level\": 2.5,\n"
                                                  "      \"change\": 1,\n"
                                                  "      \"must_have\": true\n"
                                                  "    },\n"
                                                  "    {\n"
                                                  "      \"person\": \"王小明\",\n"
                                                  "      \"count\": 0,\n"
                                                  "      \"score\": null,\n"
                                                  "      \"email\": null,\n"
                                                  "      \"level\": 0,\n"
                                                  "      \"change\": -2,\n"
                                                  "      \"must_have\": false\n"
                                                  "    },\n"
                                                  "    {\n"
                                                  "      \"person\": null,\n"
                                                  "      \"count\": null,\n"
                                                  "      \"score\": 1.0,\n"
                                                  "      \"email\": \"\",\n"
                                                  "      \"level\": null,\n"
                                                  "      \"change\": 0,\n"
                                                  "      \"must_have\": null\n"
                                                  "    }\n"
                                                  "  ],\n"
                                                  "  \"behind\": 1\n"
                                                  "}\n");
}

// A column without an id is for people, one without a title for programs.
static void test_whom_a_column_is_for(void **state) {
    static const struct gp_grid_column three[] = {{NULL, "Hats", GP_CELL_TEXT},
                                                  {"product_hat", NULL, GP_CELL_COUNT},
                                                  {NULL, "Years", GP_CELL_COUNT}};
    struct gp_grid *grid = gp_grid_new(*state, three, 3);
    gp_grid_text(grid, "90/10");
    gp_grid_count(grid, 90);
    gp_grid_count(grid, 3);
    assert_string_equal(gp_grid_as_text(grid).data, "Hats   Years\n-----  -----\n90/10      3\n");
    assert_string_equal(gp_grid_as_csv(grid).data, "product_hat\n90\n");
    struct gp_json *json = gp_json_open(*state);
    gp_grid_as_json(grid, json, "rows");
    assert_string_equal(gp_json_close(json).data,
                        "{\n  \"rows\": [\n    {\n      \"product_hat\": 90\n    }\n  ]\n}\n");
}

// Money: commas for people, whole and exact for programs.
static void test_money(void **state) {
    static const struct gp_grid_column one[] = {{"pool", "Pool", GP_CELL_MONEY}};
    static const struct {
        const char *code;
        int64_t minor;
        const char *text, *plain;
    } rows[] = {
        {"USD", 123450, "1,234.50", "1234.50"},   {"USD", 0, "0.00", "0.00"},
        {"USD", -99999, "-999.99", "-999.99"},    {"USD", -100000, "-1,000.00", "-1000.00"},
        {"JPY", 1234567, "1,234,567", "1234567"}, {"KWD", 1000001, "1,000.001", "1000.001"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_money money = {rows[i].minor, gp_currency_find(rows[i].code, 3)};
        struct gp_grid *grid = gp_grid_new(*state, one, 1);
        gp_grid_money(grid, money);
        gp_grid_none(grid);
        assert_string_equal(gp_money_grouped(*state, money), rows[i].text);
        assert_non_null(strstr(gp_grid_as_text(grid).data, gp_print(*state, "%s\n", rows[i].text)));
        assert_string_equal(gp_grid_as_csv(grid).data,
                            gp_print(*state, "pool\n%s\n\n", rows[i].plain));
        struct gp_json *json = gp_json_open(*state);
        gp_grid_as_json(grid, json, "rows");
        assert_non_null(
            strstr(gp_json_close(json).data, gp_print(*state, "\"pool\": \"%s\"", rows[i].plain)));
    }
}

static void test_no_rows(void **state) {
    struct gp_grid *grid = gp_grid_new(*state, columns, 3);
    assert_string_equal(gp_grid_as_text(grid).data, "Person  n  Score\n"
                                                    "------  -  -----\n");
    assert_string_equal(gp_grid_as_csv(grid).data, "person,count,score\n");
    struct gp_json *json = gp_json_open(*state);
    gp_grid_as_json(grid, json, "rows");
    assert_string_equal(gp_json_close(json).data, "{\n  \"rows\": []\n}\n");
}

static void test_texts(void **state) {
    static const struct gp_grid_column two[] = {{"text", "T", GP_CELL_TEXT},
                                                {"behind", "B", GP_CELL_TEXT}};
    static const struct {
        const char *name, *text, *shown;
    } rows[] = {
        {"a word", "Ann", "Ann"},
        {"empty", "", "-"},
        {"a line break", "one\ntwo", "one two"},
        {"both of a line break", "one\r\ntwo", "one  two"},
        {"a tab", "one\ttwo", "one two"},
        {"an escape sequence", "\x1B[2Jhidden", " [2Jhidden"},
        {"a line separator", "one\xE2\x80\xA8two", "one two"},
        {"a mark that is not seen", "\xEF\xBB\xBFone", " one"},
        {"not UTF-8", "Jos\xE9", "Jos "},
        {"a mark that combines", "e\xCC\x81", "e\xCC\x81"},
        {"what runs in a spreadsheet", "=1+1", "=1+1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_grid *grid = gp_grid_new(*state, two, 2);
        gp_grid_text(grid, rows[i].text);
        gp_grid_text(grid, "x");
        size_t width = gp_text_width(rows[i].shown);
        const char *wanted = gp_print(*state, "T%*s  B\n%.*s  -\n%s  x\n", (int)width - 1, "",
                                      (int)width, "----------", rows[i].shown);
        if (strcmp(gp_grid_as_text(grid).data, wanted) != 0)
            fail_msg("%s: %s", rows[i].name, gp_grid_as_text(grid).data);
    }
}

static void test_levels(void **state) {
    static const struct gp_grid_column one[] = {{"level", "L", GP_CELL_LEVEL}};
    static const struct {
        gp_level_milli level;
        const char *text;
    } rows[] = {{0, "0"},       {1, "0.001"},  {500, "0.5"},    {3000, "3"},
                {3050, "3.05"}, {10000, "10"}, {100000, "100"}, {99999, "99.999"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_grid *grid = gp_grid_new(*state, one, 1);
        gp_grid_level(grid, rows[i].level);
        assert_string_equal(gp_grid_as_csv(grid).data,
                            gp_print(*state, "level\n%s\n", rows[i].text));
    }
}

// Texts that look like formulas are disarmed where a spreadsheet reads them, and only there.
static void test_formulas(void **state) {
    struct gp_grid *grid = gp_grid_new(*state, columns, 1);
    gp_grid_text(grid, "=1+1");
    assert_string_equal(gp_grid_as_csv(grid).data, "person\n'=1+1\n");
    struct gp_json *json = gp_json_open(*state);
    gp_grid_as_json(grid, json, "rows");
    assert_non_null(strstr(gp_json_close(json).data, "\"=1+1\""));
}

// Of many rows of any width, all lines stand in the same columns.
static void test_lines_stand_under_one_another(void **state) {
    enum { ROWS = 2000 };
    static const struct gp_grid_column three[] = {
        {"a", "A", GP_CELL_TEXT}, {"b", "B", GP_CELL_COUNT}, {"c", "C", GP_CELL_YES_NO}};
    struct gp_grid *grid = gp_grid_new(*state, three, 3);
    for (size_t i = 0; i < ROWS; i++) {
        gp_grid_text(grid, gp_print(*state, "%.*s", (int)(2 * (i % 12)), "éééééééééééé"));
        gp_grid_count(grid, i * i * i);
        gp_grid_yes_no(grid, true);
    }
    const char *at = gp_grid_as_text(grid).data;
    size_t lines = 0;
    for (const char *end = NULL; (end = strchr(at, '\n')) != NULL; at = end + 1, lines++) {
        const char *line = gp_copy(*state, at, (size_t)(end - at));
        unsigned width = gp_text_width(line); // 11, 2, 10 for 1999 * 1999 * 1999, 2, 3
        if (width != (lines == 0 ? 26 : 28))
            fail_msg("line %zu is %u wide: %s", lines, width, line);
    }
    assert_int_equal(lines, ROWS + 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),     cmocka_unit_test(test_csv),
        cmocka_unit_test(test_json),     cmocka_unit_test(test_whom_a_column_is_for),
        cmocka_unit_test(test_money),    cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_levels),
        cmocka_unit_test(test_formulas), cmocka_unit_test(test_lines_stand_under_one_another),
    };
    return cmocka_run_group_tests(tests, open_memory, close_memory);
}
