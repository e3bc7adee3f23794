#include "base/text.h"
#include "model/mentors.h"
#include "read/ladder_parts.h"
#include "read/policy_parts.h"
#include "read/readers.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

enum column { KEY, VALUE, UNIT, MEANING };
enum { COLUMN_COUNT = 4, REQUIRED_COUNT = 2 };

static const char *const column_names[COLUMN_COUNT] = {"key", "value", "unit", "meaning"};

static const struct gp_shape shape = {.thing = "key",
                                      .names = column_names,
                                      .count = COLUMN_COUNT,
                                      .required = REQUIRED_COUNT,
                                      .most_rows = GP_MOST_KEYS};

enum key {
    ANSWERED_GATE,
    BREADTH_GATE,
    FACET_GATE,
    DEVELOPING_FROM,
    NEARLY_FROM,
    READY_FROM,
    MANAGER_WEIGHT,
    UNPROVEN_CREDIT,
    FOCUS_COUNT,
    ACTION_PRACTICE,
    ACTION_PEOPLE,
    ACTION_COURSES,
    BUDGET_RATE,
    TRAINING_SHARE,
    COACHING_SHARE,
    CONFERENCES_SHARE,
    BUDGET_YEAR_MONTH,
    HOURS_PER_MENTEE,
    MENTOR_AHEAD,
    MENTOR_YEARS,
    NEWCOMER_YEARS,
    ZONE_OVERLAP,
    MANAGER_MAY_MENTOR,
    BONUS_MOVE,
    BONUS_BACKGROUND,
    BONUS_FACET,
    BONUS_PREVIOUS,
    CURRENCY_KEY,
    ROLES_HERE
};
enum { KEY_COUNT = 29 };

struct setting {
    const char *name;
    enum gp_policy_kind kind;
    size_t offset; // in struct gp_policy
};

#define IN_POLICY(member) offsetof(struct gp_policy, member)

static const struct setting settings[KEY_COUNT] = {
    [ANSWERED_GATE] = {"answered_gate", GP_POLICY_SHARE, IN_POLICY(answered_gate)},
    [BREADTH_GATE] = {"breadth_gate", GP_POLICY_SHARE, IN_POLICY(breadth_gate)},
    [FACET_GATE] = {"facet_gate", GP_POLICY_SHARE, IN_POLICY(facet_gate)},
    [DEVELOPING_FROM] = {"developing_from", GP_POLICY_SHARE, IN_POLICY(developing_from)},
    [NEARLY_FROM] = {"nearly_from", GP_POLICY_SHARE, IN_POLICY(nearly_from)},
    [READY_FROM] = {"ready_from", GP_POLICY_SHARE, IN_POLICY(ready_from)},
    [MANAGER_WEIGHT] = {"manager_weight", GP_POLICY_SHARE, IN_POLICY(manager_weight)},
    [UNPROVEN_CREDIT] = {"unproven_credit", GP_POLICY_SHARE, IN_POLICY(unproven_credit)},
    [FOCUS_COUNT] = {"focus_count", GP_POLICY_COUNT, IN_POLICY(focus_count)},
    [ACTION_PRACTICE] = {"action_practice", GP_POLICY_PERCENT, IN_POLICY(action_percents[0])},
    [ACTION_PEOPLE] = {"action_people", GP_POLICY_PERCENT, IN_POLICY(action_percents[1])},
    [ACTION_COURSES] = {"action_courses", GP_POLICY_PERCENT, IN_POLICY(action_percents[2])},
    [BUDGET_RATE] = {"budget_rate", GP_POLICY_RATE, IN_POLICY(budget_ppm)},
    [TRAINING_SHARE] = {"training_share", GP_POLICY_PERCENT, IN_POLICY(part_percents[0])},
    [COACHING_SHARE] = {"coaching_share", GP_POLICY_PERCENT, IN_POLICY(part_percents[1])},
    [CONFERENCES_SHARE] = {"conferences_share", GP_POLICY_PERCENT, IN_POLICY(part_percents[2])},
    [BUDGET_YEAR_MONTH] = {"budget_year_month", GP_POLICY_MONTH, IN_POLICY(budget_year_month)},
    [HOURS_PER_MENTEE] = {"hours_per_mentee", GP_POLICY_HOURS, IN_POLICY(hours_per_mentee_tenths)},
    [MENTOR_AHEAD] = {"mentor_ahead", GP_POLICY_LEVELS, IN_POLICY(mentor_ahead)},
    [MENTOR_YEARS] = {"mentor_years", GP_POLICY_YEARS, IN_POLICY(mentor_years_tenths)},
    [NEWCOMER_YEARS] = {"newcomer_years", GP_POLICY_YEARS, IN_POLICY(newcomer_years_tenths)},
    [ZONE_OVERLAP] = {"zone_overlap", GP_POLICY_OVERLAP, IN_POLICY(zone_overlap)},
    [MANAGER_MAY_MENTOR] = {"manager_may_mentor", GP_POLICY_YES_NO, IN_POLICY(manager_may_mentor)},
    [BONUS_MOVE] = {"bonus_move", GP_POLICY_POINTS, IN_POLICY(mentor_bonuses[GP_BONUS_MOVE])},
    [BONUS_BACKGROUND] = {"bonus_background", GP_POLICY_POINTS,
                          IN_POLICY(mentor_bonuses[GP_BONUS_BACKGROUND])},
    [BONUS_FACET] = {"bonus_facet", GP_POLICY_POINTS, IN_POLICY(mentor_bonuses[GP_BONUS_FACET])},
    [BONUS_PREVIOUS] = {"bonus_previous", GP_POLICY_POINTS,
                        IN_POLICY(mentor_bonuses[GP_BONUS_PREVIOUS])},
    [CURRENCY_KEY] = {"currency", GP_POLICY_CURRENCY, IN_POLICY(currency)},
    [ROLES_HERE] = {"roles_here", GP_POLICY_RUNGS, IN_POLICY(role_here)},
};

