#include "outputs.h"

#include "additions.h"
#include "base/text.h"
#include "manifest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOR_ME = 0600, FOR_READERS = 0644, FOLDER_MODE = 0700 };

// Why a folder is not replaced, and what to do about the file that stands in the way.
static void say_in_the_way(struct gp_memory *memory, const char *folder, const char *file) {
    struct manifest manifest;
    manifest_read(memory, folder, NULL, &manifest);
    if (manifest_lists(&manifest, file + strlen(folder) + 1))
        say("%s was edited since a run wrote it, so the folder is not replaced; move it away, "
            "replace it with --force=edited, or choose another folder with -o",
            file);
    else
        say("%s is not as an earlier run wrote it, so the folder is not replaced; move it away, or "
            "choose another folder with -o",
            file);
}

bool outputs_may_replace(const struct options *options) {
    struct stat status;
    if (lstat(options->output, &status) != 0)
        return true;
    if (!S_ISDIR(status.st_mode)) {
        say("%s is there already and is no folder; choose another one with -o", options->output);
        return false;
    }
    if (options->part != PART_ALL)
        return true;
    if (!options->force && !options->changed) {
        say("%s is there already; replace it with --force, or choose another folder with -o",
            options->output);
        return false;
    }
    struct gp_memory *memory = gp_memory_open();
    const char *other = manifest_first_foreign(memory, options->output, options->force_edited);
    if (other != NULL)
        say_in_the_way(memory, options->output, other);
    gp_memory_close(memory);
    return other == NULL;
}

bool outputs_have_room(const struct gp_budget *budget) {
    size_t rows = 0;
    if (gp_budget_book_fits(budget, &rows))
        return true;
    say("the sheet Courses would have %zu rows, more than a sheet can; run one part of the company "
        "after the other, or without --courses",
        rows);
    return false;
}

// Nobody else would find them: their names are odd, and what is in them is no output.
static void say_what_is_left(struct gp_memory *memory, const struct gp_staging *staging) {
    size_t count = 0;
    const char **left = gp_staging_left(memory, staging, &count);
    for (size_t i = 0; i < count; i++)
        say("%s is left of a run that was killed, and may hold salaries; remove it: rm -r -- %s",
            left[i], gp_shell_word(memory, left[i]));
}

bool outputs_open(struct outputs *outputs, struct gp_memory *memory,
                  const struct options *options) {
    const char *why = "";
    *outputs = (struct outputs){.memory = memory, .options = options};
    if (!gp_staging_open(memory, options->output, &outputs->staging, &why)) {
        say("nothing can be written beside %s (%s); choose another folder with -o", options->output,
            why);
        return false;
    }
    say_what_is_left(memory, &outputs->staging);
    outputs->scratch = gp_print(memory, "%s/scratch", outputs->staging.folder);
    if (mkdir(outputs->scratch, FOLDER_MODE) == 0)
        return true;
    say("no folder can be made in %s (%s)", outputs->staging.folder, strerror(errno));
    gp_staging_abandon(&outputs->staging);
    return false;
}

static const char *path_of(const struct outputs *outputs, const char *name) {
    return gp_print(outputs->memory, "%s/%s", outputs->staging.folder, name);
}

// `*why` is read here, and no sooner: arguments are worked out in any order.
static bool written(bool good, const char *name, const char *const *why) {
    if (!good)
        say("%s could not be written (%s); nothing was changed", name, *why);
    return good;
}

static bool fill_csv(const struct outputs *outputs, const char *name, struct gp_bytes bytes,
                     unsigned mode) {
    const char *why = "";
    return written(gp_file_write(path_of(outputs, name), bytes, mode, &why), name, &why);
}

bool outputs_fill_budget(const struct outputs *outputs, const struct gp_report *report,
                         const struct gp_budget *budget) {
    const char *why = "";
    return written(gp_write_budget_book(report, budget, path_of(outputs, "budget.xlsx"), &why),
                   "budget.xlsx", &why) &&
           fill_csv(outputs, "budget.csv", gp_budget_csv(outputs->memory, report, budget), FOR_ME);
}

typedef struct gp_bytes csv_maker(struct gp_memory *memory, const struct gp_report *report);

