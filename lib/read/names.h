// names.h - names from the wild to what the ladder calls them: by folded key, then by the ladder's
// rules in file order, else not at all, with the nearest name for a suggestion. Never a guess.
#ifndef GP_READ_NAMES_H
#define GP_READ_NAMES_H

#include "model/ladder.h"
#include "model/team.h"

// What a role outside the ladder is called, on a roster or as the target of a rule.
#define GP_OUTSIDE "outside"

struct gp_names; // a ladder with its names folded once; made by gp_names_new()

struct gp_names *gp_names_new(struct gp_memory *memory, const struct gp_ladder *ladder);
// The memory it was made in.
struct gp_memory *gp_names_memory(const struct gp_names *names);

// GP_FOUND_TWO_WAYS: two rules lead to different things; of activities, axes and fields alone,
// where what is meant must not hang on the order of the rules.
enum gp_found { GP_FOUND, GP_NOT_FOUND, GP_FOUND_TOO_COSTLY, GP_FOUND_TWO_WAYS };

enum gp_found gp_names_activity(const struct gp_names *names, const char *text, size_t *activity);
enum gp_found gp_names_axis(const struct gp_names *names, const char *text, enum gp_axis *axis);
// GP_OUTSIDE, then by id or title, then rules; *rung is GP_NO_RUNG for a role known to be outside
// the ladder, as is, after all those, one that is of a background.
enum gp_found gp_names_role(const struct gp_names *names, const char *text, size_t *rung);
// The file with the pattern that gave up on a role: for a message when that was too costly.
const char *gp_names_costly_role(const struct gp_names *names, const char *text);
// One of the ladder's backgrounds: by name, then the first in file order whose pattern matches. An
// empty text is of none.
enum gp_found gp_names_background(const struct gp_names *names, const char *text,
                                  size_t *background);
// An answer on an axis, with no blanks around it, as csv.h gives it: empty; a whole number (also
// "3.0"); a spelling of the scale; one with a number or a letter beside it, a number out of the
// highest level, or stars (read/answer_text.h); a rule of kind "level" (target: a number, "na",
// "dk", "blank"). What is off the scale, or says two levels at once, is not found.
enum gp_found gp_names_rating(const struct gp_names *names, enum gp_axis axis, const char *text,
                              gp_rating *rating);
// A header among `fields` (each a name in lower_snake_case), by key or rule of kind "field".
enum gp_found gp_names_field(const struct gp_names *names, const char *text,
                             const char *const *fields, size_t count, size_t *field);
// Whether a rule of kind "ignore" passes a header over.
bool gp_names_ignored(const struct gp_names *names, const char *text);

// The rule by which a text was found: NULL where its key was enough, or nothing was found. Of rules
// of kind "field" those to one of `fields`, of other kinds all.
const struct gp_rule *gp_names_rule(const struct gp_names *names, enum gp_rule_kind kind,
                                    const char *text, const char *const *fields, size_t count);
// What two rules that lead to different things say: "aliases.csv:12 says A and aliases.csv:30 says
// B"; with `fields` as above.
const char *gp_names_two_ways(const struct gp_names *names, enum gp_rule_kind kind,
                              const char *text, const char *const *fields, size_t count);

// "; did you mean \"X\"?" with the nearest activity (role, or one of `fields`), or a sentence that
// lists what there is when nothing is near. For the end of a message.
const char *gp_names_suggest_activity(const struct gp_names *names, const char *text);
const char *gp_names_suggest_role(const struct gp_names *names, const char *text);
const char *gp_names_suggest_field(const struct gp_names *names, const char *text,
                                   const char *const *fields, size_t count);
// What is wrong with an answer that was not found, the nearest label if one is near, and
// "; the scale has 0 None, 1 Basic (Awareness), ... or N/A".
const char *gp_names_suggest_rating(const struct gp_names *names, enum gp_axis axis,
                                    const char *text);

#endif
