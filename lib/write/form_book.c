#include "write/form_parts.h"

#include <string.h>

// The lines above the table. Name and date stand in rows of their own: a reader takes the first row
// with two cells it knows for the header.
enum { TITLE, HONEST, THREE_THINGS, NO_COPY, NOT_RATED, NAME, DAY, PROGRESS, HEADER, FIRST };
enum { PERSON, ACTIVITY, SKILL, NOTE = SKILL + GP_AXIS_COUNT, FACET, MEANING, DATE, IDENTITY };
static const struct {
    const char *title;
    double width;
} columns[IDENTITY] = {{"Person", 11},     {"Activity", 32},      {"Skill", 8},
                       {"Experience", 11}, {"Interest", 9},       {"Note", 18},
                       {"Facet", 11},      {"What it means", 52}, {"Date", 11}};

struct form_page {
    struct gp_memory *memory;
    const struct gp_form *form;
    const struct gp_person *person; // NULL: anybody
    const char *name;               // "" for anybody
    const char *identity_title;     // of a last column that tells people of one name apart, or NULL
    const char *identity;
    struct gp_sheet *sheet;
};

static size_t last_row(const struct form_page *page) {
    return FIRST + page->form->activity_count - 1;
}

// The column that tells somebody from others of the same name. The people are sorted by their keys.
static void find_identity(struct form_page *page, size_t person) {
    const struct gp_team *team = page->form->team;
    const struct gp_person *own = page->person;
    bool shared =
        (person > 0 && strcmp(team->people[person - 1].key, own->key) == 0) ||
        (person + 1 < team->person_count && strcmp(team->people[person + 1].key, own->key) == 0);
    if (!shared)
        return;
    page->identity_title = own->id[0] != '\0' ? "ID" : "Email";
    page->identity = own->id[0] != '\0' ? own->id : own->email;
}

static const char *how_long(const struct form_page *page) {
    enum { QUICK = 10, SLOW = 20, MINUTE = 60 };
    size_t count = page->form->activity_count;
    size_t least = (count * QUICK + MINUTE - 1) / MINUTE,
           most = (count * SLOW + MINUTE - 1) / MINUTE;
    if (least == most)
        return "";
    return gp_print(page->memory, ", %zu to %zu minutes in all", least, most);
}

static void put_guide(const struct form_page *page) {
    struct gp_sheet *sheet = page->sheet;
    const struct gp_scale *scale = &page->form->ladder->scales[GP_SKILL];
    bool has_choice = gp_form_reads(page->memory, scale, GP_FORM_NOT_APPLICABLE, GP_NOT_APPLICABLE);
    gp_put_text(sheet, TITLE, 0, page->form->title, GP_STYLE_TITLE);
    gp_sheet_height(sheet, TITLE, 28);
    gp_put_text(sheet, HONEST, 0,
                gp_print(page->memory,
                         "Fill in the yellow cells. Be honest: it is for your own growth. Take "
                         "about 10 to 20 seconds an activity%s.",
                         how_long(page)),
                GP_STYLE_SUBTITLE);
    gp_put_text(sheet, THREE_THINGS, 0,
                "Skill is how well you do it, experience how much you have done it, interest how "
                "much you want to do it: three different things.",
                GP_STYLE_SUBTITLE);
    gp_put_text(sheet, NO_COPY, 0,
                "In a hurry people copy skill into experience: answer each by itself. What "
                "the levels mean is on the sheet " GP_FORM_SCALE ".",
                GP_STYLE_SUBTITLE);
    gp_put_text(sheet, NOT_RATED, 0,
                gp_print(page->memory,
                         "What does not apply to you: %sleave it empty. It never "
                         "counts as 0.",
                         has_choice ? "choose " GP_FORM_NOT_APPLICABLE " or " : ""),
                GP_STYLE_SUBTITLE);
}

static void put_who_and_when(const struct form_page *page) {
    struct gp_sheet *sheet = page->sheet;
    gp_put_text(sheet, NAME, 0, "Your name", GP_STYLE_LABEL);
    gp_put_text(sheet, DAY, 0, "Date", GP_STYLE_LABEL);
    if (page->person == NULL)
        gp_put_blank(sheet, NAME, 1, GP_STYLE_INPUT_TEXT);
    else
        gp_put_text(sheet, NAME, 1, page->name, GP_STYLE_INPUT_TEXT);
    gp_put_blank(sheet, DAY, 1, GP_STYLE_INPUT_TEXT);
    gp_put_text(sheet, DAY, 2, "such as 2026-11-23", GP_STYLE_SUBTITLE);
    gp_sheet_height(sheet, NAME, gp_wrapped_height(page->name, columns[ACTIVITY].width) + 2);
    gp_sheet_height(sheet, DAY, 18);
}

// How many cells of each axis have an answer, N/A among them.
static void put_progress(const struct form_page *page) {
    static const char *const titles[GP_AXIS_COUNT] = {"skill", "experience", "interest"};
    size_t count = page->form->activity_count;
    const char *formula = "=\"Answered: ", *shown = "Answered: ";
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
        const char *cells =
            gp_ref_range(page->memory, NULL, FIRST, SKILL + axis, last_row(page), SKILL + axis);
        bool last = axis + 1 == GP_AXIS_COUNT;
        formula = gp_print(page->memory, "%s%s \"&COUNTA(%s)&\" of %zu%s\"%s", formula,
                           titles[axis], cells, count, last ? "" : ", ", last ? "" : "&\"");
        shown =
            gp_print(page->memory, "%s%s 0 of %zu%s", shown, titles[axis], count, last ? "" : ", ");
    }
    gp_put_formula_text(page->sheet, PROGRESS, 0, formula, shown, GP_STYLE_FACT);
    gp_sheet_height(page->sheet, PROGRESS, 20);
}

