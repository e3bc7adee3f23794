#include "analyze/placement.h"

#include "analyze/gates.h"

// The rung people of somebody's background usually enter at.
static size_t usual_entry(const struct gp_ladder *ladder, const struct gp_person *person) {
    return person->came_from < ladder->background_count
               ? ladder->backgrounds[person->came_from].entry
               : GP_NO_RUNG;
}

// Not rated is below every score, 0 too.
static int score_of(const struct gp_readiness *readiness) {
    return readiness->score == GP_NO_SHARE ? -1 : readiness->score;
}

size_t gp_nearest_entry(const struct gp_ladder *ladder, const struct gp_person *person,
                        const struct gp_readiness *readiness) {
    size_t best = GP_NO_RUNG, usual = usual_entry(ladder, person);
    for (size_t i = 0; i < ladder->rung_count; i++) {
        if (ladder->rungs[i].path != GP_PATH_ENTRY)
            continue;
        int ahead = best == GP_NO_RUNG ? 1 : score_of(&readiness[i]) - score_of(&readiness[best]);
        if (ahead > 0 || (ahead == 0 && i == usual))
            best = i;
    }
    return best;
}

size_t gp_target_of(const struct gp_ladder *ladder, const struct gp_person *person,
                    const struct gp_readiness *readiness) {
    if (person->target != GP_NO_RUNG)
        return person->target;
    if (person->rung == GP_NO_RUNG)
        return gp_nearest_entry(ladder, person, readiness);
    size_t next = gp_ladder_next(ladder, person->rung);
    return next == GP_NO_RUNG ? person->rung : next;
}

void gp_place(struct gp_memory *memory, const struct gp_ladder *ladder,
              const struct gp_readiness *readiness, size_t placed[GP_PATH_COUNT]) {
    bool *passed = gp_alloc(memory, ladder->rung_count, sizeof *passed);
    bool *reached = gp_alloc(memory, ladder->rung_count, sizeof *reached);
    for (size_t i = 0; i < ladder->rung_count; i++) {
        const struct gp_rung *rung = &ladder->rungs[i];
        passed[i] = gp_gates_of_skill_pass(&readiness[i]);
        reached[i] = passed[i] && (rung->from_count == 0 || rung->path == GP_PATH_ENTRY);
    }
    gp_ladder_reach(ladder, passed, reached);
    for (size_t i = 0; i < GP_PATH_COUNT; i++)
        placed[i] = GP_NO_RUNG;
    for (size_t i = 0; i < ladder->rung_count; i++) {
        size_t *best = &placed[ladder->rungs[i].path];
        if (reached[i] &&
            (*best == GP_NO_RUNG || ladder->rungs[i].rank > ladder->rungs[*best].rank))
            *best = i;
    }
}
