#include "write/plan_move.h"

enum { ENTRY_HEIGHT = 33, FACET_HEIGHT = 18 }; // points
enum { NAMES = 12, NAME_ROWS = NAMES / 2 };

// What to take on where the ladder says nothing of the person's background.
static const struct gp_step general[] = {
    {"Lead a small project from the question to the result, and say what it changed.", 1},
    {"Sit in where work is put in order or the roadmap is made, and prepare one of these meetings.",
     1},
    {"Help with a launch: write for customers, prepare the sellers, collect the first reactions.",
     2},
    {"Talk to five customers, and write down the problem they share rather than what each wished "
     "for.",
     2}};

static const struct gp_step way_in[] = {
    {"Use the role you have: find where your work touches the product, and become known for it.",
     1},
    {"Agree with your manager on one piece of product work from the list above, with an end date.",
     1},
    {"Show the overlap: for what you already bring, write down one real case each. Understanding "
     "customers, stating requirements, working with engineers and measuring success count most.",
     1},
    {"Find somebody inside: a product manager who lets you see their week and comments on your "
     "cases.",
     2},
    {"Learn the business: how the company earns its money, who buys, and why they stay or leave.",
     2},
    {"Say that you want to move, ask what is missing, and act on it.", 3},
    {"Apply for the entry role you are nearest to when one opens, with your cases in hand.", 4}};

static const struct gp_background *background_of(const struct gp_plan *plan) {
    const struct gp_ladder *ladder = plan->report->ladder;
    return plan->person->came_from < ladder->background_count
               ? &ladder->backgrounds[plan->person->came_from]
               : NULL;
}

// The rungs shown: the entries in ladder order, then the target if it is none.
static size_t shown_rung(const struct gp_plan *plan, size_t place) {
    const struct gp_ladder *ladder = plan->report->ladder;
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (ladder->rungs[i].path == GP_PATH_ENTRY && place-- == 0)
            return i;
    return plan->profile->target;
}

static bool is_entry(const struct gp_plan *plan, size_t rung) {
    return plan->report->ladder->rungs[rung].path == GP_PATH_ENTRY;
}

static size_t entry_count(const struct gp_plan *plan) {
    size_t count = 0;
    for (size_t i = 0; i < plan->report->ladder->rung_count; i++)
        count += is_entry(plan, i);
    return count;
}

// The place that wins a tie: that of the usual entry of the background, else the first.
static size_t preferred(const struct gp_plan *plan) {
    const struct gp_background *background = background_of(plan);
    for (size_t i = 0; background != NULL && i < entry_count(plan); i++)
        if (shown_rung(plan, i) == background->entry)
            return i;
    return 0;
}

// Whether an entry is the nearest, as a condition over the scores shown.
static const char *nearest_formula(const struct gp_plan *plan, size_t place) {
    size_t first = GP_MOVE_STANDING + 1, wins = preferred(plan);
    const char *scores = gp_ref_range(plan->memory, NULL, first, GP_MOVE_A,
                                      first + entry_count(plan) - 1, GP_MOVE_A);
    const char *winner = gp_ref(plan->memory, first + wins, GP_MOVE_A);
    if (place == wins)
        return gp_print(plan->memory, "IF(COUNT(%s)=0,TRUE,IF(ISNUMBER(%s),%s=MAX(%s),FALSE))",
                        scores, winner, winner, scores);
    return gp_print(plan->memory,
                    "IF(COUNT(%s)=0,FALSE,IF(ISNUMBER(%s),IF(%s=MAX(%s),FALSE,MATCH(MAX(%s),%s,0)=%"
                    "zu),MATCH(MAX(%s),%s,0)=%zu))",
                    scores, winner, winner, scores, scores, scores, place + 1, scores, scores,
                    place + 1);
}

// "Product Manager (nearest) (target)"
static struct gp_live live_title(const struct gp_plan *plan, size_t place) {
    size_t rung = shown_rung(plan, place);
    const char *target = gp_rung_mark(plan, rung);
    const char *cell = gp_print(plan->memory, GP_READINESS "!%s",
                                gp_ref_fixed(plan->memory, plan->layout.facets, 1 + rung));
    const char *title = plan->report->ladder->rungs[rung].title;
    if (!is_entry(plan, rung))
        return (struct gp_live){gp_print(plan->memory, "%s&\"%s\"", cell, target),
                                gp_print(plan->memory, "%s%s", title, target)};
    return (struct gp_live){gp_print(plan->memory, "%s&IF(%s,\" (nearest)\",\"\")&\"%s\"", cell,
                                     nearest_formula(plan, place), target),
                            gp_print(plan->memory, "%s%s%s", title,
                                     rung == plan->profile->nearest_entry ? " (nearest)" : "",
                                     target)};
}

