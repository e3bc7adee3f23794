#include "write/plan_move.h"

enum { STANDING_HEIGHT = 48 }; // points

static const struct gp_step way_up[] = {
    {"Tell your manager that you would like the role when one opens: as an interest, not as a "
     "demand.",
     1},
    {"Ask your manager, and somebody who holds the role, for an honest word on what is missing. "
     "Write it down as they say it.",
     1},
    {"Act on it: choose the one or two points that weigh most, and put them into Actions.", 1},
    {"Show that you already do the work: look after an intern, mentor a junior colleague, take "
     "over "
     "a piece of what the role does.",
     2},
    {"Build a network: a mentor who has made this move, and a sponsor who speaks for you where it "
     "is decided.",
     2},
    {"Check in again: say what you did with the advice, show what came of it, and ask what is "
     "left.",
     3},
    {"Ask for the role when the time is right: the gates above pass, and there is a place or there "
     "soon will be.",
     4}};

// For somebody whose target is the role held.
static const struct gp_step in_the_role[] = {
    {"Ask those you report to and those you lead what they need more of from your role.", 1},
    {"Act on it: choose the one or two points that weigh most, and put them into Actions.", 1},
    {"Hand on a piece of your work, with the right to decide it, to somebody who wants to grow.",
     2},
    {"Build a network of people in the same role elsewhere: mentors, and those you can ask "
     "quickly.",
     2},
    {"Check in again: say what you did with the advice, and ask what is left.", 3},
    {"Say who could follow you, and what they still need.", 4}};

static bool is_held(const struct gp_plan *plan) {
    return plan->profile->target == plan->person->rung;
}

static void put_head(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_rung *target = &ladder->rungs[plan->profile->target];
    const char *title = is_held(plan)
                            ? gp_print(plan->memory, "Promotion: %s, the role held", target->title)
                            : gp_print(plan->memory, "Promotion: from %s to %s",
                                       ladder->rungs[plan->person->rung].title, target->title);
    const char *how = is_held(plan) && plan->profile->target_named
                          ? "The target is the role held: the gates are those of growing into it."
                      : is_held(plan) ? "Nothing on this ladder comes behind the role held: the "
                                        "gates are those of growing into it."
                      : plan->profile->target_named
                          ? target->scope
                          : "No target is named: this is about the next rung.";
    gp_put_move_head(sheet, title,
                     gp_print(plan->memory, "%s, %s. %s", plan->person->name,
                              gp_date_text(plan->memory, plan->report->as_of), how),
                     "Necessary, not sufficient: this is to prepare a talk with, not a tick-list "
                     "that earns a promotion.");
}

// Why there are no scores of self and manager; empty while there are.
static struct gp_live live_one_rater(const struct gp_plan *plan, size_t rung) {
    static const char none[] = "self, manager: nothing is rated by both";
    return (struct gp_live){gp_print(plan->memory, "IF(%s=\"\",\"%s\",\"\")",
                                     gp_summary_cell(plan, rung, GP_SUM_SELF), none),
                            plan->profile->readiness[rung].both_rated == 0 ? none : ""};
}

static void put_standing(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Rung"}, {GP_MOVE_A, GP_MOVE_A, "Score"},
        {GP_MOVE_B, GP_MOVE_B, "Self"},       {GP_MOVE_C, GP_MOVE_C, "Manager"},
        {GP_MOVE_D, GP_MOVE_D, "Spread"},     {GP_MOVE_E, GP_MOVE_F, "Where that is"}};
    size_t target = plan->profile->target, row = GP_MOVE_STANDING + 1;
    const struct gp_readiness *readiness = &plan->profile->readiness[target];
    const struct {
        size_t column, source;
        gp_permille share;
    } shares[] = {{GP_MOVE_A, GP_SUM_SCORE, readiness->score},
                  {GP_MOVE_B, GP_SUM_SELF, readiness->raters[GP_SELF]},
                  {GP_MOVE_C, GP_SUM_MANAGER, readiness->raters[GP_MANAGER]},
                  {GP_MOVE_D, GP_SUM_SPREAD, readiness->spread}};
    gp_put_move_section(sheet, GP_MOVE_STANDING - 1, "Where you are");
    gp_put_move_headers(sheet, GP_MOVE_STANDING, headers, sizeof headers / sizeof *headers);
    gp_put_text(sheet, row, GP_MOVE_WHAT,
                gp_print(plan->memory, "%s%s", plan->report->ladder->rungs[target].title,
                         gp_rung_mark(plan, target)),
                GP_STYLE_WRAP);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        gp_put_share_formula(
            sheet, row, shares[i].column,
            gp_print(plan->memory, "=%s", gp_summary_cell(plan, target, shares[i].source)),
            shares[i].share, GP_STYLE_SHARE);
    gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_E, row, GP_MOVE_F},
                gp_live_lines(plan, gp_live_band(plan, target), live_one_rater(plan, target)),
                GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, STANDING_HEIGHT);
}

static size_t put_checklist(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    if (is_held(plan)) {
        gp_put_move_section(sheet, row++, "Steps: growing in the role");
        return gp_put_steps(plan, sheet, row, "What, and with whom", in_the_role,
                            sizeof in_the_role / sizeof *in_the_role);
    }
    gp_put_move_section(sheet, row++, "Steps: how to ask");
    row = gp_put_steps(plan, sheet, row, "What, and with whom", way_up,
                       sizeof way_up / sizeof *way_up);
    return gp_put_move_note(
        sheet, row,
        "Most people never ask. Of those who did, 59 % got the promotion: the figure of one survey "
        "that articles in this field report; it is not a finding of ours, and no promise.");
}

void gp_put_promotion(const struct gp_plan *plan, struct gp_sheet *sheet) {
    put_head(plan, sheet);
    put_standing(plan, sheet);
    gp_put_facts(plan, sheet);
    size_t row = gp_move_facts_row(plan) + GP_FACT_COUNT + 1;
    row = gp_put_target_gates(plan, sheet, row) + 1;
    row = gp_put_target_must_haves(plan, sheet, row) + 1;
    row = gp_put_shortest_way(plan, sheet, row);
    row = gp_put_two_paths(plan, sheet, row);
    gp_sheet_break_rows(sheet, &row, 1); // behind what is there and what is missing: what to do
    row = put_checklist(plan, sheet, row) + 1;
    row = gp_put_influence_map(sheet, row);
    gp_sheet_print(sheet, false, 0, 0, 0);
    gp_sheet_print_area(sheet, row - 1, GP_MOVE_COLUMNS - 1);
}
