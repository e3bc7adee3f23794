// budget_words.h - what the budget's workbook, CSV, terminal and JSON say alike.
#ifndef GP_WRITE_BUDGET_WORDS_H
#define GP_WRITE_BUDGET_WORDS_H

#include "model/pay.h"
#include "write/writers.h"

// The amounts of a sum, in the order they are shown in.
enum gp_amount {
    GP_AMOUNT_SALARY,
    GP_AMOUNT_POOL,
    GP_AMOUNT_PARTS, // training, coaching, conferences
    GP_AMOUNT_CARRY_OVER = GP_AMOUNT_PARTS + GP_PART_COUNT,
    GP_AMOUNT_SPENT,
    GP_AMOUNT_LEFT,
    GP_AMOUNT_PLANNED,
    GP_AMOUNT_OPEN,
    GP_AMOUNT_COUNT
};
gp_money gp_amount_of(const struct gp_budget_sum *sum, enum gp_amount amount);
const char *gp_amount_title(enum gp_amount amount); // "Carried over"
const char *gp_amount_id(enum gp_amount amount);    // "carry_over"
// Those of the roll-up: salary, pool, spent, planned, left.
enum { GP_ROLL_AMOUNTS = 5 };
enum gp_amount gp_roll_amount(size_t index);

const char *gp_part_title(enum gp_part part); // "Training", "Coaching", "Conferences"
const char *gp_part_id(enum gp_part part);    // "training"

// The manager of a person as the roster has them; "" for none.
const char *gp_budget_manager(const struct gp_team *team, size_t person);
// "Product Manager"; for someone outside the ladder their role as written, with GP_OUTSIDE behind.
#define GP_OUTSIDE "(outside the ladder)"
const char *gp_budget_role(struct gp_memory *memory, const struct gp_report *report, size_t person);
const char *gp_budget_rung(const struct gp_report *report, size_t rung);

// 30000 millionths are "0.03", 32500 are "0.0325": two decimals, and more where there are more.
const char *gp_rate_text(struct gp_memory *memory, int32_t ppm);

// "3.25 %", "33.3333 %"
const char *gp_percent_text(struct gp_memory *memory, int32_t ppm);

// pool / people in minor units, half up; money of no currency where there are none.
gp_money gp_per_head(const struct gp_budget_sum *sum);
// pool / salaries in hundredths of a percent, half up; -1 where there are none. 300 is 3 %.
int64_t gp_of_payroll(const struct gp_budget_sum *sum);
// cost / levels closed (in thousandths), half up; money of no currency where none is closed.
gp_money gp_per_level(gp_money cost, int64_t closed);
// 2500 thousandths are "2.5".
const char *gp_levels_text(struct gp_memory *memory, int64_t thousandths);

bool gp_has_catalogue(const struct gp_report *report);

// What a course teaches the person it was chosen for, of what they want closed.
struct gp_lesson {
    size_t activity;
    gp_level_milli from; // their skill, or what a course before it in the list takes them to
    gp_rating to;
    int64_t closed; // levels x weight, in thousandths
};
// Those of course `which` of a line's choice, in the order the course has them; in `*closed` what
// they close together. Over all courses of a choice that is what the choice closes.
struct gp_lesson *gp_lessons_of(struct gp_memory *memory, const struct gp_report *report,
                                const struct gp_budget_line *line, size_t which, size_t *count,
                                int64_t *closed);
// "Positioning 2 to 4; Pricing 1 to 3"; why the course is there where it teaches nothing wanted.
const char *gp_lessons_text(struct gp_memory *memory, const struct gp_report *report,
                            const struct gp_budget_line *line, size_t which);

// "Ann; Ben": those whose left is below 0, in the order of the lines; "" for nobody. Behind the
// first `most` how many more there are: "Ann; Ben; and 3 more". In `*count` all of them.
const char *gp_overspent_names(struct gp_memory *memory, const struct gp_report *report,
                               const struct gp_budget *budget, size_t most, size_t *count);

// What somebody pays for a workshop; money of no currency if they have no part in it.
gp_money gp_workshop_share(const struct gp_budget *budget, size_t person, size_t course);

#endif
