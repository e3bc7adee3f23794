// test_default_ladder.c - the ladders the program carries: what each makes of people who have
// exactly what their rung expects, and the experience: for their own rung, and for the next one;
// and that every text and header is there. Run from the project's folder: it reads templates/.
#include "analyze/analyze.h"
#include "base/map.h"
#include "built_in_ladder.h"
#include "read/intake.h"

#include <string.h>

enum { QUARTZ, EXTENDED, GDD, LADDER_COUNT };
enum { LONGEST_TEXT = 140 };

static const struct {
    const char *name;
    size_t activities, facets, rungs;
} shapes[LADDER_COUNT] = {{"quartz", 78, 9, 8}, {"extended", 78, 9, 10}, {"gdd", 9, 4, 5}};

static int open_ladders(void **state) {
    static struct built_in_ladder ladders[LADDER_COUNT];
    for (size_t i = 0; i < LADDER_COUNT; i++)
        open_built_in_ladder(&ladders[i], shapes[i].name);
    *state = ladders;
    return 0;
}

static int close_ladders(void **state) {
    struct built_in_ladder *ladders = *state;
    for (size_t i = 0; i < LADDER_COUNT; i++)
        gp_memory_close(ladders[i].memory);
    return 0;
}

static size_t rung_of(const struct built_in_ladder *built_in, const char *id) {
    for (size_t i = 0; i < built_in->ladder.rung_count; i++)
        if (strcmp(built_in->ladder.rungs[i].id, id) == 0)
            return i;
    fail_msg("%s has no rung %s", built_in->ladder.name, id);
    return GP_NO_RUNG;
}

// A team of one, who has exactly what `rung` expects.
static const struct gp_readiness *readiness_of(struct built_in_ladder *built_in, size_t rung) {
    const struct gp_ladder *ladder = &built_in->ladder;
    struct gp_answer *answers = gp_alloc(built_in->memory, ladder->activity_count, sizeof *answers);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        answers[i].axis[GP_SKILL] = gp_expected(ladder, rung, i)->level;
        answers[i].axis[GP_EXPERIENCE] = ladder->scales[GP_EXPERIENCE].highest;
        answers[i].axis[GP_INTEREST] = ladder->scales[GP_INTEREST].highest;
        answers[i].manager_skill = GP_ABSENT;
    }
    struct gp_person person = {.name = "Ana",
                               .key = "ana",
                               .rung = rung,
                               .target = GP_NO_RUNG,
                               .manager = GP_NO_PERSON,
                               .came_from = GP_NO_BACKGROUND,
                               .product_years_tenths = -1,
                               .products = -1};
    struct gp_team team = {.people = &person,
                           .person_count = 1,
                           .answers = answers,
                           .activity_count = ladder->activity_count};
    struct gp_results results;
    gp_analyze_team(built_in->memory, ladder, &built_in->policy, &team, &results);
    return results.profiles[0].readiness;
}

static void test_the_rung_they_hold(void **state) {
    struct built_in_ladder *ladders = *state;
    for (size_t l = 0; l < LADDER_COUNT; l++) {
        const struct gp_ladder *ladder = &ladders[l].ladder;
        assert_int_equal(ladder->activity_count, shapes[l].activities);
        assert_int_equal(ladder->facet_count, shapes[l].facets);
        assert_int_equal(ladder->rung_count, shapes[l].rungs);
        for (size_t i = 0; i < ladder->rung_count; i++) {
            const struct gp_readiness *own = &readiness_of(&ladders[l], i)[i];
            if (own->score != 1000 || own->breadth != 1000 || own->band != GP_BAND_HOLDS)
                fail_msg("%s %s: %u", ladder->name, ladder->rungs[i].id, own->score);
        }
    }
}

