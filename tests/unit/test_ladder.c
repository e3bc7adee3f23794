// The default ladder, a small good one, and every way a ladder can fail to hold together.
#include "base/file.h"
#include "read/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct run {
    struct gp_memory *memory;
    struct gp_messages messages;
    struct gp_ladder ladder;
    struct gp_source sources[GP_LADDER_FILE_COUNT];
    bool good;
};

static void open_run(struct run *run) {
    *run = (struct run){.memory = gp_memory_open()};
    run->messages.memory = run->memory;
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++)
        run->sources[i].name = gp_ladder_file_name((enum gp_ladder_file)i);
}

static void read_run(struct run *run) {
    run->good = gp_read_ladder(run->memory, "test", run->sources, &run->messages, &run->ladder);
}

static void close_run(struct run *run) {
    gp_memory_close(run->memory);
}

// All messages, one a line.
static const char *said(struct run *run) {
    const char *text = "";
    for (size_t i = 0; i < run->messages.count; i++)
        text = gp_print(run->memory, "%s%s%s\n", text,
                        gp_at_text(run->memory, run->messages.items[i].at),
                        run->messages.items[i].text);
    return text;
}

// A good ladder: two entries, a product and a people rung. The people facet stands between two
// rows of the product one, so that grouping has something to do.
static const char *const small[GP_LADDER_FILE_COUNT] = {
    [GP_FILE_RUNGS] =
        "id,title,path,rank,from,product_hat,people_hat,min_years,min_products,scope\n"
        "tpm,Technical PM,entry,1,,95,5,,,\n"
        "pm,Product Manager,entry,2,tpm,90,10,0,0,one product\n"
        "principal,Principal PM,product,3,pm,80,20,3,2,\n"
        "gpm,Group PM,people,3,pm | principal,50,50,3,2,\n",
    [GP_FILE_ACTIVITIES] = "activity,facet,side,owner,core,weight,description,try_next\n"
                           "Coach,LEAD,people,Lead,yes,1,,\n"
                           "Ask,FIND,product,PM,,2,\"Ask, then listen.\",Ask five.\n"
                           "Hire,LEAD,people,Lead,,,,\n"
                           "Watch,FIND,product,PM,yes,100,,\n",
    [GP_FILE_EXPECTATIONS] = "activity,tpm,pm,principal,gpm\n"
                             "Ask,1,3!,4,4\n"
                             "Watch,3,2,3,3\n"
                             "Coach,0,0,1,3 !\n"
                             "Hire,0,0,0,2\n",
    [GP_FILE_SCALES] = "axis,value,label,also\n"
                       "skill,5,Excellent,Master\n"
                       "skill,0,None,nothing | no skill\n"
                       "skill,3,Good,\n"
                       "experience,0,None,\n"
                       "experience,5,Extensive,\n"
                       "interest,0,None,\n"
                       "interest,5,Passionate,\n"
                       "any,na,N/A,not applicable\n"
                       "any,dk,Don't know,?\n"
                       "any,blank,-,skipped\n",
    [GP_FILE_ALIASES] = "kind,pattern,target,comment\n"
                        "field,full name,person,\n"
                        "axis,motivation,interest,\n"
                        "activity,hiring,hire,\n"
                        "level,good enough,3,\n"
                        "level,no idea,dk,\n"
                        "role,product owner,pm,\n"
                        "role,.*engineer,outside,\n"
                        "ignore,score,,\n",
};

