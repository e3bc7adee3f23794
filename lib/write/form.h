// form.h - the blank self-assessment: a workbook with choices to pick from, and CSV files. Each is
// read back as answers once it is filled in; what stays empty is not rated.
#ifndef GP_WRITE_FORM_H
#define GP_WRITE_FORM_H

#include "base/date.h"
#include "base/file.h"
#include "model/source.h"
#include "model/team.h"

// What is asked, and of whom.
struct gp_form {
    const struct gp_ladder *ladder;
    const struct gp_team *team; // the people of a roster; NULL for a form that is anybody's
    const struct gp_origin *origin;
    const char *title;  // "Self-assessment: core activities"
    size_t *activities; // those that are asked about, in ladder order
    size_t activity_count;
    gp_date as_of;
    const char *scratch; // a private folder for temporary files
};

// Which activities are asked about: all, those that are `core_only`, those that a rung expects
// something of (GP_NO_RUNG: of any), or those that are both. Sets the title too. There may be none.
void gp_form_choose(struct gp_memory *memory, struct gp_form *form, bool core_only, size_t rung);

// The workbook of a person of `team`, with the name filled in; of GP_NO_PERSON one without a name.
// Sheets: Assessment, Scale. Assessment has the columns Person, Activity, Skill, Experience,
// Interest, Note, Facet, What it means, Date below its title lines, and for people of one name a
// last one that tells them apart: ID, else Email. Person and Date follow the two cells above the
// table. Writes one whole file at `path`, which must not exist; false with `*why` when that failed.
bool gp_write_form_book(const struct gp_form *form, size_t person, const char *path,
                        const char **why);

// The same as CSV, a row per activity: person,activity,skill,experience,interest,note. With a team
// a row per person and activity, and the columns id and email behind person. Where a character is
// not ASCII, a byte order mark stands in front: without one spreadsheets garble it. In `memory`.
struct gp_bytes gp_form_csv(struct gp_memory *memory, const struct gp_form *form);

// One header row for a survey tool, a column per question: Date, Person, Email, then "Skill
// [Problem Discovery]" and so on, axis by axis. In `memory`.
struct gp_bytes gp_form_survey_csv(struct gp_memory *memory, const struct gp_form *form);

#endif
