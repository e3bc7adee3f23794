// test_file.c - whole files in, whole folders out; each test has a fresh folder to work in.
#define _GNU_SOURCE // mkdtemp beside strict C
#include "base/file.h"

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

static int make_place(void **state) {
    struct gp_memory *memory = gp_memory_open();
    struct place *place = gp_alloc(memory, 1, sizeof *place);
    const char *top = getenv("TMPDIR");
    char *folder = gp_print(memory, "%s/test_file-XXXXXX", top == NULL ? "/tmp" : top);
    if (mkdtemp(folder) == NULL)
        return -1;
    *place = (struct place){memory, folder};
    *state = place;
    return 0;
}

static int remove_place(void **state) {
    const struct place *place = *state;
    gp_staging_abandon(&(struct gp_staging){place->folder, ""});
    bool gone = !gp_file_exists(place->folder);
    gp_memory_close(place->memory);
    return gone ? 0 : -1;
}

static const char *inside(const struct place *place, const char *name) {
    return gp_print(place->memory, "%s/%s", place->folder, name);
}

static void put(const char *path, const char *text) {
    const char *why = "";
    if (!gp_file_write(path, (struct gp_bytes){text, strlen(text)}, 0644, &why))
        fail_msg("%s: %s", path, why);
}

static void assert_holds(const struct place *place, const char *path, const char *text) {
    struct gp_bytes bytes = {NULL, 0};
    const char *why = "";
    if (!gp_file_read(place->memory, path, &bytes, &why))
        fail_msg("%s: %s", path, why);
    assert_string_equal(bytes.data, text);
}

static unsigned mode_of(const char *path) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status.st_mode & 07777;
}

static void test_what_is_written_is_read(void **state) {
    const struct place *place = *state;
    static const struct {
        const char *name;
        size_t length;
    } rows[] = {{"empty", 0},
                {"a-byte", 1},
                {"64-KiB", 65536},
                {"over-64-KiB", 65537},
                {"a-million", 1000000}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *data = gp_alloc(place->memory, rows[i].length + 1, 1);
        for (size_t at = 0; at < rows[i].length; at++)
            data[at] = (char)(at * 31 % 251); // NULs among them
        const char *path = inside(place, rows[i].name), *why = "";
        assert_true(gp_file_write(path, (struct gp_bytes){data, rows[i].length}, 0600, &why));
        struct gp_bytes bytes = {NULL, 0};
        assert_true(gp_file_read(place->memory, path, &bytes, &why));
        assert_int_equal(bytes.length, rows[i].length);
        assert_memory_equal(bytes.data, data, rows[i].length);
        assert_int_equal(bytes.data[bytes.length], '\0');
    }
}

static void test_read_says_why_not(void **state) {
    const struct place *place = *state;
    struct gp_bytes bytes = {"untouched", 9};
    const char *why = NULL;
    assert_false(gp_file_read(place->memory, inside(place, "none"), &bytes, &why));
    assert_string_equal(why, "No such file or directory");
    assert_false(gp_file_read(place->memory, place->folder, &bytes, &why));
    assert_string_equal(why, "it is a folder");
    const char *large = inside(place, "large");
    put(large, "");
    assert_int_equal(truncate(large, (off_t)(1 << 30) + 1), 0); // sparse: takes no room
    assert_false(gp_file_read(place->memory, large, &bytes, &why));
    assert_string_equal(why, "it is larger than 1 GiB");
    assert_string_equal(bytes.data, "untouched");
}

