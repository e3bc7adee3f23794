// test_mentor_teams.c - random teams against all their pairings, what holds for all of them, and
// the sample team with its rows in any order.
#include "analyze/mentor_pairs.h"
#include "analyze/mentor_reasons.h"
#include "built_in_ladder.h"
#include "mentor_world.h"

#include <stdint.h>

static uint64_t seed;

static unsigned below(unsigned limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed % limit);
}

static bool one_in(unsigned count) {
    return below(count) == 0;
}

static void random_digits(char *text, unsigned lowest) {
    for (size_t i = 0; i < ACTIVITIES; i++)
        text[i] = one_in(4) ? '.' : (char)('0' + lowest + below(6 - lowest));
    text[ACTIVITIES] = '\0';
}

static void random_person(struct mentor_world *world, size_t people) {
    char skill[ACTIVITIES + 1], interest[ACTIVITIES + 1];
    static const size_t rungs[] = {PM, PM, GPM, VP, GP_NO_RUNG};
    random_digits(skill, 0);
    random_digits(interest, 2);
    size_t index = add_mentee(world, "x", rungs[below(5)], skill, interest);
    struct gp_person *person = &world->people[index];
    person->mentor_willing = one_in(4) ? GP_NO : GP_YES;
    person->wants_mentor = one_in(6) ? GP_NO : GP_UNKNOWN;
    person->mentor_hours_tenths = (int32_t)below(120);
    person->product_years_tenths = (int32_t)below(40) - 1;
    if (one_in(2))
        person->zone_minutes = 60 * ((int32_t)below(27) - 12);
    if (one_in(2))
        person->manager = below((unsigned)people);
    if (person->manager == index)
        person->manager = GP_NO_PERSON;
}

static void random_team(struct mentor_world *world, size_t people) {
    open_mentors(world);
    small_expect(&world->small, PM, "333333");
    for (size_t i = 0; i < people; i++)
        random_person(world, people);
    for (size_t i = 0; i < people; i++) {
        size_t mentee = below((unsigned)people), mentor = below((unsigned)people);
        bool again = mentee == mentor;
        for (size_t j = 0; j < world->pairs.count; j++)
            again = again || (world->said[j].mentee == mentee && world->said[j].mentor == mentor);
        if (!again)
            say(world, mentee, mentor,
                one_in(6) ? GP_PAIR_ALWAYS : (enum gp_pair_rule)(2 * one_in(2) + one_in(2)));
    }
}

// --- what holds for all ---

static void check_pair(const struct mentor_world *world, const struct gp_mentor_facts *facts,
                       const struct gp_mentoring *pair) {
    assert_false(gp_pair_is_said(facts, pair->mentee, pair->mentor, GP_PAIR_NEVER));
    assert_int_equal(pair->kept,
                     gp_pair_is_said(facts, pair->mentee, pair->mentor, GP_PAIR_ALWAYS));
    if (!pair->kept)
        assert_int_equal(gp_pair_barrier(facts, pair->mentee, pair->mentor), GP_MATCHED);
    int64_t sum = 0;
    for (size_t i = 0; i < pair->help_count; i++) {
        const struct gp_help *help = &pair->helps[i];
        // Whole levels here: a product of them needs no rounding.
        sum += (int64_t)help->gap / 1000 * help->interest * (help->mentor - help->mentee);
        assert_true(help->mentor - help->mentee >= 2000 && help->mentor >= help->target);
        assert_true(i == 0 || help->points <= pair->helps[i - 1].points);
    }
    for (size_t i = 0; i < GP_BONUS_COUNT; i++)
        sum += pair->bonuses[i];
    assert_int_equal(sum, pair->strength);
    assert_int_equal(pair->strength, gp_pair_strength(facts, pair->mentee, pair->mentor));
    assert_true(pair->mentor != pair->mentee && pair->round >= 1);
    assert_true(pair->kept || pair->round <= world->input.each);
}

