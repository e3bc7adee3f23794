#include "write/plan_book.h"

#include "write/grid.h"

// The columns of Actions that the rows of courses take, and what stands in them.
enum { COL_NAME, COL_KIND, COL_TEACHES, COL_HOURS, COL_STATUS, COL_DONE, COL_NOTES, COLUMNS };

static const struct gp_plan_offer *offer_of(const struct gp_plan *plan) {
    if (plan->report->offers == NULL)
        return NULL;
    return &plan->report->offers[plan->person - plan->report->team->people];
}

size_t gp_offer_count(const struct gp_plan *plan) {
    const struct gp_plan_offer *offer = offer_of(plan);
    return offer == NULL ? 0 : offer->count;
}

static const char *kind_of(const struct gp_plan *plan, const struct gp_course *course) {
    static const char *const kinds[GP_PART_COUNT] = {"Training", "Coaching", "Conference"};
    return gp_print(plan->memory, "%s%s%s", kinds[course->kind],
                    course->provider[0] == '\0' ? "" : ", ", course->provider);
}

// "Positioning to 4; Launch Planning to 3": what of it the person is short of.
static const char *teaches(const struct gp_plan *plan, const struct gp_course *course) {
    const char *text = "";
    for (size_t i = 0; i < course->taught_count; i++) {
        const struct gp_taught *taught = &course->taught[i];
        gp_level_milli skill = plan->profile->skill[taught->activity];
        if (skill >= 1000 * taught->level)
            continue;
        text = gp_print(plan->memory, "%s%s%s to %d", text, text[0] == '\0' ? "" : "; ",
                        plan->report->ladder->activities[taught->activity].name, taught->level);
    }
    return text;
}

static void put_course(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row,
                       size_t place) {
    const struct gp_plan_offer *offer = offer_of(plan);
    const struct gp_course *course = &plan->report->courses->items[offer->courses[place]];
    gp_put_text(sheet, row, COL_NAME, course->name, GP_STYLE_WRAP);
    gp_put_text(sheet, row, COL_KIND, kind_of(plan, course), GP_STYLE_WRAP);
    gp_put_text(sheet, row, COL_TEACHES, teaches(plan, course), GP_STYLE_WRAP);
    if (course->hours_tenths < 0)
        gp_put_text(sheet, row, COL_HOURS, "", GP_STYLE_NUMBER);
    else
        gp_put_number(sheet, row, COL_HOURS, course->hours_tenths / 10.0, GP_STYLE_NUMBER);
    gp_put_text(sheet, row, COL_STATUS, "planned", GP_STYLE_INPUT);
    gp_put_blank(sheet, row, COL_DONE, GP_STYLE_INPUT);
    gp_put_text(sheet, row, COL_NOTES,
                offer->amounts ? gp_print(plan->memory, "%s %s",
                                          gp_currency_code(offer->costs[place].currency),
                                          gp_money_grouped(plan->memory, offer->costs[place]))
                               : "",
                GP_STYLE_INPUT_TEXT);
    gp_sheet_height(sheet, row, 32);
}

size_t gp_put_offer(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const char *const titles[COLUMNS] = {"Course chosen for you",
                                                "Kind, provider",
                                                "Takes you",
                                                "Hours",
                                                "Status",
                                                "Done on",
                                                "Notes"};
    const struct gp_plan_offer *offer = offer_of(plan);
    if (gp_offer_count(plan) == 0)
        return row;
    for (size_t i = 0; i < COLUMNS; i++)
        gp_put_text(sheet, row, i, titles[i], GP_STYLE_HEADER);
    gp_sheet_height(sheet, row++, 22);
    for (size_t i = 0; i < offer->count; i++)
        put_course(plan, sheet, row++, i);
    if (offer->amounts)
        gp_put_text(sheet, row++, 0,
                    gp_print(plan->memory,
                             "Your training budget this year: %s %s; %s left before these courses.",
                             gp_currency_code(offer->pool.currency),
                             gp_money_grouped(plan->memory, offer->pool),
                             gp_money_grouped(plan->memory, offer->left)),
                    GP_STYLE_SUBTITLE);
    return row + 1;
}
