// backgrounds.csv: what it may hold, every way it is refused, and whose roles and pasts it matches.
#include "read/names.h"
#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { TPM, PMM, GPM };
enum { SOFTWARE, DATA, SALES };

// A ladder of two entries and one rung behind them, with as little else as will do.
static const char *const files[GP_LADDER_FILE_COUNT] = {
    [GP_FILE_RUNGS] = "id,title,path,rank,from,product_hat,people_hat\n"
                      "tpm,Technical PM,entry,1,,95,5\n"
                      "pmm,Product Marketing Manager,entry,1,,95,5\n"
                      "gpm,Group PM,people,2,tpm|pmm,50,50\n",
    [GP_FILE_ACTIVITIES] = "activity,facet,side\nAsk,FIND,product\n",
    [GP_FILE_EXPECTATIONS] = "activity,tpm,pmm,gpm\nAsk,1,1,1\n",
    [GP_FILE_SCALES] = "axis,value,label\nskill,0,No\nskill,5,Yes\nexperience,0,No\n"
                       "experience,5,Yes\ninterest,0,No\ninterest,5,Yes\n",
    [GP_FILE_ALIASES] = "kind,pattern,target\n"
                        "role,platform engineer,tpm\n"
                        "role,sales clerk,outside\n"
                        "role,(b+)+[cd],tpm\n", // costly on many b with neither behind
    [GP_FILE_BACKGROUNDS] =
        "background,pattern,entry,first,comment\n"
        "Software development,.*(developer|engineer)|coding,tpm,Answer for one API | Write the "
        "release notes,ours\n"
        "Data,(senior )?data.*|.*analyst,tpm,Own a metric,\n"
        "Sales,sales.*|(a+)+[bd],pmm,|Run a win/loss review||,\n", // (a+)+[bd]: costly likewise
};

struct run {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_ladder ladder;
    bool good;
};

// Reads the ladder with `backgrounds`; NULL for one without such a file.
static void open_run(struct run *run, const char *backgrounds) {
    *run = (struct run){.memory = gp_memory_open()};
    run->messages.memory = run->memory;
    struct gp_source sources[GP_LADDER_FILE_COUNT] = {{.name = NULL}};
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++) {
        const char *text = i == GP_FILE_BACKGROUNDS ? backgrounds : files[i];
        sources[i].name = gp_ladder_file_name((enum gp_ladder_file)i);
        if (text != NULL)
            sources[i].bytes = (struct gp_bytes){text, strlen(text)};
    }
    run->good = gp_read_ladder(run->memory, "test", sources, &run->messages, &run->ladder);
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

static const char *said(struct run *run) {
    const char *text = "";
    for (size_t i = 0; i < run->messages.count; i++)
        text = gp_print(run->memory, "%s%s%s\n", text,
                        gp_at_text(run->memory, run->messages.items[i].at),
                        run->messages.items[i].text);
    return text;
}

static void test_good(void **state) {
    (void)state;
    struct run run;
    open_run(&run, files[GP_FILE_BACKGROUNDS]);
    assert_string_equal(said(&run), "");
    assert_true(run.good);
    assert_int_equal(run.ladder.background_count, 3);
    const struct gp_background *software = &run.ladder.backgrounds[SOFTWARE];
    assert_string_equal(software->name, "Software development");
    assert_string_equal(software->text, ".*(developer|engineer)|coding");
    assert_int_equal(software->entry, TPM);
    assert_int_equal(software->first_count, 2);
    assert_string_equal(software->first[0], "Answer for one API");
    assert_string_equal(software->first[1], "Write the release notes");
    assert_int_equal(software->at.line, 2);
    // Parts with nothing in them are none.
    const struct gp_background *sales = &run.ladder.backgrounds[SALES];
    assert_int_equal(sales->entry, PMM);
    assert_int_equal(sales->first_count, 1);
    assert_string_equal(sales->first[0], "Run a win/loss review");
    close_run(&run);
}

