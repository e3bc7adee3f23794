#include "write/budget_parts.h"

// Three tables one below the other, in the same columns: courses chosen, what that leaves of each
// person, workshops.
enum { HEADER = 3, FIRST = 4, HEADER_HEIGHT = 32, SECTION_HEIGHT = 22, POINTS_A_LINE = 15 };
static const double widths[GP_COURSE_COLUMNS] = {24, 34, 13, 8, 10, 13, 9, 13, 22, 60};

bool gp_budget_has_courses(const struct gp_budget_book *book) {
    return gp_has_catalogue(book->report);
}

static size_t last_course(const struct gp_budget_book *book) {
    return FIRST + (book->course_count > 0 ? book->course_count : 1) - 1;
}

const char *gp_course_range(const struct gp_budget_book *book, enum gp_course_column column) {
    return gp_ref_range(book->memory, GP_BUDGET_COURSES, FIRST, column, last_course(book), column);
}

struct page {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    size_t row;
};

static struct gp_memory *memory_of(const struct page *page) {
    return page->book->memory;
}

static const char *cell(const struct page *page, enum gp_course_column column) {
    return gp_ref(memory_of(page), page->row, column);
}

static void put_text(const struct page *page, enum gp_course_column column, const char *text) {
    gp_put_text(page->sheet, page->row, column, text, GP_STYLE_WRAP);
}

static void put_money(const struct page *page, enum gp_course_column column, const char *formula,
                      gp_money money) {
    gp_put_formula_number(page->sheet, page->row, column, formula, gp_budget_value(money),
                          gp_budget_style(money.currency, GP_LOOK_PLAIN));
}

static void put_levels(const struct page *page, enum gp_course_column column, int64_t levels) {
    gp_put_number(page->sheet, page->row, column, (double)levels / 1000, GP_STYLE_NUMBER);
}

static void put_per_level(const struct page *page, gp_money cost, int64_t closed) {
    gp_put_per_level(page->book, page->sheet,
                     &(struct gp_per_level){.row = page->row,
                                            .column = GP_COURSE_PER_LEVEL,
                                            .cost = cost,
                                            .closed = closed,
                                            .cost_cell = cell(page, GP_COURSE_COST),
                                            .closed_cell = cell(page, GP_COURSE_CLOSED)});
}

static void put_hours(const struct page *page, const struct gp_course *course) {
    if (course->hours_tenths < 0)
        gp_put_text(page->sheet, page->row, GP_COURSE_HOURS, "", GP_STYLE_NUMBER);
    else
        gp_put_number(page->sheet, page->row, GP_COURSE_HOURS, course->hours_tenths / 10.0,
                      GP_STYLE_NUMBER);
}

// High enough for the texts that are wrapped.
static void end_row(struct page *page, const char *name, const char *second, const char *last) {
    unsigned lines = gp_wrapped_lines(name, widths[GP_COURSE_PERSON]);
    unsigned others[] = {gp_wrapped_lines(second, widths[GP_COURSE_NAME]),
                         gp_wrapped_lines(last, widths[GP_COURSE_TAUGHT])};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        lines = others[i] > lines ? others[i] : lines;
    gp_sheet_height(page->sheet, page->row++, POINTS_A_LINE * lines + 1);
}

static void put_titles(struct page *page, const char *const titles[GP_COURSE_COLUMNS]) {
    for (size_t i = 0; i < GP_COURSE_COLUMNS; i++)
        gp_put_text(page->sheet, page->row, i, titles[i],
                    i == GP_COURSE_COST || i == GP_COURSE_PER_LEVEL ? GP_STYLE_HEADER_RIGHT
                                                                    : GP_STYLE_HEADER);
    gp_sheet_height(page->sheet, page->row++, HEADER_HEIGHT);
}

static void put_section(struct page *page, const char *title) {
    gp_put_text(page->sheet, page->row, 0, title, GP_STYLE_SECTION);
    for (size_t column = 1; column < GP_COURSE_COLUMNS; column++)
        gp_put_blank(page->sheet, page->row, column, GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, page->row++, SECTION_HEIGHT);
}

