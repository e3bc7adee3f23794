#include "model/words.h"
#include "write/gate_text.h"
#include "write/json.h"
#include "write/readiness_parts.h"

// What every part of the document is written from.
struct document {
    struct gp_json *json;
    struct gp_memory *memory;
    const struct gp_readiness_view *view;
};

static const struct gp_ladder *ladder_of(const struct document *document) {
    return document->view->report->ladder;
}

static const struct gp_profile *profile_of(const struct document *document, size_t person) {
    return &document->view->report->results->profiles[person];
}

static void put_rung_id(const struct document *document, const char *key, size_t rung) {
    gp_json_text(document->json, key,
                 rung == GP_NO_RUNG ? NULL : ladder_of(document)->rungs[rung].id);
}

static void put_rung(const struct document *document, size_t person, size_t rung) {
    struct gp_json *json = document->json;
    const struct gp_rung *r = &ladder_of(document)->rungs[rung];
    const struct gp_profile *profile = profile_of(document, person);
    const struct gp_readiness *readiness = &profile->readiness[rung];
    gp_json_object(json, NULL);
    gp_json_text(json, "rung", r->id);
    gp_json_text(json, "title", r->title);
    gp_json_text(json, "path", gp_path_word(r->path));
    gp_json_yes_no(json, "is_target", profile->target == rung);
    gp_json_share(json, "score", readiness->score);
    gp_json_share(json, "low", readiness->low);
    gp_json_share(json, "high", readiness->high);
    gp_json_share(json, "product_score", readiness->sides[GP_PRODUCT_SIDE]);
    gp_json_share(json, "people_score", readiness->sides[GP_PEOPLE_SIDE]);
    gp_json_share(json, "self_score", readiness->raters[GP_SELF]);
    gp_json_share(json, "manager_score", readiness->raters[GP_MANAGER]);
    gp_json_share(json, "spread", readiness->spread);
    gp_json_text(json, "band", gp_band_word(readiness->band));
    gp_json_text(json, "first_gate",
                 readiness->first_gate == GP_NO_GATE ? NULL : gp_gate_id(readiness->first_gate));
    gp_json_object(json, "gates");
    for (size_t gate = 0; gate < GP_GATE_COUNT; gate++)
        gp_json_text(json, gp_gate_id(gate), gp_gate_state_word(readiness->gates[gate]));
    gp_json_end(json);
    gp_json_end(json);
}

static void put_names(const struct document *document, const char *key, const size_t *activities,
                      size_t count) {
    gp_json_array(document->json, key);
    for (size_t i = 0; i < count; i++)
        gp_json_text(document->json, NULL, ladder_of(document)->activities[activities[i]].name);
    gp_json_end(document->json);
}

