// built_in_ladder.h - the ladders of templates/ as the program carries them, for tests. They are
// read from there: run the tests from the project's folder.
#ifndef BUILT_IN_LADDER_H
#define BUILT_IN_LADDER_H

#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct built_in_ladder {
    struct gp_memory *memory; // its own; close it
    struct gp_messages messages;
    struct gp_ladder ladder;
    struct gp_policy policy;
};

static inline struct gp_source built_in_source(struct gp_memory *memory, const char *name,
                                               const char *file) {
    struct gp_source source = {.name = gp_print(memory, "templates/%s/%s", name, file)};
    const char *why = "";
    if (!gp_file_read(memory, source.name, &source.bytes, &why))
        fail_msg("%s: %s", source.name, why);
    return source;
}

// Reads one; fails the test on any message, a warning too.
static inline void open_built_in_ladder(struct built_in_ladder *built_in, const char *name) {
    struct gp_memory *memory = gp_memory_open();
    *built_in = (struct built_in_ladder){.memory = memory, .messages = {.memory = memory}};
    struct gp_source sources[GP_LADDER_FILE_COUNT];
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++)
        sources[i] = built_in_source(memory, name, gp_ladder_file_name((enum gp_ladder_file)i));
    struct gp_source policy = built_in_source(memory, name, "policy.csv");
    bool good =
        gp_read_ladder(memory, name, sources, &built_in->messages, &built_in->ladder) &&
        gp_read_policy(memory, &policy, &built_in->ladder, &built_in->messages, &built_in->policy);
    for (size_t i = 0; i < built_in->messages.count; i++)
        print_error("%s%s\n", gp_at_text(memory, built_in->messages.items[i].at),
                    built_in->messages.items[i].text);
    if (!good || built_in->messages.count > 0)
        fail_msg("%s is not read without a message", name);
}

#endif
