// test_budget_tree.c - sums under managers: small trees by hand, a large one against brute force.
#include "base/text.h"
#include "budget_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

// The tree as "CODE DEPTH name direct/whole" a line, headcounts.
static const char *tree_text(struct gp_memory *memory, const struct gp_budget *budget) {
    const char *text = "";
    for (size_t i = 0; i < budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &budget->by_manager[i];
        text = gp_print(memory, "%s%s %zu %s%s %zu/%zu\n", text,
                        gp_currency_code(total->direct.currency), total->depth, total->manager_name,
                        total->line == GP_NO_LINE ? "*" : "", total->direct.headcount,
                        total->whole.headcount);
    }
    return text;
}

static void name(struct world *world, size_t person, const char *text, const char *id) {
    world->team.people[person].name = text;
    world->team.people[person].key = gp_text_key(world->memory, text);
    world->team.people[person].id = id;
}

// Somebody with a manager: a person, or a name alone.
static void put_under(struct world *world, size_t person, size_t manager, const char *text) {
    world->team.people[person].manager = manager;
    world->team.people[person].manager_name =
        manager != GP_NO_PERSON ? world->team.people[manager].name : text;
}

// Ana leads Ben (no salary), who leads Cleo and Dan (EUR); Zoe, a name alone, leads Eva, who leads
// Fay. Gil is of nobody and leads nobody. A star: no line of their own.
static void test_a_small_tree(void **state) {
    struct world world;
    struct gp_budget budget;
    static const char *const names[] = {"Ana", "Ben", "Cleo", "Dan", "Eva", "Fay", "Gil"};
    static const size_t managers[] = {GP_NO_PERSON, 0, 1, 1, GP_NO_PERSON, 4, GP_NO_PERSON};
    world_open(&world, *state, 7);
    for (size_t i = 0; i < 7; i++)
        name(&world, i, names[i], "");
    for (size_t i = 0; i < 7; i++)
        put_under(&world, i, managers[i], i == 4 ? "Zoe" : "");
    world.payroll.items[1] = (struct gp_pay){.rate_ppm = -1, .fte_ppm = -1};
    world.payroll.items[3] = world_pay(10000, "EUR");
    assert_true(world_budget(&world, &budget));
    assert_string_equal(tree_text(*state, &budget), "EUR 0 Ana 0/1\n"
                                                    "EUR 1 Ben* 1/1\n"
                                                    "USD 0 * 2/2\n" // Ana and Gil
                                                    "USD 0 Ana 0/1\n"
                                                    "USD 1 Ben* 1/1\n"
                                                    "USD 0 Zoe* 1/2\n"
                                                    "USD 1 Eva 1/1\n");
}

// Two managers of one name are two, by id; a name alone stands before both. A name without letters
// is not nobody. Two ways to write a name alone are one manager.
static void test_names(void **state) {
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, 9);
    name(&world, 0, "Ana", "2");
    name(&world, 1, "Ana", "1");
    for (size_t i = 2; i < 9; i++)
        name(&world, i, "Ben", "");
    put_under(&world, 2, 0, NULL);
    put_under(&world, 3, 1, NULL);
    put_under(&world, 4, 1, NULL);
    put_under(&world, 5, GP_NO_PERSON, "ANA");
    put_under(&world, 6, GP_NO_PERSON, "???");
    put_under(&world, 7, GP_NO_PERSON, "!");
    put_under(&world, 8, GP_NO_PERSON, " A-na");
    assert_true(world_budget(&world, &budget));
    assert_string_equal(tree_text(*state, &budget), "USD 0 * 2/2\n"
                                                    "USD 0 !* 1/1\n"
                                                    "USD 0 ???* 1/1\n"
                                                    "USD 0 ANA* 2/2\n"
                                                    "USD 0 Ana 2/2\n" // id 1
                                                    "USD 0 Ana 1/1\n");
    assert_int_equal(budget.by_manager[4].manager, 1);
    assert_int_equal(budget.by_manager[5].manager, 0);
}

static uint64_t seed;

static uint64_t below(uint64_t limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed % limit;
}

enum { LEVELS = 5, PEOPLE = 200 };

// How many people there are down to each level, each of whom has a manager on the one above.
static const size_t ends[LEVELS] = {3, 11, 40, 100, PEOPLE};

