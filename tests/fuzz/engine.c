// engine.c - hands what libFuzzer makes up to the target that the environment names in FUZZ.
#include "targets.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const struct fuzz *fuzz;
    if (fuzz == NULL) {
        const char *name = getenv("FUZZ");
        fuzz = fuzz_find(name == NULL ? "" : name);
        if (fuzz == NULL) {
            fprintf(stderr, "FUZZ must name a target, such as csv\n");
            exit(2);
        }
    }
    fuzz->run((struct gp_bytes){(const char *)data, size});
    return 0;
}
