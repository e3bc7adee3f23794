// One name for each person, whatever columns it is spread over or written into.
#include "read/intake.h"
#include "read/shape_parts.h"

#include "base/text.h"

#include <string.h>

const char *const gp_shape_fields[GP_SHAPE_FIELD_COUNT] = {"first_name", "last_name", "status",
                                                           "pay_type"};

enum who {
    WHO_FIRST,
    WHO_LAST,
    WHO_STATUS,
    WHO_PAY_TYPE,
    WHO_NAME,
    WHO_PERSON,
    WHO_ID,
    WHO_MANAGER,
    WHO_PERIOD
};
enum { WHO_COUNT = 9, MOST_COLUMNS = 2000 };
static const char *const who_fields[WHO_COUNT] = {
    "first_name", "last_name", "status", "pay_type", "name", "person", "id", "manager", "period"};

struct people {
    struct gp_shaping *shaping;
    struct gp_shaped *shaped;
    size_t at[WHO_COUNT]; // GP_NO_COLUMN where there is none with a text in it
};

static const char *cell(const struct people *people, size_t row, enum who who) {
    size_t column = people->at[who];
    return column == GP_NO_COLUMN ? "" : gp_csv_text(&people->shaped->csv, row, column);
}

// A row may be shorter than the header: then it has no such cell to write into.
static void put(const struct people *people, size_t row, enum who who, const char *text) {
    struct gp_csv *csv = &people->shaped->csv;
    if (people->at[who] < csv->rows[row].count)
        gp_csv_put(csv, row, people->at[who], text);
}

static void find_columns(struct people *people) {
    const struct gp_shaped *shaped = people->shaped;
    for (size_t i = 0; i < WHO_COUNT; i++)
        people->at[i] = GP_NO_COLUMN;
    for (size_t i = 0; i < shaped->csv.rows[0].count && i < MOST_COLUMNS; i++) {
        const char *text =
            shaped->fields[i] != NULL ? shaped->fields[i] : gp_csv_text(&shaped->csv, 0, i);
        size_t who = WHO_COUNT;
        if (text[0] == '\0' || strlen(text) > GP_LONGEST_HEADER ||
            gp_names_field(people->shaping->names, text, who_fields, WHO_COUNT, &who) != GP_FOUND)
            continue;
        if (who == WHO_PERSON)
            who = WHO_NAME;
        if (people->at[who] == GP_NO_COLUMN && gp_csv_says(&shaped->csv, i))
            people->at[who] = i;
    }
}

// First and last names become the name where there is none.
static void join_names(struct people *people) {
    struct gp_memory *memory = people->shaping->memory;
    size_t first = people->at[WHO_FIRST], last = people->at[WHO_LAST];
    if (first == GP_NO_COLUMN || last == GP_NO_COLUMN)
        return;
    bool named = people->at[WHO_NAME] != GP_NO_COLUMN;
    if (!named)
        people->at[WHO_NAME] = first;
    for (size_t row = 1; row < people->shaped->csv.row_count; row++) {
        if (named && cell(people, row, WHO_NAME)[0] != '\0')
            continue;
        const char *joined =
            gp_print(memory, "%s %s", cell(people, row, WHO_FIRST), cell(people, row, WHO_LAST));
        put(people, row, WHO_NAME, gp_csv_trimmed(memory, joined, strlen(joined)));
    }
    people->shaped->fields[first] = named ? "" : "name";
    people->shaped->fields[last] = "";
    people->shaped->last_name = last;
}

// The sign in "Last, First"; NULL where a text is not written so.
static const char *turning_comma(const char *text) {
    const char *comma = strchr(text, ',');
    if (comma == NULL || comma == text || strchr(comma + 1, ',') != NULL)
        return NULL;
    return comma[1] == ' ' && comma[2] != '\0' ? comma : NULL;
}

