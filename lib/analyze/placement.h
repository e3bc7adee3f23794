// placement.h - where on the ladder a person stands by skill, and where the person is heading.
//
// Rules "Placed at" and "Target".
#ifndef GP_ANALYZE_PLACEMENT_H
#define GP_ANALYZE_PLACEMENT_H

#include "model/results.h"

// Of the entries the one with the highest score; of such as tie, as they do when nothing is rated,
// the one people of the person's background usually enter at, else the first in ladder order.
// GP_NO_RUNG only if no rung is an entry. `readiness` is [rung], measured.
size_t gp_nearest_entry(const struct gp_ladder *ladder, const struct gp_person *person,
                        const struct gp_readiness *readiness);

// The rung a person is measured against: the one named on the roster; else the first in ladder
// order that one comes to from the rung held; else, at the top, the rung held; and for someone
// outside the ladder the nearest entry.
size_t gp_target_of(const struct gp_ladder *ladder, const struct gp_person *person,
                    const struct gp_readiness *readiness);

// Per path the highest rung, walking up from the entry, whose skill gates pass (see gates.h); a
// rung counts only if one it is come to from counts too, or it is an entry. Ties of rank in ladder
// order; GP_NO_RUNG where there is none. `readiness` is [rung], judged.
void gp_place(struct gp_memory *memory, const struct gp_ladder *ladder,
              const struct gp_readiness *readiness, size_t placed[GP_PATH_COUNT]);

#endif
