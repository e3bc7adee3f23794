// Tables that no tool names: what people keep in spreadsheets. They score by the share of headers
// that are known, and never as high as a tool whose own columns are all there.
#include "read/header_row.h"
#include "read/intake.h"
#include "read/shape_parts.h"

#include "base/text.h"

#include <string.h>

enum { MOST_CELLS = 100, MOST_LABELS = 400, WHOLE = 500 };

static bool is_identity(const char *field) {
    static const char *const names[] = {"person", "name", "id", "email", "first_name"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(field, names[i]) == 0)
            return true;
    return false;
}

// The field of answers, or of names in parts, that a header is; NULL if it is none.
static const char *field_of(const struct gp_names *names, const char *text) {
    size_t field = 0;
    if (gp_names_field(names, text, gp_answer_fields, GP_ANSWER_FIELD_COUNT, &field) == GP_FOUND)
        return gp_answer_fields[field];
    if (gp_names_field(names, text, gp_shape_fields, GP_SHAPE_FIELD_COUNT, &field) == GP_FOUND)
        return gp_shape_fields[field];
    return NULL;
}

static void count_header(const struct gp_names *names, const char *text,
                         struct gp_known_headers *known) {
    size_t rating = 0;
    if (text[0] == '\0')
        return;
    known->filled++;
    if (strlen(text) > GP_LONGEST_HEADER)
        return;
    if (gp_answer_header_known(names, text)) {
        known->ratings++;
        known->known++;
        return;
    }
    const char *field = field_of(names, text);
    if (field != NULL) {
        known->activities += strcmp(field, "activity") == 0;
        known->people += is_identity(field);
    }
    known->known += field != NULL || gp_names_ignored(names, text) ||
                    gp_answer_rating(names, text, &rating) == GP_FOUND;
}

static const struct gp_known_headers *count_headers(const struct gp_shaping *shaping,
                                                    size_t *header) {
    struct gp_known_headers *plain = shaping->plain;
    if (!plain->counted) {
        *plain = (struct gp_known_headers){.counted = true,
                                           .header = gp_header_row(shaping->names, &shaping->csv)};
        const struct gp_csv *csv = &shaping->csv;
        for (size_t i = 0; i < csv->rows[plain->header].count && i < MOST_CELLS; i++)
            count_header(shaping->names, gp_csv_text(csv, plain->header, i), plain);
    }
    *header = plain->header;
    return plain;
}

// The score of a dialect that the headers are of; 0 where they are not.
static gp_permille share_if(bool of_it, const struct gp_known_headers *known) {
    size_t share = of_it && known->filled > 0 ? known->known * WHOLE / known->filled : 0;
    return (gp_permille)share;
}

static gp_permille score_plain_wide(const struct gp_shaping *shaping, size_t *header) {
    const struct gp_known_headers *known = count_headers(shaping, header);
    return share_if(known->ratings > 0 && known->activities == 0, known);
}

static gp_permille score_plain_long(const struct gp_shaping *shaping, size_t *header) {
    const struct gp_known_headers *known = count_headers(shaping, header);
    return share_if(known->activities > 0 && known->people > 0, known);
}

// Whether two rows below the header say the same in a column.
static bool repeats(const struct gp_shaping *shaping, size_t header, size_t column) {
    struct gp_map *seen = gp_map_new(shaping->memory);
    for (size_t row = header + 1; row < shaping->csv.row_count; row++) {
        const char *text = gp_csv_text(&shaping->csv, row, column);
        if (text[0] != '\0' && gp_map_add(seen, text, row) != row)
            return true;
    }
    return false;
}

// Where an activity stands twice, it is the names of the people that are missing.
static gp_permille score_one_a_person(const struct gp_shaping *shaping, size_t *header) {
    const struct gp_known_headers *known = count_headers(shaping, header);
    if (known->activities == 0 || known->people > 0)
        return 0;
    for (size_t i = 0; i < shaping->csv.rows[*header].count && i < MOST_CELLS; i++) {
        const char *field = field_of(shaping->names, gp_csv_text(&shaping->csv, *header, i));
        if (field != NULL && strcmp(field, "activity") == 0)
            return share_if(!repeats(shaping, *header, i), known);
    }
    return 0;
}

