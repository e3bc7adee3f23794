// What is done with everybody once all files are read: nothing of it depends on the order of rows.
#include "base/text.h"
#include "read/intake.h"
#include "read/readers.h"

#include <stdlib.h>
#include <string.h>

bool gp_intake_fits(struct gp_intake *intake, size_t most) {
    const struct gp_team *team = &intake->team;
    if (team->person_count <= most)
        return true;
    return gp_error(intake->messages, team->people[most].at,
                    "there are %zu people, and a sheet has room for %zu; run one part of the "
                    "company after the other",
                    team->person_count, most);
}

int gp_intake_compare(const struct gp_person *a, const struct gp_person *b) {
    int order = gp_text_compare(a->key, a->name, b->key, b->name);
    if (order == 0)
        order = strcmp(a->id, b->id);
    if (order == 0)
        order = strcmp(a->email, b->email);
    if (order == 0) // only of people reported as given twice
        order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
    return order;
}

static int compare_listed(const void *a, const void *b) {
    return gp_intake_compare(*(const struct gp_person *const *)a,
                             *(const struct gp_person *const *)b);
}

// Not beside errors: there it is mostly their rows that could not be read.
static void warn_unanswered(struct gp_intake *intake) {
    const struct gp_team *team = &intake->team;
    const size_t *counts = intake->messages->counts;
    if (counts[GP_ERROR] + counts[GP_ERROR_OF_PERSON] > 0)
        return;
    for (size_t i = 0; i < team->person_count && team->assessment_count > 0; i++)
        if (team->people[i].on_roster && !team->people[i].answered && !team->people[i].left_out)
            gp_warn(intake->messages, team->people[i].at,
                    "%s is on the roster and has no answers; the plan will be without ratings",
                    gp_quoted(intake->memory, team->people[i].name));
}

// Everybody sorted; those dropped among `*left_out`. `moved` says where each of the people is now:
// GP_NO_PERSON for those dropped.
static void sort_people(struct gp_intake *intake, bool drop, size_t *moved, const char **left_out,
                        size_t *left_out_count) {
    struct gp_team *team = &intake->team;
    size_t count = team->person_count, kept = 0;
    const struct gp_person **listed = gp_alloc(intake->memory, count, sizeof *listed);
    struct gp_person *people = gp_alloc(intake->memory, count, sizeof *people);
    struct gp_pay *pay = gp_alloc(intake->memory, count, sizeof *pay);
    for (size_t i = 0; i < count; i++)
        listed[i] = &team->people[i];
    qsort(listed, count, sizeof *listed, compare_listed);
    for (size_t i = 0; i < count; i++) {
        size_t before = (size_t)(listed[i] - team->people);
        moved[before] = GP_NO_PERSON;
        if (drop && listed[i]->left_out) {
            left_out[(*left_out_count)++] = listed[i]->name;
            continue;
        }
        moved[before] = kept;
        pay[kept] = intake->payroll.items[before];
        people[kept++] = *listed[i];
    }
    team->people = people;
    team->person_count = kept;
    team->person_capacity = intake->pay_capacity = count;
    intake->payroll.items = pay;
    for (size_t i = 0; i < kept; i++)
        if (people[i].manager != GP_NO_PERSON)
            people[i].manager = moved[people[i].manager];
}

// People who share a name are shown with their ids, or emails, everywhere alike.
static void tell_apart(struct gp_intake *intake) {
    struct gp_team *team = &intake->team;
    for (size_t i = 0, end = 0; i < team->person_count; i = end) {
        const char *key = team->people[i].key;
        for (end = i + 1; end < team->person_count && strcmp(team->people[end].key, key) == 0;)
            end++;
        for (size_t twin = i; twin < end && end - i > 1; twin++) {
            struct gp_person *person = &team->people[twin];
            const char *apart = person->id[0] != '\0' ? person->id : person->email;
            if (apart[0] != '\0')
                person->name = gp_print(intake->memory, "%s (%s)", person->name, apart);
        }
    }
}

void gp_intake_settle(struct gp_intake *intake, bool keep_going, const char ***left_out,
                      size_t *left_out_count) {
    size_t count = intake->team.person_count;
    size_t *moved = gp_alloc(intake->memory, count, sizeof *moved);
    *left_out = gp_alloc(intake->memory, count, sizeof **left_out);
    *left_out_count = 0;
    warn_unanswered(intake);
    sort_people(intake, keep_going, moved, *left_out, left_out_count);
    tell_apart(intake);
    gp_intake_latest(intake, moved);
    gp_intake_expenses(intake, moved);
    gp_intake_pairs(intake, moved);
}
