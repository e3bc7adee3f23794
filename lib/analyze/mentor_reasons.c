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

// The search for the nearest of a mentee.
struct search {
    const struct gp_mentor_facts *facts;
    size_t mentee, focus_count;
    const struct gp_asked *asked;
    gp_level_milli *least; // [place of the focus list]: what is enough to be named
    struct near nearest[GP_MOST_NEAREST];
    size_t count;
};

static void try_near(struct search *search, size_t person) {
    struct near one = {0, 0, 0};
    if (person == search->mentee ||
        gp_pair_is_said(search->facts, search->mentee, person, GP_PAIR_NEVER) ||
        !find_near(search->facts, search->mentee, person, search->least, &one))
        return;
    search->count = put_near(search->nearest, search->count, one);
    if (search->count < GP_MOST_NEAREST)
        return;
    // From now on only those matter who bring more than the last of them.
    for (size_t i = 0; i < search->focus_count; i++)
        search->least[i] =
            gp_skill_beyond(&search->asked[i], search->nearest[search->count - 1].points);
}

// Of many people few are enough, which the compiler finds out several at a time.
static void mark_enough(uint8_t *restrict marks, const gp_level_milli *restrict skills,
                        size_t count, gp_level_milli least) {
    for (size_t i = 0; i < count; i++)
        marks[i] |= skills[i] >= least;
}

static void search_all(struct search *search) {
    enum { BLOCK = 256 };
    const struct gp_mentor_facts *facts = search->facts;
    for (size_t first = 0; first < facts->people; first += BLOCK) {
        uint8_t marks[BLOCK] = {0};
        size_t left = facts->people - first, count = left < BLOCK ? left : BLOCK;
        for (size_t i = 0; i < search->focus_count; i++)
            mark_enough(marks,
                        &facts->skills[search->asked[i].help.activity * facts->people + first],
                        count, search->least[i]);
        for (size_t i = 0; i < count; i++)
            if (marks[i])
                try_near(search, first + i);
    }
}

void gp_nearest_find(struct gp_memory *memory, const struct gp_mentor_facts *facts, size_t person,
                     struct gp_mentee *mentee) {
    struct search search = {.facts = facts,
                            .mentee = person,
                            .focus_count = facts->input->results->profiles[person].focus_count,
                            .asked = facts->asked[person]};
    search.least = gp_alloc(memory, search.focus_count, sizeof *search.least);
    for (size_t i = 0; i < search.focus_count; i++)
        search.least[i] = search.asked[i].least;
    search_all(&search);
    size_t count = search.count;
    mentee->nearest_count = count;
    mentee->nearest = gp_alloc(memory, count, sizeof *mentee->nearest);
    mentee->nearest_activities = gp_alloc(memory, count, sizeof *mentee->nearest_activities);
    for (size_t i = 0; i < count; i++) {
        mentee->nearest[i] = search.nearest[i].person;
        mentee->nearest_activities[i] = search.nearest[i].activity;
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
