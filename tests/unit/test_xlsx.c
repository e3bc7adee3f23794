// Workbooks put together by hand, to rows and to refusals: read/xlsx.h and what it is made of.
// Whole runs on workbooks that other programs wrote are in tests/xlsx.
#include "read/xlsx_parts.h"

#include "packages.h"

#include <stdlib.h>

#define RELATIONS "<Relationships xmlns='http://r'>"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// The parts of a workbook; NULL for what is usual, "" for a part that is not there.
struct parts {
    const char *package, *properties, *workbook, *relations, *shared, *styles, *sheet;
};

// One reading of a workbook.
struct run {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_csv csv;
    bool good;
};

static void put_part(zipFile zip, const char *name, const char *given, const char *usual) {
    const char *bytes = given == NULL ? usual : given;
    if (bytes[0] == '\0')
        return;
    put_package_part(zip, name, bytes);
}

static void put_parts(zipFile zip, const struct parts *parts) {
    put_part(zip, "_rels/.rels", parts->package,
             RELATIONS "<Relationship Id='a' Type='" OFFICE "/officeDocument' "
                       "Target='xl/workbook.xml'/>"
                       "<Relationship Id='b' Type='http://p/core-properties' "
                       "Target='/docProps/core.xml'/></Relationships>");
    put_part(zip, "docProps/core.xml", parts->properties, "");
    put_part(zip, "xl/workbook.xml", parts->workbook,
             "<workbook xmlns='http://m' xmlns:r='" OFFICE "'><sheets>"
             "<sheet name='One' sheetId='1' r:id='s1'/></sheets></workbook>");
    put_part(zip, "xl/_rels/workbook.xml.rels", parts->relations,
             RELATIONS "<Relationship Id='s1' Type='" OFFICE "/worksheet' "
                       "Target='worksheets/sheet1.xml'/>"
                       "<Relationship Id='s2' Type='" OFFICE "/worksheet' "
                       "Target='worksheets/sheet2.xml'/>"
                       "<Relationship Id='c' Type='" OFFICE "/chartsheet' "
                       "Target='chartsheets/sheet1.xml'/>"
                       "<Relationship Id='t' Type='" OFFICE "/sharedStrings' "
                       "Target='sharedStrings.xml'/>"
                       "<Relationship Id='f' Type='" OFFICE "/styles' Target='styles.xml'/>"
                       "</Relationships>");
    put_part(zip, "xl/sharedStrings.xml", parts->shared, "<sst/>");
    put_part(zip, "xl/styles.xml", parts->styles, "<styleSheet/>");
    put_part(zip, "xl/worksheets/sheet1.xml", parts->sheet, "");
    put_part(zip, "xl/worksheets/sheet2.xml", NULL,
             "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>second</v></c></row>"
             "</sheetData></worksheet>");
}

// Reads bytes under the name in.xlsx; the run's memory is open already.
static void read_bytes(struct run *run, struct gp_bytes bytes) {
    run->messages.memory = run->memory;
    struct gp_source source = {.name = "in.xlsx", .bytes = bytes};
    run->good = gp_csv_read(run->memory, &source, &run->messages, &run->csv);
}

static struct gp_bytes book_of(struct gp_memory *memory, const struct parts *parts) {
    zipFile zip = begin_package(memory, "/tmp");
    put_parts(zip, parts);
    struct gp_bytes bytes = end_package(memory, zip);
    return (struct gp_bytes){gp_copy(memory, bytes.data, bytes.length), bytes.length};
}

