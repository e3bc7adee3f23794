#include "base/text.h"
#include "write/about.h"
#include "write/form_parts.h"

#include <string.h>

// A level and its label side by side, for each axis.
enum { AXIS = 2, COLUMNS = AXIS * GP_AXIS_COUNT, LAST = COLUMNS - 1 };
static const double widths[AXIS] = {13, 27};

struct page {
    struct gp_memory *memory;
    struct gp_sheet *sheet;
    size_t row;
};

bool gp_form_reads(struct gp_memory *memory, const struct gp_scale *scale, const char *text,
                   gp_rating value) {
    const char *key = gp_text_key(memory, text);
    for (size_t i = 0; i < scale->spelling_count; i++)
        if (strcmp(scale->spellings[i].key, key) == 0)
            return scale->spellings[i].value == value;
    return false;
}

static void put_line(struct page *page, const char *text) {
    gp_put_merged(page->sheet, (struct gp_area){page->row, 0, page->row, LAST}, text,
                  GP_STYLE_WRAP);
    gp_sheet_height(page->sheet, page->row++,
                    gp_wrapped_height(text, GP_AXIS_COUNT * (widths[0] + widths[1])));
}

static void put_section(struct page *page, const char *title) {
    page->row++;
    for (size_t column = 0; column <= LAST; column++)
        gp_put_text(page->sheet, page->row, column, column == 0 ? title : "", GP_STYLE_SECTION);
    gp_sheet_height(page->sheet, page->row++, 22);
}

static void put_fact(struct page *page, const char *name, const char *fact) {
    gp_put_text(page->sheet, page->row, 0, name, GP_STYLE_TEXT);
    gp_put_merged(page->sheet, (struct gp_area){page->row, 1, page->row, LAST}, fact,
                  GP_STYLE_WRAP);
    page->row++;
}

static bool is_named(struct gp_memory *memory, const struct gp_level *level) {
    return strcmp(level->label, gp_print(memory, "%d", level->value)) != 0;
}

// What a level means: its label; of one that has none, the two it lies between.
static const char *meaning_of(struct gp_memory *memory, const struct gp_scale *scale, size_t i) {
    const struct gp_level *level = &scale->levels[i];
    if (is_named(memory, level))
        return level->label;
    if (i == 0 || i + 1 == scale->level_count || !is_named(memory, level - 1) ||
        !is_named(memory, level + 1))
        return "";
    return gp_print(memory, "between %s and %s", level[-1].label, level[1].label);
}

static void put_meaning(struct page *page, size_t row, size_t column, const char *meaning) {
    gp_put_text(page->sheet, row, column + 1, meaning, GP_STYLE_WRAP);
}

// The choices of an axis from `page->row` on. Returns the row behind them.
static size_t put_axis(struct page *page, const struct gp_scale *scale, size_t axis,
                       const char **list) {
    static const char *const titles[GP_AXIS_COUNT] = {"Skill: how well you do it",
                                                      "Experience: how much you have done it",
                                                      "Interest: how much you want to do it"};
    size_t column = AXIS * axis, first = page->row + 1, row = first;
    gp_put_merged(page->sheet, (struct gp_area){page->row, column, page->row, column + 1},
                  titles[axis], GP_STYLE_HEADER);
    for (size_t i = 0; i < scale->level_count; i++, row++) {
        gp_put_number(page->sheet, row, column, scale->levels[i].value, GP_STYLE_CENTER);
        put_meaning(page, row, column, meaning_of(page->memory, scale, i));
    }
    if (gp_form_reads(page->memory, scale, GP_FORM_NOT_APPLICABLE, GP_NOT_APPLICABLE)) {
        gp_put_text(page->sheet, row, column, GP_FORM_NOT_APPLICABLE, GP_STYLE_CENTER);
        put_meaning(page, row++, column, "does not apply to you");
    }
    if (gp_form_reads(page->memory, scale, GP_FORM_DONT_KNOW, GP_DONT_KNOW)) {
        gp_put_text(page->sheet, row, column, GP_FORM_DONT_KNOW, GP_STYLE_CENTER);
        put_meaning(page, row++, column, "you cannot say");
    }
    *list = gp_print(page->memory, "=%s",
                     gp_ref_range(page->memory, GP_FORM_SCALE, first, column, row - 1, column));
    return row;
}

static void put_origin(struct page *page, const struct gp_form *form) {
    const struct gp_origin *origin = form->origin;
    put_section(page, "What it was made from");
    put_fact(page, "Program", origin->program);
    put_fact(page, "As of", origin->as_of);
    put_fact(page, "Ladder", origin->ladder_name);
    put_fact(page, "Its SHA-256", origin->ladder_hash);
    put_section(page, "Whose work it stands on");
    for (size_t i = 0; i < GP_LICENSE_COUNT; i++)
        put_line(page, gp_licenses[i]);
}

void gp_put_form_scale(struct gp_memory *memory, struct gp_sheet *sheet, const struct gp_form *form,
                       const char *lists[GP_AXIS_COUNT]) {
    struct page page = {memory, sheet, 3};
    size_t behind = 0;
    for (size_t column = 0; column < COLUMNS; column++)
        gp_sheet_width(sheet, column, column, widths[column % AXIS]);
    gp_put_text(sheet, 0, 0, "What the levels mean", GP_STYLE_TITLE);
    gp_sheet_height(sheet, 0, 28);
    gp_put_text(sheet, 1, 0, "Choose by number. Each of the three is asked about by itself.",
                GP_STYLE_SUBTITLE);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
        size_t end = put_axis(&page, &form->ladder->scales[axis], axis, &lists[axis]);
        behind = end > behind ? end : behind;
    }
    page.row = behind;
    put_line(&page, "A cell left empty is not rated, which is not the same as the lowest level.");
    put_origin(&page, form);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, false, 0, 0, 0);
    gp_sheet_print_area(sheet, page.row - 1, LAST);
}
