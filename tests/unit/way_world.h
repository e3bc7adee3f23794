// way_world.h - the shortest way on the small ladder, for GPM: finding it, showing it, going it.
#ifndef GP_TESTS_WAY_WORLD_H
#define GP_TESTS_WAY_WORLD_H

#include "analyze/gates.h"
#include "analyze/readiness.h"
#include "analyze/shortest.h"
#include "small_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static inline void measure_and_judge(struct gp_memory *memory, const struct small *small,
                                     const struct gp_answer *answers,
                                     struct gp_readiness *readiness) {
    struct gp_person person = small_person("Ana");
    struct gp_gates_of of = {&small->ladder, &small->policy, &person, GPM, GP_NO_RUNG, false};
    gp_readiness_measure(memory, &small->ladder, &small->policy, answers, GPM, readiness);
    gp_gates_judge(&of, readiness);
}

static inline struct gp_way find_way(struct gp_memory *memory, const struct small *small,
                                     const struct gp_answer *answers) {
    struct gp_readiness readiness;
    measure_and_judge(memory, small, answers, &readiness);
    return gp_shortest_way(memory, &small->ladder, &small->policy, answers, GPM, &readiness);
}

// "0 skill 2500-4, 4 experience 1000-3": activity, axis, from in thousandths, to.
static inline const char *steps_text(struct gp_memory *memory, const struct gp_way *way) {
    const char *text = "";
    for (size_t i = 0; i < way->step_count; i++) {
        const struct gp_raise *step = &way->steps[i];
        text = gp_print(memory, "%s%s%zu %s %d-%d", text, i > 0 ? ", " : "", step->activity,
                        gp_axis_name(step->axis), step->from, step->to);
    }
    return text;
}

static inline const char *digits_of(struct gp_memory *memory, const size_t *activities,
                                    size_t count) {
    char *text = gp_alloc(memory, count + 1, 1);
    for (size_t i = 0; i < count; i++)
        text[i] = (char)('0' + activities[i]);
    return text;
}

static inline void raise_rating(struct gp_answer *answer, enum gp_axis axis, gp_rating to) {
    if (axis == GP_EXPERIENCE || gp_rated(answer->axis[axis]))
        answer->axis[axis] = to;
    if (axis == GP_SKILL && gp_rated(answer->manager_skill))
        answer->manager_skill = to;
}

// By what is rated alone: a gate that waits for a rating does not count.
static inline bool is_ready(const struct gp_readiness *readiness) {
    return readiness->gates[GP_GATE_MUST_HAVES] != GP_GATE_FAIL &&
           readiness->gates[GP_GATE_BREADTH] != GP_GATE_FAIL &&
           readiness->gates[GP_GATE_FACET] != GP_GATE_FAIL &&
           readiness->gates[GP_GATE_SCORE] == GP_GATE_PASS;
}

// Once the steps are made, the gates pass and the score is the one that was promised.
static inline void check_made(struct gp_memory *memory, const struct small *small,
                              const struct gp_answer *answers, const struct gp_way *way) {
    struct gp_answer raised[ACTIVITIES];
    struct gp_readiness readiness;
    unsigned levels = 0;
    memcpy(raised, answers, sizeof raised);
    for (size_t i = 0; i < way->step_count; i++) {
        raise_rating(&raised[way->steps[i].activity], way->steps[i].axis, way->steps[i].to);
        levels += way->steps[i].levels;
    }
    measure_and_judge(memory, small, raised, &readiness);
    assert_true(is_ready(&readiness));
    assert_int_equal(readiness.score, way->score);
    assert_int_equal(levels, way->levels);
}

#endif
