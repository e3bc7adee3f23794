#include "read/intake.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void gp_intake_open(struct gp_intake *intake, struct gp_memory *memory,
                    const struct gp_ladder *ladder, const struct gp_names *names,
                    const struct gp_policy *policy, struct gp_messages *messages) {
    *intake = (struct gp_intake){.memory = memory,
                                 .ladder = ladder,
                                 .names = names,
                                 .policy = policy,
                                 .messages = messages,
                                 .team.activity_count = ladder->activity_count,
                                 .by_key = gp_map_new(memory),
                                 .shared = gp_map_new(memory),
                                 .alone = gp_map_new(memory),
                                 .by_id = gp_map_new(memory),
                                 .by_email = gp_map_new(memory),
                                 .by_date = gp_map_new(memory)};
}

void gp_intake_fault(struct gp_intake *intake, size_t person, struct gp_at at, const char *format,
                     ...) {
    va_list arguments;
    va_start(arguments, format);
    gp_verror_of_person(intake->messages, at, format, arguments);
    va_end(arguments);
    intake->team.people[person].left_out = true;
}

bool gp_intake_costly_in(struct gp_intake *intake, struct gp_at at, const char *file,
                         const char *text) {
    return gp_error(intake->messages, at,
                    "a rule in %s takes too long on %s; write a simpler pattern", file,
                    gp_quoted(intake->memory, text));
}

bool gp_intake_costly(struct gp_intake *intake, struct gp_at at, const char *text) {
    return gp_intake_costly_in(intake, at, gp_ladder_file_name(GP_FILE_ALIASES), text);
}

bool gp_intake_two_ways(struct gp_intake *intake, struct gp_at at, const char *text,
                        const char *say) {
    return gp_error(intake->messages, at,
                    "two rules claim %s: %s; make one of them narrower, or remove it",
                    gp_quoted(intake->memory, text), say);
}

void gp_intake_passed_over(struct gp_intake *intake, const struct gp_csv *csv,
                           const size_t *columns, size_t count) {
    const char *names = "";
    if (count == 0)
        return;
    for (size_t i = 0; i < count && i < GP_MOST_NAMED; i++)
        names = gp_print(intake->memory, "%s%s%s", names, i == 0 ? "" : ", ",
                         gp_quoted(intake->memory, gp_csv_text(csv, 0, columns[i])));
    gp_warn(intake->messages, gp_csv_at(csv, 0, columns[0]),
            "%zu column%s not known and passed over: %s%s; an ignore rule in aliases.csv says that "
            "this is right",
            count, count == 1 ? " is" : "s are", names, count > GP_MOST_NAMED ? ", ..." : "");
}

void gp_intake_twice(struct gp_intake *intake, const struct gp_csv *csv, size_t column,
                     size_t first, const char *field) {
    gp_error(intake->messages, gp_csv_at(csv, 0, column),
             "%s and %s, column %zu, are both taken for %s; keep one of them",
             gp_quoted(intake->memory, gp_csv_text(csv, 0, column)),
             gp_quoted(intake->memory, gp_csv_text(csv, 0, first)), first + 1, field);
}

static const char *quoted(const struct gp_intake *intake, const char *text) {
    return gp_quoted(intake->memory, text);
}

static bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

// Case means nothing in an email address that anybody uses; dots and signs do.
const char *gp_intake_email_key(struct gp_memory *memory, const char *email) {
    size_t capital = 0;
    while (email[capital] != '\0' && !is_capital(email[capital]))
        capital++;
    if (email[capital] == '\0')
        return email;
    char *key = gp_copy(memory, email, strlen(email));
    for (char *at = key + capital; *at != '\0'; at++)
        if (is_capital(*at))
            *at = (char)(*at - 'A' + 'a');
    return key;
}

// A name without a letter or digit has no key: it is told apart by what is written.
static const char *name_key(struct gp_memory *memory, const char *name) {
    const char *key = gp_text_key(memory, name);
    return key[0] != '\0' ? key : name;
}

static bool is_in(const struct gp_map *map, const char *key) {
    size_t value = 0;
    return gp_map_find(map, key, &value);
}

// Whether a key leads to another person already.
static bool is_taken(struct gp_map *map, const char *key, size_t index) {
    return gp_map_add(map, key, index) != index;
}

