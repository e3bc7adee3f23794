#include "model/words.h"

const char *gp_class_for_person(enum gp_class class) {
    static const char *const words[GP_CLASS_COUNT] = {
        "not classified",        "a strength you enjoy",   "a strength you may hand on",
        "a skill to strengthen", "an opportunity to grow", "lower priority"};
    return words[class];
}

const char *gp_class_for_manager(enum gp_class class) {
    static const char *const words[GP_CLASS_COUNT] = {"not classified", "strength", "reluctant",
                                                      "strengthen",     "develop",  "poor fit"};
    return words[class];
}

const char *gp_band_word(enum gp_band band) {
    static const char *const words[GP_BAND_COUNT] = {
        "not enough answers", "early",          "developing", "nearly", "ready",
        "holds it",           "growing into it"};
    return words[band];
}

const char *gp_gate_id(size_t gate) {
    static const char *const words[GP_GATE_COUNT + 1] = {
        "answered", "must_haves", "breadth", "facet", "score",
        "years",    "products",   "support", "role",  ""};
    return words[gate];
}

const char *gp_gate_word(size_t gate) {
    static const char *const words[GP_GATE_COUNT + 1] = {
        "enough answered",  "must-haves",         "breadth",           "no weak facet",    "score",
        "years in product", "products worked on", "manager's support", "role exists here", "none"};
    return words[gate];
}

const char *gp_gate_state_word(enum gp_gate_state state) {
    static const char *const words[] = {"pass", "fail", "unknown"};
    return words[state];
}

const char *gp_target_found(const struct gp_person *person, const struct gp_profile *profile) {
    if (profile->target_named || profile->target == GP_NO_RUNG)
        return "";
    if (person->rung != GP_NO_RUNG)
        return profile->target == person->rung ? " (the role held)" : " (the next rung)";
    if (profile->readiness[profile->target].score != GP_NO_SHARE)
        return " (the nearest entry)";
    return person->came_from != GP_NO_BACKGROUND ? " (the usual entry; nothing is rated)"
                                                 : " (the first entry; nothing is rated)";
}

const char *gp_path_word(enum gp_path path) {
    static const char *const words[GP_PATH_COUNT] = {"entry", "product", "people"};
    return words[path];
}
