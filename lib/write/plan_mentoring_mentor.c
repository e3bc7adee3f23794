#include "write/plan_mentoring.h"

static const char *const why[GP_BONUS_COUNT] = {
    [GP_BONUS_MOVE] = "you made the move they are working on",
    [GP_BONUS_BACKGROUND] = "you come from a like background",
    [GP_BONUS_FACET] = "you are strongest where most of their focus lies",
    [GP_BONUS_PREVIOUS] = "you have been their mentor before"};

static const char advice[] =
    "Ask more than you tell, and tell what went wrong for you too. Say honestly what you see: that "
    "somebody hears nothing is the worse sign. With somebody new to product begin with people: "
    "where things are, whom to call, how to share with stakeholders. An hour a week is the least. "
    "Once begun, see it through unless there is a good reason not to; if time gets short or it "
    "does not fit, say so early, look back together on what was reached, and help find who comes "
    "next.";

// The pairs a person mentors in: the first from `from` on; their number behind the last.
static size_t next_pair(const struct gp_mentoring_page *page, size_t from) {
    while (from < page->matching->pair_count && page->matching->pairs[from].mentor != page->person)
        from++;
    return from;
}

static void put_hours(struct gp_mentoring_page *page) {
    const struct gp_mentor *mentor = &page->matching->mentors[page->person];
    struct gp_memory *memory = page->plan->memory;
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, "Hours a month you give");
    gp_put_merged(page->sheet, (struct gp_area){page->row, GP_MOVE_A, page->row, GP_MOVE_B},
                  gp_hours_text(memory, mentor->hours_tenths), GP_STYLE_WRAP);
    gp_put_mentoring_text(page, GP_MOVE_C, GP_MOVE_C, "Of them used");
    gp_put_mentoring_text(
        page, GP_MOVE_D, GP_MOVE_F,
        gp_print(memory, "%s%s", gp_hours_text(memory, mentor->used_tenths),
                 mentor->used_tenths > mentor->hours_tenths
                     ? ": more than you give; talk about it with whoever made the match"
                     : ""));
    gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE);
}

static void put_mentee(struct gp_mentoring_page *page, const struct gp_mentoring *pair) {
    const char *learns = gp_mentoring_activities(page, pair);
    const char *brings =
        gp_mentoring_bonuses(page, pair, why, "somebody asked for the two of you to be a pair");
    if (learns[0] == '\0')
        learns = "to be found out in the first meeting";
    if (brings[0] == '\0')
        brings = "you can already do what they want to learn";
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, gp_mentoring_name(page, pair->mentee));
    gp_put_mentoring_text(page, GP_MOVE_A, GP_MOVE_C, learns);
    gp_put_mentoring_text(page, GP_MOVE_D, GP_MOVE_F, brings);
    const double room = 46; // of either, a little less than the columns
    double height = gp_wrapped_height(learns, room), other = gp_wrapped_height(brings, room);
    height = other > height ? other : height;
    gp_sheet_height(page->sheet, page->row++,
                    height > GP_MENTORING_LINE ? height : GP_MENTORING_LINE);
}

static void put_mentees(struct gp_mentoring_page *page) {
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Mentee"},
        {GP_MOVE_A, GP_MOVE_C, "Wants to learn, and you can show"},
        {GP_MOVE_D, GP_MOVE_F, "What you bring besides"}};
    gp_put_move_headers(page->sheet, page->row++, headers, sizeof headers / sizeof *headers);
    for (size_t i = next_pair(page, 0); i < page->matching->pair_count; i = next_pair(page, i + 1))
        put_mentee(page, &page->matching->pairs[i]);
}