static void index_person(struct gp_intake *intake, size_t index) {
    const struct gp_person *person = &intake->team.people[index];
    const char *email = gp_intake_email_key(intake->memory, person->email);
    bool id_taken = person->id[0] != '\0' && is_taken(intake->by_id, person->id, index);
    bool email_taken = email[0] != '\0' && is_taken(intake->by_email, email, index);
    bool key_taken = is_taken(intake->by_key, person->key, index);
    if (key_taken)
        gp_map_add(intake->shared, person->key, index);
    intake->has_twins = intake->has_twins || id_taken || email_taken || key_taken;
}

static struct gp_person new_person(struct gp_memory *memory, const struct gp_identity *identity,
                                   struct gp_at at) {
    const char *name = identity->name;
    if (name[0] == '\0')
        name = identity->email[0] != '\0' ? identity->email : identity->id;
    return (struct gp_person){.name = name,
                              .key = name_key(memory, name),
                              .id = identity->id,
                              .email = identity->email,
                              .role = "",
                              .rung = GP_NO_RUNG,
                              .came_from = GP_NO_BACKGROUND,
                              .target = GP_NO_RUNG,
                              .manager_name = "",
                              .manager = GP_NO_PERSON,
                              .background = "",
                              .product_years_tenths = -1,
                              .products = -1,
                              .mentor_hours_tenths = -1,
                              .zone_minutes = GP_NO_ZONE,
                              .at = at};
}

size_t gp_intake_add(struct gp_intake *intake, const struct gp_identity *identity,
                     struct gp_at at) {
    struct gp_team *team = &intake->team;
    struct gp_payroll *payroll = &intake->payroll;
    payroll->items = gp_grow(intake->memory, payroll->items, team->person_count,
                             &intake->pay_capacity, sizeof *payroll->items);
    payroll->items[team->person_count] = (struct gp_pay){.rate_ppm = -1, .fte_ppm = -1};
    intake->first_assessments =
        gp_grow(intake->memory, intake->first_assessments, team->person_count,
                &intake->first_capacity, sizeof *intake->first_assessments);
    intake->first_assessments[team->person_count] = GP_NO_ASSESSMENT;
    team->people = gp_grow(intake->memory, team->people, team->person_count, &team->person_capacity,
                           sizeof *team->people);
    team->people[team->person_count] = new_person(intake->memory, identity, at);
    index_person(intake, team->person_count);
    return team->person_count++;
}

static size_t find_id(const struct gp_intake *intake, const char *id) {
    size_t person = GP_NO_PERSON;
    if (id[0] != '\0')
        gp_map_find(intake->by_id, id, &person);
    return person;
}

static size_t find_email(const struct gp_intake *intake, const char *email) {
    size_t person = GP_NO_PERSON;
    if (email[0] != '\0')
        gp_map_find(intake->by_email, gp_intake_email_key(intake->memory, email), &person);
    return person;
}

static size_t find_name(const struct gp_intake *intake, const char *name) {
    size_t person = GP_NO_PERSON;
    if (name[0] != '\0')
        gp_map_find(intake->by_key, name_key(intake->memory, name), &person);
    return person;
}

// Of those on the roster the one whose name is nearest, or GP_NO_PERSON.
static size_t find_nearest(const struct gp_intake *intake, const char *text) {
    const struct gp_team *team = &intake->team;
    struct gp_memory *memory = gp_memory_open();
    const char **keys = gp_alloc(memory, team->person_count, sizeof *keys);
    for (size_t i = 0; i < team->person_count; i++)
        keys[i] = team->people[i].on_roster ? team->people[i].key : "";
    size_t nearest = gp_text_nearest_key(gp_text_key(memory, text), keys, team->person_count);
    gp_memory_close(memory);
    return nearest < team->person_count ? nearest : GP_NO_PERSON;
}

bool gp_intake_suggests(const struct gp_intake *intake) {
    return intake->messages->count <= GP_MOST_SUGGESTED;
}

const char *gp_intake_nearest(const struct gp_intake *intake, const char *text) {
    enum { MOST_COMPARED = 300000 }; // names, over all messages: a fraction of a second
    size_t compared = (intake->messages->count + 1) * intake->team.person_count;
    if (!gp_intake_suggests(intake) || compared > MOST_COMPARED)
        return "";
    size_t nearest = find_nearest(intake, text);
    return nearest == GP_NO_PERSON ? ""
                                   : gp_print(intake->memory, "; did you mean %s?",
                                              quoted(intake, intake->team.people[nearest].name));
}

