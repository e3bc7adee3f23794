#include "write/plan_mentoring.h"

#include <string.h>

// Where a pair's names stand, for the goals that follow them.
struct place {
    const struct gp_mentoring *pair;
    const char *mentor, *activities; // cells
    const char *text;                // of the activities
};

static const char *const why[GP_BONUS_COUNT] = {
    [GP_BONUS_MOVE] = "made the move that you are working on",
    [GP_BONUS_BACKGROUND] = "comes from a background like yours",
    [GP_BONUS_FACET] = "is strongest where most of your focus lies",
    [GP_BONUS_PREVIOUS] = "has been your mentor before"};

static const char *const questions[] = {
    "What would have to be true in six months for both of us to call this time well spent?",
    "What did you find hard when you were where I am, and what helped?",
    "Which decision taught you most, and what would you do differently today?",
    "What would you like to see of my work before you advise me?",
    "How do you like to hear an uncomfortable truth? How do I?",
    "What do we leave out, and what stays between the two of us?",
    "Who sets the date and the agenda, and what if one of us cannot make it?",
    "Whom else should I know, and what could I ask them?"};
enum { QUESTION_COUNT = sizeof questions / sizeof *questions };

static const char ending[] =
    "It has done its work when the goals are met, or no longer fit, or when time runs short. Say "
    "so early, and in words: fading away is no ending. In a last meeting go through what has "
    "changed, say what helped, say what you go on with alone, and whether a quick question is "
    "welcome later. If it does not fit, either of you may end it, with no fault to be named; tell "
    "whoever made the match, so that another one can be found.";

static const char *why_this_pair(const struct gp_mentoring_page *page,
                                 const struct gp_mentoring *pair) {
    const char *bonuses =
        gp_mentoring_bonuses(page, pair, why, "somebody asked for the two of you to be a pair");
    const char *ahead =
        pair->help_count == 0
            ? ""
            : gp_print(page->plan->memory,
                       "can already do what your target asks for in %zu of the %zu activities you "
                       "focus on",
                       pair->help_count, page->plan->profile->focus_count);
    return gp_print(page->plan->memory, "%s%s%s", ahead,
                    ahead[0] == '\0' || bonuses[0] == '\0' ? "" : "; ", bonuses);
}

static void put_labeled(struct gp_mentoring_page *page, const char *label, const char *text) {
    const double room = 100; // what the columns beside the label hold
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, label);
    gp_put_mentoring_text(page, GP_MOVE_A, GP_MOVE_F, text);
    double height = gp_wrapped_height(text, room);
    gp_sheet_height(page->sheet, page->row++,
                    height > GP_MENTORING_LINE ? height : GP_MENTORING_LINE);
}

static void put_dates(struct gp_mentoring_page *page) {
    enum { START = 1, REVIEW = 3 }; // quarters from now: six months between them
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, "How often");
    gp_put_mentoring_choice(page, GP_CHOICE_CADENCE, GP_MOVE_A, GP_MOVE_B, "every two weeks");
    gp_put_mentoring_text(page, GP_MOVE_C, GP_MOVE_C, "Where and how");
    gp_put_mentoring_field(page, GP_MOVE_D, GP_MOVE_F, "");
    gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE);
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, "Starts on");
    gp_put_mentoring_field(page, GP_MOVE_A, GP_MOVE_B, gp_mentoring_day(page, START));
    gp_put_mentoring_text(page, GP_MOVE_C, GP_MOVE_C, "Review on");
    gp_put_mentoring_field(page, GP_MOVE_D, GP_MOVE_F, gp_mentoring_day(page, REVIEW));
    gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE);
}

static void put_end(struct gp_mentoring_page *page) {
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, "How it ended");
    gp_put_mentoring_choice(page, GP_CHOICE_ENDING, GP_MOVE_A, GP_MOVE_B, "");
    gp_put_mentoring_text(page, GP_MOVE_C, GP_MOVE_C, "On, and what is next");
    gp_put_mentoring_field(page, GP_MOVE_D, GP_MOVE_F, "");
    gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE);
}

