#include "base/text.h"
#include "read/intake.h"

#include <string.h>

enum field {
    FIELD_ID,
    FIELD_NAME,
    FIELD_EMAIL,
    FIELD_ROLE,
    FIELD_TARGET,
    FIELD_MANAGER,
    FIELD_SALARY,
    FIELD_CURRENCY,
    FIELD_RATE,
    FIELD_SPENT,
    FIELD_PRODUCT_YEARS,
    FIELD_PRODUCTS,
    FIELD_BACKGROUND,
    FIELD_MENTOR_HOURS,
    FIELD_MENTOR_WILLING,
    FIELD_SUPPORTED,
    FIELD_ROLE_SINCE,
    FIELD_PERSON, // what answers call the name
    FIELD_COUNT,
    FIELDS_SUGGESTED = FIELD_PERSON
};

_Static_assert((int)FIELD_COUNT == GP_ROSTER_FIELD_COUNT, "each field has a name");

const char *const gp_roster_fields[GP_ROSTER_FIELD_COUNT] = {
    "id",         "name",         "email",          "role",      "target",        "manager",
    "salary",     "currency",     "rate",           "spent",     "product_years", "products",
    "background", "mentor_hours", "mentor_willing", "supported", "role_since",    "person"};

struct reading {
    struct gp_intake *intake;
    struct gp_csv csv;
    size_t at[FIELD_COUNT]; // the column of a field; GP_NO_COLUMN if there is none
};

// A row of the roster and the person it is of.
struct entry {
    const struct reading *reading;
    size_t row;
    size_t person;
};

static const char *quoted(const struct reading *reading, const char *text) {
    return gp_quoted(reading->intake->memory, text);
}

static void take_field(struct reading *reading, size_t column, enum field field) {
    if (field == FIELD_PERSON)
        field = FIELD_NAME;
    size_t first = reading->at[field];
    if (first == GP_NO_COLUMN)
        reading->at[field] = column;
    else
        gp_intake_twice(reading->intake, &reading->csv, column, first, gp_roster_fields[field]);
}

static void read_header(struct reading *reading, size_t column) {
    const struct gp_names *names = reading->intake->names;
    struct gp_messages *messages = reading->intake->messages;
    const char *text = gp_csv_text(&reading->csv, 0, column);
    struct gp_at at = gp_csv_at(&reading->csv, 0, column);
    if (gp_csv_first_text(&reading->csv, column) == reading->csv.row_count)
        return;
    size_t field = FIELD_COUNT;
    enum gp_found found = gp_names_field(names, text, gp_roster_fields, FIELD_COUNT, &field);
    if (found == GP_FOUND)
        take_field(reading, column, (enum field)field);
    else if (text[0] == '\0')
        gp_error(messages, at, "the column has texts and no header; name it, or empty it");
    else if (gp_names_ignored(names, text))
        return;
    else if (found == GP_FOUND_TOO_COSTLY)
        gp_intake_costly(reading->intake, at, text);
    else
        gp_error(messages, at,
                 "the column %s is not known; correct it, or add an ignore rule to aliases.csv%s",
                 quoted(reading, text),
                 gp_names_suggest_field(names, text, gp_roster_fields, FIELDS_SUGGESTED));
}

static void read_headers(struct reading *reading) {
    for (size_t i = 0; i < FIELD_COUNT; i++)
        reading->at[i] = GP_NO_COLUMN;
    for (size_t i = 0; i < reading->csv.rows[0].count; i++)
        read_header(reading, i);
    struct gp_at at = {reading->csv.file, gp_csv_at(&reading->csv, 0, 0).line, 0};
    static const enum field needed[] = {FIELD_NAME, FIELD_ROLE};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (reading->at[needed[i]] == GP_NO_COLUMN)
            gp_error(reading->intake->messages, at,
                     "the roster has no column %s; it needs name and role",
                     gp_roster_fields[needed[i]]);
}

static const char *cell(const struct entry *entry, enum field field) {
    size_t column = entry->reading->at[field];
    return column == GP_NO_COLUMN ? "" : gp_csv_text(&entry->reading->csv, entry->row, column);
}

static struct gp_at place(const struct entry *entry, enum field field) {
    return gp_csv_at(&entry->reading->csv, entry->row, entry->reading->at[field]);
}

static struct gp_person *person_of(const struct entry *entry) {
    return &entry->reading->intake->team.people[entry->person];
}

static struct gp_pay *pay_of(const struct entry *entry) {
    return &entry->reading->intake->payroll.items[entry->person];
}

