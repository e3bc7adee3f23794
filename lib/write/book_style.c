#include "write/book_private.h"

// What a style is made of. 0 stands for the default of each.
struct look {
    uint8_t size;
    bool bold, italic, wrap, border, line_above, line_below, rotated;
    uint32_t color, fill;         // 0: black, none
    uint8_t across, down, indent; // alignment
    const char *number;
};

#define LEFT LXW_ALIGN_LEFT
#define RIGHT LXW_ALIGN_RIGHT
#define CENTER LXW_ALIGN_CENTER
#define TOP LXW_ALIGN_VERTICAL_TOP
#define MIDDLE LXW_ALIGN_VERTICAL_CENTER
#define MONEY_2 "#,##0.00"
#define MONEY_0 "#,##0"
#define MONEY_3 "#,##0.000"
#define RATE "0.00 %"
#define INPUT_MONEY(format)                                                                        \
    { .border = true, .fill = GP_COLOR_INPUT, .across = RIGHT, .down = MIDDLE, .number = (format) }
#define INDENTED(steps)                                                                            \
    { .border = true, .across = LEFT, .down = MIDDLE, .indent = 2 * (steps) }

static const struct look looks[GP_STYLE_COUNT] = {
    [GP_STYLE_TITLE] = {.size = 18, .bold = true, .color = GP_COLOR_DARK, .down = MIDDLE},
    [GP_STYLE_SUBTITLE] = {.color = GP_COLOR_GRAY, .down = MIDDLE},
    [GP_STYLE_SECTION] = {.size = 13, .bold = true, .color = GP_COLOR_DARK, .line_below = true},
    [GP_STYLE_HEADER] = {.bold = true,
                         .wrap = true,
                         .border = true,
                         .color = GP_COLOR_WHITE,
                         .fill = GP_COLOR_DARK,
                         .down = MIDDLE},
    [GP_STYLE_HEADER_UP] = {.bold = true,
                            .border = true,
                            .rotated = true,
                            .color = GP_COLOR_WHITE,
                            .fill = GP_COLOR_DARK,
                            .across = CENTER,
                            .down = LXW_ALIGN_VERTICAL_BOTTOM},
    [GP_STYLE_LABEL] = {.color = GP_COLOR_GRAY, .across = LEFT, .down = TOP},
    [GP_STYLE_FACT] = {.bold = true, .across = LEFT, .down = TOP},
    [GP_STYLE_TEXT] = {.border = true, .across = LEFT, .down = MIDDLE},
    [GP_STYLE_WRAP] = {.border = true, .wrap = true, .across = LEFT, .down = MIDDLE},
    [GP_STYLE_NOTE] = {.size = 9,
                       .italic = true,
                       .wrap = true,
                       .color = GP_COLOR_GRAY,
                       .across = LEFT,
                       .down = TOP},
    [GP_STYLE_CENTER] = {.border = true, .across = CENTER, .down = MIDDLE},
    [GP_STYLE_NUMBER] = {.border = true, .across = CENTER, .down = MIDDLE},
    [GP_STYLE_EXPECTED] = {.border = true,
                           .across = CENTER,
                           .down = MIDDLE,
                           .number = "0;-0;\"\xC2\xB7\""},
    [GP_STYLE_SHARE] = {.border = true, .across = CENTER, .down = MIDDLE, .number = "0.000"},
    [GP_STYLE_PERCENT] = {.border = true, .across = CENTER, .down = MIDDLE, .number = "0 %"},
    [GP_STYLE_INPUT] = {.border = true, .fill = GP_COLOR_INPUT, .across = CENTER, .down = MIDDLE},
    [GP_STYLE_INPUT_TEXT] =
        {.border = true, .wrap = true, .fill = GP_COLOR_INPUT, .across = LEFT, .down = TOP},
    [GP_STYLE_INPUT_RATE] = {.border = true,
                             .fill = GP_COLOR_INPUT,
                             .across = RIGHT,
                             .indent = 1,
                             .down = MIDDLE,
                             .number = RATE},
    [GP_STYLE_MONEY] = {.border = true, .across = RIGHT, .down = MIDDLE, .number = MONEY_2},
    [GP_STYLE_MONEY_0] = {.border = true, .across = RIGHT, .down = MIDDLE, .number = MONEY_0},
    [GP_STYLE_MONEY_3] = {.border = true, .across = RIGHT, .down = MIDDLE, .number = MONEY_3},
    [GP_STYLE_TOTAL] = {.bold = true, .line_above = true, .fill = GP_COLOR_LIGHT, .down = TOP},
    [GP_STYLE_TOTAL_MONEY] = {.bold = true,
                              .line_above = true,
                              .fill = GP_COLOR_LIGHT,
                              .across = RIGHT,
                              .down = TOP,
                              .number = MONEY_2},
    [GP_STYLE_TOTAL_MONEY_0] = {.bold = true,
                                .line_above = true,
                                .fill = GP_COLOR_LIGHT,
                                .across = RIGHT,
                                .down = TOP,
                                .number = MONEY_0},
    [GP_STYLE_HEADER_RIGHT] = {.bold = true,
                               .wrap = true,
                               .border = true,
                               .color = GP_COLOR_WHITE,
                               .fill = GP_COLOR_DARK,
                               .across = RIGHT,
                               .down = MIDDLE},
    [GP_STYLE_TOTAL_MONEY_3] = {.bold = true,
                                .line_above = true,
                                .fill = GP_COLOR_LIGHT,
                                .across = RIGHT,
                                .down = TOP,
                                .number = MONEY_3},
    [GP_STYLE_RATE] = {.border = true, .across = RIGHT, .down = MIDDLE, .number = RATE},
    [GP_STYLE_TOTAL_RATE] = {.bold = true,
                             .line_above = true,
                             .fill = GP_COLOR_LIGHT,
                             .across = RIGHT,
                             .down = TOP,
                             .number = RATE},
    [GP_STYLE_TOTAL_NUMBER] =
        {.bold = true, .line_above = true, .fill = GP_COLOR_LIGHT, .across = CENTER, .down = TOP},
    [GP_STYLE_INPUT_MONEY] = INPUT_MONEY(MONEY_2),
    [GP_STYLE_INPUT_MONEY_0] = INPUT_MONEY(MONEY_0),
    [GP_STYLE_INPUT_MONEY_3] = INPUT_MONEY(MONEY_3),
    [GP_STYLE_INDENT] = INDENTED(1),
    [GP_STYLE_INDENT + 1] = INDENTED(2),
    [GP_STYLE_INDENT + 2] = INDENTED(3),
    [GP_STYLE_INDENT + 3] = INDENTED(4),
    [GP_STYLE_INDENT + 4] = INDENTED(5),
    [GP_STYLE_INDENT + 5] = INDENTED(6),
    [GP_STYLE_INDENT + 6] = INDENTED(7),
};