// "budget_rate.gpm": the rate of one rung.
static const char rung_prefix[] = "budget_rate.";
// "budget_floor.USD": the least and the most of a pool in one currency.
static const char *const limit_prefixes[] = {"budget_floor.", "budget_cap."};
enum limit { FLOOR, CAP };
enum { LIMIT_COUNT = 2 };

struct reading {
    const struct gp_ladder *ladder;
    struct gp_table table;
    struct gp_policy policy; // as far as read
    const char **rung_ids;   // [rung]
    struct gp_map *keys;     // key -> row
    size_t rows[KEY_COUNT];  // 0: not in the file
    size_t last_limit;       // the last row of a floor or cap; 0: none is in the file
    bool bad[KEY_COUNT];     // reported already, so not fit to be compared with others
};

// The number in a row's cell; reports one that will not do.
static bool read_number(const struct reading *reading, size_t row, enum gp_policy_kind kind,
                        int64_t *number) {
    const struct gp_table *table = &reading->table;
    const char *text = gp_table_text(table, row, VALUE), *rule = NULL;
    return gp_policy_number(kind, text, number, &rule) ||
           gp_error(table->messages, gp_table_at(table, row, VALUE), "%s is %s; it must be %s",
                    gp_table_text(table, row, KEY),
                    text[0] == '\0' ? "empty" : gp_quoted(table->memory, text), rule);
}

static void read_yes_no(struct reading *reading, size_t row, const struct setting *setting) {
    const struct gp_table *table = &reading->table;
    const char *text = gp_table_text(table, row, VALUE);
    bool yes = strcasecmp(text, "yes") == 0;
    if (yes || strcasecmp(text, "no") == 0)
        memcpy((char *)&reading->policy + setting->offset, &yes, sizeof yes);
    else
        gp_error(table->messages, gp_table_at(table, row, VALUE), "%s is %s; it must be yes or no",
                 setting->name, text[0] == '\0' ? "empty" : gp_quoted(table->memory, text));
}

static void read_currency(struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const char *code = gp_table_text(table, row, VALUE);
    gp_currency found = gp_currency_find(code, strlen(code));
    if (code[0] != '\0' && found == GP_NO_CURRENCY)
        gp_error(table->messages, gp_table_at(table, row, VALUE),
                 "currency %s is not known; write an ISO 4217 code such as USD, or nothing",
                 gp_quoted(table->memory, code));
    reading->policy.currency = found;
}

