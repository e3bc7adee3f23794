// test_package.c - packages that libxlsxwriter's calls make in memory, and that one which was cut
// short is seen for what it is, also where its checksums are right.
#include "package/verify.h"

#include "packages.h"

#include <stdlib.h>
#include <unistd.h>

#include <minizip/unzip.h>

struct place {
    struct gp_memory *memory;
    char folder[64];
};

static int open_place(void **state) {
    static struct place place;
    place = (struct place){.memory = gp_memory_open(), .folder = "/tmp/growthplan-package-XXXXXX"};
    assert_non_null(mkdtemp(place.folder));
    *state = &place;
    return 0;
}

static int close_place(void **state) {
    struct place *place = *state;
    gp_memory_close(place->memory);
    return rmdir(place->folder);
}

struct row {
    const char *name;
    const char *sheet;    // the bytes of the one worksheet
    const char *workbook; // those of another part
    size_t cut;           // bytes taken off the end
    bool whole;
};

static struct gp_bytes make_package(const struct place *place, const struct row *row) {
    zipFile package = begin_package(place->memory, place->folder);
    put_package_part(package, "xl/worksheets/sheet1.xml", row->sheet);
    put_package_part(package, "xl/workbook.xml", row->workbook);
    struct gp_bytes bytes = end_package(place->memory, package);
    // Of its own size, so that a byte read behind it is seen.
    bytes.length -= row->cut;
    char *exact = malloc(bytes.length);
    assert_non_null(exact);
    memcpy(exact, bytes.data, bytes.length);
    return (struct gp_bytes){exact, bytes.length};
}

static void drop(struct gp_bytes bytes) {
    free((char *)(uintptr_t)bytes.data);
}

static const struct row rows[] = {
    {"whole", "<worksheet><sheetData/></worksheet>", "<workbook/>", 0, true},
    {"whole, with a line break", "<worksheet></worksheet>\n", "<workbook/>", 0, true},
    {"a sheet cut mid-row, checksum right", "<worksheet><row r=\"1\"><c>", "<workbook/>", 0, false},
    {"a sheet cut inside a tag", "<worksheet><sheetData></sheetDa", "<workbook/>", 0, false},
    {"an empty sheet", "", "<workbook/>", 0, false},
    {"another part cut", "<worksheet></worksheet>", "<workbook", 0, false},
    {"cut by a byte", "<worksheet></worksheet>", "<workbook/>", 1, false},
    {"cut in half", "<worksheet></worksheet>", "<workbook/>", 150, false},
};

static void test_packages(void **state) {
    const struct place *place = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *why = NULL;
        struct gp_bytes bytes = make_package(place, &rows[i]);
        bool whole = gp_package_whole(bytes, NULL, 1, &why);
        if (whole != rows[i].whole || (why == NULL) != whole)
            fail_msg("%s: %s", rows[i].name, whole ? "taken for whole" : "refused");
        drop(bytes);
    }
}

// Whatever byte of a package changes, it is no longer whole, or its parts are as they were: a few
// bytes of headers say nothing that anybody reads.
static void test_every_byte(void **state) {
    const struct place *place = *state;
    const char *why = NULL;
    struct gp_bytes bytes = make_package(place, &rows[0]);
    char *changed = malloc(bytes.length);
    size_t unseen = 0;
    for (size_t i = 0; i < bytes.length; i++) {
        memcpy(changed, bytes.data, bytes.length);
        changed[i] = (char)(changed[i] ^ 0x55);
        unseen += gp_package_whole((struct gp_bytes){changed, bytes.length}, NULL, 1, &why);
    }
    // Of each of two parts the local header's and the directory's dates, versions, flags, sizes
    // and checksum that stand twice, and the names; of neither the bytes.
    assert_true(unseen < 200);
    for (size_t length = 0; length < bytes.length; length++)
        assert_false(gp_package_whole((struct gp_bytes){bytes.data, length}, NULL, 1, &why));
    free(changed);
    drop(bytes);
}