// Sides by hand from expectations.csv, each rounded to the thousandth; then the hats.
static void test_the_next_rung(void **state) {
    struct built_in_ladder *ladders = *state;
    static const struct {
        int ladder;
        const char *rung, *next;
        int score, product, people;
        int must_haves, must_haves_short;
    } rows[] = {
        {QUARTZ, "pm", "principal", 564, 610, 382, 4, 4},       // 0.8 x 610 + 0.2 x 382 = 564.4
        {QUARTZ, "pm", "gpm", 482, 610, 353, 4, 4},             // 481.5
        {QUARTZ, "tpm", "pm", 836, 859, 630, 3, 1},             // 0.9 x 859 + 0.1 x 630 = 836.1
        {QUARTZ, "pmm", "pm", 893, 910, 741, 3, 1},             // 893.1
        {QUARTZ, "principal", "gpm", 917, 1000, 833, 4, 1},     // 916.5
        {QUARTZ, "director", "vp", 880, 1000, 850, 5, 5},       // 880.0
        {QUARTZ, "vp", "cpo", 931, 1000, 923, 4, 2},            // 930.7
        {EXTENDED, "apm", "pm", 630, 677, 204, 3, 3},           // 0.9 x 677 + 0.1 x 204 = 629.7
        {EXTENDED, "tpm", "pm", 836, 859, 630, 3, 1},           // as in quartz
        {EXTENDED, "pm", "senior", 737, 760, 606, 4, 2},        // 0.85 x 760 + 0.15 x 606 = 736.9
        {EXTENDED, "senior", "principal", 778, 822, 604, 4, 4}, // 778.4
        {EXTENDED, "senior", "gpm", 690, 822, 558, 4, 3},       // 690.0
        // gdd, product: 667, 500, 667, 500, 500, 667, 500; people: 500, 667
        {GDD, "apm", "pm", 574, 572, 584, 2, 2}, // 0.85 x 572 + 0.15 x 584 = 573.8
        // 750, 667, 1000, 667, 667, 1000, 667; 667, 1000
        {GDD, "pm", "senior", 792, 774, 834, 1, 1},   // 0.7 x 774 + 0.3 x 834 = 792.0
        {GDD, "senior", "lead", 866, 857, 875, 2, 2}, // 0.5 x 857 + 0.5 x 875 = 866.0
        {GDD, "lead", "head", 891, 929, 875, 2, 1},   // 0.3 x 929 + 0.7 x 875 = 891.2
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct built_in_ladder *built_in = &ladders[rows[i].ladder];
        size_t next = rung_of(built_in, rows[i].next);
        const struct gp_readiness *got =
            &readiness_of(built_in, rung_of(built_in, rows[i].rung))[next];
        if (got->score != rows[i].score || got->sides[GP_PRODUCT_SIDE] != rows[i].product ||
            got->sides[GP_PEOPLE_SIDE] != rows[i].people)
            fail_msg("%s, %s for %s: %u (%u, %u)", built_in->ladder.name, rows[i].rung,
                     rows[i].next, got->score, got->sides[GP_PRODUCT_SIDE],
                     got->sides[GP_PEOPLE_SIDE]);
        assert_int_equal(got->must_haves, rows[i].must_haves);
        assert_int_equal(got->must_haves_short, rows[i].must_haves_short);
        assert_int_equal(got->gates[GP_GATE_MUST_HAVES], GP_GATE_FAIL);
    }
}

// The extended ladder is the default one with two rungs more: the others expect the same.
static void test_extended_expects_what_quartz_does(void **state) {
    struct built_in_ladder *ladders = *state;
    const struct gp_ladder *quartz = &ladders[QUARTZ].ladder, *other = &ladders[EXTENDED].ladder;
    for (size_t rung = 0; rung < quartz->rung_count; rung++) {
        size_t same = rung_of(&ladders[EXTENDED], quartz->rungs[rung].id);
        assert_string_equal(quartz->rungs[rung].scope, other->rungs[same].scope);
        for (size_t i = 0; i < quartz->activity_count; i++) {
            const struct gp_expectation *here = gp_expected(quartz, rung, i);
            const struct gp_expectation *there = gp_expected(other, same, i);
            assert_string_equal(quartz->activities[i].name, other->activities[i].name);
            if (here->level != there->level || here->must_have != there->must_have)
                fail_msg("%s, %s: %d is %d", quartz->rungs[rung].id, quartz->activities[i].name,
                         here->level, there->level);
        }
    }
}

struct texts {
    const char *ladder;
    struct gp_map *seen; // each with its number
    size_t count;
};

