#include "write/plan_mentoring.h"

// Whom to ask about what.
struct asked {
    size_t person, activity;
};

static const char *const steps[] = {
    "Ask one question that can be answered in ten minutes. Not for mentoring: for one piece of "
    "advice on one thing you are about to do.",
    "Act on the answer soon, while they remember the question.",
    "Come back and report how it went, also where it did not work. Then ask the next one. People "
    "who would say no to being a mentor go on answering those who do something with the answer."};

// Those who are ahead on something, by the focus list and then by name.
static struct asked *whom_to_ask(const struct gp_mentoring_page *page, size_t *count) {
    const struct gp_mentee *mentee = &page->matching->mentees[page->person];
    const struct gp_profile *profile = page->plan->profile;
    struct asked *list = gp_alloc(page->plan->memory, mentee->nearest_count, sizeof *list);
    *count = 0;
    for (size_t place = 0; place < profile->focus_count; place++)
        for (size_t person = 0; person < page->plan->report->team->person_count; person++)
            for (size_t i = 0; i < mentee->nearest_count; i++)
                if (mentee->nearest[i] == person &&
                    mentee->nearest_activities[i] == profile->focus[place])
                    list[(*count)++] = (struct asked){person, profile->focus[place]};
    return list;
}

static void put_fact(struct gp_mentoring_page *page, const char *label, const char *text) {
    const double room = 100; // what the columns beside the label hold
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, label);
    gp_put_mentoring_text(page, GP_MOVE_A, GP_MOVE_F, text);
    double height = gp_wrapped_height(text, room);
    gp_sheet_height(page->sheet, page->row++,
                    height > GP_MENTORING_LINE ? height : GP_MENTORING_LINE);
}

static void put_question(struct gp_mentoring_page *page, const struct asked *asked) {
    const struct gp_plan *plan = page->plan;
    if (asked == NULL) {
        gp_put_mentoring_field(page, GP_MOVE_WHAT, GP_MOVE_WHAT, "");
        gp_put_mentoring_field(page, GP_MOVE_A, GP_MOVE_B, "");
    } else {
        gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT,
                              gp_mentoring_name(page, asked->person));
        gp_put_mentoring_text(page, GP_MOVE_A, GP_MOVE_B,
                              plan->report->ladder->activities[asked->activity].name);
    }
    gp_put_mentoring_field(page, GP_MOVE_C, GP_MOVE_D, "");
    gp_put_mentoring_field(page, GP_MOVE_E, GP_MOVE_E, "");
    gp_put_mentoring_field(page, GP_MOVE_F, GP_MOVE_F, "");
    gp_sheet_height(page->sheet, page->row++, 2 * GP_MENTORING_LINE);
}

void gp_put_informal_way(struct gp_mentoring_page *page) {
    enum { FREE_ROWS = 3 };
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Ask"},
        {GP_MOVE_A, GP_MOVE_B, "About"},
        {GP_MOVE_C, GP_MOVE_D, "My question, asked on"},
        {GP_MOVE_E, GP_MOVE_E, "Reported on"},
        {GP_MOVE_F, GP_MOVE_F, "What I did, how it went"}};
    const struct gp_report *report = page->plan->report;
    struct gp_memory *memory = page->plan->memory;
    size_t count = 0;
    struct asked *list = whom_to_ask(page, &count);
    gp_put_move_section(page->sheet, page->row++, "Why there is no mentor this time");
    put_fact(page, "Reason", gp_unmatched_words(memory, report, page->person));
    put_fact(page, "What would change it", gp_unmatched_fix(memory, report, page->person, false));
    page->row++;
    gp_put_move_section(page->sheet, page->row++, "The informal way: one quick question at a time");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        put_fact(page, gp_print(memory, "Step %zu", i + 1), steps[i]);
    page->row++;
    gp_put_move_headers(page->sheet, page->row++, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < count + FREE_ROWS; i++)
        put_question(page, i < count ? &list[i] : NULL);
    page->row = gp_put_move_note(
        page->sheet, page->row,
        count > 0 ? "These people can already do what your target asks for there. They have "
                    "promised nothing: ask kindly, and take a no for a no."
                  : "Nobody on the team can be named. Write down whom you know elsewhere: former "
                    "colleagues, people of other departments, of meetups and communities.");
}