// Hours are kept to, but for pairs that are kept; and counts count.
static void check_loads(const struct mentor_world *world) {
    const struct gp_matching *matching = &world->matching;
    size_t matched = 0;
    for (size_t i = 0; i < world->team.person_count; i++) {
        size_t mentees = 0, kept = 0;
        for (size_t j = 0; j < matching->pair_count; j++)
            if (matching->pairs[j].mentor == i) {
                mentees++;
                kept += matching->pairs[j].kept;
            }
        const struct gp_mentor *mentor = &matching->mentors[i];
        assert_int_equal(mentor->mentees, mentees);
        assert_int_equal(mentor->used_tenths, 40 * mentees);
        assert_true(mentees == kept ||
                    (mentor->may && mentor->used_tenths <= mentor->hours_tenths));
        matched += matching->mentees[i].why == GP_MATCHED;
    }
    assert_int_equal(matched, matching->matched);
    assert_true(matching->matched <= matching->asking);
    assert_true(matching->newcomers_matched <= matching->newcomers);
}

static int64_t strength_of_mentee(const struct gp_matching *matching, size_t mentee) {
    for (size_t i = 0; i < matching->pair_count; i++)
        if (matching->pairs[i].mentee == mentee)
            return matching->pairs[i].strength;
    return -1;
}

// With one mentor each: a pair that would rather is stronger than what the mentee has, and where
// the mentor has hours left the mentee has somebody.
static void check_preferred(const struct mentor_world *world) {
    const struct gp_matching *matching = &world->matching;
    for (size_t i = 0; i < matching->preferred_count && world->input.each == 1; i++) {
        const struct gp_preferred *pair = &matching->preferred[i];
        const struct gp_mentor *mentor = &matching->mentors[pair->mentor];
        int64_t strength = strength_of_mentee(matching, pair->mentee);
        assert_true(pair->strength > strength);
        assert_true(strength >= 0 || mentor->hours_tenths - mentor->used_tenths < 40);
    }
}

// The best help of a pair, the first of several; -1 without any, or where the two are never to be.
static int64_t best_help(const struct gp_mentor_facts *facts, size_t mentee, size_t mentor,
                         size_t *activity) {
    struct gp_help helps[ACTIVITIES];
    int64_t best = -1;
    if (mentee == mentor || gp_pair_is_said(facts, mentee, mentor, GP_PAIR_NEVER))
        return best;
    size_t count = gp_pair_helps(facts, mentee, mentor, helps);
    for (size_t i = 0; i < count; i++)
        if (helps[i].points > best) {
            best = helps[i].points;
            *activity = helps[i].activity;
        }
    return best;
}

// Whom somebody may ask: of all that could help, those of most points, one after the other, the
// first of the roster before its equals. Gives how many there are beyond those named.
static size_t check_nearest(const struct mentor_world *world, const struct gp_mentor_facts *facts,
                            size_t mentee) {
    const struct gp_mentee *got = &world->matching.mentees[mentee];
    bool taken[MOST_PEOPLE] = {false};
    size_t people = world->team.person_count, left = 0, activity = 0;
    for (size_t place = 0; place < GP_MOST_NEAREST; place++) {
        size_t best = people, best_activity = 0;
        int64_t most = -1;
        for (size_t i = 0; i < people; i++) {
            int64_t points = taken[i] ? -1 : best_help(facts, mentee, i, &activity);
            if (points > most) {
                most = points;
                best = i;
                best_activity = activity;
            }
        }
        if (best == people) {
            assert_int_equal(got->nearest_count, place);
            return 0;
        }
        assert_true(place < got->nearest_count);
        assert_int_equal(got->nearest[place], best);
        assert_int_equal(got->nearest_activities[place], best_activity);
        taken[best] = true;
    }
    assert_int_equal(got->nearest_count, GP_MOST_NEAREST);
    for (size_t i = 0; i < people; i++)
        left += !taken[i] && best_help(facts, mentee, i, &activity) >= 0;
    return left;
}

