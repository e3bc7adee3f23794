#include "read/answer_text.h"

#include <string.h>
#include <strings.h>

enum { MOST = 1000 };

static const char digits[] = "0123456789";

// A whole number at `*at`, moved behind it; GP_NO_NUMBER, and unmoved, if there is none up to MOST.
static int32_t read_number(const char **at) {
    size_t length = strspn(*at, digits);
    int32_t number = 0;
    if (length == 0 || length > 4)
        return GP_NO_NUMBER;
    for (size_t i = 0; i < length; i++)
        number = number * 10 + (*at)[i] - '0';
    if (number > MOST)
        return GP_NO_NUMBER;
    *at += length;
    return number;
}

static const char *skip_blanks(const char *at) {
    return at + strspn(at, " \t");
}

// Moves `*at` behind one of some texts, without regard to case.
static bool skip_any(const char **at, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(texts[i]);
        if (strncasecmp(*at, texts[i], length) == 0) {
            *at += length;
            return true;
        }
    }
    return false;
}

static bool skip_dash(const char **at) {
    static const char *const dashes[] = {"-", "–", "—"};
    return skip_any(at, dashes, sizeof dashes / sizeof *dashes);
}

static bool skip_unit(const char **at) {
    static const char *const units[] = {"stars", "star", "points", "point"};
    *at = skip_blanks(*at);
    return skip_any(at, units, sizeof units / sizeof *units);
}

static bool skip_star(const char **at, bool filled) {
    static const char *const filled_stars[] = {"★", "⭐", "✭"};
    static const char *const empty_stars[] = {"☆", "✩"};
    const char *selector = "\xEF\xB8\x8F"; // asks for the emoji's color
    bool star = filled ? skip_any(at, filled_stars, sizeof filled_stars / sizeof *filled_stars)
                       : skip_any(at, empty_stars, sizeof empty_stars / sizeof *empty_stars);
    if (star && strncmp(*at, selector, strlen(selector)) == 0)
        *at += strlen(selector);
    return star;
}

static bool read_stars(const char *at, struct gp_answer_text *answer) {
    int32_t filled = 0, empty = 0;
    while (skip_star(&at, true) && filled < MOST)
        filled++;
    while (skip_star(&at, false) && empty < MOST)
        empty++;
    if (*at != '\0' || filled + empty == 0)
        return false;
    *answer = (struct gp_answer_text){filled, empty == 0 ? GP_NO_NUMBER : filled + empty, ""};
    return true;
}

// "4/5", "4 out of 5 stars", "3 stars"
static bool read_share(const char *at, struct gp_answer_text *answer) {
    static const char *const words[] = {"/", "out of", "of"};
    int32_t number = read_number(&at), out_of = GP_NO_NUMBER;
    if (number == GP_NO_NUMBER)
        return false;
    bool unit = skip_unit(&at);
    at = skip_blanks(at);
    if (skip_any(&at, words, sizeof words / sizeof *words)) {
        at = skip_blanks(at);
        out_of = read_number(&at);
        unit = (skip_unit(&at) || unit) && out_of != GP_NO_NUMBER;
    }
    if (*skip_blanks(at) != '\0' || (out_of == GP_NO_NUMBER && !unit))
        return false;
    *answer = (struct gp_answer_text){number, out_of, ""};
    return true;
}

// "3 - Good", "(3) Good", "3. Good", "3 Good"
static bool read_number_first(const char *at, struct gp_answer_text *answer) {
    bool parenthesis = *at == '(';
    at += parenthesis;
    int32_t number = read_number(&at);
    const char *behind = at;
    if (number == GP_NO_NUMBER || (parenthesis && *at != ')'))
        return false;
    at = skip_blanks(at);
    if (!skip_dash(&at) && *at != '\0' && strchr(":=.)", *at) != NULL)
        at++;
    // 3.5 and 3,5 are other numbers, and "3rd" is none.
    if (at == behind || *skip_blanks(at) == '\0' || strspn(at, digits) > 0)
        return false;
    *answer = (struct gp_answer_text){number, GP_NO_NUMBER, skip_blanks(at)};
    return true;
}

// The label in front of a number that ends a text, without what stands between them.
static const char *label_before(struct gp_memory *memory, const char *text, const char *end) {
    while (end > text && strchr(" \t-:=", end[-1]) != NULL)
        end--;
    for (const char *dash = end - 3; dash >= text && skip_dash(&dash) && dash == end;)
        for (end -= 3; end > text && end[-1] == ' ';)
            end--;
    return gp_copy(memory, text, (size_t)(end - text));
}

// "Good (3)", "Good - 3", "Good: 3"
static bool read_number_last(struct gp_memory *memory, const char *text,
                             struct gp_answer_text *answer) {
    size_t length = strlen(text);
    bool parenthesis = length > 0 && text[length - 1] == ')';
    const char *end = text + length - parenthesis, *start = end;
    while (start > text && strchr(digits, start[-1]) != NULL)
        start--;
    const char *at = start;
    int32_t number = read_number(&at);
    if (number == GP_NO_NUMBER || at != end || start == text)
        return false;
    if (parenthesis && (start[-1] != '(' || start - 1 == text))
        return false;
    const char *label = label_before(memory, text, parenthesis ? start - 1 : start);
    // A number with nothing but a blank before it may belong to the label: "Level 3".
    bool parted = parenthesis || strlen(label) + 1 < (size_t)(start - text);
    if (!parted || label[0] == '\0')
        return false;
    *answer = (struct gp_answer_text){number, GP_NO_NUMBER, label};
    return true;
}

// "b. Basic", "b) Basic", "(b) Basic"
static bool read_letter_first(const char *at, struct gp_answer_text *answer) {
    bool parenthesis = *at == '(';
    at += parenthesis;
    bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
    if (!letter || at[1] == '\0' || strchr(parenthesis ? ")" : ".:)", at[1]) == NULL)
        return false;
    at = skip_blanks(at + 2);
    if (*at == '\0')
        return false;
    *answer = (struct gp_answer_text){GP_NO_NUMBER, GP_NO_NUMBER, at};
    return true;
}

bool gp_answer_text_parse(struct gp_memory *memory, const char *text,
                          struct gp_answer_text *answer) {
    return read_stars(text, answer) || read_share(text, answer) ||
           read_number_first(text, answer) || read_letter_first(text, answer) ||
           read_number_last(memory, text, answer);
}
