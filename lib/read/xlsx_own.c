// A plan that this program wrote, ratings changed or not, and a form that it wrote, filled in, as
// answers. What their properties and columns are called is settled in write/plan_book.c,
// plan_assessment.c and form_book.c.
#include "base/text.h"
#include "read/xlsx_parts.h"

#include <string.h>

#define CREATOR "growthplan"
#define TITLE "Growth plan of "
#define FORM_TITLE "Self-assessment"
#define NAME_KEY "yourname" // of the labels beside a form's name and date
#define DATE_KEY "date"

// The columns that are somebody's answers, and what answers call them. All others are worked out.
static const struct {
    const char *header, *key, *field;
    bool needed;
} columns[] = {{"Activity", "activity", "activity", true},
               {"Skill", "skill", "skill", true},
               {"Experience", "experience", "experience", true},
               {"Interest", "interest", "interest", true},
               {"Manager's rating", "managersrating", "manager_skill", false},
               {"Note", "note", "note", false},
               {"Person", "person", "person", false}, // of a form, as are those below
               {"Date", "date", "date", false},
               {"ID", "id", "id", false},
               {"Email", "email", "email", false}};
enum { PERSON_COLUMN = 6, DATE_COLUMN = 7 };

// What stands above the table of a form, and which row heads that.
struct form_facts {
    size_t header;
    const char *name, *date;
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, LAST_HEADER_ROW = 100 };

static bool is_plan(const struct gp_workbook *book) {
    return strncmp(book->title, TITLE, strlen(TITLE)) == 0 && book->title[strlen(TITLE)] != '\0';
}

bool gp_is_own_workbook(const struct gp_workbook *book) {
    return strcmp(book->creator, CREATOR) == 0 &&
           (is_plan(book) || strncmp(book->title, FORM_TITLE, strlen(FORM_TITLE)) == 0) &&
           strcmp(gp_text_key(book->memory, book->sheet_name), "assessment") == 0;
}

// Which of the columns stand where in a row, GP_NO_COLUMN where one does not. Returns how many do.
static size_t find_columns(const struct gp_workbook *book, const struct gp_csv *csv, size_t row,
                           size_t *at) {
    size_t found = 0;
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        at[i] = GP_NO_COLUMN;
    for (size_t column = 0; column < csv->rows[row].count; column++) {
        const char *key = gp_text_key(book->memory, gp_csv_text(csv, row, column));
        for (size_t i = 0; i < COLUMN_COUNT; i++) {
            if (at[i] == GP_NO_COLUMN && strcmp(key, columns[i].key) == 0) {
                at[i] = column;
                found++;
            }
        }
    }
    return found;
}

// The first row that heads two of the columns; the first of all if none does.
static size_t find_header(const struct gp_workbook *book, const struct gp_csv *csv) {
    size_t at[COLUMN_COUNT];
    for (size_t row = 0; row < csv->row_count && row < LAST_HEADER_ROW; row++)
        if (find_columns(book, csv, row, at) >= 2)
            return row;
    return 0;
}

// Gives each column that is taken its field's name and empties the others.
static bool settle_columns(const struct gp_workbook *book, struct gp_csv *csv, bool *taken) {
    size_t at[COLUMN_COUNT];
    find_columns(book, csv, 0, at);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (at[i] != GP_NO_COLUMN)
            taken[at[i]] = true;
        else if (columns[i].needed)
            return gp_error(book->messages, (struct gp_at){csv->file, gp_csv_at(csv, 0, 0).line, 0},
                            "this plan has lost its column %s; head it so again",
                            columns[i].header);
    }
    for (size_t row = 0; row < csv->row_count; row++)
        for (size_t i = 0; i < csv->rows[row].count; i++)
            if (!taken[i])
                gp_csv_put(csv, row, i, "");
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (at[i] == GP_NO_COLUMN)
            continue;
        // Empty from top to bottom, it was not asked; the header is no answer.
        gp_csv_put(csv, 0, at[i], "");
        if (gp_csv_first_text(csv, at[i]) < csv->row_count)
            gp_csv_put(csv, 0, at[i], columns[i].field);
    }
    return true;
}

