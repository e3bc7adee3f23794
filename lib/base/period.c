#include "base/period.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// How a word may stand.
enum use {
    ALONE,  // says how often by itself: "monthly"
    BEHIND, // a word for the time, behind "per", "a" or "/": "month"
    SHORT   // the same, and too short to be looked for in a header: "m"
};

// Longer ones first where one is the end of another.
static const struct {
    const char *text;
    unsigned periods_per_year;
    enum use use;
} words[] = {
    {"twice a month", 24, ALONE},
    {"twice per month", 24, ALONE},
    {"twice monthly", 24, ALONE},
    {"semi monthly", 24, ALONE},
    {"semimonthly", 24, ALONE},
    {"half monthly", 24, ALONE},
    {"half a month", 24, BEHIND},
    {"half month", 24, BEHIND},
    {"every other week", 26, ALONE},
    {"every second week", 26, ALONE},
    {"bi weekly", 26, ALONE},
    {"biweekly", 26, ALONE},
    {"fortnightly", 26, ALONE},
    {"fortnight", 26, BEHIND},
    {"two weekly", 26, ALONE},
    {"two weeks", 26, BEHIND},
    {"2 weeks", 26, BEHIND},
    {"annually", 1, ALONE},
    {"annual", 1, ALONE},
    {"yearly", 1, ALONE},
    {"annum", 1, BEHIND},
    {"year", 1, BEHIND},
    {"pa", 1, ALONE},
    {"yr", 1, SHORT},
    {"y", 1, SHORT},
    {"a", 1, SHORT},
    {"monthly", 12, ALONE},
    {"month", 12, BEHIND},
    {"pm", 12, ALONE},
    {"mo", 12, SHORT},
    {"mth", 12, SHORT},
    {"m", 12, SHORT},
    {"weekly", 52, ALONE},
    {"week", 52, BEHIND},
    {"pw", 52, ALONE},
    {"wk", 52, SHORT},
    {"w", 52, SHORT},
    {"daily", 260, ALONE},
    {"day", 260, BEHIND},
    {"pd", 260, ALONE},
    {"d", 260, SHORT},
    {"hourly", 2080, ALONE},
    {"hour", 2080, BEHIND},
    {"ph", 2080, ALONE},
    {"hr", 2080, SHORT},
    {"h", 2080, SHORT},
};
enum { WORD_COUNT = sizeof words / sizeof *words, LONGEST_TEXT = 128 };

static const struct {
    unsigned periods_per_year;
    const char *one, *several;
} names[] = {{1, "year", "years"},
             {12, "month", "months"},
             {24, "half month", "half months"},
             {26, "two weeks", "times two weeks"},
             {52, "week", "weeks"},
             {260, "day", "days"},
             {2080, "hour", "hours"}};

// Copies a text in lower case, without points and brackets, each run of blanks, dashes and
// underscores as one blank, a slash as a word of its own. False when it is too long to be of use.
static bool simplify(const char *text, char simple[LONGEST_TEXT]) {
    size_t length = 0;
    bool blank = false;
    for (; *text != '\0'; text++) {
        char sign = *text;
        if (length + 4 >= LONGEST_TEXT)
            return false;
        bool unbroken = strncmp(text, "\xC2\xA0", 2) == 0; // a blank that no line ends at
        if (strchr(" \t-_,;:", sign) != NULL || unbroken) {
            text += unbroken;
            blank = true;
            continue;
        }
        if (strchr(".()[]", sign) != NULL)
            continue;
        if ((blank || sign == '/') && length > 0)
            simple[length++] = ' ';
        simple[length++] = (char)(sign >= 'A' && sign <= 'Z' ? sign - 'A' + 'a' : sign);
        blank = sign == '/';
    }
    simple[length] = '\0';
    return true;
}

// The text behind a word that leads to a period; NULL if it does not start with one.
static const char *behind_lead(const char *simple) {
    static const char *const leads[] = {"/ ", "per ", "a ", "an ", "each ", "every "};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (strncmp(simple, leads[i], strlen(leads[i])) == 0)
            return simple + strlen(leads[i]);
    return NULL;
}

static unsigned find(const char *simple, bool led, bool any) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (strcmp(simple, words[i].text) == 0 && (any || (words[i].use == ALONE) == !led))
            return words[i].periods_per_year;
    return 0;
}

static unsigned parse(const char *text, bool any) {
    static const char paid[] = "paid ";
    char simple[LONGEST_TEXT] = "";
    if (!simplify(text, simple))
        return 0;
    const char *at = simple;
    if (strncmp(at, paid, strlen(paid)) == 0)
        at += strlen(paid);
    unsigned period = find(at, false, any);
    const char *led = behind_lead(at);
    return period == 0 && led != NULL ? find(led, true, false) : period;
}

unsigned gp_period_parse(const char *text) {
    return parse(text, true);
}

unsigned gp_period_behind_amount(const char *text) {
    return parse(text, false);
}

// Whether a word stands at `at` of `simple`, as a whole one.
static bool stands(const char *simple, const char *at, size_t word) {
    size_t length = strlen(words[word].text);
    bool led = (at - simple >= 2 && strncmp(at - 2, "/ ", 2) == 0) ||
               (at - simple >= 4 && strncmp(at - 4, "per ", 4) == 0);
    return strncmp(at, words[word].text, length) == 0 && (at == simple || at[-1] == ' ') &&
           (at[length] == '\0' || at[length] == ' ') &&
           (words[word].use == SHORT ? led : length > 2 || led);
}

unsigned gp_period_within(const char *text) {
    char simple[LONGEST_TEXT] = "";
    unsigned found = 0;
    if (!simplify(text, simple))
        return 0;
    for (const char *at = simple; *at != '\0'; at++) {
        size_t word = 0;
        while (word < WORD_COUNT && !stands(simple, at, word))
            word++;
        if (word == WORD_COUNT)
            continue;
        if (found != 0 && found != words[word].periods_per_year)
            return GP_TWO_PERIODS;
        found = words[word].periods_per_year;
        at += strlen(words[word].text) - 1;
    }
    return found;
}

static size_t name_of(unsigned periods_per_year) {
    size_t i = 0;
    while (names[i].periods_per_year != periods_per_year) {
        i++;
        assert(i < sizeof names / sizeof *names);
    }
    return i;
}

const char *gp_period_word(unsigned periods_per_year) {
    return names[name_of(periods_per_year)].one;
}

const char *gp_period_words(unsigned periods_per_year) {
    return names[name_of(periods_per_year)].several;
}