// "Ana (E07)", as people who share a name are shown: the id, where the name before it is theirs.
static size_t find_shown(const struct gp_intake *intake, const char *text) {
    const char *open = strrchr(text, '(');
    size_t length = strlen(text);
    if (open == NULL || text[length - 1] != ')')
        return GP_NO_PERSON;
    size_t person = find_id(
        intake, gp_copy(intake->memory, open + 1, (size_t)(text + length - 1 - (open + 1))));
    const char *name = gp_copy(intake->memory, text, (size_t)(open - text));
    bool theirs = person != GP_NO_PERSON &&
                  strcmp(name_key(intake->memory, name), intake->team.people[person].key) == 0;
    return theirs ? person : GP_NO_PERSON;
}

enum gp_named gp_intake_named(const struct gp_intake *intake, const char *text, size_t *person) {
    size_t found = find_id(intake, text);
    bool by_name = false;
    if (found == GP_NO_PERSON)
        found = find_email(intake, text);
    if (found == GP_NO_PERSON) {
        found = find_name(intake, text);
        by_name = found != GP_NO_PERSON;
    }
    if (found == GP_NO_PERSON)
        found = find_shown(intake, text);
    if (found == GP_NO_PERSON || !intake->team.people[found].on_roster)
        return GP_NAMES_NOBODY;
    if (by_name && is_in(intake->shared, intake->team.people[found].key))
        return GP_NAMES_SEVERAL;
    *person = found;
    return GP_NAMES_ONE;
}

// The answers may be any of theirs, so that all who have the name are left out.
static size_t refuse_shared(struct gp_intake *intake, const char *name, struct gp_at at) {
    const char *key = name_key(intake->memory, name);
    gp_error_of_person(intake->messages, at,
                       "more than one person is called %s; give the id or email of one of them",
                       quoted(intake, name));
    for (size_t i = 0; i < intake->team.person_count; i++)
        if (strcmp(intake->team.people[i].key, key) == 0)
            intake->team.people[i].left_out = true;
    return GP_NO_PERSON;
}

// The stranger is kept, left out, so that one message is enough and the name can be told.
static size_t refuse_stranger(struct gp_intake *intake, const struct gp_identity *identity,
                              struct gp_at at) {
    size_t person = gp_intake_add(intake, identity, at);
    const char *name = intake->team.people[person].name;
    const char *wrong = identity->name[0] != '\0'    ? "name"
                        : identity->email[0] != '\0' ? "email"
                                                     : "id";
    gp_intake_fault(intake, person, at, "%s is not on the roster; add a row, or correct the %s%s",
                    quoted(intake, name), wrong, gp_intake_nearest(intake, name));
    return person;
}

static size_t add_found(struct gp_intake *intake, const struct gp_identity *identity,
                        struct gp_at at) {
    if (intake->has_roster)
        return refuse_stranger(intake, identity, at);
    size_t person = gp_intake_add(intake, identity, at);
    const char *name = intake->team.people[person].name, *key = intake->team.people[person].key;
    if (is_in(intake->shared, key) && is_in(intake->alone, key))
        refuse_shared(intake, name, at);
    return person;
}

// Takes over what a row says of a person that was not known yet; a roster says it all.
static void adopt(struct gp_intake *intake, size_t index, const struct gp_identity *identity) {
    struct gp_person *person = &intake->team.people[index];
    if (identity->id[0] != '\0')
        gp_map_add(intake->by_id, identity->id, index);
    if (identity->email[0] != '\0')
        gp_map_add(intake->by_email, gp_intake_email_key(intake->memory, identity->email), index);
    if (person->on_roster)
        return;
    bool nameless =
        strcmp(person->name, person->id) == 0 || strcmp(person->name, person->email) == 0;
    if (nameless && identity->name[0] != '\0') {
        person->name = identity->name;
        person->key = name_key(intake->memory, identity->name);
    }
    if (person->id[0] == '\0')
        person->id = identity->id;
    if (person->email[0] == '\0')
        person->email = identity->email;
    index_person(intake, index);
}

static bool contradicts(const char *a, const char *b) {
    return a[0] != '\0' && b[0] != '\0' && strcmp(a, b) != 0;
}

static bool contradicts_email(const struct gp_intake *intake, const char *a, const char *b) {
    return contradicts(a, b) && contradicts(gp_intake_email_key(intake->memory, a),
                                            gp_intake_email_key(intake->memory, b));
}

// The key of a name that is written the same need not be made.
static bool has_name(const struct gp_intake *intake, const struct gp_person *person,
                     const char *name) {
    return strcmp(name, person->name) == 0 ||
           strcmp(name_key(intake->memory, name), person->key) == 0;
}

