#include "read/amounts.h"
#include "read/columns.h"
#include "read/dates.h"
#include "read/header_row.h"

#include "base/period.h"

#include <stdlib.h>
#include <string.h>

enum field { DATE, PERSON, NAME, ID, EMAIL, KIND, WHAT, AMOUNT, CURRENCY };
_Static_assert((int)CURRENCY + 1 == GP_EXPENSE_FIELD_COUNT, "each field has a name");

const char *const gp_expense_fields[GP_EXPENSE_FIELD_COUNT] = {
    "date", "person", "name", "id", "email", "kind", "what", "amount", "currency"};

struct reading {
    struct gp_intake *intake;
    struct gp_csv csv;
    size_t at[GP_EXPENSE_FIELD_COUNT]; // the column of a field; GP_NO_COLUMN if there is none
    size_t *people;                    // [row]
    struct gp_amounts amounts;
    struct gp_dates dates;
};

static const char *cell(const struct reading *reading, size_t row, enum field field) {
    return gp_field_text(&reading->csv, reading->at, row, field);
}

static struct gp_at place(const struct reading *reading, size_t row, enum field field) {
    return gp_field_place(&reading->csv, reading->at, row, field);
}

// Says what is wrong with a cell; false, for the caller to return.
static bool refuse(const struct reading *reading, size_t row, enum field field, const char *wrong) {
    gp_intake_fault(reading->intake, reading->people[row], place(reading, row, field), "%s %s",
                    gp_expense_fields[field], wrong);
    return false;
}

// The same, with the cell's text.
static bool refuse_text(const struct reading *reading, size_t row, enum field field,
                        const char *right) {
    struct gp_memory *memory = reading->intake->memory;
    const char *text = cell(reading, row, field);
    return refuse(
        reading, row, field,
        gp_print(memory, "is %s; %s", text[0] == '\0' ? "empty" : gp_quoted(memory, text), right));
}

static bool read_date(const struct reading *reading, size_t row, gp_date *date) {
    const char *text = cell(reading, row, DATE);
    gp_moment moment = {.second = GP_NO_SECOND};
    enum gp_date_fault fault = gp_dates_parse(&reading->dates, text, &moment);
    if (fault != GP_DATE_READ)
        return refuse_text(reading, row, DATE,
                           gp_dates_right(reading->intake->memory, &reading->dates, text, fault));
    *date = moment.date;
    return true;
}

static bool read_kind(const struct reading *reading, size_t row, enum gp_part *kind) {
    return gp_part_parse(reading->intake->memory, cell(reading, row, KIND), kind) ||
           refuse_text(reading, row, KIND, "write training, coaching or conference");
}

// What stands beside an amount: the row's currency, else the header's; and for want of both the
// salary's, else policy's. False where the row names a currency there is not.
static bool find_beside(const struct reading *reading, size_t row, struct gp_money_beside *beside) {
    const struct gp_intake *intake = reading->intake;
    size_t person = reading->people[row], column = reading->at[AMOUNT];
    const char *code = cell(reading, row, CURRENCY);
    gp_currency named = gp_currency_find(code, strlen(code));
    *beside = (struct gp_money_beside){.default_currency = intake->policy->currency};
    if (person != GP_NO_PERSON && intake->payroll.items[person].known)
        beside->default_currency = intake->payroll.items[person].salary.currency;
    beside->currency = named;
    if (named == GP_NO_CURRENCY && column != GP_NO_COLUMN)
        beside->currency = gp_money_currency_within(gp_csv_text(&reading->csv, 0, column),
                                                    beside->default_currency);
    return code[0] == '\0' || named != GP_NO_CURRENCY;
}

static bool read_amount(struct reading *reading, size_t row, gp_money *amount) {
    struct gp_intake *intake = reading->intake;
    const struct gp_pay *pay = &intake->payroll.items[reading->people[row]];
    struct gp_money_beside beside;
    struct gp_salary_text read = {.periods_per_year = 1};
    if (!find_beside(reading, row, &beside))
        return refuse_text(reading, row, CURRENCY, "write a code of ISO 4217 such as USD or EUR");
    if (cell(reading, row, AMOUNT)[0] == '\0')
        return refuse_text(reading, row, AMOUNT, "write what was paid, or remove the row");
    enum gp_money_fault fault = gp_amounts_parse(&reading->amounts, row, &beside, &read);
    if (fault == GP_MONEY_BELOW_0)
        return refuse(reading, row, AMOUNT,
                      "is below 0; take what came back off the row it was paid in");
    if (fault != GP_MONEY_GOOD) {
        gp_intake_fault(intake, reading->people[row], place(reading, row, AMOUNT), "%s",
                        gp_amounts_fault(intake->memory, &reading->amounts, row, fault, &beside));
        return false;
    }
    if (read.own_period != 0)
        return refuse(reading, row, AMOUNT, "is given per period; write what was paid on the day");
    if (pay->known && pay->salary.currency != read.amount.currency)
        return refuse(
            reading, row, AMOUNT,
            gp_print(intake->memory, "is in %s, and the salary in %s; write what it was in %s",
                     gp_currency_code(read.amount.currency), gp_currency_code(pay->salary.currency),
                     gp_currency_code(pay->salary.currency)));
    *amount = read.amount;
    return true;
}

static void read_row(struct reading *reading, size_t row) {
    struct gp_intake *intake = reading->intake;
    struct gp_expenses *expenses = &intake->expenses;
    struct gp_expense expense = {.person = reading->people[row],
                                 .what = cell(reading, row, WHAT),
                                 .at = gp_csv_at(&reading->csv, row, 0)};
    if (expense.person == GP_NO_PERSON)
        return;
    bool dated = read_date(reading, row, &expense.date);
    bool of_a_kind = read_kind(reading, row, &expense.kind);
    if (!read_amount(reading, row, &expense.amount) || !dated || !of_a_kind)
        return;
    expenses->items = gp_grow(intake->memory, expenses->items, expenses->count, &expenses->capacity,
                              sizeof *expenses->items);
    expenses->items[expenses->count++] = expense;
}

