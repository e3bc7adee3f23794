// team.h - the people: who they are, and what they answered. No salaries: see model/pay.h.
#ifndef GP_MODEL_TEAM_H
#define GP_MODEL_TEAM_H

#include "base/date.h"
#include "base/map.h"
#include "model/ladder.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum gp_known { GP_UNKNOWN, GP_NO, GP_YES };

#define GP_NO_PERSON ((size_t)-1)
#define GP_NO_ZONE INT32_MIN

struct gp_person {
    const char *name;
    const char *key; // folded name
    const char *id;  // may be empty, like the texts below
    const char *email;
    const char *role; // as written in the roster
    size_t rung;      // GP_NO_RUNG for a role outside the ladder
    size_t target;    // GP_NO_RUNG when none was named
    const char *manager_name;
    size_t manager;               // GP_NO_PERSON when not on the roster
    const char *background;       // where they came to product from, as written
    size_t came_from;             // one of the ladder's backgrounds, or GP_NO_BACKGROUND: by the
                                  // role of someone outside the ladder, else by `background`
    gp_date role_since;           // in the role held; unknown when not given
    int32_t product_years_tenths; // -1 when not known
    int32_t products;             // worked on; -1 when not known
    int32_t mentor_hours_tenths;  // a month; -1 when not known
    enum gp_known mentor_willing;
    enum gp_known wants_mentor;
    int32_t zone_minutes;    // from UTC, -720 to 840; GP_NO_ZONE when not known
    enum gp_known supported; // the manager supports the move to the target
    bool on_roster;
    bool answered;   // at least one answer row, all blank or not
    bool left_out;   // an error was found in this person's rows
    struct gp_at at; // where the person was first seen
};

struct gp_answer {
    gp_rating axis[GP_AXIS_COUNT];
    gp_rating manager_skill;
};

// Where an answer stands, and when on its day it was given.
struct gp_given {
    struct gp_at at;
    int32_t second; // as in gp_moment
};

// A row that gave all answers there are.
struct gp_giver {
    const char *file; // NULL: no single row did
    uint32_t line;
    int32_t second;
    const uint32_t *fields; // [activity]: the last field about it
};

// What one person said at one date.
struct gp_assessment {
    size_t person;
    gp_date date;              // unknown when the file has none
    struct gp_answer *answers; // [activity]
    const char **notes;        // [activity]; NULL where nothing was noted, of one or of all
    // Where they stand, until all files are read: those of one row by what they share, else each.
    struct gp_giver giver;
    struct gp_given *given; // [activity]; NULL as long as one row gave them all
};

struct gp_team {
    struct gp_person *people; // by folded name, then id, once gp_intake_settle() is done
    size_t person_count, person_capacity;
    struct gp_assessment *assessments;
    size_t assessment_count, assessment_capacity;
    struct gp_answer *answers; // [person * activity_count + activity]: the latest ones
    const char **
        *notes; // [person][activity]: as of an assessment; NULL where nobody noted anything
    gp_date *answered_on; // [person]: the date of the latest assessment
    size_t activity_count;
};

static inline const struct gp_answer *gp_answers_of(const struct gp_team *team, size_t person) {
    return &team->answers[person * team->activity_count];
}

// What was noted beside the latest answer; "" where nothing was.
static inline const char *gp_note_of(const struct gp_team *team, size_t person, size_t activity) {
    const char **notes = team->notes == NULL ? NULL : team->notes[person];
    return notes == NULL || notes[activity] == NULL ? "" : notes[activity];
}

#endif
