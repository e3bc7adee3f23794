#include "write/budget_parts.h"

// Columns of both tables; the table by kind has the first four.
enum { WHO, PEOPLE, AMOUNTS, OF_PAYROLL = AMOUNTS + GP_ROLL_AMOUNTS, PER_HEAD, COLUMNS };
enum { KIND, KIND_POOL, KIND_SPENT, KIND_PLANNED, KIND_COLUMNS, RIGHT_CHART = 4 };
enum { ROW_PIXELS = 20, HEADER_HEIGHT = 20, SECTION_HEIGHT = 22, SERIES = 3, ON_FIRST_PAGE = 2 };

// A bar of the chart: a manager with everybody below them, or with their direct reports alone.
struct bar {
    size_t total;
    bool whole;
};

// The set of one currency.
struct set {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    const struct gp_budget_sum *sum;
    size_t currency;
    struct bar *bars;
    size_t bar_count;
    size_t row, first_bar, first_kind; // rows
    const double *widths;
};

static struct gp_memory *memory_of(const struct set *set) {
    return set->book->memory;
}

static const struct gp_budget_total *total_of(const struct set *set, size_t total) {
    return &set->book->budget->by_manager[total];
}

static bool is_of(const struct set *set, size_t total) {
    return total < set->book->budget->by_manager_count &&
           total_of(set, total)->direct.currency == set->sum->currency;
}

static bool has_managers_below(const struct set *set, size_t total) {
    return is_of(set, total + 1) && total_of(set, total + 1)->depth > total_of(set, total)->depth;
}

// The one bar that stands for a manager with others below; bar_count when there are several, or
// none.
static size_t lonely_top(const struct set *set) {
    size_t found = set->bar_count, managers = 0;
    for (size_t i = 0; i < set->bar_count; i++) {
        const struct gp_budget_total *total = total_of(set, set->bars[i].total);
        bool nobody = total->manager == GP_NO_PERSON && total->manager_name[0] == '\0';
        if (nobody || !set->bars[i].whole)
            continue;
        managers++;
        if (has_managers_below(set, set->bars[i].total))
            found = i;
    }
    return managers == 1 ? found : set->bar_count;
}

// In its place: its direct reports, and each manager right below it.
static void open_up(struct set *set, size_t bar) {
    size_t top = set->bars[bar].total;
    set->bars[bar].whole = false;
    if (total_of(set, top)->direct.headcount == 0)
        set->bars[bar] = set->bars[--set->bar_count]; // it was the last: managers come behind
    for (size_t i = top + 1; is_of(set, i) && total_of(set, i)->depth > total_of(set, top)->depth;
         i++)
        if (total_of(set, i)->depth == total_of(set, top)->depth + 1)
            set->bars[set->bar_count++] = (struct bar){i, true};
}

// The top of the tree; where one manager stands above all others, what is below that one.
static void choose_bars(struct set *set) {
    set->bars = gp_alloc(memory_of(set), set->book->budget->by_manager_count, sizeof *set->bars);
    set->bar_count = 0;
    for (size_t i = 0; i < set->book->budget->by_manager_count; i++)
        if (is_of(set, i) && total_of(set, i)->depth == 0)
            set->bars[set->bar_count++] = (struct bar){i, true};
    for (size_t top; (top = lonely_top(set)) < set->bar_count;)
        open_up(set, top);
}

static void put_section(struct set *set) {
    gp_put_text(
        set->sheet, set->row, 0,
        gp_print(memory_of(set), "%s by manager and by kind", gp_currency_code(set->sum->currency)),
        GP_STYLE_SECTION);
    for (size_t column = 1; column < COLUMNS; column++)
        gp_put_blank(set->sheet, set->row, column, GP_STYLE_SECTION);
    gp_sheet_height(set->sheet, set->row++, SECTION_HEIGHT);
}

static void put_manager_header(struct set *set) {
    gp_put_text(set->sheet, set->row, WHO, "Manager", GP_STYLE_HEADER);
    gp_put_text(set->sheet, set->row, PEOPLE, "People", GP_STYLE_HEADER);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        gp_put_text(set->sheet, set->row, AMOUNTS + i, gp_amount_title(gp_roll_amount(i)),
                    GP_STYLE_HEADER_RIGHT);
    gp_put_text(set->sheet, set->row, OF_PAYROLL, "Of payroll", GP_STYLE_HEADER_RIGHT);
    gp_put_text(set->sheet, set->row, PER_HEAD, "Per head", GP_STYLE_HEADER_RIGHT);
    gp_sheet_height(set->sheet, set->row++, HEADER_HEIGHT);
}

