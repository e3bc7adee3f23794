#include "targets.h"

#include "analyze/analyze.h"
#include "base/money.h"
#include "package/package.h"
#include "read/csv_parts.h"
#include "read/inspect.h"
#include "read/readers.h"
#include "read/xlsx.h"
#include "write/writers.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/zip.h>
#include <xlsxwriter/utility.h>

// What must hold, in every build.
#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);         \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

// The default ladder and policy, read once; and what one input is read into.
static struct {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_source sources[GP_LADDER_FILE_COUNT], policy_source;
    struct gp_ladder ladder;
    struct gp_policy policy;
} quartz;

struct world {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_policy policy;
    struct gp_intake intake;
};

static struct gp_source load(const char *file) {
    struct gp_source source = {.name = gp_print(quartz.memory, "templates/quartz/%s", file)};
    const char *why = "";
    if (!gp_file_read(quartz.memory, source.name, &source.bytes, &why)) {
        fprintf(stderr, "%s: %s; run it from the project's folder\n", source.name, why);
        exit(2);
    }
    return source;
}

static void open_quartz(void) {
    if (quartz.memory != NULL)
        return;
    quartz.memory = gp_memory_open();
    quartz.messages.memory = quartz.memory;
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++)
        quartz.sources[i] = load(gp_ladder_file_name((enum gp_ladder_file)i));
    quartz.policy_source = load("policy.csv");
    HOLDS(
        gp_read_ladder(quartz.memory, "quartz", quartz.sources, &quartz.messages, &quartz.ladder));
    HOLDS(gp_read_policy(quartz.memory, &quartz.policy_source, &quartz.ladder, &quartz.messages,
                         &quartz.policy));
}

static void open_world(struct world *world) {
    open_quartz();
    *world = (struct world){.memory = gp_memory_open(), .policy = quartz.policy};
    world->messages.memory = world->memory;
    gp_intake_open(&world->intake, world->memory, &quartz.ladder,
                   gp_names_new(world->memory, &quartz.ladder), &world->policy, &world->messages);
}

static void close_world(struct world *world) {
    gp_memory_close(world->memory);
}

// Readers get bytes with a NUL behind them, as from a file.
static struct gp_source source_of(struct gp_memory *memory, const char *name,
                                  struct gp_bytes bytes) {
    return (struct gp_source){.name = name,
                              .bytes = {gp_copy(memory, bytes.data, bytes.length), bytes.length}};
}

// Everything that was said names its file, and a place in it.
static void check_messages(const struct gp_messages *messages) {
    for (size_t i = 0; i < messages->count; i++) {
        HOLDS(messages->items[i].text[0] != '\0');
        HOLDS(messages->items[i].at.file == NULL || messages->items[i].at.file[0] != '\0');
    }
}

// Takes a part off the bytes, up to a sign that no text has.
static struct gp_bytes take_part(struct gp_bytes *bytes) {
    enum { SEPARATOR = 0x1D };
    const char *end = bytes->length == 0 ? NULL : memchr(bytes->data, SEPARATOR, bytes->length);
    size_t length = end == NULL ? bytes->length : (size_t)(end - bytes->data);
    struct gp_bytes part = {bytes->data, length};
    size_t gone = end == NULL ? length : length + 1;
    *bytes = (struct gp_bytes){bytes->data + gone, bytes->length - gone};
    return part;
}

// Whatever pieces libcsv is fed, the cells are the same.
static void fuzz_csv(struct gp_bytes bytes) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_messages messages = {.memory = memory}, others = {.memory = memory};
    struct gp_csv csv, other;
    const struct gp_source source = source_of(memory, "in.csv", bytes);
    if (!gp_is_workbook(source.bytes)) {
        bool good = gp_csv_read_rows(memory, &source, &messages, &csv);
        size_t longest = bytes.length % 7 + 1;
        HOLDS(good == gp_csv_read_in_pieces(memory, &source, longest, &others, &other));
        HOLDS(messages.count == others.count);
        for (size_t row = 0; good && row < csv.row_count; row++) {
            HOLDS(csv.row_count == other.row_count && csv.rows[row].count == other.rows[row].count);
            for (size_t column = 0; column < csv.rows[row].count; column++)
                HOLDS(strcmp(gp_csv_text(&csv, row, column), gp_csv_text(&other, row, column)) ==
                      0);
        }
        HOLDS(good || messages.count > 0);
        check_messages(&messages);
    }
    gp_memory_close(memory);
}

