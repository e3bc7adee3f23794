// budget_courses.h - what each person takes for what is left of the budget. Rule "Budget".
//
// First every purse chooses seat courses (budget_shop.h). Where more people choose a course than it
// has seats, those keep it for whom it lifts most of the wanted gap, then in the team's order; the
// others choose anew without it. Then come workshops (budget_workshops.h), and seats are looked at
// once more.
//
// Seat courses chosen around a workshop may in the end teach all that it does: whoever learns
// nothing from a workshop beside the rest is not asked again, and everybody chooses from the start,
// until nobody sits in one for nothing.
//
// With terms.pooled a person may be given more than they have left themselves, and `open` of the
// line be below 0; the sum over the people of a manager is not, but for what some have overspent.
#ifndef GP_ANALYZE_BUDGET_COURSES_H
#define GP_ANALYZE_BUDGET_COURSES_H

#include "analyze/analyze.h"

// Fills the choices of the lines, what is open of each, and the workshops. Nothing without a
// catalogue.
void gp_budget_courses(struct gp_memory *memory, const struct gp_budget_input *input,
                       struct gp_budget *budget);

#endif
