// outputs.h - the output folder of a run: filled in private beside its place, then renamed to it.
#ifndef CMD_OUTPUTS_H
#define CMD_OUTPUTS_H

#include "base/folder.h"
#include "run.h"
#include "write/form.h"
#include "write/writers.h"

struct outputs {
    struct gp_memory *memory;
    const struct options *options;
    struct gp_staging staging;
    const char *scratch; // for temporary files of the workbooks
    // Files whose hash is known already: "plans/NAME.xlsx" -> place in `hashes`. NULL: none.
    struct gp_map *hashed;
    const char **hashes;
    const char **made_from; // of plans: made_from.h
    size_t kept;            // plans that were there already, and are as they were
};

// Whether the folder may be written: it is not there, or holds only what a run wrote, unchanged,
// and --force was given; a part of a run goes into any folder, and its files are looked at when
// they are put there. If not, what to do is said on standard error.
bool outputs_may_replace(const struct options *options);

// Whether the sheets of a budget have room for it. If not, that is said, with what to do.
bool outputs_have_room(const struct gp_budget *budget);

// Makes the private folder; says which ones are left of runs that were killed.
bool outputs_open(struct outputs *outputs, struct gp_memory *memory, const struct options *options);
// Writes the files of a run, or of the part of it that the options name; the first that fails is
// said on standard error. `budget` is NULL when nobody has a salary.
bool outputs_fill(struct outputs *outputs, const struct gp_report *report,
                  const struct gp_budget *budget);
// budget.xlsx and budget.csv alone; likewise.
bool outputs_fill_budget(const struct outputs *outputs, const struct gp_report *report,
                         const struct gp_budget *budget);
// assessment.xlsx, assessment.csv and survey.csv, and with a team people/NAME.xlsx; likewise.
bool outputs_fill_form(const struct outputs *outputs, const struct gp_form *form);
// Puts the folder in its place; on failure nothing there has changed. A part of a run is put into
// the folder that is there, file by file, once every one of them is seen to be new, or the same as
// before, or with --force as an earlier run left it.
bool outputs_commit(struct outputs *outputs);
void outputs_abandon(struct outputs *outputs);

// Everybody's plan, or those of a shard, while they are written in processes of their own: what
// fails is said on standard error, and gives NULL or false.
struct plans;
struct plans *plans_start(const struct outputs *outputs, const struct gp_report *report);
bool plans_finish(struct plans *plans, struct outputs *outputs);
void plans_stop(struct plans *plans);

// Whether a person's plan is one of those the options ask for: a shard takes the people for whom a
// hash of their id (without one: email, else name) leaves its number, so that it does not depend on
// who else there is.
bool plan_is_asked(const struct options *options, const struct gp_person *person);

// A file name for each person's plan or form, without its folder: the person's name with what file
// systems do not allow replaced, and a number behind it where two would be the same.
const char **plan_file_names(struct gp_memory *memory, const struct gp_team *team);

#endif
