#include "read/intake.h"

#include "base/number.h"
#include "base/text.h"

#include <string.h>

enum field {
    NAME,
    PERSON, // another word for name
    ID,
    EMAIL,
    ROLE,
    TARGET,
    MANAGER,
    SALARY,
    CURRENCY,
    RATE,
    SPENT,
    PRODUCT_YEARS,
    PRODUCTS,
    BACKGROUND,
    MENTOR_HOURS,
    MENTOR_WILLING,
    SUPPORTED
};
static const char *const fields[] = {
    "name",     "person",     "id",           "email",          "role",     "target",
    "manager",  "salary",     "currency",     "rate",           "spent",    "product_years",
    "products", "background", "mentor_hours", "mentor_willing", "supported"};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

// A roster being read: its rows and where each field stands in them.
struct roster {
    struct gp_intake *intake;
    struct gp_csv csv;
    size_t columns[FIELD_COUNT]; // NO_COLUMN if the field is not there
};
#define NO_COLUMN ((size_t)-1)

static const char *text_of(const struct roster *roster, size_t row, enum field field) {
    size_t column = roster->columns[field];
    return column == NO_COLUMN ? "" : gp_csv_text(&roster->csv, row, column);
}

static struct gp_at at_of(const struct roster *roster, size_t row, enum field field) {
    size_t column = roster->columns[field];
    return gp_csv_at(&roster->csv, row, column == NO_COLUMN ? 0 : column);
}

static const char *quoted(const struct roster *roster, size_t row, enum field field) {
    return gp_quoted(roster->intake->memory, text_of(roster, row, field));
}

static bool take_column(struct roster *roster, size_t column) {
    struct gp_intake *intake = roster->intake;
    const char *header = gp_csv_text(&roster->csv, 0, column);
    struct gp_at at = gp_csv_at(&roster->csv, 0, column);
    size_t field = 0;
    switch (gp_names_field(intake->names, header, fields, FIELD_COUNT, &field)) {
    case GP_FOUND_TOO_COSTLY:
        return gp_too_costly(intake, at, header);
    case GP_NOT_FOUND:
        if (gp_names_ignored(intake->names, header))
            return true;
        return gp_error(intake->messages, at,
                        "header %s is no field of a roster; correct it, or pass it over with an "
                        "ignore rule in aliases.csv%s",
                        gp_quoted(intake->memory, header),
                        gp_names_suggest_field(intake->names, header, fields, FIELD_COUNT));
    case GP_FOUND:
        break;
    }
    if (field == PERSON)
        field = NAME;
    if (roster->columns[field] != NO_COLUMN)
        return gp_twice(intake, &roster->csv, column, roster->columns[field]);
    roster->columns[field] = column;
    return true;
}

static bool find_columns(struct roster *roster) {
    bool good = true;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        roster->columns[i] = NO_COLUMN;
    for (size_t i = 0; i < roster->csv.rows[0].count; i++)
        if (gp_csv_text(&roster->csv, 0, i)[0] != '\0')
            good = take_column(roster, i) && good;
    struct gp_at at = gp_csv_at(&roster->csv, 0, 0);
    at.column = 0;
    static const enum field required[] = {NAME, ROLE};
    for (size_t i = 0; i < 2 && good; i++)
        if (roster->columns[required[i]] == NO_COLUMN)
            good = gp_error(roster->intake->messages, at,
                            "the roster has no column %s; name it so in the header, or add a rule "
                            "for its header to aliases.csv",
                            fields[required[i]]);
    return good;
}

static void read_role(const struct roster *roster, size_t row, size_t person) {
    struct gp_intake *intake = roster->intake;
    const char *text = text_of(roster, row, ROLE);
    struct gp_at at = at_of(roster, row, ROLE);
    intake->team.people[person].role = text;
    if (text[0] == '\0') {
        gp_intake_error(intake, person, at,
                        "there is no role; write a rung of the ladder, or \"" GP_OUTSIDE
                        "\" for someone not in product");
        return;
    }
    switch (gp_names_role(intake->names, text, &intake->team.people[person].rung)) {
    case GP_FOUND:
        return;
    case GP_NOT_FOUND:
        gp_intake_error(intake, person, at,
                        "role %s is not on the ladder; correct it, or write \"" GP_OUTSIDE
                        "\" for someone not in product%s",
                        quoted(roster, row, ROLE), gp_names_suggest_role(intake->names, text));
        return;
    case GP_FOUND_TOO_COSTLY:
        gp_too_costly(intake, at, text);
    }
}

