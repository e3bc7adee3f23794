#include "write/budget_words.h"
#include "write/json.h"

// What every part of the document is written from.
struct document {
    struct gp_json *json;
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_budget *budget;
};

static void put_money(const struct document *document, const char *key, gp_money money) {
    gp_json_text(document->json, key,
                 money.currency == GP_NO_CURRENCY ? NULL : gp_money_text(document->memory, money));
}

static void put_date(const struct document *document, const char *key, gp_date date) {
    gp_json_text(document->json, key,
                 gp_date_known(date) ? gp_date_text(document->memory, date) : NULL);
}

static void put_person(const struct document *document, const char *key, size_t person) {
    gp_json_text(document->json, key, document->report->team->people[person].name);
}

static void put_levels(const struct document *document, const char *key, int64_t levels) {
    gp_json_text(document->json, key, gp_levels_text(document->memory, levels));
}

static void put_terms(const struct document *document) {
    struct gp_json *json = document->json;
    const struct gp_budget *budget = document->budget;
    put_date(document, "as_of", document->report->as_of);
    put_date(document, "year_first", budget->terms.year_first);
    put_date(document, "year_last", budget->terms.year_last);
    gp_json_yes_no(json, "prorated", budget->terms.prorate);
    gp_json_yes_no(json, "pooled", budget->terms.pooled);
    gp_json_text(json, "rate",
                 gp_rate_text(document->memory, document->report->policy->budget_ppm));
    gp_json_count(json, "people_with_salary", budget->line_count);
    gp_json_count(json, "people_without_salary", budget->without_salary);
    gp_json_count(json, "people_trained", budget->trained);
    gp_json_share(
        json, "share_trained",
        gp_share((int64_t)budget->trained, (int64_t)(budget->line_count + budget->without_salary)));
    gp_json_count(json, "expenses_of_other_years", budget->outside_year);
    gp_json_count(json, "expenses_without_salary", budget->without_line);
}

// The members of a sum, in the object that is open.
static void put_sum(const struct document *document, const struct gp_budget_sum *sum) {
    struct gp_json *json = document->json;
    int64_t share = gp_of_payroll(sum);
    gp_json_count(json, "headcount", sum->headcount);
    gp_json_count(json, "with_anything_spent", sum->trained);
    for (size_t i = 0; i < GP_AMOUNT_COUNT; i++)
        put_money(document, gp_amount_id((enum gp_amount)i), gp_amount_of(sum, (enum gp_amount)i));
    put_money(document, "per_head", gp_per_head(sum));
    gp_json_text(json, "of_payroll",
                 share < 0 ? NULL
                           : gp_print(document->memory, "%lld.%04lld", (long long)(share / 10000),
                                      (long long)(share % 10000)));
    if (!gp_has_catalogue(document->report))
        return;
    put_levels(document, "levels_closed", sum->closed);
    put_money(document, "cost_per_level", gp_per_level(sum->planned, sum->closed));
}