// `text` with the first `old` in it replaced.
static const char *replaced(struct gp_memory *memory, const char *text, const char *old,
                            const char *new) {
    const char *at = strstr(text, old);
    assert_non_null(at);
    return gp_print(memory, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void open_small(struct run *run, enum gp_ladder_file file, const char *old,
                       const char *new) {
    open_run(run);
    for (size_t i = 0; i < GP_FILE_BACKGROUNDS; i++) { // which a ladder may do without
        bool broken = i == (size_t)file && old != NULL;
        const char *text = broken ? replaced(run->memory, small[i], old, new) : small[i];
        run->sources[i].bytes = (struct gp_bytes){text, strlen(text)};
    }
    read_run(run);
}

static void open_default(struct run *run) {
    open_run(run);
    for (size_t i = 0; i < GP_LADDER_FILE_COUNT; i++) {
        const char *why = "", *name = run->sources[i].name;
        const char *path = gp_print(run->memory, "templates/quartz/%s", name);
        bool there = i != GP_FILE_BACKGROUNDS || gp_file_exists(path);
        if (there && !gp_file_read(run->memory, path, &run->sources[i].bytes, &why))
            fail_msg("%s: %s (run from the project's folder)", path, why);
    }
    read_run(run);
}

static void test_default_rungs(void **state) {
    (void)state;
    static const struct {
        const char *id;
        enum gp_path path;
        int32_t rank, product_hat, years, products;
        size_t from_count;
    } rungs[] = {
        {"tpm", GP_PATH_ENTRY, 1, 95, 0, 0, 0},  {"pmm", GP_PATH_ENTRY, 1, 95, 0, 0, 0},
        {"pm", GP_PATH_ENTRY, 2, 90, 0, 0, 2},   {"principal", GP_PATH_PRODUCT, 3, 80, 3, 2, 1},
        {"gpm", GP_PATH_PEOPLE, 3, 50, 3, 2, 2}, {"director", GP_PATH_PEOPLE, 4, 35, 5, 2, 1},
        {"vp", GP_PATH_PEOPLE, 5, 20, 8, 2, 1},  {"cpo", GP_PATH_PEOPLE, 6, 10, 10, 2, 1},
    };
    struct run run;
    open_default(&run);
    assert_string_equal(said(&run), "");
    assert_true(run.good);
    assert_int_equal(run.ladder.rung_count, 8);
    for (size_t i = 0; i < run.ladder.rung_count; i++) {
        const struct gp_rung *rung = &run.ladder.rungs[i];
        assert_string_equal(rung->id, rungs[i].id);
        if (rung->path != rungs[i].path || rung->rank != rungs[i].rank ||
            rung->hats[GP_PRODUCT_SIDE] != rungs[i].product_hat ||
            rung->hats[GP_PEOPLE_SIDE] != 100 - rungs[i].product_hat ||
            rung->min_years != rungs[i].years || rung->min_products != rungs[i].products ||
            rung->from_count != rungs[i].from_count || rung->scope[0] == '\0')
            fail_msg("%s: not as DESIGN section 2 has it", rung->id);
    }
    close_run(&run);
}

static void test_default_activities(void **state) {
    (void)state;
    struct run run;
    open_default(&run);
    assert_int_equal(run.ladder.activity_count, 78);
    assert_int_equal(run.ladder.facet_count, 9);
    // Seven facets of building the product, then LEAD with 6 and INFLUENCE with 7 activities.
    assert_int_equal(run.ladder.facets[6].side, GP_PRODUCT_SIDE);
    assert_string_equal(run.ladder.facets[7].name, "LEAD");
    assert_int_equal(run.ladder.facets[7].side, GP_PEOPLE_SIDE);
    assert_int_equal(run.ladder.facets[7].count, 6);
    assert_int_equal(run.ladder.facets[8].count, 7);
    // Problem Discovery, the third activity, is expected of a pm at 3 and is a must-have.
    assert_int_equal(gp_expected(&run.ladder, 2, 2)->level, 3);
    assert_true(gp_expected(&run.ladder, 2, 2)->must_have);
    close_run(&run);
}

static void test_small_ladder(void **state) {
    (void)state;
    struct run run;
    open_small(&run, GP_FILE_RUNGS, NULL, NULL);
    const struct gp_ladder *ladder = &run.ladder;
    assert_string_equal(said(&run), "");
    assert_true(run.good);
    // Product side first; within a facet as the file has them.
    static const char *const order[] = {"Ask", "Watch", "Coach", "Hire"};
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(ladder->activities[i].name, order[i]);
    assert_string_equal(ladder->facets[0].name, "FIND");
    assert_int_equal(ladder->facets[1].first, 2);
    assert_int_equal(ladder->facets[1].count, 2);
    assert_int_equal(gp_side_of(ladder, 3), GP_PEOPLE_SIDE);
    assert_int_equal(ladder->activities[0].weight, 2);
    assert_int_equal(ladder->activities[3].weight, 1);
    assert_int_equal(ladder->activities[1].at.line, 5);
    assert_true(ladder->activities[1].core);
    // gpm comes from pm (1) and principal (2), and expects Coach (2) at 3 as a must-have.
    assert_int_equal(ladder->rungs[3].from_count, 2);
    assert_int_equal(ladder->rungs[3].from[0], 1);
    assert_int_equal(ladder->rungs[3].from[1], 2);
    assert_int_equal(ladder->rungs[3].at.line, 5);
    assert_int_equal(gp_expected(ladder, 3, 2)->level, 3);
    assert_true(gp_expected(ladder, 3, 2)->must_have);
    assert_false(gp_expected(ladder, 3, 3)->must_have);
    // Levels ascend; six spellings of the skill's own and six for all axes.
    assert_int_equal(ladder->scales[GP_SKILL].levels[1].value, 3);
    assert_int_equal(ladder->scales[GP_SKILL].highest, 5);
    assert_int_equal(ladder->scales[GP_SKILL].spelling_count, 6 + 6);
    assert_int_equal(ladder->rule_count, 8);
    assert_int_equal(ladder->rules[7].kind, GP_RULE_IGNORE);
    close_run(&run);
}

static void test_hash(void **state) {
    (void)state;
    struct run first, second;
    open_small(&first, GP_FILE_RUNGS, NULL, NULL);
    open_small(&second, GP_FILE_ALIASES, "score", "scores");
    assert_string_not_equal(first.ladder.hash, second.ladder.hash);
    const char *joined =
        gp_print(first.memory, "%s%s%s%s%s", small[0], small[1], small[2], small[3], small[4]);
    char hash[GP_HASH_TEXT];
    gp_hash(joined, strlen(joined), hash);
    assert_string_equal(first.ladder.hash, hash);
    close_run(&first);
    close_run(&second);
}

struct broken {
    const char *name, *old, *new, *said;
};

static void try_broken(enum gp_ladder_file file, const struct broken *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct run run;
        open_small(&run, file, rows[i].old, rows[i].new);
        if (run.good)
            fail_msg("%s: taken for good", rows[i].name);
        if (run.ladder.rungs != NULL || run.ladder.name != NULL)
            fail_msg("%s: the ladder was touched", rows[i].name);
        if (strcmp(said(&run), rows[i].said) != 0)
            fail_msg("%s:\nsaid   %swanted %s", rows[i].name, said(&run), rows[i].said);
        close_run(&run);
    }
}

#define TRY_BROKEN(file, rows) try_broken(file, rows, sizeof(rows) / sizeof *(rows))

static void test_broken_rungs(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"missing column", "people_hat,min_years", "people,min_years",
         "rungs.csv:1:7: unknown column \"people\"; did you mean \"people_hat\"?\n"
         "rungs.csv:1:1: no column \"people_hat\"; every rung needs one\n"},
        {"column twice", "min_products,scope", "scope,scope",
         "rungs.csv:1:10: column \"scope\" is there twice; keep one\n"},
        {"duplicate id", "tpm,Technical", "pm,PM,entry,1,,95,5,,,\ntpm,Technical",
         "rungs.csv:4:1: rung \"pm\" is there twice, first on line 2; keep one\n"},
        {"no id", "tpm,Technical", ",PM,entry,1,,95,5,,,\ntpm,Technical",
         "rungs.csv:2:1: a rung without an id; give it a short one, such as pm\n"},
        {"odd id", "gpm,Group PM", "g pm,Group PM",
         "rungs.csv:5:1: id \"g pm\" has other characters than a-z, 0-9, _ and -; leave those out\n"
         "expectations.csv:1:5: unknown column \"gpm\"; did you mean \"tpm\"?\n"},
        {"reserved id", "gpm,Group PM", "outside,Group PM",
         "rungs.csv:5:1: id \"outside\" has a meaning of its own elsewhere; choose another id\n"
         "expectations.csv:1:5: unknown column \"gpm\"; did you mean \"tpm\"?\n"
         "expectations.csv:1:1: no column \"outside\"; every rung needs one\n"},
        {"no title", "Principal PM", "",
         "rungs.csv:4:2: rung principal has no title; write one with letters in it\n"},
        {"title of another", "Principal PM", "Group pm",
         "rungs.csv:5:2: title \"Group PM\" is also a name of rung principal; let each name mean "
         "one rung\n"},
        {"unknown path", "entry,1", "entri,1",
         "rungs.csv:2:3: unknown path \"entri\"; did you mean \"entry\"?\n"},
        {"rank 0", "entry,1", "entry,0",
         "rungs.csv:2:4: rank is \"0\"; a whole number from 1 to 99 is needed\n"},
        {"hats of 101", "95,5", "95,6",
         "rungs.csv:2:6: product_hat 95 and people_hat 6 sum to 101; they must sum to 100\n"},
        {"from nowhere", "2,tpm,", "2,tpn|wizard of oz,",
         "rungs.csv:3:5: rung pm comes from \"tpn\", which is no rung; did you mean \"tpm\"?\n"
         "rungs.csv:3:5: rung pm comes from \"wizard of oz\", which is no rung; there is \"tpm\", "
         "\"pm\", \"principal\", \"gpm\"\n"},
        {"from twice", "pm | principal", "pm|pm",
         "rungs.csv:5:5: rung gpm comes from \"pm\" twice; name it once\n"},
        {"circle of two", "3,pm,80", "3,gpm,80",
         "rungs.csv:4:5: rungs principal, gpm come from one another in a circle; let each come "
         "from lower ones only\n"},
        {"circle of one", "3,pm,80", "3,principal,80",
         "rungs.csv:4:5: rung principal comes from itself; name the one before it\n"},
    };
    TRY_BROKEN(GP_FILE_RUNGS, rows);
}

