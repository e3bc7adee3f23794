#include "read/names_parts.h"

#include "base/number.h"
#include "base/text.h"
#include "read/dialect.h"
#include "read/ladder_parts.h"
#include "read/readers.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

static void add_key(struct gp_map *map, const char *key, size_t value) {
    if (key[0] != '\0')
        gp_map_add(map, key, value);
}

static bool find_key(const struct gp_map *map, const char *key, size_t *value) {
    return key[0] != '\0' && gp_map_find(map, key, value);
}

static bool parse_axis(const char *key, size_t *axis) {
    for (size_t i = 0; i < GP_AXIS_COUNT; i++)
        if (strcmp(key, gp_axis_name((enum gp_axis)i)) == 0) {
            *axis = i;
            return true;
        }
    return false;
}

// Ids before titles: where one rung's title is another's id, the id is meant.
static void fold_names(struct gp_names *names) {
    struct gp_memory *memory = names->memory;
    const struct gp_ladder *ladder = names->ladder;
    size_t activity_count = ladder->activity_count, rung_count = ladder->rung_count;
    names->activity_names = gp_alloc(memory, activity_count + 1, sizeof *names->activity_names);
    names->role_names = gp_alloc(memory, 2 * rung_count + 1, sizeof *names->role_names);
    for (size_t i = 0; i < activity_count; i++) {
        names->activity_names[i] = ladder->activities[i].name;
        add_key(names->activities, gp_text_key(memory, ladder->activities[i].name), i);
    }
    for (size_t i = 0; i < rung_count; i++) {
        names->role_names[i] = ladder->rungs[i].title;
        names->role_names[rung_count + i] = ladder->rungs[i].id;
        add_key(names->roles, gp_text_key(memory, ladder->rungs[i].id), i);
    }
    for (size_t i = 0; i < rung_count; i++)
        add_key(names->roles, gp_text_key(memory, ladder->rungs[i].title), i);
    for (size_t i = 0; i < ladder->background_count; i++)
        add_key(names->backgrounds, gp_text_key(memory, ladder->backgrounds[i].name), i);
}

static bool parse_level(const char *target, const char *key, gp_rating *rating) {
    for (size_t i = 0; i < GP_UNRATED_COUNT; i++)
        if (strcmp(key, gp_unrated_words[i]) == 0) {
            *rating = gp_unrated_ratings[i];
            return true;
        }
    int64_t number = 0;
    if (!gp_decimal_parse(target, 0, &number) || number < 0 || number > GP_LARGEST_RATING)
        return false;
    *rating = (gp_rating)number;
    return true;
}

// The word comes before the ladder: it says what it says whatever a rung is called.
static bool find_role(const struct gp_names *names, const char *key, size_t *rung) {
    if (strcmp(key, GP_OUTSIDE) != 0)
        return find_key(names->roles, key, rung);
    *rung = GP_NO_RUNG;
    return true;
}

static struct rule_target resolve(const struct gp_names *names, const struct gp_rule *rule) {
    struct rule_target target = {.key = gp_text_key(names->memory, rule->target)};
    switch (rule->kind) {
    case GP_RULE_FIELD:
    case GP_RULE_IGNORE:
        target.known = true;
        break;
    case GP_RULE_AXIS:
        target.known = parse_axis(target.key, &target.index);
        break;
    case GP_RULE_ACTIVITY:
        target.known = find_key(names->activities, target.key, &target.index);
        break;
    case GP_RULE_LEVEL:
        target.known = parse_level(rule->target, target.key, &target.rating);
        break;
    case GP_RULE_ROLE:
        target.known = find_role(names, target.key, &target.index);
        break;
    }
    return target;
}

struct gp_names *gp_names_new(struct gp_memory *memory, const struct gp_ladder *ladder) {
    struct gp_names *names = gp_alloc(memory, 1, sizeof *names);
    names->memory = memory;
    names->ladder = ladder;
    names->field_lists = gp_alloc(memory, 1, sizeof *names->field_lists);
    names->dialect_columns = gp_dialect_columns(memory);
    names->activities = gp_map_new(memory);
    names->roles = gp_map_new(memory);
    names->backgrounds = gp_map_new(memory);
    fold_names(names);
    names->targets = gp_alloc(memory, ladder->rule_count + 1, sizeof *names->targets);
    for (size_t i = 0; i < ladder->rule_count; i++)
        names->targets[i] = resolve(names, &ladder->rules[i]);
    return names;
}

struct gp_memory *gp_names_memory(const struct gp_names *names) {
    return names->memory;
}

