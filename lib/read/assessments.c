#include "read/intake.h"

#include <stdlib.h>
#include <string.h>

static struct gp_answer *absent_answers(struct gp_memory *memory, size_t count) {
    struct gp_answer *answers = gp_alloc(memory, count, sizeof *answers);
    for (size_t i = 0; i < count; i++)
        answers[i] = (struct gp_answer){{GP_ABSENT, GP_ABSENT, GP_ABSENT}, GP_ABSENT};
    return answers;
}

static struct gp_assessment *add_assessment(struct gp_intake *intake, size_t person, gp_date date) {
    struct gp_team *team = &intake->team;
    team->assessments = gp_grow(intake->memory, team->assessments, team->assessment_count,
                                &team->assessment_capacity, sizeof *team->assessments);
    struct gp_assessment *assessment = &team->assessments[team->assessment_count++];
    *assessment =
        (struct gp_assessment){.person = person,
                               .date = date,
                               .answers = absent_answers(intake->memory, team->activity_count)};
    return assessment;
}

// Most people have one assessment: a text as key is made for further ones alone.
struct gp_assessment *gp_intake_assessment(struct gp_intake *intake, size_t person, gp_date date) {
    struct gp_team *team = &intake->team;
    size_t *first = &intake->first_assessments[person];
    if (*first == GP_NO_ASSESSMENT) {
        *first = team->assessment_count;
        return add_assessment(intake, person, date);
    }
    if (gp_date_compare(team->assessments[*first].date, date) == 0)
        return &team->assessments[*first];
    const char *key =
        gp_print(intake->memory, "%zu/%s", person, gp_date_text(intake->memory, date));
    size_t index = gp_map_add(intake->by_date, key, team->assessment_count);
    return index < team->assessment_count ? &team->assessments[index]
                                          : add_assessment(intake, person, date);
}

struct gp_given *gp_intake_given(struct gp_intake *intake, struct gp_assessment *assessment) {
    const struct gp_giver *giver = &assessment->giver;
    if (assessment->given != NULL)
        return assessment->given;
    size_t count = intake->team.activity_count;
    assessment->given = gp_alloc(intake->memory, count, sizeof *assessment->given);
    for (size_t i = 0; giver->file != NULL && i < count; i++)
        assessment->given[i] =
            (struct gp_given){{giver->file, giver->line, giver->fields[i]}, giver->second};
    return assessment->given;
}

static void put_note(struct gp_memory *memory, size_t count, const char ***notes, size_t activity,
                     const char *note) {
    if (*notes == NULL)
        *notes = gp_alloc(memory, count, sizeof **notes);
    (*notes)[activity] = note;
}

void gp_intake_note(struct gp_intake *intake, struct gp_assessment *assessment, size_t activity,
                    const char *note) {
    put_note(intake->memory, intake->team.activity_count, &assessment->notes, activity, note);
}

static int compare_assessments(const void *a, const void *b) {
    const struct gp_assessment *left = a, *right = b;
    if (left->person != right->person)
        return left->person < right->person ? -1 : 1;
    return gp_date_compare(left->date, right->date);
}

static void sort_assessments(struct gp_team *team, const size_t *moved) {
    size_t kept = 0;
    for (size_t i = 0; i < team->assessment_count; i++) {
        struct gp_assessment assessment = team->assessments[i];
        assessment.person = moved[assessment.person];
        if (assessment.person != GP_NO_PERSON)
            team->assessments[kept++] = assessment;
    }
    team->assessment_count = kept;
    if (kept > 0)
        qsort(team->assessments, kept, sizeof *team->assessments, compare_assessments);
}

// What was left empty later takes nothing back; N/A and don't know do.
static void lay_rating_over(gp_rating *latest, gp_rating later) {
    if (later != GP_ABSENT && (later != GP_BLANK || *latest == GP_ABSENT))
        *latest = later;
}

static void lay_over(struct gp_answer *latest, const struct gp_answer *later) {
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        lay_rating_over(&latest->axis[axis], later->axis[axis]);
    lay_rating_over(&latest->manager_skill, later->manager_skill);
}

static void take_notes(struct gp_memory *memory, struct gp_team *team,
                       const struct gp_assessment *assessment) {
    for (size_t i = 0; assessment->notes != NULL && i < team->activity_count; i++)
        if (assessment->notes[i] != NULL)
            put_note(memory, team->activity_count, &team->notes[assessment->person], i,
                     assessment->notes[i]);
}

// A later assessment counts for what it asked: a manager who rates a month after the person does
// not wipe out what the person said.
static void take_latest(struct gp_memory *memory, struct gp_team *team) {
    size_t count = team->activity_count;
    team->answers = absent_answers(memory, team->person_count * count);
    team->notes = gp_alloc(memory, team->person_count, sizeof *team->notes);
    team->answered_on = gp_alloc(memory, team->person_count, sizeof *team->answered_on);
    for (size_t i = 0; i < team->assessment_count; i++) {
        const struct gp_assessment *assessment = &team->assessments[i];
        struct gp_answer *latest = &team->answers[assessment->person * count];
        bool first = i == 0 || team->assessments[i - 1].person != assessment->person;
        team->answered_on[assessment->person] = assessment->date;
        if (first)
            memcpy(latest, assessment->answers, count * sizeof *latest);
        for (size_t activity = 0; !first && activity < count; activity++)
            lay_over(&latest[activity], &assessment->answers[activity]);
        take_notes(memory, team, assessment);
    }
}

void gp_intake_latest(struct gp_intake *intake, const size_t *moved) {
    sort_assessments(&intake->team, moved);
    take_latest(intake->memory, &intake->team);
}
