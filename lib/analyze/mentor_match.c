#include "analyze/mentor_after.h"
#include "analyze/mentor_flow.h"
#include "analyze/mentor_reasons.h"

#include <assert.h>
#include <stdlib.h>

struct matching {
    struct gp_memory *memory;
    struct gp_mentor_facts facts;
    int64_t *strengths; // [mentee * people + mentor]; GP_NO_EDGE where a pair is not possible
    size_t *rooms;      // [person]: mentees they have hours for
    unsigned *has;      // [person]: mentors they have
    struct gp_matching *result;
    size_t capacity;
};

static int by_points(const void *a, const void *b) {
    const struct gp_help *one = a, *other = b;
    if (one->points != other->points)
        return one->points > other->points ? -1 : 1;
    return (one->activity > other->activity) - (one->activity < other->activity);
}

static int by_mentee(const void *a, const void *b) {
    const struct gp_mentoring *one = a, *other = b;
    if (one->mentee != other->mentee)
        return one->mentee > other->mentee ? 1 : -1;
    return (one->round > other->round) - (one->round < other->round);
}

static void open_matching(struct matching *m, struct gp_memory *memory,
                          const struct gp_mentor_input *input, struct gp_matching *result) {
    *m = (struct matching){.memory = memory, .result = result};
    gp_mentor_facts_find(memory, input, &m->facts);
    size_t people = m->facts.people;
    m->strengths = gp_alloc(memory, people * people, sizeof *m->strengths);
    m->rooms = gp_alloc(memory, people, sizeof *m->rooms);
    m->has = gp_alloc(memory, people, sizeof *m->has);
    for (size_t i = 0; i < people; i++) {
        bool asks = gp_asks_for_mentor(&m->facts, i);
        for (size_t j = 0; j < people; j++) {
            bool possible = asks && gp_pair_barrier(&m->facts, i, j) == GP_MATCHED;
            int64_t strength = possible ? gp_pair_strength(&m->facts, i, j) : GP_NO_EDGE;
            m->strengths[i * people + j] = strength;
        }
    }
    *result = (struct gp_matching){
        .mentees = gp_alloc(memory, people, sizeof *result->mentees),
        .mentors = gp_alloc(memory, people, sizeof *result->mentors),
    };
}

static void add_pair(struct matching *m, size_t mentee, size_t mentor, bool kept) {
    const struct gp_mentor_facts *facts = &m->facts;
    int32_t hours_tenths = facts->input->policy->hours_per_mentee_tenths;
    struct gp_matching *result = m->result;
    result->pairs =
        gp_grow(m->memory, result->pairs, result->pair_count, &m->capacity, sizeof *result->pairs);
    struct gp_mentoring *pair = &result->pairs[result->pair_count++];
    *pair = (struct gp_mentoring){.mentee = mentee,
                                  .mentor = mentor,
                                  .kept = kept,
                                  .round = ++m->has[mentee],
                                  .hours_tenths = hours_tenths,
                                  .newcomer = facts->newcomers[mentee],
                                  .senior = facts->seniors[mentor]};
    size_t most = facts->input->results->profiles[mentee].focus_count;
    pair->helps = gp_alloc(m->memory, most, sizeof *pair->helps);
    pair->help_count = gp_pair_helps(facts, mentee, mentor, pair->helps);
    qsort(pair->helps, pair->help_count, sizeof *pair->helps, by_points);
    pair->strength = gp_pair_bonuses(facts, mentee, mentor, pair->bonuses);
    for (size_t i = 0; i < pair->help_count; i++)
        pair->strength += pair->helps[i].points;
    result->mentors[mentor].mentees++;
    result->mentors[mentor].used_tenths += hours_tenths;
}

// The pairs of "always", before anybody else is thought of.
static void keep_pairs(struct matching *m) {
    size_t people = m->facts.people;
    for (size_t i = 0; i < people; i++)
        for (size_t j = 0; j < people; j++)
            if (i != j && gp_pair_is_said(&m->facts, i, j, GP_PAIR_ALWAYS) &&
                !gp_pair_is_said(&m->facts, i, j, GP_PAIR_NEVER))
                add_pair(m, i, j, true);
}

