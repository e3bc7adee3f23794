#include "package/cell_store.h"

#include "base/memory.h"
#include "package/fills.h"
#include "package/library.h"
#include "package/package.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter/worksheet.h>

// Their names for the linker are the library's.
typedef lxw_cell *number_maker(lxw_row_t row, lxw_col_t column, double number, lxw_format *format);
typedef lxw_cell *string_maker(lxw_row_t row, lxw_col_t column, int32_t string, char *text,
                               lxw_format *format);
typedef lxw_cell *text_maker(lxw_row_t row, lxw_col_t column, char *text, lxw_format *format);
typedef lxw_cell *blank_maker(lxw_row_t row, lxw_col_t column, lxw_format *format);
typedef void cell_freer(lxw_cell *cell);
typedef void row_freer(lxw_row *row);
typedef void cell_inserter(struct lxw_table_cells *cells, lxw_cell *cell, lxw_col_t column);
number_maker gp_new_number_cell __asm__("_new_number_cell");
string_maker gp_new_string_cell __asm__("_new_string_cell");
text_maker gp_new_formula_cell __asm__("_new_formula_cell");
text_maker gp_new_inline_cell __asm__("_new_inline_string_cell");
blank_maker gp_new_blank_cell __asm__("_new_blank_cell");
cell_freer gp_free_cell __asm__("_free_cell");
row_freer gp_free_row __asm__("_free_row");
cell_inserter gp_insert_cell __asm__("_insert_cell_list");

// About as many as a sheet of a plan has.
enum { BLOCK_CELLS = 2048 };

struct block {
    struct block *next;
    lxw_cell cells[BLOCK_CELLS];
};

static struct {
    struct block *first, *current;
    size_t used;    // of the current one
    lxw_cell *back; // given back, one behind the other
    size_t count, live;
    struct gp_memory *texts; // of formulas, and what else is kept until no cell is left
} store;

// A formula that the next number is the result of; what it gives, where that is a text; and the
// cell that was made of it.
static struct {
    const char *formula, *text;
    lxw_cell *cell;
} pending;

size_t gp_stored_cells_count(void) {
    return store.count;
}

size_t gp_stored_cells_live(void) {
    return store.live;
}

static void drop_texts(void) {
    gp_memory_close(store.texts);
    store.texts = NULL;
}

#ifdef GP_SANITIZED

// The sanitizer is to know of each cell.
static lxw_cell *take(void) {
    store.count++;
    store.live++;
    return calloc(1, sizeof(lxw_cell));
}

static void give_back(lxw_cell *cell) {
    free(cell);
    if (--store.live == 0)
        drop_texts();
}

#else

// The next block, a new one behind the last.
static void next_block(void) {
    struct block **at = store.current == NULL ? &store.first : &store.current->next;
    if (*at == NULL) {
        *at = malloc(sizeof **at);
        if (*at == NULL)
            gp_memory_exhausted();
        (*at)->next = NULL;
    }
    store.current = *at;
    store.used = 0;
}

// A cell; what is in it is to be filled.
static lxw_cell *take(void) {
    lxw_cell *cell = store.back;
    store.count++;
    store.live++;
    if (cell != NULL) {
        store.back = RB_LEFT(cell, tree_pointers);
        return cell;
    }
    if (store.current == NULL || store.used == BLOCK_CELLS)
        next_block();
    return &store.current->cells[store.used++];
}

// Once all have come back, they are cut off in order again.
static void give_back(lxw_cell *cell) {
    RB_LEFT(cell, tree_pointers) = store.back;
    store.back = cell;
    if (--store.live > 0)
        return;
    store.current = NULL;
    store.back = NULL;
    drop_texts();
}

#endif

void gp_stored_cells_shrink(void) {
    enum { ENOUGH = 4 }; // blocks
    struct block **at = &store.first;
    if (store.live > 0)
        return;
    for (size_t i = 0; i < ENOUGH && *at != NULL; i++)
        at = &(*at)->next;
    for (struct block *block = *at, *next = NULL; block != NULL; block = next) {
        next = block->next;
        free(block);
    }
    *at = NULL;
}

static lxw_cell *new_cell(enum cell_types type, lxw_row_t row, lxw_col_t column,
                          lxw_format *format) {
    lxw_cell *cell = take();
    *cell = (lxw_cell){.row_num = row, .col_num = column, .type = type, .format = format};
    return cell;
}

