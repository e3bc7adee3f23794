// A plan that this program wrote, ratings changed or not, as answers. What its properties and
// columns are called is settled in write/plan_book.c and write/plan_assessment.c.
#include "base/text.h"
#include "read/xlsx_parts.h"

#include <string.h>

#define CREATOR "growthplan"
#define TITLE "Growth plan of "

// The columns that are somebody's answers, and what answers call them. All others are worked out.
static const struct {
    const char *header, *key, *field;
    bool needed;
} columns[] = {{"Activity", "activity", "activity", true},
               {"Skill", "skill", "skill", true},
               {"Experience", "experience", "experience", true},
               {"Interest", "interest", "interest", true},
               {"Manager's rating", "managersrating", "manager_skill", false},
               {"Note", "note", "note", false}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, LAST_HEADER_ROW = 100 };

bool gp_is_own_plan(const struct gp_workbook *book) {
    return strcmp(book->creator, CREATOR) == 0 && strncmp(book->title, TITLE, strlen(TITLE)) == 0 &&
           book->title[strlen(TITLE)] != '\0' &&
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
            return gp_error(
                book->messages, (struct gp_at){csv->file, csv->rows[0].cells[0].line, 0},
                "this plan has lost its column %s; head it so again", columns[i].header);
    }
    for (size_t row = 0; row < csv->row_count; row++)
        for (size_t i = 0; i < csv->rows[row].count; i++)
            if (!taken[i])
                csv->rows[row].cells[i].text = "";
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (at[i] == GP_NO_COLUMN)
            continue;
        // Empty from top to bottom, it was not asked; the header is no answer.
        csv->rows[0].cells[at[i]].text = "";
        if (gp_csv_first_text(csv, at[i]) < csv->row_count)
            csv->rows[0].cells[at[i]].text = columns[i].field;
    }
    return true;
}

static bool says_something(const struct gp_row *row) {
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].text[0] != '\0')
            return true;
    return false;
}

// Puts the name into each row that says something, at the column, and leaves out the other rows.
static void put_person(struct gp_csv *csv, size_t column, const char *name) {
    size_t kept = 0;
    for (size_t i = 0; i < csv->row_count; i++) {
        struct gp_row row = csv->rows[i];
        if (!says_something(&row))
            continue;
        row.cells[column].text = i == 0 ? "person" : name;
        csv->rows[kept++] = row;
    }
    csv->row_count = kept;
}

bool gp_own_plan_rows(const struct gp_workbook *book, struct gp_csv *csv) {
    size_t above = find_header(book, csv);
    for (size_t row = 0; row < above; row++)
        for (size_t i = 0; i < csv->rows[row].count; i++)
            csv->rows[row].cells[i].text = "";
    csv->rows += above;
    csv->row_count -= above;
    size_t width = csv->rows[0].count;
    bool *taken = gp_alloc(book->memory, width + 1, sizeof *taken);
    if (!settle_columns(book, csv, taken))
        return false;
    size_t column = 0;
    while (taken[column])
        column++;
    for (size_t i = 0; column == width && i < csv->row_count; i++) {
        struct gp_row *row = &csv->rows[i];
        row->cells[width + 1] = row->cells[width];
        row->count = width + 1;
    }
    put_person(csv, column, book->title + strlen(TITLE));
    return true;
}
