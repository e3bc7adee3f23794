// test_folder.c - whole folders out.
#define _GNU_SOURCE // mkdtemp beside strict C
#include "base/folder.h"

#include "place.h"

#include <fcntl.h>

// A staging folder beside "out" with plans/a in it, holding `text`.
static struct gp_staging stage(const struct place *place, const char *target, const char *text) {
    struct gp_staging staging = {.lock = -1};
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
    struct gp_staging none = {.lock = -1};
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

// Back to before any run of now.
static void age(const char *path) {
    const struct timespec times[] = {{.tv_sec = 1000000}, {.tv_sec = 1000000}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

// A run of another process that was killed: its lock is gone with it, the folder is not.
static const char *leave(const struct place *place, const char *target) {
    const char *folder = gp_print(place->memory, "%s.unfinished-000000", target);
    assert_int_equal(mkdir(folder, 0700), 0);
    age(folder);
    return folder;
}

static void test_what_killed_runs_left_is_found(void **state) {
    const struct place *place = *state;
    struct gp_memory *memory = place->memory;
    const char *target = inside(place, "out");
    size_t count = 9;
    struct gp_staging other = stage(place, target, "a"); // in use
    age(other.folder);
    struct gp_staging staging = stage(place, target, "a");
    gp_staging_left(memory, &staging, &count);
    assert_int_equal(count, 0);
    const char *first = leave(place, target);
    leave(place, inside(place, "other"));
    static const char *const no_folders[] = {"out.unfinished-00000", "out.unfinished-0000000",
                                             "out.unfinishedX000000", "out"};
    for (size_t i = 0; i < sizeof no_folders / sizeof *no_folders; i++) {
        assert_int_equal(mkdir(inside(place, no_folders[i]), 0700), 0);
        age(inside(place, no_folders[i]));
    }
    assert_int_equal(symlink(first, inside(place, "out.unfinished-00link")), 0);
    put(inside(place, "out.unfinished-00file"), "");
    age(inside(place, "out.unfinished-00file"));
    // Just made, perhaps by a run that is about to lock it.
    assert_int_equal(mkdir(inside(place, "out.unfinished-00just"), 0700), 0);
    const char **left = gp_staging_left(memory, &staging, &count);
    assert_int_equal(count, 1);
    assert_string_equal(left[0], first);
    // Without its process the other one is left, too.
    close(other.lock);
    left = gp_staging_left(memory, &staging, &count);
    assert_int_equal(count, 2);
    assert_string_equal(left[0], first);
    assert_string_equal(left[1], other.folder);
    other.lock = -1;
    assert_true(gp_staging_abandon(&other));
    assert_true(gp_staging_abandon(&staging));
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

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(test_staging_is_private_and_beside),
        IN_A_PLACE(test_commit),
        IN_A_PLACE(test_add_keeps_what_is_there),
        IN_A_PLACE(test_add_follows_no_link),
        IN_A_PLACE(test_abandon_removes_only_its_own),
        IN_A_PLACE(test_what_killed_runs_left_is_found),
        IN_A_PLACE(test_first_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