static void put_agreement(struct gp_mentoring_page *page, struct place *place) {
    struct gp_memory *memory = page->plan->memory;
    const char *name = gp_mentoring_name(page, place->pair->mentor);
    gp_put_move_section(page->sheet, page->row++, gp_print(memory, "Agreement with %s", name));
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, "Mentor");
    gp_put_mentoring_text(page, GP_MOVE_A, GP_MOVE_B, name);
    place->mentor = gp_ref_fixed(memory, page->row, GP_MOVE_A);
    gp_put_mentoring_text(page, GP_MOVE_C, GP_MOVE_C, "Hours a month");
    gp_put_number(page->sheet, page->row, GP_MOVE_D, place->pair->hours_tenths / 10.0,
                  GP_STYLE_INPUT);
    gp_put_mentoring_text(page, GP_MOVE_E, GP_MOVE_F, "meetings and messages together");
    gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE);
    put_labeled(page, "Why this pair", why_this_pair(page, place->pair));
    place->activities = gp_ref_fixed(memory, page->row, GP_MOVE_A);
    put_labeled(page, "Can help you with",
                place->text[0] == '\0' ? "to be found out in the first meeting" : place->text);
    put_dates(page);
    gp_put_mentoring_ask(page, "What I expect of my mentor", 3);
    gp_put_mentoring_ask(page, "What my mentor expects of me", 3);
    gp_put_mentoring_ask(page, "When and how we can be reached", 1);
    gp_put_mentoring_ask(page, "Limits: topics, time, what stays between us", 2);
    put_end(page);
}

static bool is_about(const struct gp_mentoring_page *page, const struct place *place,
                     const char *activity) {
    struct gp_memory *memory = page->plan->memory;
    return strstr(gp_print(memory, "; %s; ", place->text), gp_print(memory, "; %s; ", activity)) !=
           NULL;
}

// Which of the mentors can help with the activity of a goal: it follows the goals.
static void put_helpers(const struct gp_mentoring_page *page, const struct place *places,
                        size_t count, const char *activity) {
    struct gp_memory *memory = page->plan->memory;
    const char *cell = gp_ref(memory, page->row, GP_MOVE_WHAT);
    const char *formula = "", *value = "";
    for (size_t i = 0; i < count; i++) {
        const struct place *place = &places[i];
        formula = gp_print(
            memory, "%s%sIF(ISNUMBER(FIND(\"; \"&%s&\"; \",\"; \"&%s&\"; \")),\"; \"&%s,\"\")",
            formula, i > 0 ? "&" : "", cell, place->activities, place->mentor);
        if (activity[0] != '\0' && is_about(page, place, activity))
            value = gp_print(memory, "%s%s%s", value, value[0] == '\0' ? "" : "; ",
                             gp_mentoring_name(page, place->pair->mentor));
    }
    gp_put_formula_text(page->sheet, page->row, GP_MOVE_C,
                        gp_print(memory, "=IF(%s=\"\",\"\",MID(%s,3,999))", cell, formula), value,
                        GP_STYLE_WRAP);
}

static void put_goal(struct gp_mentoring_page *page, const struct place *places, size_t count,
                     size_t k) {
    const struct gp_plan *plan = page->plan;
    const struct gp_profile *profile = plan->profile;
    bool there = k <= profile->focus_count;
    size_t activity = there ? profile->focus[k - 1] : 0;
    const char *name = there ? plan->report->ladder->activities[activity].name : "";
    gp_put_formula_text(page->sheet, page->row, GP_MOVE_WHAT,
                        gp_lookup(plan, GP_COL_ACTIVITY, GP_COL_FOCUS, k, "&\"\""), name,
                        GP_STYLE_WRAP);
    gp_put_level_formula(page->sheet, page->row, GP_MOVE_A,
                         gp_lookup(plan, GP_COL_USED, GP_COL_FOCUS, k, ""),
                         there ? profile->skill[activity] : GP_NO_LEVEL);
    gp_put_level_formula(
        page->sheet, page->row, GP_MOVE_B, gp_lookup(plan, GP_COL_TARGET, GP_COL_FOCUS, k, ""),
        there ? 1000 * gp_expected(plan->report->ladder, profile->target, activity)->level
              : GP_NO_LEVEL);
    put_helpers(page, places, count, name);
    gp_put_mentoring_field(page, GP_MOVE_D, GP_MOVE_F, "");
    gp_sheet_height(page->sheet, page->row++, 1.5 * GP_MENTORING_LINE);
}

