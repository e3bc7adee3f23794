// writers.h - results to the files of a run. Each writes one whole file at `path`, which must not
// exist; false with `*why` when that failed. None but the budget's can see a salary.
#ifndef GP_WRITE_WRITERS_H
#define GP_WRITE_WRITERS_H

#include "base/hash.h"
#include "model/courses.h"
#include "model/policy.h"
#include "model/results.h"
#include "model/source.h"
#include "model/team.h"

struct gp_matching; // model/mentors.h

// Everything an output is made from.
struct gp_report {
    const struct gp_ladder *ladder;
    const struct gp_policy *policy;
    const struct gp_team *team;
    const struct gp_results *results;
    // Worked out for the plan of one person alone. NULL leaves the latter two out.
    const struct gp_detail *detail;
    const struct gp_way *way; // to the target; found only where there is one
    const struct gp_two_paths *paths;
    const struct gp_origin *origin;
    const struct gp_courses *courses;   // NULL or empty without a catalogue
    const struct gp_plan_offer *offers; // [person]; NULL where no courses were chosen
    const struct gp_matching *matching; // NULL where mentors were not matched
    gp_date as_of;
    const char *scratch; // a private folder for temporary files
};

struct gp_budget; // model/pay.h

// OUT/plans/<name>.xlsx: Plan, Assessment, Readiness, Actions, Mentoring (where mentors were
// matched), Promotion, About; of somebody outside the ladder Moving in instead of Promotion.
// `hash` becomes that of its bytes.
bool gp_write_plan_book(const struct gp_report *report, size_t person, const char *path,
                        char hash[GP_HASH_TEXT], const char **why);
// OUT/team.xlsx: Summary, Heat map (a sheet, or four: write/team_book.h), Readiness, Coverage,
// Mentors (where they were matched), About.
bool gp_write_team_book(const struct gp_report *report, const char *path, const char **why);
// OUT/budget.xlsx, mode 0600: Summary, People, Courses (with a catalogue), Roll-up, By quarter
// (with a list of expenses), About. Rates, prices of courses and, without a catalogue, what is
// planned are cells to be changed: everything else follows by formulas, but for which courses were
// chosen.
bool gp_write_budget_book(const struct gp_report *report, const struct gp_budget *budget,
                          const char *path, const char **why);
// Whether its sheets have the rows for it; those of Courses, the longest, in `*rows`. To be asked
// before the work starts.
bool gp_budget_book_fits(const struct gp_budget *budget, size_t *rows);

// The same numbers as CSV; the columns are in README.md. Bytes in `memory`.
struct gp_bytes gp_readiness_csv(struct gp_memory *memory, const struct gp_report *report);
struct gp_bytes gp_coverage_csv(struct gp_memory *memory, const struct gp_report *report);
struct gp_bytes gp_budget_csv(struct gp_memory *memory, const struct gp_report *report,
                              const struct gp_budget *budget);

// Who mentors whom, by mentee; who has no mentor, with the reason and no mentor. The reader of last
// cycle's pairs reads it back: `status` is empty, to be filled in until then. Needs a matching.
struct gp_bytes gp_mentors_csv(struct gp_memory *memory, const struct gp_report *report);

// The same for a terminal and as JSON, with what leads there and what follows: levels of both on
// each activity, whom to ask instead, hours, groups, pairs both would rather have. People by name.
struct gp_bytes gp_mentors_text(struct gp_memory *memory, const struct gp_report *report);
struct gp_bytes gp_mentors_json(struct gp_memory *memory, const struct gp_report *report);

// The budget for a terminal, and as JSON for programs: totals, the tree of managers, rungs, people,
// courses and workshops, quarters, who is overspent. Both hold salaries. Amounts in JSON are texts
// in the currency's own decimals, as in budget.csv. Bytes in `memory`.
struct gp_bytes gp_budget_text(struct gp_memory *memory, const struct gp_report *report,
                               const struct gp_budget *budget);
struct gp_bytes gp_budget_json(struct gp_memory *memory, const struct gp_report *report,
                               const struct gp_budget *budget);

#endif
