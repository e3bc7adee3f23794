// A package that was cut short is seen for what it is, also where its checksums are right.
#include "write/package.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <minizip/zip.h>

#include <cmocka.h>

static const struct row {
    const char *name;
    const char *sheet;    // the bytes of the one worksheet
    const char *workbook; // those of another part
    long cut;             // bytes taken off the end of the file
    bool whole;
} rows[] = {
    {"whole", "<worksheet><sheetData/></worksheet>", "<workbook/>", 0, true},
    {"whole, with a line break", "<worksheet></worksheet>\n", "<workbook/>", 0, true},
    {"a sheet cut mid-row, checksum right", "<worksheet><row r=\"1\"><c>", "<workbook/>", 0, false},
    {"a sheet cut inside a tag", "<worksheet><sheetData></sheetDa", "<workbook/>", 0, false},
    {"an empty sheet", "", "<workbook/>", 0, false},
    {"another part cut", "<worksheet></worksheet>", "<workbook", 0, false},
    {"the file cut by a byte", "<worksheet></worksheet>", "<workbook/>", 1, false},
    {"the file cut in half", "<worksheet></worksheet>", "<workbook/>", 150, false},
};

static void put_part(zipFile package, const char *name, const char *bytes) {
    assert_int_equal(
        zipOpenNewFileInZip(package, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6), ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(package, bytes, (unsigned)strlen(bytes)), ZIP_OK);
    assert_int_equal(zipCloseFileInZip(package), ZIP_OK);
}

static void make_package(const char *path, const struct row *row) {
    zipFile package = zipOpen(path, APPEND_STATUS_CREATE);
    assert_non_null(package);
    put_part(package, "xl/worksheets/sheet1.xml", row->sheet);
    put_part(package, "xl/workbook.xml", row->workbook);
    assert_int_equal(zipClose(package, NULL), ZIP_OK);
    if (row->cut > 0) {
        FILE *file = fopen(path, "r+b");
        assert_non_null(file);
        assert_int_equal(fseek(file, 0, SEEK_END), 0);
        assert_int_equal(ftruncate(fileno(file), ftell(file) - row->cut), 0);
        assert_int_equal(fclose(file), 0);
    }
}

static void test_packages(void **state) {
    (void)state;
    char folder[] = "/tmp/growthplan-package-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[64];
    snprintf(path, sizeof path, "%s/book.xlsx", folder);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *why = NULL;
        make_package(path, &rows[i]);
        bool whole = gp_package_whole(path, 1, &why);
        if (whole != rows[i].whole || (why == NULL) != whole)
            fail_msg("%s: %s", rows[i].name, whole ? "taken for whole" : "refused");
        assert_int_equal(remove(path), 0);
    }
    assert_int_equal(rmdir(folder), 0);
}

static void test_sheets_are_counted(void **state) {
    (void)state;
    char folder[] = "/tmp/growthplan-package-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[64];
    snprintf(path, sizeof path, "%s/book.xlsx", folder);
    make_package(path, &rows[0]);
    const char *why = NULL;
    assert_true(gp_package_whole(path, 1, &why));
    assert_false(gp_package_whole(path, 2, &why));
    assert_int_equal(remove(path), 0);
    assert_false(gp_package_whole(path, 1, &why)); // not there at all
    assert_int_equal(rmdir(folder), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_packages),
        cmocka_unit_test(test_sheets_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
