// additions.h - a part of a run goes into a folder where others put theirs.
#ifndef CMD_ADDITIONS_H
#define CMD_ADDITIONS_H

#include "outputs.h"

// Puts the files of the outputs, their manifests written, into the target folder one by one, and
// takes away those of the same part that this run no longer makes. Before the first of them, all
// that would be replaced or removed are looked at; if one may not, that is said on standard error,
// and false returned, with nothing changed.
bool additions_put(struct outputs *outputs);

#endif
