#include "write/grid.h"

#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

struct cell {
    bool none;
    const char *text;
    int64_t number; // of any kind but text; money in minor units
    gp_currency currency;
};

struct gp_grid {
    struct gp_memory *memory;
    const struct gp_grid_column *columns;
    size_t column_count;
    bool *hidden;       // [column], in text
    struct cell *cells; // row by row
    size_t cell_count, capacity;
};

struct gp_grid *gp_grid_new(struct gp_memory *memory, const struct gp_grid_column *columns,
                            size_t count) {
    assert(count > 0);
    struct gp_grid *grid = gp_alloc(memory, 1, sizeof *grid);
    *grid = (struct gp_grid){.memory = memory, .columns = columns, .column_count = count};
    grid->hidden = gp_alloc(memory, count, sizeof *grid->hidden);
    for (size_t i = 0; i < count; i++)
        grid->hidden[i] = columns[i].title == NULL;
    return grid;
}

void gp_grid_hide(struct gp_grid *grid, size_t column) {
    assert(column < grid->column_count);
    grid->hidden[column] = true;
}

static const struct gp_grid_column *column_of(const struct gp_grid *grid, size_t cell) {
    return &grid->columns[cell % grid->column_count];
}

static void add(struct gp_grid *grid, struct cell cell) {
    grid->cells =
        gp_grow(grid->memory, grid->cells, grid->cell_count, &grid->capacity, sizeof *grid->cells);
    grid->cells[grid->cell_count++] = cell;
}

static void add_number(struct gp_grid *grid, enum gp_cell_kind kind, int64_t number, bool none) {
    assert(column_of(grid, grid->cell_count)->kind == kind);
    add(grid, (struct cell){.none = none, .number = number});
}

void gp_grid_text(struct gp_grid *grid, const char *text) {
    enum gp_cell_kind kind = column_of(grid, grid->cell_count)->kind;
    assert(kind == GP_CELL_TEXT || kind == GP_CELL_REMARK);
    add(grid, (struct cell){.none = text == NULL, .text = text});
}

void gp_grid_count(struct gp_grid *grid, size_t count) {
    assert(count <= INT64_MAX);
    add_number(grid, GP_CELL_COUNT, (int64_t)count, false);
}

void gp_grid_share(struct gp_grid *grid, gp_permille share) {
    add_number(grid, GP_CELL_SHARE, share, share == GP_NO_SHARE);
}

void gp_grid_level(struct gp_grid *grid, gp_level_milli level) {
    add_number(grid, GP_CELL_LEVEL, level, level < 0);
}

void gp_grid_points(struct gp_grid *grid, int64_t thousandths) {
    add_number(grid, GP_CELL_POINTS, thousandths, false);
}

void gp_grid_change(struct gp_grid *grid, int32_t change) {
    add_number(grid, GP_CELL_CHANGE, change, false);
}

void gp_grid_yes_no(struct gp_grid *grid, bool yes) {
    add_number(grid, GP_CELL_YES_NO, yes, false);
}

void gp_grid_money(struct gp_grid *grid, gp_money money) {
    assert(column_of(grid, grid->cell_count)->kind == GP_CELL_MONEY);
    add(grid, (struct cell){.number = money.minor, .currency = money.currency});
}

void gp_grid_none(struct gp_grid *grid) {
    add(grid, (struct cell){.none = true});
}

const char *gp_share_text(struct gp_memory *memory, gp_permille share) {
    return share == GP_NO_SHARE ? "-" : gp_print(memory, "%d.%03d", share / 1000, share % 1000);
}

const char *gp_level_text(struct gp_memory *memory, gp_level_milli level) {
    if (level < 0)
        return "-";
    char *text = gp_print(memory, "%d.%03d", (int)(level / 1000), (int)(level % 1000));
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        length--;
    if (text[length - 1] == '.')
        length--;
    text[length] = '\0';
    return text;
}

const char *gp_strength_text(struct gp_memory *memory, int64_t thousandths) {
    char *text =
        gp_print(memory, "%" PRId64 ".%03d", thousandths / 1000, (int)(thousandths % 1000));
    size_t length = strlen(text);
    while (text[length - 1] == '0' && text[length - 2] != '.')
        length--;
    text[length] = '\0';
    return text;
}

const char *gp_money_grouped(struct gp_memory *memory, gp_money money) {
    enum { GROUP = 3 };
    const char *plain = gp_money_text(memory, money);
    size_t length = strlen(plain), digits = strspn(plain + (plain[0] == '-'), "0123456789");
    char *text = gp_alloc(memory, length + length / GROUP + 1, 1), *end = text;
    for (const char *at = plain; *at != '\0'; at++) {
        *end++ = *at;
        if (*at == '-' || digits == 0)
            continue;
        digits--;
        if (digits > 0 && digits % GROUP == 0)
            *end++ = ',';
    }
    return text;
}

