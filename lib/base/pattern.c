#include "base/pattern.h"

#include <assert.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { HEAP_LIMIT_KIB = 4096 };

struct gp_pattern {
    struct gp_memory *memory;
    const char *text;
    pcre2_code *code; // NULL until it is compiled
    pcre2_match_context *context;
};

// What a match is worked out in, 20 KB at first: the same for all patterns, which take turns.
static pcre2_match_data *working;

static void *take(size_t bytes, void *memory) {
    return gp_alloc(memory, bytes, 1);
}

static void keep(void *block, void *memory) {
    (void)block;
    (void)memory;
}

static bool compile(struct gp_pattern *pattern, const char **fault, size_t *fault_at) {
    struct gp_memory *memory = pattern->memory;
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_DOTALL |
                             PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED | PCRE2_ENDANCHORED;
    pcre2_general_context *general = pcre2_general_context_create(take, keep, memory);
    int error = 0;
    PCRE2_SIZE offset = 0;
    pattern->code = pcre2_compile((PCRE2_SPTR)pattern->text, PCRE2_ZERO_TERMINATED, options, &error,
                                  &offset, pcre2_compile_context_create(general));
    if (pattern->code == NULL) {
        PCRE2_UCHAR why[256] = "";
        pcre2_get_error_message(error, why, sizeof why);
        *fault = gp_copy(memory, (const char *)why, strlen((const char *)why));
        *fault_at = offset;
        return false;
    }
    pattern->context = pcre2_match_context_create(general);
    pcre2_set_match_limit(pattern->context, GP_MOST_STEPS);
    pcre2_set_heap_limit(pattern->context, HEAP_LIMIT_KIB);
    return true;
}

struct gp_pattern *gp_pattern_compile(struct gp_memory *memory, const char *text,
                                      const char **fault, size_t *fault_at) {
    struct gp_pattern *pattern = gp_pattern_later(memory, text);
    return compile(pattern, fault, fault_at) ? pattern : NULL;
}

struct gp_pattern *gp_pattern_later(struct gp_memory *memory, const char *text) {
    struct gp_pattern *pattern = gp_alloc(memory, 1, sizeof *pattern);
    *pattern = (struct gp_pattern){.memory = memory, .text = text};
    return pattern;
}

static void compile_now(struct gp_pattern *pattern) {
    const char *fault = "";
    size_t fault_at = 0;
    bool good = compile(pattern, &fault, &fault_at);
    assert(good);
    (void)good;
}

enum gp_match gp_pattern_match(struct gp_pattern *pattern, const char *text) {
    if (pattern->code == NULL)
        compile_now(pattern);
    if (working == NULL)
        working = pcre2_match_data_create(1, NULL);
    if (working == NULL)
        gp_memory_exhausted();
    int result =
        pcre2_match(pattern->code, (PCRE2_SPTR)text, strlen(text), 0, 0, working, pattern->context);
    if (result >= 0)
        return GP_MATCH;
    return result == PCRE2_ERROR_NOMATCH ? GP_NO_MATCH : GP_MATCH_TOO_COSTLY;
}
