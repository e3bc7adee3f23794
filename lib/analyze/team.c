#include "analyze/analyze.h"

#include "analyze/classify.h"
#include "analyze/coverage.h"
#include "analyze/focus.h"
#include "analyze/gaps.h"
#include "analyze/gates.h"
#include "analyze/placement.h"
#include "analyze/readiness.h"

struct analysis {
    struct gp_memory *memory;
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_team *team;
    bool *held; // [rung], by anybody of the team
};

static bool *find_held(struct gp_memory *memory, const struct gp_ladder *ladder,
                       const struct gp_team *team) {
    bool *held = gp_alloc(memory, ladder->rung_count, sizeof *held);
    for (size_t i = 0; i < team->person_count; i++)
        if (team->people[i].rung != GP_NO_RUNG)
            held[team->people[i].rung] = true;
    return held;
}

// The target hangs on the scores, and the gates on the target: measure all rungs, then judge them.
static void find_readiness(const struct analysis *a, const struct gp_person *person,
                           const struct gp_answer *answers, struct gp_profile *profile) {
    size_t rungs = a->ladder->rung_count;
    profile->readiness = gp_alloc(a->memory, rungs, sizeof *profile->readiness);
    for (size_t i = 0; i < rungs; i++)
        gp_readiness_measure(a->memory, a->ladder, a->policy, answers, i, &profile->readiness[i]);
    profile->target_named = person->target != GP_NO_RUNG;
    profile->target = gp_target_of(a->ladder, person, profile->readiness);
    profile->nearest_entry = person->rung != GP_NO_RUNG
                                 ? GP_NO_RUNG
                                 : gp_nearest_entry(a->ladder, person, profile->readiness);
    for (size_t i = 0; i < rungs; i++) {
        struct gp_gates_of of = {a->ladder, a->policy, person, i, profile->target, a->held[i]};
        gp_gates_judge(&of, &profile->readiness[i]);
    }
    gp_place(a->memory, a->ladder, profile->readiness, profile->placed);
}

static void find_profile(const struct analysis *a, size_t index, struct gp_profile *profile) {
    const struct gp_person *person = &a->team->people[index];
    const struct gp_answer *answers = gp_answers_of(a->team, index);
    gp_classify_all(a->memory, a->ladder, a->policy, answers, profile);
    find_readiness(a, person, answers, profile);
    profile->gap_target = gp_gaps(a->memory, a->ladder, profile->target, profile->skill);
    gp_focus(a->memory, a->ladder, a->policy, answers, profile);
}

void gp_analyze_team(struct gp_memory *memory, const struct gp_ladder *ladder,
                     const struct gp_policy *policy, const struct gp_team *team,
                     struct gp_results *results) {
    struct analysis a = {memory, ladder, policy, team, find_held(memory, ladder, team)};
    results->profiles = gp_alloc(memory, team->person_count, sizeof *results->profiles);
    for (size_t i = 0; i < team->person_count; i++)
        find_profile(&a, i, &results->profiles[i]);
    results->coverage = gp_cover(memory, ladder, team, results->profiles);
}
