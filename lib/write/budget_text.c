#include "write/budget_words.h"
#include "write/grid.h"
#include "write/page.h"

// What every part of the page is written from.
struct view {
    struct gp_page *page;
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_budget *budget;
};

static const char *name_of(const struct view *view, size_t person) {
    return view->report->team->people[person].name;
}

static void add_grid(const struct view *view, const struct gp_grid *grid) {
    gp_page_add(view->page, gp_grid_as_text(grid));
}

static void share_cell(struct gp_grid *grid, const struct view *view,
                       const struct gp_budget_sum *sum) {
    int64_t share = gp_of_payroll(sum);
    gp_grid_text(grid, share < 0 ? NULL
                                 : gp_print(view->memory, "%lld.%02lld %%",
                                            (long long)(share / 100), (long long)(share % 100)));
}

static void money_cell(struct gp_grid *grid, gp_money money) {
    if (money.currency == GP_NO_CURRENCY)
        gp_grid_none(grid);
    else
        gp_grid_money(grid, money);
}

static void page_head(const struct view *view) {
    const struct gp_budget *budget = view->budget;
    const struct gp_budget_terms *terms = &budget->terms;
    size_t people = budget->line_count + budget->without_salary;
    gp_permille share = gp_share((int64_t)budget->trained, (int64_t)people);
    gp_page_line(view->page, "Training budget as of %s: %zu %s with a salary, %zu without",
                 gp_date_text(view->memory, view->report->as_of), budget->line_count,
                 budget->line_count == 1 ? "person" : "people", budget->without_salary);
    if (gp_date_known(terms->year_first))
        gp_page_line(view->page, "Budget year from %s to %s%s%s",
                     gp_date_text(view->memory, terms->year_first),
                     gp_date_text(view->memory, terms->year_last),
                     terms->prorate ? "; part-time and part-year people have a share of a pool"
                                    : "",
                     terms->pooled ? "; a manager's people are one purse" : "");
    if (share != GP_NO_SHARE)
        gp_page_line(view->page,
                     "Any training so far: %zu of %zu, %d.%d %%; published: 40 %% of product "
                     "managers",
                     budget->trained, people, share / 10, share % 10);
}

static void page_totals(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Currency", GP_CELL_TEXT},     {NULL, "People", GP_CELL_COUNT},
        {NULL, "Salaries", GP_CELL_MONEY},    {NULL, "Pool", GP_CELL_MONEY},
        {NULL, "Training", GP_CELL_MONEY},    {NULL, "Coaching", GP_CELL_MONEY},
        {NULL, "Conferences", GP_CELL_MONEY}, {NULL, "Per head", GP_CELL_MONEY},
        {NULL, "Of payroll", GP_CELL_TEXT}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->by_currency_count; i++) {
        const struct gp_budget_sum *sum = &view->budget->by_currency[i];
        gp_grid_text(grid, gp_currency_code(sum->currency));
        gp_grid_count(grid, sum->headcount);
        for (size_t amount = GP_AMOUNT_SALARY; amount < GP_AMOUNT_CARRY_OVER; amount++)
            gp_grid_money(grid, gp_amount_of(sum, (enum gp_amount)amount));
        money_cell(grid, gp_per_head(sum));
        share_cell(grid, view, sum);
    }
    gp_page_heading(view->page, "By currency (public range: 1 to 5 %% of payroll)");
    add_grid(view, grid);
}