// What people see of a cell.
static const char *shown(const struct gp_grid *grid, size_t index) {
    const struct cell *cell = &grid->cells[index];
    struct gp_memory *memory = grid->memory;
    if (cell->none)
        return column_of(grid, index)->kind == GP_CELL_REMARK ? "" : "-";
    switch (column_of(grid, index)->kind) {
    case GP_CELL_TEXT:
        return cell->text[0] == '\0' ? "-" : gp_text_shown(memory, cell->text);
    case GP_CELL_REMARK:
        return gp_text_shown(memory, cell->text);
    case GP_CELL_COUNT:
        return gp_print(memory, "%" PRId64, cell->number);
    case GP_CELL_SHARE:
        return gp_share_text(memory, (gp_permille)cell->number);
    case GP_CELL_LEVEL:
        return gp_level_text(memory, (gp_level_milli)cell->number);
    case GP_CELL_POINTS:
        return gp_strength_text(memory, cell->number);
    case GP_CELL_CHANGE:
        return gp_print(memory, cell->number > 0 ? "+%" PRId64 : "%" PRId64, cell->number);
    case GP_CELL_YES_NO:
        return cell->number != 0 ? "yes" : "no";
    case GP_CELL_MONEY:
        return gp_money_grouped(memory, (gp_money){cell->number, cell->currency});
    }
    return "";
}

static bool to_the_right(enum gp_cell_kind kind) {
    switch (kind) {
    case GP_CELL_COUNT:
    case GP_CELL_SHARE:
    case GP_CELL_LEVEL:
    case GP_CELL_POINTS:
    case GP_CELL_CHANGE:
    case GP_CELL_MONEY:
        return true;
    case GP_CELL_TEXT:
    case GP_CELL_REMARK:
    case GP_CELL_YES_NO:
        return false;
    }
    return false;
}

// Lines of cells in columns.
struct sheet {
    const struct gp_grid *grid;
    unsigned *widths; // [column]; 0: not for people
    char *bytes;
    size_t length;
};

enum { BETWEEN = 2 }; // blanks between two columns

static void put(struct sheet *sheet, const char *text) {
    size_t length = strlen(text);
    memcpy(sheet->bytes + sheet->length, text, length);
    sheet->length += length;
}

static void put_many(struct sheet *sheet, char c, size_t count) {
    memset(sheet->bytes + sheet->length, c, count);
    sheet->length += count;
}

// A text in its column, behind the columns before it.
static void put_cell(struct sheet *sheet, size_t column, const char *text) {
    size_t blanks = sheet->widths[column] - gp_text_width(text);
    bool right = to_the_right(sheet->grid->columns[column].kind);
    if (right)
        put_many(sheet, ' ', blanks);
    put(sheet, text);
    put_many(sheet, ' ', BETWEEN + (right ? 0 : blanks));
}

static void end_line(struct sheet *sheet) {
    while (sheet->length > 0 && sheet->bytes[sheet->length - 1] == ' ')
        sheet->length--;
    put(sheet, "\n");
}

static void put_header(struct sheet *sheet) {
    const struct gp_grid *grid = sheet->grid;
    for (size_t i = 0; i < grid->column_count; i++)
        if (!grid->hidden[i])
            put_cell(sheet, i, grid->columns[i].title);
    end_line(sheet);
    for (size_t i = 0; i < grid->column_count; i++) {
        put_many(sheet, '-', sheet->widths[i]);
        if (!grid->hidden[i])
            put_many(sheet, ' ', BETWEEN);
    }
    end_line(sheet);
}

// Finds how wide the columns are, and makes room for the lines.
static void measure(struct sheet *sheet, const char *const *texts) {
    const struct gp_grid *grid = sheet->grid;
    size_t bytes = 0, line = 1;
    sheet->widths = gp_alloc(grid->memory, grid->column_count, sizeof *sheet->widths);
    for (size_t i = 0; i < grid->column_count + grid->cell_count; i++) {
        size_t column = i % grid->column_count;
        if (grid->hidden[column])
            continue;
        const char *text =
            i < grid->column_count ? grid->columns[i].title : texts[i - grid->column_count];
        unsigned width = gp_text_width(text);
        if (width > sheet->widths[column])
            sheet->widths[column] = width;
        bytes += strlen(text);
    }
    for (size_t i = 0; i < grid->column_count; i++)
        line += sheet->widths[i] + BETWEEN;
    size_t lines = 2 + grid->cell_count / grid->column_count;
    sheet->bytes = gp_alloc(grid->memory, bytes + lines * line + 1, 1);
}