static void test_broken_ways(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"unreachable", "3,pm,80", "3,,80",
         "rungs.csv:4:5: nobody can reach rung principal; say which rung it comes from, or make "
         "its path entry\n"},
        {"unreachable behind another", "3,pm,80,20,3,2,\ngpm,Group PM,people,3,pm | principal,",
         "3,,80,20,3,2,\ngpm,Group PM,people,4,principal,",
         "rungs.csv:4:5: nobody can reach rung principal; say which rung it comes from, or make "
         "its path entry\n"
         "rungs.csv:5:5: nobody can reach rung gpm, as nobody reaches a rung it comes from; one of "
         "those must lead back to an entry\n"},
        {"rank not above", "entry,2,tpm", "entry,1,tpm",
         "rungs.csv:3:4: rung pm has rank 1 and comes from tpm of rank 1; its rank must be "
         "higher\n"},
        {"rank below on another path", "product,3,pm", "product,1,pm",
         "rungs.csv:4:4: rung principal has rank 1 and comes from pm of rank 2; its rank must be "
         "no lower\n"},
        {"years", "3,2,\ngpm", "-3,2,\ngpm",
         "rungs.csv:4:8: min_years is \"-3\"; a whole number from 0 to 60 is needed\n"},
        {"two mistakes", "95,5,,,\npm,Product Manager,entry", "95,6,,,\npm,Product Manager,entree",
         "rungs.csv:2:6: product_hat 95 and people_hat 6 sum to 101; they must sum to 100\n"
         "rungs.csv:3:3: unknown path \"entree\"; did you mean \"entry\"?\n"},
    };
    TRY_BROKEN(GP_FILE_RUNGS, rows);
}