static bool has_other_name(const struct gp_intake *intake, const struct gp_person *person,
                           const char *name) {
    bool nameless =
        strcmp(person->name, person->id) == 0 || strcmp(person->name, person->email) == 0;
    return name[0] != '\0' && !has_name(intake, person, name) && (person->on_roster || !nameless);
}

// Whether a row names two people: one by its id or email, another by what stands beside it.
static bool refuse_two(struct gp_intake *intake, size_t index, const struct gp_identity *identity,
                       struct gp_at at) {
    const struct gp_person *person = &intake->team.people[index];
    bool other_name = has_other_name(intake, person, identity->name);
    bool namesake = has_name(intake, person, identity->name);
    size_t other = find_email(intake, identity->email);
    const char *by = "email";
    if (other == GP_NO_PERSON || other == index) {
        other = namesake ? GP_NO_PERSON : find_name(intake, identity->name);
        by = "name";
    }
    if (other != GP_NO_PERSON && other != index) {
        intake->team.people[other].left_out = true;
        gp_intake_fault(intake, index, at,
                        "this is %s by the %s, and %s by the %s; correct one of them",
                        quoted(intake, person->name), identity->id[0] != '\0' ? "id" : "email",
                        quoted(intake, intake->team.people[other].name), by);
        return true;
    }
    if (other_name)
        gp_warn(intake->messages, at, "%s is called %s %s; taken as the same person",
                quoted(intake, identity->name), quoted(intake, person->name),
                person->on_roster ? "on the roster" : "in another row");
    return false;
}

static void refuse_id(struct gp_intake *intake, size_t index, const char *id, struct gp_at at) {
    const struct gp_person *person = &intake->team.people[index];
    gp_intake_fault(intake, index, at, "%s has the id %s, not %s; correct one of them",
                    quoted(intake, person->name), quoted(intake, person->id), quoted(intake, id));
}

// The person has the row's id or email: whether the rest of the row says the same.
static size_t check_known(struct gp_intake *intake, size_t index,
                          const struct gp_identity *identity, struct gp_at at) {
    if (contradicts(identity->id, intake->team.people[index].id))
        refuse_id(intake, index, identity->id, at);
    else if (!refuse_two(intake, index, identity, at))
        adopt(intake, index, identity);
    return index;
}

// Several people have the name: this is another one only if it can be none of them.
static size_t check_shared(struct gp_intake *intake, const struct gp_identity *identity,
                           struct gp_at at) {
    const char *key = name_key(intake->memory, identity->name);
    for (size_t i = 0; i < intake->team.person_count; i++) {
        const struct gp_person *person = &intake->team.people[i];
        if (strcmp(person->key, key) == 0 &&
            (person->on_roster || (!contradicts(identity->id, person->id) &&
                                   !contradicts_email(intake, identity->email, person->email))))
            return refuse_shared(intake, identity->name, at);
    }
    return add_found(intake, identity, at);
}

static size_t find_by_name(struct gp_intake *intake, const struct gp_identity *identity,
                           struct gp_at at) {
    size_t index = find_name(intake, identity->name);
    if (index == GP_NO_PERSON)
        return add_found(intake, identity, at);
    const struct gp_person *person = &intake->team.people[index];
    if (is_in(intake->shared, person->key))
        return check_shared(intake, identity, at);
    bool other_id = contradicts(identity->id, person->id);
    bool other_email = contradicts_email(intake, identity->email, person->email);
    if (!person->on_roster && (other_id || other_email))
        return add_found(intake, identity, at);
    if (other_id) {
        refuse_id(intake, index, identity->id, at);
        return index;
    }
    if (other_email)
        gp_warn(intake->messages, at,
                "%s has another email on the roster; taken as the same person",
                quoted(intake, person->name));
    adopt(intake, index, identity);
    return index;
}

size_t gp_intake_find(struct gp_intake *intake, const struct gp_identity *identity,
                      struct gp_at at) {
    if (identity->id[0] == '\0' && identity->email[0] == '\0')
        gp_map_add(intake->alone, name_key(intake->memory, identity->name), 1);
    size_t index = find_id(intake, identity->id);
    if (index == GP_NO_PERSON)
        index = find_email(intake, identity->email);
    return index != GP_NO_PERSON ? check_known(intake, index, identity, at)
                                 : find_by_name(intake, identity, at);
}