// The rung called `id`; reports one that is not there, at a cell of `row`.
static bool find_rung(const struct reading *reading, size_t row, enum column column, const char *id,
                      size_t *rung) {
    const struct gp_table *table = &reading->table;
    size_t count = reading->ladder->rung_count;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(id, reading->rung_ids[i]) != 0)
            continue;
        *rung = i;
        return true;
    }
    return gp_error(table->messages, gp_table_at(table, row, column), "unknown rung %s; %s",
                    gp_quoted(table->memory, id),
                    gp_suggestion(table->memory, id, reading->rung_ids, count));
}

static void read_roles(struct reading *reading, size_t row) {
    struct gp_memory *memory = reading->table.memory;
    struct gp_policy *policy = &reading->policy;
    const char *rest = gp_table_text(&reading->table, row, VALUE);
    const char *id = NULL;
    policy->roles_listed = false;
    policy->role_here = gp_alloc(memory, reading->ladder->rung_count, sizeof *policy->role_here);
    while ((id = gp_next_part(memory, &rest)) != NULL) {
        size_t rung = 0;
        policy->roles_listed = true;
        if (find_rung(reading, row, VALUE, id, &rung))
            policy->role_here[rung] = true;
    }
}

static void check_unit_is(const struct reading *reading, size_t row, const char *right) {
    const struct gp_table *table = &reading->table;
    const char *unit = gp_table_text(table, row, UNIT);
    if (unit[0] != '\0' && strcmp(unit, right) != 0)
        gp_error(table->messages, gp_table_at(table, row, UNIT), "the unit of %s is %s, not %s",
                 gp_table_text(table, row, KEY), right, gp_quoted(table->memory, unit));
}

// Whether the unit, where one is written, is the one the value is read in: 0.8 of something else
// than percent would be another number.
static void check_unit(const struct reading *reading, size_t row, enum gp_policy_kind kind) {
    check_unit_is(reading, row, gp_policy_units[kind]);
}

static void store(struct reading *reading, const struct setting *setting, int64_t number) {
    char *place = (char *)&reading->policy + setting->offset;
    gp_permille share = (gp_permille)number;
    unsigned percent = (unsigned)number;
    int32_t count = (int32_t)number;
    int64_t points = number * 100; // tenths to thousandths
    if (setting->kind == GP_POLICY_SHARE)
        memcpy(place, &share, sizeof share);
    else if (setting->kind == GP_POLICY_PERCENT)
        memcpy(place, &percent, sizeof percent);
    else if (setting->kind == GP_POLICY_POINTS)
        memcpy(place, &points, sizeof points);
    else
        memcpy(place, &count, sizeof count);
}

static void read_setting(struct reading *reading, size_t row, enum key key) {
    const struct setting *setting = &settings[key];
    int64_t number = 0;
    reading->rows[key] = row;
    check_unit(reading, row, setting->kind);
    switch (setting->kind) {
    case GP_POLICY_SHARE:
    case GP_POLICY_PERCENT:
    case GP_POLICY_COUNT:
    case GP_POLICY_MONTH:
    case GP_POLICY_RATE:
    case GP_POLICY_HOURS:
    case GP_POLICY_YEARS:
    case GP_POLICY_LEVELS:
    case GP_POLICY_OVERLAP:
    case GP_POLICY_POINTS:
        reading->bad[key] = !read_number(reading, row, setting->kind, &number);
        if (!reading->bad[key])
            store(reading, setting, number);
        break;
    case GP_POLICY_YES_NO:
        read_yes_no(reading, row, setting);
        break;
    case GP_POLICY_CURRENCY:
        read_currency(reading, row);
        break;
    case GP_POLICY_RUNGS:
        read_roles(reading, row);
        break;
    }
}

static void read_rung_rate(struct reading *reading, size_t row, const char *id) {
    size_t rung = 0;
    int64_t number = 0;
    if (!find_rung(reading, row, KEY, id, &rung))
        return;
    check_unit(reading, row, GP_POLICY_RATE);
    if (read_number(reading, row, GP_POLICY_RATE, &number))
        reading->policy.rung_budget_ppm[rung] = (int32_t)number;
}

static size_t find_limit(const gp_money *limits, size_t count, gp_currency currency) {
    size_t i = 0;
    while (i < count && limits[i].currency != currency)
        i++;
    return i;
}