static gp_permille score_plain_roster(const struct gp_shaping *shaping, size_t *header) {
    struct gp_known_headers roster = {.counted = true};
    size_t field = 0;
    *header = gp_header_row(shaping->names, &shaping->csv);
    for (size_t i = 0; i < shaping->csv.rows[*header].count && i < MOST_CELLS; i++) {
        const char *text = gp_csv_text(&shaping->csv, *header, i);
        roster.filled += text[0] != '\0';
        roster.known += text[0] != '\0' && strlen(text) <= GP_LONGEST_HEADER &&
                        gp_names_field(shaping->names, text, gp_roster_fields,
                                       GP_ROSTER_FIELD_COUNT, &field) == GP_FOUND;
    }
    return share_if(true, &roster);
}

// A table on its side has its headers in the first column; where the second has an axis for each
// activity in the first, in both.
struct side {
    const struct gp_shaping *shaping;
    size_t labels; // columns of them
    size_t first;  // the row the table begins with
};

static bool is_axis(const struct gp_names *names, const char *text) {
    size_t rating = 0;
    return text[0] != '\0' && strlen(text) <= GP_LONGEST_HEADER &&
           gp_answer_rating(names, text, &rating) == GP_FOUND;
}

static size_t label_columns(const struct gp_shaping *shaping) {
    size_t rows = 0, axes = 0;
    for (size_t row = 0; row < shaping->csv.row_count && row < MOST_LABELS; row++, rows++)
        axes += is_axis(shaping->names, gp_csv_text(&shaping->csv, row, 1));
    return 2 * axes >= rows ? 2 : 1;
}

// The first row of people's names may be headed by what stands below it, or by nothing.
static bool heads_activities(const struct gp_names *names, const char *label) {
    const char *field =
        label[0] == '\0' || strlen(label) > GP_LONGEST_HEADER ? NULL : field_of(names, label);
    return label[0] == '\0' || (field != NULL && strcmp(field, "activity") == 0);
}

static const char *label_of(const struct side *side, size_t row) {
    const struct gp_shaping *shaping = side->shaping;
    const char *first = gp_csv_text(&shaping->csv, row, 0);
    const char *second = gp_csv_text(&shaping->csv, row, 1);
    if (row == side->first && heads_activities(shaping->names, first))
        return "person";
    if (side->labels == 1 || first[0] == '\0' || !is_axis(shaping->names, second))
        return first;
    return gp_print(shaping->memory, "%s [%s]", second, first);
}

static bool is_rating_row(const struct side *side, size_t row) {
    const char *label = label_of(side, row);
    return label[0] != '\0' && strlen(label) <= GP_LONGEST_HEADER &&
           gp_answer_header_known(side->shaping->names, label);
}

static size_t filled_in_row(const struct gp_csv *csv, size_t row) {
    size_t filled = 0;
    for (size_t i = 0; i < csv->rows[row].count; i++)
        filled += gp_csv_text(csv, row, i)[0] != '\0';
    return filled;
}

// The table begins above the first row of ratings, where rows say something of each person; titles
// say one thing. False where there are no ratings.
static bool find_side(const struct gp_shaping *shaping, struct side *side) {
    enum { MOST_TITLES = 20, NO_ROW = -1 };
    *side = (struct side){shaping, label_columns(shaping), (size_t)NO_ROW};
    size_t row = 0;
    while (row < shaping->csv.row_count && row < MOST_TITLES && !is_rating_row(side, row))
        row++;
    if (row == shaping->csv.row_count || row == MOST_TITLES)
        return false;
    while (row > 0 && filled_in_row(&shaping->csv, row - 1) >= 2)
        row--;
    side->first = row;
    return true;
}

