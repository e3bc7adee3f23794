// test_mentor_flow.c - the best assignment: by hand, against all assignments there are, and, where
// these are too many, against itself with one choice forced.
#include "mentor_cases.h"

static int open_memory(void **state) {
    *state = gp_memory_open();
    return 0;
}

static int close_memory(void **state) {
    gp_memory_close(*state);
    return 0;
}

// Strengths: a word a mentee, a digit a mentor, "." where there is no edge, "-" where there are no
// mentors; behind the word "!" for a newcomer. Capacities: a digit a mentor, behind it "*" for a
// senior. Who: a digit a mentee, "-" for nobody.
static const struct {
    const char *name, *strengths, *capacities, *who;
} rows[] = {
    {"nobody at all", "", "", ""},
    {"no mentors", "- -", "", "--"},
    {"one of each", "5", "1", "0"},
    {"strength 0 is still a match", "0", "1", "0"},
    {"forbidden is forbidden, with nothing else left", ".", "1", "-"},
    {"no hours", "5", "0", "-"},
    {"the stronger", "59", "11", "1"},
    // 9 + 1 = 10 for the first's best, 5 + 8 = 13 the other way round
    {"the sum, not the best pair", "95 81", "11", "10"},
    {"two with one", "9 8", "2", "00"},
    {"the stronger of two where one fits", "3 8", "1", "-0"},
    // The first alone with 0 would be 9; both matched are 1 + 1.
    {"two weak matches before one strong", "91 1.", "11", "10"},
    {"a newcomer before a stronger match", "9 1!", "1", "-0"},
    {"but two others before one newcomer", "9. 1.! .9", "11", "-01"},
    // Both can have either: the newcomer gets the senior, for 1 + 1 instead of 9 + 9.
    {"the senior for the newcomer", "19! 91", "1*1", "01"},
    {"no senior for the others", "19 91", "1*1", "10"},
    {"two newcomers matched before one with a senior", "9.! 91!", "1*1", "01"},
    {"a tie goes to the earliest mentor", "555", "111", "0"},
    {"then the second mentee's", "55 55", "11", "01"},
    {"and in it some mentor comes before none", "5 5", "1", "0-"},
    {"a tie of who moves over", "33 33 33", "12", "011"},
    // 0 1 2 and 2 0 1 both give 12.
    {"a tie in a ring of three", "4.4 44. .44", "111", "012"},
    // The first in 0 with the second in 1, or the other way round: 7 + 5 either way.
    {"a tie of different strengths", "75 75", "11", "01"},
    {"a tie with room to spare", "77 77", "22", "00"},
    {"a tie of one who goes without", "5 5 5", "2", "00-"},
};

static void write_case(struct mentor_case *asked, size_t row) {
    size_t mentees = 0, mentors = 0, at = 0;
    for (const char *c = rows[row].capacities; *c != '\0'; c++)
        mentors += *c != '*';
    for (const char *c = rows[row].strengths; *c != '\0'; c++)
        mentees += *c == ' ';
    open_case(asked, rows[row].strengths[0] == '\0' ? 0 : mentees + 1, mentors);
    size_t mentee = 0;
    for (const char *c = rows[row].strengths; *c != '\0'; c++) {
        if (*c == ' ')
            mentee++;
        else if (*c == '!')
            asked->newcomers[mentee] = true;
        else if (*c != '-')
            asked->strengths[at++] = *c == '.' ? GP_NO_EDGE : *c - '0';
    }
    assert_int_equal(at, asked->question.mentees * mentors);
    mentors = 0;
    for (const char *c = rows[row].capacities; *c != '\0'; c++) {
        if (*c == '*')
            asked->seniors[mentors - 1] = true;
        else
            asked->capacities[mentors++] = (size_t)(*c - '0');
    }
}

static void test_rows(void **state) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct mentor_case asked;
        write_case(&asked, i);
        const size_t *mentors = gp_assign(*state, &asked.question);
        assert_int_equal(strlen(rows[i].who), asked.question.mentees);
        for (size_t j = 0; j < asked.question.mentees; j++) {
            size_t mentor = rows[i].who[j] == '-' ? GP_NO_MENTOR : (size_t)(rows[i].who[j] - '0');
            if (mentors[j] != mentor)
                fail_msg("%s: mentee %zu has mentor %d", rows[i].name, j, (int)mentors[j]);
        }
    }
}