static bool says_something(const struct gp_csv *csv, size_t row) {
    for (size_t i = 0; i < csv->rows[row].count; i++)
        if (gp_csv_number(csv, row, i) != 0)
            return true;
    return false;
}

// Puts the name into each row that says something, at the column, and leaves out the other rows.
static void put_person(struct gp_csv *csv, size_t column, const char *name) {
    size_t kept = 0;
    for (size_t i = 0; i < csv->row_count; i++) {
        if (!says_something(csv, i))
            continue;
        gp_csv_put(csv, i, column, i == 0 ? "person" : name);
        csv->rows[kept++] = csv->rows[i];
    }
    csv->row_count = kept;
}

// What is typed on a form beside a label above its table; "" if there is nothing.
static const char *form_fact(const struct gp_workbook *book, const struct gp_csv *csv,
                             size_t header, const char *label) {
    for (size_t row = 0; row < header; row++)
        if (strcmp(gp_text_key(book->memory, gp_csv_text(csv, row, 0)), label) == 0)
            return gp_csv_text(csv, row, 1);
    return "";
}

// What stands in a column of a form by a formula: as the rows say, else as it was typed above them,
// where the program that saved the form has not worked the formulas out.
static void fill_in(struct gp_csv *csv, size_t column, const char *fact,
                    const struct gp_cell_faults *faults, size_t header) {
    if (column == GP_NO_COLUMN)
        return;
    for (size_t i = 0; i < faults->count; i++) {
        const struct gp_cell_fault *fault = &faults->items[i];
        if (fault->no_value && fault->column == column && fault->row > header)
            gp_csv_put(csv, fault->row - header, column, "");
    }
    for (size_t i = 1; i < csv->row_count; i++)
        if (gp_csv_number(csv, i, column) == 0)
            gp_csv_put(csv, i, column, fact);
}

// A form's rows, below its header; `header` is which of all rows that was.
static bool settle_form(const struct gp_workbook *book, struct gp_csv *csv,
                        const struct form_facts *facts, const struct gp_cell_faults *faults) {
    size_t at[COLUMN_COUNT];
    struct gp_at place = {csv->file, gp_csv_at(csv, 0, 0).line, 0};
    find_columns(book, csv, 0, at);
    if (at[PERSON_COLUMN] == GP_NO_COLUMN)
        return gp_error(book->messages, place,
                        "this form has lost its column Person; head it so again");
    fill_in(csv, at[PERSON_COLUMN], facts->name, faults, facts->header);
    fill_in(csv, at[DATE_COLUMN], facts->date, faults, facts->header);
    for (size_t i = 1; i < csv->row_count; i++)
        if (gp_csv_number(csv, i, at[PERSON_COLUMN]) == 0)
            return gp_error(book->messages, place,
                            "nobody's name stands on this form; write it beside Your name");
    bool *taken = gp_alloc(book->memory, csv->rows[0].count + 1, sizeof *taken);
    return settle_columns(book, csv, taken);
}

// Takes the rows above the header away.
static void drop_titles(struct gp_csv *csv, size_t header) {
    for (size_t row = 0; row < header; row++)
        for (size_t i = 0; i < csv->rows[row].count; i++)
            gp_csv_put(csv, row, i, "");
    csv->rows += header;
    csv->row_count -= header;
}

// Puts the person of a plan into its rows, in a column that is not taken.
static bool settle_plan(const struct gp_workbook *book, struct gp_csv *csv) {
    size_t width = csv->rows[0].count, column = 0;
    bool *taken = gp_alloc(book->memory, width + 1, sizeof *taken);
    if (!settle_columns(book, csv, taken))
        return false;
    while (taken[column])
        column++;
    for (size_t i = 0; column == width && i < csv->row_count; i++)
        csv->rows[i].count++;
    put_person(csv, column, book->title + strlen(TITLE));
    return true;
}

bool gp_own_rows(const struct gp_workbook *book, const struct gp_cell_faults *faults,
                 struct gp_csv *csv) {
    size_t header = find_header(book, csv);
    const struct form_facts facts = {header, form_fact(book, csv, header, NAME_KEY),
                                     form_fact(book, csv, header, DATE_KEY)};
    drop_titles(csv, header);
    return is_plan(book) ? settle_plan(book, csv) : settle_form(book, csv, &facts, faults);
}
