#include "write/gate_text.h"

#include "base/text.h"
#include "model/words.h"
#include "write/grid.h"

static const struct gp_readiness *readiness_of(const struct gp_gate_of *of) {
    return &of->report->results->profiles[of->person].readiness[of->rung];
}

static const char *counted(struct gp_memory *memory, int32_t count, const char *what) {
    if (count <= 0)
        return "nothing";
    return gp_print(memory, "%d %s%s", (int)count, what, gp_plural((size_t)count));
}

const char *gp_gate_asked(struct gp_memory *memory, const struct gp_gate_of *of) {
    const struct gp_policy *policy = of->report->policy;
    const struct gp_rung *rung = &of->report->ladder->rungs[of->rung];
    const struct gp_readiness *readiness = readiness_of(of);
    switch ((enum gp_gate)of->gate) {
    case GP_GATE_ANSWERED:
        return gp_print(memory, "at least %s of the weight rated",
                        gp_share_text(memory, policy->answered_gate));
    case GP_GATE_MUST_HAVES:
        return readiness->must_haves == 0
                   ? "nothing"
                   : gp_print(memory, "each of %u at its level", readiness->must_haves);
    case GP_GATE_BREADTH:
        return gp_print(memory, "at least %s of the rated weight at its level",
                        gp_share_text(memory, policy->breadth_gate));
    case GP_GATE_FACET:
        return gp_print(memory, "no facet under %s", gp_share_text(memory, policy->facet_gate));
    case GP_GATE_SCORE:
        return gp_print(memory, "at least %s", gp_share_text(memory, policy->ready_from));
    case GP_GATE_YEARS:
        return counted(memory, rung->min_years, "year");
    case GP_GATE_PRODUCTS:
        return counted(memory, rung->min_products, "product");
    case GP_GATE_SUPPORT:
        return "the manager supports it";
    case GP_GATE_ROLE:
        return "the role exists here";
    }
    return "";
}

static const char *must_haves_found(struct gp_memory *memory, const struct gp_readiness *r) {
    unsigned met = (unsigned)(r->must_haves - r->must_haves_short - r->must_haves_unrated);
    const char *text = gp_print(memory, "%u at level", met);
    if (r->must_haves_short > 0)
        text = gp_print(memory, "%s, %u short", text, r->must_haves_short);
    if (r->must_haves_unrated > 0)
        text = gp_print(memory, "%s, %u not rated", text, r->must_haves_unrated);
    return text;
}

// The weakest facet by name, and the first of which something is expected and nothing rated.
static const char *facets_found(struct gp_memory *memory, const struct gp_gate_of *of) {
    const struct gp_ladder *ladder = of->report->ladder;
    const struct gp_readiness *readiness = readiness_of(of);
    const char *weakest = "", *unrated = "";
    for (size_t i = ladder->facet_count; i-- > 0;) {
        const char *name = ladder->facets[i].name;
        if (readiness->facets[i] == GP_NO_SHARE) {
            if (gp_facet_expected(ladder, of->rung, i))
                unrated = gp_print(memory, "nothing rated in %s", name);
        } else if (readiness->facets[i] == readiness->weakest_facet) {
            weakest = gp_print(memory, "%s %s", name, gp_share_text(memory, readiness->facets[i]));
        }
    }
    return gp_print(memory, "%s%s%s", weakest, weakest[0] != '\0' && unrated[0] != '\0' ? "; " : "",
                    unrated);
}

static const char *known(struct gp_memory *memory, int32_t number, int32_t unit) {
    if (number < 0)
        return "not known";
    if (number % unit == 0)
        return gp_print(memory, "%d", (int)(number / unit));
    return gp_print(memory, "%d.%d", (int)(number / unit), (int)(number % unit));
}

static const char *support_found(const struct gp_gate_of *of) {
    const struct gp_person *person = &of->report->team->people[of->person];
    if (of->rung != of->report->results->profiles[of->person].target)
        return "asked of the target alone";
    switch (person->supported) {
    case GP_YES:
        return "yes";
    case GP_NO:
        return "no";
    case GP_UNKNOWN:
        break;
    }
    return "not known";
}

static const char *role_found(const struct gp_gate_of *of) {
    const struct gp_policy *policy = of->report->policy;
    switch (readiness_of(of)->gates[GP_GATE_ROLE]) {
    case GP_GATE_PASS:
        return policy->roles_listed && policy->role_here[of->rung] ? "listed in roles_here"
                                                                   : "somebody here holds it";
    case GP_GATE_FAIL:
        return "not listed in roles_here";
    case GP_GATE_UNKNOWN:
        break;
    }
    return "nobody here holds it, and roles_here is not set";
}

const char *gp_gate_found(struct gp_memory *memory, const struct gp_gate_of *of) {
    const struct gp_person *person = &of->report->team->people[of->person];
    const struct gp_readiness *readiness = readiness_of(of);
    if (of->gate >= GP_GATE_YEARS && person->rung == of->rung)
        return "the role is held";
    switch ((enum gp_gate)of->gate) {
    case GP_GATE_ANSWERED:
        return gp_share_text(memory, readiness->answered);
    case GP_GATE_MUST_HAVES:
        return must_haves_found(memory, readiness);
    case GP_GATE_BREADTH:
        return gp_share_text(memory, readiness->breadth);
    case GP_GATE_FACET:
        return facets_found(memory, of);
    case GP_GATE_SCORE:
        return gp_share_text(memory, readiness->score);
    case GP_GATE_YEARS:
        return known(memory, person->product_years_tenths, 10);
    case GP_GATE_PRODUCTS:
        return known(memory, person->products, 1);
    case GP_GATE_SUPPORT:
        return support_found(of);
    case GP_GATE_ROLE:
        return role_found(of);
    }
    return "";
}

// Why a gate is neither passed nor failed.
static const char *why_unknown(const struct gp_gate_of *of) {
    switch ((enum gp_gate)of->gate) {
    case GP_GATE_ANSWERED:
        return "nothing is expected";
    case GP_GATE_MUST_HAVES:
    case GP_GATE_BREADTH:
    case GP_GATE_FACET:
    case GP_GATE_SCORE:
        return "not rated";
    case GP_GATE_SUPPORT:
        return support_found(of);
    case GP_GATE_YEARS:
    case GP_GATE_PRODUCTS:
    case GP_GATE_ROLE:
        break;
    }
    return "not known";
}

const char *gp_first_gate_text(struct gp_memory *memory, const struct gp_report *report,
                               size_t person, size_t rung) {
    const struct gp_readiness *readiness = &report->results->profiles[person].readiness[rung];
    const struct gp_gate_of of = {report, person, rung, readiness->first_gate};
    const char *word = gp_gate_word(of.gate);
    if (of.gate == GP_NO_GATE || readiness->gates[of.gate] != GP_GATE_UNKNOWN)
        return word;
    return gp_print(memory, "%s (%s)", word, why_unknown(&of));
}