// "0.571 to 0.714"; empty while nothing is expected.
static struct gp_live live_range(const struct gp_plan *plan, size_t rung) {
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    const char *cell = gp_summary_cell(plan, rung, GP_SUM_LOW);
    struct gp_live low = gp_live_score(plan, cell, readiness->low);
    struct gp_live high =
        gp_live_score(plan, gp_summary_cell(plan, rung, GP_SUM_HIGH), readiness->high);
    return (struct gp_live){
        gp_print(plan->memory, "IF(%s=\"\",\"\",%s&\" to \"&%s)", cell, low.formula, high.formula),
        readiness->low == GP_NO_SHARE ? ""
                                      : gp_print(plan->memory, "%s to %s", low.value, high.value)};
}

static void put_entry(const struct gp_plan *plan, struct gp_sheet *sheet, size_t place) {
    size_t row = GP_MOVE_STANDING + 1 + place, rung = shown_rung(plan, place);
    const struct gp_readiness *readiness = &plan->profile->readiness[rung];
    gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_WHAT, row, GP_MOVE_WHAT},
                live_title(plan, place), GP_STYLE_WRAP);
    gp_put_share_formula(sheet, row, GP_MOVE_A,
                         gp_print(plan->memory, "=%s", gp_summary_cell(plan, rung, GP_SUM_SCORE)),
                         readiness->score, GP_STYLE_SHARE);
    gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_B, row, GP_MOVE_B},
                live_range(plan, rung), GP_STYLE_CENTER);
    gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_C, row, GP_MOVE_C},
                gp_live_raters(plan, rung), GP_STYLE_WRAP);
    gp_put_share_formula(
        sheet, row, GP_MOVE_D,
        gp_print(plan->memory, "=%s", gp_gate_figure_cell(plan, rung, GP_GATE_ANSWERED)),
        readiness->answered, GP_STYLE_PERCENT);
    gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_E, row, GP_MOVE_F},
                gp_live_band(plan, rung), GP_STYLE_WRAP);
    gp_sheet_height(sheet, row, ENTRY_HEIGHT);
}

static void put_entries(const struct gp_plan *plan, struct gp_sheet *sheet) {
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Rung"}, {GP_MOVE_A, GP_MOVE_A, "Score"},
        {GP_MOVE_B, GP_MOVE_B, "Range"},      {GP_MOVE_C, GP_MOVE_C, "Two raters"},
        {GP_MOVE_D, GP_MOVE_D, "Rated"},      {GP_MOVE_E, GP_MOVE_F, "Where that is"}};
    gp_put_move_section(sheet, GP_MOVE_STANDING - 1, "The ways in, side by side");
    gp_put_move_headers(sheet, GP_MOVE_STANDING, headers, sizeof headers / sizeof *headers);
    for (size_t place = 0; place < gp_move_standing_count(plan); place++)
        put_entry(plan, sheet, place);
}

// "7 of 12" activities of a facet, of those the target expects.
static struct gp_live live_facet(const struct gp_plan *plan, size_t index) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_profile *profile = plan->profile;
    const struct gp_facet *facet = &ladder->facets[index];
    size_t expected = 0, there = 0, last = facet->first + facet->count - 1;
    for (size_t i = facet->first; i <= last; i++)
        expected +=
            profile->target != GP_NO_RUNG && gp_expected(ladder, profile->target, i)->level > 0;
    for (size_t i = 0; i < profile->brings_count; i++)
        there += profile->brings[i] >= facet->first && profile->brings[i] <= last;
    if (expected == 0)
        return (struct gp_live){"\"none expected\"", "none expected"};
    return (struct gp_live){
        gp_print(plan->memory, "COUNT(%s)&\" of %zu\"",
                 gp_ref_range(plan->memory, GP_ASSESSMENT, GP_ASSESSMENT_FIRST + facet->first,
                              GP_COL_BRINGS, GP_ASSESSMENT_FIRST + last, GP_COL_BRINGS),
                 expected),
        gp_print(plan->memory, "%zu of %zu", there, expected)};
}

static void put_brought(const struct gp_plan *plan, struct gp_sheet *sheet, struct gp_area area,
                        size_t k) {
    const struct gp_profile *profile = plan->profile;
    const char *name = k <= profile->brings_count
                           ? plan->report->ladder->activities[profile->brings[k - 1]].name
                           : "";
    gp_put_merged_formula(sheet, area, gp_lookup(plan, GP_COL_ACTIVITY, GP_COL_BRINGS, k, "&\"\""),
                          name, GP_STYLE_TEXT);
}

