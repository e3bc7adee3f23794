// budget_workshops.h - which group courses are taken, and by whom. Rule "Budget", workshops.
//
// A group course has one price for everybody who comes. It closes for a learner what it lifts
// beyond what they hold. It is offered to those whose wanted gap it closes any of and who hold, or
// have chosen, all that it needs; of these to at most `seats`, those first for whom it closes most,
// then in the team's order; the price is shared evenly, what does not divide a minor unit each by
// the first ones in the team's order. Who cannot pay the share is left out (of one purse the last
// first), and the next one asked. One alone is no group.
//
// Group courses are tried one after the other by price per level closed over those it is offered
// to at first, the lowest first; ties in catalogue order. For the trial, the seat courses of those
// who would take part (and of all who share a purse with them) are chosen anew, around it and with
// what is left. It is taken where
//
//   1. together they then close more of their wanted gap, or as much for less; and
//   2. a level closed by what comes (the workshop, and seat courses that were not chosen before)
//      costs no more than one closed by the seat courses that go. If none go, this holds.
//
// Who is marked idle for it (budget_shop.h) is not asked.
//
// So it is chosen for the team where it costs less per level closed, or closes what nothing else
// did. What is taken stays, with the seat courses it needs.
#ifndef GP_ANALYZE_BUDGET_WORKSHOPS_H
#define GP_ANALYZE_BUDGET_WORKSHOPS_H

#include "analyze/budget_shop.h"

// Every purse has chosen before. The workshops taken live in `memory`, in catalogue order.
void gp_budget_workshops(struct gp_memory *memory, struct gp_shop *shop, struct gp_budget *budget);

#endif
