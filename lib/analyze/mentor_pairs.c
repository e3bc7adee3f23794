#include "analyze/mentor_pairs.h"

#include <stdlib.h>

enum { DAY_MINUTES = 24 * 60, WORKING_MINUTES = 8 * 60 };

static const struct gp_person *person_of(const struct gp_mentor_facts *facts, size_t person) {
    return &facts->input->team->people[person];
}

static const struct gp_profile *profile_of(const struct gp_mentor_facts *facts, size_t person) {
    return &facts->input->results->profiles[person];
}

static bool is_newcomer(const struct gp_policy *policy, const struct gp_person *person) {
    return person->product_years_tenths < 0
               ? person->rung == GP_NO_RUNG
               : person->product_years_tenths < policy->newcomer_years_tenths;
}

// The skills rated in a facet; false when that is less than half of it.
static bool sum_facet(const struct gp_facet *facet, const gp_level_milli *skill, int64_t *sum,
                      int64_t *count) {
    *sum = *count = 0;
    for (size_t i = facet->first; i < facet->first + facet->count; i++) {
        if (skill[i] < 0)
            continue;
        *sum += skill[i];
        ++*count;
    }
    return *count > 0 && 2 * *count >= (int64_t)facet->count;
}

static size_t find_strongest(const struct gp_ladder *ladder, const gp_level_milli *skill) {
    size_t strongest = GP_NO_FACET;
    int64_t most = 0, among = 1; // the highest mean, as a fraction; 0 is nobody's strength
    for (size_t i = 0; i < ladder->facet_count; i++) {
        int64_t sum = 0, count = 0;
        if (!sum_facet(&ladder->facets[i], skill, &sum, &count))
            continue;
        if (sum * among == most * count)
            strongest = GP_NO_FACET;
        if (sum * among <= most * count)
            continue;
        strongest = i;
        most = sum;
        among = count;
    }
    return strongest;
}

static size_t find_focused(const struct gp_ladder *ladder, const struct gp_profile *profile) {
    for (size_t i = 0; i < ladder->facet_count; i++) {
        size_t within = 0;
        for (size_t j = 0; j < profile->focus_count; j++)
            within += ladder->activities[profile->focus[j]].facet == i;
        if (2 * within > profile->focus_count)
            return i;
    }
    return GP_NO_FACET;
}

// Whoever teaches is as good as the target asks, and so much ahead of the learner.
static struct gp_asked *find_asked(struct gp_memory *memory, const struct gp_mentor_input *input,
                                   size_t person) {
    const struct gp_profile *learning = &input->results->profiles[person];
    const struct gp_answer *answers = gp_answers_of(input->team, person);
    struct gp_asked *asked = gp_alloc(memory, learning->focus_count + 1, sizeof *asked);
    for (size_t i = 0; i < learning->focus_count; i++) {
        size_t activity = learning->focus[i];
        gp_level_milli from = learning->skill[activity];
        gp_level_milli target =
            1000 * gp_expected(input->ladder, learning->target, activity)->level;
        gp_level_milli ahead = from + 1000 * input->policy->mentor_ahead;
        gp_level_milli least = ahead > target ? ahead : target;
        asked[i] = (struct gp_asked){.least = from < 0 ? GP_NOBODYS_SKILL : least,
                                     .help = {.activity = activity,
                                              .mentee = from,
                                              .target = target,
                                              .gap = learning->gap_target[activity],
                                              .interest = answers[activity].axis[GP_INTEREST]}};
    }
    return asked;
}

// Everybody's skill in an activity beside each other: [activity * people + person].
static const gp_level_milli *turn_skills(struct gp_memory *memory,
                                         const struct gp_mentor_facts *facts) {
    size_t count = facts->input->ladder->activity_count, people = facts->people;
    gp_level_milli *turned = gp_alloc(memory, count * people, sizeof *turned);
    for (size_t person = 0; person < people; person++)
        for (size_t i = 0; i < count; i++)
            turned[i * people + person] = profile_of(facts, person)->skill[i];
    return turned;
}

// One activity of a mentee against all mentors: there are millions of pairs in a large team, and
// like this the compiler takes several at a time.
static void add_ahead(uint8_t *restrict pairs, const gp_level_milli *restrict skills, size_t people,
                      gp_level_milli least) {
    for (size_t i = 0; i < people; i++)
        pairs[i] |= skills[i] >= least ? GP_PAIR_AHEAD : 0;
}