static void open_book(struct run *run, const struct parts *parts) {
    *run = (struct run){.memory = gp_memory_open()};
    read_bytes(run, book_of(run->memory, parts));
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

// All cells as "text@line", with | between cells and / between rows; the messages where there are
// any.
static const char *shown(struct run *run) {
    const char *text = "";
    for (size_t i = 0; i < run->messages.count; i++)
        text = gp_print(run->memory, "%s%s%s", text,
                        gp_at_text(run->memory, run->messages.items[i].at),
                        run->messages.items[i].text);
    for (size_t i = 0; run->messages.count == 0 && i < run->csv.row_count; i++)
        for (size_t j = 0; j < run->csv.rows[i].count; j++)
            text =
                gp_print(run->memory, "%s%s%s@%u", text,
                         j > 0   ? "|"
                         : i > 0 ? "/"
                                 : "",
                         gp_csv_text(&run->csv, i, j), (unsigned)gp_csv_at(&run->csv, i, j).line);
    return text;
}

static void expect(const char *name, const struct parts *parts, const char *expected) {
    struct run run;
    open_book(&run, parts);
    const char *found = shown(&run);
    if (strncmp(found, expected, strlen(expected)) != 0 ||
        (run.messages.count == 0 && strlen(found) != strlen(expected)))
        fail_msg("%s: %s", name, found);
    close_run(&run);
}

static const char *sheet_of(struct gp_memory *memory, const char *rows) {
    return gp_print(memory, "<worksheet xmlns='http://m'><sheetData>%s</sheetData></worksheet>",
                    rows);
}

static const char shared[] =
    "<sst xmlns='http://m'><si><t>plain</t></si>"
    "<si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space='preserve'>ch </t></r>"
    "<rPh sb='0' eb='1'><t>spoken</t></rPh></si>"
    "<si/><si><t> &#xA0;trim&amp;med\t</t></si><si><t>a_x000A_b_x005F_x0041_ "
    "_x2014__xZZ</t></si></sst>";
static const char styles[] =
    "<styleSheet xmlns='http://m'><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"
    "<numFmt numFmtId='165' formatCode='#,##0.00&quot; d&quot;'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
    "</cellXfs></styleSheet>";

struct cell_row {
    const char *name, *rows, *cells;
};

static void expect_cells(const struct cell_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct gp_memory *memory = gp_memory_open();
        const struct parts parts = {
            .shared = shared, .styles = styles, .sheet = sheet_of(memory, rows[i].rows)};
        expect(rows[i].name, &parts, rows[i].cells);
        gp_memory_close(memory);
    }
}

static void test_cells(void **state) {
    (void)state;
    static const struct cell_row rows[] = {
        {"shared texts",
         "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>",
         "plain@1|rich@1"},
        {"an empty text, and one to trim",
         "<row r='1'><c r='A1' t='s'><v>2</v></c><c r='B1' t='s'><v>3</v></c></row>",
         "@1|trim&med@1"},
        {"what XML does not take", "<row r='1'><c r='A1' t='s'><v>4</v></c></row>",
         "a\nb_x0041_ \xE2\x80\x94_xZZ@1"},
        {"inline texts",
         "<row r='1'><c r='A1' t='inlineStr'><is><t>x</t></is></c><c r='B1' t='inlineStr'><is>"
         "<r><t>y</t></r><r><t>z</t></r><rPh><t>no</t></rPh></is></c></row>",
         "x@1|yz@1"},
        {"numbers", "<row r='1'><c r='A1'><v>3</v></c><c r='B1' t='n'><v>3.0</v></c></row>",
         "3@1|3@1"},
        {"booleans", "<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c></row>",
         "TRUE@1|FALSE@1"},
        {"days: 46349 is 2026-11-23",
         "<row r='1'><c r='A1' s='1'><v>46349</v></c><c r='B1' s='2'><v>46349.5</v></c>"
         "<c r='C1' s='3'><v>46349</v></c><c r='D1' s='0'><v>46349</v></c><c r='E1' t='d'>"
         "<v>2026-11-23</v></c></row>",
         "2026-11-23@1|2026-11-23 12:00:00@1|46349@1|46349@1|2026-11-23@1"},
        {"formulas",
         "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>\"\"</f><v></v></c>"
         "<c r='C1' t='str'><f>\"x\"</f><v>x</v></c></row>",
         "2@1|@1|x@1"},
        {"rows and cells left out, blank ones passed over",
         "<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>3</v></c><c r='E2' s='1'/></row>"
         "<row r='4'><c r='A4' s='1'/></row><row r='9'><c r='B9'><v>2</v></c></row>",
         "1@2|@2|3@2/@9|2@9|@9"},
        {"no places", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
         "1@1|2@1/3@2|@2"},
        {"two letters", "<row r='1'><c r='Z1'><v>1</v></c><c r='AA1'><v>2</v></c></row>",
         "@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|@1|1@1|2@1"},
    };
    expect_cells(rows, sizeof rows / sizeof rows[0]);
}

