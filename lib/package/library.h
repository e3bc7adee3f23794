// library.h - what of libxlsxwriter a function of ours stands in for. Private to lib/package.
#ifndef GP_PACKAGE_LIBRARY_H
#define GP_PACKAGE_LIBRARY_H

#include <stdbool.h>

// The library's own function of that name, to be cast to its type, for what is left to it. Only to
// be called by the function that stands in for it, which the library has called: so there is one.
typedef void gp_function(void);
gp_function *gp_library_function(const char *name);

// Whether the library has a function of that name that one of ours can stand in for.
bool gp_library_has(const char *name);

#endif
