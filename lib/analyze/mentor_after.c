#include "analyze/mentor_after.h"

// What each person has of mentors and of mentees, as far as preferring goes.
struct having {
    size_t *mentors;        // [person]: how many
    int64_t *weakest;       // [person]: as a mentee; INT64_MIN when no pair of theirs may be undone
    int64_t *weakest_given; // [person]: as a mentor; likewise
    bool *paired;           // [mentee * people + mentor]
};

// What is kept by an "always" is not undone for anybody.
static void weaken(int64_t *weakest, const struct gp_mentoring *pair) {
    if (!pair->kept && (*weakest == INT64_MIN || pair->strength < *weakest))
        *weakest = pair->strength;
}

static void find_having(struct gp_memory *memory, size_t people, const struct gp_matching *matching,
                        struct having *having) {
    having->mentors = gp_alloc(memory, people, sizeof *having->mentors);
    having->weakest = gp_alloc(memory, people, sizeof *having->weakest);
    having->weakest_given = gp_alloc(memory, people, sizeof *having->weakest_given);
    having->paired = gp_alloc(memory, people * people, sizeof *having->paired);
    for (size_t i = 0; i < people; i++)
        having->weakest[i] = having->weakest_given[i] = INT64_MIN;
    for (size_t i = 0; i < matching->pair_count; i++) {
        const struct gp_mentoring *pair = &matching->pairs[i];
        having->mentors[pair->mentee]++;
        having->paired[pair->mentee * people + pair->mentor] = true;
        weaken(&having->weakest[pair->mentee], pair);
        weaken(&having->weakest_given[pair->mentor], pair);
    }
}

void gp_preferred_find(struct gp_memory *memory, const struct gp_mentor_facts *facts,
                       const int64_t *strengths, const size_t *rooms,
                       struct gp_matching *matching) {
    struct having having;
    find_having(memory, facts->people, matching, &having);
    size_t capacity = 0;
    for (size_t i = 0; i < facts->people; i++) {
        bool lacking = having.mentors[i] == 0;
        for (size_t j = 0; j < facts->people; j++) {
            int64_t strength = strengths[i * facts->people + j];
            if (strength < 0)
                continue;
            bool would =
                lacking || (having.weakest[i] != INT64_MIN && strength > having.weakest[i]);
            bool could = rooms[j] > 0 || (having.weakest_given[j] != INT64_MIN &&
                                          strength > having.weakest_given[j]);
            if (having.paired[i * facts->people + j] || !would || !could)
                continue;
            matching->preferred = gp_grow(memory, matching->preferred, matching->preferred_count,
                                          &capacity, sizeof *matching->preferred);
            matching->preferred[matching->preferred_count++] =
                (struct gp_preferred){i, j, strength};
        }
    }
}

static bool has_help(const struct gp_mentoring *pair, size_t activity) {
    for (size_t i = 0; i < pair->help_count; i++)
        if (pair->helps[i].activity == activity)
            return true;
    return false;
}

// The groups of a mentor with these pairs, which stand by mentee.
static void add_groups(struct gp_memory *memory, const struct gp_mentor_facts *facts,
                       const struct gp_mentoring *const *pairs, size_t count,
                       struct gp_matching *matching, size_t *capacity) {
    for (size_t i = 0; i < facts->input->ladder->activity_count; i++) {
        size_t sharing = 0;
        for (size_t j = 0; j < count; j++)
            sharing += has_help(pairs[j], i);
        if (sharing < 2)
            continue;
        matching->groups = gp_grow(memory, matching->groups, matching->group_count, capacity,
                                   sizeof *matching->groups);
        struct gp_mentor_group *group = &matching->groups[matching->group_count++];
        *group = (struct gp_mentor_group){.mentor = pairs[0]->mentor, .activity = i};
        group->mentees = gp_alloc(memory, sharing, sizeof *group->mentees);
        for (size_t j = 0; j < count; j++)
            if (has_help(pairs[j], i))
                group->mentees[group->mentee_count++] = pairs[j]->mentee;
    }
}

void gp_mentor_groups_find(struct gp_memory *memory, const struct gp_mentor_facts *facts,
                           struct gp_matching *matching) {
    const struct gp_mentoring **pairs = gp_alloc(memory, matching->pair_count, sizeof *pairs);
    size_t capacity = 0;
    for (size_t i = 0; i < facts->people; i++) {
        size_t count = 0;
        for (size_t j = 0; j < matching->pair_count; j++)
            if (matching->pairs[j].mentor == i)
                pairs[count++] = &matching->pairs[j];
        if (count > 1)
            add_groups(memory, facts, pairs, count, matching, &capacity);
    }
}