static void test_standard_input_is_read_to_its_end(void **state) {
    const struct place *place = *state;
    enum { LENGTH = 60000 }; // fits into a pipe
    int ends[2], kept = dup(STDIN_FILENO);
    assert_true(kept >= 0);
    assert_int_equal(pipe(ends), 0);
    char *data = gp_alloc(place->memory, LENGTH + 1, 1);
    memset(data, 'x', LENGTH);
    assert_int_equal(write(ends[1], data, LENGTH), LENGTH);
    close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    struct gp_bytes bytes = {NULL, 0};
    const char *why = "";
    bool good = gp_file_read(place->memory, "-", &bytes, &why);
    dup2(kept, STDIN_FILENO);
    close(kept);
    assert_true(good);
    assert_int_equal(bytes.length, LENGTH);
    assert_string_equal(bytes.data, data);
}

static void test_write_takes_no_place_of_another(void **state) {
    const struct place *place = *state;
    const char *first = inside(place, "first"), *link = inside(place, "link"), *why = NULL;
    const struct gp_bytes other = {"other", 5};
    put(first, "first");
    assert_false(gp_file_write(first, other, 0644, &why));
    assert_string_equal(why, "File exists");
    assert_int_equal(symlink(inside(place, "aim"), link), 0);
    assert_false(gp_file_write(link, other, 0644, &why));
    assert_false(gp_file_exists(inside(place, "aim")));
    assert_false(gp_file_write(inside(place, "none/file"), other, 0644, &why));
    assert_string_equal(why, "No such file or directory");
    assert_holds(place, first, "first");
}

static void test_write_gives_the_mode_asked_for(void **state) {
    const struct place *place = *state;
    mode_t kept = umask(077);
    const char *why = "";
    bool good = gp_file_write(inside(place, "open"), (struct gp_bytes){"", 0}, 0644, &why);
    umask(0);
    good = good && gp_file_write(inside(place, "private"), (struct gp_bytes){"", 0}, 0600, &why);
    umask(kept);
    assert_true(good);
    assert_int_equal(mode_of(inside(place, "open")), 0644);
    assert_int_equal(mode_of(inside(place, "private")), 0600);
}

// A staging folder beside "out" with plans/a in it, holding `text`.
static struct gp_staging stage(const struct place *place, const char *target, const char *text) {
    struct gp_staging staging = {NULL, NULL};
    const char *why = "";
    assert_true(gp_staging_open(place->memory, target, &staging, &why));
    assert_int_equal(mkdir(gp_print(place->memory, "%s/plans", staging.folder), 0700), 0);
    put(gp_print(place->memory, "%s/plans/a", staging.folder), text);
    return staging;
}

static void test_staging_is_private_and_beside(void **state) {
    const struct place *place = *state;
    struct gp_staging staging = stage(place, inside(place, "out///"), "a");
    assert_int_equal(mode_of(staging.folder), 0700);
    assert_string_equal(staging.target, inside(place, "out"));
    const char *start = inside(place, "out.unfinished-");
    assert_memory_equal(staging.folder, start, strlen(start));
    assert_false(gp_file_exists(staging.target));
    struct gp_staging none = {NULL, NULL};
    const char *why = NULL;
    assert_false(gp_staging_open(place->memory, inside(place, "none/out"), &none, &why));
    assert_string_equal(why, "No such file or directory");
}

