// test_course_choice.c - the best set of courses: by hand, against all sets, and how much it takes.
#include "analyze/course_choice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_WANTS = 30, MOST_OFFERS = 200, MOST_LIFTS = 4, MOST_NEEDS = 2 };

// A question with room for its parts.
struct asked {
    struct gp_course_question question;
    struct gp_want wants[MOST_WANTS];
    struct gp_offer offers[MOST_OFFERS];
    struct gp_lift lifts[MOST_OFFERS][MOST_LIFTS];
    size_t needs[MOST_OFFERS][MOST_NEEDS];
};

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

static void ask(struct asked *asked, int64_t purse) {
    *asked = (struct asked){.question = {.purse = purse}};
    asked->question.wants = asked->wants;
    asked->question.offers = asked->offers;
}

static void want(struct asked *asked, int64_t weight, int32_t gap) {
    asked->wants[asked->question.want_count++] = (struct gp_want){weight, gap};
}

static size_t offer(struct asked *asked, int64_t price) {
    size_t index = asked->question.offer_count++;
    asked->offers[index] = (struct gp_offer){
        .price = price, .lifts = asked->lifts[index], .needs = asked->needs[index]};
    return index;
}

static void lift(struct asked *asked, size_t offered, size_t wanted, int32_t lifted) {
    struct gp_offer *of = &asked->offers[offered];
    for (size_t i = 0; i < of->lift_count; i++)
        if (of->lifts[i].want == wanted)
            return;
    asked->lifts[offered][of->lift_count++] = (struct gp_lift){wanted, lifted};
}

static void need(struct asked *asked, size_t offered, size_t needed) {
    struct gp_offer *of = &asked->offers[offered];
    for (size_t i = 0; i < of->need_count; i++)
        if (of->needs[i] == needed)
            return;
    asked->needs[offered][of->need_count++] = needed;
}

// Two gaps, of two levels (weight 3) and one (weight 1): 6000 + 1000 at most. Offers, written
// PRICE:LIFT LIFT, of the one gap and the other in levels, and >OFFER for what one needs.
static const struct {
    const char *name, *offers, *set;
    int64_t purse, price, value;
} rows[] = {
    {"no offers", "", "", 100, 0, 0},
    {"one that fits to the unit", "100:20", "0", 100, 100, 6000},
    {"one that is a unit too dear", "101:20", "", 100, 0, 0},
    {"teaches nothing wanted", "10:00 20:00", "", 100, 0, 0},
    {"nor when it is free", "0:00 0:10", "1", 100, 0, 3000},
    {"a purse of nothing buys what is free", "0:10 1:20", "0", 0, 0, 3000},
    // Both lift the one gap: 2 levels count, not 3.
    {"two for one gap do not add up", "40:10 50:20", "1", 100, 50, 6000},
    {"the heavier gap", "100:01 100:10", "1", 100, 100, 3000},
    {"no further than the gap", "90:30 80:20", "1", 100, 80, 6000},
    {"the dearer one does more", "50:10 51:01 100:20", "2", 100, 100, 6000},
    {"two cheap ones do more", "50:10 50:01 60:10 100:10", "01", 100, 100, 4000},
    {"the cheaper of two alike", "60:10 50:10", "1", 100, 50, 3000},
    {"one instead of two at the same price", "30:10 30:01 60:11", "2", 100, 60, 4000},
    {"the earlier of two alike", "50:10 50:10", "0", 100, 50, 3000},
    {"the earlier of two sets", "50:01 50:10 50:01 50:10", "01", 100, 100, 4000},
    // 0 and 3, or 1 and 2: the same for the same.
    {"the set with the earliest", "40:10 50:10 50:01>1 60:01>0", "03", 100, 100, 4000},
    {"with what it needs", "30:00 70:20>0", "01", 100, 100, 6000},
    {"not without what it needs", "30:00 71:20>0", "", 100, 0, 0},
    {"needs at two removes", "70:20>1 20:00>2 10:00", "012", 100, 100, 6000},
    {"what it needs teaches too", "30:10 70:01>0 60:10", "01", 100, 100, 4000},
    {"one need for two", "10:00 20:10>0 20:01>0", "012", 50, 50, 4000},
    {"needs weigh against another", "50:00 50:20>0 99:20", "2", 100, 99, 6000},
    // 1 closes more by itself, but the two others together close all.
    {"not the one that closes most by itself", "50:20 70:21 40:01", "1", 100, 70, 7000},
    {"nor the one that closes most for its price", "10:01 95:20", "1", 100, 95, 6000},
    {"none that the others make needless", "10:10 20:01 60:20", "12", 100, 80, 7000},
};

static void read_offers(struct asked *asked, const char *text) {
    while (*text != '\0') {
        int64_t price = 0;
        for (; *text != ':'; text++)
            price = price * 10 + *text - '0';
        size_t index = offer(asked, price);
        for (size_t i = 0; i < 2; i++)
            if (text[i + 1] != '0')
                lift(asked, index, i, 1000 * (text[i + 1] - '0'));
        text += 3;
        for (; *text == '>'; text += 2)
            need(asked, index, (size_t)(text[1] - '0'));
        text += *text == ' ';
    }
}

