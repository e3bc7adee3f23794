// A CSV is read the same whatever pieces libcsv is fed it in: read/csv_parts.h.
#include "read/csv_parts.h"

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

// In pieces of at most so many bytes; 0 for those that every other reader gets.
static void open_run(struct run *run, struct gp_bytes bytes, size_t longest) {
    memset(run, 0, sizeof *run);
    run->memory = gp_memory_open();
    run->messages.memory = run->memory;
    struct gp_source source = {.name = "in.csv", .bytes = bytes};
    run->good = longest == 0 ? gp_csv_read_rows(run->memory, &source, &run->messages, &run->csv)
                             : gp_csv_read_in_pieces(run->memory, &source, longest, &run->messages,
                                                     &run->csv);
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

static bool same_at(struct gp_at a, struct gp_at b) {
    return strcmp(a.file, b.file) == 0 && a.line == b.line && a.column == b.column;
}

static const char *differing_message(const struct run *a, const struct run *b) {
    if (a->messages.count != b->messages.count)
        return gp_print(a->memory, "%zu messages, not %zu", a->messages.count, b->messages.count);
    for (size_t i = 0; i < a->messages.count; i++) {
        const struct gp_message *one = &a->messages.items[i], *other = &b->messages.items[i];
        if (one->severity != other->severity || !same_at(one->at, other->at) ||
            strcmp(one->text, other->text) != 0)
            return gp_print(a->memory, "%s%s, not %s%s", gp_at_text(a->memory, one->at), one->text,
                            gp_at_text(a->memory, other->at), other->text);
    }
    return NULL;
}

// The cell behind a row's last, which says where the row ends, is compared, too.
static const char *differing_row(const struct run *a, const struct run *b) {
    for (size_t i = 0; i < a->csv.row_count; i++) {
        size_t count = a->csv.rows[i].count, other_count = b->csv.rows[i].count;
        if (count != other_count)
            return gp_print(a->memory, "row %zu: %zu cells, not %zu", i, count, other_count);
        for (size_t j = 0; j <= count; j++) {
            const char *text = gp_csv_text(&a->csv, i, j), *other = gp_csv_text(&b->csv, i, j);
            struct gp_at at = gp_csv_at(&a->csv, i, j), other_at = gp_csv_at(&b->csv, i, j);
            if (!same_at(at, other_at) || strcmp(text, other) != 0)
                return gp_print(a->memory, "row %zu: \"%s\" on line %u, not \"%s\" on line %u", i,
                                text, (unsigned)at.line, other, (unsigned)other_at.line);
        }
    }
    return NULL;
}

// What is found in `a` and not in `b`; NULL if they are alike.
static const char *difference(const struct run *a, const struct run *b) {
    const struct gp_csv *one = &a->csv, *other = &b->csv;
    const char *message = differing_message(a, b);
    if (message != NULL)
        return message;
    if (a->good != b->good)
        return a->good ? "read, not refused" : "refused, not read";
    if (!a->good)
        return NULL;
    if (one->row_count != other->row_count)
        return gp_print(a->memory, "%zu rows, not %zu", one->row_count, other->row_count);
    for (size_t i = 0; i < GP_LINE_END_COUNT; i++)
        if (one->line_ends[i] != other->line_ends[i])
            return gp_print(a->memory, "%zu line ends of kind %zu, not %zu", one->line_ends[i], i,
                            other->line_ends[i]);
    if (one->delimiter != other->delimiter || one->marked != other->marked ||
        one->title_count != other->title_count || strcmp(one->encoding, other->encoding) != 0)
        return "something else is found of the file";
    return differing_row(a, b);
}

static const size_t sizes[] = {1, 2, 3, 5, 7, 64, 65536};
enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

// Without a name, the text is one itself.
static void expect_same(const char *name, struct gp_bytes bytes, const size_t *lengths,
                        size_t count) {
    struct run usual, run;
    open_run(&usual, bytes, 0);
    for (size_t i = 0; i < count; i++) {
        open_run(&run, bytes, lengths[i]);
        const char *what = difference(&run, &usual);
        if (what != NULL)
            fail_msg("%s in pieces of %zu: %s",
                     name != NULL ? name : gp_quoted(run.memory, bytes.data), lengths[i], what);
        close_run(&run);
    }
    close_run(&usual);
}

#define TEXT(name, text)                                                                           \
    {                                                                                              \
        name, {                                                                                    \
            (text), sizeof(text) - 1                                                               \
        }                                                                                          \
    }

static const struct {
    const char *name;
    struct gp_bytes bytes;
} texts[] = {
    TEXT("nothing", ""),
    TEXT("plain", "a,b\n1,2\n"),
    TEXT("no break at the end", "a,b\n1,2"),
    TEXT("quotes", "\"a\",\"b\"\n\"1\" , \"2\" \n"),
    TEXT("two quotes for one", "a\n\"say \"\"hi\"\"\"\n\"\"\"\"\n\"\"\n"),
    TEXT("quoted LF", "a,b\n\"x\ny\n\nz\",2\n3,4\n"),
    TEXT("quoted CRLF", "a,b\r\n\"x\r\ny\r\n\r\nz\",2\r\n3,4\r\n"),
    TEXT("quoted CR", "a,b\r\"x\ry\r\rz\",2\r3,4\r"),
    TEXT("quoted breaks at the cell's ends", "a,b\r\n\"\r\nx\r\",2\n\"\ny\r\n\",\"\r\"\r\n"),
    TEXT("a quote between CR and LF", "a,b\n\"x\r\"\"\ny\r\"\n1,2\n"),
    TEXT("mixed line ends", "a,b\r1,2\n3,4\r\n5,6\r\r7,8\n\r\n\r9,0\n\n\r"),
    TEXT("CR only", "a,b\r1,2\r\r3,4"),
    TEXT("CRLF only", "a,b\r\n1,2\r\n\r\n3,4\r\n"),
    TEXT("byte order mark", "\xEF\xBB\xBF\"a\",b\r\n\xC3\xA9,2\n"),
    TEXT("UTF-16LE", "\xFF\xFE"
                     "a\0,\0b\0\r\0\n\0\xE9\0,\0\"\0\r\0\n\0\"\0\r\0\n\0"),
    TEXT("UTF-16BE", "\xFE\xFF"
                     "\0a\0;\0b\0\r\0\n\0\xE9\0;\0\"\0\r\0\n\0\"\0\r\0\n"),
    TEXT("Windows-1252", "a,b\r\n1,\xE9\r\n"),
    TEXT("line that says the sign", "sep=;\r\na,x;b\r\n1,5;2\r\n"),
    TEXT("line that says the sign, CR", "sep=|\ra|b\r\n1|2\r"),
    TEXT("blanks", " a , b\r\n\"  1 \" ,\t2 \r\n\xC2\xA0 x\xC2\xA0y \xC2\xA0,\xE2\x82\xA0\n"),
    TEXT("blank lines", "\n\r\n \r\na,b\r\n\r\n,\r\n\t\n1,2\n\n"),
    TEXT("blank lines alone", "\r\n \n,,\r"),
    TEXT("unclosed quote", "a,b\r\n1,\"x\r\n2,3\r\n4,5\r\n"),
    TEXT("unclosed quote, CR at the end", "a,b\r1,\"x\r2,3\r"),
    TEXT("unclosed quote at the end", "a,b\r\n1,\""),
    TEXT("text behind a closing quote", "a,b\r\n1,\"x\" y\r\n"),
    TEXT("text behind a closing quote lines below", "a,b\r\n1,\"x\r\n2\r\r\n\n3,4\"y\r\n"),
    TEXT("unclosed quote met by the next", "a,b\r\n1,\"x\r\n2,3\r\n4,\"y\"\r\n"),
    TEXT("blanks and a quote behind a closing one", "a,b\r\n1,\"x\r\n\"  \",2\r\n"),
    TEXT("quote in a bare field", "a,b\r\n1,2\r\n1,a 5\" screen\r\n"),
    TEXT("NUL", "a,b\r\n1,\0002\r\n"),
    TEXT("damaged UTF-8", "a,b\r\n\xC3\xA9\xC3\xA9,\xC3\r\n"),
    TEXT("ragged", "a\r\n1,2,3\r\n\r\n4,,\r\n"),
};
enum { TEXT_COUNT = sizeof texts / sizeof *texts };

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        expect_same(texts[i].name, texts[i].bytes, sizes, SIZE_COUNT);
}

