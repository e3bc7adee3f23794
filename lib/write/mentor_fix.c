#include "write/mentor_words.h"

// How the one sentence is made: for whom, and what with.
struct fixing {
    struct gp_memory *memory;
    const struct gp_report *report;
    size_t person;
    bool names;
};

static bool is_willing(const struct fixing *fixing, size_t mentor) {
    return fixing->report->team->people[mentor].mentor_willing == GP_YES;
}

// "Ann; Ben" of those ahead on something who are willing, or are not; NULL where there is nobody,
// or nobody is to be named.
static const char *those_ahead(const struct fixing *fixing, bool willing) {
    const struct gp_mentee *mentee = &fixing->report->matching->mentees[fixing->person];
    size_t *people = gp_alloc(fixing->memory, mentee->nearest_count, sizeof *people), count = 0;
    for (size_t i = 0; i < mentee->nearest_count; i++)
        if (is_willing(fixing, mentee->nearest[i]) == willing)
            people[count++] = mentee->nearest[i];
    if (!fixing->names || count == 0)
        return NULL;
    return gp_mentor_names(fixing->memory, fixing->report, people, count, count);
}

static const char *somebody_willing(const struct fixing *fixing) {
    const char *who = those_ahead(fixing, false);
    if (who != NULL)
        return gp_print(fixing->memory,
                        "somebody who is ahead says yes to mentoring; that could be: %s", who);
    if (fixing->report->matching->mentees[fixing->person].nearest_count > 0 && !fixing->names)
        return "somebody who is ahead says yes to mentoring: ask your manager to ask around";
    return "a mentor from another team or company, or a course: nobody here is far enough ahead";
}

static const char *somebody_allowed(const struct fixing *fixing) {
    const char *who = those_ahead(fixing, true);
    const char *what = "a mentor from another team, or another look at what keeps people apart: "
                       "the policy's mentor_years, zone_overlap and manager_may_mentor, the never "
                       "pairs, last cycle's pairs";
    return who == NULL ? what : gp_print(fixing->memory, "%s; willing and ahead: %s", what, who);
}

static const char *somebody_free(const struct fixing *fixing) {
    const char *hours =
        gp_hours_text(fixing->memory, fixing->report->policy->hours_per_mentee_tenths);
    const char *who = those_ahead(fixing, true);
    return who == NULL
               ? gp_print(fixing->memory,
                          "%s more hours a month from somebody who is willing and ahead", hours)
               : gp_print(fixing->memory, "%s more hours a month from one of: %s", hours, who);
}

const char *gp_unmatched_fix(struct gp_memory *memory, const struct gp_report *report,
                             size_t person, bool names) {
    const struct fixing fixing = {memory, report, person, names};
    switch (report->matching->mentees[person].why) {
    case GP_MATCHED:
        return "";
    case GP_NO_FOCUS:
        return report->team->people[person].answered
                   ? "a target that asks for more, or interest rated where there is a gap"
                   : "an assessment with skill and interest";
    case GP_NOT_ASKED:
        return "a yes to wants_mentor in the roster";
    case GP_NOBODY_WILLING:
    case GP_NOBODY_AHEAD:
        return somebody_willing(&fixing);
    case GP_NOBODY_ALLOWED:
        return somebody_allowed(&fixing);
    case GP_NOBODY_FREE:
        return somebody_free(&fixing);
    }
    return "";
}
