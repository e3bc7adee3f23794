#include "base/text.h"
#include "read/columns.h"
#include "read/roster_parts.h"
#include "read/zones.h"

#include <string.h>

_Static_assert((int)GP_FIELD_COUNT == GP_ROSTER_FIELD_COUNT, "each field has a name");

const char *const gp_roster_fields[GP_ROSTER_FIELD_COUNT] = {
    "id",           "name",           "email",      "role",          "target",    "manager",
    "salary",       "currency",       "rate",       "spent",         "period",    "fte",
    "joined",       "leaves",         "carry_over", "product_years", "products",  "background",
    "mentor_hours", "mentor_willing", "supported",  "role_since",    "time_zone", "wants_mentor",
    "person"};

static const char *quoted(const struct gp_roster *reading, const char *text) {
    return gp_quoted(reading->intake->memory, text);
}

static void read_headers(struct gp_roster *reading, const struct gp_shaped *shaped) {
    static const struct gp_fields fields = {.names = gp_roster_fields,
                                            .count = GP_FIELD_COUNT,
                                            .suggested = GP_FIELDS_SUGGESTED,
                                            .synonym = GP_FIELD_PERSON,
                                            .of = GP_FIELD_NAME};
    gp_columns_read_shaped(reading->intake, shaped, &fields, reading->at);
    struct gp_at at = {reading->csv.file, gp_csv_at(&reading->csv, 0, 0).line, 0};
    static const enum gp_field needed[] = {GP_FIELD_NAME, GP_FIELD_ROLE};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (reading->at[needed[i]] == GP_NO_COLUMN)
            gp_error(reading->intake->messages, at,
                     "the roster has no column %s; it needs name and role",
                     gp_roster_fields[needed[i]]);
}

const char *gp_roster_cell(const struct gp_roster_row *entry, enum gp_field field) {
    size_t column = entry->reading->at[field];
    return column == GP_NO_COLUMN ? "" : gp_csv_text(&entry->reading->csv, entry->row, column);
}

struct gp_at gp_roster_place(const struct gp_roster_row *entry, enum gp_field field) {
    return gp_csv_at(&entry->reading->csv, entry->row, entry->reading->at[field]);
}

static struct gp_person *person_of(const struct gp_roster_row *entry) {
    return &entry->reading->intake->team.people[entry->person];
}

void gp_roster_refuse(const struct gp_roster_row *entry, enum gp_field field, const char *right) {
    gp_intake_fault(entry->reading->intake, entry->person, gp_roster_place(entry, field),
                    "%s is %s; %s", gp_roster_fields[field],
                    gp_quoted(entry->reading->intake->memory, gp_roster_cell(entry, field)), right);
}

static const char *suggest_role(const struct gp_intake *intake, const char *text) {
    return gp_intake_suggests(intake) ? gp_names_suggest_role(intake->names, text) : "";
}

// Says that a pattern of the ladder gave up on a role.
static void refuse_costly_role(const struct gp_roster_row *entry, enum gp_field field) {
    const struct gp_roster *reading = entry->reading;
    const char *text = gp_roster_cell(entry, field);
    gp_intake_costly_in(reading->intake, gp_roster_place(entry, field),
                        gp_names_costly_role(reading->intake->names, text), text);
}

// False, with a report, where the role is not known.
static bool read_role(const struct gp_roster_row *entry) {
    const struct gp_roster *reading = entry->reading;
    struct gp_person *person = person_of(entry);
    person->role = gp_roster_cell(entry, GP_FIELD_ROLE);
    if (person->role[0] == '\0') {
        gp_intake_fault(reading->intake, entry->person, gp_roster_place(entry, GP_FIELD_ROLE),
                        "role is empty; write a rung, or outside for someone not in product");
        return false;
    }
    switch (gp_names_role(reading->intake->names, person->role, &person->rung)) {
    case GP_FOUND:
        return true;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, entry->person, gp_roster_place(entry, GP_FIELD_ROLE),
                        "role is %s, which is no rung; write outside for someone not in product%s",
                        quoted(reading, person->role), suggest_role(reading->intake, person->role));
        break;
    case GP_FOUND_TWO_WAYS: // never: of roles the first rule counts
    case GP_FOUND_TOO_COSTLY:
        refuse_costly_role(entry, GP_FIELD_ROLE);
        break;
    }
    return false;
}

