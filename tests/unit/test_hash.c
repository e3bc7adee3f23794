// test_hash.c - SHA-256 against the examples of FIPS 180-2 and the empty text.
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void test_published_examples(void **state) {
    (void)state;
    static const struct {
        const char *name, *text, *expected;
    } rows[] = {
        {"empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[GP_HASH_TEXT];
        gp_hash(rows[i].text, strlen(rows[i].text), text);
        if (strcmp(text, rows[i].expected) != 0)
            fail_msg("%s: %s", rows[i].name, text);
    }
}

static void test_a_million_letters(void **state) {
    (void)state;
    enum { MILLION = 1000000 };
    char *letters = malloc(MILLION);
    assert_non_null(letters);
    memset(letters, 'a', MILLION);
    char text[GP_HASH_TEXT];
    gp_hash(letters, MILLION, text);
    free(letters);
    assert_string_equal(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// Of a file the same, however much of it a piece is.
static void test_files(void **state) {
    (void)state;
    static const size_t lengths[] = {0, 1, 16383, 16384, 16385, 100000};
    char path[] = "/tmp/test_hash-XXXXXX";
    const char *why = "";
    int file = mkstemp(path);
    assert_true(file >= 0);
    char *letters = calloc(1, 100000);
    assert_non_null(letters);
    for (size_t i = 0; i < 100000; i++)
        letters[i] = (char)(i * i % 251);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        char of_bytes[GP_HASH_TEXT], of_file[GP_HASH_TEXT];
        assert_int_equal(ftruncate(file, 0), 0);
        assert_int_equal(pwrite(file, letters, lengths[i], 0), lengths[i]);
        gp_hash(letters, lengths[i], of_bytes);
        assert_true(gp_hash_file(path, of_file, &why));
        assert_string_equal(of_file, of_bytes);
    }
    free(letters);
    assert_int_equal(close(file), 0);
    assert_int_equal(unlink(path), 0);
    char text[GP_HASH_TEXT];
    assert_false(gp_hash_file(path, text, &why));
    assert_string_equal(why, "No such file or directory");
    assert_false(gp_hash_file("/tmp", text, &why));
    assert_string_equal(why, "Is a directory");
}

static void test_all_bytes_count(void **state) {
    (void)state;
    char one[GP_HASH_TEXT], other[GP_HASH_TEXT];
    gp_hash("a\0b", 3, one);
    gp_hash("a\0c", 3, other);
    assert_string_not_equal(one, other); // a NUL does not end it
    gp_hash("a\0b", 1, one);
    gp_hash("a", 1, other);
    assert_string_equal(one, other); // and nothing behind the length counts
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_published_examples),
        cmocka_unit_test(test_a_million_letters),
        cmocka_unit_test(test_all_bytes_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
