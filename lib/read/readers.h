// readers.h - the inputs of a run: bytes to model. Each reader reports every problem it finds in
// `messages` and goes on as far as it can; false when anything was an error of the file.
#ifndef GP_READ_READERS_H
#define GP_READ_READERS_H

#include "model/ladder.h"
#include "model/mentors.h"
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

// courses.csv: what training can be bought. At most 2,000 courses. Columns, of which course, kind,
// price and teaches are needed:
//   course    its name; no two have the same folded key
//   kind      training, coaching or conference, in the plural too
//   provider  may be empty
//   price     an amount as money.h reads it, 0 for a free one; of a currency that the cell, the
//             row, the header or the policy names
//   currency  a code of ISO 4217, for prices that name none
//   hours     up to 10,000, with one decimal at most; empty is not known
//   seats     the most who can come, up to 100,000; empty is no limit
//   per       seat, or group for one price for all who come; empty is seat
//   teaches   "Positioning=4|Launch Planning=Good": activities by any of their names, levels on the
//             scale of skill, above 0
//   needs     "Name|Other name": up to 20 courses to be taken before it or with it, of earlier rows
//             or later ones; never in a circle
// `*courses` is untouched when anything is wrong.
bool gp_read_courses(struct gp_memory *memory, const struct gp_source *source,
                     const struct gp_names *names, const struct gp_policy *policy,
                     struct gp_messages *messages, struct gp_courses *courses);

// Which answers count where somebody answered more than once on a day, or sent in a form again.
enum gp_duplicates {
    GP_DUPLICATES_BY_TIME, // the latest, where times tell; else they are refused
    GP_DUPLICATES_LATEST,  // the latest, and of those without a time the one in the last row
    GP_DUPLICATES_FIRST,
    GP_DUPLICATES_ERROR // none: each is refused
};

#define GP_NO_ASSESSMENT ((size_t)-1)

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
    size_t *first_assessments; // [person]: the first that was read; GP_NO_ASSESSMENT: none yet
    size_t first_capacity;
    struct gp_expenses expenses;
    struct gp_pairs_said pairs;
    bool prorate; // whether joined and leaves are read: they count for pro-rated pools alone
    char decimal; // the decimal sign of amounts that may be read in two ways: '.', ',' or '\0'
    enum gp_date_order date_order; // of dates that may be read in two ways
    enum gp_duplicates duplicates;
    struct gp_map *by_key, *by_id, *by_email; // person indexes
    struct gp_map *shared;                    // the keys of names that two people have
    struct gp_map *alone;                     // of names that once were all there was to go by
    bool has_twins;         // whether two people have an id, an email or a name in common
    struct gp_map *by_date; // "PERSON/DATE" -> assessment, but for the person's first
    bool has_roster;
};

void gp_intake_open(struct gp_intake *intake, struct gp_memory *memory,
                    const struct gp_ladder *ladder, const struct gp_names *names,
                    const struct gp_policy *policy, struct gp_messages *messages);

// The roster first, if there is one; then any number of answer files, long or wide. A time zone on
// the roster is an offset from UTC (read/zones.h), for want of zone data; a text that names none,
// such as Europe/Berlin, counts as not known, with one warning for all: exports have such columns.
bool gp_read_roster(struct gp_intake *intake, const struct gp_source *source);
bool gp_read_answers(struct gp_intake *intake, const struct gp_source *source);
// spent.csv: what was spent on whom, behind the roster; several files add up. What it lists takes
// the place of the roster's `spent`. Columns:
//   date      the day it was paid on
//   person    (or name), email, id: at least one of them; as in answers
//   kind      training, coaching or conference, in the plural too
//   what      may be empty
//   amount    as money.h reads it, not below 0; in the currency of the person's salary
//   currency  of amounts that name none; for want of it that of the salary, else the policy's
// Somebody without a salary may be on it.
bool gp_read_expenses(struct gp_intake *intake, const struct gp_source *source);

// pairs.csv, behind the roster: which pairs of mentee and mentor must be and must not be. Several
// files add up. Columns, of which the first three are needed:
//   mentee, mentor  by name, id or email, of people on the roster. The other way round is another
//                   pair: to keep two people apart takes two rows
//   rule            never (also not, must not, forbidden, keep apart) or always (also must,
//                   required, keep, keep together)
//   comment         for whoever keeps the list; passed over
// A mentee may have several mentors always. Refused: somebody's own mentor, one who is not on the
// roster, and a pair that is both. All are errors of the file: a `never` must not get lost.
bool gp_read_pairs(struct gp_intake *intake, const struct gp_source *source);
// mentors.csv of last cycle, behind the roster, as a run wrote it; whatever the file is called.
// Columns, of which mentee and mentor are needed:
//   mentee, mentor  as in pairs.csv; a row with no mentor is of somebody who had none
//   status          running or ended, in any case; empty, or no such column: running
//   comment, strength, hours_per_month, activities, reasons, round: passed over
// People who are gone are passed over, with one warning for all. A pair that is never to be stays
// so, whatever it was last cycle.
bool gp_read_previous_pairs(struct gp_intake *intake, const struct gp_source *source);

// The most people of a run: a sheet with a row a person has room for them.
enum { GP_MOST_PEOPLE = 1000000 };
// Whether there are at most so many people; if not, that is said where the first one too many
// stands, with what to do.
bool gp_intake_fits(struct gp_intake *intake, size_t most);

// After the last input: resolves managers, takes the latest answers, checks people against one
// another, drops those left out when `keep_going`, and sorts everybody by folded name, then id. The
// expenses and the pairs follow their people, and are sorted. The names of those left out come back
// in
// `*left_out`, sorted, `*left_out_count` of them.
void gp_intake_settle(struct gp_intake *intake, bool keep_going, const char ***left_out,
                      size_t *left_out_count);

// After settling, once the budget year is known: warns of everybody for whom the roster's `spent`
// is not what the list of expenses, if there is one, has from `first` to `last`.
void gp_intake_compare_spent(struct gp_intake *intake, gp_date first, gp_date last);

#endif
