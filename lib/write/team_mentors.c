#include "write/mentor_words.h"
#include "write/team_book.h"

// Behind so many rows, most of several lines, what follows starts a page of its own.
enum { ROWS_OF_A_PAGE = 16 };
// In a large team there may be thousands of pairs that would rather have each other.
enum { MOST_PREFERRED = 100 };
// The blocks stand one below another over the same columns.
enum { COL_A, COL_B, COL_C, COL_D, COL_E, COL_F, COL_G, COLUMNS };
static const double widths[COLUMNS] = {24, 24, 10, 10, 9, 40, 62};

struct page {
    const struct gp_team_view *view;
    struct gp_memory *memory;
    const struct gp_report *report;
    const struct gp_matching *matching;
    struct gp_sheet *sheet;
    size_t row;
};

// What a cell holds that may be wide, over the columns from `first` to `last`.
struct words {
    size_t first, last;
    const char *text;
};

static double width_of(size_t first, size_t last) {
    double width = 0;
    for (; first <= last; first++)
        width += widths[first];
    return width;
}

static const char *name_of(const struct page *page, size_t person) {
    return gp_mentor_name(page->memory, page->report, person);
}

static const char *activity_of(const struct page *page, size_t activity) {
    return page->report->ladder->activities[activity].name;
}

static void put_section(struct page *page, const char *title) {
    page->row++;
    gp_put_text(page->sheet, page->row, 0, title, GP_STYLE_SECTION);
    for (size_t column = 1; column < COLUMNS; column++)
        gp_put_blank(page->sheet, page->row, column, GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, page->row++, 22);
}

static void put_words(struct page *page, const struct words *words, size_t count,
                      enum gp_style style) {
    unsigned lines = 1;
    for (size_t i = 0; i < count; i++) {
        const struct words *at = &words[i];
        unsigned needed = gp_wrapped_lines(at->text, width_of(at->first, at->last));
        gp_put_merged(page->sheet, (struct gp_area){page->row, at->first, page->row, at->last},
                      at->text, style);
        lines = needed > lines ? needed : lines;
    }
    gp_team_row_lines(page->sheet, page->row, lines);
}

static void put_headers(struct page *page, const struct words *headers, size_t count) {
    put_words(page, headers, count, GP_STYLE_HEADER);
    page->row++;
}

static void put_points(const struct page *page, size_t column, int64_t thousandths) {
    gp_put_number(page->sheet, page->row, column, (double)thousandths / 1000.0, GP_STYLE_NUMBER);
}

static void put_pair(struct page *page, const struct gp_mentoring *pair) {
    const char *reasons = gp_pair_reasons(page->memory, page->report, pair);
    if (pair->newcomer)
        reasons =
            gp_print(page->memory, "%s%snew to product", reasons, reasons[0] == '\0' ? "" : "; ");
    const struct words words[] = {{COL_A, COL_A, name_of(page, pair->mentee)},
                                  {COL_B, COL_B, name_of(page, pair->mentor)},
                                  {COL_F, COL_F, gp_helps_names(page->memory, page->report, pair)},
                                  {COL_G, COL_G, reasons}};
    put_words(page, words, sizeof words / sizeof *words, GP_STYLE_WRAP);
    put_points(page, COL_C, pair->strength);
    put_points(page, COL_D, 100 * (int64_t)pair->hours_tenths);
    gp_put_number(page->sheet, page->row++, COL_E, pair->round, GP_STYLE_NUMBER);
}

static void put_pairs(struct page *page) {
    static const struct words headers[] = {
        {COL_A, COL_A, "Mentee"},
        {COL_B, COL_B, "Mentor"},
        {COL_C, COL_C, "Strength"},
        {COL_D, COL_D, "Hours a month"},
        {COL_E, COL_E, "Round"},
        {COL_F, COL_F, "Activities"},
        {COL_G, COL_G, "Why: these points add up to the strength"}};
    put_section(page, "Pairs, by mentee");
    put_headers(page, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < page->matching->pair_count; i++)
        put_pair(page, &page->matching->pairs[i]);
}

static void put_alone(struct page *page) {
    static const struct words headers[] = {{COL_A, COL_A, "Person"},
                                           {COL_B, COL_E, "Why there is none"},
                                           {COL_F, COL_F, "What would change it"},
                                           {COL_G, COL_G, "Whom to ask a quick question"}};
    if (page->matching->matched == page->report->team->person_count)
        return;
    put_section(page, "Without a mentor");
    put_headers(page, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < page->report->team->person_count; i++) {
        if (page->matching->mentees[i].why == GP_MATCHED)
            continue;
        const struct words words[] = {
            {COL_A, COL_A, name_of(page, i)},
            {COL_B, COL_E, gp_unmatched_words(page->memory, page->report, i)},
            {COL_F, COL_F, gp_unmatched_fix(page->memory, page->report, i, true)},
            {COL_G, COL_G, gp_quick_questions(page->memory, page->report, i)}};
        put_words(page, words, sizeof words / sizeof *words, GP_STYLE_WRAP);
        page->row++;
    }
}

