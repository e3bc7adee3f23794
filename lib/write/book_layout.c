#include "base/text.h"
#include "write/book_private.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { PAPER_A4 = 9, LONGEST_FOOTER_TITLE = 100, MOST_POINTS = 409, POINTS_A_LINE = 15 };

void gp_sheet_width(struct gp_sheet *sheet, size_t column, size_t last_column, double characters) {
    assert(characters >= 0 && characters <= 255);
    gp_book_note(sheet->book, worksheet_set_column(sheet->page, gp_book_column(column),
                                                   gp_book_column(last_column), characters, NULL));
}

void gp_sheet_height(struct gp_sheet *sheet, size_t row, double points) {
    assert(points >= 0);
    double height = points < MOST_POINTS ? points : MOST_POINTS;
    gp_book_count_row(sheet, row);
    gp_book_note(sheet->book,
                 worksheet_set_row(sheet->page, gp_book_row_of(sheet, row), height, NULL));
}

// Widths count digits; letters of running text are narrower.
static const double letters_a_digit = 1.1;

// Lines of at most `room` columns, broken between words; a word that is longer is broken too.
static unsigned count_lines(const char *text, unsigned room) {
    unsigned lines = 1, used = 0;
    char word[256];
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");
        // A word longer than the buffer is broken in any case.
        size_t taken = length < sizeof word ? length : sizeof word - 1;
        memcpy(word, text, taken);
        word[taken] = '\0';
        unsigned wide = gp_text_width(word);
        if (used > 0 && used + 1 + wide > room) {
            lines++;
            used = 0;
        }
        used += (used > 0 ? 1 : 0) + wide;
        if (used > room) {
            lines += (used - 1) / room;
            used = (used - 1) % room + 1;
        }
        text += taken;
        if (*text == '\n') {
            lines++;
            used = 0;
        }
        if (*text == ' ' || *text == '\n')
            text++;
    }
    return lines;
}

unsigned gp_wrapped_lines(const char *text, double width) {
    return count_lines(text, width > 1 ? (unsigned)(width * letters_a_digit) : 1);
}

double gp_wrapped_height(const char *text, double characters) {
    assert(characters > 0);
    // Merged cells cannot be made higher by a double click, so digits are reckoned with.
    return POINTS_A_LINE * count_lines(text, characters > 1 ? (unsigned)characters : 1) + 1;
}

void gp_sheet_freeze(struct gp_sheet *sheet, size_t rows, size_t columns) {
    worksheet_freeze_panes(sheet->page, gp_book_row(rows), gp_book_column(columns));
}

void gp_sheet_filter(struct gp_sheet *sheet, size_t row, size_t column, size_t last_row,
                     size_t last_column) {
    assert(!sheet->filtered); // a sheet can have one
    sheet->filtered = true;
    gp_book_note(sheet->book,
                 worksheet_autofilter(sheet->page, gp_book_row(row), gp_book_column(column),
                                      gp_book_row(last_row), gp_book_column(last_column)));
}

// A text in a footer: an ampersand starts a command there, two are one.
static const char *footer_text(struct gp_memory *memory, const char *text) {
    const char *cut = gp_book_text(memory, text, LONGEST_FOOTER_TITLE);
    char *doubled = gp_alloc(memory, 2 * strlen(cut) + 1, 1), *end = doubled;
    for (const char *at = cut; *at != '\0'; at++) {
        if (*at == '&')
            *end++ = '&';
        *end++ = *at == '\n' ? ' ' : *at;
    }
    return doubled;
}

void gp_sheet_footer(struct gp_sheet *sheet, const char *text) {
    struct gp_memory *memory = sheet->book->memory;
    const char *footer = gp_print(memory, "&L%s&RPage &P of &N", footer_text(memory, text));
    gp_book_note(sheet->book, worksheet_set_footer(sheet->page, footer));
}

// What every sheet has in print.
static void set_page(struct gp_sheet *sheet, bool wide, size_t header_row, size_t header_rows) {
    struct gp_book *book = sheet->book;
    worksheet_set_paper(sheet->page, PAPER_A4);
    if (wide)
        worksheet_set_landscape(sheet->page);
    else
        worksheet_set_portrait(sheet->page);
    worksheet_set_margins(sheet->page, 0.5, 0.5, 0.5, 0.7);
    gp_sheet_footer(sheet, book->title);
    if (header_rows > 0)
        gp_book_note(book, worksheet_repeat_rows(sheet->page, gp_book_row(header_row),
                                                 gp_book_row(header_row + header_rows - 1)));
}

void gp_sheet_print(struct gp_sheet *sheet, bool wide, unsigned pages_down, size_t header_row,
                    size_t header_rows) {
    assert(pages_down <= 1000);
    set_page(sheet, wide, header_row, header_rows);
    worksheet_fit_to_pages(sheet->page, 1, (uint16_t)pages_down);
}

void gp_sheet_print_scaled(struct gp_sheet *sheet, unsigned percent, size_t header_row,
                           size_t header_rows, size_t header_columns) {
    assert(percent >= 10 && percent <= 400);
    set_page(sheet, true, header_row, header_rows);
    worksheet_set_print_scale(sheet->page, (uint16_t)percent);
    if (header_columns > 0)
        gp_book_note(sheet->book,
                     worksheet_repeat_columns(sheet->page, 0, gp_book_column(header_columns - 1)));
}

