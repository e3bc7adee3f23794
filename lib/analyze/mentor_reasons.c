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

// What somebody would be asked about: of their helps with at least so much skill ([place of the
// focus list]) the one of most points, the first of several.
static bool find_near(const struct gp_mentor_facts *facts, size_t mentee, size_t person,
                      const gp_level_milli *least, struct near *near) {
    const struct gp_profile *learning = &facts->input->results->profiles[mentee];
    const gp_level_milli *skills = facts->input->results->profiles[person].skill;
    bool found = false;
    struct gp_help help;
    for (size_t i = 0; i < learning->focus_count; i++) {
        if (skills[learning->focus[i]] < least[i] ||
            !gp_pair_help(facts, mentee, person, i, &help) ||
            (found && help.points <= near->points))
            continue;
        *near = (struct near){person, help.activity, help.points};
        found = true;
    }
    return found;
}

void gp_nearest_find(struct gp_memory *memory, const struct gp_mentor_facts *facts, size_t person,
                     struct gp_mentee *mentee) {
    struct near nearest[GP_MOST_NEAREST], one = {0, 0, 0};
    size_t count = 0, focus_count = facts->input->results->profiles[person].focus_count;
    const struct gp_asked *asked = facts->asked[person];
    gp_level_milli *least = gp_alloc(memory, focus_count, sizeof *least);
    for (size_t i = 0; i < focus_count; i++)
        least[i] = asked[i].least;
    for (size_t i = 0; i < facts->people; i++) {
        if (i == person || !gp_pair_is_ahead(facts, person, i) ||
            gp_pair_is_said(facts, person, i, GP_PAIR_NEVER) ||
            !find_near(facts, person, i, least, &one))
            continue;
        count = put_near(nearest, count, one);
        // From now on only those matter who bring more than the last of them.
        for (size_t j = 0; count == GP_MOST_NEAREST && j < focus_count; j++)
            least[j] = gp_skill_beyond(&asked[j], nearest[count - 1].points);
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
