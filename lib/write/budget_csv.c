#include "model/pay.h"
#include "write/budget_parts.h"
#include "write/table.h"
#include "write/writers.h"

#include <string.h>

// 30000 millionths are "0.03", 32500 are "0.0325": two decimals, and more where there are more.
static const char *rate_text(struct gp_memory *memory, int32_t ppm) {
    enum { SHORTEST = 4 }; // "0.03"
    char *text = gp_print(memory, "%d.%06d", (int)(ppm / 1000000), (int)(ppm % 1000000));
    for (size_t length = strlen(text); length > SHORTEST && text[length - 1] == '0'; length--)
        text[length - 1] = '\0';
    return text;
}

struct gp_bytes gp_budget_csv(struct gp_memory *memory, const struct gp_report *report,
                              const struct gp_budget *budget) {
    struct gp_text_table table;
    gp_text_table_open(
        &table, memory,
        "person,manager,currency,salary,rate,pool,training,coaching,conferences,spent,"
        "left");
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_budget_line *line = &budget->lines[i];
        gp_text_table_text(&table, report->team->people[line->person].name);
        gp_text_table_text(&table, gp_budget_manager(report->team, line->person));
        gp_text_table_text(&table, gp_currency_code(line->salary.currency));
        gp_text_table_number(&table, gp_money_text(memory, line->salary));
        gp_text_table_number(&table, rate_text(memory, line->rate_ppm));
        gp_text_table_number(&table, gp_money_text(memory, line->pool));
        for (size_t part = 0; part < GP_PART_COUNT; part++)
            gp_text_table_number(&table, gp_money_text(memory, line->parts[part]));
        gp_text_table_number(&table, gp_money_text(memory, line->spent));
        gp_text_table_number(&table, gp_money_text(memory, line->left));
        gp_text_table_end_row(&table);
    }
    return gp_text_table_bytes(&table);
}