static void set_lines(lxw_format *format, const struct look *look) {
    if (look->border) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, GP_COLOR_BORDER);
    }
    if (look->line_above) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, GP_COLOR_DARK);
    }
    if (look->line_below) {
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, GP_COLOR_LINE);
    }
}

static lxw_format *make_format(lxw_workbook *workbook, const struct look *look) {
    lxw_format *format = workbook_add_format(workbook);
    if (look->size != 0)
        format_set_font_size(format, look->size);
    if (look->bold)
        format_set_bold(format);
    if (look->italic)
        format_set_italic(format);
    if (look->color != 0)
        format_set_font_color(format, look->color);
    if (look->fill != 0)
        format_set_bg_color(format, look->fill);
    if (look->across != 0)
        format_set_align(format, look->across);
    if (look->down != 0)
        format_set_align(format, look->down);
    if (look->indent != 0)
        format_set_indent(format, look->indent);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->rotated)
        format_set_rotation(format, 90);
    if (look->number != NULL)
        format_set_num_format(format, look->number);
    set_lines(format, look);
    return format;
}

lxw_format *gp_book_format(struct gp_book *book, enum gp_style style) {
    if (style == GP_STYLE_PLAIN)
        return NULL;
    if (book->formats[style] == NULL)
        book->formats[style] = make_format(book->workbook, &looks[style]);
    return book->formats[style];
}
