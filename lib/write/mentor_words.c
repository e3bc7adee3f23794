#include "write/mentor_words.h"

#include "write/grid.h"

#include <inttypes.h>
#include <string.h>

static const struct gp_person *person_of(const struct gp_report *report, size_t person) {
    return &report->team->people[person];
}

static bool is_shared(const struct gp_report *report, size_t person) {
    const struct gp_team *team = report->team;
    const char *key = team->people[person].key;
    return (person > 0 && strcmp(team->people[person - 1].key, key) == 0) ||
           (person + 1 < team->person_count && strcmp(team->people[person + 1].key, key) == 0);
}

const char *gp_mentor_name(struct gp_memory *memory, const struct gp_report *report,
                           size_t person) {
    const struct gp_person *who = person_of(report, person);
    if (!is_shared(report, person))
        return who->name;
    if (who->id[0] != '\0')
        return gp_print(memory, "%s (%s)", who->name, who->id);
    return who->email != NULL && who->email[0] != '\0' ? who->email : who->name;
}

const char *gp_mentor_names(struct gp_memory *memory, const struct gp_report *report,
                            const size_t *people, size_t count, size_t most) {
    const char *text = "";
    size_t shown = count < most ? count : most;
    for (size_t i = 0; i < shown; i++)
        text = gp_print(memory, "%s%s%s", text, i > 0 ? "; " : "",
                        gp_mentor_name(memory, report, people[i]));
    return shown == count ? text : gp_print(memory, "%s and %zu more", text, count - shown);
}

const char *gp_points_text(struct gp_memory *memory, int64_t thousandths) {
    if (thousandths % 1000 == 0)
        return gp_print(memory, "%" PRId64, thousandths / 1000);
    return gp_strength_text(memory, thousandths);
}

const char *gp_hours_text(struct gp_memory *memory, int32_t tenths) {
    return gp_points_text(memory, 100 * (int64_t)tenths);
}

static const char *activity_name(const struct gp_report *report, size_t activity) {
    return report->ladder->activities[activity].name;
}

const char *gp_helps_names(struct gp_memory *memory, const struct gp_report *report,
                           const struct gp_mentoring *pair) {
    const char *text = "";
    for (size_t i = 0; i < pair->help_count; i++)
        text = gp_print(memory, "%s%s%s", text, i > 0 ? "; " : "",
                        activity_name(report, pair->helps[i].activity));
    return text;
}

static const char *help_words(struct gp_memory *memory, const struct gp_report *report,
                              const struct gp_help *help) {
    return gp_print(memory, "%s %s to %s (gap %s x interest %d x %s ahead = %s)",
                    activity_name(report, help->activity), gp_points_text(memory, help->mentee),
                    gp_points_text(memory, help->target), gp_points_text(memory, help->gap),
                    help->interest, gp_points_text(memory, help->mentor - help->mentee),
                    gp_points_text(memory, help->points));
}

const char *gp_bonus_words(enum gp_bonus bonus) {
    switch (bonus) {
    case GP_BONUS_MOVE:
        return "made the move";
    case GP_BONUS_BACKGROUND:
        return "a like background";
    case GP_BONUS_FACET:
        return "strong where most of the focus lies";
    case GP_BONUS_PREVIOUS:
        return "a pair last cycle";
    }
    return "";
}

const char *gp_bonus_id(enum gp_bonus bonus) {
    switch (bonus) {
    case GP_BONUS_MOVE:
        return "move";
    case GP_BONUS_BACKGROUND:
        return "background";
    case GP_BONUS_FACET:
        return "facet";
    case GP_BONUS_PREVIOUS:
        return "previous";
    }
    return "";
}

const char *gp_pair_reasons(struct gp_memory *memory, const struct gp_report *report,
                            const struct gp_mentoring *pair) {
    const char *text = "", *between = "";
    for (size_t i = 0; i < pair->help_count; i++) {
        text =
            gp_print(memory, "%s%s%s", text, between, help_words(memory, report, &pair->helps[i]));
        between = "; ";
    }
    for (size_t i = 0; i < GP_BONUS_COUNT; i++) {
        if (pair->bonuses[i] == 0)
            continue;
        text = gp_print(memory, "%s%s%s: %s", text, between, gp_bonus_words((enum gp_bonus)i),
                        gp_points_text(memory, pair->bonuses[i]));
        between = "; ";
    }
    return pair->kept ? gp_print(memory, "%s%skept by pairs.csv", text, between) : text;
}

