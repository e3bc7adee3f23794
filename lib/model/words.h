// words.h - what classes, bands and gates are called, in one place for terminal, CSV and workbook.
#ifndef GP_MODEL_WORDS_H
#define GP_MODEL_WORDS_H

#include "model/results.h"

// To the person: "a strength you enjoy", "a strength you may hand on", "a skill to strengthen",
// "an opportunity to grow", "lower priority", "not classified".
const char *gp_class_for_person(enum gp_class class);
// To the manager: "strength", "reluctant", "strengthen", "develop", "poor fit", "not classified".
const char *gp_class_for_manager(enum gp_class class);

// "not enough answers", "early", "developing", "nearly", "ready", "holds it", "growing into it"
const char *gp_band_word(enum gp_band band);

// For programs: "answered", "must_haves", "breadth", "facet", "score", "years", "products",
// "support", "role"; "" for GP_NO_GATE.
const char *gp_gate_id(size_t gate);
// For people: "enough answered", "must-haves", "breadth", "no weak facet", "score",
// "years in product", "products worked on", "manager's support", "role exists here"; "none".
const char *gp_gate_word(size_t gate);

// "pass", "fail", "unknown"
const char *gp_gate_state_word(enum gp_gate_state state);

// How a target that nobody named came about, for the end of its title: " (the next rung)", " (the
// role held)" at the top of the ladder, " (the nearest entry)", or, as nothing is rated, " (the
// usual entry; nothing is rated)" and " (the first entry; nothing is rated)". "" for one that was
// named.
const char *gp_target_found(const struct gp_person *person, const struct gp_profile *profile);

const char *gp_path_word(enum gp_path path); // "entry", "product", "people"

#endif