static void fuzz_answers(struct gp_bytes bytes) {
    struct world world;
    const char **left_out = NULL;
    size_t count = 0;
    open_world(&world);
    const struct gp_source source = source_of(world.memory, "answers.csv", bytes);
    if (gp_read_answers(&world.intake, &source))
        gp_intake_settle(&world.intake, true, &left_out, &count);
    else
        HOLDS(world.messages.counts[GP_ERROR] > 0);
    check_messages(&world.messages);
    close_world(&world);
}

static void fuzz_roster(struct gp_bytes bytes) {
    struct world world;
    const char **left_out = NULL;
    size_t count = 0;
    open_world(&world);
    world.intake.prorate = bytes.length % 2 == 0;
    const struct gp_source source = source_of(world.memory, "roster.csv", bytes);
    if (gp_read_roster(&world.intake, &source))
        gp_intake_settle(&world.intake, true, &left_out, &count);
    else
        HOLDS(world.messages.counts[GP_ERROR] > 0);
    check_messages(&world.messages);
    close_world(&world);
}

static void fuzz_inspect(struct gp_bytes bytes) {
    struct world world;
    struct gp_inspection inspection;
    open_world(&world);
    const struct gp_source source = source_of(world.memory, "in.csv", bytes);
    gp_inspect(&world.intake, &source, &inspection);
    check_messages(&world.messages);
    close_world(&world);
}

// Up to the first NUL.
static const char *text_of(struct gp_memory *memory, struct gp_bytes bytes) {
    return gp_copy(memory, bytes.data, bytes.length);
}

// An amount that was read, written out, is read as the same.
static void fuzz_money(struct gp_bytes bytes) {
    struct gp_memory *memory = gp_memory_open();
    const char *text = text_of(memory, bytes);
    const struct gp_money_beside beside = {.currency = GP_NO_CURRENCY,
                                           .default_currency = gp_currency_find("USD", 3),
                                           .decimal = bytes.length % 2 == 0 ? '.' : '\0'};
    struct gp_salary_text salary, again;
    if (gp_money_parse(text, &beside, &salary) == GP_MONEY_GOOD) {
        const struct gp_money_beside own = {.currency = salary.amount.currency,
                                            .default_currency = salary.amount.currency,
                                            .decimal = '.'};
        HOLDS(salary.amount.minor >= 0 && salary.amount.minor <= 10000000000000);
        HOLDS(gp_money_parse(gp_money_text(memory, salary.amount), &own, &again) == GP_MONEY_GOOD);
        HOLDS(again.amount.minor == salary.amount.minor);
    }
    gp_money_currency_within(text, GP_NO_CURRENCY);
    gp_memory_close(memory);
}

// A day that was read is one of the calendar, and written out it is read as the same.
static void fuzz_dates(struct gp_bytes bytes) {
    struct gp_memory *memory = gp_memory_open();
    const char *text = text_of(memory, bytes);
    for (int order = GP_ORDER_UNKNOWN; order <= GP_MONTH_FIRST; order++) {
        gp_moment moment;
        gp_date again;
        if (gp_moment_parse(text, (enum gp_date_order)order, &moment) != GP_DATE_READ)
            continue;
        HOLDS(gp_date_valid(moment.date.year, moment.date.month, moment.date.day));
        HOLDS(gp_date_parse(gp_date_text(memory, moment.date), &again));
        HOLDS(gp_date_compare(again, moment.date) == 0);
    }
    gp_memory_close(memory);
}

