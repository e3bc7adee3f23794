#include "analyze/mentor_reasons.h"

enum gp_unmatched gp_reason_unmatched(const struct gp_mentor_facts *facts, size_t mentee) {
    if (facts->input->results->profiles[mentee].focus_count == 0)
        return GP_NO_FOCUS;
    if (!gp_asks_for_mentor(facts, mentee))
        return GP_NOT_ASKED;
    enum gp_unmatched nearest = GP_NOBODY_WILLING;
    for (size_t i = 0; i < facts->people; i++) {
        enum gp_unmatched barrier = gp_pair_barrier(facts, mentee, i);
        // Nothing stands between the two but that others have the hours.
        if (barrier == GP_MATCHED)
            return GP_NOBODY_FREE;
        if (barrier > nearest)
            nearest = barrier;
    }
    return nearest;
}

// Somebody to ask, about what, and the points of that.
struct near {
    size_t person, activity;
    int64_t points;
};

// Puts `one` where it belongs among the `count` nearest; what falls off the end is gone.
static size_t put_near(struct near *nearest, size_t count, struct near one) {
    size_t at = count;
    while (at > 0 && nearest[at - 1].points < one.points)
        at--;
    if (at == GP_MOST_NEAREST)
        return count;
    if (count < GP_MOST_NEAREST)
        count++;
    for (size_t i = count - 1; i > at; i--)
        nearest[i] = nearest[i - 1];
    nearest[at] = one;
    return count;
}

void gp_nearest_find(struct gp_memory *memory, const struct gp_mentor_facts *facts, size_t person,
                     struct gp_mentee *mentee) {
    struct near nearest[GP_MOST_NEAREST];
    size_t count = 0, focus_count = facts->input->results->profiles[person].focus_count;
    struct gp_help *helps = gp_alloc(memory, focus_count, sizeof *helps);
    for (size_t i = 0; i < facts->people; i++) {
        if (i == person || !gp_pair_is_ahead(facts, person, i) ||
            gp_pair_is_said(facts, person, i, GP_PAIR_NEVER))
            continue;
        size_t help_count = gp_pair_helps(facts, person, i, helps), best = 0;
        for (size_t j = 1; j < help_count; j++)
            if (helps[j].points > helps[best].points)
                best = j;
        if (help_count > 0)
            count = put_near(nearest, count,
                             (struct near){i, helps[best].activity, helps[best].points});
    }
    mentee->nearest_count = count;
    mentee->nearest = gp_alloc(memory, count, sizeof *mentee->nearest);
    mentee->nearest_activities = gp_alloc(memory, count, sizeof *mentee->nearest_activities);
    for (size_t i = 0; i < count; i++) {
        mentee->nearest[i] = nearest[i].person;
        mentee->nearest_activities[i] = nearest[i].activity;
    }
}

void gp_could_find(struct gp_memory *memory, const struct gp_mentor_facts *facts, size_t person,
                   struct gp_mentee *mentee) {
    size_t capacity = 0;
    mentee->could = NULL;
    mentee->could_count = 0;
    for (size_t i = 0; i < facts->people; i++) {
        if (!gp_pair_could_be(facts, person, i))
            continue;
        mentee->could =
            gp_grow(memory, mentee->could, mentee->could_count, &capacity, sizeof *mentee->could);
        mentee->could[mentee->could_count++] = i;
    }
}
