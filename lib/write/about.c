#include "write/about.h"

#include "model/words.h"

#define TITLE "About this workbook"

// The sheet is a grid of three times three columns, so that the choices of the three axes stand
// side by side, a value and its label over two columns, and the ladder has a column a figure.
enum { AXIS = 3, COLUMNS = AXIS * GP_AXIS_COUNT, LAST = COLUMNS - 1, VALUE = 3, MEANING = 4 };
// What is longer is printed on several pages, so that it stays readable.
enum { ROWS_OF_A_PAGE = 80, MUST_HAVES_LISTED = 40 };
static const double widths[COLUMNS] = {24, 14, 14, 12, 14, 14, 12, 14, 14};

const char *const gp_licenses[GP_LICENSE_COUNT] = {
    "Activities and facets of the default ladder: names from the Quartz Open "
    "Framework by Product Growth Leaders (https://www.productgrowthleaders.com), "
    "licensed CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). "
    "Descriptions, levels and rungs were added.",
    "Levels of the default ladder follow, where it says so, the product roles of "
    "the UK Government Digital and Data profession capability framework. Contains "
    "public sector information licensed under the Open Government Licence v3.0 "
    "(https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).",
};

struct page {
    struct gp_memory *memory;
    struct gp_sheet *sheet;
    size_t row;
};

static double width_of(size_t column, size_t last_column) {
    double width = 0;
    for (; column <= last_column; column++)
        width += widths[column];
    return width;
}

static void put_line(struct page *page, const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, 0, page->row, LAST}, text,
                  GP_STYLE_WRAP);
    gp_sheet_height(page->sheet, page->row++, gp_wrapped_height(text, width_of(0, LAST)));
}

static void put_section(struct page *page, const char *title) {
    page->row++;
    gp_put_text(page->sheet, page->row, 0, title, GP_STYLE_SECTION);
    for (size_t column = 1; column <= LAST; column++)
        gp_put_blank(page->sheet, page->row, column, GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, page->row++, 22);
}

static void put_header(struct page *page, size_t column, size_t last_column, const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, column, page->row, last_column}, text,
                  GP_STYLE_HEADER);
}

// A fact that is missing is shown as such, never as an empty cell.
static void put_fact(struct page *page, const char *name, const char *fact) {
    const char *shown = fact == NULL || fact[0] == '\0' ? "not known" : fact;
    gp_put_text(page->sheet, page->row, 0, name, GP_STYLE_WRAP);
    gp_put_merged(page->sheet, (struct gp_area){page->row, 1, page->row, LAST}, shown,
                  GP_STYLE_WRAP);
    double name_height = gp_wrapped_height(name, widths[0]);
    double height = gp_wrapped_height(shown, width_of(1, LAST));
    gp_sheet_height(page->sheet, page->row++, height > name_height ? height : name_height);
}

static void put_origin(struct page *page, const struct gp_report *report) {
    const struct gp_origin *origin = report->origin;
    put_section(page, "What it was made from");
    put_fact(page, "Program", origin->program);
    put_fact(page, "As of", origin->as_of);
    put_fact(page, "Ladder", origin->ladder_name);
    put_fact(page, "SHA-256 of the ladder", origin->ladder_hash);
    put_fact(page, "Policy", origin->policy_name);
    put_fact(page, "SHA-256 of the policy", origin->policy_hash);
    for (size_t i = 0; i < origin->source_count; i++) {
        put_fact(page, gp_print(page->memory, "Input %zu", i + 1), origin->sources[i].name);
        put_fact(page, gp_print(page->memory, "SHA-256 of input %zu", i + 1),
                 origin->sources[i].hash);
    }
}

