// test_file.c - whole files, in and out.
#define _GNU_SOURCE // mkdtemp beside strict C
#include "place.h"

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

static void test_remove(void **state) {
    const struct place *place = *state;
    const char *why = "";
    put(inside(place, "a"), "a");
    assert_true(gp_file_remove(inside(place, "a"), &why));
    assert_false(gp_file_exists(inside(place, "a")));
    assert_false(gp_file_remove(inside(place, "a"), &why));
    assert_string_equal(why, "No such file or directory");
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

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(test_what_is_written_is_read),
        IN_A_PLACE(test_read_says_why_not),
        IN_A_PLACE(test_standard_input_is_read_to_its_end),
        IN_A_PLACE(test_write_takes_no_place_of_another),
        IN_A_PLACE(test_write_gives_the_mode_asked_for),
        IN_A_PLACE(test_remove),
        IN_A_PLACE(test_exists),
        IN_A_PLACE(test_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
