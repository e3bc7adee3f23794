#include "analyze/paths.h"

#include "analyze/gaps.h"

#include <stdlib.h>

static size_t lowest_on(const struct gp_ladder *ladder, enum gp_path path, const bool *reached) {
    size_t lowest = GP_NO_RUNG;
    for (size_t i = 0; i < ladder->rung_count; i++)
        if (reached[i] && ladder->rungs[i].path == path &&
            (lowest == GP_NO_RUNG || ladder->rungs[i].rank < ladder->rungs[lowest].rank))
            lowest = i;
    return lowest;
}

static void find_rungs(struct gp_memory *memory, const struct gp_ladder *ladder, size_t start,
                       size_t rungs[2]) {
    rungs[0] = rungs[1] = GP_NO_RUNG;
    if (start == GP_NO_RUNG || ladder->rungs[start].path == GP_PATH_PEOPLE)
        return;
    bool *reached = gp_alloc(memory, ladder->rung_count, sizeof *reached);
    reached[start] = true;
    gp_ladder_reach(ladder, NULL, reached);
    size_t product = lowest_on(ladder, GP_PATH_PRODUCT, reached);
    size_t people = lowest_on(ladder, GP_PATH_PEOPLE, reached);
    if (product == GP_NO_RUNG || people == GP_NO_RUNG)
        return;
    rungs[0] = product;
    rungs[1] = people;
}

// An activity and how much it tells the two rungs apart.
struct deciding {
    size_t activity;
    int64_t difference;
};

static int widest_first(const void *a, const void *b) {
    const struct deciding *one = a, *other = b;
    if (one->difference != other->difference)
        return one->difference > other->difference ? -1 : 1;
    return (one->activity > other->activity) - (one->activity < other->activity);
}

static void find_deciding(struct gp_memory *memory, const struct gp_ladder *ladder,
                          const struct gp_profile *profile, struct gp_two_paths *paths) {
    size_t count = 0;
    struct deciding *found = gp_alloc(memory, ladder->activity_count, sizeof *found);
    for (size_t i = 0; i < ladder->activity_count; i++) {
        int64_t gaps[2];
        for (size_t side = 0; side < 2; side++)
            gaps[side] =
                gp_gap(gp_expected(ladder, paths->rungs[side], i)->level, profile->skill[i]);
        if (gaps[0] != gaps[1])
            found[count++] =
                (struct deciding){i, ladder->activities[i].weight * llabs(gaps[0] - gaps[1])};
    }
    qsort(found, count, sizeof *found, widest_first);
    paths->deciding = gp_alloc(memory, count, sizeof *paths->deciding);
    paths->deciding_count = count;
    for (size_t i = 0; i < count; i++)
        paths->deciding[i] = found[i].activity;
}

// The mean interest in what a rung expects of a side; GP_NO_LEVEL when none of it is rated.
static gp_level_milli interest_in_side(const struct gp_ladder *ladder,
                                       const struct gp_answer *answers, size_t rung,
                                       enum gp_side side) {
    int64_t sum = 0, weights = 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        gp_rating interest = answers[i].axis[GP_INTEREST];
        if (gp_side_of(ladder, i) != side || gp_expected(ladder, rung, i)->level <= 0 ||
            !gp_rated(interest))
            continue;
        int64_t weight = ladder->activities[i].weight;
        sum += 1000 * weight * interest;
        weights += weight;
    }
    return weights == 0 ? GP_NO_LEVEL : (gp_level_milli)gp_divide_half_up(sum, weights);
}

static gp_level_milli interest_in(const struct gp_ladder *ladder, const struct gp_answer *answers,
                                  size_t rung) {
    const int32_t *hats = ladder->rungs[rung].hats;
    int64_t product = interest_in_side(ladder, answers, rung, GP_PRODUCT_SIDE);
    int64_t people = interest_in_side(ladder, answers, rung, GP_PEOPLE_SIDE);
    if (product < 0 || people < 0)
        return (gp_level_milli)(product < 0 ? people : product);
    return (gp_level_milli)gp_divide_half_up(
        hats[GP_PRODUCT_SIDE] * product + hats[GP_PEOPLE_SIDE] * people, 100);
}

void gp_compare_paths(struct gp_memory *memory, const struct gp_ladder *ladder,
                      const struct gp_person *person, const struct gp_answer *answers,
                      const struct gp_profile *profile, struct gp_two_paths *paths) {
    *paths =
        (struct gp_two_paths){.interest = {GP_NO_LEVEL, GP_NO_LEVEL}, .leaning = GP_NO_LEANING};
    size_t start = person->rung == GP_NO_RUNG ? profile->target : person->rung;
    find_rungs(memory, ladder, start, paths->rungs);
    if (paths->rungs[0] == GP_NO_RUNG)
        return;
    find_deciding(memory, ladder, profile, paths);
    for (size_t i = 0; i < 2; i++)
        paths->interest[i] = interest_in(ladder, answers, paths->rungs[i]);
    const gp_level_milli *interest = paths->interest;
    if (interest[0] >= 0 && interest[1] >= 0 && interest[0] != interest[1])
        paths->leaning = interest[0] > interest[1] ? 0 : 1;
}
