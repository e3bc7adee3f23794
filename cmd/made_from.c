#include "made_from.h"

#include "model/mentors.h"
#include "write/mentor_words.h"
#include "write/page.h"

#include <string.h>

// A structure that grows has something new to say about a plan: add it below, then change its size
// here.
#define SIZE_IS(type, size)                                                                        \
    _Static_assert(sizeof(void *) != 8 || sizeof(type) == (size),                                  \
                   "does a plan show the new member?")
SIZE_IS(struct gp_person, 144);
SIZE_IS(struct gp_answer, 4);
SIZE_IS(struct gp_mentoring, 88);
SIZE_IS(struct gp_help, 40);
SIZE_IS(struct gp_mentee, 56);
SIZE_IS(struct gp_mentor, 24);
SIZE_IS(struct gp_mentor_group, 32);
SIZE_IS(struct gp_course, 104);
SIZE_IS(struct gp_plan_offer, 64);

// The facts, one behind the other, each with its length before it, so that no two rows of facts are
// the same bytes.
struct facts {
    struct gp_memory *memory;
    const struct gp_report *report;
    size_t person;
    struct gp_page bytes;
};

static void add_bytes(struct facts *facts, const void *bytes, size_t length) {
    gp_page_add(&facts->bytes, (struct gp_bytes){bytes, length});
}

static void add_number(struct facts *facts, int64_t number) {
    add_bytes(facts, &number, sizeof number);
}

static void add_size(struct facts *facts, size_t size) {
    add_number(facts, (int64_t)size);
}

// NULL is not the empty text.
static void add_text(struct facts *facts, const char *text) {
    size_t length = text == NULL ? 0 : strlen(text);
    add_number(facts, text == NULL ? -1 : (int64_t)length);
    add_bytes(facts, text, length);
}

static void add_date(struct facts *facts, gp_date date) {
    add_number(facts, date.year);
    add_number(facts, date.month);
    add_number(facts, date.day);
}

static void add_money(struct facts *facts, gp_money money) {
    add_number(facts, money.minor);
    add_number(facts, money.currency);
}

static void add_run(struct facts *facts) {
    const struct gp_report *report = facts->report;
    const struct gp_origin *origin = report->origin;
    add_text(facts, origin->program);
    add_text(facts, origin->as_of);
    add_date(facts, report->as_of);
    add_text(facts, origin->ladder_name);
    add_text(facts, origin->ladder_hash);
    add_text(facts, origin->policy_name);
    add_text(facts, origin->policy_hash);
    add_size(facts, origin->source_count);
    for (size_t i = 0; i < origin->source_count; i++)
        add_text(facts, origin->sources[i].name);
    add_number(facts, report->matching != NULL);
    add_number(facts, report->offers != NULL);
    add_number(facts, report->courses != NULL && report->courses->count > 0);
}

static void add_person(struct facts *facts) {
    const struct gp_team *team = facts->report->team;
    const struct gp_person *person = &team->people[facts->person];
    add_text(facts, person->name);
    add_text(facts, person->id);
    add_text(facts, person->email);
    add_text(facts, person->role);
    add_size(facts, person->rung);
    add_text(facts, person->manager_name);
    add_text(facts, person->manager == GP_NO_PERSON ? NULL : team->people[person->manager].name);
    add_number(facts, person->answered);
    add_size(facts, person->target);
    add_text(facts, person->background);
    add_size(facts, person->came_from);
    add_date(facts, person->role_since);
    add_number(facts, person->product_years_tenths);
    add_number(facts, person->products);
    add_number(facts, person->mentor_hours_tenths);
    add_number(facts, person->mentor_willing);
    add_number(facts, person->wants_mentor);
    add_number(facts, person->zone_minutes);
    add_number(facts, person->supported);
    add_number(facts, person->on_roster);
}

static void add_answers(struct facts *facts) {
    const struct gp_team *team = facts->report->team;
    const struct gp_answer *answers = gp_answers_of(team, facts->person);
    add_date(facts, team->answered_on[facts->person]);
    add_bytes(facts, answers, team->activity_count * sizeof *answers);
    for (size_t i = 0; i < team->activity_count; i++)
        add_text(facts, gp_note_of(team, facts->person, i));
}

// Of the gates, one hangs on who else is there: whether a role exists here.
static void add_gates(struct facts *facts) {
    const struct gp_profile *profile = &facts->report->results->profiles[facts->person];
    for (size_t i = 0; i < facts->report->ladder->rung_count; i++)
        add_bytes(facts, profile->readiness[i].gates, sizeof profile->readiness[i].gates);
}