// Scores as 0.850, shares of weight in percent, as on the other sheets.
static void put_threshold(struct page *page, const char *name, gp_permille share,
                          enum gp_style style, const char *meaning) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, 0, page->row, VALUE - 1}, name,
                  GP_STYLE_TEXT);
    gp_put_number(page->sheet, page->row, VALUE, share / 1000.0, style);
    gp_put_merged(page->sheet, (struct gp_area){page->row, MEANING, page->row, LAST}, meaning,
                  GP_STYLE_WRAP);
    gp_sheet_height(page->sheet, page->row++, gp_wrapped_height(meaning, width_of(MEANING, LAST)));
}

static void put_policy(struct page *page, const struct gp_policy *policy) {
    put_section(page, "The policy");
    put_header(page, 0, VALUE - 1, "Threshold");
    put_header(page, VALUE, VALUE, "Value");
    put_header(page, MEANING, LAST, "What it is for");
    page->row++;
    put_threshold(page, "Enough answered", policy->answered_gate, GP_STYLE_PERCENT,
                  "the least share of what a rung expects that must be rated");
    put_threshold(page, "Breadth", policy->breadth_gate, GP_STYLE_PERCENT,
                  "the least share of what is rated that must be at its level");
    put_threshold(page, "No weak facet", policy->facet_gate, GP_STYLE_PERCENT,
                  "the least any facet may have");
    put_threshold(page, "Developing from", policy->developing_from, GP_STYLE_SHARE,
                  "a score below is \"early\"");
    put_threshold(page, "Nearly from", policy->nearly_from, GP_STYLE_SHARE,
                  "a score below is \"developing\"");
    put_threshold(page, "Ready from", policy->ready_from, GP_STYLE_SHARE,
                  "a score below is \"nearly\"; from here on \"ready\", if every gate passes");
    put_threshold(page, "Weight of the manager's rating", policy->manager_weight, GP_STYLE_PERCENT,
                  "of a skill that both have rated; the rest is the person's own");
    put_threshold(page, "Credit while unproven", policy->unproven_credit, GP_STYLE_SHARE,
                  "the most an activity counts while its experience is rated low");
}

// The figures of a rung, from the column of its path on.
enum { PATH = 2, PRODUCT_HAT, PEOPLE_HAT, YEARS, PRODUCTS, MUST_HAVES, EXPECTED };
_Static_assert((int)EXPECTED == (int)LAST, "the figures fill the sheet");

static void put_rung(struct page *page, const struct gp_ladder *ladder, size_t which) {
    const struct gp_rung *rung = &ladder->rungs[which];
    struct gp_sheet *sheet = page->sheet;
    size_t row = page->row++;
    gp_put_merged(sheet, (struct gp_area){row, 0, row, PATH - 1}, rung->title, GP_STYLE_WRAP);
    gp_put_text(sheet, row, PATH, gp_path_word(rung->path), GP_STYLE_CENTER);
    gp_put_number(sheet, row, PRODUCT_HAT, rung->hats[GP_PRODUCT_SIDE] / 100.0, GP_STYLE_PERCENT);
    gp_put_number(sheet, row, PEOPLE_HAT, rung->hats[GP_PEOPLE_SIDE] / 100.0, GP_STYLE_PERCENT);
    gp_put_number(sheet, row, YEARS, rung->min_years, GP_STYLE_EXPECTED);
    gp_put_number(sheet, row, PRODUCTS, rung->min_products, GP_STYLE_EXPECTED);
    gp_put_number(sheet, row, MUST_HAVES, (double)gp_ladder_must_have_count(ladder, which),
                  GP_STYLE_EXPECTED);
    gp_put_number(sheet, row, EXPECTED, (double)gp_ladder_expected_count(ladder, which),
                  GP_STYLE_EXPECTED);
    gp_sheet_height(sheet, row, gp_wrapped_height(rung->title, width_of(0, PATH - 1)));
}