static void test_rows(void **state) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct asked asked;
        struct gp_course_set set;
        ask(&asked, rows[i].purse);
        want(&asked, 3, 2000);
        want(&asked, 1, 1000);
        read_offers(&asked, rows[i].offers);
        gp_choose_courses(*state, &asked.question, &set);
        char found[8] = "";
        for (size_t j = 0; j < set.count; j++)
            found[j] = (char)('0' + set.offers[j]);
        if (strcmp(found, rows[i].set) != 0 || set.price != rows[i].price ||
            set.value != rows[i].value || !set.exact)
            fail_msg("%s: {%s} for %lld", rows[i].name, found, (long long)set.price);
    }
}

static uint64_t seed;

static uint64_t below(uint64_t limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed % limit;
}

static int64_t value_of(const struct asked *asked, unsigned held) {
    int32_t lifted[MOST_WANTS] = {0};
    int64_t value = 0;
    for (size_t i = 0; i < asked->question.offer_count; i++)
        for (size_t j = 0; (held >> i & 1) != 0 && j < asked->offers[i].lift_count; j++) {
            const struct gp_lift *of = &asked->offers[i].lifts[j];
            if (of->lift > lifted[of->want])
                lifted[of->want] = of->lift;
        }
    for (size_t i = 0; i < asked->question.want_count; i++) {
        int32_t gap = asked->wants[i].gap;
        value += asked->wants[i].weight * (lifted[i] < gap ? lifted[i] : gap);
    }
    return value;
}

// What a set costs; -1 when it lacks something that it needs.
static int64_t price_of(const struct asked *asked, unsigned held) {
    int64_t price = 0;
    for (size_t i = 0; i < asked->question.offer_count; i++) {
        if ((held >> i & 1) == 0)
            continue;
        price += asked->offers[i].price;
        for (size_t j = 0; j < asked->offers[i].need_count; j++)
            if ((held >> asked->offers[i].needs[j] & 1) == 0)
                return -1;
    }
    return price;
}

struct tried {
    unsigned held;
    int64_t value, price;
};

// Rule by rule, as the header has it.
static bool is_better(const struct tried *a, const struct tried *b) {
    int a_count = __builtin_popcount(a->held), b_count = __builtin_popcount(b->held);
    if (a->value != b->value)
        return a->value > b->value;
    if (a->price != b->price)
        return a->price < b->price;
    if (a_count != b_count)
        return a_count < b_count;
    unsigned differing = a->held ^ b->held;
    return (a->held & differing & (0 - differing)) != 0; // the lowest bit only one of them has
}

static struct tried best_of_all(const struct asked *asked) {
    struct tried best = {0};
    for (unsigned held = 1; held < 1U << asked->question.offer_count; held++) {
        struct tried tried = {held, value_of(asked, held), price_of(asked, held)};
        if (tried.price >= 0 && tried.price <= asked->question.purse && is_better(&tried, &best))
            best = tried;
    }
    return best;
}

// Up to 10 offers for up to 5 gaps. `coarse`: few prices, weights and gaps, so that many sets tie.
static void ask_at_random(struct asked *asked, bool coarse) {
    ask(asked, coarse ? (int64_t)below(12) * 100 : (int64_t)below(9001));
    size_t wants = 1 + below(5), offers = below(11);
    for (size_t i = 0; i < wants; i++)
        want(asked, coarse ? 1 : 1 + (int64_t)below(4),
             coarse ? 1000 * (int32_t)(1 + below(2)) : (int32_t)(1 + below(3500)));
    for (size_t i = 0; i < offers; i++) {
        size_t index = offer(asked, coarse ? (int64_t)below(4) * 100 : (int64_t)below(3000));
        for (uint64_t lifts = below(MOST_LIFTS + 1); lifts > 0; lifts--)
            lift(asked, index, below(wants),
                 coarse ? 1000 * (int32_t)(1 + below(2)) : (int32_t)(1 + below(3500)));
        for (uint64_t needs = below(3); i > 0 && needs > 0; needs--)
            if (below(3) == 0)
                need(asked, index, below(i));
    }
}

// Needs point backwards above; turned round, they point ahead.
static void turn_round(struct asked *asked) {
    size_t count = asked->question.offer_count;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < asked->offers[i].need_count; j++)
            asked->needs[i][j] = count - 1 - asked->needs[i][j];
    for (size_t i = 0; 2 * i + 1 < count; i++) {
        struct gp_offer kept = asked->offers[i];
        asked->offers[i] = asked->offers[count - 1 - i];
        asked->offers[count - 1 - i] = kept;
    }
}

