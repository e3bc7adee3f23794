// dialect.h - which tool wrote a table, and how its rows become a plain one. Private to lib/read.
//
// A dialect is a row of one registry: the columns a tool writes by itself, and what its rows need
// before they are a header and rows below it. Adding one is adding a row (dialect_surveys.c,
// dialect_sheets.c, dialect_rosters.c).
#ifndef GP_READ_DIALECT_H
#define GP_READ_DIALECT_H

#include "base/map.h"
#include "base/number.h"
#include "model/source.h"
#include "read/csv.h"
#include "read/names.h"

// A column that a tool adds of its own accord.
struct gp_dialect_column {
    const char
        *headers;      // as the tool writes it in one language or another: "Timestamp|Zeitstempel"
    const char *field; // what it is here, one of the fields of the input; "" to be passed over
    uint8_t weight;    // what it says for the dialect; 0 where other tools have it as well
};

struct gp_shaping; // a table on its way to a plain one: shape.h

struct gp_dialect {
    const char *name;  // "google-forms", for --dialect
    const char *title; // "Google Forms"
    enum gp_input input;
    const struct gp_dialect_column *columns;
    size_t column_count;
    bool tool;       // a tool wrote it: columns that are not known are its own, and passed over
    bool survey;     // its rows are forms sent in
    bool statements; // headers may be activities alone, again and again for each axis
    // How much of what the dialect writes is there, in permille; which row heads the table in
    // `*header`. NULL: gp_dialect_weigh().
    gp_permille (*score)(const struct gp_shaping *shaping, size_t *header);
    // Makes one header row of what heads the table, and drops rows that are no answers. NULL: the
    // header is one row.
    bool (*settle)(struct gp_shaping *shaping);
};

extern const struct gp_dialect gp_survey_dialects[], gp_sheet_dialects[], gp_roster_dialects[];
extern const size_t gp_survey_dialect_count, gp_sheet_dialect_count, gp_roster_dialect_count;

// The registry in its order: of dialects with the same score the first is taken.
size_t gp_dialect_count(void);
const struct gp_dialect *gp_dialect_at(size_t index);

// The weights of the columns that are there over those of all, of the row with the most of them.
gp_permille gp_dialect_weigh(const struct gp_shaping *shaping, const struct gp_dialect *dialect,
                             size_t *header);

// The longest header that a tool writes of its own accord.
enum { GP_LONGEST_COLUMN = 120 };

// The dialect's column that a header is; NULL if it is none.
const struct gp_dialect_column *gp_dialect_column_of(const struct gp_names *names,
                                                     const struct gp_dialect *dialect,
                                                     const char *header);

// The columns of all dialects, for gp_names_new() to keep: their keys are folded once.
struct gp_map *gp_dialect_columns(struct gp_memory *memory);

// Folds the cells that gp_dialect_weigh() looks at.
void gp_dialect_fold(struct gp_shaping *shaping);

#endif