// The list a limit stands in, with its count.
static gp_money *limits_of(struct gp_policy *policy, enum limit limit, size_t **count) {
    *count = limit == FLOOR ? &policy->floor_count : &policy->cap_count;
    return limit == FLOOR ? policy->floors : policy->caps;
}

// "budget_floor.USD,500": an amount in the currency that the key names.
static void read_limit(struct reading *reading, size_t row, enum limit limit, const char *code) {
    const struct gp_table *table = &reading->table;
    const char *text = gp_table_text(table, row, VALUE), *key = gp_table_text(table, row, KEY);
    struct gp_money_beside beside = {.currency = gp_currency_find(code, strlen(code))};
    struct gp_salary_text read = {.own_period = 0};
    if (beside.currency == GP_NO_CURRENCY) {
        gp_error(table->messages, gp_table_at(table, row, KEY),
                 "key %s names no currency; write an ISO 4217 code behind the point, such as %sUSD",
                 gp_quoted(table->memory, key), limit_prefixes[limit]);
        return;
    }
    check_unit_is(reading, row, gp_currency_code(beside.currency));
    reading->last_limit = row;
    if (gp_money_parse(text, &beside, &read) != GP_MONEY_GOOD || read.own_period != 0) {
        gp_error(table->messages, gp_table_at(table, row, VALUE),
                 "%s is %s; it must be an amount such as 500 or 1,500 in %s", key,
                 gp_quoted(table->memory, text), gp_currency_code(beside.currency));
        return;
    }
    size_t *count = NULL;
    gp_money *limits = limits_of(&reading->policy, limit, &count);
    size_t index = find_limit(limits, *count, beside.currency);
    limits[index] = read.amount;
    *count += index == *count;
}

static void read_unknown(const struct reading *reading, size_t row, const char *key) {
    const struct gp_table *table = &reading->table;
    const char *names[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++)
        names[i] = settings[i].name;
    gp_error(table->messages, gp_table_at(table, row, KEY), "unknown key %s; %s",
             gp_quoted(table->memory, key), gp_suggestion(table->memory, key, names, KEY_COUNT));
}

static void read_row(struct reading *reading, size_t row) {
    const struct gp_table *table = &reading->table;
    const char *key = gp_table_text(table, row, KEY);
    size_t prefix = sizeof rung_prefix - 1, index = 0;
    if (key[0] == '\0') {
        gp_error(table->messages, gp_table_at(table, row, KEY), "a row without a key; write one");
        return;
    }
    size_t first = gp_map_add(reading->keys, key, row);
    if (first != row) {
        gp_error(table->messages, gp_table_at(table, row, KEY),
                 "key %s is there twice, first on line %u; keep one", gp_quoted(table->memory, key),
                 (unsigned)gp_table_at(table, first, KEY).line);
        return;
    }
    if (strncmp(key, rung_prefix, prefix) == 0) {
        read_rung_rate(reading, row, key + prefix);
        return;
    }
    for (size_t i = 0; i < LIMIT_COUNT; i++)
        if (strncmp(key, limit_prefixes[i], strlen(limit_prefixes[i])) == 0) {
            read_limit(reading, row, (enum limit)i, key + strlen(limit_prefixes[i]));
            return;
        }
    while (index < KEY_COUNT && strcmp(key, settings[index].name) != 0)
        index++;
    if (index == KEY_COUNT) {
        read_unknown(reading, row, key);
        return;
    }
    read_setting(reading, row, (enum key)index);
}

// The last row that sets one of the three keys from `first` on, to say there what is wrong with
// them together; 0 if none does, or if one is wrong by itself.
static size_t last_row(const struct reading *reading, enum key first) {
    size_t last = 0;
    for (size_t i = first; i < (size_t)first + 3; i++) {
        if (reading->bad[i])
            return 0;
        if (reading->rows[i] > last)
            last = reading->rows[i];
    }
    return last;
}

static void check_sum(const struct reading *reading, enum key first, const unsigned parts[3]) {
    unsigned sum = parts[0] + parts[1] + parts[2];
    size_t row = last_row(reading, first);
    if (row == 0 || sum == 100)
        return;
    gp_error(reading->table.messages, gp_table_at(&reading->table, row, VALUE),
             "%s %u, %s %u and %s %u sum to %u; they must sum to 100", settings[first].name,
             parts[0], settings[first + 1].name, parts[1], settings[first + 2].name, parts[2], sum);
}

