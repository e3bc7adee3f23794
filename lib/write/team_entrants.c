#include "write/gate_text.h"
#include "write/team_summary.h"

// The columns of the block, over those of the page.
enum { PERSON, ROLE, AIM, SCORE, BRINGS, GATE, COLUMNS };
static const struct {
    const char *heading;
    size_t column, last;
} columns[COLUMNS] = {
    {"Person", GP_SUMMARY_LEFT, GP_SUMMARY_LEFT},
    {"Role today", GP_SUMMARY_LEFT + 1, GP_SUMMARY_GAP - 1},
    {"Nearest entry, or the target named", GP_SUMMARY_GAP, GP_SUMMARY_RIGHT},
    {"Score", GP_SUMMARY_RIGHT + 1, GP_SUMMARY_RIGHT + 1},
    {"Brings", GP_SUMMARY_RIGHT + 2, GP_SUMMARY_RIGHT + 2},
    {"First gate", GP_SUMMARY_RIGHT + 3, GP_SUMMARY_COLUMNS - 1},
};

// Puts a text over its columns; the lines it takes come back.
static unsigned put_text(struct gp_sheet *sheet, size_t row, size_t place, const char *text,
                         enum gp_style style) {
    size_t column = columns[place].column, last = columns[place].last;
    if (column == last)
        gp_put_text(sheet, row, column, text, style);
    else
        gp_put_merged(sheet, (struct gp_area){row, column, row, last}, text, style);
    return gp_wrapped_lines(text, gp_summary_width(column, last));
}

static const char *aim_of(const struct gp_team_view *view, const struct gp_profile *profile) {
    if (profile->target == GP_NO_RUNG)
        return "none";
    return gp_print(view->memory, "%s%s", view->report->ladder->rungs[profile->target].title,
                    profile->target_named ? " (named)" : "");
}

// Without a rating there is no score, and nothing is known of what the person brings.
static const char *brings_of(const struct gp_team_view *view, const struct gp_profile *profile,
                             const struct gp_readiness *readiness) {
    if (readiness == NULL || readiness->score == GP_NO_SHARE)
        return "";
    return gp_print(view->memory, "%zu of %zu", profile->brings_count,
                    gp_ladder_expected_count(view->report->ladder, profile->target));
}

static void put_person(const struct gp_team_view *view, struct gp_sheet *sheet, size_t row,
                       size_t person) {
    const struct gp_person *who = &view->report->team->people[person];
    const struct gp_profile *profile = &view->report->results->profiles[person];
    const struct gp_readiness *readiness =
        profile->target == GP_NO_RUNG ? NULL : &profile->readiness[profile->target];
    bool role_known = who->role != NULL && who->role[0] != '\0';
    const char *const texts[COLUMNS] = {
        [PERSON] = view->names[person],
        [ROLE] = role_known ? who->role : "not known",
        [AIM] = aim_of(view, profile),
        [BRINGS] = brings_of(view, profile, readiness),
        [GATE] = readiness == NULL
                     ? ""
                     : gp_first_gate_text(view->memory, view->report, person, profile->target)};
    unsigned lines = 1;
    for (size_t i = 0; i < COLUMNS; i++) {
        if (texts[i] == NULL)
            continue;
        unsigned needed =
            put_text(sheet, row, i, texts[i], i == BRINGS ? GP_STYLE_CENTER : GP_STYLE_WRAP);
        lines = needed > lines ? needed : lines;
    }
    gp_team_put_share(sheet, row, columns[SCORE].column,
                      readiness == NULL ? GP_NO_SHARE : readiness->score, GP_STYLE_SHARE);
    gp_team_row_lines(sheet, row, lines);
}

static void put_note(struct gp_sheet *sheet, size_t row, const char *text) {
    gp_put_merged(sheet, (struct gp_area){row, GP_SUMMARY_LEFT, row, GP_SUMMARY_COLUMNS - 1}, text,
                  GP_STYLE_NOTE);
}

static const char *share_text(struct gp_memory *memory, gp_permille share) {
    return gp_print(memory, "%d.%03d", share / 1000, share % 1000);
}

// What the two raters make of the person's score, in words; nothing where there is one.
static size_t put_raters(const struct gp_team_view *view, struct gp_sheet *sheet, size_t row,
                         size_t person) {
    const struct gp_profile *profile = &view->report->results->profiles[person];
    if (profile->target == GP_NO_RUNG)
        return row;
    const struct gp_readiness *readiness = &profile->readiness[profile->target];
    if (readiness->spread == GP_NO_SHARE)
        return row;
    struct gp_memory *memory = view->memory;
    put_note(sheet, row,
             gp_print(memory, "%s: self %s, manager %s, spread %s", view->names[person],
                      share_text(memory, readiness->raters[GP_SELF]),
                      share_text(memory, readiness->raters[GP_MANAGER]),
                      share_text(memory, readiness->spread)));
    return row + 1;
}

size_t gp_put_team_entrants(const struct gp_summary_page *page, size_t row) {
    const struct gp_team_view *view = page->view;
    struct gp_sheet *sheet = page->sheet;
    const struct gp_team *team = view->report->team;
    size_t *people = gp_alloc(view->memory, team->person_count, sizeof *people), count = 0;
    for (size_t person = 0; person < team->person_count; person++)
        if (team->people[person].rung == GP_NO_RUNG)
            people[count++] = person;
    if (count == 0)
        return row;
    size_t shown = count < GP_SUMMARY_MOST_LINES ? count : GP_SUMMARY_MOST_LINES;
    gp_summary_section(sheet, row++, GP_SUMMARY_LEFT, GP_SUMMARY_COLUMNS - 1,
                       "Moving into product: people outside the ladder");
    for (size_t i = 0; i < COLUMNS; i++)
        put_text(sheet, row, i, columns[i].heading, GP_STYLE_HEADER);
    row++;
    for (size_t i = 0; i < shown; i++)
        put_person(view, sheet, row++, people[i]);
    for (size_t i = 0; i < shown; i++)
        row = put_raters(view, sheet, row, people[i]);
    if (count > shown)
        put_note(sheet, row++,
                 gp_print(view->memory, "and %zu more on the %s sheet", count - shown,
                          GP_TEAM_READINESS));
    put_note(sheet, row++,
             "Score: for that rung. Brings: how many of the activities it expects "
             "are at its level already.");
    return row + 1;
}