// One file of the default ladder, chosen by the first byte, is what the rest says.
static void fuzz_ladder(struct gp_bytes bytes) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_messages messages = {.memory = memory};
    struct gp_source sources[GP_LADDER_FILE_COUNT];
    struct gp_ladder ladder;
    open_quartz();
    memcpy(sources, quartz.sources, sizeof sources);
    if (bytes.length > 0) {
        size_t file = (size_t)(bytes.data[0] & 0x7F) % GP_LADDER_FILE_COUNT;
        sources[file] = source_of(memory, gp_ladder_file_name((enum gp_ladder_file)file),
                                  (struct gp_bytes){bytes.data + 1, bytes.length - 1});
        HOLDS(gp_read_ladder(memory, "own", sources, &messages, &ladder) ||
              messages.counts[GP_ERROR] > 0);
        check_messages(&messages);
    }
    gp_memory_close(memory);
}

static void fuzz_policy(struct gp_bytes bytes) {
    struct world world;
    open_world(&world);
    const struct gp_source source = source_of(world.memory, "policy.csv", bytes);
    HOLDS(gp_read_policy(world.memory, &source, &quartz.ladder, &world.messages, &world.policy) ||
          world.messages.counts[GP_ERROR] > 0);
    check_messages(&world.messages);
    close_world(&world);
}

static void read_sample_roster(struct world *world) {
    static struct gp_source roster;
    if (roster.name == NULL) {
        const char *why = "";
        roster.name = "samples/team/roster.csv";
        HOLDS(gp_file_read(quartz.memory, roster.name, &roster.bytes, &why));
    }
    HOLDS(gp_read_roster(&world->intake, &roster));
}

// Courses, expenses, pairs or last cycle's pairs, by the first byte.
static void fuzz_lists(struct gp_bytes bytes) {
    struct world world;
    struct gp_courses courses;
    if (bytes.length == 0)
        return;
    open_world(&world);
    read_sample_roster(&world);
    const struct gp_source source =
        source_of(world.memory, "list.csv", (struct gp_bytes){bytes.data + 1, bytes.length - 1});
    switch (bytes.data[0] & 3) {
    case 0:
        gp_read_courses(world.memory, &source, world.intake.names, &world.policy, &world.messages,
                        &courses);
        break;
    case 1:
        gp_read_expenses(&world.intake, &source);
        break;
    case 2:
        gp_read_pairs(&world.intake, &source);
        break;
    default:
        gp_read_previous_pairs(&world.intake, &source);
        break;
    }
    check_messages(&world.messages);
    close_world(&world);
}

static void read_workbook(struct gp_bytes bytes) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_messages messages = {.memory = memory};
    struct gp_csv csv;
    const struct gp_source source = source_of(memory, "in.xlsx", bytes);
    HOLDS(gp_xlsx_read(memory, &source, &messages, &csv) || messages.counts[GP_ERROR] > 0);
    check_messages(&messages);
    gp_memory_close(memory);
}

static void fuzz_xlsx(struct gp_bytes bytes) {
    if (gp_is_workbook(bytes))
        read_workbook(bytes);
}

static void put_part(zipFile package, const char *name, struct gp_bytes bytes) {
    HOLDS(zipOpenNewFileInZip4_64(package, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                                  Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                  Z_DEFAULT_STRATEGY, NULL, 0, 0, 0, 0) == ZIP_OK);
    HOLDS(zipWriteInFileInZip(package, bytes.data, (unsigned)bytes.length) == ZIP_OK);
    HOLDS(zipCloseFileInZip(package) == ZIP_OK);
}

static struct gp_bytes literal(const char *text) {
    return (struct gp_bytes){text, strlen(text)};
}