// Says of a field that its text is not what it should be.
static void refuse(const struct entry *entry, enum field field, const char *right) {
    gp_intake_fault(entry->reading->intake, entry->person, place(entry, field), "%s is %s; %s",
                    gp_roster_fields[field], quoted(entry->reading, cell(entry, field)), right);
}

// Says the same of one whose text nobody else should see.
static void refuse_unseen(const struct entry *entry, enum field field, const char *wrong) {
    gp_intake_fault(entry->reading->intake, entry->person, place(entry, field), "%s %s",
                    gp_roster_fields[field], wrong);
}

// Says that a pattern of the ladder gave up on a role.
static void refuse_costly_role(const struct entry *entry, enum field field) {
    const struct reading *reading = entry->reading;
    const char *text = cell(entry, field);
    gp_intake_costly_in(reading->intake, place(entry, field),
                        gp_names_costly_role(reading->intake->names, text), text);
}

// False, with a report, where the role is not known.
static bool read_role(const struct entry *entry) {
    const struct reading *reading = entry->reading;
    struct gp_person *person = person_of(entry);
    person->role = cell(entry, FIELD_ROLE);
    if (person->role[0] == '\0') {
        gp_intake_fault(reading->intake, entry->person, place(entry, FIELD_ROLE),
                        "role is empty; write a rung, or outside for someone not in product");
        return false;
    }
    switch (gp_names_role(reading->intake->names, person->role, &person->rung)) {
    case GP_FOUND:
        return true;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, entry->person, place(entry, FIELD_ROLE),
                        "role is %s, which is no rung; write outside for someone not in product%s",
                        quoted(reading, person->role),
                        gp_names_suggest_role(reading->intake->names, person->role));
        break;
    case GP_FOUND_TOO_COSTLY:
        refuse_costly_role(entry, FIELD_ROLE);
        break;
    }
    return false;
}

// The background a cell's text is of; false, with `*background` as it was, where it is of none.
static bool find_background(const struct entry *entry, enum field field, size_t *background) {
    struct gp_intake *intake = entry->reading->intake;
    const char *text = cell(entry, field);
    enum gp_found found = gp_names_background(intake->names, text, background);
    if (found == GP_FOUND_TOO_COSTLY)
        gp_intake_costly_in(intake, place(entry, field), gp_ladder_file_name(GP_FILE_BACKGROUNDS),
                            text);
    return found == GP_FOUND;
}

// What somebody outside the ladder does now says more than what they did before.
static void read_came_from(const struct entry *entry, bool role_known) {
    struct gp_person *person = person_of(entry);
    bool outside = role_known && person->rung == GP_NO_RUNG;
    person->background = cell(entry, FIELD_BACKGROUND);
    if (!outside || !find_background(entry, FIELD_ROLE, &person->came_from))
        find_background(entry, FIELD_BACKGROUND, &person->came_from);
}

static void read_target(const struct entry *entry) {
    const struct reading *reading = entry->reading;
    const char *text = cell(entry, FIELD_TARGET);
    size_t rung = GP_NO_RUNG;
    if (text[0] == '\0')
        return;
    switch (gp_names_role(reading->intake->names, text, &rung)) {
    case GP_FOUND:
        if (rung == GP_NO_RUNG)
            refuse(entry, FIELD_TARGET, "a target is a rung of the ladder; name one, or empty it");
        break;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, entry->person, place(entry, FIELD_TARGET),
                        "target is %s, which is no rung; name one, or empty it%s",
                        quoted(reading, text), gp_names_suggest_role(reading->intake->names, text));
        break;
    case GP_FOUND_TOO_COSTLY:
        refuse_costly_role(entry, FIELD_TARGET);
        break;
    }
    person_of(entry)->target = rung;
}

