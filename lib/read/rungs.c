#include "read/ladder_parts.h"

#include "base/text.h"
#include "read/names.h"

#include <string.h>

enum column {
    ID,
    TITLE,
    PATH,
    RANK,
    FROM,
    PRODUCT_HAT,
    PEOPLE_HAT,
    MIN_YEARS,
    MIN_PRODUCTS,
    SCOPE
};
enum { COLUMN_COUNT = 10, REQUIRED_COUNT = 7 };

static const char *const column_names[COLUMN_COUNT] = {
    "id",          "title",      "path",      "rank",         "from",
    "product_hat", "people_hat", "min_years", "min_products", "scope"};

static const struct gp_shape shape = {.thing = "rung",
                                      .names = column_names,
                                      .count = COLUMN_COUNT,
                                      .required = REQUIRED_COUNT,
                                      .most_rows = GP_MOST_RUNGS};

static const char *const path_names[GP_PATH_COUNT] = {"entry", "product", "people"};

// A set of rungs.
typedef uint64_t rung_set;

static rung_set only(size_t rung) {
    return (rung_set)1 << rung;
}

struct reading {
    struct gp_ladder_parts *parts;
    struct gp_table table;
    size_t *rows;                  // [rung]: the row it stands in
    struct gp_map *names;          // folded ids and titles -> rung: no role may mean two rungs
    rung_set vague;                // rungs with a name in `from` that is not known
    rung_set below[GP_MOST_RUNGS]; // the rungs one may have come from, at any distance
};

static struct gp_rung *rungs_of(const struct reading *reading) {
    return reading->parts->ladder->rungs;
}

