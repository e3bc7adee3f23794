// Successive shortest paths with potentials: mentees are put in one after the other, each by the
// cheapest chain of moves there is. Mentees are rows; columns are the mentors and, behind them, a
// column for nobody, which has room for all. Costs are gains with the sign turned round.
#include "analyze/mentor_flow.h"

#include <assert.h>

// What is gained or paid: heads first, points between equals. One number would overflow.
struct worth {
    int64_t heads;
    int64_t points;
};

#define NO_ROW ((size_t)-1)

struct flow {
    struct gp_memory *memory;
    const struct gp_assignment *of;
    size_t rows, columns, nobody;
    struct worth *row_potentials;    // no edge costs less than its two potentials ...
    struct worth *column_potentials; // ... and one in use just as much; 0 where there is room
    size_t *column_of;               // [row]
    size_t *loads;                   // [column]
    size_t *first, *next;            // the rows of a column: first[column], next[row]
    struct worth *distances;         // [column], in the search for one row
    size_t *via;                     // [column]: the row one comes from
    bool *reached;                   // [column]
};

static struct worth plus(struct worth a, struct worth b) {
    return (struct worth){a.heads + b.heads, a.points + b.points};
}

static struct worth minus(struct worth a, struct worth b) {
    return (struct worth){a.heads - b.heads, a.points - b.points};
}

static bool is_less(struct worth a, struct worth b) {
    return a.heads != b.heads ? a.heads < b.heads : a.points < b.points;
}

static bool is_nothing(struct worth a) {
    return a.heads == 0 && a.points == 0;
}

static bool has_edge(const struct flow *flow, size_t row, size_t column) {
    return column == flow->nobody ||
           flow->of->strengths[row * flow->of->mentors + column] != GP_NO_EDGE;
}

// The heads count matches, newcomers and their seniors in one number: none of the three can come to
// more than there are rows. Those of a row with a mentor who is no senior.
static int64_t heads_of(const struct flow *flow, size_t row) {
    int64_t base = (int64_t)flow->rows + 1;
    return base * base + (flow->of->newcomers[row] ? base : 0);
}

// Of an edge there is.
static struct worth cost_of(const struct flow *flow, size_t row, size_t column) {
    if (column == flow->nobody)
        return (struct worth){0, 0};
    bool senior = flow->of->newcomers[row] && flow->of->seniors[column];
    return (struct worth){-(heads_of(flow, row) + senior),
                          -flow->of->strengths[row * flow->of->mentors + column]};
}

static size_t capacity_of(const struct flow *flow, size_t column) {
    return column == flow->nobody ? flow->rows + 1 : flow->of->capacities[column];
}

static bool has_room(const struct flow *flow, size_t column) {
    return flow->loads[column] < capacity_of(flow, column);
}

static void open_flow(struct flow *flow, struct gp_memory *memory,
                      const struct gp_assignment *question) {
    size_t rows = question->mentees, columns = question->mentors + 1;
    *flow = (struct flow){.memory = memory,
                          .of = question,
                          .rows = rows,
                          .columns = columns,
                          .nobody = question->mentors};
    flow->row_potentials = gp_alloc(memory, rows, sizeof *flow->row_potentials);
    flow->column_potentials = gp_alloc(memory, columns, sizeof *flow->column_potentials);
    flow->column_of = gp_alloc(memory, rows, sizeof *flow->column_of);
    flow->loads = gp_alloc(memory, columns, sizeof *flow->loads);
    flow->first = gp_alloc(memory, columns, sizeof *flow->first);
    flow->next = gp_alloc(memory, rows, sizeof *flow->next);
    flow->distances = gp_alloc(memory, columns, sizeof *flow->distances);
    flow->via = gp_alloc(memory, columns, sizeof *flow->via);
    flow->reached = gp_alloc(memory, columns, sizeof *flow->reached);
    for (size_t i = 0; i < columns; i++)
        flow->first[i] = NO_ROW;
}