static void test_sheets_are_counted(void **state) {
    const struct place *place = *state;
    const char *why = NULL;
    struct gp_bytes bytes = make_package(place, &rows[0]);
    assert_true(gp_package_whole(bytes, NULL, 1, &why));
    assert_false(gp_package_whole(bytes, NULL, 2, &why));
    assert_false(gp_package_whole((struct gp_bytes){NULL, 0}, NULL, 1, &why));
    drop(bytes);
}

// A piece lost within a sheet leaves it with all its ends.
static void test_rows_and_cells_are_counted(void **state) {
    const struct place *place = *state;
    static const struct row row = {
        "",
        "<worksheet><row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>1</v></c></row><cols/>"
        "<row r=\"2\"><c r=\"C1\"/></row><rowBreaks/></worksheet>",
        "<workbook><c /><row /></workbook>", 0, true};
    const char *why = NULL;
    struct gp_bytes bytes = make_package(place, &row);
    for (size_t i = 0; i < 36; i++) {
        const struct gp_sheet_size size = {i / 6, i % 6};
        assert_true(gp_package_whole(bytes, &size, 1, &why) == (size.rows == 2 && size.cells == 3));
    }
    drop(bytes);
}

// Another program reads the same out of it; parts that are the same as in the package before, too.
static void test_read_by_minizip(void **state) {
    const struct place *place = *state;
    for (size_t round = 0; round < 3; round++) {
        const struct row row = {"", round < 2 ? "<worksheet/>" : "<worksheet></worksheet>",
                                "<workbook/>", 0, true};
        const char *path = gp_print(place->memory, "%s/p.xlsx", place->folder);
        struct gp_bytes bytes = make_package(place, &row);
        const char *why = NULL;
        assert_true(gp_file_write(path, bytes, 0600, &why));
        unzFile package = unzOpen(path);
        assert_non_null(package);
        const char *const parts[][2] = {{"xl/worksheets/sheet1.xml", row.sheet},
                                        {"xl/workbook.xml", row.workbook}};
        for (size_t i = 0; i < 2; i++) {
            char read[100] = "";
            assert_int_equal(unzLocateFile(package, parts[i][0], 1), UNZ_OK);
            assert_int_equal(unzOpenCurrentFile(package), UNZ_OK);
            assert_int_equal(unzReadCurrentFile(package, read, sizeof read - 1),
                             strlen(parts[i][1]));
            assert_int_equal(unzCloseCurrentFile(package), UNZ_OK); // the checksum, too
            assert_string_equal(read, parts[i][1]);
        }
        assert_int_equal(unzClose(package), UNZ_OK);
        assert_int_equal(remove(path), 0);
        drop(bytes);
    }
}

// A sheet of so many rows and cells, one behind the other, that it is packed while it comes.
enum { LONG_ROWS = 500001 };
static char *long_sheet(bool whole) {
    enum { LINE = 24 };
    size_t room = (size_t)LONG_ROWS * LINE, length = 0;
    char *sheet = malloc(room);
    assert_non_null(sheet);
    length += (size_t)snprintf(sheet, room, "<worksheet><sheetData>");
    for (unsigned i = 0; i < LONG_ROWS - 3; i++)
        length += (size_t)snprintf(sheet + length, room - length,
                                   i % 2 == 0 ? "<row r=\"%u\">" : "<c r=\"A%u\"/>",
                                   i * 2654435761U % 1000003);
    snprintf(sheet + length, room - length, whole ? "</worksheet>" : "<c r=\"1\"");
    return sheet;
}

static struct gp_bytes make_long_package(const struct place *place, bool whole) {
    char *sheet = long_sheet(whole);
    const struct row row = {"", sheet, "<workbook/>", 0, whole};
    struct gp_bytes bytes = make_package(place, &row);
    free(sheet);
    return bytes;
}