static void find_ahead(const struct gp_mentor_facts *facts) {
    size_t people = facts->people;
    for (size_t mentee = 0; mentee < people; mentee++)
        for (size_t i = 0; i < profile_of(facts, mentee)->focus_count; i++) {
            const struct gp_asked *asked = &facts->asked[mentee][i];
            add_ahead(&facts->pairs[mentee * people], &facts->skills[asked->help.activity * people],
                      people, asked->least);
        }
}

void gp_mentor_facts_find(struct gp_memory *memory, const struct gp_mentor_input *input,
                          struct gp_mentor_facts *facts) {
    const struct gp_ladder *ladder = input->ladder;
    size_t people = input->team->person_count;
    *facts = (struct gp_mentor_facts){.input = input, .people = people};
    facts->newcomers = gp_alloc(memory, people, sizeof *facts->newcomers);
    facts->seniors = gp_alloc(memory, people, sizeof *facts->seniors);
    facts->strongest = gp_alloc(memory, people, sizeof *facts->strongest);
    facts->focused = gp_alloc(memory, people, sizeof *facts->focused);
    facts->asked = gp_alloc(memory, people, sizeof *facts->asked);
    for (size_t i = 0; i < people; i++) {
        const struct gp_person *person = person_of(facts, i);
        facts->newcomers[i] = is_newcomer(input->policy, person);
        facts->seniors[i] =
            person->rung != GP_NO_RUNG && ladder->rungs[person->rung].path != GP_PATH_ENTRY;
        facts->strongest[i] = find_strongest(ladder, profile_of(facts, i)->skill);
        facts->focused[i] = find_focused(ladder, profile_of(facts, i));
        facts->asked[i] = find_asked(memory, input, i);
    }
    facts->pairs = gp_alloc(memory, people * people, sizeof *facts->pairs);
    for (size_t i = 0; i < input->pairs->count; i++) {
        const struct gp_pair_said *pair = &input->pairs->items[i];
        facts->pairs[pair->mentee * people + pair->mentor] |= (uint8_t)(1U << pair->rule);
    }
    facts->skills = turn_skills(memory, facts);
    find_ahead(facts);
}

bool gp_pair_is_said(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                     enum gp_pair_rule rule) {
    return facts->pairs[mentee * facts->people + mentor] & (1U << rule);
}

bool gp_pair_is_ahead(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor) {
    return facts->pairs[mentee * facts->people + mentor] & GP_PAIR_AHEAD;
}

bool gp_asks_for_mentor(const struct gp_mentor_facts *facts, size_t person) {
    return profile_of(facts, person)->focus_count > 0 &&
           person_of(facts, person)->wants_mentor != GP_NO;
}

static bool is_experienced(const struct gp_mentor_facts *facts, const struct gp_person *person) {
    return person->product_years_tenths >= 0 &&
           person->product_years_tenths >= facts->input->policy->mentor_years_tenths;
}

static bool has_hours(const struct gp_mentor_facts *facts, const struct gp_person *person) {
    return person->mentor_hours_tenths >= facts->input->policy->hours_per_mentee_tenths;
}

bool gp_may_be_mentor(const struct gp_mentor_facts *facts, size_t person) {
    const struct gp_person *mentor = person_of(facts, person);
    return mentor->mentor_willing == GP_YES && is_experienced(facts, mentor) &&
           has_hours(facts, mentor);
}

// Hours from 9 to 17 that two share by the clock; the date does not matter.
static bool zones_meet(const struct gp_policy *policy, const struct gp_person *one,
                       const struct gp_person *other) {
    if (one->zone_minutes == GP_NO_ZONE || other->zone_minutes == GP_NO_ZONE)
        return true;
    int32_t apart = abs(one->zone_minutes - other->zone_minutes) % DAY_MINUTES;
    if (apart > DAY_MINUTES / 2)
        apart = DAY_MINUTES - apart;
    int32_t shared = apart < WORKING_MINUTES ? WORKING_MINUTES - apart : 0;
    return shared >= 60 * policy->zone_overlap;
}

static bool is_allowed(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor) {
    const struct gp_policy *policy = facts->input->policy;
    const struct gp_person *learning = person_of(facts, mentee);
    const struct gp_person *teaching = person_of(facts, mentor);
    bool reports = learning->manager == mentor || teaching->manager == mentee;
    return is_experienced(facts, teaching) && (policy->manager_may_mentor || !reports) &&
           !gp_pair_is_said(facts, mentee, mentor, GP_PAIR_NEVER) &&
           !gp_pair_is_said(facts, mentee, mentor, GP_PAIR_ENDED) &&
           zones_meet(policy, learning, teaching);
}

