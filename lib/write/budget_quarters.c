#include "write/budget_parts.h"

// A block a currency: its title, a header of two rows, a row a kind, the sums, and a chart.
enum {
    FIRST = 3,
    HEADER = 1,
    KINDS = 3,
    SUM = KINDS + GP_PART_COUNT,
    CHART = SUM + 5,
    BLOCK = 25,
    BARE = CHART
};
enum { KIND, POOL, QUARTERS, SPENT = QUARTERS + 4, LEFT, COLUMNS };
enum {
    QUARTERS_A_YEAR = 4,
    HEADER_HEIGHT = 20,
    SECTION_HEIGHT = 22,
    LABEL_WIDTH = 36,
    ON_FIRST_PAGE = 2
};

bool gp_budget_has_quarters(const struct gp_budget_book *book) {
    return book->budget->quarter_count > 0;
}

// The first row of a currency's block, and so, of one more, the row behind the last block. Where
// nothing was spent there is no chart.
static size_t top_of(const struct gp_budget_book *book, size_t currency) {
    size_t top = FIRST;
    for (size_t i = 0; i < currency; i++)
        top += book->budget->by_currency[i].spent.minor > 0 ? BLOCK : BARE;
    return top;
}

const char *gp_spent_cell(const struct gp_budget_book *book, size_t currency, size_t kind) {
    return gp_print(book->memory, "'%s'!%s", GP_BUDGET_QUARTERS,
                    gp_ref(book->memory, top_of(book, currency) + KINDS + kind, SPENT));
}

struct block {
    const struct gp_budget_book *book;
    struct gp_sheet *sheet;
    size_t top;
    const struct gp_budget_sum *sum;
    const struct gp_budget_quarter *quarters; // four
};

static struct gp_memory *memory_of(const struct block *block) {
    return block->book->memory;
}

static gp_money money_of(const struct block *block, int64_t minor) {
    return (gp_money){minor, block->sum->currency};
}

static int64_t spent_in(const struct block *block, size_t quarter) {
    int64_t sum = 0;
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        sum += block->quarters[quarter].spent[i].minor;
    return sum;
}

static int64_t spent_on(const struct block *block, size_t kind) {
    int64_t sum = 0;
    for (size_t i = 0; i < QUARTERS_A_YEAR; i++)
        sum += block->quarters[i].spent[kind].minor;
    return sum;
}

static const char *cell(const struct block *block, size_t row, size_t column) {
    return gp_ref(memory_of(block), block->top + row, column);
}

static void put(const struct block *block, size_t row, size_t column, const char *formula,
                int64_t minor) {
    bool total = row == SUM;
    gp_put_formula_number(
        block->sheet, block->top + row, column, formula, gp_budget_value(money_of(block, minor)),
        gp_budget_style(block->sum->currency, total ? GP_LOOK_TOTAL : GP_LOOK_PLAIN));
}

// "=ROUND(SUM(C7:F7),2)"
static const char *sum_formula(const struct block *block, size_t row, size_t column,
                               size_t last_row, size_t last_column) {
    return gp_print(memory_of(block), "=ROUND(SUM(%s:%s),%u)", cell(block, row, column),
                    cell(block, last_row, last_column), gp_currency_decimals(block->sum->currency));
}

static const char *difference(const struct block *block, const char *from, const char *less) {
    return gp_print(memory_of(block), "=ROUND(%s-%s,%u)", from, less,
                    gp_currency_decimals(block->sum->currency));
}

