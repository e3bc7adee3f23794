#include "base/text.h"
#include "write/team_book.h"

enum { COL_PERSON, COL_RUNG, COL_FIRST };
enum { FACET_ROW = 2, ACTIVITY_ROW, FIRST_ROW };

// What one block shows of every person and activity.
enum block { BLOCK_SKILL, BLOCK_EXPERIENCE, BLOCK_INTEREST, BLOCK_GAP, BLOCKS };

static const struct {
    const char *sheet, *title;
} blocks[BLOCKS] = {{"Skill", "Skill: the one that counts (own, manager's, or the mean of both)"},
                    {"Experience", "Experience"},
                    {"Interest", "Interest"},
                    {"Gap", "Gap to target: levels still missing"}};

static const double activity_width = 3.6;
// What is used of a page: characters are up to a third wider where the font is another one.
static const double used_wide = 0.74, used_high = 0.97;
enum { SMALL_PERCENT = 65 }; // the smallest that is read with ease
enum { ROW_POINTS = 15, TITLE_POINTS = 45 };
enum { BLOCK_MORE = 2 }; // rows of a block beside people: its title, and an empty one

static enum gp_axis axis_of(enum block block) {
    switch (block) {
    case BLOCK_EXPERIENCE:
        return GP_EXPERIENCE;
    case BLOCK_INTEREST:
        return GP_INTEREST;
    case BLOCK_SKILL:
    case BLOCK_GAP:
    case BLOCKS:
        break;
    }
    return GP_SKILL;
}

// In thousandths, GP_NO_LEVEL where there is none.
static gp_level_milli level_of(const struct gp_report *report, enum block block, size_t person,
                               size_t activity) {
    const struct gp_profile *profile = &report->results->profiles[person];
    gp_rating rating = gp_answers_of(report->team, person)[activity].axis[axis_of(block)];
    switch (block) {
    case BLOCK_SKILL:
        return profile->skill[activity];
    case BLOCK_GAP:
        return profile->gap_target[activity];
    case BLOCK_EXPERIENCE:
    case BLOCK_INTEREST:
    case BLOCKS:
        break;
    }
    return gp_rated(rating) ? rating * 1000 : GP_NO_LEVEL;
}

static const char *word_for_unrated(gp_rating rating) {
    if (rating == GP_NOT_APPLICABLE)
        return "N/A";
    return rating == GP_DONT_KNOW ? "?" : "";
}

static void put_person(const struct gp_team_view *view, struct gp_sheet *sheet, size_t row,
                       enum block block, size_t person) {
    const struct gp_report *report = view->report;
    size_t rung = report->team->people[person].rung;
    gp_put_text(sheet, row, COL_PERSON, view->names[person], GP_STYLE_TEXT);
    gp_put_text(sheet, row, COL_RUNG,
                rung == GP_NO_RUNG ? "outside" : report->ladder->rungs[rung].id, GP_STYLE_TEXT);
    const struct gp_answer *answers = gp_answers_of(report->team, person);
    for (size_t activity = 0; activity < report->ladder->activity_count; activity++) {
        gp_level_milli level = level_of(report, block, person, activity);
        if (level >= 0)
            gp_put_number(sheet, row, COL_FIRST + activity, level / 1000.0, GP_STYLE_NUMBER);
        else
            gp_put_text(sheet, row, COL_FIRST + activity,
                        word_for_unrated(answers[activity].axis[axis_of(block)]), GP_STYLE_CENTER);
    }
}

// Writes a block at `row`; the row behind it and an empty one comes back.
static size_t put_block(const struct gp_team_view *view, struct gp_sheet *sheet, size_t row,
                        enum block block) {
    const struct gp_ladder *ladder = view->report->ladder;
    size_t people = view->report->team->person_count, count = ladder->activity_count;
    gp_put_text(sheet, row, COL_PERSON, blocks[block].title, GP_STYLE_SECTION);
    for (size_t column = COL_RUNG; column < COL_FIRST + count; column++)
        gp_put_blank(sheet, row, column, GP_STYLE_SECTION);
    gp_sheet_height(sheet, row++, 20);
    for (size_t person = 0; person < people; person++)
        put_person(view, sheet, row + person, block, person);
    if (people > 0 && count > 0) {
        const struct gp_scale *scale = &ladder->scales[axis_of(block)];
        double lowest = block == BLOCK_GAP ? 0 : scale->lowest;
        gp_sheet_heat(sheet,
                      (struct gp_area){row, COL_FIRST, row + people - 1, COL_FIRST + count - 1},
                      lowest, scale->highest);
    }
    return row + people + BLOCK_MORE - 1;
}