static void put_ladder(struct page *page, const struct gp_ladder *ladder) {
    static const char *const headings[COLUMNS] = {[PATH] = "Path",
                                                  [PRODUCT_HAT] = "Product hat",
                                                  [PEOPLE_HAT] = "People hat",
                                                  [YEARS] = "Years in product",
                                                  [PRODUCTS] = "Products worked on",
                                                  [MUST_HAVES] = "Must-haves",
                                                  [EXPECTED] = "Activities expected"};
    put_section(page, "The ladder");
    put_header(page, 0, PATH - 1, "Rung");
    for (size_t column = PATH; column <= LAST; column++)
        gp_put_text(page->sheet, page->row, column, headings[column], GP_STYLE_HEADER);
    gp_sheet_height(page->sheet, page->row++, 2 * 15 + 1);
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        put_rung(page, ladder, rung);
    put_line(page, "A hat is the share of the score that its side has. Years and products: the "
                   "least that the gates ask for; a dot: nothing. Must-haves: how many of the "
                   "activities have to be at their level.");
}

// "Positioning (4); Set Strategic Direction (5)": the must-haves of a rung with their levels.
static const char *must_haves_of(struct page *page, const struct gp_ladder *ladder, size_t rung) {
    size_t count = gp_ladder_must_have_count(ladder, rung), listed = 0;
    const char *text = count == 0 ? "none" : "";
    for (size_t i = 0; i < ladder->activity_count && listed < MUST_HAVES_LISTED; i++) {
        const struct gp_expectation *expected = gp_expected(ladder, rung, i);
        if (!expected->must_have)
            continue;
        text = gp_print(page->memory, "%s%s%s (%d)", text, listed++ > 0 ? "; " : "",
                        ladder->activities[i].name, expected->level);
    }
    return listed == count ? text : gp_print(page->memory, "%s and %zu more", text, count - listed);
}

static void put_must_haves(struct page *page, const struct gp_ladder *ladder) {
    put_section(page, "What each role turns on");
    put_header(page, 0, PATH - 1, "Rung");
    put_header(page, PATH, LAST, "Must-haves, with the level expected");
    page->row++;
    for (size_t rung = 0; rung < ladder->rung_count; rung++) {
        const char *title = ladder->rungs[rung].title;
        const char *text = must_haves_of(page, ladder, rung);
        gp_put_merged(page->sheet, (struct gp_area){page->row, 0, page->row, PATH - 1}, title,
                      GP_STYLE_WRAP);
        gp_put_merged(page->sheet, (struct gp_area){page->row, PATH, page->row, LAST}, text,
                      GP_STYLE_WRAP);
        double title_height = gp_wrapped_height(title, width_of(0, PATH - 1));
        double height = gp_wrapped_height(text, width_of(PATH, LAST));
        gp_sheet_height(page->sheet, page->row++, height > title_height ? height : title_height);
    }
}

static void put_rules(struct page *page, const struct gp_policy *policy) {
    put_section(page, "How to read it");
    put_line(page, "Readiness is of a person for a rung, never a grade of the person. People are "
                   "never ranked by it.");
    put_line(page, "It is necessary, not sufficient: a score or a band does not earn a promotion; "
                   "a role must be there, and somebody must support the move.");
    put_line(page, "An activity counts skill / expected level, and at most 1. The score of a rung "
                   "is the mean over its product work and its people work, weighted by how much "
                   "of the role each is. What is not rated is left out; it is never 0.");
    put_line(page, "The range beside a score is what it would be what is not rated counted as 0, "
                   "and in full; where two have rated, the lower and the higher rating.");
    put_line(page, "A gate passes, fails, or is unknown. The first that does not pass is named.");
    put_line(page, "Self-ratings alone run high: published studies find a correlation of about "
                   "0.22 between people's own ratings and their supervisors', with their own about "
                   "a third of a standard deviation higher (Heidemeier and Moser, 2009).");
    put_line(page, gp_print(page->memory,
                            "A focus list has at most %d activities with a gap to the target and "
                            "high interest: must-haves first, then the larger weighted gap, then "
                            "interest.",
                            (int)policy->focus_count));
    put_line(page, gp_print(page->memory,
                            "Actions are split %u/%u/%u between practice on the job, learning from "
                            "someone and a course: a rule of thumb, not a finding.",
                            policy->action_percents[0], policy->action_percents[1],
                            policy->action_percents[2]));
}