// The largest strengths do not flow over into how many are matched.
static void test_largest_strengths(void **state) {
    static struct mentor_case asked;
    open_case(&asked, 3, 2);
    for (size_t i = 0; i < 3; i++)
        asked.strengths[i * 2] = GP_MOST_STRENGTH;
    asked.strengths[0 * 2 + 1] = 0;
    asked.strengths[1 * 2 + 1] = GP_MOST_STRENGTH - 1;
    asked.strengths[2 * 2 + 1] = GP_NO_EDGE;
    asked.capacities[0] = asked.capacities[1] = 1;
    asked.newcomers[0] = true;
    // The newcomer is in; with 0 for the second mentor, so the first is theirs: 2 x the most - 1.
    const size_t *mentors = gp_assign(*state, &asked.question);
    assert_int_equal(mentors[0], 0);
    assert_int_equal(mentors[1], 1);
    assert_true(mentors[2] == GP_NO_MENTOR);
}

// --- against all assignments ---

// The first best one of all assignments, in the order of ties: a counter whose digits are the
// mentors, the last of them nobody, and whose first digit is the slowest.
static void find_best(const struct gp_assignment *question, size_t *best) {
    size_t count = question->mentees, nobody = question->mentors, at = 0;
    size_t digits[MOST_SIDE] = {0}, loads[MOST_SIDE] = {0}, mentors[MOST_SIDE];
    struct mentor_total most = {.matched = -1};
    for (;;) {
        bool allowed = at < count && (digits[at] == nobody ||
                                      (digits[at] < nobody &&
                                       question->strengths[at * nobody + digits[at]] >= 0 &&
                                       loads[digits[at]] < question->capacities[digits[at]]));
        if (allowed) {
            loads[digits[at++]]++;
            digits[at] = 0;
            continue;
        }
        if (at == count) {
            for (size_t i = 0; i < count; i++)
                mentors[i] = digits[i] == nobody ? GP_NO_MENTOR : digits[i];
            struct mentor_total total = total_of(question, mentors);
            if (compare_totals(&total, &most) > 0) {
                most = total;
                for (size_t i = 0; i < count; i++)
                    best[i] = mentors[i];
            }
        }
        // On to the next digit, backward over those that have had their last.
        while (at == count || digits[at] >= nobody) {
            if (at == 0)
                return;
            loads[digits[--at]]--;
            if (digits[at] < nobody)
                break;
        }
        digits[at]++;
    }
}

static void compare_with_best(struct gp_memory *memory, const struct mentor_case *asked,
                              unsigned number) {
    const struct gp_assignment *question = &asked->question;
    size_t best[MOST_SIDE] = {0};
    find_best(question, best);
    const size_t *mentors = gp_assign(memory, question);
    check_allowed(question, mentors, number);
    struct mentor_total most = total_of(question, best), total = total_of(question, mentors);
    if (compare_totals(&most, &total) != 0)
        fail_msg("case %u: %d matched, %d newcomers, %d by seniors, strength %d; best is %d, %d, "
                 "%d, %d",
                 number, (int)total.matched, (int)total.newcomers, (int)total.seniors,
                 (int)total.strength, (int)most.matched, (int)most.newcomers, (int)most.seniors,
                 (int)most.strength);
    for (size_t i = 0; i < question->mentees; i++)
        if (mentors[i] != best[i])
            fail_msg("case %u: a tie gave mentee %zu mentor %d, not %d", number, i, (int)mentors[i],
                     (int)best[i]);
}

static void test_all_assignments(void **state) {
    (void)state;
    seed = 0x2545F4914F6CDD1D;
    for (unsigned i = 0; i < 4000; i++) {
        static struct mentor_case asked;
        size_t mentees = 1 + below(7), mentors = 1 + below(7);
        // Strengths 0 to 0, 1, 2 (ties abound), or up to 99; few forbidden, or most.
        static const unsigned mosts[] = {0, 1, 2, 99}, forbidden[] = {9, 4, 2, 2};
        random_case(&asked, mentees, mentors, mosts[below(4)], forbidden[below(4)]);
        struct gp_memory *memory = gp_memory_open();
        compare_with_best(memory, &asked, i);
        gp_memory_close(memory);
    }
}