static void put_apart(const struct document *document, size_t person) {
    struct gp_json *json = document->json;
    const struct gp_profile *profile = profile_of(document, person);
    const struct gp_answer *answers = gp_answers_of(document->view->report->team, person);
    gp_json_array(json, "to_talk_about");
    for (size_t i = 0; i < profile->apart_count; i++) {
        const struct gp_answer *answer = &answers[profile->apart[i]];
        gp_json_object(json, NULL);
        gp_json_text(json, "activity", ladder_of(document)->activities[profile->apart[i]].name);
        gp_json_level(json, "self", 1000 * answer->axis[GP_SKILL]);
        gp_json_level(json, "manager", 1000 * answer->manager_skill);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_paths(const struct document *document, const struct gp_two_paths *paths) {
    struct gp_json *json = document->json;
    if (paths == NULL)
        return;
    if (paths->rungs[0] == GP_NO_RUNG) {
        gp_json_null(json, "two_paths");
        return;
    }
    gp_json_object(json, "two_paths");
    gp_json_array(json, "rungs");
    for (size_t i = 0; i < 2; i++) {
        gp_json_object(json, NULL);
        put_rung_id(document, "rung", paths->rungs[i]);
        gp_json_level(json, "interest", paths->interest[i]);
        gp_json_end(json);
    }
    gp_json_end(json);
    put_rung_id(document, "interest_points_to",
                paths->leaning == GP_NO_LEANING ? GP_NO_RUNG : paths->rungs[paths->leaning]);
    put_names(document, "deciding", paths->deciding, paths->deciding_count);
    gp_json_end(json);
}

// By facet, of what the target expects; null where nothing of that is rated.
static void put_brings(const struct document *document, const struct gp_profile *profile) {
    struct gp_json *json = document->json;
    const struct gp_ladder *ladder = ladder_of(document);
    if (profile->target == GP_NO_RUNG || !gp_rung_is_rated(profile, profile->target)) {
        gp_json_null(json, "brings");
        return;
    }
    gp_json_array(json, "brings");
    for (size_t i = 0; i < ladder->facet_count; i++) {
        struct gp_brought brought = gp_brought_of(ladder, profile, i);
        if (brought.expected == 0)
            continue;
        gp_json_object(json, NULL);
        gp_json_text(json, "facet", ladder->facets[i].name);
        gp_json_count(json, "expected", brought.expected);
        put_names(document, "at_level", profile->brings + brought.first, brought.count);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_moving_in(const struct document *document, size_t person) {
    struct gp_json *json = document->json;
    const struct gp_person *who = &document->view->report->team->people[person];
    const struct gp_profile *profile = profile_of(document, person);
    if (who->rung != GP_NO_RUNG)
        return;
    gp_json_object(json, "moving_in");
    size_t nearest = profile->nearest_entry;
    put_rung_id(document, "aims_at", profile->target_named ? profile->target : GP_NO_RUNG);
    put_rung_id(document, "nearest_entry",
                nearest != GP_NO_RUNG && gp_rung_is_rated(profile, nearest) ? nearest : GP_NO_RUNG);
    put_brings(document, profile);
    if (who->came_from != GP_NO_BACKGROUND) {
        const struct gp_background *background = &ladder_of(document)->backgrounds[who->came_from];
        gp_json_text(json, "background", background->name);
        put_rung_id(document, "usual_entry", background->entry);
        gp_json_array(json, "first_responsibilities");
        for (size_t i = 0; i < background->first_count; i++)
            gp_json_text(json, NULL, background->first[i]);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_gates(const struct document *document, const struct gp_shown *shown) {
    struct gp_json *json = document->json;
    const struct gp_readiness *readiness =
        &profile_of(document, shown->person)->readiness[shown->rung];
    gp_json_array(json, "gates");
    for (size_t gate = 0; gate < GP_GATE_COUNT; gate++) {
        const struct gp_gate_of of = {document->view->report, shown->person, shown->rung, gate};
        gp_json_object(json, NULL);
        gp_json_text(json, "gate", gp_gate_id(gate));
        gp_json_text(json, "state", gp_gate_state_word(readiness->gates[gate]));
        gp_json_text(json, "asks_for", gp_gate_asked(document->memory, &of));
        gp_json_text(json, "found", gp_gate_found(document->memory, &of));
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_sum(struct gp_json *json, enum gp_side side, int32_t hat,
                    const struct gp_side_sum *sum) {
    gp_json_object(json, NULL);
    gp_json_text(json, "side", side == GP_PRODUCT_SIDE ? "product" : "people");
    gp_json_count(json, "hat", (size_t)hat);
    gp_json_count(json, "weight", (size_t)sum->weight);
    gp_json_count(json, "weight_rated", (size_t)sum->weight_rated);
    gp_json_count(json, "weight_x_credit_thousandths", (size_t)sum->credit);
    gp_json_count(json, "weight_x_low_thousandths", (size_t)sum->low);
    gp_json_count(json, "weight_x_high_thousandths", (size_t)sum->high);
    gp_json_end(json);
}

static void put_thresholds(struct gp_json *json, const struct gp_policy *policy) {
    gp_json_object(json, "thresholds");
    gp_json_share(json, "answered_gate", policy->answered_gate);
    gp_json_share(json, "breadth_gate", policy->breadth_gate);
    gp_json_share(json, "facet_gate", policy->facet_gate);
    gp_json_share(json, "developing_from", policy->developing_from);
    gp_json_share(json, "nearly_from", policy->nearly_from);
    gp_json_share(json, "ready_from", policy->ready_from);
    gp_json_share(json, "manager_weight", policy->manager_weight);
    gp_json_share(json, "unproven_credit", policy->unproven_credit);
    gp_json_end(json);
}

static void put_why(const struct document *document, size_t index) {
    struct gp_json *json = document->json;
    const struct gp_shown *shown = &document->view->people[index];
    if (shown->earnings == NULL || shown->rung == GP_NO_RUNG)
        return;
    const struct gp_rung *rung = &ladder_of(document)->rungs[shown->rung];
    gp_json_object(json, "why");
    put_rung_id(document, "rung", shown->rung);
    gp_grid_as_json(gp_why_rows(document->memory, document->view, index, index + 1), json,
                    "activities");
    gp_json_array(json, "sides");
    for (size_t side = 0; side < GP_SIDE_COUNT; side++) {
        struct gp_side_sum sum = gp_sum_of_side(ladder_of(document), shown, (enum gp_side)side);
        put_sum(json, (enum gp_side)side, rung->hats[side], &sum);
    }
    gp_json_end(json);
    put_gates(document, shown);
    put_thresholds(json, document->view->report->policy);
    gp_json_end(json);
}

static void put_way(const struct document *document, size_t index) {
    struct gp_json *json = document->json;
    const struct gp_shown *shown = &document->view->people[index];
    const struct gp_way *way = shown->way;
    if (way == NULL || shown->rung == GP_NO_RUNG)
        return;
    gp_json_object(json, "shortest_way");
    put_rung_id(document, "rung", shown->rung);
    gp_json_yes_no(json, "found", way->found);
    gp_json_text(json, "result", gp_way_result(ladder_of(document), shown));
    if (way->found) {
        gp_json_count(json, "raises", way->levels);
        gp_json_share(json, "score_then", way->score);
        gp_grid_as_json(gp_way_rows(document->memory, document->view, index), json, "steps");
    }
    put_names(document, "to_rate_first", way->to_rate, way->to_rate_count);
    gp_json_end(json);
}

static void put_placed(const struct document *document, const struct gp_profile *profile) {
    gp_json_object(document->json, "placed_at");
    for (size_t path = 0; path < GP_PATH_COUNT; path++)
        put_rung_id(document, gp_path_word((enum gp_path)path), profile->placed[path]);
    gp_json_end(document->json);
}

static void put_person(const struct document *document, size_t index) {
    struct gp_json *json = document->json;
    const struct gp_readiness_view *view = document->view;
    size_t person = view->people[index].person;
    const struct gp_person *who = &view->report->team->people[person];
    const struct gp_profile *profile = profile_of(document, person);
    gp_json_object(json, NULL);
    gp_json_text(json, "person", who->name);
    gp_json_text(json, "id", who->id[0] == '\0' ? NULL : who->id);
    gp_json_text(json, "role", who->role[0] == '\0' ? NULL : who->role);
    put_rung_id(document, "current", who->rung);
    put_rung_id(document, "target", profile->target);
    gp_json_yes_no(json, "target_named", profile->target_named);
    put_placed(document, profile);
    gp_json_array(json, "rungs");
    for (size_t rung = 0; rung < ladder_of(document)->rung_count; rung++)
        if (view->only == GP_NO_RUNG || view->only == rung)
            put_rung(document, person, rung);
    gp_json_end(json);
    put_apart(document, person);
    put_paths(document, view->people[index].paths);
    put_moving_in(document, person);
    put_why(document, index);
    put_way(document, index);
    gp_json_end(json);
}

static void put_assumed(const struct document *document) {
    struct gp_json *json = document->json;
    gp_json_array(json, "assumed");
    for (size_t i = 0; i < document->view->assumed_count; i++) {
        const struct gp_assumed *assumed = &document->view->assumed[i];
        gp_json_object(json, NULL);
        gp_json_text(json, "activity", ladder_of(document)->activities[assumed->activity].name);
        gp_json_level(json, "skill", 1000 * assumed->skill);
        gp_json_level(json, "experience", 1000 * assumed->experience);
        gp_json_end(json);
    }
    gp_json_end(json);
}

struct gp_bytes gp_readiness_json(struct gp_memory *memory, const struct gp_readiness_view *view) {
    const struct gp_origin *origin = view->report->origin;
    struct document document = {gp_json_open(memory), memory, view};
    struct gp_json *json = document.json;
    gp_json_text(json, "program", origin->program);
    gp_json_text(json, "as_of", origin->as_of);
    gp_json_text(json, "ladder", origin->ladder_name);
    gp_json_text(json, "ladder_sha256", origin->ladder_hash);
    put_assumed(&document);
    gp_json_array(json, "people");
    for (size_t i = 0; i < view->count; i++)
        put_person(&document, i);
    gp_json_end(json);
    return gp_json_close(json);
}