static void put_choice(struct page *page, size_t row, size_t column, const char *value,
                       const char *meaning) {
    gp_put_text(page->sheet, row, column, value, GP_STYLE_CENTER);
    gp_put_merged(page->sheet, (struct gp_area){row, column + 1, row, column + 2}, meaning,
                  GP_STYLE_WRAP);
}

// The choices of one axis from `page->row` on. Returns the row behind them.
static size_t put_axis(struct page *page, const struct gp_scale *scale, enum gp_axis axis,
                       const char **list) {
    static const char *const titles[GP_AXIS_COUNT] = {"Skill", "Experience", "Interest"};
    size_t column = AXIS * (size_t)axis, first = page->row + 1, row = first;
    put_header(page, column, column + AXIS - 1, titles[axis]);
    for (size_t i = 0; i < scale->level_count; i++, row++) {
        gp_put_number(page->sheet, row, column, scale->levels[i].value, GP_STYLE_CENTER);
        gp_put_merged(page->sheet, (struct gp_area){row, column + 1, row, column + 2},
                      scale->levels[i].label, GP_STYLE_WRAP);
        gp_sheet_height(
            page->sheet, row,
            gp_wrapped_height(scale->levels[i].label, width_of(column + 1, column + 2)));
    }
    put_choice(page, row++, column, "N/A", "does not apply: not rated");
    put_choice(page, row++, column, "don't know", "not rated");
    *list = gp_print(page->memory, "=%s",
                     gp_ref_range(page->memory, GP_ABOUT, first, column, row - 1, column));
    return row;
}

static void put_ratings(struct page *page, const struct gp_ladder *ladder,
                        struct gp_rating_lists *lists) {
    size_t behind = 0;
    put_section(page, "Ratings");
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
        size_t end = put_axis(page, &ladder->scales[axis], (enum gp_axis)axis, &lists->axis[axis]);
        behind = end > behind ? end : behind;
    }
    page->row = behind;
    put_line(page,
             "A cell left empty is not rated either, which is not the same as the lowest rating.");
    page->row++;
    put_header(page, 0, AXIS - 1, "The manager supports the move");
    size_t first = page->row + 1;
    put_choice(page, first, 0, "yes", "the gate passes");
    put_choice(page, first + 1, 0, "no", "the gate fails; empty: not known");
    lists->yes_no =
        gp_print(page->memory, "=%s", gp_ref_range(page->memory, GP_ABOUT, first, 0, first + 1, 0));
    page->row = first + 2;
}

static void put_licenses(struct page *page) {
    put_section(page, "Whose work it stands on");
    for (size_t i = 0; i < GP_LICENSE_COUNT; i++)
        put_line(page, gp_licenses[i]);
}

// Nothing of it is of one person: in the plans of a team the sheet is the same to the byte, its
// footer too, so that it is packed once.
void gp_put_about(struct gp_memory *memory, struct gp_sheet *sheet, const struct gp_report *report,
                  struct gp_rating_lists *lists) {
    struct page page = {memory, sheet, 2};
    for (size_t column = 0; column < COLUMNS; column++)
        gp_sheet_width(sheet, column, column, widths[column]);
    gp_put_text(sheet, 0, 0, TITLE, GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 28);
    gp_put_text(sheet, 1, 0, "What it was made from, by which rules, and whose work it stands on.",
                GP_STYLE_SUBTITLE);
    if (lists != NULL)
        put_ratings(&page, report->ladder, lists);
    put_rules(&page, report->policy);
    put_policy(&page, report->policy);
    put_ladder(&page, report->ladder);
    if (lists == NULL)
        put_must_haves(&page, report->ladder);
    put_origin(&page, report);
    put_licenses(&page);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, false, page.row <= ROWS_OF_A_PAGE ? 1 : 0, 0, 0);
    gp_sheet_print_area(sheet, page.row, LAST);
    gp_sheet_footer(sheet, TITLE);
}
