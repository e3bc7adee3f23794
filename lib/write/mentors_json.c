#include "write/json.h"
#include "write/mentor_words.h"

// What every part of the document is written from.
struct document {
    struct gp_json *json;
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_matching *matching;
};

static void put_person(const struct document *document, const char *key, size_t person) {
    gp_json_text(document->json, key, gp_mentor_name(document->memory, document->report, person));
}

static void put_people(const struct document *document, const char *key, const size_t *people,
                       size_t count) {
    gp_json_array(document->json, key);
    for (size_t i = 0; i < count; i++)
        put_person(document, NULL, people[i]);
    gp_json_end(document->json);
}

static void put_activity(const struct document *document, size_t activity) {
    gp_json_text(document->json, "activity", document->report->ladder->activities[activity].name);
}

static void put_hours(const struct document *document, const char *key, int32_t tenths) {
    gp_json_points(document->json, key, 100 * (int64_t)tenths);
}

static void put_head(const struct document *document) {
    const struct gp_origin *origin = document->report->origin;
    const struct gp_policy *policy = document->report->policy;
    const struct gp_matching *matching = document->matching;
    struct gp_json *json = document->json;
    gp_json_text(json, "program", origin->program);
    gp_json_text(json, "as_of", origin->as_of);
    gp_json_text(json, "ladder", origin->ladder_name);
    gp_json_text(json, "ladder_sha256", origin->ladder_hash);
    gp_json_object(json, "policy");
    put_hours(document, "hours_per_mentee", policy->hours_per_mentee_tenths);
    gp_json_count(json, "mentor_ahead", (size_t)policy->mentor_ahead);
    gp_json_end(json);
    gp_json_count(json, "asking", matching->asking);
    gp_json_count(json, "matched", matching->matched);
    gp_json_count(json, "newcomers", matching->newcomers);
    gp_json_count(json, "newcomers_matched", matching->newcomers_matched);
}

static void put_help(const struct document *document, const struct gp_help *help) {
    struct gp_json *json = document->json;
    gp_json_object(json, NULL);
    put_activity(document, help->activity);
    gp_json_level(json, "mentee", help->mentee);
    gp_json_level(json, "target", help->target);
    gp_json_level(json, "mentor", help->mentor);
    gp_json_level(json, "gap", help->gap);
    gp_json_level(json, "interest", 1000 * help->interest);
    gp_json_points(json, "points", help->points);
    gp_json_end(json);
}

static void put_pair(const struct document *document, const struct gp_mentoring *pair) {
    struct gp_json *json = document->json;
    gp_json_object(json, NULL);
    put_person(document, "mentee", pair->mentee);
    put_person(document, "mentor", pair->mentor);
    gp_json_count(json, "round", pair->round);
    gp_json_points(json, "strength", pair->strength);
    put_hours(document, "hours_per_month", pair->hours_tenths);
    gp_json_yes_no(json, "kept", pair->kept);
    gp_json_yes_no(json, "newcomer", pair->newcomer);
    gp_json_yes_no(json, "senior_mentor", pair->senior);
    gp_json_array(json, "activities");
    for (size_t i = 0; i < pair->help_count; i++)
        put_help(document, &pair->helps[i]);
    gp_json_end(json);
    gp_json_object(json, "bonuses");
    for (size_t i = 0; i < GP_BONUS_COUNT; i++)
        gp_json_points(json, gp_bonus_id((enum gp_bonus)i), pair->bonuses[i]);
    gp_json_end(json);
    gp_json_text(json, "reasons", gp_pair_reasons(document->memory, document->report, pair));
    gp_json_end(json);
}

static void put_pairs(const struct document *document) {
    gp_json_array(document->json, "pairs");
    for (size_t i = 0; i < document->matching->pair_count; i++)
        put_pair(document, &document->matching->pairs[i]);
    gp_json_end(document->json);
}

static void put_alone(const struct document *document, size_t person) {
    const struct gp_mentee *mentee = &document->matching->mentees[person];
    struct gp_json *json = document->json;
    gp_json_object(json, NULL);
    put_person(document, "person", person);
    gp_json_text(json, "reason", gp_unmatched_id(mentee->why));
    gp_json_text(json, "reason_text",
                 gp_unmatched_words(document->memory, document->report, person));
    gp_json_text(json, "what_would_change_it",
                 gp_unmatched_fix(document->memory, document->report, person, true));
    gp_json_yes_no(json, "newcomer", mentee->newcomer);
    gp_json_array(json, "quick_questions");
    for (size_t i = 0; i < mentee->nearest_count; i++) {
        gp_json_object(json, NULL);
        put_person(document, "ask", mentee->nearest[i]);
        put_activity(document, mentee->nearest_activities[i]);
        gp_json_end(json);
    }
    gp_json_end(json);
    gp_json_end(json);
}

static void put_mentor(const struct document *document, size_t person) {
    const struct gp_mentor *mentor = &document->matching->mentors[person];
    size_t count = 0;
    size_t *mentees = gp_mentees_of(document->memory, document->matching, person, &count);
    gp_json_object(document->json, NULL);
    put_person(document, "mentor", person);
    put_hours(document, "hours_per_month", mentor->hours_tenths);
    put_hours(document, "used", mentor->used_tenths);
    put_people(document, "mentees", mentees, count);
    gp_json_end(document->json);
}

static void put_everybody(const struct document *document) {
    size_t people = document->report->team->person_count;
    gp_json_array(document->json, "without_mentor");
    for (size_t i = 0; i < people; i++)
        if (document->matching->mentees[i].why != GP_MATCHED)
            put_alone(document, i);
    gp_json_end(document->json);
    gp_json_array(document->json, "mentors");
    for (size_t i = 0; i < people; i++)
        if (gp_is_mentor(document->matching, i))
            put_mentor(document, i);
    gp_json_end(document->json);
}

static void put_groups(const struct document *document) {
    gp_json_array(document->json, "groups");
    for (size_t i = 0; i < document->matching->group_count; i++) {
        const struct gp_mentor_group *group = &document->matching->groups[i];
        gp_json_object(document->json, NULL);
        put_person(document, "mentor", group->mentor);
        put_activity(document, group->activity);
        put_people(document, "mentees", group->mentees, group->mentee_count);
        gp_json_end(document->json);
    }
    gp_json_end(document->json);
}

static void put_preferred(const struct document *document) {
    gp_json_array(document->json, "would_rather");
    for (size_t i = 0; i < document->matching->preferred_count; i++) {
        const struct gp_preferred *preferred = &document->matching->preferred[i];
        gp_json_object(document->json, NULL);
        put_person(document, "mentee", preferred->mentee);
        put_person(document, "mentor", preferred->mentor);
        gp_json_points(document->json, "strength", preferred->strength);
        gp_json_end(document->json);
    }
    gp_json_end(document->json);
}

struct gp_bytes gp_mentors_json(struct gp_memory *memory, const struct gp_report *report) {
    const struct document document = {gp_json_open(memory), memory, report, report->matching};
    put_head(&document);
    put_pairs(&document);
    put_everybody(&document);
    put_groups(&document);
    put_preferred(&document);
    return gp_json_close(document.json);
}
