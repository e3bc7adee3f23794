// test_mentor_lp.c - the best assignment of 40 mentees to 40 mentors against a solver of others:
// Debian's lp_solve. An assignment is a linear program whose corners are whole numbers, and so is
// the face of it on which one sum is the largest.
#include "mentor_cases.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { SIDE = 40, PAIRS = 1600, CASES = 200 };

// Matches, newcomers and their seniors in one number, no sum of which reaches the next.
static int64_t heads_of(const struct gp_assignment *question, size_t mentee, size_t mentor) {
    int64_t base = SIDE + 1, newcomer = question->newcomers[mentee];
    return base * base + newcomer * (base + question->seniors[mentor]);
}

static void write_sum(FILE *file, const struct gp_assignment *question, bool heads) {
    fprintf(file, "0");
    for (size_t i = 0; i < SIDE; i++)
        for (size_t j = 0; j < SIDE; j++) {
            int64_t strength = question->strengths[i * SIDE + j];
            if (strength != GP_NO_EDGE)
                fprintf(file, " + %d x%zu_%zu", (int)(heads ? heads_of(question, i, j) : strength),
                        i, j);
        }
}

// The sum of a row or a column of pairs is at most `most`.
static void write_limit(FILE *file, const struct gp_assignment *question, size_t mentee,
                        size_t mentor, size_t most) {
    fprintf(file, "R%zu_%zu: 0 x", mentee, mentor);
    for (size_t i = 0; i < SIDE; i++) {
        size_t row = mentee < SIDE ? mentee : i, column = mentor < SIDE ? mentor : i;
        if (question->strengths[row * SIDE + column] != GP_NO_EDGE)
            fprintf(file, " + x%zu_%zu", row, column);
    }
    fprintf(file, " <= %zu;\n", most);
}

// The largest sum of heads, or of strengths where the heads are `heads`.
static void write_program(FILE *file, const struct gp_assignment *question, int64_t heads) {
    fprintf(file, "max: ");
    write_sum(file, question, heads < 0);
    fprintf(file, ";\n");
    for (size_t i = 0; i < SIDE; i++) {
        write_limit(file, question, i, SIDE, 1);
        write_limit(file, question, SIDE, i, question->capacities[i]);
    }
    if (heads >= 0) {
        fprintf(file, "heads: 0 x + ");
        write_sum(file, question, true);
        fprintf(file, " = %d;\n", (int)heads);
    }
}

// Runs lp_solve on the file `program`; what it says goes to the file `answer`.
static void run_lp_solve(char *program, const char *answer) {
    char name[] = "lp_solve", all[] = "-S3";
    char *const arguments[] = {name, all, program, NULL};
    posix_spawn_file_actions_t actions;
    assert_int_equal(posix_spawn_file_actions_init(&actions), 0);
    assert_int_equal(
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, answer, O_WRONLY | O_TRUNC, 0),
        0);
    pid_t child = 0;
    int status = -1;
    if (posix_spawnp(&child, name, &actions, NULL, arguments, environ) != 0)
        fail_msg("lp_solve cannot be run; the package lp-solve has it");
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    posix_spawn_file_actions_destroy(&actions);
}

static FILE *open_temporary(char *name) {
    int descriptor = mkstemp(name);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w+");
    assert_non_null(file);
    return file;
}

// What lp_solve makes of it; -1 when it finds nothing.
static int64_t solve(const struct gp_assignment *question, int64_t heads) {
    char program_name[] = "/tmp/growthplan-XXXXXX", answer_name[] = "/tmp/growthplan-XXXXXX";
    FILE *program = open_temporary(program_name), *answer = open_temporary(answer_name);
    write_program(program, question, heads);
    assert_int_equal(fclose(program), 0);
    run_lp_solve(program_name, answer_name);
    double found = -1;
    char line[200];
    while (fgets(line, sizeof line, answer) != NULL) {
        const char *value = strchr(line, ':');
        if (value != NULL && strncmp(line, "Value of objective function", 27) == 0)
            found = strtod(value + 1, NULL);
    }
    assert_int_equal(fclose(answer), 0);
    assert_int_equal(unlink(program_name), 0);
    assert_int_equal(unlink(answer_name), 0);
    return found < 0 ? -1 : (int64_t)(found + 0.5);
}

static void test_lp_solve(void **state) {
    (void)state;
    seed = 0xA0761D6478BD642F;
    for (unsigned i = 0; i < CASES; i++) {
        static struct mentor_case asked;
        static const unsigned mosts[] = {3, 99, 99999}, forbidden[] = {2, 3, 1000};
        random_case(&asked, SIDE, SIDE, mosts[i % 3], forbidden[below(3)]);
        // Most pairs out of the question, so that not everybody is matched and paths are long.
        for (size_t j = 0; j < PAIRS; j++)
            if (i % 4 < 3 && !one_in(8))
                asked.strengths[j] = GP_NO_EDGE;
        struct gp_memory *memory = gp_memory_open();
        const size_t *mentors = gp_assign(memory, &asked.question);
        check_allowed(&asked.question, mentors, i);
        int64_t heads = 0, strength = 0;
        for (size_t j = 0; j < SIDE; j++)
            if (mentors[j] != GP_NO_MENTOR) {
                heads += heads_of(&asked.question, j, mentors[j]);
                strength += asked.strengths[j * SIDE + mentors[j]];
            }
        int64_t most_heads = solve(&asked.question, -1);
        if (heads != most_heads)
            fail_msg("case %u: heads %d, lp_solve %d", i, (int)heads, (int)most_heads);
        int64_t most = solve(&asked.question, heads);
        if (strength != most)
            fail_msg("case %u: strength %d, lp_solve %d", i, (int)strength, (int)most);
        gp_memory_close(memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lp_solve)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