static enum gp_found try_pattern(struct gp_pattern *pattern, const char *text) {
    switch (gp_pattern_match(pattern, text)) {
    case GP_NO_MATCH:
        break;
    case GP_MATCH:
        return GP_FOUND;
    case GP_MATCH_TOO_COSTLY:
        return GP_FOUND_TOO_COSTLY;
    }
    return GP_NOT_FOUND;
}

enum gp_found gp_names_find_rule(const struct gp_names *names, enum gp_rule_kind kind,
                                 const char *text, size_t *rule) {
    for (size_t i = *rule; i < names->ladder->rule_count; i++) {
        if (names->ladder->rules[i].kind != kind || !names->targets[i].known)
            continue;
        *rule = i;
        enum gp_found found = try_pattern(names->ladder->rules[i].pattern, text);
        if (found != GP_NOT_FOUND)
            return found;
    }
    return GP_NOT_FOUND;
}

static enum gp_found find_index(const struct gp_names *names, enum gp_rule_kind kind,
                                const char *text, size_t *index) {
    size_t rule = 0;
    enum gp_found found = gp_names_find_rule(names, kind, text, &rule);
    if (found == GP_FOUND)
        *index = names->targets[rule].index;
    return found;
}

static bool find_field(const char *key, const char *const *keys, size_t count, size_t *field) {
    for (size_t i = 0; i < count; i++)
        if (key[0] != '\0' && strcmp(key, keys[i]) == 0) {
            *field = i;
            return true;
        }
    return false;
}

// Two words for the same thing, as far as the name of a person goes.
static const char *field_meant(const char *key) {
    return strcmp(key, "name") == 0 ? "person" : key;
}

static bool leads_elsewhere(const struct gp_names *names, enum gp_rule_kind kind, size_t rule,
                            size_t other) {
    const struct rule_target *one = &names->targets[rule], *two = &names->targets[other];
    return kind == GP_RULE_FIELD ? strcmp(field_meant(one->key), field_meant(two->key)) != 0
                                 : one->index != two->index;
}

// What is known of a list of fields. The program has a handful of them.
static const struct field_list *known_list(const struct gp_names *names, const char *const *fields,
                                           size_t count) {
    struct gp_memory *memory = names->memory;
    struct field_lists *lists = names->field_lists;
    size_t rule_count = names->ladder->rule_count, field = 0;
    for (size_t i = 0; i < lists->count; i++)
        if (lists->items[i].fields == fields && lists->items[i].count == count)
            return &lists->items[i];
    assert(lists->count < GP_MOST_FIELD_LISTS);
    struct field_list *list = &lists->items[lists->count++];
    *list = (struct field_list){.fields = fields, .count = count};
    list->keys = gp_alloc(memory, count + 1, sizeof *list->keys);
    for (size_t i = 0; i < count; i++)
        list->keys[i] = gp_text_key(memory, fields[i]);
    list->leads = gp_alloc(memory, rule_count + 1, sizeof *list->leads);
    for (size_t i = 0; i < rule_count; i++)
        list->leads[i] = names->ladder->rules[i].kind == GP_RULE_FIELD &&
                         find_field(names->targets[i].key, list->keys, count, &field);
    return list;
}

// The rules that claim a text: the first that matches, and the first behind it that leads somewhere
// else. Rules of kind field count if they lead to one of `list`, which is for them alone.
struct claim {
    enum gp_found found;
    size_t rules[2];
};

static struct claim find_claim(const struct gp_names *names, enum gp_rule_kind kind,
                               const char *text, const struct field_list *list) {
    struct claim claim = {GP_NOT_FOUND, {0, 0}};
    for (size_t i = 0; i < names->ladder->rule_count; i++) {
        const struct gp_rule *rule = &names->ladder->rules[i];
        if (rule->kind != kind || !names->targets[i].known ||
            (kind == GP_RULE_FIELD && !list->leads[i]))
            continue;
        enum gp_found found = try_pattern(rule->pattern, text);
        if (found == GP_FOUND_TOO_COSTLY)
            return (struct claim){found, {i, i}};
        if (found != GP_FOUND)
            continue;
        if (claim.found == GP_NOT_FOUND)
            claim = (struct claim){GP_FOUND, {i, i}};
        else if (leads_elsewhere(names, kind, claim.rules[0], i))
            return (struct claim){GP_FOUND_TWO_WAYS, {claim.rules[0], i}};
    }
    return claim;
}

static enum gp_found claim_index(const struct gp_names *names, enum gp_rule_kind kind,
                                 const char *text, size_t *index) {
    struct claim claim = find_claim(names, kind, text, NULL);
    if (claim.found == GP_FOUND)
        *index = names->targets[claim.rules[0]].index;
    return claim.found;
}