static bool all_turned(const struct people *people, enum who who) {
    size_t turned = 0;
    for (size_t row = 1; row < people->shaped->csv.row_count; row++) {
        const char *text = cell(people, row, who);
        if (text[0] != '\0' && turning_comma(text) == NULL)
            return false;
        turned += text[0] != '\0';
    }
    return turned > 0;
}

// "Esimerkki, Aino" to "Aino Esimerkki", where everybody in the column is written so.
static void turn_names(const struct people *people, enum who who) {
    struct gp_memory *memory = people->shaping->memory;
    bool warned = false;
    if (!all_turned(people, who))
        return;
    for (size_t row = 1; row < people->shaped->csv.row_count; row++) {
        const char *text = cell(people, row, who), *comma = turning_comma(text);
        if (comma == NULL)
            continue;
        const char *turned = gp_print(memory, "%s %.*s", comma + 2, (int)(comma - text), text);
        if (!warned)
            gp_warn(people->shaping->messages,
                    gp_csv_at(&people->shaped->csv, row, people->at[who]),
                    "names such as %s are read as %s, in the whole column", gp_quoted(memory, text),
                    gp_quoted(memory, turned));
        warned = true;
        put(people, row, who, turned);
    }
}

// Whether a text ends in an id between parentheses.
static bool ends_in_id(const char *text, const char *id) {
    size_t length = strlen(text), id_length = strlen(id);
    return id_length > 0 && length > id_length + 2 && text[length - 1] == ')' &&
           text[length - id_length - 2] == '(' &&
           memcmp(text + length - id_length - 1, id, id_length) == 0;
}

// "Aino Esimerkki (E03)" of the person with that id is the name alone.
static void take_off_ids(const struct people *people) {
    for (size_t row = 1; row < people->shaped->csv.row_count; row++) {
        const char *text = cell(people, row, WHO_NAME), *id = cell(people, row, WHO_ID);
        if (ends_in_id(text, id))
            put(people, row, WHO_NAME,
                gp_csv_trimmed(people->shaping->memory, text, strlen(text) - strlen(id) - 2));
    }
}

static bool is_any(const char *key, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(key, words[i]) == 0)
            return true;
    return false;
}

// "Terminated", and "No" below a header such as "Active status".
static bool has_left(struct gp_memory *memory, const char *header, const char *status) {
    static const char *const words[] = {
        "terminated", "inactive", "left",      "leaver",     "former", "resigned",   "separated",
        "departed",   "retired",  "dismissed", "offboarded", "exited", "exemployee", "deactivated"};
    static const char *const no[] = {"no", "n", "false", "0"};
    const char *key = gp_text_key(memory, status);
    bool asks_active = strncmp(gp_text_key(memory, header), "active", strlen("active")) == 0;
    return is_any(key, words, sizeof words / sizeof *words) ||
           (asks_active && is_any(key, no, sizeof no / sizeof *no));
}

// A name that says so: "Di Poe (Terminated)".
static bool is_said_to_have_left(struct gp_memory *memory, const char *name) {
    size_t length = strlen(name);
    const char *open = strrchr(name, '(');
    return open != NULL && length > 0 && name[length - 1] == ')' &&
           has_left(memory, "",
                    gp_copy(memory, open + 1, (size_t)(name + length - 1 - (open + 1))));
}

static bool is_status(const struct people *people, size_t column) {
    const struct gp_shaped *shaped = people->shaped;
    const char *header = gp_csv_text(&shaped->csv, 0, column);
    const char *text = shaped->fields[column] != NULL ? shaped->fields[column] : header;
    const struct gp_dialect_column *own =
        gp_dialect_column_of(people->shaping->names, shaped->dialect, header);
    size_t who = WHO_COUNT;
    // Of two such columns of a tool the second is no field of its own, and means something still.
    if (own != NULL)
        return strcmp(own->field, "status") == 0;
    return text[0] != '\0' && strlen(text) <= GP_LONGEST_HEADER &&
           gp_names_field(people->shaping->names, text, who_fields, WHO_COUNT, &who) == GP_FOUND &&
           who == WHO_STATUS;
}