static void test_broken_activities(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"unknown column", "owner", "owners",
         "activities.csv:1:4: unknown column \"owners\"; did you mean \"owner\"?\n"},
        {"duplicate", "Ask,FIND", "coach!,LEAD,people,,,,,\nAsk,FIND",
         "activities.csv:3:1: activity \"coach!\" is there twice, first on line 2; keep one\n"},
        {"no name", "Ask,FIND", "?,LEAD,people,,,,,\nAsk,FIND",
         "activities.csv:3:1: an activity without a name; write one with letters in it\n"},
        {"no facet", "Coach,LEAD", "Coach,",
         "activities.csv:2:2: an activity without a facet; write the group it belongs to\n"},
        {"unknown side", "Coach,LEAD,people", "Coach,LEAD,peeple",
         "activities.csv:2:3: unknown side \"peeple\"; did you mean \"people\"?\n"},
        {"facet on both sides", "Watch,FIND,product", "Watch,FIND,people",
         "activities.csv:5:3: facet \"FIND\" is on the people side here and on the product side on "
         "line 3; a facet has one side\n"},
        {"weight 101", "yes,100", "yes,101",
         "activities.csv:5:6: weight is \"101\"; a whole number from 1 to 100 is needed\n"},
        {"core", "Lead,yes", "Lead,no",
         "activities.csv:2:5: core is \"no\"; write yes or leave it empty\n"},
    };
    TRY_BROKEN(GP_FILE_ACTIVITIES, rows);
}

