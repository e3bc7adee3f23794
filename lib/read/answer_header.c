#include "read/answer_header.h"

#include "base/text.h"
#include "read/names_parts.h"

#include <string.h>

const char *gp_rating_name(size_t rating) {
    return rating == GP_MANAGER_SKILL ? "manager_skill" : gp_axis_name((enum gp_axis)rating);
}

// A header while it is read.
struct header {
    const struct gp_names *names;
    struct gp_memory *memory;
    const char *text;
    struct gp_header_readings *readings;
    bool only_known; // whether what falls short of a reading does not matter
};

static void add_reading(const struct header *header, const struct gp_header_reading *reading) {
    struct gp_header_readings *readings = header->readings;
    const struct gp_header_reading *first = &readings->found[0];
    if (readings->count == 1 && first->rating == reading->rating &&
        first->activity == reading->activity)
        return;
    if (readings->count < 2)
        readings->found[readings->count++] = *reading;
}

// The activity that a key without the one of an axis is of.
static void read_rest(const struct header *header, size_t rating, const char *rest) {
    size_t activity = 0;
    if (rest[0] != '\0' && gp_map_find(header->names->activities, rest, &activity))
        add_reading(header, &(struct gp_header_reading){rating, activity, NULL, NULL});
}

// The key of an axis with an activity's in front or behind.
static void read_key(const struct header *header) {
    const char *key = gp_text_key(header->memory, header->text);
    size_t length = strlen(key);
    for (size_t i = 0; i < GP_RATING_COUNT; i++) {
        const char *axis = gp_text_key(header->memory, gp_rating_name(i));
        size_t part = strlen(axis);
        if (part >= length)
            continue;
        if (strncmp(key, axis, part) == 0)
            read_rest(header, i, key + part);
        if (strcmp(key + length - part, axis) == 0)
            read_rest(header, i, gp_copy(header->memory, key, length - part));
    }
}

// The text behind "Manager" or "Manager's", NULL if it does not start so.
static const char *behind_manager(const char *text) {
    static const char *const words[] = {"manager's", "manager’s", "managers", "manager"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        bool starts = (text[0] == 'm' || text[0] == 'M') && strlen(text) > length &&
                      strncmp(text + 1, words[i] + 1, length - 1) == 0;
        if (starts && strchr(" _-", text[length]) != NULL)
            return text + length + 1;
    }
    return NULL;
}

// A manager's rating is told from the person's own before any rule: "Manager skill" is none of
// theirs, though a pattern for "skill" may match it.
enum gp_found gp_answer_rating(const struct gp_names *names, const char *text, size_t *rating) {
    static const char *const manager_skill[] = {"manager_skill"};
    const char *rest = behind_manager(text);
    enum gp_axis axis = GP_SKILL;
    size_t field = 0;
    if (gp_names_field(names, text, manager_skill, 1, &field) == GP_FOUND) {
        *rating = GP_MANAGER_SKILL;
        return GP_FOUND;
    }
    enum gp_found found = gp_names_axis(names, rest == NULL ? text : rest, &axis);
    if (found != GP_FOUND)
        return found;
    if (rest != NULL && axis != GP_SKILL)
        return GP_NOT_FOUND;
    *rating = rest != NULL ? GP_MANAGER_SKILL : (size_t)axis;
    return GP_FOUND;
}

static void note_fault(const struct header *header, enum gp_found found, enum gp_rule_kind kind,
                       const char *text) {
    struct gp_header_readings *readings = header->readings;
    if (found == GP_FOUND_TOO_COSTLY)
        readings->too_costly = true;
    if (found == GP_FOUND_TWO_WAYS && readings->two_ways == NULL)
        readings->two_ways = gp_names_two_ways(header->names, kind, text, NULL, 0);
}

