#include "write/grid.h"
#include "write/mentor_words.h"
#include "write/table.h"

static void put_pair(struct gp_text_table *table, const struct gp_report *report,
                     const struct gp_mentoring *pair) {
    struct gp_memory *memory = table->memory;
    gp_text_table_text(table, gp_mentor_name(memory, report, pair->mentee));
    gp_text_table_text(table, gp_mentor_name(memory, report, pair->mentor));
    gp_text_table_number(table, gp_strength_text(memory, pair->strength));
    gp_text_table_number(table, gp_strength_text(memory, 100 * (int64_t)pair->hours_tenths));
    gp_text_table_text(table, gp_helps_names(memory, report, pair));
    gp_text_table_text(table, gp_pair_reasons(memory, report, pair));
    gp_text_table_count(table, pair->round);
    gp_text_table_text(table, NULL);
    gp_text_table_end_row(table);
}

// Nobody beside them: strength, hours and activities are empty, the reason is not.
static void put_alone(struct gp_text_table *table, const struct gp_report *report, size_t person) {
    enum { MENTOR_TO_ACTIVITIES = 4, ROUND_AND_STATUS = 2 };
    gp_text_table_text(table, gp_mentor_name(table->memory, report, person));
    for (size_t i = 0; i < MENTOR_TO_ACTIVITIES; i++)
        gp_text_table_text(table, NULL);
    gp_text_table_text(table, gp_unmatched_words(table->memory, report, person));
    for (size_t i = 0; i < ROUND_AND_STATUS; i++)
        gp_text_table_text(table, NULL);
    gp_text_table_end_row(table);
}

struct gp_bytes gp_mentors_csv(struct gp_memory *memory, const struct gp_report *report) {
    const struct gp_matching *matching = report->matching;
    struct gp_text_table table;
    size_t pair = 0;
    gp_text_table_open(&table, memory,
                       "mentee,mentor,strength,hours_per_month,activities,reasons,round,status");
    for (size_t person = 0; person < report->team->person_count; person++) {
        if (pair == matching->pair_count || matching->pairs[pair].mentee != person)
            put_alone(&table, report, person);
        while (pair < matching->pair_count && matching->pairs[pair].mentee == person)
            put_pair(&table, report, &matching->pairs[pair++]);
    }
    return gp_text_table_bytes(&table);
}