static gp_permille score_transposed(const struct gp_shaping *shaping, size_t *header) {
    struct side side;
    struct gp_known_headers all = {.filled = 0};
    if (!find_side(shaping, &side))
        return 0;
    *header = side.first;
    for (size_t row = side.first; row < shaping->csv.row_count && row < MOST_LABELS; row++)
        count_header(shaping->names, label_of(&side, row), &all);
    return share_if(all.ratings > 0 && all.activities == 0, &all);
}

static size_t widest(const struct gp_csv *csv, size_t from) {
    size_t width = 0;
    for (size_t row = from; row < csv->row_count; row++)
        width = csv->rows[row].count > width ? csv->rows[row].count : width;
    return width;
}

// The row that a column becomes.
static struct gp_row turned_row(const struct side *side, size_t column) {
    const struct gp_csv *csv = &side->shaping->csv;
    size_t top = side->shaping->header, count = csv->row_count - top;
    struct gp_row turned = {.count = (uint32_t)count};
    turned.cells = gp_alloc(side->shaping->memory, count, sizeof *turned.cells);
    turned.places = gp_alloc(side->shaping->memory, count + 1, sizeof *turned.places);
    for (size_t i = 0; i < count; i++) {
        struct gp_at at = gp_csv_at(csv, top + i, column);
        const char *label = column == 0 ? label_of(side, top + i) : NULL;
        turned.cells[i] = label == NULL ? gp_csv_number(csv, top + i, column)
                                        : gp_texts_put(csv->texts, label, strlen(label));
        turned.places[i] = (struct gp_place){at.line, at.column};
    }
    turned.places[count] = turned.places[0];
    return turned;
}

static bool settle_transposed(struct gp_shaping *shaping) {
    struct side side;
    if (!find_side(shaping, &side))
        return gp_error(shaping->messages, gp_csv_at(&shaping->csv, 0, 0),
                        "no row of this table is headed by an axis and an activity, like \"Skill "
                        "[Pricing]\"; head them so, with people's names above");
    shaping->header = side.first;
    size_t width = widest(&shaping->csv, shaping->header), count = 0;
    struct gp_row *rows = gp_alloc(shaping->memory, width + 1, sizeof *rows);
    rows[count++] = turned_row(&side, 0);
    for (size_t column = side.labels; column < width; column++) {
        struct gp_row row = turned_row(&side, column);
        bool empty = true;
        for (size_t i = 0; i < row.count; i++)
            empty = empty && row.cells[i] == 0;
        if (!empty)
            rows[count++] = row;
    }
    shaping->csv.rows = rows;
    shaping->csv.row_count = count;
    shaping->header = 0;
    return true;
}

// What stands above the table of one person: "Name", and the name in the cell beside it or behind a
// colon. Fields as of answers.
struct fact {
    const char *field, *text;
    struct gp_at at;
};

static bool find_fact(const struct gp_shaping *shaping, size_t row, struct fact *fact) {
    struct gp_memory *memory = shaping->memory;
    const char *label = gp_csv_text(&shaping->csv, row, 0), *colon = strchr(label, ':');
    size_t beside = 1;
    *fact = (struct fact){"", "", gp_csv_at(&shaping->csv, row, 0)};
    if (strlen(label) > GP_LONGEST_HEADER)
        return false;
    if (colon != NULL) {
        fact->text = gp_csv_trimmed(memory, colon + 1, strlen(colon + 1));
        label = gp_copy(memory, label, (size_t)(colon - label));
    }
    for (; fact->text[0] == '\0' && beside < shaping->csv.rows[row].count; beside++) {
        fact->text = gp_csv_text(&shaping->csv, row, beside);
        fact->at = gp_csv_at(&shaping->csv, row, beside);
    }
    fact->field = label[0] == '\0' ? NULL : field_of(shaping->names, label);
    return fact->text[0] != '\0' && fact->field != NULL &&
           (is_identity(fact->field) || strcmp(fact->field, "date") == 0);
}