static void put_totals(const struct document *document) {
    struct gp_json *json = document->json;
    gp_json_array(json, "by_currency");
    for (size_t i = 0; i < document->budget->by_currency_count; i++) {
        gp_json_object(json, NULL);
        gp_json_text(json, "currency", gp_currency_code(document->budget->by_currency[i].currency));
        put_sum(document, &document->budget->by_currency[i]);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_managers(const struct document *document) {
    struct gp_json *json = document->json;
    gp_json_array(json, "by_manager");
    for (size_t i = 0; i < document->budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &document->budget->by_manager[i];
        gp_json_object(json, NULL);
        gp_json_text(json, "manager", total->manager_name[0] == '\0' ? NULL : total->manager_name);
        gp_json_count(json, "depth", total->depth);
        gp_json_text(json, "currency", gp_currency_code(total->direct.currency));
        gp_json_object(json, "direct");
        put_sum(document, &total->direct);
        gp_json_end(json);
        gp_json_object(json, "whole");
        put_sum(document, &total->whole);
        gp_json_end(json);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_rungs(const struct document *document) {
    struct gp_json *json = document->json;
    gp_json_array(json, "by_rung");
    for (size_t i = 0; i < document->budget->by_rung_count; i++) {
        const struct gp_budget_rung *rung = &document->budget->by_rung[i];
        gp_json_object(json, NULL);
        gp_json_text(json, "rung",
                     rung->rung == GP_NO_RUNG ? NULL
                                              : document->report->ladder->rungs[rung->rung].id);
        gp_json_text(json, "currency", gp_currency_code(rung->sum.currency));
        put_sum(document, &rung->sum);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_course(const struct document *document, const struct gp_budget_line *line,
                       size_t which) {
    struct gp_json *json = document->json;
    const struct gp_course *course = &document->report->courses->items[line->choice.courses[which]];
    size_t count = 0;
    int64_t closed = 0;
    const struct gp_lesson *lessons =
        gp_lessons_of(document->memory, document->report, line, which, &count, &closed);
    gp_json_object(json, NULL);
    gp_json_text(json, "course", course->name);
    gp_json_text(json, "provider", course->provider[0] == '\0' ? NULL : course->provider);
    gp_json_text(json, "kind", gp_part_id(course->kind));
    gp_json_yes_no(json, "workshop", course->group);
    put_money(document, "cost", line->choice.costs[which]);
    put_levels(document, "levels_closed", closed);
    put_money(document, "cost_per_level", gp_per_level(line->choice.costs[which], closed));
    gp_json_array(json, "teaches");
    for (size_t i = 0; i < count; i++) {
        gp_json_object(json, NULL);
        gp_json_text(json, "activity",
                     document->report->ladder->activities[lessons[i].activity].name);
        gp_json_level(json, "from", lessons[i].from);
        gp_json_level(json, "to", 1000 * lessons[i].to);
        gp_json_end(json);
    }
    gp_json_end(json);
    gp_json_end(json);
}

static void put_choice(const struct document *document, const struct gp_budget_line *line) {
    struct gp_json *json = document->json;
    const struct gp_choice *choice = &line->choice;
    gp_json_array(json, "courses");
    for (size_t i = 0; i < choice->count; i++)
        put_course(document, line, i);
    gp_json_end(json);
    put_levels(document, "levels_closed", choice->closed);
    put_money(document, "cost_per_level", gp_per_level(choice->planned, choice->closed));
    gp_json_yes_no(json, "exact", choice->exact);
    if (choice->open == GP_NO_ACTIVITY) {
        gp_json_null(json, "largest_gap_not_reached");
        return;
    }
    gp_json_object(json, "largest_gap_not_reached");
    gp_json_text(json, "activity", document->report->ladder->activities[choice->open].name);
    gp_json_level(json, "levels", choice->open_gap);
    gp_json_end(json);
}

static void put_line(const struct document *document, const struct gp_budget_line *line) {
    struct gp_json *json = document->json;
    const char *manager = gp_budget_manager(document->report->team, line->person);
    gp_json_object(json, NULL);
    put_person(document, "person", line->person);
    gp_json_text(json, "manager", manager[0] == '\0' ? NULL : manager);
    gp_json_text(json, "currency", gp_currency_code(line->salary.currency));
    put_money(document, "salary", line->salary);
    gp_json_text(json, "rate", gp_rate_text(document->memory, line->rate_ppm));
    put_money(document, "full_pool", line->full);
    gp_json_text(json, "fte", gp_rate_text(document->memory, line->fte_ppm));
    gp_json_count(json, "days", (size_t)line->days);
    put_money(document, "pool", line->pool);
    for (size_t part = 0; part < GP_PART_COUNT; part++)
        put_money(document, gp_part_id((enum gp_part)part), line->parts[part]);
    put_money(document, "carry_over", line->carry_over);
    put_money(document, "spent", line->spent);
    put_money(document, "left", line->left);
    put_money(document, "planned", (gp_money){line->choice.planned.minor, line->salary.currency});
    put_money(document, "open", line->open);
    gp_json_yes_no(json, "overspent", line->left.minor < 0);
    if (gp_has_catalogue(document->report))
        put_choice(document, line);
    gp_json_end(json);
}

static void put_workshops(const struct document *document) {
    struct gp_json *json = document->json;
    gp_json_array(json, "workshops");
    for (size_t i = 0; i < document->budget->workshop_count; i++) {
        const struct gp_workshop *workshop = &document->budget->workshops[i];
        const struct gp_course *course = &document->report->courses->items[workshop->course];
        gp_json_object(json, NULL);
        gp_json_text(json, "course", course->name);
        gp_json_text(json, "currency", gp_currency_code(course->price.currency));
        put_money(document, "price", course->price);
        put_levels(document, "levels_closed", workshop->closed);
        put_money(document, "cost_per_level", gp_per_level(course->price, workshop->closed));
        gp_json_array(json, "people");
        for (size_t j = 0; j < workshop->people_count; j++) {
            gp_json_object(json, NULL);
            put_person(document, "person", workshop->people[j]);
            put_money(document, "pays",
                      gp_workshop_share(document->budget, workshop->people[j], workshop->course));
            gp_json_end(json);
        }
        gp_json_end(json);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_quarters(const struct document *document) {
    struct gp_json *json = document->json;
    gp_json_array(json, "quarters");
    for (size_t i = 0; i < document->budget->quarter_count; i++) {
        const struct gp_budget_quarter *quarter = &document->budget->quarters[i];
        gp_json_object(json, NULL);
        gp_json_text(json, "currency", gp_currency_code(quarter->currency));
        gp_json_count(json, "quarter", (size_t)quarter->quarter.quarter);
        put_date(document, "first", quarter->first);
        put_date(document, "last", quarter->last);
        for (size_t part = 0; part < GP_PART_COUNT; part++)
            put_money(document, gp_part_id((enum gp_part)part), quarter->spent[part]);
        gp_json_end(json);
    }
    gp_json_end(json);
}

struct gp_bytes gp_budget_json(struct gp_memory *memory, const struct gp_report *report,
                               const struct gp_budget *budget) {
    struct gp_json *json = gp_json_open(memory);
    const struct document document = {json, memory, report, budget};
    put_terms(&document);
    put_totals(&document);
    put_managers(&document);
    put_rungs(&document);
    gp_json_array(json, "people");
    for (size_t i = 0; i < budget->line_count; i++)
        put_line(&document, &budget->lines[i]);
    gp_json_end(json);
    if (gp_has_catalogue(report))
        put_workshops(&document);
    if (budget->quarter_count > 0)
        put_quarters(&document);
    return gp_json_close(json);
}
