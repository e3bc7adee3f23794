#include "read/amounts.h"

#include "base/text.h"

#include <string.h>

static const char digits[] = "0123456789";

// Of point and comma: what shows that it is the decimal sign, that it parts thousands, or that it
// may be either.
static const struct {
    const char *name;
    char sign, other;
    unsigned decimal, group, open; // bits of enum gp_money_sign
} signs[GP_DECIMAL_SIGNS] = {
    {"point", '.', ',', GP_POINT_DECIMAL, GP_POINT_GROUP, GP_POINT_OPEN},
    {"comma", ',', '.', GP_COMMA_DECIMAL, GP_COMMA_GROUP, GP_COMMA_OPEN},
};

const char *gp_amounts_text(const struct gp_amounts *amounts, size_t row) {
    return amounts->column == GP_NO_COLUMN ? "" : gp_csv_text(amounts->csv, row, amounts->column);
}

struct gp_at gp_amounts_at(const struct gp_amounts *amounts, size_t row) {
    return gp_csv_at(amounts->csv, row, amounts->column == GP_NO_COLUMN ? 0 : amounts->column);
}

void gp_amounts_see(struct gp_amounts *amounts, size_t row, const struct gp_money_beside *beside) {
    unsigned shown = gp_money_signs(gp_amounts_text(amounts, row), beside);
    for (unsigned bit = 0; bit < GP_MONEY_SIGN_COUNT; bit++)
        if ((shown & ~amounts->shown & 1U << bit) != 0)
            amounts->first[bit] = row;
    amounts->shown |= shown;
}

// What the cells of the column show of a sign: a bit of enum gp_money_sign; 0 if nothing, or both.
static unsigned evidence(const struct gp_amounts *amounts, size_t sign) {
    unsigned both = signs[sign].decimal | signs[sign].group, shown = amounts->shown & both;
    return shown == both ? 0 : shown;
}

static char decimal_sign(const struct gp_amounts *amounts, size_t sign) {
    unsigned shown = evidence(amounts, sign);
    if (shown == 0)
        return amounts->decimal;
    return shown == signs[sign].decimal ? signs[sign].sign : signs[sign].other;
}

enum gp_money_fault gp_amounts_parse(struct gp_amounts *amounts, size_t row,
                                     const struct gp_money_beside *beside,
                                     struct gp_salary_text *read) {
    const char *text = gp_amounts_text(amounts, row);
    unsigned shown = gp_money_signs(text, beside);
    size_t sign = 0;
    while (sign < GP_DECIMAL_SIGNS && (shown & signs[sign].open) == 0)
        sign++;
    if (sign == GP_DECIMAL_SIGNS)
        return gp_money_parse(text, beside, read);
    struct gp_money_beside settled = *beside;
    settled.decimal = decimal_sign(amounts, sign);
    enum gp_money_fault fault = gp_money_parse(text, &settled, read);
    if (fault == GP_MONEY_GOOD && amounts->decided[sign]++ == 0)
        amounts->first_decided[sign] = row;
    return fault;
}

static size_t bit_number(unsigned bit) {
    size_t number = 0;
    while ((bit & 1U << number) == 0)
        number++;
    return number;
}

static void warn_of_sign(const struct gp_amounts *amounts, struct gp_messages *messages,
                         size_t sign) {
    unsigned shown = evidence(amounts, sign);
    size_t count = amounts->decided[sign], first = amounts->first_decided[sign];
    bool decimal = decimal_sign(amounts, sign) == signs[sign].sign;
    struct gp_at first_at = gp_amounts_at(amounts, first);
    struct gp_at at =
        shown == 0 ? first_at : gp_amounts_at(amounts, amounts->first[bit_number(shown)]);
    gp_warn(messages, at,
            "%s: by %s the %s is %s in %zu cell%s that can be read in two ways, %sline %u",
            amounts->name, shown == 0 ? "--decimal" : "this cell", signs[sign].name,
            decimal ? "the decimal sign" : "a sign between thousands", count, count == 1 ? "" : "s",
            count == 1 ? "on " : "first on ", (unsigned)first_at.line);
}

void gp_amounts_warn(const struct gp_amounts *amounts, struct gp_messages *messages) {
    for (size_t sign = 0; sign < GP_DECIMAL_SIGNS; sign++)
        if (amounts->decided[sign] > 0)
            warn_of_sign(amounts, messages, sign);
}

static const char *hide_digits(char *text) {
    for (char *at = text; *at != '\0'; at++)
        if (strchr(digits, *at) != NULL)
            *at = '#';
    return text;
}

