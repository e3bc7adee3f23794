#include "read/dialect.h"

#include "base/text.h"
#include "read/names_parts.h"
#include "read/shape.h"

#include <stdio.h>
#include <string.h>

size_t gp_dialect_count(void) {
    return gp_survey_dialect_count + gp_sheet_dialect_count + gp_roster_dialect_count;
}

const struct gp_dialect *gp_dialect_at(size_t index) {
    if (index < gp_survey_dialect_count)
        return &gp_survey_dialects[index];
    index -= gp_survey_dialect_count;
    if (index < gp_roster_dialect_count)
        return &gp_roster_dialects[index];
    return &gp_sheet_dialects[index - gp_roster_dialect_count];
}

const struct gp_dialect *gp_dialect_find(const char *name) {
    for (size_t i = 0; i < gp_dialect_count(); i++)
        if (strcmp(gp_dialect_at(i)->name, name) == 0)
            return gp_dialect_at(i);
    return NULL;
}

const char *gp_dialect_names(struct gp_memory *memory) {
    const char *names = "";
    for (size_t i = 0; i < gp_dialect_count(); i++)
        names = gp_print(memory, "%s%s%s", names, i == 0 ? "" : ", ", gp_dialect_at(i)->name);
    return names;
}

// The key of a header in the columns of a dialect. A number sign is no part of a folded key, and
// means something: "Employee #" is no "Employee".
static const char *column_key(struct gp_memory *memory, const char *dialect, const char *folded,
                              bool numbered) {
    return gp_print(memory, "%s%s/%s", numbered ? "#" : "", dialect, folded);
}

static bool numbered(const char *header) {
    return strchr(header, '#') != NULL;
}

// In place of a dialect's name, with the columns of all of them.
#define ANY_DIALECT ""

struct gp_map *gp_dialect_columns(struct gp_memory *memory) {
    struct gp_map *map = gp_map_new(memory);
    for (size_t i = 0; i < gp_dialect_count(); i++) {
        const struct gp_dialect *dialect = gp_dialect_at(i);
        for (size_t j = 0; j < dialect->column_count; j++)
            for (const char *at = dialect->columns[j].headers; *at != '\0';) {
                size_t length = strcspn(at, "|");
                const char *header = gp_copy(memory, at, length);
                const char *folded = gp_text_key(memory, header);
                gp_map_add(map, column_key(memory, dialect->name, folded, numbered(header)), j);
                gp_map_add(map, column_key(memory, ANY_DIALECT, folded, numbered(header)), 0);
                at += length + (at[length] == '|');
            }
    }
    return map;
}

static bool find_key(const struct gp_names *names, const char *dialect, const char *folded,
                     bool numbered, size_t *column) {
    char key[GP_LONGEST_COLUMN + 1];
    int length = snprintf(key, sizeof key, "%s%s/%s", numbered ? "#" : "", dialect, folded);
    return length > 0 && (size_t)length < sizeof key &&
           gp_map_find(names->dialect_columns, key, column);
}

// The column of a header whose folded key is known.
static const struct gp_dialect_column *find_column(const struct gp_names *names,
                                                   const struct gp_dialect *dialect,
                                                   const char *folded, bool numbered) {
    size_t column = 0;
    bool found = find_key(names, dialect->name, folded, numbered, &column);
    return found ? &dialect->columns[column] : NULL;
}

const struct gp_dialect_column *gp_dialect_column_of(const struct gp_names *names,
                                                     const struct gp_dialect *dialect,
                                                     const char *header) {
    if (header[0] == '\0' || dialect->column_count == 0 || strlen(header) > GP_LONGEST_COLUMN)
        return NULL;
    return find_column(names, dialect, gp_text_key(names->memory, header), numbered(header));
}

// The cell as a header, where any dialect has one like it: most cells are none of any.
static struct gp_folded_cell fold(const struct gp_shaping *shaping, const char *text) {
    size_t column = 0;
    if (text[0] == '\0' || strlen(text) > GP_LONGEST_COLUMN)
        return (struct gp_folded_cell){NULL, false};
    const struct gp_folded_cell cell = {gp_text_key(shaping->memory, text), numbered(text)};
    bool known = find_key(shaping->names, ANY_DIALECT, cell.key, cell.numbered, &column);
    return known ? cell : (struct gp_folded_cell){NULL, false};
}

// Folds the cells of the rows where headers may be, at either end of each row: that is where tools
// put their own columns.
void gp_dialect_fold(struct gp_shaping *shaping) {
    size_t rows = shaping->csv.row_count < GP_HEADER_ROWS ? shaping->csv.row_count : GP_HEADER_ROWS;
    shaping->plain = gp_alloc(shaping->memory, 1, sizeof *shaping->plain);
    shaping->folded =
        gp_alloc(shaping->memory, rows * GP_HEADER_CELLS + 1, sizeof *shaping->folded);
    for (size_t row = 0; row < rows; row++) {
        size_t width = shaping->csv.rows[row].count;
        for (size_t i = 0; i < GP_HEADER_CELLS && i < width; i++) {
            size_t from_end = GP_HEADER_CELLS - i;
            size_t column =
                width <= GP_HEADER_CELLS || i < GP_HEADER_CELLS / 2 ? i : width - from_end;
            shaping->folded[row * GP_HEADER_CELLS + i] =
                fold(shaping, gp_csv_text(&shaping->csv, row, column));
        }
    }
}

// The weight of a row's columns, each counted once.
static unsigned weigh_row(const struct gp_shaping *shaping, const struct gp_dialect *dialect,
                          size_t row) {
    enum { MOST_COLUMNS = 64 };
    bool seen[MOST_COLUMNS] = {false};
    unsigned weight = 0;
    for (size_t i = 0; i < GP_HEADER_CELLS; i++) {
        const struct gp_folded_cell *cell = &shaping->folded[row * GP_HEADER_CELLS + i];
        if (cell->key == NULL)
            continue;
        const struct gp_dialect_column *column =
            find_column(shaping->names, dialect, cell->key, cell->numbered);
        size_t which = column == NULL ? MOST_COLUMNS : (size_t)(column - dialect->columns);
        if (which < MOST_COLUMNS && !seen[which]) {
            seen[which] = true;
            weight += column->weight;
        }
    }
    return weight;
}

gp_permille gp_dialect_weigh(const struct gp_shaping *shaping, const struct gp_dialect *dialect,
                             size_t *header) {
    unsigned all = 0, best = 0;
    for (size_t i = 0; i < dialect->column_count; i++)
        all += dialect->columns[i].weight;
    for (size_t row = 0; row < shaping->csv.row_count && row < GP_HEADER_ROWS; row++) {
        unsigned weight = weigh_row(shaping, dialect, row);
        if (weight > best) {
            best = weight;
            *header = row;
        }
        if (2 * best >= all)
            break;
    }
    return all == 0 ? 0 : gp_share(best, all);
}
