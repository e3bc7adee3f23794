// amounts.h - columns of money: which sign is the decimal one is decided for a column as a whole,
// by those of its cells that can be read in one way only. What is wrong with an amount, in words.
// Private to lib/read.
#ifndef GP_READ_AMOUNTS_H
#define GP_READ_AMOUNTS_H

#include "base/money.h"
#include "model/courses.h"
#include "read/csv.h"

// The signs that are the decimal one in some countries: point, comma.
enum { GP_DECIMAL_SIGNS = 2 };

// A column while it is read: every cell is seen first, and then parsed.
struct gp_amounts {
    const struct gp_csv *csv;
    size_t column;                          // GP_NO_COLUMN: there is none
    const char *name;                       // what messages call it
    const char *examples;                   // of amounts, for messages
    bool secret;                            // what is paid: messages show no digit of it
    char decimal;                           // the run's own word, '.' or ','; '\0': none
    unsigned shown;                         // bits of enum gp_money_sign: what its cells show
    size_t first[GP_MONEY_SIGN_COUNT];      // [bit]: the first row that shows it
    size_t decided[GP_DECIMAL_SIGNS];       // how many cells have been read by the word of others
    size_t first_decided[GP_DECIMAL_SIGNS]; // the first row of them
};

// "" where there is no such column.
const char *gp_amounts_text(const struct gp_amounts *amounts, size_t row);
struct gp_at gp_amounts_at(const struct gp_amounts *amounts, size_t row);

// Takes note of what a cell shows.
void gp_amounts_see(struct gp_amounts *amounts, size_t row, const struct gp_money_beside *beside);

// gp_money_parse() of a cell, by the column's decimal sign. What the cells show decides unless they
// contradict one another; then, and where they show nothing, the run's own word does.
enum gp_money_fault gp_amounts_parse(struct gp_amounts *amounts, size_t row,
                                     const struct gp_money_beside *beside,
                                     struct gp_salary_text *read);

// What is wrong with a cell, and what would be right. Shows an amount only where it can be read in
// two ways, and of what is paid its shape alone, "###.###": whoever reads messages may not know it.
const char *gp_amounts_fault(struct gp_memory *memory, const struct gp_amounts *amounts, size_t row,
                             enum gp_money_fault fault, const struct gp_money_beside *beside);

// Says how cells that can be read in two ways were read, and by whose word; once a sign.
void gp_amounts_warn(const struct gp_amounts *amounts, struct gp_messages *messages);

// "training", "Coachings", "conference": what money is spent on. False when it is none of them.
bool gp_part_parse(struct gp_memory *memory, const char *text, enum gp_part *part);

#endif
