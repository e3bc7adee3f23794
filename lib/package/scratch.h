// scratch.h - the streams over memory that stand in for temporary files. Private to lib/package.
#ifndef GP_PACKAGE_SCRATCH_H
#define GP_PACKAGE_SCRATCH_H

#include "base/file.h"

#include <stdio.h>

// How many streams the library has asked for since the program began.
size_t gp_scratch_count(void);

// Room for `count` bytes behind all that was written to a stream, by way of stdio too; good until
// anything else is done with the stream. How many of them were written is said then.
char *gp_scratch_room(FILE *file, size_t count);
void gp_scratch_advance(FILE *file, size_t count);

// From now on the first stream that is read from its start, and is not too large to stand in memory
// whole, comes to its end at once: its bytes are to be had where they are. They are given, once,
// and good until the stream is closed; none where no stream was read, or in the usual way.
void gp_scratch_pass(void);
struct gp_bytes gp_scratch_passed(void);

#endif
