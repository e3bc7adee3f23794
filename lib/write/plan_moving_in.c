#include "write/plan_move.h"
#include "write/readiness_parts.h"

enum { ENTRY_HEIGHT = 33, FACET_HEIGHT = 18, LINE_HEIGHT = 15 }; // points
enum { NAMES = 20 }; // of a facet; Assessment has all of them

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
        return gp_print(plan->memory, "IF(COUNT(%s)=0,FALSE,IF(ISNUMBER(%s),%s=MAX(%s),FALSE))",
                        scores, winner, winner, scores);
    return gp_print(plan->memory,
                    "IF(COUNT(%s)=0,FALSE,IF(ISNUMBER(%s),IF(%s=MAX(%s),FALSE,MATCH(MAX(%s),%s,0)=%"
                    "zu),MATCH(MAX(%s),%s,0)=%zu))",
                    scores, winner, winner, scores, scores, scores, place + 1, scores, scores,
                    place + 1);
}

// While nothing is rated, no entry is.
static bool is_nearest(const struct gp_plan *plan, size_t rung) {
    return rung == plan->profile->nearest_entry &&
           plan->profile->readiness[rung].score != GP_NO_SHARE;
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
                                     is_nearest(plan, rung) ? " (nearest)" : "", target)};
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

// What two raters make of the score, or why there are no two.
static struct gp_live live_raters(const struct gp_plan *plan, size_t rung) {
    static const char none[] = "nothing is rated by both";
    struct gp_live raters = gp_live_raters(plan, rung);
    return (struct gp_live){gp_print(plan->memory, "IF(%s=\"\",\"%s\",%s)",
                                     gp_summary_cell(plan, rung, GP_SUM_SELF), none,
                                     raters.formula),
                            raters.value[0] == '\0' ? none : raters.value};
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
                live_raters(plan, rung), GP_STYLE_WRAP);
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

// The cells of a column of Assessment for the activities of a facet.
static const char *facet_range(const struct gp_plan *plan, size_t facet,
                               enum gp_assessment_column column) {
    const struct gp_facet *group = &plan->report->ladder->facets[facet];
    size_t first = GP_ASSESSMENT_FIRST + group->first;
    return gp_ref_range(plan->memory, GP_ASSESSMENT, first, column, first + group->count - 1,
                        column);
}

static bool is_rated(const struct gp_plan *plan, size_t facet) {
    const struct gp_facet *group = &plan->report->ladder->facets[facet];
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (plan->profile->skill[i] >= 0)
            return true;
    return false;
}

// "7 of 12" activities of a facet, of those the target expects.
static struct gp_live live_count(const struct gp_plan *plan, size_t facet,
                                 const struct gp_brought *brought) {
    if (brought->expected == 0)
        return (struct gp_live){"\"none expected\"", "none expected"};
    return (struct gp_live){
        gp_print(plan->memory, "IF(COUNT(%s)=0,\"not rated\",COUNT(%s)&\" of %zu\")",
                 facet_range(plan, facet, GP_COL_USED), facet_range(plan, facet, GP_COL_BRINGS),
                 brought->expected),
        is_rated(plan, facet)
            ? gp_print(plan->memory, "%zu of %zu", brought->count, brought->expected)
            : "not rated"};
}

// "Positioning; Business Plan; and 3 more": of a facet the first NAMES at the level expected.
static struct gp_live live_names(const struct gp_plan *plan, size_t facet,
                                 const struct gp_brought *brought) {
    const char *names = facet_range(plan, facet, GP_COL_ACTIVITY);
    const char *places = facet_range(plan, facet, GP_COL_BRINGS);
    const char *formula = "\"\"", *value = "";
    for (size_t k = 0; k < brought->expected && k < NAMES; k++) {
        const char *comma = k > 0 ? "; " : "";
        formula =
            gp_print(plan->memory, "%s&IFERROR(\"%s\"&INDEX(%s,MATCH(SMALL(%s,%zu),%s,0)),\"\")",
                     formula, comma, names, places, k + 1, places);
        if (k < brought->count)
            value = gp_print(
                plan->memory, "%s%s%s", value, comma,
                plan->report->ladder->activities[plan->profile->brings[brought->first + k]].name);
    }
    if (brought->expected > NAMES)
        formula =
            gp_print(plan->memory, "%s&IF(COUNT(%s)>%d,\"; and \"&(COUNT(%s)-%d)&\" more\",\"\")",
                     formula, places, NAMES, places, NAMES);
    if (brought->count > NAMES)
        value = gp_print(plan->memory, "%s; and %zu more", value, brought->count - NAMES);
    return (struct gp_live){formula, value};
}

// The names a facet has room for once all that is expected of it is there.
static double height_of_names(const struct gp_plan *plan, size_t facet) {
    const struct gp_ladder *ladder = plan->report->ladder;
    const struct gp_facet *group = &ladder->facets[facet];
    const char *text = "";
    size_t count = 0;
    for (size_t i = group->first; i < group->first + group->count && count < NAMES; i++)
        if (gp_expected(ladder, plan->profile->target, i)->level > 0)
            text = gp_print(plan->memory, "%s%s%s", text, count++ > 0 ? "; " : "",
                            ladder->activities[i].name);
    unsigned lines = gp_wrapped_lines(text, gp_move_width(GP_MOVE_B, GP_MOVE_F));
    return lines > 1 ? LINE_HEIGHT * lines + 1 : FACET_HEIGHT;
}

static size_t put_brings(const struct gp_plan *plan, struct gp_sheet *sheet, size_t row) {
    static const struct gp_move_header headers[] = {
        {GP_MOVE_WHAT, GP_MOVE_WHAT, "Facet"},
        {GP_MOVE_A, GP_MOVE_A, "At its level"},
        {GP_MOVE_B, GP_MOVE_F, "What of the facet is at the level the rung expects"}};
    const struct gp_ladder *ladder = plan->report->ladder;
    size_t target = plan->profile->target;
    if (target == GP_NO_RUNG)
        return row;
    gp_put_move_section(
        sheet, row++,
        gp_print(plan->memory, "What you already bring: %s", ladder->rungs[target].title));
    gp_put_move_headers(sheet, row++, headers, sizeof headers / sizeof *headers);
    for (size_t f = 0; f < ladder->facet_count; f++, row++) {
        const struct gp_brought brought = gp_brought_of(ladder, plan->profile, f);
        gp_put_text(sheet, row, GP_MOVE_WHAT, ladder->facets[f].name, GP_STYLE_WRAP);
        gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_A, row, GP_MOVE_A},
                    live_count(plan, f, &brought), GP_STYLE_CENTER);
        gp_put_live(plan, sheet, (struct gp_area){row, GP_MOVE_B, row, GP_MOVE_F},
                    live_names(plan, f, &brought), GP_STYLE_WRAP);
        gp_sheet_height(sheet, row, height_of_names(plan, f));
    }
    return row + 1;
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
    row = put_brings(plan, sheet, row);
    row = gp_put_shortest_way(plan, sheet, row);
    gp_sheet_break_rows(sheet, &row, 1); // behind what is there: what to choose and to do
    row = gp_put_two_paths(plan, sheet, row);
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