static void read_parts(const struct header *header, const char *axis, const char *activity) {
    struct gp_header_reading reading = {0, GP_NO_ACTIVITY, axis, activity};
    struct gp_header_readings *readings = header->readings;
    if (axis[0] == '\0' || activity[0] == '\0')
        return;
    enum gp_found as_axis = gp_answer_rating(header->names, axis, &reading.rating);
    if (header->only_known && as_axis != GP_FOUND)
        return;
    enum gp_found as_activity = gp_names_activity(header->names, activity, &reading.activity);
    if (as_activity == GP_FOUND)
        note_fault(header, as_axis, GP_RULE_AXIS, axis);
    if (as_axis == GP_FOUND)
        note_fault(header, as_activity, GP_RULE_ACTIVITY, activity);
    if (as_axis == GP_FOUND && as_activity == GP_FOUND)
        add_reading(header, &reading);
    else if (as_axis == GP_FOUND)
        readings->no_such = activity;
    else if (as_activity == GP_FOUND)
        readings->no_axis = true;
    else
        readings->too_costly = readings->too_costly || as_axis == GP_FOUND_TOO_COSTLY ||
                               as_activity == GP_FOUND_TOO_COSTLY;
}

static const char *part(struct gp_memory *memory, const char *text, size_t length) {
    for (; length > 0 && *text == ' '; length--)
        text++;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return gp_copy(memory, text, length);
}

static void read_both_ways(const struct header *header, const char *one, const char *other) {
    read_parts(header, one, other);
    read_parts(header, other, one);
}

// "How skilled are you? [Pricing]", with the brackets anywhere; `open` is the first of them.
static void read_brackets(const struct header *header, const char *open) {
    struct gp_memory *memory = header->memory;
    const char *text = header->text, *close = strrchr(text, ']');
    if (open == NULL || close == NULL || open > close)
        return;
    const char *outside = gp_print(memory, "%s %s", part(memory, text, (size_t)(open - text)),
                                   part(memory, close + 1, strlen(close + 1)));
    read_both_ways(header, part(memory, outside, strlen(outside)),
                   part(memory, open + 1, (size_t)(close - open) - 1));
}

// "Rate yourself [Pricing][Skill]": what stands in the last two pairs of brackets.
static void read_double_brackets(const struct header *header) {
    struct gp_memory *memory = header->memory;
    const char *middle = strstr(header->text, "]["), *close = strrchr(header->text, ']');
    if (middle == NULL || close <= middle + 1)
        return;
    const char *open = middle;
    while (open > header->text && *open != '[')
        open--;
    if (*open == '[')
        read_both_ways(header, part(memory, open + 1, (size_t)(middle - open) - 1),
                       part(memory, middle + 2, (size_t)(close - middle) - 2));
}

// "Pricing: skill", "How skilled are you? - Pricing", wherever the sign stands.
static void read_split(const struct header *header) {
    static const char *const signs[] = {": ", " - ", " – ", " | "};
    struct gp_memory *memory = header->memory;
    const char *text = header->text;
    size_t splits = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *at = strstr(text, signs[i]);
        for (; at != NULL && splits++ < GP_MOST_SPLITS; at = strstr(at + 1, signs[i])) {
            const char *behind = at + strlen(signs[i]);
            read_both_ways(header, part(memory, text, (size_t)(at - text)),
                           part(memory, behind, strlen(behind)));
        }
    }
}

// The first bracket parts "Skill [Pricing [B2B]]", the last one "Q1[SQ1]. Skill [Pricing]".
static void read_header(const struct header *header) {
    const char *text = header->text, *first = strchr(text, '['), *last = strrchr(text, '[');
    *header->readings = (struct gp_header_readings){.count = 0};
    if (strlen(text) > GP_LONGEST_HEADER)
        return;
    read_key(header);
    if (header->readings->count > 0)
        return;
    read_brackets(header, first);
    if (last != first)
        read_brackets(header, last);
    if (header->readings->count == 0)
        read_double_brackets(header);
    read_split(header);
    size_t activity = 0;
    if (!header->only_known && header->readings->count == 0)
        header->readings->no_axis = header->readings->no_axis ||
                                    gp_names_activity(header->names, text, &activity) == GP_FOUND;
}

void gp_answer_header_read(const struct gp_names *names, const char *text,
                           struct gp_header_readings *readings) {
    read_header(&(struct header){names, gp_names_memory(names), text, readings, false});
}

bool gp_answer_header_known(const struct gp_names *names, const char *text) {
    struct gp_header_readings readings;
    read_header(&(struct header){names, gp_names_memory(names), text, &readings, true});
    return readings.count > 0;
}
