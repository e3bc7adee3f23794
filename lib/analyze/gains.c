#include "analyze/gains.h"

// About half a second, and 16 megabytes; the default ladder takes a hundredth of it.
static const uint64_t most_work = (uint64_t)1 << 28;
static const size_t most_cells = (size_t)1 << 22;

static int32_t lesser(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static void see_most(struct gp_gains *gains, const struct gp_gain *gain) {
    if (gain->cost > gains->cost_most)
        gains->cost_most = gain->cost;
    if (gain->met > gains->met_most)
        gains->met_most = gain->met;
}

void gp_gains_add(struct gp_bench *bench, struct gp_gains *gains, struct gp_gain gain) {
    if (gains->count == gains->capacity)
        gains->items = gp_grow(bench->memory, gains->items, gains->count, &gains->capacity,
                               sizeof *gains->items);
    size_t at = gains->count++;
    for (; at > 0 && gains->items[at - 1].cost > gain.cost; at--)
        gains->items[at] = gains->items[at - 1];
    gains->items[at] = gain;
    see_most(gains, &gain);
}

void gp_gains_cut(struct gp_gains *gains, int32_t budget) {
    size_t count = gains->count;
    gains->count = 0;
    gains->cost_most = gains->met_most = 0;
    while (gains->count < count && gains->items[gains->count].cost <= budget)
        see_most(gains, &gains->items[gains->count++]);
}

bool gp_is_too_much(struct gp_bench *bench, uint64_t work) {
    bench->work += work;
    bench->too_large = bench->too_large || bench->work > most_work;
    return bench->too_large;
}

// An array of at least `count` numbers, all -1.
static int32_t *clear(struct gp_bench *bench, int32_t *numbers, size_t *capacity, size_t count) {
    if (count > *capacity) {
        *capacity = 2 * count;
        numbers = gp_alloc(bench->memory, *capacity, sizeof *numbers);
    }
    for (size_t i = 0; i < count; i++)
        numbers[i] = -1;
    return numbers;
}

// Makes the cells of a table of that size ready; false when it is too large.
static bool open_cells(struct gp_bench *bench, int32_t cost_most, int32_t met_most) {
    size_t columns = (size_t)met_most + 1, cells = ((size_t)cost_most + 1) * columns;
    if (cells > most_cells)
        bench->too_large = true;
    if (gp_is_too_much(bench, cells))
        return false;
    bench->cells = clear(bench, bench->cells, &bench->cell_capacity, cells);
    bench->beside = clear(bench, bench->beside, &bench->beside_capacity, columns);
    return true;
}

// Moves the best of the cells into a list.
static void collect(struct gp_bench *bench, int32_t cost_most, int32_t met_most, int32_t floor,
                    struct gp_gains *gains) {
    const int32_t *cell = bench->cells;
    int32_t *cheaper = bench->beside; // [met]: the most credit for less cost and as much met
    for (int32_t cost = 0; cost <= cost_most; cost++, cell += met_most + 1) {
        int32_t most = -1; // for this cost or less, and as much met
        for (int32_t met = met_most; met >= 0; met--) {
            if (cheaper[met] > most)
                most = cheaper[met];
            if (cell[met] > most) {
                most = cell[met];
                if (most >= floor)
                    gp_gains_add(bench, gains, (struct gp_gain){cost, met, most});
            }
            cheaper[met] = most;
        }
    }
}

// One gain beside each of a list. Where all of their met weight counts, none of them gets better
// than another by it.
static void move_all(struct gp_bench *bench, const struct gp_gain *one, const struct gp_gains *list,
                     int32_t floor, struct gp_gains *moved) {
    for (size_t i = 0; i < list->count && one->cost + list->items[i].cost <= bench->budget; i++) {
        const struct gp_gain *other = &list->items[i];
        if (one->credit + other->credit >= floor)
            gp_gains_add(bench, moved,
                         (struct gp_gain){one->cost + other->cost, one->met + other->met,
                                          one->credit + other->credit});
    }
}

// The most credit for each cost and met weight that a gain of each of two lists has.
static void fill_cells(struct gp_bench *bench, const struct gp_gains *a, const struct gp_gains *b,
                       int32_t cost_most, int32_t met_most) {
    size_t columns = (size_t)met_most + 1;
    for (size_t i = 0; i < a->count; i++) {
        const struct gp_gain *one = &a->items[i];
        for (size_t j = 0; j < b->count && one->cost + b->items[j].cost <= cost_most; j++) {
            const struct gp_gain *other = &b->items[j];
            size_t row = (size_t)(one->cost + other->cost) * columns;
            int32_t *cell = &bench->cells[row + (size_t)lesser(one->met + other->met, met_most)];
            if (one->credit + other->credit > *cell)
                *cell = one->credit + other->credit;
        }
    }
}

void gp_gains_merge(struct gp_bench *bench, const struct gp_gains *a, const struct gp_gains *b,
                    int32_t floor, struct gp_gains *merged) {
    int32_t cost_most = lesser(bench->budget, a->cost_most + b->cost_most);
    int32_t met_most = lesser(bench->met, a->met_most + b->met_most);
    merged->count = 0;
    merged->cost_most = merged->met_most = 0;
    if (gp_is_too_much(bench, (uint64_t)a->count * b->count))
        return;
    if ((a->count == 1 || b->count == 1) && a->met_most + b->met_most <= bench->met) {
        const struct gp_gains *single = a->count == 1 ? a : b;
        move_all(bench, single->items, single == a ? b : a, floor, merged);
        return;
    }
    if (!open_cells(bench, cost_most, met_most))
        return;
    fill_cells(bench, a, b, cost_most, met_most);
    collect(bench, cost_most, met_most, floor, merged);
}

struct gp_demand gp_demand_open(struct gp_bench *bench, const struct gp_gains *gains) {
    struct gp_demand demand = {NULL, gains->cost_most, gains->met_most};
    size_t count = ((size_t)demand.cost_most + 1) * ((size_t)demand.met_most + 1);
    demand.credits = gp_alloc(bench->memory, count, sizeof *demand.credits);
    for (size_t i = 0; i < count; i++)
        demand.credits[i] = GP_NEVER;
    return demand;
}

void gp_demand_ask(struct gp_demand *demand, int32_t cost, int32_t met, int32_t credit) {
    if (met > demand->met_most)
        return;
    size_t row = (size_t)lesser(cost, demand->cost_most) * ((size_t)demand->met_most + 1);
    int32_t *asked = &demand->credits[row + (size_t)(met < 0 ? 0 : met)];
    *asked = lesser(*asked, credit);
}

void gp_demand_spread(struct gp_demand *demand) {
    size_t columns = (size_t)demand->met_most + 1;
    for (size_t row = (size_t)demand->cost_most + 1; row > 0; row--) {
        int32_t *asked = &demand->credits[(row - 1) * columns];
        for (size_t met = 0; met < columns; met++) {
            if (row <= (size_t)demand->cost_most)
                asked[met] = lesser(asked[met], asked[columns + met]);
            if (met > 0)
                asked[met] = lesser(asked[met], asked[met - 1]);
        }
    }
}

// The compiler takes four at a time, once it knows that the rows are two.
static void ask_less(int32_t *restrict asked, const int32_t *restrict whole, int32_t done,
                     int32_t count) {
    for (int32_t i = 0; i < count; i++)
        asked[i] = lesser(asked[i], whole[i] - done);
}

// Asks of a part no more than what is left to do beside one gain of the others. What is left of
// GP_NEVER is still more than the part can have: all together have less than that.
static void ask_beside(const struct gp_demand *whole, struct gp_gain gain, struct gp_demand *part) {
    int32_t cost_most = lesser(part->cost_most, whole->cost_most - gain.cost);
    int32_t columns = part->met_most + 1, whole_columns = whole->met_most + 1;
    int32_t within = lesser(columns, whole_columns - gain.met);
    for (int32_t cost = 0; cost <= cost_most; cost++) {
        int32_t *asked = &part->credits[(size_t)cost * (size_t)columns];
        const int32_t *row = &whole->credits[(size_t)(cost + gain.cost) * (size_t)whole_columns];
        if (within > 0)
            ask_less(asked, row + gain.met, gain.credit, within);
        int32_t last = row[whole_columns - 1] - gain.credit;
        for (int32_t met = within < 0 ? 0 : within; met < columns; met++)
            asked[met] = lesser(asked[met], last);
    }
}

struct gp_demand gp_demand_of_part(struct gp_bench *bench, const struct gp_demand *whole,
                                   const struct gp_gains *part, const struct gp_gains *rest,
                                   int32_t floor) {
    struct gp_demand demand = gp_demand_open(bench, part);
    size_t cells = ((size_t)demand.cost_most + 1) * ((size_t)demand.met_most + 1);
    if (gp_is_too_much(bench, (uint64_t)cells * rest->count))
        return demand;
    for (size_t i = 0; i < rest->count; i++)
        ask_beside(whole, rest->items[i], &demand);
    for (size_t i = 0; i < cells; i++)
        if (demand.credits[i] < floor)
            demand.credits[i] = floor;
    return demand;
}

bool gp_fulfills(const struct gp_demand *demand, const struct gp_gain *gain) {
    if (gain->cost > demand->cost_most)
        return false;
    size_t row = (size_t)gain->cost * ((size_t)demand->met_most + 1);
    return gain->credit >= demand->credits[row + (size_t)lesser(gain->met, demand->met_most)];
}

void gp_gains_keep(const struct gp_demand *demand, struct gp_gains *gains) {
    size_t kept = 0;
    gains->cost_most = gains->met_most = 0;
    for (size_t i = 0; i < gains->count; i++) {
        if (!gp_fulfills(demand, &gains->items[i]))
            continue;
        see_most(gains, &gains->items[i]);
        gains->items[kept++] = gains->items[i];
    }
    gains->count = kept;
}
