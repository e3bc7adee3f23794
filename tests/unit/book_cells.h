// book_cells.h - what stands in the cells of a finished workbook, read from its XML as
// libxlsxwriter writes it. Include it after <cmocka.h>. Texts live in `memory`.
#ifndef TESTS_BOOK_CELLS_H
#define TESTS_BOOK_CELLS_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/unzip.h>

// The parts that are looked into.
struct cells {
    struct gp_memory *memory;
    const char *sheet, *texts;
};

static inline const char *cells_part(struct gp_memory *memory, const char *path, const char *name) {
    unz_file_info info;
    unzFile package = unzOpen(path);
    assert_non_null(package);
    assert_int_equal(unzLocateFile(package, name, 1), UNZ_OK);
    assert_int_equal(unzGetCurrentFileInfo(package, &info, NULL, 0, NULL, 0, NULL, 0), UNZ_OK);
    char *text = gp_alloc(memory, info.uncompressed_size + 1, 1);
    assert_int_equal(unzOpenCurrentFile(package), UNZ_OK);
    assert_int_equal(unzReadCurrentFile(package, text, (unsigned)info.uncompressed_size),
                     info.uncompressed_size);
    assert_int_equal(unzCloseCurrentFile(package), UNZ_OK);
    assert_int_equal(unzClose(package), UNZ_OK);
    return text;
}

// The cells of a workbook's sheet; sheets count from 1.
static inline struct cells cells_open(struct gp_memory *memory, const char *path, int sheet) {
    const char *part = gp_print(memory, "xl/worksheets/sheet%d.xml", sheet);
    return (struct cells){memory, cells_part(memory, path, part),
                          cells_part(memory, path, "xl/sharedStrings.xml")};
}

// What stands between the end of the tag that starts at `from` and the next one.
static inline const char *cells_inner(struct gp_memory *memory, const char *from) {
    const char *start = strchr(from, '>') + 1;
    return gp_copy(memory, start, strcspn(start, "<"));
}

static inline const char *cells_shared(const struct cells *cells, long which) {
    const char *item = strstr(cells->texts, "<si>");
    for (long i = 0; i < which; i++)
        item = strstr(item + 1, "<si>");
    return cells_inner(cells->memory, strstr(item, "<t"));
}

// The text of a cell, or its number as the file has it; "" where it is empty, NULL where there is
// none.
static inline const char *cells_at(const struct cells *cells, const char *place) {
    const char *cell = strstr(cells->sheet, gp_print(cells->memory, "<c r=\"%s\"", place));
    if (cell == NULL)
        return NULL;
    const char *tag = gp_copy(cells->memory, cell, strcspn(cell, ">"));
    if (tag[strlen(tag) - 1] == '/')
        return "";
    if (strstr(tag, "t=\"inlineStr\"") != NULL)
        return cells_inner(cells->memory, strstr(strstr(cell, "<is>"), "<t"));
    const char *value = cells_inner(cells->memory, strstr(cell, "<v>"));
    return strstr(tag, "t=\"s\"") == NULL ? value : cells_shared(cells, strtol(value, NULL, 10));
}

// The row, from 1, in which a text stands in column A; 0 where it does not.
static inline int cells_row_of(const struct cells *cells, const char *text) {
    for (int row = 1; row < 400; row++) {
        const char *found = cells_at(cells, gp_print(cells->memory, "A%d", row));
        if (found != NULL && strcmp(found, text) == 0)
            return row;
    }
    return 0;
}

// The height of a row in points, as the file has it; NULL where it has none of its own.
static inline const char *cells_height(const struct cells *cells, int row) {
    const char *from = strstr(cells->sheet, gp_print(cells->memory, "<row r=\"%d\"", row));
    assert_non_null(from);
    const char *height = strstr(gp_copy(cells->memory, from, strcspn(from, ">")), " ht=\"");
    return height == NULL ? NULL : gp_copy(cells->memory, height + 5, strcspn(height + 5, "\""));
}

// Whether two texts are the same, or the same number: 0.1 may have sixteen digits.
static inline bool cells_same(const char *one, const char *other) {
    char *end = NULL, *other_end = NULL;
    bool same = strtod(one, &end) - strtod(other, &other_end) == 0;
    return strcmp(one, other) == 0 || (same && end != one && *end == '\0' && *other_end == '\0');
}

// Fails unless a row has just these texts and numbers, from column A on; NULL
// is passed over.
static inline void cells_are(const struct cells *cells, int row, const char *const *expected,
                             size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *place = gp_print(cells->memory, "%c%d", 'A' + (int)i, row);
        const char *found = cells_at(cells, place);
        if (expected[i] != NULL && (found == NULL || !cells_same(found, expected[i])))
            fail_msg("%s: %s, not %s", place, found == NULL ? "no cell" : found, expected[i]);
    }
}

#endif
