#include "analyze/placement.h"

#include "analyze/gates.h"

static bool comes_from(const struct gp_rung *rung, size_t from) {
    for (size_t i = 0; i < rung->from_count; i++)
        if (rung->from[i] == from)
            return true;
    return false;
}

static size_t next_rung(const struct gp_ladder *ladder, size_t held) {
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (comes_from(&ladder->rungs[i], held))
            return i;
    return held;
}

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

static size_t nearest_entry(const struct gp_ladder *ladder, size_t usual,
                            const struct gp_readiness *readiness) {
    size_t best = GP_NO_RUNG;
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
    if (person->rung != GP_NO_RUNG)
        return next_rung(ladder, person->rung);
    return nearest_entry(ladder, usual_entry(ladder, person), readiness);
}

static bool is_reached(const struct gp_rung *rung, const struct gp_readiness *readiness,
                       const bool *reached) {
    bool open = rung->from_count == 0 || rung->path == GP_PATH_ENTRY;
    for (size_t i = 0; i < rung->from_count; i++)
        open = open || reached[rung->from[i]];
    return open && gp_gates_of_skill_pass(readiness);
}

void gp_place(struct gp_memory *memory, const struct gp_ladder *ladder,
              const struct gp_readiness *readiness, size_t placed[GP_PATH_COUNT]) {
    bool *reached = gp_alloc(memory, ladder->rung_count, sizeof *reached);
    // Predecessors may stand behind their successors in the file: repeat until nothing is added.
    for (bool added = true; added;) {
        added = false;
        for (size_t i = 0; i < ladder->rung_count; i++) {
            if (!reached[i] && is_reached(&ladder->rungs[i], &readiness[i], reached))
                reached[i] = added = true;
        }
    }
    for (size_t i = 0; i < GP_PATH_COUNT; i++)
        placed[i] = GP_NO_RUNG;
    for (size_t i = 0; i < ladder->rung_count; i++) {
        size_t *best = &placed[ladder->rungs[i].path];
        if (reached[i] &&
            (*best == GP_NO_RUNG || ladder->rungs[i].rank > ladder->rungs[*best].rank))
            *best = i;
    }
}
