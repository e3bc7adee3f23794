// test_answer_text.c - answers as tools and people write them, taken apart.
#include "read/answer_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { NO = GP_NO_NUMBER };

// A label of NULL: the text is none of these.
static const struct {
    const char *text;
    int32_t number, out_of;
    const char *label;
} rows[] = {
    {"3 - Good", 3, NO, "Good"},
    {"3-Good", 3, NO, "Good"},
    {"3 – Very good (Expert)", 3, NO, "Very good (Expert)"},
    {"3—Good", 3, NO, "Good"},
    {"3: Good", 3, NO, "Good"},
    {"3 = Good", 3, NO, "Good"},
    {"3. Good", 3, NO, "Good"},
    {"3) Good", 3, NO, "Good"},
    {"(3) Good", 3, NO, "Good"},
    {"3 Good", 3, NO, "Good"},
    {"10 - Good", 10, NO, "Good"},
    {"Good (3)", 3, NO, "Good"},
    {"Good (Practitioner) (3)", 3, NO, "Good (Practitioner)"},
    {"Good - 3", 3, NO, "Good"},
    {"Good – 3", 3, NO, "Good"},
    {"Good: 3", 3, NO, "Good"},
    {"b. Basic", NO, NO, "Basic"},
    {"B) Basic", NO, NO, "Basic"},
    {"(b) Basic", NO, NO, "Basic"},
    {"a: None", NO, NO, "None"},
    {"4/5", 4, 5, ""},
    {"4 / 5", 4, 5, ""},
    {"4 of 5", 4, 5, ""},
    {"4 out of 5", 4, 5, ""},
    {"4 out of 5 stars", 4, 5, ""},
    {"4 stars out of 5", 4, 5, ""},
    {"3 Stars", 3, NO, ""},
    {"1 star", 1, NO, ""},
    {"2 points", 2, NO, ""},
    {"★★★☆☆", 3, 5, ""},
    {"☆☆☆☆☆", 0, 5, ""},
    {"★★★", 3, NO, ""},
    {"⭐️⭐️", 2, NO, ""},
    // What is something else, or belongs to a label.
    {"3", 0, 0, NULL},
    {"3.5", 0, 0, NULL},
    {"3,5", 0, 0, NULL},
    {"3.5 - Good", 0, 0, NULL},
    {"3rd", 0, 0, NULL},
    {"Level 3", 0, 0, NULL},
    {"Good", 0, 0, NULL},
    {"Good (Practitioner)", 0, 0, NULL},
    {"(3)", 0, 0, NULL},
    {"3 -", 0, 0, NULL},
    {"4/", 0, 0, NULL},
    {"4/5/6", 0, 0, NULL},
    {"b.", 0, 0, NULL},
    {"b Basic", 0, 0, NULL},
    {"ab. Basic", 0, 0, NULL},
    {"99999 - Good", 0, 0, NULL},
    {"★☆★", 0, 0, NULL},
    {"★ Good", 0, 0, NULL},
    {"***", 0, 0, NULL}, // a masked cell, as likely as not
    {"", 0, 0, NULL},
    {"-", 0, 0, NULL},
};

static void test_parts(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_answer_text found = {-7, -7, "untouched"};
        bool read = gp_answer_text_parse(memory, rows[i].text, &found);
        if (read != (rows[i].label != NULL))
            fail_msg("\"%s\" was %s: %d, \"%s\"", rows[i].text, read ? "read" : "not read",
                     (int)found.number, found.label);
        if (rows[i].label == NULL)
            assert_string_equal(found.label, "untouched");
        else if (found.number != rows[i].number || found.out_of != rows[i].out_of ||
                 strcmp(found.label, rows[i].label) != 0)
            fail_msg("\"%s\": %d out of %d, \"%s\"", rows[i].text, (int)found.number,
                     (int)found.out_of, found.label);
    }
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
