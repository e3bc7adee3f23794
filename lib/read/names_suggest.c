#include "read/names_parts.h"

#include "base/text.h"

const char *gp_did_you_mean(struct gp_memory *memory, const char *name) {
    return gp_print(memory, "; did you mean %s?", gp_quoted(memory, name));
}

const char *gp_list_names(struct gp_memory *memory, const char *what, const char *const *items,
                          size_t count) {
    const char *text = gp_print(memory, "; %s", what);
    for (size_t i = 0; i < count; i++)
        text = gp_print(memory, "%s%s %s", text, i == 0 ? "" : ",", items[i]);
    return text;
}

const char *gp_names_suggest_activity(const struct gp_names *names, const char *text) {
    size_t count = names->ladder->activity_count;
    size_t nearest = gp_text_nearest(text, names->activity_names, count);
    if (nearest < count)
        return gp_did_you_mean(names->memory, names->activity_names[nearest]);
    if (count > GP_MOST_LISTED)
        return gp_print(names->memory,
                        "; none of the ladder's %zu activities is near it (activities.csv lists "
                        "them)",
                        count);
    return gp_list_names(names->memory, "the ladder has", names->activity_names, count);
}

const char *gp_names_suggest_role(const struct gp_names *names, const char *text) {
    struct gp_memory *memory = names->memory;
    size_t count = names->ladder->rung_count;
    size_t nearest = gp_text_nearest(text, names->role_names, 2 * count);
    if (nearest < 2 * count)
        return gp_did_you_mean(memory, names->role_names[nearest]);
    const char **rungs = gp_alloc(memory, count + 1, sizeof *rungs);
    for (size_t i = 0; i < count; i++)
        rungs[i] =
            gp_print(memory, "%s (%s)", names->ladder->rungs[i].id, names->ladder->rungs[i].title);
    return gp_list_names(memory, "the ladder has", rungs, count);
}

const char *gp_names_suggest_field(const struct gp_names *names, const char *text,
                                   const char *const *fields, size_t count) {
    size_t nearest = gp_text_nearest(text, fields, count);
    if (nearest < count)
        return gp_did_you_mean(names->memory, fields[nearest]);
    return gp_list_names(names->memory, "the columns here are", fields, count);
}
