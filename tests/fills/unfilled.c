// unfilled.c - linked into the program before its library, this says that no formula may be said to
// be the one above it, or to the left: each is made.
#include "package/package.h"

bool gp_package_fills(void) {
    return false;
}