static void page_use(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Currency", GP_CELL_TEXT},      {NULL, "Pool", GP_CELL_MONEY},
        {NULL, "Carried over", GP_CELL_MONEY}, {NULL, "Spent", GP_CELL_MONEY},
        {NULL, "Left", GP_CELL_MONEY},         {NULL, "Planned", GP_CELL_MONEY},
        {NULL, "Open", GP_CELL_MONEY},         {NULL, "Levels closed", GP_CELL_TEXT},
        {NULL, "Per level", GP_CELL_MONEY}};
    enum { COUNT = sizeof columns / sizeof *columns };
    struct gp_grid *grid = gp_grid_new(view->memory, columns, COUNT);
    for (size_t i = 0; i < view->budget->by_currency_count; i++) {
        const struct gp_budget_sum *sum = &view->budget->by_currency[i];
        gp_grid_text(grid, gp_currency_code(sum->currency));
        gp_grid_money(grid, sum->pool);
        for (size_t amount = GP_AMOUNT_CARRY_OVER; amount < GP_AMOUNT_COUNT; amount++)
            gp_grid_money(grid, gp_amount_of(sum, (enum gp_amount)amount));
        gp_grid_text(grid, gp_levels_text(view->memory, sum->closed));
        money_cell(grid, gp_per_level(sum->planned, sum->closed));
    }
    for (size_t i = COUNT - 2; i < COUNT && !gp_has_catalogue(view->report); i++)
        gp_grid_hide(grid, i);
    gp_page_heading(view->page, "What there is, and what becomes of it");
    add_grid(view, grid);
}

static void sum_cells(struct gp_grid *grid, const struct gp_budget_sum *sum) {
    gp_grid_count(grid, sum->headcount);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        gp_grid_money(grid, gp_amount_of(sum, gp_roll_amount(i)));
}

static void page_roll_up(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Manager", GP_CELL_TEXT},    {NULL, "Currency", GP_CELL_TEXT},
        {NULL, "Direct", GP_CELL_COUNT},    {NULL, "Their pool", GP_CELL_MONEY},
        {NULL, "All below", GP_CELL_COUNT}, {NULL, "Salaries", GP_CELL_MONEY},
        {NULL, "Pool", GP_CELL_MONEY},      {NULL, "Spent", GP_CELL_MONEY},
        {NULL, "Planned", GP_CELL_MONEY},   {NULL, "Left", GP_CELL_MONEY},
        {NULL, "Of payroll", GP_CELL_TEXT}};
    enum { STEP = 2 };
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &view->budget->by_manager[i];
        const char *name = total->manager_name[0] == '\0' ? "(no manager)" : total->manager_name;
        gp_grid_text(grid, gp_print(view->memory, "%*s%s", STEP * (int)total->depth, "", name));
        gp_grid_text(grid, gp_currency_code(total->direct.currency));
        gp_grid_count(grid, total->direct.headcount);
        gp_grid_money(grid, total->direct.pool);
        sum_cells(grid, &total->whole);
        share_cell(grid, view, &total->whole);
    }
    gp_page_heading(view->page, "By manager, with everybody below them");
    add_grid(view, grid);
}

static void page_rungs(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Rung", GP_CELL_TEXT},     {NULL, "Currency", GP_CELL_TEXT},
        {NULL, "People", GP_CELL_COUNT},  {NULL, "Salaries", GP_CELL_MONEY},
        {NULL, "Pool", GP_CELL_MONEY},    {NULL, "Spent", GP_CELL_MONEY},
        {NULL, "Planned", GP_CELL_MONEY}, {NULL, "Left", GP_CELL_MONEY},
        {NULL, "Per head", GP_CELL_MONEY}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->by_rung_count; i++) {
        const struct gp_budget_rung *rung = &view->budget->by_rung[i];
        gp_grid_text(grid, gp_budget_rung(view->report, rung->rung));
        gp_grid_text(grid, gp_currency_code(rung->sum.currency));
        sum_cells(grid, &rung->sum);
        money_cell(grid, gp_per_head(&rung->sum));
    }
    gp_page_heading(view->page, "By rung");
    add_grid(view, grid);
}

