#include "base/text.h"
#include "write/grid.h"
#include "write/inspect_view.h"
#include "write/page.h"

#include <string.h>

static const char *const line_end_names[GP_LINE_END_COUNT] = {"LF", "CRLF", "CR"};

// "CRLF", or of several kinds how many of each.
static const char *line_ends(struct gp_memory *memory, const struct gp_inspection *file) {
    const char *text = "";
    size_t kinds = 0;
    for (size_t i = 0; i < GP_LINE_END_COUNT; i++)
        kinds += file->line_ends[i] > 0;
    for (size_t i = 0; i < GP_LINE_END_COUNT; i++) {
        if (file->line_ends[i] == 0)
            continue;
        const char *name = kinds == 1
                               ? line_end_names[i]
                               : gp_print(memory, "%zu %s", file->line_ends[i], line_end_names[i]);
        text = gp_print(memory, "%s%s%s", text, text[0] == '\0' ? "" : ", ", name);
    }
    return kinds == 0 ? "none" : text;
}

static void page_how_written(struct gp_page *page, struct gp_memory *memory,
                             const struct gp_inspection *file) {
    static const char *const orders[] = {"", "day-first", "month-first"};
    if (file->encoding != NULL) {
        gp_page_line(page, "encoding    %s%s", file->encoding,
                     file->marked ? ", with a byte order mark" : "");
        gp_page_line(page, "line ends   %s", line_ends(memory, file));
        gp_page_line(page, "delimiter   %s", file->delimiter);
    }
    if (file->date_order != GP_ORDER_UNKNOWN)
        gp_page_line(page, "dates       %s, as some of them show", orders[file->date_order]);
}

static void page_dialect(struct gp_page *page, struct gp_memory *memory,
                         const struct gp_inspection *file) {
    const char *next = file->runner_up == NULL
                           ? "nothing else fits"
                           : gp_print(memory, "next would be %s, %s", file->runner_up,
                                      gp_share_text(memory, file->runner_up_score));
    gp_page_line(page, "dialect     %s (%s), %s; %s", file->dialect_title, file->dialect,
                 file->told ? "as you say"
                            : gp_print(memory, "score %s", gp_share_text(memory, file->score)),
                 next);
    gp_page_line(page, "header      line %u%s%s", (unsigned)file->header_line,
                 file->header_rows > 1 ? gp_print(memory, ", %zu rows of it", file->header_rows)
                                       : "",
                 file->title_count > 0 ? gp_print(memory, ", below %zu row%s of titles",
                                                  file->title_count, gp_plural(file->title_count))
                                       : "");
    gp_page_line(page, "rows        %zu%s", file->row_count,
                 file->dropped > 0 ? gp_print(memory, ", and %zu passed over", file->dropped) : "");
}

static void page_content(struct gp_page *page, const struct gp_inspect_view *view,
                         const struct gp_inspection *file) {
    gp_page_line(page, "people      %zu", file->people);
    if (file->input == GP_INPUT_ANSWERS)
        gp_page_line(page, "activities  %zu of the ladder's %zu", file->activities,
                     view->ladder->activity_count);
}

// A header's two ends where it is long: a question, and what it asks about.
static const char *shortened(struct gp_memory *memory, const char *header) {
    enum { WIDEST = 60, START = 24, END = 33 };
    size_t length = strlen(header), start = 0, end = length;
    if (gp_text_width(header) <= WIDEST)
        return header;
    int32_t code = 0;
    for (size_t i = 0; i < START; i++)
        start += gp_text_character(header + start, &code);
    for (size_t i = 0; i < END && end > start; i++)
        while (--end > start && ((unsigned char)header[end] & 0xC0) == 0x80)
            continue;
    return gp_print(memory, "%.*s...%s", (int)start, header, header + end);
}

static void page_columns(struct gp_page *page, struct gp_memory *memory,
                         const struct gp_inspection *file) {
    static const struct gp_grid_column columns[] = {{NULL, "Column", GP_CELL_COUNT},
                                                    {NULL, "Header", GP_CELL_TEXT},
                                                    {NULL, "Taken for", GP_CELL_TEXT},
                                                    {NULL, "Because of", GP_CELL_TEXT}};
    struct gp_grid *grid = gp_grid_new(memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < file->column_count; i++) {
        const struct gp_inspected_column *column = &file->columns[i];
        gp_grid_count(grid, column->number);
        gp_grid_text(grid, shortened(memory, column->header));
        gp_grid_text(grid, column->taken_for);
        gp_grid_text(grid, column->why);
    }
    gp_page_add(page, gp_grid_as_text(grid));
}

static void page_labels(struct gp_page *page, struct gp_memory *memory,
                        const struct gp_inspection *file) {
    static const struct gp_grid_column columns[] = {{NULL, "Of", GP_CELL_TEXT},
                                                    {NULL, "Text", GP_CELL_TEXT},
                                                    {NULL, "Means", GP_CELL_TEXT},
                                                    {NULL, "Times", GP_CELL_COUNT}};
    struct gp_grid *grid = gp_grid_new(memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < file->label_count; i++) {
        const struct gp_inspected_label *label = &file->labels[i];
        gp_grid_text(grid, label->of);
        gp_grid_text(grid, label->text[0] == '\0' ? "(empty)" : label->text);
        gp_grid_text(grid, label->means);
        gp_grid_count(grid, label->count);
    }
    gp_page_add(page, gp_grid_as_text(grid));
}

static void page_file(struct gp_page *page, struct gp_memory *memory,
                      const struct gp_inspect_view *view, const struct gp_inspection *file) {
    gp_page_line(page, "%s: %s", file->file,
                 file->dialect == NULL             ? "could not be read"
                 : file->input == GP_INPUT_ANSWERS ? "answers"
                                                   : "a roster");
    if (file->dialect == NULL)
        return;
    page_how_written(page, memory, file);
    page_dialect(page, memory, file);
    page_content(page, view, file);
    gp_page_heading(page, "Columns");
    page_columns(page, memory, file);
    if (file->label_count == 0)
        return;
    gp_page_heading(page, file->input == GP_INPUT_ANSWERS ? "Answers" : "Roles");
    page_labels(page, memory, file);
}

struct gp_bytes gp_inspect_text(struct gp_memory *memory, const struct gp_inspect_view *view) {
    struct gp_page page;
    gp_page_open(&page, memory);
    for (size_t i = 0; i < view->count; i++) {
        if (i > 0)
            gp_page_line(&page, "%s", "");
        page_file(&page, memory, view, &view->files[i]);
    }
    return gp_page_bytes(&page);
}

struct gp_bytes gp_inspect_csv(struct gp_memory *memory, const struct gp_inspect_view *view) {
    static const struct gp_grid_column columns[] = {{"file", NULL, GP_CELL_TEXT},
                                                    {"column", NULL, GP_CELL_COUNT},
                                                    {"header", NULL, GP_CELL_TEXT},
                                                    {"taken_for", NULL, GP_CELL_TEXT},
                                                    {"why", NULL, GP_CELL_TEXT}};
    struct gp_grid *grid = gp_grid_new(memory, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < view->count; i++)
        for (size_t j = 0; j < view->files[i].column_count; j++) {
            const struct gp_inspected_column *column = &view->files[i].columns[j];
            gp_grid_text(grid, view->files[i].file);
            gp_grid_count(grid, column->number);
            gp_grid_text(grid, column->header);
            gp_grid_text(grid, column->taken_for);
            gp_grid_text(grid, column->why);
        }
    return gp_grid_as_csv(grid);
}
