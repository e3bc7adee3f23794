#include "read/zones.h"

#include "base/number.h"

#include <string.h>
#include <strings.h>

enum { MINUTES = 60, EARLIEST = -12 * MINUTES, LATEST = 14 * MINUTES, LONGEST = 16 };

static const char digits[] = "0123456789";

// Those in use for one offset only, or by far; not CST, CDT, MST, IST, BST, AST or GST.
static const struct {
    const char *name;
    int32_t minutes;
} abbreviations[] = {
    {"WET", 0},     {"WEST", 60},   {"CET", 60},   {"CEST", 120}, {"EET", 120},  {"EEST", 180},
    {"MSK", 180},   {"EST", -300},  {"EDT", -240}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
    {"AKST", -540}, {"AKDT", -480}, {"HST", -600}, {"NST", -210}, {"NDT", -150}, {"BRT", -180},
    {"WAT", 60},    {"CAT", 120},   {"SAST", 120}, {"EAT", 180},  {"PKT", 300},  {"NPT", 345},
    {"WIB", 420},   {"SGT", 480},   {"HKT", 480},  {"AWST", 480}, {"JST", 540},  {"KST", 540},
    {"ACST", 570},  {"ACDT", 630},  {"AEST", 600}, {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780},
};

static const char *skip_blanks(const char *text) {
    return text + strspn(text, " ");
}

// Takes UTC, GMT or Z off a text that begins with one, unless it is the beginning of another word
// or of a zone's name, such as GMT Standard Time.
static bool take_word(const char **text) {
    static const char *const words[] = {"UTC", "GMT", "Z"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncasecmp(*text, words[i], length) != 0)
            continue;
        const char *rest = skip_blanks(*text + length);
        bool name = (*rest >= 'A' && *rest <= 'Z') || (*rest >= 'a' && *rest <= 'z');
        if (!name)
            *text = rest;
        return !name;
    }
    return false;
}

// Takes a sign off, the minus sign of print among them: 1 or -1; 0 if there is none.
static int32_t take_sign(const char **text) {
    static const struct {
        const char *sign;
        int32_t factor;
    } signs[] = {{"+", 1}, {"-", -1}, {"\xE2\x88\x92", -1}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(*text, signs[i].sign, length) != 0)
            continue;
        *text = skip_blanks(*text + length);
        return signs[i].factor;
    }
    return 0;
}

static bool parse_decimal_hours(const char *text, int32_t *minutes) {
    int64_t hundredths = 0;
    if (!gp_decimal_parse(text, 2, &hundredths) || hundredths * MINUTES % 100 != 0)
        return false;
    *minutes = (int32_t)(hundredths * MINUTES / 100);
    return true;
}

// "5", "05", "0530", "5:30", "05.5" as minutes; false for anything else. Three digits may be hours
// and minutes, or minutes, so they are neither.
static bool parse_clock(const char *text, int32_t *minutes) {
    size_t length = strspn(text, digits);
    const char *behind = text + length;
    int32_t rest = 0, hours = 0;
    if (length < 1 || length == 3 || length > 4)
        return false;
    for (size_t i = 0; i < length; i++)
        hours = 10 * hours + (text[i] - '0');
    if (length == 4) {
        rest = hours % 100;
        hours /= 100;
    } else if (*behind == ':' && strspn(behind + 1, digits) == 2) {
        rest = 10 * (behind[1] - '0') + (behind[2] - '0');
        behind += 3;
    } else if (*behind != '\0') {
        return parse_decimal_hours(text, minutes);
    }
    *minutes = hours * MINUTES + rest;
    return *behind == '\0' && rest < MINUTES;
}

// What stands behind the offset is passed over where `named` says that a word stands in front.
static enum gp_zone parse_offset(const char *text, bool named, int32_t *minutes) {
    char number[LONGEST];
    int32_t sign = take_sign(&text), clock = 0;
    size_t length = strcspn(text, " )");
    if (length >= sizeof number || (text[length] != '\0' && !named))
        return GP_ZONE_WRONG;
    memcpy(number, text, length);
    number[length] = '\0';
    if ((length > 0 || sign != 0) && !parse_clock(number, &clock))
        return GP_ZONE_WRONG;
    clock *= sign < 0 ? -1 : 1;
    if (clock < EARLIEST || clock > LATEST)
        return GP_ZONE_WRONG;
    *minutes = clock;
    return GP_ZONE_GOOD;
}

enum gp_zone gp_zone_parse(const char *text, int32_t *minutes) {
    bool bracket = text[0] == '(';
    const char *rest = text + (bracket ? 1 : 0), *signless = text;
    bool named = take_word(&rest);
    bool number = take_sign(&signless) != 0 || strspn(text, digits) > 0;
    if (named || number)
        return parse_offset(rest, named, minutes);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (strcasecmp(text, abbreviations[i].name) == 0) {
            *minutes = abbreviations[i].minutes;
            return GP_ZONE_GOOD;
        }
    return GP_ZONE_UNKNOWN;
}
