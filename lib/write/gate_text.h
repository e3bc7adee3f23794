// gate_text.h - a gate in words: what it asks, and what was found. Rules: analyze/gates.h.
#ifndef GP_WRITE_GATE_TEXT_H
#define GP_WRITE_GATE_TEXT_H

#include "write/writers.h"

// Whose gate, of which rung.
struct gp_gate_of {
    const struct gp_report *report;
    size_t person, rung;
    size_t gate; // enum gp_gate
};

// The first gate that blocks, for a table: "must-haves", "none"; behind one that is not known, why:
// "manager's support (asked of the target alone)", "years in product (not known)".
const char *gp_first_gate_text(struct gp_memory *memory, const struct gp_report *report,
                               size_t person, size_t rung);

// "at least 0.800 of the weight rated", "each of 11 at its level", "3 years", "nothing".
const char *gp_gate_asked(struct gp_memory *memory, const struct gp_gate_of *of);
// "0.930", "9 at level, 2 short", "CREATE 0.512", "not known", "the role is held".
const char *gp_gate_found(struct gp_memory *memory, const struct gp_gate_of *of);

#endif