static void put_course(struct page *page, size_t line_index, size_t which) {
    const struct gp_budget_book *book = page->book;
    const struct gp_budget_line *line = &book->budget->lines[line_index];
    const struct gp_course *course = &book->report->courses->items[line->choice.courses[which]];
    gp_money cost = line->choice.costs[which];
    size_t lessons = 0;
    int64_t closed = 0;
    gp_lessons_of(memory_of(page), book->report, line, which, &lessons, &closed);
    const char *taught = gp_lessons_text(memory_of(page), book->report, line, which);
    const char *name =
        course->group ? gp_print(memory_of(page), "%s (workshop)", course->name) : course->name;
    put_text(page, GP_COURSE_PERSON, book->people[line_index]);
    put_text(page, GP_COURSE_NAME, name);
    put_text(page, GP_COURSE_KIND, gp_part_title(course->kind));
    put_hours(page, course);
    gp_put_text(page->sheet, page->row, GP_COURSE_CURRENCY, gp_currency_code(cost.currency),
                GP_STYLE_CENTER);
    gp_put_number(page->sheet, page->row, GP_COURSE_COST, gp_budget_value(cost),
                  gp_budget_style(cost.currency, GP_LOOK_INPUT));
    put_levels(page, GP_COURSE_CLOSED, closed);
    put_per_level(page, cost, closed);
    put_text(page, GP_COURSE_PROVIDER, course->provider);
    put_text(page, GP_COURSE_TAUGHT, taught);
    end_row(page, book->people[line_index], name, taught);
}

static void put_chosen(struct page *page) {
    static const char *const titles[GP_COURSE_COLUMNS] = {
        "Person", "Course",        "Kind",           "Hours",    "Currency",
        "Cost",   "Levels closed", "Cost per level", "Provider", "What it teaches them, from - to"};
    page->row = HEADER;
    put_titles(page, titles);
    for (size_t i = 0; i < page->book->budget->line_count; i++)
        for (size_t j = 0; j < page->book->budget->lines[i].choice.count; j++)
            put_course(page, i, j);
    if (page->book->course_count == 0)
        gp_put_text(page->sheet, page->row++, 0,
                    "No course of the catalogue closes a gap that somebody wants closed, within "
                    "what is left.",
                    GP_STYLE_PLAIN);
    gp_sheet_filter(page->sheet, HEADER, 0, last_course(page->book), GP_COURSE_COLUMNS - 1);
}

static const char *rest_remark(const struct gp_choice *choice) {
    if (!choice->exact)
        return "The search for the best set was given up; there may be a better one.";
    if (choice->open != GP_NO_ACTIVITY)
        return "";
    return choice->closed > 0 ? "All they want closed that a course here teaches is closed."
                              : "Nothing they want closed is taught by a course here.";
}

// "=ROUND(SUMIFS(People!Q5:Q12,People!A5:A12,A30),2)": what People has of the person of this row.
static const char *of_person(const struct page *page, enum gp_pay_column what, const char *person,
                             gp_currency currency) {
    return gp_print(memory_of(page), "=ROUND(SUMIFS(%s,%s,%s),%u)", gp_pay_range(page->book, what),
                    gp_pay_range(page->book, GP_PAY_NAME),
                    gp_budget_is(memory_of(page), cell(page, GP_COURSE_PERSON), person),
                    gp_currency_decimals(currency));
}

static void put_rest(struct page *page, size_t index) {
    const struct gp_budget_book *book = page->book;
    const struct gp_budget_line *line = &book->budget->lines[index];
    const struct gp_choice *choice = &line->choice;
    const char *person = book->people[index], *remark = rest_remark(choice);
    gp_currency currency = line->salary.currency;
    const char *gap =
        choice->open == GP_NO_ACTIVITY ? "" : book->report->ladder->activities[choice->open].name;
    put_text(page, GP_COURSE_PERSON, person);
    put_text(page, GP_COURSE_NAME, gap);
    if (choice->open == GP_NO_ACTIVITY)
        gp_put_text(page->sheet, page->row, GP_COURSE_KIND, "", GP_STYLE_NUMBER);
    else
        put_levels(page, GP_COURSE_KIND, choice->open_gap);
    gp_put_number(page->sheet, page->row, GP_COURSE_HOURS, (double)choice->count, GP_STYLE_NUMBER);
    gp_put_text(page->sheet, page->row, GP_COURSE_CURRENCY, gp_currency_code(currency),
                GP_STYLE_CENTER);
    put_money(page, GP_COURSE_COST, of_person(page, GP_PAY_PLANNED, person, currency),
              (gp_money){choice->planned.minor, currency});
    put_levels(page, GP_COURSE_CLOSED, choice->closed);
    put_per_level(page, (gp_money){choice->planned.minor, currency}, choice->closed);
    put_money(page, GP_COURSE_PROVIDER, of_person(page, GP_PAY_OPEN, person, currency), line->open);
    put_text(page, GP_COURSE_TAUGHT, remark);
    end_row(page, person, gap, remark);
}