static void test_broken_expectations(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"unknown activity", "Watch,3", "Wach,3",
         "expectations.csv:3:1: unknown activity \"Wach\"; did you mean \"Watch\"?\n"
         "expectations.csv:1:1: no row for activity \"Watch\"; every activity needs one\n"},
        {"missing activity", "Hire,0,0,0,2\n", "",
         "expectations.csv:1:1: no row for activity \"Hire\"; every activity needs one\n"},
        {"twice", "Hire,0", "Ask,0",
         "expectations.csv:5:1: activity \"Ask\" is there twice, first on line 2; keep one\n"
         "expectations.csv:1:1: no row for activity \"Hire\"; every activity needs one\n"},
        {"missing rung", "principal,gpm", "principal,gmp",
         "expectations.csv:1:5: unknown column \"gmp\"; did you mean \"gpm\"?\n"
         "expectations.csv:1:1: no column \"gpm\"; every rung needs one\n"},
        {"rung twice", "tpm,pm,principal,gpm\n", "tpm,pm,principal,gpm,pm\n",
         "expectations.csv:1:6: column \"pm\" is there twice; keep one\n"},
        {"off the scale", "Watch,3", "Watch,6",
         "expectations.csv:3:2: level \"6\" is off the scale of skill; it goes from 0 to 5\n"},
        {"bad mark", "3!", "3!!",
         "expectations.csv:2:3: \"3!!\" is no expected level; write a level, with ! behind it for "
         "a must-have, or 0 for nothing expected\n"},
        {"must-have of nothing", "Hire,0", "Hire,0!",
         "expectations.csv:5:2: a must-have of level 0; give it a level or take the ! away\n"},
        {"empty", "Hire,0", "Hire,",
         "expectations.csv:5:2: an empty cell is no expected level; write a level, with ! behind "
         "it for a must-have, or 0 for nothing expected\n"},
        {"nameless column", "tpm,pm,principal,gpm\nAsk,1,3!,4,4\n",
         "tpm,pm,principal,gpm,\nAsk,1,3!,4,4,a note\n",
         "expectations.csv:2:6: \"a note\" stands in a column without a name; name the column or "
         "empty it\n"},
    };
    TRY_BROKEN(GP_FILE_EXPECTATIONS, rows);
}

static void test_broken_scales(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"unknown axis", "skill,3", "skil,3",
         "scales.csv:4:1: unknown axis \"skil\"; did you mean \"skill\"?\n"},
        {"one level", "interest,5,Passionate,\n", "",
         "scales.csv:1:1: interest has one level; a scale needs at least two levels\n"},
        {"no level", "interest,0,None,\ninterest,5,Passionate,\n", "",
         "scales.csv:1:1: interest has no level; a scale needs at least two levels\n"},
        {"duplicate value", "skill,3,Good", "skill,0,Nil",
         "scales.csv:4:2: value 0 of skill is there twice; keep one row and put other spellings "
         "into its column also\n"},
        {"value too large", "skill,5", "skill,101",
         "scales.csv:2:2: value is \"101\"; a whole number from 0 to 100 is needed\n"},
        {"spelling of two", "Excellent,Master", "Excellent,GOOD",
         "scales.csv:4:3: \"Good\" means both 5 and 3 on the scale of skill; let it mean one\n"},
        {"spelling of a level and of not rated", "N/A,not applicable", "N/A,none",
         "scales.csv:9:4: \"none\" means both 0 and na on the scale of skill; let it mean one\n"},
        {"number that is another", "Excellent,Master", "Excellent,4",
         "scales.csv:2:4: 5 is spelled as the number \"4\"; a number means itself\n"},
        {"no label of no answer", "any,dk,Don't know,", "any,dk,,",
         "scales.csv:10:3: dk has no label; write the words people choose\n"},
        {"unknown way not to be rated", "any,dk", "any,maybe",
         "scales.csv:10:2: unknown value \"maybe\"; there is \"na\", \"dk\", \"blank\"\n"},
    };
    TRY_BROKEN(GP_FILE_SCALES, rows);
}

