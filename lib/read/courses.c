#include "base/period.h"
#include "base/text.h"
#include "read/amounts.h"
#include "read/columns.h"
#include "read/course_parts.h"
#include "read/header_row.h"
#include "read/ladder_parts.h"

#include <string.h>

enum field { COURSE, KIND, PROVIDER, PRICE, CURRENCY, HOURS, SEATS, PER, TEACHES, NEEDS };
_Static_assert((int)NEEDS + 1 == GP_COURSE_FIELD_COUNT, "each field has a name");

enum { MOST_COURSES = 2000, MOST_HOURS = 10000, MOST_SEATS = 100000 };

const char *const gp_course_fields[GP_COURSE_FIELD_COUNT] = {
    "course", "kind", "provider", "price", "currency", "hours", "seats", "per", "teaches", "needs"};

struct reading {
    // Of an intake it uses what gp_columns_read() does, and the policy.
    struct gp_intake intake;
    struct gp_csv csv;
    size_t at[GP_COURSE_FIELD_COUNT]; // the column of a field; GP_NO_COLUMN if there is none
    struct gp_amounts prices;
    struct gp_catalogue catalogue;
};

static const char *cell(const struct reading *reading, size_t row, enum field field) {
    return gp_field_text(&reading->csv, reading->at, row, field);
}

static struct gp_at place(const struct reading *reading, size_t row, enum field field) {
    return gp_field_place(&reading->csv, reading->at, row, field);
}

// Says of a cell that its text is not what it should be; false, for the caller to return.
static bool refuse(const struct reading *reading, size_t row, enum field field, const char *right) {
    const char *text = cell(reading, row, field);
    return gp_error(reading->intake.messages, place(reading, row, field), "%s is %s; %s",
                    gp_course_fields[field],
                    text[0] == '\0' ? "empty" : gp_quoted(reading->intake.memory, text), right);
}

static bool read_kind(const struct reading *reading, size_t row, enum gp_part *kind) {
    if (gp_part_parse(reading->intake.memory, cell(reading, row, KIND), kind))
        return true;
    return refuse(reading, row, KIND, "write training, coaching or conference");
}

// A number above 0 and up to `most`, in units of 10^-places; -1 where the cell is empty.
static bool read_number(const struct reading *reading, size_t row, enum field field,
                        unsigned places, int32_t *value) {
    int64_t most = field == HOURS ? MOST_HOURS : MOST_SEATS, unit = places == 0 ? 1 : 10;
    const char *text = cell(reading, row, field);
    int64_t scaled = 0;
    *value = -1;
    if (text[0] == '\0')
        return true;
    if (gp_decimal_parse(text, places, &scaled) && scaled > 0 && scaled <= most * unit) {
        *value = (int32_t)scaled;
        return true;
    }
    return refuse(reading, row, field,
                  gp_print(reading->intake.memory, "write a %s above 0, at most %d%s",
                           places == 0 ? "whole number" : "number", (int)most,
                           places == 0 ? "" : ", with one decimal at most"));
}

static bool read_per(const struct reading *reading, size_t row, bool *group) {
    const char *key = gp_text_key(reading->intake.memory, cell(reading, row, PER));
    *group = strcmp(key, "group") == 0;
    if (*group || key[0] == '\0' || strcmp(key, "seat") == 0 || strcmp(key, "person") == 0)
        return true;
    return refuse(reading, row, PER, "write seat, or group for one price for all who come");
}

// What stands beside a price. False, with a report, where the row names a currency there is not.
static bool find_beside(const struct reading *reading, size_t row, struct gp_money_beside *beside) {
    const char *code = cell(reading, row, CURRENCY);
    size_t column = reading->at[PRICE];
    const char *header = column == GP_NO_COLUMN ? "" : gp_csv_text(&reading->csv, 0, column);
    gp_currency policys = reading->intake.policy->currency;
    gp_currency named = gp_currency_find(code, strlen(code));
    gp_currency near = named != GP_NO_CURRENCY ? named : policys;
    *beside = (struct gp_money_beside){.currency = named, .default_currency = policys};
    if (named == GP_NO_CURRENCY)
        beside->currency = gp_money_currency_within(header, near);
    return code[0] == '\0' || named != GP_NO_CURRENCY;
}