// Pieces of every length up to the text's own cut it at every offset.
static void test_every_cut(void **state) {
    (void)state;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        for (size_t longest = 1; longest <= texts[i].bytes.length; longest++)
            expect_same(texts[i].name, texts[i].bytes, &longest, 1);
}

// Whatever stands in what order among the bytes that mean something.
static void test_every_text(void **state) {
    (void)state;
    static const char alphabet[] = "x, \"\r\n";
    enum { LETTERS = sizeof alphabet - 1, LENGTH = 6, ALL = 6 * 6 * 6 * 6 * 6 * 6 };
    char text[LENGTH + 1] = "";
    for (size_t i = 0; i < ALL; i++) {
        for (size_t j = 0, rest = i; j < LENGTH; j++, rest /= LETTERS)
            text[j] = alphabet[rest % LETTERS];
        expect_same(NULL, (struct gp_bytes){text, LENGTH}, sizes, 2);
    }
}

static const char over_the_cap[] =
    "in.csv:2:2: this field has more than 1048576 bytes; is its closing quote missing?";

// `before`, so many bytes of `fill` over and over, `behind`. The usual pieces end within these.
static const struct {
    const char *name, *before, *fill;
    size_t count;
    const char *behind, *message; // NULL if it is read
    size_t crlf, rows;            // if it is
} long_texts[] = {
    // The second line is a piece up to its CR; the LF is in the next.
    {"CRLF cut in two", "h\r\n", "x", 65535, "\r\n1\r\n", NULL, 3, 3},
    {"quoted CRLF cut in two", "h\r\n\"", "x", 65534, "\r\ny\"\r\n1\r\n", NULL, 4, 3},
    {"as long as may be", "h,i\n1,", "x", GP_LONGEST_FIELD, "\r\n", NULL, 1, 2},
    {"blanks inside it are", "h,i\n1,", "x ", GP_LONGEST_FIELD / 2 + 1, "x\r\n", over_the_cap, 0,
     0},
    {"blanks are not its own", "h,i\n1,x", " ", GP_LONGEST_FIELD + 70000, "\r\n", NULL, 1, 2},
    {"as long as may be, in quotes", "h,i\n1,\"", "x", GP_LONGEST_FIELD, "\"  \r\n", NULL, 1, 2},
    // Small pieces end behind the closing quote, when it may still be one of two.
    {"its closing quote is not its own", "h\n\"", "x", GP_LONGEST_FIELD, "\" \r\n", NULL, 1, 2},
    {"a byte over", "h,i\n1,", "x", GP_LONGEST_FIELD + 1, "\r\n", over_the_cap, 0, 0},
    {"a byte over, in quotes", "h,i\n1,\"", "x", GP_LONGEST_FIELD + 1, "\",2\r\n", over_the_cap, 0,
     0},
    {"over it, never closed", "h,i\n1,\"", "x", GP_LONGEST_FIELD + 2, "", over_the_cap, 0, 0},
    {"a byte over, then text behind a quote", "h,i\n1,\"", "x", GP_LONGEST_FIELD + 1, "\"y",
     over_the_cap, 0, 0},
    {"as long as may be, then text behind a quote", "h,i\n1,\"", "x", GP_LONGEST_FIELD, "\"y",
     "in.csv:2:2: a quote stands inside a field that is in quotes; write two quotes for one", 0, 0},
    {"lines behind a quote", "h,i\r\n1,\"", "\r\n", GP_LONGEST_FIELD, "", over_the_cap, 0, 0},
    {"lines behind a quote, cut elsewhere", "h,i\r\n1,\"x", "\r\n", GP_LONGEST_FIELD, "",
     over_the_cap, 0, 0},
    {"CRs behind a quote", "h,i\r1,\"", "\r", GP_LONGEST_FIELD + 1, "\"\r", over_the_cap, 0, 0},
    {"too many fields, then a quote", "h\r\n", ",", GP_MOST_FIELDS + 1, "x\"y\"\r\n",
     "in.csv:2: this row has more than 16384 fields; is a line break missing?", 0, 0},
};