// The background a cell's text is of; false, with `*background` as it was, where it is of none.
static bool find_background(const struct gp_roster_row *entry, enum gp_field field,
                            size_t *background) {
    struct gp_intake *intake = entry->reading->intake;
    const char *text = gp_roster_cell(entry, field);
    enum gp_found found = gp_names_background(intake->names, text, background);
    if (found == GP_FOUND_TOO_COSTLY)
        gp_intake_costly_in(intake, gp_roster_place(entry, field),
                            gp_ladder_file_name(GP_FILE_BACKGROUNDS), text);
    return found == GP_FOUND;
}

// What somebody outside the ladder does now says more than what they did before.
static void read_came_from(const struct gp_roster_row *entry, bool role_known) {
    struct gp_person *person = person_of(entry);
    bool outside = role_known && person->rung == GP_NO_RUNG;
    person->background = gp_roster_cell(entry, GP_FIELD_BACKGROUND);
    if (!outside || !find_background(entry, GP_FIELD_ROLE, &person->came_from))
        find_background(entry, GP_FIELD_BACKGROUND, &person->came_from);
}

static void read_target(const struct gp_roster_row *entry) {
    const struct gp_roster *reading = entry->reading;
    const char *text = gp_roster_cell(entry, GP_FIELD_TARGET);
    size_t rung = GP_NO_RUNG;
    if (text[0] == '\0')
        return;
    switch (gp_names_role(reading->intake->names, text, &rung)) {
    case GP_FOUND:
        if (rung == GP_NO_RUNG)
            gp_roster_refuse(entry, GP_FIELD_TARGET,
                             "a target is a rung of the ladder; name one, or empty it");
        break;
    case GP_NOT_FOUND:
        gp_intake_fault(reading->intake, entry->person, gp_roster_place(entry, GP_FIELD_TARGET),
                        "target is %s, which is no rung; name one, or empty it%s",
                        quoted(reading, text), suggest_role(reading->intake, text));
        break;
    case GP_FOUND_TWO_WAYS: // never: of roles the first rule counts
    case GP_FOUND_TOO_COSTLY:
        refuse_costly_role(entry, GP_FIELD_TARGET);
        break;
    }
    person_of(entry)->target = rung;
}

// A number from 0 to `most`, in units of 10^-places; `*value` stays where the cell is empty.
static void read_number(const struct gp_roster_row *entry, enum gp_field field, unsigned places,
                        int64_t most, int32_t *value) {
    const char *text = gp_roster_cell(entry, field);
    int64_t scaled = 0, unit = places == 0 ? 1 : 10;
    if (text[0] == '\0')
        return;
    if (gp_decimal_parse(text, places, &scaled) && scaled >= 0 && scaled <= most * unit)
        *value = (int32_t)scaled;
    else
        gp_roster_refuse(entry, field,
                         gp_print(entry->reading->intake->memory, "write a %s from 0 to %d%s",
                                  places == 0 ? "whole number" : "number", (int)most,
                                  places == 0 ? "" : ", with one decimal at most"));
}

bool gp_roster_day(const struct gp_roster_row *entry, enum gp_field field, gp_date *date) {
    const struct gp_roster *reading = entry->reading;
    const char *text = gp_roster_cell(entry, field);
    gp_moment moment = {.second = GP_NO_SECOND};
    enum gp_date_fault fault =
        text[0] == '\0' ? GP_DATE_READ : gp_dates_parse(&reading->dates, text, &moment);
    if (fault == GP_DATE_READ)
        *date = moment.date;
    else
        gp_roster_refuse(entry, field,
                         gp_dates_right(reading->intake->memory, &reading->dates, text, fault));
    return fault == GP_DATE_READ;
}

// Every column of dates tells the order of all.
static void see_dates(struct gp_roster *reading) {
    static const enum gp_field days[] = {GP_FIELD_JOINED, GP_FIELD_LEAVES, GP_FIELD_ROLE_SINCE};
    reading->dates = (struct gp_dates){.csv = &reading->csv, .given = reading->intake->date_order};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        gp_dates_see(&reading->dates, reading->at[days[i]]);
}

