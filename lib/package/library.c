#define _GNU_SOURCE // RTLD_NEXT
#include "package/library.h"

#include <dlfcn.h>
#include <stdlib.h>

bool gp_library_has(const char *name) {
    return dlsym(RTLD_NEXT, name) != NULL;
}

void *gp_library_function(const char *name) {
    void *function = dlsym(RTLD_NEXT, name);
    if (function == NULL)
        abort(); // the library has called a function of its own
    return function;
}
