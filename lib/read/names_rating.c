#include "read/names_parts.h"

#include "base/number.h"
#include "base/text.h"
#include "read/answer_text.h"
#include "read/ladder_parts.h"

#include <string.h>
#include <strings.h>

// Digits with a sign and one point or comma at most, be they as many as they may.
static bool only_a_number(const char *text) {
    static const char digits[] = "0123456789";
    text += *text == '+' || *text == '-';
    size_t before = strspn(text, digits);
    text += before;
    text += *text == '.' || *text == ',';
    size_t behind = strspn(text, digits);
    return text[behind] == '\0' && before + behind > 0;
}

static bool parse_whole(const char *text, int64_t *whole) {
    enum { PLACES = 6, UNIT = 1000000 };
    int64_t scaled = 0;
    if (!gp_decimal_parse(text, PLACES, &scaled) || scaled % UNIT != 0)
        return false;
    *whole = scaled / UNIT;
    return true;
}

static bool find_spelling(const struct gp_scale *scale, const char *key, gp_rating *rating) {
    for (size_t i = 0; i < scale->spelling_count; i++)
        if (strcmp(scale->spellings[i].key, key) == 0) {
            *rating = scale->spellings[i].value;
            return true;
        }
    return false;
}

// A number's key would lose its point and sign ("2.5" is no 25), so that it meets spellings as it
// is written, and no rule: a rule such as "3.*", meant for "3 - Good", would make 3 of 3.5.
static enum gp_found find_number(const struct gp_scale *scale, const char *text,
                                 gp_rating *rating) {
    int64_t whole = 0;
    if (parse_whole(text, &whole) && gp_scale_has(scale, whole)) {
        *rating = (gp_rating)whole;
        return GP_FOUND;
    }
    return find_spelling(scale, text, rating) ? GP_FOUND : GP_NOT_FOUND;
}

static enum gp_found find_level(const struct gp_names *names, const struct gp_scale *scale,
                                const char *text, gp_rating *rating) {
    size_t rule = 0;
    enum gp_found found = GP_NOT_FOUND;
    // The axes may have different scales: a rule to a level this one lacks is for the others.
    while ((found = gp_names_find_rule(names, GP_RULE_LEVEL, text, &rule)) == GP_FOUND) {
        gp_rating value = names->targets[rule].rating;
        if (!gp_rated(value) || gp_scale_has(scale, value)) {
            *rating = value;
            return GP_FOUND;
        }
        rule++;
    }
    return found;
}

static bool find_label(const struct gp_names *names, const struct gp_scale *scale,
                       const char *label, gp_rating *rating) {
    const char *key = gp_text_key(names->memory, label);
    // A key has no signs: "4?", "(2)" and "- 2" are not the label 2.
    if (key[0] != '\0' && key[strspn(key, "0123456789")] == '\0')
        return false;
    return find_spelling(scale, key[0] == '\0' ? label : key, rating);
}

// What an answer that consists of parts says.
enum apart {
    APART_UNKNOWN,  // nothing that a scale knows: rules may
    APART_NO_LEVEL, // something that no level is, or two levels at once
    APART_LEVEL
};

// "5-Mar" was 3/5 until a spreadsheet made a date of it, or 5/3.
static bool is_month(const char *label) {
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (strcasecmp(label, months[i]) == 0)
            return true;
    return false;
}

static enum apart read_apart(const struct gp_names *names, const struct gp_scale *scale,
                             const char *text, struct gp_answer_text *answer, gp_rating *rating) {
    gp_rating labelled = GP_BLANK;
    if (!gp_answer_text_parse(names->memory, text, answer))
        return APART_UNKNOWN;
    if (is_month(answer->label))
        return APART_NO_LEVEL;
    bool known = answer->label[0] != '\0' && find_label(names, scale, answer->label, &labelled);
    bool numbered = answer->number != GP_NO_NUMBER;
    if (answer->label[0] != '\0' && !known)
        return APART_UNKNOWN;
    if (numbered && !gp_scale_has(scale, answer->number))
        return known && !gp_rated(labelled) ? APART_UNKNOWN : APART_NO_LEVEL;
    bool other_scale = answer->out_of != GP_NO_NUMBER && answer->out_of != scale->highest;
    if (other_scale || (known && numbered && answer->number != labelled))
        return APART_NO_LEVEL;
    *rating = known ? labelled : (gp_rating)answer->number;
    return APART_LEVEL;
}