// A ladder without the file has none, and the hash it would have had before there was such a file;
// one with the file has another, and another again when a byte of it changes.
static void test_missing(void **state) {
    (void)state;
    struct run without, with, changed, empty;
    open_run(&without, NULL);
    assert_true(without.good);
    assert_int_equal(without.ladder.background_count, 0);
    const char *joined =
        gp_print(without.memory, "%s%s%s%s%s", files[0], files[1], files[2], files[3], files[4]);
    char hash[GP_HASH_TEXT];
    gp_hash(joined, strlen(joined), hash);
    assert_string_equal(without.ladder.hash, hash);
    open_run(&with, files[GP_FILE_BACKGROUNDS]);
    open_run(&changed, gp_print(with.memory, "%s\n", files[GP_FILE_BACKGROUNDS]));
    assert_string_not_equal(with.ladder.hash, hash);
    assert_string_not_equal(with.ladder.hash, changed.ladder.hash);
    open_run(&empty, "background,pattern,entry,first\n"); // a header alone will do
    assert_string_equal(said(&empty), "");
    assert_int_equal(empty.ladder.background_count, 0);
    close_run(&empty);
    close_run(&changed);
    close_run(&with);
    close_run(&without);
}

#define HEADER "background,pattern,entry,first\n"

static const struct {
    const char *name, *text, *said;
} refusals[] = {
    {"no name", HEADER ",x,tpm,do\n",
     "backgrounds.csv:2:1: a background without a name; write one with letters in it\n"},
    {"name without letters", HEADER "--,x,tpm,do\n",
     "backgrounds.csv:2:1: a background without a name; write one with letters in it\n"},
    {"name twice", HEADER "Sales,x,tpm,do\n\"SALES!\",y,tpm,do\n",
     "backgrounds.csv:3:1: background \"SALES!\" is there twice, first on line 2; keep one\n"},
    {"no pattern", HEADER "Sales,,tpm,do\n",
     "backgrounds.csv:2:2: a background without a pattern; write the name it is to match\n"},
    {"bad pattern", HEADER "Sales,(x,tpm,do\n",
     "backgrounds.csv:2:2: \"(x\" is no pattern: missing closing parenthesis at byte 3; mend it, "
     "with \\ before a sign meant as itself\n"},
    {"no entry", HEADER "Sales,x,,do\n",
     "backgrounds.csv:2:3: entry is empty; write the rung people usually enter at; there is "
     "\"tpm\", \"pmm\"\n"},
    {"entry that is no rung", HEADER "Sales,x,tpn,do\n",
     "backgrounds.csv:2:3: entry \"tpn\" is no rung; did you mean \"tpm\"?\n"},
    {"entry of another path", HEADER "Sales,x,gpm,do\n",
     "backgrounds.csv:2:3: nobody enters at rung gpm, as its path is not entry; name one where it "
     "is; there is \"tpm\", \"pmm\"\n"},
    {"nothing first", HEADER "Sales,x,tpm, | |\n",
     "backgrounds.csv:2:4: a background without a first responsibility; write one, or several "
     "with a bar between them\n"},
    {"no column", "background,pattern,first\nSales,x,do\n",
     "backgrounds.csv:1:1: no column \"entry\"; every background needs one\n"},
    {"unknown column", "background,pattern,entry,frist\nSales,x,tpm,do\n",
     "backgrounds.csv:1:4: unknown column \"frist\"; did you mean \"first\"?\n"
     "backgrounds.csv:1:1: no column \"first\"; every background needs one\n"},
    {"an empty file is one that is there", "",
     "backgrounds.csv: there is nothing in it; a header and rows below it would be right\n"},
    {"all at once", HEADER ",(,gpn,\nSales,x,tpm,do\n",
     "backgrounds.csv:2:1: a background without a name; write one with letters in it\n"
     "backgrounds.csv:2:2: \"(\" is no pattern: missing closing parenthesis at byte 2; mend it, "
     "with \\ before a sign meant as itself\n"
     "backgrounds.csv:2:3: entry \"gpn\" is no rung; there is \"tpm\", \"pmm\"\n"
     "backgrounds.csv:2:4: a background without a first responsibility; write one, or several "
     "with a bar between them\n"},
};

static void test_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct run run;
        open_run(&run, refusals[i].text);
        if (run.good || strcmp(said(&run), refusals[i].said) != 0)
            fail_msg("%s:\nsaid   %swanted %s", refusals[i].name, said(&run), refusals[i].said);
        assert_null(run.ladder.backgrounds);
        close_run(&run);
    }
}