// "120.000": both readings, and how to write the larger one so that it is no other.
static void refuse_two_readings(const struct entry *entry, enum field field, gp_currency column) {
    static const char digits[] = "0123456789";
    struct gp_memory *memory = entry->reading->intake->memory;
    const char *text = cell(entry, field), *start = text + strcspn(text, digits);
    size_t before = strspn(start, digits);
    const char *point = start + before;
    size_t behind = *point == '\0' ? 0 : strspn(point + 1, digits);
    const char *rest = *point == '\0' ? point : point + 1 + behind;
    const char *unit = rest[0] == 'k' || rest[0] == 'K' ? "k" : "";
    char *whole = gp_copy(memory, start, before);
    char *part = gp_copy(memory, rest - behind, behind);
    const char *joined =
        gp_print(memory, "%.*s%s%s%s", (int)(start - text), text, whole, part, rest);
    struct gp_salary_text salary = {.amount = {0, column}};
    gp_money_parse(joined, column, &salary);
    const char *right = gp_currency_decimals(salary.amount.currency) == 0
                            ? gp_print(memory, "%s%s", whole, part)
                            : gp_print(memory, "%s,%s.00", whole, part);
    const char *written = gp_copy(memory, start, (size_t)(rest - start));
    const char *larger = gp_print(memory, "%s%s", whole, part);
    while (behind > 0 && part[behind - 1] == '0')
        part[--behind] = '\0';
    gp_intake_fault(entry->reading->intake, entry->person, place(entry, field),
                    "%s: %s%s may be %s%s or %s%s%s%s; write %s%s", gp_roster_fields[field],
                    written, unit, larger, unit, whole, behind > 0 ? "." : "", part, unit, right,
                    unit);
}

// The text is shown only where it is no amount: whoever reads messages may not know what is paid.
static void refuse_money(const struct entry *entry, enum field field, enum gp_money_fault fault,
                         gp_currency column) {
    switch (fault) {
    case GP_MONEY_GOOD:
        break;
    case GP_MONEY_NOT_A_NUMBER:
        refuse(entry, field, "write an amount such as 120000, 120,000.00 USD or 45.50/hr");
        break;
    case GP_MONEY_NO_CURRENCY:
        refuse_unseen(entry, field,
                      "has no currency; add a column currency, or set currency in policy.csv");
        break;
    case GP_MONEY_TWO_READINGS:
        refuse_two_readings(entry, field, column);
        break;
    case GP_MONEY_TOO_FINE:
        refuse_unseen(entry, field,
                      "has more decimals than its currency has; round it to what can be paid");
        break;
    case GP_MONEY_TOO_LARGE:
        refuse_unseen(entry, field,
                      "is over 10000000000000 of the smallest unit; check its digits");
        break;
    case GP_MONEY_TWO_CURRENCIES:
        refuse_unseen(entry, field, "names two currencies, in its cell or beside it; keep one");
        break;
    }
}

// Policy's currency is for amounts that name none: it says which dollar "$" is, and nothing else.
static enum gp_money_fault parse_salary(const struct entry *entry, gp_currency named,
                                        struct gp_salary_text *salary) {
    const char *text = cell(entry, FIELD_SALARY);
    if (named != GP_NO_CURRENCY)
        return gp_money_parse(text, named, salary);
    enum gp_money_fault fault =
        gp_money_parse(text, entry->reading->intake->policy->currency, salary);
    return fault == GP_MONEY_TWO_CURRENCIES ? gp_money_parse(text, GP_NO_CURRENCY, salary) : fault;
}

static void warn_of_period(const struct entry *entry, unsigned periods_per_year) {
    const char *period = periods_per_year == 12    ? "month"
                         : periods_per_year == 52  ? "week"
                         : periods_per_year == 260 ? "day"
                                                   : "hour";
    if (periods_per_year != 1)
        gp_warn(entry->reading->intake->messages, place(entry, FIELD_SALARY),
                "salary is per %s: taken as %u %ss a year", period, periods_per_year, period);
}

static void read_salary(const struct entry *entry) {
    const char *code = cell(entry, FIELD_CURRENCY);
    gp_currency named = gp_currency_find(code, strlen(code));
    if (code[0] != '\0' && named == GP_NO_CURRENCY) {
        refuse(entry, FIELD_CURRENCY, "write a code of ISO 4217 such as USD or EUR");
        return;
    }
    if (cell(entry, FIELD_SALARY)[0] == '\0')
        return;
    struct gp_salary_text salary = {.periods_per_year = 1};
    enum gp_money_fault fault = parse_salary(entry, named, &salary);
    if (fault != GP_MONEY_GOOD) {
        gp_currency column = named;
        if (column == GP_NO_CURRENCY)
            column = entry->reading->intake->policy->currency;
        refuse_money(entry, FIELD_SALARY, fault, column);
        return;
    }
    warn_of_period(entry, salary.periods_per_year);
    struct gp_pay *pay = pay_of(entry);
    pay->known = true;
    pay->salary = salary.amount;
    pay->spent = (gp_money){0, salary.amount.currency};
}