double gp_column_points(double characters) {
    return (7 * characters + 5) * 0.75; // seven pixels a digit and five of padding, at 96 an inch
}

void gp_sheet_print_area(struct gp_sheet *sheet, size_t last_row, size_t last_column) {
    gp_book_note(sheet->book, worksheet_print_area(sheet->page, 0, 0, gp_book_row(last_row),
                                                   gp_book_column(last_column)));
}

// The library takes one list a sheet, which ends with 0, and at most this many.
enum { MOST_BREAKS = 1023 };

void gp_sheet_break_rows(struct gp_sheet *sheet, const size_t *rows, size_t count) {
    assert(!sheet->broken_rows && count <= MOST_BREAKS);
    sheet->broken_rows = true;
    lxw_row_t *breaks = gp_alloc(sheet->book->memory, count + 1, sizeof *breaks);
    for (size_t i = 0; i < count; i++)
        breaks[i] = gp_book_row(rows[i]);
    if (count > 0)
        gp_book_note(sheet->book, worksheet_set_h_pagebreaks(sheet->page, breaks));
}

void gp_sheet_break_columns(struct gp_sheet *sheet, const size_t *columns, size_t count) {
    assert(!sheet->broken_columns && count <= MOST_BREAKS);
    sheet->broken_columns = true;
    lxw_col_t *breaks = gp_alloc(sheet->book->memory, count + 1, sizeof *breaks);
    for (size_t i = 0; i < count; i++)
        breaks[i] = gp_book_column(columns[i]);
    if (count > 0)
        gp_book_note(sheet->book, worksheet_set_v_pagebreaks(sheet->page, breaks));
}

void gp_sheet_hide_gridlines(struct gp_sheet *sheet) {
    worksheet_gridlines(sheet->page, LXW_HIDE_ALL_GRIDLINES);
}

void gp_sheet_dropdown(struct gp_sheet *sheet, struct gp_area area, const char *list_formula,
                       const char *error_text) {
    static char error_title[] = "Not one of the choices";
    struct gp_book *book = sheet->book;
    assert(list_formula[0] == '=' && strlen(list_formula) <= GP_LONGEST_SHORT_TEXT);
    lxw_data_validation choices = {
        .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_formula = gp_copy(book->memory, list_formula, strlen(list_formula)),
        .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
        .error_title = error_title,
        .error_message = gp_book_text_copy(book->memory, error_text, GP_LONGEST_SHORT_TEXT),
    };
    gp_book_note(book, worksheet_data_validation_range(
                           sheet->page, gp_book_row(area.row), gp_book_column(area.column),
                           gp_book_row(area.last_row), gp_book_column(area.last_column), &choices));
}

static void add_condition(struct gp_sheet *sheet, const struct gp_area *area,
                          lxw_conditional_format *condition) {
    gp_book_note(sheet->book,
                 worksheet_conditional_format_range(
                     sheet->page, gp_book_row(area->row), gp_book_column(area->column),
                     gp_book_row(area->last_row), gp_book_column(area->last_column), condition));
}

void gp_sheet_heat(struct gp_sheet *sheet, struct gp_area area, double lowest, double highest) {
    struct gp_book *book = sheet->book;
    assert(isfinite(lowest) && isfinite(highest) && lowest < highest);
    lxw_conditional_format scale = {
        .type = LXW_CONDITIONAL_3_COLOR_SCALE,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = lowest,
        .mid_value = (lowest + highest) / 2,
        .max_value = highest,
        .min_color = GP_COLOR_WHITE,
        .mid_color = 0x9ECAE1,
        .max_color = 0x08519C,
    };
    if (book->on_dark == NULL) {
        book->on_dark = workbook_add_format(book->workbook);
        format_set_font_color(book->on_dark, GP_COLOR_WHITE);
    }
    // From here up white is read more easily than black. A text is more than any number, so the
    // cell is asked whether it holds one.
    const char *corner = gp_ref(book->memory, area.row, area.column);
    lxw_conditional_format dark = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = gp_print(book->memory, "=AND(ISNUMBER(%s),%s>%.10g)", corner, corner,
                                 lowest + (highest - lowest) * 5 / 6),
        .format = book->on_dark,
    };
    add_condition(sheet, &area, &dark);
    add_condition(sheet, &area, &scale);
}

static lxw_format *signal_format(struct gp_book *book, enum gp_signal signal) {
    static const struct {
        uint32_t fill, color;
    } colors[GP_SIGNAL_COUNT] = {[GP_SIGNAL_GOOD] = {0xD4EFE6, 0x00604A},
                                 [GP_SIGNAL_BAD] = {0xFBE3D6, 0x9A3D00},
                                 [GP_SIGNAL_OPEN] = {0xFFF4CC, 0x6B5200}};
    if (book->signals[signal] == NULL) {
        book->signals[signal] = workbook_add_format(book->workbook);
        format_set_bg_color(book->signals[signal], colors[signal].fill);
        format_set_font_color(book->signals[signal], colors[signal].color);
    }
    return book->signals[signal];
}

void gp_sheet_signal(struct gp_sheet *sheet, struct gp_area area, const char *text,
                     enum gp_signal signal) {
    struct gp_book *book = sheet->book;
    assert(strchr(text, '"') == NULL && strlen(text) < GP_LONGEST_SHORT_TEXT);
    lxw_conditional_format condition = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = gp_print(book->memory, "\"%s\"", text),
        .format = signal_format(book, signal),
    };
    add_condition(sheet, &area, &condition);
}