static void read_target(const struct roster *roster, size_t row, size_t person) {
    struct gp_intake *intake = roster->intake;
    const char *text = text_of(roster, row, TARGET);
    size_t rung = GP_NO_RUNG;
    if (text[0] == '\0')
        return;
    if (gp_names_role(intake->names, text, &rung) == GP_FOUND && rung != GP_NO_RUNG)
        intake->team.people[person].target = rung;
    else
        gp_intake_error(intake, person, at_of(roster, row, TARGET),
                        "target %s is no rung of the ladder%s", quoted(roster, row, TARGET),
                        gp_names_suggest_role(intake->names, text));
}

// A number with `places` decimals from 0 to `most`; empty leaves `*number`.
static void read_number(const struct roster *roster, size_t row, enum field field, unsigned places,
                        int32_t most, int32_t *number, size_t person) {
    const char *text = text_of(roster, row, field);
    int64_t scaled = 0, scale = places == 0 ? 1 : 10;
    if (text[0] == '\0')
        return;
    if (gp_decimal_parse(text, places, &scaled) && scaled >= 0 && scaled <= most * scale)
        *number = (int32_t)scaled;
    else
        gp_intake_error(roster->intake, person, at_of(roster, row, field),
                        "%s is %s; write a number from 0 to %d%s, or nothing", fields[field],
                        quoted(roster, row, field), (int)most,
                        places == 0 ? "" : " with at most one decimal");
}

static void read_known(const struct roster *roster, size_t row, enum field field,
                       enum gp_known *known, size_t person) {
    static const char *const yes[] = {"yes", "y", "true", "1"}, *const no[] = {"no", "n", "false",
                                                                               "0"};
    const char *text = text_of(roster, row, field);
    const char *key = gp_text_key(roster->intake->memory, text);
    if (text[0] == '\0')
        return;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(key, yes[i]) == 0 || strcmp(key, no[i]) == 0) {
            *known = strcmp(key, yes[i]) == 0 ? GP_YES : GP_NO;
            return;
        }
    }
    gp_intake_error(roster->intake, person, at_of(roster, row, field),
                    "%s is %s; write yes or no, or nothing", fields[field],
                    quoted(roster, row, field));
}

// What is wrong with an amount, and what would be right. No amount is ever shown: it may be a
// salary.
static void refuse_money(const struct roster *roster, size_t row, enum field field, size_t person,
                         enum gp_money_fault fault) {
    const char *remedy = "";
    switch (fault) {
    case GP_MONEY_GOOD:
        return;
    case GP_MONEY_NOT_A_NUMBER:
        remedy = "no amount; write it as 120000.00, $120,000 or 120k";
        break;
    case GP_MONEY_NO_CURRENCY:
        remedy = "an amount of no currency; add a column currency, or set one in the policy";
        break;
    case GP_MONEY_TWO_READINGS:
        remedy = "an amount with one separator before three digits, which may be thousands or "
                 "decimals; write it with two decimals, or without a separator";
        break;
    case GP_MONEY_TOO_FINE:
        remedy = "finer than its currency has decimals; round it";
        break;
    case GP_MONEY_TOO_LARGE:
        remedy = "too large to be meant; at most 10^13 of the smallest unit can be counted";
        break;
    case GP_MONEY_TWO_CURRENCIES:
        remedy = "of another currency than its row says; keep one of the two";
        break;
    }
    gp_intake_error(roster->intake, person, at_of(roster, row, field), "%s is %s", fields[field],
                    remedy);
}

static bool read_currency(const struct roster *roster, size_t row, size_t person,
                          gp_currency *currency) {
    const char *text = text_of(roster, row, CURRENCY);
    *currency = GP_NO_CURRENCY;
    if (text[0] == '\0')
        return true;
    *currency = gp_currency_find(text, strlen(text));
    if (*currency != GP_NO_CURRENCY)
        return true;
    return gp_intake_error(roster->intake, person, at_of(roster, row, CURRENCY),
                           "currency %s is no ISO 4217 code; write one such as EUR or USD",
                           quoted(roster, row, CURRENCY));
}

static void read_spent(const struct roster *roster, size_t row, size_t person) {
    struct gp_intake *intake = roster->intake;
    struct gp_pay *pay = &intake->payroll.items[person];
    const char *text = text_of(roster, row, SPENT);
    struct gp_salary_text spent;
    if (text[0] == '\0')
        return;
    if (!pay->known) {
        gp_intake_error(intake, person, at_of(roster, row, SPENT),
                        "money is spent of a budget there is no salary for; add the salary, or "
                        "leave spent empty");
        return;
    }
    enum gp_money_fault fault = gp_money_parse(text, pay->salary.currency, &spent);
    if (fault == GP_MONEY_GOOD && spent.periods_per_year != 1)
        fault = GP_MONEY_NOT_A_NUMBER;
    if (fault == GP_MONEY_GOOD)
        pay->spent = spent.amount;
    else
        refuse_money(roster, row, SPENT, person, fault);
}