static void come_nearer(struct flow *flow, size_t row, size_t column, struct worth through) {
    through = minus(through, flow->column_potentials[column]);
    if (!is_less(through, flow->distances[column]))
        return;
    flow->distances[column] = through;
    flow->via[column] = row;
}

// Comes nearer to columns by way of a row that is `distance` away, its potential taken off. What
// an edge costs is cost_of(), here with what is the same of all edges of the row taken out.
static void relax(struct flow *flow, size_t row, struct worth distance) {
    const int64_t *strengths = &flow->of->strengths[row * flow->of->mentors];
    bool newcomer = flow->of->newcomers[row];
    int64_t heads = distance.heads - heads_of(flow, row);
    for (size_t i = 0; i < flow->of->mentors; i++)
        if (!flow->reached[i] && strengths[i] != GP_NO_EDGE)
            come_nearer(flow, row, i,
                        (struct worth){heads - (newcomer && flow->of->seniors[i]),
                                       distance.points - strengths[i]});
    if (!flow->reached[flow->nobody])
        come_nearer(flow, row, flow->nobody, distance);
}

// The nearest column not reached yet, with room if one of the nearest has it: that ends the search.
// There is one: nobody's is never out of reach.
static size_t nearest_of(const struct flow *flow) {
    size_t nearest = flow->columns;
    struct worth least = {INT64_MAX, INT64_MAX};
    bool room = false; // there is, in the nearest so far
    for (size_t i = 0; i < flow->columns; i++) {
        if (flow->reached[i] || is_less(least, flow->distances[i]))
            continue;
        if (!is_less(flow->distances[i], least) && (room || !has_room(flow, i)))
            continue;
        nearest = i;
        least = flow->distances[i];
        room = has_room(flow, i);
    }
    return nearest;
}

// The nearest column with room for `row`, or for whom it pushes on; potentials follow.
static size_t search(struct flow *flow, size_t row) {
    for (size_t i = 0; i < flow->columns; i++) {
        flow->distances[i] = (struct worth){INT64_MAX, 0};
        flow->reached[i] = false;
    }
    relax(flow, row, (struct worth){0, 0});
    size_t end = nearest_of(flow);
    while (!has_room(flow, end)) {
        flow->reached[end] = true;
        for (size_t i = flow->first[end]; i != NO_ROW; i = flow->next[i])
            relax(flow, i, minus(flow->distances[end], flow->row_potentials[i]));
        end = nearest_of(flow);
    }
    flow->row_potentials[row] = flow->distances[end];
    for (size_t i = 0; i < flow->columns; i++) {
        if (!flow->reached[i])
            continue;
        struct worth nearer = minus(flow->distances[end], flow->distances[i]);
        flow->column_potentials[i] = minus(flow->column_potentials[i], nearer);
        for (size_t j = flow->first[i]; j != NO_ROW; j = flow->next[j])
            flow->row_potentials[j] = plus(flow->row_potentials[j], nearer);
    }
    return end;
}

static void list_rows(struct flow *flow, size_t count) {
    for (size_t i = 0; i < flow->columns; i++)
        flow->first[i] = NO_ROW;
    for (size_t i = count; i-- > 0;) {
        flow->next[i] = flow->first[flow->column_of[i]];
        flow->first[flow->column_of[i]] = i;
    }
}

// Everybody on the way to `end` moves one column on.
static void push_along(struct flow *flow, size_t row, size_t end) {
    flow->loads[end]++;
    for (size_t column = end;;) {
        size_t moved = flow->via[column], from = flow->column_of[moved];
        flow->column_of[moved] = column;
        if (moved == row)
            break;
        column = from;
    }
    list_rows(flow, row + 1);
}

// --- ties ---
//
// The best assignments are just those that use no edge but tight ones (their cost is that of their
// potentials) and fill every column whose potential is not 0. So from one of them any other is come
// to by moves along tight edges, and by the slack of columns with a potential of 0.

