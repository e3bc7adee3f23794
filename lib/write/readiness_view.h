// readiness_view.h - readiness for a terminal and for programs: who is how ready for which rung,
// and, where it is asked for, why, and the shortest way there. Nobody is ranked: people stand in
// the team's order, by name.
#ifndef GP_WRITE_READINESS_VIEW_H
#define GP_WRITE_READINESS_VIEW_H

#include "write/grid.h"
#include "write/writers.h"

// One person of those shown, with what was worked out for them besides the report.
struct gp_shown {
    size_t person;
    size_t rung;                       // that `earnings` and `way` are for; GP_NO_RUNG: neither
    const struct gp_earning *earnings; // [activity]; NULL unless it is asked why. Meaningless where
                                       // the rung expects nothing
    const struct gp_way *way;          // NULL unless the shortest way is asked for
    const struct gp_two_paths *paths;  // NULL unless the person is shown whole
};

// A rating taken as raised; GP_ABSENT where it is left as it is.
struct gp_assumed {
    size_t activity;
    gp_rating skill, experience;
};

struct gp_readiness_view {
    const struct gp_report *report;
    const struct gp_shown *people;
    size_t count;
    size_t only; // the one rung to be shown; GP_NO_RUNG: every rung
    bool whole;  // each person with everything there is to say, not rows alone
    const struct gp_assumed *assumed;
    size_t assumed_count;
};

// What a terminal shows.
struct gp_bytes gp_readiness_text(struct gp_memory *memory, const struct gp_readiness_view *view);

// One table. The rows a person and rung, as in readiness.csv; why: a row an activity that the rung
// expects; the shortest way: a row a raise, or one that says why there is none. The latter
// two need what they show in `people`.
struct gp_bytes gp_readiness_rows_csv(struct gp_memory *memory,
                                      const struct gp_readiness_view *view);
struct gp_bytes gp_readiness_why_csv(struct gp_memory *memory,
                                     const struct gp_readiness_view *view);
struct gp_bytes gp_readiness_way_csv(struct gp_memory *memory,
                                     const struct gp_readiness_view *view);

// Everything at once.
struct gp_bytes gp_readiness_json(struct gp_memory *memory, const struct gp_readiness_view *view);

#endif