static enum gp_known read_known(const struct gp_roster_row *entry, enum gp_field field) {
    static const char *const yes[] = {"yes", "y", "true", "1"};
    static const char *const no[] = {"no", "n", "false", "0"};
    const char *text = gp_roster_cell(entry, field);
    if (text[0] == '\0')
        return GP_UNKNOWN;
    const char *key = gp_text_key(entry->reading->intake->memory, text);
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(key, yes[i]) == 0)
            return GP_YES;
        if (strcmp(key, no[i]) == 0)
            return GP_NO;
    }
    gp_roster_refuse(entry, field, "write yes or no, or leave it empty");
    return GP_UNKNOWN;
}

// A zone that says no offset is no fault of the person's: HR systems write places.
static void read_time_zone(const struct gp_roster_row *entry) {
    struct gp_roster *reading = entry->reading;
    const char *text = gp_roster_cell(entry, GP_FIELD_TIME_ZONE);
    if (text[0] == '\0')
        return;
    switch (gp_zone_parse(text, &person_of(entry)->zone_minutes)) {
    case GP_ZONE_GOOD:
        break;
    case GP_ZONE_WRONG:
        gp_roster_refuse(entry, GP_FIELD_TIME_ZONE,
                         "write an offset from UTC such as UTC+1 or UTC-05:30, from -12:00 to "
                         "+14:00");
        break;
    case GP_ZONE_UNKNOWN:
        if (reading->no_offsets++ == 0)
            reading->first_no_offset = entry->row;
        break;
    }
}

static void warn_no_offsets(struct gp_roster *reading) {
    const struct gp_roster_row first = {reading, reading->first_no_offset, 0};
    const char *more = "";
    if (reading->no_offsets == 0)
        return;
    if (reading->no_offsets > 1)
        more = gp_print(reading->intake->memory, ", as in %zu more rows", reading->no_offsets - 1);
    gp_warn(reading->intake->messages, gp_roster_place(&first, GP_FIELD_TIME_ZONE),
            "time_zone is %s, which names no offset from UTC%s; it counts as not known, so write "
            "one such as UTC+1",
            quoted(reading, gp_roster_cell(&first, GP_FIELD_TIME_ZONE)), more);
}

static void read_person(const struct gp_roster_row *entry) {
    struct gp_person *person = person_of(entry);
    person->on_roster = true;
    person->manager_name = gp_roster_cell(entry, GP_FIELD_MANAGER);
    read_came_from(entry, read_role(entry));
    gp_roster_day(entry, GP_FIELD_ROLE_SINCE, &person->role_since);
    read_target(entry);
    gp_roster_pay(entry);
    read_number(entry, GP_FIELD_PRODUCT_YEARS, 1, 60, &person->product_years_tenths);
    read_number(entry, GP_FIELD_PRODUCTS, 0, 1000, &person->products);
    read_number(entry, GP_FIELD_MENTOR_HOURS, 1, 200, &person->mentor_hours_tenths);
    person->mentor_willing = read_known(entry, GP_FIELD_MENTOR_WILLING);
    person->wants_mentor = read_known(entry, GP_FIELD_WANTS_MENTOR);
    read_time_zone(entry);
    person->supported = read_known(entry, GP_FIELD_SUPPORTED);
}

static void refuse_twin(const struct gp_roster_row *entry, enum gp_field field, size_t first,
                        const char *right) {
    struct gp_person *people = entry->reading->intake->team.people;
    people[first].left_out = true;
    gp_roster_refuse(entry, field,
                     gp_print(entry->reading->intake->memory, "line %u has it too: %s",
                              (unsigned)people[first].at.line, right));
}

