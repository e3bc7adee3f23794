#include "write/json.h"

#include "base/text.h"

#include <assert.h>
#include <jansson.h>
#include <string.h>

struct gp_json {
    struct gp_memory *memory;
    json_t *open[GP_JSON_DEEPEST]; // the document, and in it what is open; only it is owned
    size_t depth;
};

// Every decimal of so many digits comes back from a double as it went in.
enum { EXACT_DIGITS = 15 };

static json_t *had(json_t *value) {
    if (value == NULL)
        gp_memory_exhausted();
    return value;
}

struct gp_json *gp_json_open(struct gp_memory *memory) {
    struct gp_json *json = gp_alloc(memory, 1, sizeof *json);
    json->memory = memory;
    json->open[json->depth++] = had(json_object());
    return json;
}

// Puts a value where the next one stands. What is open takes it over.
static void put(struct gp_json *json, const char *key, json_t *value) {
    json_t *open = json->open[json->depth - 1];
    assert(json_is_object(open) == (key != NULL));
    assert(key == NULL || json_object_get(open, key) == NULL);
    int failed = key != NULL ? json_object_set_new(open, key, had(value))
                             : json_array_append_new(open, had(value));
    if (failed != 0)
        gp_memory_exhausted();
}

static void put_open(struct gp_json *json, const char *key, json_t *value) {
    assert(json->depth < GP_JSON_DEEPEST);
    put(json, key, value);
    json->open[json->depth++] = value;
}

void gp_json_object(struct gp_json *json, const char *key) {
    put_open(json, key, json_object());
}

void gp_json_array(struct gp_json *json, const char *key) {
    put_open(json, key, json_array());
}

void gp_json_end(struct gp_json *json) {
    assert(json->depth > 1);
    json->depth--;
}

// The text with U+FFFD for each byte that is not UTF-8, which jansson would refuse.
static const char *mended(struct gp_memory *memory, const char *text) {
    static const char replacement[] = "\xEF\xBF\xBD";
    size_t length = strlen(text);
    if (gp_text_first_fault(text, length) == length)
        return text;
    char *copy = gp_alloc(memory, 3 * length + 1, 1);
    size_t used = 0, taken = 0;
    int32_t code = 0;
    for (const char *at = text; (taken = gp_text_character(at, &code)) > 0; at += taken) {
        size_t count = code < 0 ? sizeof replacement - 1 : taken;
        memcpy(copy + used, code < 0 ? replacement : at, count);
        used += count;
    }
    return copy;
}

void gp_json_text(struct gp_json *json, const char *key, const char *text) {
    put(json, key, text == NULL ? json_null() : json_string(mended(json->memory, text)));
}

void gp_json_count(struct gp_json *json, const char *key, size_t count) {
    assert(count <= INT64_MAX);
    put(json, key, json_integer((json_int_t)count));
}

void gp_json_change(struct gp_json *json, const char *key, int32_t change) {
    put(json, key, json_integer(change));
}

void gp_json_share(struct gp_json *json, const char *key, gp_permille share) {
    put(json, key, share == GP_NO_SHARE ? json_null() : json_real(share / 1000.0));
}

void gp_json_level(struct gp_json *json, const char *key, gp_level_milli level) {
    if (level < 0)
        put(json, key, json_null());
    else
        gp_json_points(json, key, level);
}

void gp_json_points(struct gp_json *json, const char *key, int64_t thousandths) {
    if (thousandths % 1000 == 0)
        put(json, key, json_integer(thousandths / 1000));
    else
        put(json, key, json_real((double)thousandths / 1000.0));
}

void gp_json_yes_no(struct gp_json *json, const char *key, bool yes) {
    put(json, key, json_boolean(yes));
}

void gp_json_null(struct gp_json *json, const char *key) {
    put(json, key, json_null());
}

struct gp_bytes gp_json_close(struct gp_json *json) {
    const size_t flags = JSON_INDENT(2) | JSON_REAL_PRECISION(EXACT_DIGITS);
    assert(json->depth == 1);
    size_t length = json_dumpb(json->open[0], NULL, 0, flags);
    char *text = gp_alloc(json->memory, length + 2, 1);
    if (length == 0 || json_dumpb(json->open[0], text, length, flags) != length)
        gp_memory_exhausted();
    text[length] = '\n';
    json_decref(json->open[0]);
    return (struct gp_bytes){text, length + 1};
}
