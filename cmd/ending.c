#define _GNU_SOURCE // sigaltstack
#include "ending.h"

#include "base/unfinished.h"
#include "run.h"
#include "workers.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static const int asked[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
static const int faults[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGXFSZ};
enum { ASKED = sizeof asked / sizeof *asked, FAULTS = sizeof faults / sizeof *faults };

static void tell(const char *text) {
    // There is nothing left to be done about an error.
    ssize_t told = write(STDERR_FILENO, text, strlen(text));
    (void)told;
}

// Only what may be done in a signal handler. The signal is as it was before it came to this, and is
// raised again: it ends the program when this returns.
static void end(int signal) {
    int error = errno;
    workers_end_now();
    gp_unfinished_remove();
    raise(signal);
    errno = error;
}

// Faults are handled on a stack of their own: there may be no room left on the other. Under the
// address sanitizer they are the sanitizer's.
#ifdef GP_SANITIZED
static void prepare_for_faults(void) {
}
#else
static void end_by_fault(int signal) {
    tell("growthplan: the program failed by a fault of its own; nothing of this run is left\n");
    end(signal);
}

static void prepare_for_faults(void) {
    static char room[64 * 1024];
    const stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
    struct sigaction now = {.sa_handler = end_by_fault,
                            .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK)};
    sigfillset(&now.sa_mask);
    if (sigaltstack(&stack, NULL) != 0)
        return;
    for (size_t i = 0; i < FAULTS; i++)
        sigaction(faults[i], &now, NULL);
}
#endif

// The leak check of the address sanitizer reads the program like a debugger.
static void keep_from_core(void) {
#ifndef GP_SANITIZED
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void ending_prepare(void) {
    keep_from_core();
    prepare_for_faults();
    for (size_t i = 0; i < ASKED; i++) {
        struct sigaction before;
        struct sigaction now = {.sa_handler = end, .sa_flags = (int)SA_RESETHAND};
        sigfillset(&now.sa_mask);
        if (sigaction(asked[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(asked[i], &now, NULL);
    }
}

void ending_of_worker(void) {
    for (size_t i = 0; i < ASKED; i++) {
        struct sigaction before;
        if (sigaction(asked[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            signal(asked[i], SIG_DFL);
    }
    for (size_t i = 0; i < FAULTS; i++)
        signal(faults[i], SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

void ending_without_memory(void) {
    workers_end_now();
    gp_unfinished_remove();
    tell("growthplan: no memory left; nothing more can be done\n");
    _exit(EXIT_SYSTEM);
}