static void put_header(const struct block *block) {
    const char *code = gp_currency_code(block->sum->currency);
    gp_put_text(block->sheet, block->top, 0, gp_print(memory_of(block), "Spent in %s", code),
                GP_STYLE_SECTION);
    for (size_t column = 1; column < COLUMNS; column++)
        gp_put_blank(block->sheet, block->top, column, GP_STYLE_SECTION);
    gp_sheet_height(block->sheet, block->top, SECTION_HEIGHT);
    gp_put_text(block->sheet, block->top + HEADER, KIND, "Kind", GP_STYLE_HEADER);
    gp_put_text(block->sheet, block->top + HEADER, POOL, "Pool", GP_STYLE_HEADER_RIGHT);
    for (size_t i = 0; i < QUARTERS_A_YEAR; i++)
        gp_put_text(block->sheet, block->top + HEADER, QUARTERS + i,
                    gp_print(memory_of(block), "Quarter %zu", i + 1), GP_STYLE_HEADER_RIGHT);
    gp_put_text(block->sheet, block->top + HEADER, SPENT, "Spent", GP_STYLE_HEADER_RIGHT);
    gp_put_text(block->sheet, block->top + HEADER, LEFT, "Remaining", GP_STYLE_HEADER_RIGHT);
    gp_sheet_height(block->sheet, block->top + HEADER, HEADER_HEIGHT);
    for (size_t column = 0; column < COLUMNS; column++)
        gp_put_blank(block->sheet, block->top + HEADER + 1, column, GP_STYLE_HEADER_RIGHT);
    for (size_t i = 0; i < QUARTERS_A_YEAR; i++)
        gp_put_text(block->sheet, block->top + HEADER + 1, QUARTERS + i,
                    gp_print(memory_of(block), "to %s",
                             gp_date_text(memory_of(block), block->quarters[i].last)),
                    GP_STYLE_HEADER_RIGHT);
}

static void put_kind(const struct block *block, size_t kind) {
    size_t row = KINDS + kind;
    enum gp_amount part = (enum gp_amount)(GP_AMOUNT_PARTS + kind);
    int64_t pool = gp_amount_of(block->sum, part).minor, spent = spent_on(block, kind);
    const char *code = gp_currency_code(block->sum->currency);
    gp_put_text(block->sheet, block->top + row, KIND, gp_part_title((enum gp_part)kind),
                GP_STYLE_TEXT);
    put(block, row, POOL,
        gp_budget_sum(block->book, part, block->sum->currency,
                      gp_print(memory_of(block), "%s,\"%s\"",
                               gp_pay_range(block->book, GP_PAY_CURRENCY), code)),
        pool);
    for (size_t i = 0; i < QUARTERS_A_YEAR; i++)
        gp_put_number(block->sheet, block->top + row, QUARTERS + i,
                      gp_budget_value(block->quarters[i].spent[kind]),
                      gp_budget_style(block->sum->currency, GP_LOOK_PLAIN));
    put(block, row, SPENT, sum_formula(block, row, QUARTERS, row, SPENT - 1), spent);
    put(block, row, LEFT, difference(block, cell(block, row, POOL), cell(block, row, SPENT)),
        pool - spent);
}

static void put_sums(const struct block *block) {
    int64_t pool = block->sum->pool.minor, spent = block->sum->spent.minor;
    gp_put_text(block->sheet, block->top + SUM, KIND, "Together", GP_STYLE_TOTAL);
    put(block, SUM, POOL, sum_formula(block, KINDS, POOL, SUM - 1, POOL), pool);
    for (size_t i = 0; i < QUARTERS_A_YEAR; i++)
        put(block, SUM, QUARTERS + i,
            sum_formula(block, KINDS, QUARTERS + i, SUM - 1, QUARTERS + i), spent_in(block, i));
    put(block, SUM, SPENT, sum_formula(block, KINDS, SPENT, SUM - 1, SPENT), spent);
    put(block, SUM, LEFT, difference(block, cell(block, SUM, POOL), cell(block, SUM, SPENT)),
        pool - spent);
}

// Below the sums: what was carried over, and what remains of both at the end of each quarter.
static void put_remaining(const struct block *block) {
    const char *code = gp_currency_code(block->sum->currency);
    int64_t carried = block->sum->carry_over.minor;
    int64_t remaining = block->sum->pool.minor + carried;
    gp_put_text(block->sheet, block->top + SUM + 1, KIND, "Carried over from last year",
                GP_STYLE_TEXT);
    put(block, SUM + 1, POOL,
        gp_budget_sum(block->book, GP_AMOUNT_CARRY_OVER, block->sum->currency,
                      gp_print(memory_of(block), "%s,\"%s\"",
                               gp_pay_range(block->book, GP_PAY_CURRENCY), code)),
        carried);
    gp_put_text(block->sheet, block->top + SUM + 2, KIND, "Left at the end of the quarter",
                GP_STYLE_TEXT);
    put(block, SUM + 2, POOL,
        gp_print(memory_of(block), "=ROUND(%s+%s,%u)", cell(block, SUM, POOL),
                 cell(block, SUM + 1, POOL), gp_currency_decimals(block->sum->currency)),
        remaining);
    for (size_t i = 0; i < QUARTERS_A_YEAR; i++) {
        remaining -= spent_in(block, i);
        put(block, SUM + 2, QUARTERS + i,
            difference(block, cell(block, SUM + 2, QUARTERS + i - 1),
                       cell(block, SUM, QUARTERS + i)),
            remaining);
    }
}