static const char *percent_text(struct gp_memory *memory, gp_permille share) {
    return share % 10 == 0 ? gp_print(memory, "%d", share / 10)
                           : gp_print(memory, "%d.%d", share / 10, share % 10);
}

static void check_bands(const struct reading *reading) {
    const struct gp_policy *policy = &reading->policy;
    struct gp_memory *memory = reading->table.memory;
    size_t row = last_row(reading, DEVELOPING_FROM);
    if (row == 0 ||
        (policy->developing_from < policy->nearly_from && policy->nearly_from < policy->ready_from))
        return;
    gp_error(reading->table.messages, gp_table_at(&reading->table, row, VALUE),
             "developing_from %s, nearly_from %s and ready_from %s do not rise; each must be above "
             "the one before",
             percent_text(memory, policy->developing_from),
             percent_text(memory, policy->nearly_from), percent_text(memory, policy->ready_from));
}

static void check_limits(const struct reading *reading) {
    const struct gp_policy *policy = &reading->policy;
    struct gp_memory *memory = reading->table.memory;
    for (size_t i = 0; i < policy->floor_count && reading->last_limit != 0; i++) {
        gp_money floor = policy->floors[i];
        size_t cap = find_limit(policy->caps, policy->cap_count, floor.currency);
        if (cap < policy->cap_count && floor.minor > policy->caps[cap].minor)
            gp_error(reading->table.messages,
                     gp_table_at(&reading->table, reading->last_limit, VALUE),
                     "budget_floor.%s %s is over budget_cap.%s %s; it must be at most that",
                     gp_currency_code(floor.currency), gp_money_text(memory, floor),
                     gp_currency_code(floor.currency), gp_money_text(memory, policy->caps[cap]));
    }
}

// Room for as many limits as rows can name, behind those there are.
static gp_money *copy_limits(struct gp_memory *memory, const gp_money *limits, size_t count) {
    gp_money *copy = gp_alloc(memory, count + GP_MOST_KEYS, sizeof *copy);
    if (count > 0)
        memcpy(copy, limits, count * sizeof *copy);
    return copy;
}

// Copies what there is of the lists, so that a file that is refused changes nothing.
static void open_lists(struct reading *reading) {
    struct gp_memory *memory = reading->table.memory;
    struct gp_policy *policy = &reading->policy;
    size_t count = reading->ladder->rung_count;
    int32_t *rates = gp_alloc(memory, count, sizeof *rates);
    bool *here = gp_alloc(memory, count, sizeof *here);
    reading->rung_ids = gp_alloc(memory, count, sizeof *reading->rung_ids);
    for (size_t i = 0; i < count; i++) {
        reading->rung_ids[i] = reading->ladder->rungs[i].id;
        rates[i] = policy->rung_budget_ppm == NULL ? -1 : policy->rung_budget_ppm[i];
        here[i] = policy->role_here != NULL && policy->role_here[i];
    }
    policy->rung_budget_ppm = rates;
    policy->role_here = here;
    policy->floors = copy_limits(memory, policy->floors, policy->floor_count);
    policy->caps = copy_limits(memory, policy->caps, policy->cap_count);
}

bool gp_read_policy(struct gp_memory *memory, const struct gp_source *source,
                    const struct gp_ladder *ladder, struct gp_messages *messages,
                    struct gp_policy *policy) {
    struct reading reading = {.ladder = ladder, .policy = *policy, .keys = gp_map_new(memory)};
    reading.table = (struct gp_table){.memory = memory, .messages = messages};
    size_t errors = messages->counts[GP_ERROR];
    if (!gp_table_open(&reading.table, source, &shape))
        return false;
    open_lists(&reading);
    for (size_t row = 1; row < reading.table.csv.row_count; row++)
        read_row(&reading, row);
    check_sum(&reading, ACTION_PRACTICE, reading.policy.action_percents);
    check_sum(&reading, TRAINING_SHARE, reading.policy.part_percents);
    check_bands(&reading);
    check_limits(&reading);
    if (messages->counts[GP_ERROR] > errors)
        return false;
    *policy = reading.policy;
    return true;
}