enum gp_found gp_names_activity(const struct gp_names *names, const char *text, size_t *activity) {
    if (find_key(names->activities, gp_text_key(names->memory, text), activity))
        return GP_FOUND;
    return claim_index(names, GP_RULE_ACTIVITY, text, activity);
}

enum gp_found gp_names_axis(const struct gp_names *names, const char *text, enum gp_axis *axis) {
    size_t index = 0;
    enum gp_found found = GP_FOUND;
    if (!parse_axis(gp_text_key(names->memory, text), &index))
        found = claim_index(names, GP_RULE_AXIS, text, &index);
    if (found == GP_FOUND)
        *axis = (enum gp_axis)index;
    return found;
}

enum gp_found gp_names_role(const struct gp_names *names, const char *text, size_t *rung) {
    if (find_role(names, gp_text_key(names->memory, text), rung))
        return GP_FOUND;
    enum gp_found found = find_index(names, GP_RULE_ROLE, text, rung);
    if (found != GP_NOT_FOUND)
        return found;
    size_t background = 0;
    found = gp_names_background(names, text, &background);
    if (found == GP_FOUND)
        *rung = GP_NO_RUNG;
    return found;
}

const char *gp_names_costly_role(const struct gp_names *names, const char *text) {
    size_t rung = 0;
    bool rule = find_index(names, GP_RULE_ROLE, text, &rung) == GP_FOUND_TOO_COSTLY;
    return gp_ladder_file_name(rule ? GP_FILE_ALIASES : GP_FILE_BACKGROUNDS);
}

enum gp_found gp_names_background(const struct gp_names *names, const char *text,
                                  size_t *background) {
    if (find_key(names->backgrounds, gp_text_key(names->memory, text), background))
        return GP_FOUND;
    enum gp_found found = GP_NOT_FOUND;
    for (size_t i = 0; text[0] != '\0' && i < names->ladder->background_count; i++) {
        found = try_pattern(names->ladder->backgrounds[i].pattern, text);
        if (found == GP_FOUND)
            *background = i;
        if (found != GP_NOT_FOUND)
            break;
    }
    return found;
}

enum gp_found gp_names_field(const struct gp_names *names, const char *text,
                             const char *const *fields, size_t count, size_t *field) {
    const struct field_list *list = known_list(names, fields, count);
    if (find_field(gp_text_key(names->memory, text), list->keys, count, field))
        return GP_FOUND;
    struct claim claim = find_claim(names, GP_RULE_FIELD, text, list);
    if (claim.found == GP_FOUND)
        find_field(names->targets[claim.rules[0]].key, list->keys, count, field);
    return claim.found;
}

// Whether a text is found by its key alone.
static bool has_key(const struct gp_names *names, enum gp_rule_kind kind, const char *text,
                    const char *const *keys, size_t count) {
    const char *key = gp_text_key(names->memory, text);
    size_t index = 0;
    switch (kind) {
    case GP_RULE_FIELD:
        return find_field(key, keys, count, &index);
    case GP_RULE_AXIS:
        return parse_axis(key, &index);
    case GP_RULE_ACTIVITY:
        return find_key(names->activities, key, &index);
    case GP_RULE_ROLE:
        return find_role(names, key, &index);
    case GP_RULE_LEVEL:
    case GP_RULE_IGNORE:
        break;
    }
    return false;
}

const struct gp_rule *gp_names_rule(const struct gp_names *names, enum gp_rule_kind kind,
                                    const char *text, const char *const *fields, size_t count) {
    const struct field_list *list = known_list(names, fields, count);
    if (has_key(names, kind, text, list->keys, count))
        return NULL;
    struct claim claim = find_claim(names, kind, text, list);
    return claim.found == GP_NOT_FOUND ? NULL : &names->ladder->rules[claim.rules[0]];
}

const char *gp_names_two_ways(const struct gp_names *names, enum gp_rule_kind kind,
                              const char *text, const char *const *fields, size_t count) {
    const struct field_list *list = known_list(names, fields, count);
    struct claim claim = find_claim(names, kind, text, list);
    const struct gp_rule *one = &names->ladder->rules[claim.rules[0]];
    const struct gp_rule *two = &names->ladder->rules[claim.rules[1]];
    return gp_print(names->memory, "%s:%u says %s and %s:%u says %s", one->at.file,
                    (unsigned)one->at.line, one->target, two->at.file, (unsigned)two->at.line,
                    two->target);
}

bool gp_names_ignored(const struct gp_names *names, const char *text) {
    size_t rule = 0;
    return gp_names_find_rule(names, GP_RULE_IGNORE, text, &rule) == GP_FOUND;
}
