#include "write/table.h"
#include "write/writers.h"

#include <string.h>

// "Ann; Ben"
static const char *joined_names(struct gp_memory *memory, const struct gp_team *team,
                                const size_t *people, size_t count) {
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += strlen(team->people[people[i]].name) + 2;
    char *names = gp_alloc(memory, length + 1, 1), *end = names;
    for (size_t i = 0; i < count; i++) {
        const char *name = team->people[people[i]].name;
        if (i > 0) {
            memcpy(end, "; ", 2);
            end += 2;
        }
        memcpy(end, name, strlen(name));
        end += strlen(name);
    }
    return names;
}

struct gp_bytes gp_coverage_csv(struct gp_memory *memory, const struct gp_report *report) {
    const struct gp_ladder *ladder = report->ladder;
    struct gp_text_table table;
    gp_text_table_open(&table, memory,
                       "facet,activity,rated,able,able_names,interested,expected_by");
    for (size_t i = 0; i < ladder->activity_count; i++) {
        const struct gp_activity *activity = &ladder->activities[i];
        const struct gp_coverage *coverage = &report->results->coverage[i];
        gp_text_table_text(&table, ladder->facets[activity->facet].name);
        gp_text_table_text(&table, activity->name);
        gp_text_table_count(&table, coverage->rated);
        gp_text_table_count(&table, coverage->able_count);
        gp_text_table_text(
            &table, joined_names(memory, report->team, coverage->able, coverage->able_count));
        gp_text_table_count(&table, coverage->interested);
        gp_text_table_count(&table, coverage->expected_by);
        gp_text_table_end_row(&table);
    }
    return gp_text_table_bytes(&table);
}
