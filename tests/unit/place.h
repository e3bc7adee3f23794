// place.h - a fresh folder for each test to work in, gone behind it.
#ifndef TESTS_PLACE_H
#define TESTS_PLACE_H

#include "base/file.h"
#include "base/unfinished.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct gp_memory *memory;
    const char *folder;
};

static inline int make_place(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct place *place = gp_alloc(memory, 1, sizeof *place);
    const char *top = getenv("TMPDIR");
    char *folder = gp_print(memory, "%s/test-XXXXXX", top == NULL ? "/tmp" : top);
    if (mkdtemp(folder) == NULL)
        return -1;
    *place = (struct place){memory, folder};
    *state = place;
    return 0;
}

static inline int remove_place(void **state) {
    const struct place *place = *state;
    gp_folder_remove(place->folder);
    bool gone = !gp_file_exists(place->folder);
    gp_memory_close(place->memory);
    return gone ? 0 : -1;
}

static inline const char *inside(const struct place *place, const char *name) {
    return gp_print(place->memory, "%s/%s", place->folder, name);
}

static inline void put(const char *path, const char *text) {
    const char *why = "";
    if (!gp_file_write(path, (struct gp_bytes){text, strlen(text)}, 0644, &why))
        fail_msg("%s: %s", path, why);
}

static inline void assert_holds(const struct place *place, const char *path, const char *text) {
    struct gp_bytes bytes = {NULL, 0};
    const char *why = "";
    if (!gp_file_read(place->memory, path, &bytes, &why))
        fail_msg("%s: %s", path, why);
    assert_string_equal(bytes.data, text);
}

static inline unsigned mode_of(const char *path) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status.st_mode & 07777;
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

#endif