static void test_broken_rules(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"unknown kind", "axis,motivation", "axes,motivation",
         "aliases.csv:3:1: unknown kind \"axes\"; did you mean \"axis\"?\n"},
        {"field", "person,", "spend,",
         "aliases.csv:2:3: target \"spend\" is no field; did you mean \"spent\"?\n"},
        {"axis", "interest,", "interests,",
         "aliases.csv:3:3: target \"interests\" is no axis; did you mean \"interest\"?\n"},
        {"activity", "hiring,hire", "hiring,hier",
         "aliases.csv:4:3: target \"hier\" is no activity; change or remove the rule; did you mean "
         "\"Hire\"?\n"},
        {"level", "good enough,3", "good enough,6",
         "aliases.csv:5:3: target \"6\" is no level; write a number on the scale, na, dk or "
         "blank\n"},
        {"level between two of every scale", "good enough,3", "good enough,4",
         "aliases.csv:5:3: target \"4\" is no level; write a number on the scale, na, dk or "
         "blank\n"},
        {"level of words", "no idea,dk", "no idea,dunno",
         "aliases.csv:6:3: target \"dunno\" is no level; write a number on the scale, na, dk or "
         "blank\n"},
        {"role", "product owner,pm", "product owner,ppm",
         "aliases.csv:7:3: target \"ppm\" is no rung; did you mean \"tpm\"?\n"},
        {"ignore", "score,,", "score,pm,",
         "aliases.csv:9:3: target \"pm\" of a rule that ignores; leave it empty\n"},
        {"pattern", "full name", "(full name",
         "aliases.csv:2:2: \"(full name\" is no pattern: missing closing parenthesis at byte 11; "
         "mend it, with \\ before a sign meant as itself\n"},
        {"no pattern", "full name", "",
         "aliases.csv:2:2: a rule without a pattern; write the name it is to match\n"},
        {"not closed", "ignore,score", "\"ignore,score",
         "aliases.csv:9:1: the quote opened on line 9 is never closed, so that everything behind "
         "it was swallowed; close it behind its text\n"},
    };
    TRY_BROKEN(GP_FILE_ALIASES, rows);
}

static void test_no_rules(void **state) {
    (void)state;
    struct run run;
    open_small(&run, GP_FILE_ALIASES, small[GP_FILE_ALIASES], "kind,pattern,target\n");
    assert_true(run.good);
    assert_int_equal(run.ladder.rule_count, 0);
    close_run(&run);
}

// A spreadsheet's capitals, and the empty columns and rows it leaves behind.
static void test_spreadsheet_traces(void **state) {
    (void)state;
    static const struct broken rows[] = {
        {"capitals", "Coach,LEAD,people,Lead,yes", "Coach,Lead,People,Lead,YES", ""},
        {"empty columns", "description,try_next\n", "description,try_next,,\n", ""},
        {"empty rows", "Hire,LEAD,people", ",,,,,,,\n,,,,,,,\nHire,LEAD,people", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct run run;
        open_small(&run, GP_FILE_ACTIVITIES, rows[i].old, rows[i].new);
        if (!run.good || run.ladder.facet_count != 2 || run.ladder.activity_count != 4)
            fail_msg("%s: %s", rows[i].name, said(&run));
        close_run(&run);
    }
}

static void test_no_rows(void **state) {
    (void)state;
    struct run run;
    open_small(&run, GP_FILE_SCALES, small[GP_FILE_SCALES], "axis,value,label\n");
    assert_string_equal(said(&run),
                        "scales.csv: no rows below the header; at least one level is needed\n");
    close_run(&run);
}

static void test_too_many(void **state) {
    (void)state;
    struct run run;
    struct gp_memory *memory = gp_memory_open();
    const char *text = "id,title,path,rank,from,product_hat,people_hat\n";
    for (unsigned i = 0; i < 65; i++)
        text = gp_print(memory, "%sr%u,Rung %u,entry,1,,50,50\n", text, i, i);
    open_small(&run, GP_FILE_RUNGS, small[GP_FILE_RUNGS], text);
    // Which rungs there are is not known then, so nothing is said of expectations and rules.
    assert_string_equal(said(&run), "rungs.csv:66:1: 65 rows; at most 64 are allowed\n");
    close_run(&run);
    gp_memory_close(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_default_rungs),
        cmocka_unit_test(test_default_activities),
        cmocka_unit_test(test_small_ladder),
        cmocka_unit_test(test_hash),
        cmocka_unit_test(test_broken_rungs),
        cmocka_unit_test(test_broken_activities),
        cmocka_unit_test(test_broken_expectations),
        cmocka_unit_test(test_broken_scales),
        cmocka_unit_test(test_broken_rules),
        cmocka_unit_test(test_no_rules),
        cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_broken_ways),
        cmocka_unit_test(test_spreadsheet_traces),
        cmocka_unit_test(test_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