// What hours everybody gives, and how many mentees more than those kept that is enough for.
static void find_rooms(struct matching *m) {
    int32_t each = m->facts.input->policy->hours_per_mentee_tenths;
    for (size_t i = 0; i < m->facts.people; i++) {
        struct gp_mentor *mentor = &m->result->mentors[i];
        int32_t hours_tenths = m->facts.input->team->people[i].mentor_hours_tenths;
        mentor->may = gp_may_be_mentor(&m->facts, i);
        mentor->hours_tenths = hours_tenths > 0 ? hours_tenths : 0;
        int32_t left = mentor->hours_tenths - mentor->used_tenths;
        m->rooms[i] = mentor->may && left > 0 ? (size_t)(left / each) : 0;
    }
}

// Where a person stands in a list in order; `count` where they do not.
static size_t place_in(const size_t *people, size_t count, size_t person) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (people[middle] < person)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && people[low] == person ? low : count;
}

// Matches all who ask and have fewer mentors than this round is the number of.
static void match_round(struct matching *m, unsigned round) {
    size_t people = m->facts.people, mentees = 0, mentors = 0;
    size_t *mentee = gp_alloc(m->memory, people, sizeof *mentee);
    size_t *mentor = gp_alloc(m->memory, people, sizeof *mentor);
    for (size_t i = 0; i < people; i++) {
        if (m->has[i] < round && gp_asks_for_mentor(&m->facts, i))
            mentee[mentees++] = i;
        if (m->rooms[i] > 0)
            mentor[mentors++] = i;
    }
    int64_t *strengths = gp_alloc(m->memory, mentees * mentors, sizeof *strengths);
    size_t *rooms = gp_alloc(m->memory, mentors, sizeof *rooms);
    bool *newcomers = gp_alloc(m->memory, mentees, sizeof *newcomers);
    bool *seniors = gp_alloc(m->memory, mentors, sizeof *seniors);
    for (size_t j = 0; j < mentors; j++) {
        rooms[j] = m->rooms[mentor[j]];
        seniors[j] = m->facts.seniors[mentor[j]];
    }
    for (size_t i = 0; i < mentees; i++) {
        newcomers[i] = m->facts.newcomers[mentee[i]];
        for (size_t j = 0; j < mentors; j++)
            strengths[i * mentors + j] = m->strengths[mentee[i] * people + mentor[j]];
    }
    // Nobody is matched with a mentor they have.
    for (size_t i = 0; i < m->result->pair_count; i++) {
        size_t row = place_in(mentee, mentees, m->result->pairs[i].mentee);
        size_t column = place_in(mentor, mentors, m->result->pairs[i].mentor);
        if (row < mentees && column < mentors)
            strengths[row * mentors + column] = GP_NO_EDGE;
    }
    struct gp_assignment question = {mentees, mentors, rooms, strengths, newcomers, seniors};
    const size_t *best = gp_assign(m->memory, &question);
    for (size_t i = 0; i < mentees; i++) {
        if (best[i] == GP_NO_MENTOR)
            continue;
        add_pair(m, mentee[i], mentor[best[i]], false);
        m->rooms[mentor[best[i]]]--;
    }
}

static void explain(struct matching *m) {
    struct gp_matching *result = m->result;
    for (size_t i = 0; i < m->facts.people; i++) {
        struct gp_mentee *mentee = &result->mentees[i];
        bool matched = m->has[i] > 0, newcomer = m->facts.newcomers[i];
        bool asking = matched || gp_asks_for_mentor(&m->facts, i);
        mentee->newcomer = newcomer;
        mentee->why = matched ? GP_MATCHED : gp_reason_unmatched(&m->facts, i);
        if (!matched)
            gp_could_find(m->memory, &m->facts, i, mentee);
        gp_nearest_find(m->memory, &m->facts, i, mentee);
        result->asking += asking;
        result->matched += matched;
        result->newcomers += asking && newcomer;
        result->newcomers_matched += matched && newcomer;
    }
}

void gp_match_mentors(struct gp_memory *memory, const struct gp_mentor_input *input,
                      struct gp_matching *matching) {
    assert(input->policy->hours_per_mentee_tenths > 0);
    struct matching m;
    open_matching(&m, memory, input, matching);
    keep_pairs(&m);
    find_rooms(&m);
    for (unsigned i = 1; i <= input->each; i++)
        match_round(&m, i);
    if (matching->pair_count > 0)
        qsort(matching->pairs, matching->pair_count, sizeof *matching->pairs, by_mentee);
    explain(&m);
    gp_preferred_find(memory, &m.facts, m.strengths, m.rooms, matching);
    gp_mentor_groups_find(memory, &m.facts, matching);
}
