#define _GNU_SOURCE // RTLD_NEXT
#include "package/library.h"

#include <dlfcn.h>
#include <stdlib.h>

bool gp_library_has(const char *name) {
    return dlsym(RTLD_NEXT, name) != NULL;
}

gp_function *gp_library_function(const char *name) {
    union {
        void *symbol;
        gp_function *function;
    } library = {.symbol = dlsym(RTLD_NEXT, name)};
    if (library.symbol == NULL)
        abort(); // the library has called a function of its own
    return library.function;
}