static void test_against_all_sets(void **state) {
    enum { ROUNDS = 8000 };
    size_t bought = 0, many = 0;
    seed = 20270101;
    for (int round = 0; round < ROUNDS; round++) {
        struct asked asked;
        struct gp_course_set set;
        ask_at_random(&asked, round % 2 == 0);
        if (round % 4 > 1)
            turn_round(&asked);
        struct tried best = best_of_all(&asked);
        gp_choose_courses(*state, &asked.question, &set);
        unsigned held = 0;
        for (size_t i = 0; i < set.count; i++)
            held |= 1U << set.offers[i];
        if (held != best.held || set.price != best.price || set.value != best.value || !set.exact)
            fail_msg("round %d: %x for %lld instead of %x for %lld", round, held,
                     (long long)set.price, best.held, (long long)best.price);
        bought += set.count > 0;
        many += set.count > 2;
    }
    assert_true(bought > ROUNDS / 2 && many > ROUNDS / 20); // they were not all empty
}

// Prices are of 100 to 4000, or all 1000.
static void ask_for_200(struct asked *asked, bool one_price) {
    ask(asked, 3000 + (int64_t)below(3001));
    size_t wants = 20 + below(11);
    for (size_t i = 0; i < wants; i++)
        want(asked, 1 + (int64_t)below(5), 1000 * (int32_t)(1 + below(4)));
    for (size_t i = 0; i < MOST_OFFERS; i++) {
        size_t index = offer(asked, one_price ? 1000 : 100 + (int64_t)below(3901));
        for (uint64_t lifts = 1 + below(MOST_LIFTS); lifts > 0; lifts--)
            lift(asked, index, below(wants), 1000 * (int32_t)(1 + below(4)));
        if (i > 0 && below(10) == 0)
            need(asked, index, below(i));
    }
}

// How much it takes, in sets looked at: 2^200 there are. All at one price many sets are alike.
static void test_200_courses(void **state) {
    enum { ROUNDS = 200, MOST_LOOKED_AT = 2000, MOST_AT_ONE_PRICE = 40000 };
    seed = 4;
    for (int round = 0; round < ROUNDS; round++) {
        static struct asked asked;
        struct gp_course_set set;
        bool one_price = round % 4 == 3;
        ask_for_200(&asked, one_price);
        gp_choose_courses(*state, &asked.question, &set);
        assert_true(set.exact && set.count > 2 && set.price <= asked.question.purse);
        if (set.nodes > (one_price ? MOST_AT_ONE_PRICE : MOST_LOOKED_AT))
            fail_msg("round %d: %llu", round, (unsigned long long)set.nodes);
    }
}

// More to spend never closes less; an offer more never does.
static void test_more_is_never_less(void **state) {
    seed = 99;
    for (int round = 0; round < 500; round++) {
        struct asked asked;
        struct gp_course_set set, richer, fewer;
        ask_at_random(&asked, round % 2 == 0);
        gp_choose_courses(*state, &asked.question, &set);
        asked.question.purse += (int64_t)below(1000);
        gp_choose_courses(*state, &asked.question, &richer);
        assert_true(richer.value >= set.value);
        if (asked.question.offer_count == 0)
            continue;
        asked.question.offer_count--; // needs point backwards
        gp_choose_courses(*state, &asked.question, &fewer);
        assert_true(fewer.value <= richer.value);
    }
}

// Given up, it says so, and what it has is still within the purse.
static void test_given_up(void **state) {
    seed = 7;
    size_t given_up = 0;
    for (int round = 0; round < 30; round++) {
        static struct asked asked;
        struct gp_course_set all, some;
        ask_for_200(&asked, false);
        gp_choose_courses(*state, &asked.question, &all);
        asked.question.most_nodes = 1;
        gp_choose_courses(*state, &asked.question, &some);
        assert_true(some.price <= asked.question.purse && some.value <= all.value);
        assert_true(some.value * 10 >= all.value * 8);
        if (some.exact)
            assert_true(some.value == all.value && some.price == all.price);
        given_up += !some.exact;
    }
    assert_true(given_up > 0);
}

// The largest amounts: two courses of 10^13, and a purse for one of them, or for both.
static void test_large_amounts(void **state) {
    static const int64_t largest = INT64_C(10000000000000);
    struct asked asked;
    struct gp_course_set set;
    for (int64_t purse = largest - 1; purse <= largest; purse++) {
        ask(&asked, purse);
        want(&asked, 100, 100000);
        want(&asked, 99, 100000);
        lift(&asked, offer(&asked, largest), 1, 100000);
        lift(&asked, offer(&asked, largest), 0, 100000);
        gp_choose_courses(*state, &asked.question, &set);
        assert_int_equal(set.count, purse == largest);
        assert_true(set.value == (purse == largest ? 10000000 : 0) && set.exact);
    }
    asked.question.purse = INT64_MAX;
    gp_choose_courses(*state, &asked.question, &set);
    assert_int_equal(set.count, 2);
    assert_true(set.price == 2 * largest && set.exact);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_against_all_sets, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_200_courses, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_more_is_never_less, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_given_up, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_large_amounts, open_memory, close_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
