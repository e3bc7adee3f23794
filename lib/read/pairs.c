#include "base/text.h"
#include "read/columns.h"
#include "read/header_row.h"

#include <stdlib.h>
#include <string.h>

enum field {
    MENTEE,
    MENTOR,
    RULE,
    COMMENT,
    NOTE, // what answers call a comment
    STATUS,
    STRENGTH, // with what follows: what a run wrote of a pair, passed over
    HOURS_PER_MONTH,
    ACTIVITIES,
    REASONS,
    ROUND
};
_Static_assert((int)ROUND + 1 == GP_PAIR_FIELD_COUNT, "each field has a name");
enum { PAIRS_FIELD_COUNT = NOTE + 1 }; // the columns of pairs.csv

const char *const gp_pair_fields[GP_PAIR_FIELD_COUNT] = {
    "mentee",   "mentor",          "rule",       "comment", "note", "status",
    "strength", "hours_per_month", "activities", "reasons", "round"};

struct reading {
    struct gp_intake *intake;
    struct gp_csv csv;
    size_t at[GP_PAIR_FIELD_COUNT]; // the column of a field; GP_NO_COLUMN if there is none
    bool previous;                  // last cycle's pairs
    struct gp_map *said;            // "KIND/MENTEE/MENTOR" -> one of intake->pairs
    struct gp_map *gone;            // folded names of people of last cycle who are gone
    size_t gone_count;
    struct gp_at first_gone_at;
    const char *first_gone;
};

static const char *cell(const struct reading *reading, size_t row, enum field field) {
    return gp_field_text(&reading->csv, reading->at, row, field);
}

static struct gp_at place(const struct reading *reading, size_t row, enum field field) {
    return gp_field_place(&reading->csv, reading->at, row, field);
}

static const char *quoted(const struct reading *reading, const char *text) {
    return gp_quoted(reading->intake->memory, text);
}

// Remembers the people of last cycle who are gone, each once.
static void pass_over(struct reading *reading, size_t row, enum field field) {
    const char *text = cell(reading, row, field);
    const char *key = gp_text_key(reading->intake->memory, text);
    if (reading->gone_count == 0) {
        reading->first_gone = text;
        reading->first_gone_at = place(reading, row, field);
    }
    if (gp_map_add(reading->gone, key[0] != '\0' ? key : text, row) == row)
        reading->gone_count++;
}

// Whom a cell names. False, with a report, where that is not to be known: but of those who were
// there last cycle, only a name that several people have now is worth one.
static bool find_person(struct reading *reading, size_t row, enum field field, size_t *person) {
    struct gp_intake *intake = reading->intake;
    const char *text = cell(reading, row, field);
    if (text[0] == '\0')
        return gp_error(intake->messages, place(reading, row, field),
                        "row has no %s; write who it is, or remove the row", gp_pair_fields[field]);
    switch (gp_intake_named(intake, text, person)) {
    case GP_NAMES_ONE:
        return true;
    case GP_NAMES_SEVERAL:
        return gp_error(intake->messages, place(reading, row, field),
                        "more than one person is called %s; give the id or email of one of them",
                        quoted(reading, text));
    case GP_NAMES_NOBODY:
        break;
    }
    if (reading->previous)
        pass_over(reading, row, field);
    else
        gp_error(intake->messages, place(reading, row, field),
                 "%s %s is not on the roster; correct the name, or remove the row%s",
                 gp_pair_fields[field], quoted(reading, text), gp_intake_nearest(intake, text));
    return false;
}

// The people of a row; false where they are not two that are known. A row with a mentee and nobody
// beside them is how a run tells who had no mentor.
static bool find_people(struct reading *reading, size_t row, struct gp_pair_said *pair) {
    if (reading->previous && cell(reading, row, MENTEE)[0] != '\0' &&
        cell(reading, row, MENTOR)[0] == '\0')
        return false;
    bool mentee = find_person(reading, row, MENTEE, &pair->mentee);
    bool mentor = find_person(reading, row, MENTOR, &pair->mentor);
    if (!mentee || !mentor)
        return false;
    return pair->mentee != pair->mentor ||
           gp_error(reading->intake->messages, place(reading, row, MENTOR),
                    "%s is named as their own mentor; name another, or remove the row",
                    quoted(reading, cell(reading, row, MENTOR)));
}

struct word {
    const char *key;
    enum gp_pair_rule rule;
};

