// ending.h - what becomes of a run that ends before its time.
#ifndef CMD_ENDING_H
#define CMD_ENDING_H

// A signal that asks the program to end (interrupt, hang-up, termination, nobody reads), or says
// that it failed, first ends the workers and removes the private folder; then the program ends by
// it, which a shell shows as 128 and its number. Those that are ignored stay so. A core is not
// dumped: salaries would be in it.
void ending_prepare(void);

// The workers and the private folder go, and the program ends as one that has no memory.
_Noreturn void ending_without_memory(void);

// In a worker: signals end it as they end any program, and so does the end of its parent.
void ending_of_worker(void);

#endif