static void read_spent(const struct entry *entry) {
    struct gp_pay *pay = pay_of(entry);
    struct gp_salary_text spent = {.periods_per_year = 1};
    if (cell(entry, FIELD_SPENT)[0] == '\0')
        return;
    if (cell(entry, FIELD_SALARY)[0] == '\0')
        refuse_unseen(entry, FIELD_SPENT, "stands without a salary; add the salary, or empty it");
    if (!pay->known)
        return;
    enum gp_money_fault fault =
        gp_money_parse(cell(entry, FIELD_SPENT), pay->salary.currency, &spent);
    if (fault != GP_MONEY_GOOD)
        refuse_money(entry, FIELD_SPENT, fault, pay->salary.currency);
    else if (spent.periods_per_year != 1)
        refuse_unseen(entry, FIELD_SPENT, "is given per period; write what was spent this year");
    else
        pay->spent = spent.amount;
}

// `value` with `places` digits behind the point, as few of them as say it.
static const char *decimal_text(struct gp_memory *memory, int64_t value, unsigned places) {
    int64_t unit = 1;
    while (places > 0 && value % 10 == 0) {
        value /= 10;
        places--;
    }
    for (unsigned i = 0; i < places; i++)
        unit *= 10;
    if (places == 0)
        return gp_print(memory, "%lld", (long long)value);
    return gp_print(memory, "%lld.%0*lld", (long long)(value / unit), (int)places,
                    (long long)(value % unit));
}

// A bare 1 or 0.5 is meant as a percentage by one and as a share by another, and no error would
// show: smaller ones are shares, and larger ones percentages, whoever wrote them.
static bool refuse_bare_rate(const struct entry *entry, const char *text) {
    enum { PLACES = 6, LEAST = 200000, MOST = 1000000, FINEST_SHARE = 100 };
    struct gp_memory *memory = entry->reading->intake->memory;
    int64_t number = 0;
    if (!gp_decimal_parse(text, PLACES, &number) || number < LEAST || number > MOST)
        return false;
    const char *percent = decimal_text(memory, number, PLACES);
    const char *share = number % FINEST_SHARE != 0
                            ? ""
                            : gp_print(memory, " or %s", decimal_text(memory, number, PLACES + 2));
    gp_intake_fault(entry->reading->intake, entry->person, place(entry, FIELD_RATE),
                    "rate is %s, which may be %s %% or %s %%; write %s %%%s",
                    quoted(entry->reading, text), percent, decimal_text(memory, number, PLACES - 2),
                    percent, share);
    return true;
}

static void read_rate(const struct entry *entry) {
    const char *text = cell(entry, FIELD_RATE);
    if (text[0] == '\0' || refuse_bare_rate(entry, text))
        return;
    if (!gp_rate_parse(text, &pay_of(entry)->rate_ppm))
        refuse(entry, FIELD_RATE, "write a percentage such as 3 % or 0.03, at most 100 %");
}

// A number from 0 to `most`, in units of 10^-places; `*value` stays where the cell is empty.
static void read_number(const struct entry *entry, enum field field, unsigned places, int64_t most,
                        int32_t *value) {
    const char *text = cell(entry, field);
    int64_t scaled = 0, unit = places == 0 ? 1 : 10;
    if (text[0] == '\0')
        return;
    if (gp_decimal_parse(text, places, &scaled) && scaled >= 0 && scaled <= most * unit)
        *value = (int32_t)scaled;
    else
        refuse(entry, field,
               gp_print(entry->reading->intake->memory, "write a %s from 0 to %d%s",
                        places == 0 ? "whole number" : "number", (int)most,
                        places == 0 ? "" : ", with one decimal at most"));
}

static void read_role_since(const struct entry *entry) {
    const char *text = cell(entry, FIELD_ROLE_SINCE);
    if (text[0] != '\0' && !gp_date_parse(text, &person_of(entry)->role_since))
        refuse(entry, FIELD_ROLE_SINCE, "write a date such as 2024-03-01");
}

static enum gp_known read_known(const struct entry *entry, enum field field) {
    static const char *const yes[] = {"yes", "y", "true", "1"};
    static const char *const no[] = {"no", "n", "false", "0"};
    const char *text = cell(entry, field);
    const char *key = gp_text_key(entry->reading->intake->memory, text);
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(key, yes[i]) == 0)
            return GP_YES;
        if (strcmp(key, no[i]) == 0)
            return GP_NO;
    }
    if (text[0] != '\0')
        refuse(entry, field, "write yes or no, or leave it empty");
    return GP_UNKNOWN;
}