// "and 9 more on Assessment"
static struct gp_live live_more(const struct gp_plan *plan) {
    size_t count = plan->profile->brings_count;
    const char *counted =
        gp_print(plan->memory, "COUNT(%s)", gp_assessment_range(plan, GP_COL_BRINGS));
    static const char none[] = "nothing yet, as far as it is rated";
    return (struct gp_live){
        gp_print(plan->memory,
                 "IF(%s>%d,\"and \"&(%s-%d)&\" more on Assessment\",IF(%s=0,\"%s\",\"\"))", counted,
                 NAMES, counted, NAMES, counted, none),
        count > NAMES ? gp_print(plan->memory, "and %zu more on Assessment", count - NAMES)
        : count == 0  ? none
                      : ""};
}

static size_t put_brings(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Facet"},
        {GP_MOVE_A, GP_MOVE_A, "At its level"},
        {GP_MOVE_B, GP_MOVE_F, "What is at the level the rung expects"}};
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t target = plan->profile->target;
    gp_put_move_section(sheet, row++,
                        gp_print(plan->memory, "What you already bring%s%s",
                                 target == GP_NO_RUNG ? "" : ": ",
                                 target == GP_NO_RUNG ? "" : ladder->rungs[target].title));
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    for (size_t f = 0; f < ladder->facet_count; f++) {
        gp_put_text(sheet, row + f, GP_MOVE_WHAT, ladder->facets[f].name, GP_STYLE_TEXT);
        gp_put_live(plan, sheet, (struct gp_area){row + f, GP_MOVE_A, row + f, GP_MOVE_A},
                    live_facet(plan, f), GP_STYLE_CENTER);
    }
    for (size_t i = 0; i < NAME_ROWS; i++) {
        put_brought(plan, sheet, (struct gp_area){row + i, GP_MOVE_B, row + i, GP_MOVE_D}, 1 + i);
        put_brought(plan, sheet, (struct gp_area){row + i, GP_MOVE_E, row + i, GP_MOVE_F},
                    1 + i + NAME_ROWS);
    }
    gp_put_live(plan, sheet,
                (struct gp_area){row + NAME_ROWS, GP_MOVE_B, row + NAME_ROWS, GP_MOVE_F},
                live_more(plan), GP_STYLE_TEXT);
    size_t rows = ladder->facet_count > NAME_ROWS + 1 ? ladder->facet_count : NAME_ROWS + 1;
    for (size_t i = 0; i < rows; i++)
        gp_sheet_height(sheet, row + i, FACET_HEIGHT);
    return row + rows;
}

static size_t put_first_work(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const char header[] = "Take on in today's job";
    const struct gp_background *background = background_of(plan);
    gp_put_move_section(sheet, row++, "From today's job");
    if (background == NULL) {
        row = gp_put_move_note(sheet, row,
                               "People come into product from everywhere: engineering, sales, "
                               "marketing, support, services, design, finance. What helps is work "
                               "of today's job that is product work too.");
        return gp_put_steps(plan, sheet, row, header, general, sizeof general / sizeof *general);
    }
    row = gp_put_move_note(
        sheet, row,
        gp_print(plan->memory,
                 "%s: people with this background usually come in as %s. It is not the only way, "
                 "and the scores above know nothing of it.",
                 background->name, plan->report->ladder->rungs[background->entry].title));
    struct gp_step *steps = gp_alloc(plan->memory, background->first_count, sizeof *steps);
    for (size_t i = 0; i < background->first_count; i++)
        steps[i] = (struct gp_step){background->first[i], 1 + (unsigned)(i / 2)};
    return gp_put_steps(plan, sheet, row, header, steps, background->first_count);
}

void gp_put_moving_in(const struct gp_plan *plan, struct gp_sheet *sheet) {
    const struct gp_person *person = plan->person;
    size_t target = plan->profile->target;
    gp_put_move_head(
        sheet, gp_print(plan->memory, "Moving in: %s", person->name),
        gp_print(plan->memory, "%s. Today: %s. Works towards: %s%s.",
                 gp_date_text(plan->memory, plan->report->as_of), gp_role_now(plan),
                 target == GP_NO_RUNG ? "not known" : plan->report->ladder->rungs[target].title,
                 gp_how_target_was_found(plan)),
        "Necessary, not sufficient: this is to prepare a move with, not a tick-list that earns "
        "one.");
    put_entries(plan, sheet);
    gp_put_facts(plan, sheet);
    size_t row = gp_move_facts_row(plan) + GP_FACT_COUNT + 1;
    row = put_brings(plan, sheet, row) + 1;
    row = put_first_work(plan, sheet, row) + 1;
    gp_put_move_section(sheet, row++, "Steps: how to get in");
    row = gp_put_steps(plan, sheet, row, "What, and with whom", way_in,
                       sizeof way_in / sizeof *way_in);
    row = gp_put_move_note(sheet, row,
                           "Certificates help little on their own: what convinces is work that was "
                           "product work already.");
    gp_sheet_print(sheet, false, 0, 0, 0);
    gp_sheet_print_area(sheet, row - 1, GP_MOVE_COLUMNS - 1);
}