enum gp_found gp_names_rating(const struct gp_names *names, enum gp_axis axis, const char *text,
                              gp_rating *rating) {
    const struct gp_scale *scale = &names->ladder->scales[axis];
    if (text[0] == '\0') {
        *rating = GP_BLANK;
        return GP_FOUND;
    }
    if (only_a_number(text))
        return find_number(scale, text, rating);
    if (find_label(names, scale, text, rating))
        return GP_FOUND;
    struct gp_answer_text answer;
    switch (read_apart(names, scale, text, &answer, rating)) {
    case APART_NO_LEVEL:
        return GP_NOT_FOUND;
    case APART_LEVEL:
        return GP_FOUND;
    case APART_UNKNOWN:
        break;
    }
    return find_level(names, scale, text, rating);
}

// "1 Basic (Awareness)", or "2" where the label is the number itself.
static const char *level_text(struct gp_memory *memory, const struct gp_level *level) {
    const char *number = gp_print(memory, "%d", level->value);
    if (strcmp(number, level->label) == 0)
        return number;
    return gp_print(memory, "%s %s", number, level->label);
}

// "; the scale has 0 None, 1 Basic (Awareness), ... or N/A"
static const char *list_levels(struct gp_memory *memory, const struct gp_scale *scale) {
    size_t count = scale->level_count;
    const char **levels = gp_alloc(memory, count + 1, sizeof *levels);
    for (size_t i = 0; i < count; i++)
        levels[i] = level_text(memory, &scale->levels[i]);
    if (count > GP_MOST_LISTED)
        return gp_print(memory, "; the scale goes from %s to %s, or N/A", levels[0],
                        levels[count - 1]);
    levels[count] = "or N/A";
    return gp_list_names(memory, "the scale has", levels, count + 1);
}

// What keeps an answer that consists of parts from being a level; NULL if that is not it.
static const char *fault_apart(const struct gp_names *names, const struct gp_scale *scale,
                               const char *text) {
    struct gp_answer_text answer;
    gp_rating rating = GP_BLANK;
    if (only_a_number(text) || read_apart(names, scale, text, &answer, &rating) != APART_NO_LEVEL)
        return NULL;
    if (is_month(answer.label))
        return "; a spreadsheet has made a date of it: write the number, or have its column as "
               "text";
    if (answer.out_of != GP_NO_NUMBER && answer.out_of != scale->highest)
        return gp_print(names->memory, "; that is out of %d, and the scale ends at %d",
                        (int)answer.out_of, (int)scale->highest);
    if (!find_label(names, scale, answer.label, &rating) || !gp_rated(rating))
        return NULL;
    return gp_print(names->memory, "; that says both %d and %d", (int)answer.number, (int)rating);
}

const char *gp_names_suggest_rating(const struct gp_names *names, enum gp_axis axis,
                                    const char *text) {
    struct gp_memory *memory = names->memory;
    const struct gp_scale *scale = &names->ladder->scales[axis];
    size_t count = scale->level_count;
    const char *levels = list_levels(memory, scale), *fault = fault_apart(names, scale, text);
    if (fault != NULL || only_a_number(text))
        return gp_print(memory, "%s%s", fault == NULL ? "" : fault, levels);
    const char **labels = gp_alloc(memory, count + 1, sizeof *labels);
    for (size_t i = 0; i < count; i++)
        labels[i] = scale->levels[i].label;
    size_t nearest = gp_text_nearest(text, labels, count);
    if (nearest == count)
        return levels;
    return gp_print(memory, "%s%s", gp_did_you_mean(memory, labels[nearest]), levels);
}