// What was packed while it came is as whole, and as carefully looked at.
static void test_long_part(void **state) {
    const struct place *place = *state;
    const char *why = NULL, *path = gp_print(place->memory, "%s/p.xlsx", place->folder);
    struct gp_bytes bytes = make_long_package(place, false);
    assert_false(gp_package_whole(bytes, NULL, 1, &why));
    drop(bytes);
    bytes = make_long_package(place, true);
    assert_true(gp_package_whole(bytes, NULL, 1, &why));
    struct gp_sheet_size size = {(LONG_ROWS - 3) / 2, (LONG_ROWS - 3) / 2};
    assert_true(gp_package_whole(bytes, &size, 1, &why));
    size.cells--;
    assert_false(gp_package_whole(bytes, &size, 1, &why));
    size = (struct gp_sheet_size){size.rows - 1, size.cells + 1};
    assert_false(gp_package_whole(bytes, &size, 1, &why));
    assert_true(gp_file_write(path, bytes, 0600, &why));
    char *sheet = long_sheet(true), *read = malloc(strlen(sheet) + 1);
    unzFile package = unzOpen(path);
    assert_non_null(package);
    assert_int_equal(unzGoToFirstFile(package), UNZ_OK);
    assert_int_equal(unzOpenCurrentFile(package), UNZ_OK);
    assert_int_equal(unzReadCurrentFile(package, read, (unsigned)strlen(sheet) + 1), strlen(sheet));
    assert_int_equal(unzCloseCurrentFile(package), UNZ_OK); // the checksum, too
    assert_memory_equal(read, sheet, strlen(sheet));
    assert_int_equal(unzClose(package), UNZ_OK);
    assert_int_equal(remove(path), 0);
    free(read);
    free(sheet);
    char *changed = (char *)(uintptr_t)bytes.data;
    for (size_t at = 100; at + 1000 < bytes.length; at += bytes.length / 50) {
        changed[at] = (char)(changed[at] ^ 0x10);
        if (gp_package_whole(bytes, NULL, 1, &why))
            fail_msg("byte %zu is not seen", at);
        changed[at] = (char)(changed[at] ^ 0x10);
    }
    assert_true(gp_package_whole(bytes, NULL, 1, &why));
    drop(bytes);
}

// A stream reads back what was written to it, from wherever it is set.
static void test_stream(void **state) {
    struct place *place = *state;
    FILE *stream = lxw_tmpfile(place->folder);
    assert_non_null(stream);
    for (int i = 0; i < 100000; i++)
        assert_true(fprintf(stream, "%06d\n", i) == 7);
    assert_int_equal(ftell(stream), 700000);
    rewind(stream);
    char line[16];
    for (int i = 0; i < 100000; i++) {
        assert_non_null(fgets(line, sizeof line, stream));
        assert_int_equal(strtol(line, NULL, 10), i);
    }
    assert_null(fgets(line, sizeof line, stream));
    assert_int_equal(fseek(stream, 7L * 777, SEEK_SET), 0);
    assert_non_null(fgets(line, sizeof line, stream));
    assert_int_equal(strtol(line, NULL, 10), 777);
    assert_int_equal(fclose(stream), 0);
    // Much of it is packed away.
    stream = lxw_tmpfile(place->folder);
    for (int i = 0; i < 1000000; i++)
        assert_true(fprintf(stream, "%06d\n", i) == 7);
    for (int i = 0; i < 1000000; i += 99991) {
        assert_int_equal(fseek(stream, 7L * i, SEEK_SET), 0);
        assert_non_null(fgets(line, sizeof line, stream));
        assert_int_equal(strtol(line, NULL, 10), i);
    }
    rewind(stream);
    for (int i = 0; i < 1000000; i++) {
        assert_non_null(fgets(line, sizeof line, stream));
        if (strtol(line, NULL, 10) != i)
            fail_msg("line %d is %s", i, line);
    }
    assert_null(fgets(line, sizeof line, stream));
    assert_int_equal(fclose(stream), 0);
    // The next one starts empty, though it is in the same place.
    stream = lxw_tmpfile(place->folder);
    rewind(stream);
    assert_null(fgets(line, sizeof line, stream));
    assert_int_equal(fclose(stream), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_packages),
                                       cmocka_unit_test(test_every_byte),
                                       cmocka_unit_test(test_sheets_are_counted),
                                       cmocka_unit_test(test_rows_and_cells_are_counted),
                                       cmocka_unit_test(test_read_by_minizip),
                                       cmocka_unit_test(test_long_part),
                                       cmocka_unit_test(test_stream)};
    return cmocka_run_group_tests(tests, open_place, close_place);
}
