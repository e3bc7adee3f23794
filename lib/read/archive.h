// archive.h - the parts of a zip package that lies in memory (minizip), inflated piece by piece
// into an XML reader. Private to lib/read.
//
// Nothing of it is believed: what the directory says is held to the caps below before anything is
// inflated, and what is inflated is held to what the directory says and to its checksum.
#ifndef GP_READ_ARCHIVE_H
#define GP_READ_ARCHIVE_H

#include "base/messages.h"
#include "model/source.h"
#include "read/xml.h"

// In bytes, inflated. GP_MOST_RATIO, inflated to packed, holds for entries above GP_RATIO_FREE.
#define GP_LARGEST_ENTRY ((uint64_t)64 << 20)
#define GP_LARGEST_ARCHIVE ((uint64_t)256 << 20)
enum { GP_MOST_ENTRIES = 1000, GP_MOST_RATIO = 200, GP_RATIO_FREE = 1 << 20 };

struct gp_archive;

// Opens a package and looks its directory through. NULL, with a message, for one that is damaged,
// encrypted or over the caps. Closed by its opener.
struct gp_archive *gp_archive_open(struct gp_memory *memory, const struct gp_source *source,
                                   struct gp_messages *messages);
void gp_archive_close(struct gp_archive *archive);

// Whether there is a part of that name, whatever its case.
bool gp_archive_has(struct gp_archive *archive, const char *name);

// Reads a part through `calls`. False, with a message, where it is not there, is damaged or is no
// XML; false without one when a call gave false.
bool gp_archive_read(struct gp_archive *archive, const char *name, const struct gp_xml_calls *calls,
                     void *data);

// Reports what is wrong with the package, with the remedy. Always false.
bool gp_archive_damaged(const struct gp_archive *archive, const char *what);

#endif
