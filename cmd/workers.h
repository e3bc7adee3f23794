// workers.h - many pieces of work of one kind, shared among processes.
//
// By fork, not threads: libxlsxwriter races on gmtime(), and a package is made in one place of the
// process (package/package.h). Everything the work needs is there before the fork; what comes of it
// is files, and a result a piece in memory that parent and children share.
#ifndef CMD_WORKERS_H
#define CMD_WORKERS_H

#include "base/hash.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>

enum { WORK_WHY = 120 };

// What came of a piece.
struct work_result {
    bool done, good;
    char hash[GP_HASH_TEXT];      // of the file that was written
    char made_from[GP_HASH_TEXT]; // of what it was made from
    bool kept;                    // it was there already
    char why[WORK_WHY];           // where it is not good
};

struct work {
    size_t count;
    void (*piece)(const void *context, size_t index, struct work_result *result);
    const void *context;
};

struct workers;

// How many processes are worth it: `asked` if it is not 0, else one a core this program may run on,
// with at least 50 pieces each; never more than pieces.
unsigned workers_worth(unsigned asked, size_t pieces);

// Starts so many processes, each of which takes the next piece when it is free; with one all is
// done when this returns. NULL where no process can be made: nothing is running then.
struct workers *workers_start(struct gp_memory *memory, unsigned processes,
                              const struct work *work);

// Waits for all of them. True if every piece is good; else `*first` to `*last` are the pieces that
// are not done or not good, and `*why` says why the first is not.
bool workers_finish(struct workers *workers, size_t *first, size_t *last, const char **why);

// Ends the processes that still run, and waits for them.
void workers_stop(struct workers *workers);
// The same of those of the last workers_start(), at once; from a signal handler, or without memory.
void workers_end_now(void);

// The result of a piece, once they have finished.
const struct work_result *workers_result(const struct workers *workers, size_t index);

#endif