static void put_rests(struct page *page) {
    static const char *const titles[GP_COURSE_COLUMNS] = {
        "Person",        "Largest gap money did not reach",
        "Levels of it",  "Courses",
        "Currency",      "Planned",
        "Levels closed", "Cost per level",
        "Left unspent",  "Remark"};
    page->row++;
    put_section(page, "What that leaves of each person");
    put_titles(page, titles);
    for (size_t i = 0; i < page->book->budget->line_count; i++)
        put_rest(page, i);
}

// "Ann 66.67; Ben 66.66"
static const char *comers(const struct page *page, const struct gp_workshop *workshop) {
    const struct gp_budget *budget = page->book->budget;
    const char *text = "";
    for (size_t i = 0; i < workshop->people_count; i++)
        text =
            gp_print(memory_of(page), "%s%s%s %s", text, i == 0 ? "" : "; ",
                     page->book->report->team->people[workshop->people[i]].name,
                     gp_money_text(memory_of(page), gp_workshop_share(budget, workshop->people[i],
                                                                      workshop->course)));
    return text;
}

static void put_workshop(struct page *page, const struct gp_workshop *workshop) {
    const struct gp_course *course = &page->book->report->courses->items[workshop->course];
    const char *who = comers(page, workshop);
    put_text(page, GP_COURSE_PERSON, course->name);
    put_text(page, GP_COURSE_NAME, course->provider);
    put_text(page, GP_COURSE_KIND, gp_part_title(course->kind));
    put_hours(page, course);
    gp_put_text(page->sheet, page->row, GP_COURSE_CURRENCY,
                gp_currency_code(course->price.currency), GP_STYLE_CENTER);
    gp_put_number(page->sheet, page->row, GP_COURSE_COST, gp_budget_value(course->price),
                  gp_budget_style(course->price.currency, GP_LOOK_PLAIN));
    put_levels(page, GP_COURSE_CLOSED, workshop->closed);
    put_per_level(page, course->price, workshop->closed);
    gp_put_number(page->sheet, page->row, GP_COURSE_PROVIDER, (double)workshop->people_count,
                  GP_STYLE_NUMBER);
    put_text(page, GP_COURSE_TAUGHT, who);
    end_row(page, course->name, course->provider, who);
}

static void put_workshops(struct page *page) {
    static const char *const titles[GP_COURSE_COLUMNS] = {
        "Workshop", "Provider",      "Kind",           "Hours",  "Currency",
        "Price",    "Levels closed", "Cost per level", "People", "Who comes, and what each pays"};
    const struct gp_budget *budget = page->book->budget;
    if (budget->workshop_count == 0)
        return;
    page->row++;
    put_section(page, "Workshops: one price for everybody who comes");
    put_titles(page, titles);
    for (size_t i = 0; i < budget->workshop_count; i++)
        put_workshop(page, &budget->workshops[i]);
}

bool gp_budget_book_fits(const struct gp_budget *budget, size_t *rows) {
    enum { AROUND = 20 }; // titles, headers, empty rows
    *rows = AROUND + budget->line_count + budget->workshop_count;
    for (size_t i = 0; i < budget->line_count; i++)
        *rows += budget->lines[i].choice.count;
    return *rows <= GP_SHEET_ROWS;
}

void gp_put_budget_courses(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    struct page page = {.book = book, .sheet = sheet};
    gp_put_budget_title(sheet, "Courses",
                        "For each person the set that closes the most of what they want closed, "
                        "within what is left. Costs in yellow may be changed: what is planned "
                        "follows.");
    for (size_t i = 0; i < GP_COURSE_COLUMNS; i++)
        gp_sheet_width(sheet, i, i, widths[i]);
    put_chosen(&page);
    put_rests(&page);
    put_workshops(&page);
    gp_sheet_freeze(sheet, FIRST, GP_COURSE_PERSON + 1);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, true, 0, HEADER, 1);
    gp_sheet_print_area(sheet, page.row - 1, GP_COURSE_COLUMNS - 1);
}