static void page_people(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Person", GP_CELL_TEXT},    {NULL, "Currency", GP_CELL_TEXT},
        {NULL, "Salary", GP_CELL_MONEY},   {NULL, "Rate", GP_CELL_TEXT},
        {NULL, "Full time", GP_CELL_TEXT}, {NULL, "Days", GP_CELL_COUNT},
        {NULL, "Pool", GP_CELL_MONEY},     {NULL, "Carried over", GP_CELL_MONEY},
        {NULL, "Spent", GP_CELL_MONEY},    {NULL, "Left", GP_CELL_MONEY},
        {NULL, "Planned", GP_CELL_MONEY},  {NULL, "Open", GP_CELL_MONEY},
        {NULL, "Remark", GP_CELL_REMARK}};
    enum { FULL_TIME = 4, DAYS };
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->line_count; i++) {
        const struct gp_budget_line *line = &view->budget->lines[i];
        gp_grid_text(grid, name_of(view, line->person));
        gp_grid_text(grid, gp_currency_code(line->salary.currency));
        gp_grid_money(grid, line->salary);
        gp_grid_text(grid, gp_percent_text(view->memory, line->rate_ppm));
        gp_grid_text(grid, gp_percent_text(view->memory, line->fte_ppm));
        gp_grid_count(grid, (size_t)line->days);
        gp_grid_money(grid, line->pool);
        gp_grid_money(grid, line->carry_over);
        gp_grid_money(grid, line->spent);
        gp_grid_money(grid, line->left);
        gp_grid_money(grid, (gp_money){line->choice.planned.minor, line->salary.currency});
        gp_grid_money(grid, (gp_money){line->open.minor, line->salary.currency});
        gp_grid_text(grid, line->left.minor < 0 ? "overspent" : NULL);
    }
    for (size_t i = FULL_TIME; i <= DAYS && !view->budget->terms.prorate; i++)
        gp_grid_hide(grid, i);
    gp_page_heading(view->page, "People");
    add_grid(view, grid);
}

static void add_courses(const struct view *view, struct gp_grid *grid,
                        const struct gp_budget_line *line) {
    for (size_t i = 0; i < line->choice.count; i++) {
        const struct gp_course *course = &view->report->courses->items[line->choice.courses[i]];
        size_t lessons = 0;
        int64_t closed = 0;
        gp_lessons_of(view->memory, view->report, line, i, &lessons, &closed);
        gp_grid_text(grid, name_of(view, line->person));
        gp_grid_text(grid, course->group ? gp_print(view->memory, "%s (workshop)", course->name)
                                         : course->name);
        gp_grid_text(grid, gp_part_id(course->kind));
        gp_grid_text(grid, gp_currency_code(line->choice.costs[i].currency));
        gp_grid_money(grid, line->choice.costs[i]);
        gp_grid_text(grid, gp_levels_text(view->memory, closed));
        money_cell(grid, gp_per_level(line->choice.costs[i], closed));
        gp_grid_text(grid, gp_lessons_text(view->memory, view->report, line, i));
    }
}

static void page_courses(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Person", GP_CELL_TEXT},     {NULL, "Course", GP_CELL_TEXT},
        {NULL, "Kind", GP_CELL_TEXT},       {NULL, "Currency", GP_CELL_TEXT},
        {NULL, "Cost", GP_CELL_MONEY},      {NULL, "Closes", GP_CELL_TEXT},
        {NULL, "Per level", GP_CELL_MONEY}, {NULL, "From - to", GP_CELL_TEXT}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->line_count; i++)
        add_courses(view, grid, &view->budget->lines[i]);
    gp_page_heading(view->page, "Courses: the set that closes the most of what each wants closed");
    add_grid(view, grid);
}

static void page_rests(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Person", GP_CELL_TEXT},     {NULL, "Currency", GP_CELL_TEXT},
        {NULL, "Unspent", GP_CELL_MONEY},   {NULL, "Levels closed", GP_CELL_TEXT},
        {NULL, "Per level", GP_CELL_MONEY}, {NULL, "Largest gap money did not reach", GP_CELL_TEXT},
        {NULL, "Levels", GP_CELL_LEVEL},    {NULL, "Remark", GP_CELL_REMARK}};
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->line_count; i++) {
        const struct gp_budget_line *line = &view->budget->lines[i];
        const struct gp_choice *choice = &line->choice;
        bool open = choice->open != GP_NO_ACTIVITY;
        gp_grid_text(grid, name_of(view, line->person));
        gp_grid_text(grid, gp_currency_code(line->salary.currency));
        gp_grid_money(grid, line->open);
        gp_grid_text(grid, gp_levels_text(view->memory, choice->closed));
        money_cell(grid, gp_per_level(choice->planned, choice->closed));
        gp_grid_text(grid, open ? view->report->ladder->activities[choice->open].name : NULL);
        gp_grid_level(grid, open ? choice->open_gap : GP_NO_LEVEL);
        gp_grid_text(grid, choice->exact ? NULL : "search given up");
    }
    gp_page_heading(view->page, "What that leaves");
    add_grid(view, grid);
}

