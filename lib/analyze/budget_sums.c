#include "analyze/budget_sums.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { AMOUNTS = 7 + GP_PART_COUNT };

// The amounts of a line, in the order of amounts_in().
static void amounts_of(const struct gp_budget_line *line, gp_money amounts[AMOUNTS]) {
    const gp_money found[AMOUNTS] = {line->salary,
                                     line->pool,
                                     line->carry_over,
                                     line->spent,
                                     line->left,
                                     line->choice.planned,
                                     line->open,
                                     line->parts[GP_PART_TRAINING],
                                     line->parts[GP_PART_COACHING],
                                     line->parts[GP_PART_CONFERENCES]};
    memcpy(amounts, found, sizeof found);
}

static void amounts_in(struct gp_budget_sum *sum, gp_money *amounts[AMOUNTS]) {
    gp_money *const found[AMOUNTS] = {&sum->salary,
                                      &sum->pool,
                                      &sum->carry_over,
                                      &sum->spent,
                                      &sum->left,
                                      &sum->planned,
                                      &sum->open,
                                      &sum->parts[GP_PART_TRAINING],
                                      &sum->parts[GP_PART_COACHING],
                                      &sum->parts[GP_PART_CONFERENCES]};
    memcpy(amounts, found, sizeof found);
}

struct gp_budget_sum gp_budget_sum_start(gp_currency currency) {
    struct gp_budget_sum sum = {.currency = currency};
    gp_money *amounts[AMOUNTS];
    amounts_in(&sum, amounts);
    for (size_t i = 0; i < AMOUNTS; i++)
        amounts[i]->currency = currency;
    return sum;
}

static void add_amounts(struct gp_budget_sum *sum, const gp_money amounts[AMOUNTS]) {
    gp_money *sums[AMOUNTS];
    amounts_in(sum, sums);
    for (size_t i = 0; i < AMOUNTS; i++) {
        bool fits = gp_money_add(*sums[i], amounts[i], sums[i]);
        assert(fits);
    }
}

void gp_budget_sum_line(struct gp_budget_sum *sum, const struct gp_budget_line *line) {
    gp_money amounts[AMOUNTS];
    amounts_of(line, amounts);
    add_amounts(sum, amounts);
    sum->headcount++;
    sum->trained += line->spent.minor > 0;
    sum->closed += line->choice.closed;
}

void gp_budget_sum_sum(struct gp_budget_sum *sum, const struct gp_budget_sum *other) {
    struct gp_budget_sum copy = *other;
    gp_money *others[AMOUNTS], amounts[AMOUNTS];
    amounts_in(&copy, others);
    for (size_t i = 0; i < AMOUNTS; i++)
        amounts[i] = *others[i];
    add_amounts(sum, amounts);
    sum->headcount += other->headcount;
    sum->trained += other->trained;
    sum->closed += other->closed;
}

// Adds the amounts of a line without their signs. False when one does not fit.
static bool add_sizes(const struct gp_budget_line *line, int64_t sizes[AMOUNTS]) {
    gp_money amounts[AMOUNTS];
    amounts_of(line, amounts);
    for (size_t i = 0; i < AMOUNTS; i++) {
        int64_t minor = amounts[i].minor;
        if (minor == INT64_MIN ||
            __builtin_add_overflow(sizes[i], minor < 0 ? -minor : minor, &sizes[i]))
            return false;
    }
    return true;
}

// A line with what it is grouped by.
struct entry {
    const struct gp_budget_line *line;
    size_t rung; // the same in all entries where rungs are not asked for
};

static int compare_entries(const void *a, const void *b) {
    const struct entry *one = a, *other = b;
    if (one->rung != other->rung) // GP_NO_RUNG is the largest
        return one->rung < other->rung ? -1 : 1;
    int order = strcmp(gp_currency_code(one->line->salary.currency),
                       gp_currency_code(other->line->salary.currency));
    return order != 0 ? order : (one->line > other->line) - (one->line < other->line);
}

static bool same_group(const struct entry *a, const struct entry *b) {
    return a->rung == b->rung && a->line->salary.currency == b->line->salary.currency;
}

static bool all_fits(struct gp_memory *memory, const struct gp_team *team,
                     const struct gp_budget *budget, struct gp_messages *messages) {
    int64_t *sizes = gp_alloc(memory, (size_t)UINT8_MAX + 1, AMOUNTS * sizeof *sizes);
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_budget_line *line = &budget->lines[i];
        gp_currency currency = line->salary.currency;
        if (!add_sizes(line, &sizes[(size_t)currency * AMOUNTS]))
            return gp_error(
                messages, team->people[line->person].at,
                "the amounts in %s add up to more than can be counted; check the salaries",
                gp_currency_code(currency));
    }
    return true;
}

// The sums of the groups of `entries`, in order.
static struct gp_budget_rung *sum_groups(struct gp_memory *memory, struct entry *entries,
                                         size_t count, size_t *used) {
    struct gp_budget_rung *sums = gp_alloc(memory, count, sizeof *sums);
    *used = 0;
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !same_group(&entries[i - 1], &entries[i]))
            sums[(*used)++] = (struct gp_budget_rung){
                entries[i].rung, gp_budget_sum_start(entries[i].line->salary.currency)};
        gp_budget_sum_line(&sums[*used - 1].sum, entries[i].line);
    }
    return sums;
}

bool gp_budget_sums(struct gp_memory *memory, const struct gp_budget_input *input,
                    struct gp_messages *messages, struct gp_budget *budget) {
    if (!all_fits(memory, input->team, budget, messages))
        return false;
    size_t count = budget->line_count;
    struct entry *entries = gp_alloc(memory, count, sizeof *entries);
    for (size_t i = 0; i < count; i++)
        entries[i] = (struct entry){&budget->lines[i], GP_NO_RUNG};
    const struct gp_budget_rung *all =
        sum_groups(memory, entries, count, &budget->by_currency_count);
    budget->by_currency = gp_alloc(memory, budget->by_currency_count, sizeof *budget->by_currency);
    for (size_t i = 0; i < budget->by_currency_count; i++)
        budget->by_currency[i] = all[i].sum;
    for (size_t i = 0; i < count; i++)
        entries[i].rung = input->team->people[entries[i].line->person].rung;
    budget->by_rung = sum_groups(memory, entries, count, &budget->by_rung_count);
    return true;
}
