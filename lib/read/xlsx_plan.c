// A plan that this program wrote, ratings changed or not, as answers. What its properties and
// columns are called is settled in write/plan_book.c and write/plan_assessment.c.
#include "base/text.h"
#include "read/xlsx_parts.h"

#include <string.h>

#define CREATOR "growthplan"
#define TITLE "Growth plan of "

// The columns that are somebody's answers, and what answers call them. All others are worked out.
static const struct {
    const char *header, *field;
    bool needed;
} columns[] = {{"Activity", "activity", true},
               {"Skill", "skill", true},
               {"Experience", "experience", true},
               {"Interest", "interest", true},
               {"Manager's rating", "manager_skill", false},
               {"Note", "note", false}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

bool gp_is_own_plan(const struct gp_workbook *book) {
    return strcmp(book->creator, CREATOR) == 0 && strncmp(book->title, TITLE, strlen(TITLE)) == 0 &&
           book->title[strlen(TITLE)] != '\0' &&
           strcmp(gp_text_key(book->memory, book->sheet_name), "assessment") == 0;
}

// The column of a row that holds a header; GP_NO_COLUMN if none does.
static size_t find_column(const struct gp_workbook *book, const struct gp_csv *csv, size_t row,
                          const char *header) {
    const char *key = gp_text_key(book->memory, header);
    for (size_t i = 0; i < csv->rows[row].count; i++)
        if (strcmp(gp_text_key(book->memory, gp_csv_text(csv, row, i)), key) == 0)
            return i;
    return GP_NO_COLUMN;
}

// The first row that heads two of the columns; the first of all if none does.
static size_t find_header(const struct gp_workbook *book, const struct gp_csv *csv) {
    for (size_t row = 0; row < csv->row_count; row++) {
        size_t found = 0;
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            found += find_column(book, csv, row, columns[i].header) != GP_NO_COLUMN;
        if (found >= 2)
            return row;
    }
    return 0;
}

// Gives each column that is taken its field's name and empties the others.
static bool settle_columns(const struct gp_workbook *book, struct gp_csv *csv, bool *taken) {
    size_t at[COLUMN_COUNT];
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        at[i] = find_column(book, csv, 0, columns[i].header);
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
