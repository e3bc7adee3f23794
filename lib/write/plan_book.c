#include "write/plan_readiness.h"

static size_t assessment_last(const struct gp_plan *plan) {
    return GP_ASSESSMENT_FIRST + plan->report->ladder->activity_count - 1;
}

const char *gp_assessment_range(const struct gp_plan *plan, enum gp_assessment_column column) {
    return gp_ref_range(plan->memory, GP_ASSESSMENT, GP_ASSESSMENT_FIRST, column,
                        assessment_last(plan), column);
}

const char *gp_assessment_cell(const struct gp_plan *plan, size_t activity,
                               enum gp_assessment_column column) {
    return gp_print(plan->memory, GP_ASSESSMENT "!%s",
                    gp_ref_fixed(plan->memory, GP_ASSESSMENT_FIRST + activity, column));
}

const char *gp_summary_cell(const struct gp_plan *plan, size_t rung, size_t column) {
    return gp_print(plan->memory, GP_READINESS "!%s",
                    gp_ref_fixed(plan->memory, plan->layout.summary + 1 + rung, column));
}

static const char *gates_cell(const struct gp_plan *plan, size_t rung, size_t column) {
    return gp_print(plan->memory, GP_READINESS "!%s",
                    gp_ref_fixed(plan->memory, plan->layout.gates + 1 + rung, column));
}

const char *gp_gate_cell(const struct gp_plan *plan, size_t rung, enum gp_gate gate) {
    return gates_cell(plan, rung, gp_gate_column(gate));
}

const char *gp_gate_figure_cell(const struct gp_plan *plan, size_t rung, enum gp_gate gate) {
    return gates_cell(plan, rung, gp_gate_column(gate) - 1);
}

const char *gp_lookup(const struct gp_plan *plan, enum gp_assessment_column column,
                      enum gp_assessment_column place, size_t k, const char *suffix) {
    return gp_print(plan->memory, "=IFERROR(INDEX(%s,MATCH(%zu,%s,0))%s,\"\")",
                    gp_assessment_range(plan, column), k, gp_assessment_range(plan, place), suffix);
}

const char *gp_lookup_or(const struct gp_plan *plan, enum gp_assessment_column column,
                         enum gp_assessment_column place, size_t k, const char *otherwise) {
    return gp_print(plan->memory, "=IFERROR(INDEX(%s,MATCH(%zu,%s,0))&\"\",%s)",
                    gp_assessment_range(plan, column), k, gp_assessment_range(plan, place),
                    otherwise);
}

void gp_put_share_formula(struct gp_sheet *sheet, size_t row, size_t column, const char *formula,
                          gp_permille share, enum gp_style style) {
    if (share == GP_NO_SHARE)
        gp_put_formula_text(sheet, row, column, formula, "", style);
    else
        gp_put_formula_number(sheet, row, column, formula, share / 1000.0, style);
}

static const char *facet_cells(const struct gp_plan *plan, const struct gp_facet_cells *cells,
                               size_t column) {
    size_t last = cells->first_row + plan->report->ladder->facet_count - 1;
    return gp_print(
        plan->memory, "=%s",
        gp_ref_range(plan->memory, cells->sheet, cells->first_row, column, last, column));
}

size_t gp_facet_series(const struct gp_plan *plan, const struct gp_facet_cells *cells,
                       struct gp_series series[2]) {
    const size_t rungs[] = {plan->person->rung, plan->profile->target};
    size_t count = 0;
    for (size_t i = 0; i < 2; i++)
        if (rungs[i] != GP_NO_RUNG && (i == 0 || rungs[1] != rungs[0]))
            series[count++] =
                (struct gp_series){cells->titles[i], facet_cells(plan, cells, cells->names),
                                   facet_cells(plan, cells, cells->values[i])};
    return count;
}

static size_t count_must_haves(const struct gp_ladder *ladder) {
    size_t count = 0;
    for (size_t rung = 0; rung < ladder->rung_count; rung++)
        count += gp_ladder_must_have_count(ladder, rung);
    return count;
}