const char *gp_unmatched_id(enum gp_unmatched why) {
    switch (why) {
    case GP_MATCHED:
        return NULL;
    case GP_NO_FOCUS:
        return "no_focus";
    case GP_NOT_ASKED:
        return "not_asked";
    case GP_NOBODY_WILLING:
        return "nobody_willing";
    case GP_NOBODY_AHEAD:
        return "nobody_ahead";
    case GP_NOBODY_ALLOWED:
        return "nobody_allowed";
    case GP_NOBODY_FREE:
        return "nobody_free";
    }
    return NULL;
}

const char *gp_unmatched_words(struct gp_memory *memory, const struct gp_report *report,
                               size_t person) {
    switch (report->matching->mentees[person].why) {
    case GP_MATCHED:
        return "";
    case GP_NO_FOCUS:
        return person_of(report, person)->answered
                   ? "nothing on the focus list: no gap to the target with high interest"
                   : "no answers, so there is no focus list";
    case GP_NOT_ASKED:
        return "wants no mentor now";
    case GP_NOBODY_WILLING:
        return "nobody else is willing to mentor";
    case GP_NOBODY_AHEAD:
        return gp_print(memory,
                        "nobody willing has reached the target's level and is %d levels ahead on "
                        "anything of the focus list",
                        (int)report->policy->mentor_ahead);
    case GP_NOBODY_ALLOWED:
        return "who is willing and ahead may not: manager or report, a never pair, a pair that has "
               "run its course, time zones, or too little time in product";
    case GP_NOBODY_FREE:
        return "who is willing and ahead has no hours left";
    }
    return "";
}

const char *gp_quick_questions(struct gp_memory *memory, const struct gp_report *report,
                               size_t person) {
    const struct gp_mentee *mentee = &report->matching->mentees[person];
    const char *text = "";
    for (size_t i = 0; i < mentee->nearest_count; i++)
        text = gp_print(memory, "%s%s%s about %s", text, i > 0 ? "; " : "",
                        gp_mentor_name(memory, report, mentee->nearest[i]),
                        activity_name(report, mentee->nearest_activities[i]));
    return text;
}

const char *gp_pairs_of(struct gp_memory *memory, const struct gp_report *report, size_t person,
                        bool as_mentee) {
    const char *text = "";
    for (size_t i = 0; i < report->matching->pair_count; i++) {
        const struct gp_mentoring *pair = &report->matching->pairs[i];
        if ((as_mentee ? pair->mentee : pair->mentor) == person)
            text = gp_print(memory, "%s%s%s (%s)", text, text[0] == '\0' ? "" : "; ",
                            gp_mentor_name(memory, report, as_mentee ? pair->mentor : pair->mentee),
                            gp_points_text(memory, pair->strength));
    }
    return text[0] == '\0' ? "nobody" : text;
}

size_t gp_mentors_of(const struct gp_matching *matching, size_t person) {
    size_t count = 0;
    for (size_t i = 0; i < matching->pair_count; i++)
        count += matching->pairs[i].mentee == person;
    return count;
}

bool gp_has_rounds(const struct gp_matching *matching) {
    for (size_t i = 0; i < matching->pair_count; i++)
        if (matching->pairs[i].round > 1)
            return true;
    return false;
}

size_t *gp_mentees_of(struct gp_memory *memory, const struct gp_matching *matching, size_t mentor,
                      size_t *count) {
    size_t *people = gp_alloc(memory, matching->mentors[mentor].mentees, sizeof *people), found = 0;
    for (size_t i = 0; i < matching->pair_count; i++)
        if (matching->pairs[i].mentor == mentor)
            people[found++] = matching->pairs[i].mentee;
    *count = found;
    return people;
}

bool gp_is_mentor(const struct gp_matching *matching, size_t person) {
    return matching->mentors[person].may || matching->mentors[person].mentees > 0;
}
