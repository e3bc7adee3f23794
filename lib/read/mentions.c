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

static const char *cell(const struct gp_csv *csv, size_t row, size_t column) {
    return column == GP_NO_COLUMN ? "" : gp_csv_text(csv, row, column);
}

size_t *gp_intake_people(struct gp_intake *intake, const struct gp_csv *csv,
                         const struct gp_identity_columns *columns, const char *nobody) {
    struct gp_memory *memory = intake->memory;
    size_t count = 0;
    struct mention *mentions = gp_alloc(memory, csv->row_count, sizeof *mentions);
    struct mention **sorted = gp_alloc(memory, csv->row_count, sizeof *sorted);
    size_t *people = gp_alloc(memory, csv->row_count, sizeof *people);
    struct gp_map *map = gp_map_new(memory);
    size_t first = columns->name != GP_NO_COLUMN ? columns->name
                   : columns->id != GP_NO_COLUMN ? columns->id
                                                 : columns->email;
    for (size_t row = 1; row < csv->row_count; row++) {
        struct gp_identity who = {.id = cell(csv, row, columns->id),
                                  .email = cell(csv, row, columns->email),
                                  .name = cell(csv, row, columns->name)};
        struct gp_at at = gp_csv_at(csv, row, first);
        people[row] = GP_NO_PERSON;
        if (who.id[0] == '\0' && who.email[0] == '\0' && who.name[0] == '\0') {
            gp_error(intake->messages, at, "%s", nobody);
            continue;
        }
        const char *key = gp_print(memory, "%s\n%s\n%s", who.id, who.email, who.name);
        people[row] = gp_map_add(map, key, count);
        if (people[row] < count)
            continue;
        mentions[count] = (struct mention){who, gp_text_key(memory, who.name), at, GP_NO_PERSON};
        sorted[count] = &mentions[count];
        count++;
    }
    qsort(sorted, count, sizeof *sorted, compare_mentions);
    for (size_t i = 0; i < count; i++)
        sorted[i]->person = gp_intake_find(intake, &sorted[i]->identity, sorted[i]->at);
    for (size_t row = 1; row < csv->row_count; row++)
        if (people[row] != GP_NO_PERSON)
            people[row] = mentions[people[row]].person;
    return people;
}
