#include "write/plan_move.h"

enum { HEADER_HEIGHT = 18, SECTION_HEIGHT = 20, FACT_HEIGHT = 18, STEP_HEIGHT = 31 }; // points
static const double widths[GP_MOVE_COLUMNS] = {30, 14, 16, 20, 11, 14, 28};

double gp_move_width(size_t first, size_t last) {
    double width = 0;
    for (; first <= last; first++)
        width += widths[first];
    return width;
}

size_t gp_move_standing_count(const struct gp_plan *plan) {
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t target = plan->profile->target, count = 0;
    if (plan->person->rung != GP_NO_RUNG)
        return 1;
    for (size_t i = 0; i < ladder->rung_count; i++)
        count += ladder->rungs[i].path == GP_PATH_ENTRY;
    return count + (target != GP_NO_RUNG && ladder->rungs[target].path != GP_PATH_ENTRY);
}

// Behind the rungs an empty row and the section's title.
size_t gp_move_facts_row(const struct gp_plan *plan) {
    return GP_MOVE_STANDING + gp_move_standing_count(plan) + 3;
}

const char *gp_fact_cell(const struct gp_plan *plan, enum gp_fact fact) {
    return gp_print(plan->memory, "%s!%s",
                    plan->person->rung == GP_NO_RUNG ? "'" GP_MOVING_IN "'" : GP_PROMOTION,
                    gp_ref_fixed(plan->memory, gp_move_facts_row(plan) + (size_t)fact, GP_MOVE_A));
}

void gp_put_move_head(struct gp_sheet *sheet, const char *title, const char *subtitle,
                      const char *caution) {
    for (size_t i = 0; i < GP_MOVE_COLUMNS; i++)
        gp_sheet_width(sheet, i, i, widths[i]);
    gp_sheet_hide_gridlines(sheet);
    gp_put_text(sheet, 0, 0, title, GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 30);
    gp_put_text(sheet, 1, 0, subtitle, GP_STYLE_SUBTITLE);
    gp_put_text(sheet, 2, 0, caution, GP_STYLE_SUBTITLE);
    gp_sheet_height(sheet, 2, SECTION_HEIGHT);
}

void gp_put_move_section(struct gp_sheet *sheet, size_t row, const char *title) {
    gp_put_text(sheet, row, 0, title, GP_STYLE_SECTION);
    for (size_t i = 1; i < GP_MOVE_COLUMNS; i++)
        gp_put_blank(sheet, row, i, GP_STYLE_SECTION);
    gp_sheet_height(sheet, row, SECTION_HEIGHT);
}

void gp_put_move_headers(struct gp_sheet *sheet, size_t row, const struct gp_move_header *headers,
                         size_t count) {
    for (size_t i = 0; i < count; i++)
        gp_put_merged(sheet, (struct gp_area){row, headers[i].first, row, headers[i].last},
                      headers[i].title, GP_STYLE_HEADER);
    gp_sheet_height(sheet, row, HEADER_HEIGHT);
}

void gp_put_move_input(struct gp_sheet *sheet, size_t row, size_t first, size_t last) {
    gp_put_merged(sheet, (struct gp_area){row, first, row, last}, "", GP_STYLE_INPUT_TEXT);
}

size_t gp_put_move_note(struct gp_sheet *sheet, size_t row, const char *text) {
    const double small = 1.3; // notes are set in a smaller type
    gp_put_merged(sheet, (struct gp_area){row, 0, row, GP_MOVE_COLUMNS - 1}, text, GP_STYLE_NOTE);
    gp_sheet_height(sheet, row,
                    gp_wrapped_height(text, small * gp_move_width(0, GP_MOVE_COLUMNS - 1)));
    return row + 1;
}

// What the target makes of a fact.
static const char *asked_of(const struct gp_plan *plan, int32_t least) {
    size_t target = plan->profile->target;
    if (target == GP_NO_RUNG)
        return "";
    if (target == plan->person->rung)
        return "granted with the role held; the other rungs go by it";
    return least > 0 ? gp_print(plan->memory, "the target asks for %d", (int)least)
                     : "the target asks for none";
}