// A facet's name over its activities. Where they are too narrow for it, it stands upright.
static void put_facet(struct gp_sheet *sheet, const struct gp_facet *facet) {
    size_t column = COL_FIRST + facet->first, last = column + facet->count - 1;
    bool fits = gp_text_width(facet->name) + 1 <= activity_width * (double)facet->count;
    enum gp_style style = fits ? GP_STYLE_HEADER : GP_STYLE_HEADER_UP;
    if (facet->count > 1)
        gp_put_merged(sheet, (struct gp_area){FACET_ROW, column, FACET_ROW, last}, facet->name,
                      style);
    else if (facet->count == 1)
        gp_put_text(sheet, FACET_ROW, column, facet->name, style);
}

// The height a text turned upright needs, in points; a row cannot be higher than 409.
static double upright_points(unsigned width) {
    double points = 6.6 * (double)width + 12;
    return points > 409 ? 409 : points;
}

// The row of facets. How high it is, in points, comes back.
static double put_facets(const struct gp_ladder *ladder, struct gp_sheet *sheet) {
    unsigned upright = 0;
    for (size_t column = COL_PERSON; column < COL_FIRST; column++)
        gp_put_blank(sheet, FACET_ROW, column, GP_STYLE_HEADER);
    for (size_t i = 0; i < ladder->facet_count; i++) {
        const struct gp_facet *facet = &ladder->facets[i];
        unsigned width = gp_text_width(facet->name);
        put_facet(sheet, facet);
        if (width + 1 > activity_width * (double)facet->count && width > upright)
            upright = width;
    }
    double points = upright > 0 ? upright_points(upright) : 18;
    gp_sheet_height(sheet, FACET_ROW, points);
    return points;
}

// The row of activities, likewise.
static double put_activities(const struct gp_ladder *ladder, struct gp_sheet *sheet) {
    unsigned longest = 10;
    gp_put_text(sheet, ACTIVITY_ROW, COL_PERSON, "Person", GP_STYLE_HEADER);
    gp_put_text(sheet, ACTIVITY_ROW, COL_RUNG, "Rung", GP_STYLE_HEADER);
    for (size_t activity = 0; activity < ladder->activity_count; activity++) {
        const char *name = ladder->activities[activity].name;
        unsigned width = gp_text_width(name);
        longest = width > longest ? width : longest;
        gp_put_text(sheet, ACTIVITY_ROW, COL_FIRST + activity, name, GP_STYLE_HEADER_UP);
    }
    gp_sheet_height(sheet, ACTIVITY_ROW, upright_points(longest));
    return upright_points(longest);
}

// Sets the widths, and returns that of the columns before the activities, in points.
static double set_widths(const struct gp_team_view *view, struct gp_sheet *sheet) {
    unsigned name = 0, rung = gp_text_width("outside");
    const struct gp_ladder *ladder = view->report->ladder;
    for (size_t person = 0; person < view->report->team->person_count; person++) {
        unsigned width = gp_text_width(view->names[person]);
        name = width > name ? width : name;
    }
    for (size_t i = 0; i < ladder->rung_count; i++) {
        unsigned width = gp_text_width(ladder->rungs[i].id);
        rung = width > rung ? width : rung;
    }
    double name_width = gp_team_column_width(name, 14, 30);
    double rung_width = gp_team_column_width(rung, 9, 14);
    gp_sheet_width(sheet, COL_PERSON, COL_PERSON, name_width);
    gp_sheet_width(sheet, COL_RUNG, COL_RUNG, rung_width);
    if (ladder->activity_count > 0)
        gp_sheet_width(sheet, COL_FIRST, COL_FIRST + ladder->activity_count - 1, activity_width);
    return gp_column_points(name_width) + gp_column_points(rung_width);
}

