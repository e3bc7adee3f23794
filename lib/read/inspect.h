// inspect.h - a file of answers or a roster, read as any run reads it, to what was understood of
// it.
#ifndef GP_READ_INSPECT_H
#define GP_READ_INSPECT_H

#include "model/inspection.h"
#include "read/readers.h"

// Reads an input, whatever it is, and says what each part of it was taken for. `intake` is one that
// nothing was read into yet. What is wrong is reported as ever; false when nothing can be said of
// the columns. Everything lives in the intake's memory.
bool gp_inspect(struct gp_intake *intake, const struct gp_source *source,
                struct gp_inspection *inspection);

#endif
