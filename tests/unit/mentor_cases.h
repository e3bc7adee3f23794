// mentor_cases.h - assignments of mentees to mentors, by hand and at random, and what they are
// worth, for the tests of lib/analyze/mentor_flow.
#ifndef TESTS_MENTOR_CASES_H
#define TESTS_MENTOR_CASES_H

#include "analyze/mentor_flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_SIDE = 60 };

// A question with room for its parts.
struct mentor_case {
    struct gp_assignment question;
    size_t capacities[MOST_SIDE];
    int64_t strengths[MOST_SIDE * MOST_SIDE];
    bool newcomers[MOST_SIDE], seniors[MOST_SIDE];
};

// What an assignment is worth, in the order of the rule.
struct mentor_total {
    int64_t matched, newcomers, seniors, strength;
};

static uint64_t seed;

static inline unsigned below(unsigned limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed % limit);
}

static inline bool one_in(unsigned count) {
    return below(count) == 0;
}

// `asked` must stay where it is: the question points into it.
static inline void open_case(struct mentor_case *asked, size_t mentees, size_t mentors) {
    *asked = (struct mentor_case){.question = {.mentees = mentees, .mentors = mentors}};
    asked->question.capacities = asked->capacities;
    asked->question.strengths = asked->strengths;
    asked->question.newcomers = asked->newcomers;
    asked->question.seniors = asked->seniors;
}

// Strengths from 0 up to `most`; one pair in `forbidden` is none.
static inline void random_case(struct mentor_case *asked, size_t mentees, size_t mentors,
                               unsigned most, unsigned forbidden) {
    open_case(asked, mentees, mentors);
    bool none_new = one_in(3);
    for (size_t i = 0; i < mentors; i++) {
        asked->capacities[i] = below(4);
        asked->seniors[i] = one_in(2);
    }
    for (size_t i = 0; i < mentees; i++) {
        asked->newcomers[i] = !none_new && one_in(3);
        for (size_t j = 0; j < mentors; j++)
            asked->strengths[i * mentors + j] = one_in(forbidden) ? GP_NO_EDGE : below(most + 1);
    }
}

static inline struct mentor_total total_of(const struct gp_assignment *question,
                                           const size_t *mentors) {
    struct mentor_total total = {0};
    for (size_t i = 0; i < question->mentees; i++) {
        if (mentors[i] == GP_NO_MENTOR)
            continue;
        bool newcomer = question->newcomers[i];
        total.matched++;
        total.newcomers += newcomer;
        total.seniors += newcomer && question->seniors[mentors[i]];
        total.strength += question->strengths[i * question->mentors + mentors[i]];
    }
    return total;
}

static inline int compare_totals(const struct mentor_total *a, const struct mentor_total *b) {
    const int64_t one[] = {a->matched, a->newcomers, a->seniors, a->strength};
    const int64_t other[] = {b->matched, b->newcomers, b->seniors, b->strength};
    for (size_t i = 0; i < 4; i++)
        if (one[i] != other[i])
            return one[i] > other[i] ? 1 : -1;
    return 0;
}

// That nobody has a mentor they may not have, and no mentor too many.
static inline void check_allowed(const struct gp_assignment *question, const size_t *mentors,
                                 unsigned number) {
    size_t loads[MOST_SIDE] = {0};
    for (size_t i = 0; i < question->mentees; i++) {
        if (mentors[i] == GP_NO_MENTOR)
            continue;
        assert_true(mentors[i] < question->mentors);
        if (question->strengths[i * question->mentors + mentors[i]] == GP_NO_EDGE)
            fail_msg("case %u: mentee %zu has the forbidden mentor %zu", number, i, mentors[i]);
        if (++loads[mentors[i]] > question->capacities[mentors[i]])
            fail_msg("case %u: mentor %zu has too many", number, mentors[i]);
    }
}

#endif
