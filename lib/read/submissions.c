#include "read/submissions.h"

#include <stdlib.h>
#include <string.h>

// Submissions of one person (and activity) in the order: time, row.
static int compare(const void *a, const void *b) {
    const struct gp_submission *left = *(const struct gp_submission *const *)a;
    const struct gp_submission *right = *(const struct gp_submission *const *)b;
    int order = gp_date_compare(left->moment.date, right->moment.date);
    if (order == 0)
        order = (left->moment.second > right->moment.second) -
                (left->moment.second < right->moment.second);
    return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

struct settling {
    struct gp_intake *intake;
    const struct gp_csv *csv;
    bool survey;
    size_t warned; // the person last warned of
};

static struct gp_at place(const struct settling *settling, const struct gp_submission *one) {
    return gp_csv_at(settling->csv, one->row, 0);
}

// "Ana" answered, "Ana" answered Pricing
static const char *who(const struct settling *settling, const struct gp_submission *one) {
    struct gp_intake *intake = settling->intake;
    const char *name = gp_quoted(intake->memory, intake->team.people[one->person].name);
    if (one->activity == GP_NO_ACTIVITY)
        return gp_print(intake->memory, "%s answered", name);
    return gp_print(intake->memory, "%s answered %s", name,
                    intake->ladder->activities[one->activity].name);
}

static bool times_tell(struct gp_submission *const *group, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (group[i - 1]->moment.second == GP_NO_SECOND ||
            group[i - 1]->moment.second == group[i]->moment.second)
            return false;
    return true;
}

static bool same_day(const struct gp_submission *a, const struct gp_submission *b) {
    return gp_date_compare(a->moment.date, b->moment.date) == 0;
}

static void refuse(const struct settling *settling, struct gp_submission *const *group,
                   size_t count) {
    struct gp_intake *intake = settling->intake;
    const struct gp_submission *last = group[count - 1];
    const char *day =
        same_day(group[0], last) && gp_date_known(last->moment.date)
            ? gp_print(intake->memory, " on %s", gp_date_text(intake->memory, last->moment.date))
            : "";
    gp_intake_fault(
        intake, last->person, place(settling, last),
        "%s %zu times%s, before on line %u%s; keep one, or say --duplicates latest or "
        "--duplicates first",
        who(settling, last), count, day, (unsigned)place(settling, group[count - 2]).line,
        intake->duplicates == GP_DUPLICATES_ERROR ? "" : ", and no time says which is later");
}

// All of one day: one counts.
static void settle_day(const struct settling *settling, struct gp_submission *const *group,
                       size_t count) {
    enum gp_duplicates duplicates = settling->intake->duplicates;
    size_t taken = duplicates == GP_DUPLICATES_FIRST ? 0 : count - 1;
    for (size_t i = 0; i < count; i++)
        group[i]->counts = i == taken;
    if (duplicates == GP_DUPLICATES_ERROR ||
        (duplicates == GP_DUPLICATES_BY_TIME && !times_tell(group, count)))
        refuse(settling, group, count);
}

// Forms sent in on several days: the first alone counts if that was said, or none may be there
// twice.
static void settle_forms(const struct settling *settling, struct gp_submission *const *group,
                         size_t count) {
    enum gp_duplicates duplicates = settling->intake->duplicates;
    if (duplicates == GP_DUPLICATES_ERROR)
        refuse(settling, group, count);
    for (size_t i = 0; duplicates == GP_DUPLICATES_FIRST && i < count; i++)
        group[i]->counts = group[i]->counts && same_day(group[i], group[0]);
}

static void warn(struct settling *settling, struct gp_submission *const *group, size_t count,
                 bool several_days) {
    struct gp_intake *intake = settling->intake;
    size_t taken = 0, counting = 0, person = group[0]->person;
    for (size_t i = 0; i < count; i++) {
        taken = group[i]->counts ? i : taken;
        counting += group[i]->counts;
    }
    bool history = settling->survey && several_days && counting > 1;
    if ((counting == count && !history) || settling->warned == person ||
        intake->team.people[person].left_out)
        return;
    settling->warned = person;
    gp_warn(intake->messages, place(settling, group[taken]), "%s %zu times; this counts, the %s%s",
            who(settling, group[taken]), count,
            intake->duplicates == GP_DUPLICATES_FIRST ? "first" : "latest",
            counting > 1 ? ", and what was said on other days is history" : "");
}

// All of one person, and of one activity where each has a row.
static void settle_group(struct settling *settling, struct gp_submission *const *group,
                         size_t count) {
    bool several_days = !same_day(group[0], group[count - 1]);
    for (size_t i = 0, end = 0; i < count; i = end) {
        for (end = i + 1; end < count && same_day(group[i], group[end]);)
            end++;
        if (end - i > 1)
            settle_day(settling, group + i, end - i);
    }
    if (settling->survey && several_days)
        settle_forms(settling, group, count);
    warn(settling, group, count, several_days);
}

static size_t person_of(const struct gp_submission *one) {
    return one->person;
}

static size_t activity_of(const struct gp_submission *one) {
    return one->activity == GP_NO_ACTIVITY ? 0 : one->activity + 1;
}

// Sorts by a number below `limit`; those of the same number stay in their order.
static void sort_by(struct gp_memory *memory, size_t (*number)(const struct gp_submission *),
                    size_t limit, struct gp_submission **items, size_t count) {
    size_t *starts = gp_alloc(memory, limit + 1, sizeof *starts);
    struct gp_submission **before = gp_alloc(memory, count + 1, sizeof *before);
    memcpy(before, items, count * sizeof *before);
    for (size_t i = 0; i < count; i++)
        starts[number(before[i]) + 1]++;
    for (size_t i = 0; i < limit; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++)
        items[starts[number(before[i])]++] = before[i];
}

void gp_submissions_settle(struct gp_intake *intake, const struct gp_csv *csv, bool survey,
                           struct gp_submission *submissions, size_t count) {
    struct settling settling = {intake, csv, survey, GP_NO_PERSON};
    struct gp_submission **sorted = gp_alloc(intake->memory, count + 1, sizeof(void *));
    const struct gp_team *team = &intake->team;
    for (size_t i = 0; i < count; i++) {
        submissions[i].counts = true;
        sorted[i] = &submissions[i];
    }
    // There may be hundreds of thousands, nearly all alone: they are told apart by counting.
    sort_by(intake->memory, activity_of, team->activity_count + 1, sorted, count);
    sort_by(intake->memory, person_of, team->person_count, sorted, count);
    for (size_t i = 0, end = 0; i < count; i = end) {
        for (end = i + 1; end < count && sorted[i]->person == sorted[end]->person &&
                          sorted[i]->activity == sorted[end]->activity;)
            end++;
        if (end - i == 1)
            continue;
        qsort(sorted + i, end - i, sizeof(void *), compare);
        settle_group(&settling, sorted + i, end - i);
    }
}