// An id is a column's name in another file and a part of lists and keys. False when it will
// not do at all, and is not fit to be shown.
static bool check_id(const struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const char *id = gp_table_text(table, row, ID);
    struct gp_at at = gp_table_at(table, row, ID);
    if (id[0] == '\0')
        return gp_error(table->messages, at,
                        "a rung without an id; give it a short one, such as pm");
    if (id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-")] != '\0')
        return gp_error(table->messages, at,
                        "id %s has other characters than a-z, 0-9, _ and -; leave those out",
                        gp_table_quoted(table, row, ID));
    if (strcmp(id, GP_OUTSIDE) == 0 || strcmp(id, "activity") == 0)
        gp_error(table->messages, at, "id %s has a meaning of its own elsewhere; choose another id",
                 gp_table_quoted(table, row, ID));
    size_t first = 0;
    if (gp_map_find(reading->parts->rung_ids, id, &first))
        return gp_error(table->messages, at, "rung %s is there twice, first on line %u; keep one",
                        gp_table_quoted(table, row, ID),
                        (unsigned)rungs_of(reading)[first].at.line);
    return true;
}

// Whether the name in a cell means this rung alone.
static void claim_name(struct reading *reading, size_t row, enum column column, size_t rung) {
    const struct gp_table *table = &reading->table;
    const char *key = gp_text_key(table->memory, gp_table_text(table, row, column));
    if (key[0] == '\0') {
        gp_error(table->messages, gp_table_at(table, row, column),
                 "rung %s has no %s; write one with letters in it", rungs_of(reading)[rung].id,
                 column_names[column]);
        return;
    }
    size_t owner = gp_map_add(reading->names, key, rung);
    if (owner != rung)
        gp_error(table->messages, gp_table_at(table, row, column),
                 "%s %s is also a name of rung %s; let each name mean one rung",
                 column_names[column], gp_table_quoted(table, row, column),
                 rungs_of(reading)[owner].id);
}

static void read_hats(const struct gp_table *table, size_t row, struct gp_rung *rung) {
    static const int32_t limits[2] = {0, 100};
    rung->hats[GP_PRODUCT_SIDE] = rung->hats[GP_PEOPLE_SIDE] = -1;
    bool good = gp_table_number(table, row, PRODUCT_HAT, limits, &rung->hats[GP_PRODUCT_SIDE]);
    good &= gp_table_number(table, row, PEOPLE_HAT, limits, &rung->hats[GP_PEOPLE_SIDE]);
    int32_t sum = rung->hats[GP_PRODUCT_SIDE] + rung->hats[GP_PEOPLE_SIDE];
    if (good && sum != 100)
        gp_error(table->messages, gp_table_at(table, row, PRODUCT_HAT),
                 "product_hat %d and people_hat %d sum to %d; they must sum to 100",
                 (int)rung->hats[GP_PRODUCT_SIDE], (int)rung->hats[GP_PEOPLE_SIDE], (int)sum);
}

static void read_rung(struct reading *reading, size_t row) {
    static const int32_t ranks[2] = {1, 99}, years[2] = {0, 60}, products[2] = {0, 1000};
    const struct gp_table *table = &reading->table;
    struct gp_ladder *ladder = reading->parts->ladder;
    if (!check_id(reading, row))
        return;
    size_t index = ladder->rung_count++;
    struct gp_rung *rung = &ladder->rungs[index];
    *rung = (struct gp_rung){.id = gp_table_text(table, row, ID),
                             .title = gp_table_text(table, row, TITLE),
                             .scope = gp_table_text(table, row, SCOPE),
                             .rank = -1,
                             .at = gp_table_at(table, row, ID)};
    reading->rows[index] = row;
    reading->parts->rung_id_list[index] = rung->id;
    gp_map_add(reading->parts->rung_ids, rung->id, index);
    claim_name(reading, row, ID, index);
    claim_name(reading, row, TITLE, index);
    size_t path = gp_table_word(table, row, PATH, path_names, GP_PATH_COUNT);
    rung->path = path < GP_PATH_COUNT ? (enum gp_path)path : GP_PATH_ENTRY;
    gp_table_number(table, row, RANK, ranks, &rung->rank);
    read_hats(table, row, rung);
    gp_table_number(table, row, MIN_YEARS, years, &rung->min_years);
    gp_table_number(table, row, MIN_PRODUCTS, products, &rung->min_products);
}

// One name in `from`; a good one goes behind those the rung has.
static void read_predecessor(struct reading *reading, size_t index, const char *name) {
    const struct gp_table *table = &reading->table;
    struct gp_ladder *ladder = reading->parts->ladder;
    struct gp_rung *rung = &ladder->rungs[index];
    struct gp_at at = gp_table_at(table, reading->rows[index], FROM);
    size_t from = 0;
    if (!gp_map_find(reading->parts->rung_ids, name, &from)) {
        reading->vague |= only(index);
        gp_error(
            table->messages, at, "rung %s comes from %s, which is no rung; %s", rung->id,
            gp_quoted(table->memory, name),
            gp_suggestion(table->memory, name, reading->parts->rung_id_list, ladder->rung_count));
    } else if ((reading->below[index] & only(from)) != 0) {
        gp_error(table->messages, at, "rung %s comes from %s twice; name it once", rung->id,
                 gp_quoted(table->memory, name));
    } else {
        reading->below[index] |= only(from);
        rung->from[rung->from_count++] = from;
    }
}

static void read_predecessors(struct reading *reading) {
    struct gp_ladder *ladder = reading->parts->ladder;
    for (size_t i = 0; i < ladder->rung_count; i++) {
        struct gp_rung *rung = &ladder->rungs[i];
        rung->from = gp_alloc(reading->table.memory, ladder->rung_count, sizeof *rung->from);
        const char *rest = gp_table_text(&reading->table, reading->rows[i], FROM);
        const char *name = NULL;
        while ((name = gp_next_part(reading->table.memory, &rest)) != NULL)
            read_predecessor(reading, i, name);
    }
}

// From "comes from directly" to "comes from in any number of steps" (Warshall).
static void close_below(struct reading *reading) {
    size_t count = reading->parts->ladder->rung_count;
    for (size_t via = 0; via < count; via++)
        for (size_t i = 0; i < count; i++)
            if ((reading->below[i] & only(via)) != 0)
                reading->below[i] |= reading->below[via];
}

static bool in_one_circle(const struct reading *reading, size_t a, size_t b) {
    return (reading->below[a] & only(b)) != 0 && (reading->below[b] & only(a)) != 0;
}

static void report_circle(const struct reading *reading, size_t first, const char *members) {
    const struct gp_table *table = &reading->table;
    struct gp_at at = gp_table_at(table, reading->rows[first], FROM);
    if (strcmp(members, rungs_of(reading)[first].id) == 0)
        gp_error(table->messages, at, "rung %s comes from itself; name the one before it", members);
    else
        gp_error(table->messages, at,
                 "rungs %s come from one another in a circle; let each come from lower ones only",
                 members);
}

// One message a circle, at its first rung in ladder order.
static void check_circles(const struct reading *reading) {
    size_t count = reading->parts->ladder->rung_count;
    rung_set told = 0;
    for (size_t i = 0; i < count; i++) {
        if (!in_one_circle(reading, i, i) || (told & only(i)) != 0)
            continue;
        const char *members = rungs_of(reading)[i].id;
        for (size_t j = i + 1; j < count; j++) {
            if (!in_one_circle(reading, i, j))
                continue;
            told |= only(j);
            members = gp_print(reading->table.memory, "%s, %s", members, rungs_of(reading)[j].id);
        }
        report_circle(reading, i, members);
    }
}

// Ranks go up along a path; a move to another path may be a sideways one, as from principal to
// group product manager. In a circle it is the circle that is to be mended.
static void check_rank(const struct reading *reading, size_t index, size_t predecessor) {
    const struct gp_rung *rung = &rungs_of(reading)[index];
    const struct gp_rung *from = &rungs_of(reading)[predecessor];
    bool sideways = rung->path != from->path && rung->rank == from->rank;
    if (rung->rank < 0 || from->rank < 0 || rung->rank > from->rank || sideways ||
        in_one_circle(reading, index, predecessor))
        return;
    gp_error(reading->table.messages, gp_table_at(&reading->table, reading->rows[index], RANK),
             "rung %s has rank %d and comes from %s of rank %d; its rank must be %s", rung->id,
             (int)rung->rank, from->id, (int)from->rank,
             rung->path == from->path ? "higher" : "no lower");
}

static void check_ranks(const struct reading *reading) {
    const struct gp_ladder *ladder = reading->parts->ladder;
    for (size_t i = 0; i < ladder->rung_count; i++)
        for (size_t k = 0; k < ladder->rungs[i].from_count; k++)
            check_rank(reading, i, ladder->rungs[i].from[k]);
}

// A rung with a name in `from` that is not known counts as reached: that name is the mistake.
static rung_set find_reached(const struct reading *reading) {
    const struct gp_ladder *ladder = reading->parts->ladder;
    rung_set starts = reading->vague, reached = 0;
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (ladder->rungs[i].path == GP_PATH_ENTRY)
            starts |= only(i);
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (((reading->below[i] | only(i)) & starts) != 0)
            reached |= only(i);
    return reached;
}

static void check_reached(const struct reading *reading) {
    const struct gp_ladder *ladder = reading->parts->ladder;
    rung_set reached = find_reached(reading);
    for (size_t i = 0; i < ladder->rung_count; i++) {
        const struct gp_rung *rung = &ladder->rungs[i];
        if ((reached & only(i)) != 0 || in_one_circle(reading, i, i))
            continue;
        struct gp_at at = gp_table_at(&reading->table, reading->rows[i], FROM);
        if (rung->from_count == 0)
            gp_error(
                reading->table.messages, at,
                "nobody can reach rung %s; say which rung it comes from, or make its path entry",
                rung->id);
        else
            gp_error(reading->table.messages, at,
                     "nobody can reach rung %s, as nobody reaches a rung it comes from; one of "
                     "those must lead back to an entry",
                     rung->id);
    }
}

void gp_read_rungs(struct gp_ladder_parts *parts, const struct gp_source *source) {
    struct reading reading = {.parts = parts, .names = gp_map_new(parts->memory)};
    reading.table = (struct gp_table){.memory = parts->memory, .messages = parts->messages};
    if (!gp_table_open(&reading.table, source, &shape))
        return;
    size_t most = reading.table.csv.row_count;
    parts->ladder->rungs = gp_alloc(parts->memory, most, sizeof *parts->ladder->rungs);
    parts->rung_id_list = gp_alloc(parts->memory, most, sizeof *parts->rung_id_list);
    reading.rows = gp_alloc(parts->memory, most, sizeof *reading.rows);
    parts->rungs_known = true;
    for (size_t row = 1; row < most; row++)
        read_rung(&reading, row);
    read_predecessors(&reading);
    close_below(&reading);
    check_circles(&reading);
    check_ranks(&reading);
    check_reached(&reading);
}
