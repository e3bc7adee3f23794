#include "write/budget_words.h"
#include "write/table.h"

// "Workshop; Conference", in catalogue order.
static const char *course_names(struct gp_memory *memory, const struct gp_report *report,
                                const struct gp_choice *choice) {
    const char *names = "";
    for (size_t i = 0; i < choice->count; i++)
        names = gp_print(memory, "%s%s%s", names, i == 0 ? "" : "; ",
                         report->courses->items[choice->courses[i]].name);
    return names;
}

static void put_money(struct gp_text_table *table, gp_money money) {
    gp_text_table_number(table, gp_money_text(table->memory, money));
}

static void put_line(struct gp_text_table *table, const struct gp_report *report,
                     const struct gp_budget_line *line) {
    struct gp_memory *memory = table->memory;
    gp_text_table_text(table, report->team->people[line->person].name);
    gp_text_table_text(table, gp_budget_manager(report->team, line->person));
    gp_text_table_text(table, gp_currency_code(line->salary.currency));
    put_money(table, line->salary);
    gp_text_table_number(table, gp_rate_text(memory, line->rate_ppm));
    put_money(table, line->pool);
    for (size_t part = 0; part < GP_PART_COUNT; part++)
        put_money(table, line->parts[part]);
    put_money(table, line->spent);
    put_money(table, line->left);
    put_money(table, line->carry_over);
    gp_text_table_number(table, gp_rate_text(memory, line->fte_ppm));
    gp_text_table_number(table,
                         line->year_days == 0 ? "" : gp_print(memory, "%d", (int)line->days));
    put_money(table, line->choice.planned);
    put_money(table, line->open);
    gp_text_table_text(table, course_names(memory, report, &line->choice));
    gp_text_table_end_row(table);
}

struct gp_bytes gp_budget_csv(struct gp_memory *memory, const struct gp_report *report,
                              const struct gp_budget *budget) {
    struct gp_text_table table;
    gp_text_table_open(&table, memory,
                       "person,manager,currency,salary,rate,pool,training,coaching,conferences,"
                       "spent,left,carry_over,fte,days,planned,open,courses");
    for (size_t i = 0; i < budget->line_count; i++)
        put_line(&table, report, &budget->lines[i]);
    return gp_text_table_bytes(&table);
}
