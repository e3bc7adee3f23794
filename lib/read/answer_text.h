// answer_text.h - an answer as tools and people write it, taken apart: "3 - Good", "Good (3)",
// "4/5", "b. Basic", stars. What its label means, a scale tells (read/names.h). Private to
// lib/read.
#ifndef GP_READ_ANSWER_TEXT_H
#define GP_READ_ANSWER_TEXT_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

enum { GP_NO_NUMBER = -1 };

struct gp_answer_text {
    int32_t number;    // beside the label, or how many of `out_of`; GP_NO_NUMBER: none
    int32_t out_of;    // as written, or counted where stars are left empty; GP_NO_NUMBER: not said
    const char *label; // "" where a number says it all
};

// Takes an answer with no blanks around it apart:
//   a number up to 1000, a sign of - : = . ) or a dash, or a blank, and a label: "3 - Good", "3
//   Good" a label and a number in parentheses, or behind a dash: "Good (3)", "Good - 3" a letter
//   that numbers a choice, a point, colon or parenthesis, and a label: "b. Basic" a number out of
//   another: "4/5", "4 of 5", "4 out of 5"; with "stars" or "points" behind it or not stars, filled
//   ones first: "★★★☆☆", "★★★", "3 stars"
// False for anything else.
bool gp_answer_text_parse(struct gp_memory *memory, const char *text,
                          struct gp_answer_text *answer);

#endif
