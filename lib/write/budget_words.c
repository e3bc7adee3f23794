#include "write/budget_words.h"

#include <assert.h>
#include <string.h>

// A sum of 10^18 minor units x 10^4 is over 64 bits.
__extension__ typedef __int128 wide;

gp_money gp_amount_of(const struct gp_budget_sum *sum, enum gp_amount amount) {
    const gp_money amounts[GP_AMOUNT_COUNT] = {
        sum->salary,     sum->pool,  sum->parts[0], sum->parts[1], sum->parts[2],
        sum->carry_over, sum->spent, sum->left,     sum->planned,  sum->open};
    return amounts[amount];
}

const char *gp_amount_title(enum gp_amount amount) {
    static const char *const titles[GP_AMOUNT_COUNT] = {
        "Salary",       "Pool",  "Training", "Coaching", "Conferences",
        "Carried over", "Spent", "Left",     "Planned",  "Open"};
    return titles[amount];
}

const char *gp_amount_id(enum gp_amount amount) {
    static const char *const ids[GP_AMOUNT_COUNT] = {
        "salary",     "pool",  "training", "coaching", "conferences",
        "carry_over", "spent", "left",     "planned",  "open"};
    return ids[amount];
}

enum gp_amount gp_roll_amount(size_t index) {
    static const enum gp_amount amounts[GP_ROLL_AMOUNTS] = {
        GP_AMOUNT_SALARY, GP_AMOUNT_POOL, GP_AMOUNT_SPENT, GP_AMOUNT_PLANNED, GP_AMOUNT_LEFT};
    return amounts[index];
}

const char *gp_part_title(enum gp_part part) {
    return gp_amount_title((enum gp_amount)(GP_AMOUNT_PARTS + (unsigned)part));
}

const char *gp_part_id(enum gp_part part) {
    return gp_amount_id((enum gp_amount)(GP_AMOUNT_PARTS + (unsigned)part));
}

const char *gp_budget_manager(const struct gp_team *team, size_t person) {
    const struct gp_person *of = &team->people[person];
    if (of->manager != GP_NO_PERSON)
        return team->people[of->manager].name;
    return of->manager_name == NULL ? "" : of->manager_name;
}

const char *gp_budget_rung(const struct gp_report *report, size_t rung) {
    return rung == GP_NO_RUNG ? GP_OUTSIDE : report->ladder->rungs[rung].title;
}

const char *gp_budget_role(struct gp_memory *memory, const struct gp_report *report,
                           size_t person) {
    const struct gp_person *of = &report->team->people[person];
    if (of->rung != GP_NO_RUNG)
        return report->ladder->rungs[of->rung].title;
    return of->role[0] == '\0' ? GP_OUTSIDE : gp_print(memory, "%s " GP_OUTSIDE, of->role);
}

const char *gp_rate_text(struct gp_memory *memory, int32_t ppm) {
    enum { SHORTEST = 4 }; // "0.03"
    char *text = gp_print(memory, "%d.%06d", (int)(ppm / 1000000), (int)(ppm % 1000000));
    for (size_t length = strlen(text); length > SHORTEST && text[length - 1] == '0'; length--)
        text[length - 1] = '\0';
    return text;
}

// A number without the zeros at its end; with a point in it.
static char *trimmed(char *text) {
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        length--;
    text[text[length - 1] == '.' ? length - 1 : length] = '\0';
    return text;
}

const char *gp_percent_text(struct gp_memory *memory, int32_t ppm) {
    return gp_print(memory, "%s %%",
                    trimmed(gp_print(memory, "%d.%04d", (int)(ppm / 10000), (int)(ppm % 10000))));
}

static int64_t half_up(wide numerator, wide denominator) {
    assert(numerator >= 0 && denominator > 0);
    return (int64_t)((2 * numerator + denominator) / (2 * denominator));
}

gp_money gp_per_head(const struct gp_budget_sum *sum) {
    if (sum->headcount == 0)
        return (gp_money){0, GP_NO_CURRENCY};
    return (gp_money){half_up(sum->pool.minor, (wide)sum->headcount), sum->currency};
}

int64_t gp_of_payroll(const struct gp_budget_sum *sum) {
    enum { WHOLE = 10000 };
    return sum->salary.minor == 0 ? -1 : half_up((wide)sum->pool.minor * WHOLE, sum->salary.minor);
}

gp_money gp_per_level(gp_money cost, int64_t closed) {
    if (closed <= 0)
        return (gp_money){0, GP_NO_CURRENCY};
    return (gp_money){half_up((wide)cost.minor * 1000, closed), cost.currency};
}

const char *gp_levels_text(struct gp_memory *memory, int64_t thousandths) {
    assert(thousandths >= 0);
    return trimmed(gp_print(memory, "%lld.%03lld", (long long)(thousandths / 1000),
                            (long long)(thousandths % 1000)));
}

bool gp_has_catalogue(const struct gp_report *report) {
    return report->courses != NULL && report->courses->count > 0;
}

const char *gp_overspent_names(struct gp_memory *memory, const struct gp_report *report,
                               const struct gp_budget *budget, size_t most, size_t *count) {
    const char *names = "";
    *count = 0;
    for (size_t i = 0; i < budget->line_count; i++) {
        if (budget->lines[i].left.minor >= 0)
            continue;
        if (*count < most)
            names = gp_print(memory, "%s%s%s", names, *count == 0 ? "" : "; ",
                             report->team->people[budget->lines[i].person].name);
        ++*count;
    }
    return *count <= most ? names : gp_print(memory, "%s; and %zu more", names, *count - most);
}

gp_money gp_workshop_share(const struct gp_budget *budget, size_t person, size_t course) {
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_choice *choice = &budget->lines[i].choice;
        for (size_t j = 0; budget->lines[i].person == person && j < choice->count; j++)
            if (choice->courses[j] == course)
                return choice->costs[j];
    }
    return (gp_money){0, GP_NO_CURRENCY};
}
