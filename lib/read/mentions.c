#include "base/text.h"
#include "read/intake.h"

#include <stdlib.h>
#include <string.h>

// The rows that say in the same words who they are about.
struct mention {
    struct gp_identity identity;
    const char *key; // folded name
    struct gp_at at; // of the first of them
    size_t person;
};

// An id is better than an email, and an email than a name.
static int strength(const struct gp_identity *identity) {
    return identity->id[0] != '\0' ? 2 : identity->email[0] != '\0' ? 1 : 0;
}

// The strongest first, whatever the order of the rows: then a name alone meets everybody who has
// it. Those with a name stand before those without, so that a person has a name if any row has it.
static int compare_mentions(const void *a, const void *b) {
    const struct mention *left = *(const struct mention *const *)a;
    const struct mention *right = *(const struct mention *const *)b;
    int order = strength(&right->identity) - strength(&left->identity);
    if (order == 0)
        order = strcmp(left->identity.id, right->identity.id);
    if (order == 0)
        order = (left->identity.name[0] == '\0') - (right->identity.name[0] == '\0');
    if (order == 0)
        order = strcmp(left->identity.email, right->identity.email);
    if (order == 0)
        order = gp_text_compare(left->key, left->identity.name, right->key, right->identity.name);
    return order;
}

// The texts of a row that say who it is about, by their numbers.
struct words {
    uint32_t id, email, name;
};

static struct words words_of(const struct gp_csv *csv, size_t row,
                             const struct gp_identity_columns *columns) {
    return (struct words){gp_csv_number(csv, row, columns->id),
                          gp_csv_number(csv, row, columns->email),
                          gp_csv_number(csv, row, columns->name)};
}

static bool same_words(struct words a, struct words b) {
    return a.id == b.id && a.email == b.email && a.name == b.name;
}

static struct mention new_mention(struct gp_memory *memory, const struct gp_csv *csv,
                                  struct words words, struct gp_at at) {
    struct gp_identity who = {.id = gp_texts_get(csv->texts, words.id),
                              .email = gp_texts_get(csv->texts, words.email),
                              .name = gp_texts_get(csv->texts, words.name)};
    return (struct mention){who, gp_text_key(memory, who.name), at, GP_NO_PERSON};
}

// The mentions of a file in the order of their first rows, and which each row is: GP_NO_PERSON
// where nobody is named.
struct mentions {
    struct mention *items;
    size_t count, capacity;
    size_t *of; // [row]
};

// The words themselves are the text by which a mention is found again; its number is one more, for
// 0 is the empty text's.
static void find_mentions(struct gp_intake *intake, const struct gp_csv *csv,
                          const struct gp_identity_columns *columns, const char *nobody,
                          struct mentions *mentions) {
    const struct words none = {0, 0, 0};
    struct gp_texts *seen = gp_texts_new(intake->memory);
    struct words above = none;
    size_t first = columns->name != GP_NO_COLUMN ? columns->name
                   : columns->id != GP_NO_COLUMN ? columns->id
                                                 : columns->email;
    for (size_t row = 1; row < csv->row_count; row++) {
        struct words words = words_of(csv, row, columns);
        mentions->of[row] = GP_NO_PERSON;
        if (same_words(words, none))
            gp_error(intake->messages, gp_csv_at(csv, row, first), "%s", nobody);
        else if (same_words(words, above)) // mostly the rows of a person follow one another
            mentions->of[row] = mentions->of[row - 1];
        else
            mentions->of[row] = gp_texts_put(seen, (const char *)&words, sizeof words) - 1;
        above = words;
        if (mentions->of[row] != mentions->count)
            continue;
        mentions->items = gp_grow(intake->memory, mentions->items, mentions->count,
                                  &mentions->capacity, sizeof *mentions->items);
        mentions->items[mentions->count++] =
            new_mention(intake->memory, csv, words, gp_csv_at(csv, row, first));
    }
}

size_t *gp_intake_people(struct gp_intake *intake, const struct gp_csv *csv,
                         const struct gp_identity_columns *columns, const char *nobody) {
    struct mentions mentions = {.count = 0};
    mentions.of = gp_alloc(intake->memory, csv->row_count, sizeof *mentions.of);
    find_mentions(intake, csv, columns, nobody, &mentions);
    struct mention **sorted = gp_alloc(intake->memory, mentions.count + 1, sizeof *sorted);
    for (size_t i = 0; i < mentions.count; i++)
        sorted[i] = &mentions.items[i];
    qsort(sorted, mentions.count, sizeof *sorted, compare_mentions);
    for (size_t i = 0; i < mentions.count; i++)
        sorted[i]->person = gp_intake_find(intake, &sorted[i]->identity, sorted[i]->at);
    for (size_t row = 1; mentions.count > 0 && row < csv->row_count; row++)
        if (mentions.of[row] != GP_NO_PERSON)
            mentions.of[row] = mentions.items[mentions.of[row]].person;
    return mentions.of;
}
