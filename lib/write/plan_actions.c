#include "write/plan_book.h"

// Columns of Actions.
enum { ACT_FOCUS, ACT_KIND, ACT_WHAT, ACT_QUARTER, ACT_STATUS, ACT_DONE, ACT_NOTES, ACT_COLUMNS };
enum { ACT_HEADER = 4, ACTIVITIES_A_QUARTER = 2 };
enum { BEFORE_COURSES = 3 }; // rows from the last action to the first course: one empty, a header

static const char *const statuses[] = {"planned", "started", "done", "dropped"};
enum { STATUS_COUNT = sizeof statuses / sizeof *statuses };

static const struct {
    const char *kind;
    // What to do, round the activity's name; the practice is the activity's own "try this next".
    const char *before, *behind;
} kinds[GP_ACTION_KINDS] = {
    {"Practice on the job", "", ""},
    {"Learning from someone", "Ask someone strong in ",
     " to take you through a real case, then do the next one yourself while they watch."},
    {"A course", "Choose a course, workshop or book on ",
     " and write down three things you will do differently."}};

static size_t last_action(const struct gp_plan *plan) {
    return ACT_HEADER + GP_ACTION_KINDS * (size_t)plan->report->policy->focus_count;
}

// Practice and learning start in the quarter, the course comes in the one behind it.
static const char *quarter_of(const struct gp_plan *plan, size_t place, size_t kind) {
    unsigned after = 1 + (unsigned)(place / ACTIVITIES_A_QUARTER) + (kind == 2);
    return gp_quarter_text(plan->memory, gp_quarter_after(plan->report->as_of, after));
}

static void put_what(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row, size_t place,
                     size_t kind) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_profile *profile = plan->profile;
    const char *focus = gp_ref(plan->memory, row, ACT_FOCUS);
    bool there = place < profile->focus_count;
    const struct gp_activity *activity = there ? &ladder->activities[profile->focus[place]] : NULL;
    if (kind == 0) {
        struct gp_live none = place == 0 ? gp_live_no_focus(plan) : (struct gp_live){"\"\"", ""};
        gp_put_formula_text(sheet, row, ACT_WHAT,
                            gp_lookup_or(plan, GP_COL_TRY, GP_COL_FOCUS, place + 1, none.formula),
                            there ? activity->try_next : none.value, GP_STYLE_WRAP);
        return;
    }
    gp_put_formula_text(sheet, row, ACT_WHAT,
                        gp_print(plan->memory, "=IF(%s=\"\",\"\",\"%s\"&%s&\"%s\")", focus,
                                 kinds[kind].before, focus, kinds[kind].behind),
                        there ? gp_print(plan->memory, "%s%s%s", kinds[kind].before, activity->name,
                                         kinds[kind].behind)
                              : "",
                        GP_STYLE_WRAP);
}

static void put_action(const struct gp_plan *plan, struct gp_sheet *sheet, size_t place,
                       size_t kind) {
    const struct gp_profile *profile = plan->profile;
    size_t row = ACT_HEADER + 1 + GP_ACTION_KINDS * place + kind;
    bool there = place < profile->focus_count;
    gp_put_formula_text(
        sheet, row, ACT_FOCUS, gp_lookup(plan, GP_COL_ACTIVITY, GP_COL_FOCUS, place + 1, "&\"\""),
        there ? plan->report->ladder->activities[profile->focus[place]].name : "", GP_STYLE_WRAP);
    const char *how = gp_print(plan->memory, "%s (%u %%)", kinds[kind].kind,
                               plan->report->policy->action_percents[kind]);
    gp_put_formula_text(sheet, row, ACT_KIND,
                        gp_print(plan->memory, "=IF(%s=\"\",\"\",\"%s\")",
                                 gp_ref(plan->memory, row, ACT_FOCUS), how),
                        there ? how : "", GP_STYLE_TEXT);
    put_what(plan, sheet, row, place, kind);
    const char *quarter = quarter_of(plan, place, kind);
    gp_put_formula_text(sheet, row, ACT_QUARTER,
                        gp_print(plan->memory, "=IF(%s=\"\",\"\",\"%s\")",
                                 gp_ref(plan->memory, row, ACT_FOCUS), quarter),
                        there ? quarter : "", GP_STYLE_CENTER);
    gp_put_text(sheet, row, ACT_STATUS, there ? statuses[0] : "", GP_STYLE_INPUT);
    gp_put_blank(sheet, row, ACT_DONE, GP_STYLE_INPUT);
    gp_put_blank(sheet, row, ACT_NOTES, GP_STYLE_INPUT_TEXT);
    gp_sheet_height(sheet, row, 32);
}

// The choices of the status dropdown from `row` on, in cells anyone can see and change.
static void put_statuses(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    size_t last = last_action(plan), courses = gp_offer_count(plan);
    const struct gp_area areas[] = {
        {ACT_HEADER + 1, ACT_STATUS, last, ACT_STATUS},
        {last + BEFORE_COURSES, ACT_STATUS, last + BEFORE_COURSES + courses - 1, ACT_STATUS}};
    gp_put_text(sheet, row, ACT_FOCUS, "Status may be", GP_STYLE_HEADER);
    for (size_t i = 0; i < STATUS_COUNT; i++)
        gp_put_text(sheet, row + 1 + i, ACT_FOCUS, statuses[i], GP_STYLE_TEXT);
    for (size_t i = 0; i < (courses > 0 ? 2 : 1); i++) {
        gp_sheet_dropdown(sheet, areas[i],
                          gp_print(plan->memory, "=%s",
                                   gp_ref_range(plan->memory, "Actions", row + 1, ACT_FOCUS,
                                                row + STATUS_COUNT, ACT_FOCUS)),
                          "Choose one of the words listed below the actions.");
        gp_sheet_signal(sheet, areas[i], "done", GP_SIGNAL_GOOD);
        gp_sheet_signal(sheet, areas[i], "started", GP_SIGNAL_OPEN);
    }
}

void gp_put_actions(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const struct {
        const char *title;
        double width;
    } columns[ACT_COLUMNS] = {{"Focus", 32},  {"How", 28},     {"What to do", 62}, {"By", 10},
                              {"Status", 11}, {"Done on", 12}, {"Notes", 36}};
    gp_put_text(sheet, 0, 0, gp_print(plan->memory, "Actions of %s", plan->person->name),
                GP_STYLE_TITLE);
    gp_put_text(sheet, 1, 0,
                "Follows the focus list; two activities at a time. Yellow cells are yours to fill "
                "in.",
                GP_STYLE_SUBTITLE);
    gp_put_text(sheet, 2, 0,
                "The split between practice, people and courses is a rule of thumb: it comes from "
                "asking 191 executives, and other studies found other shares.",
                GP_STYLE_SUBTITLE);
    gp_sheet_height(sheet, ACT_HEADER, 22);
    for (size_t i = 0; i < ACT_COLUMNS; i++) {
        gp_put_text(sheet, ACT_HEADER, i, columns[i].title, GP_STYLE_HEADER);
        gp_sheet_width(sheet, i, i, columns[i].width);
    }
    for (size_t place = 0; place < (size_t)plan->report->policy->focus_count; place++)
        for (size_t kind = 0; kind < GP_ACTION_KINDS; kind++)
            put_action(plan, sheet, place, kind);
    put_statuses(plan, sheet, gp_put_offer(plan, sheet, last_action(plan) + 2));
    gp_sheet_freeze(sheet, ACT_HEADER + 1, 0);
    gp_sheet_print(sheet, true, 1, 0, 0);
}