struct ties {
    struct flow *flow;
    bool *tight;   // [column * rows + row]
    size_t slack;  // stands behind the columns as one more
    bool *found;   // [column, and slack]: from here a mentee too many can be moved on to the end
    size_t *to;    // [column, and slack]: the next on that way
    size_t *mover; // [column]: the row that moves on; NO_ROW where there is room for one more
    size_t *queue; // columns, and slack
    size_t queue_count;
};

static void open_ties(struct ties *ties, struct flow *flow) {
    size_t rows = flow->rows, columns = flow->columns;
    *ties = (struct ties){.flow = flow, .slack = columns};
    ties->tight = gp_alloc(flow->memory, rows * columns, sizeof *ties->tight);
    ties->found = gp_alloc(flow->memory, columns + 1, sizeof *ties->found);
    ties->to = gp_alloc(flow->memory, columns + 1, sizeof *ties->to);
    ties->mover = gp_alloc(flow->memory, columns + 1, sizeof *ties->mover);
    ties->queue = gp_alloc(flow->memory, columns + 1, sizeof *ties->queue);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            ties->tight[j * rows + i] =
                has_edge(flow, i, j) &&
                is_nothing(minus(minus(cost_of(flow, i, j), flow->row_potentials[i]),
                                 flow->column_potentials[j]));
}

static void add_found(struct ties *ties, size_t from, size_t mover, size_t to) {
    if (ties->found[from])
        return;
    ties->found[from] = true;
    ties->mover[from] = mover;
    ties->to[from] = to;
    ties->queue[ties->queue_count++] = from;
}

// Finds, backward from `end`, all columns whose load may grow by one while that of `end` falls by
// one, by moving rows behind `fixed` alone.
static void find_ways(struct ties *ties, size_t fixed, size_t end) {
    struct flow *flow = ties->flow;
    for (size_t i = 0; i <= ties->slack; i++)
        ties->found[i] = false;
    ties->queue_count = 0;
    add_found(ties, end, NO_ROW, end);
    for (size_t done = 0; done < ties->queue_count; done++) {
        size_t at = ties->queue[done];
        if (at == ties->slack) {
            for (size_t i = 0; i < flow->columns; i++)
                if (has_room(flow, i))
                    add_found(ties, i, NO_ROW, at);
            continue;
        }
        const bool *tight = &ties->tight[at * flow->rows];
        for (size_t i = fixed + 1; i < flow->rows; i++)
            if (tight[i])
                add_found(ties, flow->column_of[i], i, at);
        if (is_nothing(flow->column_potentials[at]))
            add_found(ties, ties->slack, NO_ROW, at);
    }
}

static void move(struct flow *flow, size_t row, size_t column) {
    flow->loads[flow->column_of[row]]--;
    flow->column_of[row] = column;
    flow->loads[column]++;
}

// Gives a row the earliest column that a best assignment can have there, given those before it.
static void settle_row(struct ties *ties, size_t row) {
    struct flow *flow = ties->flow;
    size_t end = flow->column_of[row], earliest = 0;
    while (earliest < end && !ties->tight[earliest * flow->rows + row])
        earliest++;
    if (earliest == end)
        return;
    find_ways(ties, row, end);
    while (earliest < end && !(ties->tight[earliest * flow->rows + row] && ties->found[earliest]))
        earliest++;
    if (earliest == end)
        return;
    move(flow, row, earliest);
    for (size_t at = earliest; at != end; at = ties->to[at])
        if (ties->mover[at] != NO_ROW)
            move(flow, ties->mover[at], ties->to[at]);
}

size_t *gp_assign(struct gp_memory *memory, const struct gp_assignment *question) {
    assert(question->mentees <= GP_MOST_MENTEES);
    struct flow flow;
    open_flow(&flow, memory, question);
    for (size_t i = 0; i < flow.rows; i++)
        push_along(&flow, i, search(&flow, i));
    struct ties ties;
    open_ties(&ties, &flow);
    for (size_t i = 0; i < flow.rows; i++)
        settle_row(&ties, i);
    for (size_t i = 0; i < flow.rows; i++)
        if (flow.column_of[i] == flow.nobody)
            flow.column_of[i] = GP_NO_MENTOR;
    return flow.column_of;
}