static void put_bar(struct set *set, const struct bar *bar) {
    const struct gp_budget_book *book = set->book;
    const struct gp_budget_total *total = total_of(set, bar->total);
    const struct gp_budget_sum *sum = bar->whole ? &total->whole : &total->direct;
    const char *name = book->managers[bar->total];
    gp_put_text(set->sheet, set->row, WHO,
                bar->whole ? name : gp_print(memory_of(set), "%s: direct reports", name),
                GP_STYLE_TEXT);
    gp_put_formula_number(set->sheet, set->row, PEOPLE,
                          gp_roll_cell(book, bar->total, bar->whole, GP_AMOUNT_COUNT),
                          (double)sum->headcount, GP_STYLE_NUMBER);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++)
        gp_put_formula_number(set->sheet, set->row, AMOUNTS + i,
                              gp_roll_cell(book, bar->total, bar->whole, gp_roll_amount(i)),
                              gp_budget_value(gp_amount_of(sum, gp_roll_amount(i))),
                              gp_budget_style(sum->currency, GP_LOOK_PLAIN));
    const struct gp_ratio_cells cells = {gp_ref(memory_of(set), set->row, AMOUNTS + 1),
                                         gp_ref(memory_of(set), set->row, PEOPLE),
                                         gp_ref(memory_of(set), set->row, AMOUNTS)};
    gp_put_of_payroll(book, set->sheet, set->row, OF_PAYROLL, sum, &cells);
    gp_put_per_head(book, set->sheet, set->row, PER_HEAD, sum, &cells);
    set->row++;
}

static void put_managers(struct set *set) {
    put_manager_header(set);
    set->first_bar = set->row;
    for (size_t i = 0; i < set->bar_count; i++)
        put_bar(set, &set->bars[i]);
    size_t last = set->row - 1;
    gp_put_text(set->sheet, set->row, WHO, "Together", GP_STYLE_TOTAL);
    gp_put_formula_number(
        set->sheet, set->row, PEOPLE,
        gp_print(memory_of(set), "=SUM(%s)",
                 gp_ref_range(memory_of(set), NULL, set->first_bar, PEOPLE, last, PEOPLE)),
        (double)set->sum->headcount, GP_STYLE_TOTAL_NUMBER);
    for (size_t i = 0; i < GP_ROLL_AMOUNTS; i++) {
        size_t column = AMOUNTS + i;
        gp_put_formula_number(
            set->sheet, set->row, column,
            gp_print(memory_of(set), "=ROUND(SUM(%s),%u)",
                     gp_ref_range(memory_of(set), NULL, set->first_bar, column, last, column),
                     gp_currency_decimals(set->sum->currency)),
            gp_budget_value(gp_amount_of(set->sum, gp_roll_amount(i))),
            gp_budget_style(set->sum->currency, GP_LOOK_TOTAL));
    }
    gp_put_blank(set->sheet, set->row, OF_PAYROLL, GP_STYLE_TOTAL);
    gp_put_blank(set->sheet, set->row, PER_HEAD, GP_STYLE_TOTAL);
    set->row += 2;
}

static gp_money spent_on(const struct set *set, size_t kind) {
    gp_money sum = {0, set->sum->currency};
    for (size_t i = 0; i < set->book->budget->line_count; i++)
        if (set->book->budget->lines[i].salary.currency == sum.currency)
            sum.minor += set->book->budget->lines[i].spent_by_kind[kind].minor;
    return sum;
}

static gp_money planned_for(const struct set *set, size_t kind) {
    const struct gp_budget *budget = set->book->budget;
    gp_money sum = {0, set->sum->currency};
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_choice *choice = &budget->lines[i].choice;
        for (size_t j = 0; j < choice->count; j++)
            if (budget->lines[i].salary.currency == sum.currency &&
                set->book->report->courses->items[choice->courses[j]].kind == kind)
                sum.minor += choice->costs[j].minor;
    }
    return sum;
}

// Amounts that are not known by kind leave their column out.
static void put_kind(struct set *set, enum gp_part kind) {
    const struct gp_budget_book *book = set->book;
    gp_currency currency = set->sum->currency;
    enum gp_style money = gp_budget_style(currency, GP_LOOK_PLAIN);
    const char *code = gp_currency_code(currency);
    enum gp_amount part = (enum gp_amount)(GP_AMOUNT_PARTS + (unsigned)kind);
    gp_put_text(set->sheet, set->row, KIND, gp_part_title(kind), GP_STYLE_TEXT);
    gp_put_formula_number(set->sheet, set->row, KIND_POOL,
                          gp_budget_sum(book, part, currency,
                                        gp_print(memory_of(set), "%s,\"%s\"",
                                                 gp_pay_range(book, GP_PAY_CURRENCY), code)),
                          gp_budget_value(gp_amount_of(set->sum, part)), money);
    if (gp_budget_has_quarters(book))
        gp_put_formula_number(
            set->sheet, set->row, KIND_SPENT,
            gp_print(memory_of(set), "=%s", gp_spent_cell(book, set->currency, (size_t)kind)),
            gp_budget_value(spent_on(set, (size_t)kind)), money);
    if (gp_budget_has_courses(book))
        gp_put_formula_number(set->sheet, set->row, KIND_PLANNED,
                              gp_print(memory_of(set), "=ROUND(SUMIFS(%s,%s,\"%s\",%s,\"%s\"),%u)",
                                       gp_course_range(book, GP_COURSE_COST),
                                       gp_course_range(book, GP_COURSE_CURRENCY), code,
                                       gp_course_range(book, GP_COURSE_KIND), gp_part_title(kind),
                                       gp_currency_decimals(currency)),
                              gp_budget_value(planned_for(set, (size_t)kind)), money);
    set->row++;
}