// The date as text, by parts: what a format is spelled like differs from country to country.
static const char *date_formula(const struct form_page *page) {
    const char *day = gp_ref_fixed(page->memory, DAY, 1);
    return gp_print(page->memory,
                    "=IF(ISNUMBER(%s),YEAR(%s)&\"-\"&TEXT(MONTH(%s),\"00\")&\"-\"&"
                    "TEXT(DAY(%s),\"00\"),IF(%s=\"\",\"\",%s))",
                    day, day, day, day, day, day);
}

static double height_of(const struct gp_activity *activity, const char *facet) {
    const struct {
        const char *text;
        size_t column;
    } wrapped[] = {{activity->name, ACTIVITY}, {facet, FACET}, {activity->description, MEANING}};
    double most = 0;
    for (size_t i = 0; i < sizeof wrapped / sizeof *wrapped; i++) {
        double height = gp_wrapped_height(wrapped[i].text, columns[wrapped[i].column].width);
        most = height > most ? height : most;
    }
    return most;
}

static void put_row(const struct form_page *page, size_t row, size_t index) {
    const struct gp_ladder *ladder = page->form->ladder;
    const struct gp_activity *activity = &ladder->activities[index];
    const char *facet = ladder->facets[activity->facet].name;
    struct gp_sheet *sheet = page->sheet;
    const char *name = gp_ref_fixed(page->memory, NAME, 1);
    gp_put_formula_text(sheet, row, PERSON,
                        gp_print(page->memory, "=IF(%s=\"\",\"\",%s)", name, name), page->name,
                        GP_STYLE_TEXT);
    gp_put_text(sheet, row, ACTIVITY, activity->name, GP_STYLE_WRAP);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        gp_put_blank(sheet, row, SKILL + axis, GP_STYLE_INPUT);
    gp_put_blank(sheet, row, NOTE, GP_STYLE_INPUT_TEXT);
    gp_put_text(sheet, row, FACET, facet, GP_STYLE_WRAP);
    gp_put_text(sheet, row, MEANING, activity->description, GP_STYLE_WRAP);
    gp_put_formula_text(sheet, row, DATE, date_formula(page), "", GP_STYLE_TEXT);
    if (page->identity_title != NULL)
        gp_put_text(sheet, row, IDENTITY, page->identity, GP_STYLE_TEXT);
    gp_sheet_height(sheet, row, height_of(activity, facet));
}

static void put_header(const struct form_page *page) {
    for (size_t column = 0; column < IDENTITY; column++) {
        gp_put_text(page->sheet, HEADER, column, columns[column].title, GP_STYLE_HEADER);
        gp_sheet_width(page->sheet, column, column, columns[column].width);
    }
    if (page->identity_title != NULL) {
        gp_put_text(page->sheet, HEADER, IDENTITY, page->identity_title, GP_STYLE_HEADER);
        gp_sheet_width(page->sheet, IDENTITY, IDENTITY, 24);
    }
    gp_sheet_height(page->sheet, HEADER, 20);
}

static void put_assessment(const struct form_page *page, const char *const lists[GP_AXIS_COUNT]) {
    struct gp_sheet *sheet = page->sheet;
    put_guide(page);
    put_who_and_when(page);
    put_progress(page);
    put_header(page);
    for (size_t i = 0; i < page->form->activity_count; i++)
        put_row(page, FIRST + i, page->form->activities[i]);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        gp_sheet_dropdown(
            sheet, (struct gp_area){FIRST, SKILL + axis, last_row(page), SKILL + axis}, lists[axis],
            "Choose one of the levels on the sheet " GP_FORM_SCALE ", or leave the cell empty.");
    gp_sheet_freeze(sheet, FIRST, SKILL);
    gp_sheet_filter(sheet, HEADER, 0, last_row(page),
                    page->identity_title == NULL ? DATE : IDENTITY);
    gp_sheet_hide_gridlines(sheet);
    gp_sheet_print(sheet, false, 0, HEADER, 1);
    gp_sheet_print_area(sheet, last_row(page), MEANING);
}

bool gp_write_form_book(const struct gp_form *form, size_t person, const char *path,
                        const char **why) {
    enum { FOR_READERS = 0644 };
    struct gp_memory *memory = gp_memory_open();
    struct form_page page = {.memory = memory, .form = form, .name = ""};
    const char *title = form->title, *lists[GP_AXIS_COUNT];
    if (person != GP_NO_PERSON) {
        page.person = &form->team->people[person];
        page.name = gp_form_name(memory, page.person);
        find_identity(&page, person);
        title = gp_print(memory, "Self-assessment of %s", page.person->name);
    }
    struct gp_book *book = gp_book_open(memory, path, form->scratch, title, form->as_of);
    page.sheet = gp_book_sheet(book, "Assessment");
    gp_put_form_scale(memory, gp_book_sheet(book, GP_FORM_SCALE), form, lists);
    put_assessment(&page, lists);
    bool good = gp_book_close(book, FOR_READERS, NULL, why);
    gp_memory_close(memory);
    return good;
}
