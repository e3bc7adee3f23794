// gains.h - lists of what can be had for how many raises, and what is asked of them.
//
// A list stands for all ways to choose from some items. It holds the best of them: no gain in it
// costs at least as much as another and brings no more. Met weight counts only as far as it is
// asked for. A demand is the other direction: the least credit that some items must bring, for
// every cost and met weight of theirs, so that the others can do what is left.
#ifndef GP_ANALYZE_GAINS_H
#define GP_ANALYZE_GAINS_H

#include "analyze/goal.h"
#include "base/memory.h"

struct gp_gains {
    struct gp_gain *items; // by cost, the least first
    size_t count, capacity;
    int32_t cost_most, met_most; // none has more
};

struct gp_demand {
    // [cost * (met_most + 1) + met]; GP_NEVER, or what is left of it, where the others cannot do
    // the rest: more than all together have.
    int32_t *credits;
    int32_t cost_most, met_most;
};

// What lists are merged on.
struct gp_bench {
    struct gp_memory *memory;
    int32_t budget;  // what costs more is left out
    int32_t met;     // as much met weight as counts
    int32_t *cells;  // [cost * (met_most + 1) + met]: the most credit
    int32_t *beside; // [met]
    size_t cell_capacity, beside_capacity;
    uint64_t work;  // additions so far
    bool too_large; // it took more work or room than it may: all results are void
};

// Counts work to come; true when there is too much of it, and it must not be done.
bool gp_is_too_much(struct gp_bench *bench, uint64_t work);

// Adds a gain behind all that cost no more.
void gp_gains_add(struct gp_bench *bench, struct gp_gains *gains, struct gp_gain gain);

// Leaves out what costs more than a budget.
void gp_gains_cut(struct gp_gains *gains, int32_t budget);

// One gain of each of two lists; what brings less credit than `floor` is left out.
void gp_gains_merge(struct gp_bench *bench, const struct gp_gains *a, const struct gp_gains *b,
                    int32_t floor, struct gp_gains *merged);

// A demand on a list that nothing is known to fulfill yet: GP_NEVER everywhere.
struct gp_demand gp_demand_open(struct gp_bench *bench, const struct gp_gains *gains);

// Asks no more than `credit` of what costs just `cost` and has met weight of just `met`, or else of
// the nearest in the table that costs less and has more; of nothing when there is none.
void gp_demand_ask(struct gp_demand *demand, int32_t cost, int32_t met, int32_t credit);

// Asks of what costs less, or has more met weight, no more than of what costs more or has less.
void gp_demand_spread(struct gp_demand *demand);

// The demand on a part, at least `floor`, of a whole that is the part merged with `rest`.
struct gp_demand gp_demand_of_part(struct gp_bench *bench, const struct gp_demand *whole,
                                   const struct gp_gains *part, const struct gp_gains *rest,
                                   int32_t floor);

// Whether a gain within the budget fulfills the demand.
bool gp_fulfills(const struct gp_demand *demand, const struct gp_gain *gain);

// Keeps what fulfills the demand.
void gp_gains_keep(const struct gp_demand *demand, struct gp_gains *gains);

#endif