static void read_salary(const struct roster *roster, size_t row, size_t person) {
    struct gp_intake *intake = roster->intake;
    struct gp_pay *pay = &intake->payroll.items[person];
    const char *text = text_of(roster, row, SALARY);
    gp_currency currency = GP_NO_CURRENCY;
    struct gp_salary_text salary;
    if (!read_currency(roster, row, person, &currency) || text[0] == '\0')
        return;
    enum gp_money_fault fault = gp_money_parse(text, currency, &salary);
    if (fault == GP_MONEY_NO_CURRENCY && intake->policy->currency != GP_NO_CURRENCY)
        fault = gp_money_parse(text, intake->policy->currency, &salary);
    if (fault != GP_MONEY_GOOD) {
        refuse_money(roster, row, SALARY, person, fault);
        return;
    }
    pay->known = true;
    pay->salary = salary.amount;
    pay->spent = (gp_money){0, salary.amount.currency};
    if (salary.periods_per_year != 1)
        gp_warn(intake->messages, at_of(roster, row, SALARY),
                "the salary is not a year's: taken %u times a year", salary.periods_per_year);
}

static void read_pay(const struct roster *roster, size_t row, size_t person) {
    const char *rate = text_of(roster, row, RATE);
    read_salary(roster, row, person);
    read_spent(roster, row, person);
    if (rate[0] != '\0' && !gp_rate_parse(rate, &roster->intake->payroll.items[person].rate_ppm))
        gp_intake_error(roster->intake, person, at_of(roster, row, RATE),
                        "rate is %s; write a share of the salary such as 3 %% or 0.03",
                        quoted(roster, row, RATE));
}

// Whether the row is of somebody who has a row already.
static bool is_double(const struct roster *roster, const struct gp_identity *identity,
                      size_t *person) {
    const struct gp_intake *intake = roster->intake;
    switch (gp_intake_find(intake, identity, person)) {
    case GP_PERSON_UNKNOWN:
        return false;
    case GP_PERSON_AMBIGUOUS: // two of that name already: an id tells a third apart
        *person = 0;
        return identity->id[0] == '\0';
    case GP_PERSON_FOUND:
        break;
    }
    const struct gp_person *other = &intake->team.people[*person];
    bool other_id = identity->id[0] != '\0' && other->id[0] != '\0' &&
                    strcmp(gp_text_key(intake->memory, identity->id),
                           gp_text_key(intake->memory, other->id)) != 0;
    bool same_email = identity->email[0] != '\0' && strcmp(identity->email, other->email) == 0;
    return !other_id || same_email;
}

static void read_person(const struct roster *roster, size_t row) {
    struct gp_intake *intake = roster->intake;
    const struct gp_identity identity = {text_of(roster, row, ID), text_of(roster, row, EMAIL),
                                         text_of(roster, row, NAME)};
    struct gp_at at = at_of(roster, row, NAME);
    size_t person = 0;
    if (identity.name[0] == '\0') {
        gp_error(intake->messages, at, "the row has no name; write one, or remove the row");
        return;
    }
    if (is_double(roster, &identity, &person)) {
        gp_intake_error(intake, person, at,
                        "%s is on the roster already, in line %u; keep one row, or tell two people "
                        "apart by different ids",
                        gp_quoted(intake->memory, identity.name),
                        (unsigned)intake->team.people[person].at.line);
        return;
    }
    person = gp_intake_add(intake, &identity, at);
    struct gp_person *p = &intake->team.people[person];
    p->on_roster = true;
    p->manager_name = text_of(roster, row, MANAGER);
    p->background = text_of(roster, row, BACKGROUND);
    read_role(roster, row, person);
    read_target(roster, row, person);
    read_number(roster, row, PRODUCT_YEARS, 1, 60, &p->product_years_tenths, person);
    read_number(roster, row, PRODUCTS, 0, 1000, &p->products, person);
    read_number(roster, row, MENTOR_HOURS, 1, 200, &p->mentor_hours_tenths, person);
    read_known(roster, row, MENTOR_WILLING, &p->mentor_willing, person);
    read_known(roster, row, SUPPORTED, &p->supported, person);
    read_pay(roster, row, person);
}

bool gp_read_roster(struct gp_intake *intake, const struct gp_source *source) {
    struct roster roster = {.intake = intake};
    if (!gp_csv_read(intake->memory, source, intake->messages, &roster.csv) ||
        !find_columns(&roster))
        return false;
    intake->has_roster = true;
    if (roster.csv.row_count < 2)
        return gp_error(intake->messages, (struct gp_at){source->name, 1, 0},
                        "nobody is on the roster; add a row a person below the header");
    for (size_t row = 1; row < roster.csv.row_count; row++)
        read_person(&roster, row);
    return true;
}