// The parts of a workbook's XML, in a package that is whole: its sheet, its shared texts, its
// styles.
static void fuzz_sheet(struct gp_bytes bytes) {
    static const char workbook[] =
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<sheets><sheet name=\"Answers\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    static const char relations[] =
        "<Relationships>"
        "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    char folder[] = "/tmp";
    struct gp_memory *memory = gp_memory_open();
    const char *why = "", *name = gp_package_begin(memory, folder);
    struct gp_bytes package = {NULL, 0};
    fclose(lxw_tmpfile(folder)); // as the library does first
    zipFile file = zipOpen(name, APPEND_STATUS_CREATE);
    put_part(file, "xl/workbook.xml", literal(workbook));
    put_part(file, "xl/_rels/workbook.xml.rels", literal(relations));
    put_part(file, "xl/worksheets/sheet1.xml", take_part(&bytes));
    put_part(file, "xl/sharedStrings.xml", take_part(&bytes));
    put_part(file, "xl/styles.xml", take_part(&bytes));
    HOLDS(zipClose(file, NULL) == ZIP_OK && gp_package_take(memory, &package, &why));
    read_workbook(package);
    gp_memory_close(memory);
}

static void check_results(const struct world *world, const struct gp_results *results) {
    for (size_t person = 0; person < world->intake.team.person_count; person++)
        for (size_t rung = 0; rung < quartz.ladder.rung_count; rung++) {
            const struct gp_readiness *found = &results->profiles[person].readiness[rung];
            if (found->score == GP_NO_SHARE)
                continue;
            HOLDS(found->score <= 1000 && found->low <= found->score &&
                  found->score <= found->high);
        }
}

static void analyze(struct world *world) {
    struct gp_results results;
    struct gp_budget budget;
    const struct gp_courses courses = {.count = 0};
    const struct gp_origin origin = {.program = "growthplan", .as_of = "2026-11-23"};
    gp_analyze_team(world->memory, &quartz.ladder, &world->policy, &world->intake.team, &results);
    check_results(world, &results);
    const struct gp_budget_input input = {
        .ladder = &quartz.ladder,
        .policy = &world->policy,
        .team = &world->intake.team,
        .results = &results,
        .payroll = &world->intake.payroll,
        .courses = &courses,
        .expenses = &world->intake.expenses,
        .terms = {.year_first = {2026, 1, 1}, .year_last = {2026, 12, 31}}};
    const struct gp_report report = {.ladder = &quartz.ladder,
                                     .policy = &world->policy,
                                     .team = &world->intake.team,
                                     .results = &results,
                                     .origin = &origin,
                                     .as_of = {2026, 11, 23}};
    gp_readiness_csv(world->memory, &report);
    gp_coverage_csv(world->memory, &report);
    if (gp_analyze_budget(world->memory, &input, &world->messages, &budget)) {
        gp_budget_csv(world->memory, &report, &budget);
        gp_budget_text(world->memory, &report, &budget);
    }
}

// Answers, and a roster behind a sign that parts them: read, settled, analyzed, written as text.
static void fuzz_pipeline(struct gp_bytes bytes) {
    enum { MOST_PEOPLE = 200 };
    struct world world;
    const char **left_out = NULL;
    size_t count = 0;
    open_world(&world);
    const struct gp_source answers = source_of(world.memory, "answers.csv", take_part(&bytes));
    const struct gp_source roster = source_of(world.memory, "roster.csv", take_part(&bytes));
    bool good = roster.bytes.length == 0 || gp_read_roster(&world.intake, &roster);
    good = gp_read_answers(&world.intake, &answers) && good;
    if (good) {
        gp_intake_settle(&world.intake, true, &left_out, &count);
        if (world.intake.team.person_count <= MOST_PEOPLE)
            analyze(&world);
    }
    check_messages(&world.messages);
    close_world(&world);
}

const struct fuzz fuzz_all[] = {
    {"csv", fuzz_csv},
    {"answers", fuzz_answers},
    {"roster", fuzz_roster},
    {"inspect", fuzz_inspect},
    {"money", fuzz_money},
    {"dates", fuzz_dates},
    {"ladder", fuzz_ladder},
    {"policy", fuzz_policy},
    {"lists", fuzz_lists},
    {"xlsx", fuzz_xlsx},
    {"sheet", fuzz_sheet},
    {"pipeline", fuzz_pipeline},
    {NULL, NULL},
};

const struct fuzz *fuzz_find(const char *name) {
    for (const struct fuzz *fuzz = fuzz_all; fuzz->name != NULL; fuzz++)
        if (strcmp(fuzz->name, name) == 0)
            return fuzz;
    return NULL;
}