// Its memory is given back behind each file, and before the workbook needs more: a team may be
// large.
static bool fill_csv_of_team(const struct outputs *outputs, const struct gp_report *report,
                             const char *name, csv_maker *make) {
    struct gp_memory *memory = gp_memory_open();
    bool good = fill_csv(outputs, name, make(memory, report), FOR_READERS);
    gp_memory_close(memory);
    return good;
}

static bool fill_team(const struct outputs *outputs, const struct gp_report *report) {
    const char *why = "";
    return fill_csv_of_team(outputs, report, "readiness.csv", gp_readiness_csv) &&
           fill_csv_of_team(outputs, report, "coverage.csv", gp_coverage_csv) &&
           (report->matching == NULL ||
            fill_csv_of_team(outputs, report, "mentors.csv", gp_mentors_csv)) &&
           written(gp_write_team_book(report, path_of(outputs, "team.xlsx"), &why), "team.xlsx",
                   &why);
}

static bool is_asked(const struct outputs *outputs, enum run_part part) {
    return outputs->options->part == PART_ALL || outputs->options->part == part;
}

// All but the plans.
static bool fill_others(const struct outputs *outputs, const struct gp_report *report,
                        const struct gp_budget *budget) {
    return (!is_asked(outputs, PART_TEAM) || fill_team(outputs, report)) &&
           (!is_asked(outputs, PART_BUDGET) || budget == NULL ||
            outputs_fill_budget(outputs, report, budget));
}

bool outputs_fill(struct outputs *outputs, const struct gp_report *report,
                  const struct gp_budget *budget) {
    if (!is_asked(outputs, PART_PLANS))
        return fill_others(outputs, report, budget);
    struct plans *plans = plans_start(outputs, report);
    if (plans == NULL)
        return false;
    if (!fill_others(outputs, report, budget)) {
        plans_stop(plans);
        return false;
    }
    return plans_finish(plans, outputs);
}

static bool fill_people(const struct outputs *outputs, const struct gp_form *form) {
    const char **names = plan_file_names(outputs->memory, form->team);
    const char *why = "";
    bool made = mkdir(path_of(outputs, "people"), FOLDER_MODE) == 0;
    const char *error = strerror(errno);
    if (!written(made, "people", &error))
        return false;
    for (size_t i = 0; i < form->team->person_count; i++) {
        const char *name = gp_print(outputs->memory, "people/%s", names[i]);
        if (!written(gp_write_form_book(form, i, path_of(outputs, name), &why), name, &why))
            return false;
    }
    return true;
}

bool outputs_fill_form(const struct outputs *outputs, const struct gp_form *form) {
    struct gp_memory *memory = outputs->memory;
    const char *name = "assessment.xlsx", *why = "";
    return written(gp_write_form_book(form, GP_NO_PERSON, path_of(outputs, name), &why), name,
                   &why) &&
           fill_csv(outputs, "assessment.csv", gp_form_csv(memory, form), FOR_READERS) &&
           fill_csv(outputs, "survey.csv", gp_form_survey_csv(memory, form), FOR_READERS) &&
           (form->team == NULL || fill_people(outputs, form));
}

bool outputs_commit(struct outputs *outputs) {
    const struct options *options = outputs->options;
    const char *why = "";
    if (rmdir(outputs->scratch) != 0) {
        say("%s is not empty (%s); nothing was changed", outputs->scratch, strerror(errno));
        return false;
    }
    if (!manifest_write(outputs, &why)) {
        say("what was written could not be listed (%s); nothing was changed", why);
        return false;
    }
    if (options->part != PART_ALL)
        return additions_put(outputs);
    if (!gp_staging_commit(&outputs->staging, options->force || options->changed, &why)) {
        if (gp_file_exists(outputs->staging.folder) && !gp_file_exists(options->output))
            say("%s could not be put in its place (%s); nothing was changed", options->output, why);
        else
            say("%s: not all went well (%s); see that it is whole, and that nothing is left in %s",
                options->output, why, outputs->staging.folder);
        return false;
    }
    return true;
}

void outputs_abandon(struct outputs *outputs) {
    if (!gp_staging_abandon(&outputs->staging))
        say("%s could not be removed; it may hold salaries: remove it", outputs->staging.folder);
}