// The rule of the word that a cell holds; false, with a report, when it is none of them.
static bool find_word(const struct reading *reading, size_t row, const struct word *words,
                      size_t count, enum gp_pair_rule *rule) {
    enum field field = reading->previous ? STATUS : RULE;
    const char *text = cell(reading, row, field);
    const char *key = text[0] == '\0' ? "" : gp_text_key(reading->intake->memory, text);
    for (size_t i = 0; i < count; i++)
        if (strcmp(key, words[i].key) == 0 && (key[0] != '\0') == (text[0] != '\0')) {
            *rule = words[i].rule;
            return true;
        }
    return gp_error(reading->intake->messages, place(reading, row, field), "%s is %s; write %s",
                    gp_pair_fields[field], text[0] == '\0' ? "empty" : quoted(reading, text),
                    reading->previous ? "running or ended, or leave it empty" : "never or always");
}

static bool read_rule(const struct reading *reading, size_t row, enum gp_pair_rule *rule) {
    static const struct word rules[] = {
        {"never", GP_PAIR_NEVER},         {"not", GP_PAIR_NEVER},
        {"mustnot", GP_PAIR_NEVER},       {"forbidden", GP_PAIR_NEVER},
        {"keepapart", GP_PAIR_NEVER},     {"always", GP_PAIR_ALWAYS},
        {"must", GP_PAIR_ALWAYS},         {"required", GP_PAIR_ALWAYS},
        {"keeptogether", GP_PAIR_ALWAYS}, {"keep", GP_PAIR_ALWAYS}};
    static const struct word statuses[] = {
        {"", GP_PAIR_PREVIOUS}, {"running", GP_PAIR_PREVIOUS}, {"ended", GP_PAIR_ENDED}};
    return reading->previous
               ? find_word(reading, row, statuses, sizeof statuses / sizeof *statuses, rule)
               : find_word(reading, row, rules, sizeof rules / sizeof *rules, rule);
}

// What of two rows on one pair do not say the same.
static void refuse_second(const struct reading *reading, size_t row,
                          const struct gp_pair_said *pair, const struct gp_pair_said *first) {
    static const char *const names[] = {[GP_PAIR_NEVER] = "never",
                                        [GP_PAIR_ALWAYS] = "always",
                                        [GP_PAIR_PREVIOUS] = "running",
                                        [GP_PAIR_ENDED] = "ended"};
    const struct gp_intake *intake = reading->intake;
    const char *file = "";
    if (strcmp(first->at.file, reading->csv.file) != 0)
        file = gp_print(intake->memory, " of %s", first->at.file);
    gp_error(intake->messages, place(reading, row, reading->previous ? STATUS : RULE),
             "mentee %s with mentor %s is %s here and %s on line %u%s; keep one of the rows",
             quoted(reading, intake->team.people[pair->mentee].name),
             quoted(reading, intake->team.people[pair->mentor].name), names[pair->rule],
             names[first->rule], (unsigned)first->at.line, file);
}

static const char *pair_key(const struct reading *reading, const struct gp_pair_said *pair) {
    bool previous = pair->rule == GP_PAIR_PREVIOUS || pair->rule == GP_PAIR_ENDED;
    return gp_print(reading->intake->memory, "%d/%zu/%zu", previous, pair->mentee, pair->mentor);
}

static void read_row(struct reading *reading, size_t row) {
    struct gp_intake *intake = reading->intake;
    struct gp_pairs_said *pairs = &intake->pairs;
    struct gp_pair_said pair = {.at = gp_csv_at(&reading->csv, row, 0)};
    bool people = find_people(reading, row, &pair);
    if (!read_rule(reading, row, &pair.rule) || !people)
        return;
    size_t first = gp_map_add(reading->said, pair_key(reading, &pair), pairs->count);
    if (first < pairs->count) {
        if (pairs->items[first].rule != pair.rule)
            refuse_second(reading, row, &pair, &pairs->items[first]);
        return;
    }
    pairs->items =
        gp_grow(intake->memory, pairs->items, pairs->count, &pairs->capacity, sizeof *pairs->items);
    pairs->items[pairs->count++] = pair;
}

