// test_mentor_speed.c - how long the best assignment takes: 500 mentees by 500 mentors, and that it
// grows no faster than the third power of the team. Run alone, it shows the seconds.
#include "mentor_cases.h"

#include <time.h>

enum { LARGE = 500, SMALL = 50, KINDS = 4 };

// A dense question: every pair is possible.
struct dense {
    const char *name;
    unsigned kind;
};

static const struct dense kinds[KINDS] = {{"strengths at random", 0},
                                          {"ties everywhere", 1},
                                          {"hours for a third", 2},
                                          {"everybody prefers the last", 3}};

static size_t capacity_of(unsigned kind) {
    if (kind == 2)
        return one_in(9) ? 3 : 0;
    return kind == 3 ? 1 : below(4);
}

static int64_t strength_of(unsigned kind, size_t mentee, size_t mentor) {
    if (kind == 3)
        return (int64_t)((mentee + 1) * (mentor + 1));
    return kind == 1 ? below(3) : below(120000);
}

// Seconds of the processor for one assignment of `side` by `side`.
static double take(unsigned kind, size_t side) {
    struct gp_memory *memory = gp_memory_open();
    size_t *capacities = gp_alloc(memory, side, sizeof *capacities);
    int64_t *strengths = gp_alloc(memory, side * side, sizeof *strengths);
    bool *newcomers = gp_alloc(memory, side, sizeof *newcomers);
    bool *seniors = gp_alloc(memory, side, sizeof *seniors);
    for (size_t i = 0; i < side; i++) {
        capacities[i] = capacity_of(kind);
        newcomers[i] = one_in(5);
        seniors[i] = one_in(3);
        for (size_t j = 0; j < side; j++)
            strengths[i * side + j] = strength_of(kind, i, j);
    }
    struct gp_assignment question = {side, side, capacities, strengths, newcomers, seniors};
    clock_t start = clock();
    gp_assign(memory, &question);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    gp_memory_close(memory);
    return seconds;
}

// Ten times the team takes a thousand times as long at most: 500 by 500 about as long as a thousand
// times 50 by 50. With the fourth power it would be ten times that.
static void test_growth(void **state) {
    (void)state;
    seed = 0xE7037ED1A0B428DB;
    for (size_t i = 0; i < KINDS; i++) {
        double large = take(kinds[i].kind, LARGE), small = 0;
        for (size_t j = 0; j < 1000; j++)
            small += take(kinds[i].kind, SMALL);
        print_message("%s: 500 by 500 in %.3f s, 50 by 50 a thousand times in %.3f s\n",
                      kinds[i].name, large, small);
        if (large > 5 * small)
            fail_msg("%s: %.3f s, and %.3f s", kinds[i].name, large, small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_growth)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