static void put_chart(const struct block *block) {
    enum { WIDTH = 860, HEIGHT = 280 };
    struct gp_memory *memory = memory_of(block);
    struct gp_series series[GP_PART_COUNT];
    const char *quarters = gp_print(memory, "=%s",
                                    gp_ref_range(memory, GP_BUDGET_QUARTERS, block->top + HEADER,
                                                 QUARTERS, block->top + HEADER, SPENT - 1));
    for (size_t i = 0; i < GP_PART_COUNT; i++) {
        size_t row = block->top + KINDS + i;
        series[i] = (struct gp_series){
            gp_part_title((enum gp_part)i), quarters,
            gp_print(memory, "=%s",
                     gp_ref_range(memory, GP_BUDGET_QUARTERS, row, QUARTERS, row, SPENT - 1))};
    }
    const char *code = gp_currency_code(block->sum->currency);
    const struct gp_chart chart = {
        .kind = GP_CHART_STACK,
        .title = gp_print(memory, "Spent by quarter, %s", code),
        .description = gp_print(memory,
                                "A column a quarter of the budget year: what was spent in %s on "
                                "training, coaching and conferences, one upon another. The figures "
                                "stand in the table above.",
                                code),
        .series = series,
        .series_count = GP_PART_COUNT,
        .money = true,
        .width = WIDTH,
        .height = HEIGHT};
    gp_sheet_chart(block->sheet, block->top + CHART - 1, 0, &chart);
}

static const char *subtitle(const struct gp_budget_book *book) {
    const struct gp_budget *budget = book->budget;
    const char *text = gp_print(book->memory,
                                "The budget year from %s to %s. Remaining of a kind: "
                                "its part of the pools less what was spent on it.",
                                gp_date_text(book->memory, budget->terms.year_first),
                                gp_date_text(book->memory, budget->terms.year_last));
    if (budget->outside_year > 0)
        text = gp_print(book->memory, "%s Of other years, and passed over: %zu.", text,
                        budget->outside_year);
    if (budget->without_line > 0)
        text = gp_print(book->memory, "%s On people without a salary, in no sum: %zu.", text,
                        budget->without_line);
    return text;
}

void gp_put_budget_quarters(const struct gp_budget_book *book, struct gp_sheet *sheet) {
    const struct gp_budget *budget = book->budget;
    gp_put_budget_title(sheet, "Plan against actual, by quarter", subtitle(book));
    gp_sheet_width(sheet, KIND, KIND, LABEL_WIDTH);
    gp_sheet_width(sheet, POOL, LEFT, gp_budget_width(book, GP_AMOUNT_POOL, 14));
    for (size_t i = 0; i < budget->by_currency_count; i++) {
        const struct block block = {.book = book,
                                    .sheet = sheet,
                                    .top = top_of(book, i),
                                    .sum = &budget->by_currency[i],
                                    .quarters = &budget->quarters[i * QUARTERS_A_YEAR]};
        if (i == ON_FIRST_PAGE)
            gp_sheet_break_rows(sheet, &block.top, 1);
        put_header(&block);
        for (size_t kind = 0; kind < GP_PART_COUNT; kind++)
            put_kind(&block, kind);
        put_sums(&block);
        put_remaining(&block);
        if (block.sum->spent.minor > 0)
            put_chart(&block);
    }
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, false, 0, 0, 0);
    gp_sheet_print_area(sheet, top_of(book, budget->by_currency_count) - 1, LEFT);
}
