// lint.h - what is worth knowing of a ladder that holds together: nothing here is an error.
#ifndef GP_ANALYZE_LINT_H
#define GP_ANALYZE_LINT_H

#include "base/messages.h"
#include "model/ladder.h"

// Warns, each at its place, of
//   - an activity without a description, or something to try next, with = in its name, or that no
//     rung expects
//   - a rung that expects nothing, or has no must-haves, one that expects just what another does,
//   and one that of every
//     activity expects no more than a rung it comes from, and of some less
//   - a rule that never counts, since one of the same kind and pattern stands before it
// In that order; the rungs and rules in ladder order.
void gp_lint_ladder(const struct gp_ladder *ladder, struct gp_messages *messages);

#endif