static void test_commit(void **state) {
    const struct place *place = *state;
    static const struct {
        const char *name;
        bool there, replace, good;
        const char *holds; // plans/a of the target behind it
    } rows[] = {
        {"nothing-there", false, false, true, "new"},
        {"nothing-to-replace", false, true, true, "new"},
        {"something-there", true, false, false, "old"},
        {"replaced", true, true, true, "new"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *target = inside(place, rows[i].name), *why = "untouched";
        if (rows[i].there) {
            struct gp_staging old = stage(place, target, "old");
            put(gp_print(place->memory, "%s/plans/leftover", old.folder), "");
            assert_true(gp_staging_commit(&old, false, &why));
        }
        struct gp_staging staging = stage(place, target, "new");
        if (gp_staging_commit(&staging, rows[i].replace, &why) != rows[i].good)
            fail_msg("%s: %s", rows[i].name, why);
        assert_string_equal(why, rows[i].good ? "untouched" : "File exists");
        assert_holds(place, gp_print(place->memory, "%s/plans/a", target), rows[i].holds);
        // Of the two, one is there whole, and nothing of the other.
        assert_int_equal(gp_file_exists(gp_print(place->memory, "%s/plans/leftover", target)),
                         !rows[i].good);
        assert_int_equal(gp_file_exists(staging.folder), !rows[i].good);
        gp_staging_abandon(&staging);
        assert_false(gp_file_exists(staging.folder));
    }
}

static void test_add_keeps_what_is_there(void **state) {
    const struct place *place = *state;
    const char *target = inside(place, "out"), *why = "untouched";
    struct gp_staging first = stage(place, target, "old"), second = stage(place, target, "new");
    put(gp_print(place->memory, "%s/plans/other", first.folder), "other");
    put(gp_print(place->memory, "%s/top", second.folder), "top");
    assert_true(gp_staging_add(&first, place->memory, &why)); // makes the folders
    assert_int_equal(mode_of(target), 0700);
    assert_holds(place, inside(place, "out/plans/a"), "old");
    assert_true(gp_staging_add(&second, place->memory, &why));
    assert_holds(place, inside(place, "out/plans/a"), "new");
    assert_holds(place, inside(place, "out/plans/other"), "other");
    assert_holds(place, inside(place, "out/top"), "top");
    assert_false(gp_file_exists(first.folder));
    assert_false(gp_file_exists(second.folder));
    assert_string_equal(why, "untouched");
}

static void test_add_follows_no_link(void **state) {
    const struct place *place = *state;
    const char *why = "";
    assert_int_equal(mkdir(inside(place, "other"), 0755), 0);
    assert_int_equal(mkdir(inside(place, "out"), 0755), 0);
    assert_int_equal(symlink(inside(place, "other"), inside(place, "out/plans")), 0);
    struct gp_staging staging = stage(place, inside(place, "out"), "a");
    assert_false(gp_staging_add(&staging, place->memory, &why));
    assert_string_equal(why, "there is something of that name that is no folder");
    assert_false(gp_file_exists(inside(place, "other/a")));
    assert_true(gp_file_exists(gp_print(place->memory, "%s/plans/a", staging.folder)));
    assert_true(gp_file_is_folder(inside(place, "other")));
    assert_false(gp_file_is_folder(inside(place, "out/plans")));
    assert_false(gp_file_is_folder(inside(place, "none")));
}

static void test_remove(void **state) {
    const struct place *place = *state;
    const char *why = "";
    put(inside(place, "a"), "a");
    assert_true(gp_file_remove(inside(place, "a"), &why));
    assert_false(gp_file_exists(inside(place, "a")));
    assert_false(gp_file_remove(inside(place, "a"), &why));
    assert_string_equal(why, "No such file or directory");
}

static void test_abandon_removes_only_its_own(void **state) {
    const struct place *place = *state;
    assert_int_equal(mkdir(inside(place, "other"), 0755), 0);
    put(inside(place, "other/kept"), "kept");
    struct gp_staging staging = stage(place, inside(place, "out"), "a");
    const char *deep = gp_print(place->memory, "%s/plans/deep", staging.folder);
    assert_int_equal(mkdir(deep, 0755), 0);
    put(gp_print(place->memory, "%s/b", deep), "b");
    assert_int_equal(
        symlink(inside(place, "other"), gp_print(place->memory, "%s/link", staging.folder)), 0);
    gp_staging_abandon(&staging);
    assert_false(gp_file_exists(staging.folder));
    assert_holds(place, inside(place, "other/kept"), "kept");
    gp_staging_abandon(&staging); // nothing left: nothing happens
}

static void test_exists(void **state) {
    const struct place *place = *state;
    put(inside(place, "file"), "");
    assert_int_equal(symlink(inside(place, "none"), inside(place, "dangling")), 0);
    assert_true(gp_file_exists(place->folder));
    assert_true(gp_file_exists(inside(place, "file")));
    assert_true(gp_file_exists(inside(place, "dangling")));
    assert_false(gp_file_exists(inside(place, "none")));
    assert_false(gp_file_exists(""));
}

static bool is_ours(void *context, const char *path) {
    (void)context;
    return strcmp(path, "team.xlsx") == 0 || strcmp(path, "plans/ana.xlsx") == 0;
}

static void test_first_unknown(void **state) {
    const struct place *place = *state;
    const char *folder = place->folder;
    assert_int_equal(mkdir(inside(place, "plans"), 0755), 0);
    put(inside(place, "team.xlsx"), "");
    put(inside(place, "plans/ana.xlsx"), "");
    assert_null(gp_folder_first_unknown(place->memory, folder, is_ours, NULL));
    const char *slash = gp_print(place->memory, "%s/", folder);
    assert_null(gp_folder_first_unknown(place->memory, slash, is_ours, NULL));
    put(inside(place, "plans/notes.txt"), "");
    assert_string_equal(gp_folder_first_unknown(place->memory, folder, is_ours, NULL),
                        inside(place, "plans/notes.txt"));
    put(inside(place, "budget.xlsx"), ""); // by name, before plans
    assert_string_equal(gp_folder_first_unknown(place->memory, folder, is_ours, NULL),
                        inside(place, "budget.xlsx"));
    assert_int_equal(symlink(folder, inside(place, "a-link")), 0);
    assert_string_equal(gp_folder_first_unknown(place->memory, folder, is_ours, NULL),
                        inside(place, "a-link"));
}

// A second name for the same file; a copy where it lies on another file system; never for a link.
static void test_share(void **state) {
    const struct place *place = *state;
    const char *file = inside(place, "file"), *other = inside(place, "other"), *why = "";
    struct stat one, two;
    put(file, "words");
    assert_int_equal(chmod(file, 0600), 0);
    assert_true(gp_file_share(file, other, &why));
    assert_int_equal(stat(file, &one), 0);
    assert_int_equal(stat(other, &two), 0);
    assert_int_equal(one.st_ino, two.st_ino);
    assert_false(gp_file_share(file, other, &why)); // there is one of that name
    assert_string_equal(why, "File exists");
    assert_int_equal(symlink(file, inside(place, "link")), 0);
    assert_false(gp_file_share(inside(place, "link"), inside(place, "third"), &why));
    assert_false(gp_file_exists(inside(place, "third")));
    assert_false(gp_file_share(inside(place, "missing"), inside(place, "third"), &why));
    char elsewhere[] = "/dev/shm/test_file-XXXXXX";
    if (mkdtemp(elsewhere) == NULL)
        return; // there is no other file system here
    const char *copy = gp_print(place->memory, "%s/copy", elsewhere);
    assert_true(gp_file_share(file, copy, &why));
    assert_holds(place, copy, "words");
    assert_int_equal(mode_of(copy), 0600);
    assert_int_equal(unlink(copy), 0);
    assert_int_equal(rmdir(elsewhere), 0);
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(test_share),
        IN_A_PLACE(test_what_is_written_is_read),
        IN_A_PLACE(test_read_says_why_not),
        IN_A_PLACE(test_standard_input_is_read_to_its_end),
        IN_A_PLACE(test_write_takes_no_place_of_another),
        IN_A_PLACE(test_write_gives_the_mode_asked_for),
        IN_A_PLACE(test_staging_is_private_and_beside),
        IN_A_PLACE(test_commit),
        IN_A_PLACE(test_add_keeps_what_is_there),
        IN_A_PLACE(test_add_follows_no_link),
        IN_A_PLACE(test_remove),
        IN_A_PLACE(test_abandon_removes_only_its_own),
        IN_A_PLACE(test_exists),
        IN_A_PLACE(test_first_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
