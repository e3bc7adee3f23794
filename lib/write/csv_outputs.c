#include "model/words.h"
#include "write/table.h"
#include "write/writers.h"

#include <string.h>

static const char *rung_id(const struct gp_ladder *ladder, size_t rung) {
    return rung == GP_NO_RUNG ? "" : ladder->rungs[rung].id;
}

static void add_readiness(struct gp_text_table *table, const struct gp_report *report,
                          size_t person, size_t rung) {
    const struct gp_profile *profile = &report->results->profiles[person];
    const struct gp_readiness *readiness = &profile->readiness[rung];
    gp_text_table_text(table, report->team->people[person].name);
    gp_text_table_text(table, rung_id(report->ladder, report->team->people[person].rung));
    gp_text_table_text(table, rung_id(report->ladder, rung));
    gp_text_table_text(table, profile->target == rung ? "yes" : "no");
    gp_text_table_share(table, readiness->score);
    gp_text_table_share(table, readiness->low);
    gp_text_table_share(table, readiness->high);
    gp_text_table_share(table, readiness->sides[GP_PRODUCT_SIDE]);
    gp_text_table_share(table, readiness->sides[GP_PEOPLE_SIDE]);
    gp_text_table_text(table, gp_band_word(readiness->band));
    gp_text_table_text(table, gp_gate_id(readiness->first_gate));
    gp_text_table_share(table, readiness->raters[GP_SELF]);
    gp_text_table_share(table, readiness->raters[GP_MANAGER]);
    gp_text_table_share(table, readiness->spread);
    gp_text_table_end_row(table);
}

struct gp_bytes gp_readiness_csv(struct gp_memory *memory, const struct gp_report *report) {
    struct gp_text_table table;
    gp_text_table_open(
        &table, memory,
        "person,current,rung,is_target,score,low,high,product_score,people_score,band,"
        "first_gate,self_score,manager_score,spread");
    for (size_t person = 0; person < report->team->person_count; person++)
        for (size_t rung = 0; rung < report->ladder->rung_count; rung++)
            add_readiness(&table, report, person, rung);
    return gp_text_table_bytes(&table);
}

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