static void test_cell_refusals(void **state) {
    (void)state;
    static const struct cell_row rows[] = {
        {"an error", "<row r='3'><c r='B3' t='e'><v>#N/A</v></c></row>",
         "in.xlsx [One]:3:2: this cell shows the error \"#N/A\"; correct its formula, or empty it"},
        {"formulas without values, said once",
         "<row r='3'><c r='B3'><f>A1</f></c><c r='C3'><f>A1</f><v/></c></row>",
         "in.xlsx [One]:3:2: this cell has a formula without its value; open the workbook in a "
         "spreadsheet program and save it there"},
        {"nothing", "<row r='3'><c r='B3'/></row>",
         "in.xlsx [One]: there is nothing in this sheet; a header and rows below it would be "
         "right"},
        {"a shared text that is not there", "<row r='1'><c r='A1' t='s'><v>9</v></c></row>",
         "in.xlsx [One]:1:1: this workbook is damaged: this cell has a text that is not there; "
         "save "
         "it anew as .xlsx or CSV"},
        {"rows out of order", "<row r='2'/><row r='1'/>",
         "in.xlsx [One]:2: this workbook is damaged: the row behind this one has no number"},
        {"a row too far", "<row r='1048577'/>", "in.xlsx [One]: this workbook is damaged: the row"},
        {"cells out of order", "<row r='1'><c r='B1'/><c r='A1'/></row>",
         "in.xlsx [One]:1:2: this workbook is damaged: the cell behind this one has no place"},
        {"a column too far", "<row r='1'><c r='XFE1'/></row>",
         "in.xlsx [One]:1: this workbook is damaged: the cell behind this one has no place"},
    };
    expect_cells(rows, sizeof rows / sizeof rows[0]);
}

#define WORKBOOK "<workbook xmlns='http://m' xmlns:r='" OFFICE "'>"
#define FIRST "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
#define CORE "<cp:p xmlns:cp='http://c' xmlns:dc='http://d'>"

