// period.h - how often a salary is paid, in words: "per month", "/hr", "biweekly", "p.a.".
//
// A period is how often it comes in a year: 1 a year, 12 a month, 24 half a month, 26 two weeks,
// 52 a week, 260 a working day, 2080 an hour (40 hours of 52 weeks). 0 is none.
#ifndef GP_BASE_PERIOD_H
#define GP_BASE_PERIOD_H

// What a header says that names two of them.
#define GP_TWO_PERIODS (~0U)

// The period a text is: "month", "monthly", "per month", "a month", "every 2 weeks", "/mo", "p.m.",
// whatever its case. 0 when it is none, or says more than that. "biweekly" is every two weeks, as
// payrolls use it; "bimonthly" is none, since half of its readers are wrong.
unsigned gp_period_parse(const char *text);

// The same of what stands behind an amount, where a word alone says nothing: "9500 monthly" and
// "9500/m" are, "9500 month" and "9500 m" are not.
unsigned gp_period_behind_amount(const char *text);

// The period that a header names among other words: "Monthly salary", "Day rate (GBP)". 0 when
// there is none, GP_TWO_PERIODS when there are two that differ.
unsigned gp_period_within(const char *text);

// "year", "half month", "two weeks"; and several of them: "years", "half months", "times two
// weeks".
const char *gp_period_word(unsigned periods_per_year);
const char *gp_period_words(unsigned periods_per_year);

#endif
