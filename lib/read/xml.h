// xml.h - XML bytes to elements (expat), for the parts of a workbook. Private to lib/read.
//
// Names come without their namespace. Against bombs, a document type declaration, which is where
// entities are declared, is refused, and so is an element deeper than GP_DEEPEST_ELEMENT.
#ifndef GP_READ_XML_H
#define GP_READ_XML_H

#include "base/memory.h"

#include <stdbool.h>

enum { GP_DEEPEST_ELEMENT = 64 };

// What is called as a document is read; `data` is the caller's own. Where `start` or `end` gives
// false, the rest is not read: the caller has said why.
struct gp_xml_calls {
    bool (*start)(void *data, const char *name, const char *const *attributes);
    bool (*end)(void *data, const char *name);
    void (*text)(void *data, const char *text, size_t length);
};

struct gp_xml;

// Closed by its opener.
struct gp_xml *gp_xml_open(struct gp_memory *memory, const struct gp_xml_calls *calls, void *data);
void gp_xml_close(struct gp_xml *xml);

// Reads on; the last piece may be empty. False for what is no XML, or when a call gave false.
bool gp_xml_feed(struct gp_xml *xml, const char *bytes, size_t length, bool last);

// Why a piece was not taken; NULL when a call gave false.
const char *gp_xml_why(const struct gp_xml *xml);

// The value of an attribute, given as `start` gets them; NULL if there is none of that name.
const char *gp_xml_attribute(const char *const *attributes, const char *name);

#endif
