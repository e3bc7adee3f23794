// made_from.h - all that one person's plan is made from, as one hash.
//
// As long as it is the same, so is the plan, but for what its About sheet says of the input files:
// their hashes follow from everybody's answers, and a plan that is kept goes on saying what it was
// made from. So `plan --changed` knows which plans to write again.
#ifndef CMD_MADE_FROM_H
#define CMD_MADE_FROM_H

#include "base/hash.h"
#include "write/writers.h"

// Of the person: who they are, what they answered, what was found of their gates, whom they were
// matched with, which courses were chosen. Of the run: program, day, ladder, policy, and the names
// of its files.
void plan_made_from(const struct gp_report *report, size_t person, char hash[GP_HASH_TEXT]);

#endif
