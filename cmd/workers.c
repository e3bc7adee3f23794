#define _GNU_SOURCE // sched_getaffinity, MAP_ANONYMOUS
#include "workers.h"

#include "base/signals.h"
#include "ending.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LEAST_EACH = 50 };

struct worker {
    pid_t process; // 0 once it has ended
    int status;    // as of waitpid()
};

// What all processes share: whoever is free takes the next piece, so that all end together.
struct board {
    atomic_size_t next;
    struct {
        struct work_result result;
        unsigned worker; // who took it; the first, where nobody did
    } pieces[];
};

struct workers {
    struct gp_memory *memory;
    struct work work;
    struct board *board;
    struct worker *items;
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

// Takes pieces, until there are none or one is not good.
static void do_pieces(const struct workers *workers, unsigned worker) {
    struct board *board = workers->board;
    for (size_t i = 0; (i = atomic_fetch_add(&board->next, 1)) < workers->work.count;) {
        struct work_result *result = &board->pieces[i].result;
        board->pieces[i].worker = worker;
        workers->work.piece(workers->work.context, i, result);
        result->done = true;
        if (!result->good)
            return;
    }
}

// A signal is handled before a process is made, or once it is known which one it is.
static bool start(const struct workers *workers, unsigned worker) {
    struct worker *started = &workers->items[worker];
    sigset_t before;
    gp_signals_hold(&before);
    started->process = fork();
    if (started->process == 0)
        ending_of_worker();
    gp_signals_release(&before);
    if (started->process != 0)
        return started->process > 0;
    do_pieces(workers, worker);
    // Not exit(): what stands in the parent's buffers is the parent's to write.
    _exit(0);
}

struct workers *workers_start(struct gp_memory *memory, unsigned processes,
                              const struct work *work) {
    struct workers *workers = gp_alloc(memory, 1, sizeof *workers);
    size_t bytes = sizeof *workers->board + work->count * sizeof *workers->board->pieces;
    workers->memory = memory;
    workers->work = *work;
    workers->count = processes;
    workers->items = gp_alloc(memory, processes, sizeof *workers->items);
    void *shared = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return NULL;
    workers->board = shared;
    atomic_init(&workers->board->next, 0);
    workers->parent = getpid();
    running = workers;
    fflush(NULL);
    for (unsigned i = 0; i < processes; i++) {
        if (processes == 1) {
            do_pieces(workers, i);
        } else if (!start(workers, i)) {
            workers->items[i].process = 0;
            int why = errno;
            workers_stop(workers);
            errno = why;
            return NULL;
        }
    }
    return workers;
}

static void wait_for(struct worker *worker) {
    if (worker->process == 0)
        return;
    while (waitpid(worker->process, &worker->status, 0) < 0 && errno == EINTR)
        continue;
    worker->process = 0;
}

static void wait_for_all(struct workers *workers) {
    for (unsigned i = 0; i < workers->count; i++)
        wait_for(&workers->items[i]);
    running = NULL;
}

// Why a piece is not done: how the process that took it ended. Where none did, all have ended, and
// the first stands for them.
static const char *why_ended(const struct workers *workers, size_t piece) {
    int status = workers->items[workers->board->pieces[piece].worker].status;
    if (WIFSIGNALED(status))
        return gp_print(workers->memory, "the process writing them was ended by signal %d",
                        WTERMSIG(status));
    return gp_print(workers->memory, "the process writing them ended early, with %d",
                    WEXITSTATUS(status));
}

bool workers_finish(struct workers *workers, size_t *first, size_t *last, const char **why) {
    wait_for_all(workers);
    size_t count = workers->work.count;
    for (size_t i = 0; i < count; i++) {
        const struct work_result *result = workers_result(workers, i);
        if (result->done && result->good)
            continue;
        *first = *last = i;
        *why = result->done ? result->why : why_ended(workers, i);
        while (!result->done && *last + 1 < count && !workers_result(workers, *last + 1)->done)
            ++*last;
        return false;
    }
    return true;
}

void workers_end_now(void) {
    if (running == NULL || running->parent != getpid())
        return;
    for (unsigned i = 0; i < running->count; i++)
        if (running->items[i].process > 0)
            kill(running->items[i].process, SIGKILL);
    for (unsigned i = 0; i < running->count; i++)
        if (running->items[i].process > 0)
            waitpid(running->items[i].process, NULL, 0);
}

void workers_stop(struct workers *workers) {
    for (unsigned i = 0; i < workers->count; i++)
        if (workers->items[i].process > 0)
            kill(workers->items[i].process, SIGTERM);
    wait_for_all(workers);
}

const struct work_result *workers_result(const struct workers *workers, size_t index) {
    return &workers->board->pieces[index].result;
}