static void put_fact_label(struct gp_sheet *sheet, size_t row, const char *label,
                           const char *note) {
    gp_put_text(sheet, row, GP_MOVE_WHAT, label, GP_STYLE_TEXT);
    gp_put_merged(sheet, (struct gp_area){row, GP_MOVE_B, row, GP_MOVE_F}, note, GP_STYLE_TEXT);
    gp_sheet_height(sheet, row, FACT_HEIGHT);
}

// A number of 0 and up, or an empty cell for what is not known.
static void put_known(struct gp_sheet *sheet, size_t row, int32_t scaled, double scale) {
    if (scaled < 0)
        gp_put_blank(sheet, row, GP_MOVE_A, GP_STYLE_INPUT);
    else
        gp_put_number(sheet, row, GP_MOVE_A, scaled / scale, GP_STYLE_INPUT);
}

static void put_support(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    enum gp_known supported = plan->person->supported;
    gp_put_text(sheet, row, GP_MOVE_A,
                supported == GP_YES  ? "yes"
                : supported == GP_NO ? "no"
                                     : "",
                GP_STYLE_INPUT);
    gp_sheet_dropdown(sheet, (struct gp_area){row, GP_MOVE_A, row, GP_MOVE_A}, plan->lists.yes_no,
                      "Leave it empty, or choose yes or no.");
}

void gp_put_facts(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_person *person = plan->person;
    size_t target = plan->profile->target, first = gp_move_facts_row(plan);
    const struct gp_rung *rung = target == GP_NO_RUNG ? NULL : &plan->report->ladder->rungs[target];
    gp_put_move_section(sheet, first - 1,
                        "What counts beside skill (yellow cells are yours to change)");
    put_fact_label(sheet, first + GP_FACT_YEARS, "Years in product",
                   asked_of(plan, rung == NULL ? 0 : rung->min_years));
    put_known(sheet, first + GP_FACT_YEARS, person->product_years_tenths, 10);
    put_fact_label(sheet, first + GP_FACT_PRODUCTS, "Products worked on",
                   asked_of(plan, rung == NULL ? 0 : rung->min_products));
    put_known(sheet, first + GP_FACT_PRODUCTS, person->products, 1);
    put_fact_label(sheet, first + GP_FACT_SINCE, "In today's role since",
                   "for the talk: no gate goes by it");
    gp_put_text(sheet, first + GP_FACT_SINCE, GP_MOVE_A,
                gp_date_text(plan->memory, person->role_since), GP_STYLE_INPUT);
    put_fact_label(sheet, first + GP_FACT_SUPPORT, "The manager supports the move",
                   target == person->rung
                       ? "granted with the role held"
                       : "yes, no, or left empty while not known; counts for the target alone");
    put_support(plan, sheet, first + GP_FACT_SUPPORT);
}

size_t gp_put_steps(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                    const char *header, const struct gp_step *steps, size_t count) {
    const struct gp_move_header headers[] = {{GP_MOVE_WHAT, GP_MOVE_C, header},
                                             {GP_MOVE_D, GP_MOVE_D, "When"},
                                             {GP_MOVE_E, GP_MOVE_E, "Done on"},
                                             {GP_MOVE_F, GP_MOVE_F, "What came of it"}};
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < count; i++, row++) {
        gp_put_merged(sheet, (struct gp_area){row, GP_MOVE_WHAT, row, GP_MOVE_C}, steps[i].text,
                      GP_STYLE_WRAP);
        gp_put_text(
            sheet, row, GP_MOVE_D,
            gp_quarter_text(plan->memory, gp_quarter_after(plan->report->as_of, steps[i].quarters)),
            GP_STYLE_CENTER);
        gp_put_blank(sheet, row, GP_MOVE_E, GP_STYLE_INPUT);
        gp_put_blank(sheet, row, GP_MOVE_F, GP_STYLE_INPUT_TEXT);
        double height = gp_wrapped_height(steps[i].text, gp_move_width(GP_MOVE_WHAT, GP_MOVE_C));
        gp_sheet_height(sheet, row, height > STEP_HEIGHT ? height : STEP_HEIGHT);
    }
    return row;
}