static struct gp_memory *store_memory(void) {
    if (store.texts == NULL)
        store.texts = gp_memory_open();
    return store.texts;
}

void *gp_stored_alloc(size_t bytes) {
    return gp_alloc(store_memory(), 1, bytes);
}

// A copy that goes once no cell is left; one of a byte, as those of GP_PACKAGE_FILLED_DOWN, and an
// empty one are there already.
static char *keep_text(const char *text) {
    static char empty[1], down[2] = {GP_PACKAGE_FILLED_DOWN[1]},
                          right[2] = {GP_PACKAGE_FILLED_RIGHT[1]};
    char *there[] = {empty, down, right};
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        if (text[0] == there[i][0] && (text[0] == '\0' || text[1] == '\0'))
            return there[i];
    return gp_copy(store_memory(), text, strlen(text));
}

// Whether the texts of a formula are of keep_text(), and not its own.
static bool is_kept(const lxw_cell *cell) {
    return cell->sst_string != NULL;
}

static lxw_cell *new_pending_cell(lxw_row_t row, lxw_col_t column, double result,
                                  lxw_format *format) {
    lxw_cell *cell = new_cell(FORMULA_CELL, row, column, format);
    cell->u.string = keep_text(pending.formula);
    cell->sst_string = cell->u.string; // which says that it is kept
    cell->formula_result = result;
    if (pending.text != NULL)
        cell->user_data2 = keep_text(pending.text);
    pending.formula = NULL;
    pending.cell = cell;
    return cell;
}

lxw_cell *gp_new_number_cell(lxw_row_t row, lxw_col_t column, double number, lxw_format *format) {
    if (pending.formula != NULL)
        return new_pending_cell(row, column, number, format);
    lxw_cell *cell = new_cell(NUMBER_CELL, row, column, format);
    cell->u.number = number;
    return cell;
}

lxw_cell *gp_new_string_cell(lxw_row_t row, lxw_col_t column, int32_t string, char *text,
                             lxw_format *format) {
    lxw_cell *cell = new_cell(STRING_CELL, row, column, format);
    cell->u.string_id = string;
    cell->sst_string = text;
    return cell;
}

// The text of this one and the next is the cell's, and goes with it.
lxw_cell *gp_new_formula_cell(lxw_row_t row, lxw_col_t column, char *text, lxw_format *format) {
    lxw_cell *cell = new_cell(FORMULA_CELL, row, column, format);
    cell->u.string = text;
    return cell;
}

lxw_cell *gp_new_inline_cell(lxw_row_t row, lxw_col_t column, char *text, lxw_format *format) {
    lxw_cell *cell = new_cell(INLINE_STRING_CELL, row, column, format);
    cell->u.string = text;
    return cell;
}

lxw_cell *gp_new_blank_cell(lxw_row_t row, lxw_col_t column, lxw_format *format) {
    return new_cell(BLANK_CELL, row, column, format);
}

// What no function above has made, the library frees itself.
static void leave_cell(lxw_cell *cell) {
    cell_freer *leave = (cell_freer *)gp_library_function("_free_cell");
    leave(cell);
}

void gp_free_cell(lxw_cell *cell) {
    if (cell == NULL)
        return;
    switch (cell->type) {
    case FORMULA_CELL:
        if (is_kept(cell)) {
            gp_fill_forget(cell);
            break;
        }
        free(cell->user_data2); // what it gives, where that is a text
        free(cell->u.string);
        break;
    case INLINE_STRING_CELL:
        free(cell->u.string);
        break;
    case NUMBER_CELL:
    case STRING_CELL:
    case BLANK_CELL:
        break;
    default:
        leave_cell(cell);
        return;
    }
    assert(cell->comment == NULL);
    give_back(cell);
}

// --- rows ---

// The last cells of rows, where they are known: a row is filled from its start to its end, and one
// behind the other.
enum { TAILS = 64 };
static struct tail {
    const struct lxw_table_cells *cells;
    lxw_cell *last;
} tails[TAILS];

static struct tail *tail_of(const struct lxw_table_cells *cells) {
    return &tails[(uintptr_t)cells / sizeof *cells % TAILS];
}

