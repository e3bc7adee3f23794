#include "package/cell_store.h"

#include "base/memory.h"
#include "package/library.h"

#include <assert.h>
#include <stdlib.h>

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

static int compare(const lxw_cell *one, const lxw_cell *other) {
    return (int)one->col_num - (int)other->col_num;
}

RB_GENERATE_INSERT_COLOR(lxw_table_cells, lxw_cell, tree_pointers, static)
RB_GENERATE_REMOVE_COLOR(lxw_table_cells, lxw_cell, tree_pointers, static)
RB_GENERATE_INSERT(lxw_table_cells, lxw_cell, tree_pointers, compare, static)
RB_GENERATE_REMOVE(lxw_table_cells, lxw_cell, tree_pointers, static)

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
} store;

size_t gp_stored_cells_count(void) {
    return store.count;
}

size_t gp_stored_cells_live(void) {
    return store.live;
}

#ifdef GP_SANITIZED

// The sanitizer is to know of each cell.
static lxw_cell *take(void) {
    store.count++;
    store.live++;
    return calloc(1, sizeof(lxw_cell));
}

static void give_back(lxw_cell *cell) {
    store.live--;
    free(cell);
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

lxw_cell *gp_new_number_cell(lxw_row_t row, lxw_col_t column, double number, lxw_format *format) {
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
    assert(cell->comment == NULL && cell->user_data1 == NULL);
    give_back(cell);
}

// Cells below go before the one above them.
static void free_tree(lxw_cell *cell) {
    while (cell != NULL) {
        lxw_cell **below = RB_LEFT(cell, tree_pointers) != NULL ? &RB_LEFT(cell, tree_pointers)
                                                                : &RB_RIGHT(cell, tree_pointers);
        lxw_cell *next = *below;
        if (next != NULL) {
            *below = NULL;
        } else {
            next = RB_PARENT(cell, tree_pointers);
            gp_free_cell(cell);
        }
        cell = next;
    }
}

void gp_free_row(lxw_row *row) {
    if (row == NULL)
        return;
    free_tree(RB_ROOT(row->cells));
    free(row->cells);
    free(row);
}

// Among others of its row, in the place of one or not.
static void insert_among(struct lxw_table_cells *cells, lxw_cell *cell) {
    lxw_cell *before = lxw_table_cells_RB_INSERT(cells, cell);
    if (before == NULL)
        return;
    lxw_table_cells_RB_REMOVE(cells, before);
    lxw_table_cells_RB_INSERT(cells, cell);
    gp_free_cell(before);
}

void gp_insert_cell(struct lxw_table_cells *cells, lxw_cell *cell, lxw_col_t column) {
    lxw_cell *last = RB_ROOT(cells);
    cell->col_num = column;
    while (last != NULL && RB_RIGHT(last, tree_pointers) != NULL)
        last = RB_RIGHT(last, tree_pointers);
    if (last != NULL && last->col_num >= column) {
        insert_among(cells, cell);
        return;
    }
    RB_SET(cell, last, tree_pointers);
    if (last == NULL)
        RB_ROOT(cells) = cell;
    else
        RB_RIGHT(last, tree_pointers) = cell;
    lxw_table_cells_RB_INSERT_COLOR(cells, cell);
}