// Reports a row that has the id, the email or the name of an earlier one. `idless` says, for the
// first person of a name, whether somebody with that name has neither id nor email.
static void check_twin(const struct gp_roster_row *entry, const bool *idless) {
    struct gp_intake *intake = entry->reading->intake;
    const struct gp_person *person = person_of(entry);
    const char *email = gp_intake_email_key(intake->memory, person->email);
    size_t id_first = entry->person, email_first = entry->person, name_first = entry->person;
    gp_map_find(intake->by_id, person->id, &id_first);
    gp_map_find(intake->by_email, email, &email_first);
    gp_map_find(intake->by_key, person->key, &name_first);
    if (id_first != entry->person)
        refuse_twin(entry, GP_FIELD_ID, id_first, "give each person an id of their own");
    else if (email_first != entry->person)
        refuse_twin(entry, GP_FIELD_EMAIL, email_first, "give each person an email of their own");
    else if (name_first != entry->person && idless[name_first])
        refuse_twin(entry, GP_FIELD_NAME, name_first, "remove one, or give both an id or an email");
}

static void check_twins(struct gp_roster *reading, const size_t *rows) {
    const struct gp_intake *intake = reading->intake;
    size_t count = intake->team.person_count;
    if (!intake->has_twins)
        return;
    bool *idless = gp_alloc(intake->memory, count, sizeof *idless);
    for (size_t i = 0; i < count; i++) {
        size_t first = i;
        gp_map_find(intake->by_key, intake->team.people[i].key, &first);
        const struct gp_person *person = &intake->team.people[i];
        idless[first] = idless[first] || (person->id[0] == '\0' && person->email[0] == '\0');
    }
    for (size_t i = 0; i < count; i++)
        check_twin(&(struct gp_roster_row){reading, rows[i], i}, idless);
}

static void read_rows(struct gp_roster *reading) {
    struct gp_intake *intake = reading->intake;
    size_t *rows = gp_alloc(intake->memory, reading->csv.row_count, sizeof *rows);
    struct gp_at *managers = gp_alloc(intake->memory, reading->csv.row_count, sizeof *managers);
    for (size_t row = 1; row < reading->csv.row_count; row++) {
        struct gp_roster_row entry = {reading, row, intake->team.person_count};
        struct gp_identity who = {gp_roster_cell(&entry, GP_FIELD_ID),
                                  gp_roster_cell(&entry, GP_FIELD_EMAIL),
                                  gp_roster_cell(&entry, GP_FIELD_NAME)};
        if (who.name[0] == '\0') {
            gp_error(intake->messages, gp_roster_place(&entry, GP_FIELD_NAME),
                     "row has no name; write who it is about, or remove it");
            continue;
        }
        gp_intake_add(intake, &who, gp_roster_place(&entry, GP_FIELD_NAME));
        rows[entry.person] = row;
        managers[entry.person] = gp_roster_place(&entry, GP_FIELD_MANAGER);
        read_person(&entry);
    }
    check_twins(reading, rows);
    gp_intake_managers(intake, managers);
}

bool gp_roster_rows_read(struct gp_intake *intake, const struct gp_shaped *shaped,
                         struct gp_roster *reading) {
    size_t errors = intake->messages->counts[GP_ERROR];
    *reading = (struct gp_roster){.intake = intake, .csv = shaped->csv};
    read_headers(reading, shaped);
    if (reading->at[GP_FIELD_NAME] == GP_NO_COLUMN || reading->at[GP_FIELD_ROLE] == GP_NO_COLUMN)
        return false;
    intake->has_roster = true;
    if (reading->csv.row_count == 1)
        return gp_error(intake->messages, gp_csv_at(&reading->csv, 0, 0),
                        "the roster has nobody on it; a row for each person would be right");
    see_dates(reading);
    gp_roster_pay_open(reading);
    read_rows(reading);
    gp_roster_pay_close(reading);
    warn_no_offsets(reading);
    return intake->messages->counts[GP_ERROR] == errors;
}

bool gp_read_roster(struct gp_intake *intake, const struct gp_source *source) {
    struct gp_shaped shaped;
    struct gp_roster reading;
    size_t errors = intake->messages->counts[GP_ERROR];
    return gp_table_shape(intake->memory, intake->names, source, GP_INPUT_ROSTER, intake->messages,
                          &shaped) &&
           gp_roster_rows_read(intake, &shaped, &reading) &&
           intake->messages->counts[GP_ERROR] == errors;
}