// --- against itself ---

// Whether the question, with the first `row` mentees held to what they have and mentee `row` to
// `mentor`, still has a best assignment as good.
static bool is_as_good(struct gp_memory *memory, const struct mentor_case *asked,
                       const size_t *mentors, size_t row, size_t mentor) {
    static struct mentor_case held;
    held = *asked;
    held.question.strengths = held.strengths;
    size_t count = held.question.mentors;
    for (size_t i = 0; i <= row; i++)
        for (size_t j = 0; j < count; j++)
            if (j != (i < row ? mentors[i] : mentor))
                held.strengths[i * count + j] = GP_NO_EDGE;
    struct mentor_total total = total_of(&asked->question, mentors);
    const size_t *others = gp_assign(memory, &held.question);
    struct mentor_total other = total_of(&held.question, others);
    for (size_t i = 0; i < row; i++)
        if (others[i] != mentors[i])
            return false;
    return others[row] == mentor && compare_totals(&other, &total) == 0;
}

// No mentee of 25 can have an earlier mentor at no loss, given the mentees before.
static void test_ties_of_many(void **state) {
    (void)state;
    seed = 0x9E3779B97F4A7C15;
    for (unsigned i = 0; i < 40; i++) {
        static struct mentor_case asked;
        random_case(&asked, 25, 20, 1 + below(3), 3);
        struct gp_memory *memory = gp_memory_open();
        const size_t *mentors = gp_assign(memory, &asked.question);
        check_allowed(&asked.question, mentors, i);
        for (size_t j = 0; j < 25; j++) {
            size_t mentor = mentors[j] == GP_NO_MENTOR ? 20 : mentors[j];
            for (size_t k = 0; k < mentor; k++)
                if (asked.strengths[j * 20 + k] >= 0 && is_as_good(memory, &asked, mentors, j, k))
                    fail_msg("case %u: mentee %zu could have mentor %zu before %zu", i, j, k,
                             mentor);
        }
        gp_memory_close(memory);
    }
}

// --- order ---

static void shuffle(size_t *order, size_t count) {
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t i = count; i > 1; i--) {
        size_t other = below((unsigned)i), last = order[i - 1];
        order[i - 1] = order[other];
        order[other] = last;
    }
}

// Where no two assignments tie, the order in which people stand changes nothing: strengths are
// sums of two to the power of the pair's number, no two sets of which are alike.
static void test_order(void **state) {
    (void)state;
    seed = 0xD1B54A32D192ED03;
    for (unsigned i = 0; i < 500; i++) {
        static struct mentor_case asked, moved;
        random_case(&asked, 6, 6, 0, 4);
        for (size_t j = 0; j < 36; j++)
            if (asked.strengths[j] >= 0)
                asked.strengths[j] = (int64_t)1 << j;
        size_t rows_at[6], columns_at[6];
        shuffle(rows_at, 6);
        shuffle(columns_at, 6);
        open_case(&moved, 6, 6);
        for (size_t j = 0; j < 6; j++) {
            moved.newcomers[rows_at[j]] = asked.newcomers[j];
            moved.seniors[columns_at[j]] = asked.seniors[j];
            moved.capacities[columns_at[j]] = asked.capacities[j];
            for (size_t k = 0; k < 6; k++)
                moved.strengths[rows_at[j] * 6 + columns_at[k]] = asked.strengths[j * 6 + k];
        }
        struct gp_memory *memory = gp_memory_open();
        const size_t *mentors = gp_assign(memory, &asked.question);
        const size_t *others = gp_assign(memory, &moved.question);
        for (size_t j = 0; j < 6; j++)
            if (others[rows_at[j]] !=
                (mentors[j] == GP_NO_MENTOR ? GP_NO_MENTOR : columns_at[mentors[j]]))
                fail_msg("case %u: mentee %zu has another mentor in another order", i, j);
        gp_memory_close(memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, open_memory, close_memory),
        cmocka_unit_test_setup_teardown(test_largest_strengths, open_memory, close_memory),
        cmocka_unit_test(test_all_assignments),
        cmocka_unit_test(test_ties_of_many),
        cmocka_unit_test(test_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
