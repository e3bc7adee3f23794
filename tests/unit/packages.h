// packages.h - packages made part by part, by the calls libxlsxwriter makes (package/package.h).
#ifndef TESTS_PACKAGES_H
#define TESTS_PACKAGES_H

#include "package/package.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <minizip/zip.h>
#include <xlsxwriter/utility.h>

#include <cmocka.h>

// Temporary files first, as the library makes them; nothing is in them.
static inline zipFile begin_package(struct gp_memory *memory, const char *folder) {
    const char *name = gp_package_begin(memory, folder);
    FILE *part = lxw_tmpfile(gp_copy(memory, folder, strlen(folder)));
    assert_non_null(part);
    assert_int_equal(fclose(part), 0);
    zipFile package = zipOpen(name, APPEND_STATUS_CREATE);
    assert_non_null(package);
    return package;
}

// In two pieces, as the library writes what is longer than its buffer.
static inline void put_package_part(zipFile package, const char *name, const char *bytes) {
    size_t half = strlen(bytes) / 2;
    assert_int_equal(zipOpenNewFileInZip4_64(package, name, NULL, NULL, 0, NULL, 0, NULL,
                                             Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS,
                                             DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0, 0, 0, 0),
                     ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(package, bytes, (unsigned)half), ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(package, bytes + half, (unsigned)(strlen(bytes) - half)),
                     ZIP_OK);
    assert_int_equal(zipCloseFileInZip(package), ZIP_OK);
}

// The bytes are good until the next package begins.
static inline struct gp_bytes end_package(struct gp_memory *memory, zipFile package) {
    struct gp_bytes bytes = {NULL, 0};
    const char *why = NULL;
    assert_int_equal(zipClose(package, NULL), ZIP_OK);
    assert_true(gp_package_take(memory, &bytes, &why));
    return bytes;
}

#endif
