#include "read/intake.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static void resolve_managers(struct gp_intake *intake) {
    for (size_t i = 0; i < intake->team.person_count; i++) {
        struct gp_person *person = &intake->team.people[i];
        const char *text = person->manager_name;
        const struct gp_identity identity = {text, text, text};
        size_t manager = 0;
        if (text[0] == '\0')
            continue;
        switch (gp_intake_find(intake, &identity, &manager)) {
        case GP_PERSON_UNKNOWN: // somebody above the team: known by name alone
            break;
        case GP_PERSON_AMBIGUOUS:
            gp_intake_error(intake, i, person->at,
                            "manager %s is the name of two people; write the manager's id",
                            gp_quoted(intake->memory, text));
            break;
        case GP_PERSON_FOUND:
            if (manager == i)
                gp_intake_error(intake, i, person->at,
                                "%s is their own manager; name someone else, or nobody",
                                person->name);
            else
                person->manager = manager;
        }
    }
}

// Going up from `start`, whether one comes back to it; the first of a circle by index speaks for
// all of it.
static bool starts_circle(const struct gp_team *team, size_t start) {
    size_t at = team->people[start].manager;
    for (size_t steps = 0; at != GP_NO_PERSON && steps < team->person_count; steps++) {
        if (at == start)
            return true;
        if (at < start)
            return false;
        at = team->people[at].manager;
    }
    return false;
}

static void refuse_circles(struct gp_intake *intake) {
    struct gp_team *team = &intake->team;
    for (size_t i = 0; i < team->person_count; i++)
        if (starts_circle(team, i))
            gp_intake_error(intake, i, team->people[i].at,
                            "following the managers of %s leads back to %s, by way of %s; correct "
                            "one of the managers",
                            team->people[i].name, team->people[i].name,
                            team->people[team->people[i].manager].name);
}

// Not beside errors: there it is mostly their rows that could not be read.
static void warn_unanswered(struct gp_intake *intake) {
    const size_t *counts = intake->messages->counts;
    if (counts[GP_ERROR] + counts[GP_ERROR_OF_PERSON] > 0)
        return;
    for (size_t i = 0; i < intake->team.person_count; i++) {
        const struct gp_person *person = &intake->team.people[i];
        if (!person->answered)
            gp_warn(intake->messages, person->at,
                    "%s has given no answers; the plan will be empty until they do", person->name);
    }
}

// People with the place they had before they were sorted.
struct placed {
    struct gp_person person;
    size_t before;
};

static int by_name(const void *a, const void *b) {
    const struct placed *x = a, *y = b;
    int order = gp_text_compare(x->person.key, x->person.name, y->person.key, y->person.name);
    if (order == 0)
        order = strcmp(x->person.id, y->person.id);
    if (order == 0)
        order = strcmp(x->person.email, y->person.email);
    return order != 0 ? order : (x->before < y->before ? -1 : 1);
}

// Sorts people, leaves out those to be left out, and brings everything that points at them along.
static void reorder(struct gp_intake *intake, bool drop) {
    struct gp_team *team = &intake->team;
    struct gp_memory *memory = intake->memory;
    size_t count = team->person_count, kept = 0, kept_assessments = 0;
    struct placed *placed = gp_alloc(memory, count + 1, sizeof *placed);
    for (size_t i = 0; i < count; i++)
        if (!drop || !team->people[i].left_out)
            placed[kept++] = (struct placed){team->people[i], i};
    if (kept > 1)
        qsort(placed, kept, sizeof *placed, by_name);
    size_t *now = gp_alloc(memory, count + 1, sizeof *now);
    for (size_t i = 0; i < count; i++)
        now[i] = GP_NO_PERSON;
    struct gp_pay *pay = gp_alloc(memory, kept + 1, sizeof *pay);
    for (size_t i = 0; i < kept; i++) {
        now[placed[i].before] = i;
        pay[i] = intake->payroll.items[placed[i].before];
        team->people[i] = placed[i].person;
    }
    for (size_t i = 0; i < kept; i++)
        if (team->people[i].manager != GP_NO_PERSON)
            team->people[i].manager = now[team->people[i].manager];
    for (size_t i = 0; i < team->assessment_count; i++) {
        struct gp_assessment assessment = team->assessments[i];
        assessment.person = now[assessment.person];
        if (assessment.person != GP_NO_PERSON)
            team->assessments[kept_assessments++] = assessment;
    }
    team->person_count = kept;
    team->assessment_count = kept_assessments;
    intake->payroll.items = pay;
    intake->pay_capacity = kept + 1;
}

static int by_person_and_date(const void *a, const void *b) {
    const struct gp_assessment *x = a, *y = b;
    if (x->person != y->person)
        return x->person < y->person ? -1 : 1;
    return gp_date_compare(x->date, y->date);
}

static void overlay(struct gp_answer *latest, const struct gp_answer *answer) {
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        if (answer->axis[axis] != GP_ABSENT)
            latest->axis[axis] = answer->axis[axis];
    if (answer->manager_skill != GP_ABSENT)
        latest->manager_skill = answer->manager_skill;
    if (answer->note != NULL)
        latest->note = answer->note;
}

// The latest answers of everybody: what a later assessment says counts, axis by axis.
static void take_latest(struct gp_intake *intake) {
    struct gp_team *team = &intake->team;
    size_t activities = team->activity_count, count = team->person_count * activities;
    team->answers = gp_alloc(intake->memory, count + 1, sizeof *team->answers);
    team->answered_on = gp_alloc(intake->memory, team->person_count + 1, sizeof *team->answered_on);
    for (size_t i = 0; i < count; i++)
        team->answers[i] = (struct gp_answer){{GP_ABSENT, GP_ABSENT, GP_ABSENT}, GP_ABSENT, NULL};
    if (team->assessment_count > 1)
        qsort(team->assessments, team->assessment_count, sizeof *team->assessments,
              by_person_and_date);
    for (size_t i = 0; i < team->assessment_count; i++) {
        const struct gp_assessment *assessment = &team->assessments[i];
        team->answered_on[assessment->person] = assessment->date;
        for (size_t a = 0; a < activities; a++)
            overlay(&team->answers[assessment->person * activities + a], &assessment->answers[a]);
    }
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char **name_left_out(const struct gp_intake *intake, size_t *count) {
    const struct gp_team *team = &intake->team;
    const char **names = gp_alloc(intake->memory, team->person_count + 1, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < team->person_count; i++)
        if (team->people[i].left_out)
            names[(*count)++] = team->people[i].name;
    if (*count > 1)
        qsort(names, *count, sizeof *names, by_text);
    return names;
}

void gp_intake_settle(struct gp_intake *intake, bool keep_going, const char ***left_out,
                      size_t *left_out_count) {
    resolve_managers(intake);
    refuse_circles(intake);
    warn_unanswered(intake);
    *left_out = name_left_out(intake, left_out_count);
    reorder(intake, keep_going);
    take_latest(intake);
}