static void put_goals(struct gp_mentoring_page *page, const struct place *places, size_t count) {
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Focus list"},
        {GP_MOVE_A, GP_MOVE_A, "You"},
        {GP_MOVE_B, GP_MOVE_B, "Target"},
        {GP_MOVE_C, GP_MOVE_C, "Can help"},
        {GP_MOVE_D, GP_MOVE_F, "By the review I can ..."}};
    gp_put_move_section(page->sheet, page->row++,
                        "Goals: the focus list, which follows your ratings");
    gp_put_move_headers(page->sheet, page->row++, headers, sizeof headers / sizeof *headers);
    for (size_t k = 1; k <= (size_t)page->plan->report->policy->focus_count; k++)
        put_goal(page, places, count, k);
}

static void put_questions(struct gp_mentoring_page *page) {
    const double room[] = {56, 68}; // of the two halves
    gp_put_move_section(page->sheet, page->row++, "For the first meeting: ask each other");
    for (size_t i = 0; i < QUESTION_COUNT; i += 2) {
        double height = GP_MENTORING_LINE;
        for (size_t j = 0; j < 2; j++) {
            gp_put_mentoring_text(page, j == 0 ? GP_MOVE_WHAT : GP_MOVE_C,
                                  j == 0 ? GP_MOVE_B : GP_MOVE_F, questions[i + j]);
            double needed = gp_wrapped_height(questions[i + j], room[j]);
            height = needed > height ? needed : height;
        }
        gp_sheet_height(page->sheet, page->row++, height);
    }
}

static void put_meetings(struct gp_mentoring_page *page) {
    static const struct gp_move_header meetings[] = {{GP_MOVE_WHAT, GP_MOVE_WHAT, "Met on"},
                                                     {GP_MOVE_A, GP_MOVE_C, "What we talked about"},
                                                     {GP_MOVE_D, GP_MOVE_F, "What I do next"}};
    static const struct gp_move_header wins[] = {{GP_MOVE_WHAT, GP_MOVE_C, "What went well"},
                                                 {GP_MOVE_D, GP_MOVE_F, "How we celebrate it"}};
    enum { MEETINGS = 8, WINS = 3 };
    gp_put_move_section(page->sheet, page->row++, "Meetings");
    gp_put_mentoring_log(page, meetings, sizeof meetings / sizeof *meetings, MEETINGS);
    page->row++;
    gp_put_move_section(page->sheet, page->row++, "Wins to celebrate");
    gp_put_mentoring_log(page, wins, sizeof wins / sizeof *wins, WINS);
}

void gp_put_agreements(struct gp_mentoring_page *page) {
    enum { MOST_ON_A_PAGE = 2 }; // agreements, with goals and first questions
    size_t count = 0, most = gp_mentors_of(page->matching, page->person);
    struct place *places = gp_alloc(page->plan->memory, most, sizeof *places);
    for (size_t i = 0; i < page->matching->pair_count; i++) {
        const struct gp_mentoring *pair = &page->matching->pairs[i];
        if (pair->mentee != page->person)
            continue;
        places[count] = (struct place){.pair = pair, .text = gp_mentoring_activities(page, pair)};
        put_agreement(page, &places[count++]);
        page->row++;
    }
    put_goals(page, places, count);
    page->row++;
    if (count > MOST_ON_A_PAGE)
        gp_sheet_break_rows(page->sheet, &page->row, 1);
    put_questions(page);
    page->row++;
    put_meetings(page);
    page->row++;
    gp_put_move_section(page->sheet, page->row++, "How to end it well");
    page->row = gp_put_move_note(page->sheet, page->row, ending);
}