static bool read_price(struct reading *reading, size_t row, gp_money *price) {
    struct gp_money_beside beside;
    struct gp_salary_text read = {.periods_per_year = 1};
    struct gp_messages *messages = reading->intake.messages;
    struct gp_at at = place(reading, row, PRICE);
    if (!find_beside(reading, row, &beside))
        return refuse(reading, row, CURRENCY, "write a code of ISO 4217 such as USD or EUR");
    if (cell(reading, row, PRICE)[0] == '\0')
        return refuse(reading, row, PRICE, "write what it costs, or 0 if it is free");
    enum gp_money_fault fault = gp_amounts_parse(&reading->prices, row, &beside, &read);
    if (fault != GP_MONEY_GOOD)
        return gp_error(
            messages, at, "%s",
            gp_amounts_fault(reading->intake.memory, &reading->prices, row, fault, &beside));
    if (read.own_period != 0)
        return gp_error(messages, at, "price is given per %s; write that of the whole course",
                        gp_period_word(read.own_period));
    *price = read.amount;
    return true;
}

// "Positioning=4": the level behind the last sign.
static bool read_taught(struct reading *reading, size_t row, const char *part,
                        struct gp_taught *taught) {
    struct gp_memory *memory = reading->intake.memory;
    struct gp_messages *messages = reading->intake.messages;
    const struct gp_names *names = reading->intake.names;
    struct gp_at at = place(reading, row, TEACHES);
    const char *sign = strrchr(part, '=');
    if (sign == NULL)
        return gp_error(messages, at, "teaches %s without a level; write it as Activity=Level",
                        gp_quoted(memory, part));
    size_t length = (size_t)(sign - part);
    while (length > 0 && part[length - 1] == ' ')
        length--;
    const char *name = gp_copy(memory, part, length), *level = sign + 1 + strspn(sign + 1, " ");
    enum gp_found found = gp_names_activity(names, name, &taught->activity);
    if (found == GP_FOUND_TOO_COSTLY)
        return gp_intake_costly(&reading->intake, at, name);
    if (found == GP_NOT_FOUND)
        return gp_error(messages, at, "teaches %s, which is no activity; correct it%s",
                        gp_quoted(memory, name), gp_names_suggest_activity(names, name));
    bool rated = gp_names_rating(names, GP_SKILL, level, &taught->level) == GP_FOUND &&
                 gp_rated(taught->level);
    if (!rated)
        return gp_error(messages, at, "teaches %s to level %s%s", gp_quoted(memory, name),
                        gp_quoted(memory, level), gp_names_suggest_rating(names, GP_SKILL, level));
    if (taught->level == 0)
        return gp_error(messages, at, "teaches %s to level 0, which is none; write a higher one",
                        gp_quoted(memory, name));
    return true;
}

static bool read_teaches(struct reading *reading, size_t row, struct gp_course *course) {
    struct gp_memory *memory = reading->intake.memory;
    const char *rest = cell(reading, row, TEACHES), *part = NULL;
    size_t capacity = 0;
    bool good = true;
    while ((part = gp_next_part(memory, &rest)) != NULL) {
        struct gp_taught taught = {0};
        if (!read_taught(reading, row, part, &taught)) {
            good = false;
            continue;
        }
        for (size_t i = 0; i < course->taught_count; i++)
            if (course->taught[i].activity == taught.activity)
                good = gp_error(reading->intake.messages, place(reading, row, TEACHES),
                                "teaches %s, which it does already; keep one",
                                gp_quoted(memory, part));
        course->taught = gp_grow(memory, course->taught, course->taught_count, &capacity,
                                 sizeof *course->taught);
        course->taught[course->taught_count++] = taught;
    }
    if (good && course->taught_count == 0)
        return refuse(reading, row, TEACHES, "write what it teaches, such as Positioning=4");
    return good;
}