static bool find_columns(struct reading *reading) {
    static const struct gp_fields fields = {.names = gp_expense_fields,
                                            .count = GP_EXPENSE_FIELD_COUNT,
                                            .suggested = GP_EXPENSE_FIELD_COUNT,
                                            .synonym = NAME,
                                            .of = PERSON};
    static const enum field needed[] = {DATE, KIND, AMOUNT};
    struct gp_messages *messages = reading->intake->messages;
    bool good = true;
    gp_columns_read(reading->intake, &reading->csv, &fields, reading->at);
    struct gp_at at = {reading->csv.file, gp_csv_at(&reading->csv, 0, 0).line, 0};
    if (reading->at[PERSON] == GP_NO_COLUMN && reading->at[ID] == GP_NO_COLUMN &&
        reading->at[EMAIL] == GP_NO_COLUMN)
        good = gp_error(messages, at,
                        "no column says on whom it was spent; head one person, email or id");
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (reading->at[needed[i]] == GP_NO_COLUMN)
            good = gp_error(messages, at,
                            "the expenses have no column %s; they need date, person, kind and "
                            "amount",
                            gp_expense_fields[needed[i]]);
    return good;
}

static void see_amounts(struct reading *reading) {
    reading->amounts = (struct gp_amounts){.csv = &reading->csv,
                                           .column = reading->at[AMOUNT],
                                           .name = gp_expense_fields[AMOUNT],
                                           .examples = "1200 or 1,200.00 USD",
                                           .decimal = reading->intake->decimal};
    for (size_t row = 1; row < reading->csv.row_count; row++) {
        struct gp_money_beside beside;
        find_beside(reading, row, &beside);
        gp_amounts_see(&reading->amounts, row, &beside);
    }
}

bool gp_read_expenses(struct gp_intake *intake, const struct gp_source *source) {
    struct reading reading = {.intake = intake};
    size_t errors = intake->messages->counts[GP_ERROR];
    intake->expenses.given = true;
    if (!intake->has_roster)
        return gp_error(intake->messages, (struct gp_at){source->name, 0, 0},
                        "expenses need a roster, which says who the people are; give one");
    if (!gp_table_read(intake->memory, intake->names, source, intake->messages, &reading.csv) ||
        !find_columns(&reading))
        return false;
    const struct gp_identity_columns who = {
        .name = reading.at[PERSON], .email = reading.at[EMAIL], .id = reading.at[ID]};
    reading.people =
        gp_intake_people(intake, &reading.csv, &who,
                         "row has no person; say on whom it was spent, or remove the row");
    see_amounts(&reading);
    reading.dates = (struct gp_dates){.csv = &reading.csv, .given = intake->date_order};
    gp_dates_see(&reading.dates, reading.at[DATE]);
    for (size_t row = 1; row < reading.csv.row_count; row++)
        read_row(&reading, row);
    gp_amounts_warn(&reading.amounts, intake->messages);
    return intake->messages->counts[GP_ERROR] == errors;
}

static int compare_numbers(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

// Rows that say the same are as good as one another: their files and lines only make it total.
static int compare_expenses(const void *a, const void *b) {
    const struct gp_expense *left = a, *right = b;
    int order = (left->person > right->person) - (left->person < right->person);
    if (order == 0)
        order = gp_date_compare(left->date, right->date);
    if (order == 0)
        order = compare_numbers((int64_t)left->kind, (int64_t)right->kind);
    if (order == 0)
        order = strcmp(left->what, right->what);
    if (order == 0)
        order = compare_numbers(left->amount.minor, right->amount.minor);
    if (order == 0)
        order = strcmp(left->at.file, right->at.file);
    return order != 0 ? order : compare_numbers(left->at.line, right->at.line);
}

void gp_intake_expenses(struct gp_intake *intake, const size_t *moved) {
    struct gp_expenses *expenses = &intake->expenses;
    size_t kept = 0;
    for (size_t i = 0; i < expenses->count; i++) {
        struct gp_expense expense = expenses->items[i];
        expense.person = moved[expense.person];
        if (expense.person != GP_NO_PERSON)
            expenses->items[kept++] = expense;
    }
    expenses->count = kept;
    if (kept > 0)
        qsort(expenses->items, kept, sizeof *expenses->items, compare_expenses);
}

void gp_intake_compare_spent(struct gp_intake *intake, gp_date first, gp_date last) {
    const struct gp_team *team = &intake->team;
    const struct gp_expenses *expenses = &intake->expenses;
    size_t next = 0; // both are in the order of the people
    for (size_t i = 0; i < team->person_count && expenses->given; i++) {
        const struct gp_pay *pay = &intake->payroll.items[i];
        gp_money listed = {0, pay->spent.currency};
        bool fits = true;
        for (; next < expenses->count && expenses->items[next].person == i; next++) {
            const struct gp_expense *expense = &expenses->items[next];
            if (pay->known && gp_date_compare(expense->date, first) >= 0 &&
                gp_date_compare(expense->date, last) <= 0)
                fits = gp_money_add(listed, expense->amount, &listed) && fits;
        }
        if (pay->spent_at.line != 0 && (!fits || listed.minor != pay->spent.minor))
            gp_warn(intake->messages, pay->spent_at,
                    "spent of %s is not what the list of expenses sums to this year; the list "
                    "counts",
                    gp_quoted(intake->memory, team->people[i].name));
    }
}