// A plan names others, and says nothing else of them.
static void add_other(struct facts *facts, size_t other) {
    add_text(facts, gp_mentor_name(facts->memory, facts->report, other));
}

// What a pair is about stands in the order of the mentee's focus list.
static void add_pair(struct facts *facts, const struct gp_mentoring *pair) {
    const struct gp_profile *mentee = &facts->report->results->profiles[pair->mentee];
    add_other(facts, pair->mentee);
    add_other(facts, pair->mentor);
    add_number(facts, pair->kept);
    add_number(facts, pair->round);
    add_number(facts, pair->newcomer);
    add_number(facts, pair->senior);
    add_number(facts, pair->hours_tenths);
    for (size_t i = 0; i < GP_BONUS_COUNT; i++)
        add_number(facts, pair->bonuses[i] != 0);
    for (size_t i = 0; i < mentee->focus_count; i++)
        for (size_t j = 0; j < pair->help_count; j++)
            if (pair->helps[j].activity == mentee->focus[i])
                add_size(facts, pair->helps[j].activity);
    for (size_t i = 0; i < pair->help_count; i++)
        add_size(facts, pair->helps[i].activity);
}

static void add_people(struct facts *facts, const size_t *people, size_t count) {
    add_size(facts, count);
    for (size_t i = 0; i < count; i++)
        add_other(facts, people[i]);
}

static void add_mentee(struct facts *facts, const struct gp_mentee *mentee) {
    add_number(facts, mentee->why);
    add_number(facts, mentee->newcomer);
    add_people(facts, mentee->nearest, mentee->nearest_count);
    for (size_t i = 0; i < mentee->nearest_count; i++)
        add_size(facts, mentee->nearest_activities[i]);
    add_people(facts, mentee->could, mentee->could_count);
}

static void add_mentor(struct facts *facts, const struct gp_mentor *mentor) {
    add_number(facts, mentor->may);
    add_number(facts, mentor->hours_tenths);
    add_number(facts, mentor->used_tenths);
    add_size(facts, mentor->mentees);
}

static void add_mentoring(struct facts *facts) {
    const struct gp_matching *matching = facts->report->matching;
    if (matching == NULL)
        return;
    add_number(facts, gp_has_rounds(matching));
    add_mentee(facts, &matching->mentees[facts->person]);
    add_mentor(facts, &matching->mentors[facts->person]);
    for (size_t i = 0; i < matching->pair_count; i++)
        if (matching->pairs[i].mentee == facts->person ||
            matching->pairs[i].mentor == facts->person)
            add_pair(facts, &matching->pairs[i]);
    for (size_t i = 0; i < matching->group_count; i++)
        if (matching->groups[i].mentor == facts->person) {
            add_size(facts, matching->groups[i].activity);
            add_people(facts, matching->groups[i].mentees, matching->groups[i].mentee_count);
        }
}

static void add_course(struct facts *facts, const struct gp_course *course) {
    add_text(facts, course->name);
    add_text(facts, course->provider);
    add_number(facts, course->kind);
    add_number(facts, course->hours_tenths);
    add_size(facts, course->taught_count);
    for (size_t i = 0; i < course->taught_count; i++) {
        add_size(facts, course->taught[i].activity);
        add_number(facts, course->taught[i].level);
    }
}

// What is not shown in a plan is in its hash neither: from it a salary could be found by trying.
static void add_offer(struct facts *facts) {
    if (facts->report->offers == NULL)
        return;
    const struct gp_plan_offer *offer = &facts->report->offers[facts->person];
    add_size(facts, offer->count);
    for (size_t i = 0; i < offer->count; i++)
        add_course(facts, &facts->report->courses->items[offer->courses[i]]);
    add_number(facts, offer->amounts);
    if (!offer->amounts)
        return;
    for (size_t i = 0; i < offer->count; i++)
        add_money(facts, offer->costs[i]);
    add_money(facts, offer->pool);
    add_money(facts, offer->left);
}

void plan_made_from(const struct gp_report *report, size_t person, char hash[GP_HASH_TEXT]) {
    struct facts facts = {.memory = gp_memory_open(), .report = report, .person = person};
    gp_page_open(&facts.bytes, facts.memory);
    add_run(&facts);
    add_person(&facts);
    add_answers(&facts);
    add_gates(&facts);
    add_mentoring(&facts);
    add_offer(&facts);
    gp_hash(facts.bytes.bytes, facts.bytes.length, hash);
    gp_memory_close(facts.memory);
}