static void test_too_many(void **state) {
    (void)state;
    struct run run;
    struct gp_memory *memory = gp_memory_open();
    const char *text = HEADER;
    for (unsigned i = 1; i <= 200; i++)
        text = gp_print(memory, "%sB%u,b%u,tpm,do\n", text, i, i);
    open_run(&run, text);
    assert_true(run.good);
    assert_int_equal(run.ladder.background_count, 200);
    close_run(&run);
    open_run(&run, gp_print(memory, "%sB201,b,tpm,do\n", text));
    assert_string_equal(said(&run), "backgrounds.csv:202:1: 201 rows; at most 200 are allowed\n");
    close_run(&run);
    gp_memory_close(memory);
}

#define UNTOUCHED ((size_t)77)
#define MANY_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"
#define MANY_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbe"

static void test_backgrounds_by_text(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum gp_found found;
        size_t background;
    } rows[] = {
        {"software developer", GP_FOUND, SOFTWARE},
        {"CODING", GP_FOUND, SOFTWARE},
        {"data engineer", GP_FOUND, SOFTWARE}, // two patterns match: the first counts
        {"senior data scientist", GP_FOUND, DATA},
        {"sales analyst", GP_FOUND, DATA},
        {"software  Development", GP_FOUND, SOFTWARE}, // its name, which no pattern matches
        {"my coding", GP_NOT_FOUND, UNTOUCHED},        // a pattern is for the whole text
        {"law", GP_NOT_FOUND, UNTOUCHED},
        {"", GP_NOT_FOUND, UNTOUCHED},
        {MANY_A, GP_FOUND_TOO_COSTLY, UNTOUCHED},
    };
    struct run run;
    open_run(&run, files[GP_FILE_BACKGROUNDS]);
    const struct gp_names *names = gp_names_new(run.memory, &run.ladder);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t background = UNTOUCHED;
        enum gp_found found = gp_names_background(names, rows[i].text, &background);
        if (found != rows[i].found || background != rows[i].background)
            fail_msg("\"%s\": found %d, background %zu", rows[i].text, (int)found, background);
    }
    close_run(&run);
}

// An empty text is of no background even where a pattern would match it.
static void test_pattern_for_all(void **state) {
    (void)state;
    struct run run;
    open_run(&run, HEADER "All,.*,tpm,do\n");
    const struct gp_names *names = gp_names_new(run.memory, &run.ladder);
    size_t background = UNTOUCHED;
    assert_int_equal(gp_names_background(names, "", &background), GP_NOT_FOUND);
    assert_int_equal(gp_names_background(names, "law", &background), GP_FOUND);
    assert_int_equal(background, 0);
    close_run(&run);
}

static void test_roles_by_background(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum gp_found found;
        size_t rung;
    } rows[] = {
        {"gpm", GP_FOUND, GPM},
        {"Technical PM", GP_FOUND, TPM},
        {"platform engineer", GP_FOUND, TPM}, // the rule outdoes the background's pattern
        {"sales clerk", GP_FOUND, GP_NO_RUNG},
        {"mechanical engineer", GP_FOUND, GP_NO_RUNG}, // by the background alone
        {"Data", GP_FOUND, GP_NO_RUNG},
        {"astronaut", GP_NOT_FOUND, UNTOUCHED},
        {MANY_A, GP_FOUND_TOO_COSTLY, UNTOUCHED},
        {MANY_B, GP_FOUND_TOO_COSTLY, UNTOUCHED},
    };
    struct run run;
    open_run(&run, files[GP_FILE_BACKGROUNDS]);
    const struct gp_names *names = gp_names_new(run.memory, &run.ladder);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t rung = UNTOUCHED;
        enum gp_found found = gp_names_role(names, rows[i].text, &rung);
        if (found != rows[i].found || rung != rows[i].rung)
            fail_msg("\"%s\": found %d, rung %zu", rows[i].text, (int)found, rung);
    }
    assert_string_equal(gp_names_costly_role(names, MANY_A), "backgrounds.csv");
    assert_string_equal(gp_names_costly_role(names, MANY_B), "aliases.csv");
    close_run(&run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_backgrounds_by_text),
        cmocka_unit_test(test_pattern_for_all),
        cmocka_unit_test(test_roles_by_background),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