// The columns of activities that a page has room for beside the names; at least 1.
static size_t columns_of_page(double names, unsigned percent) {
    double room = GP_PAGE_WIDE_POINTS * used_wide * 100 / percent - names;
    double columns = room / gp_column_points(activity_width);
    return columns > 1 ? (size_t)columns : 1;
}

// A page ends where a facet ends; within one only where it is too wide for a page.
static void break_columns(const struct gp_team_view *view, struct gp_sheet *sheet, size_t most) {
    const struct gp_ladder *ladder = view->report->ladder;
    size_t *breaks = gp_alloc(view->memory, ladder->activity_count, sizeof *breaks);
    size_t count = 0, first = 0; // of the page
    for (size_t i = 0; i < ladder->facet_count; i++) {
        const struct gp_facet *facet = &ladder->facets[i];
        size_t end = facet->first + facet->count;
        if (end - first > most && facet->first > first)
            breaks[count++] = COL_FIRST + (first = facet->first);
        for (; end - first > most; first += most)
            breaks[count++] = COL_FIRST + first + most;
    }
    gp_sheet_break_columns(sheet, breaks, count);
}

// The blocks that a page has room for below the header; at least 1.
static size_t blocks_of_page(const struct gp_team_view *view, double header, unsigned percent) {
    double rows = (double)view->report->team->person_count + BLOCK_MORE;
    double room = GP_PAGE_HIGH_POINTS * used_high * 100 / percent - header;
    double count = room / (ROW_POINTS * rows);
    return count > 1 ? (size_t)count : 1;
}

// A page ends where a block ends.
static void break_rows(const struct gp_team_view *view, struct gp_sheet *sheet, size_t together) {
    size_t breaks[BLOCKS], count = 0, rows = view->report->team->person_count + BLOCK_MORE;
    for (size_t block = together; block < BLOCKS; block += together)
        breaks[count++] = FIRST_ROW + block * rows;
    gp_sheet_break_rows(sheet, breaks, count);
}

// Of its own size where all of it fits on a page, else smaller, but still to be read. How much of
// its own size comes back.
static unsigned print_pages(const struct gp_team_view *view, struct gp_sheet *sheet, double names,
                            double header) {
    bool fits = columns_of_page(names, 100) >= view->report->ladder->activity_count &&
                blocks_of_page(view, header, 100) >= BLOCKS;
    unsigned percent = fits ? 100 : SMALL_PERCENT;
    break_columns(view, sheet, columns_of_page(names, percent));
    gp_sheet_print_scaled(sheet, percent, FACET_ROW, ACTIVITY_ROW - FACET_ROW + 1, COL_FIRST);
    return percent;
}

// A sheet with the blocks from `first` to `last`, one below another.
static void put_blocks(const struct gp_team_view *view, struct gp_sheet *sheet, const char *title,
                       enum block first, enum block last) {
    gp_team_title(sheet, title,
                  "The darker the blue, the higher the number in the cell (white: the lowest). "
                  "Empty: no answer. N/A: not applicable. ?: does not know.");
    double header = TITLE_POINTS + put_facets(view->report->ladder, sheet);
    header += put_activities(view->report->ladder, sheet);
    double names = set_widths(view, sheet);
    size_t row = FIRST_ROW;
    for (size_t block = first; block <= last; block++)
        row = put_block(view, sheet, row, (enum block)block);
    gp_sheet_freeze(sheet, FIRST_ROW, COL_FIRST);
    unsigned percent = print_pages(view, sheet, names, header);
    if (last > first)
        break_rows(view, sheet, blocks_of_page(view, header, percent));
}

void gp_put_team_heat(const struct gp_team_view *view, struct gp_book *book) {
    if (!gp_team_is_large(view)) {
        put_blocks(view, gp_book_sheet(book, GP_TEAM_HEAT), GP_TEAM_HEAT, BLOCK_SKILL, BLOCK_GAP);
        return;
    }
    for (size_t block = 0; block < BLOCKS; block++)
        put_blocks(view, gp_book_long_sheet(book, blocks[block].sheet), blocks[block].sheet,
                   (enum block)block, (enum block)block);
}