// Marks the rows in which a column of states says that somebody has left; how many, and the first.
static size_t mark_leavers(const struct people *people, size_t column, bool *marked,
                           size_t *first) {
    struct gp_shaped *shaped = people->shaped;
    const char *header = gp_csv_text(&shaped->csv, 0, column);
    size_t count = 0;
    for (size_t row = 1; row < shaped->csv.row_count; row++) {
        const char *text = gp_csv_text(&shaped->csv, row, column);
        bool left = column == people->at[WHO_NAME]
                        ? is_said_to_have_left(people->shaping->memory, text)
                        : has_left(people->shaping->memory, header, text);
        if (!left || marked[row])
            continue;
        marked[row] = true;
        if (count++ == 0)
            *first = row;
    }
    return count;
}

// People who have left are in exports and get no plan.
static void drop_leavers(struct people *people) {
    struct gp_shaped *shaped = people->shaped;
    struct gp_memory *memory = people->shaping->memory;
    bool *marked = gp_alloc(memory, shaped->csv.row_count, sizeof *marked);
    for (size_t column = 0; column < shaped->csv.rows[0].count && column < MOST_COLUMNS; column++) {
        size_t first = 0;
        bool status = column != people->at[WHO_NAME] && is_status(people, column);
        if (!status && column != people->at[WHO_NAME])
            continue;
        size_t count = mark_leavers(people, column, marked, &first);
        if (status) {
            shaped->fields[column] = "";
            shaped->status = column;
        }
        if (count > 0)
            gp_warn(people->shaping->messages, gp_csv_at(&shaped->csv, first, column),
                    "%s here is %s: %s passed over as of people who have left",
                    gp_csv_text(&shaped->csv, 0, column),
                    gp_quoted(memory, gp_csv_text(&shaped->csv, first, column)),
                    count == 1 ? "the row is" : gp_print(memory, "%zu such rows are", count));
    }
    gp_shape_drop(people->shaping, &shaped->csv, 1, marked);
}

// "Hourly", "Paid by the hour": what a salary in the row is paid by, where no period says it.
static void take_pay_types(struct people *people) {
    struct gp_shaped *shaped = people->shaped;
    size_t column = people->at[WHO_PAY_TYPE], period = people->at[WHO_PERIOD];
    if (column == GP_NO_COLUMN)
        return;
    for (size_t row = 1; row < shaped->csv.row_count; row++) {
        const char *key = gp_text_key(people->shaping->memory, cell(people, row, WHO_PAY_TYPE));
        bool hourly = strstr(key, "hour") != NULL;
        if (period == GP_NO_COLUMN)
            put(people, row, WHO_PAY_TYPE, hourly ? "hour" : "");
        else if (hourly && cell(people, row, WHO_PERIOD)[0] == '\0')
            put(people, row, WHO_PERIOD, "hour");
    }
    shaped->fields[column] = period == GP_NO_COLUMN ? "period" : "";
    shaped->pay_type = column;
}

void gp_shape_people(struct gp_shaping *shaping, struct gp_shaped *shaped) {
    struct people people = {.shaping = shaping, .shaped = shaped};
    shaped->last_name = shaped->status = shaped->pay_type = GP_NO_COLUMN;
    find_columns(&people);
    join_names(&people);
    if (people.at[WHO_NAME] != GP_NO_COLUMN)
        turn_names(&people, WHO_NAME);
    if (shaped->dialect->input != GP_INPUT_ROSTER)
        return;
    if (people.at[WHO_MANAGER] != GP_NO_COLUMN)
        turn_names(&people, WHO_MANAGER);
    take_off_ids(&people);
    drop_leavers(&people);
    take_pay_types(&people);
}
