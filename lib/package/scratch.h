// scratch.h - the streams over memory that stand in for temporary files. Private to lib/package.
#ifndef GP_PACKAGE_SCRATCH_H
#define GP_PACKAGE_SCRATCH_H

#include <stddef.h>

// How many streams the library has asked for since the program began.
size_t gp_scratch_count(void);

#endif
