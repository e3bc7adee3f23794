#include "write/inspect_view.h"
#include "write/json.h"

static const char *text_or_null(const char *text) {
    return text == NULL || text[0] == '\0' ? NULL : text;
}

static void put_how_written(struct gp_json *json, const struct gp_inspection *file) {
    static const char *const ends[GP_LINE_END_COUNT] = {"lf", "crlf", "cr"};
    static const char *const orders[] = {NULL, "day-first", "month-first"};
    gp_json_text(json, "encoding", file->encoding);
    gp_json_yes_no(json, "byte_order_mark", file->marked);
    gp_json_object(json, "line_ends");
    for (size_t i = 0; i < GP_LINE_END_COUNT; i++)
        gp_json_count(json, ends[i], file->line_ends[i]);
    gp_json_end(json);
    gp_json_text(json, "delimiter", file->delimiter);
    gp_json_text(json, "dates", orders[file->date_order]);
}

static void put_dialect(struct gp_json *json, const struct gp_inspection *file) {
    gp_json_object(json, "dialect");
    gp_json_text(json, "name", file->dialect);
    gp_json_text(json, "title", file->dialect_title);
    gp_json_yes_no(json, "told", file->told);
    gp_json_share(json, "score", file->score);
    gp_json_text(json, "runner_up", file->runner_up);
    gp_json_share(json, "runner_up_score",
                  file->runner_up == NULL ? GP_NO_SHARE : file->runner_up_score);
    gp_json_end(json);
    gp_json_count(json, "title_rows", file->title_count);
    gp_json_count(json, "header_line", file->header_line);
    gp_json_count(json, "header_rows", file->header_rows);
    gp_json_count(json, "rows", file->row_count);
    gp_json_count(json, "rows_passed_over", file->dropped);
    gp_json_count(json, "people", file->people);
    gp_json_count(json, "activities", file->activities);
}

static void put_columns(struct gp_json *json, const struct gp_inspection *file) {
    gp_json_array(json, "columns");
    for (size_t i = 0; i < file->column_count; i++) {
        const struct gp_inspected_column *column = &file->columns[i];
        gp_json_object(json, NULL);
        gp_json_count(json, "column", column->number);
        gp_json_text(json, "header", column->header);
        gp_json_text(json, "taken_for", text_or_null(column->taken_for));
        gp_json_text(json, "why", column->why);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_labels(struct gp_json *json, const struct gp_inspection *file) {
    gp_json_array(json, "labels");
    for (size_t i = 0; i < file->label_count; i++) {
        const struct gp_inspected_label *label = &file->labels[i];
        gp_json_object(json, NULL);
        gp_json_text(json, "of", label->of);
        gp_json_text(json, "text", label->text);
        gp_json_text(json, "means", label->means);
        gp_json_count(json, "times", label->count);
        gp_json_end(json);
    }
    gp_json_end(json);
}

static void put_file(struct gp_json *json, const struct gp_inspection *file) {
    gp_json_object(json, NULL);
    gp_json_text(json, "file", file->file);
    gp_json_yes_no(json, "read", file->dialect != NULL);
    if (file->dialect != NULL) {
        gp_json_text(json, "input", file->input == GP_INPUT_ANSWERS ? "answers" : "roster");
        put_how_written(json, file);
        put_dialect(json, file);
        put_columns(json, file);
        put_labels(json, file);
    }
    gp_json_end(json);
}

struct gp_bytes gp_inspect_json(struct gp_memory *memory, const struct gp_inspect_view *view) {
    struct gp_json *json = gp_json_open(memory);
    gp_json_text(json, "program", view->program);
    gp_json_text(json, "ladder", view->ladder->name);
    gp_json_text(json, "ladder_sha256", view->ladder->hash);
    gp_json_array(json, "files");
    for (size_t i = 0; i < view->count; i++)
        put_file(json, &view->files[i]);
    gp_json_end(json);
    return gp_json_close(json);
}
