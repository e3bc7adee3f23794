#include "assume.h"

#include "base/text.h"

#include <string.h>

// "; the scale has 0 None, 1 Basic (Awareness), ..." or, where that is long, its ends.
static const char *levels_text(struct gp_memory *memory, const struct gp_scale *scale) {
    enum { MOST_LISTED = 12 };
    bool listed = scale->level_count <= MOST_LISTED;
    const char *text = listed ? "; the scale has" : "; the scale goes from";
    for (size_t i = 0; i < scale->level_count; i++) {
        const struct gp_level *level = &scale->levels[i];
        bool last = i + 1 == scale->level_count;
        if (!listed && i > 0 && !last)
            continue;
        const char *number = gp_print(memory, "%d", level->value);
        bool labeled = strcmp(number, level->label) != 0;
        text = gp_print(memory, "%s%s %s%s%s", text,
                        i == 0   ? ""
                        : listed ? ","
                                 : " to",
                        number, labeled ? " " : "", labeled ? level->label : "");
    }
    return text;
}

// The level of an axis that `text` means; false when it means none.
static bool find_level(const struct run *run, enum gp_axis axis, const char *text,
                       gp_rating *rating) {
    if (gp_names_rating(run->intake.names, axis, text, rating) == GP_FOUND && gp_rated(*rating))
        return true;
    say("--assume: %s is no level of %s%s", gp_quoted(run->memory, text), gp_axis_name(axis),
        levels_text(run->memory, &run->ladder.scales[axis]));
    return false;
}

static const char *trimmed(struct gp_memory *memory, const char *start, size_t length) {
    while (length > 0 && *start == ' ') {
        start++;
        length--;
    }
    while (length > 0 && start[length - 1] == ' ')
        length--;
    return gp_copy(memory, start, length);
}

// "SKILL", "SKILL/EXPERIENCE" or "/EXPERIENCE".
static bool find_levels(const struct run *run, const char *text, struct gp_assumed *assumed) {
    struct gp_memory *memory = run->memory;
    size_t length = strcspn(text, "/");
    bool proven = text[length] == '/';
    const char *skill = trimmed(memory, text, length);
    if ((skill[0] != '\0' || !proven) && !find_level(run, GP_SKILL, skill, &assumed->skill))
        return false;
    if (!proven)
        return true;
    const char *experience = trimmed(memory, text + length + 1, strlen(text + length + 1));
    return find_level(run, GP_EXPERIENCE, experience, &assumed->experience);
}

static void take_as_raised(struct run *run, size_t person, const struct gp_assumed *assumed) {
    struct gp_team *team = &run->intake.team;
    struct gp_answer *answer = &team->answers[person * team->activity_count + assumed->activity];
    if (gp_rated(assumed->experience))
        answer->axis[GP_EXPERIENCE] = assumed->experience;
    if (!gp_rated(assumed->skill))
        return;
    answer->axis[GP_SKILL] = assumed->skill;
    if (gp_rated(answer->manager_skill))
        answer->manager_skill = assumed->skill;
}

static bool add(struct run *run, const struct gp_assumed *item, struct assumptions *assumed) {
    for (size_t i = 0; i < assumed->count; i++) {
        if (assumed->items[i].activity != item->activity)
            continue;
        say("--assume: %s is there twice; give each activity once",
            gp_quoted(run->memory, run->ladder.activities[item->activity].name));
        return false;
    }
    assumed->items = gp_grow(run->memory, assumed->items, assumed->count, &assumed->capacity,
                             sizeof *assumed->items);
    assumed->items[assumed->count++] = *item;
    return true;
}

// Whether a text is the ladder's own name of an activity; rules for other spellings are not asked.
static bool is_own_name(const struct run *run, const char *text) {
    const char *key = gp_text_key(run->memory, text);
    for (size_t i = 0; i < run->ladder.activity_count; i++)
        if (strcmp(run->ladder.activities[i].key, key) == 0)
            return true;
    return false;
}

// Where in "NAME=LEVELS,..." the name ends; 0 where none does. Behind the first "=" only the
// ladder's own names count: a rule may well match a name with the item before it.
static size_t find_end_of_name(const struct run *run, const char *text) {
    for (size_t end = strcspn(text, "="), first = end; text[end] != '\0';
         end += 1 + strcspn(text + end + 1, "=")) {
        size_t activity = 0, length = strcspn(text + end + 1, ",");
        const char *name = trimmed(run->memory, text, end);
        if (memchr(text + end + 1, '=', length) != NULL)
            continue;
        if (end == first ? gp_names_activity(run->intake.names, name, &activity) == GP_FOUND
                         : is_own_name(run, name))
            return end;
    }
    return 0;
}

static void say_no_activity(const struct run *run, const char *text) {
    const char *name = trimmed(run->memory, text, strcspn(text, "="));
    size_t activity = 0;
    if (text[strcspn(text, "=")] == '\0')
        say("--assume: %s has no level; write it as \"Pricing and Packaging=4\"",
            gp_quoted(run->memory, text));
    else if (gp_names_activity(run->intake.names, name, &activity) == GP_FOUND)
        say("--assume: %s is no activity with its level; write it as \"Pricing and Packaging=4\"",
            gp_quoted(run->memory, text));
    else
        say("--assume: there is no activity %s%s", gp_quoted(run->memory, name),
            gp_names_suggest_activity(run->intake.names, name));
}

bool assume(struct run *run, size_t person, struct assumptions *assumed) {
    const char *rest = run->options->assume;
    while (rest != NULL && *rest != '\0') {
        size_t end = find_end_of_name(run, rest);
        if (end == 0) {
            say_no_activity(run, rest);
            return false;
        }
        const char *levels = rest + end + 1;
        size_t length = strcspn(levels, ",");
        struct gp_assumed item = {.skill = GP_ABSENT, .experience = GP_ABSENT};
        gp_names_activity(run->intake.names, trimmed(run->memory, rest, end), &item.activity);
        if (!find_levels(run, trimmed(run->memory, levels, length), &item) ||
            !add(run, &item, assumed))
            return false;
        take_as_raised(run, person, &item);
        rest = levels + length + (levels[length] == ',');
    }
    return true;
}