static struct gp_bytes make_long(struct gp_memory *memory, size_t row) {
    size_t before = strlen(long_texts[row].before), behind = strlen(long_texts[row].behind);
    size_t unit = strlen(long_texts[row].fill), length = unit * long_texts[row].count;
    char *bytes = gp_alloc(memory, before + length + behind, 1);
    memcpy(bytes, long_texts[row].before, before);
    for (size_t i = 0; i < length; i++)
        bytes[before + i] = long_texts[row].fill[i % unit];
    memcpy(bytes + before + length, long_texts[row].behind, behind);
    return (struct gp_bytes){bytes, before + length + behind};
}

static void expect_long(size_t row, struct gp_bytes bytes) {
    struct run run;
    open_run(&run, bytes, 0);
    const char *message =
        run.messages.count == 0
            ? "no message"
            : gp_print(run.memory, "%s%s", gp_at_text(run.memory, run.messages.items[0].at),
                       run.messages.items[0].text);
    if (long_texts[row].message != NULL) {
        if (run.good || run.messages.count != 1 || strcmp(message, long_texts[row].message) != 0)
            fail_msg("%s: %s", long_texts[row].name, message);
    } else if (!run.good || run.csv.row_count != long_texts[row].rows ||
               run.csv.line_ends[GP_CRLF] != long_texts[row].crlf) {
        fail_msg("%s: %zu rows, %zu CRLF, %s", long_texts[row].name, run.csv.row_count,
                 run.csv.line_ends[GP_CRLF], message);
    }
    close_run(&run);
}

static void test_long(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof long_texts / sizeof *long_texts; i++) {
        struct gp_memory *memory = gp_memory_open();
        struct gp_bytes bytes = make_long(memory, i);
        expect_long(i, bytes);
        expect_same(long_texts[i].name, bytes, sizes, SIZE_COUNT);
        gp_memory_close(memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_every_cut),
        cmocka_unit_test(test_every_text),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