static void page_workshops(const struct view *view) {
    if (view->budget->workshop_count > 0)
        gp_page_heading(view->page, "Workshops");
    for (size_t i = 0; i < view->budget->workshop_count; i++) {
        const struct gp_workshop *workshop = &view->budget->workshops[i];
        const struct gp_course *course = &view->report->courses->items[workshop->course];
        const char *people = "";
        for (size_t j = 0; j < workshop->people_count; j++)
            people = gp_print(
                view->memory, "%s%s%s (%s)", people, j == 0 ? "" : ", ",
                name_of(view, workshop->people[j]),
                gp_money_grouped(view->memory, gp_workshop_share(view->budget, workshop->people[j],
                                                                 workshop->course)));
        gp_money each = gp_per_level(course->price, workshop->closed);
        gp_page_wrapped(
            view->page, "- ",
            gp_print(view->memory, "%s, %s %s, closes %s%s%s%s: %s", course->name,
                     gp_currency_code(course->price.currency),
                     gp_money_grouped(view->memory, course->price),
                     gp_levels_text(view->memory, workshop->closed),
                     each.currency == GP_NO_CURRENCY ? "" : ", ",
                     each.currency == GP_NO_CURRENCY ? "" : gp_money_grouped(view->memory, each),
                     each.currency == GP_NO_CURRENCY ? "" : " a level", people));
    }
}

static void page_quarters(const struct view *view) {
    static const struct gp_grid_column columns[] = {
        {NULL, "Quarter", GP_CELL_COUNT},    {NULL, "From", GP_CELL_TEXT},
        {NULL, "To", GP_CELL_TEXT},          {NULL, "Currency", GP_CELL_TEXT},
        {NULL, "Training", GP_CELL_MONEY},   {NULL, "Coaching", GP_CELL_MONEY},
        {NULL, "Conferences", GP_CELL_MONEY}};
    if (view->budget->quarter_count == 0)
        return;
    struct gp_grid *grid = gp_grid_new(view->memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->budget->quarter_count; i++) {
        const struct gp_budget_quarter *quarter = &view->budget->quarters[i];
        gp_grid_count(grid, (size_t)quarter->quarter.quarter);
        gp_grid_text(grid, gp_date_text(view->memory, quarter->first));
        gp_grid_text(grid, gp_date_text(view->memory, quarter->last));
        gp_grid_text(grid, gp_currency_code(quarter->currency));
        for (size_t part = 0; part < GP_PART_COUNT; part++)
            gp_grid_money(grid, quarter->spent[part]);
    }
    gp_page_heading(view->page, "Spent, by quarter of the budget year");
    add_grid(view, grid);
    if (view->budget->outside_year > 0)
        gp_page_line(view->page, "Passed over, since they are of other years: %zu",
                     view->budget->outside_year);
}

static void page_overspent(const struct view *view) {
    size_t count = 0;
    const char *names =
        gp_overspent_names(view->memory, view->report, view->budget, SIZE_MAX, &count);
    gp_page_line(view->page, "%s", "");
    if (count > 0)
        gp_page_wrapped(view->page, "", gp_print(view->memory, "Overspent: %s.", names));
    gp_page_wrapped(view->page, "",
                    "Salaries: for the budget holder alone. Amounts in two currencies are never "
                    "added. People stand in order of name, not of need.");
}

struct gp_bytes gp_budget_text(struct gp_memory *memory, const struct gp_report *report,
                               const struct gp_budget *budget) {
    struct gp_page page;
    gp_page_open(&page, memory);
    const struct view view = {&page, memory, report, budget};
    page_head(&view);
    page_totals(&view);
    page_use(&view);
    page_roll_up(&view);
    page_rungs(&view);
    page_people(&view);
    if (gp_has_catalogue(report)) {
        page_courses(&view);
        page_rests(&view);
        page_workshops(&view);
    }
    page_quarters(&view);
    page_overspent(&view);
    return gp_page_bytes(&page);
}
