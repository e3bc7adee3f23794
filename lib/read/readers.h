// readers.h - the inputs of a run: bytes to model. Each reader reports every problem it finds in
// `messages` and goes on as far as it can; false when anything was an error of the file.
#ifndef GP_READ_READERS_H
#define GP_READ_READERS_H

#include "model/ladder.h"
#include "model/pay.h"
#include "model/policy.h"
#include "model/source.h"
#include "model/team.h"
#include "read/names.h"

// The files of a ladder, in the order their hash is taken in.
enum gp_ladder_file {
    GP_FILE_RUNGS,
    GP_FILE_ACTIVITIES,
    GP_FILE_EXPECTATIONS,
    GP_FILE_SCALES,
    GP_FILE_ALIASES,
    GP_FILE_BACKGROUNDS
};
enum { GP_LADDER_FILE_COUNT = 6 };
// "rungs.csv", "activities.csv", ...
const char *gp_ladder_file_name(enum gp_ladder_file file);

// A ladder from its files. One that does not hold together (a dangling name, a rung nobody can
// reach, an expectation off the scale, a cycle, a rule that is no pattern) is refused. Backgrounds
// alone may be missing, which bytes of NULL say: then the ladder has none.
bool gp_read_ladder(struct gp_memory *memory, const char *name,
                    const struct gp_source sources[GP_LADDER_FILE_COUNT],
                    struct gp_messages *messages, struct gp_ladder *ladder);

// policy.csv: key,value,unit,meaning. Keys that are left out keep what `policy` holds already, so
// the defaults are read first and a company's file over them.
bool gp_read_policy(struct gp_memory *memory, const struct gp_source *source,
                    const struct gp_ladder *ladder, struct gp_messages *messages,
                    struct gp_policy *policy);

// What a ladder's names and activities are needed for besides: courses.csv.
// Columns: course, kind (training|coaching|conference), provider, price, currency, hours, seats,
// per (seat|group), teaches ("Positioning=4|Launch Planning=3"), needs ("Name|Other name").
bool gp_read_courses(struct gp_memory *memory, const struct gp_source *source,
                     const struct gp_names *names, const struct gp_policy *policy,
                     struct gp_messages *messages, struct gp_courses *courses);

// What is gathered while a team is read, input by input.
struct gp_intake {
    struct gp_memory *memory;
    const struct gp_ladder *ladder;
    const struct gp_names *names;
    const struct gp_policy *policy;
    struct gp_messages *messages;
    struct gp_team team;
    struct gp_payroll payroll;
    size_t pay_capacity;
    struct gp_expenses expenses;
    char decimal; // the decimal sign of amounts that may be read in two ways: '.', ',' or '\0'
    // Person indexes. A name that two people share also stands as "KEY#" in `by_key`.
    struct gp_map *by_key, *by_id, *by_email;
    struct gp_map *by_date; // "PERSON/DATE" -> assessment
    bool has_roster;
};

void gp_intake_open(struct gp_intake *intake, struct gp_memory *memory,
                    const struct gp_ladder *ladder, const struct gp_names *names,
                    const struct gp_policy *policy, struct gp_messages *messages);

// The roster first, if there is one; then any number of answer files, long or wide.
bool gp_read_roster(struct gp_intake *intake, const struct gp_source *source);
bool gp_read_answers(struct gp_intake *intake, const struct gp_source *source);
// spent.csv, behind the roster: date, person (or id, email), kind, what, amount, currency. What it
// lists takes the place of the roster's `spent`.
bool gp_read_expenses(struct gp_intake *intake, const struct gp_source *source);

// After the last input: resolves managers, takes the latest answers, checks people against one
// another, drops those left out when `keep_going`, and sorts everybody by folded name, then id.
// The names of those left out come back in `*left_out`, sorted, `*left_out_count` of them.
void gp_intake_settle(struct gp_intake *intake, bool keep_going, const char ***left_out,
                      size_t *left_out_count);

#endif
