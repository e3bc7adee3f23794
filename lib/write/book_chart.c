#include "write/book_private.h"

#include <assert.h>
#include <string.h>

// Okabe-Ito: told apart with every kind of color vision.
static const lxw_color_t series_colors[] = {0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7};
enum { SERIES_COLORS = 4, DEFAULT_WIDTH = 480, DEFAULT_HEIGHT = 288 };

// The library takes a title or name that starts with "=" for a formula: a no-break space in front
// keeps it a text.
static const char *chart_text(struct gp_memory *memory, const char *text) {
    const char *fit = gp_book_text(memory, text, GP_LONGEST_SHORT_TEXT - 1);
    return fit[0] == '=' ? gp_print(memory, "\xC2\xA0%s", fit) : fit;
}

static uint8_t library_kind(enum gp_chart_kind kind) {
    switch (kind) {
    case GP_CHART_BAR:
        return LXW_CHART_BAR;
    case GP_CHART_RADAR:
        return LXW_CHART_RADAR;
    case GP_CHART_STACK:
        return LXW_CHART_COLUMN_STACKED;
    }
    return LXW_CHART_NONE;
}

static void add_series(struct gp_book *book, lxw_chart *drawn, const struct gp_chart *chart,
                       size_t index) {
    const struct gp_series *series = &chart->series[index];
    assert(series->categories[0] == '=' && series->values[0] == '=');
    lxw_chart_series *added = chart_add_series(drawn, series->categories, series->values);
    if (added == NULL) {
        gp_book_note(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    chart_series_set_name(added, chart_text(book->memory, series->name));
    lxw_color_t color = series_colors[index % SERIES_COLORS];
    if (chart->kind == GP_CHART_RADAR) {
        lxw_chart_line line = {.color = color, .width = 2.25f};
        chart_series_set_line(added, &line);
    } else {
        lxw_chart_fill fill = {.color = color};
        chart_series_set_fill(added, &fill);
    }
}

static void set_axes(lxw_chart *drawn, const struct gp_chart *chart) {
    lxw_chart_line grid = {.color = 0xDDE3EA, .width = 0.75f};
    lxw_chart_font font = {.size = 9, .color = GP_COLOR_GRAY};
    // The library names axes by where they stand: in a bar chart the categories are on y.
    bool lying = chart->kind == GP_CHART_BAR;
    lxw_chart_axis *values = lying ? drawn->x_axis : drawn->y_axis;
    lxw_chart_axis *categories = lying ? drawn->y_axis : drawn->x_axis;
    chart_axis_set_num_font(values, &font);
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_min(values, 0);
    if (chart->highest > 0)
        chart_axis_set_max(values, chart->highest);
    if (chart->percent)
        chart_axis_set_num_format(values, "0 %");
    if (chart->money)
        chart_axis_set_num_format(values, "#,##0");
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    if (chart->kind == GP_CHART_RADAR)
        return;
    chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
    chart_set_series_gap(drawn, 60);
    if (chart->kind == GP_CHART_STACK)
        chart_set_series_overlap(drawn, 100);
    if (lying) {
        chart_axis_set_reverse(categories); // so that the first stands on top
        chart_axis_set_crossing_max(categories);
    }
}

void gp_sheet_chart(struct gp_sheet *sheet, size_t row, size_t column,
                    const struct gp_chart *chart) {
    struct gp_book *book = sheet->book;
    assert(chart->description != NULL && chart->description[0] != '\0');
    assert(chart->series_count > 0 && chart->width > 0 && chart->height > 0);
    lxw_chart *drawn = workbook_add_chart(book->workbook, library_kind(chart->kind));
    if (drawn == NULL) {
        gp_book_note(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    for (size_t i = 0; i < chart->series_count; i++)
        add_series(book, drawn, chart, i);
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE, .color = GP_COLOR_DARK};
    chart_title_set_name(drawn, chart_text(book->memory, chart->title));
    chart_title_set_name_font(drawn, &font);
    if (chart->series_count > 1)
        chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    else
        chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
    set_axes(drawn, chart);
    lxw_chart_options options = {
        .x_scale = (double)chart->width / DEFAULT_WIDTH,
        .y_scale = (double)chart->height / DEFAULT_HEIGHT,
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = gp_book_text_copy(book->memory, chart->description, GP_LONGEST_SHORT_TEXT),
    };
    gp_book_note(book, worksheet_insert_chart_opt(sheet->page, gp_book_row(row),
                                                  gp_book_column(column), drawn, &options));
}
