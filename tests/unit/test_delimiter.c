// Signs between fields, of read/delimiter.h.
#include "read/delimiter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct gp_bytes bytes_of(const char *text) {
    return (struct gp_bytes){text, strlen(text)};
}

static void test_find(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        char delimiter;
    } rows[] = {
        {"nothing", "", ','},
        {"no sign", "a\nb\n", ','},
        {"comma", "a,b\n1,2\n", ','},
        {"semicolon", "a;b\n1;2\n", ';'},
        {"tab", "a\tb\n1\t2\n", '\t'},
        {"pipe", "a|b\n1|2\n", '|'},
        {"decimal comma in all but the header", "a;b\n1,5;2\n1,5;3\n", ';'},    // ; 3, comma 2
        {"commas in titles", "Team, May\nBy: Ann\na;b;c\n1;2;3\n1;2;3\n", ';'}, // ; 3, comma 1
        {"commas in names", "Last, first;b;c\nA, B;1;2\n", ';'},                // 2 each, ; twice
        {"as often", "a,b;c\n1,2;3\n", ','},                                    // 2 each, once
        {"semicolons in one cell", "a,b\n1,x;y;z;w\n2,y;z\n", ','},             // comma 3, ; 1
        {"ragged", "a;b;c\n1;2\n3;4;5\n", ';'},                                 // ; 2 of 3
        {"in quotes", "a;b\n\"1,2,3\";4\n", ';'},
        {"breaks in quotes", "\"a\n,\n,\n,\";b\n1;2\n", ';'},
        {"blank lines", "\n\r\n\na;b\n\n\n1;2\r\r", ';'},
        // The first 20 records have one semicolon, the 30 below one comma.
        {"first records",
         "a;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;b\na;"
         "b\n"
         "a;b\na;b\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,"
         "2\n"
         "1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n",
         ';'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (gp_delimiter_find(bytes_of(rows[i].text)) != rows[i].delimiter)
            fail_msg("%s", rows[i].name);
}

static void test_line(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        char delimiter;
    } rows[] = {
        {"sep=;\na", 6, ';'},  {"sep=,\r\na", 7, ','}, {"sep=|\ra", 6, '|'},
        {"sep=\t\n", 6, '\t'}, {"Sep=;", 5, ';'},      {"\"sep=;\"\r\na", 9, ';'},
        {"sep=#\n", 6, '#'},   {"sep=ab\n", 0, '\0'},  {"sep=a\n", 0, '\0'},
        {"sep=\n", 0, '\0'},   {"sep=", 0, '\0'},      {"sep=;x\n", 0, '\0'},
        {"", 0, '\0'},         {"\nsep=;\n", 0, '\0'}, {"\"sep=;\n", 0, '\0'},
        {"sep:;\n", 0, '\0'},  {"sep=\"\n", 0, '\0'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char delimiter = '\0';
        if (gp_delimiter_line(bytes_of(rows[i].text), &delimiter) != rows[i].length ||
            delimiter != rows[i].delimiter)
            fail_msg("%s", rows[i].text);
    }
}

static void test_parse(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
    } rows[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},      {"pipe", '|'},
                {";", ';'},     {"\t", '\t'},       {"^", '^'},         {"", '\0'},
                {"x", '\0'},    {";;", '\0'},       {" ", '\0'},        {"\"", '\0'},
                {"\n", '\0'},   {"1", '\0'},        {"\xC2\xA7", '\0'}, {".", '\0'},
                {"-", '\0'}};
    struct gp_memory *memory = gp_memory_open();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char delimiter = '\0', again = '\0';
        bool good = gp_delimiter_parse(rows[i].text, &delimiter);
        if (good != (rows[i].delimiter != '\0') || delimiter != rows[i].delimiter)
            fail_msg("%s", rows[i].text);
        // What it is called leads back to it.
        if (good && (!gp_delimiter_parse(gp_delimiter_word(memory, delimiter), &again) ||
                     again != delimiter))
            fail_msg("%s again", rows[i].text);
    }
    gp_memory_close(memory);
}

static void test_field(void **state) {
    (void)state;
    static const char text[] = "a;b\n\"c;\nd\";e\rf";
    static const struct {
        char byte;
        size_t field;
    } rows[] = {{'a', 1}, {'b', 2}, {'c', 1}, {'d', 1}, {'e', 2}, {'f', 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t offset = (size_t)(strchr(text, rows[i].byte) - text);
        if (gp_delimiter_field(bytes_of(text), offset, ';') != rows[i].field)
            fail_msg("%c", rows[i].byte);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_line),
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