static bool has_kind_column(const struct set *set, size_t column) {
    return (column != KIND_SPENT || gp_budget_has_quarters(set->book)) &&
           (column != KIND_PLANNED || gp_budget_has_courses(set->book));
}

static void put_kinds(struct set *set) {
    static const char *const titles[KIND_COLUMNS] = {"Kind", "Pool", "Spent", "Planned"};
    for (size_t i = 0; i < KIND_COLUMNS; i++)
        if (has_kind_column(set, i))
            gp_put_text(set->sheet, set->row, i, titles[i],
                        i == KIND ? GP_STYLE_HEADER : GP_STYLE_HEADER_RIGHT);
    gp_sheet_height(set->sheet, set->row, HEADER_HEIGHT);
    set->first_kind = ++set->row;
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        put_kind(set, (enum gp_part)i);
    set->row++;
}

static struct gp_series series_of(const struct set *set, const char *name, size_t first,
                                  size_t count, size_t column) {
    struct gp_memory *memory = memory_of(set);
    return (struct gp_series){
        name,
        gp_print(memory, "=%s",
                 gp_ref_range(memory, GP_BUDGET_SUMMARY, first, 0, first + count - 1, 0)),
        gp_print(
            memory, "=%s",
            gp_ref_range(memory, GP_BUDGET_SUMMARY, first, column, first + count - 1, column))};
}

static unsigned pixels(const struct set *set, size_t column, size_t last) {
    enum { PIXELS_A_CHARACTER = 7, PADDING = 5, AIR = 12 };
    double width = 0;
    for (; column <= last; column++)
        width += PIXELS_A_CHARACTER * set->widths[column] + PADDING;
    return (unsigned)width - AIR;
}

// Bars of a height that can be told apart, however many there are.
static unsigned manager_height(const struct set *set) {
    enum { FRAME = 130, FEW = 8, HIGH = 56, LOW = 36, LEAST = 300, MOST = 3000 };
    size_t height = FRAME + set->bar_count * (set->bar_count <= FEW ? HIGH : LOW);
    return (unsigned)(height < LEAST ? LEAST : height < MOST ? height : MOST);
}

static void put_manager_chart(const struct set *set, unsigned height) {
    const struct gp_series series[SERIES] = {
        series_of(set, "Pool", set->first_bar, set->bar_count, AMOUNTS + 1),
        series_of(set, "Spent", set->first_bar, set->bar_count, AMOUNTS + 2),
        series_of(set, "Planned", set->first_bar, set->bar_count, AMOUNTS + 3)};
    const char *code = gp_currency_code(set->sum->currency);
    const struct gp_chart chart = {
        .kind = GP_CHART_BAR,
        .title = gp_print(memory_of(set), "Pool, spent and planned by manager, %s", code),
        .description = gp_print(memory_of(set),
                                "Three bars a manager: pool, spent and planned in %s. The figures "
                                "stand in the table above.",
                                code),
        .series = series,
        .series_count = SERIES,
        .money = true,
        .width = pixels(set, 0, RIGHT_CHART - 1),
        .height = height};
    gp_sheet_chart(set->sheet, set->row, 0, &chart);
}

static void put_kind_chart(const struct set *set) {
    enum { HEIGHT = 300 };
    struct gp_series series[SERIES];
    size_t count = 0;
    static const char *const names[KIND_COLUMNS] = {"", "Pool", "Spent", "Planned"};
    for (size_t i = KIND_POOL; i < KIND_COLUMNS; i++)
        if (has_kind_column(set, i))
            series[count++] = series_of(set, names[i], set->first_kind, GP_PART_COUNT, i);
    const char *code = gp_currency_code(set->sum->currency);
    const struct gp_chart chart = {
        .kind = GP_CHART_BAR,
        .title = gp_print(memory_of(set), "By kind, %s", code),
        .description = gp_print(memory_of(set),
                                "Training, coaching and conferences: the part of the pool, and "
                                "what is known of spent and planned, in %s. The figures stand in "
                                "the table above.",
                                code),
        .series = series,
        .series_count = count,
        .money = true,
        .width = pixels(set, RIGHT_CHART, COLUMNS - 1),
        .height = HEIGHT};
    gp_sheet_chart(set->sheet, set->row, RIGHT_CHART, &chart);
}

size_t gp_put_budget_charts(const struct gp_budget_book *book, struct gp_sheet *sheet, size_t row,
                            const double *widths) {
    for (size_t i = 0; i < book->budget->by_currency_count; i++) {
        struct set set = {.book = book,
                          .sheet = sheet,
                          .sum = &book->budget->by_currency[i],
                          .currency = i,
                          .row = row,
                          .widths = widths};
        if (i == ON_FIRST_PAGE)
            gp_sheet_break_rows(sheet, &row, 1);
        choose_bars(&set);
        put_section(&set);
        put_managers(&set);
        put_kinds(&set);
        unsigned height = manager_height(&set);
        put_manager_chart(&set, height);
        put_kind_chart(&set);
        row = set.row + height / ROW_PIXELS + 2;
    }
    return row;
}
