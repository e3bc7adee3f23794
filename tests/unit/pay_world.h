// pay_world.h - a roster, courses and expenses by the built-in ladder, for tests of what is read of
// money.
#ifndef PAY_WORLD_H
#define PAY_WORLD_H

#include "built_in_ladder.h"

#include <string.h>

struct pay_world {
    struct built_in_ladder built_in;
    struct gp_memory *memory; // the ladder's
    struct gp_messages messages;
    const struct gp_names *names;
    struct gp_intake intake;
    struct gp_courses courses;
    bool good; // of what was read last
};

static inline void open_pay_world(struct pay_world *world, const char *currency) {
    *world = (struct pay_world){.good = false};
    open_built_in_ladder(&world->built_in, "quartz");
    world->memory = world->messages.memory = world->built_in.memory;
    world->built_in.policy.currency = gp_currency_find(currency, strlen(currency));
    world->names = gp_names_new(world->memory, &world->built_in.ladder);
    gp_intake_open(&world->intake, world->memory, &world->built_in.ladder, world->names,
                   &world->built_in.policy, &world->messages);
    world->intake.prorate = true;
}

static inline void close_pay_world(struct pay_world *world) {
    gp_memory_close(world->memory);
}

static inline struct gp_source text_source(const char *name, const char *text) {
    return (struct gp_source){.name = name, .bytes = {text, strlen(text)}};
}

static inline void read_roster(struct pay_world *world, const char *text) {
    struct gp_source source = text_source("r.csv", text);
    world->good = gp_read_roster(&world->intake, &source);
}

static inline void read_courses(struct pay_world *world, const char *text) {
    struct gp_source source = text_source("c.csv", text);
    world->good = gp_read_courses(world->memory, &source, world->names, &world->built_in.policy,
                                  &world->messages, &world->courses);
}

static inline void read_expenses(struct pay_world *world, const char *text) {
    struct gp_source source = text_source("s.csv", text);
    world->good = gp_read_expenses(&world->intake, &source);
}

static inline void settle(struct pay_world *world, bool keep_going) {
    const char **left_out = NULL;
    size_t left_out_count = 0;
    gp_intake_settle(&world->intake, keep_going, &left_out, &left_out_count);
}

// All messages, a line each, "E" for errors, "P" for those of a person, "W" for warnings.
static inline const char *told(const struct pay_world *world) {
    const char *text = "";
    for (size_t i = 0; i < world->messages.count; i++) {
        const struct gp_message *message = &world->messages.items[i];
        text = gp_print(world->memory, "%s%c %s%s\n", text, "EPW"[message->severity],
                        gp_at_text(world->memory, message->at), message -> text);
    }
    return text;
}

#endif
