#include "write/plan_move.h"

enum { MAP_HEIGHT = 31, PICTURE_HEIGHT = 46 }; // points
enum { OTHER_DEPARTMENTS = 2, STAKEHOLDERS = 6 };

// The four columns of both tables: whose, their goal, what there is for one another, who or when.
static void put_headers(struct gp_sheet *sheet, size_t row, const char *const titles[4]) {
    const struct gp_move_header headers[] = {{GP_MOVE_WHAT, GP_MOVE_WHAT, titles[0]},
                                             {GP_MOVE_A, GP_MOVE_B, titles[1]},
                                             {GP_MOVE_C, GP_MOVE_E, titles[2]},
                                             {GP_MOVE_F, GP_MOVE_F, titles[3]}};
    gp_put_move_headers(sheet, row, headers, sizeof headers / sizeof *headers);
}

// A row of either table; `name` is NULL where it is to be filled in too.
static void put_row(struct gp_sheet *sheet, size_t row, const char *name) {
    if (name != NULL)
        gp_put_text(sheet, row, GP_MOVE_WHAT, name, GP_STYLE_WRAP);
    else
        gp_put_blank(sheet, row, GP_MOVE_WHAT, GP_STYLE_INPUT_TEXT);
    gp_put_move_input(sheet, row, GP_MOVE_A, GP_MOVE_B);
    gp_put_move_input(sheet, row, GP_MOVE_C, GP_MOVE_E);
    gp_put_blank(sheet, row, GP_MOVE_F, GP_STYLE_INPUT_TEXT);
    gp_sheet_height(sheet, row, MAP_HEIGHT);
}

static size_t put_picture(struct gp_sheet *sheet, size_t row) {
    static const char *const questions[] = {"Where the company wants to be in two years",
                                            "How it earns its money, and what puts that at risk",
                                            "What the product does for both"};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++, row++) {
        gp_put_text(sheet, row, GP_MOVE_WHAT, questions[i], GP_STYLE_WRAP);
        gp_put_move_input(sheet, row, GP_MOVE_A, GP_MOVE_F);
        gp_sheet_height(sheet, row, PICTURE_HEIGHT);
    }
    return row;
}

static size_t put_departments(struct gp_sheet *sheet, size_t row) {
    static const char *const titles[4] = {"Department", "A key goal one does not see",
                                          "What the product does for it", "Whom to talk to"};
    static const char *const names[] = {
        "Sales",   "Marketing",        "Engineering", "Design", "Customer support and success",
        "Finance", "Legal, operations"};
    size_t count = sizeof names / sizeof *names;
    put_headers(sheet, row++, titles);
    for (size_t i = 0; i < count + OTHER_DEPARTMENTS; i++)
        put_row(sheet, row++, i < count ? names[i] : NULL);
    return row;
}

static size_t put_stakeholders(struct gp_sheet *sheet, size_t row) {
    static const char *const titles[4] = {"Stakeholder", "Their goal",
                                          "How you can help one another", "Next talk"};
    put_headers(sheet, row++, titles);
    for (size_t i = 0; i < STAKEHOLDERS; i++)
        put_row(sheet, row++, NULL);
    return row;
}

size_t gp_put_influence_map(struct gp_sheet *sheet, size_t row) {
    gp_put_move_section(sheet, row++, "Influence map: the big picture, and who has a part in it");
    row = gp_put_move_note(sheet, row,
                           "Influence starts with knowing what others want. Fill in what you know, "
                           "mark what you guess, and ask about the rest: that is the next talk.");
    row = put_picture(sheet, row) + 1;
    row = put_departments(sheet, row) + 1;
    return put_stakeholders(sheet, row);
}