static void test_holds_for_all(void **state) {
    (void)state;
    seed = 0x8EBC6AF09C88C6E3;
    size_t pairs = 0, groups = 0, preferred = 0, not_named = 0;
    for (unsigned i = 0; i < 3000; i++) {
        static struct mentor_world world;
        random_team(&world, 1 + below(MOST_PEOPLE));
        world.input.each = 1 + below(2);
        const struct gp_matching *matching = match(&world);
        struct gp_mentor_facts facts;
        gp_mentor_facts_find(world.memory, &world.input, &facts);
        for (size_t j = 0; j < matching->pair_count; j++) {
            const struct gp_mentoring *pair = &matching->pairs[j];
            check_pair(&world, &facts, pair);
            if (j == 0)
                continue;
            const struct gp_mentoring *before = pair - 1;
            assert_true(before->mentee < pair->mentee ||
                        (before->mentee == pair->mentee && before->round + 1 == pair->round));
        }
        check_loads(&world);
        check_preferred(&world);
        for (size_t j = 0; j < world.team.person_count; j++)
            not_named += check_nearest(&world, &facts, j);
        pairs += matching->pair_count;
        groups += matching->group_count;
        preferred += matching->preferred_count;
        close_mentors(&world);
    }
    assert_true(pairs > 3000 && groups > 300 && preferred > 100 && not_named > 300);
}

// --- against all pairings ---

enum { FEW = 5 };

struct pairing {
    struct mentor_world *world;
    struct gp_mentor_facts facts;
    bool asks[FEW]; // and has nobody kept
    size_t rooms[FEW];
};

static void open_pairing(struct pairing *pairing, struct mentor_world *world) {
    *pairing = (struct pairing){.world = world};
    gp_mentor_facts_find(world->memory, &world->input, &pairing->facts);
    for (size_t i = 0; i < FEW; i++) {
        int32_t hours = world->people[i].mentor_hours_tenths;
        pairing->asks[i] = gp_asks_for_mentor(&pairing->facts, i);
        for (size_t j = 0; j < FEW; j++) {
            if (gp_pair_is_said(&pairing->facts, i, j, GP_PAIR_ALWAYS))
                pairing->asks[i] = false;
            hours -= 40 * gp_pair_is_said(&pairing->facts, j, i, GP_PAIR_ALWAYS);
        }
        pairing->rooms[i] = hours < 0 ? 0 : (size_t)(hours / 40);
    }
}

// What a pairing (a digit to the base of six for each, FEW for nobody) is worth; false when it may
// not be.
static bool weigh(const struct pairing *pairing, const size_t *mentors, int64_t worth[4]) {
    size_t loads[FEW] = {0};
    for (size_t i = 0; i < 4; i++)
        worth[i] = 0;
    for (size_t i = 0; i < FEW; i++) {
        size_t mentor = mentors[i];
        if (mentor == FEW)
            continue;
        if (!pairing->asks[i] || gp_pair_barrier(&pairing->facts, i, mentor) != GP_MATCHED ||
            ++loads[mentor] > pairing->rooms[mentor])
            return false;
        bool newcomer = pairing->facts.newcomers[i];
        worth[0]++;
        worth[1] += newcomer;
        worth[2] += newcomer && pairing->facts.seniors[mentor];
        worth[3] += gp_pair_strength(&pairing->facts, i, mentor);
    }
    return true;
}

static bool is_more(const int64_t *worth, const int64_t *than) {
    for (size_t i = 0; i < 4; i++)
        if (worth[i] != than[i])
            return worth[i] > than[i];
    return false;
}

static void compare_with_all(struct mentor_world *world, unsigned number) {
    struct pairing pairing;
    open_pairing(&pairing, world);
    size_t best[FEW] = {0};
    int64_t most[4] = {-1};
    for (unsigned i = 0; i < 6 * 6 * 6 * 6 * 6; i++) {
        size_t mentors[FEW];
        int64_t worth[4];
        unsigned rest = i;
        for (size_t j = FEW; j-- > 0; rest /= 6)
            mentors[j] = rest % 6;
        if (!weigh(&pairing, mentors, worth) || !is_more(worth, most))
            continue;
        memcpy(best, mentors, sizeof best);
        memcpy(most, worth, sizeof most);
    }
    size_t found[FEW] = {FEW, FEW, FEW, FEW, FEW};
    for (size_t i = 0; i < world->matching.pair_count; i++)
        if (!world->matching.pairs[i].kept)
            found[world->matching.pairs[i].mentee] = world->matching.pairs[i].mentor;
    for (size_t i = 0; i < FEW; i++)
        if (found[i] != best[i])
            fail_msg("team %u: %zu has mentor %zu, not %zu", number, i, found[i], best[i]);
}

