// signals.h - what no signal may come between.
#ifndef GP_BASE_SIGNALS_H
#define GP_BASE_SIGNALS_H

#include <signal.h>

// No signal is handled from the one to the other: those that come wait. `before` is what the first
// gives and the second takes; the second leaves errno as it is.
void gp_signals_hold(sigset_t *before);
void gp_signals_release(const sigset_t *before);

#endif
