// outputs.h - the output folder of a run: filled in private beside its place, then renamed to it.
#ifndef CMD_OUTPUTS_H
#define CMD_OUTPUTS_H

#include "run.h"
#include "write/form.h"
#include "write/writers.h"

struct outputs {
    struct gp_memory *memory;
    struct gp_staging staging;
    const char *scratch; // for temporary files of the workbooks
    // Files whose hash is known already: "plans/NAME.xlsx" -> place in `hashes`. NULL: none.
    struct gp_map *hashed;
    const char **hashes;
};

// Whether the folder may be written: it is not there, or holds only what a run wrote, unchanged,
// and
// --force was given. If not, what to do is said on standard error.
bool outputs_may_replace(struct gp_memory *memory, const struct options *options);

bool outputs_open(struct outputs *outputs, struct gp_memory *memory, const struct options *options);
// Writes the files of a run, the plans by `jobs` processes (0: as many as are worth it); the first
// that fails is said on standard error. `budget` is NULL when nobody has a salary.
bool outputs_fill(struct outputs *outputs, const struct gp_report *report,
                  const struct gp_budget *budget, unsigned jobs);
// budget.xlsx and budget.csv alone; likewise.
bool outputs_fill_budget(const struct outputs *outputs, const struct gp_report *report,
                         const struct gp_budget *budget);
// assessment.xlsx, assessment.csv and survey.csv, and with a team people/NAME.xlsx; likewise.
bool outputs_fill_form(const struct outputs *outputs, const struct gp_form *form);
// Puts the folder in its place; on failure nothing there has changed.
bool outputs_commit(const struct outputs *outputs, const struct options *options);
void outputs_abandon(const struct outputs *outputs);

// The list of what a run wrote, with the hash of each file.
#define MANIFEST "manifest.csv"
// That of the budget's files: of a small budget a hash gives the salaries away, so it goes where
// they go.
#define BUDGET_MANIFEST "budget-manifest.csv"
// Lists the files of the outputs in their manifests; false with `*why` if one cannot be read.
bool manifest_write(const struct outputs *outputs, const char **why);
// The first file below `folder` that its manifest does not list, or that was changed since:
// nobody's work is replaced. NULL when all is as a run left it.
const char *manifest_first_foreign(struct gp_memory *memory, const char *folder);

// Everybody's plan, while it is written in processes of their own: what fails is said on standard
// error, and gives NULL or false.
struct plans;
struct plans *plans_start(const struct outputs *outputs, const struct gp_report *report,
                          unsigned processes);
bool plans_finish(struct plans *plans, struct outputs *outputs);
void plans_stop(struct plans *plans);

// A file name for each person's plan or form, without its folder: the person's name with what file
// systems do not allow replaced, and a number behind it where two would be the same.
const char **plan_file_names(struct gp_memory *memory, const struct gp_team *team);

#endif