static void put_groups(struct gp_mentoring_page *page) {
    const struct gp_report *report = page->plan->report;
    for (size_t i = 0; i < page->matching->group_count; i++) {
        const struct gp_mentor_group *group = &page->matching->groups[i];
        if (group->mentor == page->person)
            page->row = gp_put_move_note(
                page->sheet, page->row,
                gp_print(page->plan->memory, "On %s you could meet as a group: %s.",
                         report->ladder->activities[group->activity].name,
                         gp_mentor_names(page->plan->memory, report, group->mentees,
                                         group->mentee_count, group->mentee_count)));
    }
}

static void put_terms(struct gp_mentoring_page *page) {
    enum { START = 1, REVIEW = 3 }; // quarters from now: six months between them
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Mentee"}, {GP_MOVE_A, GP_MOVE_A, "How often"},
        {GP_MOVE_B, GP_MOVE_B, "Starts on"},    {GP_MOVE_C, GP_MOVE_C, "Review on"},
        {GP_MOVE_D, GP_MOVE_E, "How it ended"}, {GP_MOVE_F, GP_MOVE_F, "Goals we agreed on"}};
    gp_put_move_section(page->sheet, page->row++, "Your side of the agreement");
    gp_put_move_headers(page->sheet, page->row++, headers, sizeof headers / sizeof *headers);
    for (size_t i = next_pair(page, 0); i < page->matching->pair_count;
         i = next_pair(page, i + 1)) {
        gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT,
                              gp_mentoring_name(page, page->matching->pairs[i].mentee));
        gp_put_mentoring_choice(page, GP_CHOICE_CADENCE, GP_MOVE_A, GP_MOVE_A, "every two weeks");
        gp_put_mentoring_field(page, GP_MOVE_B, GP_MOVE_B, gp_mentoring_day(page, START));
        gp_put_mentoring_field(page, GP_MOVE_C, GP_MOVE_C, gp_mentoring_day(page, REVIEW));
        gp_put_mentoring_choice(page, GP_CHOICE_ENDING, GP_MOVE_D, GP_MOVE_E, "");
        gp_put_mentoring_field(page, GP_MOVE_F, GP_MOVE_F, "");
        gp_sheet_height(page->sheet, page->row++, 2 * GP_MENTORING_LINE);
    }
    gp_put_mentoring_ask(page, "What I offer", 2);
    gp_put_mentoring_ask(page, "What I expect of a mentee", 2);
    gp_put_mentoring_ask(page, "When and how I can be reached", 1);
    gp_put_mentoring_ask(page, "Limits: topics, time, what stays between us", 2);
}

static void put_meetings(struct gp_mentoring_page *page) {
    static const struct gp_move_header meetings[] = {{GP_MOVE_WHAT, GP_MOVE_WHAT, "Met on, with"},
                                                     {GP_MOVE_A, GP_MOVE_C, "What we talked about"},
                                                     {GP_MOVE_D, GP_MOVE_F, "What comes next"}};
    static const struct gp_move_header wins[] = {{GP_MOVE_WHAT, GP_MOVE_C, "What went well"},
                                                 {GP_MOVE_D, GP_MOVE_F, "How we celebrate it"}};
    enum { MEETINGS = 5, WINS = 2 };
    gp_put_mentoring_log(page, meetings, sizeof meetings / sizeof *meetings, MEETINGS);
    page->row++;
    gp_put_mentoring_log(page, wins, sizeof wins / sizeof *wins, WINS);
    page->row++;
}

void gp_put_mentoring_of_others(struct gp_mentoring_page *page) {
    size_t mentees = page->matching->mentors[page->person].mentees;
    gp_put_move_section(page->sheet, page->row++, "You as a mentor");
    put_hours(page);
    if (mentees == 0) {
        page->row =
            gp_put_move_note(page->sheet, page->row,
                             "Nobody was matched with you this time. Thank you for "
                             "offering: colleagues may come with a quick question instead.");
        return;
    }
    page->row++;
    put_mentees(page);
    put_groups(page);
    page->row++;
    put_terms(page);
    page->row++;
    put_meetings(page);
    page->row = gp_put_move_note(page->sheet, page->row, advice);
}
