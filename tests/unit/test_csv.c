// Rows, places and refusals of read/csv.h.
#include "read/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// One reading of some bytes.
struct run {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_csv csv;
    bool good;
};

static void open_with(struct run *run, const struct gp_csv_options *options, const char *bytes,
                      size_t length) {
    memset(run, 0, sizeof *run);
    run->memory = gp_memory_open();
    run->messages.memory = run->memory;
    struct gp_source source = {.name = "in.csv", .bytes = {bytes, length}, .csv = options};
    run->good = gp_csv_read(run->memory, &source, &run->messages, &run->csv);
}

static void open_bytes(struct run *run, const char *bytes, size_t length) {
    open_with(run, NULL, bytes, length);
}

static void open_text(struct run *run, const char *text) {
    open_bytes(run, text, strlen(text));
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

// All cells as "text@line", with | between cells and / between rows.
static const char *shown(struct run *run) {
    const char *text = "";
    for (size_t i = 0; i < run->csv.row_count; i++)
        for (size_t j = 0; j < run->csv.rows[i].count; j++)
            text =
                gp_print(run->memory, "%s%s%s@%u", text,
                         j > 0   ? "|"
                         : i > 0 ? "/"
                                 : "",
                         gp_csv_text(&run->csv, i, j), (unsigned)gp_csv_at(&run->csv, i, j).line);
    return text;
}

static void test_rows(void **state) {
    (void)state;
    static const struct {
        const char *name, *bytes, *rows;
        char delimiter;
    } rows[] = {
        {"plain", "a,b\n1,2\n", "a@1|b@1/1@2|2@2", ','},
        {"no break at the end", "a,b\n1,2", "a@1|b@1/1@2|2@2", ','},
        {"CRLF", "a,b\r\n1,2\r\n3,4\r\n", "a@1|b@1/1@2|2@2/3@3|4@3", ','},
        {"CR", "a,b\r1,2\r3,4", "a@1|b@1/1@2|2@2/3@3|4@3", ','},
        {"BOM",
         "\xEF\xBB\xBF"
         "a,b\n1,2\n",
         "a@1|b@1/1@2|2@2", ','},
        {"BOM before a quote", "\xEF\xBB\xBF\"a\",b\n1,2\n", "a@1|b@1/1@2|2@2", ','},
        {"semicolon", "a;b\n1,5;2\n", "a@1|b@1/1,5@2|2@2", ';'},
        {"tab", "a\tb\n1,5\t\t\n;\t2", "a@1|b@1/1,5@2|@2/;@3|2@3", '\t'},
        // Two commas stand in quotes and count for nothing; one semicolon does.
        {"delimiter outside quotes", "\"a,b,c\";d\n1;2\n", "a,b,c@1|d@1/1@2|2@2", ';'},
        {"tie goes to the comma", "a,b;c\n1,2\n", "a@1|b;c@1/1@2|2@2", ','},
        {"one semicolon in both records", "a;b\n1,2,3,4;5\n", "a@1|b@1/1,2,3,4@2|5@2", ';'},
        {"decimal comma", "a;b\n1,5;2,5\n3,5;4\n", "a@1|b@1/1,5@2|2,5@2/3,5@3|4@3", ';'},
        {"pipe", "a|b\n1,5|2\n", "a@1|b@1/1,5@2|2@2", '|'},
        // The line says it, though the commas are as many; lines count from it.
        {"line that says the sign", "sep=;\r\na,x;b\r\n1,5;2\r\n", "a,x@2|b@2/1,5@3|2@3", ';'},
        {"line that says a tab", "SEP=\t\na\tb\n", "a@2|b@2", '\t'},
        {"line in quotes", "\"sep=|\"\ra|b\r", "a@2|b@2", '|'},
        {"header that only starts so", "sep=;,b\n1,2\n", "sep=;@1|b@1/1@2|2@2", ','},
        {"all line ends", "a,b\r1,2\n3,4\r\n5,6\r\r7,8", "a@1|b@1/1@2|2@2/3@3|4@3/5@4|6@4/7@6|8@6",
         ','},
        {"one column", "a\n1\n", "a@1/1@2", ','},
        {"two quotes for one", "a\n\"say \"\"hi\"\"\"\n", "a@1/say \"hi\"@2", ','},
        // The quoted cell is on lines 2 to 4, so its neighbor stands on 4 and the next row on 5.
        {"quoted breaks", "a,b\n\"x\ny\nz\",2\n3,4\n", "a@1|b@1/x\ny\nz@2|2@4/3@5|4@5", ','},
        {"quoted CRLF", "a,b\r\n1,\"x\r\ny\"\r\n3,4\r\n", "a@1|b@1/1@2|x\r\ny@2/3@4|4@4", ','},
        {"quoted CR", "a,b\r\"x\ry\",2\r3,4\r", "a@1|b@1/x\ry@2|2@3/3@4|4@4", ','},
        {"quoted break in the header", "\"a\nb\",c\n1,2\n", "a\nb@1|c@2/1@3|2@3", ','},
        {"quoted breaks at the cell's ends", "a,b\n\"\nx\n\",2\n", "a@1|b@1/x@2|2@4", ','},
        {"blank lines", "\n\na,b\n\n\n1,2\n\n", "a@3|b@3/1@6|2@6", ','},
        {"rows of empty cells", "a,b,c\n,,\n\" \",,\n1,2,3\n", "a@1|b@1|c@1/1@4|2@4|3@4", ','},
        {"trimmed", " a , b\n\"  1 \",\t2 \n", "a@1|b@1/1@2|2@2", ','},
        // U+00A0 at both ends goes, the one inside stays.
        {"no-break spaces", "a\n\xC2\xA0 x\xC2\xA0y \xC2\xA0\xC2\xA0\n", "a@1/x\xC2\xA0y@2", ','},
        {"no-break space alone", "a,b\n\xC2\xA0,2\n", "a@1|b@1/@2|2@2", ','},
        // U+20A0 ends in the byte A0 as well.
        {"other characters stay", "a\n\xE2\x82\xA0\n", "a@1/\xE2\x82\xA0@2", ','},
        {"short row", "a,b,c\n1\n1,2,3\n", "a@1|b@1|c@1/1@2/1@3|2@3|3@3", ','},
        {"empty cells too many", "a,b\n1,2,,,\n", "a@1|b@1/1@2|2@2", ','},
        {"empty end of header", "a,b,,\n1,2,,\n3,4\n", "a@1|b@1/1@2|2@2/3@3|4@3", ','},
        {"nameless column in use", "a,,,\n1,2,,\n", "a@1|@1/1@2|2@2", ','},
        {"header alone", "a,b", "a@1|b@1", ','},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct run run;
        open_text(&run, rows[i].bytes);
        if (!run.good || run.messages.count > 0 || strcmp(shown(&run), rows[i].rows) != 0)
            fail_msg("%s: %s", rows[i].name, run.good ? shown(&run) : run.messages.items[0].text);
        assert_int_equal(run.csv.delimiter, rows[i].delimiter);
        close_run(&run);
    }
}

static const char *first_message(struct run *run) {
    if (run->messages.count == 0)
        return "";
    const struct gp_message *message = &run->messages.items[0];
    return gp_print(run->memory, "%s%s", gp_at_text(run->memory, message->at), message->text);
}

static void test_refusals(void **state) {
    (void)state;
    static const struct {
        const char *name, *bytes, *message;
    } rows[] = {
        {"empty", "", "in.csv: there is nothing in it; a header and rows below it would be right"},
        {"BOM alone", "\xEF\xBB\xBF",
         "in.csv: there is nothing in it; a header and rows below it would be right"},
        {"blank lines alone", "\n \n,,\n",
         "in.csv: there is nothing in it; a header and rows below it would be right"},
        {"unclosed quote", "a,b\n1,\"x\n2,3\n4,5\n",
         "in.csv:2:2: the quote opened on line 2 is never closed, so that everything behind it was "
         "swallowed; close it behind its text"},
        {"unclosed quote, CRLF, no break at the end", "a,b\r\n1,2\r\n1,\"x\r\n2,3",
         "in.csv:3:2: the quote opened on line 3 is never closed, so that everything behind it was "
         "swallowed; close it behind its text"},
        {"unclosed quote behind a quoted break", "a,b\n\"x\ny\",\"z\n2,3\n",
         "in.csv:3:2: the quote opened on line 3 is never closed, so that everything behind it was "
         "swallowed; close it behind its text"},
        {"text behind a closing quote", "a,b\n1,\"x\" y\n",
         "in.csv:2:2: a quote stands inside a field that is in quotes; write two quotes for one"},
        // The quote of line 2 is closed by the one that was to open a field on line 4.
        {"unclosed quote met by the next", "a,b\n1,\"x\n2,3\n4,\"y\"\n",
         "in.csv:4:2: a quote stands inside a field that was opened on line 2; close it there, or "
         "write two quotes for one"},
        {"quote in a bare field", "a,b\n1,2\n1,a 5\" screen\n",
         "in.csv:3:2: a quote stands inside a field that does not start with one; put quotes "
         "around "
         "the field and write two quotes for one"},
        {"the start of a workbook", "PK\x03\x04zip",
         "in.csv: this workbook is damaged: its directory is missing, as when a download was cut "
         "off; save it anew as .xlsx or CSV"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct run run;
        open_text(&run, rows[i].bytes);
        if (run.good || run.messages.count != 1 ||
            strcmp(first_message(&run), rows[i].message) != 0)
            fail_msg("%s: %s", rows[i].name, first_message(&run));
        close_run(&run);
    }
}

static void test_nul(void **state) {
    (void)state;
    static const char bytes[] = "a,b\n1,\0002\n";
    struct run run;
    open_bytes(&run, bytes, sizeof bytes - 1);
    assert_false(run.good);
    assert_string_equal(
        first_message(&run),
        "in.csv:2: a NUL stands here, which no text has; save the file as CSV UTF-8");
    close_run(&run);
}

// Every row with too many cells is named, and what stands below it is read all the same.
static void test_ragged(void **state) {
    (void)state;
    struct run run;
    open_text(&run, "a,b\n1,2,3\n4,5\n\"6\n\",7,,9\n");
    assert_int_equal(run.messages.counts[GP_ERROR], 2);
    assert_string_equal(first_message(&run), "in.csv:2:3: this row has 3 fields, the header has 2; "
                                             "is a text with a comma missing its quotes?");
    assert_int_equal(run.messages.items[1].at.line, 5);
    assert_string_equal(run.messages.items[1].text, "this row has 4 fields, the header has 2; is a "
                                                    "text with a comma missing its quotes?");
    assert_true(run.good);
    assert_string_equal(shown(&run), "a@1|b@1/1@2|2@2/4@3|5@3/6@4|7@5");
    close_run(&run);

    open_text(&run, "a;b\n1;2;3\n");
    assert_string_equal(first_message(&run), "in.csv:2:3: this row has 3 fields, the header has 2; "
                                             "is a text with a semicolon missing its quotes?");
    close_run(&run);
}

static void test_places(void **state) {
    (void)state;
    struct run run;
    open_text(&run, "a,b,c\n\"x\ny\",2\n3,4,5\n");
    assert_string_equal(gp_csv_text(&run.csv, 1, 1), "2");
    assert_string_equal(gp_csv_text(&run.csv, 1, 2), "");
    static const struct {
        size_t row, column;
        const char *at;
    } rows[] = {
        {0, 0, "in.csv:1:1: "}, {1, 0, "in.csv:2:1: "},
        {1, 1, "in.csv:3:2: "}, {1, 2, "in.csv:3:3: "}, // not there: the row's last line
        {2, 2, "in.csv:4:3: "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_string_equal(
            gp_at_text(run.memory, gp_csv_at(&run.csv, rows[i].row, rows[i].column)), rows[i].at);
    close_run(&run);
}

// "h\n1,", then `count` times `byte`, quoted when `quote` is.
static void open_long(struct run *run, bool quote, char byte, size_t count) {
    struct gp_memory *memory = gp_memory_open();
    char *bytes = gp_alloc(memory, count + 8, 1);
    size_t used = (size_t)snprintf(bytes, 8, "h,i\n1,%s", quote ? "\"" : "");
    memset(bytes + used, byte, count);
    open_bytes(run, bytes, used + count);
    gp_memory_close(memory);
}

static void test_caps(void **state) {
    (void)state;
    struct run run;
    open_long(&run, false, 'x', GP_LONGEST_FIELD);
    assert_true(run.good);
    assert_int_equal(strlen(gp_csv_text(&run.csv, 1, 1)), GP_LONGEST_FIELD);
    close_run(&run);

    static const char *const message =
        "in.csv:2:2: this field has more than 1048576 bytes; is its closing quote missing?";
    open_long(&run, false, 'x', GP_LONGEST_FIELD + 1);
    assert_false(run.good);
    assert_string_equal(first_message(&run), message);
    close_run(&run);
    open_long(&run, true, '\n', (size_t)4 * GP_LONGEST_FIELD); // a file behind a quote never closed
    assert_false(run.good);
    assert_int_equal(run.messages.count, 1);
    assert_string_equal(first_message(&run), message);
    close_run(&run);

    open_long(&run, false, ',', GP_MOST_FIELDS); // two fields more than there may be
    assert_false(run.good);
    assert_int_equal(run.messages.count, 1);
    assert_string_equal(first_message(&run),
                        "in.csv:2: this row has more than 16384 fields; is a line break missing?");
    close_run(&run);
}

// Whatever the line break, the same cells stand in the same places.
static void test_breaks_agree(void **state) {
    (void)state;
    static const char *const texts[] = {
        "a,b\n1,\"x\ny\"\n\n3,4\n",
        "a,b\r\n1,\"x\r\ny\"\r\n\r\n3,4\r\n",
        "a,b\r1,\"x\ry\"\r\r3,4\r",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct run run;
        open_text(&run, texts[i]);
        assert_true(run.good);
        assert_int_equal(run.csv.row_count, 3);
        assert_int_equal(gp_csv_at(&run.csv, 1, 1).line, 2);
        assert_int_equal(gp_csv_at(&run.csv, 2, 0).line, 5);
        close_run(&run);
    }
}

// Puts a character up to U+00FF behind `length` bytes; the new length.
static size_t append(char *bytes, size_t length, const char *encoding, unsigned code) {
    if (strcmp(encoding, "UTF-16BE") == 0)
        bytes[length++] = '\0';
    if (strcmp(encoding, "UTF-8") == 0 && code >= 0x80) {
        bytes[length++] = (char)(0xC0 | code >> 6);
        code = 0x80 | (code & 0x3F);
    }
    bytes[length++] = (char)code;
    if (strcmp(encoding, "UTF-16LE") == 0)
        bytes[length++] = '\0';
    return length;
}

// The same two rows, "h|é" with a decimal comma below, in every encoding, with every sign.
static void test_encodings(void **state) {
    (void)state;
    static const struct {
        const char *name, *encoding;
        const char *mark;
        size_t mark_length;
        const char *found;
        size_t warnings;
    } rows[] = {
        {"UTF-8", "UTF-8", "", 0, "UTF-8", 0},
        {"UTF-8 with mark", "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8", 0},
        {"UTF-16LE", "UTF-16LE", "", 0, "UTF-16LE", 0},
        {"UTF-16LE with mark", "UTF-16LE", "\xFF\xFE", 2, "UTF-16LE", 0},
        {"UTF-16BE", "UTF-16BE", "", 0, "UTF-16BE", 0},
        {"UTF-16BE with mark", "UTF-16BE", "\xFE\xFF", 2, "UTF-16BE", 0},
        {"Windows-1252", "CP1252", "", 0, "Windows-1252", 1},
    };
    static const char signs[] = {',', ';', '\t', '|'};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (size_t j = 0; j < sizeof signs; j++) {
            char bytes[128];
            memcpy(bytes, rows[i].mark, rows[i].mark_length);
            size_t length = rows[i].mark_length;
            // h,\xE9 / "1,5",2
            const unsigned units[] = {
                'h', (unsigned char)signs[j], 0xE9, '\r', '\n', '"', '1', ',', '5',
                '"', (unsigned char)signs[j], '2',  '\r', '\n'};
            for (size_t k = 0; k < sizeof units / sizeof units[0]; k++)
                length = append(bytes, length, rows[i].encoding, units[k]);
            struct run run;
            open_bytes(&run, bytes, length);
            if (!run.good || strcmp(shown(&run), "h@1|\xC3\xA9@1/1,5@2|2@2") != 0)
                fail_msg("%s %c: %s", rows[i].name, signs[j],
                         run.good ? shown(&run) : first_message(&run));
            assert_string_equal(run.csv.encoding, rows[i].found);
            assert_int_equal(run.csv.marked, rows[i].mark_length > 0);
            assert_int_equal(run.csv.delimiter, signs[j]);
            assert_int_equal(run.csv.line_ends[GP_CRLF], 2);
            assert_int_equal(run.messages.counts[GP_WARNING], rows[i].warnings);
            assert_int_equal(run.messages.count, rows[i].warnings);
            close_run(&run);
        }
}

static void test_guess_is_said(void **state) {
    (void)state;
    static const char bytes[] = "name,\"a\n,b\"\n\nAnn;x,Jos\xE9 \xFC\n";
    struct run run;
    open_bytes(&run, bytes, sizeof bytes - 1);
    assert_true(run.good);
    assert_int_equal(run.messages.count, 1);
    assert_int_equal(run.messages.items[0].severity, GP_WARNING);
    assert_string_equal(
        first_message(&run),
        "in.csv:4:2: byte 0xE9 shows that this is not UTF-8; it was taken for \"\xC3\xA9\" in "
        "Windows-1252; if that is wrong, name the file's encoding with --encoding");
    close_run(&run);
}

static void test_options(void **state) {
    (void)state;
    static const char bytes[] = "sep=,\na;\x8E,b\n";
    const struct gp_csv_options options = {.encoding = "MacRoman", .delimiter = ';'};
    struct run run;
    open_with(&run, &options, bytes, sizeof bytes - 1);
    assert_true(run.good);
    assert_int_equal(run.messages.count, 0);
    assert_string_equal(shown(&run), "a@2|\xC3\xA9,b@2");
    assert_int_equal(run.csv.delimiter, ';');
    assert_string_equal(run.csv.encoding, "MacRoman");
    close_run(&run);
}

static void test_line_ends(void **state) {
    (void)state;
    struct run run;
    open_text(&run, "a\r\rb\r\n\"c\nd\"\n\n");
    assert_int_equal(run.csv.line_ends[GP_CR], 2);
    assert_int_equal(run.csv.line_ends[GP_CRLF], 1);
    assert_int_equal(run.csv.line_ends[GP_LF], 3);
    close_run(&run);
}

// Titles above the header may be shorter and longer than it, and the rows below are held to it.
static void test_start_at(void **state) {
    (void)state;
    static const char bytes[] = "Title,x,y,z\n\na,b,,\n1,2\n3,4,5\n6,,,\n";
    struct run run = {.memory = gp_memory_open()};
    run.messages.memory = run.memory;
    struct gp_source source = {.name = "in.csv", .bytes = {bytes, sizeof bytes - 1}};
    assert_true(gp_csv_read_rows(run.memory, &source, &run.messages, &run.csv));
    gp_csv_start_at(run.memory, 1, &run.messages, &run.csv);
    assert_int_equal(run.messages.count, 0);
    assert_string_equal(shown(&run), "a@3|b@3|@3/1@4|2@4/3@5|4@5|5@5/6@6|@6|@6");
    assert_int_equal(run.csv.title_count, 1);
    close_run(&run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),          cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_nul),           cmocka_unit_test(test_ragged),
        cmocka_unit_test(test_places),        cmocka_unit_test(test_caps),
        cmocka_unit_test(test_breaks_agree),  cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_guess_is_said), cmocka_unit_test(test_options),
        cmocka_unit_test(test_line_ends),     cmocka_unit_test(test_start_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
