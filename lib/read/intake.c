#include "read/intake.h"

#include "base/text.h"

#include <string.h>

void gp_intake_open(struct gp_intake *intake, struct gp_memory *memory,
                    const struct gp_ladder *ladder, const struct gp_names *names,
                    const struct gp_policy *policy, struct gp_messages *messages) {
    *intake = (struct gp_intake){.memory = memory,
                                 .ladder = ladder,
                                 .names = names,
                                 .policy = policy,
                                 .messages = messages,
                                 .by_key = gp_map_new(memory),
                                 .by_id = gp_map_new(memory),
                                 .by_email = gp_map_new(memory),
                                 .by_date = gp_map_new(memory)};
    intake->team.activity_count = ladder->activity_count;
}

// The folded key of a name; a name of signs alone is its own key.
static const char *key_of(struct gp_memory *memory, const char *name) {
    const char *key = gp_text_key(memory, name);
    return key[0] != '\0' ? key : name;
}

enum gp_identified gp_intake_find(const struct gp_intake *intake,
                                  const struct gp_identity *identity, size_t *person) {
    struct gp_memory *memory = intake->memory;
    size_t shared = 0;
    if (identity->id[0] != '\0' && gp_map_find(intake->by_id, key_of(memory, identity->id), person))
        return GP_PERSON_FOUND;
    if (identity->email[0] != '\0' &&
        gp_map_find(intake->by_email, key_of(memory, identity->email), person))
        return GP_PERSON_FOUND;
    if (identity->name[0] == '\0')
        return GP_PERSON_UNKNOWN;
    const char *key = key_of(memory, identity->name);
    if (gp_map_find(intake->by_key, gp_print(memory, "%s#", key), &shared))
        return GP_PERSON_AMBIGUOUS;
    return gp_map_find(intake->by_key, key, person) ? GP_PERSON_FOUND : GP_PERSON_UNKNOWN;
}

size_t gp_intake_add(struct gp_intake *intake, const struct gp_identity *identity,
                     struct gp_at at) {
    struct gp_team *team = &intake->team;
    struct gp_memory *memory = intake->memory;
    size_t person = team->person_count;
    team->people =
        gp_grow(memory, team->people, person, &team->person_capacity, sizeof *team->people);
    intake->payroll.items = gp_grow(memory, intake->payroll.items, person, &intake->pay_capacity,
                                    sizeof *intake->payroll.items);
    team->person_count++;
    const char *name = identity->name[0] != '\0'    ? identity->name
                       : identity->email[0] != '\0' ? identity->email
                                                    : identity->id;
    team->people[person] = (struct gp_person){.name = name,
                                              .key = key_of(memory, name),
                                              .id = identity->id,
                                              .email = identity->email,
                                              .role = "",
                                              .rung = GP_NO_RUNG,
                                              .target = GP_NO_RUNG,
                                              .manager_name = "",
                                              .manager = GP_NO_PERSON,
                                              .background = "",
                                              .product_years_tenths = -1,
                                              .products = -1,
                                              .mentor_hours_tenths = -1,
                                              .at = at};
    intake->payroll.items[person] = (struct gp_pay){.rate_ppm = -1};
    const char *key = team->people[person].key;
    if (gp_map_add(intake->by_key, key, person) != person)
        gp_map_add(intake->by_key, gp_print(memory, "%s#", key), person);
    if (identity->id[0] != '\0')
        gp_map_add(intake->by_id, key_of(memory, identity->id), person);
    if (identity->email[0] != '\0')
        gp_map_add(intake->by_email, key_of(memory, identity->email), person);
    return person;
}

struct gp_assessment *gp_intake_assessment(struct gp_intake *intake, size_t person, gp_date date) {
    struct gp_team *team = &intake->team;
    struct gp_memory *memory = intake->memory;
    size_t index = team->assessment_count, activities = team->activity_count;
    size_t found = gp_map_add(
        intake->by_date, gp_print(memory, "%zu/%s", person, gp_date_text(memory, date)), index);
    if (found != index)
        return &team->assessments[found];
    team->assessments = gp_grow(memory, team->assessments, index, &team->assessment_capacity,
                                sizeof *team->assessments);
    struct gp_assessment *assessment = &team->assessments[team->assessment_count++];
    *assessment =
        (struct gp_assessment){.person = person,
                               .date = date,
                               .answers = gp_alloc(memory, activities, sizeof *assessment->answers),
                               .at = gp_alloc(memory, activities, sizeof *assessment->at)};
    for (size_t i = 0; i < activities; i++)
        assessment->answers[i] =
            (struct gp_answer){{GP_ABSENT, GP_ABSENT, GP_ABSENT}, GP_ABSENT, NULL};
    return assessment;
}

bool gp_intake_error(struct gp_intake *intake, size_t person, struct gp_at at, const char *format,
                     ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = gp_vprint(intake->memory, format, arguments);
    va_end(arguments);
    intake->team.people[person].left_out = true;
    return gp_error_of_person(intake->messages, at, "%s", text);
}

bool gp_twice(struct gp_intake *intake, const struct gp_csv *csv, size_t column, size_t first) {
    return gp_error(intake->messages, gp_csv_at(csv, 0, column),
                    "header %s says the same as column %zu, %s; keep one of them",
                    gp_quoted(intake->memory, gp_csv_text(csv, 0, column)), first + 1,
                    gp_quoted(intake->memory, gp_csv_text(csv, 0, first)));
}

bool gp_too_costly(struct gp_intake *intake, struct gp_at at, const char *text) {
    return gp_error(intake->messages, at,
                    "a rule of aliases.csv takes too long on %s; write its pattern with fewer "
                    "nested repeats",
                    gp_quoted(intake->memory, text));
}