// Levels are in thousandths: so are points once the product of two of them is divided by that.
enum { PER_LEVEL = 1000 };

// Points for each level that the mentor is ahead.
static int64_t worth_of(const struct gp_help *help) {
    return (int64_t)help->gap * help->interest;
}

bool gp_pair_help(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor, size_t place,
                  struct gp_help *help) {
    const struct gp_asked *asked = &facts->asked[mentee][place];
    gp_level_milli to = profile_of(facts, mentor)->skill[asked->help.activity];
    if (to < asked->least)
        return false;
    *help = asked->help;
    help->mentor = to;
    help->points = gp_divide_half_up(worth_of(help) * (to - help->mentee), PER_LEVEL);
    return true;
}

// The least product that is rounded up to one point more.
gp_level_milli gp_skill_beyond(const struct gp_asked *asked, int64_t points) {
    int64_t worth = worth_of(&asked->help), product = points * PER_LEVEL + PER_LEVEL / 2;
    if (asked->least == GP_NOBODYS_SKILL || worth <= 0)
        return GP_NOBODYS_SKILL;
    int64_t skill = asked->help.mentee + (product + worth - 1) / worth;
    if (skill >= GP_NOBODYS_SKILL)
        return GP_NOBODYS_SKILL;
    return skill > asked->least ? (gp_level_milli)skill : asked->least;
}

size_t gp_pair_helps(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                     struct gp_help *helps) {
    const struct gp_profile *learning = profile_of(facts, mentee);
    size_t count = 0;
    for (size_t i = 0; i < learning->focus_count; i++)
        count += gp_pair_help(facts, mentee, mentor, i, &helps[count]);
    return count;
}

enum gp_unmatched gp_pair_barrier(const struct gp_mentor_facts *facts, size_t mentee,
                                  size_t mentor) {
    const struct gp_person *teaching = person_of(facts, mentor);
    if (mentee == mentor || teaching->mentor_willing != GP_YES)
        return GP_NOBODY_WILLING;
    if (!gp_pair_is_ahead(facts, mentee, mentor))
        return GP_NOBODY_AHEAD;
    if (!is_allowed(facts, mentee, mentor))
        return GP_NOBODY_ALLOWED;
    return has_hours(facts, teaching) ? GP_MATCHED : GP_NOBODY_FREE;
}

bool gp_pair_could_be(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor) {
    return mentee != mentor && gp_pair_is_ahead(facts, mentee, mentor) &&
           is_allowed(facts, mentee, mentor);
}

// Whether the mentor has made the mentee's move: into the same rung, or to product from where the
// mentee is now.
static bool has_made_move(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor) {
    const struct gp_person *learning = person_of(facts, mentee);
    const struct gp_person *teaching = person_of(facts, mentor);
    if (teaching->rung == GP_NO_RUNG)
        return false;
    size_t target = profile_of(facts, mentee)->target;
    bool into_rung = teaching->rung == target && learning->rung != target;
    bool to_product = learning->rung == GP_NO_RUNG && learning->came_from != GP_NO_BACKGROUND &&
                      learning->came_from == teaching->came_from;
    return into_rung || to_product;
}

int64_t gp_pair_bonuses(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                        int64_t bonuses[GP_BONUS_COUNT]) {
    size_t background = person_of(facts, mentee)->came_from, facet = facts->focused[mentee];
    const bool applies[GP_BONUS_COUNT] = {
        [GP_BONUS_MOVE] = has_made_move(facts, mentee, mentor),
        [GP_BONUS_BACKGROUND] =
            background != GP_NO_BACKGROUND && background == person_of(facts, mentor)->came_from,
        [GP_BONUS_FACET] = facet != GP_NO_FACET && facet == facts->strongest[mentor],
        [GP_BONUS_PREVIOUS] = gp_pair_is_said(facts, mentee, mentor, GP_PAIR_PREVIOUS)};
    int64_t sum = 0;
    for (size_t i = 0; i < GP_BONUS_COUNT; i++) {
        bonuses[i] = applies[i] ? facts->input->policy->mentor_bonuses[i] : 0;
        sum += bonuses[i];
    }
    return sum;
}

int64_t gp_pair_strength(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor) {
    const struct gp_profile *learning = profile_of(facts, mentee);
    int64_t bonuses[GP_BONUS_COUNT], strength = gp_pair_bonuses(facts, mentee, mentor, bonuses);
    struct gp_help help;
    for (size_t i = 0; i < learning->focus_count; i++)
        if (gp_pair_help(facts, mentee, mentor, i, &help))
            strength += help.points;
    return strength;
}