static void grow(struct world *world, struct gp_memory *memory) {
    static const char *const currencies[] = {"USD", "USD", "EUR", "JPY"};
    world_open(world, memory, PEOPLE);
    for (size_t i = 0; i < PEOPLE; i++)
        name(world, i, gp_print(memory, "P%03zu", (i * 77) % PEOPLE), "");
    for (size_t level = 0; level < LEVELS; level++) {
        size_t first = level == 0 ? 0 : ends[level - 1];
        size_t above = level < 2 ? 0 : ends[level - 2];
        for (size_t i = first; i < ends[level]; i++) {
            struct gp_pay *pay = &world->payroll.items[i];
            *pay = world_pay((int64_t)below(20000000), currencies[below(4)]);
            pay->rate_ppm = (int32_t)below(50000);
            pay->spent.minor = below(3) == 0 ? (int64_t)below(1000000) : 0;
            pay->carry_over.minor = (int64_t)below(100000);
            pay->known = below(20) != 0;
            if (level > 0)
                put_under(world, i, above + (size_t)below(first - above), NULL);
            else if (i > 0)
                put_under(world, i, GP_NO_PERSON, i == 1 ? "Zoe" : "Yan");
        }
    }
}

static bool is_below(const struct gp_team *team, size_t person, const struct gp_budget_total *top) {
    for (size_t at = person; at != GP_NO_PERSON; at = team->people[at].manager) {
        if (top->manager != GP_NO_PERSON && team->people[at].manager == top->manager)
            return true;
        if (top->manager == GP_NO_PERSON && team->people[at].manager == GP_NO_PERSON &&
            strcmp(team->people[at].manager_name, top->manager_name) == 0)
            // Below nobody are only those of nobody themselves.
            return top->manager_name[0] != '\0' || at == person;
    }
    return false;
}

static void check_whole(const struct world *world, const struct gp_budget *budget,
                        const struct gp_budget_total *total) {
    int64_t salary = 0, pool = 0, left = 0, spent = 0, part = 0;
    size_t headcount = 0, trained = 0;
    for (size_t i = 0; i < budget->line_count; i++) {
        const struct gp_budget_line *line = &budget->lines[i];
        if (line->salary.currency != total->whole.currency ||
            !is_below(&world->team, line->person, total))
            continue;
        salary += line->salary.minor;
        pool += line->pool.minor;
        left += line->left.minor;
        spent += line->spent.minor;
        part += line->parts[1].minor;
        trained += line->spent.minor > 0;
        headcount++;
    }
    const struct gp_budget_sum *whole = &total->whole;
    if (whole->salary.minor != salary || whole->pool.minor != pool || whole->left.minor != left ||
        whole->spent.minor != spent || whole->parts[1].minor != part ||
        whole->headcount != headcount || whole->trained != trained)
        fail_msg("%s: %zu of %zu", total->manager_name, whole->headcount, headcount);
}

// Each line is in one direct sum; the wholes at the top make the totals by currency.
static void check_sums(const struct gp_budget *budget, const struct gp_budget_sum *sum) {
    int64_t lines = 0, direct = 0, whole = 0;
    size_t people = 0;
    for (size_t i = 0; i < budget->line_count; i++)
        lines +=
            budget->lines[i].salary.currency == sum->currency ? budget->lines[i].left.minor : 0;
    for (size_t i = 0; i < budget->by_manager_count; i++) {
        const struct gp_budget_total *total = &budget->by_manager[i];
        if (total->direct.currency != sum->currency)
            continue;
        direct += total->direct.left.minor;
        whole += total->depth == 0 ? total->whole.left.minor : 0;
        people += total->depth == 0 ? total->whole.headcount : 0;
    }
    assert_true(lines == sum->left.minor && direct == lines && whole == lines);
    assert_int_equal(people, sum->headcount);
}

static void test_five_levels_of_200_people(void **state) {
    size_t deepest = 0;
    seed = 200;
    for (int round = 0; round < 20; round++) {
        struct world world;
        struct gp_budget budget;
        grow(&world, *state);
        assert_true(world_budget(&world, &budget));
        assert_int_equal(budget.by_currency_count, 3);
        for (size_t i = 0; i < budget.by_manager_count; i++) {
            check_whole(&world, &budget, &budget.by_manager[i]);
            assert_true(budget.by_manager[i].whole.headcount > 0);
            deepest = budget.by_manager[i].depth > deepest ? budget.by_manager[i].depth : deepest;
        }
        for (size_t i = 0; i < 3; i++)
            check_sums(&budget, &budget.by_currency[i]);
    }
    assert_int_equal(deepest, LEVELS - 1); // one more for the names alone, less the leaves
}

// A line of 20000 managers, each with one below: neither deep nor slow to the code.
static void test_a_long_chain(void **state) {
    enum { LONG = 20000 };
    struct world world;
    struct gp_budget budget;
    world_open(&world, *state, LONG);
    for (size_t i = 1; i < LONG; i++)
        put_under(&world, i, i - 1, NULL);
    assert_true(world_budget(&world, &budget));
    assert_int_equal(budget.by_manager_count, LONG); // nobody, and all but the last
    assert_int_equal(budget.by_manager[1].whole.headcount, LONG - 1);
    assert_int_equal(budget.by_manager[LONG - 1].whole.headcount, 1);
    assert_int_equal(budget.by_manager[LONG - 1].depth, LONG - 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_small_tree, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_names, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_five_levels_of_200_people, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_a_long_chain, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
