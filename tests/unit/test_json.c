// test_json.c - documents by hand, every share and level as its shortest text, and no memory.
#include "write/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

static struct gp_bytes make_document(struct gp_memory *memory) {
    struct gp_json *json = gp_json_open(memory);
    gp_json_text(json, "zeta", "Núñez \"Ann\"\n");
    gp_json_text(json, "alpha", NULL);
    gp_json_text(json, "empty", "");
    gp_json_array(json, "people");
    gp_json_object(json, NULL);
    gp_json_count(json, "count", 12);
    gp_json_share(json, "share", 853);
    gp_json_share(json, "no_share", GP_NO_SHARE);
    gp_json_level(json, "level", 2500);
    gp_json_level(json, "no_level", GP_NO_LEVEL);
    gp_json_change(json, "change", -2);
    gp_json_end(json);
    gp_json_yes_no(json, NULL, true);
    gp_json_yes_no(json, NULL, false);
    gp_json_null(json, NULL);
    gp_json_end(json);
    gp_json_object(json, "nothing");
    gp_json_end(json);
    gp_json_array(json, "nobody");
    gp_json_end(json);
    return gp_json_close(json);
}

static void test_document(void **state) {
    struct gp_bytes bytes = make_document(*state);
    assert_string_equal(bytes.data, "{\n"
                                    "  \"zeta\": \"Núñez \\\"Ann\\\"\\n\",\n"
                                    "  \"alpha\": null,\n"
                                    "  \"empty\": \"\",\n"
                                    "  \"people\": [\n"
                                    "    {\n"
                                    "      \"count\": 12,\n"
                                    "      \"share\": 0.853,\n"
                                    "      \"no_share\": null,\n"
                                    "      \"level\": 2.5,\n"
                                    "      \"no_level\": null,\n"
                                    "      \"change\": -2\n"
                                    "    },\n"
                                    "    true,\n"
                                    "    false,\n"
                                    "    null\n"
                                    "  ],\n"
                                    "  \"nothing\": {},\n"
                                    "  \"nobody\": []\n"
                                    "}\n");
    assert_int_equal(bytes.length, strlen(bytes.data));
    assert_string_equal(make_document(*state).data, bytes.data);
}

// Keys stay in the order given where there are more than any table keeps in order by chance.
static void test_order_of_many_keys(void **state) {
    enum { KEYS = 300 };
    struct gp_json *json = gp_json_open(*state);
    for (size_t i = 0; i < KEYS; i++)
        gp_json_count(json, gp_print(*state, "key_%zu", (i * 7919) % KEYS), i);
    const char *at = gp_json_close(json).data;
    for (size_t i = 0; i < KEYS; i++) {
        const char *found = strstr(at, gp_print(*state, "\"key_%zu\": %zu", (i * 7919) % KEYS, i));
        if (found == NULL)
            fail_msg("key %zu is missing, or not behind the one before", i);
        at = found;
    }
}

// Thousandths as text, worked out with whole numbers: as many places as needed, at least `least`.
static const char *shortest(char *text, size_t size, unsigned thousandths, size_t least) {
    int length = snprintf(text, size, "%u.%03u", thousandths / 1000, thousandths % 1000);
    size_t end = (size_t)length, whole = end - 3;
    while (end > whole + least && text[end - 1] == '0')
        end--;
    if (end == whole)
        end--; // the point
    text[end] = '\0';
    return text;
}

// The line behind `*at`, without indent and comma; `*at` moves behind it.
static const char *next_line(char *line, size_t size, const char **at) {
    *at += strspn(*at, " ");
    size_t length = strcspn(*at, ",\n");
    assert_true(length < size);
    memcpy(line, *at, length);
    line[length] = '\0';
    *at += strcspn(*at, "\n") + 1;
    return line;
}

static void test_every_share(void **state) {
    char line[40], wanted[40];
    struct gp_json *json = gp_json_open(*state);
    gp_json_array(json, "shares");
    for (unsigned i = 0; i <= 1000; i++)
        gp_json_share(json, NULL, (gp_permille)i);
    gp_json_end(json);
    const char *at = gp_json_close(json).data;
    next_line(line, sizeof line, &at);
    next_line(line, sizeof line, &at);
    for (unsigned i = 0; i <= 1000; i++) // 0.0, 0.001, 0.1, 0.853, 1.0
        assert_string_equal(next_line(line, sizeof line, &at),
                            shortest(wanted, sizeof wanted, i, 1));
    assert_string_equal(next_line(line, sizeof line, &at), "]");
}

static void test_every_level(void **state) {
    char line[40], wanted[40];
    struct gp_json *json = gp_json_open(*state);
    gp_json_array(json, "levels");
    for (int i = 0; i <= 100000; i++)
        gp_json_level(json, NULL, i);
    gp_json_end(json);
    const char *at = gp_json_close(json).data;
    next_line(line, sizeof line, &at);
    next_line(line, sizeof line, &at);
    for (unsigned i = 0; i <= 100000; i++) // 0, 0.001, 2.5, 3
        assert_string_equal(next_line(line, sizeof line, &at),
                            shortest(wanted, sizeof wanted, i, 0));
    assert_string_equal(next_line(line, sizeof line, &at), "]");
}

static void test_what_is_not_utf8(void **state) {
    static const struct {
        const char *name, *text, *wanted;
    } rows[] = {
        {"Latin-1", "Jos\xE9 L.", "Jos\xEF\xBF\xBD L."},
        {"cut off", "Jos\xC3", "Jos\xEF\xBF\xBD"},
        {"a surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"a control character", "a\x1B[2J", "a\\u001B[2J"},
        {"beyond the first plane", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct gp_json *json = gp_json_open(*state);
        gp_json_text(json, "text", rows[i].text);
        const char *found = gp_json_close(json).data;
        if (strcmp(found, gp_print(*state, "{\n  \"text\": \"%s\"\n}\n", rows[i].wanted)) != 0)
            fail_msg("%s: %s", rows[i].name, found);
    }
}

static jmp_buf exhausted;

static void on_exhausted(void) {
    longjmp(exhausted, 1);
}

static struct gp_memory *pool; // what the handler leaves behind goes with it
static size_t left;            // allocations that still succeed

static void *take(size_t size) {
    if (left == 0)
        return NULL;
    left--;
    return gp_alloc(pool, size, 1);
}

static void give_back(void *block __attribute__((unused))) {
}

// With each allocation failing in turn the handler is called, and none makes a document.
static void test_no_memory(void **state) {
    enum { MORE_THAN_IT_TAKES = 10000 };
    volatile size_t allowed = 0;
    json_malloc_t usual_malloc = NULL;
    json_free_t usual_free = NULL;
    json_get_alloc_funcs(&usual_malloc, &usual_free);
    gp_memory_on_exhausted(on_exhausted);
    json_set_alloc_funcs(take, give_back);
    pool = *state;
    for (; allowed < MORE_THAN_IT_TAKES; allowed++) {
        left = allowed;
        if (setjmp(exhausted) == 0) {
            make_document(*state);
            break;
        }
    }
    json_set_alloc_funcs(usual_malloc, usual_free);
    assert_in_range(allowed, 20, MORE_THAN_IT_TAKES - 1); // a value is one at least
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_document),         cmocka_unit_test(test_order_of_many_keys),
        cmocka_unit_test(test_every_share),      cmocka_unit_test(test_every_level),
        cmocka_unit_test(test_what_is_not_utf8), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, open_memory, close_memory);
}