static lxw_cell *find_last(const struct lxw_table_cells *cells) {
    const struct tail *tail = tail_of(cells);
    if (tail->cells == cells)
        return tail->last;
    lxw_cell *last = RB_ROOT(cells);
    while (last != NULL && RB_RIGHT(last, tree_pointers) != NULL)
        last = RB_RIGHT(last, tree_pointers);
    return last;
}

static void link_cell(struct lxw_table_cells *cells, lxw_cell *before, lxw_cell *cell,
                      lxw_cell *after) {
    RB_PARENT(cell, tree_pointers) = before;
    RB_RIGHT(cell, tree_pointers) = after;
    if (before == NULL)
        RB_ROOT(cells) = cell;
    else
        RB_RIGHT(before, tree_pointers) = cell;
    if (after != NULL)
        RB_PARENT(after, tree_pointers) = cell;
    else
        *tail_of(cells) = (struct tail){cells, cell};
}

// Among others of its row, in the place of one or not.
void gp_insert_cell(struct lxw_table_cells *cells, lxw_cell *cell, lxw_col_t column) {
    lxw_cell *before = find_last(cells);
    while (before != NULL && before->col_num >= column)
        before = RB_PARENT(before, tree_pointers);
    lxw_cell *after = before == NULL ? RB_ROOT(cells) : RB_RIGHT(before, tree_pointers);
    cell->col_num = column;
    if (after != NULL && after->col_num == column) {
        lxw_cell *replaced = after;
        after = RB_RIGHT(replaced, tree_pointers);
        gp_free_cell(replaced);
    }
    link_cell(cells, before, cell, after);
}

void gp_free_row(lxw_row *row) {
    if (row == NULL)
        return;
    for (lxw_cell *cell = RB_ROOT(row->cells), *next = NULL; cell != NULL; cell = next) {
        next = RB_RIGHT(cell, tree_pointers);
        gp_free_cell(cell);
    }
    *tail_of(row->cells) = (struct tail){NULL, NULL};
    free(row->cells);
    free(row);
}

// --- formulas ---
//
// The library copies a formula, and a text that it gives, for each cell. Here a formula is put as
// the number it gives, and the cell that the library asks for then is made that of the formula.
// Only of sheets that stand in memory: the rows of others go one by one, and their texts with them.

static bool is_for_store(const lxw_worksheet *sheet, const char *formula) {
    return !sheet->optimize && formula != NULL && formula[0] == '=';
}

// Puts the pending formula. False where the library asked for no cell, and has not said why.
static bool put_pending(lxw_worksheet *sheet, const lxw_cell *cell, lxw_error *error) {
    *error = worksheet_write_number(sheet, cell->row_num, cell->col_num, cell->formula_result,
                                    cell->format);
    bool put = pending.formula == NULL;
    pending.formula = pending.text = NULL;
    if (put)
        gp_fill_put(sheet, pending.cell);
    return put || *error != LXW_NO_ERROR;
}

typedef lxw_error number_formula(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                 const char *formula, lxw_format *format, double result);
typedef lxw_error text_formula(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                               const char *formula, lxw_format *format, const char *result);

// Looked up once: they serve long sheets.
static number_formula *library_number_formula(void) {
    static number_formula *function;
    if (function == NULL)
        function = (number_formula *)gp_library_function("worksheet_write_formula_num");
    return function;
}

static text_formula *library_text_formula(void) {
    static text_formula *function;
    if (function == NULL)
        function = (text_formula *)gp_library_function("worksheet_write_formula_str");
    return function;
}

lxw_error worksheet_write_formula_num(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                      const char *formula, lxw_format *format, double result) {
    const lxw_cell cell = {
        .row_num = row, .col_num = col, .format = format, .formula_result = result};
    lxw_error error = LXW_NO_ERROR;
    if (is_for_store(worksheet, formula)) {
        pending.formula = formula + 1;
        if (put_pending(worksheet, &cell, &error))
            return error;
    }
    return library_number_formula()(worksheet, row, col, formula, format, result);
}

lxw_error worksheet_write_formula_str(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
                                      const char *formula, lxw_format *format, const char *result) {
    const lxw_cell cell = {.row_num = row, .col_num = col, .format = format};
    lxw_error error = LXW_NO_ERROR;
    if (is_for_store(worksheet, formula)) {
        pending.formula = formula + 1;
        pending.text = result;
        if (put_pending(worksheet, &cell, &error))
            return error;
    }
    return library_text_formula()(worksheet, row, col, formula, format, result);
}
