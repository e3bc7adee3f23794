// gates.h - what has to hold before a person is ready for a rung, and the band that follows.
//
// Rules "Gates" and "Band". Each gate passes, fails, or is unknown; thresholds are the policy's and
// a share equal to its threshold passes. In the order of enum gp_gate:
//   answered    fail below `answered_gate`; unknown when the rung expects nothing
//   must-haves  fail when a rated one is below its level, else unknown when one is not rated
//   breadth     fail below `breadth_gate`; unknown when nothing is rated
//   facet       fail when a facet is below `facet_gate`, else unknown when a facet of which
//               something is expected has nothing rated
//   score       fail below `ready_from`; unknown when there is none
//   years, products  fail below what the rung asks for; unknown when not known; pass when it asks
//               for none
//   support     of the person's target as the roster says; of any other rung unknown
//   role        pass when somebody holds the rung or the policy lists it; fail when the policy
//   lists
//               rungs and not this one; else unknown
// For the rung held now, years, products, support and role pass: they have been granted.
#ifndef GP_ANALYZE_GATES_H
#define GP_ANALYZE_GATES_H

#include "model/policy.h"
#include "model/results.h"

// Whose gates, of which rung.
struct gp_gates_of {
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_person *person;
    size_t rung;
    size_t target;  // of the person, named or not; may be GP_NO_RUNG
    bool rung_held; // by anybody of the team
};

// Fills `gates`, `first_gate` and `band` of a readiness that has its measures.
void gp_gates_judge(const struct gp_gates_of *of, struct gp_readiness *readiness);

// Whether the gates of skill pass: answered, must-haves, breadth, facet.
bool gp_gates_of_skill_pass(const struct gp_readiness *readiness);

#endif
