// targets.h - what is fuzzed: a reader, or all of them and what follows, given any bytes at all.
#ifndef TESTS_FUZZ_TARGETS_H
#define TESTS_FUZZ_TARGETS_H

#include "base/file.h"

// Does with the bytes what a run would, and aborts where what must hold does not.
typedef void fuzz_target(struct gp_bytes bytes);

struct fuzz {
    const char *name; // its corpus is tests/fuzz/corpus/NAME
    fuzz_target *run;
};

// NULL where there is none of that name. Run from the project's folder: ladders are read there.
const struct fuzz *fuzz_find(const char *name);
// All of them, up to one without a name.
extern const struct fuzz fuzz_all[];

#endif
