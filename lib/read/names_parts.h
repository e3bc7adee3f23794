// names_parts.h - what the ways to meet a name share: the ladder's names, folded once. Private to
// lib/read.
#ifndef GP_READ_NAMES_PARTS_H
#define GP_READ_NAMES_PARTS_H

#include "base/map.h"
#include "read/names.h"

// What a rule leads to, worked out once. A rule whose target is not known leads nowhere; the reader
// of the ladder has reported it.
struct rule_target {
    bool known;
    const char *key;  // folded target; what a rule of kind field is compared by
    size_t index;     // activity, axis or rung
    gp_rating rating; // of a rule of kind level
};

// A list of fields that was asked for, known by where it stands.
struct field_list {
    const char *const *fields;
    size_t count;
    const char **keys; // folded
    bool *leads;       // [rule]: whether it is one of kind field that leads to one of these
};

enum { GP_MOST_FIELD_LISTS = 16 };
struct field_lists {
    struct field_list items[GP_MOST_FIELD_LISTS];
    size_t count;
};

struct gp_names {
    struct gp_memory *memory;
    const struct gp_ladder *ladder;
    struct gp_map *activities, *roles, *backgrounds; // folded name -> index
    const char **activity_names;                     // [activity]
    const char **role_names;                         // titles, then ids
    struct field_lists *field_lists;
    struct gp_map *dialect_columns; // see read/dialect.h
    struct rule_target *targets;    // [rule]
};

// The first rule of a kind that matches, from `*rule` on; its index in `*rule`.
enum gp_found gp_names_find_rule(const struct gp_names *names, enum gp_rule_kind kind,
                                 const char *text, size_t *rule);

// Above this many, what there is would be longer than a message can be.
enum { GP_MOST_LISTED = 12 };

// "; did you mean "NAME"?"
const char *gp_did_you_mean(struct gp_memory *memory, const char *name);

// "; WHAT a, b, c"
const char *gp_list_names(struct gp_memory *memory, const char *what, const char *const *items,
                          size_t count);

#endif