const char *gp_rung_mark(const struct gp_plan *plan, size_t rung) {
    bool target = rung == plan->profile->target;
    if (rung == plan->person->rung)
        return target ? " (now and target)" : " (now)";
    return target ? " (target)" : "";
}

const char *gp_role_now(const struct gp_plan *plan) {
    if (plan->person->rung != GP_NO_RUNG)
        return plan->report->ladder->rungs[plan->person->rung].title;
    return plan->person->role[0] != '\0' ? plan->person->role : "not given";
}

// Every block starts two rows below a section title, behind an empty row.
static struct gp_readiness_layout lay_out(const struct gp_ladder *ladder) {
    struct gp_readiness_layout layout = {.summary = 3, .must_have_count = count_must_haves(ladder)};
    layout.gates = layout.summary + ladder->rung_count + 4;
    layout.facets = layout.gates + ladder->rung_count + 3;
    layout.must_haves = layout.facets + ladder->facet_count + 3;
    size_t chart_rows = 24;
    size_t rows = layout.must_have_count > chart_rows ? layout.must_have_count : chart_rows;
    layout.range = layout.must_haves + rows + 3;
    layout.work = layout.range + GP_RANGE_ROWS + 2;
    return layout;
}

// What both say stands once, among the must-haves.
static void list_talk(struct gp_plan *plan) {
    const struct gp_profile *profile = plan->profile;
    size_t most = profile->talk_about_count + profile->apart_count;
    plan->talk = gp_alloc(plan->memory, most, sizeof *plan->talk);
    for (size_t i = 0; i < profile->talk_about_count; i++)
        plan->talk[plan->talk_count++] = profile->talk_about[i];
    for (size_t i = 0; i < profile->apart_count; i++) {
        bool there = false;
        for (size_t j = 0; j < profile->talk_about_count; j++)
            there = there || profile->talk_about[j] == profile->apart[i];
        if (!there)
            plan->talk[plan->talk_count++] = profile->apart[i];
    }
}

bool gp_write_plan_book(const struct gp_report *report, size_t person, const char *path,
                        char hash[GP_HASH_TEXT], const char **why) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_plan plan = {.memory = memory,
                           .report = report,
                           .person = &report->team->people[person],
                           .profile = &report->results->profiles[person],
                           .detail = report->detail,
                           .answers = gp_answers_of(report->team, person),
                           .layout = lay_out(report->ladder)};
    plan.book =
        gp_book_open(memory, path, report->scratch,
                     gp_print(memory, "Growth plan of %s", plan.person->name), report->as_of);
    struct gp_sheet *page = gp_book_sheet(plan.book, "Plan");
    struct gp_sheet *assessment = gp_book_sheet(plan.book, GP_ASSESSMENT);
    struct gp_sheet *readiness = gp_book_sheet(plan.book, GP_READINESS);
    struct gp_sheet *actions = gp_book_sheet(plan.book, "Actions");
    struct gp_sheet *mentoring =
        report->matching == NULL ? NULL : gp_book_sheet(plan.book, GP_MENTORING);
    bool outside = plan.person->rung == GP_NO_RUNG;
    struct gp_sheet *move = gp_book_sheet(plan.book, outside ? GP_MOVING_IN : GP_PROMOTION);
    struct gp_sheet *about = gp_book_sheet(plan.book, "About");
    list_talk(&plan);
    gp_put_about(memory, about, report, &plan.lists);
    gp_put_assessment(&plan, assessment);
    gp_put_readiness(&plan, readiness);
    gp_put_plan_page(&plan, page);
    gp_put_actions(&plan, actions);
    if (mentoring != NULL)
        gp_put_mentoring(&plan, mentoring);
    if (outside)
        gp_put_moving_in(&plan, move);
    else
        gp_put_promotion(&plan, move);
    bool good = gp_book_close(plan.book, 0600, hash, why);
    gp_memory_close(memory);
    return good;
}
