#include "write/mentor_words.h"

enum { MOST_NAMED = 5 };

// How the one sentence is made: for whom, and what with.
struct fixing {
    struct gp_memory *memory;
    const struct gp_report *report;
    size_t person;
    bool names;
};

// "Ann; Ben" of those who could be a mentor but have not said yes; NULL where there is nobody, or
// nobody is to be named.
static const char *those_not_willing(const struct fixing *fixing) {
    const struct gp_mentee *mentee = &fixing->report->matching->mentees[fixing->person];
    const struct gp_person *team = fixing->report->team->people;
    size_t *people = gp_alloc(fixing->memory, mentee->could_count, sizeof *people), count = 0;
    for (size_t i = 0; i < mentee->could_count; i++)
        if (team[mentee->could[i]].mentor_willing != GP_YES)
            people[count++] = mentee->could[i];
    if (!fixing->names || count == 0)
        return NULL;
    return gp_mentor_names(fixing->memory, fixing->report, people, count, MOST_NAMED);
}

static const char *somebody_willing(const struct fixing *fixing) {
    const char *who = those_not_willing(fixing);
    if (who != NULL)
        return gp_print(fixing->memory, "a yes to mentoring from one of: %s", who);
    if (fixing->report->matching->mentees[fixing->person].could_count > 0)
        return "a yes to mentoring from somebody who is ahead";
    return "a mentor from another team or company, or a course";
}

static const char *somebody_allowed(const struct fixing *fixing) {
    return fixing->report->matching->mentees[fixing->person].could_count > 0
               ? somebody_willing(fixing)
               : "a mentor from another team, or another look at what keeps people apart: policy, "
                 "never pairs, last cycle's pairs";
}

// "Ann (2); Ben (4)": how many hours each of those willing would have to add.
static const char *hours_short(const struct fixing *fixing) {
    const struct gp_matching *matching = fixing->report->matching;
    const struct gp_mentee *mentee = &matching->mentees[fixing->person];
    int32_t needed = fixing->report->policy->hours_per_mentee_tenths;
    const char *text = "";
    size_t count = 0;
    for (size_t i = 0; i < mentee->could_count; i++) {
        size_t person = mentee->could[i];
        const struct gp_mentor *mentor = &matching->mentors[person];
        int32_t left = mentor->hours_tenths - mentor->used_tenths;
        if (fixing->report->team->people[person].mentor_willing != GP_YES || count++ >= MOST_NAMED)
            continue;
        text = gp_print(fixing->memory, "%s%s%s (%s)", text, text[0] == '\0' ? "" : "; ",
                        gp_mentor_name(fixing->memory, fixing->report, person),
                        gp_hours_text(fixing->memory, needed - left));
    }
    return count > MOST_NAMED
               ? gp_print(fixing->memory, "%s and %zu more", text, count - MOST_NAMED)
               : text;
}

static const char *somebody_free(const struct fixing *fixing) {
    return fixing->names
               ? gp_print(fixing->memory, "more hours a month from one of: %s", hours_short(fixing))
               : "more hours from somebody who is willing and ahead";
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
        return names ? "a yes to wants_mentor on the roster"
                     : "say that you would like one: it is noted on the roster";
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