static void test_all_pairings(void **state) {
    (void)state;
    seed = 0x589965CC75374CC3;
    for (unsigned i = 0; i < 400; i++) {
        static struct mentor_world world;
        random_team(&world, FEW);
        match(&world);
        compare_with_all(&world, i);
        close_mentors(&world);
    }
}

// --- in any order of rows ---

// A file with its lines but the first in another order.
static struct gp_source shuffled(struct gp_memory *memory, const char *name) {
    struct gp_source source = {.name = name};
    const char *why = "";
    if (!gp_file_read(memory, name, &source.bytes, &why))
        fail_msg("%s: %s", name, why);
    struct gp_bytes lines[200];
    size_t count = 0;
    for (const char *at = source.bytes.data; *at != '\0'; count++) {
        assert_true(count < sizeof lines / sizeof *lines);
        lines[count] = (struct gp_bytes){at, strcspn(at, "\n") + 1};
        at += lines[count].length;
    }
    assert_true(count > 2);
    for (size_t i = count; --i > 1;) {
        size_t other = 1 + below((unsigned)i);
        struct gp_bytes line = lines[i];
        lines[i] = lines[other];
        lines[other] = line;
    }
    char *text = gp_alloc(memory, source.bytes.length, 1);
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        memcpy(text + length, lines[i].data, lines[i].length);
        length += lines[i].length;
    }
    assert_int_equal(length, source.bytes.length);
    source.bytes.data = text;
    return source;
}

// The pairs of the sample team as text.
static const char *pairs_of_sample(struct built_in_ladder *built_in) {
    struct gp_memory *memory = built_in->memory;
    struct gp_intake intake;
    gp_intake_open(&intake, memory, &built_in->ladder, gp_names_new(memory, &built_in->ladder),
                   &built_in->policy, &built_in->messages);
    struct gp_source roster = shuffled(memory, "samples/team/roster.csv");
    struct gp_source answers = shuffled(memory, "samples/team/answers-wide.csv");
    assert_true(gp_read_roster(&intake, &roster) && gp_read_answers(&intake, &answers));
    const char **left_out = NULL;
    size_t left_out_count = 0;
    gp_intake_settle(&intake, false, &left_out, &left_out_count);
    struct gp_results results;
    gp_analyze_team(memory, &built_in->ladder, &built_in->policy, &intake.team, &results);
    struct gp_mentor_input input = {&built_in->ladder, &built_in->policy, &intake.team,
                                    &results,          &intake.pairs,     2};
    struct gp_matching matching;
    gp_match_mentors(memory, &input, &matching);
    assert_true(matching.pair_count > 3);
    const char *text = "";
    for (size_t i = 0; i < matching.pair_count; i++) {
        const struct gp_mentoring *pair = &matching.pairs[i];
        text = gp_print(memory, "%s%s: %s, round %u, %d\n", text,
                        intake.team.people[pair->mentee].name,
                        intake.team.people[pair->mentor].name, pair->round, (int)pair->strength);
    }
    return text;
}

static void test_any_order(void **state) {
    (void)state;
    seed = 0x1D8E4E27C47D124F;
    struct built_in_ladder built_in;
    open_built_in_ladder(&built_in, "quartz");
    set_mentor_policy(&built_in.policy);
    const char *first = pairs_of_sample(&built_in);
    for (size_t i = 0; i < 20; i++)
        assert_string_equal(pairs_of_sample(&built_in), first);
    gp_memory_close(built_in.memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holds_for_all),
        cmocka_unit_test(test_all_pairings),
        cmocka_unit_test(test_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
