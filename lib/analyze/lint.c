#include "analyze/lint.h"

#include <string.h>

static bool is_expected(const struct gp_ladder *ladder, size_t activity) {
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        if (gp_expected(ladder, rung, activity)->level > 0)
            return true;
    return false;
}

static void lint_activity(const struct gp_ladder *ladder, size_t index,
                          struct gp_messages *messages) {
    const struct gp_activity *activity = &ladder->activities[index];
    const char *name = gp_quoted(messages->memory, activity->name);
    if (activity->description[0] == '\0')
        gp_warn(messages, activity->at,
                "activity %s has no description; a line would tell what is meant", name);
    if (activity->try_next[0] == '\0')
        gp_warn(messages, activity->at,
                "activity %s has no try_next; a line would tell how to begin", name);
    if (strchr(activity->name, '=') != NULL)
        gp_warn(messages, activity->at,
                "activity %s has = in its name, which --assume puts between a name and a level; "
                "take it out",
                name);
    if (!is_expected(ladder, index))
        gp_warn(messages, activity->at,
                "no rung expects anything of activity %s; give it a level in expectations.csv, or "
                "take it out",
                name);
}

// In how many activities a rung expects more than another, and in how many less. What is a
// must-have is more than what is not.
struct difference {
    size_t more, less;
};

static struct difference compare(const struct gp_ladder *ladder, size_t rung, size_t other) {
    struct difference difference = {0};
    for (size_t i = 0; i < ladder->activity_count; i++) {
        const struct gp_expectation *here = gp_expected(ladder, rung, i);
        const struct gp_expectation *there = gp_expected(ladder, other, i);
        difference.more += here->level > there->level || (here->must_have && !there->must_have);
        difference.less += here->level < there->level || (there->must_have && !here->must_have);
    }
    return difference;
}

// The first rung before this one that expects the same; GP_NO_RUNG if there is none.
static size_t find_twin(const struct gp_ladder *ladder, size_t rung) {
    for (size_t other = 0; other < rung; other++) {
        struct difference difference = compare(ladder, rung, other);
        if (difference.more == 0 && difference.less == 0)
            return other;
    }
    return GP_NO_RUNG;
}

static void lint_rung(const struct gp_ladder *ladder, size_t index, struct gp_messages *messages) {
    const struct gp_rung *rung = &ladder->rungs[index];
    if (gp_ladder_expected_count(ladder, index) == 0) {
        gp_warn(messages, rung->at,
                "rung %s expects nothing; nobody can be ready for it; give it levels in "
                "expectations.csv",
                rung->id);
        return;
    }
    if (gp_ladder_must_have_count(ladder, index) == 0)
        gp_warn(messages, rung->at,
                "rung %s has no must-haves; put ! behind the levels the role turns on, in "
                "expectations.csv",
                rung->id);
    size_t twin = find_twin(ladder, index);
    if (twin != GP_NO_RUNG)
        gp_warn(messages, rung->at,
                "rung %s expects just what rung %s does; let them differ, or keep one", rung->id,
                ladder->rungs[twin].id);
    for (size_t i = 0; i < rung->from_count; i++) {
        struct difference difference = compare(ladder, index, rung->from[i]);
        if (difference.more == 0 && difference.less > 0)
            gp_warn(messages, rung->at,
                    "rung %s expects no more of any activity than rung %s, which it comes from, "
                    "and less of %zu; raise what the step up asks for, in expectations.csv",
                    rung->id, ladder->rungs[rung->from[i]].id, difference.less);
    }
}

// Whether nothing a rule matches is left for it by an earlier one. Rules for headers and answers
// are tried on where they have a use for the target, so that two targets may both count.
static bool is_hidden_by(const struct gp_rule *rule, const struct gp_rule *earlier) {
    if (rule->kind != earlier->kind || strcmp(rule->text, earlier->text) != 0)
        return false;
    switch (rule->kind) {
    case GP_RULE_FIELD:
    case GP_RULE_LEVEL:
        return strcmp(rule->target, earlier->target) == 0;
    case GP_RULE_AXIS:
    case GP_RULE_ACTIVITY:
    case GP_RULE_ROLE:
    case GP_RULE_IGNORE:
        return true;
    }
    return false;
}

static void lint_rule(const struct gp_ladder *ladder, size_t index, struct gp_messages *messages) {
    const struct gp_rule *rule = &ladder->rules[index];
    for (size_t i = 0; i < index; i++) {
        if (!is_hidden_by(rule, &ladder->rules[i]))
            continue;
        gp_warn(messages, rule->at,
                "rule %s never counts, as line %u has the same pattern; change it, or take it out",
                gp_quoted(messages->memory, rule->text), (unsigned)ladder->rules[i].at.line);
        return;
    }
}

void gp_lint_ladder(const struct gp_ladder *ladder, struct gp_messages *messages) {
    for (size_t i = 0; i < ladder->activity_count; i++)
        lint_activity(ladder, i, messages);
    for (size_t i = 0; i < ladder->rung_count; i++)
        lint_rung(ladder, i, messages);
    for (size_t i = 0; i < ladder->rule_count; i++)
        lint_rule(ladder, i, messages);
}