// A text is there, fits a cell, and nothing else on its ladder reads the same.
static void check_text(struct texts *texts, const char *text) {
    size_t number = ++texts->count;
    if (text[0] == '\0' || strlen(text) > LONGEST_TEXT)
        fail_msg("%s: %zu bytes: %s", texts->ladder, strlen(text), text);
    if (gp_map_add(texts->seen, text, number) != number)
        fail_msg("%s: there twice: %s", texts->ladder, text);
}

static void test_texts(void **state) {
    struct built_in_ladder *ladders = *state;
    for (size_t l = 0; l < LADDER_COUNT; l++) {
        const struct gp_ladder *ladder = &ladders[l].ladder;
        struct texts texts = {shapes[l].name, gp_map_new(ladders[l].memory), 0};
        for (size_t i = 0; i < ladder->rung_count; i++)
            check_text(&texts, ladder->rungs[i].scope);
        for (size_t i = 0; i < ladder->activity_count; i++) {
            check_text(&texts, ladder->activities[i].description);
            check_text(&texts, ladder->activities[i].try_next);
        }
        for (size_t i = 0; i < ladder->background_count; i++) {
            const struct gp_background *background = &ladder->backgrounds[i];
            assert_in_range(background->first_count, 3, 5);
            for (size_t k = 0; k < background->first_count; k++)
                check_text(&texts, background->first[k]);
        }
    }
}

static void test_roles(void **state) {
    struct built_in_ladder *ladders = *state;
    static const struct {
        const char *role, *rungs[LADDER_COUNT]; // NULL: not on that ladder, and refused
    } rows[] = {
        {"Associate Product Manager", {"pm", "apm", "apm"}},
        {"APM", {"pm", "apm", "apm"}},
        {"Junior Product Manager", {"pm", "apm", "apm"}},
        {"Product Manager II", {"pm", "pm", NULL}},
        {"Product Owner", {"pm", "pm", "pm"}},
        {"Senior Product Manager", {"pm", "senior", "senior"}},
        {"Sr. PM", {"pm", "senior", "senior"}},
        {"Senior Technical Product Manager", {"tpm", "tpm", NULL}},
        {"Lead Product Manager", {NULL, NULL, "lead"}},
        {"Staff Product Manager", {"principal", "principal", NULL}},
        {"Head of Product", {"director", "director", "head"}},
    };
    for (size_t l = 0; l < LADDER_COUNT; l++) {
        struct gp_names *names = gp_names_new(ladders[l].memory, &ladders[l].ladder);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            size_t rung = GP_NO_RUNG;
            const char *id = rows[i].rungs[l];
            enum gp_found found = gp_names_role(names, rows[i].role, &rung);
            if (found != (id == NULL ? GP_NOT_FOUND : GP_FOUND) ||
                (id != NULL && rung != rung_of(&ladders[l], id)))
                fail_msg("%s: %s", shapes[l].name, rows[i].role);
        }
    }
}

// Since when a role is held is not when the person was hired.
static void test_headers_of_role_since(void **state) {
    struct built_in_ladder *ladders = *state;
    static const struct {
        const char *header;
        bool role_since;
    } rows[] = {
        {"role_since", true},
        {"In role since", true},
        {"In Current Role Since", true},
        {"Time in role since", true},
        {"Role start date", true},
        {"Position Start Date", true},
        {"position_start_date", true},
        {"Started in role", true},
        {"Date in position", true},
        {"Start date of current role", true},
        {"Hire date", false},
        {"Joining date", false},
        {"Start date", false},
        {"Role", false},
        {"Time in role", false},
    };
    for (size_t l = 0; l < LADDER_COUNT; l++) {
        struct gp_names *names = gp_names_new(ladders[l].memory, &ladders[l].ladder);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            size_t field = 0;
            bool found = gp_names_field(names, rows[i].header, gp_roster_fields,
                                        GP_ROSTER_FIELD_COUNT, &field) == GP_FOUND &&
                         strcmp(gp_roster_fields[field], "role_since") == 0;
            if (found != rows[i].role_since)
                fail_msg("%s: %s", shapes[l].name, rows[i].header);
        }
    }
}

enum { ROSTER, COURSES, EXPENSES, INPUT_COUNT };

