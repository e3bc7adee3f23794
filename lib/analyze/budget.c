// Rule "Budget": each person's line is rounded by itself; totals are sums of rounded lines, per
// currency, never across.
#include "analyze/analyze.h"

#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

// A line with what it is grouped and ordered by. Off the roster, a manager is known by the folded
// name alone; on it, two of one name are two.
struct entry {
    const struct gp_budget_line *line;
    size_t manager;
    const char *manager_key, *manager_name;
};

static int32_t rate_of(const struct gp_policy *policy, const struct gp_person *person,
                       const struct gp_pay *pay) {
    if (pay->rate_ppm >= 0)
        return pay->rate_ppm;
    if (person->rung != GP_NO_RUNG && policy->rung_budget_ppm[person->rung] >= 0)
        return policy->rung_budget_ppm[person->rung];
    return policy->budget_ppm;
}

static struct gp_budget_line make_line(const struct gp_policy *policy, const struct gp_team *team,
                                       size_t person, const struct gp_pay *pay) {
    gp_currency currency = pay->salary.currency;
    assert(pay->spent.minor == 0 || pay->spent.currency == currency);
    struct gp_budget_line line = {.person = person, .salary = pay->salary};
    line.rate_ppm = rate_of(policy, &team->people[person], pay);
    line.pool = gp_money_share(line.salary, line.rate_ppm);
    gp_money_split(line.pool, policy->part_percents, line.parts, GP_PART_COUNT);
    line.spent = (gp_money){pay->spent.minor, currency};
    line.left = (gp_money){line.pool.minor - line.spent.minor, currency};
    return line;
}

static void make_lines(struct gp_memory *memory, const struct gp_policy *policy,
                       const struct gp_team *team, const struct gp_payroll *payroll,
                       struct gp_budget *budget) {
    budget->lines = gp_alloc(memory, team->person_count, sizeof *budget->lines);
    for (size_t i = 0; i < team->person_count; i++) {
        const struct gp_pay *pay = &payroll->items[i];
        budget->trained += pay->spent.minor > 0;
        if (pay->known)
            budget->lines[budget->line_count++] = make_line(policy, team, i, pay);
        else
            budget->without_salary += team->people[i].on_roster;
    }
}

// By manager's folded name; nobody's people first. Names without a letter or digit have no key.
static int compare_managers(const struct entry *a, const struct entry *b) {
    int order = strcmp(a->manager_key, b->manager_key);
    if (order == 0 && a->manager_key[0] == '\0')
        order = strcmp(a->manager_name, b->manager_name);
    return order != 0 ? order : (a->manager > b->manager) - (a->manager < b->manager);
}

static const char *code_of(const struct entry *entry) {
    return gp_currency_code(entry->line->salary.currency);
}

static bool same_group(const struct entry *a, const struct entry *b) {
    return compare_managers(a, b) == 0 && strcmp(code_of(a), code_of(b)) == 0;
}

static int compare_entries(const void *a, const void *b) {
    const struct entry *one = a, *other = b;
    int order = compare_managers(one, other);
    if (order == 0)
        order = strcmp(code_of(one), code_of(other));
    if (order == 0)
        order = (one->line > other->line) - (one->line < other->line);
    return order;
}

static bool add_line(const struct gp_budget_line *line, struct gp_budget_sum *sum) {
    bool fits = gp_money_add(sum->salary, line->salary, &sum->salary) &&
                gp_money_add(sum->pool, line->pool, &sum->pool) &&
                gp_money_add(sum->spent, line->spent, &sum->spent) &&
                gp_money_add(sum->left, line->left, &sum->left);
    for (size_t i = 0; i < GP_PART_COUNT; i++)
        fits = fits && gp_money_add(sum->parts[i], line->parts[i], &sum->parts[i]);
    sum->headcount++;
    return fits;
}

static struct gp_budget_sum start_sum(gp_currency currency) {
    gp_money nothing = {0, currency};
    return (struct gp_budget_sum){.currency = currency,
                                  .salary = nothing,
                                  .pool = nothing,
                                  .parts = {nothing, nothing, nothing},
                                  .spent = nothing,
                                  .left = nothing};
}

// Sorts the entries and sums each group. NULL, with a message, when a sum does not fit.
static struct gp_budget_total *sum_groups(struct gp_memory *memory, const struct gp_team *team,
                                          struct entry *entries, size_t count,
                                          struct gp_messages *messages, size_t *total_count) {
    struct gp_budget_total *totals = gp_alloc(memory, count, sizeof *totals);
    size_t used = 0;
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !same_group(&entries[i - 1], &entries[i]))
            totals[used++] =
                (struct gp_budget_total){.manager = entries[i].manager,
                                         .manager_name = entries[i].manager_name,
                                         .direct = start_sum(entries[i].line->salary.currency)};
        if (!add_line(entries[i].line, &totals[used - 1].direct)) {
            gp_error(messages, team->people[entries[i].line->person].at,
                     "the amounts in %s add up to more than can be counted; check the salaries",
                     code_of(&entries[i]));
            return NULL;
        }
    }
    *total_count = used;
    return totals;
}

static struct entry entry_of(struct gp_memory *memory, const struct gp_team *team,
                             const struct gp_budget_line *line) {
    const struct gp_person *person = &team->people[line->person];
    if (person->manager != GP_NO_PERSON) {
        const struct gp_person *manager = &team->people[person->manager];
        return (struct entry){line, person->manager, manager->key, manager->name};
    }
    const char *key = gp_text_key(memory, person->manager_name);
    return (struct entry){line, GP_NO_PERSON, key, person->manager_name};
}

bool gp_analyze_budget(struct gp_memory *memory, const struct gp_budget_input *input,
                       struct gp_messages *messages, struct gp_budget *budget) {
    const struct gp_team *team = input->team;
    struct gp_budget made = {.terms = input->terms};
    make_lines(memory, input->policy, team, input->payroll, &made);
    struct entry *entries = gp_alloc(memory, made.line_count, sizeof *entries);
    for (size_t i = 0; i < made.line_count; i++)
        entries[i] = (struct entry){&made.lines[i], GP_NO_PERSON, "", ""};
    struct gp_budget_total *by_currency =
        sum_groups(memory, team, entries, made.line_count, messages, &made.by_currency_count);
    if (by_currency == NULL)
        return false;
    made.by_currency = gp_alloc(memory, made.by_currency_count, sizeof *made.by_currency);
    for (size_t i = 0; i < made.by_currency_count; i++)
        made.by_currency[i] = by_currency[i].direct;
    for (size_t i = 0; i < made.line_count; i++)
        entries[i] = entry_of(memory, team, &made.lines[i]);
    made.by_manager =
        sum_groups(memory, team, entries, made.line_count, messages, &made.by_manager_count);
    if (made.by_manager == NULL)
        return false;
    *budget = made;
    return true;
}
