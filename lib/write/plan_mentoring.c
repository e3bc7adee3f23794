#include "write/plan_mentoring.h"

static const char *const choices[GP_MENTORING_CHOICES][4] = {
    {"every week", "every two weeks", "every month", "when needed"},
    {"still running", "goals met", "time is short", "no fit"}};
static const char *const choice_titles[GP_MENTORING_CHOICES] = {"How often may be",
                                                                "How it ended may be"};
enum { CHOICES_OF_EACH = 4 };

const char *gp_mentoring_name(const struct gp_mentoring_page *page, size_t person) {
    return gp_mentor_name(page->plan->memory, page->plan->report, person);
}

const char *gp_mentoring_day(const struct gp_mentoring_page *page, unsigned quarters) {
    enum { MONTHS = 3 };
    gp_quarter quarter = gp_quarter_after(page->plan->report->as_of, quarters);
    gp_date day = {quarter.year, (int8_t)(MONTHS * (quarter.quarter - 1) + 1), 1};
    return gp_date_text(page->plan->memory, day);
}

const char *gp_mentoring_activities(const struct gp_mentoring_page *page,
                                    const struct gp_mentoring *pair) {
    const struct gp_report *report = page->plan->report;
    const struct gp_profile *mentee = &report->results->profiles[pair->mentee];
    const char *text = "";
    for (size_t i = 0; i < mentee->focus_count; i++)
        for (size_t j = 0; j < pair->help_count; j++)
            if (pair->helps[j].activity == mentee->focus[i])
                text = gp_print(page->plan->memory, "%s%s%s", text, text[0] == '\0' ? "" : "; ",
                                report->ladder->activities[mentee->focus[i]].name);
    return text;
}

const char *gp_mentoring_bonuses(const struct gp_mentoring_page *page,
                                 const struct gp_mentoring *pair,
                                 const char *const words[GP_BONUS_COUNT], const char *kept) {
    const char *text = "";
    for (size_t i = 0; i <= GP_BONUS_COUNT; i++) {
        bool there = i < GP_BONUS_COUNT ? pair->bonuses[i] > 0 : pair->kept;
        if (there)
            text = gp_print(page->plan->memory, "%s%s%s", text, text[0] == '\0' ? "" : "; ",
                            i < GP_BONUS_COUNT ? words[i] : kept);
    }
    return text;
}

void gp_put_mentoring_text(const struct gp_mentoring_page *page, size_t first, size_t last,
                           const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, first, page->row, last}, text,
                  GP_STYLE_WRAP);
}

void gp_put_mentoring_field(const struct gp_mentoring_page *page, size_t first, size_t last,
                            const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, first, page->row, last}, text,
                  text[0] == '\0' ? GP_STYLE_INPUT_TEXT : GP_STYLE_INPUT);
}

void gp_put_mentoring_choice(struct gp_mentoring_page *page, enum gp_mentoring_choice choice,
                             size_t first, size_t last, const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, first, page->row, last}, text,
                  GP_STYLE_INPUT);
    page->chosen[choice] =
        gp_grow(page->plan->memory, page->chosen[choice], page->chosen_count[choice],
                &page->chosen_capacity[choice], sizeof *page->chosen[choice]);
    page->chosen[choice][page->chosen_count[choice]++] =
        (struct gp_area){page->row, first, page->row, first};
}

void gp_put_mentoring_ask(struct gp_mentoring_page *page, const char *label, unsigned lines) {
    gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, label);
    gp_put_mentoring_field(page, GP_MOVE_A, GP_MOVE_F, "");
    gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE * lines);
}

void gp_put_mentoring_log(struct gp_mentoring_page *page, const struct gp_move_header *headers,
                          size_t header_count, size_t count) {
    gp_put_move_headers(page->sheet, page->row++, headers, header_count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < header_count; j++)
            gp_put_move_input(page->sheet, page->row, headers[j].first, headers[j].last);
        gp_sheet_height(page->sheet, page->row++, GP_MENTORING_LINE);
    }
}

// The words the lists offer, in cells anyone can see and change.
static void put_choices(struct gp_mentoring_page *page) {
    struct gp_memory *memory = page->plan->memory;
    for (size_t choice = 0; choice < GP_MENTORING_CHOICES; choice++) {
        if (page->chosen_count[choice] == 0)
            continue;
        const char *list = gp_print(memory, "=%s",
                                    gp_ref_range(memory, GP_MENTORING, page->row, GP_MOVE_A,
                                                 page->row, GP_MOVE_A + CHOICES_OF_EACH - 1));
        gp_put_mentoring_text(page, GP_MOVE_WHAT, GP_MOVE_WHAT, choice_titles[choice]);
        for (size_t i = 0; i < CHOICES_OF_EACH; i++)
            gp_put_text(page->sheet, page->row, GP_MOVE_A + i, choices[choice][i], GP_STYLE_WRAP);
        gp_sheet_height(page->sheet, page->row++, 2 * GP_MENTORING_LINE);
        for (size_t i = 0; i < page->chosen_count[choice]; i++)
            gp_sheet_dropdown(page->sheet, page->chosen[choice][i], list,
                              "Choose one of the words listed at the end of this sheet.");
    }
}

// "Mentor: Noor Voorbeeld. You mentor Ann; Ben."
static const char *in_short(const struct gp_mentoring_page *page) {
    struct gp_memory *memory = page->plan->memory;
    const char *mentors = "";
    size_t count = 0;
    size_t *mentees = gp_mentees_of(memory, page->matching, page->person, &count);
    for (size_t i = 0; i < page->matching->pair_count; i++)
        if (page->matching->pairs[i].mentee == page->person)
            mentors = gp_print(memory, "%s%s%s", mentors, mentors[0] == '\0' ? "" : "; ",
                               gp_mentoring_name(page, page->matching->pairs[i].mentor));
    return gp_print(memory, "%s%s.%s%s%s",
                    mentors[0] == '\0'                                ? "No mentor this time"
                    : gp_mentors_of(page->matching, page->person) > 1 ? "Your mentors: "
                                                                      : "Your mentor: ",
                    mentors, count > 0 ? " You mentor: " : "",
                    gp_mentor_names(memory, page->plan->report, mentees, count, count),
                    count > 0 ? "." : "");
}

void gp_put_mentoring(const struct gp_plan *plan, struct gp_sheet *sheet) {
    size_t person = (size_t)(plan->person - plan->report->team->people);
    const struct gp_matching *matching = plan->report->matching;
    struct gp_mentoring_page page = {
        .plan = plan, .matching = matching, .person = person, .sheet = sheet, .row = 4};
    size_t mentors = gp_mentors_of(matching, person);
    gp_put_move_head(sheet, gp_print(plan->memory, "Mentoring: %s", plan->person->name),
                     gp_print(plan->memory, "%s. %s",
                              gp_date_text(plan->memory, plan->report->as_of), in_short(&page)),
                     "A suggestion for two people who may both say no. Yellow cells are yours to "
                     "fill in and change.");
    if (mentors > 0)
        gp_put_agreements(&page);
    else
        gp_put_informal_way(&page);
    bool both = gp_is_mentor(matching, person);
    if (both) {
        page.row++;
        if (mentors > 0)
            gp_sheet_break_rows(sheet, &page.row, 1);
        gp_put_mentoring_of_others(&page);
    }
    page.row++;
    put_choices(&page);
    gp_sheet_print(sheet, false, mentors > 1 || (mentors == 1 && both) ? 0 : 1, 0, 0);
    gp_sheet_print_area(sheet, page.row - 1, GP_MOVE_COLUMNS - 1);
}
