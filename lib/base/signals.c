#include "base/signals.h"

#include <errno.h>
#include <stddef.h>

void gp_signals_hold(sigset_t *before) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, before);
}

void gp_signals_release(const sigset_t *before) {
    int error = errno;
    sigprocmask(SIG_SETMASK, before, NULL);
    errno = error;
}