static void read_course(struct reading *reading, size_t row) {
    struct gp_course course = {.name = cell(reading, row, COURSE),
                               .provider = cell(reading, row, PROVIDER),
                               .at = place(reading, row, COURSE)};
    if (course.name[0] == '\0') {
        refuse(reading, row, COURSE, "name it, or remove the row");
        return;
    }
    read_kind(reading, row, &course.kind);
    read_price(reading, row, &course.price);
    read_number(reading, row, HOURS, 1, &course.hours_tenths);
    read_number(reading, row, SEATS, 0, &course.seats);
    read_per(reading, row, &course.group);
    read_teaches(reading, row, &course);
    gp_catalogue_add(&reading->catalogue, &course, cell(reading, row, NEEDS),
                     place(reading, row, NEEDS));
}

static bool find_columns(struct reading *reading) {
    static const struct gp_fields fields = {.names = gp_course_fields,
                                            .count = GP_COURSE_FIELD_COUNT,
                                            .suggested = GP_COURSE_FIELD_COUNT};
    static const enum field needed[] = {COURSE, KIND, PRICE, TEACHES};
    bool good = true;
    gp_columns_read(&reading->intake, &reading->csv, &fields, reading->at);
    struct gp_at at = {reading->csv.file, gp_csv_at(&reading->csv, 0, 0).line, 0};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (reading->at[needed[i]] == GP_NO_COLUMN)
            good = gp_error(reading->intake.messages, at,
                            "the courses have no column %s; they need course, kind, price and "
                            "teaches",
                            gp_course_fields[needed[i]]);
    return good;
}

static bool check_count(const struct reading *reading) {
    const struct gp_csv *csv = &reading->csv;
    if (csv->row_count == 1)
        return gp_error(reading->intake.messages, gp_csv_at(csv, 0, 0),
                        "there is no course below the header; a row for each would be right");
    if (csv->row_count - 1 > MOST_COURSES)
        return gp_error(reading->intake.messages, gp_csv_at(csv, MOST_COURSES + 1, 0),
                        "%zu courses; at most %d are allowed", csv->row_count - 1,
                        (int)MOST_COURSES);
    return true;
}

static void see_prices(struct reading *reading) {
    reading->prices = (struct gp_amounts){.csv = &reading->csv,
                                          .column = reading->at[PRICE],
                                          .name = gp_course_fields[PRICE],
                                          .examples = "1200 or 1,200.00 USD"};
    for (size_t row = 1; row < reading->csv.row_count; row++) {
        struct gp_money_beside beside;
        find_beside(reading, row, &beside);
        gp_amounts_see(&reading->prices, row, &beside);
    }
}

bool gp_read_courses(struct gp_memory *memory, const struct gp_source *source,
                     const struct gp_names *names, const struct gp_policy *policy,
                     struct gp_messages *messages, struct gp_courses *courses) {
    struct reading reading = {
        .intake = {.memory = memory, .names = names, .policy = policy, .messages = messages}};
    size_t errors = messages->counts[GP_ERROR];
    if (!gp_table_read(memory, names, source, messages, &reading.csv) || !find_columns(&reading) ||
        !check_count(&reading))
        return false;
    see_prices(&reading);
    gp_catalogue_open(&reading.catalogue, memory, messages, reading.csv.row_count);
    for (size_t row = 1; row < reading.csv.row_count; row++)
        read_course(&reading, row);
    gp_catalogue_close(&reading.catalogue);
    gp_amounts_warn(&reading.prices, messages);
    if (messages->counts[GP_ERROR] > errors)
        return false;
    *courses = reading.catalogue.courses;
    return true;
}
