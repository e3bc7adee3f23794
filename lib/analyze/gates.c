#include "analyze/gates.h"

static enum gp_gate_state state_of(bool passes) {
    return passes ? GP_GATE_PASS : GP_GATE_FAIL;
}

static enum gp_gate_state share_gate(gp_permille share, gp_permille least) {
    return share == GP_NO_SHARE ? GP_GATE_UNKNOWN : state_of(share >= least);
}

static enum gp_gate_state must_haves_gate(const struct gp_readiness *readiness) {
    if (readiness->must_haves_short > 0)
        return GP_GATE_FAIL;
    return readiness->must_haves_unrated > 0 ? GP_GATE_UNKNOWN : GP_GATE_PASS;
}

static enum gp_gate_state facet_gate(const struct gp_gates_of *of,
                                     const struct gp_readiness *readiness) {
    // GP_NO_SHARE is above every threshold: with nothing rated at all this does not fail.
    if (readiness->weakest_facet < of->policy->facet_gate)
        return GP_GATE_FAIL;
    for (size_t i = 0; i < of->ladder->facet_count; i++)
        if (readiness->facets[i] == GP_NO_SHARE && gp_facet_expected(of->ladder, of->rung, i))
            return GP_GATE_UNKNOWN;
    return GP_GATE_PASS;
}

// `known` is -1 when it is not known.
static enum gp_gate_state record_gate(int32_t known, int32_t least) {
    if (least <= 0)
        return GP_GATE_PASS;
    return known < 0 ? GP_GATE_UNKNOWN : state_of(known >= least);
}

static enum gp_gate_state support_gate(const struct gp_gates_of *of) {
    if (of->rung != of->target || of->person->supported == GP_UNKNOWN)
        return GP_GATE_UNKNOWN;
    return state_of(of->person->supported == GP_YES);
}

static enum gp_gate_state role_gate(const struct gp_gates_of *of) {
    if (of->rung_held)
        return GP_GATE_PASS;
    return of->policy->roles_listed ? state_of(of->policy->role_here[of->rung]) : GP_GATE_UNKNOWN;
}

static void judge_record(const struct gp_gates_of *of, enum gp_gate_state *gates) {
    if (of->person->rung == of->rung) {
        for (size_t i = GP_GATE_YEARS; i <= GP_GATE_ROLE; i++)
            gates[i] = GP_GATE_PASS;
        return;
    }
    const struct gp_rung *rung = &of->ladder->rungs[of->rung];
    gates[GP_GATE_YEARS] = record_gate(of->person->product_years_tenths, 10 * rung->min_years);
    gates[GP_GATE_PRODUCTS] = record_gate(of->person->products, rung->min_products);
    gates[GP_GATE_SUPPORT] = support_gate(of);
    gates[GP_GATE_ROLE] = role_gate(of);
}

static enum gp_band find_band(const struct gp_gates_of *of, const struct gp_readiness *readiness) {
    bool all_pass = readiness->first_gate == GP_NO_GATE;
    if (readiness->gates[GP_GATE_ANSWERED] != GP_GATE_PASS || readiness->score == GP_NO_SHARE)
        return GP_BAND_UNANSWERED;
    if (of->person->rung == of->rung)
        return all_pass ? GP_BAND_HOLDS : GP_BAND_GROWING;
    if (readiness->score < of->policy->developing_from)
        return GP_BAND_EARLY;
    if (readiness->score < of->policy->nearly_from)
        return GP_BAND_DEVELOPING;
    return all_pass ? GP_BAND_READY : GP_BAND_NEARLY;
}

void gp_gates_judge(const struct gp_gates_of *of, struct gp_readiness *readiness) {
    enum gp_gate_state gates[GP_GATE_COUNT];
    const struct gp_policy *policy = of->policy;
    gates[GP_GATE_ANSWERED] = share_gate(readiness->answered, policy->answered_gate);
    gates[GP_GATE_MUST_HAVES] = must_haves_gate(readiness);
    gates[GP_GATE_BREADTH] = share_gate(readiness->breadth, policy->breadth_gate);
    gates[GP_GATE_FACET] = facet_gate(of, readiness);
    gates[GP_GATE_SCORE] = share_gate(readiness->score, policy->ready_from);
    judge_record(of, gates);
    readiness->first_gate = GP_NO_GATE;
    for (size_t i = GP_GATE_COUNT; i-- > 0;) {
        readiness->gates[i] = (uint8_t)gates[i];
        if (gates[i] != GP_GATE_PASS)
            readiness->first_gate = (uint8_t)i;
    }
    readiness->band = find_band(of, readiness);
}

bool gp_gates_of_skill_pass(const struct gp_readiness *readiness) {
    return readiness->gates[GP_GATE_ANSWERED] == GP_GATE_PASS &&
           readiness->gates[GP_GATE_MUST_HAVES] == GP_GATE_PASS &&
           readiness->gates[GP_GATE_BREADTH] == GP_GATE_PASS &&
           readiness->gates[GP_GATE_FACET] == GP_GATE_PASS;
}
