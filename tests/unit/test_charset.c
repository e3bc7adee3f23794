// Encodings found and refused, of base/charset.h.
#include "base/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// One decoding of some bytes.
struct run {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_decoded decoded;
    bool good;
};

static void open_run(struct run *run, const char *encoding, const char *bytes, size_t length) {
    memset(run, 0, sizeof *run);
    run->memory = gp_memory_open();
    run->messages.memory = run->memory;
    run->good = gp_charset_decode(run->memory, "in.csv", encoding, (struct gp_bytes){bytes, length},
                                  &run->messages, &run->decoded);
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

static const char *text_of(struct run *run) {
    return gp_copy(run->memory, run->decoded.text.data, run->decoded.text.length);
}

static const char *first_message(struct run *run) {
    if (run->messages.count == 0)
        return "";
    const struct gp_message *message = &run->messages.items[0];
    return gp_print(run->memory, "%s%s", gp_at_text(run->memory, message->at), message->text);
}

// A text of bytes among which there are NULs, and its length.
#define BYTES(text) (text), sizeof(text) - 1

// U+00E9 is E9 in Windows-1252, C3 A9 in UTF-8, E9 00 in UTF-16LE, 8E in MacRoman and 82 in
// IBM850; U+20AC is 80 in Windows-1252.
static void test_decoded(void **state) {
    (void)state;
    static const struct {
        const char *name, *encoding, *bytes;
        size_t length;
        const char *text, *found;
        bool marked, guessed;
    } rows[] = {
        {"nothing", NULL, BYTES(""), "", "UTF-8", false, false},
        {"ASCII", NULL, BYTES("a\n"), "a\n", "UTF-8", false, false},
        {"ASCII, the name empty", "", BYTES("a\n"), "a\n", "UTF-8", false, false},
        {"UTF-8", NULL, BYTES("\xC3\xA9\n"), "\xC3\xA9\n", "UTF-8", false, false},
        {"UTF-8 with mark", NULL, BYTES("\xEF\xBB\xBF\xC3\xA9\n"), "\xC3\xA9\n", "UTF-8", true,
         false},
        {"UTF-16LE with mark", NULL, BYTES("\xFF\xFE\xE9\0"), "\xC3\xA9", "UTF-16LE", true, false},
        {"UTF-16BE with mark", NULL, BYTES("\xFE\xFF\0\xE9"), "\xC3\xA9", "UTF-16BE", true, false},
        {"UTF-16LE", NULL, BYTES("a\0\xE9\0\n\0"), "a\xC3\xA9\n", "UTF-16LE", false, false},
        {"UTF-16BE", NULL, BYTES("\0a\0\xE9\0\r"), "a\xC3\xA9\r", "UTF-16BE", false, false},
        // One NUL among eight characters, U+0430 seven times and a line break.
        {"UTF-16LE, Cyrillic", NULL,
         BYTES("\x30\x04\x30\x04\x30\x04\x30\x04\x30\x04\x30\x04\x30\x04\n\0"),
         "\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\n", "UTF-16LE", false, false},
        {"UTF-16LE, a pair", NULL, BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), "\xF0\x9F\x98\x80",
         "UTF-16LE", true, false},
        {"UTF-32LE with mark", NULL, BYTES("\xFF\xFE\0\0\xE9\0\0\0"), "\xC3\xA9", "UTF-32LE", true,
         false},
        {"UTF-32BE with mark", NULL, BYTES("\0\0\xFE\xFF\0\0\0\xE9"), "\xC3\xA9", "UTF-32BE", true,
         false},
        {"Windows-1252", NULL, BYTES("a\xE9 \x80"), "a\xC3\xA9 \xE2\x82\xAC", "Windows-1252", false,
         true},
        // C9 A0 is UTF-8 by chance (U+0260), the two others are not.
        {"Windows-1252, some of it UTF-8", NULL, BYTES("\xC9\xA0: \xE9 \xE9"),
         "\xC3\x89\xC2\xA0: \xC3\xA9 \xC3\xA9", "Windows-1252", false, true},
        {"Windows-1252 by name", "cp1252", BYTES("\xE9"), "\xC3\xA9", "cp1252", false, false},
        {"UTF-8 that is another by name", "windows-1252", BYTES("\xC3\xA9"), "\xC3\x83\xC2\xA9",
         "windows-1252", false, false},
        {"MacRoman", "MacRoman", BYTES("\x8E"), "\xC3\xA9", "MacRoman", false, false},
        {"IBM850", "IBM850", BYTES("\x82"), "\xC3\xA9", "IBM850", false, false},
        {"UTF-16LE by name", "UTF-16LE", BYTES("a\0"), "a", "UTF-16LE", false, false},
        // Three bytes that make twelve: U+3042 as a shift, a character and a shift back.
        {"ISO-2022-JP", "ISO-2022-JP", BYTES("\x1B$B$\"\x1B(B"), "\xE3\x81\x82", "ISO-2022-JP",
         false, false},
        {"a mark comes before a name", "IBM850", BYTES("\xEF\xBB\xBF\xC3\xA9"), "\xC3\xA9", "UTF-8",
         true, false},
        {"a mark of the named one", "GB18030", BYTES("\x84\x31\x95\x33\x61"), "a", "GB18030", true,
         false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct run run;
        open_run(&run, rows[i].encoding, rows[i].bytes, rows[i].length);
        if (!run.good || run.messages.count > 0 || strcmp(text_of(&run), rows[i].text) != 0)
            fail_msg("%s: %s", rows[i].name, run.good ? text_of(&run) : first_message(&run));
        assert_string_equal(run.decoded.encoding, rows[i].found);
        assert_int_equal(run.decoded.marked, rows[i].marked);
        assert_int_equal(run.decoded.guessed, rows[i].guessed);
        close_run(&run);
    }
}

// A first line of 200,000 characters, as surveys with many questions have.
static void test_long_line(void **state) {
    (void)state;
    enum { LENGTH = 400000 };
    struct gp_memory *memory = gp_memory_open();
    char *bytes = gp_alloc(memory, LENGTH, 1);
    for (size_t i = 0; i < LENGTH; i += 2)
        bytes[i] = i + 2 < LENGTH ? 'x' : '\n';
    struct run run;
    open_run(&run, NULL, bytes, LENGTH);
    assert_true(run.good);
    assert_string_equal(run.decoded.encoding, "UTF-16LE");
    assert_int_equal(run.decoded.text.length, LENGTH / 2);
    close_run(&run);
    gp_memory_close(memory);
}

static void test_first_guessed(void **state) {
    (void)state;
    struct run run;
    open_run(&run, NULL, BYTES("ab\n\x80 \xE9"));
    assert_true(run.decoded.guessed);
    assert_int_equal(run.decoded.first, 3);
    assert_int_equal(run.decoded.byte, 0x80);
    close_run(&run);
}

static void test_refused(void **state) {
    (void)state;
    static const struct {
        const char *name, *encoding, *bytes;
        size_t length;
        const char *message;
    } rows[] = {
        {"not UTF-8 behind a mark", NULL,
         BYTES("\xEF\xBB\xBF"
               "a\r\nb\r\n\xFCx"),
         "in.csv:3: byte 0xFC is not UTF-8; save the file as CSV UTF-8"},
        {"not UTF-8, by name", "UTF-8", BYTES("\xE9"),
         "in.csv:1: byte 0xE9 is not UTF-8; save the file as CSV UTF-8"},
        {"damaged UTF-8", NULL, BYTES("\xC3\xA9\n\xC3\xA9\n\xC3"),
         "in.csv:3: byte 0xC3 is not UTF-8, though most of the file is; mend it, or name its "
         "encoding with --encoding"},
        {"NUL", NULL, BYTES("a\n\0b\n"),
         "in.csv:2: a NUL stands here, which no text has; save the file as CSV UTF-8"},
        {"NUL in Windows-1252", NULL, BYTES("\xE9\n\0b\n"),
         "in.csv:2: a NUL stands here, which no text has; save the file as CSV UTF-8"},
        {"NUL in UTF-16", NULL,
         BYTES("\xFF\xFE"
               "a\0\0\0"),
         "in.csv:1: a NUL stands here, which no text has; save the file as CSV UTF-8"},
        {"what 1252 lacks", NULL, BYTES("\xE9\r\x81"),
         "in.csv:2: byte 0x81 is neither UTF-8 nor Windows-1252; save the file as CSV UTF-8, or "
         "name its encoding with --encoding"},
        {"what 1252 lacks, by name", "cp1252", BYTES("\xE9\n\n\x9D"),
         "in.csv:3: byte 0x9D is no character of cp1252; save the file as CSV UTF-8, or name its "
         "encoding with --encoding"},
        {"UTF-16 cut off", NULL,
         BYTES("\xFF\xFE"
               "a\0\n\0b"),
         "in.csv:2: the file ends inside a character of UTF-16LE: it was cut off; save or copy it "
         "anew"},
        {"UTF-16 cut off in a pair", NULL, BYTES("\xFF\xFE\x3D\xD8"),
         "in.csv:1: the file ends inside a character of UTF-16LE: it was cut off; save or copy it "
         "anew"},
        {"half a pair", NULL,
         BYTES("\xFF\xFE\x00\xDE"
               "a\0"),
         "in.csv:1: bytes 0x00 0xDE are no character of UTF-16LE; save the file as CSV UTF-8, or "
         "name its encoding with --encoding"},
        {"no encoding", "latin9x", BYTES("a"),
         "in.csv: no encoding is called \"latin9x\"; iconv -l lists those there are"},
        {"an instruction to iconv", "cp1252//IGNORE", BYTES("a"),
         "in.csv: no encoding is called \"cp1252//IGNORE\"; iconv -l lists those there are"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct run run;
        open_run(&run, rows[i].encoding, rows[i].bytes, rows[i].length);
        if (run.good || run.messages.count != 1 ||
            strcmp(first_message(&run), rows[i].message) != 0)
            fail_msg("%s: %s", rows[i].name, first_message(&run));
        close_run(&run);
    }
}

// Each byte of 1252 but five is a character, whatever stands around it.
static void test_every_byte(void **state) {
    (void)state;
    for (unsigned byte = 0x80; byte <= 0xFF; byte++) {
        const char bytes[] = {'a', (char)byte, 'b', '\n'};
        bool left_out = strchr("\x81\x8D\x8F\x90\x9D", bytes[1]) != NULL;
        struct run run;
        open_run(&run, NULL, bytes, sizeof bytes);
        if (run.good == left_out)
            fail_msg("byte %02X: %s", byte, first_message(&run));
        close_run(&run);
    }
}

static void test_known(void **state) {
    (void)state;
    static const struct {
        const char *name;
        bool known;
    } rows[] = {{"", true},         {"utf-8", true},    {"Windows-1252", true},
                {"macroman", true}, {"latin1", true},   {"latin9x", false},
                {"/", false},       {"utf-8//", false}, {"UTF-16BE", true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (gp_charset_known(rows[i].name) != rows[i].known)
            fail_msg("%s", rows[i].name);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decoded),       cmocka_unit_test(test_long_line),
        cmocka_unit_test(test_first_guessed), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_every_byte),    cmocka_unit_test(test_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