static bool find_columns(struct reading *reading) {
    const struct gp_fields fields = {.names = gp_pair_fields,
                                     .count = reading->previous ? GP_PAIR_FIELD_COUNT
                                                                : PAIRS_FIELD_COUNT,
                                     .suggested = reading->previous ? GP_PAIR_FIELD_COUNT : NOTE};
    struct gp_messages *messages = reading->intake->messages;
    bool good = true;
    for (size_t i = 0; i < GP_PAIR_FIELD_COUNT; i++)
        reading->at[i] = GP_NO_COLUMN;
    gp_columns_read(reading->intake, &reading->csv, &fields, reading->at);
    struct gp_at at = {reading->csv.file, gp_csv_at(&reading->csv, 0, 0).line, 0};
    for (size_t i = MENTEE; i <= (reading->previous ? MENTOR : RULE); i++)
        if (reading->at[i] == GP_NO_COLUMN)
            good = gp_error(messages, at, "the pairs have no column %s; they need mentee%s",
                            gp_pair_fields[i],
                            reading->previous ? " and mentor" : ", mentor and rule");
    if (reading->previous && reading->at[RULE] != GP_NO_COLUMN)
        good = gp_error(messages, place(reading, 0, RULE),
                        "last cycle's pairs have no column rule; a list of pairs that must or must "
                        "not be is another input");
    return good;
}

// Takes note of what other files have said.
static void open_said(struct reading *reading) {
    const struct gp_pairs_said *pairs = &reading->intake->pairs;
    reading->said = gp_map_new(reading->intake->memory);
    reading->gone = gp_map_new(reading->intake->memory);
    for (size_t i = 0; i < pairs->count; i++)
        gp_map_add(reading->said, pair_key(reading, &pairs->items[i]), i);
}

static void warn_gone(const struct reading *reading) {
    const char *more = "";
    if (reading->gone_count == 0)
        return;
    if (reading->gone_count > 1)
        more = gp_print(reading->intake->memory, ", nor %s %zu more",
                        reading->gone_count == 2 ? "is" : "are", reading->gone_count - 1);
    gp_warn(reading->intake->messages, reading->first_gone_at,
            "%s of last cycle's pairs is not on the roster%s; their pairs are passed over, so "
            "correct the name of anybody who is still there",
            quoted(reading, reading->first_gone), more);
}

static bool read_pairs(struct gp_intake *intake, const struct gp_source *source, bool previous) {
    struct reading reading = {.intake = intake, .previous = previous};
    size_t errors = intake->messages->counts[GP_ERROR];
    if (!intake->has_roster)
        return gp_error(intake->messages, (struct gp_at){source->name, 0, 0},
                        "pairs need a roster, which says who the people are; give one");
    if (!gp_table_read(intake->memory, intake->names, source, intake->messages, &reading.csv) ||
        !find_columns(&reading))
        return false;
    open_said(&reading);
    for (size_t row = 1; row < reading.csv.row_count; row++)
        read_row(&reading, row);
    warn_gone(&reading);
    return intake->messages->counts[GP_ERROR] == errors;
}

bool gp_read_pairs(struct gp_intake *intake, const struct gp_source *source) {
    return read_pairs(intake, source, false);
}

bool gp_read_previous_pairs(struct gp_intake *intake, const struct gp_source *source) {
    return read_pairs(intake, source, true);
}

static int compare_indexes(size_t a, size_t b) {
    return (a > b) - (a < b);
}

static int compare_pairs(const void *a, const void *b) {
    const struct gp_pair_said *left = a, *right = b;
    int order = compare_indexes(left->mentee, right->mentee);
    if (order == 0)
        order = compare_indexes(left->mentor, right->mentor);
    return order != 0 ? order : compare_indexes(left->rule, right->rule);
}

static bool same_pair(const struct gp_pair_said *a, const struct gp_pair_said *b) {
    return a->mentee == b->mentee && a->mentor == b->mentor;
}

void gp_intake_pairs(struct gp_intake *intake, const size_t *moved) {
    struct gp_pairs_said *pairs = &intake->pairs;
    size_t there = 0, kept = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        struct gp_pair_said pair = pairs->items[i];
        pair.mentee = moved[pair.mentee];
        pair.mentor = moved[pair.mentor];
        if (pair.mentee != GP_NO_PERSON && pair.mentor != GP_NO_PERSON)
            pairs->items[there++] = pair;
    }
    if (there > 0)
        qsort(pairs->items, there, sizeof *pairs->items, compare_pairs);
    for (size_t i = 0; i < there; i++) {
        const struct gp_pair_said *last = kept > 0 ? &pairs->items[kept - 1] : NULL;
        if (last == NULL || last->rule != GP_PAIR_NEVER || !same_pair(last, &pairs->items[i]))
            pairs->items[kept++] = pairs->items[i];
    }
    pairs->count = kept;
}