// A file's name without its folders and its ending, with blanks for the signs between words.
static const char *stem(struct gp_memory *memory, const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    const char *point = strrchr(name, '.');
    char *stem = gp_copy(memory, name, point == NULL ? strlen(name) : (size_t)(point - name));
    for (char *at = stem; *at != '\0'; at++)
        if (*at == '-' || *at == '_' || *at == '.')
            *at = ' ';
    return stem;
}

// A row with a fact's place behind its own cells; those it lacks stand where it ends.
static struct gp_row with_fact(struct gp_memory *memory, const struct gp_csv *csv, size_t row,
                               size_t width, struct gp_at at) {
    const struct gp_row *old = &csv->rows[row];
    struct gp_at end = gp_csv_at(csv, row, old->count);
    struct gp_row wider = {.count = (uint32_t)(width + 1)};
    wider.cells = gp_alloc(memory, width + 1, sizeof *wider.cells);
    wider.places = gp_alloc(memory, width + 2, sizeof *wider.places);
    for (size_t i = 0; i <= width + 1; i++) {
        struct gp_at place = i == width ? at : i < old->count ? gp_csv_at(csv, row, i) : end;
        wider.places[i] = (struct gp_place){place.line, place.column};
    }
    for (size_t i = 0; i < old->count; i++)
        wider.cells[i] = gp_csv_number(csv, row, i);
    return wider;
}

// Puts a column with the same text in every row behind the others.
static void add_column(struct gp_shaping *shaping, const struct fact *fact) {
    struct gp_csv *csv = &shaping->csv;
    size_t width = csv->rows[shaping->header].count;
    for (size_t row = shaping->header; row < csv->row_count; row++) {
        csv->rows[row] = with_fact(shaping->memory, csv, row, width, fact->at);
        gp_csv_put(csv, row, width, row == shaping->header ? fact->field : fact->text);
    }
}

// Rows that say more than the header are cut when they are reported, and must be so before a column
// is put behind.
static bool settle_one_a_person(struct gp_shaping *shaping) {
    size_t errors = shaping->messages->counts[GP_ERROR];
    struct gp_shaping titles = *shaping;
    gp_csv_start_at(shaping->memory, shaping->header, shaping->messages, &shaping->csv);
    shaping->header = 0;
    if (shaping->messages->counts[GP_ERROR] != errors)
        return false;
    bool known = false;
    for (size_t row = 0; row < titles.header; row++) {
        struct fact fact;
        if (!find_fact(&titles, row, &fact))
            continue;
        known = known || is_identity(fact.field);
        add_column(shaping, &fact);
    }
    if (known)
        return true;
    const char *name = stem(shaping->memory, shaping->source);
    struct fact fact = {"person", name, gp_csv_at(&shaping->csv, 0, 0)};
    if (strcmp(shaping->source, "standard input") == 0)
        return gp_error(shaping->messages, fact.at,
                        "nothing says whose answers these are; write Name and the name above the "
                        "table, or add a column person");
    gp_warn(shaping->messages, fact.at,
            "nothing in it says whose answers these are; by the file's name they are taken for "
            "those of %s",
            gp_quoted(shaping->memory, name));
    add_column(shaping, &fact);
    return true;
}

const struct gp_dialect gp_sheet_dialects[] = {
    {.name = "plain-wide",
     .title = "a table with a row per person",
     .input = GP_INPUT_ANSWERS,
     .score = score_plain_wide},
    {.name = "plain-long",
     .title = "a table with a row per person and activity",
     .input = GP_INPUT_ANSWERS,
     .score = score_plain_long},
    {.name = "one-a-person",
     .title = "a table of one person with a row per activity",
     .input = GP_INPUT_ANSWERS,
     .score = score_one_a_person,
     .settle = settle_one_a_person},
    {.name = "transposed",
     .title = "a table with a column per person",
     .input = GP_INPUT_ANSWERS,
     .score = score_transposed,
     .settle = settle_transposed},
    {.name = "plain-roster",
     .title = "a roster with a row per person",
     .input = GP_INPUT_ROSTER,
     .score = score_plain_roster},
};
const size_t gp_sheet_dialect_count = sizeof gp_sheet_dialects / sizeof *gp_sheet_dialects;