static void read_person(const struct entry *entry) {
    struct gp_person *person = person_of(entry);
    person->on_roster = true;
    person->manager_name = cell(entry, FIELD_MANAGER);
    read_came_from(entry, read_role(entry));
    read_role_since(entry);
    read_target(entry);
    read_salary(entry);
    read_rate(entry);
    read_spent(entry);
    read_number(entry, FIELD_PRODUCT_YEARS, 1, 60, &person->product_years_tenths);
    read_number(entry, FIELD_PRODUCTS, 0, 1000, &person->products);
    read_number(entry, FIELD_MENTOR_HOURS, 1, 200, &person->mentor_hours_tenths);
    person->mentor_willing = read_known(entry, FIELD_MENTOR_WILLING);
    person->supported = read_known(entry, FIELD_SUPPORTED);
}

static void refuse_twin(const struct entry *entry, enum field field, size_t first,
                        const char *right) {
    struct gp_person *people = entry->reading->intake->team.people;
    people[first].left_out = true;
    refuse(entry, field,
           gp_print(entry->reading->intake->memory, "line %u has it too: %s",
                    (unsigned)people[first].at.line, right));
}

// Reports a row that has the id, the email or the name of an earlier one. `idless` says, for the
// first person of a name, whether somebody with that name has no id.
static void check_twin(const struct entry *entry, const bool *idless) {
    struct gp_intake *intake = entry->reading->intake;
    const struct gp_person *person = person_of(entry);
    const char *email = gp_intake_email_key(intake->memory, person->email);
    size_t id_first = entry->person, email_first = entry->person, name_first = entry->person;
    gp_map_find(intake->by_id, person->id, &id_first);
    gp_map_find(intake->by_email, email, &email_first);
    gp_map_find(intake->by_key, person->key, &name_first);
    if (id_first != entry->person)
        refuse_twin(entry, FIELD_ID, id_first, "give each person an id of their own");
    else if (email_first != entry->person)
        refuse_twin(entry, FIELD_EMAIL, email_first, "give each person an email of their own");
    else if (name_first != entry->person && idless[name_first])
        refuse_twin(entry, FIELD_NAME, name_first, "remove one, or give both an id");
}

static void check_twins(const struct reading *reading, const size_t *rows) {
    const struct gp_intake *intake = reading->intake;
    size_t count = intake->team.person_count;
    bool *idless = gp_alloc(intake->memory, count, sizeof *idless);
    for (size_t i = 0; i < count; i++) {
        size_t first = i;
        gp_map_find(intake->by_key, intake->team.people[i].key, &first);
        idless[first] = idless[first] || intake->team.people[i].id[0] == '\0';
    }
    for (size_t i = 0; i < count; i++)
        check_twin(&(struct entry){reading, rows[i], i}, idless);
}

bool gp_read_roster(struct gp_intake *intake, const struct gp_source *source) {
    struct reading reading = {.intake = intake};
    size_t errors = intake->messages->counts[GP_ERROR];
    if (!gp_csv_read(intake->memory, source, intake->messages, &reading.csv))
        return false;
    read_headers(&reading);
    if (reading.at[FIELD_NAME] == GP_NO_COLUMN || reading.at[FIELD_ROLE] == GP_NO_COLUMN)
        return false;
    intake->has_roster = true;
    if (reading.csv.row_count == 1)
        return gp_error(intake->messages, gp_csv_at(&reading.csv, 0, 0),
                        "the roster has nobody on it; a row for each person would be right");
    size_t *rows = gp_alloc(intake->memory, reading.csv.row_count, sizeof *rows);
    struct gp_at *managers = gp_alloc(intake->memory, reading.csv.row_count, sizeof *managers);
    for (size_t row = 1; row < reading.csv.row_count; row++) {
        struct entry entry = {&reading, row, intake->team.person_count};
        struct gp_identity who = {cell(&entry, FIELD_ID), cell(&entry, FIELD_EMAIL),
                                  cell(&entry, FIELD_NAME)};
        if (who.name[0] == '\0') {
            gp_error(intake->messages, place(&entry, FIELD_NAME),
                     "row has no name; write who it is about, or remove it");
            continue;
        }
        gp_intake_add(intake, &who, place(&entry, FIELD_NAME));
        rows[entry.person] = row;
        managers[entry.person] = place(&entry, FIELD_MANAGER);
        read_person(&entry);
    }
    check_twins(&reading, rows);
    gp_intake_managers(intake, managers);
    return intake->messages->counts[GP_ERROR] == errors;
}
