// test_unfinished.c - a folder goes with all that is in it, and never what a link in it leads to;
// the one a run fills goes by the run's own hand alone.
#include "base/file.h"
#include "base/unfinished.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct gp_memory *memory;
    const char *folder; // to be removed
    const char *other;  // not to be
};

static void put(const struct place *place, const char *folder, const char *name) {
    const char *why = "", *path = gp_print(place->memory, "%s/%s", folder, name);
    assert_true(gp_file_write(path, (struct gp_bytes){"words", 5}, 0600, &why));
}

static int make_place(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct place *place = gp_alloc(memory, 1, sizeof *place);
    char *folder = gp_print(memory, "/tmp/test_unfinished-XXXXXX");
    char *other = gp_print(memory, "/tmp/test_unfinished-XXXXXX");
    if (mkdtemp(folder) == NULL || mkdtemp(other) == NULL)
        return -1;
    *place = (struct place){memory, folder, other};
    put(place, other, "kept");
    *state = place;
    return 0;
}

static int remove_place(void **state) {
    const struct place *place = *state;
    bool kept = gp_file_exists(gp_print(place->memory, "%s/kept", place->other));
    gp_folder_remove(place->folder);
    gp_folder_remove(place->other);
    gp_memory_close(place->memory);
    return kept ? 0 : -1;
}

// More files than fit a call, folders in folders, links to a file and to a folder.
static void test_everything_goes(void **state) {
    enum { FILES = 3000 };
    const struct place *place = *state;
    const char *inner = gp_print(place->memory, "%s/plans", place->folder);
    const char *deeper = gp_print(place->memory, "%s/deeper", inner);
    assert_int_equal(mkdir(inner, 0700), 0);
    assert_int_equal(mkdir(deeper, 0700), 0);
    for (size_t i = 0; i < FILES; i++)
        put(place, inner, gp_print(place->memory, "a name of some length %zu", i));
    put(place, deeper, "file");
    assert_int_equal(symlink(place->other, gp_print(place->memory, "%s/link", deeper)), 0);
    assert_int_equal(symlink(gp_print(place->memory, "%s/kept", place->other),
                             gp_print(place->memory, "%s/link", inner)),
                     0);
    assert_true(gp_folder_remove(place->folder));
    assert_false(gp_file_exists(place->folder));
    assert_false(gp_folder_remove(place->folder)); // there is none any more
}

// The folder itself may be a link by now.
static void test_a_link_to_a_folder(void **state) {
    const struct place *place = *state;
    assert_true(gp_folder_remove(place->folder));
    assert_int_equal(symlink(place->other, place->folder), 0);
    assert_true(gp_folder_remove(place->folder)); // the link
    assert_true(gp_file_exists(place->other));
}

static void test_by_its_own_hand(void **state) {
    const struct place *place = *state;
    assert_true(gp_unfinished_remove()); // none is remembered
    gp_unfinished_begin(place->folder);
    pid_t child = fork();
    if (child == 0)
        _exit(gp_unfinished_remove() ? 0 : 1);
    int status = -1;
    assert_true(waitpid(child, &status, 0) == child && status == 0);
    assert_true(gp_file_exists(place->folder));
    gp_unfinished_end();
    assert_true(gp_unfinished_remove());
    assert_true(gp_file_exists(place->folder));
    gp_unfinished_begin(place->folder);
    assert_true(gp_unfinished_remove());
    assert_false(gp_file_exists(place->folder));
    assert_true(gp_unfinished_remove()); // once
}

// A name longer than any path is not remembered, nor half of it.
static void test_a_long_name(void **state) {
    const struct place *place = *state;
    char *name = gp_alloc(place->memory, PATH_MAX + 1, 1);
    memset(name, 'x', PATH_MAX);
    gp_unfinished_begin(place->folder);
    gp_unfinished_begin(name);
    assert_true(gp_unfinished_remove());
    assert_true(gp_file_exists(place->folder));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_everything_goes, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_a_link_to_a_folder, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_by_its_own_hand, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_a_long_name, make_place, remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