static const struct {
    const char *const *names;
    size_t count;
} inputs[INPUT_COUNT] = {{gp_roster_fields, GP_ROSTER_FIELD_COUNT},
                         {gp_course_fields, GP_COURSE_FIELD_COUNT},
                         {gp_expense_fields, GP_EXPENSE_FIELD_COUNT}};

// What headers mean in a roster, a catalogue and a list of expenses; "" for nothing.
static void test_headers_of_money(void **state) {
    struct built_in_ladder *ladders = *state;
    static const struct {
        int input;
        const char *header, *field;
    } rows[] = {
        {ROSTER, "Salary", "salary"},
        {ROSTER, "Base Salary", "salary"},
        {ROSTER, "Annual base pay, GBP", "salary"},
        {ROSTER, "Monthly salary", "salary"},
        {ROSTER, "Salary per month (EUR)", "salary"},
        {ROSTER, "Salary (EUR/month)", "salary"},
        {ROSTER, "Salary (monthly, EUR)", "salary"},
        {ROSTER, "Gross pay in $", "salary"},
        {ROSTER, "salary_usd", "salary"},
        {ROSTER, "Hourly rate (USD)", "salary"},
        {ROSTER, "Day rate", "salary"},
        {ROSTER, "Bi-weekly pay", "salary"},
        {ROSTER, "Pay every two weeks", "salary"},
        {ROSTER, "Salary per quarter", ""}, // it would be taken for a year's
        {ROSTER, "Salary band", ""},
        {ROSTER, "Pay review", ""},
        {ROSTER, "Salary target", ""},
        {ROSTER, "Pay period", "period"},
        {ROSTER, "Salary frequency", "period"},
        {ROSTER, "Salary currency", "currency"},
        {ROSTER, "Budget rate (%)", "rate"},
        {ROSTER, "Spent so far (EUR)", "spent"},
        {ROSTER, "Carried over", "carry_over"},
        {ROSTER, "Carry-over from last year (EUR)", "carry_over"},
        {ROSTER, "FTE %", "fte"},
        {ROSTER, "Full-time equivalent", "fte"},
        {ROSTER, "Hire date", "joined"},
        {ROSTER, "Original Hire Date", "joined"},
        {ROSTER, "Joining date", "joined"},
        {ROSTER, "Date of joining", "joined"},
        {ROSTER, "hire_date", "joined"},
        {ROSTER, "Start date", ""}, // of what?
        {ROSTER, "Role start date", "role_since"},
        {ROSTER, "Termination date", "leaves"},
        {ROSTER, "Last working day", "leaves"},
        {COURSES, "Course name", "course"},
        {COURSES, "Type", "kind"},
        {COURSES, "Price (USD)", "price"},
        {COURSES, "Cost per seat", "price"},
        {COURSES, "Max participants", "seats"},
        {COURSES, "Prerequisites", "needs"},
        {COURSES, "Skills covered", "teaches"},
        {EXPENSES, "Payment date", "date"},
        {EXPENSES, "Employee", "person"},
        {EXPENSES, "Employee ID", "id"},
        {EXPENSES, "Category", "kind"},
        {EXPENSES, "Description", "what"},
        {EXPENSES, "Cost (EUR)", "amount"},
    };
    for (size_t l = 0; l < LADDER_COUNT; l++) {
        struct gp_names *names = gp_names_new(ladders[l].memory, &ladders[l].ladder);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            size_t input = (size_t)rows[i].input, field = 0;
            enum gp_found found = gp_names_field(names, rows[i].header, inputs[input].names,
                                                 inputs[input].count, &field);
            const char *is = found == GP_FOUND ? inputs[input].names[field] : "";
            if (strcmp(is, rows[i].field) != 0)
                fail_msg("%s: %s is \"%s\"", shapes[l].name, rows[i].header, is);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_rung_they_hold),
        cmocka_unit_test(test_the_next_rung),
        cmocka_unit_test(test_extended_expects_what_quartz_does),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_headers_of_role_since),
        cmocka_unit_test(test_headers_of_money),
    };
    return cmocka_run_group_tests(tests, open_ladders, close_ladders);
}
