#define _GNU_SOURCE // sched_getaffinity, MAP_ANONYMOUS
#include "workers.h"

#include "base/signals.h"
#include "ending.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LEAST_EACH = 50 };

struct share {
    size_t first, end; // of the pieces
    pid_t process;     // 0 once it has ended
    int status;        // as of waitpid()
};

struct workers {
    struct gp_memory *memory;
    struct work work;
    struct work_result *results; // shared by all
    struct share *shares;
    unsigned count;
    pid_t parent; // the process that started them
};

// Those that may be running, for a run that ends before its time.
static struct workers *running;

static unsigned cores(void) {
    cpu_set_t mask;
    if (sched_getaffinity(0, sizeof mask, &mask) != 0)
        return 1;
    return (unsigned)CPU_COUNT(&mask);
}

unsigned workers_worth(unsigned asked, size_t pieces) {
    size_t most = pieces / LEAST_EACH == 0 ? 1 : pieces / LEAST_EACH;
    size_t wanted = asked != 0 ? asked : cores();
    if (asked == 0 && wanted > most)
        wanted = most;
    if (wanted > pieces)
        wanted = pieces;
    return wanted == 0 ? 1 : (unsigned)wanted;
}

static void do_share(const struct workers *workers, const struct share *share) {
    for (size_t i = share->first; i < share->end; i++) {
        workers->work.piece(workers->work.context, i, &workers->results[i]);
        workers->results[i].done = true;
        if (!workers->results[i].good)
            return;
    }
}

// A signal is handled before a process is made, or once it is known which one it is.
static bool start_share(const struct workers *workers, struct share *share) {
    sigset_t before;
    gp_signals_hold(&before);
    share->process = fork();
    if (share->process == 0)
        ending_of_worker();
    gp_signals_release(&before);
    if (share->process != 0)
        return share->process > 0;
    do_share(workers, share);
    // Not exit(): what stands in the parent's buffers is the parent's to write.
    _exit(0);
}

struct workers *workers_start(struct gp_memory *memory, unsigned processes,
                              const struct work *work) {
    struct workers *workers = gp_alloc(memory, 1, sizeof *workers);
    size_t bytes = (work->count + 1) * sizeof *workers->results;
    workers->memory = memory;
    workers->work = *work;
    workers->count = processes;
    workers->shares = gp_alloc(memory, processes, sizeof *workers->shares);
    void *shared = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return NULL;
    workers->results = shared;
    workers->parent = getpid();
    running = workers;
    fflush(NULL);
    for (unsigned i = 0; i < processes; i++) {
        struct share *share = &workers->shares[i];
        share->first = work->count * i / processes;
        share->end = work->count * (i + 1) / processes;
        if (processes == 1) {
            do_share(workers, share);
        } else if (!start_share(workers, share)) {
            share->process = 0;
            int why = errno;
            workers_stop(workers);
            errno = why;
            return NULL;
        }
    }
    return workers;
}

static void wait_for(struct share *share) {
    if (share->process == 0)
        return;
    while (waitpid(share->process, &share->status, 0) < 0 && errno == EINTR)
        continue;
    share->process = 0;
}

static void wait_for_all(struct workers *workers) {
    for (unsigned i = 0; i < workers->count; i++)
        wait_for(&workers->shares[i]);
    running = NULL;
}

// Why a share is not whole, where none of its pieces says so.
static const char *why_ended(const struct workers *workers, const struct share *share) {
    if (WIFSIGNALED(share->status))
        return gp_print(workers->memory, "the process writing them was ended by signal %d",
                        WTERMSIG(share->status));
    return gp_print(workers->memory, "the process writing them ended early, with %d",
                    WEXITSTATUS(share->status));
}

bool workers_finish(struct workers *workers, size_t *first, size_t *last, const char **why) {
    wait_for_all(workers);
    for (unsigned i = 0; i < workers->count; i++) {
        const struct share *share = &workers->shares[i];
        for (size_t j = share->first; j < share->end; j++) {
            const struct work_result *result = &workers->results[j];
            if (result->done && result->good)
                continue;
            *first = j;
            *last = result->done ? j : share->end - 1;
            *why = result->done ? result->why : why_ended(workers, share);
            return false;
        }
    }
    return true;
}

void workers_end_now(void) {
    if (running == NULL || running->parent != getpid())
        return;
    for (unsigned i = 0; i < running->count; i++)
        if (running->shares[i].process > 0)
            kill(running->shares[i].process, SIGKILL);
    for (unsigned i = 0; i < running->count; i++)
        if (running->shares[i].process > 0)
            waitpid(running->shares[i].process, NULL, 0);
}

void workers_stop(struct workers *workers) {
    for (unsigned i = 0; i < workers->count; i++)
        if (workers->shares[i].process > 0)
            kill(workers->shares[i].process, SIGTERM);
    wait_for_all(workers);
}

const struct work_result *workers_result(const struct workers *workers, size_t index) {
    return &workers->results[index];
}
