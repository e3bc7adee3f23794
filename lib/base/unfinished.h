// unfinished.h - the private folder a run fills, which goes also when the run ends before its time.
//
// All of this may be called from a signal handler, and when there is no memory left: it asks the
// system alone, and needs no memory but the stack.
#ifndef GP_BASE_UNFINISHED_H
#define GP_BASE_UNFINISHED_H

#include <stdbool.h>

// Remembers the folder, as the one of this process; one at a time.
void gp_unfinished_begin(const char *folder);
// Makes the folder, as mkdtemp(3), and remembers it; no signal is handled in between. False with
// errno when it cannot be made.
bool gp_unfinished_make(char *folder);
// It is finished, or gone.
void gp_unfinished_end(void);
// Removes the folder that is remembered, if there is one and this is the process that began it: not
// in a process forked from it. False when something of it is left.
bool gp_unfinished_remove(void);

// Removes a folder and what is in it; never what a link in it leads to. False with errno when
// something of it is left.
bool gp_folder_remove(const char *folder);

#endif