static void assert_whole(const struct gp_grid *grid) {
    assert(grid->cell_count % grid->column_count == 0);
}

struct gp_bytes gp_grid_as_text(const struct gp_grid *grid) {
    assert_whole(grid);
    const char **texts = gp_alloc(grid->memory, grid->cell_count, sizeof *texts);
    for (size_t i = 0; i < grid->cell_count; i++)
        texts[i] = shown(grid, i);
    struct sheet sheet = {.grid = grid};
    measure(&sheet, texts);
    put_header(&sheet);
    for (size_t i = 0; i < grid->cell_count; i++) {
        if (!grid->hidden[i % grid->column_count])
            put_cell(&sheet, i % grid->column_count, texts[i]);
        if ((i + 1) % grid->column_count == 0)
            end_line(&sheet);
    }
    sheet.bytes[sheet.length] = '\0'; // a blank that was cut off may stand here
    return (struct gp_bytes){sheet.bytes, sheet.length};
}

static const char *plain_money(struct gp_memory *memory, const struct cell *cell) {
    return gp_money_text(memory, (gp_money){cell->number, cell->currency});
}

static void csv_cell(struct gp_text_table *table, const struct gp_grid *grid, size_t index) {
    const struct cell *cell = &grid->cells[index];
    enum gp_cell_kind kind = column_of(grid, index)->kind;
    if (cell->none)
        gp_text_table_text(table, NULL);
    else if (kind == GP_CELL_TEXT || kind == GP_CELL_REMARK)
        gp_text_table_text(table, cell->text);
    else if (kind == GP_CELL_CHANGE)
        gp_text_table_number(table, gp_print(grid->memory, "%" PRId64, cell->number));
    else if (kind == GP_CELL_MONEY)
        gp_text_table_number(table, plain_money(grid->memory, cell));
    else
        gp_text_table_number(table, shown(grid, index));
}

void gp_grid_open_csv(const struct gp_grid *grid, struct gp_memory *memory,
                      struct gp_text_table *table) {
    const char *header = "";
    for (size_t i = 0; i < grid->column_count; i++)
        if (grid->columns[i].id != NULL)
            header = gp_print(grid->memory, "%s%s%s", header, header[0] == '\0' ? "" : ",",
                              grid->columns[i].id);
    gp_text_table_open(table, memory, header);
}

void gp_grid_add_to_csv(const struct gp_grid *grid, struct gp_text_table *table) {
    assert_whole(grid);
    for (size_t i = 0; i < grid->cell_count; i++) {
        if (column_of(grid, i)->id != NULL)
            csv_cell(table, grid, i);
        if ((i + 1) % grid->column_count == 0)
            gp_text_table_end_row(table);
    }
}

struct gp_bytes gp_grid_as_csv(const struct gp_grid *grid) {
    struct gp_text_table table;
    gp_grid_open_csv(grid, grid->memory, &table);
    gp_grid_add_to_csv(grid, &table);
    return gp_text_table_bytes(&table);
}

static void json_cell(struct gp_json *json, const struct gp_grid *grid, size_t index) {
    const struct cell *cell = &grid->cells[index];
    const struct gp_grid_column *column = column_of(grid, index);
    if (cell->none) {
        gp_json_null(json, column->id);
        return;
    }
    switch (column->kind) {
    case GP_CELL_TEXT:
    case GP_CELL_REMARK:
        gp_json_text(json, column->id, cell->text);
        break;
    case GP_CELL_COUNT:
        gp_json_count(json, column->id, (size_t)cell->number);
        break;
    case GP_CELL_SHARE:
        gp_json_share(json, column->id, (gp_permille)cell->number);
        break;
    case GP_CELL_LEVEL:
        gp_json_level(json, column->id, (gp_level_milli)cell->number);
        break;
    case GP_CELL_POINTS:
        gp_json_points(json, column->id, cell->number);
        break;
    case GP_CELL_CHANGE:
        gp_json_change(json, column->id, (int32_t)cell->number);
        break;
    case GP_CELL_YES_NO:
        gp_json_yes_no(json, column->id, cell->number != 0);
        break;
    case GP_CELL_MONEY:
        gp_json_text(json, column->id, plain_money(grid->memory, cell));
        break;
    }
}

void gp_grid_as_json(const struct gp_grid *grid, struct gp_json *json, const char *key) {
    assert_whole(grid);
    gp_json_array(json, key);
    for (size_t i = 0; i < grid->cell_count; i++) {
        if (i % grid->column_count == 0)
            gp_json_object(json, NULL);
        if (column_of(grid, i)->id != NULL)
            json_cell(json, grid, i);
        if ((i + 1) % grid->column_count == 0)
            gp_json_end(json);
    }
    gp_json_end(json);
}