// "120.000": both readings, and how to write the larger one so that it is no other.
static const char *two_readings(struct gp_memory *memory, const struct gp_amounts *amounts,
                                size_t row, const struct gp_money_beside *beside) {
    const char *text = gp_amounts_text(amounts, row), *start = text + strcspn(text, digits);
    size_t before = strspn(start, digits);
    const char *point = start + before;
    size_t behind = *point == '\0' ? 0 : strspn(point + 1, digits);
    const char *rest = *point == '\0' ? point : point + 1 + behind;
    const char *unit = rest[0] == 'k' || rest[0] == 'K' ? "k" : "";
    char *whole = gp_copy(memory, start, before);
    char *part = gp_copy(memory, rest - behind, behind);
    const char *joined =
        gp_print(memory, "%.*s%s%s%s", (int)(start - text), text, whole, part, rest);
    struct gp_salary_text salary = {.amount = {0, beside->currency}};
    gp_money_parse(joined, beside, &salary);
    const char *right = gp_currency_decimals(salary.amount.currency) == 0
                            ? gp_print(memory, "%s%s", whole, part)
                            : gp_print(memory, "%s,%s.00", whole, part);
    const char *written = gp_copy(memory, start, (size_t)(rest - start));
    const char *larger = gp_print(memory, "%s%s", whole, part);
    while (behind > 0 && part[behind - 1] == '0')
        part[--behind] = '\0';
    char *both =
        gp_print(memory, "%s: %s%s may be %s%s or %s%s%s%s; write %s%s", amounts->name, written,
                 unit, larger, unit, whole, behind > 0 ? "." : "", part, unit, right, unit);
    return amounts->secret ? hide_digits(both) : both;
}

// A text with a digit in it may tell what is paid.
static const char *no_amount(struct gp_memory *memory, const struct gp_amounts *amounts,
                             const char *text) {
    const char *what = strpbrk(text, digits) == NULL ? gp_quoted(memory, text) : "no amount";
    return gp_print(memory, "%s is %s; write an amount such as %s", amounts->name, what,
                    amounts->examples);
}

// The words behind the last digit.
static const char *unknown_words(struct gp_memory *memory, const struct gp_amounts *amounts,
                                 const char *text) {
    const char *words = text;
    for (const char *at = text; *at != '\0'; at++)
        if (strchr(digits, *at) != NULL)
            words = at + 1;
    words += strspn(words, " ");
    return gp_print(memory,
                    "%s has %s behind it; write a currency there, or per hour, day, week, two "
                    "weeks, half month, month or year",
                    amounts->name, gp_quoted(memory, words));
}

const char *gp_amounts_fault(struct gp_memory *memory, const struct gp_amounts *amounts, size_t row,
                             enum gp_money_fault fault, const struct gp_money_beside *beside) {
    const char *text = gp_amounts_text(amounts, row), *wrong = "";
    switch (fault) {
    case GP_MONEY_GOOD:
        break;
    case GP_MONEY_NOT_A_NUMBER:
        return no_amount(memory, amounts, text);
    case GP_MONEY_BELOW_0:
        wrong = "is below 0; write it without a minus sign";
        break;
    case GP_MONEY_TWO_AMOUNTS:
        wrong = "has more than one amount; write the one that holds";
        break;
    case GP_MONEY_UNKNOWN_WORDS:
        return unknown_words(memory, amounts, text);
    case GP_MONEY_NO_CURRENCY:
        wrong = "has no currency; add a column currency, or set currency in policy.csv";
        break;
    case GP_MONEY_TWO_READINGS:
        return two_readings(memory, amounts, row, beside);
    case GP_MONEY_TOO_FINE:
        wrong = "has more decimals than its currency has; round it to what can be paid";
        break;
    case GP_MONEY_TOO_LARGE:
        wrong = "is over 10000000000000 of the smallest unit; check its digits";
        break;
    case GP_MONEY_TWO_CURRENCIES:
        wrong = "names two currencies, in its cell or beside it; keep one";
        break;
    }
    return gp_print(memory, "%s %s", amounts->name, wrong);
}

bool gp_part_parse(struct gp_memory *memory, const char *text, enum gp_part *part) {
    static const struct {
        const char *key;
        enum gp_part part;
    } words[] = {
        {"training", GP_PART_TRAINING},      {"trainings", GP_PART_TRAINING},
        {"coaching", GP_PART_COACHING},      {"coachings", GP_PART_COACHING},
        {"conference", GP_PART_CONFERENCES}, {"conferences", GP_PART_CONFERENCES},
    };
    const char *key = gp_text_key(memory, text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(key, words[i].key) == 0) {
            *part = words[i].part;
            return true;
        }
    return false;
}