static void test_sheets(void **state) {
    (void)state;
    static const struct {
        const char *name, *workbook, *cells;
    } rows[] = {
        {"the first", "<sheets><sheet name='One' r:id='s1'/><sheet name='Two' r:id='s2'/></sheets>",
         "1@1"},
        {"the first one to be seen",
         "<sheets><sheet name='One' state='hidden' r:id='s1'/><sheet name='Two' "
         "r:id='s2'/></sheets>",
         "second@1"},
        {"a chart is no table",
         "<sheets><sheet name='Chart' r:id='c'/><sheet name='Two' r:id='s2'/></sheets>",
         "second@1"},
        {"by name",
         "<sheets><sheet name='One' r:id='s1'/><sheet name='ANSWERS' r:id='s2'/></sheets>",
         "second@1"},
        {"not one that is hidden",
         "<sheets><sheet name='One' r:id='s1'/><sheet name='Answers' state='veryHidden' r:id='s2'/>"
         "</sheets>",
         "1@1"},
        {"none to be seen", "<sheets><sheet name='One' state='hidden' r:id='s1'/></sheets>",
         "in.xlsx: this workbook has no sheet to be seen; unhide the one to read"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gp_memory *memory = gp_memory_open();
        const struct parts parts = {
            .workbook = gp_print(memory, WORKBOOK "%s</workbook>", rows[i].workbook),
            .sheet = FIRST};
        expect(rows[i].name, &parts, rows[i].cells);
        gp_memory_close(memory);
    }
    const struct parts of_1904 = {
        .workbook =
            WORKBOOK "<workbookPr date1904='1'/><sheets><sheet name='One' r:id='s1'/></sheets>"
                     "</workbook>",
        .styles = "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>",
        .sheet =
            "<worksheet><sheetData><row><c s='0'><v>44887</v></c></row></sheetData></worksheet>"};
    expect("days from 1904", &of_1904, "2026-11-23@1");
}

static void test_refusals(void **state) {
    (void)state;
    static const struct {
        const char *name;
        struct parts parts;
        const char *message;
    } rows[] = {
        {"a zip file",
         {.package = "", .sheet = FIRST},
         "in.xlsx: this is a zip file and no workbook"},
        {"a text document",
         {.workbook = "<document/>", .sheet = FIRST},
         "in.xlsx: there is no workbook"},
        {"a sheet that is missing",
         {.sheet = ""},
         "in.xlsx: this workbook is damaged: part \"xl/worksheets/sheet1.xml\": it is missing"},
        {"a sheet cut short",
         {.sheet = "<worksheet><sheetData><row>"},
         "in.xlsx: this workbook is damaged: part \"xl/worksheets/sheet1.xml\": no element found"},
        {"entities that grow",
         {.sheet = "<!DOCTYPE w [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><worksheet><sheetData><row>"
                   "<c t='str'><v>&b;</v></c></row></sheetData></worksheet>"},
         "in.xlsx: this workbook is damaged: part \"xl/worksheets/sheet1.xml\": a document type, "
         "which no workbook has; save it anew"},
        {"entities among the shared texts",
         {.shared = "<!DOCTYPE s SYSTEM 'file:///etc/passwd'><sst/>", .sheet = FIRST},
         "in.xlsx: this workbook is damaged: part \"xl/sharedStrings.xml\": a document type"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect(rows[i].name, &rows[i].parts, rows[i].message);
}

// `count` times the text.
static const char *repeated(struct gp_memory *memory, const char *text, size_t count) {
    size_t length = strlen(text);
    char *all = gp_alloc(memory, count * length + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * length, text, length);
    return all;
}

// Elements just as deep as is taken, and one deeper: worksheet, sheetData, and 62 or 63 more.
static void test_depth(void **state) {
    (void)state;
    for (size_t depth = GP_DEEPEST_ELEMENT; depth <= GP_DEEPEST_ELEMENT + 1; depth++) {
        struct gp_memory *memory = gp_memory_open();
        const struct parts parts = {
            .sheet = sheet_of(memory, gp_print(memory, "<row><c><v>1</v></c></row>%s%s",
                                               repeated(memory, "<x>", depth - 2),
                                               repeated(memory, "</x>", depth - 2)))};
        expect(
            "depth", &parts,
            depth == GP_DEEPEST_ELEMENT
                ? "1@1"
                : "in.xlsx: this workbook is damaged: part \"xl/worksheets/sheet1.xml\": elements "
                  "inside one another, more than 64 deep");
        gp_memory_close(memory);
    }
}

// The bytes of a directory entry, little end first: 20 packed, 24 inflated, both 4 bytes.
static void patch_sizes(char *entry, uint32_t packed, uint32_t inflated) {
    for (size_t i = 0; i < 4; i++) {
        entry[20 + i] = (char)(packed >> 8 * i);
        entry[24 + i] = (char)(inflated >> 8 * i);
    }
}

// What the directory says of its entries is all that these caps need.
static void test_sizes(void **state) {
    (void)state;
    static const struct {
        const char *name;
        size_t entries; // how many are said to be of this size
        uint32_t packed, inflated;
        const char *message; // NULL: not of the caps
    } rows[] = {
        {"64 MiB", 1, 1 << 20, 64 << 20, NULL},
        {"a byte more", 1, 1 << 20, (64 << 20) + 1, "has more than 64 MiB; save the one sheet"},
        {"256 MiB together", 4, 1 << 20, (64 << 20) - 2048, NULL},
        {"more than that", 5, 1 << 20, 64 << 20, "its parts have more than 256 MiB together"},
        {"200 times", 1, 10000, 2000000, NULL},
        {"more than that, 201 times", 1, 10000, 2010000, "grows to more than 200 times its packed"},
        {"many times 1 MiB", 1, 10, 1 << 20, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct run run = {.memory = gp_memory_open()};
        struct gp_bytes bytes = book_of(run.memory, &(struct parts){.sheet = FIRST});
        char *copy = gp_copy(run.memory, bytes.data, bytes.length);
        size_t patched = 0;
        for (size_t at = 0; at + 46 < bytes.length && patched < rows[i].entries; at++)
            if (memcmp(copy + at, "PK\1\2", 4) == 0 && ++patched > 0)
                patch_sizes(copy + at, rows[i].packed, rows[i].inflated);
        read_bytes(&run, (struct gp_bytes){copy, bytes.length});
        const char *found = shown(&run);
        // Within the caps the sizes are still not true, and that is found out.
        if (run.good ||
            strstr(found, rows[i].message == NULL ? "is damaged" : rows[i].message) == NULL)
            fail_msg("%s: %s", rows[i].name, found);
        close_run(&run);
    }
}

// What unpacks well and is not what was packed.
static void test_checksum(void **state) {
    (void)state;
    static const struct {
        const char *mark;
        size_t checksum, name;
    } headers[] = {{"PK\3\4", 14, 30}, {"PK\1\2", 16, 46}};
    struct run run = {.memory = gp_memory_open()};
    struct gp_bytes bytes = book_of(run.memory, &(struct parts){.sheet = FIRST});
    char *copy = gp_copy(run.memory, bytes.data, bytes.length);
    static const char sheet[] = "xl/worksheets/sheet1.xml";
    for (size_t at = 0; at + 46 + sizeof sheet < bytes.length; at++)
        for (size_t i = 0; i < 2; i++)
            if (memcmp(copy + at, headers[i].mark, 4) == 0 &&
                memcmp(copy + at + headers[i].name, sheet, sizeof sheet - 1) == 0)
                copy[at + headers[i].checksum] ^= 1;
    read_bytes(&run, (struct gp_bytes){copy, bytes.length});
    assert_false(run.good);
    assert_string_equal(shown(&run),
                        "in.xlsx: this workbook is damaged: part \"xl/worksheets/sheet1.xml\": its "
                        "checksum is wrong; save it anew as .xlsx or CSV");
    close_run(&run);
}

// A byte changed or the end cut off: never a crash, and never rows that are not those of the book.
static void test_damage(void **state) {
    (void)state;
    struct gp_memory *memory = gp_memory_open();
    const struct parts parts = {.sheet = FIRST};
    struct gp_bytes bytes = book_of(memory, &parts);
    for (size_t i = 2 * strlen("PK\3\4"); i < 2 * bytes.length; i++) {
        struct run run = {.memory = gp_memory_open()};
        char *copy = gp_copy(run.memory, bytes.data, bytes.length);
        size_t at = i / 2;
        if (i % 2 == 0)
            copy[at] = (char)(copy[at] ^ 0x55);
        read_bytes(&run, (struct gp_bytes){copy, i % 2 == 0 ? bytes.length : at});
        if (run.good && strcmp(shown(&run), "1@1") != 0)
            fail_msg("damage %zu: %s", i, shown(&run));
        if (!run.good && run.messages.count == 0)
            fail_msg("damage %zu: refused without a message", i);
        close_run(&run);
    }
    gp_memory_close(memory);
}

static void test_many_cells(void **state) {
    (void)state;
    // 200 rows and a cell in the last of 16384 columns: 3,276,800 cells.
    struct gp_memory *memory = gp_memory_open();
    const char *rows = repeated(memory, "<row><c><v>1</v></c></row>", 199);
    const struct parts far = {
        .sheet =
            sheet_of(memory, gp_print(memory, "%s<row><c r='XFD200'><v>1</v></c></row>", rows))};
    expect("a cell far out", &far,
           "in.xlsx [One]: the table of this sheet has more than 2000000 cells");
    // 123 rows up to the last column: 2,015,232 cells; the one of row 123 is the first too many.
    const struct parts wide = {
        .sheet = sheet_of(memory, repeated(memory, "<row><c r='XFD1'><v>1</v></c></row>", 123))};
    expect("wide rows", &wide,
           "in.xlsx [One]:123:16384: the table of this sheet has more than 2000000 cells");
    gp_memory_close(memory);
}

static void test_plan(void **state) {
    (void)state;
#define HEADER                                                                                     \
    "<row r='1'><c t='str'><v>Assessment of Ann</v></c><c><f>A1</f></c></row>"                     \
    "<row r='4'><c t='str'><v>Facet</v></c><c t='str'><v>Activity</v></c><c t='str'><v>Skill</v>"  \
    "</c><c t='str'><v>Experience</v></c><c t='str'><v>Interest</v></c>"
    static const struct {
        const char *name, *title, *creator, *rows, *cells;
    } rows[] = {
        {"ours", "Growth plan of Ann &amp; Bo", "growthplan",
         HEADER "<c t='str'><v>Manager's rating</v></c><c t='str'><v>Gap</v></c></row>"
                "<row r='5'><c t='str'><v>F</v></c><c t='str'><v>Pricing</v></c><c><v>3</v></c>"
                "<c r='G5' t='e'><v>#REF!</v></c></row>"
                "<row r='6'><c t='str'><v>left over</v></c></row>",
         "person@4|activity@4|skill@4/Ann & Bo@5|Pricing@5|3@5"},
        {"nothing worked out is left", "Growth plan of Ann", "growthplan",
         "<row r='1'><c t='str'><v>Activity</v></c><c t='str'><v>Skill</v></c><c t='str'>"
         "<v>Experience</v></c><c t='str'><v>Interest</v></c></row>"
         "<row r='2'><c "
         "t='str'><v>Pricing</v></c><c><v>3</v></c><c><v>1</v></c><c><v>2</v></c></row>",
         "activity@1|skill@1|experience@1|interest@1|person@1/Pricing@2|3@2|1@2|2@2|Ann@2"},
        {"a column is gone", "Growth plan of Ann", "growthplan",
         "<row r='3'><c t='str'><v>Activity</v></c><c t='str'><v>Skill</v></c></row>",
         "in.xlsx [Assessment]:3: this plan has lost its column Experience; head it so again"},
        {"made by another program", "Growth plan of Ann", "other",
         "<row><c t='str'><v>Facet</v></c></row>", "Facet@1"},
        {"another title", "Plan of Ann", "growthplan", "<row><c t='str'><v>Facet</v></c></row>",
         "Facet@1"},
    };
#undef HEADER
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gp_memory *memory = gp_memory_open();
        const struct parts parts = {
            .workbook = WORKBOOK "<sheets><sheet name='Assessment' r:id='s1'/></sheets></workbook>",
            .properties = gp_print(memory,
                                   CORE "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
                                        "</cp:p>",
                                   rows[i].title, rows[i].creator),
            .sheet = sheet_of(memory, rows[i].rows)};
        expect(rows[i].name, &parts, rows[i].cells);
        gp_memory_close(memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),      cmocka_unit_test(test_cell_refusals),
        cmocka_unit_test(test_sheets),     cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_depth),      cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_damage),     cmocka_unit_test(test_checksum),
        cmocka_unit_test(test_many_cells), cmocka_unit_test(test_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