static void put_mentor(struct page *page, size_t person) {
    const struct gp_mentor *mentor = &page->matching->mentors[person];
    size_t count = 0, *mentees = gp_mentees_of(page->memory, page->matching, person, &count);
    const struct words words[] = {
        {COL_A, COL_B, name_of(page, person)},
        {COL_F, COL_F, gp_mentor_names(page->memory, page->report, mentees, count, count)},
        {COL_G, COL_G,
         mentor->used_tenths > mentor->hours_tenths
             ? "over their hours, by pairs that are always kept"
             : ""}};
    put_words(page, words, sizeof words / sizeof *words, GP_STYLE_WRAP);
    put_points(page, COL_C, 100 * (int64_t)mentor->hours_tenths);
    put_points(page, COL_D, 100 * (int64_t)mentor->used_tenths);
    gp_put_number(page->sheet, page->row++, COL_E, (double)count, GP_STYLE_NUMBER);
}

static void put_load(struct page *page) {
    static const struct words headers[] = {
        {COL_A, COL_B, "Mentor"},  {COL_C, COL_C, "Hours a month"}, {COL_D, COL_D, "Used"},
        {COL_E, COL_E, "Mentees"}, {COL_F, COL_F, "Who"},           {COL_G, COL_G, "Remark"}};
    put_section(page, "Mentors and their hours");
    put_headers(page, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < page->report->team->person_count; i++)
        if (gp_is_mentor(page->matching, i))
            put_mentor(page, i);
}

static void put_groups(struct page *page) {
    static const struct words headers[] = {
        {COL_A, COL_B, "Mentor"}, {COL_C, COL_F, "On"}, {COL_G, COL_G, "Who shares the gap"}};
    if (page->matching->group_count == 0)
        return;
    put_section(page, "Could meet as a group");
    put_headers(page, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < page->matching->group_count; i++) {
        const struct gp_mentor_group *group = &page->matching->groups[i];
        const struct words words[] = {{COL_A, COL_B, name_of(page, group->mentor)},
                                      {COL_C, COL_F, activity_of(page, group->activity)},
                                      {COL_G, COL_G,
                                       gp_mentor_names(page->memory, page->report, group->mentees,
                                                       group->mentee_count, group->mentee_count)}};
        put_words(page, words, sizeof words / sizeof *words, GP_STYLE_WRAP);
        page->row++;
    }
}

static void put_preferred(struct page *page) {
    static const struct words headers[] = {{COL_A, COL_A, "Mentee"},
                                           {COL_B, COL_B, "Mentor"},
                                           {COL_C, COL_C, "Strength"},
                                           {COL_D, COL_F, "The mentee has now"},
                                           {COL_G, COL_G, "The mentor has now"}};
    if (page->matching->preferred_count == 0)
        return;
    put_section(page, "Would both rather have each other");
    put_headers(page, headers, sizeof headers / sizeof *headers);
    size_t count = page->matching->preferred_count;
    for (size_t i = 0; i < count && i < MOST_PREFERRED; i++) {
        const struct gp_preferred *preferred = &page->matching->preferred[i];
        const struct words words[] = {
            {COL_A, COL_A, name_of(page, preferred->mentee)},
            {COL_B, COL_B, name_of(page, preferred->mentor)},
            {COL_D, COL_F, gp_pairs_of(page->memory, page->report, preferred->mentee, true)},
            {COL_G, COL_G, gp_pairs_of(page->memory, page->report, preferred->mentor, false)}};
        put_words(page, words, sizeof words / sizeof *words, GP_STYLE_WRAP);
        put_points(page, COL_C, preferred->strength);
        page->row++;
    }
    if (count > MOST_PREFERRED)
        gp_put_text(page->sheet, page->row++, 0,
                    gp_print(page->memory, "And %zu more pairs, which growthplan mentors lists.",
                             count - MOST_PREFERRED),
                    GP_STYLE_SUBTITLE);
    gp_put_text(page->sheet, page->row++, 0,
                "As it is, more people have a mentor, or newcomers the one they need. An always "
                "pair brings such a pair about.",
                GP_STYLE_SUBTITLE);
}

void gp_put_team_mentors(const struct gp_team_view *view, struct gp_sheet *sheet) {
    const struct gp_matching *matching = view->report->matching;
    struct page page = {view, view->memory, view->report, matching, sheet, 3};
    for (size_t i = 0; i < COLUMNS; i++)
        gp_sheet_width(sheet, i, i, widths[i]);
    gp_team_title(sheet, "Mentors",
                  "A match of this run: plain values that follow nothing. After a change of "
                  "ratings, hours or pairs run the program again.");
    gp_put_text(sheet, 2, 0,
                gp_print(view->memory,
                         "Of %zu who ask for a mentor %zu have one; of %zu new to product %zu. A "
                         "strength is of a pair, never of a person. Both may say no.",
                         matching->asking, matching->matched, matching->newcomers,
                         matching->newcomers_matched),
                GP_STYLE_SUBTITLE);
    put_pairs(&page);
    put_alone(&page);
    if (page.row > ROWS_OF_A_PAGE)
        gp_sheet_break_rows(sheet, &page.row, 1);
    put_load(&page);
    put_groups(&page);
    put_preferred(&page);
    gp_sheet_freeze(sheet, 3, 0);
    gp_sheet_print(sheet, true, 0, 0, 0);
    gp_sheet_print_area(sheet, page.row - 1, COLUMNS - 1);
}
