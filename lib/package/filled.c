// Whether formulas may be said to be filled down, or right: in a file of its own, so that a test
// can say no.
#include "package/library.h"
#include "package/package.h"

bool gp_package_fills(void) {
    return gp_library_has("_write_cell") && gp_library_has("_new_number_cell");
}
